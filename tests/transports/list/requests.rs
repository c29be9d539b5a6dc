//! What is sent: each request arrives as it was built.

use bytes::Bytes;
use graph_resource::ETag;
use http::{Method, Request};

use crate::drivers::{Driver, Settings};
use crate::support::{Flat, FlatPatch, with_client};

pub(crate) fn each_verb_arrives_as_it_was_built<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings::default());
    let flat = client.send(Flat::at("1").get()).unwrap().into_inner();
    assert_eq!(flat.name.as_deref(), Some("one"));
    client.send(Flat::at("1").update(FlatPatch::new().name("new").clear_name()).if_match("*")).unwrap();
    client.send(Flat::collection().create(&Flat::named("3", "three"))).unwrap();
    client.send(Flat::at("2").delete()).unwrap();
    let first = client.send(Flat::collection().list().query("$top", 1)).unwrap();
    let next = client.send(first.next_page().unwrap()).unwrap();
    assert_eq!((first[0].id.as_str(), next[0].id.as_str()), ("1", "3"));

    let sent: Vec<_> = graph.requests();
    let lines: Vec<_> = sent.iter().map(|request| format!("{} {}", request.method(), request.path())).collect();
    assert_eq!(
        lines,
        [
            "GET /v1.0/flats/1",
            "PATCH /v1.0/flats/1",
            "POST /v1.0/flats",
            "DELETE /v1.0/flats/2",
            "GET /v1.0/flats",
            "GET /v1.0/flats"
        ]
    );
    assert_eq!(sent[1].body(), r#"{"name":null}"#);
    for request in &sent {
        let header = |name| request.header(name);
        assert_eq!(header("authorization"), Some("Bearer s3cret-token"));
        assert_eq!(header("client-request-id").map(str::len), Some(36));
        assert_eq!(header("accept"), Some("application/json"));
        let has_body = matches!(*request.method(), Method::PATCH | Method::POST);
        assert_eq!(header("content-type"), has_body.then_some("application/json"), "{request:?}");
        assert_eq!(header("transfer-encoding"), None, "a body whose length is known is sent with it");
        let length = header("content-length").map(|length| length.parse::<usize>().unwrap());
        assert_eq!(length.unwrap_or_default(), request.body().len());
    }
}

pub(crate) fn bodies_arrive_to_the_byte<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings::default());
    // Beyond each buffer on the way, and of more than one byte a character.
    let long = "Zimmer »Süd« 🏠 \u{0}\n".repeat(60_000);
    for name in ["", "é", &long] {
        client.send(Flat::at("1").update(FlatPatch::new().name(name))).unwrap();
        assert_eq!(graph.entity("/flats/1").unwrap()["name"], name);
        assert_eq!(client.send(Flat::at("1").get()).unwrap().name.as_deref(), Some(name));
    }
    // No body is no body, and the length of none is told where the method has one.
    client.http(Request::post("/flats").body(Bytes::new()).unwrap()).unwrap();
    let sent = graph.requests();
    assert_eq!(sent.last().unwrap().header("content-length"), Some("0"));
    assert_eq!(sent.last().unwrap().header("transfer-encoding"), None);
}

pub(crate) fn the_spelling_of_a_url_is_kept<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings::default());
    for target in [
        "/flats/a%2Fb%3Fc%23d%252F%20e",
        "/flats('%24O%27%27Neil%40x.com')",
        "/flats/a~b-c_d.e!$&'()*+,;=:@",
        "/flats?$filter=name%20eq%20%27O%27%27Neil%27&$top=5",
        "/flats?$skiptoken=X%274453707402%27&a=b+c&%c3%a9=%C3%A9",
        "/flats?",
    ] {
        // Whatever the service makes of it.
        let _answer = client.http(Request::get(target).body(Bytes::new()).unwrap()).unwrap();
        let sent = graph.take_requests();
        let expected = format!("/v1.0{target}").replace('\'', "%27");
        let found = sent[0].target().replace('\'', "%27");
        assert_eq!(found.trim_end_matches('?'), expected.trim_end_matches('?'));
    }
}

pub(crate) fn a_record_is_saved_under_its_version<D: Driver>() {
    let (graph, _server, client) = with_client::<D>(Settings::default());
    let mut flat = client.send(Flat::at("1").get()).unwrap().track();
    let read = graph.etag("/flats/1");
    flat.name = Some("mine".into());
    client.save(&mut flat).unwrap();
    assert_eq!(graph.requests()[1].header("if-match"), read.as_deref());
    assert_eq!(flat.etag.as_ref().map(ETag::as_str), graph.etag("/flats/1").as_deref());

    graph.change("/flats/1", |flat| flat["name"] = "theirs".into());
    flat.name = Some("mine again".into());
    let error = client.save(&mut flat).unwrap_err();
    assert!(error.is_precondition_failed() && flat.is_changed());
    client.reload(&mut flat).unwrap();
    assert_eq!(flat.name.as_deref(), Some("theirs"));
    flat.name = Some("mine again".into());
    client.save(&mut flat).unwrap();
    assert_eq!(graph.entity("/flats/1").unwrap()["name"], "mine again");
}
