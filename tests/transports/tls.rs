//! TLS, and HTTP/2 where the server speaks it: the transports that bring TLS trust the certificates of the system.
//!
//! The system's certificates are those of a file that an environment variable names, so that each test runs once more in a
//! process of its own.

use std::env;
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use bytes::Bytes;
use graph_resource::transport::{HyperTransport, ReqwestTransport};
use graph_resource::{BaseUrl, Client, HttpClient};
use graph_resource_testing::EmbeddedGraph;
use http::{Request, Version};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::drivers::TOKEN;
use crate::support::{Flat, served};

/// Runs a test again in a process that trusts the server's certificate; true in that process.
fn is_trusting(test: &str) -> bool {
    const MARK: &str = "GRAPH_TEST_TRUSTS";
    if env::var_os(MARK).is_some() {
        return true;
    }
    let certificate = Path::new(env!("CARGO_MANIFEST_DIR")).join("tls/certificate.pem");
    let mut again = Command::new(env::current_exe().unwrap());
    again.args([test, "--exact", "--nocapture"]).env("SSL_CERT_FILE", certificate).env_remove("SSL_CERT_DIR");
    let output = again.env(MARK, "1").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "the test did not run");
    false
}

/// Serves the graph over TLS, with these protocols. Gives the base URL.
async fn serve(graph: EmbeddedGraph, protocols: &[&str]) -> String {
    let certificate = CertificateDer::from_pem_slice(include_bytes!("tls/certificate.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("tls/key.pem")).unwrap();
    let mut config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, graph) = (acceptor.clone(), graph.clone());
            tokio::spawn(async move {
                let Ok(stream) = acceptor.accept(stream).await else { return };
                let service = service_fn(|request: Request<Incoming>| {
                    let graph = graph.clone();
                    async move {
                        let (head, body) = request.into_parts();
                        let body = body.collect().await.unwrap().to_bytes();
                        graph.send(Request::from_parts(head, body)).await.map(|answer| answer.map(Full::new))
                    }
                });
                let _ended = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
            });
        }
    });
    format!("https://localhost:{port}/v1.0")
}

async fn speaks_what_the_server_speaks(transport: impl HttpClient + Clone) {
    for (protocols, version) in [(&["h2", "http/1.1"][..], Version::HTTP_2), (&["http/1.1"], Version::HTTP_11)] {
        let (graph, _server) = served();
        let base = serve(graph.clone(), protocols).await;
        let client = Client::new(transport.clone(), BaseUrl::loopback(&base).unwrap()).bearer_token(TOKEN).unwrap();
        let answer = client.http(Request::get("/flats/1").body(Bytes::new()).unwrap()).await.unwrap();
        assert_eq!((answer.status().as_u16(), answer.version()), (200, version));
        let flat = client.send(Flat::at("1").get()).await.unwrap();
        assert_eq!(flat.name.as_deref(), Some("one"));
    }
}

#[tokio::test]
async fn hyper_speaks_what_the_server_speaks() {
    if is_trusting("tls::hyper_speaks_what_the_server_speaks") {
        speaks_what_the_server_speaks(HyperTransport::https().unwrap()).await;
    }
}

#[tokio::test]
async fn reqwest_speaks_what_the_server_speaks() {
    if is_trusting("tls::reqwest_speaks_what_the_server_speaks") {
        speaks_what_the_server_speaks(ReqwestTransport::new().unwrap()).await;
    }
}

#[tokio::test]
async fn a_certificate_that_nobody_trusts_is_no_connection() {
    let (graph, _server) = served();
    let base = BaseUrl::loopback(&serve(graph.clone(), &["h2"]).await).unwrap();
    let error = Client::new(HyperTransport::https().unwrap(), base.clone())
        .retry(graph_resource::Retry::never())
        .send(Flat::at("1").get())
        .await
        .unwrap_err();
    assert!(error.is_connect() && error.was_sent() == Some(false), "{error:?}");
    assert_eq!(graph.request_count(), 0);
}
