//! Differences of values that are nested in each other: how often their members are compared, and what is named as removed.

use std::cell::Cell;
use std::collections::BTreeMap;

use graph_resource::codec::ReadContext;
use graph_resource::codec::WriteForm;
use graph_resource::codec::{ApplyMode, Completion, DiffScope};
use graph_resource::codec::{Codec, GraphValue, ItemCodec, Out, ScalarCodec, ScalarValue};
use graph_resource::{GraphComplex, GraphResource, GraphUnion};
use graph_resource_tests::shapes::Owner;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::support::{read, write};

thread_local! {
    static COMPARISONS: Cell<usize> = const { Cell::new(0) };
}

/// A number that counts how often it is compared.
#[derive(Clone, Debug, Default)]
struct Counted(i64);

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        COMPARISONS.set(COMPARISONS.get() + 1);
        self.0 == other.0
    }
}

impl ScalarValue for Counted {
    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext<'_>) -> Result<Self, D::Error> {
        i64::deserialize(from).map(Self)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl GraphValue for Counted {
    type Codec = ScalarCodec<Self>;
}

fn comparisons<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = COMPARISONS.get();
    let made = work();
    (COMPARISONS.get() - before, made)
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/shafts/<id>")]
struct Shaft {
    id: String,
    whole: Option<Level>,
    #[graph_resource(merge)]
    members: Option<Floor>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Level {
    number: Counted,
    below: Option<Box<Level>>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Floor {
    number: Counted,
    #[graph_resource(merge)]
    below: Option<Box<Floor>>,
}

/// Values nested to this depth, the innermost with this number.
fn shaft(depth: usize, innermost: i64) -> Shaft {
    let nested =
        format!("{}{{\"number\":{innermost}}}{}", r#"{"number":0,"below":"#.repeat(depth - 1), "}".repeat(depth - 1));
    read(&format!(r#"{{"id":"1","whole":{nested},"members":{nested}}}"#))
}

#[test]
fn members_are_compared_as_often_however_deep_they_are() {
    for depth in [1, 2, 30] {
        let old = shaft(depth, 1);
        let (count, patch) = comparisons(|| old.diff(&old));
        assert_eq!((count, patch.is_empty()), (2 * depth, true), "once each");

        let new = Shaft { whole: old.whole.clone(), ..shaft(depth, 2) };
        let (count, patch) = comparisons(|| old.diff(&new));
        assert_eq!(count, 2 * depth, "once each, the changed ones too");
        let mut applied = old.clone();
        assert_eq!(comparisons(|| applied.apply(patch)).0, 0);
        assert_eq!(applied, new);

        let new = Shaft { members: old.members.clone(), ..shaft(depth, 2) };
        let (count, patch) = comparisons(|| old.diff(&new));
        assert_eq!(count, 3 * depth, "those of a value that is replaced once more: may a patch change what differs?");
        let mut applied = old.clone();
        assert_eq!(comparisons(|| applied.apply(patch)).0, 0);
        assert_eq!(applied, new);
    }
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/chests/<id>")]
struct Chest {
    id: String,
    drawer: Option<Drawer>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Drawer {
    owner: Option<Owner>,
    #[graph_resource(merge)]
    editor: Option<Owner>,
    keepers: BTreeMap<String, Owner>,
    holder: Option<Holder>,
    owners: Vec<Owner>,
    #[graph_resource(read_only)]
    maker: Option<Owner>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Holder {
    #[graph_resource(odata_type = "test.owner")]
    Owner(Owner),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A drawer with the same owner everywhere.
fn chest(members: &str) -> Chest {
    let owner = format!("{{{members}}}");
    let holder = format!(r##"{{"@odata.type":"#test.owner",{members}}}"##);
    let single = format!(r#""owner":{owner},"editor":{owner},"maker":{owner},"holder":{holder}"#);
    read(&format!(r#"{{"id":"1","drawer":{{{single},"keepers":{{"a":{owner}}},"owners":[{owner}]}}}}"#))
}

#[test]
fn a_replaced_value_names_the_members_to_remove_wherever_they_are() {
    let (old, new) = (chest(r#""gone":1,"badge":{"lost":1,"kept":2}"#), chest(r#""badge":{"kept":2}"#));
    let owner = r##"{"@odata.type":"#test.owner","name":null,"badge":{"@odata.type":"#test.badge","number":null,"kept":2,"lost":null},"gone":null}"##;
    let single = format!(r#""owner":{owner},"editor":{owner},"keepers":{{"a":{owner}}},"holder":{owner}"#);
    // A collection is replaced, and with it what is in its items.
    let item = r##"{"@odata.type":"#test.owner","badge":{"@odata.type":"#test.badge","kept":2}}"##;
    assert_eq!(write(&old.diff(&new)), format!(r#"{{"drawer":{{{single},"owners":[{item}]}}}}"#));
}

#[test]
fn what_no_patch_may_change_makes_no_difference_in_a_replaced_value() {
    let old = chest(r#""name":"a""#);
    let mut new = old.clone();
    let Some(Drawer { maker: Some(maker), .. }) = &mut new.drawer else { panic!("there is one") };
    maker.additional.insert("new".into(), Value::Null);
    assert!(old.diff(&new).is_empty());
    assert!(new.diff(&old).is_empty());
}

/// A number with a codec of its own, which asks what it is to say, or does not.
#[derive(Clone, Debug, PartialEq)]
struct Own<const ASKS: bool>(i64);

struct OwnCodec<const ASKS: bool>;

impl<const ASKS: bool> GraphValue for Own<ASKS> {
    type Codec = OwnCodec<ASKS>;
}

impl<const ASKS: bool> Codec for OwnCodec<ASKS> {
    type Value = Own<ASKS>;
    type State = Own<ASKS>;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Own<ASKS>>,
    ) -> Result<(), D::Error> {
        Self::read_state_into(from, cx, out)
    }

    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Own<ASKS>>>(
        from: D,
        _: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        out.fill(i64::deserialize(from).map(Own)?);
        Ok(())
    }

    fn write<S: Serializer>(value: &Own<ASKS>, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        value.0.serialize(to)
    }

    fn write_state<S: Serializer>(state: &Own<ASKS>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        Self::write(state, form, to)
    }

    fn complete(state: Own<ASKS>, _: &mut Completion) -> Option<Own<ASKS>> {
        Some(state)
    }

    fn whole(value: &Own<ASKS>) -> Own<ASKS> {
        value.clone()
    }

    fn diff(old: &Own<ASKS>, new: &Own<ASKS>, scope: DiffScope<'_>) -> Option<Own<ASKS>> {
        let differs = if ASKS { scope.says(|| old != new) } else { old != new };
        differs.then(|| new.clone())
    }

    fn apply(value: &mut Own<ASKS>, state: Own<ASKS>, _: ApplyMode) {
        *value = state;
    }

    fn start(state: Own<ASKS>, _: ApplyMode) -> Option<Own<ASKS>> {
        Some(state)
    }

    fn merge(state: &mut Own<ASKS>, later: Own<ASKS>) {
        *state = later;
    }

    fn merge_onto_null(later: Own<ASKS>) -> Option<Own<ASKS>> {
        Some(later)
    }
}

impl<const ASKS: bool> ItemCodec for OwnCodec<ASKS> {
    type Item = Own<ASKS>;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Own<ASKS>>,
    ) -> Result<(), D::Error> {
        Self::read_into(from, cx, out)
    }

    fn write_item<S: Serializer>(item: &Own<ASKS>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        Self::write(item, form, to)
    }

    fn complete_item(item: Own<ASKS>, _: &mut Completion) -> Option<Own<ASKS>> {
        Some(item)
    }

    fn item(value: Own<ASKS>) -> Own<ASKS> {
        value
    }
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/gauges/<id>")]
struct Gauge {
    id: String,
    asking: Option<Reading<true>>,
    careless: Option<Reading<false>>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Reading<const ASKS: bool> {
    number: Own<ASKS>,
    numbers: Option<BTreeMap<String, Own<ASKS>>>,
}

#[test]
fn a_difference_that_a_codec_of_ones_own_sees_is_sent() {
    let gauge = |one: i64, other: i64| -> Gauge {
        let reading = format!(r#"{{"number":{one},"numbers":{{"a":{other}}}}}"#);
        read(&format!(r#"{{"id":"1","asking":{reading},"careless":{reading}}}"#))
    };
    let old = gauge(1, 1);
    assert!(old.diff(&old).is_empty());
    for (one, other) in [(2, 1), (1, 2)] {
        let reading = format!(r#"{{"number":{one},"numbers":{{"a":{other}}}}}"#);
        let body = format!(r#"{{"asking":{reading},"careless":{reading}}}"#);
        assert_eq!(write(&old.diff(&gauge(one, other))), body);
    }
}
