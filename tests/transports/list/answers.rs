//! What is answered: each answer is given as it came, within its limit.

use std::io::Write as _;
use std::time::{Duration, Instant};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use graph_resource::ErrorKind;
use graph_resource_testing::Fault;
use http::{Request, Response};

use crate::drivers::{Driver, Settings};
use crate::support::{Flat, FlatPatch, eager, with_client};

pub(crate) fn errors_of_the_service_are_told<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings::default());
    let error = client.send(Flat::at("9").get()).unwrap_err();
    assert!(error.is_not_found() && error.kind() == ErrorKind::Service);
    let exchange = graph.exchanges().pop().unwrap();
    assert_eq!(error.request_id(), exchange.response().unwrap().header("request-id"));
    assert_eq!(error.client_request_id(), exchange.request().header("client-request-id"));
    assert!(error.code().is_some());
    graph.fault_next(Fault::html(502));
    let error = client.send(Flat::at("1").get()).unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Service, 502));
    // The last one closes the gate.
    for status in [400, 401, 403, 409, 412, 423, 500, 503, 429] {
        graph.fault_next(Fault::status(status).retry_after("7"));
        let error = client.send(Flat::at("1").update(FlatPatch::new().name("x"))).unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!((error.retry_after(), error.attempts()), (Some(Duration::from_secs(7)), 1));
        assert_eq!(error.was_sent(), Some(true));
    }
}

pub(crate) fn redirects_are_not_followed<D: Driver>() {
    for status in [301, 302, 303, 307, 308] {
        let (graph, server, client) = with_client::<D>(Settings::default());
        let location = format!("{}/flats/2", server.base_url());
        graph.fault_next(Fault::redirect(status, &location));
        let request = Request::get("/flats/1").body(Bytes::new()).unwrap();
        let answer = client.http(request).unwrap();
        assert_eq!((answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()), (status, &*location));
        graph.fault_next(Fault::redirect(status, &location));
        let error = client.send(Flat::at("1").update(FlatPatch::new().name("x"))).unwrap_err();
        assert_eq!((error.status().unwrap().as_u16(), error.location()), (status, Some(&*location)));
        assert_eq!(graph.request_count(), 2);
        assert_eq!(graph.entity("/flats/2").unwrap()["name"], "two");
    }
}

pub(crate) fn a_body_beyond_the_limit_is_refused<D: Driver>() {
    let limit = 4_096;
    let (graph, _server, client) = with_client::<D>(Settings { max_body: limit, ..Settings::default() });
    let answer = |bytes: usize| Response::new(Bytes::from(vec![b' '; bytes]));
    let get = || client.http(Request::get("/flats/1").body(Bytes::new()).unwrap());
    graph.answer_next(answer(limit));
    assert_eq!(get().unwrap().body().len(), limit);
    for (bytes, is_chunked) in [(limit + 1, false), (limit + 1, true), (1 << 22, false), (1 << 22, true)] {
        let mut large = answer(bytes);
        if is_chunked {
            large.headers_mut().insert("transfer-encoding", "chunked".parse().unwrap());
        }
        graph.answer_next(large);
        let error = get().unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::TooLarge, 200));
        assert_eq!((error.was_sent(), error.attempts()), (Some(true), 1));
    }
    // The connection, or another one, still serves.
    client.send(Flat::at("1").get()).unwrap();
}

pub(crate) fn gzip_is_asked_for_and_unpacked_within_the_limit<D: Driver>() {
    let limit = 1 << 20;
    let (graph, _server, client) = with_client::<D>(Settings { max_body: limit, ..Settings::default() });
    let packed = |text: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        let body = Bytes::from(encoder.finish().unwrap());
        Response::builder().header("content-encoding", "gzip").body(body).unwrap()
    };
    if !D::UNPACKS {
        client.send(Flat::at("1").get()).unwrap();
        assert_eq!(graph.requests()[0].header("accept-encoding"), None, "what is not unpacked is not asked for");
        return;
    }
    let name = "name ".repeat(10_000);
    graph.answer_next(packed(format!(r#"{{"id":"1","name":"{name}"}}"#).as_bytes()));
    let flat = client.send(Flat::at("1").get()).unwrap();
    assert_eq!(flat.name.as_deref(), Some(&*name));
    let asked = graph.requests()[0].header("accept-encoding").map(str::to_owned);
    assert!(asked.is_some_and(|encodings| encodings.contains("gzip")));

    // The head tells of the body as it is given.
    graph.answer_next(packed(b"{}"));
    let answer = client.http(Request::get("/flats/1").body(Bytes::new()).unwrap()).unwrap();
    assert_eq!((answer.headers().get("content-encoding"), &answer.body()[..]), (None, &b"{}"[..]));
    assert!(answer.headers().get("content-length").is_none_or(|length| length == "2"));

    graph.answer_next(packed(&vec![b' '; 8 << 20]));
    let error = client.send(Flat::at("1").get()).unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::TooLarge, 200));

    let mut broken = packed(b"{\"id\":\"1\"}");
    let half = broken.body().len() - 12;
    broken.body_mut().truncate(half);
    graph.answer_next(broken);
    assert_eq!(client.send(Flat::at("1").get()).unwrap_err().kind(), ErrorKind::BodyLost);
}

pub(crate) fn an_answer_without_a_body_is_none<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings { max_body: 10, ..Settings::default() });
    for status in [204, 304] {
        graph.answer_next(Response::builder().status(status).body(Bytes::new()).unwrap());
        let answer = client.http(Request::get("/flats/1").body(Bytes::new()).unwrap()).unwrap();
        assert_eq!((answer.status().as_u16(), answer.body().len()), (status, 0));
    }
    // The answer to a HEAD tells the length of a body that does not come, and may tell an encoding.
    for encoding in ["identity", "gzip"] {
        let head = Response::builder().header("content-length", 1_000_000).header("content-encoding", encoding);
        graph.answer_next(head.body(Bytes::new()).unwrap());
        let answer = client.http(Request::head("/flats/1").body(Bytes::new()).unwrap()).unwrap();
        assert_eq!((answer.status().as_u16(), answer.body().len()), (200, 0));
    }
}

pub(crate) fn a_wait_that_the_service_asks_for_is_kept<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(eager());
    graph.fault_next(Fault::status(503).retry_after("0.2"));
    graph.fault_next(Fault::status(429).retry_after("0.1"));
    let begin = Instant::now();
    client.send(Flat::at("1").update(FlatPatch::new().name("new"))).unwrap();
    assert!(begin.elapsed() >= Duration::from_millis(290), "{:?}", begin.elapsed());
    assert_eq!(graph.request_count(), 3);
    let ids: std::collections::BTreeSet<_> =
        graph.requests().iter().map(|request| request.header("client-request-id").unwrap().to_owned()).collect();
    assert_eq!(ids.len(), 3, "each attempt has an id of its own");
}
