//! Links to next pages, as services write them.

use graph_resource::{ErrorKind, GraphResource, Page, Request};

use crate::support::{BASE, answer};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    #[graph_resource(navigation)]
    friends: Option<Vec<User>>,
}

fn page_with(link: &str) -> Page<User> {
    let body = serde_json::json!({ "value": [], "@odata.nextLink": link }).to_string();
    User::collection().list().parse(answer(200, body)).unwrap()
}

fn url<O: graph_resource::Operation>(request: &Request<O>) -> String {
    request.to_http(BASE).unwrap().uri().to_string()
}

#[test]
fn an_empty_link_is_none() {
    for link in ["", " "] {
        let page = page_with(link);
        assert!(page.next_link().is_none() && page.next_page().is_none());
        let body = serde_json::json!({ "id": "u", "friends": [], "friends@odata.nextLink": link }).to_string();
        let user = User::at("u").get().parse(answer(200, body)).unwrap();
        assert!(user.next_link_of(User::props().friends).is_none());
        assert!(user.next_page_of(User::props().friends).is_none());
    }
}

#[test]
fn a_query_alone_is_relative_to_what_was_asked() {
    let first = page_with("?$skiptoken=a");
    let second = first.next_page().unwrap();
    assert_eq!(url(&second), "https://graph.microsoft.com/v1.0/users?$skiptoken=a");
    let second = second.parse(answer(200, r#"{"value":[],"@odata.nextLink":"?$skiptoken=b"}"#)).unwrap();
    assert_eq!(url(&second.next_page().unwrap()), "https://graph.microsoft.com/v1.0/users?$skiptoken=b");
    let related = User::at("u").navigation(User::props().friends).list();
    let related = related.parse(answer(200, r#"{"value":[],"@odata.nextLink":"?$skiptoken=a"}"#)).unwrap();
    assert_eq!(url(&related.next_page().unwrap()), "https://graph.microsoft.com/v1.0/users/u/friends?$skiptoken=a");
    let linked = page_with("https://graph.microsoft.com/v1.0/users?a=?b").next_page().unwrap();
    let linked = linked.parse(answer(200, r#"{"value":[],"@odata.nextLink":"?c"}"#)).unwrap();
    assert_eq!(url(&linked.next_page().unwrap()), "https://graph.microsoft.com/v1.0/users?c");
    // What an expanded collection's is relative to is not said.
    let body = r#"{"id":"u","friends":[],"friends@odata.nextLink":"?$skiptoken=a"}"#;
    let user = User::at("u").get().parse(answer(200, body)).unwrap();
    let error = user.next_page_of(User::props().friends).unwrap().to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Query);
}

#[test]
fn what_no_url_may_hold_is_encoded_and_nothing_else() {
    for (link, wanted) in [
        ("https://graph.microsoft.com/v1.0/users?$filter=a eq 'O''Ü'", "users?$filter=a%20eq%20'O''%C3%9C'"),
        ("https://graph.microsoft.com/v1.0/users?$skiptoken=X%274453%27&%2e", "users?$skiptoken=X%274453%27&%2e"),
        ("users?a={b}", "users?a=%7Bb%7D"),
    ] {
        assert_eq!(url(&page_with(link).next_page().unwrap()), format!("{BASE}/{wanted}"));
    }
}

#[test]
fn a_link_in_another_case_is_found() {
    let page = User::collection().list().parse(answer(200, r#"{"value":[],"@odata.NextLink":"users?a"}"#)).unwrap();
    assert_eq!(page.next_link(), Some("users?a"));
}

#[test]
fn the_id_of_a_request_is_held_once_for_all_items() {
    let body = r#"{"value":[{"id":"1"},{"id":"2"}]}"#;
    let answer = crate::support::answer_with(200, &[("request-id", "r")], body);
    let page = User::collection().list().parse(answer).unwrap();
    let [one, other] = [&page[0], &page[1]].map(|user| user.request_id().unwrap());
    assert!(one == "r" && core::ptr::eq(one, other));
}
