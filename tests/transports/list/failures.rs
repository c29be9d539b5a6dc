//! What breaks: what is told of it, and what is sent again.

use std::error::Error as _;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use graph_resource::ErrorKind;
use graph_resource_testing::Fault;

use crate::drivers::{Driver, Settings, TOKEN};
use crate::support::{Flat, FlatPatch, Silent, deserted, eager, with_client};

pub(crate) fn a_body_that_breaks_off_is_told_with_its_head<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings::default());
    for bytes in [0, 5] {
        graph.fault_next(Fault::cut_answer(bytes).header("x-ms-ags-diagnostic", "where"));
        let error = client.send(Flat::at("1").get()).unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::BodyLost, 200));
        assert_eq!((error.diagnostic(), error.was_sent()), (Some("where"), Some(true)));
        assert!(!error.is_timeout() && error.request_id().is_some());
    }
    let (graph, _server, client) = with_client::<D>(eager());
    graph.fault_next(Fault::cut_answer(5));
    assert_eq!(client.send(Flat::at("1").get()).unwrap().id, "1");
    assert_eq!(graph.request_count(), 2, "a read is read again");
}

pub(crate) fn a_broken_connection_leaves_open_what_happened<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(eager());
    let patch = || FlatPatch::new().name("new");
    // A connection that is used again, and a new one.
    for fault in [Fault::disconnect(), Fault::lose_answer()] {
        graph.fault_next(fault);
        client.send(Flat::at("1").update(patch())).unwrap();
    }
    assert_eq!(graph.take_requests().len(), 4);
    graph.fault_next(Fault::lose_answer());
    let error = client.send(Flat::at("1").update(patch()).if_match("*")).unwrap_err();
    assert_eq!((error.kind(), error.was_sent(), error.attempts()), (ErrorKind::Transport, None, 1));
    assert!(!error.is_connect() && !error.is_timeout());
    assert_eq!(graph.take_requests().len(), 1, "what may have had its effect is not sent again");
    graph.fault_next(Fault::lose_answer());
    assert!(client.send(Flat::collection().create(&Flat::named("3", "three"))).is_err());
    assert_eq!(graph.take_requests().len(), 1);
    graph.fault_next(Fault::lose_answer());
    client.send(Flat::at("3").delete()).unwrap();
    assert_eq!(graph.take_requests().len(), 2, "the second finds nothing, as is right");
}

pub(crate) fn a_refused_connection_is_known_to_have_sent_nothing<D: Driver>() {
    let client = D::new(&deserted(), eager());
    // Even a creation is safe to send again.
    let error = client.send(Flat::collection().create(&Flat::named("3", "three"))).unwrap_err();
    assert_eq!((error.kind(), error.was_sent()), (ErrorKind::Transport, Some(false)));
    assert!(error.is_connect() && error.is_retryable());
    assert_eq!(error.attempts(), 5);
}

pub(crate) fn the_time_for_an_attempt_ends<D: Driver>() {
    let timeout = Duration::from_millis(150);
    let (graph, _server, client) = with_client::<D>(Settings { timeout, ..Settings::default() });
    graph.fault_next(Fault::latency(Duration::from_secs(2)));
    let begin = Instant::now();
    let error = client.send(Flat::at("1").update(FlatPatch::new().name("late"))).unwrap_err();
    assert!(begin.elapsed() < Duration::from_millis(1_500), "{:?}", begin.elapsed());
    assert_eq!((error.kind(), error.was_sent(), error.status()), (ErrorKind::Transport, None, None));
    assert!(error.is_timeout());
    assert_eq!(graph.request_count(), 1);
}

pub(crate) fn the_time_ends_within_a_body<D: Driver>() {
    if !D::TIMES_BODIES {
        return;
    }
    let server = Silent::after("HTTP/1.1 200 OK\r\ncontent-length: 100\r\nrequest-id: r\r\n\r\n{\"id\":");
    let timeout = Duration::from_millis(150);
    let client = D::new(&server.base, Settings { timeout, ..Settings::default() });
    let begin = Instant::now();
    let error = client.send(Flat::at("1").get()).unwrap_err();
    assert!(begin.elapsed() < Duration::from_millis(1_500), "{:?}", begin.elapsed());
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::BodyLost, 200));
    assert!(error.is_timeout() && error.request_id() == Some("r"));
}

pub(crate) fn neither_url_nor_token_is_shown<D: Driver>() {
    let shown = |error: graph_resource::Error| {
        let mut shown = format!("{error} {error:?} {error:#?}");
        let mut cause = error.source();
        while let Some(error) = cause {
            write!(shown, " {error} {error:?}").unwrap();
            cause = error.source();
        }
        shown
    };
    let timeout = Duration::from_millis(150);
    let (graph, _server, client) = with_client::<D>(Settings { timeout, max_body: 1_000, ..Settings::default() });
    let get = || Flat::at("s3cret-key").get().query("$skiptoken", "s3cret-query").header("x-api-key", "s3cret-header");
    let large = http::Response::new(bytes::Bytes::from("s3cret-body".repeat(100)));
    for fault in [
        Fault::disconnect(),
        Fault::cut_answer(7),
        Fault::latency(Duration::from_secs(1)),
        Fault::answer(large),
        Fault::redirect(302, "/s3cret-location"),
    ] {
        graph.fault_next(fault);
        let shown = shown(client.send(get()).unwrap_err());
        assert!(!shown.contains("s3cret"), "{shown}");
    }
    let shown = shown(D::new(&deserted(), Settings::default()).send(get()).unwrap_err());
    assert!(!shown.contains("s3cret") && !shown.contains(TOKEN), "{shown}");
}
