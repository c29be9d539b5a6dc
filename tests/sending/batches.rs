//! Many requests in one, against the embedded Graph: shapes, answers of their own, what is sent again and when.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use graph_resource::{
    Answers, BaseUrl, Batch, Client, Error, ErrorKind, GraphAction, GraphComplex, GraphResource, Progress, Repeat,
    Retry,
};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/flats/<id>")]
struct Flat {
    id: String,
    n: i64,
}

type Waits = Arc<Mutex<Vec<Duration>>>;

/// A graph with so many flats, and the waits that were asked for; time passes at once.
fn graph(count: usize) -> (EmbeddedGraph, Waits) {
    let waits = Waits::default();
    let asked = Arc::clone(&waits);
    let graph = EmbeddedGraph::new().with_collection("/flats").with_sleep(move |wait| {
        asked.lock().unwrap().push(wait);
        std::future::ready(())
    });
    (1..=count).for_each(|n| {
        graph.insert("/flats", json!({"id": n.to_string(), "n": 0}));
    });
    (graph, waits)
}

fn client(graph: &EmbeddedGraph) -> Client<EmbeddedGraph> {
    Client::new(graph.clone(), BaseUrl::graph())
}

/// What the bodies of the batches said.
fn sent(graph: &EmbeddedGraph) -> Vec<Vec<Value>> {
    let requests = graph.requests();
    let bodies = requests.iter().map(|request| serde_json::from_slice::<Value>(request.body()).unwrap());
    bodies.map(|body| body["requests"].as_array().unwrap().clone()).collect()
}

/// The ids in each body, with those that they come after.
fn shapes(graph: &EmbeddedGraph) -> Vec<String> {
    let shape = |part: &Value| match part["dependsOn"][0].as_str() {
        Some(on) => format!("{}<{on}", part["id"].as_str().unwrap()),
        None => part["id"].as_str().unwrap().to_owned(),
    };
    sent(graph).iter().map(|body| body.iter().map(shape).collect::<Vec<_>>().join(" ")).collect()
}

fn set(id: usize, n: i64) -> graph_resource::Request<graph_resource::request::Update<Flat>> {
    Flat::at(id).update(FlatPatch::new().n(n))
}

#[tokio::test]
async fn each_part_has_an_answer_of_its_own() {
    let (graph, _) = graph(3);
    let client = client(&graph).prefer("odata.maxpagesize=2").header("x-own", "1");
    let mut batch = Batch::new();
    let read = batch.add(Flat::at("1").get());
    let list = batch.add(Flat::collection().list());
    let update = batch.add(set(2, 7).if_match(graph.etag("/flats/2").unwrap().as_str()));
    let missing = batch.add(Flat::at("9").get());
    let delete = batch.add(Flat::at("3").delete());
    let unbuilt = batch.add(Flat::at("").get());
    let again = batch.add(Flat::at("1").get());
    let create = batch.add(Flat::collection().create(&Flat { id: "new".into(), n: 4 }));
    assert_eq!((read.id().as_str(), create.id().as_str(), batch.len()), ("1", "8", 8));
    let mut answers = client.send_batch(batch).await.unwrap();

    let flat = answers.take(read).unwrap();
    assert_eq!((flat.n, flat.location()), (0, Some("/flats/1")));
    assert_eq!(answers.take(list).unwrap().len(), 2, "the preference of the client goes with each part");
    let mut flat = Flat { id: "2".into(), n: 0 };
    answers.take(update).unwrap().merge_into(&mut flat);
    assert_eq!(flat.n, 7);
    let error = answers.take(missing).unwrap_err();
    assert!(error.is_not_found() && error.request_id().is_some() && error.code() == Some("itemNotFound"), "{error:?}");
    answers.take(delete).unwrap();
    assert_eq!(answers.take(unbuilt).unwrap_err().kind(), ErrorKind::Path);
    assert_eq!(answers.take(again).unwrap().id, "1");
    assert_eq!(answers.take(create).unwrap().fetched().unwrap().n, 4);
    assert_eq!(graph.requests().len(), 1);
    assert_eq!(sent(&graph)[0][0]["url"], "/flats/1");
    assert_eq!(sent(&graph)[0][0]["headers"]["x-own"], "1");
    let other = Batch::new().add(Flat::at("1").get());
    assert_eq!(answers.take(other).unwrap_err().kind(), ErrorKind::Batch);
}

#[tokio::test]
async fn bodies_have_twenty_requests_and_one_shape() {
    let (graph, _) = graph(60);
    let mut batch = Batch::new();
    let parts: Vec<_> = (1..=50).map(|n| batch.add(set(n, 1))).collect();
    // A chain, a fan, and the rest by twenties.
    batch.after(&parts[1], &parts[0]);
    batch.after(&parts[2], &parts[1]);
    batch.after(&parts[4], &parts[3]);
    batch.after(&parts[5], &parts[3]);
    // The same once more is no second dependency.
    batch.after(&parts[5], &parts[3]);
    // A part may come after one that was added later.
    batch.after(&parts[6], &parts[7]);
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    for part in parts {
        answers.take(part).unwrap();
    }
    let shapes = shapes(&graph);
    assert_eq!(shapes[..3], ["1 2<1 3<2", "4 5<4 6<4", "8 7<8"]);
    assert_eq!(sent(&graph)[3..].iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 2]);
    assert!((1..=50).all(|n| graph.entity(&format!("/flats/{n}")).unwrap()["n"] == 1));
}

#[tokio::test]
async fn what_graph_would_not_take_is_not_sent() {
    let (graph, _) = graph(1);
    let build = |count: usize, after: &[(usize, usize)]| {
        let mut batch = Batch::new();
        let parts: Vec<_> = (0..count).map(|_| batch.add(Flat::at("1").get())).collect();
        for &(part, on) in after {
            batch.after(&parts[part], &parts[on]);
        }
        batch
    };
    let chain: Vec<_> = (1..21).map(|n| (n, n - 1)).collect();
    for (count, after, why) in [
        (21, &*chain, "a chain of 21"),
        (3, &[(2, 0), (2, 1)], "two dependencies"),
        (2, &[(0, 1), (1, 0)], "a circle"),
        (1, &[(0, 0)], "after itself"),
        (4, &[(1, 0), (2, 1), (3, 1)], "a chain that branches"),
    ] {
        let error = client(&graph).send_batch(build(count, after)).await.unwrap_err();
        assert_eq!((error.kind(), error.was_sent()), (ErrorKind::Batch, Some(false)), "{why}");
    }
    let mut batch = build(1, &[]);
    let foreign = Batch::new().add(Flat::at("1").get());
    let own = batch.add(Flat::at("1").get());
    batch.after(&own, &foreign);
    assert_eq!(client(&graph).send_batch(batch).await.unwrap_err().kind(), ErrorKind::Batch);
    assert_eq!(graph.request_count(), 0);
    assert!(client(&graph).send_batch(Batch::new()).await.is_ok());
    assert_eq!(graph.request_count(), 0, "an empty batch is no request");
}

#[tokio::test]
async fn what_comes_after_a_failure_is_not_carried_out() {
    let (graph, waits) = graph(3);
    let mut batch = Batch::new();
    let missing = batch.add(Flat::at("9").get());
    let update = batch.add(set(1, 1));
    let unbuilt = batch.add(Flat::at("..").get());
    let blocked = batch.add(set(2, 1));
    batch.after(&update, &missing);
    batch.after(&blocked, &unbuilt);
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    assert!(answers.take(missing).unwrap_err().is_not_found());
    assert_eq!(answers.take(update).unwrap_err().status().unwrap(), 424);
    assert_eq!(answers.take(blocked).unwrap_err().kind(), ErrorKind::Batch);
    assert_eq!(shapes(&graph), ["1 2<1"]);
    assert!(waits.lock().unwrap().is_empty());
    assert_eq!(graph.entity("/flats/1").unwrap()["n"], 0);
}

#[tokio::test]
async fn throttled_parts_go_again_after_the_longest_wait() {
    let (graph, waits) = graph(9);
    let throttle = |id: &str, wait: &str| {
        FaultRule::new(Fault::status(429).retry_after(wait)).path(&format!("/flats/{id}")).in_batches().nth(1)
    };
    graph.add_fault(throttle("2", "3.5"));
    graph.add_fault(throttle("5", "2"));
    let mut batch = Batch::new();
    let parts: Vec<_> = (1..=5).map(|n| batch.add(set(n, 1))).collect();
    for pair in parts[..3].windows(2) {
        batch.after(&pair[1], &pair[0]);
    }
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    for part in parts {
        answers.take(part).unwrap();
    }
    // Without the dependency that has succeeded, under the same ids.
    assert_eq!(shapes(&graph), ["1 2<1 3<2", "4 5", "2 3<2", "5"]);
    assert_eq!(*waits.lock().unwrap(), [Duration::from_millis(3_500)]);
}

#[tokio::test]
async fn a_part_is_repeated_as_it_would_be_alone() {
    // The fault of a part; how often a read, a change, a change under `If-Match` and a creation are carried in a batch.
    let table: [(Making, [usize; 4]); 4] = [
        (|| Fault::status(429), [2, 2, 2, 2]),
        (|| Fault::status(503), [2, 2, 2, 1]),
        (|| Fault::status(504), [2, 2, 1, 1]),
        (Fault::disconnect, [2, 2, 1, 1]),
    ];
    for (fault, expected) in table {
        for (kind, expected) in expected.into_iter().enumerate() {
            let (graph, _) = graph(2);
            graph.add_fault(FaultRule::new(fault()).in_batches().nth(1));
            let mut batch = Batch::new();
            let tag = graph.etag("/flats/1").unwrap();
            let mut outcome: Taking = match kind {
                0 => taken(batch.add(Flat::at("1").get())),
                1 => taken(batch.add(set(1, 1))),
                2 => taken(batch.add(set(1, 1).if_match(tag.as_str()))),
                _ => taken(batch.add(Flat::collection().create(&Flat { id: "3".into(), n: 1 }))),
            };
            let mut answers = client(&graph).send_batch(batch).await.unwrap();
            let result = outcome(&mut answers);
            assert_eq!((graph.requests().len(), result.is_ok()), (expected, expected == 2), "{:?} {kind}", fault());
        }
    }
}

type Making = fn() -> Fault;

/// Takes the answer of one part, of whatever kind.
type Taking = Box<dyn FnMut(&mut Answers) -> Result<(), Error>>;

fn taken<O: graph_resource::Operation + 'static>(part: graph_resource::Part<O>) -> Taking {
    let mut part = Some(part);
    Box::new(move |answers| answers.take(part.take().unwrap()).map(drop))
}

#[tokio::test]
async fn a_part_without_an_answer_is_an_error_of_its_own() {
    let (graph, _) = graph(3);
    graph.add_fault(FaultRule::new(Fault::lose_answer()).path("/flats/2").in_batches());
    let mut batch = Batch::new();
    let one = batch.add(set(1, 1));
    let lost = batch.add(set(2, 1).repeat(Repeat::Once));
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    answers.take(one).unwrap();
    let error = answers.take(lost).unwrap_err();
    assert_eq!((error.kind(), error.was_sent()), (ErrorKind::Unanswered, Some(true)));
    assert_eq!(graph.entity("/flats/2").unwrap()["n"], 1);
}

#[tokio::test]
async fn a_body_that_is_lost_fails_its_own_requests() {
    let (graph, _) = graph(60);
    let mut batch = Batch::new();
    let parts: Vec<_> = (1..=41).map(|n| batch.add(set(n, 1).repeat(Repeat::Once))).collect();
    graph.add_fault(FaultRule::new(Fault::lose_answer()).path("/$batch").nth(2));
    graph.add_fault(FaultRule::new(Fault::status(403)).path("/$batch").nth(3));
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    let outcomes: Vec<_> =
        parts.into_iter().map(|part| answers.take(part).map_err(|error| (error.kind(), error))).collect();
    assert!(outcomes[..20].iter().all(Result::is_ok));
    assert!(outcomes[20..40].iter().all(|outcome| matches!(outcome, Err((ErrorKind::Transport, _)))));
    assert!(matches!(&outcomes[40], Err((ErrorKind::Service, error)) if error.status().unwrap() == 403));
    // Where none is answered, the error is that of the batch.
    graph.fail_next();
    let mut batch = Batch::new();
    let _ = batch.add(set(1, 1).repeat(Repeat::Once));
    assert_eq!(client(&graph).send_batch(batch).await.unwrap_err().kind(), ErrorKind::Transport);
    for garbage in [Fault::garbage(), Fault::html(200)] {
        graph.fault_next(garbage);
        let mut batch = Batch::new();
        let _ = batch.add(set(1, 1));
        assert_eq!(client(&graph).send_batch(batch).await.unwrap_err().kind(), ErrorKind::Decode);
    }
}

#[tokio::test]
async fn a_body_is_repeated_where_each_of_its_requests_may_be() {
    for (repeat, expected) in [(Repeat::Idempotent, 2), (Repeat::Once, 1)] {
        let (graph, _) = graph(2);
        graph.fault_next(Fault::lose_answer());
        let mut batch = Batch::new();
        let _ = batch.add(Flat::at("1").get());
        let _ = batch.add(set(1, 1).repeat(repeat));
        let sent = client(&graph).send_batch(batch).await;
        assert_eq!((graph.request_count(), sent.is_ok()), (expected, expected == 2));
    }
}

#[tokio::test]
async fn requests_of_one_name_run_one_after_another() {
    let (graph, _) = graph(6);
    let mut batch = Batch::new();
    batch.sequential_by(|url| url.ends_with(['1', '3', '9']).then(|| "odd".to_owned()));
    let parts: Vec<_> = [1, 2, 9, 3].map(|id| batch.add(Flat::at(id).get())).into_iter().collect();
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    let outcomes: Vec<_> = parts.into_iter().map(|part| answers.take(part).is_ok()).collect();
    assert_eq!(outcomes, [true, true, false, true], "the one after a failure has one of its own");
    assert_eq!(shapes(&graph), ["1 3<1 4<3", "2", "4"]);
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Touch {}

impl GraphAction for Touch {
    type On = graph_resource::At<Flat>;
    type Output = ();
    const NAME: &'static str = "touch";
}

#[tokio::test]
async fn an_action_without_parameters_has_a_body_in_a_batch() {
    let (graph, _) = graph(1);
    let graph =
        graph.with_action("/flats/{id}/touch", |call| call.graph().change("/flats/1", |flat| flat["n"] = 5.into()));
    let mut batch = Batch::new();
    let part = batch.add(Flat::at("1").invoke(Touch {}));
    client(&graph).send_batch(batch).await.unwrap().take(part).unwrap();
    assert_eq!(sent(&graph)[0][0]["body"], json!({}));
    assert_eq!(graph.entity("/flats/1").unwrap()["n"], 5);
}

#[tokio::test]
async fn all_changes_of_an_iterator_are_made() {
    let (graph, _) = graph(105);
    graph.add_fault(FaultRule::new(Fault::status(429).retry_after("1")).in_batches().every(7));
    graph.add_fault(FaultRule::new(Fault::status(503)).path("/$batch").every(4));
    let client = client(&graph).retry(Retry::new().attempts(20).budget(10_000));
    let seen = Mutex::new(Vec::new());
    let changes = (1..=106).map(|n| (Flat::at(n), if n == 50 { FlatPatch::new() } else { FlatPatch::new().n(n) }));
    let mut results =
        client.update_all(changes).in_flight(3).on_progress(|progress: Progress| seen.lock().unwrap().push(progress));
    let mut failed = Vec::new();
    while let Some((at, result)) = results.next().await {
        match result {
            Ok(updated) => assert_eq!(updated.patch().n.unwrap().to_string(), at.path().as_str().unwrap()[7..]),
            Err(error) => failed.push((at.path().as_str().unwrap().to_owned(), error.kind())),
        }
    }
    failed.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(
        failed,
        [("/flats/106".to_owned(), ErrorKind::Service), ("/flats/50".to_owned(), ErrorKind::EmptyPatch)]
    );
    let progress = results.progress();
    assert_eq!((progress.started(), progress.done(), progress.succeeded(), progress.failed()), (106, 106, 104, 2));
    drop(results);
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen.last().copied(), Some(progress));
    assert!(seen.is_sorted_by_key(Progress::done));
    assert!((1..=105).all(|n| n == 50 || graph.entity(&format!("/flats/{n}")).unwrap()["n"] == n));
}

/// A transport that never answers, and counts what it was asked.
struct Never(Mutex<usize>);

impl graph_resource::HttpClient for Never {
    type Error = std::io::Error;

    async fn send(&self, _: http::Request<bytes::Bytes>) -> Result<http::Response<bytes::Bytes>, std::io::Error> {
        *self.0.lock().unwrap() += 1;
        std::future::pending().await
    }
}

#[tokio::test]
async fn batches_in_flight_are_bounded_and_nothing_is_taken_ahead() {
    let client = Client::new(Never(Mutex::new(0)), BaseUrl::graph());
    let mut taken = 0;
    let changes = (1..).inspect(|_| taken += 1).map(|n| (Flat::at(n), FlatPatch::new().n(n)));
    let mut results = client.update_all(changes).in_flight(3);
    for _ in 0..3 {
        let next = tokio::time::timeout(Duration::from_millis(5), results.next());
        assert!(next.await.is_err());
    }
    drop(results);
    assert_eq!((taken, *client.transport().0.lock().unwrap()), (60, 3));
}

#[tokio::test]
async fn a_dropped_call_loses_no_outcome() {
    let (graph, _) = graph(100);
    let graph = graph.with_sleep(tokio::time::sleep);
    graph.add_fault(FaultRule::new(Fault::latency(Duration::from_millis(20))).path("/$batch"));
    let client = client(&graph);
    let mut results = client.update_all((1..=100).map(|n| (Flat::at(n), FlatPatch::new().n(1)))).in_flight(2);
    let (mut outcomes, mut dropped) = (0, 0);
    loop {
        match tokio::time::timeout(Duration::from_millis(3), results.next()).await {
            Ok(None) => break,
            Ok(Some((_, result))) => {
                result.unwrap();
                outcomes += 1;
            }
            Err(_) => dropped += 1,
        }
    }
    assert_eq!((outcomes, graph.request_count()), (100, 5));
    assert!(dropped > 0);
}

#[test]
fn futures_of_batches_can_be_sent() {
    fn is_send<F: Future + Send>(_: F) {}
    let (graph, _) = graph(1);
    let client = client(&graph).boxed();
    is_send(client.send_batch(Batch::new()));
    let mut results = client.update_all([(Flat::at("1"), FlatPatch::new())]);
    is_send(results.next());
}

/// A stream that gives what was put in, and ends where it is closed.
struct Channel(tokio::sync::mpsc::UnboundedReceiver<usize>);

impl futures_core::Stream for Channel {
    type Item = (graph_resource::At<Flat>, FlatPatch);

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|id| id.map(|id| (Flat::at(id), FlatPatch::new().n(1))))
    }
}

#[tokio::test]
async fn changes_of_a_stream_are_sent_as_they_come() {
    let (graph, _) = graph(60);
    let client = client(&graph);
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    let mut results = client.update_all_stream(Channel(receiver)).in_flight(2);
    // Three are no full batch, and are sent all the same.
    (1..=3).for_each(|id| sender.send(id).unwrap());
    for _ in 0..3 {
        results.next().await.unwrap().1.unwrap();
    }
    assert!(tokio::time::timeout(Duration::from_millis(5), results.next()).await.is_err(), "there may be more");
    (4..=60).for_each(|id| sender.send(id).unwrap());
    drop(sender);
    let mut outcomes = 0;
    let mut stream = std::pin::pin!(results);
    while let Some((_, result)) = std::future::poll_fn(|cx| futures_core::Stream::poll_next(stream.as_mut(), cx)).await
    {
        result.unwrap();
        outcomes += 1;
    }
    assert_eq!((outcomes, sent(&graph).iter().map(Vec::len).collect::<Vec<_>>()), (57, vec![3, 20, 20, 17]));
}

#[tokio::test]
async fn a_header_that_is_no_text_is_refused_for_its_own_request() {
    let (graph, _) = graph(1);
    let mut batch = Batch::new();
    let tagged = batch.add(Flat::at("1").get().header("x-own", http::HeaderValue::from_bytes(b"\xff").unwrap()));
    let plain = batch.add(Flat::at("1").get());
    let mut answers = client(&graph).send_batch(batch).await.unwrap();
    assert_eq!(answers.take(tagged).unwrap_err().kind(), ErrorKind::Header);
    answers.take(plain).unwrap();
    assert_eq!(sent(&graph)[0].len(), 1);
}

#[tokio::test]
async fn a_throttled_part_closes_the_gate_for_its_key() {
    let (graph, waits) = graph(3);
    let scope = FaultRule::new(Fault::status(429).retry_after("9").header("x-ms-throttle-scope", "Mailbox"));
    graph.add_fault(scope.path("/flats/2").in_batches().nth(1));
    let client = client(&graph).retry(Retry::new().total(Duration::from_secs(5)));
    client.send(Flat::at("1").get()).await.unwrap();
    let mut batch = Batch::new();
    let parts = [batch.add(Flat::at("1").get()), batch.add(Flat::at("2").get())];
    let mut answers = client.send_batch(batch).await.unwrap();
    let [first, second] = parts.map(|part| answers.take(part).map(drop));
    first.unwrap();
    assert_eq!(second.unwrap_err().status().unwrap().as_u16(), 429);

    // A request of its own for the same resource would wait for longer than it may; one for another is sent.
    let error = client.send(Flat::at("2").get()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Throttled, 0));
    client.send(Flat::at("1").get()).await.unwrap();
    assert!(waits.lock().unwrap().is_empty());
}
