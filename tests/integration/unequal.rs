//! Numbers that equal nothing, not even themselves: what was read and not changed is not sent.

use std::collections::BTreeMap;

use graph_resource::{GraphComplex, GraphResource};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::laws::run;
use crate::strategies::float_or_nan;
use crate::support::{answer, body_of, read, without, write};

mod percent {
    pub(super) fn serialize<S: serde::Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{value} %"))
    }
    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        let text: String = serde::Deserialize::deserialize(from)?;
        text.trim_end_matches(" %").parse().map_err(serde::de::Error::custom)
    }
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/gauges/<id>")]
struct Gauge {
    id: String,
    plain: f64,
    nullable: Option<f32>,
    list: Vec<f64>,
    holes: Vec<Option<f64>>,
    lists: Vec<Vec<f64>>,
    dictionary: BTreeMap<String, f64>,
    replaced: Option<Point>,
    #[graph_resource(merge)]
    merged: Option<Box<Point>>,
    points: Vec<Point>,
    routes: BTreeMap<String, Vec<Point>>,
    #[graph_resource(with = "percent")]
    foreign: f64,
    #[graph_resource(read_only)]
    stamp: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Point {
    x: Option<f64>,
    #[graph_resource(read_only)]
    height: Option<f64>,
    around: Vec<Point>,
}

fn point() -> BoxedStrategy<Point> {
    let leaf = (of(float_or_nan()), of(float_or_nan())).prop_map(|(x, height)| Point { x, height, around: Vec::new() });
    (of(float_or_nan()), vec(leaf, 0..2)).prop_map(|(x, around)| Point { x, height: x, around }).boxed()
}

fn gauge() -> BoxedStrategy<Gauge> {
    let single = (float_or_nan(), of(float_or_nan()), float_or_nan(), of(float_or_nan()));
    let lists = (vec(float_or_nan(), 0..2), vec(of(float_or_nan()), 0..2), vec(vec(float_or_nan(), 0..2), 0..2));
    let maps = (
        prop::collection::btree_map("[ab]", float_or_nan(), 0..2),
        prop::collection::btree_map("[ab]", vec(point(), 0..2), 0..2),
    );
    (single, lists, maps, of(point()), of(point()), vec(point(), 0..2))
        .prop_map(|((plain, nullable, foreign, stamp), lists, maps, replaced, merged, points)| Gauge {
            id: "1".into(),
            plain,
            #[allow(clippy::cast_possible_truncation, reason = "any single will do")]
            nullable: nullable.map(|number| number as f32),
            list: lists.0,
            holes: lists.1,
            lists: lists.2,
            dictionary: maps.0,
            replaced,
            merged: merged.map(Box::new),
            points,
            routes: maps.1,
            foreign,
            stamp,
        })
        .boxed()
}

#[test]
fn what_was_read_and_not_changed_is_no_change_wherever_it_stands() {
    run(gauge(), |gauge| {
        assert!(gauge.diff(&gauge.clone()).is_empty(), "{gauge:?}");
        let fetched = Gauge::at("1").get().parse(answer(200, write(&gauge))).unwrap().track();
        assert!(!fetched.is_changed(), "{gauge:?}");
        assert!(fetched.save_request().unwrap().is_none());
    });
}

#[test]
fn a_difference_leads_from_one_to_the_other_by_the_texts() {
    run((gauge(), gauge()), |(a, b)| {
        let mut reached = a.clone();
        reached.apply(a.diff(&b));
        assert!(reached.diff(&b).is_empty(), "nothing is left to say: {reached:?} {b:?}");
        // Zero and its negative are equal, and so no change.
        let shown = |gauge: &Gauge| without(&read(&write(gauge).replace("-0 %", "0 %")), &["height", "stamp"]);
        assert_eq!(shown(&reached), shown(&b));
    });
}

#[test]
fn a_number_that_is_one_is_a_change() {
    let text = r#"{"id":"1","plain":"NaN","list":["NaN",1],"holes":["NaN",null],"lists":[],"dictionary":{"a":"NaN"},
        "replaced":{"x":"NaN","around":[{"x":"NaN","around":[]}]},"points":[{"x":"NaN","around":[]}],"routes":{},"foreign":"NaN %"}"#;
    let old: Gauge = read(text);
    let changed = |change: fn(&mut Gauge)| {
        let mut new = old.clone();
        change(&mut new);
        body_of(&Gauge::at("1").update(old.diff(&new)))
    };
    assert_eq!(changed(|new| new.plain = 1.0), r#"{"plain":1.0}"#);
    assert_eq!(changed(|new| new.list[1] = f64::NAN), r#"{"list":["NaN","NaN"]}"#);
    assert_eq!(changed(|new| new.holes[1] = Some(f64::NAN)), r#"{"holes":["NaN","NaN"]}"#);
    assert_eq!(changed(|new| new.dictionary = [("a".into(), 2.0)].into()), r#"{"dictionary":{"a":2.0}}"#);
    assert_eq!(changed(|new| new.points[0].x = None), r#"{"points":[{"around":[]}]}"#);
    assert_eq!(changed(|new| new.foreign = 3.0), r#"{"foreign":"3 %"}"#);
    let inner = |new: &mut Gauge| new.replaced.as_mut().unwrap().around[0].x = Some(1.0);
    assert_eq!(changed(inner), r#"{"replaced":{"x":"NaN","around":[{"x":1.0,"around":[]}]}}"#);
    // An item may differ in what no patch changes, and the collection is still another one.
    assert_eq!(changed(|new| new.points[0].height = Some(2.0)), r#"{"points":[{"x":"NaN","around":[]}]}"#);
}
