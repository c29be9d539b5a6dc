//! Code that is generic over the resource and the transport, and requests of one's own.

use std::sync::Mutex;

use bytes::Bytes;
use graph_resource::{
    At, BaseUrl, BoxHttpClient, Client, Error, ErrorKind, Fetched, GraphResource, HttpClient, SendResource,
};
use graph_resource_testing::EmbeddedGraph;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/flats/<id>")]
struct Flat {
    id: String,
    name: Option<String>,
}

fn graph() -> EmbeddedGraph {
    EmbeddedGraph::new().with_collection("/flats").with_entity("/flats", serde_json::json!({"id": "1", "name": "one"}))
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user_id>/events/<id>")]
struct Event {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/admin/sharepoint/settings")]
struct Settings {
    is_legacy: Option<bool>,
}

/// Remembers the requests, and answers none.
#[derive(Default)]
struct Remembering(Mutex<Vec<http::Request<Bytes>>>);

impl HttpClient for Remembering {
    type Error = std::convert::Infallible;

    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Self::Error> {
        self.0.lock().unwrap().push(request);
        Ok(http::Response::builder().status(204).body(Bytes::new()).unwrap())
    }
}

fn remembering() -> Client<Remembering> {
    Client::new(Remembering::default(), BaseUrl::graph())
}

fn last(client: &Client<Remembering>) -> http::Request<Bytes> {
    client.transport().0.lock().unwrap().pop().unwrap()
}

async fn update<R: SendResource, T: HttpClient + 'static>(
    client: Client<T>,
    id: String,
    patch: R::Patch,
) -> Result<(), Error> {
    client.send(At::<R>::by_key(id).update(patch)).await.map(drop)
}

async fn save<R: SendResource, T: HttpClient + 'static>(
    client: Client<T>,
    id: String,
    change: impl Fn(&mut R) + Send,
) -> Result<R, Error> {
    let fetched: Fetched<R> = client.send(At::<R>::by_key(id).get()).await?;
    let mut record = fetched.track();
    change(&mut record);
    record.save(&client).await?;
    record.reload(&client).await?;
    Ok(record.into_inner())
}

#[tokio::test(flavor = "multi_thread")]
async fn generic_code_is_spawned() {
    let client = Client::new(BoxHttpClient::new(graph()), BaseUrl::loopback("http://127.0.0.1:1/v1.0").unwrap());
    let spawned = tokio::spawn(update::<Flat, _>(client.clone(), "1".to_owned(), FlatPatch::new().name("two")));
    spawned.await.unwrap().unwrap();
    let flat = tokio::spawn(save::<Flat, _>(client, "1".to_owned(), |flat| flat.name = Some("three".into())));
    assert_eq!(flat.await.unwrap().unwrap().name.as_deref(), Some("three"));
}

#[tokio::test]
async fn a_client_without_its_transports_type_is_a_type_of_its_own() {
    #[derive(Clone)]
    struct State {
        graph: Client,
    }
    fn is_shared<T: Clone + Send + Sync + 'static>(_: &T) {}

    let state = State { graph: Client::new(graph(), BaseUrl::graph()).boxed() };
    is_shared(&state);
    let flat = state.clone().graph.send(Flat::at("1").get()).await.unwrap();
    assert_eq!(flat.name.as_deref(), Some("one"));
}

#[test]
fn one_key_fills_no_path_of_two_and_none_of_a_singleton() {
    let refused = |request: Result<http::Request<Bytes>, Error>| {
        let error = request.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Path);
        error.to_string()
    };
    let base = &BaseUrl::graph();
    assert_eq!(At::<Flat>::by_key("a/b").get().to_http(base).unwrap().uri().path(), "/v1.0/flats/a%2Fb");
    let two = refused(At::<Event>::by_key("1").get().to_http(base));
    assert_eq!(two, "the path has 2 placeholders, which one key cannot fill; address it with `at(…)`");
    let none = refused(At::<Settings>::by_key("1").get().to_http(base));
    assert_eq!(none, "the resource has no key; address it with `at()`");
    assert!(!refused(At::<Flat>::by_key("..").get().to_http(base)).is_empty());
}

#[tokio::test]
async fn a_request_of_ones_own_goes_through_the_same_pipeline() {
    let client = remembering().bearer_token("secret").unwrap();
    for (url, sent) in [
        ("/me?$select=id", "https://graph.microsoft.com/v1.0/me?$select=id"),
        ("https://graph.microsoft.com/beta/me", "https://graph.microsoft.com/beta/me"),
    ] {
        let answer = client.http(http::Request::get(url).body(Bytes::new()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), 204);
        let request = last(&client);
        assert_eq!(request.uri(), sent);
        assert_eq!(request.headers()["authorization"], "Bearer secret");
        assert!(request.headers().contains_key("client-request-id"));
    }
    for url in
        ["https://evil.example/v1.0/me", "http://graph.microsoft.com/v1.0/me", "https://a@graph.microsoft.com/me"]
    {
        let request = http::Request::get(url).body(Bytes::new()).unwrap();
        assert_eq!(client.http(request).await.unwrap_err().kind(), ErrorKind::ForeignOrigin, "{url}");
    }
    assert!(client.transport().0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_requests_own_authorization_wins_and_is_marked() {
    let client = remembering().bearer_token("secret").unwrap();
    client.send(Flat::at("1").delete().header("authorization", "Bearer other")).await.unwrap();
    let request = last(&client);
    assert_eq!(request.headers()["authorization"], "Bearer other");
    assert!(request.headers()["authorization"].is_sensitive());
    assert!(!format!("{request:?}").contains("other"));
}

#[tokio::test]
async fn defaults_of_a_client_are_in_each_request_unless_it_has_its_own() {
    let client =
        remembering().prefer("IdType=\"ImmutableId\"").prefer("outlook.timezone=\"UTC\"").header("x-app", "sync");
    client.send(Flat::at("1").delete()).await.unwrap();
    let request = last(&client);
    assert_eq!(request.headers()["prefer"], "IdType=\"ImmutableId\", outlook.timezone=\"UTC\"");
    assert_eq!(request.headers()["x-app"], "sync");

    let own = Flat::at("1").delete().prefer("outlook.timezone=\"CET\"").prefer("wait=5").header("x-app", "other");
    client.send(own).await.unwrap();
    let request = last(&client);
    assert_eq!(request.headers()["prefer"], "outlook.timezone=\"CET\", wait=5, IdType=\"ImmutableId\"");
    assert_eq!(request.headers()["x-app"], "other");

    for client in [remembering().prefer(""), remembering().header("x y", "")] {
        let error = client.send(Flat::at("1").delete()).await.unwrap_err();
        assert_eq!((error.kind(), client.transport().0.lock().unwrap().len()), (ErrorKind::Header, 0));
    }
}

#[test]
fn what_would_fail_at_the_service_is_refused_early() {
    for token in ["Bearer x", "bearer x"] {
        let error = remembering().bearer_token(token).err().unwrap();
        assert_eq!(error.to_string(), "the bearer token begins with `Bearer `; give the token alone");
    }
    for url in ["https://graph.microsoft.com", "https://graph.microsoft.com/"] {
        let error = BaseUrl::parse(url).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BaseUrl);
        assert!(error.to_string().contains("has no version; write `/v1.0` behind it"), "{error}");
        assert!(BaseUrl::parse_any(url).is_ok());
    }
}
