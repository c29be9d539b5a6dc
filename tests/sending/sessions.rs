//! Uploads in parts, and operations that go on after their answer.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use graph_resource::sessions::{Monitor, Upload, UploadSession};
use graph_resource::{At, BaseUrl, Bytes, Client, ErrorKind, Fetched, GraphAction, GraphComplex, GraphResource, Retry};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule, OperationAnswer, UploadStyle};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/files/<id>")]
struct File {
    id: String,
    size: i64,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct CreateUploadSession {}

impl GraphAction for CreateUploadSession {
    type On = At<File>;
    type Output = UploadSession;
    const NAME: &'static str = "createUploadSession";
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Copy {}

impl GraphAction for Copy {
    type On = At<File>;
    type Output = ();
    const NAME: &'static str = "copy";
}

const UNIT: usize = 327_680;

/// Two parts and a half.
fn content() -> Bytes {
    (0..UNIT * 5 / 2).map(|n| u8::try_from(n % 251).unwrap()).collect()
}

type Making = fn() -> Fault;

type Waits = Arc<Mutex<Vec<Duration>>>;

/// A graph with a file, what is uploaded, and the waits that were asked for; it wants a token.
fn graph(style: UploadStyle) -> (EmbeddedGraph, Client<EmbeddedGraph>, Arc<Mutex<Vec<Bytes>>>, Waits) {
    let (waits, uploads) = (Waits::default(), Arc::new(Mutex::new(Vec::new())));
    let (asked, kept) = (Arc::clone(&waits), Arc::clone(&uploads));
    let graph = EmbeddedGraph::new()
        .with_entity("/files", json!({"id": "1", "size": 0}))
        .with_bearer_token("t0ken")
        .with_upload_style(style)
        .with_upload_session("/files/{id}/createUploadSession", move |call| {
            kept.lock().unwrap().push(call.content().clone());
            json!({"id": "1", "size": call.content().len()})
        })
        .with_sleep(move |wait| {
            asked.lock().unwrap().push(wait);
            std::future::ready(())
        });
    let client = Client::new(graph.clone(), BaseUrl::graph()).bearer_token("t0ken").unwrap();
    (graph, client, uploads, waits)
}

async fn begin(client: &Client<EmbeddedGraph>) -> Upload {
    let session = client.send(File::at("1").invoke(CreateUploadSession {})).await.unwrap();
    Upload::new(session, content().len() as u64).part_size(UNIT as u64)
}

/// Method and range of each request to the session. None of them has a token.
fn parts(graph: &EmbeddedGraph) -> Vec<String> {
    let requests = graph.requests();
    let parts = requests.iter().filter(|request| request.target().contains("/-/"));
    parts
        .map(|request| {
            assert!(!request.headers().contains_key("authorization"), "no token goes to the session");
            let range = request.headers().get("content-range").map_or("", |range| range.to_str().unwrap());
            format!("{} {range}", request.method())
        })
        .collect()
}

#[tokio::test]
async fn a_file_arrives_in_parts_of_320_kib() {
    for style in [UploadStyle::OpenRanges, UploadStyle::ClosedRanges, UploadStyle::Capitalised] {
        let (graph, client, uploads, _) = graph(style);
        let mut upload = begin(&client).await;
        let uploaded = client.upload(&mut upload, content()).await.unwrap();
        assert_eq!(
            parts(&graph),
            ["PUT bytes 0-327679/819200", "PUT bytes 327680-655359/819200", "PUT bytes 655360-819199/819200",]
        );
        assert_eq!(*uploads.lock().unwrap(), [content()]);
        assert_eq!(uploaded.read::<Fetched<File>>().unwrap().size, 819_200);
        // To ask again is no request.
        client.upload(&mut upload, content()).await.unwrap();
        assert_eq!(graph.requests().len(), 4);
    }
}

#[tokio::test]
async fn after_a_failure_it_goes_on_with_what_is_missing() {
    let faults: [(Making, &[&str]); 5] = [
        (Fault::lose_answer, &["PUT", "PUT", "GET", "PUT"]),
        (Fault::disconnect, &["PUT", "PUT", "GET", "PUT", "PUT"]),
        (|| Fault::status(503).retry_after("2"), &["PUT", "PUT", "GET", "PUT", "PUT"]),
        (|| Fault::status(504).after_effect(), &["PUT", "PUT", "GET", "PUT"]),
        (|| Fault::status(429), &["PUT", "PUT", "GET", "PUT", "PUT"]),
    ];
    for (fault, expected) in faults {
        let (graph, client, uploads, waits) = graph(UploadStyle::OpenRanges);
        let mut upload = begin(&client).await;
        graph.add_fault(FaultRule::new(fault()).method("PUT").nth(2));
        client.upload(&mut upload, content()).await.unwrap();
        let methods: Vec<_> = parts(&graph).iter().map(|part| part[..3].to_owned()).collect();
        assert_eq!(
            (methods, waits.lock().unwrap().len()),
            (expected.iter().map(|&method| method.to_owned()).collect(), 1)
        );
        assert_eq!(*uploads.lock().unwrap(), [content()], "{:?}", fault());
    }
}

#[tokio::test]
async fn the_same_call_goes_on_after_an_error() {
    let (graph, client, uploads, _) = graph(UploadStyle::OpenRanges);
    let client = client.retry(Retry::never());
    let mut upload = begin(&client).await;
    graph.add_fault(FaultRule::new(Fault::lose_answer()).method("PUT").nth(2));
    let error = client.upload(&mut upload, content()).await.unwrap_err();
    assert_eq!((error.kind(), upload.arrived()), (ErrorKind::Transport, None));
    // In another process, by the URL that was kept.
    let session = UploadSession::from_url(&upload.session().expose_url()).unwrap();
    let mut resumed = Upload::resume(session, content().len() as u64).part_size(UNIT as u64);
    client.upload(&mut resumed, content()).await.unwrap();
    assert_eq!(parts(&graph)[2..], ["GET ", "PUT bytes 655360-819199/819200"]);
    assert_eq!(*uploads.lock().unwrap(), [content()]);
}

#[tokio::test]
async fn a_lost_end_may_be_one() {
    let (graph, client, uploads, _) = graph(UploadStyle::OpenRanges);
    let mut upload = begin(&client).await;
    graph.add_fault(FaultRule::new(Fault::lose_answer()).method("PUT").nth(3));
    let error = client.upload(&mut upload, content()).await.unwrap_err();
    assert_eq!((error.kind(), uploads.lock().unwrap().len()), (ErrorKind::Unconfirmed, 1));
}

#[tokio::test]
async fn a_session_that_is_gone_says_so_without_its_url() {
    let (graph, client, _, _) = graph(UploadStyle::OpenRanges);
    let mut upload = begin(&client).await;
    let url = upload.session().expose_url();
    graph.expire_links();
    let error = client.upload(&mut upload, content()).await.unwrap_err();
    assert!(error.is_not_found());
    let secret = url.rsplit('/').next().unwrap();
    let shown = format!("{error:?} {upload:?} {:?}", upload.session());
    assert!(!shown.contains("storage.example.com"), "{shown}");
    assert!(!format!("{upload:?}").contains(secret));
}

#[tokio::test]
async fn a_file_is_read_as_it_is_sent() {
    let (_graph, client, uploads, _) = graph(UploadStyle::OpenRanges);
    let mut upload = begin(&client).await;
    let mut asked = Vec::new();
    let uploaded = client.upload_from(&mut upload, |range| {
        asked.push(range.start);
        async move { Ok(content().slice(usize::try_from(range.start)?..usize::try_from(range.end)?)) }
    });
    uploaded.await.unwrap();
    assert_eq!((asked, uploads.lock().unwrap().len()), (vec![0, 327_680, 655_360], 1));

    let mut upload = begin(&client).await;
    let error = client.upload_from(&mut upload, async |_| Err("disk".into())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    let error = client.upload_from(&mut upload, async |_| Ok(Bytes::from("x"))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert_eq!(client.upload(&mut upload, Bytes::from("x")).await.unwrap_err().kind(), ErrorKind::Encode);
    let mut empty = Upload::new(upload.session().clone(), 0);
    assert_eq!(client.upload(&mut empty, Bytes::new()).await.unwrap_err().kind(), ErrorKind::Encode);
    client.upload(&mut upload, content()).await.unwrap();
}

#[tokio::test]
async fn an_upload_is_given_up() {
    let (graph, client, _, _) = graph(UploadStyle::OpenRanges);
    let upload = begin(&client).await;
    let url = upload.session().expose_url();
    client.cancel_upload(upload).await.unwrap();
    let mut again = Upload::resume(UploadSession::from_url(&url).unwrap(), 9);
    assert!(client.upload(&mut again, Bytes::from("123456789")).await.unwrap_err().is_not_found());
    assert_eq!(parts(&graph), ["DELETE ", "GET "]);
}

#[tokio::test]
async fn a_dropped_upload_goes_on() {
    let (graph, client, uploads, _) = graph(UploadStyle::OpenRanges);
    let graph = graph.with_sleep(tokio::time::sleep);
    let mut upload = begin(&client).await;
    graph.add_fault(FaultRule::new(Fault::latency(Duration::from_secs(60))).method("PUT").nth(2));
    let dropped = tokio::time::timeout(Duration::from_millis(50), client.upload(&mut upload, content()));
    assert!(dropped.await.is_err());
    client.upload(&mut upload, content()).await.unwrap();
    assert_eq!(*uploads.lock().unwrap(), [content()]);
    assert_eq!(parts(&graph)[2..], ["GET ", "PUT bytes 655360-819199/819200"]);
}

async fn accepted(answer: OperationAnswer) -> (EmbeddedGraph, Client<EmbeddedGraph>, Monitor, Waits) {
    let (graph, client, _, waits) = graph(UploadStyle::OpenRanges);
    let graph = graph.with_action("/files/{id}/copy", move |_| answer.clone());
    let error = client.send(File::at("1").invoke(Copy {})).await.unwrap_err();
    (graph, client, Monitor::of(&error).unwrap(), waits)
}

#[tokio::test]
async fn an_operation_is_followed_to_its_end() {
    let end = json!({"status": "completed", "resourceId": "2", "id": "2", "size": 5});
    let (graph, client, mut monitor, waits) = accepted(OperationAnswer::accepted(2, end).retry_after("3")).await;
    graph.add_fault(FaultRule::new(Fault::status(503).retry_after("1")).path("/-/{name}").nth(2));
    let finished = client.finish(&mut monitor).await.unwrap();
    assert_eq!((finished.resource_id(), monitor.percentage().map(|share| share > 50.0)), (Some("2"), Some(true)));
    assert_eq!(finished.read::<Fetched<File>>().unwrap().size, 5);
    assert_eq!(parts(&graph).len(), 4, "without a token");
    let seconds: Vec<_> = waits.lock().unwrap().iter().map(Duration::as_secs).collect();
    assert_eq!(seconds, [3, 3, 1, 3]);
    let secret = monitor.expose_url().to_owned();
    assert!(!format!("{monitor:?}").contains(&secret));
}

#[tokio::test]
async fn an_operation_ends_at_a_resource() {
    let (_graph, client, mut monitor, _) = accepted(OperationAnswer::accepted_then(1, "/files/1")).await;
    let finished = client.finish(&mut monitor).await.unwrap();
    assert_eq!(finished.location(), Some("https://graph.microsoft.com/v1.0/files/1"));
}

#[tokio::test]
async fn an_operation_that_fails_says_why_without_its_url() {
    let end = json!({"status": "failed", "error": {"code": "nameAlreadyExists", "message": "m"}});
    let (graph, client, mut monitor, _) = accepted(OperationAnswer::accepted(1, end)).await;
    let error = client.finish(&mut monitor).await.unwrap_err();
    assert_eq!(error.code(), Some("nameAlreadyExists"));
    graph.expire_links();
    let error = client.finish(&mut monitor).await.unwrap_err();
    assert!(error.is_not_found() && !format!("{error:?}").contains("storage.example.com"));
}

#[tokio::test]
async fn an_operation_of_the_own_origin_gets_the_token() {
    let polls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&polls);
    let (graph, client, _, _) = graph(UploadStyle::OpenRanges);
    let _graph = graph
        .with_action("/files/{id}/copy", |_| {
            http::Response::builder()
                .status(202)
                .header("location", "/v1.0/files/operation()")
                .body(Bytes::new())
                .unwrap()
        })
        .with_function("/files/operation", move |_| {
            let state = if counted.fetch_add(1, Ordering::Relaxed) < 2 { "running" } else { "succeeded" };
            json!({"status": state, "targetResourceId": "9"})
        });
    let error = client.send(File::at("1").invoke(Copy {})).await.unwrap_err();
    let mut monitor = Monitor::of(&error).unwrap();
    assert_eq!(client.finish(&mut monitor).await.unwrap().resource_id(), Some("9"));
    assert_eq!(polls.load(Ordering::Relaxed), 3);
}

#[test]
fn its_futures_can_be_sent() {
    fn is_send<F: Future + Send>(_: F) {}
    let client = Client::new(EmbeddedGraph::new(), BaseUrl::graph()).boxed();
    let mut upload = Upload::new(UploadSession::from_url("https://up.example/x").unwrap(), 1);
    is_send(client.upload(&mut upload, Bytes::from("x")));
    is_send(client.finish(&mut Monitor::at("https://up.example/x")));
}
