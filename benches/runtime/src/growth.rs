//! What grows: properties, participants, depth, patches.

use bench_report::Growth;
use graph_resource::{GraphComplex, GraphResource};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bodies::{Nulls, call_record};
use crate::tables::read::read;
use crate::tables::write::body;
use crate::{BY_HAND, OURS, hand, ours};

/// Types of many properties.
#[allow(clippy::struct_excessive_bools, reason = "made of numbers, to be large")]
pub mod wide {
    use graph_resource::DateTimeOffset;

    include!(concat!(env!("OUT_DIR"), "/wide_ours.rs"));
}

/// All of it.
pub(crate) fn all() -> Vec<Growth> {
    vec![properties(), participants(), depth(), changes_in_depth(), patch_size()]
}

/// A body of the first properties of a type of many, in this order.
fn wide_body(order: impl IntoIterator<Item = usize>) -> String {
    let property = |index: usize| match index % 4 {
        _ if index == 0 => r#""id":"e523d2ed-2966-4b6b-925b-754a88034cc5""#.to_owned(),
        1 => format!(r#""property{index}":"a value of some length""#),
        2 => format!(r#""property{index}":{}"#, index * 1000),
        3 => format!(r#""property{index}":true"#),
        _ => format!(r#""property{index}":"2020-02-25T18:52:46.7640013Z""#),
    };
    let properties: Vec<_> = order.into_iter().map(property).collect();
    format!("{{{}}}", properties.join(","))
}

/// An order that has nothing to do with the type's, the same in each run.
fn mixed(size: usize) -> Vec<usize> {
    let mut order: Vec<_> = (0..size).collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for last in (1..size).rev() {
        // xorshift, of Marsaglia.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(last, usize::try_from(state % (last as u64 + 1)).expect("below the size"));
    }
    order
}

fn properties() -> Growth {
    fn add<Ours: DeserializeOwned + std::fmt::Debug, Hand: DeserializeOwned + std::fmt::Debug>(
        growth: Growth,
        size: usize,
    ) -> Growth {
        let (ordered, mixed) = (wide_body(0..size), wide_body(mixed(size)));
        let shown = format!("{:?}", read::<Ours>(&ordered));
        assert_eq!(format!("{:?}", read::<Ours>(&mixed)), shown);
        assert_eq!(format!("{:?}", read::<Hand>(&mixed)), shown);
        let (hand_ordered, hand_mixed) = (ordered.clone(), mixed.clone());
        growth
            .point(OURS, size, move || read::<Ours>(&ordered))
            .point("graph-resource, in another order", size, move || read::<Ours>(&mixed))
            .point(BY_HAND, size, move || read::<Hand>(&hand_ordered))
            .point("by hand, in another order", size, move || read::<Hand>(&hand_mixed))
    }
    let growth = Growth::new("read a whole resource, by properties", "properties of the type");
    let growth = add::<wide::Wide10, hand::wide::Wide10>(growth, 10);
    let growth = add::<wide::Wide25, hand::wide::Wide25>(growth, 25);
    let growth = add::<wide::Wide50, hand::wide::Wide50>(growth, 50);
    let growth = add::<wide::Wide100, hand::wide::Wide100>(growth, 100);
    let growth = add::<wide::Wide150, hand::wide::Wide150>(growth, 150);
    add::<wide::Wide213, hand::wide::Wide213>(growth, 213)
}

fn participants() -> Growth {
    [1, 10, 50, 100, 250, 500, 1000].into_iter().fold(
        Growth::new("read a callRecord, by participants", "participants of the record"),
        |growth, size| {
            let [first, second, third] = [(); 3].map(|()| call_record(size, Nulls::Without));
            growth
                .point(OURS, size, move || read::<ours::CallRecord>(&first))
                .point(BY_HAND, size, move || read::<hand::CallRecord>(&second))
                .point("serde_json::Value", size, move || read::<Value>(&third))
        },
    )
}

/// A resource whose value nests itself.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/trees/<id>")]
pub struct Tree {
    /// The key.
    pub id: String,
    /// Replaced as a whole.
    pub root: Option<Node>,
    /// Changed member by member.
    #[graph_resource(merge)]
    pub side: Option<Twig>,
}

/// Holds another one, replaced as a whole.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Node {
    /// A text.
    pub name: Option<String>,
    /// Below it.
    pub next: Option<Box<Node>>,
}

/// Holds another one, changed member by member.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Twig {
    /// A text.
    pub name: Option<String>,
    /// Below it.
    #[graph_resource(merge)]
    pub next: Option<Box<Twig>>,
}

/// A value in which so many are nested; the innermost has another name.
fn nested(depth: usize, innermost: &str) -> String {
    let open = r#"{"name":"a node","next":"#.repeat(depth - 1);
    format!(r#"{open}{{"name":"{innermost}"}}{}"#, "}".repeat(depth - 1))
}

fn tree(depth: usize, innermost: &str, member: &str) -> Tree {
    read(&format!(r#"{{"id":"1","{member}":{}}}"#, nested(depth, innermost)))
}

const DEPTHS: [usize; 6] = [1, 10, 25, 50, 75, 100];

fn depth() -> Growth {
    DEPTHS.into_iter().fold(Growth::new("read and write, by depth", "values nested in each other"), |growth, depth| {
        let text = nested(depth, "leaf");
        let (value, node) = (read::<Value>(&text), read::<Node>(&text));
        assert_eq!(serde_json::from_slice::<Value>(&body(&node)).expect("JSON"), value);
        let other = text.clone();
        growth
            .point("read", depth, move || read::<Node>(&text))
            .point("write", depth, move || body(&node))
            .point("serde_json::Value, read", depth, move || read::<Value>(&other))
            .point("serde_json::Value, write", depth, move || body(&value))
    })
}

/// The innermost value differs.
fn changes_in_depth() -> Growth {
    let series = [("root", "replaced as a whole"), ("side", "member by member")];
    DEPTHS.into_iter().fold(Growth::new("diff and apply, by depth", "values nested in each other"), |growth, depth| {
        series.into_iter().fold(growth, |growth, (member, how)| {
            let (old, new) = (tree(depth, "leaf", member), tree(depth, "another leaf", member));
            let mut changed = old.clone();
            changed.apply(old.diff(&new));
            assert_eq!(changed, new);
            let (before, patch) = (old.clone(), old.diff(&new));
            growth.point(&format!("diff, {how}"), depth, move || old.diff(&new)).point_with(
                &format!("apply, {how}"),
                depth,
                move || (before.clone(), Some(patch.clone())),
                |(record, patch)| patch.take().map(|patch| record.apply(patch)),
            )
        })
    })
}

/// Of a type of 213 properties.
fn patch_size() -> Growth {
    [1, 10, 25, 50, 100, 150, 212].into_iter().fold(
        Growth::new(
            "write, apply, diff and merge a patch, by its size",
            "properties that the patch of a type of 213 names",
        ),
        |growth, size| {
            let named = wide_body(1..=size);
            let patch: wide::Wide213Patch = read(&named);
            assert_eq!(String::from_utf8_lossy(&body(&patch)), named);
            let old: wide::Wide213 = read(r#"{"id":"1"}"#);
            let mut new = old.clone();
            new.apply(patch.clone());
            assert_eq!(old.diff(&new), patch);
            let (written, applied, earlier, later) = (patch.clone(), patch.clone(), patch.clone(), patch);
            let before = old.clone();
            growth
                .point("write", size, move || body(&written))
                .point_with(
                    "apply",
                    size,
                    move || (before.clone(), Some(applied.clone())),
                    |(record, patch)| patch.take().map(|patch| record.apply(patch)),
                )
                .point("diff", size, move || old.diff(&new))
                .point_with(
                    "merge",
                    size,
                    move || (earlier.clone(), Some(later.clone())),
                    |(patch, later)| later.take().map(|later| graph_resource::GraphPatch::merge(patch, later)),
                )
        },
    )
}
