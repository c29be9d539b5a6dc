//! Subscriptions, and what is sent to those who have one.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use graph_resource_testing::{Deliveries, EmbeddedGraph, Fate, fixtures};
use http::{Request, Response};
use serde_json::{Value, json};

use crate::{ask, json as read, outcome};

const RECORDS: &str = "/communications/callRecords";

/// A subscriber that answers validations with the token, and deliveries with these statuses, the last one from then on.
fn subscriber(statuses: &'static [u16]) -> impl Fn(&Request<Bytes>) -> Response<Bytes> + Send + Sync {
    let count = Mutex::new(0);
    move |request| match request.uri().query().and_then(|query| query.strip_prefix("validationToken=")) {
        Some(token) => {
            let token = percent_encoding::percent_decode_str(token).decode_utf8().unwrap().into_owned();
            Response::builder().header("content-type", "text/plain; charset=utf-8").body(token.into()).unwrap()
        }
        None => {
            let mut count = count.lock().unwrap();
            let status = statuses[usize::min(*count, statuses.len() - 1)];
            *count += 1;
            Response::builder().status(status).body(Bytes::new()).unwrap()
        }
    }
}

fn graph(how: Deliveries, statuses: &'static [u16]) -> EmbeddedGraph {
    EmbeddedGraph::with_call_records().with_subscriptions(how).with_subscriber(subscriber(statuses))
}

fn body(other: &Value) -> String {
    let mut body = json!({
        "resource": RECORDS, "changeType": "created,updated", "clientState": "kept secret",
        "notificationUrl": "https://example.com/notify", "lifecycleNotificationUrl": "https://example.com/lifecycle",
        "expirationDateTime": "2026-01-02T00:00:00Z",
    });
    body.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    body.to_string()
}

/// Subscribes, and gives the path of the subscription.
fn subscribe(graph: &EmbeddedGraph, other: &Value) -> String {
    let answer = ask(graph, "POST /subscriptions", &body(other));
    assert_eq!(answer.status(), 201, "{answer:?}");
    format!("/subscriptions/{}", read(&answer)["id"].as_str().unwrap())
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// Another version of a record.
fn grow(graph: &EmbeddedGraph, version: i64) {
    graph.change(&format!("{RECORDS}/{}", fixtures::GROUP_CALL), |record| record["version"] = json!(version));
}

/// The items that were delivered.
fn items(graph: &EmbeddedGraph) -> Vec<Value> {
    let bodies = graph.deliveries().into_iter().filter_map(|exchange| exchange.request().json());
    bodies.flat_map(|body| body["value"].as_array().unwrap().clone()).collect()
}

#[test]
fn a_subscription_is_validated_made_renewed_and_deleted() {
    let graph = graph(Deliveries::new(), &[202]);
    let path = subscribe(&graph, &json!({}));
    let asked: Vec<String> = graph.deliveries().iter().map(|exchange| exchange.request().target().to_owned()).collect();
    assert_eq!(asked.len(), 2);
    assert!(asked[0].starts_with("/notify?validationToken=") && asked[1].starts_with("/lifecycle?validationToken="));
    assert!(asked[0].contains("%20"), "the token has to be decoded");

    let shown = read(&ask(&graph, &format!("GET {path}"), ""));
    assert_eq!(shown.get("clientState"), None, "the secret is not shown");
    assert_eq!(graph.entity(&path).unwrap()["clientState"], "kept secret");

    let renewal = |end: &str| json!({ "expirationDateTime": end }).to_string();
    assert_eq!(outcome(&ask(&graph, &format!("PATCH {path}"), &renewal("2026-01-03T12:00:00Z"))), "200");
    assert_eq!(outcome(&ask(&graph, &format!("PATCH {path}"), &renewal("2026-02-03T12:00:00Z"))), "400 BadRequest");
    let refused = ask(&graph, &format!("PATCH {path}"), &renewal("2026-02-03T12:00:00Z"));
    let said = str::from_utf8(refused.body()).unwrap();
    assert!(said.contains("after 2026-01-01T00:00:") && said.contains("`with_clock` sets"), "{said}");
    assert_eq!(outcome(&ask(&graph, &format!("PATCH {path}"), r#"{"changeType":"updated"}"#)), "400 BadRequest");
    assert_eq!(graph.entity(&path).unwrap()["expirationDateTime"], "2026-01-03T12:00:00Z");
    assert_eq!(graph.deliveries().len(), 2, "a renewal asks nobody");
    let moved = r#"{"notificationUrl":"https://example.com/other"}"#;
    assert_eq!(outcome(&ask(&graph, &format!("PATCH {path}"), moved)), "200");
    assert_eq!(graph.deliveries().len(), 3, "another URL is validated");

    assert_eq!(outcome(&ask(&graph, &format!("DELETE {path}"), "")), "204");
    assert_eq!(outcome(&ask(&graph, &format!("PATCH {path}"), &renewal("2026-01-03T12:00:00Z"))), "404 itemNotFound");
    grow(&graph, 8);
    assert_eq!(graph.deliver(), 0);
}

#[test]
fn nobody_is_subscribed_who_does_not_want_it() {
    type Answer = fn(&Request<Bytes>) -> Response<Bytes>;
    let answers: [Answer; 4] = [
        |_| Response::new(Bytes::from("another token")),
        |_| Response::builder().status(202).body(Bytes::new()).unwrap(),
        // The token as it came, not decoded.
        |request| {
            let token = request.uri().query().unwrap().replace("validationToken=", "");
            Response::builder().header("content-type", "text/plain").body(token.into()).unwrap()
        },
        |request| {
            let mut answer = subscriber(&[202])(request);
            answer.headers_mut().remove("content-type");
            answer
        },
    ];
    for answer in answers {
        let graph = EmbeddedGraph::with_call_records().with_subscriptions(Deliveries::new()).with_subscriber(answer);
        assert_eq!(outcome(&ask(&graph, "POST /subscriptions", &body(&json!({})))), "400 ValidationError");
        assert!(graph.entities("/subscriptions").is_empty());
    }
    let graph = graph(Deliveries::new(), &[202]);
    let nothing = body(&json!({"resource": "/communications/calls"}));
    assert_eq!(outcome(&ask(&graph, "POST /subscriptions", &nothing)), "400 BadRequest");
    assert!(graph.deliveries().is_empty(), "what is refused anyway asks nobody");
    // Without subscriptions, there is no such path.
    let plain = EmbeddedGraph::with_call_records();
    assert_eq!(outcome(&ask(&plain, "POST /subscriptions", &body(&json!({})))), "404 ResourceNotFound");
}

#[test]
fn changes_are_announced_in_graphs_form_to_those_who_want_them() {
    let graph = graph(Deliveries::new(), &[202]).with_entity("/users", json!({"id": "1", "city": "Oslo"}));
    let path = subscribe(&graph, &json!({}));
    subscribe(&graph, &json!({"resource": "/users/1", "changeType": "updated,deleted"}));
    grow(&graph, 8);
    graph.insert(RECORDS, json!({"id": "new", "version": 1}));
    graph.remove(&format!("{RECORDS}/new"));
    // By a request as well.
    assert_eq!(ask(&graph, "PATCH /users/1", r#"{"city":"Bergen"}"#).status(), 200);
    assert_eq!(ask(&graph, "DELETE /users/1", "").status(), 204);
    assert_eq!((graph.pending_deliveries(), graph.deliver(), graph.pending_deliveries()), (4, 4, 0));

    let items = items(&graph);
    let told: Vec<_> = items.iter().map(|item| (item["changeType"].as_str(), item["resource"].as_str())).collect();
    let record = format!("communications/callRecords/{}", fixtures::GROUP_CALL);
    let user = Some("users/1");
    let new = Some("communications/callRecords/new");
    assert_eq!(
        told,
        [(Some("updated"), Some(&*record)), (Some("created"), new), (Some("updated"), user), (Some("deleted"), user)]
    );
    let etag = graph.etag(&format!("/{record}")).unwrap();
    let expected = json!({
        "subscriptionId": id(&path), "subscriptionExpirationDateTime": "2026-01-02T00:00:00Z",
        "clientState": "kept secret", "changeType": "updated", "resource": record,
        "resourceData": {
            "@odata.type": "#Microsoft.Graph.callrecord", "@odata.id": record, "@odata.etag": etag,
            "id": fixtures::GROUP_CALL,
        },
        "tenantId": "0000007e-0000-4000-8000-000000000001",
    });
    assert_eq!(items[0], expected);
}

#[test]
fn deliveries_are_repeated_and_meet_their_fates() {
    let graph = graph(Deliveries::new(), &[503, 202]);
    subscribe(&graph, &json!({}));
    grow(&graph, 8);
    assert_eq!(graph.deliver(), 2);
    for (fate, times) in [(Fate::Twice, 2), (Fate::Lost, 0), (Fate::Late(Duration::from_secs(60)), 1), (Fate::Sent, 1)]
    {
        graph.fate_next(fate);
        grow(&graph, 9);
        assert_eq!(graph.deliver(), times, "{fate:?}");
    }
    graph.fate_next(Fate::Behind);
    grow(&graph, 10);
    graph.insert(RECORDS, json!({"id": "new"}));
    graph.deliver();
    let items = items(&graph);
    let told: Vec<_> = items[items.len() - 2..].iter().map(|item| item["changeType"].clone()).collect();
    assert_eq!(told, ["created", "updated"]);
}

#[test]
fn lifecycle_events_have_their_effect() {
    let graph = graph(Deliveries::new(), &[202]);
    let path = subscribe(&graph, &json!({}));
    assert!(graph.send_lifecycle(id(&path), "reauthorizationRequired"));
    assert_eq!(graph.deliver(), 1);
    let exchange = graph.deliveries().pop().unwrap();
    assert_eq!(exchange.request().target(), "/lifecycle");
    let item = exchange.request().json().unwrap()["value"][0].clone();
    assert_eq!(
        (&item["lifecycleEvent"], &item["clientState"]),
        (&json!("reauthorizationRequired"), &json!("kept secret"))
    );
    assert!(item.get("changeType").is_none() && item.get("resource").is_none());

    grow(&graph, 8);
    assert_eq!(graph.deliver(), 0, "nothing is announced before it is reauthorized");
    assert_eq!(outcome(&ask(&graph, &format!("POST {path}/reauthorize"), "")), "204");
    grow(&graph, 9);
    assert_eq!(graph.deliver(), 1);

    graph.send_lifecycle(id(&path), "reauthorizationRequired");
    ask(&graph, &format!("PATCH {path}"), r#"{"expirationDateTime":"2026-01-02T06:00:00Z"}"#);
    grow(&graph, 10);
    assert_eq!(graph.deliver(), 2, "a renewal reauthorizes as well");

    assert!(graph.send_lifecycle(id(&path), "subscriptionRemoved"));
    assert_eq!(outcome(&ask(&graph, &format!("GET {path}"), "")), "404 itemNotFound");
    assert!(!graph.send_lifecycle(id(&path), "missed"));
    assert_eq!(outcome(&ask(&graph, &format!("POST {path}/reauthorize"), "")), "404 itemNotFound");
}

#[test]
fn a_subscription_ends_by_itself() {
    let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600);
    let graph = graph(Deliveries::new(), &[202]).with_clock(start);
    let path = subscribe(&graph, &json!({"expirationDateTime": "2026-01-01T00:45:00Z"}));
    let graph = graph.with_clock(start + Duration::from_secs(45 * 60 - 1));
    grow(&graph, 8);
    assert_eq!(graph.deliver(), 1);
    grow(&graph, 9);
    assert_eq!(graph.deliver(), 0);
    assert_eq!(outcome(&ask(&graph, &format!("GET {path}"), "")), "404 itemNotFound");
}

#[test]
fn a_subscriber_may_ask_the_service_before_it_answers() {
    let graph = EmbeddedGraph::with_call_records().with_subscriptions(Deliveries::new());
    let (seen, inner) = (Arc::new(Mutex::new(Vec::new())), graph.clone());
    let (kept, answer) = (Arc::clone(&seen), subscriber(&[202]));
    let graph = graph.with_subscriber(move |request| {
        kept.lock().unwrap().push(inner.entities(RECORDS).len());
        answer(request)
    });
    subscribe(&graph, &json!({}));
    grow(&graph, 8);
    graph.deliver();
    assert_eq!(*seen.lock().unwrap(), [3, 3, 3]);
}

#[cfg(feature = "server")]
mod over_a_socket {
    use std::io::{Read as _, Write as _};
    use std::net::{TcpListener, TcpStream};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    use graph_resource_testing::{Deliveries, EmbeddedGraph, Fate};
    use serde_json::json;

    use super::{body, grow, subscriber};

    /// Reads one request and answers it, the n-th delivery as the n-th of these says; gives the body.
    fn answer(stream: &mut TcpStream, deliveries: &mut impl Iterator<Item = u16>) -> Option<String> {
        let mut read = Vec::new();
        let mut byte = [0];
        while !read.ends_with(b"\r\n\r\n") && stream.read(&mut byte).ok()? == 1 {
            read.push(byte[0]);
        }
        let head = String::from_utf8(read).unwrap().to_ascii_lowercase();
        let length =
            head.split("content-length: ").nth(1).map_or(0, |rest| rest.lines().next().unwrap().parse().unwrap());
        let mut body = vec![0; length];
        stream.read_exact(&mut body).ok()?;
        let target = head.split(' ').nth(1)?.to_owned();
        if let Some((_, token)) = target.split_once("validationtoken=") {
            // The case of the token was lost above.
            let request = http::Request::post(format!("/?validationToken={token}")).body(bytes::Bytes::new()).unwrap();
            let token = subscriber(&[202])(&request).into_body();
            let token = String::from_utf8(token.to_vec()).unwrap().replacen("validation", "Validation", 1);
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nconnection: close\r\n";
            write!(stream, "{head}content-length: {}\r\n\r\n{token}", token.len()).ok()?;
            return None;
        }
        match deliveries.next().unwrap_or(202) {
            // Too late for it.
            0 => sleep(Duration::from_millis(600)),
            status => write!(stream, "HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").ok()?,
        }
        Some(String::from_utf8(body).unwrap())
    }

    /// Listens; gives its URL, and what was delivered to it.
    fn listen(deliveries: &'static [u16]) -> (String, Receiver<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/notify", listener.local_addr().unwrap());
        let (sender, receiver): (Sender<String>, _) = channel();
        std::thread::spawn(move || {
            let mut deliveries = deliveries.iter().copied();
            for stream in listener.incoming() {
                if let Some(body) = answer(&mut stream.unwrap(), &mut deliveries) {
                    sender.send(body).unwrap();
                }
            }
        });
        (url, receiver)
    }

    #[test]
    fn it_asks_and_delivers_and_repeats_by_itself() {
        let how = Deliveries::new()
            .first_repeat(Duration::from_millis(50))
            .answer_within(Duration::from_millis(300))
            .per_request(2);
        let graph = EmbeddedGraph::with_call_records().with_subscriptions(how);
        let server = graph.serve().unwrap();
        let (url, delivered) = listen(&[503, 0, 202]);
        let body = body(&json!({"notificationUrl": url, "lifecycleNotificationUrl": url}));
        let mut stream = TcpStream::connect(server.address()).unwrap();
        write!(
            stream,
            "POST /v1.0/subscriptions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
             connection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");

        graph.fate_next(Fate::Late(Duration::from_millis(200)));
        grow(&graph, 8);
        let start = Instant::now();
        let next = || delivered.recv_timeout(Duration::from_secs(20)).unwrap();
        let bodies = [next(), next(), next()];
        assert!(start.elapsed() >= Duration::from_millis(200 + 50 + 300));
        assert!(bodies[0].contains("callrecord") && bodies[0] == bodies[1] && bodies[1] == bodies[2]);
        while graph.pending_deliveries() > 0 {
            assert!(start.elapsed() < Duration::from_secs(20));
            sleep(Duration::from_millis(5));
        }
        let statuses: Vec<_> =
            graph.deliveries().iter().map(|one| one.response().map(|it| it.status().as_u16())).collect();
        assert_eq!(statuses, [Some(200), Some(503), None, Some(202)]);
        drop(server);
        grow(&graph, 9);
        assert_eq!(graph.pending_deliveries(), 1, "nobody sends any more");
    }

    #[test]
    fn a_subscriber_that_is_not_there_and_one_behind_tls() {
        let graph = EmbeddedGraph::with_call_records().with_subscriptions(Deliveries::new());
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        for url in [format!("http://127.0.0.1:{port}/notify"), "https://127.0.0.1/notify".to_owned()] {
            let body = body(&json!({"notificationUrl": url, "lifecycleNotificationUrl": null}));
            assert_eq!(crate::outcome(&crate::ask(&graph, "POST /subscriptions", &body)), "400 ValidationError");
        }
    }
}
