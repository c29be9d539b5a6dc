//! The laws of merging, for every shape of type, with random values and patches.

use std::collections::BTreeMap;

use graph_resource::resource::At;
use graph_resource::{FlagSet, GraphPatch, GraphResource};
use graph_resource_tests::shapes::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::strategies::*;
use crate::support::{BASE, Service, patched, read, without, without_nulls, write};

/// What the types under test call the properties that no patch changes.
const FIXED: &[&str] = &["id", "stamp", "origin", "region", "founded", "@odata.etag"];
/// What the types under test call the properties that no answer shows.
const HIDDEN: &[&str] = &["secret", "code"];
/// Members of these are merged one by one: a service that replaces complex values whole would lose the others.
const MERGED: &[&str] = &[
    "work",
    "yard",
    "lenient",
    "editor",
    "merged",
    "side",
    "pin",
    "right",
    "bridge",
    "relay",
    "otherAgent",
    "backup",
    "weights",
    "assignments",
    "checklist",
    "categories",
    "labels",
    "nested",
];

/// 256 cases; `PROPTEST_CASES` asks for more.
pub(crate) fn run<S: Strategy>(strategy: S, law: impl Fn(S::Value)) {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    runner
        .run(&strategy, |value| {
            law(value);
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

/// By way of the text: `to_value` turns single precision into double.
fn json<T: Serialize>(value: &T) -> Value {
    unsigned(read(&write(value)))
}

/// The same with zeros that are not negative: they are equal, and so no change, and a tree may keep the sign.
fn unsigned(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() && number.as_f64() == Some(0.0) => 0.0.into(),
        Value::Array(items) => items.into_iter().map(unsigned).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, unsigned(value))).collect(),
        value => value,
    }
}

/// The local form of the part that patches may change.
pub(crate) fn writable<T: Serialize>(value: &T) -> Value {
    without(&json(value), FIXED)
}

pub(crate) trait Tested:
    GraphResource<Patch: Serialize + DeserializeOwned, Partial: Serialize + DeserializeOwned>
where
    Self: Serialize + DeserializeOwned,
{
}

impl<R> Tested for R
where
    R: GraphResource + Serialize + DeserializeOwned,
    R::Patch: Serialize + DeserializeOwned,
    R::Partial: Serialize + DeserializeOwned,
{
}

fn applied<R: GraphResource>(resource: &R, patch: &R::Patch) -> R {
    let mut resource = resource.clone();
    resource.apply(patch.clone());
    resource
}

fn merged<P: GraphPatch>(one: &P, other: &P) -> P {
    let mut merged = one.clone();
    merged.merge(other.clone());
    merged
}

pub(crate) fn a_difference_leads_from_one_to_the_other<R: Tested>((a, b): (R, R)) {
    let patch = a.diff(&b);
    let reached = applied(&a, &patch);
    assert_eq!(remembering(&writable(&reached), &writable(&b)), writable(&b));
    assert_eq!(reached.diff(&b), R::Patch::default(), "nothing is left to say");
    assert!(a.diff(&a).is_empty() && b.diff(&b).is_empty());
    assert_eq!(applied(&a, &R::Patch::default()), a);
}

/// What was reached, without the write-only members that were forgotten: to forget one is no change of it.
fn remembering(reached: &Value, wanted: &Value) -> Value {
    match (reached, wanted) {
        (Value::Object(reached), Value::Object(wanted)) => {
            let is_forgotten = |name: &str| HIDDEN.contains(&name) && !wanted.contains_key(name);
            let kept = reached.iter().filter(|(name, _)| !is_forgotten(name));
            kept.map(|(name, value)| (name.clone(), remembering(value, wanted.get(name).unwrap_or(&Value::Null))))
                .collect()
        }
        (Value::Array(reached), Value::Array(wanted)) if reached.len() == wanted.len() => {
            reached.iter().zip(wanted).map(|(reached, wanted)| remembering(reached, wanted)).collect()
        }
        (reached, _) => reached.clone(),
    }
}

pub(crate) fn a_difference_leads_services_there_too<R: Tested>((a, b): (R, R)) {
    let patch = a.diff(&b);
    if patch.is_empty() {
        return;
    }
    let request = At::<R>::new(&[&"key"]).update(patch).to_http(BASE).unwrap();
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    // What is forgotten stays with a service that merges, and is gone with one that replaces.
    let ignored = [FIXED, HIDDEN].concat();
    let seen = |state: &Value, more: &[&str]| without(&without_nulls(state), &[&ignored, more].concat());
    let reached = patched(&json(&a), &body, Service::Merges);
    assert_eq!(seen(&reached, &[]), seen(&json(&b), &[]), "a merging service, told {body}");
    let reached = patched(&json(&a), &body, Service::Replaces);
    assert_eq!(seen(&reached, MERGED), seen(&json(&b), MERGED), "a replacing service, told {body}");
    assert_eq!(without(&body, FIXED), body, "what no patch changes is in no body");
}

pub(crate) fn composing_is_associative_and_is_applying_in_a_row<R: Tested>(
    (a, p, q, r): (R, R::Patch, R::Patch, R::Patch),
) {
    let left = merged(&merged(&p, &q), &r);
    let right = merged(&p, &merged(&q, &r));
    assert_eq!(write(&left), write(&right));
    assert_eq!(writable(&applied(&a, &left)), writable(&applied(&a, &right)));
    let in_a_row = applied(&applied(&a, &p), &q);
    assert_eq!(writable(&applied(&a, &merged(&p, &q))), writable(&in_a_row));
    let none = R::Patch::default();
    assert_eq!(merged(&none, &p), p);
    assert_eq!(merged(&p, &none), p);
}

/// What of the above holds to the last member where nested values have no read-only members.
pub(crate) fn composing_is_exact<R: Tested>((a, p, q, r): (R, R::Patch, R::Patch, R::Patch)) {
    assert_eq!(merged(&merged(&p, &q), &r), merged(&p, &merged(&q, &r)));
    assert_eq!(applied(&a, &merged(&p, &q)), applied(&applied(&a, &p), &q));
}

pub(crate) fn what_is_written_is_read_again<R: Tested>((a, p, leave_out): (R, R::Patch, Vec<bool>)) {
    let written = write(&a);
    let again: R = read(&written);
    assert_eq!(again, a, "{written}");
    assert_eq!(write(&again), written);
    // A partial that says some of it, and one that says what a patch says.
    let members: BTreeMap<String, Value> = read(&written);
    let mut leave_out = leave_out.into_iter().cycle();
    let some: BTreeMap<_, _> = members.into_iter().filter(|_| leave_out.next().unwrap_or_default()).collect();
    for text in [written, write(&some), write(&p)] {
        let partial: R::Partial = read(&text);
        let again: R::Partial = read(&write(&partial));
        assert_eq!(again, partial, "{text}");
    }
    let patch = write(&p);
    assert_eq!(write(&read::<R::Patch>(&patch)), patch);
    let request = (!p.is_empty()).then(|| At::<R>::new(&[&"key"]).update(p).to_http(BASE).unwrap());
    assert!(request.is_none_or(|request| *request.body() == patch));
}

/// An answer that says all of `b` leads from anything to `b`, but for what no answer shows.
pub(crate) fn a_whole_answer_is_the_new_state<R: Tested>((a, b): (R, R)) {
    let mut merged = a.clone();
    // A whole partial may be read of the local form: members that are null are absent there, so they are stated.
    let stated = stated(&json(&a), &json(&b));
    merged.merge(serde_json::from_value(stated).unwrap());
    let shown = |resource: &R| {
        let mut shown = without(&json(resource), HIDDEN);
        // No entity changes its type, so that an answer of another type says nothing of it.
        shown.as_object_mut().unwrap().remove("@odata.type");
        shown
    };
    assert_eq!(shown(&merged), shown(&b));
    let mut same = b.clone();
    same.merge(serde_json::from_value(json(&b)).unwrap());
    assert_eq!(same, b, "an answer that says what is known changes nothing");
}

/// `new` as an answer that names with null what `old` has and it has not.
fn stated(old: &Value, new: &Value) -> Value {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let mut all: serde_json::Map<_, _> = new
                .iter()
                .map(|(name, value)| (name.clone(), stated(old.get(name).unwrap_or(&Value::Null), value)))
                .collect();
            for name in old.keys().filter(|name| !name.starts_with('@') || *name == "@odata.etag") {
                all.entry(name.clone()).or_insert(Value::Null);
            }
            Value::Object(all)
        }
        (_, new) => new.clone(),
    }
}

macro_rules! laws {
    ($($shape:ident: $value:expr, $patch:expr;)*) => {$(
        mod $shape {
            use super::*;

            #[test]
            fn a_difference_leads_from_one_to_the_other() {
                run(($value, $value), super::a_difference_leads_from_one_to_the_other);
            }

            #[test]
            fn a_difference_leads_services_there_too() {
                run(($value, $value), super::a_difference_leads_services_there_too);
            }

            #[test]
            fn composing_is_associative_and_is_applying_in_a_row() {
                run(($value, $patch, $patch, $patch), super::composing_is_associative_and_is_applying_in_a_row);
            }

            #[test]
            fn what_is_written_is_read_again() {
                let leave_out = prop::collection::vec(any::<bool>(), 1..6);
                run(($value, $patch, leave_out), super::what_is_written_is_read_again);
            }

            #[test]
            fn a_whole_answer_is_the_new_state() {
                run(($value, $value), super::a_whole_answer_is_the_new_state);
            }
        }
    )*};
}

for_each_shape!(laws);

#[test]
fn composing_flat_patches_is_exact() {
    run((flat(), flat_patch(), flat_patch(), flat_patch()), composing_is_exact::<Flat>);
}

#[test]
fn composing_open_patches_is_exact() {
    run((folder(), folder_patch(), folder_patch(), folder_patch()), composing_is_exact::<Folder>);
}

/// What a value had under a name, and the type of it, goes before another value comes under that name.
#[test]
fn a_member_that_comes_back_in_a_replaced_value_has_no_type_of_before() {
    let p = FolderPatch::new().owner(Owner::default());
    let q = FolderPatch::new().owner(OwnerPatch::new().clear_additional("dynB"));
    let r = FolderPatch::new().owner(OwnerPatch::new().additional("dynB", 0));
    let whole = merged(&merged(&p, &q), &r);
    assert_eq!(whole, merged(&p, &merged(&q, &r)));
    let owner = r##"{"@odata.type":"#test.owner","name":null,"badge":null,"dynB":0}"##;
    assert_eq!(write(&whole), format!(r##"{{"@odata.type":"#test.folder","owner":{owner}}}"##));
}

#[test]
fn composing_recursive_patches_is_exact() {
    run((tree(), tree_patch(), tree_patch(), tree_patch()), composing_is_exact::<Tree>);
}

#[test]
fn a_generic_resource_of_numbers_keeps_the_laws() {
    let number = any::<i64>().boxed();
    run((holder(&number), holder(&number)), |pair: (Holder<i64>, Holder<i64>)| {
        a_difference_leads_from_one_to_the_other(pair.clone());
        a_difference_leads_services_there_too(pair.clone());
        a_whole_answer_is_the_new_state(pair);
    });
}

#[test]
fn a_generic_resource_of_flags_keeps_the_laws() {
    run((holder(&flags()), holder(&flags()), any::<bool>()), |(a, b, leave_out): (Holder<FlagSet<Kind>>, _, _)| {
        let patch = a.diff(&b);
        what_is_written_is_read_again((a.clone(), patch, vec![leave_out, true]));
        a_difference_leads_from_one_to_the_other((a.clone(), b.clone()));
        a_difference_leads_services_there_too((a.clone(), b.clone()));
        a_whole_answer_is_the_new_state((a, b));
    });
}
