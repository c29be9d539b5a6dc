//! A date and a time of day without an offset from UTC.

use core::fmt;
use core::str::FromStr;

use super::convert_error::ConvertValueError;
use super::cursor::Cursor;
use super::date::Date;
use super::line::Line;
use super::time_of_day::TimeOfDay;
use time::PrimitiveDateTime;

/// A date and a time of day without a time zone: `2020-02-04T07:00:00.0000000`.
///
/// Years 0001 to 9999; up to 12 digits of a second; seconds may be left out, and may be 60. Every digit stays as it
/// came: `07:00:00.500` is not turned into `07:00:00.5`.
///
/// Graph sends such texts in two places:
///
/// - The `dateTime` of a `dateTimeTimeZone`, whose zone stands beside it, in `timeZone`. The metadata calls it a string.
/// - A few properties that the metadata calls `Edm.DateTimeOffset`, such as the `registeredDateTime` of a print connector.
///   A [`DateTimeOffset`](super::DateTimeOffset) refuses such a text, since it names no moment. Give the field this type
///   if that happens.
///
/// In a URL it is a string in quotes, as Graph's own filters of `start/dateTime` have it: OData has no literal without
/// an offset.
///
/// Equality is that of the written form, so that a difference in it is a change. Order is that of date and time; where
/// two written forms mean the same, the one with fewer digits is first.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::LocalDateTime;
///
/// let registered: LocalDateTime = "2020-02-04T07:00:00.0000000".parse()?;
/// assert_eq!(registered.to_string(), "2020-02-04T07:00:00.0000000");
/// assert_eq!((registered.date().month(), registered.time().hms()), (2, (7, 0, 0)));
/// # Ok::<(), graph_resource::edm::ParseLocalDateTimeError>(())
/// ```
///
/// Source: Microsoft Graph v1.0, "List printConnectors" and resource type `dateTimeTimeZone`; ISO 8601, local date and time.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LocalDateTime {
    date: Date,
    time: TimeOfDay,
}

/// A text that is no date and time without an offset.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseLocalDateTimeError(&'static str);

worded_error!(ParseLocalDateTimeError);

const SHAPE: &str = "not a date and time like 2020-02-04T07:00:00.0000000";
const OFFSET: &str = "there is an offset from UTC; read the text as a `DateTimeOffset`";

impl LocalDateTime {
    /// This time of day on this date.
    #[must_use]
    pub const fn new(date: Date, time: TimeOfDay) -> Self {
        Self { date, time }
    }

    /// The calendar date.
    #[must_use]
    pub const fn date(self) -> Date {
        self.date
    }

    /// The time of day.
    #[must_use]
    pub const fn time(self) -> TimeOfDay {
        self.time
    }

    fn text(self) -> Line {
        let mut line = Line::new();
        self.date.push_to(&mut line);
        line.push(b'T');
        self.time.push_to(&mut line);
        line
    }
}

impl FromStr for LocalDateTime {
    type Err = ParseLocalDateTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).map_err(ParseLocalDateTimeError)
    }
}

fn parse(text: &str) -> Result<LocalDateTime, &'static str> {
    let mut rest = Cursor(text.as_bytes());
    let date = Date::take(&mut rest).unwrap_or(Err(SHAPE))?;
    rest.either(b"Tt").ok_or(SHAPE)?;
    let time = TimeOfDay::take(&mut rest).unwrap_or(Err(SHAPE))?;
    if rest.is_empty() {
        return Ok(LocalDateTime { date, time });
    }
    Err(if rest.either(b"Zz+-").is_some() { OFFSET } else { SHAPE })
}

impl fmt::Display for LocalDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl TryFrom<LocalDateTime> for PrimitiveDateTime {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// Second 60, and digits beyond nanoseconds.
    fn try_from(value: LocalDateTime) -> Result<Self, Self::Error> {
        Ok(Self::new(value.date.into(), value.time.try_into()?))
    }
}

impl TryFrom<PrimitiveDateTime> for LocalDateTime {
    type Error = ConvertValueError;

    /// Written with its seconds, and with as many digits as the fraction needs.
    ///
    /// # Errors
    ///
    /// The year is outside of 0001 to 9999.
    fn try_from(value: PrimitiveDateTime) -> Result<Self, Self::Error> {
        let date = Date::checked(value.date()).map_err(ConvertValueError)?;
        Ok(Self::new(date, value.time().into()))
    }
}

text_value!(LocalDateTime, OfJson, text, "a date and time like 2020-02-04T07:00:00.0000000");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::PrimitiveDateTime;

    use super::LocalDateTime;

    fn parse(text: &str) -> LocalDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn every_digit_stays() {
        for text in [
            "2020-02-04T07:00:00.0000000",
            "9999-12-31T23:59:59.999999999999",
            "0001-01-01T00:00:00",
            "2017-07-01T08:00",
            "2016-12-31T23:59:60.5",
        ] {
            assert_eq!(parse(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_local_time_is_refused() {
        for (text, why) in [
            ("2020-02-04T07:00:00Z", "there is an offset"),
            ("2020-02-04T07:00:00.0000000-08:00", "there is an offset"),
            ("2020-02-04T07:00z", "there is an offset"),
            ("2019-02-29T00:00:00", "no such date"),
            ("0000-01-01T00:00:00", "no such date"),
            ("2019-01-01T24:00:00", "no such time"),
            ("2019-01-01T00:00:00.", "1 to 12 digits"),
            ("2019-01-01T00:00:00.1234567890123", "1 to 12 digits"),
            ("2019-01-01", "not a date and time"),
            ("2019-01-01 00:00:00", "not a date and time"),
            ("2019-01-01T00:00:00 ", "not a date and time"),
            ("", "not a date and time"),
        ] {
            let error = text.parse::<LocalDateTime>().unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn order_agrees_with_equality() {
        let ascending = [
            "0001-01-01T00:00",
            "2020-02-04T07:00",
            "2020-02-04T07:00:00",
            "2020-02-04T07:00:00.0",
            "2020-02-05T00:00",
        ];
        for pair in ascending.windows(2) {
            assert!(parse(pair[0]) < parse(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn time_takes_what_it_has_room_for() {
        let exact = PrimitiveDateTime::try_from(parse("2020-02-04T07:00:00.1234567")).unwrap();
        assert_eq!((exact.year(), exact.nanosecond()), (2020, 123_456_700));
        assert_eq!(LocalDateTime::try_from(exact).unwrap().to_string(), "2020-02-04T07:00:00.1234567");
        assert!(PrimitiveDateTime::try_from(parse("2016-12-31T23:59:60")).is_err());
        assert!(PrimitiveDateTime::try_from(parse("2020-02-04T07:00:00.0000000001")).is_err());
        let before = time::Date::from_calendar_date(0, time::Month::May, 1).unwrap().midnight();
        assert!(LocalDateTime::try_from(before).is_err());
    }

    proptest! {
        #[test]
        fn a_local_time_survives_text_and_json(
            (year, month, day) in (1_u16..=9999, 1_u8..=12, 1_u8..=28),
            (hour, minute, second) in (0_u8..24, 0_u8..60, 0_u8..60),
            fraction in "(\\.[0-9]{1,12})?",
        ) {
            let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}");
            let local = parse(&text);
            prop_assert_eq!(local.to_string(), text);
            let json = serde_json::to_string(&local).unwrap();
            prop_assert_eq!(serde_json::from_str::<LocalDateTime>(&json).unwrap(), local);
            if let Ok(exact) = PrimitiveDateTime::try_from(local) {
                let again = LocalDateTime::try_from(exact).unwrap();
                prop_assert!(again.date() == local.date() && again.time().same_time(local.time()));
            }
        }
    }
}
