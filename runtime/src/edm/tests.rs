//! What holds of all primitive types.

use core::fmt::Debug;

use super::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, LocalDateTime, TimeOfDay};
use proptest::prelude::*;
use serde::de::IntoDeserializer as _;
use serde_json::value::Serializer;
use serde_json::{Value, json};

use crate::codec::context::{ReadContext, ReadMode};
use crate::codec::value::GraphValue;
use crate::value::scalar::ScalarValue;

fn read<T: ScalarValue>(json: &str) -> Result<T, String> {
    let cx = ReadContext::of_answer("it");
    T::read(&mut serde_json::Deserializer::from_str(json), cx).map_err(|error| error.to_string())
}

fn write<T: ScalarValue>(value: &T) -> String {
    let mut json = Vec::new();
    value.write(&mut serde_json::Serializer::new(&mut json)).unwrap();
    String::from_utf8(json).unwrap()
}

/// Reads the same from text and from a value, writes it as it was, and refuses the rest with the property's name.
#[track_caller]
fn check<T: ScalarValue + GraphValue>(same: &[&str], refused: &[&str], wanted: &str) {
    for json in same {
        let value: T = read(json).unwrap();
        assert_eq!(write(&value), *json);
        let tree: Value = serde_json::from_str(json).unwrap();
        assert_eq!(value.write(Serializer).unwrap(), tree);
        assert_eq!(T::read(tree, ReadContext::root(ReadMode::Answer)).unwrap(), value);
    }
    let others = ["true", "null", "{}", "[]", r#"" ""#, r#""é""#];
    for json in refused.iter().chain(&others) {
        let error = read::<T>(json).unwrap_err();
        assert!(error.contains(&format!("expected {wanted} for property `it`")), "{json}: {error}");
    }
}

#[test]
fn texts_stay_and_refusals_name_the_property() {
    check::<Date>(&[r#""2016-09-22""#, r#""9999-12-31""#], &["20160922", r#""2016-02-30""#], "a date like 2016-09-22");
    check::<TimeOfDay>(
        &[r#""07:59:59.9999999""#, r#""23:59:60""#, r#""07:59""#],
        &["7", r#""24:00""#],
        "a time of day like 07:59:59.9999999",
    );
    check::<DateTimeOffset>(
        &[r#""9999-12-31T23:59:59.9999999Z""#, r#""0001-01-01T00:00:00Z""#],
        &["0", r#""2017-04-24T22:40:44.5665917""#],
        "a date, time and offset like 2020-02-25T18:52:21.2169889Z",
    );
    check::<LocalDateTime>(
        &[r#""2020-02-04T07:00:00.0000000""#, r#""0001-01-01T00:00""#],
        &["0", r#""2017-04-24T22:40:44.5665917Z""#],
        "a date and time like 2020-02-04T07:00:00.0000000",
    );
    check::<Duration>(
        &[r#""PT90M""#, r#""-P1DT0.0160S""#],
        &["90", r#""P1Y""#],
        "a duration like P1DT2H30M4.5S, in days, hours, minutes and seconds",
    );
    check::<Binary>(&[r#""/9j/4A==""#, r#""_9j_4A""#], &["1", r#""/-8=""#], "bytes in base64 or base64url");
    check::<Guid>(
        &[r#""184efa21-98c3-4e5d-95ab-d07053a96e67""#],
        &["1", r#""{184efa21-98c3-4e5d-95ab-d07053a96e67}""#],
        "a GUID like 01234567-89ab-cdef-0123-456789abcdef",
    );
    check::<Decimal>(&["12.5", "0.1", "-7"], &[r#""NaN""#, r#""1,5""#], "a decimal number like 12.50");
    check::<f64>(
        &["12.5", "0.1", r#""INF""#, r#""-INF""#],
        &[r#""inf""#, r#""infinity""#],
        "a number of double precision, \"INF\", \"-INF\" or \"NaN\"",
    );
}

#[test]
fn the_limits_of_the_integers_hold_as_numbers_and_as_strings() {
    fn limits<T: ScalarValue>(below: &str, lowest: &T, highest: &T, above: &str) {
        for limit in [lowest, highest] {
            let json = write(limit);
            assert_eq!(read::<T>(&json).unwrap(), *limit);
            assert_eq!(read::<T>(&format!("\"{json}\"")).unwrap(), *limit);
            let tree: Value = serde_json::from_str(&json).unwrap();
            assert_eq!(T::read(tree, ReadContext::root(ReadMode::Answer)).unwrap(), *limit);
        }
        for json in [below, above, "0.5", "1e2", r#""""#, r#""1.0""#, r#"" 1""#, "true", "null", "１"] {
            assert!(read::<T>(json).is_err(), "{json}");
            assert!(read::<T>(&format!("\"{json}\"")).is_err(), "{json}");
        }
    }
    limits("-9223372036854775809", &i64::MIN, &i64::MAX, "9223372036854775808");
    limits("-2147483649", &i32::MIN, &i32::MAX, "2147483648");
    limits("-32769", &i16::MIN, &i16::MAX, "32768");
    limits("-129", &i8::MIN, &i8::MAX, "128");
    limits("-1", &u8::MIN, &u8::MAX, "256");
    assert!(
        read::<i64>("9223372036854775808").unwrap_err().contains("expected an integer of 64 bits for property `it`")
    );
}

#[test]
fn a_single_keeps_its_shortest_digits() {
    for text in ["0.1", "16777216.0", "0.3333333", "8388607.5", "-0.0"] {
        let single: f32 = read(text).unwrap();
        assert_eq!(write(&single), text);
    }
    // As a double, this lies in the middle between two singles.
    assert_eq!(read::<f32>("7.038531e-26").unwrap().to_bits(), 0x15ae_43fd);
    assert_eq!(read::<f32>(r#""7.038531e-26""#).unwrap().to_bits(), 0x15ae_43fd);
    assert!(read::<f32>("3.5e38").is_err() && read::<f32>("-1e300").is_err());
    let infinite: serde::de::value::F64Deserializer<serde::de::value::Error> = f64::INFINITY.into_deserializer();
    assert_eq!(f32::read(infinite, ReadContext::root(ReadMode::Local)).unwrap().to_bits(), f32::INFINITY.to_bits());
    assert_eq!(write(&f32::NAN), r#""NaN""#);
    assert!(read::<f32>(r#""NaN""#).unwrap().is_nan());
    assert_eq!(f64::NEG_INFINITY.write(Serializer).unwrap(), json!("-INF"));
}

#[test]
fn errors_are_small_and_can_cross_threads() {
    fn holds<E: core::error::Error + Clone + Eq + Send + Sync + 'static>() {
        assert!(size_of::<E>() <= 2 * size_of::<usize>());
    }
    holds::<super::ParseBinaryError>();
    holds::<super::ParseDateError>();
    holds::<super::ParseDateTimeOffsetError>();
    holds::<super::ParseDecimalError>();
    holds::<super::ParseDurationError>();
    holds::<super::ParseLocalDateTimeError>();
    holds::<super::ParseTimeOfDayError>();
    holds::<super::ConvertValueError>();
}

#[test]
fn debug_shows_the_text() {
    fn debug(value: impl Debug) -> String {
        format!("{value:?}")
    }
    assert_eq!(debug("2016-09-22".parse::<Date>().unwrap()), "2016-09-22");
    assert_eq!(debug("PT90M".parse::<Duration>().unwrap()), "PT90M");
    assert_eq!(debug("12.50".parse::<Decimal>().unwrap()), "12.50");
}

/// A property of each type, through the derive.
#[cfg(feature = "derive")]
mod derived {
    use crate::edm::{Binary, Date, Decimal, Duration, Guid, TimeOfDay};
    use crate::{Bytes, Error, GraphComplex, GraphResource, Partial as _};

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/orders/<id>")]
    struct Order {
        id: Guid,
        day: Date,
        lines: Vec<Line>,
        limit: Option<Duration>,
        total: Option<Decimal>,
        receipt: Option<Binary>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Line {
        at: TimeOfDay,
        charge: Decimal,
        share: f32,
    }

    const BODY: &str = r#"{"id":"184efa21-98c3-4e5d-95ab-d07053a96e67","day":"2016-09-22","lines":[{"at":"07:59","charge":0.00,"share":0.1},{"at":"07:59:59.90","charge":12345678901234567890.10,"share":1.0}],"limit":"PT90M","total":12.50,"receipt":"_w"}"#;

    fn answer(body: String) -> Result<Order, Error> {
        let response = http::Response::new(Bytes::from(body));
        Ok(Order::at(Guid::nil()).get().parse(response)?.into_inner())
    }

    #[test]
    fn what_was_read_is_written_as_it_was() {
        let order = answer(BODY.to_owned()).unwrap();
        assert_eq!(serde_json::to_string(&order).unwrap(), BODY);
        assert_eq!(serde_json::from_str::<Order>(BODY).unwrap(), order);
    }

    #[test]
    fn a_patch_says_what_changed() {
        let order = answer(BODY.to_owned()).unwrap();
        let patch = OrderPatch::new()
            .limit("PT1H30M".parse::<Duration>().unwrap())
            .total(Decimal::new(1_250, 3))
            .clear_receipt();
        let request = Order::at(order.id).update(patch).to_http("https://graph.microsoft.com/v1.0").unwrap();
        assert_eq!(request.uri().path(), "/v1.0/orders/184efa21-98c3-4e5d-95ab-d07053a96e67");
        assert_eq!(request.body(), r#"{"limit":"PT1H30M","total":1.250,"receipt":null}"#);
        assert!(OrderPartial::default().is_empty());
    }

    #[test]
    fn an_error_is_at_the_value_and_names_the_property() {
        for (good, bad, path, expected) in [
            ("12345678901234567890.10", "true", "lines[1].charge", "a decimal number"),
            ("0.00", r#""0,00""#, "lines[0].charge", "a decimal number"),
            ("0.1}", "[0.1]}", "lines[0].share", "a number of single precision"),
            ("1.0}", "1e39 }", "lines[1].share", "a number of single precision"),
            (":12.50", ": {\"a\": [1, 2]}", "total", "a decimal number"),
            (":12.50", ": 1e1234567890\n", "total", "a decimal number"),
            (r#""_w""#, r#""!""#, "receipt", "bytes in base64"),
            (r#""PT90M""#, r#""P1Y""#, "limit", "a duration"),
            (r#""07:59""#, r#""24:00""#, "lines[0].at", "a time of day"),
            ("2016-09-22", "2016-02-30", "day", "a date"),
            ("184efa21-", "", "id", "a GUID"),
        ] {
            let error = answer(BODY.replacen(good, bad, 1)).unwrap_err();
            assert_eq!(error.path(), Some(path), "{error}");
            let name = path.rsplit('.').next().unwrap();
            assert!(error.to_string().contains(&format!("expected {expected}")), "{error}");
            assert!(error.to_string().contains(&format!("for property `{name}`")), "{error}");
        }
    }
}

proptest! {
    #[test]
    fn floats_keep_every_bit(single: f32, double: f64) {
        prop_assume!(!single.is_nan() && !double.is_nan());
        prop_assert_eq!(read::<f32>(&write(&single)).unwrap().to_bits(), single.to_bits());
        prop_assert_eq!(read::<f64>(&write(&double)).unwrap().to_bits(), double.to_bits());
    }

    #[test]
    fn integers_survive(value: i64) {
        prop_assert_eq!(read::<i64>(&write(&value)).unwrap(), value);
        prop_assert_eq!(read::<i64>(&format!("\"{value}\"")).unwrap(), value);
    }

    #[test]
    fn moments_survive(
        (year, month, day) in (1_u16..=9999, 1_u8..=12, 1_u8..=28),
        (hour, minute, second) in (0_u8..24, 0_u8..60, 0_u8..=60),
        fraction in "(\\.[0-9]{1,12})?",
        offset in "Z|[+-]((0[0-9]|1[0-9]|2[0-3]):[0-5][0-9])",
    ) {
        let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{offset}");
        let value: DateTimeOffset = text.parse().unwrap();
        prop_assert_eq!(value.to_string(), text);
        prop_assert_eq!(read::<DateTimeOffset>(&write(&value)).unwrap(), value);
    }

    #[test]
    fn guids_survive(bits: u128) {
        let guid = Guid::from_u128(bits);
        prop_assert_eq!(read::<Guid>(&write(&guid)).unwrap(), guid);
        prop_assert_eq!(read::<Guid>(&write(&guid).to_uppercase()).unwrap(), guid);
    }
}
