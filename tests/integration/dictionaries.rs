//! Dictionaries with values of one type: patched, compared and answered entry by entry.

use std::collections::BTreeMap;

use graph_resource::{DictionaryPatch, GraphResource};
use graph_resource_tests::shapes::*;

use crate::support::{answer, body_of, read, write};

fn plan(json: &str) -> Plan {
    read(json)
}

#[test]
fn a_difference_names_the_entries_that_changed_and_those_that_are_gone() {
    let old = plan(
        r#"{"id":"1","assignments":{"ada":{"orderHint":"1"},"bob":{"orderHint":"2"},"cleo":{}},"categories":{"red":true}}"#,
    );
    let mut new = old.clone();
    new.assignments.remove("ada");
    new.assignments.entry("bob".into()).and_modify(|bob| bob.order_hint = None);
    new.assignments.insert("dora".into(), Assignment { order_hint: Some(" !".into()), region: Some("x".into()) });
    new.categories = None;
    let patch = old.diff(&new);
    assert_eq!(
        write(&patch),
        r##"{"assignments":{"ada":null,"bob":{"@odata.type":"#test.assignment","orderHint":null},"dora":{"@odata.type":"#test.assignment","orderHint":" !"}},"categories":null}"##
    );
    let mut applied = old.clone();
    applied.apply(patch);
    assert_eq!(applied, new);
    assert!(new.diff(&new).is_empty());
}

#[test]
fn a_patch_sets_changes_and_removes_entries() {
    let mut plan = plan(r#"{"id":"1","assignments":{"ada":{"orderHint":"1","region":"r"}}}"#);
    let entries = DictionaryPatch::new()
        .set("ada", AssignmentPatch::new().order_hint("2"))
        .set("bob", Assignment::default())
        .remove("nobody");
    let patch = PlanPatch::new().assignments(entries).labels(DictionaryPatch::new().set("a", vec![1, 2]).remove("b"));
    assert_eq!(
        body_of(&Plan::at("1").update(patch.clone())),
        r##"{"assignments":{"ada":{"@odata.type":"#test.assignment","orderHint":"2"},"bob":{"@odata.type":"#test.assignment","orderHint":null},"nobody":null},"labels":{"a":[1,2],"b":null}}"##
    );
    plan.apply(patch);
    assert_eq!(
        write(&plan),
        r##"{"id":"1","assignments":{"ada":{"@odata.type":"#test.assignment","orderHint":"2","region":"r"},"bob":{"@odata.type":"#test.assignment"}},"labels":{"a":[1,2]}}"##
    );
    assert_eq!(
        body_of(&Plan::collection().create(&plan)),
        r##"{"id":"1","assignments":{"ada":{"@odata.type":"#test.assignment","orderHint":"2"},"bob":{"@odata.type":"#test.assignment"}},"labels":{"a":[1,2]}}"##
    );
}

#[test]
fn an_answer_states_all_entries() {
    let mut plan = plan(r#"{"id":"1","assignments":{"ada":{"orderHint":"1"},"bob":{}},"labels":{"x":[1]}}"#);
    let body = r##"{"@odata.context":"c","assignments":{"@odata.type":"#x","ada":{"region":"r"},"ada@odata.type":"#y","gone":null,"cleo":{}}}"##;
    plan.merge(read(body));
    assert_eq!(
        plan.assignments.keys().map(String::as_str).collect::<Vec<_>>(),
        ["ada", "cleo"],
        "an entry that the service no longer shows is gone, and an annotation is no entry"
    );
    assert_eq!(plan.assignments["ada"].order_hint.as_deref(), Some("1"), "declared members that are not named stay");
    assert_eq!(plan.labels, Some(BTreeMap::from([("x".to_owned(), vec![1])])));
}

#[test]
fn what_is_wrong_in_an_entry_is_told_with_its_path() {
    for (body, path, said) in [
        (r#"{"id":"1","assignments":{"ada":{"orderHint":1}}}"#, "assignments.ada.orderHint", "`orderHint`"),
        (r#"{"id":"1","assignments":{"ada":{},"ada":{}}}"#, "assignments.ada", "twice"),
        (r#"{"id":"1","assignments":[]}"#, "assignments", "an object for property `assignments`"),
        (r#"{"id":"1","assignments":null}"#, "assignments", "an object for property `assignments`"),
        (r#"{"id":"1","assignments":{},"checklist":{"x":{"note":"n"}}}"#, "checklist.x.level", "`checklist.x.level`"),
    ] {
        let error = Plan::at("1").get().parse(answer(200, body)).unwrap_err();
        assert_eq!(error.path(), Some(path), "{error}");
        assert!(error.message().contains(said), "{error}");
    }
    let error = serde_json::from_str::<PlanPatch>(r#"{"assignments":{"ada":{"region":"x"}}}"#).unwrap_err();
    assert!(error.to_string().starts_with("property `region` is read-only"), "{error}");
}
