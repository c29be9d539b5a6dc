//! What dynamic members and dictionaries can carry: what is read again. The rest is refused where it is written.

use std::collections::BTreeMap;

use graph_resource::{ErrorKind, GraphComplex, GraphPatch, GraphResource};
use graph_resource_tests::shapes::{Owner, OwnerPatch};
use serde_json::{Map, Value, json};

use crate::support::{BASE, answer, body_of, object, read, write};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/items/<id>")]
struct Item {
    id: String,
    choices: Option<Vec<String>>,
    #[graph_resource(default)]
    labels: BTreeMap<String, i32>,
    owner: Option<Owner>,
    #[graph_resource(navigation)]
    kids: Option<Vec<Item>>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

fn item(more: &str) -> Item {
    let more = object(more);
    Item { id: "1".into(), choices: None, labels: BTreeMap::new(), owner: None, kids: None, more }
}

#[test]
fn what_would_not_be_read_again_is_refused_in_each_body() {
    for (more, why) in [
        (r#"{"@odata.id":"x"}"#, "`additional` holds `@odata.id`, which is control information; remove it"),
        (r#"{"@removed":{}}"#, "`additional` holds `@removed`, which is control information; remove it"),
        (r#"{"a@b":1,"a":1}"#, "`additional` holds `a@b`, an annotation that is not read again; remove it"),
        (
            r#"{"kids@odata.bind":["x"]}"#,
            "`additional` holds `kids@odata.bind`, an annotation that is not read again; remove it",
        ),
        (
            r##"{"gone@odata.type":"#Int64"}"##,
            "`additional` holds `gone@odata.type`, but no property `gone`; remove it, or add the property",
        ),
        (r#"{"@odata.type":5}"#, "`additional` holds `@odata.type` without the name of a type; write it as a string"),
        (
            r##"{"@odata.type":"#"}"##,
            "`additional` holds `@odata.type` without the name of a type; write it as a string",
        ),
        (
            r#"{"n@odata.type":5,"n":1}"#,
            "`additional` holds `n@odata.type` without the name of a type; write it as a string",
        ),
    ] {
        let item = item(more);
        let patch = ItemPatch::from_partial(ItemPartial { more: item.more.clone(), ..ItemPartial::default() });
        let mut errors = vec![
            Item::collection().create(&item).to_http(BASE).unwrap_err(),
            Item::at("1").update(patch).to_http(BASE).unwrap_err(),
        ];
        // A body may bind what its type does not name.
        if !more.contains("kids") {
            let owner = Owner { additional: item.more.clone(), ..Owner::default() };
            let nested = Item { owner: Some(owner), more: Map::new(), ..item };
            errors.push(Item::collection().create(&nested).to_http(BASE).unwrap_err());
        }
        for error in errors {
            assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Encode, why), "{more}");
        }
    }
}

#[test]
fn a_relationship_that_the_type_does_not_name_is_bound_once() {
    let patch = OwnerPatch::new().additional("boss@odata.bind", "users/1");
    let body = r##"{"@odata.type":"#test.owner","boss@odata.bind":"users/1"}"##;
    assert_eq!(write(&patch), body);
    assert_eq!(write(&read::<OwnerPatch>(body)), body);
}

#[test]
fn a_key_of_a_dictionary_is_no_annotation() {
    let mut item = item("{}");
    item.labels.insert("a@b".into(), 1);
    let error = serde_json::to_string(&item).unwrap_err();
    assert_eq!(error.to_string(), "a dictionary holds the key `a@b`, which would be read as an annotation; remove it");
}

#[test]
fn the_type_of_a_property_stands_before_it() {
    let item = item(r##"{"n":1,"n@odata.type":"#Int64"}"##);
    let expected = r##"{"id":"1","labels":{},"n@odata.type":"#Int64","n":1}"##;
    assert_eq!(write(&item), expected);
    assert_eq!(read::<Item>(expected), item);
    assert_eq!(body_of(&Item::collection().create(&item)), expected);
    // That of a declared property too, which a patch may have to name.
    let patch = ItemPatch::new().choices(vec!["a".into()]).more("choices@odata.type", "Collection(Edm.String)");
    let body = r#"{"choices@odata.type":"Collection(Edm.String)","choices":["a"]}"#;
    assert_eq!(write(&patch), body);
    assert_eq!(write(&read::<ItemPatch>(body)), body);
}

#[test]
fn the_type_of_a_null_goes_with_it() {
    let text = r##"{"id":"1","labels":{},"n@odata.type":"#Int64","n":null,"m@odata.type":"#Int64","m":7}"##;
    let fetched = Item::at("1").get().parse(answer(200, text)).unwrap().into_inner();
    assert_eq!(fetched.more, object(r##"{"m@odata.type":"#Int64","m":7}"##));
    let mut merged = fetched.clone();
    merged.merge(Item::at("1").get().select(Item::props().id).parse(answer(200, text)).unwrap().into_inner());
    assert_eq!(merged, fetched);
    let gone = r#"{"id":"1","m":null}"#;
    merged.merge(Item::at("1").get().select(Item::props().id).parse(answer(200, gone)).unwrap().into_inner());
    assert_eq!(merged.more, Map::new());
    // A patch that removes a property removes its type, and one that sets it anew says nothing of the old type.
    let owner = |more: &str| Owner { additional: object(more), ..Owner::default() };
    let typed = owner(r##"{"n":1,"n@odata.type":"#Int64"}"##);
    let (mut in_a_row, mut at_once) = (typed.clone(), typed.clone());
    let (removed, set) = (OwnerPatch::new().clear_additional("n"), OwnerPatch::new().additional("n", "x"));
    for patch in [removed.clone(), set.clone()] {
        graph_resource::GraphComplex::apply(&mut in_a_row, patch);
    }
    let mut composed = removed;
    composed.merge(set);
    graph_resource::GraphComplex::apply(&mut at_once, composed);
    assert_eq!(in_a_row, owner(r#"{"n":"x"}"#));
    assert_eq!(at_once, in_a_row);
}

#[test]
fn a_property_is_sent_with_a_type_that_changed() {
    let owner = |more: &str| Owner { additional: object(more), ..Owner::default() };
    let old = owner(r##"{"n":1,"n@odata.type":"#Int32"}"##);
    let sent = |new: &Owner| serde_json::to_value(GraphComplex::diff(&old, new)).unwrap();
    let typed = json!({ "@odata.type": "#test.owner", "n@odata.type": "#Int64", "n": 1 });
    assert_eq!(sent(&owner(r##"{"n":1,"n@odata.type":"#Int64"}"##)), typed);
    assert_eq!(sent(&owner(r#"{"n":1}"#)), json!({ "@odata.type": "#test.owner", "n": 1 }));
}

#[test]
fn control_information_that_is_null_is_none() {
    let fetched =
        Item::at("1").get().parse(answer(200, r#"{"@odata.type":null,"@odata.etag":null,"id":"1"}"#)).unwrap();
    assert_eq!((fetched.etag(), fetched.more.len()), (None, 0));
}

#[test]
fn a_body_tells_the_service_what_no_property_does() {
    let behaviour = "@microsoft.graph.conflictBehavior";
    let patch = ItemPatch::new().choices(vec!["a".into()]).more(behaviour, "replace");
    let body = r#"{"choices":["a"],"@microsoft.graph.conflictBehavior":"replace"}"#;
    assert_eq!(write(&patch), body);
    assert_eq!(write(&read::<ItemPatch>(body)), body);
    assert_eq!(body_of(&Item::at("1").update(patch)), body);
    // In a creation, and in a value inside it.
    let mut item = item(r#"{"@microsoft.graph.conflictBehavior":"rename"}"#);
    let created = r#"{"id":"1","labels":{},"@microsoft.graph.conflictBehavior":"rename"}"#;
    assert_eq!(body_of(&Item::collection().create(&item)), created);
    item.owner = Some(Owner { additional: core::mem::take(&mut item.more), ..Owner::default() });
    assert!(body_of(&Item::collection().create(&item)).contains(r#""@microsoft.graph.conflictBehavior":"rename"}"#));
    // An answer repeats none, and what is written for oneself could not be read again.
    let fetched = Item::at("1").get().parse(answer(200, created)).unwrap().into_inner();
    assert_eq!(fetched.more, Map::new());
    let error = serde_json::to_string(&item).unwrap_err().to_string();
    assert_eq!(error, format!("`additional` holds `{behaviour}`, an annotation that is not read again; remove it"));
    // To forget it is no change.
    let before = Item { more: object(r#"{"@microsoft.graph.conflictBehavior":"rename","n":1}"#), ..fetched.clone() };
    assert_eq!(write(&before.diff(&fetched)), r#"{"n":null}"#);
    assert_eq!(write(&fetched.diff(&before)), r#"{"@microsoft.graph.conflictBehavior":"rename","n":1}"#);
}
