//! Answers of 2xx that are no success: errors in disguise, what was only accepted, pages of somebody else.

use std::error::Error as _;

use graph_resource::{
    At, Collection, ErrorKind, Fetched, GraphAction, GraphComplex, GraphFunction, GraphResource, GraphUnion, Operation,
    Request,
};
use graph_resource_tests::call_record::*;
use serde_json::{Map, Value};

use crate::support::{answer, answer_with, client, read};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    display_name: Option<String>,
    #[graph_resource(navigation)]
    manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    friends: Option<Vec<User>>,
    #[graph_resource(navigation)]
    owned: Option<Vec<Thing>>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Thing {
    #[graph_resource(odata_type = "test.user")]
    User(User),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Of which nothing has to be there.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me")]
struct Me {
    display_name: Option<String>,
}

/// Which may end in an error, and says so itself.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/job")]
struct Job {
    error: Option<Failure>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Failure {
    code: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Work {
    #[graph_resource(odata_type = "test.failure")]
    Failed(Outcome),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Outcome {
    error: Option<Failure>,
}

macro_rules! actions {
    ($($action:ident -> $output:ty;)*) => {$(
        #[derive(Clone, Debug, PartialEq, GraphComplex)]
        struct $action {}

        impl GraphAction for $action {
            type On = At<User>;
            type Output = $output;
            const NAME: &'static str = "act";
        }
    )*};
}

actions! {
    Act -> ();
    Ask -> Option<Failure>;
    Count -> i32;
    Names -> Vec<String>;
    Whole -> Fetched<User>;
    Outcomes -> Work;
}

const DENIED: &str = r#"{"error":{"code":"accessDenied","message":"No.","innerError":{"request-id":"r"}}}"#;

fn user() -> At<User> {
    User::at("u")
}

fn renamed() -> Request<graph_resource::request::Update<User>> {
    user().update(UserPatch::new().display_name("a"))
}

fn denied<O: Operation + Clone>(request: Request<O>) {
    let annotated = r#"{"@odata.context":"x","error":{"code":"accessDenied","message":"No."},"error@a.b":1}"#;
    let older = "\u{feff}\n {\"odata.error\":{\"code\":\"accessDenied\",\"message\":{\"value\":\"No.\"}}}";
    for body in [annotated, older] {
        let error = request.clone().parse(answer(200, body)).err().expect("an error in the body");
        assert_eq!(error.to_string(), "the service answered 200 OK, `accessDenied`: No", "{body}");
    }
    let error = request.parse(answer_with(200, &[("client-request-id", "mine")], DENIED)).err().unwrap();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Service, Some("accessDenied")));
    assert_eq!((error.request_id(), error.client_request_id()), (Some("r"), Some("mine")));
    assert_eq!((error.status().unwrap().as_u16(), error.was_sent()), (200, Some(true)));
}

#[test]
fn a_body_that_is_an_error_alone_is_the_services_error() {
    denied(user().get());
    denied(user().get().select(User::props().display_name));
    denied(Me::at().get());
    denied(User::collection().list());
    denied(User::collection().list().select(User::props().display_name));
    denied(renamed());
    denied(User::collection().create(&UserPartial::default()));
    denied(user().delete());
    let navigation = || user().navigation(User::props().manager);
    denied(navigation().set("users/a"));
    denied(navigation().clear());
    denied(user().navigation(User::props().friends).add("users/a"));
    denied(user().invoke(Act {}));
    denied(user().invoke(Ask {}));
    denied(user().invoke(Count {}));
    denied(user().invoke(Names {}));
    denied(user().invoke(Whole {}));
}

#[test]
fn a_type_that_declares_an_error_keeps_it() {
    let failed = r#"{"@odata.context":"x","error":{"code":"late"}}"#;
    let job = Job::at().get().parse(answer(200, failed)).unwrap();
    assert_eq!(job.error.as_ref().unwrap().code.as_deref(), Some("late"));
    let job = Job::at().get().select(Job::props().error).parse(answer(200, failed)).unwrap();
    assert!(job.error.is_value());
    let typed = r##"{"@odata.type":"#test.failure","error":{"code":"late"}}"##;
    let work = user().invoke(Outcomes {}).parse(answer(200, typed)).unwrap();
    assert!(matches!(work, Work::Failed(outcome) if outcome.error.is_some()));
    // Beside other members, an error is one of them.
    let user = user().get().parse(answer(200, r#"{"id":"u","error":{"code":"late"}}"#)).unwrap();
    assert_eq!(user.id, "u");
    assert!(self::user().delete().parse(answer(200, r#"{"error":null}"#)).is_ok());
}

#[test]
fn a_collection_is_not_the_resource() {
    let body = r#"{"@odata.context":"x","value":[{"displayName":"a"}]}"#;
    let whole = Me::at().get().parse(answer(200, body)).unwrap_err();
    let partial = user().get().select(User::props().display_name).parse(answer(200, body)).unwrap_err();
    let updated = renamed().parse(answer(200, body)).unwrap_err();
    for error in [whole, partial, updated] {
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.to_string(), "the answer is a collection, and one object was asked for");
    }
}

fn accepted<O: Operation + Clone>(request: &Request<O>) {
    for body in ["", "{}", r#"{"id":"u"}"#] {
        let headers = [("Location", "https://graph.microsoft.com/v1.0/operations/1"), ("Retry-After", "30")];
        let error = request.clone().parse(answer_with(202, &headers, body)).err().expect("202 is not done");
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Accepted, 202));
        assert_eq!(error.location(), Some("https://graph.microsoft.com/v1.0/operations/1"));
        assert_eq!(error.retry_after().unwrap().as_secs(), 30);
        assert!(!error.is_retryable() && !format!("{error} {error:?}").contains("operations"), "{error:?}");
    }
}

#[test]
fn what_was_accepted_is_not_done() {
    accepted(&user().get());
    accepted(&User::collection().list());
    accepted(&renamed());
    accepted(&User::collection().create(&UserPartial::default()));
    accepted(&user().delete());
    accepted(&user().navigation(User::props().manager).clear());
    accepted(&user().invoke(Act {}));
    accepted(&user().invoke(Ask {}));
    accepted(&user().invoke(Whole {}));
    for error in [renamed().parse(answer(202, "")).err(), user().delete().parse(answer(202, "")).err()] {
        let error = error.unwrap();
        assert_eq!((error.kind(), error.location()), (ErrorKind::Accepted, None));
    }
    // Of `sendMail` and its like, that is all one ever hears.
    user().invoke(Act {}).parse(answer(202, "")).unwrap();
    assert_eq!(user().invoke(Ask {}).parse(answer(202, "")).unwrap(), None);
    assert_eq!(user().invoke(Count {}).parse(answer(202, r#"{"value":7}"#)).unwrap(), 7);
}

#[tokio::test]
async fn what_was_accepted_is_not_saved() {
    let client = client([answer(200, r#"{"id":"u"}"#), answer(202, ""), answer(204, "")]);
    let mut user = client.send(user().get()).await.unwrap().track();
    user.display_name = Some("a".into());
    assert_eq!(user.save(&client).await.unwrap_err().kind(), ErrorKind::Accepted);
    assert!(user.is_changed());
    user.save(&client).await.unwrap();
    assert!(!user.is_changed());
}

#[test]
fn a_status_of_parts_confirms_no_single_change() {
    for status in [206, 207] {
        let updated = renamed().parse(answer(status, r#"{"id":"u"}"#)).err();
        let created = User::collection().create(&UserPartial::default()).parse(answer(status, r#"{"id":"u"}"#)).err();
        let deleted = user().delete().parse(answer(status, "")).err();
        let invoked = user().invoke(Act {}).parse(answer(status, "")).err();
        for error in [updated, created, deleted, invoked] {
            let error = error.unwrap();
            assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Unconfirmed, status));
        }
        // What is read is read: some sources of a list were silent, or each part says how it went.
        let page = User::collection().list().parse(answer(status, r#"{"value":[{"id":"u"}]}"#)).unwrap();
        assert_eq!(page.len(), 1);
        let names = user().invoke(Names {}).parse(answer(status, r#"{"value":["a"]}"#)).unwrap();
        assert_eq!(names, ["a"]);
    }
}

const SIGN_IN: &str =
    "<!DOCTYPE html>\r\n<html><head><title>Sign in to\n Contoso</title></head><body>hunter2</body></html>";

#[test]
fn a_page_of_html_is_no_success() {
    let typed = [("content-type", "text/html; charset=utf-8")];
    let page = || answer_with(200, &typed, SIGN_IN);
    let errors = [
        user().get().parse(page()).err(),
        User::collection().list().parse(page()).err(),
        renamed().parse(page()).err(),
        user().delete().parse(page()).err(),
        user().navigation(User::props().manager).clear().parse(page()).err(),
        user().invoke(Act {}).parse(page()).err(),
        user().invoke(Ask {}).parse(page()).err(),
    ];
    for error in errors {
        let error = error.expect("a page is no success");
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(
            error.to_string(),
            "the body is not JSON but HTML (`text/html; charset=utf-8`): a sign-in page, which begins with `Sign in to Contoso`"
        );
        assert!(!format!("{error:?}").contains("hunter2"));
    }
    let other = user().get().parse(answer(200, "<html><title>Welcome</title></html>")).unwrap_err();
    assert_eq!(other.to_string(), "the body is not JSON but HTML");
}

#[test]
fn nothing_may_be_a_word_and_not_half_of_an_object() {
    for body in ["", " ", "OK", "true", "{}", r#"{"id":"u"}"#, "[1]", "\u{feff}null", "\u{feff}"] {
        user().delete().parse(answer(200, body)).unwrap();
    }
    for body in [r#"{"id":"#, "<p>", "{} {}", "[1"] {
        assert_eq!(user().delete().parse(answer(200, body)).unwrap_err().kind(), ErrorKind::Decode, "{body}");
    }
}

#[test]
fn a_mark_before_the_text_is_none_of_it() {
    let user = user().get().parse(answer(200, "\u{feff}{\"id\":\"u\",\"displayName\":\"\u{feff}a\"}")).unwrap();
    assert_eq!(user.display_name.as_deref(), Some("\u{feff}a"));
    let page = User::collection().list().parse(answer(200, "\u{feff} {\"value\":[{\"id\":\"u\"}]}")).unwrap();
    assert_eq!(page.len(), 1);
    assert!(renamed().parse(answer(200, "\u{feff}")).unwrap().answer().is_none());
    let error = self::user().get().parse(answer(404, format!("\u{feff}{DENIED}"))).unwrap_err();
    assert_eq!(error.code(), Some("accessDenied"));
}

#[test]
fn a_compressed_answer_names_its_encoding() {
    let body = &b"\x1f\x8b\x08\x00\x00"[..];
    for status in [200, 404] {
        let error = user().get().parse(answer_with(status, &[("Content-Encoding", "gzip")], body)).unwrap_err();
        let told = format!("{error}; {}", error.source().map(ToString::to_string).unwrap_or_default());
        assert!(told.contains("compressed (`Content-Encoding: gzip`)"), "{told}");
    }
    assert_eq!(user().delete().parse(answer(200, body)).unwrap_err().kind(), ErrorKind::Decode);
}

#[test]
fn a_removed_item_is_no_item() {
    let body = r#"{"value":[{"id":"1"},{"@removed":{"reason":"changed"},"id":"2"}]}"#;
    let partials = User::collection().list().select(User::props().display_name).parse(answer(200, body)).unwrap_err();
    let wholes = User::collection().list().parse(answer(200, body)).unwrap_err();
    for error in [partials, wholes] {
        assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, Some("value[1]")));
        assert!(error.to_string().contains("removed"), "{error}");
    }
}

#[test]
fn a_collection_that_is_null_has_no_items() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct All {}
    impl GraphFunction for All {
        type On = Collection<User>;
        type Output = graph_resource::Page<User>;
        const NAME: &'static str = "all";
    }
    let body = r#"{"@odata.count":0,"value":null}"#;
    let page = User::collection().list().parse(answer(200, body)).unwrap();
    assert_eq!((page.len(), page.count()), (0, Some(0)));
    assert!(User::collection().list().select(User::props().id).parse(answer(200, body)).unwrap().is_empty());
    assert!(User::collection().call(All {}).parse(answer(200, body)).unwrap().is_empty());
    for body in ["{}", r#"{"value":{}}"#, r#"{"value":[{"id":"1"}],"value":[]}"#] {
        assert_eq!(User::collection().list().parse(answer(200, body)).unwrap_err().kind(), ErrorKind::Decode, "{body}");
    }
}

#[test]
fn a_relationship_of_references_is_not_expanded() {
    let reference = r#"{"@odata.id":"https://graph.microsoft.com/v1.0/users/2"}"#;
    let typed = r##"{"@odata.type":"#test.user","@odata.id":"users/2"}"##;
    let body = format!(
        r#"{{"id":"1","manager":{reference},"friends":[{{"id":"3"}},{reference}],"owned":[{typed}],"displayName":"a"}}"#
    );
    let user = self::user().get().parse(answer(200, body.clone())).unwrap();
    assert_eq!((user.manager.clone(), user.friends.clone(), user.owned.clone()), (None, None, None));
    assert_eq!(user.display_name.as_deref(), Some("a"));
    let page = User::collection().list().parse(answer(200, format!(r#"{{"value":[{body}]}}"#))).unwrap();
    assert_eq!(*page[0], *user);
    // What a partial says is not lost.
    let partial = self::user().get().select(User::props().id).parse(answer(200, body)).unwrap();
    assert_eq!(partial.friends.clone().value().map(|friends| friends.len()), Some(2));
    // An entity of which too little is said is an error, as it was.
    let short = r#"{"id":"1","friends":[{"displayName":"b"}]}"#;
    let error = self::user().get().parse(answer(200, short)).unwrap_err();
    assert_eq!(error.path(), Some("friends[0].id"));
}

#[test]
fn a_tag_that_names_no_version_is_none() {
    for (tag, header, known) in [
        (r#""*""#, None, None),
        (r#""""#, None, None),
        (r#""*""#, Some("\"h\""), Some("\"h\"")),
        (r#""\"b\"""#, Some("*"), Some("\"b\"")),
        ("null", Some("*"), None),
    ] {
        let body = format!(r#"{{"@odata.etag":{tag},"id":"u"}}"#);
        let headers: Vec<_> = header.iter().map(|header| ("ETag", *header)).collect();
        let fetched = user().get().parse(answer_with(200, &headers, body.clone())).unwrap();
        assert_eq!(fetched.etag().map(graph_resource::ETag::as_str), known, "{body}");
        let mut tracked = fetched.track();
        tracked.display_name = Some("a".into());
        let http = tracked.save_request().unwrap().unwrap().to_http(crate::support::BASE).unwrap();
        assert_eq!(http.headers().get("if-match").map(|tag| tag.to_str().unwrap()), known);
        let page = User::collection().list().parse(answer(200, format!(r#"{{"value":[{body}]}}"#))).unwrap();
        assert_eq!(page[0].etag().is_some(), tag.contains('b'));
    }
    assert_eq!(user().delete().if_match("").to_http(crate::support::BASE).unwrap_err().kind(), ErrorKind::Header);
}

#[test]
fn a_tag_beyond_ascii_is_sent_as_it_came() {
    for bytes in [&b"\"\xe9\xff\""[..], "\"é\"".as_bytes()] {
        let mut answer = answer(200, r#"{"id":"u"}"#);
        answer.headers_mut().insert("etag", http::HeaderValue::from_bytes(bytes).unwrap());
        let mut user = user().get().parse(answer).unwrap().track();
        user.display_name = Some("a".into());
        let http = user.save_request().unwrap().unwrap().to_http(crate::support::BASE).unwrap();
        assert_eq!(http.headers()["if-match"].as_bytes(), bytes);
    }
}

#[test]
fn a_record_keeps_what_it_was_where_the_answer_is_no_success() {
    let record: CallRecord = read(
        r#"{"id":"1","version":1,"type":"groupCall","modalities":[],"lastModifiedDateTime":"2020-01-01T00:00:00Z",
        "startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z","participants":[]}"#,
    );
    for (status, body) in [(200, DENIED), (202, ""), (206, "{}"), (207, "{}"), (200, SIGN_IN)] {
        let mut copy = record.clone();
        let request = CallRecord::at("1").update(CallRecordPatch::new().version(2));
        crate::support::update_into(request, answer(status, body), &mut copy).unwrap_err();
        assert_eq!(copy, record);
    }
}
