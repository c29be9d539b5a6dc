//! Merging one's own changes into somebody else's: against a merge of plain JSON, which knows nothing of the library.

use std::collections::BTreeSet;

use graph_resource::{GraphComplex, GraphPatch, GraphResource, Merge, Resolve};
use graph_resource_tests::inherited::Setting;
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::laws::{Tested, run, writable};
use crate::strategies::*;
use crate::support::{read, without, without_nulls, write};

/// Fields that are marked `merge`: each member is a value of its own.
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
];
/// Dictionaries: each entry is a value of its own, and so is each member of an entry.
const DICTIONARIES: &[&str] = &["weights", "assignments", "checklist", "categories", "labels", "nested"];
/// Unions: a value of another type is another value.
const UNIONS: &[&str] = &["bridge", "relay", "otherAgent", "backup"];
/// What no answer shows is tried for itself, below.
const HIDDEN: &[&str] = &["secret", "code"];
const TYPE: &str = "@odata.type";

/// A merge of plain JSON.
struct Plain {
    takes_mine: bool,
    conflicts: BTreeSet<String>,
}

/// A member, and the annotation of its type.
type Said<'v> = (Option<&'v Value>, Option<&'v Value>);

fn said<'v>(object: &'v Map<String, Value>, name: &str) -> Said<'v> {
    // A property without a name has no type: that would be the object's own.
    (object.get(name), object.get(&format!("{name}{TYPE}")).filter(|_| !name.is_empty()))
}

fn are_of_one_type(objects: [&Map<String, Value>; 3]) -> bool {
    objects.iter().all(|object| object.get(TYPE) == objects[0].get(TYPE))
}

impl Plain {
    fn objects(
        &mut self,
        [base, theirs, mine]: [&Map<String, Value>; 3],
        path: &str,
        is_dictionary: bool,
    ) -> Map<String, Value> {
        let names = [base, theirs, mine].into_iter().flat_map(Map::keys);
        let names = names.map(|name| name.strip_suffix(TYPE).filter(|name| !name.is_empty()).unwrap_or(name));
        let mut merged = Map::new();
        for name in names.collect::<BTreeSet<_>>() {
            let versions = [base, theirs, mine].map(|object| said(object, name));
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let is_nested = is_dictionary || MERGED.contains(&name) || DICTIONARIES.contains(&name);
            let (value, own_type) = match versions.map(|(value, _)| value.and_then(Value::as_object)) {
                [Some(base), Some(theirs), Some(mine)]
                    if is_nested && (!UNIONS.contains(&name) || are_of_one_type([base, theirs, mine])) =>
                {
                    let value = self.objects([base, theirs, mine], &path, DICTIONARIES.contains(&name));
                    (Some(value.into()), None)
                }
                _ => self.one(versions, path),
            };
            merged.extend(value.map(|value| (name.to_owned(), value)));
            merged.extend(own_type.map(|value| (format!("{name}{TYPE}"), value)));
        }
        merged
    }

    fn one(&mut self, [base, theirs, mine]: [Said<'_>; 3], path: String) -> (Option<Value>, Option<Value>) {
        let is_contested = mine != base && theirs != base && mine != theirs;
        if is_contested {
            self.conflicts.insert(path);
        }
        let (value, own_type) = if mine == base || (is_contested && !self.takes_mine) { theirs } else { mine };
        (value.cloned(), own_type.cloned())
    }
}

/// The part that patches may change, without what is null. Of the items of a collection, all counts.
fn plain<R: Tested>(resource: &R) -> Map<String, Value> {
    let all: Value = read(&write(resource));
    let writable = writable(&without_nulls(&all));
    with_items(&writable, &without_nulls(&all)).as_object().unwrap().clone()
}

/// Without the annotations of types whose property is null or gone: they say nothing.
fn without_lone_types(object: Map<String, Value>) -> Map<String, Value> {
    let lone = |name: &str| name.strip_suffix(TYPE).is_some_and(|of| !of.is_empty() && !object.contains_key(of));
    let lone: Vec<_> = object.keys().filter(|name| lone(name)).cloned().collect();
    let kept = object.into_iter().filter(|(name, _)| !lone.contains(name));
    kept.map(|(name, value)| match value {
        Value::Object(inner) => (name, without_lone_types(inner).into()),
        value => (name, value),
    })
    .collect()
}

/// `all`, with the members that `writable` has.
fn with_items(writable: &Value, all: &Value) -> Value {
    match (writable, all) {
        (Value::Object(writable), Value::Object(all)) => {
            writable.iter().map(|(name, value)| (name.clone(), with_items(value, &all[name]))).collect()
        }
        (_, all) => all.clone(),
    }
}

fn shown<R: Tested>(resource: &R) -> R {
    read(&without(&read(&write(resource)), HIDDEN).to_string())
}

fn applied<R: GraphResource>(resource: &R, patch: R::Patch) -> R {
    let mut resource = resource.clone();
    resource.apply(patch);
    resource
}

fn names<R: GraphResource>(merge: &Merge<'_, R>) -> BTreeSet<String> {
    merge.conflicts.iter().map(|conflict| conflict.name().to_owned()).collect()
}

fn a_merge_is_the_merge_of_the_json<R: Tested>((base, theirs, mine): (R, R, R)) {
    let [base, theirs, mine] = [&base, &theirs, &mine].map(shown);
    let objects = [&base, &theirs, &mine].map(plain);
    for takes_mine in [true, false] {
        let mut oracle = Plain { takes_mine, conflicts: BTreeSet::new() };
        let expected = oracle.objects(objects.each_ref(), "", false);
        let merge = R::merge3(&base, &theirs, &mine);
        assert_eq!(names(&merge), oracle.conflicts);
        let merge = if takes_mine { merge } else { merge.resolve(|_| Resolve::Theirs) };
        assert_eq!(merge.conflicts.is_empty(), !takes_mine || oracle.conflicts.is_empty());
        assert_eq!(without_lone_types(plain(&applied(&theirs, merge.patch))), without_lone_types(expected));
    }
    // Whoever merges, the conflicts are the same; without one, so is the outcome.
    let (one, other) = (R::merge3(&base, &theirs, &mine), R::merge3(&base, &mine, &theirs));
    assert_eq!(names(&one), names(&other));
    if one.conflicts.is_empty() {
        let outcomes = [applied(&theirs, one.patch), applied(&mine, other.patch)];
        let [one, other] = outcomes.each_ref().map(|outcome| without_lone_types(plain(outcome)));
        assert_eq!(one, other);
    }
}

fn a_merge_without_another_is_a_difference<R: Tested>((base, mine): (R, R)) {
    let alone = R::merge3(&base, &base, &mine);
    assert_eq!((alone.patch, alone.conflicts.len()), (base.diff(&mine), 0));
    for (theirs, mine) in [(&mine, &base), (&mine, &mine), (&base, &base)] {
        let merge = R::merge3(&base, theirs, mine);
        assert!(merge.patch.is_empty() && merge.conflicts.is_empty(), "{merge:?}");
    }
}

/// What each of two wrote onto the same version.
fn written<R: Tested + 'static>(
    value: BoxedStrategy<R>,
    patch: impl Strategy<Value = R::Patch> + Clone + 'static,
) -> BoxedStrategy<(R, R, R)> {
    (value, patch.clone(), patch)
        .prop_map(|(base, theirs, mine)| (base.clone(), applied(&base, theirs), applied(&base, mine)))
        .boxed()
}

macro_rules! laws {
    ($($shape:ident: $value:expr, $patch:expr;)*) => {$(
        mod $shape {
            use super::*;

            #[test]
            fn a_merge_is_the_merge_of_the_json() {
                run(written($value, $patch), super::a_merge_is_the_merge_of_the_json);
                run(($value, $value, $value), super::a_merge_is_the_merge_of_the_json);
            }

            #[test]
            fn a_merge_without_another_is_a_difference() {
                run(($value, $value), super::a_merge_without_another_is_a_difference);
            }
        }
    )*};
}

for_each_shape!(laws);

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/triples/<id>")]
struct Triple {
    id: String,
    number: Option<i32>,
    text: Option<String>,
    #[graph_resource(merge)]
    inner: Inner,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Inner {
    flag: Option<bool>,
}

/// One of 27: each of three properties null, or one of two values.
fn triple(index: usize) -> Triple {
    let states = [index % 3, index / 3 % 3, index / 9];
    let value = |property: usize| states[property].checked_sub(1);
    Triple {
        id: "1".into(),
        number: value(0).map(|state| i32::try_from(state).unwrap()),
        text: value(1).map(|state| state.to_string()),
        inner: Inner { flag: value(2).map(|state| state == 1) },
    }
}

#[test]
fn each_of_all_triples_is_merged() {
    let all: Vec<_> = (0..27).map(triple).collect();
    let conflicts = |base: &Triple, theirs: &Triple, mine: &Triple| {
        let is_contested = [
            base.number != theirs.number && base.number != mine.number && theirs.number != mine.number,
            base.text != theirs.text && base.text != mine.text && theirs.text != mine.text,
            base.inner != theirs.inner && base.inner != mine.inner && theirs.inner != mine.inner,
        ];
        let names = ["number", "text", "inner.flag"].into_iter().zip(is_contested);
        names.filter(|(_, is_contested)| *is_contested).map(|(name, _)| name).collect::<Vec<_>>()
    };
    for (base, theirs, mine) in all
        .iter()
        .flat_map(|base| all.iter().flat_map(move |theirs| (0..27).map(move |mine| (base, theirs, triple(mine)))))
    {
        let merge = Triple::merge3(base, theirs, &mine);
        let found: Vec<_> = merge.conflicts.iter().map(graph_resource::Conflict::name).collect();
        assert_eq!(found, conflicts(base, theirs, &mine));
        let merged = applied(theirs, merge.patch.clone());
        assert_eq!(merged.number, if mine.number == base.number { theirs.number } else { mine.number });
        assert_eq!(merged.text, if mine.text == base.text { theirs.text.clone() } else { mine.text.clone() });
        assert_eq!(merged.inner, if mine.inner == base.inner { theirs.inner.clone() } else { mine.inner.clone() });
        assert_eq!(merge.patch, theirs.diff(&merged), "nothing is said that is known");
    }
}

#[test]
fn a_conflict_shows_the_three_versions() {
    let (base, theirs, mine) = (triple(0), triple(1), triple(2));
    let merge = Triple::merge3(&base, &theirs, &mine);
    let conflict = &merge.conflicts[0];
    assert_eq!((conflict.name(), Triple::props().number.name()), ("number", "number"));
    assert_eq!(
        [conflict.base(), conflict.theirs(), conflict.mine()].map(|version| version.number),
        [None, Some(0), Some(1)]
    );
    assert_eq!(format!("{conflict:?}"), "Conflict(\"number\")", "no value is shown");
    assert_eq!(
        format!("{merge:?}"),
        "Merge { patch: TriplePatch { number: Value(1) }, conflicts: [Conflict(\"number\")], .. }",
        "of the resource, only what would be sent"
    );
}

#[test]
fn conflicts_are_decided_one_by_one() {
    let (base, theirs, mine) = (triple(0), triple(1 + 3 + 9), triple(2 + 6 + 18));
    let merge = Triple::merge3(&base, &theirs, &mine).resolve(|conflict| match conflict.name() {
        "number" => Resolve::Mine,
        "text" => Resolve::Theirs,
        _ => Resolve::Stop,
    });
    assert_eq!(write(&merge.patch), r#"{"number":1,"inner":{"flag":true}}"#);
    assert_eq!(names(&merge), BTreeSet::from(["inner.flag".to_owned()]));
}

#[test]
fn a_resource_of_another_type_is_another_value() {
    let plain = |name: &str| read::<Setting>(&format!(r#"{{"id":"1","displayName":"{name}","version":1}}"#));
    let (base, other) = (plain("a"), plain("b"));
    let pin: Setting =
        read(r##"{"@odata.type":"#test.pinSetting","id":"1","displayName":"a","version":1,"required":true}"##);
    let alone = Setting::merge3(&base, &base, &pin).resolve(|conflict| panic!("{conflict:?}"));
    assert_eq!(applied(&base, alone.patch), pin);
    for (theirs, mine) in [(&other, &pin), (&pin, &other)] {
        let merge = Setting::merge3(&base, theirs, mine);
        assert_eq!(names(&merge), BTreeSet::from([TYPE.to_owned()]));
        assert_eq!(&applied(theirs, merge.patch.clone()), mine);
        let merge = merge.resolve(|_| Resolve::Theirs);
        assert!(merge.patch.is_empty() && merge.conflicts.is_empty(), "{merge:?}");
    }
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/accounts/<id>")]
struct Account {
    id: String,
    name: Option<String>,
    #[graph_resource(write_only)]
    password: Option<String>,
    #[graph_resource(merge, write_only)]
    lock: Option<Inner>,
    #[graph_resource(read_only)]
    stamp: Option<String>,
}

#[test]
fn what_no_answer_shows_is_mine_where_i_changed_it() {
    let account = |name: &str, password: Option<&str>, stamp: &str| Account {
        id: "1".into(),
        name: Some(name.into()),
        password: password.map(str::to_owned),
        lock: password.map(|password| Inner { flag: Some(password == "new") }),
        stamp: Some(stamp.into()),
    };
    let (base, theirs) = (account("a", Some("old"), "1"), account("b", None, "2"));
    let unchanged = Account::merge3(&base, &theirs, &base);
    assert!(unchanged.patch.is_empty(), "{unchanged:?}");
    let mine = account("a", Some("new"), "3");
    let merge = Account::merge3(&base, &theirs, &mine);
    assert_eq!(write(&merge.patch), r#"{"password":"new","lock":{"flag":true}}"#, "whole: theirs may have none");
    assert_eq!(merge.conflicts.len(), 0);
}
