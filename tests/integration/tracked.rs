//! A resource whose changes are followed, against a service that only records what it is asked.

use graph_resource::{ETag, ErrorKind, GraphResource, Tracked};
use graph_resource_tests::shapes::*;

use crate::support::{answer, answer_with, client, object, read};

const FLAT: &str = r#"{"id":"1","@odata.etag":"W/\"1\"","name":"n","note":"x","count":1,"ratio":0.5,"flag":true,
    "kind":"firstKind","kinds":[],"tags":["t"],"holes":[],"stamp":"s1"}"#;

fn tracked() -> Tracked<Flat> {
    Flat::at("1").get().parse(answer(200, FLAT)).unwrap().track()
}

#[tokio::test]
async fn without_a_change_nothing_is_sent() {
    let client = client([]);
    let mut flat = tracked();
    assert!(!flat.is_changed());
    flat.save(&client).await.unwrap();
    // Back and forth is no change.
    flat.count = 2;
    assert!(flat.is_changed());
    flat.count = 1;
    assert!(!flat.is_changed() && flat.changes().is_empty());
    flat.save(&client).await.unwrap();
    assert!(client.transport().sent().is_empty());
}

#[tokio::test]
async fn save_sends_what_changed_under_if_match_and_folds_the_answer_in() {
    let client = client([
        answer(200, r#"{"@odata.etag":"W/\"2\"","id":"1","count":7,"stamp":"s2"}"#),
        answer(200, r#"{"@odata.etag":"W/\"3\"","id":"1"}"#),
    ]);
    let mut flat = tracked();
    flat.count = 2;
    flat.note = None;
    assert_eq!(flat.changes(), FlatPatch::new().count(2).clear_note());
    flat.save(&client).await.unwrap();
    assert_eq!((flat.count, flat.stamp.as_deref(), flat.note.as_deref()), (7, Some("s2"), None));
    assert!(!flat.is_changed(), "{:?}", flat.changes());
    assert_eq!((flat.etag(), flat.etag.as_ref()), (Some(&ETag::from("W/\"2\"")), Some(&ETag::from("W/\"2\""))));
    flat.tags.push("u".into());
    flat.save(&client).await.unwrap();
    let sent = client.transport().sent();
    assert_eq!(sent[0].line, "PATCH https://graph.microsoft.com/v1.0/flats/1");
    assert_eq!(sent[0].body, r##"{"@odata.type":"#test.flat","note":null,"count":2}"##);
    assert_eq!((sent[0].header("if-match"), sent[1].header("if-match")), (Some("W/\"1\""), Some("W/\"2\"")));
    assert_eq!(sent[1].body, r##"{"@odata.type":"#test.flat","tags":["t","u"]}"##);
}

#[tokio::test]
async fn save_ends_right_without_content() {
    let client = client([answer_with(204, &[("ETag", "W/\"2\"")], ""), answer(204, "")]);
    let mut flat = tracked();
    flat.count = 2;
    flat.secret = Some("s".into());
    flat.save(&client).await.unwrap();
    assert_eq!((flat.count, flat.secret.as_deref(), flat.is_changed()), (2, Some("s"), false));
    assert_eq!(flat.etag().unwrap().as_str(), "W/\"2\"");
    flat.note = None;
    flat.save(&client).await.unwrap();
    assert!(!flat.is_changed());
    let sent = client.transport().sent();
    assert_eq!(sent[0].body, r##"{"@odata.type":"#test.flat","count":2,"secret":"s"}"##);
    assert_eq!(sent[1].body, r##"{"@odata.type":"#test.flat","note":null}"##);
}

#[tokio::test]
async fn without_a_version_nothing_is_made_conditional() {
    let client = client([answer(204, "")]);
    let text = FLAT.replace(r#""@odata.etag":"W/\"1\"","#, "");
    let mut flat = Flat::at("1").get().parse(answer(200, text)).unwrap().track();
    flat.count = 2;
    flat.save(&client).await.unwrap();
    assert_eq!(client.transport().sent()[0].header("if-match"), None);
}

#[tokio::test]
async fn a_failed_save_keeps_the_changes() {
    let client = client([answer(412, ""), answer(200, "{\"count\":"), answer(200, FLAT), answer(204, "")]);
    let mut flat = tracked();
    flat.count = 2;
    let changes = flat.changes();
    let error = flat.save(&client).await.unwrap_err();
    assert!(error.is_precondition_failed());
    assert_eq!(flat.changes(), changes);
    let error = flat.save(&client).await.unwrap_err();
    assert_eq!((error.kind(), flat.count), (ErrorKind::Decode, 2));
    assert_eq!(flat.changes(), changes);
    flat.reload(&client).await.unwrap();
    assert_eq!((flat.count, flat.is_changed()), (1, false));
    flat.apply(changes);
    flat.save(&client).await.unwrap();
    assert_eq!(client.transport().sent()[3].body, r##"{"@odata.type":"#test.flat","count":2}"##);
}

#[tokio::test]
async fn reload_keeps_what_no_answer_shows_and_drops_other_changes() {
    let masked = FLAT.replace("W/\\\"1", "W/\\\"2").replace("\"count\":1", "\"count\":5,\"secret\":\"***\"");
    let client = client([answer(204, ""), answer(200, masked), answer(500, ""), answer(204, "")]);
    let mut flat = tracked();
    flat.secret = Some("s".into());
    flat.save(&client).await.unwrap();
    flat.count = 3;
    flat.reload(&client).await.unwrap();
    assert_eq!((flat.count, flat.secret.as_deref(), flat.etag().unwrap().as_str()), (5, Some("s"), "W/\"2\""));
    assert!(!flat.is_changed());
    // A reload that fails leaves everything.
    flat.count = 6;
    flat.reload(&client).await.unwrap_err();
    assert_eq!((flat.count, flat.is_changed()), (6, true));
    flat.save(&client).await.unwrap();
    assert_eq!(client.transport().sent()[3].header("if-match"), Some("W/\"2\""));
}

#[tokio::test]
async fn a_write_only_value_that_was_not_sent_yet_is_sent_after_a_reload() {
    let client = client([answer(412, ""), answer(200, FLAT), answer(204, "")]);
    let mut flat = tracked();
    flat.secret = Some("new".into());
    flat.save(&client).await.unwrap_err();
    flat.reload(&client).await.unwrap();
    assert_eq!(flat.secret.as_deref(), Some("new"));
    assert_eq!(flat.changes(), FlatPatch::new().secret("new"), "the service has not heard it");
    flat.save(&client).await.unwrap();
    assert_eq!(client.transport().sent()[2].body, r##"{"@odata.type":"#test.flat","secret":"new"}"##);
    assert!(!flat.is_changed());
}

#[tokio::test]
async fn reload_keeps_write_only_members_of_nested_values() {
    const DESK: &str = r#"{"id":"1","home":{"lines":[]},"base":{"lines":[]},"yard":{"lines":[]},"spots":[]}"#;
    let client = client([answer(204, ""), answer(200, DESK)]);
    let mut desk = Desk::at("1").get().parse(answer(200, DESK)).unwrap().track();
    desk.base.code = Some("c".into());
    desk.home.as_mut().unwrap().code = Some("d".into());
    desk.save(&client).await.unwrap();
    desk.reload(&client).await.unwrap();
    assert_eq!(desk.base.code.as_deref(), Some("c"));
    assert_eq!(desk.home.as_ref().unwrap().code.as_deref(), Some("d"));
    assert!(!desk.is_changed());
}

#[tokio::test]
async fn items_of_a_list_are_tracked_at_their_place() {
    let page = format!(r#"{{"value":[{FLAT},{}]}}"#, FLAT.replace("\"id\":\"1\"", "\"id\":\"a/b\""));
    let client = client([answer(200, page), answer(204, ""), answer(200, FLAT)]);
    let page = client.send(Flat::collection().list()).await.unwrap();
    let mut items: Vec<_> = page.into_iter().map(graph_resource::Fetched::track).collect();
    items[1].count = 2;
    for item in &mut items {
        item.save(&client).await.unwrap();
    }
    items[0].reload(&client).await.unwrap();
    let sent = client.transport().sent();
    assert_eq!(sent.len(), 3, "one of the two was changed");
    assert_eq!(sent[1].line, "PATCH https://graph.microsoft.com/v1.0/flats/a%2Fb");
    assert_eq!(sent[1].header("if-match"), Some("W/\"1\""));
    assert_eq!(sent[2].line, "GET https://graph.microsoft.com/v1.0/flats/1");
}

#[tokio::test]
async fn a_change_of_the_key_does_not_change_the_address() {
    let client = client([answer(204, "")]);
    let mut flat = tracked();
    flat.id = "other".into();
    flat.count = 2;
    assert_eq!(flat.save(&client).await.unwrap_err().kind(), ErrorKind::Unsendable);
    assert!(client.transport().sent().is_empty());
    assert_eq!(flat.id, "other", "what was changed stays");
    flat.id = "1".into();
    flat.save(&client).await.unwrap();
    assert_eq!(client.transport().sent()[0].line, "PATCH https://graph.microsoft.com/v1.0/flats/1");
}

#[tokio::test]
async fn open_values_are_saved_key_by_key() {
    let client = client([answer(204, "")]);
    let text = r#"{"id":"f","owners":[],"a":1,"b":2,"editor":{"name":"n","x":1,"y":2}}"#;
    let mut folder = Folder::at("f").get().parse(answer(200, text)).unwrap().track();
    folder.additional.remove("a");
    let editor = folder.editor.as_mut().unwrap();
    editor.additional.remove("x");
    editor.additional.insert("z".into(), 3.into());
    folder.save(&client).await.unwrap();
    assert_eq!(
        read::<serde_json::Value>(&client.transport().sent()[0].body),
        read::<serde_json::Value>(
            r##"{"@odata.type":"#test.folder","editor":{"@odata.type":"#test.owner","x":null,"z":3},"a":null}"##
        )
    );
    assert!(!folder.is_changed());
    assert_eq!(folder.additional, object(r#"{"b":2}"#));
    let editor = folder.into_inner().editor.unwrap();
    assert_eq!((editor.name.as_deref(), editor.additional), (Some("n"), object(r#"{"y":2,"z":3}"#)));
}

#[tokio::test]
async fn a_change_goes_with_the_headers_and_preferences_of_the_reading() {
    let client = client([answer(200, FLAT), answer(204, "")]);
    let reading = Flat::at("1")
        .get()
        .prefer("IdType=\"ImmutableId\"")
        .header("x-app", "sync")
        .header("if-none-match", "W/\"0\"")
        .query("$select", "id,count");
    let mut flat = client.send(reading).await.unwrap().track();
    flat.count = 2;
    flat.save(&client).await.unwrap();
    let sent = &client.transport().sent()[1];
    assert_eq!(sent.line, "PATCH https://graph.microsoft.com/v1.0/flats/1");
    assert_eq!(sent.header("prefer"), Some("IdType=\"ImmutableId\", return=representation"));
    assert_eq!((sent.header("x-app"), sent.header("if-none-match")), (Some("sync"), None));
}

#[tokio::test]
async fn an_answer_of_another_resource_is_not_folded_in() {
    let other = r#"{"id":"2","@odata.etag":"W/\"9\"","name":"n","count":9,"ratio":0.5,"flag":true,"kind":"firstKind","kinds":[],
        "tags":[],"holes":[]}"#;
    let client = client([answer(200, other), answer(200, other), answer(204, "")]);
    let mut flat = tracked();
    flat.count = 2;
    for _ in 0..2 {
        let error = if flat.etag.is_some() && client.transport().sent().is_empty() {
            flat.save(&client).await.unwrap_err()
        } else {
            flat.reload(&client).await.unwrap_err()
        };
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("its key is another one"), "{error}");
        assert_eq!((&*flat.id, flat.count, flat.etag()), ("1", 2, Some(&ETag::from("W/\"1\""))));
        assert!(flat.is_changed());
    }
    flat.save(&client).await.unwrap();
    assert!(!flat.is_changed());
}

#[test]
fn a_resource_is_saved_and_reloaded_without_a_client() {
    let mut flat = tracked();
    assert!(flat.save_request().unwrap().is_none());
    flat.count = 2;
    let request = flat.save_request().unwrap().unwrap();
    assert_eq!(request.to_http(crate::support::BASE).unwrap().headers()["if-match"], "W/\"1\"");
    flat.saved(request.parse(answer(204, "")).unwrap()).unwrap();
    assert!(!flat.is_changed() && flat.count == 2);

    let request = flat.reload_request().unwrap();
    flat.reloaded(request.parse(answer(200, FLAT)).unwrap()).unwrap();
    assert_eq!(flat.count, 1);
}

#[test]
fn a_request_is_given_in_parts() {
    let request = Flat::at("a b").update(FlatPatch::new().count(2)).if_match("W/\"1\"").query("$x", "1");
    let parts = request.to_parts(crate::support::BASE).unwrap();
    assert_eq!((parts.method.as_str(), parts.url.as_str()), ("PATCH", "/flats/a%20b?$x=1"));
    assert_eq!(parts.body, r##"{"@odata.type":"#test.flat","count":2}"##);
    assert_eq!(parts.headers["if-match"], "W/\"1\"");
    assert_eq!(parts.headers["content-type"], "application/json");
    assert!(!format!("{parts:?}").contains("flats"));

    let page = r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/flats?$skiptoken=x%27"}"#;
    let page = Flat::collection().list().parse(answer(200, page)).unwrap();
    let parts = page.next_page().unwrap().to_parts(crate::support::BASE).unwrap();
    assert_eq!((parts.method.as_str(), parts.url.as_str()), ("GET", "/flats?$skiptoken=x%27"));
    let error = page.next_page().unwrap().to_parts("https://graph.microsoft.com/beta").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ForeignOrigin);
}
