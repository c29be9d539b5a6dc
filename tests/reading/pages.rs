//! Collections page by page and item by item.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;
use graph_resource::{BaseUrl, Bytes, Client, ErrorKind, GraphResource, HttpClient, PageLink, SendResource};
use graph_resource_testing::EmbeddedGraph;
use serde_json::{Value, json};

use crate::support::{BASE, FOREIGN, Script, run};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    n: i64,
    #[graph_resource(navigation)]
    friends: Option<Vec<User>>,
}

fn graph(users: usize) -> EmbeddedGraph {
    (0..users).fold(EmbeddedGraph::new().with_collection("/users"), |graph, n| {
        graph.with_entity("/users", json!({"id": n.to_string(), "n": n}))
    })
}

fn client<T>(transport: T) -> Client<T> {
    Client::new(transport, BaseUrl::graph())
}

fn page(ids: &[i64], next: &str) -> String {
    let items: Vec<Value> = ids.iter().map(|id| json!({"id": id.to_string(), "n": id})).collect();
    let next = if next.is_empty() { Value::Null } else { json!(next) };
    json!({"value": items, "@odata.nextLink": next}).to_string()
}

#[test]
fn pages_and_items_are_all_of_a_collection() {
    let graph = graph(7);
    let client = client(&graph);
    let list = || User::collection().list().top(3).select_declared();
    let (mut pages, mut sizes) = (client.pages(list()), Vec::new());
    assert!(graph.requests().is_empty(), "nothing is sent before a page is asked for");
    while let Some(page) = run(pages.next()) {
        sizes.push(page.unwrap().len());
        assert_eq!(graph.requests().len(), sizes.len(), "nothing is fetched ahead");
    }
    assert_eq!(sizes, [3, 3, 1]);
    assert!(run(pages.next()).is_none(), "the end stays");
    let (mut items, mut ids) = (client.items(list().filter(User::props().n.ge(2))), Vec::new());
    while let Some(user) = run(items.next()) {
        ids.push(user.unwrap().id.clone());
    }
    assert_eq!(ids, ["2", "3", "4", "5", "6"]);
}

#[test]
fn headers_and_preferences_go_with_each_page() {
    let graph = graph(3);
    let client = client(&graph);
    let list = User::collection().list().prefer("odata.maxpagesize=1").eventual().header("if-none-match", "x");
    let mut pages = client.pages(list);
    while let Some(page) = run(pages.next()) {
        page.unwrap();
    }
    let requests = graph.requests();
    assert_eq!(requests.len(), 3);
    for (index, request) in requests.iter().enumerate() {
        assert_eq!(request.header("prefer"), Some("odata.maxpagesize=1"));
        assert_eq!(request.header("consistencylevel"), Some("eventual"));
        assert_eq!(request.header("if-none-match").is_some(), index == 0, "a condition is of one request");
    }
}

#[test]
fn a_stored_link_is_resumed() {
    let graph = graph(5);
    let client = client(&graph);
    let first = run(client.send(User::collection().list().prefer("odata.maxpagesize=2"))).unwrap();
    let stored = serde_json::to_string(&first.resume().unwrap()).unwrap();
    assert!(stored.contains("skiptoken") && stored.contains("odata.maxpagesize=2"), "{stored}");
    assert!(!format!("{:?}", first.resume()).contains("skiptoken"));
    let link: PageLink = serde_json::from_str(&stored).unwrap();
    let mut pages = client.resume::<User>(link.clone()).header("ConsistencyLevel", "eventual").unwrap();
    let second = run(pages.next()).unwrap().unwrap();
    assert_eq!(second.iter().map(|user| &*user.id).collect::<Vec<_>>(), ["2", "3"]);
    assert_eq!(second[0].location(), Some("/users/2"));
    let third = run(pages.next()).unwrap().unwrap();
    assert_eq!((third.len(), third.resume()), (1, None));
    assert!(graph.requests()[1..].iter().all(|request| request.header("consistencylevel") == Some("eventual")));
    let mut partials = client.resume_partial::<User>(link);
    assert_eq!(run(partials.next()).unwrap().unwrap()[0].n, Some(2));

    let other = Client::new(&graph, BaseUrl::parse("https://graph.microsoft.us/v1.0").unwrap());
    let before = graph.requests().len();
    let mut pages = other.resume::<User>(serde_json::from_str(&stored).unwrap());
    assert_eq!(run(pages.next()).unwrap().unwrap_err().kind(), ErrorKind::ForeignOrigin);
    assert_eq!(graph.requests().len(), before, "no token went there");
}

#[test]
fn a_circle_ends() {
    let link = |name: &str| format!("{BASE}/users?$skiptoken={name}");
    let script = Script::new([page(&[1], &link("a")), page(&[], &link("b")), page(&[2], &link("a"))]);
    let client = client(&script);
    let mut items = client.items(User::collection().list());
    assert_eq!(run(items.next()).unwrap().unwrap().id, "1");
    let error = run(items.next()).unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the service names a page as the next that was read before; nothing more can be read of the collection"
    );
    assert!(run(items.next()).is_none());
    assert_eq!(script.asked().len(), 3, "an empty page is walked through");
}

#[test]
fn no_link_leads_elsewhere() {
    for link in FOREIGN {
        let script = Script::new([page(&[1], link)]);
        let client = client(&script).bearer_token("secret").unwrap();
        let mut pages = client.pages(User::collection().list());
        run(pages.next()).unwrap().unwrap();
        let error = run(pages.next()).unwrap().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::ForeignOrigin | ErrorKind::Query), "{link}: {error}");
        assert_eq!(script.asked().len(), 1, "{link}");
    }
    for none in ["", " "] {
        let client = client(Script::new([page(&[1], none)]));
        let mut pages = client.pages(User::collection().list());
        assert!(run(pages.next()).unwrap().is_ok() && run(pages.next()).is_none(), "no link is the end");
    }
}

#[test]
fn what_is_no_page_is_an_error() {
    for (body, path) in [
        (r#"{"value": {}}"#, Some("value")),
        ("[]", None),
        ("<html></html>", None),
        ("{}", None),
        (r#"{"value": [7]}"#, None),
    ] {
        let client = client(Script::new([body, body]));
        let mut pages = client.pages(User::collection().list()).skip_bad_items(|_, _| {});
        let next = run(pages.next()).unwrap();
        if body.contains('7') {
            assert!(next.unwrap().is_empty(), "an item that is none is a bad one");
        } else {
            let error = next.unwrap_err();
            assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, path), "{body}");
        }
    }
}

#[test]
fn bad_items_are_skipped_by_choice() {
    let body = format!(
        r#"{{"@odata.count":4,"value":[{{"id":"1","n":1}},{{"id":"2","n":"x"}},{{"id":"3"}},{{"id":"4","n":4}}],"@odata.nextLink":"{BASE}/users?a"}}"#
    );
    let transport = Script::new([body.clone(), body.clone(), page(&[5], "")]);
    let client = client(&transport);
    let mut strict = client.items(User::collection().list());
    assert_eq!(run(strict.next()).unwrap().unwrap_err().path(), Some("value[1].n"));
    assert!(run(strict.next()).is_none());
    let mut bad = Vec::new();
    let mut ids = Vec::new();
    {
        let mut items = client
            .items(User::collection().list())
            .skip_bad_items(|index, error| bad.push((index, error.path().unwrap().to_owned())));
        while let Some(user) = run(items.next()) {
            ids.push(user.unwrap().id.clone());
        }
    }
    assert_eq!(ids, ["1", "4", "5"]);
    assert_eq!(bad, [(1, "value[1].n".to_owned()), (2, "value[2].n".to_owned())]);
}

#[test]
fn an_expanded_collection_is_walked_the_same_way() {
    let link = format!("{BASE}/users/0/friends?$skiptoken=a");
    let user = json!({"id": "0", "n": 0, "friends": [{"id": "1", "n": 1}], "friends@odata.nextLink": link});
    let script = Script::new([user.to_string(), page(&[2], &format!("{link}b")), page(&[3], "")]);
    let client = client(&script);
    let friends = User::props().friends;
    let user = run(client.send(User::at("0").get().expand(friends))).unwrap();
    let mut ids: Vec<String> = user.friends.iter().flatten().map(|friend| friend.id.clone()).collect();
    let mut rest = client.items(user.next_page_of(friends).unwrap());
    while let Some(friend) = run(rest.next()) {
        ids.push(friend.unwrap().id.clone());
    }
    assert_eq!(ids, ["1", "2", "3"]);
}

#[test]
fn items_are_a_stream() {
    let graph = graph(5);
    let client = client(&graph);
    let mut items = client.items(User::collection().list().top(2));
    let mut pages = client.pages(User::collection().list().top(2));
    let mut seen = 0;
    assert!(run(poll_fn(|cx| Pin::new(&mut items).poll_next(cx))).unwrap().is_ok());
    assert_eq!(graph.requests().len(), 1, "a page is asked for when the one before is used up");
    seen += 1;
    while let Some(item) = run(poll_fn(|cx| Pin::new(&mut items).poll_next(cx))) {
        seen += usize::from(item.is_ok());
    }
    while let Some(page) = run(poll_fn(|cx| Pin::new(&mut pages).poll_next(cx))) {
        seen += page.unwrap().len();
    }
    assert_eq!(seen, 10);
}

#[test]
fn a_client_that_blocks_has_iterators() {
    struct Blocking(EmbeddedGraph);

    impl graph_resource::blocking::HttpClient for Blocking {
        type Error = graph_resource_testing::Disconnected;

        fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
            self.0.respond(&request)
        }
    }

    let client = graph_resource::blocking::Client::new(Blocking(graph(5)), BaseUrl::graph());
    let list = || User::collection().list().top(2);
    assert_eq!(client.pages(list()).map(|page| page.unwrap().len()).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(client.items(list()).map(|user| user.unwrap().n).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    let link = client.send(list()).unwrap().resume().unwrap();
    assert_eq!(client.resume::<User>(link).count(), 2);

    let mut bad = Vec::new();
    let graph = self::graph(3);
    graph.change("/users/1", |user| user["n"] = json!("x"));
    let client = graph_resource::blocking::Client::new(Blocking(graph.clone()), BaseUrl::graph());
    let items = client.items(list()).skip_bad_items(|index, _| bad.push(index));
    assert_eq!(items.map(|user| user.unwrap().n).collect::<Vec<_>>(), [0, 2]);
    assert_eq!(bad, [1]);
    assert!(client.pages(list()).next().unwrap().is_err());

    let graph = self::graph(3);
    let client = graph_resource::blocking::Client::new(Blocking(graph.clone()), BaseUrl::graph());
    let mut items = client.items(list());
    assert!(graph.requests().is_empty(), "nothing is sent before an item is asked for");
    assert_eq!(items.next().unwrap().unwrap().n, 0);
    assert_eq!(graph.requests().len(), 1, "no page is fetched ahead");
}

#[test]
fn futures_are_sent_between_threads_in_generic_code() {
    async fn all<R: SendResource, T: HttpClient>(client: Client<T>, link: PageLink) -> usize {
        let (mut pages, mut seen) = (client.resume::<R>(link), 0);
        while let Some(Ok(page)) = pages.next().await {
            seen += page.len();
        }
        seen
    }
    fn is_send<F: Future + Send>(future: F) -> F {
        future
    }
    let graph = graph(3);
    let link = run(client(&graph).send(User::collection().list().top(1))).unwrap().resume().unwrap();
    assert_eq!(run(is_send(all::<User, _>(client(graph), link))), 2);
}

#[test]
fn a_page_that_was_not_waited_for_is_not_lost() {
    let graph = graph(2);
    let client = client(&graph);
    let mut pages = client.pages(User::collection().list().top(1));
    drop(pages.next());
    assert_eq!(run(pages.next()).unwrap().unwrap()[0].id, "0");
    assert_eq!(run(pages.next()).unwrap().unwrap()[0].id, "1");
}

#[test]
fn an_item_knows_where_it_is_whoever_asks() {
    let read = || User::collection().list().parse(http(&page(&[1], ""))).unwrap().into_items().remove(0);
    let (asked, unasked) = (read(), read());
    assert_eq!(asked.location(), Some("/users/1"));
    assert_eq!(asked.location(), asked.clone().location());
    assert_eq!(asked, unasked, "equal whether the path was asked for or not");
    let alone = User::at("1").get().parse(http(r#"{"id":"1","n":1}"#)).unwrap();
    assert_eq!((alone.location(), *alone == *asked), (asked.location(), true));
    for mut user in [asked.track(), unasked.track()] {
        user.n = 2;
        let request = user.save_request().unwrap().unwrap().to_http(BASE).unwrap();
        assert!(request.uri().path().ends_with("/users/1"), "{}", request.uri());
    }
}

fn http(body: &str) -> graph_resource::http::Response<Bytes> {
    graph_resource::http::Response::new(Bytes::from(body.to_owned()))
}
