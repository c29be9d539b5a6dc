//! What a subscriber of `tracing` sees: one span a call and one an attempt, named by template, and no secret.

mod captured;
mod secrets;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_resource::sessions::{Monitor, Upload, UploadSession};
use graph_resource::{
    At, BaseUrl, Batch, Client, Collection, GraphAction, GraphComplex, GraphFunction, GraphResource, Retry, ServiceRoot,
};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule};
use http::Method;
use serde_json::{Value, json};

use crate::captured::{Seen, captured};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
struct CallRecord {
    id: String,
    version: i64,
    join_web_url: Option<String>,
    #[graph_resource(navigation)]
    sessions: Option<Vec<Session>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<record>/sessions/<id>")]
struct Session {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications(appId='<app_id>')")]
struct Application {
    app_id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct GetPstnCalls {
    from: String,
}

impl GraphFunction for GetPstnCalls {
    type On = Collection<CallRecord>;
    type Output = Value;
    const NAME: &'static str = "getPstnCalls";
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Close {
    why: Option<String>,
}

impl GraphAction for Close {
    type On = At<CallRecord>;
    type Output = ();
    const NAME: &'static str = "close";
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Summary {
    period: String,
}

impl GraphFunction for Summary {
    type On = ServiceRoot;
    type Output = Value;
    const NAME: &'static str = "reports/summary";
}

fn client() -> (EmbeddedGraph, Client<EmbeddedGraph>) {
    let graph = EmbeddedGraph::new()
        .with_collection("/communications/callRecords")
        .with_entity("/communications/callRecords", json!({"id": "s3cret-key", "version": 1}))
        .with_entity("/communications/callRecords", json!({"id": "s3cret-other", "version": 1}))
        .with_sleep(tokio::time::sleep);
    let retry = Retry::new().backoff(Duration::from_millis(1), Duration::from_millis(2));
    let client = Client::new(graph.clone(), BaseUrl::graph()).bearer_token("s3cret-token").unwrap().retry(retry);
    (graph, client)
}

fn record() -> At<CallRecord> {
    CallRecord::at("s3cret-key")
}

fn patch() -> CallRecordPatch {
    CallRecordPatch::new().version(2).join_web_url("s3cret-body")
}

#[tokio::test]
async fn a_call_has_a_span_and_each_attempt_one() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    graph.fault_next(Fault::status(503).retry_after("0"));
    graph.fault_next(Fault::disconnect());
    client.send(record().update(patch())).await.unwrap();

    let [call] = captured.named("graph.call").try_into().unwrap();
    let attempts = captured.named("graph.attempt");
    assert_eq!(attempts.len(), 3);
    for (seen, kind) in attempts.iter().map(|seen| (seen, "client")).chain([(&call, "internal")]) {
        assert_eq!(seen.field("otel.name"), Some("PATCH /communications/callRecords/{id}"));
        assert_eq!(seen.field("otel.kind"), Some(kind));
        assert_eq!(seen.field("http.request.method"), Some("PATCH"));
        assert_eq!(seen.field("url.template"), Some("/communications/callRecords/{id}"));
        assert_eq!(seen.field("server.address"), Some("graph.microsoft.com"));
        assert_eq!(seen.field("server.port"), Some("443"));
        assert!(seen.is_closed);
    }
    assert_eq!(call.parent, None);
    assert!(attempts.iter().all(|attempt| attempt.parent == attempts[0].parent && attempt.parent.is_some()));
    assert_eq!(call.field("http.response.status_code"), Some("200"));
    assert_eq!((call.field("http.request.resend_count"), call.field("error.type")), (Some("2"), None));

    let column = |name| attempts.iter().map(|attempt| attempt.field(name)).collect::<Vec<_>>();
    assert_eq!(column("http.response.status_code"), [Some("503"), None, Some("200")]);
    assert_eq!(column("http.request.resend_count"), [None, Some("1"), Some("2")]);
    assert_eq!(column("error.type"), [Some("503"), Some("transport"), None]);
    assert_eq!(column("otel.status_code"), [Some("ERROR"), Some("ERROR"), None]);
    let requests = graph.requests();
    let sent: Vec<_> = requests.iter().map(|request| request.header("client-request-id")).collect();
    assert_eq!(column("http.request.header.client-request-id"), sent);
    let exchanges = graph.exchanges();
    let told: Vec<_> = exchanges.iter().map(|exchange| exchange.response()?.header("request-id")).collect();
    assert_eq!(column("http.response.header.request-id"), told);
}

#[tokio::test]
async fn spans_are_named_by_the_address() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    let record = || "/communications/callRecords/{id}".to_owned();
    let mut expected = Vec::new();
    macro_rules! named {
        ($request:expr, $name:expr) => {
            let _whatever = client.send($request).await;
            expected.push($name);
        };
    }
    let at = self::record;
    named!(at().get().query("$filter", "s3cret"), format!("GET {}", record()));
    named!(at().delete(), format!("DELETE {}", record()));
    named!(CallRecord::collection().list(), "GET /communications/callRecords".to_owned());
    named!(Session::at("s3cret", "s3cret").get(), "GET /communications/callRecords/{record}/sessions/{id}".to_owned());
    named!(Session::collection("s3cret").list(), "GET /communications/callRecords/{record}/sessions".to_owned());
    named!(Application::at("s3cret").get(), "GET /applications(appId='{app_id}')".to_owned());
    let sessions = || at().navigation(CallRecord::props().sessions);
    named!(sessions().list(), format!("GET {}/sessions", record()));
    named!(sessions().remove("s3cret"), format!("DELETE {}/sessions/{{id}}/$ref", record()));
    named!(at().invoke(Close { why: Some("s3cret".into()) }), format!("POST {}/close", record()));
    let calls = GetPstnCalls { from: "s3cret".into() };
    named!(CallRecord::collection().call(calls), "GET /communications/callRecords/getPstnCalls()".to_owned());
    named!(ServiceRoot.call(Summary { period: "s3cret".into() }), "GET /reports/summary()".to_owned());

    graph.clear_requests();
    let page = http::Response::new(Bytes::from(
        r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/communications/callRecords?$skiptoken=s3cret"}"#,
    ));
    graph.answer_next(page);
    let page = client.send(CallRecord::collection().list()).await.unwrap();
    expected.push("GET /communications/callRecords".to_owned());
    named!(page.next_page().unwrap(), "GET /communications/callRecords".to_owned());
    let mut batch = Batch::new();
    let _part = batch.add(at().get());
    let _whatever = client.send_batch(batch).await;
    expected.push("POST /$batch".to_owned());
    // A URL of the caller's own may hold anything.
    let request = http::Request::get("/s3cret/$batch?x=s3cret").body(Bytes::new()).unwrap();
    client.http(request).await.unwrap();
    expected.push("GET".to_owned());

    let names: Vec<_> =
        captured.named("graph.call").iter().map(|seen| seen.field("otel.name").unwrap().to_owned()).collect();
    assert_eq!(names, expected);
}

#[tokio::test]
async fn no_secret_is_in_a_span_or_an_event() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    let body = r#"{"error":{"code":"x","message":"s3cret-message","innerError":{"code":"s3cret"}}}"#;
    let refused = |status| http::Response::builder().status(status).body(Bytes::from(body)).unwrap();
    let redirect = Fault::redirect(302, "https://s3cret.example/s3cret?token=s3cret");
    for fault in [
        Fault::answer(refused(400)),
        Fault::answer(refused(500)),
        Fault::answer(refused(429)),
        redirect,
        Fault::disconnect(),
        Fault::cut_answer(3),
        Fault::garbage(),
        Fault::html(502),
        Fault::status(503).retry_after("0").header("set-cookie", "s3cret").header("x-ms-ags-diagnostic", "s3cret"),
    ] {
        graph.fault_next(fault);
        let request = record().update(patch()).if_match("W/\"s3cret-tag\"").header("x-api-key", "s3cret-header");
        let _whatever = client.send(request).await;
        let _whatever = client.send(record().get().query("$filter", "id eq 's3cret'")).await;
    }
    let mut tracked = client.send(CallRecord::at("s3cret-other").get()).await.unwrap().track();
    tracked.join_web_url = Some("s3cret-link".into());
    tracked.save(&client).await.unwrap();
    graph.challenge(r#"{"s3cret":"claims"}"#, "s3cret-next");
    client.send(record().get()).await.unwrap_err();

    // What cannot be built is told without its parts.
    client.send(CallRecord::at("..").update(patch())).await.unwrap_err();
    let spans = captured.take();
    assert!(spans.len() > 40 && spans.iter().all(|seen| seen.is_closed), "{}", spans.len());
    for text in spans.iter().map(|seen| format!("{seen:?}")).chain(captured.events.lock().unwrap().clone()) {
        assert!(!text.contains("s3cret") && !text.contains("https:"), "{text}");
    }
}

#[tokio::test]
async fn uploads_and_monitors_have_spans_without_their_urls() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    let attempts = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&attempts);
    let client = client.observe(move |attempt| {
        let status = attempt.status().map(|status| status.as_u16());
        seen.lock().unwrap().push((attempt.method().clone(), attempt.number(), status, attempt.wait().is_some()));
    });
    let s3cret = "https://s3cret.example/s3cret?token=s3cret";
    let answer = |status: u16, body: &'static str| {
        graph.answer_next(http::Response::builder().status(status).body(Bytes::from(body)).unwrap());
    };
    let mut upload = Upload::new(UploadSession::from_url(s3cret).unwrap(), 5);
    answer(503, "{}");
    answer(200, r#"{"nextExpectedRanges":["0-"]}"#);
    answer(201, "{}");
    client.upload(&mut upload, Bytes::from("bytes")).await.unwrap();
    let mut monitor = Monitor::at(s3cret);
    answer(200, r#"{"status":"completed"}"#);
    client.finish(&mut monitor).await.unwrap();
    answer(410, "{}");
    client
        .upload(&mut Upload::resume(UploadSession::from_url(s3cret).unwrap(), 5), Bytes::from("bytes"))
        .await
        .unwrap_err();
    answer(204, "");
    client.cancel_upload(Upload::new(UploadSession::from_url(s3cret).unwrap(), 5)).await.unwrap();

    let told = |seen: &[Seen]| -> Vec<String> {
        let told = seen.iter().map(|seen| {
            assert!(seen.is_closed && seen.field("url.template").is_none() && seen.field("server.address").is_none());
            let status = seen.field("http.response.status_code").unwrap_or("-");
            format!("{} {status} {}", seen.field("otel.name").unwrap(), seen.field("error.type").unwrap_or("-"))
        });
        told.collect()
    };
    let sent = ["PUT 503 503", "GET 200 -", "PUT 201 -", "GET 200 -", "GET 410 410", "DELETE 204 -"];
    assert_eq!(told(&captured.named("graph.attempt")), sent);
    assert_eq!(told(&captured.named("graph.call")), ["PUT 201 -", "GET 200 -", "PUT 410 410", "DELETE 204 -"]);
    let resent = |seen: &Seen| seen.field("http.request.resend_count").map(str::to_owned);
    assert_eq!(
        captured.named("graph.call").iter().map(resent).collect::<Vec<_>>(),
        [Some("1".into()), None, None, None]
    );
    for text in captured.take().iter().map(|seen| format!("{seen:?}")) {
        assert!(!text.contains("s3cret") && !text.contains("example") && !text.contains("https"), "{text}");
    }
    assert!(captured.events.lock().unwrap().is_empty());
    let expected = [
        (Method::PUT, 1, Some(503), true),
        (Method::GET, 2, Some(200), false),
        (Method::PUT, 2, Some(201), false),
        (Method::GET, 1, Some(200), false),
        (Method::GET, 1, Some(410), false),
        (Method::DELETE, 1, Some(204), false),
    ];
    assert_eq!(*attempts.lock().unwrap(), expected);
}

#[tokio::test]
async fn a_call_without_a_token_tells_its_last_answer() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    let s3cret = "https://s3cret.example/s3cret?token=s3cret";
    let calls = || {
        let calls = captured.take().into_iter().filter(|seen| seen.name == "graph.call").map(|seen| {
            let names = ["http.response.status_code", "http.request.resend_count", "error.type", "otel.status_code"];
            names.map(|name| seen.field(name).unwrap_or("-")).join(" ")
        });
        calls.collect::<Vec<_>>()
    };
    graph.fault_next(Fault::status(503));
    graph.answer_next(http::Response::new(Bytes::from(r#"{"status":"completed"}"#)));
    client.finish(&mut Monitor::at(s3cret)).await.unwrap();
    assert_eq!(calls(), ["200 1 - -"]);
    graph.add_fault(FaultRule::new(Fault::status(500)));
    client.finish(&mut Monitor::at(s3cret)).await.unwrap_err();
    assert_eq!(calls(), ["500 4 500 ERROR"]);
    graph.clear_faults();
    graph.add_fault(FaultRule::new(Fault::disconnect()));
    let error = client.finish(&mut Monitor::at(s3cret)).await.unwrap_err();
    assert_eq!((error.attempts(), calls()), (5, vec!["- 4 Transport ERROR".to_owned()]));
}

#[tokio::test]
async fn a_dropped_call_ends_its_spans() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    graph.fault_next(Fault::latency(Duration::from_secs(10)));
    let sending = client.send(record().get());
    assert!(tokio::time::timeout(Duration::from_millis(10), sending).await.is_err());
    let spans = captured.take();
    assert_eq!(spans.len(), 2);
    assert!(spans.iter().all(|seen| seen.is_closed));
}

#[tokio::test]
async fn an_error_is_told_by_its_kind() {
    let (captured, _guard) = captured();
    let (graph, client) = client();
    let client = client.retry(Retry::never());
    for (fault, expected) in
        [(Fault::disconnect(), "Transport"), (Fault::status(412), "412"), (Fault::garbage(), "Decode")]
    {
        graph.fault_next(fault);
        let _whatever = client.send(record().get()).await;
        let call = captured.take().into_iter().find(|seen| seen.name == "graph.call").unwrap();
        assert_eq!(call.field("error.type").unwrap_or("none"), expected);
    }
    client.send(CallRecord::at("").get()).await.unwrap_err();
    let call = captured.take().into_iter().find(|seen| seen.name == "graph.call").unwrap();
    assert_eq!(call.field("error.type"), Some("Path"));
    assert!(call.field("otel.status_code") == Some("ERROR"));
}
