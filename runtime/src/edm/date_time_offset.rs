//! `Edm.DateTimeOffset`.

use core::cmp::Ordering;
use core::fmt::{self, Write as _};
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

use crate::read::{ReadContext, ReadMode};
use crate::value::{GraphValue, Scalar, ScalarValue, read_text};

/// A moment with its offset from UTC: `2020-02-25T18:52:21.2169889Z`, `2017-01-01T00:03:15+03:00`.
///
/// Years 0001 to 9999, with any offset below 24 hours; up to 12 digits of a second; seconds may be left out, and may
/// be 60. The offset and every digit stay as they came: `…15.500Z` is not turned into `…15.5Z`, nor `+00:00` into `Z`.
///
/// Equality is that of the written form, so that a difference in it is a change. Order is that of the moments; where
/// two written forms mean the same moment, that of the forms. [`same_instant`](Self::same_instant) compares moments.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::DateTimeOffset;
///
/// let start: DateTimeOffset = "2017-01-01T00:03:15.6077862+03:00".parse()?;
/// assert_eq!(start.to_string(), "2017-01-01T00:03:15.6077862+03:00");
/// assert_eq!(start.offset_minutes(), 180);
///
/// let moment = time::OffsetDateTime::from(start);
/// assert_eq!(moment.unix_timestamp(), 1_483_218_195);
/// # Ok::<(), graph_resource::edm::ParseDateTimeOffsetError>(())
/// ```
///
/// Source: OData ABNF, `dateTimeOffsetValue`; OData JSON Format 4.0, section 7.1.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct DateTimeOffset {
    date: Date,
    hour: u8,
    minute: u8,
    second: u8,
    precision: Precision,
    offset: Offset,
    /// The fraction of the second in units of its last digit.
    fraction: u64,
}

/// How far the time of day is written out.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Precision {
    Minute,
    /// Seconds with so many digits of a fraction; 0 for none.
    Second(u8),
}

#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Offset {
    /// `Z`.
    Utc,
    /// `+hh:mm` or `-hh:mm`. `-00:00` has its sign kept.
    Signed { negative: bool, minutes: u16 },
}

/// A text that is no `Edm.DateTimeOffset`.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct ParseDateTimeOffsetError(&'static str);

const WANTED: &str = "a date, time and offset like 2020-02-25T18:52:21.2169889Z";

impl DateTimeOffset {
    /// The calendar date where the offset holds.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The time of day where the offset holds: hour (0 to 23), minute (0 to 59), second (0 to 60).
    #[must_use]
    pub const fn hms(&self) -> (u8, u8, u8) {
        (self.hour, self.minute, self.second)
    }

    /// The fraction of the second, in picoseconds: 0 to 999,999,999,999.
    #[must_use]
    pub const fn picosecond(&self) -> u64 {
        match self.precision {
            Precision::Minute => 0,
            Precision::Second(digits) => self.fraction * 10_u64.pow(12 - digits as u32),
        }
    }

    /// The offset from UTC in whole minutes, east positive.
    #[must_use]
    #[allow(clippy::cast_possible_wrap, reason = "below 24 hours, checked at construction")]
    pub const fn offset_minutes(&self) -> i16 {
        match self.offset {
            Offset::Utc => 0,
            Offset::Signed { negative: false, minutes } => minutes as i16,
            Offset::Signed { negative: true, minutes } => -(minutes as i16),
        }
    }

    /// Whether both mean the same moment, whatever offset and digits they are written with.
    #[must_use]
    pub fn same_instant(&self, other: &Self) -> bool {
        self.instant() == other.instant()
    }

    /// Seconds since the epoch (days before year 1 count too), and picoseconds.
    fn instant(&self) -> (i64, u64) {
        let days = i64::from(self.date.to_julian_day()) - 2_440_588;
        let seconds = i64::from(self.hour) * 3_600 + i64::from(self.minute) * 60 + i64::from(self.second);
        (days * 86_400 + seconds - i64::from(self.offset_minutes()) * 60, self.picosecond())
    }
}

impl FromStr for DateTimeOffset {
    type Err = ParseDateTimeOffsetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut rest = Rest(text.as_bytes());
        let shape = ParseDateTimeOffsetError("not a date, time and offset like 2020-02-25T18:52:21.2169889Z");
        let (year, month, day) = (|| {
            let year = rest.digits(4)?;
            rest.literal(b'-')?;
            let month = rest.digits(2)?;
            rest.literal(b'-')?;
            Some((year, month, rest.digits(2)?))
        })()
        .ok_or_else(|| shape.clone())?;
        let (hour, minute) = (|| {
            rest.either(b"Tt")?;
            let hour = rest.digits(2)?;
            rest.literal(b':')?;
            Some((hour, rest.digits(2)?))
        })()
        .ok_or_else(|| shape.clone())?;
        let (mut second, mut fraction, mut precision) = (0, 0, Precision::Minute);
        if rest.literal(b':').is_some() {
            second = rest.digits(2).ok_or_else(|| shape.clone())?;
            precision = Precision::Second(0);
            if rest.literal(b'.').is_some() {
                let digits = rest.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
                if !(1..=12).contains(&digits) {
                    return Err(ParseDateTimeOffsetError("the fraction of a second has 1 to 12 digits"));
                }
                fraction = rest.digits(digits).ok_or_else(|| shape.clone())?;
                precision = Precision::Second(u8::try_from(digits).unwrap_or(12));
            }
        }
        if rest.0.is_empty() {
            return Err(ParseDateTimeOffsetError(
                "the offset is missing; write `Z` or one like `+02:00` after the time",
            ));
        }
        let offset = rest.offset().ok_or_else(|| shape.clone())?;
        if !rest.0.is_empty() {
            return Err(shape);
        }
        let small = |number: u64| u8::try_from(number).unwrap_or(u8::MAX);
        let date = i32::try_from(year)
            .ok()
            .filter(|year| (1..=9999).contains(year))
            .zip(Month::try_from(small(month)).ok())
            .and_then(|(year, month)| Date::from_calendar_date(year, month, small(day)).ok())
            .ok_or(ParseDateTimeOffsetError("there is no such date; years run from 0001 to 9999"))?;
        if hour > 23 || minute > 59 || second > 60 {
            return Err(ParseDateTimeOffsetError("there is no such time of day"));
        }
        Ok(Self { date, hour: small(hour), minute: small(minute), second: small(second), precision, offset, fraction })
    }
}

/// What is left of a text to parse.
struct Rest<'t>(&'t [u8]);

impl Rest<'_> {
    fn literal(&mut self, byte: u8) -> Option<()> {
        self.either(&[byte]).map(|_| ())
    }

    fn either(&mut self, bytes: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        bytes.contains(&first).then(|| self.0 = rest)?;
        Some(first)
    }

    fn digits(&mut self, count: usize) -> Option<u64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number = digits
            .iter()
            .try_fold(0_u64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0')))?;
        self.0 = rest;
        Some(number)
    }

    fn offset(&mut self) -> Option<Offset> {
        if self.either(b"Zz").is_some() {
            return Some(Offset::Utc);
        }
        let negative = self.either(b"+-")? == b'-';
        let hours = self.digits(2)?;
        self.literal(b':')?;
        let minutes = self.digits(2)?;
        let minutes = (hours < 24 && minutes < 60).then(|| u16::try_from(hours * 60 + minutes).ok())??;
        Some(Offset::Signed { negative, minutes })
    }
}

impl fmt::Display for DateTimeOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}T{:02}:{:02}", u8::from(month), self.hour, self.minute)?;
        match self.precision {
            Precision::Minute => {}
            Precision::Second(0) => write!(f, ":{:02}", self.second)?,
            Precision::Second(digits) => {
                write!(f, ":{:02}.{:0width$}", self.second, self.fraction, width = usize::from(digits))?;
            }
        }
        match self.offset {
            Offset::Utc => f.write_char('Z'),
            Offset::Signed { negative, minutes } => {
                let sign = if negative { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl fmt::Debug for DateTimeOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Ord for DateTimeOffset {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant()
            .cmp(&other.instant())
            .then_with(|| self.offset.cmp(&other.offset))
            .then_with(|| self.precision.cmp(&other.precision))
            .then_with(|| self.second.cmp(&other.second))
    }
}

impl PartialOrd for DateTimeOffset {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<DateTimeOffset> for OffsetDateTime {
    /// The moment, with its offset. Digits beyond nanoseconds are cut; second 60 is second 59 of the same minute.
    fn from(value: DateTimeOffset) -> Self {
        let nanosecond = u32::try_from(value.picosecond() / 1_000).unwrap_or(0);
        let time =
            Time::from_hms_nano(value.hour, value.minute, value.second.min(59), nanosecond).unwrap_or(Time::MIDNIGHT);
        let offset = UtcOffset::from_whole_seconds(i32::from(value.offset_minutes()) * 60).unwrap_or(UtcOffset::UTC);
        Self::new_in_offset(value.date, time, offset)
    }
}

impl TryFrom<OffsetDateTime> for DateTimeOffset {
    type Error = ParseDateTimeOffsetError;

    /// Written with as many digits as the fraction needs, and with `Z` where the offset is none.
    ///
    /// # Errors
    ///
    /// Years outside of 0001 to 9999, and offsets that are no whole number of minutes.
    fn try_from(value: OffsetDateTime) -> Result<Self, Self::Error> {
        if !(1..=9999).contains(&value.year()) {
            return Err(ParseDateTimeOffsetError("there is no such date; years run from 0001 to 9999"));
        }
        let seconds = value.offset().whole_seconds();
        if seconds % 60 != 0 {
            return Err(ParseDateTimeOffsetError("the offset is no whole number of minutes"));
        }
        let (mut fraction, mut digits) = (u64::from(value.nanosecond()), 9);
        while digits > 0 && fraction.is_multiple_of(10) {
            fraction /= 10;
            digits -= 1;
        }
        let offset = if seconds == 0 {
            Offset::Utc
        } else {
            let minutes = u16::try_from(seconds.unsigned_abs() / 60)
                .map_err(|_| ParseDateTimeOffsetError("the offset is 24 hours or more"))?;
            Offset::Signed { negative: seconds < 0, minutes }
        };
        Ok(Self {
            date: value.date(),
            hour: value.hour(),
            minute: value.minute(),
            second: value.second(),
            precision: Precision::Second(digits),
            offset,
            fraction,
        })
    }
}

impl ScalarValue for DateTimeOffset {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<Self, D::Error> {
        read_text(from, cx, WANTED, |text| text.parse().ok())
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl GraphValue for DateTimeOffset {
    type Codec = Scalar<Self>;
}

impl Serialize for DateTimeOffset {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write(to)
    }
}

impl<'de> Deserialize<'de> for DateTimeOffset {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::read(from, ReadContext::root(ReadMode::Local))
    }
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::DateTimeOffset;

    #[test]
    fn every_digit_and_the_offset_stay() {
        for text in [
            "2017-01-01T00:03:15.6077862+03:00",
            "9999-12-31T23:59:59.9999999Z",
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59.999999999999-14:00",
            "2020-02-25T18:52Z",
            "2020-02-25T18:52:21.500-00:00",
            "2016-12-31T23:59:60Z",
        ] {
            assert_eq!(text.parse::<DateTimeOffset>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for (text, why) in [
            ("2017-04-24T22:40:44.5665917", "offset is missing"),
            ("2019-02-29T00:00:00Z", "no such date"),
            ("0000-01-01T00:00:00Z", "no such date"),
            ("2019-01-01T24:00:00Z", "no such time"),
            ("2019-01-01T00:00:61Z", "no such time"),
            ("2019-01-01T00:00:00.Z", "1 to 12 digits"),
            ("2019-01-01T00:00:00.1234567890123Z", "1 to 12 digits"),
            ("2019-01-01T00:00:00+24:00", "not a date"),
            ("2019-01-01", "not a date"),
            ("2019-01-01T00:00:00Z ", "not a date"),
            ("", "not a date"),
            ("２019-01-01T00:00:00Z", "not a date"),
        ] {
            let error = text.parse::<DateTimeOffset>().unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn moments_are_ordered_whatever_their_offset() {
        let parse = |text: &str| text.parse::<DateTimeOffset>().unwrap();
        let (utc, east) = (parse("2020-01-01T00:00:00Z"), parse("2020-01-01T02:00:00.00+02:00"));
        assert!(utc.same_instant(&east));
        assert_ne!(utc, east);
        assert!(utc < east && east < parse("2020-01-01T00:00:00.000000000001Z"));
        assert!(parse("0001-01-01T00:00:00+14:00") < parse("0001-01-01T00:00:00Z"));
    }

    #[test]
    fn time_has_the_same_moment() {
        for text in ["2017-01-01T00:03:15.6077862+03:00", "1969-12-31T23:59:59.5Z", "9999-12-31T23:59:59.9999999-14:00"]
        {
            let value: DateTimeOffset = text.parse().unwrap();
            let moment = OffsetDateTime::from(value);
            assert_eq!(DateTimeOffset::try_from(moment).unwrap(), value);
        }
        let value: DateTimeOffset = "1969-12-31T23:59:59.5Z".parse().unwrap();
        assert_eq!(OffsetDateTime::from(value).unix_timestamp_nanos(), -500_000_000);
    }
}
