//! The setters of a patch by what they take, and the names of what it says.

use std::collections::BTreeMap;
use std::net::IpAddr;

use graph_resource::edm::Date;
use graph_resource::{Field, GraphComplex, GraphPatch, GraphResource};
use graph_resource_tests::shapes::*;
use graph_resource_tests::unions::*;
use serde_json::{Map, Value, json};

use crate::support::{body_of, write};

const LOOPBACK: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

/// A module for `with`.
mod percent {
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is that of serde's `with`")]
    pub(super) fn serialize<S: Serializer>(value: &u8, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&format!("{value}%"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
        let text = String::deserialize(from)?;
        text.trim_end_matches('%').parse().map_err(serde::de::Error::custom)
    }
}

/// A nullable property of each kind.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/all/<id>")]
pub(super) struct All {
    pub(super) id: String,
    pub(super) text: Option<String>,
    pub(super) small: Option<u8>,
    pub(super) single: Option<f32>,
    pub(super) flag: Option<bool>,
    pub(super) day: Option<Date>,
    pub(super) kind: Option<Kind>,
    pub(super) place: Option<Place>,
    #[graph_resource(merge)]
    pub(super) boxed: Option<Box<Place>>,
    pub(super) endpoint: Option<Endpoint>,
    pub(super) numbers: Option<Vec<i64>>,
    pub(super) places: Option<Vec<Place>>,
    pub(super) entries: Option<BTreeMap<String, i32>>,
    #[graph_resource(opaque)]
    pub(super) foreign: Option<IpAddr>,
    #[graph_resource(with = "percent")]
    pub(super) complete: Option<u8>,
    pub(super) r#type: Option<String>,
    #[graph_resource(navigation)]
    pub(super) other: Option<Box<All>>,
    #[graph_resource(navigation)]
    pub(super) others: Option<Vec<All>>,
    #[graph_resource(additional)]
    pub(super) rest: Map<String, Value>,
}

#[test]
fn an_option_is_null_or_a_value() {
    let some = AllPatch::new()
        .set_text(Some("a"))
        .set_small(Some(1))
        .set_single(Some(0.5))
        .set_flag(Some(true))
        .set_day(Date::new(2024, 2, 29).ok())
        .set_kind(Some(Kind::Second))
        .set_place(Some(PlacePatch::new().set_city(Some("Oslo"))))
        .set_boxed(Some(Place::default()))
        .set_endpoint(Some(PlainEndpoint { name: Some("n".into()) }))
        .set_numbers(Some(vec![1]))
        .set_places(Some(Vec::new()))
        .set_entries(Some(BTreeMap::from([("a".to_owned(), 1)])))
        .set_foreign(Some(LOOPBACK))
        .set_complete(Some(50))
        .set_type(Some(String::from("t")));
    let body: Value = serde_json::from_str(&write(&some)).unwrap();
    for (name, value) in [
        ("text", json!("a")),
        ("small", json!(1)),
        ("single", json!(0.5)),
        ("flag", json!(true)),
        ("day", json!("2024-02-29")),
        ("kind", json!("second_kind")),
        ("numbers", json!([1])),
        ("places", json!([])),
        ("entries", json!({ "a": 1 })),
        ("foreign", json!("127.0.0.1")),
        ("complete", json!("50%")),
        ("type", json!("t")),
    ] {
        assert_eq!(body[name], value, "{name}");
    }
    assert_eq!(body["place"]["city"], "Oslo");
    assert_eq!(body["place"].as_object().unwrap().len(), 2);
    assert_eq!(body["endpoint"]["@odata.type"], "#test.endpoint");

    // Where one type alone can be taken, `None` needs no type.
    let none = some.set_small(None).set_flag(None).set_numbers(None).set_foreign(None).set_complete(None);
    let none = none.set_text(None::<&str>).set_place(None::<Place>).set_kind(None).set_day(None);
    let body: Value = serde_json::from_str(&write(&none)).unwrap();
    for name in ["small", "flag", "numbers", "foreign", "complete", "text", "place", "kind", "day"] {
        assert_eq!(body[name], Value::Null, "{name}");
    }
    assert_eq!(body["single"], 0.5);
}

#[test]
fn an_absent_field_leaves_what_was_said() {
    let patch = AllPatch::new().text("a").clear_small().foreign(LOOPBACK);
    let same = patch
        .clone()
        .set_text(Field::<String>::Absent)
        .set_small(Field::Absent)
        .set_foreign(Field::Absent)
        .set_flag(Field::Absent);
    assert_eq!(same, patch);
    let other = patch.set_text(Field::<String>::Null).set_small(Field::Value(2)).set_foreign(Field::Null);
    assert_eq!(write(&other), r#"{"text":null,"small":2,"foreign":null}"#);
}

#[test]
fn a_setter_of_a_known_type_infers_its_argument() {
    let patch = FlatPatch::new().tags(["a", "b"].into_iter().map(Into::into).collect()).count(7_u8.into());
    assert_eq!(body_of(&Flat::at("1").update(patch)), r##"{"@odata.type":"#test.flat","count":7,"tags":["a","b"]}"##);
}

#[test]
fn a_patch_tells_the_names_that_it_says() {
    assert_eq!(AllPatch::new().names().count(), 0);
    let patch = AllPatch::new().rest("later", 1).clear_text().unbind_other().bind_others(["a"]).r#type("t");
    let names: Vec<&str> = patch.names().collect();
    assert_eq!(names, ["text", "type", "other", "others", "later"]);
    // What no patch may say is no name of it, though the state holds it.
    let partial: AllPartial = serde_json::from_value(json!({ "id": "1", "text": "t" })).unwrap();
    assert!(GraphPatch::names(&AllPatch::from_partial(partial)).eq(["text"]));
    assert!(SpotPatch::new().x(1).names().eq(["x"]));
}

#[test]
fn a_patch_of_a_union_or_a_dictionary_tells_its_names() {
    let patch = EndpointPatch::from(ParticipantEndpointPatch::new().cores(1).additional("extra", true));
    assert!(patch.names().eq(["cores", "extra"]));
    let unknown = Map::from_iter([("@odata.type".to_owned(), json!("#test.x")), ("a".to_owned(), json!(1))]);
    let patch = Endpoint::Unknown(Map::new()).diff(&Endpoint::Unknown(unknown));
    assert!(patch.names().all(|name| !name.contains('@')));
    assert_eq!(EndpointPatch::new().names().count(), 0);
    let patch = graph_resource::DictionaryPatch::<i32>::new().set("a", 1).remove("b");
    assert!(GraphPatch::names(&patch).eq(["a", "b"]));
}

/// A field may be named as a method of the patch: then it has the setter, and the trait has the method.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub(super) struct Named {
    pub(super) names: Option<String>,
    pub(super) set_off: Option<String>,
    #[graph_resource(read_only)]
    pub(super) off: Option<String>,
}

#[test]
fn a_field_may_be_named_as_a_method() {
    let patch = NamedPatch::new().names("n").set_off("o").set_set_off(Some("p"));
    assert!(GraphPatch::names(&patch).eq(["names", "setOff"]));
    assert_eq!(write(&patch), r#"{"names":"n","setOff":"p"}"#);
}
