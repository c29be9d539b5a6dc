//! Numbers of items, and content that is no JSON.

use graph_resource::{
    BaseUrl, Bytes, Client, Content, ErrorKind, GraphComplex, GraphFunction, GraphResource, ServiceRoot,
};
use graph_resource_testing::{EmbeddedGraph, OperationAnswer, Rules};
use serde_json::json;

use crate::support::{BASE, run};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    n: i64,
    #[graph_resource(navigation)]
    friends: Option<Vec<User>>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Report {
    period: String,
}

impl GraphFunction for Report {
    type On = ServiceRoot;
    type Output = Content;
    const NAME: &'static str = "reports/getCounts";
}

#[test]
fn items_are_counted() {
    let graph = EmbeddedGraph::new().with_collection("/users").with_to_many("/users/{id}/friends", ["/users"]);
    let graph = (0..5).fold(graph, |graph, n| graph.with_entity("/users", json!({"id": n.to_string(), "n": n})));
    graph.link("/users/0/friends", "/users/1");
    let client = Client::new(&graph, BaseUrl::graph());
    assert_eq!(run(client.send(User::collection().count())).unwrap(), 5);
    let some = User::collection().count().filter(User::props().n.lt(2)).eventual();
    assert_eq!(run(client.send(some)).unwrap(), 2);
    assert_eq!(graph.requests()[1].header("consistencylevel"), Some("eventual"));
    assert_eq!(run(client.send(User::at("0").navigation(User::props().friends).count())).unwrap(), 1);
    for body in ["", "-1", "x", "1 2", "{\"value\":1}", "99999999999999999999"] {
        let answer = http::Response::new(Bytes::from(body));
        assert_eq!(User::collection().count().parse(answer).unwrap_err().kind(), ErrorKind::Decode, "{body}");
    }
    assert_eq!(User::collection().count().parse(http::Response::new(Bytes::from("\u{feff}7\n"))).unwrap(), 7);
}

#[test]
fn content_is_read_and_written() {
    let graph = EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "n": 1})).with_content(
        "/users/1/photo/$value",
        "image/png",
        b"\x89PNG\xff".as_slice(),
    );
    let client = Client::new(&graph, BaseUrl::graph());
    let photo = run(client.send(User::at("1").content("photo/$value"))).unwrap();
    assert_eq!((photo.bytes().as_ref(), photo.content_type()), (b"\x89PNG\xff".as_slice(), Some("image/png")));
    let put = |etag| User::at("1").put_content("photo/$value", "image/jpeg", "jpeg").if_match(etag);
    run(client.send(put(photo.etag().unwrap().clone()))).unwrap();
    assert!(run(client.send(put(photo.etag().unwrap().clone()))).unwrap_err().is_precondition_failed());
    assert_eq!(graph.content("/users/1/photo/$value"), Some(("image/jpeg".to_owned(), Bytes::from("jpeg"))));
    assert!(run(client.send(User::at("1").content("photos/$value"))).unwrap_err().is_not_found());
    assert!(!format!("{photo:?}").contains("PNG"));
}

#[test]
fn a_redirect_is_a_place_and_is_followed_without_the_token() {
    let graph = EmbeddedGraph::new()
        .with_rules("/users", Rules::new().redirect_content())
        .with_entity("/users", json!({"id": "1", "n": 1}))
        .with_bearer_token("t");
    let client = Client::new(&graph, BaseUrl::graph()).bearer_token("t").unwrap();
    let item = run(client.send(User::at("1").put_content("content", "text/plain", "hello"))).unwrap();
    assert!(item.bytes().starts_with(b"{"), "the item that has the content");
    let content = run(client.send(User::at("1").content("content"))).unwrap();
    assert!(content.bytes().is_empty() && content.location().unwrap().starts_with("https://storage.example.com/"));
    let content = run(client.download(User::at("1").content("content"))).unwrap();
    assert_eq!((content.bytes().as_ref(), content.location()), (b"hello".as_slice(), None));
    assert!(graph.requests().last().unwrap().header("authorization").is_none());
}

#[test]
fn a_report_is_content() {
    let graph = EmbeddedGraph::new()
        .with_function("/reports/getCounts", |_| OperationAnswer::download("text/csv", "a,b\n1,2\n"));
    let client = Client::new(&graph, BaseUrl::graph());
    let report = || ServiceRoot.call(Report { period: "D7".into() });
    assert!(run(client.send(report())).unwrap().location().is_some());
    let report = run(client.download(report())).unwrap();
    assert_eq!((report.bytes().as_ref(), report.content_type()), (b"a,b\n1,2\n".as_slice(), Some("text/csv")));
    let asked = &graph.requests()[0];
    assert_eq!((asked.target(), asked.header("accept")), ("/v1.0/reports/getCounts(period='D7')", Some("*/*")));
}

#[test]
fn a_path_to_content_is_one() {
    let at = |below: &str| User::at("1").content(below).to_http(BASE);
    assert_eq!(
        at("root:/a b/ü#?.txt:/content").unwrap().uri().path(),
        "/v1.0/users/1/root:/a%20b/%C3%BC%23%3F.txt:/content"
    );
    for below in ["", "a//b", "../x", "a/./b", "/a", "a/"] {
        assert_eq!(at(below).unwrap_err().kind(), ErrorKind::Path, "{below}");
    }
    let error = User::at("1").put_content("a", "x\n", "").to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Header);
}
