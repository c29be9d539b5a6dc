//! A busy session in which all that is secret has one word in it: no `Debug`, `Display`, event or panic shows it. What the
//! service says of an error, its code and its message, is shown.

use std::fmt::{Debug, Display};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use bytes::Bytes;
use graph_resource::sessions::{Monitor, Upload, UploadSession};
use graph_resource::{
    AccessToken, At, BaseUrl, Batch, Client, Collection, Content, Error, GraphAction, GraphComplex, GraphFunction,
    GraphResource, Retry, Secret, TokenRequest, token_fn,
};
use graph_resource_testing::{EmbeddedGraph, Fault};
use serde_json::json;

use crate::captured::captured;

const WORD: &str = "s3cret";
const URL: &str = "https://s3cret.example/s3cret?tempauth=s3cret";

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Profile {
    #[graph_resource(write_only)]
    password: Option<String>,
    reminder: Option<Secret<String>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    name: Option<String>,
    profile: Option<Profile>,
    #[graph_resource(write_only)]
    pin: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Reset {
    #[graph_resource(write_only)]
    password: Option<String>,
}

impl GraphAction for Reset {
    type On = At<User>;
    type Output = ();
    const NAME: &'static str = "reset";
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Report {
    period: String,
}

impl GraphFunction for Report {
    type On = Collection<User>;
    type Output = Content;
    const NAME: &'static str = "report";
}

/// All that was shown.
#[derive(Default)]
struct Shown(Vec<String>);

impl Shown {
    fn debug(&mut self, value: &impl Debug) {
        self.0.extend([format!("{value:?}"), format!("{value:#?}")]);
    }

    fn display(&mut self, value: &impl Display) {
        self.0.push(value.to_string());
    }

    /// An outcome: the error with its causes, and what a panic says that is made of it.
    fn outcome<V: Debug>(&mut self, outcome: Result<V, Error>) -> Option<V> {
        self.debug(&outcome);
        if let Err(error) = &outcome {
            self.display(error);
            let mut cause = std::error::Error::source(error);
            while let Some(error) = cause {
                self.debug(&error);
                self.display(&error);
                cause = error.source();
            }
            // A panic says what `Debug` says; one is enough to see it.
            if !self.0.iter().any(|text| text.starts_with("called `Result")) {
                let panic = catch_unwind(AssertUnwindSafe(|| outcome.as_ref().map(drop).unwrap())).unwrap_err();
                self.0.push(panic.downcast_ref::<String>().unwrap().clone());
            }
        }
        outcome.ok()
    }
}

fn answer(status: u16, body: &'static str) -> http::Response<Bytes> {
    http::Response::builder().status(status).body(Bytes::from_static(body.as_bytes())).unwrap()
}

fn patch() -> UserPatch {
    let profile = Profile { password: Some("s3cret".into()), reminder: Some(Secret::new("s3cret".into())) };
    UserPatch::new().name("Ada").pin("s3cret").profile(profile)
}

/// Every way in which a request ends.
fn endings() -> [Option<Fault>; 11] {
    let body = r#"{"error":{"code":"x","message":"no","innerError":{"code":"y","url":"s3cret"},"details":[{"code":"z","message":"no","value":"s3cret"}]}}"#;
    let challenge = "Bearer authorization_uri=\"https://s3cret\", claims=\"eyJzM2NyZXQiOiJzM2NyZXQifQ==\"";
    [
        None,
        Some(Fault::answer(answer(400, body))),
        Some(Fault::answer(answer(503, body)).retry_after("0")),
        Some(Fault::answer(answer(200, r#"{"id":7,"name":{"s3cret":"s3cret"},"value":"s3cret"}"#))),
        Some(Fault::answer(answer(200, "s3cret"))),
        Some(Fault::answer(answer(409, "<html>s3cret</html>"))),
        Some(Fault::redirect(302, URL)),
        Some(Fault::status(401).header("www-authenticate", challenge)),
        Some(Fault::status(500).header("set-cookie", "s3cret").header("x-ms-ags-diagnostic", "{}")),
        Some(Fault::disconnect()),
        Some(Fault::garbage()),
    ]
}

#[tokio::test]
async fn a_busy_session_shows_no_secret() {
    let (captured, _guard) = captured();
    let graph = EmbeddedGraph::new()
        .with_sleep(tokio::time::sleep)
        .with_action("/users/{id}/reset", |_| ())
        .with_entity("/users", json!({"id": "1", "name": "Ada", "profile": {}}));
    let provider = token_fn(|_: TokenRequest| async { Ok::<_, Error>(AccessToken::new("s3cret-token")) });
    let retry = Retry::new().attempts(2).backoff(Duration::from_millis(1), Duration::from_millis(1));
    let client = Client::new(graph.clone(), BaseUrl::graph()).retry(retry).token_provider(provider);
    let client = client.header("x-api-key", "s3cret").prefer("odata.maxpagesize=1").boxed();
    let mut shown = Shown::default();
    shown.debug(&client);
    shown.debug(&AccessToken::new(WORD));
    for ending in endings() {
        let go = || {
            if let Some(fault) = ending.clone() {
                graph.fault_next(fault);
            }
        };
        macro_rules! sent {
            ($request:expr) => {{
                let request = $request;
                shown.debug(&request);
                go();
                shown.outcome(client.send(request).await)
            }};
        }
        sent!(User::at("1").get());
        sent!(User::at("1").update(patch()).if_match("*").header("authorization", "Bearer s3cret"));
        sent!(User::at("1").invoke(Reset { password: Some("s3cret".into()) }));
        sent!(User::at("1").put_content("photo/$value", "text/plain", "s3cret"));
        sent!(User::at("1").content("photo/$value"));
        sent!(User::collection().list());
        sent!(User::collection().delta());
        go();
        let request = http::Request::get("/users").body(Bytes::from("s3cret")).unwrap();
        shown.outcome(client.http(request).await.map(|answer| answer.status()));
        graph.answer_next(http::Response::builder().status(302).header("location", URL).body(Bytes::new()).unwrap());
        go();
        let report = User::collection().call(Report { period: "D7".into() });
        shown.outcome(client.download(report).await);

        let mut batch = Batch::new();
        let (part, other) = (batch.add(User::at("1").update(patch())), batch.add(User::at("1").get()));
        shown.debug(&batch);
        go();
        if let Some(mut answers) = shown.outcome(client.send_batch(batch).await) {
            shown.debug(&answers);
            shown.outcome(answers.take(part));
            shown.outcome(answers.take(other));
        }

        let mut user = client.send(User::at("1").get()).await.unwrap().track();
        user.pin = Some("s3cret".into());
        user.profile = Some(Profile { password: Some("s3cret".into()), ..Profile::default() });
        shown.debug(&user);
        shown.debug(&user.save_request());
        go();
        shown.outcome(user.save_with_retry(&client).attempts(2).await);
        shown.debug(&user);
        shown.debug(&user.changes());

        let mut upload = Upload::new(UploadSession::from_url(URL).unwrap(), 6);
        shown.debug(&upload);
        go();
        if ending.is_none() {
            graph.answer_next(answer(201, r#"{"id":"s3cret"}"#));
        }
        shown.outcome(client.upload(&mut upload, Bytes::from("s3cret")).await);
        shown.debug(&upload);
        let mut monitor = Monitor::at(URL);
        go();
        if ending.is_none() {
            graph.answer_next(answer(
                200,
                r#"{"status":"failed","error":{"code":"x","message":"no"},"resourceLocation":"s3cret"}"#,
            ));
        }
        shown.outcome(client.finish(&mut monitor).await);
        shown.debug(&monitor);
    }
    // Links.
    let link = |name: &str| {
        let body = format!(r#"{{"value":[],"{name}":"https://graph.microsoft.com/v1.0/users?$skiptoken=s3cret"}}"#);
        graph.answer_next(http::Response::new(Bytes::from(body)));
    };
    link("@odata.nextLink");
    let page = client.send(User::collection().list()).await.unwrap();
    shown.debug(&page);
    shown.debug(&page.resume());
    shown.debug(&page.next_page());
    shown.debug(&client.pages(User::collection().list()));
    link("@odata.deltaLink");
    let round = client.send(User::collection().delta()).await.unwrap();
    shown.debug(&round);
    // A provider that fails with a token in hand, and a token that cannot be sent.
    let refused = client.clone().token_provider(token_fn(|_| async { Ok::<_, Error>(AccessToken::new("s3cret\n")) }));
    shown.outcome(refused.send(User::at("1").get()).await);

    assert!(shown.0.len() > 700, "{}", shown.0.len());
    let spans = captured.take().into_iter().map(|seen| format!("{seen:?}"));
    for text in shown.0.into_iter().chain(spans).chain(captured.events.lock().unwrap().clone()) {
        assert!(!text.contains(WORD), "{text}");
    }
}
