//! The client: where the token goes, what each request carries, and how its futures are used.

use std::sync::Arc;

use graph_resource::{BaseUrl, Bytes, Client, Error, ErrorKind, GraphResource, HttpClient, Tracked};
use graph_resource_tests::shapes::*;

use crate::support::{Recorder, answer, answer_with, client};

const SPOT: &str = r#"{"id":"1","value":3,"values":[]}"#;

/// A transport that fails, and whose error tells too much.
struct Broken;

impl HttpClient for Broken {
    type Error = std::io::Error;

    async fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, std::io::Error> {
        Err(std::io::Error::other("connection reset"))
    }
}

/// The base URL, without a slash at its end.
fn page(next: &str) -> http::Response<Bytes> {
    answer(200, format!(r#"{{"value":[{SPOT}],"@odata.nextLink":"{next}"}}"#))
}

#[tokio::test]
async fn the_token_goes_to_the_own_origin_and_nowhere_else() {
    for (next, kind) in [
        ("https://graph.microsoft.com/v1.0/holders?$skiptoken=1", None),
        ("https://GRAPH.microsoft.com:443/beta/holders", None),
        ("holders?$skiptoken=1", None),
        ("/v1.0/holders?$filter=url%20eq%20'https://evil.example'", None),
        ("https://evil.example/v1.0/holders", Some(ErrorKind::ForeignOrigin)),
        ("https://graph.microsoft.com.evil.example/v1.0", Some(ErrorKind::ForeignOrigin)),
        ("https://graph.microsoft.com@evil.example/v1.0", Some(ErrorKind::ForeignOrigin)),
        ("https://x@graph.microsoft.com/v1.0", Some(ErrorKind::ForeignOrigin)),
        ("http://graph.microsoft.com/v1.0", Some(ErrorKind::ForeignOrigin)),
        ("https://graph.microsoft.com:8443/v1.0", Some(ErrorKind::ForeignOrigin)),
    ] {
        let client = client([page(next), page("x")]).bearer_token("t").unwrap();
        let first = client.send(Holder::<i64>::collection().list()).await.unwrap();
        let second = client.send(first.next_page().unwrap()).await;
        assert_eq!(second.err().map(|error| error.kind()), kind, "{next}");
        let sent = client.transport().sent();
        assert_eq!(sent.len(), if kind.is_none() { 2 } else { 1 });
        for sent in sent {
            assert_eq!(sent.header("authorization"), Some("Bearer t"));
            assert!(sent.line.to_lowercase().starts_with("get https://graph.microsoft.com"), "{}", sent.line);
        }
    }
}

#[tokio::test]
async fn without_a_token_none_is_sent() {
    let client = client([answer(200, SPOT)]);
    client.send(Holder::<i64>::at("1").get()).await.unwrap();
    assert_eq!(client.transport().sent()[0].header("authorization"), None);
}

#[tokio::test]
async fn each_request_has_an_id_of_its_own() {
    let client = client([answer(200, SPOT), answer(200, SPOT), answer(200, SPOT)]);
    let get = || Holder::<i64>::at("1").get();
    for request in [get(), get(), get().header("client-request-id", "mine")] {
        client.send(request).await.unwrap();
    }
    let ids: Vec<_> = client.transport().sent().iter().map(|sent| sent.headers["client-request-id"].clone()).collect();
    assert!(ids[0] != ids[1] && ids[0].len() == 36);
    assert_eq!(ids[2], "mine");
}

#[tokio::test]
async fn errors_tell_the_ids_of_the_request() {
    let client = client([answer_with(404, &[("request-id", "theirs")], ""), answer(200, "{")]);
    let request = Holder::<i64>::at("1").get().header("client-request-id", "mine");
    let error = client.send(request.clone()).await.unwrap_err();
    assert_eq!((error.request_id(), error.client_request_id()), (Some("theirs"), Some("mine")));
    let error = client.send(request).await.unwrap_err();
    assert_eq!((error.kind(), error.client_request_id()), (ErrorKind::Decode, Some("mine")));
}

#[tokio::test]
async fn errors_tell_the_id_that_was_sent_where_the_caller_gave_none() {
    let client = client([answer(500, "")]);
    let error = client.send(Holder::<i64>::at("1").get()).await.unwrap_err();
    assert_eq!(error.client_request_id(), client.transport().sent()[0].header("client-request-id"));
    assert!(error.client_request_id().is_some());
}

#[tokio::test]
async fn a_transport_that_fails_is_an_error_with_its_cause() {
    let client = Client::new(Broken, BaseUrl::graph()).bearer_token("eyJ.token").unwrap();
    let error = client.send(Flat::at("1").delete()).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, None));
    assert_eq!(error.to_string(), "the request got no answer");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "connection reset");
    assert!(error.client_request_id().is_some());
    assert!(!format!("{error:?}").contains("eyJ"));
}

#[tokio::test]
async fn what_cannot_be_built_is_not_sent() {
    let client = client([]);
    let error = client.send(Flat::at("").delete()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Path);
    let error = client.send(Flat::at("1").update(FlatPatch::new())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
    assert!(client.transport().sent().is_empty());
}

#[test]
fn a_token_that_no_header_can_hold_is_refused_without_being_shown() {
    for token in ["", "eyJ\r\nx-injected: 1", "eyJ\u{0}"] {
        let error = Client::new(Broken, BaseUrl::graph()).bearer_token(token).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Header);
        assert!(!format!("{error} {error:?}").contains("eyJ"));
    }
}

/// What a user's own library code looks like: generic over the transport.
async fn rename<T: HttpClient>(client: &Client<T>, id: &str) -> Result<Tracked<Flat>, Error> {
    let mut flat = client.send(Flat::at(id).get()).await?.track();
    flat.name = "renamed".into();
    flat.save(client).await?;
    flat.reload(client).await?;
    Ok(flat)
}

async fn any_resource<T, R>(client: Client<T>, patch: R::Patch) -> Result<(), Error>
where
    T: HttpClient + Send + 'static,
    R: GraphResource<Patch: Send> + Send,
{
    let at = graph_resource::resource::At::<R>::new(&[&"1"]);
    let _ = client.send(at.clone().update(patch)).await?;
    client.send(at.delete()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn futures_are_spawned_on_a_runtime_of_threads() {
    const FLAT: &str =
        r#"{"id":"1","name":"n","count":1,"ratio":0,"flag":true,"kind":"firstKind","kinds":[],"tags":[],"holes":[]}"#;
    fn spawn<T: HttpClient + Send + 'static>(client: Client<T>) -> tokio::task::JoinHandle<Result<Flat, Error>> {
        tokio::spawn(async move { rename(&client, "1").await.map(Tracked::into_inner) })
    }
    let transport = Arc::new(Recorder::of([answer(200, FLAT), answer(204, ""), answer(200, FLAT)]));
    let flat = spawn(Client::new(Arc::clone(&transport), BaseUrl::graph())).await.unwrap().unwrap();
    assert_eq!((flat.name.as_str(), transport.sent().len()), ("n", 3));
    let client = client([answer(204, ""), answer(204, "")]);
    tokio::spawn(any_resource::<_, Desk>(client, DeskPatch::new().clear_home())).await.unwrap().unwrap();
}

#[test]
fn values_are_sent_and_shared_among_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Error>();
    shared::<Client<Recorder>>();
    shared::<Tracked<Flat>>();
    shared::<graph_resource::Updated<Flat>>();
    shared::<graph_resource::Page<Flat>>();
    shared::<graph_resource::Request<graph_resource::request::Update<Folder>>>();
}

#[tokio::test]
async fn a_future_that_nobody_polls_sends_nothing() {
    let client = client([]);
    drop(client.send(Holder::<i64>::at("1").delete()));
    assert!(client.transport().sent().is_empty());
}

#[test]
fn a_future_holds_its_request_once() {
    let client = Client::new(Broken, BaseUrl::graph());
    let request = || Holder::<i64>::at("1").update(HolderPatch::new().value(1));
    let small = || Holder::<i64>::at("1").delete();
    // Whatever else the future holds, it grows by what the request grows.
    let request_grows = size_of_val(&request()) - size_of_val(&small());
    let future_grows = size_of_val(&client.send(request())) - size_of_val(&client.send(small()));
    assert!(request_grows > 32 && future_grows < 2 * request_grows, "{future_grows} bytes for {request_grows}");
    // The tests of the workspace turn the spans of `tracing` on, which take a good half of it.
    assert!(size_of_val(&client.send(small())) < 3_200, "{} bytes", size_of_val(&client.send(small())));
}
