use core::fmt::{self, Display};

use super::Decimal;
use proptest::prelude::*;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, F64Deserializer, MapDeserializer, StrDeserializer, U64Deserializer};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::codec::context::ReadContext;
use crate::value::scalar::ScalarValue;

const MANY: &str = "-123456789012345678901234567890.123456789012345678901234567890";

fn parse(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn every_digit_stays_in_text_and_json() {
    let long = format!("0.{}", "0123456789".repeat(20));
    for text in [
        "0",
        "-0",
        "0.00",
        "12.50",
        "-12.5",
        "0.1",
        "1e2",
        "1.50E+300",
        "1e-400",
        "1e400",
        "18446744073709551615",
        "18446744073709551616",
        "9223372036854775808",
        "-9223372036854775809",
        "100000000000000000000.0",
        MANY,
        &long,
    ] {
        let decimal = parse(text);
        assert_eq!(decimal.to_string(), text);
        assert_eq!(serde_json::to_string(&decimal).unwrap(), text);
        assert_eq!(serde_json::to_vec(&[&decimal]).unwrap(), format!("[{text}]").into_bytes());
        assert_eq!(serde_json::from_str::<Decimal>(text).unwrap(), decimal);
        let spaced = format!(" [ {text} ]");
        assert_eq!(serde_json::from_slice::<[Decimal; 1]>(spaced.as_bytes()).unwrap()[0], decimal);
        assert_eq!(serde_json::from_reader::<_, Decimal>(text.as_bytes()).unwrap(), decimal);
        assert_eq!(serde_json::from_str::<Decimal>(&format!("\"{text}\"")).unwrap(), decimal);
    }
}

#[test]
fn what_json_has_no_room_for_is_dropped() {
    for (text, kept) in [("+12.50", "12.50"), ("007", "7"), ("-00.50", "-0.50"), ("000", "0"), ("+0e5", "0e5")] {
        assert_eq!(parse(text).as_str(), kept);
    }
    assert_eq!(serde_json::from_str::<Decimal>(r#""\u002b1.50""#).unwrap().as_str(), "1.50");
}

#[test]
fn what_is_no_decimal_is_refused() {
    for text in [
        "", "-", "+", ".", ".5", "5.", "1.2.3", "1,5", "0x10", "1e", "e5", "1e+", "--1", "+-1", "1 ", " 1", "INF",
        "NaN", "١٢", "１２.5", "1_000",
    ] {
        let error = text.parse::<Decimal>().unwrap_err().to_string();
        assert!(error.contains("not a decimal"), "{text}: {error}");
    }
    for text in ["1e9999999999", "1e-99999999999999999999999"] {
        assert!(text.parse::<Decimal>().unwrap_err().to_string().contains("nine digits"), "{text}");
        let error = serde_json::from_str::<Decimal>(text).unwrap_err().to_string();
        assert!(error.contains(&format!("invalid value: {text}, expected a decimal number like 12.50")), "{error}");
    }
    assert_eq!(parse("1e0000000000009").parts().exponent, 9);
}

#[test]
fn other_json_is_refused_with_the_property_and_what_was_expected() {
    for (json, found) in [
        ("true", "boolean `true`"),
        ("false", "boolean `false`"),
        ("null", "null"),
        ("[1]", "sequence"),
        (r#"{"$serde_json::private::RawValue": "1"}"#, "map"),
        (r#""INF""#, "string \"INF\""),
        (r#""""#, "string \"\""),
    ] {
        let cx = ReadContext::of_answer("charge");
        let error = Decimal::read(&mut serde_json::Deserializer::from_str(json), cx).unwrap_err().to_string();
        assert!(error.contains("expected a decimal number like 12.50 for property `charge`"), "{json}: {error}");
        assert!(error.contains(found), "{json}: {error}");
    }
}

#[test]
fn a_value_keeps_the_digits_of_a_float() {
    for (text, kept) in [("12.5", "12.5"), ("12.50", "12.5"), ("0.00", "0.0"), ("7", "7"), ("1.000", "1.0")] {
        let value = serde_json::to_value(parse(text)).unwrap();
        assert!(value.is_number());
        assert_eq!(Decimal::deserialize(&value).unwrap().as_str(), kept);
        assert_eq!(serde_json::from_value::<Decimal>(value).unwrap().as_str(), kept);
    }
    let value = serde_json::to_value(parse("0.12345678901234567890")).unwrap();
    assert_eq!(value, json!(0.123_456_789_012_345_68));
    assert_eq!(serde_json::to_value(parse("18446744073709551615")).unwrap(), json!(u64::MAX));
    assert_eq!(serde_json::from_value::<Decimal>(json!("0.00")).unwrap().as_str(), "0.00");
    assert!(serde_json::to_value(parse("1e400")).is_err());
    assert!(serde_json::from_value::<Decimal>(Value::Null).is_err());
}

#[test]
fn other_readers_give_what_they_have() {
    let float: F64Deserializer<Error> = 12.50_f64.into_deserializer();
    assert_eq!(Decimal::deserialize(float).unwrap().as_str(), "12.5");
    let infinite: F64Deserializer<Error> = f64::INFINITY.into_deserializer();
    assert!(Decimal::deserialize(infinite).unwrap_err().to_string().contains("expected a decimal"));
    let integer: U64Deserializer<Error> = u64::MAX.into_deserializer();
    assert_eq!(Decimal::deserialize(integer).unwrap().as_str(), "18446744073709551615");
    let text: StrDeserializer<'_, Error> = "0.00".into_deserializer();
    assert_eq!(Decimal::deserialize(text).unwrap().as_str(), "0.00");
    // What a serializer other than `serde_json`'s was given, and what `arbitrary_precision` gives.
    for name in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
        let map: MapDeserializer<'_, _, Error> = MapDeserializer::new([(name, "0.00")].into_iter());
        assert_eq!(Decimal::deserialize(map).unwrap().as_str(), "0.00");
    }
    let map: MapDeserializer<'_, _, Error> = MapDeserializer::new([("amount", "0.00")].into_iter());
    assert!(Decimal::deserialize(map).unwrap_err().to_string().contains("invalid type: map"));
}

#[test]
fn other_serializers_are_given_a_number_where_one_has_the_same_digits() {
    struct Plain(Decimal);
    impl Display for Plain {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            // A serializer of numbers and strings, but of no structs.
            self.0.serialize(f)
        }
    }
    for text in ["12.5", "0.1", "-7", "18446744073709551615", "123456.789"] {
        assert_eq!(Plain(parse(text)).to_string(), text);
    }
}

#[test]
fn order_is_that_of_numbers_and_agrees_with_equality() {
    let ascending = [
        "-1e999999999",
        "-10",
        "-9.5",
        "-9.49",
        "-1e-999999999",
        "-0",
        "-0.0",
        "0",
        "0.00",
        "0e7",
        "1e-999999999",
        "0.09",
        "0.1",
        "0.10",
        "1",
        "1.0",
        "1e0",
        "1.01",
        "9",
        "10",
        "10.000000000000000000000000000001",
        "1e2",
        "101",
        "1e999999999",
    ];
    for (index, early) in ascending.iter().enumerate() {
        for late in &ascending[index + 1..] {
            assert!(parse(early) < parse(late) && parse(early) != parse(late), "{early} {late}");
        }
    }
    for (one, two) in [("1", "1.0"), ("100", "1e2"), ("0.001", "1e-3"), ("-0", "0e9"), ("12300e-2", "1.23E2")] {
        assert!(parse(one).same_number(&parse(two)), "{one} {two}");
    }
    assert!(!parse("1").same_number(&parse("-1")));
}

#[test]
fn a_number_is_made_of_digits_and_a_scale() {
    for (digits, scale, text) in [
        (1_250, 2, "12.50"),
        (-5, 3, "-0.005"),
        (0, 0, "0"),
        (0, 2, "0.00"),
        (7, 0, "7"),
        (i128::MIN, 0, "-170141183460469231731687303715884105728"),
    ] {
        assert_eq!(Decimal::new(digits, scale).as_str(), text);
    }
    assert_eq!(Decimal::new(1, u8::MAX).as_str().len(), 257);
    assert_eq!(Decimal::try_from(0.1).unwrap().as_str(), "0.1");
    assert!(Decimal::try_from(f64::NAN).is_err());
    assert_eq!(parse("1e400").to_f64().total_cmp(&f64::INFINITY), core::cmp::Ordering::Equal);
}

#[test]
fn a_float_between_two_texts_survives_under_either() {
    let float = -203_028_477_738_152.13_f64;
    let decimal = Decimal::try_from(float).unwrap();
    let again: Decimal = serde_json::from_value(serde_json::to_value(&decimal).unwrap()).unwrap();
    for decimal in [decimal, again] {
        assert_eq!(decimal.to_f64().to_bits(), float.to_bits());
    }
}

proptest! {
    #[test]
    fn a_decimal_survives_text_and_json(text in "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?") {
        let decimal = parse(&text);
        prop_assert_eq!(decimal.as_str(), &text);
        let json = serde_json::to_string(&decimal).unwrap();
        prop_assert_eq!(&json, &text);
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), decimal);
    }

    #[test]
    fn floats_survive(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        let decimal = Decimal::try_from(value).unwrap();
        prop_assert_eq!(decimal.to_f64().to_bits(), value.to_bits());
        let json = serde_json::to_value(&decimal).unwrap();
        // A `Value` holds the float. One that lies in the middle of two texts of the fewest digits has two names.
        let again: Decimal = serde_json::from_value(json).unwrap();
        prop_assert_eq!(again.to_f64().to_bits(), value.to_bits());
    }

    #[test]
    fn order_is_that_of_integers(one: i64, two: i64, scale in 0_u8..20) {
        let (left, right) = (Decimal::new(one.into(), scale), Decimal::new(two.into(), scale));
        prop_assert_eq!(left.cmp(&right), one.cmp(&two));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,8}|[-+0-9.eE]{0,12}") {
        if let Ok(decimal) = text.parse::<Decimal>() {
            prop_assert_eq!(parse(decimal.as_str()), decimal.clone());
            prop_assert_eq!(serde_json::to_string(&decimal).unwrap(), decimal.as_str());
        }
    }
}
