//! How deep objects may lie in each other, and what a row of patches costs.

use std::cell::Cell;
use std::thread;

use graph_resource::{GraphComplex, GraphUnion};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::support::{read, write};

/// A union that holds itself, alone and in a collection.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Nested {
    #[graph_resource(odata_type = "test.level")]
    Level(Box<Level>),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Level {
    inner: Option<Box<Nested>>,
    #[graph_resource(default)]
    items: Vec<Nested>,
}

/// The same with a base type that is seldom named.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Untyped {
    Plain(Box<Plain>),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Plain {
    inner: Option<Box<Untyped>>,
}

const LATE: (&str, &str) = (r#"{"inner":"#, r##","@odata.type":"#test.level"}"##);
const EARLY: (&str, &str) = (r##"{"@odata.type":"#test.level","inner":"##, "}");
const IN_ARRAY: (&str, &str) = (r#"{"items":["#, r##"],"@odata.type":"#test.level"}"##);
const NEVER: (&str, &str) = (r#"{"inner":"#, "}");

fn nested((before, after): (&str, &str), depth: usize, inner: &str) -> String {
    format!("{}{inner}{}", before.repeat(depth), after.repeat(depth))
}

/// On a stack of 2 MiB, as threads have it by default.
fn on_a_small_stack(test: fn()) {
    thread::Builder::new().stack_size(2 << 20).spawn(test).unwrap().join().unwrap();
}

fn is_refused<T: for<'de> Deserialize<'de>>(json: &str) {
    let Err(error) = serde_json::from_str::<T>(json) else { panic!("{} bytes were read", json.len()) };
    assert!(error.to_string().contains("nested too deeply"), "{error}");
    let Err(error) = serde_json::from_reader::<_, T>(json.as_bytes()) else { panic!("read of a stream") };
    assert!(error.to_string().contains("nested too deeply"), "{error}");
}

#[test]
fn types_that_come_late_are_read_to_a_depth_and_no_further() {
    on_a_small_stack(|| {
        let json = nested(LATE, 40, "null");
        let value: Nested = read(&json);
        assert_eq!(value, read(&nested(EARLY, 40, "null")), "wherever the type stands");
        assert_eq!(value, serde_json::from_reader(json.as_bytes()).unwrap());
        assert_eq!(value, serde_json::from_value(read(&json)).unwrap());
        for depth in [200, 400] {
            is_refused::<Nested>(&nested(LATE, depth, "null"));
            is_refused::<Nested>(&nested(IN_ARRAY, depth, ""));
            is_refused::<Untyped>(&nested(NEVER, depth, "null"));
        }
        // What was refused leaves no trace.
        assert_eq!(read::<Nested>(&json), value);
    });
}

#[test]
fn the_depth_is_that_of_the_whole_body() {
    on_a_small_stack(|| {
        // Each of the readers alone would allow this.
        let inner = nested(EARLY, 60, "null");
        assert!(
            serde_json::from_str::<Nested>(&nested(EARLY, 60, &nested(LATE, 1, &nested(EARLY, 60, "null")))).is_ok()
        );
        let late = nested(LATE, 1, &inner);
        is_refused::<Nested>(&nested(EARLY, 60, &nested(LATE, 1, &nested(EARLY, 60, &late))));
        // What is behind an error of depth in an unknown object is serde_json's own limit.
        let unknown = format!(r#"{{"a":{}}}"#, nested(("[", "]"), 100, ""));
        assert!(serde_json::from_str::<Nested>(&nested(LATE, 40, &unknown)).is_ok());
    });
}

thread_local! {
    static CLONES: Cell<usize> = const { Cell::new(0) };
}

/// A value that counts how often it is cloned.
#[derive(Debug, PartialEq)]
struct Counted(u32);

impl Clone for Counted {
    fn clone(&self) -> Self {
        CLONES.set(CLONES.get() + 1);
        Self(self.0)
    }
}

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        u32::deserialize(from).map(Self)
    }
}

/// Types of which none can start empty.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Lamp {
    Base(PlainLamp),
    #[graph_resource(odata_type = "test.redLamp")]
    Red(RedLamp),
    #[graph_resource(odata_type = "test.blueLamp")]
    Blue(BlueLamp),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.lamp")]
struct PlainLamp {
    #[graph_resource(opaque)]
    level: Counted,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct RedLamp {
    #[graph_resource(opaque)]
    level: Counted,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct BlueLamp {
    #[graph_resource(opaque)]
    level: Counted,
}

/// How many clones it takes to compose so many patches, of which each is for another type than the one before.
fn clones_of_a_row(patches: u32) -> usize {
    let before = CLONES.get();
    let mut row = LampPatch::new();
    for number in 0..patches {
        let level = Counted(number);
        row.merge(match number % 3 {
            0 => PlainLampPatch::new().level(level).into(),
            1 => RedLampPatch::new().level(level).into(),
            _ => BlueLampPatch::new().level(level).into(),
        });
    }
    let (last, name) = (patches - 1, ["lamp", "redLamp", "blueLamp"][(patches as usize - 1) % 3]);
    assert_eq!(write(&row), format!(r##"{{"@odata.type":"#test.{name}","level":{last}}}"##));
    let mut lamp = Lamp::Blue(BlueLamp { level: Counted(0) });
    lamp.apply(row);
    assert_eq!(lamp, Lamp::Blue(BlueLamp { level: Counted(last) }));
    CLONES.get() - before
}

#[test]
fn a_row_of_patches_costs_what_its_patches_cost() {
    let (short, long) = (clones_of_a_row(30), clones_of_a_row(300));
    assert!(long <= 11 * short, "{short} clones for 30 patches, {long} for 300");
}

#[test]
fn patches_of_one_unknown_type_are_composed_in_place() {
    // A clone of the whole at each step would take minutes.
    let mut patch = LampPatch::new();
    for number in 0..20_000 {
        let member = graph_resource::ObjectPatch::new().set("@odata.type", "#test.x").set(format!("m{number}"), number);
        patch.merge(member.into());
    }
    let whole: Value = read(&write(&patch));
    assert_eq!(whole.as_object().map(Map::len), Some(20_001));
}
