//! Saving where others write too, and where answers are lost.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use graph_resource::{BaseUrl, Client, Error, ErrorKind, GraphResource, Resolve, Retry, Tracked};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule};
use serde_json::json;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/tasks/<id>")]
struct Task {
    id: String,
    title: Option<String>,
    percent: i32,
    #[graph_resource(default)]
    assigned: BTreeMap<String, i64>,
    #[graph_resource(write_only)]
    secret: Option<String>,
}

type Waits = Arc<Mutex<Vec<Duration>>>;

/// A graph with one task, and the waits that were asked for; time passes at once.
fn graph() -> (EmbeddedGraph, Client<EmbeddedGraph>, Waits) {
    let waits = Waits::default();
    let asked = Arc::clone(&waits);
    let graph = EmbeddedGraph::new()
        .with_entity("/tasks", json!({"id": "1", "title": "old", "percent": 0, "assigned": {"a": 1}}))
        .with_sleep(move |wait| {
            asked.lock().unwrap().push(wait);
            std::future::ready(())
        });
    let client = Client::new(graph.clone(), BaseUrl::graph());
    (graph, client, waits)
}

async fn task(client: &Client<EmbeddedGraph>) -> Tracked<Task> {
    client.send(Task::at("1").get()).await.unwrap().track()
}

fn lines(graph: &EmbeddedGraph) -> Vec<String> {
    graph.requests().iter().map(|request| request.method().to_string()).collect()
}

#[tokio::test]
async fn a_change_of_another_property_is_merged() {
    let (graph, client, waits) = graph();
    let mut task = task(&client).await;
    task.percent = 50;
    task.assigned.insert("mine".into(), 2);
    graph.change("/tasks/1", |task| {
        task["title"] = "theirs".into();
        task["assigned"] = json!({"a": 1, "theirs": 3});
    });
    task.save_with_retry(&client).await.unwrap();
    assert_eq!(lines(&graph), ["GET", "PATCH", "GET", "PATCH"]);
    assert!(waits.lock().unwrap().is_empty(), "who is overtaken has the turn: nobody else's is waited for");
    let stored = graph.entity("/tasks/1").unwrap();
    assert_eq!((&stored["title"], &stored["percent"]), (&json!("theirs"), &json!(50)));
    assert_eq!(stored["assigned"], json!({"a": 1, "mine": 2, "theirs": 3}));
    assert!(!task.is_changed() && task.title.as_deref() == Some("theirs"));
    // The second one says what is mine, and no more.
    assert_eq!(graph.requests()[3].body(), r#"{"percent":50,"assigned":{"mine":2}}"#);
}

#[tokio::test]
async fn a_conflict_stops_and_the_changes_stay() {
    let (graph, client, _) = graph();
    let mut task = task(&client).await;
    task.title = Some("mine".into());
    task.percent = 50;
    graph.change("/tasks/1", |task| task["title"] = "theirs".into());
    let error = task.save_with_retry(&client).await.unwrap_err();
    assert!(error.is_precondition_failed() && error.conflicts() == ["title"], "{error:?}");
    assert_eq!((task.title.as_deref(), task.percent, task.is_changed()), (Some("mine"), 50, true));
    // It stays in the version that it was read in: to save does not overwrite.
    assert!(task.save(&client).await.unwrap_err().is_precondition_failed());
    assert_eq!(task.reload_keeping(&client).await.unwrap(), ["title"]);
    assert_eq!((task.title.as_deref(), task.percent), (Some("mine"), 50));
    task.save(&client).await.unwrap();
    assert_eq!(graph.entity("/tasks/1").unwrap()["title"], "mine");
}

#[tokio::test]
async fn conflicts_are_decided_by_property() {
    for (resolve, expected) in [(Resolve::Mine, "mine"), (Resolve::Theirs, "theirs")] {
        let (graph, client, _) = graph();
        let mut task = task(&client).await;
        task.title = Some("mine".into());
        task.assigned.insert("a".into(), 5);
        graph.change("/tasks/1", |task| {
            task["title"] = "theirs".into();
            task["assigned"]["a"] = 7.into();
        });
        let mut asked = Vec::new();
        task.save_with_retry(&client)
            .on_conflict(|conflict| {
                asked.push((
                    conflict.name().to_owned(),
                    conflict.base().assigned["a"],
                    conflict.theirs().assigned["a"],
                ));
                if conflict.name() == "title" { resolve } else { Resolve::Mine }
            })
            .await
            .unwrap();
        assert_eq!(asked, [("title".into(), 1, 7), ("assigned.a".into(), 1, 7)]);
        let stored = graph.entity("/tasks/1").unwrap();
        assert_eq!((stored["title"].as_str(), &stored["assigned"]["a"]), (Some(expected), &json!(5)));
        assert!(task.title.as_deref() == Some(expected) && !task.is_changed());
    }
}

#[tokio::test]
async fn where_theirs_is_all_there_is_nothing_is_sent() {
    let (graph, client, _) = graph();
    let mut task = task(&client).await;
    task.title = Some("same".into());
    graph.change("/tasks/1", |task| task["title"] = "same".into());
    task.save_with_retry(&client).await.unwrap();
    assert_eq!(lines(&graph), ["GET", "PATCH", "GET"]);
}

#[tokio::test]
async fn an_outcome_that_is_not_known_is_looked_for() {
    let done: [fn() -> Fault; 5] = [
        Fault::lose_answer,
        || Fault::status(504).after_effect(),
        || Fault::status(500).after_effect(),
        Fault::garbage,
        || Fault::shorten_answer(9),
    ];
    let not_done: [fn() -> Fault; 3] = [Fault::disconnect, || Fault::status(504), || Fault::html(502)];
    for (fault, is_done) in done.map(|fault| (fault, true)).into_iter().chain(not_done.map(|fault| (fault, false))) {
        let (graph, client, _) = graph();
        let mut task = task(&client).await;
        task.percent = 50;
        graph.fault_next(fault());
        task.save_with_retry(&client).await.unwrap();
        let expected: &[&str] = if is_done { &["GET", "PATCH", "GET"] } else { &["GET", "PATCH", "GET", "PATCH"] };
        assert_eq!(lines(&graph), expected, "{:?}", fault());
        assert_eq!(graph.entity("/tasks/1").unwrap()["percent"], 50);
        assert!(!task.is_changed());
    }
}

#[tokio::test]
async fn after_the_last_try_an_unknown_outcome_is_still_looked_for() {
    let (graph, client, _) = graph();
    let mut task = task(&client).await;
    task.percent = 50;
    graph.fault_next(Fault::lose_answer());
    task.save_with_retry(&client).attempts(1).await.unwrap();
    task.percent = 60;
    graph.fault_next(Fault::disconnect());
    let error = task.save_with_retry(&client).attempts(1).await.unwrap_err();
    assert_eq!((error.kind(), task.is_changed()), (ErrorKind::Transport, true));
    assert_eq!(lines(&graph), ["GET", "PATCH", "GET", "PATCH", "GET"]);
}

#[tokio::test]
async fn tries_are_bounded() {
    let (graph, client, waits) = graph();
    let mut task = task(&client).await;
    task.percent = 50;
    graph.add_fault(FaultRule::new(Fault::touch()).method("PATCH"));
    let error = task.save_with_retry(&client).attempts(3).await.unwrap_err();
    assert!(error.is_precondition_failed() && error.conflicts().is_empty());
    assert_eq!(lines(&graph), ["GET", "PATCH", "GET", "PATCH", "GET", "PATCH"]);
    assert_eq!(waits.lock().unwrap().len(), 1, "after a conflict during a turn, the next try comes later");
    graph.clear_faults();
    task.save_with_retry(&client).attempts(3).await.unwrap();
}

#[tokio::test]
async fn a_code_says_that_a_409_is_of_the_version() {
    for (code, is_merged) in [("Conflict", true), ("resourceModified", true), ("nameAlreadyExists", false)] {
        let (graph, client, _) = graph();
        let mut task = task(&client).await;
        task.percent = 50;
        let body = json!({"error": {"code": code, "message": "m"}}).to_string();
        graph.fault_next(Fault::answer(http::Response::builder().status(409).body(body.into()).unwrap()));
        let saved = task.save_with_retry(&client).await;
        assert_eq!((saved.is_ok(), graph.request_count()), (is_merged, if is_merged { 4 } else { 2 }), "{code}");
    }
}

#[tokio::test]
async fn what_is_refused_is_not_tried_again() {
    for status in [400, 403, 404, 423] {
        let (graph, client, _) = graph();
        let mut task = task(&client).await;
        task.percent = 50;
        graph.fault_next(Fault::status(status));
        let error = task.save_with_retry(&client).await.unwrap_err();
        assert_eq!((error.status().unwrap().as_u16(), graph.request_count()), (status, 2));
    }
    let (graph, client, _) = graph();
    let mut task = task(&client).await;
    task.save_with_retry(&client).await.unwrap();
    assert_eq!(graph.request_count(), 1, "without a change, nothing is sent");
}

#[tokio::test]
async fn a_reload_that_fails_leaves_the_resource_as_it_is() {
    let (graph, client, _) = graph();
    let client = client.retry(Retry::never());
    let mut task = task(&client).await;
    task.percent = 50;
    graph.change("/tasks/1", |task| task["title"] = "theirs".into());
    graph.add_fault(FaultRule::new(Fault::status(503)).method("GET"));
    let error: Error = task.save_with_retry(&client).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
    assert!(task.reload_keeping(&client).await.is_err());
    assert_eq!((task.title.as_deref(), task.percent), (Some("old"), 50));
}

#[tokio::test]
async fn what_no_answer_shows_is_kept_and_sent() {
    let (graph, client, _) = graph();
    let mut task = task(&client).await;
    task.secret = Some("s".into());
    graph.change("/tasks/1", |task| task["title"] = "theirs".into());
    assert!(task.reload_keeping(&client).await.unwrap().is_empty());
    assert_eq!((task.secret.as_deref(), task.title.as_deref()), (Some("s"), Some("theirs")));
    graph.change("/tasks/1", |task| task["title"] = "again".into());
    task.save_with_retry(&client).await.unwrap();
    assert_eq!(graph.entity("/tasks/1").unwrap()["secret"], "s");
    assert_eq!(task.secret.as_deref(), Some("s"));
}

#[tokio::test]
async fn a_save_that_is_dropped_leaves_the_changes() {
    let (graph, client, _) = graph();
    let graph = graph.with_sleep(tokio::time::sleep);
    let mut task = task(&client).await;
    task.percent = 50;
    graph.add_fault(FaultRule::new(Fault::touch()).method("PATCH").times(1));
    graph.add_fault(FaultRule::new(Fault::latency(Duration::from_secs(60))).times(1));
    let save = task.save_with_retry(&client).into_future();
    assert!(tokio::time::timeout(Duration::from_millis(30), save).await.is_err());
    assert!(task.is_changed() && task.percent == 50);
    graph.clear_faults();
    task.save_with_retry(&client).await.unwrap();
    assert_eq!(graph.entity("/tasks/1").unwrap()["percent"], 50);
}

#[test]
fn its_future_can_be_sent_in_generic_code() {
    fn is_send<F: Future + Send>(_: &F) {}
    fn save<R: graph_resource::SendResource, T: graph_resource::HttpClient>(
        record: &mut Tracked<R>,
        client: &Client<T>,
    ) {
        is_send(&record.save_with_retry(client).on_conflict(|_| Resolve::Mine).into_future());
        is_send(&record.reload_keeping(client));
    }
    let _ = save::<Task, EmbeddedGraph>;
}

#[tokio::test]
async fn writers_of_one_client_take_turns_after_a_conflict() {
    // Waiting takes no time, and lets the others go on; so does each request.
    for sleeps in [true, false] {
        let graph = EmbeddedGraph::new().with_entity("/tasks", json!({"id": "1", "percent": 0, "assigned": {}}));
        let graph = graph.with_sleep(move |_| async move {
            if sleeps {
                tokio::task::yield_now().await;
            }
        });
        let late = FaultRule::new(Fault::latency(Duration::from_millis(1))).when(move |_| sleeps);
        graph.add_fault(late);
        let client = Client::new(graph.clone(), BaseUrl::graph());
        let writers = (0..8).map(|writer| {
            let (client, name) = (client.clone(), format!("w{writer}"));
            async move {
                let mut task = task(&client).await;
                tokio::task::yield_now().await;
                for _ in 0..5 {
                    *task.assigned.entry(name.clone()).or_default() += 1;
                    task.save_with_retry(&client).attempts(4).await.unwrap();
                    tokio::task::yield_now().await;
                }
            }
        });
        for writer in writers.map(tokio::spawn).collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let assigned = graph.entity("/tasks/1").unwrap()["assigned"].clone();
        assert!((0..8).all(|writer| assigned[format!("w{writer}")] == 5), "{assigned}");
        let patches = lines(&graph).iter().filter(|&line| line == "PATCH").count();
        // Where nothing takes time, nobody waits when another one begins: each change is overtaken once.
        assert!(patches <= if sleeps { 56 } else { 80 }, "{patches} tries of 40 changes");
    }
}

/// Writers that wait for ever, unless it is their turn.
fn stuck(graph: &EmbeddedGraph) {
    drop(graph.clone().with_sleep(|_| std::future::pending()));
}

/// A save that goes on when it is woken, and not before.
fn spawned(mut task: Tracked<Task>, client: &Client<EmbeddedGraph>) -> JoinHandle<Result<(), Error>> {
    let client = client.clone();
    tokio::spawn(async move { task.save_with_retry(&client).await })
}

#[tokio::test]
async fn a_turn_that_is_given_up_is_the_next_ones() {
    let (graph, client, _) = graph();
    let (mut first, mut second) = (task(&client).await, task(&client).await);
    graph.change("/tasks/1", |task| task["title"] = "theirs".into());
    (first.percent, second.assigned) = (1, BTreeMap::from([("b".into(), 2)]));
    // The first one conflicts, has the turn, and never gets the resource.
    stuck(&graph);
    graph.add_fault(FaultRule::new(Fault::latency(Duration::from_secs(1))).method("GET").times(1));
    let first = spawned(first, &client);
    settle().await;
    let second = spawned(second, &client);
    settle().await;
    assert_eq!(lines(&graph), ["GET", "GET", "PATCH", "GET"], "the second one waits, and sends nothing");
    // No timer wakes the second one: the end of the turn has to.
    first.abort();
    tokio::time::timeout(Duration::from_secs(10), second).await.expect("it is woken").unwrap().unwrap();
    assert_eq!(lines(&graph)[4..], ["GET", "PATCH"]);
    assert_eq!(graph.entity("/tasks/1").unwrap()["assigned"]["b"], 2);
    // Nobody is left to wait for.
    let mut third = task(&client).await;
    third.percent = 3;
    third.save_with_retry(&client).await.unwrap();
    assert_eq!(lines(&graph)[6..], ["GET", "PATCH"]);
}

/// Lets the others go on until they wait.
async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_conflict_that_is_seen_before_the_turn_is_not_sent() {
    let (graph, client, _) = graph();
    let (mut first, mut second) = (task(&client).await, task(&client).await);
    graph.change("/tasks/1", |task| task["title"] = "theirs".into());
    first.percent = 1;
    (second.title, second.percent) = (Some("mine".into()), 2);
    stuck(&graph);
    graph.add_fault(FaultRule::new(Fault::latency(Duration::from_secs(1))).method("GET").times(1));
    let first = spawned(first, &client);
    settle().await;
    let told = Arc::new(Mutex::new(Vec::new()));
    let asked = Arc::clone(&told);
    let second = tokio::spawn(async move {
        let saving = second.save_with_retry(&client).on_conflict(|conflict| {
            asked.lock().unwrap().push(conflict.name().to_owned());
            Resolve::Stop
        });
        (saving.await, second)
    });
    settle().await;
    first.abort();
    let (saved, second) = second.await.unwrap();
    let error = saved.unwrap_err();
    assert_eq!((error.kind(), error.conflicts(), error.attempts()), (ErrorKind::Service, &["title".to_owned()][..], 0));
    assert!(error.is_precondition_failed() && error.to_string().starts_with("the service would answer 412"), "{error}");
    assert_eq!(*told.lock().unwrap(), ["title"], "it is asked once");
    assert_eq!(lines(&graph), ["GET", "GET", "PATCH", "GET", "GET"]);
    assert_eq!((second.title.as_deref(), second.percent, second.is_changed()), (Some("mine"), 2, true));
}

#[tokio::test]
async fn who_loses_its_turn_gets_another_after_the_next_conflict() {
    const STALL: Duration = Duration::from_secs(1_000);
    let (graph, client, waits) = graph();
    let (asked, go_on) = (Arc::clone(&waits), Arc::new(Notify::new()));
    let wake = Arc::clone(&go_on);
    let graph = graph.with_sleep(move |wait| {
        let (asked, wake) = (Arc::clone(&asked), Arc::clone(&wake));
        async move {
            if wait == STALL {
                return wake.notified().await;
            }
            asked.lock().unwrap().push(wait);
            tokio::time::sleep(wait).await;
        }
    });
    let stall = || graph.add_fault(FaultRule::new(Fault::latency(STALL)).method("GET").times(1));
    let mut tasks = [task(&client).await, task(&client).await, task(&client).await];
    for (task, name) in tasks.iter_mut().zip(["x", "y", "z"]) {
        task.assigned.insert(name.into(), 9);
    }
    let [first, second, third] = tasks;
    graph.change("/tasks/1", |task| task["title"] = "theirs".into());
    stall();
    let first = spawned(first, &client);
    settle().await;
    // It is not driven for so long that the second one comes first.
    spawned(second, &client).await.unwrap().unwrap();
    waits.lock().unwrap().clear();
    graph.clear_requests();
    stall();
    graph.add_fault(FaultRule::new(Fault::touch()).method("PATCH").times(1));
    go_on.notify_one();
    settle().await;
    assert_eq!(lines(&graph), ["PATCH", "GET"]);
    assert!(waits.lock().unwrap().is_empty(), "the new turn is there at once");
    let third = spawned(third, &client);
    settle().await;
    assert_eq!(lines(&graph), ["PATCH", "GET"], "the third one waits");
    go_on.notify_one();
    first.await.unwrap().unwrap();
    third.await.unwrap().unwrap();
    assert_eq!(lines(&graph), ["PATCH", "GET", "PATCH", "GET", "PATCH"]);
    assert_eq!(graph.entity("/tasks/1").unwrap()["assigned"], json!({"a": 1, "x": 9, "y": 9, "z": 9}));
}
