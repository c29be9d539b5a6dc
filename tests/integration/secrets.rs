//! What no message and no `Debug` shows, and what no local value takes in.

use graph_resource::{Bytes, ETag, GraphComplex, GraphResource};
use serde_json::{Map, Value, json};

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct PasswordProfile {
    force_change: Option<bool>,
    #[graph_resource(write_only)]
    password: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    is_enabled: bool,
    #[graph_resource(etag)]
    etag: Option<ETag>,
    profile: Option<PasswordProfile>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

fn answer(body: &str) -> http::Response<Bytes> {
    http::Response::builder().header("etag", "W/\"7\"").body(Bytes::copy_from_slice(body.as_bytes())).unwrap()
}

#[test]
fn a_refused_string_is_not_quoted() {
    let error = User::at("1").get().parse(answer(r#"{"id":"1","isEnabled":"a \" secret"}"#)).unwrap_err();
    assert_eq!(error.path(), Some("isEnabled"));
    assert!(error.message().starts_with("invalid type: string, expected true or false"), "{error}");
    assert!(!format!("{error:?}{error}").contains("secret"));
}

#[test]
fn a_replacement_with_a_secret_is_not_shown() {
    let profile = PasswordProfile { password: Some("hunter2".into()), ..PasswordProfile::default() };
    let patch = UserPatch::new().profile(profile.clone());
    assert_eq!(format!("{patch:?}"), "UserPatch { profile: Value(Replace(<hidden>)) }");
    let mut tracked = User::at("1").get().parse(answer(r#"{"id":"1","isEnabled":true}"#)).unwrap().track();
    tracked.profile = Some(profile);
    assert!(tracked.is_changed() && !format!("{tracked:?}").contains("hunter2"));
}

#[test]
fn a_page_does_not_show_its_link() {
    let body = r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/users?$skiptoken=opaque"}"#;
    let page = User::collection().list().parse(answer(body)).unwrap();
    assert!(page.next_link().is_some() && !format!("{page:?}").contains("opaque"));
    assert_eq!((&page).into_iter().count(), 0);
}

#[test]
fn the_etag_field_takes_the_header_where_the_body_has_none() {
    let user = User::at("1").get().parse(answer(r#"{"id":"1","isEnabled":true}"#)).unwrap();
    assert_eq!(user.etag, Some(ETag::from("W/\"7\"")));
    let body = r#"{"id":"1","isEnabled":true,"@odata.etag":"W/\"8\""}"#;
    assert_eq!(User::at("1").get().parse(answer(body)).unwrap().etag, Some(ETag::from("W/\"8\"")));
}

#[test]
fn the_tag_is_not_selected() {
    let props = User::props();
    let request = User::at("1").get().select(props.etag).select(props.is_enabled);
    let request = request.to_http("https://graph.microsoft.com/v1.0").unwrap();
    assert_eq!(request.uri().query(), Some("$select=id,isEnabled"));
}

#[test]
fn additional_never_takes_a_declared_name() {
    let patch = UserPatch::new().more("isEnabled", false).more("badge", 7);
    let refused = User::at("1").update(patch.clone()).to_http("https://graph.microsoft.com/v1.0").unwrap_err();
    assert!(refused.to_string().contains("`isEnabled`, a declared property"), "{refused}");
    let mut user = User::at("1").get().parse(answer(r#"{"id":"1","isEnabled":true}"#)).unwrap().into_inner();
    user.apply(patch);
    assert_eq!(Value::Object(user.more.clone()), json!({"badge": 7}));
    assert!(user.is_enabled && serde_json::to_string(&user).is_ok());
}
