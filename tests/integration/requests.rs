//! Requests: line, headers and body, to the byte.

use graph_resource::{BaseUrl, ETag, ErrorKind, Field, GraphResource};
use graph_resource_tests::call_record::*;
use graph_resource_tests::shapes::*;

use crate::support::{BASE, answer, answer_with, body_of, line_of, moment, read};

/// A resource below another one.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user_id>/mailFolders/<folder>/messages/<id>")]
struct Message {
    id: String,
    subject: Option<String>,
    #[graph_resource(etag)]
    etag: Option<ETag>,
}

/// A singleton.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user>/mailboxSettings")]
struct MailboxSettings {
    time_zone: Option<String>,
    #[graph_resource(write_only)]
    secret: Option<String>,
}

/// A resource whose key is a number.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/versions/<version_number>")]
struct Version {
    version_number: i32,
    name: Option<String>,
}

#[test]
fn get_has_no_body() {
    let request = CallRecord::at("81ba").get().to_http(BASE).unwrap();
    assert_eq!(request.method(), "GET");
    assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/communications/callRecords/81ba");
    assert!(request.body().is_empty());
    let headers: Vec<_> =
        request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
    assert_eq!(headers, [("accept", "application/json")]);
}

#[test]
fn update_sends_the_patch() {
    let request = CallRecord::at("81ba").update(CallRecordPatch::new().version(8).clear_join_web_url());
    assert_eq!(line_of(&request), "PATCH /communications/callRecords/81ba");
    assert_eq!(
        body_of(&request),
        r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","version":8,"joinWebUrl":null}"##
    );
    let http = request.to_http(BASE).unwrap();
    assert_eq!(http.headers()["content-type"], "application/json");
    assert_eq!(http.headers()["accept"], "application/json");
    assert_eq!(http.headers().len(), 2);
}

#[test]
fn delete_and_list_have_no_body() {
    let request = CallRecord::at("81ba").delete();
    assert_eq!((&*line_of(&request), &*body_of(&request)), ("DELETE /communications/callRecords/81ba", ""));
    let request = CallRecord::collection().list().query("$top", 5).query("$filter", "version gt 1 and id eq 'a+b&c'");
    assert_eq!(
        line_of(&request),
        "GET /communications/callRecords?$top=5&$filter=version%20gt%201%20and%20id%20eq%20'a%2Bb%26c'"
    );
    assert_eq!(body_of(&request), "");
}

#[test]
fn create_takes_a_record_or_a_partial() {
    let record = CallRecord {
        id: String::new(),
        version: 1,
        r#type: CallType::GroupCall,
        modalities: vec![Modality::VideoBasedScreenSharing],
        last_modified_date_time: moment("2020-01-01T00:00:00Z"),
        start_date_time: moment("2020-01-01T00:00:00Z"),
        end_date_time: moment("2020-01-01T00:00:00Z"),
        organizer: Some(IdentitySet::default()),
        participants: Vec::new(),
        join_web_url: None,
    };
    let request = CallRecord::collection().create(&record);
    assert_eq!(line_of(&request), "POST /communications/callRecords");
    assert_eq!(
        body_of(&request),
        concat!(
            r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","version":1,"type":"groupCall","##,
            r#""modalities":["videoBasedScreenSharing"],"startDateTime":"2020-01-01T00:00:00Z","#,
            r##""endDateTime":"2020-01-01T00:00:00Z","organizer":{"@odata.type":"#microsoft.graph.identitySet"},"##,
            r#""participants":[]}"#
        )
    );
    let partial = CallRecordPartial {
        last_modified_date_time: Some(moment("2020-01-01T00:00:00Z")),
        version: Some(1),
        organizer: Field::Value(IdentitySet::default().into()),
        ..CallRecordPartial::default()
    };
    assert_eq!(
        body_of(&CallRecord::collection().create(&partial)),
        r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","version":1,"organizer":{"@odata.type":"#microsoft.graph.identitySet"}}"##
    );
}

#[test]
fn a_key_that_was_set_is_created_with() {
    let message = Message { id: "m".into(), subject: None, etag: Some(ETag::from("\"1\"")) };
    let request = Message::collection("u", "inbox").create(&message).return_minimal();
    assert_eq!(line_of(&request), "POST /users/u/mailFolders/inbox/messages");
    assert_eq!(body_of(&request), r#"{"id":"m"}"#);
    assert_eq!(request.to_http(BASE).unwrap().headers()["prefer"], "return=minimal");
}

#[test]
fn headers_are_sent_to_the_letter() {
    let request = Message::at("u", "f", "m")
        .update(MessagePatch::new().clear_subject())
        .if_match(ETag::from("W/\"ZlnW4RIAV06KYYwlrfNZvQAAKGWwbw==\""))
        .return_representation()
        .header("ConsistencyLevel", "eventual")
        .header("X-Twice", "1")
        .header("x-twice", "2");
    let http = request.to_http(BASE).unwrap();
    let of = |name: &str| http.headers().get_all(name).iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(of("if-match"), ["W/\"ZlnW4RIAV06KYYwlrfNZvQAAKGWwbw==\""]);
    assert_eq!(of("prefer"), ["return=representation"]);
    assert_eq!(of("consistencylevel"), ["eventual"]);
    assert_eq!(of("x-twice"), ["2"]);
    let request = Message::at("u", "f", "m").delete().if_match(ETag::ANY);
    assert_eq!(request.to_http(BASE).unwrap().headers()["if-match"], "*");
}

#[test]
fn a_preference_of_ones_own_stands_beside_ours_and_the_last_of_ours_wins() {
    let request = Message::at("u", "f", "m")
        .update(MessagePatch::new().subject("s"))
        .return_representation()
        .return_minimal()
        .header("Prefer", "IdType=\"ImmutableId\"");
    let http = request.to_http(BASE).unwrap();
    let preferences: Vec<_> = http.headers().get_all("prefer").iter().collect();
    assert_eq!(preferences, ["return=minimal", "IdType=\"ImmutableId\""]);
}

#[test]
fn headers_that_cannot_be_sent_are_refused() {
    let refusal = |name: &str, value: &str| {
        let error = Message::at("u", "f", "m").get().header(name, value).to_http(BASE).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Header);
        error.to_string()
    };
    assert_eq!(refusal("x-a", "line\r\nx-b: injected"), "the value of header `x-a` cannot be sent");
    assert_eq!(refusal("x a", "1"), "a header has a name that cannot be sent");
    let request = Message::at("u", "f", "m").delete().if_match("W/\"\n\"");
    assert_eq!(request.to_http(BASE).unwrap_err().kind(), ErrorKind::Header);
    // A tag may have any text in it.
    let request = Message::at("u", "f", "m").delete().if_match("\"é\"").to_http(BASE).unwrap();
    assert_eq!(request.headers()["if-match"].as_bytes(), "\"é\"".as_bytes());
}

#[test]
fn the_base_url_is_taken_in_many_forms() {
    let url = |base: &str| CallRecord::at("1").get().to_http(base).map(|request| request.uri().to_string());
    for base in
        ["https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/v1.0/", "https://graph.microsoft.com/v1.0//"]
    {
        assert_eq!(url(base).unwrap(), "https://graph.microsoft.com/v1.0/communications/callRecords/1");
    }
    for base in ["https://graph.microsoft.com", "https://graph.microsoft.com/"] {
        let error = url(base).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BaseUrl);
        assert!(error.to_string().contains("has no version; write `/v1.0` behind it"), "{error}");
    }
    assert_eq!(url("http://127.0.0.1:8080").unwrap(), "http://127.0.0.1:8080/communications/callRecords/1");
    let request = CallRecord::at("1").get();
    let uri: http::Uri = BASE.parse().unwrap();
    for http in [
        request.to_http(&BaseUrl::graph()).unwrap(),
        request.to_http(&String::from(BASE)).unwrap(),
        request.to_http(&uri).unwrap(),
        request.to_http(&BASE).unwrap(),
    ] {
        assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/communications/callRecords/1");
    }
    for base in [
        "",
        "/v1.0",
        "graph.microsoft.com",
        "ftp://x",
        "https://u@x",
        "https://x?a",
        "https://x#a",
        "https://",
        "https://a b",
    ] {
        assert_eq!(url(base).unwrap_err().kind(), ErrorKind::BaseUrl, "{base}");
    }
}

#[test]
fn each_key_is_one_segment() {
    for (key, segment) in [
        ("a/b", "/a%2Fb"),
        ("a?b=c", "/a%3Fb%3Dc"),
        ("a#EXT#@x.com", "/a%23EXT%23%40x.com"),
        ("100%", "/100%25"),
        ("a%2Fb", "/a%252Fb"),
        ("a b+c", "/a%20b%2Bc"),
        ("grün/日", "/gr%C3%BCn%2F%E6%97%A5"),
        ("O'Neil", "/O%27Neil"),
        ("\"q\"\\", "/%22q%22%5C"),
        ("...", "/..."),
        (".a", "/.a"),
        ("..%2F", "/..%252F"),
        ("~-._", "/~-._"),
        ("a\r\nb\0", "/a%0D%0Ab%00"),
        ("$count", "('%24count')"),
        ("$O'Neil/x", "('%24O%27%27Neil%2Fx')"),
        ("a$", "/a%24"),
        ("(x)", "/%28x%29"),
    ] {
        assert_eq!(line_of(&CallRecord::at(key).get()), format!("GET /communications/callRecords{segment}"), "{key}");
        let message = Message::at(key, key, key).delete();
        assert_eq!(line_of(&message), format!("DELETE /users{segment}/mailFolders{segment}/messages{segment}"));
    }
}

#[test]
fn a_key_that_addresses_another_resource_is_refused_before_anything_is_sent() {
    for (key, what) in [("", "empty"), (".", "`.`"), ("..", "`..`")] {
        let refusals = [
            Message::at(key, "f", "m").get().to_http(BASE),
            Message::at("u", key, "m").update(MessagePatch::new().subject("s")).to_http(BASE),
            Message::at("u", "f", key).delete().to_http(BASE),
            Message::collection("u", key).list().to_http(BASE),
        ];
        for (refusal, placeholder) in refusals.into_iter().zip(["user_id", "folder", "id", "folder"]) {
            let error = refusal.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Path);
            let message = format!("the key `<{placeholder}>` is {what}, which would address another resource");
            assert_eq!(error.to_string(), message);
        }
    }
}

#[test]
fn keys_are_whatever_can_be_displayed() {
    assert_eq!(line_of(&Version::at(7).get()), "GET /versions/7");
    assert_eq!(line_of(&Version::at(format_args!("{}/{}", 1, 2)).get()), "GET /versions/1%2F2");
    let request = Version::at(String::from("7")).update(VersionPatch::new().name("n"));
    assert_eq!((&*line_of(&request), &*body_of(&request)), ("PATCH /versions/7", r#"{"name":"n"}"#));
    // A number that is zero was set all the same.
    assert_eq!(
        body_of(&Version::collection().create(&Version { version_number: 0, name: None })),
        r#"{"versionNumber":0}"#
    );
}

#[test]
fn a_singleton_is_addressed_without_a_key_of_its_own() {
    assert_eq!(line_of(&MailboxSettings::at("a@x").get()), "GET /users/a%40x/mailboxSettings");
    let request = MailboxSettings::at("u").update(MailboxSettingsPatch::new().time_zone("UTC"));
    assert_eq!(body_of(&request), r#"{"timeZone":"UTC"}"#);
    assert!(MailboxSettings { time_zone: None, secret: None }.key().is_none());
    let request = MailboxSettings::at("u").get().select_declared();
    assert_eq!(line_of(&request), "GET /users/u/mailboxSettings?$select=timeZone", "never what is write-only");
}

#[test]
fn a_selection_has_the_key_always() {
    let props = Desk::props();
    let request = Desk::at("1").get().select(props.home).select(props.spots).select(props.home);
    assert_eq!(line_of(&request), "GET /desks/1?$select=id,home,spots");
    assert_eq!(line_of(&Desk::collection().list().select(props.id)), "GET /desks?$select=id");
    assert_eq!(
        line_of(&Desk::collection().list().select_declared().query("$top", 1)),
        "GET /desks?$select=id,home,work,base,yard,spots,strict,lenient&$top=1"
    );
    assert_eq!(
        line_of(&Message::at("u", "f", "m").get().select_declared()),
        "GET /users/u/mailFolders/f/messages/m?$select=id,subject"
    );
    assert!(!line_of(&Flat::at("1").get().select_declared()).contains("secret"));
    // The answer to a selection is a partial.
    let partial = Desk::at("1").get().select(props.home).parse(answer(200, r#"{"id":"1","home":null}"#)).unwrap();
    assert!(partial.home.is_null() && partial.base.is_none());
}

#[test]
fn an_open_struct_is_not_selected_by_its_fields() {
    let error = Folder::at("1").get().select_declared().to_http(BASE).unwrap_err();
    assert!(error.to_string().contains("`Folder`") && error.to_string().contains("`additional`"), "{error}");
    assert!(Folder::collection().list().select_declared().to_http(BASE).is_err());
    assert_eq!(line_of(&Folder::at("1").get().select(Folder::props().owner)), "GET /folders/1?$select=id,owner");
}

#[test]
fn additional_that_holds_a_declared_name_is_refused() {
    let mut folder: Folder = read(r#"{"id":"1","owners":[]}"#);
    folder.additional.insert("owner".into(), 1.into());
    let error = Folder::collection().create(&folder).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert!(error.to_string().contains("`owner`"), "{error}");
    let request = Folder::at("1").update(FolderPatch::new().owner(OwnerPatch::new().additional("name", "n")));
    assert_eq!(request.to_http(BASE).unwrap_err().kind(), ErrorKind::Encode);
}

#[test]
fn a_page_knows_its_items_and_the_next_page() {
    let page = r#"{"@odata.count":"12","value":[{"@odata.etag":"\"a\"","id":"x/y"},{"id":"$z"},{"id":""}],
        "@odata.nextLink":"https://graph.microsoft.com/v1.0/users/u/mailFolders/f/messages?$skiptoken=X%27"}"#;
    let page = Message::collection("u", "f").list().parse(answer_with(200, &[("request-id", "r")], page)).unwrap();
    assert_eq!((page.len(), page.count()), (3, Some(12)), "an `Int64` may be a string");
    assert_eq!(page[0].etag().map(ETag::as_str), Some("\"a\""));
    assert_eq!(page[0].location(), Some("/users/u/mailFolders/f/messages/x%2Fy"));
    assert_eq!(page[1].location(), Some("/users/u/mailFolders/f/messages('%24z')"));
    assert_eq!((page[2].location(), page[1].etag(), page[0].request_id()), (None, None, Some("r")));
    let next = page.next_page().unwrap();
    assert_eq!(line_of(&next), "GET /users/u/mailFolders/f/messages?$skiptoken=X%27");
    let last = next.parse(answer(200, r#"{"value":[]}"#)).unwrap();
    assert!(last.is_empty() && last.next_page().is_none());
    let error = Message::collection("u", "f").list().parse(answer(200, r#"{"id":"x"}"#)).unwrap_err();
    assert_eq!(error.to_string(), "missing field `value`");
}

#[test]
fn a_created_resource_is_read_as_far_as_it_is_answered() {
    let request = || Version::collection().create(&Version { version_number: 1, name: None });
    let headers = [("Location", "https://graph.microsoft.com/v1.0/versions/1"), ("ETag", "\"1\"")];
    let created = request().parse(answer_with(201, &headers, r#"{"versionNumber":1}"#)).unwrap();
    assert_eq!(created.location(), Some("https://graph.microsoft.com/v1.0/versions/1"));
    let fetched = created.fetched().unwrap();
    assert_eq!((fetched.location(), fetched.etag().map(ETag::as_str)), (Some("/versions/1"), Some("\"1\"")));
    let created = request().parse(answer_with(204, &headers, "")).unwrap();
    assert!(created.answer().is_none());
    assert_eq!(created.fetched().unwrap_err().kind(), ErrorKind::NoContent);
}
