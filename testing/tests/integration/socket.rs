//! The same service over a loopback socket, byte for byte.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph_resource_testing::{EmbeddedGraph, Fault, GraphServer};
use http::Response;
use serde_json::json;

fn users() -> (EmbeddedGraph, GraphServer) {
    let graph = EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "city": "Oslo"}));
    let server = graph.serve().unwrap();
    (graph, server)
}

/// Sends bytes and reads until the server closes.
fn talk(server: &GraphServer, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request.replace('\n', "\r\n").as_bytes()).unwrap();
    let mut answer = String::new();
    // A connection that is reset has said all that it will.
    let _ = stream.read_to_string(&mut answer);
    answer
}

#[test]
fn an_exchange_to_the_byte() {
    let (graph, server) = users();
    let port = server.address().port();
    assert_eq!(server.base_url(), format!("http://127.0.0.1:{port}/v1.0"));
    let body = "{\"city\":null}";
    let request = format!(
        "PATCH /v1.0/users/1 HTTP/1.1\nHost: 127.0.0.1:{port}\nContent-Type: application/json\n\
         Content-Length: {}\nConnection: close\n\n{body}",
        body.len()
    );
    let json = format!(
        "{{\"@odata.context\":\"http://127.0.0.1:{port}/v1.0/$metadata#users/$entity\",\
         \"@odata.etag\":\"W/\\\"JzEt000000000002Jw==\\\"\",\"city\":null,\"id\":\"1\"}}"
    );
    let expected = format!(
        "HTTP/1.1 200 OK\ndate: Thu, 01 Jan 2026 00:00:00 GMT\nrequest-id: 000000f0-0000-4000-8000-000000000001\n\
         odata-version: 4.0\ncontent-type: application/json;odata.metadata=minimal;odata.streaming=true;\
         IEEE754Compatible=false;charset=utf-8\netag: W/\"JzEt000000000002Jw==\"\nconnection: close\n\
         content-length: {}\n\n{json}",
        json.len()
    );
    assert_eq!(talk(&server, &request).replace('\r', ""), expected);
    assert_eq!(graph.entity("/users/1").unwrap(), json!({"id": "1", "city": null}));
    assert_eq!(graph.requests()[0].body(), body);
}

#[test]
fn links_lead_back_to_the_socket() {
    let (graph, server) = users();
    graph.insert("/users", json!({"id": "2"}));
    let answer = talk(&server, "GET /v1.0/users?$top=1 HTTP/1.1\nHost: localhost:1\nConnection: close\n\n");
    assert!(answer.contains("\"@odata.nextLink\":\"http://localhost:1/v1.0/users?$top=1&$skiptoken="), "{answer}");
}

#[test]
fn a_connection_is_kept_alive() {
    let (graph, server) = users();
    let get = "GET /v1.0/users/1 HTTP/1.1\nHost: a\n\n";
    let last = "GET /v1.0/users/2 HTTP/1.1\nHost: a\nConnection: close\n\n";
    let answer = talk(&server, &format!("{get}{get}{last}"));
    assert_eq!((answer.matches("HTTP/1.1 200 OK").count(), answer.matches("HTTP/1.1 404").count()), (2, 1));
    assert_eq!(graph.requests().len(), 3);
}

#[test]
fn queued_answers_go_out_as_they_are() {
    let (graph, server) = users();
    graph.answer_next(Response::builder().status(429).header("retry-after", "2.5").body(Bytes::from("slow")).unwrap());
    let answer = talk(&server, "GET /v1.0/users HTTP/1.1\nHost: a\nConnection: close\n\n").replace('\r', "");
    let expected = "HTTP/1.1 429 Too Many Requests\nretry-after: 2.5\nconnection: close\ncontent-length: 4\n\nslow";
    assert_eq!(answer, expected);
}

#[test]
fn connections_break_where_they_are_told_to() {
    let (graph, server) = users();
    let get = "GET /v1.0/users/1 HTTP/1.1\nHost: a\n\n";
    graph.fail_next();
    assert_eq!(talk(&server, get), "");
    let truncated = Response::builder().header("content-length", "20").body(Bytes::from("{\"id\":"));
    graph.answer_next(truncated.unwrap());
    let answer = talk(&server, get).replace('\r', "");
    assert_eq!(answer, "HTTP/1.1 200 OK\ncontent-length: 20\n\n{\"id\":");
    assert_eq!(graph.requests().len(), 2);
}

#[test]
fn answers_are_cut_and_come_late() {
    let (graph, server) = users();
    let get = "GET /v1.0/users/1 HTTP/1.1\nHost: a\n\n";
    for bytes in [0, 3] {
        graph.fault_next(Fault::cut_answer(bytes));
        let answer = talk(&server, get).replace('\r', "");
        let (head, body) = answer.split_once("\n\n").unwrap();
        assert_eq!((head.lines().next(), body), (Some("HTTP/1.1 200 OK"), &"{\"@"[..bytes]), "{answer}");
    }
    graph.fault_next(Fault::lose_answer());
    assert_eq!(talk(&server, "DELETE /v1.0/users/1 HTTP/1.1\nHost: a\n\n"), "");
    assert!(graph.entity("/users/1").is_none());
    graph.fault_next(Fault::latency(Duration::from_millis(50)));
    let start = Instant::now();
    let answer = talk(&server, "GET /v1.0/users/1 HTTP/1.1\nHost: a\nConnection: close\n\n");
    assert!(answer.starts_with("HTTP/1.1 404") && start.elapsed() >= Duration::from_millis(50));
}

#[test]
fn it_stops_when_its_handle_is_dropped() {
    let (_graph, server) = users();
    let address = server.address();
    let mut idle = TcpStream::connect(address).unwrap();
    idle.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    drop(server);
    assert!(TcpStream::connect(address).is_err());
    assert!(!matches!(idle.read(&mut [0; 1]), Ok(1)));
}

#[test]
fn it_can_be_started_and_dropped_inside_a_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    runtime.block_on(async {
        let (_graph, server) = users();
        // A client that blocks the only thread of the runtime is answered all the same.
        let answer = talk(&server, "GET /v1.0/users/1 HTTP/1.1\nHost: a\nConnection: close\n\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK"));
    });
}
