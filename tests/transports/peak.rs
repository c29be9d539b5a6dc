//! An answer of 1 GB against the limit of 64 MiB: how much memory it takes at most. In a process of its own, on Linux.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use bytes::Bytes;
use graph_resource::transport::{HyperTransport, ReqwestTransport, UreqTransport};
use graph_resource::{BaseUrl, Client, Error, ErrorKind, HttpClient, Retry, blocking};
use hyper_util::client::legacy::connect::HttpConnector;

const LIMIT: usize = 64 << 20;
const ANSWER: u64 = 1_000_000_000;

/// A server that answers one request with 1 GB, whose length the head does not tell. Gives its service root.
fn endless() -> BaseUrl {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let base = format!("http://{}/v1.0", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _whatever = stream.read(&mut [0; 4_096]).unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n").unwrap();
        let piece = vec![b' '; 1 << 16];
        // Until the client has had enough.
        for _ in 0..ANSWER >> 16 {
            if stream.write_all(&piece).is_err() {
                return;
            }
        }
        panic!("all of it was taken");
    });
    BaseUrl::loopback(&base).unwrap()
}

/// A figure of this process, in bytes: `VmRSS`, `VmHWM`.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

fn request() -> http::Request<Bytes> {
    http::Request::get("/flats/1").body(Bytes::new()).unwrap()
}

fn asynchronous<T: HttpClient>(transport: impl FnOnce() -> T) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = Client::new(transport(), endless()).retry(Retry::never());
        client.http(request()).await.map(drop)
    })
}

/// Asks for a body of so many bytes.
type Exchange = fn(usize) -> Result<(), Error>;

#[test]
fn a_body_beyond_the_limit_takes_no_more_than_the_limit() {
    let transports: [(&str, Exchange); 3] = [
        ("hyper", |limit| asynchronous(|| HyperTransport::new(HttpConnector::new()).max_body(limit))),
        ("reqwest", |limit| {
            asynchronous(|| {
                let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
                ReqwestTransport::from(client.build().unwrap()).max_body(limit)
            })
        }),
        ("ureq", |limit| {
            let transport = UreqTransport::from(ureq::Agent::new_with_defaults()).max_body(limit);
            let client = blocking::Client::new(transport, endless());
            client.retry(Retry::never()).http(request()).map(drop)
        }),
    ];
    for (name, ask) in transports {
        // What comes once and for all comes with the first body.
        ask(1 << 20).unwrap_err();
        let before = memory("VmRSS");
        // From here on, the highest is noted anew.
        fs::write("/proc/self/clear_refs", "5").unwrap();
        let error = ask(LIMIT).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{name}");
        let most = usize::try_from(memory("VmHWM").saturating_sub(before)).unwrap();
        println!("{name}: at most {} KiB for a limit of {} KiB", most >> 10, LIMIT >> 10);
        assert!(most * 10 <= LIMIT * 11, "{name}: {most} bytes");
        assert!(most > LIMIT / 2, "{name}: {most} bytes: it was not measured");
    }
}
