use core::fmt::Debug;

use proptest::prelude::*;
use serde::ser::{
    Serialize, SerializeMap as _, SerializeSeq as _, SerializeStruct as _, SerializeStructVariant as _,
    SerializeTuple as _, SerializeTupleStruct as _, SerializeTupleVariant as _, Serializer,
};
use serde_json::value::RawValue;

use super::{Body, body};

/// Something for each method of a serializer.
#[derive(Clone, Debug)]
enum Any {
    Bool(bool),
    Integer(i64, u8),
    Wide(i128),
    UnsignedWide(u128),
    Single(f32),
    Double(f64),
    Char(char),
    Text(String),
    Shown(String),
    Bytes(Vec<u8>),
    Raw(Box<RawValue>),
    None,
    Unit,
    UnitStruct,
    UnitVariant(&'static str),
    Some(Box<Self>),
    NewtypeStruct(Box<Self>),
    NewtypeVariant(&'static str, Box<Self>),
    Seq(Vec<Self>),
    Tuple(Vec<Self>),
    TupleStruct(Vec<Self>),
    TupleVariant(&'static str, Vec<Self>),
    Map(Vec<(Self, Self)>),
    Struct(Vec<(&'static str, Self)>),
    StructVariant(&'static str, Vec<(&'static str, Self)>),
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "any number will do")]
fn integer<S: Serializer>(number: i64, width: u8, to: S) -> Result<S::Ok, S::Error> {
    match width % 8 {
        0 => to.serialize_i8(number as i8),
        1 => to.serialize_i16(number as i16),
        2 => to.serialize_i32(number as i32),
        3 => to.serialize_i64(number),
        4 => to.serialize_u8(number as u8),
        5 => to.serialize_u16(number as u16),
        6 => to.serialize_u32(number as u32),
        _ => to.serialize_u64(number as u64),
    }
}

impl Serialize for Any {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        macro_rules! items {
            ($to:expr, $items:ident, $method:ident) => {{
                let mut to = $to?;
                $items.iter().try_for_each(|item| to.$method(item))?;
                to.end()
            }};
        }
        macro_rules! fields {
            ($to:expr, $fields:ident) => {{
                let mut to = $to?;
                $fields.iter().try_for_each(|(name, value)| to.serialize_field(name, value))?;
                to.end()
            }};
        }
        match self {
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Integer(number, width) => integer(*number, *width, to),
            Self::Wide(number) => to.serialize_i128(*number),
            Self::UnsignedWide(number) => to.serialize_u128(*number),
            Self::Single(number) => to.serialize_f32(*number),
            Self::Double(number) => to.serialize_f64(*number),
            Self::Char(char) => to.serialize_char(*char),
            Self::Text(text) => to.serialize_str(text),
            Self::Shown(text) => to.collect_str(text),
            Self::Bytes(bytes) => to.serialize_bytes(bytes),
            Self::Raw(raw) => raw.serialize(to),
            Self::None => to.serialize_none(),
            Self::Unit => to.serialize_unit(),
            Self::UnitStruct => to.serialize_unit_struct("Unit"),
            Self::UnitVariant(name) => to.serialize_unit_variant("Enum", 0, name),
            Self::Some(value) => to.serialize_some(&**value),
            Self::NewtypeStruct(value) => to.serialize_newtype_struct("Newtype", &**value),
            Self::NewtypeVariant(name, value) => to.serialize_newtype_variant("Enum", 1, name, &**value),
            Self::Seq(items) => items!(to.serialize_seq(Some(items.len())), items, serialize_element),
            Self::Tuple(items) => items!(to.serialize_tuple(items.len()), items, serialize_element),
            Self::TupleStruct(items) => {
                items!(to.serialize_tuple_struct("Tuple", items.len()), items, serialize_field)
            }
            Self::TupleVariant(name, items) => {
                items!(to.serialize_tuple_variant("Enum", 2, name, items.len()), items, serialize_field)
            }
            Self::Map(members) => {
                let mut to = to.serialize_map(None)?;
                members.iter().try_for_each(|(key, value)| to.serialize_entry(key, value))?;
                to.end()
            }
            Self::Struct(fields) => fields!(to.serialize_struct("Struct", fields.len()), fields),
            Self::StructVariant(name, fields) => {
                fields!(to.serialize_struct_variant("Enum", 3, name, fields.len()), fields)
            }
        }
    }
}

fn name() -> impl Strategy<Value = &'static str> + Clone {
    prop::sample::select(vec!["", "a", "displayName", "@odata.type", "na\"me", "é\u{1}-and-so-on", "$serde_json"])
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{0,40}", ".{0,20}", "[a-z]{0,30}[\u{0}-\u{1f}\"\\\\/\u{7f}é]{0,2}[a-z]{0,9}"]
}

fn single() -> impl Strategy<Value = Any> {
    prop_oneof![
        any::<bool>().prop_map(Any::Bool),
        (any::<i64>(), any::<u8>()).prop_map(|(number, width)| Any::Integer(number, width)),
        any::<i128>().prop_map(Any::Wide),
        any::<u128>().prop_map(Any::UnsignedWide),
        any::<u32>().prop_map(|bits| Any::Single(f32::from_bits(bits))),
        any::<u64>().prop_map(|bits| Any::Double(f64::from_bits(bits))),
        prop::sample::select(vec![0.0, -0.0, 1.0, 1e21, 1e-7, f64::NAN, f64::INFINITY, f64::NEG_INFINITY])
            .prop_map(Any::Double),
        any::<char>().prop_map(Any::Char),
        text().prop_map(Any::Text),
        text().prop_map(Any::Shown),
        prop::collection::vec(any::<u8>(), 0..3).prop_map(Any::Bytes),
        prop::sample::select(vec!["1.50", "{ }", "[ 1 ,2]", "-0"])
            .prop_map(|raw| Any::Raw(RawValue::from_string(raw.to_owned()).unwrap())),
        Just(Any::None),
        Just(Any::Unit),
        Just(Any::UnitStruct),
        name().prop_map(Any::UnitVariant),
    ]
}

fn anything() -> impl Strategy<Value = Any> {
    single().prop_recursive(4, 40, 4, |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        let items = prop::collection::vec(inner.clone(), 0..4);
        let fields = prop::collection::vec((name(), inner.clone()), 0..4);
        let key = prop_oneof![4 => text().prop_map(Any::Text), 1 => inner.clone()];
        prop_oneof![
            boxed.clone().prop_map(Any::Some),
            boxed.clone().prop_map(Any::NewtypeStruct),
            (name(), boxed).prop_map(|(name, value)| Any::NewtypeVariant(name, value)),
            items.clone().prop_map(Any::Seq),
            items.clone().prop_map(Any::Tuple),
            items.clone().prop_map(Any::TupleStruct),
            (name(), items).prop_map(|(name, items)| Any::TupleVariant(name, items)),
            prop::collection::vec((key, inner), 0..4).prop_map(Any::Map),
            fields.clone().prop_map(Any::Struct),
            (name(), fields).prop_map(|(name, fields)| Any::StructVariant(name, fields)),
        ]
    })
}

fn both(value: &(impl Serialize + ?Sized)) -> [Result<String, String>; 2] {
    let shown = |written: Result<Vec<u8>, serde_json::Error>| {
        written.map(|bytes| String::from_utf8(bytes).unwrap()).map_err(|error| error.to_string())
    };
    [shown(body(|to| value.serialize(to))), shown(serde_json::to_vec(value))]
}

proptest! {
    #[test]
    fn a_body_is_what_serde_json_writes(value in anything()) {
        let [ours, theirs] = both(&value);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn a_name_is_what_serde_json_makes_of_it(key in prop_oneof![single(), anything()]) {
        let [ours, theirs] = both(&Any::Map(vec![(key.clone(), Any::Unit), (key, Any::Unit)]));
        prop_assert_eq!(ours, theirs);
    }
}

/// At each place of texts around the eight bytes that are looked at in one.
#[test]
fn each_byte_that_is_to_be_escaped_is_found() {
    for length in 1..26 {
        for at in 0..length {
            for byte in 0..0x80 {
                let mut text = vec![b'~'; length];
                text[at] = byte;
                let text = String::from_utf8(text).unwrap();
                let [ours, theirs] = both(&text);
                assert_eq!(ours, theirs);
            }
        }
    }
}

/// Features of `serde_json` that others turn on change how it writes its own numbers.
#[test]
fn what_is_private_to_serde_json_is_left_to_it() {
    let number: serde_json::Number = serde_json::from_str("12.5").unwrap();
    let raw = RawValue::from_string("[1.50, {}]".to_owned()).unwrap();
    let [ours, theirs] = both(&(number, &raw, vec![&raw]));
    assert_eq!(ours.as_deref(), Ok("[12.5,[1.50, {}],[[1.50, {}]]]"));
    assert_eq!(ours, theirs);
}

#[test]
fn what_was_there_before_stays() {
    let mut bytes = b"[".to_vec();
    vec![1_u8, 2].serialize(Body(&mut bytes)).unwrap();
    assert_eq!(bytes, b"[[1,2]");
}

/// A name that is no name because of what is in it is wrong as a whole.
#[test]
fn what_is_wrong_with_a_name_is_what_serde_json_says() {
    let map = |key| Any::Map(vec![(key, Any::Unit)]);
    let nan = map(Any::Double(f64::NAN));
    for (value, why) in [
        (nan.clone(), "float key must be finite (got NaN or +/-inf)"),
        (map(Any::Unit), "key must be a string"),
        (map(nan), "key must be a string"),
    ] {
        let [ours, theirs] = both(&value);
        assert_eq!(ours.as_deref(), Err(&why.to_owned()));
        assert_eq!(ours, theirs);
    }
}
