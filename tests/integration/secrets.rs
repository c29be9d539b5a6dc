//! What no message and no `Debug` shows, and what no local value takes in.
#![allow(clippy::vec_box, reason = "a box between a collection and a secret")]

use std::collections::BTreeMap;

use graph_resource::{Bytes, ETag, GraphComplex, GraphResource, GraphUnion, Secret};
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

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Outer {
    label: Option<String>,
    profile: Option<PasswordProfile>,
    #[graph_resource(default)]
    profiles: Vec<PasswordProfile>,
    #[graph_resource(default)]
    boxed: Vec<Box<PasswordProfile>>,
    #[graph_resource(default)]
    named: BTreeMap<String, PasswordProfile>,
    any: Option<AnyProfile>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum AnyProfile {
    #[graph_resource(odata_type = "test.outer")]
    Outer(Box<Outer>),
    #[graph_resource(odata_type = "test.profile")]
    Profile(PasswordProfile),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/vaults/<id>")]
struct Vault {
    id: String,
    outer: Option<Outer>,
    #[graph_resource(merge)]
    merged: Option<Outer>,
    #[graph_resource(default)]
    outers: Vec<Outer>,
    #[graph_resource(default)]
    named: BTreeMap<String, Outer>,
    any: Option<AnyProfile>,
    #[graph_resource(default)]
    anys: Vec<AnyProfile>,
    #[graph_resource(write_only)]
    codes: Option<Vec<String>>,
    pin: Option<Secret<i64>>,
    #[graph_resource(default)]
    pins: Vec<Secret<String>>,
    hidden: Option<Secret<PasswordProfile>>,
    #[graph_resource(opaque)]
    opaque: Option<Strict>,
}

/// A foreign type whose errors quote what they refuse.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String")]
struct Strict(u8);

impl TryFrom<String> for Strict {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self).map_err(|_| format!("`{text}` is no number"))
    }
}

#[test]
fn no_change_shows_a_secret_wherever_it_lies() {
    let secret = || PasswordProfile { password: Some("hunter2".into()), ..PasswordProfile::default() };
    let outer = |any| Outer {
        label: Some("shown".into()),
        profile: Some(secret()),
        profiles: vec![secret()],
        boxed: vec![Box::new(secret())],
        named: BTreeMap::from([("k".to_owned(), secret())]),
        any,
    };
    let full = || outer(Some(AnyProfile::Outer(Box::new(outer(Some(AnyProfile::Profile(secret())))))));
    let empty = r#"{"id":"1","merged":{}}"#;
    let mut vault = Vault::at("1").get().parse(answer(empty)).unwrap().track();
    vault.outer = Some(full());
    vault.merged = Some(full());
    vault.outers.push(full());
    vault.named.insert("k".into(), full());
    vault.any = Some(AnyProfile::Outer(Box::new(full())));
    vault.anys.push(AnyProfile::Outer(Box::new(full())));
    vault.codes = Some(vec!["hunter2".into()]);
    vault.pin = Some(Secret::new(4_711));
    vault.pins = vec![Secret::from("hunter2")];
    vault.hidden = Some(Secret::new(secret()));
    let shown = format!("{vault:?}{:?}", vault.changes());
    assert!(!shown.contains("hunter2") && !shown.contains("4711"), "{shown}");
    assert!(shown.contains("shown"), "what is no secret is: {shown}");
    let body = serde_json::to_string(&vault.changes()).unwrap();
    assert!(body.contains("hunter2") && body.contains(r#""pin":4711"#), "{body}");
    let patch = VaultPatch::new().outer(full()).any(AnyProfile::Outer(Box::new(full()))).outers(vec![full()]);
    assert!(!format!("{patch:?}").contains("hunter2"), "{patch:?}");
}

#[test]
fn a_secret_is_as_the_value_in_it() {
    let text = r#"{"id":"1","outers":[],"named":{},"anys":[],"pin":7,"pins":["a"],"hidden":{"password":"p"}}"#;
    let vault: Vault = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&vault).unwrap(), text);
    assert_eq!((vault.pin.as_ref().map(Secret::expose), &*vault.pins[0].clone().into_inner()), (Some(&7), "a"));
    let patch =
        VaultPatch::new().pin(8).clear_pin().set_pin(Some(9)).hidden(PasswordProfilePatch::new().force_change(true));
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"pin":9,"hidden":{"forceChange":true}}"#);
    let mut changed = vault.clone();
    changed.apply(patch.clone());
    assert_eq!(changed.hidden.as_ref().unwrap().expose().password.as_deref(), Some("p"), "members are changed");
    assert_eq!(vault.diff(&changed).pin, patch.pin);
    assert_eq!(format!("{:?}", vault.pins), "[Secret(<hidden>)]");
}

#[test]
fn no_error_quotes_what_may_be_a_secret() {
    let of_answer = |body: &str| Vault::at("1").get().parse(answer(body)).unwrap_err();
    for (path, body) in [
        ("opaque", r#"{"id":"1","opaque":"4711"}"#),
        ("opaque", r#"{"id":"1","opaque":4711}"#),
        ("pin", r#"{"id":"1","pin":"hunter 4711"}"#),
        ("pins[1]", r#"{"id":"1","pins":["a",4711]}"#),
    ] {
        let error = of_answer(body);
        assert!(!format!("{error:?}{error}").contains("4711"), "{error}");
        // What a foreign type makes of a text that was read has no place; the message names the property.
        assert!(error.path().is_none_or(|found| found == path) && error.to_string().contains(&path[..3]), "{error}");
        assert!(error.to_string().contains("is not one of its type; it is not shown"), "{error}");
    }
    assert_eq!(of_answer(r#"{"id":"1","pins":["a",4711]}"#).path(), Some("pins[1]"));
    for body in [r#"{"codes":["a",4711]}"#, r#"{"codes":"4711"}"#, r#"{"outer":{"profile":{"password":4711}}}"#] {
        let error = serde_json::from_str::<VaultPatch>(body).unwrap_err().to_string();
        assert!(!error.contains("4711") && error.contains("write-only values are not shown"), "{error}");
    }
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
