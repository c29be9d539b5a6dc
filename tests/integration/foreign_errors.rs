//! Error answers in other forms than Graph's, and what is shown of them.

use core::time::Duration;
use std::error::Error as _;
use std::io;

use graph_resource::transport::{TransportError, TransportErrorKind};
use graph_resource::{BaseUrl, Bytes, Client, Error, ErrorKind, GraphResource, HttpClient};
use graph_resource_tests::call_record::*;

use crate::support::{answer, answer_with};

fn refused(status: u16, body: &str) -> Error {
    CallRecord::at("1").get().parse(answer(status, body.to_owned())).unwrap_err()
}

#[test]
fn a_body_in_another_form_keeps_its_text() {
    for (body, code, message) in [
        (
            r#"{"error":"invalid_grant","error_description":"AADSTS700082: expired","error_codes":[700082]}"#,
            Some("invalid_grant"),
            "AADSTS700082: expired",
        ),
        (r#"{"error":"invalid_client"}"#, Some("invalid_client"), ""),
        (
            r#"{"odata.error":{"code":"Request_BadRequest","message":{"lang":"en","value":"Wrong."}}}"#,
            Some("Request_BadRequest"),
            "Wrong.",
        ),
        (r#"{"error":{"code":"a","message":{"lang":"en","value":"Wrong."}}}"#, Some("a"), "Wrong."),
        (
            r#"{"type":"https://example.com/out","title":"Out of credit","status":403,"detail":"30 needed."}"#,
            None,
            "30 needed.",
        ),
        (r#"{"type":"about:blank","title":"Out of credit"}"#, None, "Out of credit"),
        (r#"{"Message":"Denied."}"#, None, "Denied."),
        (r#"{"statusCode":401,"message":"Denied."}"#, None, "Denied."),
        (r#"{"code":"401","message":"Denied."}"#, Some("401"), "Denied."),
        (r#"{"ErrorCode":"Late","Message":"Denied."}"#, Some("Late"), "Denied."),
        (r#"{"error":{"code":7,"message":"Wrong."}}"#, Some("7"), "Wrong."),
        (r#"{"error":{"Code":"a","Message":"Wrong."}}"#, Some("a"), "Wrong."),
        (r#"{"status":404,"error":"Not Found","path":"/users"}"#, None, "Not Found"),
        (r#""Denied.""#, None, "Denied."),
        (r#"{"error":7}"#, Some("7"), ""),
        ("[1]", None, ""),
        (r#"{"error":[]}"#, None, ""),
    ] {
        let error = refused(400, body);
        assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Service, code, message), "{body}");
    }
    let ids = refused(400, r#"{"error":"a","error_description":"b","trace_id":"t","correlation_id":"c"}"#);
    assert_eq!((ids.request_id(), ids.client_request_id()), (Some("t"), Some("c")));
    let id = refused(400, r#"{"odata.error":{"code":"a","requestId":"r"}}"#);
    assert_eq!(id.request_id(), Some("r"));
}

#[test]
fn details_and_target_are_told() {
    let error = refused(
        422,
        r#"{"error":{"code":"ConflictingObjects","message":"No.","target":"group","details":[
            {"code":"MissingPrefixSuffix","message":"Prefix.","target":"displayName","prefix":"x"},
            {"code":"Other","message":null}, 7]}}"#,
    );
    assert_eq!(error.target(), Some("group"));
    let details: Vec<_> =
        error.details().iter().map(|detail| (detail.code(), detail.message(), detail.target())).collect();
    assert_eq!(
        details,
        [(Some("MissingPrefixSuffix"), "Prefix.", Some("displayName")), (Some("Other"), "", None)]
    );
    let framework = refused(400, r#"{"title":"Invalid","errors":{"name":["too long","too odd"],"age":"too old","x":7}}"#);
    let mut details: Vec<_> = framework.details().iter().map(|detail| (detail.target(), detail.message())).collect();
    details.sort_unstable();
    assert_eq!(
        details,
        [(Some("age"), "too old"), (Some("name"), "too long"), (Some("name"), "too odd"), (Some("x"), "7")]
    );
    assert!(refused(400, "{}").details().is_empty());
}

#[test]
fn headers_of_the_answer_are_reached_and_not_shown() {
    let headers = [
        ("Location", "https://graph.microsoft.com/v1.0/x?token=hunter2"),
        ("WWW-Authenticate", "Bearer claims=\"hunter2\""),
        ("WWW-Authenticate", "PoP"),
        ("x-ms-ags-diagnostic", r#"{"ServerInfo":{"DataCenter":"North Europe"}}"#),
    ];
    let error = CallRecord::at("1").get().parse(answer_with(401, &headers, "")).unwrap_err();
    assert_eq!(error.location(), Some("https://graph.microsoft.com/v1.0/x?token=hunter2"));
    assert_eq!(error.www_authenticate(), Some("Bearer claims=\"hunter2\", PoP"));
    assert_eq!(error.diagnostic(), Some(r#"{"ServerInfo":{"DataCenter":"North Europe"}}"#));
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    let error = CallRecord::at("1").get().parse(answer_with(302, &headers[..1], "")).unwrap_err();
    assert_eq!((error.kind(), error.location().is_some()), (ErrorKind::Service, true));
}

#[test]
fn what_a_service_says_is_escaped_and_shortened() {
    let long = "x".repeat(100_000);
    let body = format!(
        r#"{{"error":{{"code":"{long}","message":"\u001b[2J\r\nforged \u202e {long} the end","innerError":{{"message":"\u001b{long}"}}}}}}"#
    );
    let error = refused(400, &body);
    let (shown, debug) = (error.to_string(), format!("{error:?}"));
    let inner = error.source().unwrap().to_string();
    for text in [&shown, &debug, &inner] {
        assert!(text.len() < 4_000 && !text.contains(['\u{1b}', '\n', '\u{202e}']), "{text}");
    }
    assert!(shown.contains("\\u{1b}[2J\\r\\nforged \\u{202e}") && shown.ends_with("the end"), "{shown}");
    assert!(error.message().len() > 100_000, "whole for who asks");
}

#[test]
fn messages_and_paths_do_not_grow_with_the_body() {
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, PartialEq, graph_resource::GraphComplex)]
    struct Leaf {
        size: i32,
    }

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/trees/<id>")]
    struct Tree {
        id: String,
        leaves: BTreeMap<String, BTreeMap<String, Leaf>>,
    }

    let name = "n".repeat(50_000);
    let leaves: Vec<_> = (0..5_000).map(|index| format!(r#""{index}":{{}}"#)).collect();
    let body = format!(r#"{{"id":"1","leaves":{{"{name}":{{{}}}}}}}"#, leaves.join(","));
    let error = Tree::at("1").get().parse(answer(200, body)).unwrap_err();
    let shown = error.to_string();
    assert!(shown.len() < 10_000 && error.path().unwrap().len() < 2_000, "{}", shown.len());
    assert!(shown.contains("and 4968 more"), "{shown}");
    let wrong = format!(r#"{{"id":"1","leaves":{{"{name}":{{"a":{{"size":"x"}}}}}}}}"#);
    let error = Tree::at("1").get().parse(answer(200, wrong)).unwrap_err();
    assert!(error.to_string().len() < 4_000 && error.path().unwrap().ends_with(".a.size"), "{error}");
}

/// Fails each request in the same way.
struct Failing<F>(F);

impl<F: Fn() -> E + Send + Sync, E: Into<Box<dyn std::error::Error + Send + Sync>> + Send> HttpClient for Failing<F> {
    type Error = E;

    async fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, E> {
        Err(self.0())
    }
}

async fn failure<E>(failing: impl Fn() -> E + Send + Sync) -> Error
where
    E: Into<Box<dyn std::error::Error + Send + Sync>> + Send,
{
    Client::new(Failing(failing), BaseUrl::graph()).send(CallRecord::at("1").get()).await.unwrap_err()
}

#[tokio::test]
async fn a_head_that_arrived_is_kept() {
    let head = || answer_with(429, &[("Retry-After", "7"), ("request-id", "r")], "").into_parts().0;
    let lost = move || TransportError::new(TransportErrorKind::Other).because("reset").with_head(head());
    let error = failure(lost).await;
    assert_eq!((error.kind(), error.request_id()), (ErrorKind::BodyLost, Some("r")));
    assert_eq!((error.retry_after(), error.was_sent()), (Some(Duration::from_secs(7)), Some(true)));
    assert!(error.is_throttled() && error.is_retryable() && error.client_request_id().is_some());
    assert_eq!(error.to_string(), "the answer broke off; its status is 429 Too Many Requests");
    let boxed = Client::new(Failing(lost), BaseUrl::graph()).boxed();
    let error = boxed.send(CallRecord::at("1").get()).await.unwrap_err();
    assert_eq!((error.kind(), error.is_throttled()), (ErrorKind::BodyLost, true));
    let large = failure(|| TransportError::new(TransportErrorKind::TooLarge).with_head(head())).await;
    assert_eq!((large.kind(), large.status().unwrap().as_u16()), (ErrorKind::TooLarge, 429));
}

#[tokio::test]
async fn a_failure_of_the_transport_answers_questions() {
    let told = |error: &Error| (error.kind(), error.is_connect(), error.is_timeout(), error.was_sent());
    let kind = ErrorKind::Transport;
    let refused = failure(|| TransportError::new(TransportErrorKind::Connect)).await;
    assert_eq!(told(&refused), (kind, true, false, Some(false)));
    assert!(refused.is_retryable());
    let late = failure(|| TransportError::new(TransportErrorKind::Timeout)).await;
    assert_eq!(told(&late), (kind, false, true, None));
    assert!(!late.is_retryable(), "whether that is safe is for the request to say");
    // Of other errors, those of the system are known.
    let refused = failure(|| io::Error::from(io::ErrorKind::ConnectionRefused)).await;
    assert_eq!(told(&refused), (kind, true, false, Some(false)));
    let late = failure(|| io::Error::from(io::ErrorKind::TimedOut)).await;
    assert_eq!(told(&late), (kind, false, true, None));
    let unknown = failure(|| "something").await;
    assert_eq!(told(&unknown), (kind, false, false, None));
    assert_eq!(unknown.to_string(), "the request got no answer");
    let path = CallRecord::at("").get().to_http(crate::support::BASE).unwrap_err();
    assert_eq!((path.was_sent(), path.is_retryable()), (Some(false), false));
}
