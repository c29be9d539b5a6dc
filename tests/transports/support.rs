//! The service under test, and servers that misbehave in ways that a whole service cannot.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use graph_resource::{ETag, GraphResource, Retry};
use graph_resource_testing::{EmbeddedGraph, GraphServer};
use serde_json::json;

use crate::drivers::{Driver, Settings};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/flats/<id>")]
pub(crate) struct Flat {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    #[graph_resource(etag)]
    pub(crate) etag: Option<ETag>,
}

impl Flat {
    pub(crate) fn named(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), name: Some(name.to_owned()), etag: None }
    }
}

/// A service with two flats, on a socket.
pub(crate) fn served() -> (EmbeddedGraph, GraphServer) {
    let graph = EmbeddedGraph::new()
        .with_collection("/flats")
        .with_entity("/flats", json!({"id": "1", "name": "one"}))
        .with_entity("/flats", json!({"id": "2", "name": "two"}))
        .with_bearer_token(crate::drivers::TOKEN);
    let server = graph.serve().unwrap();
    (graph, server)
}

/// The same with a client to it that sends each request once.
pub(crate) fn with_client<D: Driver>(settings: Settings) -> (EmbeddedGraph, GraphServer, D) {
    let (graph, server) = served();
    let driver = D::new(&server.base_url(), settings);
    (graph, server, driver)
}

/// Sends again at once.
pub(crate) fn eager() -> Settings {
    let retry = Retry::new().backoff(Duration::from_millis(1), Duration::from_millis(2));
    Settings { retry, ..Settings::default() }
}

/// A port at which nobody listens.
pub(crate) fn deserted() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    format!("http://{}/v1.0", listener.local_addr().unwrap())
}

/// A server that answers each connection with these bytes and then falls silent, until it is dropped.
pub(crate) struct Silent {
    pub(crate) base: String,
    _until: mpsc::Sender<()>,
}

impl Silent {
    pub(crate) fn after(answer: &'static str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let base = format!("http://{}/v1.0", listener.local_addr().unwrap());
        let (until, dropped) = mpsc::channel();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                let mut bytes = [0; 1_024];
                let read = stream.read(&mut bytes).unwrap();
                assert!(read > 0, "the request broke off");
                request.extend_from_slice(&bytes[..read]);
            }
            stream.write_all(answer.as_bytes()).unwrap();
            let _ = dropped.recv();
        });
        Self { base, _until: until }
    }
}
