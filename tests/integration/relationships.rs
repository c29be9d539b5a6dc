//! Relationships: expanded, bound, and changed by references, to the byte.

use graph_resource::navigation::Binding;
use graph_resource::{
    BaseUrl, Change, ErrorKind, Expand, Field, GraphComplex, GraphPatch, GraphResource, Property, Reference,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use crate::support::{BASE, answer, body_of, client, line_of, read, write};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    display_name: Option<String>,
    #[graph_resource(navigation)]
    manager: Option<Box<User>>,
    #[graph_resource(navigation, rename = "direct_reports_v2")]
    direct_reports: Option<Vec<User>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<id>", odata_type = "microsoft.graph.group")]
struct Group {
    id: String,
    description: Option<String>,
    /// Who is in it.
    #[graph_resource(navigation)]
    members: Option<Vec<User>>,
    #[graph_resource(navigation)]
    owner: Option<User>,
    site: Option<Site>,
}

/// A complex type with a relationship.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Site {
    name: Option<String>,
    #[graph_resource(navigation)]
    owners: Option<Vec<User>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
struct Call {
    id: String,
    version: i64,
    #[graph_resource(navigation)]
    sessions: Option<Vec<Session>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<call>/sessions/<id>")]
struct Session {
    id: String,
    #[graph_resource(default)]
    modalities: Vec<String>,
    #[graph_resource(navigation)]
    segments: Option<Vec<Segment>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<call>/sessions/<session>/segments/<id>")]
struct Segment {
    id: String,
}

/// Open, and generic.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/boxes/<id>")]
struct Open<T: graph_resource::Related + graph_resource::Compound> {
    id: String,
    #[graph_resource(navigation)]
    content: Option<T>,
    #[graph_resource(navigation)]
    contents: Option<Vec<T>>,
    #[graph_resource(additional)]
    additional: serde_json::Map<String, serde_json::Value>,
}

fn user(id: &str) -> User {
    User { id: id.into(), display_name: None, manager: None, direct_reports: None }
}

fn group(id: &str) -> Group {
    Group { id: id.into(), description: None, members: None, owner: None, site: None }
}

#[test]
fn expansions_are_one_option() {
    let user = User::props();
    let of = |request: &graph_resource::Request<_>| line_of::<graph_resource::request::Get<User>>(request);
    assert_eq!(of(&User::at("1").get().expand(user.manager)), "GET /users/1?$expand=manager");
    assert_eq!(
        of(&User::at("1").get().expand(user.manager).expand(user.direct_reports)),
        "GET /users/1?$expand=manager,direct_reports_v2"
    );
    assert_eq!(
        of(&User::at("1").get().query("$format", "json").expand(user.manager).select_declared()),
        "GET /users/1?$select=id,displayName&$expand=manager&$format=json"
    );
    let partial = User::at("1").get().expand(user.manager).select(user.display_name);
    assert_eq!(line_of(&partial), "GET /users/1?$select=id,displayName&$expand=manager");
    assert_eq!(
        line_of(&partial.expand(user.direct_reports)),
        "GET /users/1?$select=id,displayName&$expand=manager,direct_reports_v2"
    );
    assert_eq!(
        line_of(&User::collection().list().expand(user.manager).query("$top", 2)),
        "GET /users?$expand=manager&$top=2"
    );
    assert_eq!(
        line_of(&User::collection().list().select(user.id).expand(user.manager)),
        "GET /users?$select=id&$expand=manager"
    );
}

#[test]
fn an_expansion_has_options_of_its_own() {
    let (call, session) = (Call::props(), Session::props());
    let line = |expand: Expand<Call, Session>| line_of(&Call::at("1").get().expand(expand));
    let sessions = || Expand::of(call.sessions);
    let path = "GET /communications/callRecords/1?$expand=";
    assert_eq!(line(sessions()), format!("{path}sessions"));
    assert_eq!(
        line(sessions().select(session.id).expand(session.segments)),
        format!("{path}sessions($select=id;$expand=segments)")
    );
    assert_eq!(
        line(sessions().expand(Expand::of(session.segments).query("$top", 5).query("$filter", "a eq 'b&c'"))),
        format!("{path}sessions($expand=segments($top=5;$filter=a%20eq%20'b%26c'))")
    );
    // The key is selected always.
    assert_eq!(line(sessions().select(session.modalities)), format!("{path}sessions($select=id,modalities)"));
    assert_eq!(line(sessions().select_declared()), format!("{path}sessions($select=id,modalities)"));
    // Named again, the later one is meant: no option may occur twice.
    let twice = Call::at("1").get().expand(call.sessions).expand(sessions().query("$top", 1));
    assert_eq!(line_of(&twice), format!("{path}sessions($top=1)"));
}

#[test]
fn what_keeps_undeclared_properties_is_not_selected_by_its_fields() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/shelves/<id>")]
    struct Shelf {
        id: String,
        #[graph_resource(navigation)]
        boxes: Option<Vec<Open<User>>>,
    }
    let expand = Expand::of(Shelf::props().boxes).select_declared();
    let error = Shelf::at("1").get().expand(expand).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert!(error.to_string().starts_with("`Open` keeps undeclared properties"), "{error}");
}

#[test]
fn what_is_expanded_is_read() {
    let request = || User::at("1").get().expand(User::props().manager).expand(User::props().direct_reports);
    let user_1 = request().parse(answer(200, r#"{"id":"1"}"#)).unwrap();
    assert_eq!(*user_1, user("1"));
    let body = r#"{"id":"1","manager":{"id":"2","manager":{"id":"3"}},"direct_reports_v2":[]}"#;
    let user_1 = request().parse(answer(200, body)).unwrap().into_inner();
    assert_eq!(user_1.manager.as_ref().and_then(|user| user.manager.as_ref()).map(|user| &*user.id), Some("3"));
    assert_eq!(user_1.direct_reports, Some(Vec::new()), "empty is not the same as not expanded");
    assert_eq!(write(&user_1), body, "the local form");
    assert_eq!(read::<User>(body), user_1);
    let none = request().parse(answer(200, r#"{"id":"1","manager":null}"#)).unwrap();
    assert_eq!(none.manager, None);
    let partial = User::at("1").get().select(User::props().id).expand(User::props().manager);
    let partial = partial.parse(answer(200, r#"{"manager":{"displayName":"Ada"}}"#)).unwrap();
    let Field::Value(manager) = &partial.manager else { panic!("{partial:?}") };
    assert_eq!(manager.as_members().and_then(|manager| manager.display_name.as_ref().value()).unwrap(), "Ada");
}

#[test]
fn what_cannot_be_read_is_told_by_its_path() {
    let error = |body: &str| {
        let error = Call::at("1").get().parse(answer(200, body.to_owned())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        error.to_string()
    };
    assert_eq!(
        error(r#"{"id":"1","version":1,"sessions":[{"id":"a"},{"id":"b","segments":[{"id":7}]}]}"#),
        "invalid type: integer `7`, expected a string for property `id` at `sessions[1].segments[0].id`"
    );
    assert_eq!(
        error(r#"{"id":"1","version":1,"sessions":{}}"#),
        "invalid type: map, expected an array for property `sessions` at `sessions`"
    );
    assert_eq!(
        error(r#"{"id":"1","version":1,"sessions":[{"segments":[]}]}"#),
        "the answer is no whole `Call`: missing property `sessions[0].id`; it is not nullable and without `default` \
         at `sessions[0].id`"
    );
    // What is only said about a collection is no reason to lose what is in it.
    let body = r#"{"id":"1","version":1,"sessions":[],"sessions@odata.count":{},"sessions@odata.nextLink":"x"}"#;
    let call = Call::at("1").get().parse(answer(200, body)).unwrap();
    assert_eq!((call.count_of("sessions"), call.next_link_of("sessions")), (None, Some("x")));
}

/// What an answer leaves out of a related entity, as it was not selected, or as it is left out of all answers.
#[test]
fn what_is_left_out_of_an_expanded_entity_is_no_error_in_a_partial() {
    let call = Call::props();
    let request = || Call::at("1").get().select(call.version).expand(Expand::of(call.sessions).query("$select", "x"));
    let body = r#"{"id":"1","version":1,"sessions":[{"modalities":["audio"],"segments":[{}]},{"id":"b"},{}]}"#;
    let partial = request().parse(answer(200, body)).unwrap().into_inner();
    let Field::Value(sessions) = &partial.sessions else { panic!("{partial:?}") };
    let said: Vec<_> = sessions.iter().filter_map(Change::as_members).collect();
    assert_eq!(said[0].id, None);
    assert_eq!(said[0].modalities.as_deref(), Some(&["audio".to_owned()][..]));
    assert_eq!(said[0].segments.as_ref().value().map(Vec::len), Some(1));
    assert_eq!((said[1].id.as_deref(), said[2]), (Some("b"), &SessionPartial::default()));
    assert_eq!(write(&partial), body, "the local form");
    assert_eq!(read::<CallPartial>(body), partial);
    // The same of each item of a page, of a page of partials, and of what was created or changed.
    let page = format!(r#"{{"value":[{body}]}}"#);
    let page = Call::collection().list().select(call.version).parse(answer(200, page)).unwrap();
    assert_eq!(*page[0], partial);
    let new = Call { id: String::new(), version: 1, sessions: None };
    let created = Call::collection().create(&new).parse(answer(201, body)).unwrap();
    assert_eq!(created.answer(), Some(&partial));
    let error = created.fetched().unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Decode, Some("sessions[0].id")));
    assert!(error.to_string().contains("`sessions[0].id`, `sessions[0].segments[0].id`; they are"), "{error}");
    // Of nothing but values, it is still to be told what is wrong, and where.
    let error = request().parse(answer(200, r#"{"sessions":[{},{"id":7}]}"#)).unwrap_err();
    assert_eq!(error.path(), Some("sessions[1].id"));
    let error = request().parse(answer(200, r#"{"sessions":[{},null]}"#)).unwrap_err();
    assert_eq!(error.path(), Some("sessions[1]"));
}

/// An entity that answers show without its key is declared without one.
#[test]
fn an_expanded_entity_may_have_no_key() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me/drive/items/<id>")]
    struct DriveItem {
        id: String,
        #[graph_resource(navigation)]
        thumbnails: Option<Vec<ThumbnailSet>>,
    }
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct ThumbnailSet {
        id: Option<String>,
        large: Option<Thumbnail>,
    }
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Thumbnail {
        height: Option<i32>,
    }
    let request = DriveItem::at("1").get().expand(DriveItem::props().thumbnails);
    let item = request.parse(answer(200, r#"{"id":"1","thumbnails":[{"large":{"height":176}}]}"#)).unwrap();
    let large = Some(Thumbnail { height: Some(176) });
    assert_eq!(item.thumbnails, Some(vec![ThumbnailSet { id: None, large }]));
}

#[test]
fn too_little_said_of_one_of_many_entities_leaves_what_is_known_of_them() {
    let session = |id: &str| Session { id: id.into(), modalities: vec!["audio".into()], segments: None };
    let mut call = Call { id: "1".into(), version: 1, sessions: Some(vec![session("a")]) };
    let before = call.clone();
    call.merge(read(r#"{"version":2,"sessions":[{"id":"b"},{"modalities":[]}]}"#));
    assert_eq!(call, Call { version: 2, ..before });
    call.merge(read(r#"{"sessions":[{"id":"b"}]}"#));
    assert_eq!(call.sessions, Some(vec![Session { modalities: Vec::new(), ..session("b") }]));
    let mut other = Call { sessions: None, ..call.clone() };
    other.merge(read(r#"{"sessions":[{}]}"#));
    assert_eq!(other.sessions, None);
}

#[test]
fn an_expanded_collection_goes_on() {
    let body = r#"{"id":"1","version":1,
        "sessions@odata.count":31,
        "sessions@odata.context":"https://graph.microsoft.com/v1.0/$metadata#sessions",
        "sessions@odata.nextLink":"https://graph.microsoft.com/v1.0/communications/callRecords/1/sessions?$skiptoken=s3cret",
        "sessions":[{"id":"a","segments@odata.nextLink":"communications/callRecords/1/sessions/a/segments?$skip=1",
            "segments":[{"id":"x"}]}]}"#;
    let call = Call::at("1").get().expand(Call::props().sessions).parse(answer(200, body)).unwrap();
    assert_eq!((call.count_of(Call::props().sessions), call.count_of("sessions[0].segments")), (Some(31), None));
    assert!(call.next_link_of(Call::props().sessions).unwrap().ends_with("$skiptoken=s3cret"));
    assert!(!format!("{call:?}").contains("s3cret"), "{call:?}");
    let next = call.next_page_of(Call::props().sessions).unwrap();
    assert_eq!(line_of(&next), "GET /communications/callRecords/1/sessions?$skiptoken=s3cret");
    assert!(!format!("{next:?}").contains("s3cret"), "{next:?}");
    let page = next.parse(answer(200, r#"{"value":[{"id":"b","segments@odata.count":0}]}"#)).unwrap();
    assert_eq!(page[0].location(), Some("/communications/callRecords/1/sessions/b"));
    assert_eq!(page[0].count_of(Session::props().segments), Some(0));
    let segments = call.next_page_at::<Segment>("sessions[0].segments").unwrap();
    assert_eq!(line_of(&segments), "GET /communications/callRecords/1/sessions/a/segments?$skip=1");
    assert!(call.next_page_at::<Segment>("sessions[1].segments").is_none());
    assert_eq!(call.into_inner().sessions.map(|sessions| sessions.len()), Some(1));
}

#[test]
fn a_link_that_leads_elsewhere_is_refused() {
    let body = r#"{"id":"1","version":1,"sessions@odata.nextLink":"https://evil.example/v1.0/sessions"}"#;
    let call = Call::at("1").get().parse(answer(200, body)).unwrap();
    let error = call.next_page_of(Call::props().sessions).unwrap().to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ForeignOrigin);
}

#[test]
fn each_item_of_a_page_has_its_own_links() {
    let body = r#"{"@odata.count":2,"@odata.nextLink":"callRecords?$skip=2","value":[{"id":"1","version":1},
        {"id":"2","version":1,"sessions":[],"sessions@odata.nextLink":"callRecords/2/sessions?$skip=1"}]}"#;
    let page = Call::collection().list().expand(Call::props().sessions).parse(answer(200, body)).unwrap();
    assert_eq!((page.next_link(), page.count()), (Some("callRecords?$skip=2"), Some(2)));
    assert_eq!(page[0].next_link_of("sessions"), None);
    assert_eq!(line_of(&page[1].next_page_of(Call::props().sessions).unwrap()), "GET /callRecords/2/sessions?$skip=1");
    let partials = Call::collection().list().select(Call::props().id).parse(answer(200, body)).unwrap();
    assert_eq!(partials[1].next_link_of(Call::props().sessions), Some("callRecords/2/sessions?$skip=1"));
}

#[test]
fn a_created_resource_has_links_too() {
    let new = Call { id: String::new(), version: 1, sessions: None };
    let body = r#"{"id":"1","version":1,"sessions@odata.count":"4"}"#;
    let created = Call::collection().create(&new).parse(answer(201, body)).unwrap();
    assert_eq!(created.fetched().unwrap().count_of(Call::props().sessions), Some(4));
}

#[tokio::test]
async fn reloading_expands_again() {
    let expanded = r#"{"id":"1","manager":{"id":"2"}}"#;
    let client = client([answer(200, expanded), answer(200, expanded), answer(204, "")]);
    let request = User::at("1").get().expand(Expand::of(User::props().manager).select(User::props().id));
    let mut user = client.send(request).await.unwrap().track();
    user.reload(&client).await.unwrap();
    assert!(user.manager.is_some());
    user.display_name = Some("Ada".into());
    user.save(&client).await.unwrap();
    assert!(user.manager.is_some());
    let sent: Vec<_> = client.transport().sent().into_iter().map(|sent| (sent.line, sent.body)).collect();
    let get = "GET https://graph.microsoft.com/v1.0/users/1?$expand=manager($select=id)".to_owned();
    let patch = "PATCH https://graph.microsoft.com/v1.0/users/1".to_owned();
    assert_eq!(
        sent,
        [(get.clone(), String::new()), (get, String::new()), (patch, r#"{"displayName":"Ada"}"#.to_owned())]
    );
}

#[tokio::test]
async fn reloading_keeps_what_no_answer_shows_of_the_same_entity_alone() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/accounts/<id>")]
    struct Account {
        id: String,
        #[graph_resource(write_only)]
        password: Option<String>,
        #[graph_resource(navigation)]
        backup: Option<Box<Account>>,
    }
    let of = |backup: &str| answer(200, format!(r#"{{"id":"1","backup":{{"id":"{backup}"}}}}"#));
    let client = client([of("2"), of("2"), of("3")]);
    let request = Account::at("1").get().expand(Account::props().backup);
    let mut account = client.send(request).await.unwrap().track();
    let password = |account: &Account| account.backup.as_ref().and_then(|backup| backup.password.clone());
    account.backup.as_mut().unwrap().password = Some("p".into());
    account.reload(&client).await.unwrap();
    assert_eq!(password(&account).as_deref(), Some("p"));
    account.reload(&client).await.unwrap();
    assert_eq!(password(&account), None);
}

#[test]
fn an_answer_is_folded_in() {
    let mut ada = user("1");
    ada.manager = Some(Box::new(User { display_name: Some("Grace".into()), ..user("2") }));
    // Of the same entity, what is not named stays.
    ada.merge(read(r#"{"manager":{"id":"2"}}"#));
    assert_eq!(ada.manager.as_ref().and_then(|manager| manager.display_name.as_deref()), Some("Grace"));
    // Of another one, nothing does.
    ada.merge(read(r#"{"manager":{"id":"3"},"direct_reports_v2":[{"id":"4"}]}"#));
    assert_eq!(ada.manager, Some(Box::new(user("3"))));
    assert_eq!(ada.direct_reports, Some(vec![user("4")]));
    ada.merge(read(r#"{"displayName":"Ada"}"#));
    assert_eq!(ada.manager, Some(Box::new(user("3"))), "not expanded is not gone");
    ada.merge(read(r#"{"manager":null}"#));
    assert_eq!(ada.manager, None);
}

#[test]
fn no_patch_has_a_relationship_in_it() {
    let mut other = group("1");
    other.members = Some(vec![user("2")]);
    assert_ne!(group("1"), other);
    assert!(group("1").diff(&other).is_empty());
    let error = |body: &str| serde_json::from_str::<GroupPatch>(body).unwrap_err().to_string();
    assert!(error(r#"{"members":[]}"#).starts_with(
        "property `members` is a navigation property, which a patch cannot set; bind it with `members@odata.bind`"
    ));
    // Not one that would be refused as well.
    let nested = "property `owners` is a navigation property of a complex type, which no patch can change";
    assert!(error(r#"{"site":{"owners":[]}}"#).starts_with(nested));
    // A value that is replaced keeps what no patch can say.
    other.site = Some(Site { name: None, owners: Some(vec![user("3")]) });
    let patch = GroupPatch::new().site(Site { name: Some("n".into()), owners: None });
    assert_eq!(write(&patch), r##"{"@odata.type":"#microsoft.graph.group","site":{"name":"n"}}"##);
    other.apply(patch);
    assert_eq!(other.site, Some(Site { name: Some("n".into()), owners: Some(vec![user("3")]) }));
}

#[test]
fn what_is_related_is_created_along() {
    let mut new = group("");
    new.members = Some(vec![User { display_name: Some("Ada".into()), ..user("") }]);
    assert_eq!(
        body_of(&Group::collection().create(&new)),
        r##"{"@odata.type":"#microsoft.graph.group","members":[{"displayName":"Ada"}]}"##
    );
    let partial = GroupPartial { owner: Field::Value(Change::Replace(user("7"))), ..GroupPartial::default() };
    assert_eq!(
        body_of(&Group::collection().create(&partial.bind_members(["users/1"]))),
        r##"{"@odata.type":"#microsoft.graph.group","owner":{"id":"7"},"members@odata.bind":["https://graph.microsoft.com/v1.0/users/1"]}"##
    );
}

#[test]
fn what_is_created_along_binds_too() {
    let member =
        UserPartial::default().bind_manager(User::at("m")).bind_direct_reports(["/users/d", "https://x.y/v1.0/z"]);
    let user = UserPartial { display_name: Field::Value("Ada".into()), ..member };
    let new = GroupPartial {
        members: Field::Value(vec![user.clone().into()]),
        owner: Field::Value(user.into()),
        ..GroupPartial::default()
    };
    let inside = concat!(
        r#"{"displayName":"Ada","manager@odata.bind":"https://graph.microsoft.com/v1.0/users/m","#,
        r#""direct_reports_v2@odata.bind":["https://graph.microsoft.com/v1.0/users/d","https://x.y/v1.0/z"]}"#
    );
    let request = Group::collection().create(&new);
    assert_eq!(
        body_of(&request),
        format!(r##"{{"@odata.type":"#microsoft.graph.group","members":[{inside}],"owner":{inside}}}"##)
    );
    // Another service root, another reference.
    let http = request.clone().to_http("https://graph.microsoft.us/beta").unwrap();
    let body = std::str::from_utf8(http.body()).unwrap();
    assert!(body.contains(r#""https://graph.microsoft.us/beta/users/m""#), "{body}");
    // By itself, a partial has them as they were given, in each format.
    let json = write(&new);
    assert!(json.contains(r#""manager@odata.bind":"users/m""#), "{json}");
    assert_eq!(read::<GroupPartial>(&json), new);
    let mut bytes = Vec::new();
    ciborium::into_writer(&new, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<GroupPartial, _>(&*bytes).unwrap(), new);
    let mut body = Vec::new();
    UserPatch::new().bind_manager("users/1").write_body(&mut body).unwrap();
    assert_eq!(body, br#"{"manager@odata.bind":"users/1"}"#);
}

#[test]
fn a_patch_binds() {
    let patch = UserPatch::new().bind_manager(User::at("a b"));
    assert_eq!(
        body_of(&User::at("1").update(patch)),
        r#"{"manager@odata.bind":"https://graph.microsoft.com/v1.0/users/a%20b"}"#
    );
    let patch = UserPatch::new()
        .bind_manager("users/1")
        .display_name("Ada")
        .bind_direct_reports([User::at("2"), User::at("3")])
        .bind_manager(String::from("/users/4"))
        .bind_direct_reports(["users/3", "https://graph.microsoft.com/v1.0/users/5"])
        .bind_direct_reports(Vec::<Reference>::new());
    assert_eq!(
        write(&patch),
        concat!(
            r#"{"displayName":"Ada","manager@odata.bind":"users/4","#,
            r#""direct_reports_v2@odata.bind":["users/2","users/3","https://graph.microsoft.com/v1.0/users/5"]}"#
        )
    );
    assert_eq!(read::<UserPatch>(&write(&patch)), patch);
    assert_eq!(read::<UserPartial>(&write(&*patch)), *patch);
    let bindings = graph_resource::Partial::bindings(&*patch).unwrap();
    assert_eq!(bindings.get(User::props().manager), Some(&Binding::One(Reference::from("users/4"))));
    assert!(format!("{patch:?}").contains("manager@odata.bind"), "{patch:?}");
    let unbound = UserPatch::new().bind_manager("users/1").unbind_manager();
    assert!(!unbound.is_empty());
    assert_eq!(body_of(&User::at("1").update(unbound)), r#"{"manager@odata.bind":null}"#);
    assert!(UserPatch::new().bind_direct_reports([""; 0]).is_empty());
    assert!(read::<UserPatch>(r#"{"direct_reports_v2@odata.bind":[]}"#).is_empty());
    // Of the local copy, only the service can tell.
    let mut ada = user("1");
    ada.manager = Some(Box::new(user("2")));
    ada.apply(UserPatch::new().unbind_manager());
    assert_eq!(ada.manager, Some(Box::new(user("2"))));
}

#[test]
fn what_binds_nothing_is_refused() {
    // A whole value binds nothing, and says nothing of what was bound.
    let user: User = read(r#"{"id":"1","manager@odata.bind":7,"manager@odata.bind":8}"#);
    assert_eq!(write(&user), r#"{"id":"1"}"#);
    let error = |body: &str| serde_json::from_str::<UserPatch>(body).unwrap_err().to_string();
    for (body, message) in [
        (r#"{"manager@odata.bind":["a"]}"#, "invalid type: sequence, expected a URL or null for property `manager`"),
        (r#"{"manager@odata.bind":7}"#, "invalid type: integer `7`, expected a URL or null for property `manager`"),
        (r#"{"manager@odata.bind":""}"#, "the reference is empty; write the URL of an entity"),
        (
            r#"{"direct_reports_v2@odata.bind":"a"}"#,
            "invalid type: string \"a\", expected an array of URLs for property `direct_reports_v2`",
        ),
        (
            r#"{"direct_reports_v2@odata.bind":null}"#,
            "invalid type: null, expected an array of URLs for property `direct_reports_v2`",
        ),
        (
            r#"{"manager@odata.bind":"a","manager@odata.bind":"b"}"#,
            "property `manager@odata.bind` occurs twice in one object",
        ),
        (
            r#"{"displayName@odata.bind":"a"}"#,
            "`displayName@odata.bind` is none of the relationships that a patch of `User` can bind",
        ),
        (
            r#"{"directReports@odata.bind":["a"]}"#,
            "`directReports@odata.bind` is none of the relationships that a patch of `User` can bind",
        ),
    ] {
        assert!(error(body).starts_with(message), "{}", error(body));
    }
    let error = serde_json::from_str::<SitePatch>(r#"{"owners@odata.bind":["a"]}"#).unwrap_err().to_string();
    assert!(error.starts_with("`owners@odata.bind` is none of the relationships that a patch of `Site` can bind"));
    for reference in [Reference::from(User::at("")), Reference::absolute(&BaseUrl::graph(), &User::at(".."))] {
        let error = User::at("1").update(UserPatch::new().bind_manager(reference)).to_http(BASE).unwrap_err();
        assert!(error.to_string().starts_with("the key `<id>` is "), "{error}");
    }
    assert_eq!(
        User::at("1").update(UserPatch::new().bind_manager("")).to_http(BASE).unwrap_err().to_string(),
        "the reference is empty; write the URL of an entity"
    );
}

#[test]
fn open_and_generic_resources_bind_too() {
    let patch = OpenPatch::<User>::new().additional("note", 1).bind_content("users/1").bind_contents(["users/2"]);
    let body = r#"{"content@odata.bind":"users/1","contents@odata.bind":["users/2"],"note":1}"#;
    assert_eq!(write(&patch), body);
    assert_eq!(read::<OpenPatch<User>>(body), patch);
    let _: Property<Open<User>, String> = Open::<User>::props().id;
    let read = Open::<User>::at("1").get().parse(answer(200, r#"{"id":"1","content":{"id":"2"},"x":1}"#)).unwrap();
    assert_eq!(
        read.into_inner(),
        Open {
            id: "1".into(),
            content: Some(user("2")),
            contents: None,
            additional: json!({"x": 1}).as_object().unwrap().clone(),
        }
    );
}

#[test]
fn references_are_added_set_and_removed() {
    let (members, owner) = (Group::props().members, Group::props().owner);
    let request = Group::at("g/1").navigation(members).add("directoryObjects/2").if_match("W/\"1\"");
    assert_eq!(line_of(&request), "POST /groups/g%2F1/members/$ref");
    assert_eq!(body_of(&request), r#"{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/2"}"#);
    let http = request.to_http(BASE).unwrap();
    assert_eq!(
        (&http.headers()["content-type"], &http.headers()["if-match"]),
        (&"application/json".parse().unwrap(), &"W/\"1\"".parse().unwrap())
    );
    request.parse(answer(204, "")).unwrap();
    let request = Group::at("g").navigation(members).remove("$2");
    assert_eq!((&*line_of(&request), &*body_of(&request)), ("DELETE /groups/g/members('%242')/$ref", ""));
    let request = Group::at("g").navigation(members).remove_by_id(User::at("a&b c")).query("x", "y");
    assert_eq!(
        (&*line_of(&request), &*body_of(&request)),
        ("DELETE /groups/g/members/$ref?x=y&$id=https://graph.microsoft.com/v1.0/users/a%2526b%2520c", "")
    );
    let request =
        Group::at("g").navigation(members).remove_by_id("https://x.y/v1.0/users('1')?a=b&c").if_match("\"1\"");
    assert_eq!(line_of(&request), "DELETE /groups/g/members/$ref?$id=https://x.y/v1.0/users('1')?a=b%26c");
    let request = Group::at("g").navigation(members).remove_by_id("");
    assert_eq!(request.to_http(BASE).unwrap_err().kind(), ErrorKind::Path);
    let request = Group::at("g").navigation(members).remove("2").if_match("\"1\"");
    assert_eq!(line_of(&request), "DELETE /groups/g/members/2/$ref");
    request.parse(answer(200, "")).unwrap();
    let request = Group::at("g").navigation(owner).set(User::at("2"));
    assert_eq!(line_of(&request), "PUT /groups/g/owner/$ref");
    assert_eq!(body_of(&request), r#"{"@odata.id":"https://graph.microsoft.com/v1.0/users/2"}"#);
    let other = "https://graph.microsoft.com/beta/users/2";
    let request = Group::at("g").navigation(owner).set(other);
    assert_eq!(body_of(&request), format!(r#"{{"@odata.id":"{other}"}}"#));
    let request = Group::at("g").navigation(owner).clear();
    assert_eq!((&*line_of(&request), &*body_of(&request)), ("DELETE /groups/g/owner/$ref", ""));
    let error = request.parse(answer(404, r#"{"error":{"code":"Request_ResourceNotFound"}}"#)).unwrap_err();
    assert!(error.is_not_found());
    // To leave the key out would address the collection, or the entity.
    for request in [Group::at("g").navigation(members).remove(""), Group::at("").navigation(owner).clear()] {
        assert_eq!(request.to_http(BASE).unwrap_err().kind(), ErrorKind::Path);
    }
    let request = Group::at("g").navigation(members).add(User::at("."));
    assert_eq!(request.to_http(BASE).unwrap_err().kind(), ErrorKind::Path);
}

#[test]
fn what_is_related_is_read() {
    let request = Group::at("g").navigation(Group::props().members).list().expand(User::props().manager);
    assert_eq!(line_of(&request), "GET /groups/g/members?$expand=manager");
    let page = request.parse(answer(200, r#"{"value":[{"id":"1"}],"@odata.nextLink":"x"}"#)).unwrap();
    // A user is served as one, wherever it was found.
    assert_eq!(page[0].location(), Some("/users/1"));
    let page = page.next_page().unwrap().parse(answer(200, r#"{"value":[{"id":"2"}]}"#)).unwrap();
    assert_eq!(page[0].location(), Some("/users/2"));
    let request = Group::at("g").navigation(Group::props().owner).get().select_declared();
    assert_eq!(line_of(&request), "GET /groups/g/owner?$select=id,displayName");
    assert_eq!(request.parse(answer(200, r#"{"id":"7"}"#)).unwrap().location(), Some("/users/7"));
    // A session is served below its call alone.
    let request = Call::at("c").navigation(Call::props().sessions).list();
    assert_eq!(line_of(&request), "GET /communications/callRecords/c/sessions");
    let page = request.parse(answer(200, r#"{"value":[{"id":"s"}]}"#)).unwrap();
    assert_eq!(page[0].location(), Some("/communications/callRecords/c/sessions/s"));
}

/// What a patch of a group says, in a row.
fn group_patch() -> BoxedStrategy<GroupPatch> {
    let urls = vec(prop::sample::select(vec!["users/1", "users/2", "/users/3", "https://a.example/users/4"]), 0..3);
    let step = (0..6_u8, urls, "[a-c]{0,2}").prop_map(|(step, urls, text)| match (step, urls.first()) {
        (0, _) => GroupPatch::new().description(text),
        (1, _) => GroupPatch::new().clear_description(),
        (2, Some(&url)) => GroupPatch::new().bind_owner(url),
        (3, _) => GroupPatch::new().unbind_owner(),
        (4, _) => GroupPatch::new().site(SitePatch::new().name(text)),
        _ => GroupPatch::new().bind_members(urls),
    });
    vec(step, 0..4)
        .prop_map(|steps| {
            steps.into_iter().fold(GroupPatch::new(), |mut patch, step| {
                patch.merge(step);
                patch
            })
        })
        .boxed()
}

fn users() -> BoxedStrategy<Option<Vec<User>>> {
    prop::option::of(vec("[a-c]{1,2}".prop_map(|id| user(&id)), 0..3)).boxed()
}

fn groups() -> BoxedStrategy<Group> {
    let site = prop::option::of((prop::option::of("[a-c]"), users()));
    (prop::option::of("[a-c]"), users(), users(), site)
        .prop_map(|(description, members, owner, site)| Group {
            id: "1".into(),
            description,
            members,
            owner: owner.and_then(|owner| owner.into_iter().next()),
            site: site.map(|(name, owners)| Site { name, owners }),
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn patches_compose(p in group_patch(), q in group_patch(), r in group_patch(), group in groups()) {
        let merged = |one: &GroupPatch, other: &GroupPatch| {
            let mut merged = one.clone();
            merged.merge(other.clone());
            merged
        };
        let left = merged(&merged(&p, &q), &r);
        prop_assert_eq!(&left, &merged(&p, &merged(&q, &r)));
        prop_assert_eq!(&merged(&GroupPatch::new(), &p), &p);
        prop_assert_eq!(&merged(&p, &GroupPatch::new()), &p);
        let text = write(&left);
        prop_assert_eq!(write(&read::<GroupPatch>(&text)), text.clone());
        let partial = left.clone().into_partial();
        prop_assert_eq!(&read::<GroupPartial>(&write(&partial)), &partial);
        if !left.is_empty() {
            let absolute = text.replace("\"users/", &format!("\"{BASE}/users/"));
            prop_assert_eq!(body_of(&Group::at("1").update(left.clone())), absolute);
        }
        let mut patched = group.clone();
        patched.apply(left);
        prop_assert_eq!((&patched.members, &patched.owner), (&group.members, &group.owner));
    }

    #[test]
    fn differences_have_no_relationship_in_them(a in groups(), b in groups()) {
        let patch = a.diff(&b);
        let mut reached = a.clone();
        reached.apply(patch.clone());
        let writable = |group: &Group| (group.description.clone(), group.site.as_ref().map(|site| site.name.clone()));
        prop_assert_eq!(writable(&reached), writable(&b));
        prop_assert_eq!((&reached.members, &reached.owner), (&a.members, &a.owner));
        prop_assert!(reached.diff(&b).is_empty());
        let body = write(&patch);
        prop_assert!(!body.contains("members") && !body.contains("owner"), "{}", body);
        prop_assert_eq!(read::<Group>(&write(&a)), a.clone());
        let mut merged = a;
        merged.merge(read(&write(&b)));
        prop_assert!(b.members.is_none() || merged.members == b.members);
    }
}

/// With a time that grows with the square of their number, this would take minutes.
#[test]
fn many_bindings_are_read_in_a_time_that_grows_with_their_number() {
    let urls = |from: u32| (from..from + 100_000).map(|number| format!("users/{number}")).collect::<Vec<_>>();
    let all = [urls(0), urls(50_000)].concat();
    let patch: GroupPatch = read(&json!({ "members@odata.bind": all }).to_string());
    let body = body_of(&Group::at("1").update(patch));
    assert_eq!(body.matches("users/").count(), 150_000);
}
