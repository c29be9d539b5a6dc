//! The option `not_null`: a property that may be absent, and is never null.

use graph_resource::{DateTimeOffset, ErrorKind, Field, GraphComplex, GraphPatch, GraphResource, Partial};

use crate::support::{answer, body_of};

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Address {
    city: Option<String>,
    #[graph_resource(not_null)]
    country: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    name: Option<String>,
    #[graph_resource(not_null)]
    birthday: Option<DateTimeOffset>,
    #[graph_resource(not_null)]
    skills: Option<Vec<String>>,
    #[graph_resource(read_only, not_null)]
    hire_date: Option<DateTimeOffset>,
    #[graph_resource(not_null, merge)]
    home: Option<Address>,
    office: Option<Address>,
}

fn user(text: &str) -> Result<User, graph_resource::Error> {
    User::at("1").get().parse(answer(200, text.to_owned())).map(graph_resource::Fetched::into_inner)
}

#[test]
fn absent_is_none_and_null_is_an_error() {
    let absent = user(r#"{"id":"1"}"#).unwrap();
    assert_eq!((&absent.birthday, &absent.skills, &absent.hire_date, &absent.home), (&None, &None, &None, &None));
    let there = user(r#"{"id":"1","birthday":"2014-01-01T00:00:00Z","skills":[],"home":{"country":"NO"}}"#).unwrap();
    assert_eq!(there.birthday.unwrap().to_string(), "2014-01-01T00:00:00Z");
    assert_eq!(there.skills, Some(Vec::new()));
    assert_eq!(there.home.unwrap().country.as_deref(), Some("NO"));
    for name in ["birthday", "skills", "hireDate", "home"] {
        let error = user(&format!(r#"{{"id":"1","{name}":null}}"#)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains(&format!("for property `{name}`")), "{error}");
        // A collection is found to be null where its object goes on.
        assert!(name == "skills" || error.path() == Some(name), "{error}");
    }
    let error = user(r#"{"id":"1","office":{"country":null}}"#).unwrap_err();
    assert_eq!(error.path(), Some("office.country"));
}

#[test]
fn a_partial_holds_a_value_or_nothing() {
    let partial = UserPartial::from_answer(br#"{"skills":["a"],"office":null}"#).unwrap();
    assert_eq!(partial.skills, Some(vec!["a".to_owned()]));
    assert_eq!((partial.birthday, partial.office), (None, Field::Null));
    assert!(UserPartial::from_answer(br#"{"skills":null}"#).is_err());
    assert!(serde_json::from_str::<UserPatch>(r#"{"birthday":null}"#).is_err());
}

#[test]
fn no_form_says_null() {
    let patch = UserPatch::new().skills(vec!["a".into()]).home(AddressPatch::new().country("NO"));
    let text = r#"{"skills":["a"],"home":{"country":"NO"}}"#;
    assert_eq!(serde_json::to_string(&patch).unwrap(), text);
    assert_eq!(serde_json::from_str::<UserPatch>(text).unwrap(), patch);
    // A value that is replaced says null of what is nullable alone.
    let patch = UserPatch::new().home(Address::default());
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"home":{"city":null}}"#);

    let new = User { name: Some("a".into()), ..user(r#"{"id":""}"#).unwrap() };
    assert_eq!(body_of(&User::collection().create(&new)), r#"{"name":"a"}"#);
    let new = User { skills: Some(Vec::new()), home: Some(Address::default()), ..new };
    assert_eq!(body_of(&User::collection().create(&new)), r#"{"name":"a","skills":[],"home":{}}"#);
    assert_eq!(serde_json::to_string(&new).unwrap(), r#"{"id":"","name":"a","skills":[],"home":{}}"#);
}

#[test]
fn a_difference_names_values_alone() {
    let old = user(r#"{"id":"1","birthday":"2014-01-01T00:00:00Z","home":{"country":"NO"}}"#).unwrap();
    let mut new = User { birthday: None, home: None, ..old.clone() };
    assert!(GraphPatch::is_empty(&old.diff(&new)), "no patch says that it is gone");
    new.skills = Some(vec!["a".into()]);
    new.home = Some(Address { city: Some("Oslo".into()), country: None });
    let patch = old.diff(&new);
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"skills":["a"],"home":{"city":"Oslo"}}"#);
    let mut changed = old.clone();
    changed.apply(patch);
    let country = Some("NO".to_owned());
    assert_eq!(changed.home, Some(Address { city: Some("Oslo".into()), country }));
    assert_eq!((changed.birthday, changed.skills), (old.birthday, new.skills));
}

#[test]
fn composed_patches_do_what_they_do_in_a_row() {
    let patches = [
        UserPatch::new(),
        UserPatch::new().home(Address { city: Some("Oslo".into()), country: Some("NO".into()) }),
        UserPatch::new().home(Address::default()),
        UserPatch::new().home(AddressPatch::new().clear_city()),
        UserPatch::new().home(AddressPatch::new().country("SE")).skills(vec!["b".into()]),
    ];
    let values = [r#"{"id":"1"}"#, r#"{"id":"1","skills":["a"],"home":{"city":"x","country":"y"}}"#].map(user);
    for value in values.map(Result::unwrap) {
        for first in &patches {
            for second in &patches {
                let mut in_a_row = value.clone();
                in_a_row.apply(first.clone());
                in_a_row.apply(second.clone());
                let mut composed = first.clone();
                composed.merge(second.clone());
                let mut at_once = value.clone();
                at_once.apply(composed);
                assert_eq!(at_once, in_a_row, "{first:?}, then {second:?}");
            }
        }
    }
}

#[test]
fn an_answer_is_folded_in() {
    let mut value = user(r#"{"id":"1","hireDate":"2014-01-01T00:00:00Z","skills":["a"]}"#).unwrap();
    value.merge(UserPartial::from_answer(br#"{"hireDate":"2015-01-01T00:00:00Z"}"#).unwrap());
    assert_eq!(value.hire_date.unwrap().to_string(), "2015-01-01T00:00:00Z");
    assert_eq!(value.skills, Some(vec!["a".to_owned()]));
}

#[test]
fn that_a_value_is_gone_cannot_be_saved() {
    type Change = fn(&mut User);
    let text = r#"{"id":"1","skills":["a"],"office":{"city":"Oslo","country":"NO"}}"#;
    let changes: [(Change, &str); 2] = [
        (|user| user.skills = None, "skills"),
        (|user| user.office.as_mut().unwrap().country = None, "office.country"),
    ];
    for (change, path) in changes {
        let mut user = User::at("1").get().parse(answer(200, text)).unwrap().track();
        assert!(!user.is_changed());
        change(&mut user);
        assert!(user.is_changed(), "{path}");
        let error = user.save_request().unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Unsendable, Some(path)));
        let why =
            "cannot be sent: it is never null, and no patch takes it away; set the field back, or reload the resource";
        assert!(error.to_string().starts_with(&format!("`{path}` {why}")), "{error}");
    }
}
