//! `Edm.DateTimeOffset`.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use super::cursor::Cursor;
use super::line::Line;
use super::{Date, TimeOfDay};
use time::{OffsetDateTime, Time, UtcOffset};

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
    time: TimeOfDay,
    offset: Offset,
}

#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Offset {
    /// `Z`.
    Utc,
    /// `+hh:mm` or `-hh:mm`. `-00:00` has its sign kept.
    Signed { negative: bool, minutes: u16 },
}

/// A text, or parts, that are no `Edm.DateTimeOffset`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseDateTimeOffsetError(&'static str);

worded_error!(ParseDateTimeOffsetError);

const SHAPE: &str = "not a date, time and offset like 2020-02-25T18:52:21.2169889Z";
const NO_OFFSET: &str = "the offset is missing; write `Z` or one like `+02:00` after the time";

impl DateTimeOffset {
    /// The moment of a date and a time of day where the offset from UTC, east positive, is so many minutes.
    ///
    /// An offset of 0 is written `Z`.
    ///
    /// # Errors
    ///
    /// The offset is 24 hours or more.
    pub fn new(date: Date, time: TimeOfDay, offset_minutes: i16) -> Result<Self, ParseDateTimeOffsetError> {
        Self::at_offset(date, time, i32::from(offset_minutes) * 60).map_err(ParseDateTimeOffsetError)
    }

    pub(super) fn at_offset(date: Date, time: TimeOfDay, seconds: i32) -> Result<Self, &'static str> {
        if seconds % 60 != 0 {
            return Err("the offset is no whole number of minutes");
        }
        let offset = match u16::try_from(seconds.unsigned_abs() / 60) {
            Ok(0) => Offset::Utc,
            Ok(minutes) if minutes < 24 * 60 => Offset::Signed { negative: seconds < 0, minutes },
            _ => return Err("the offset is 24 hours or more"),
        };
        Ok(Self { date, time, offset })
    }

    /// The calendar date where the offset holds.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The time of day where the offset holds.
    #[must_use]
    pub const fn time(&self) -> TimeOfDay {
        self.time
    }

    /// The time of day where the offset holds: hour (0 to 23), minute (0 to 59), second (0 to 60).
    #[must_use]
    pub const fn hms(&self) -> (u8, u8, u8) {
        self.time.hms()
    }

    /// The fraction of the second, in picoseconds: 0 to 999,999,999,999.
    #[must_use]
    pub const fn picosecond(&self) -> u64 {
        self.time.picosecond()
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

    fn text(&self) -> Line {
        let mut line = Line::new();
        self.date.push_to(&mut line);
        line.push(b'T');
        self.time.push_to(&mut line);
        match self.offset {
            Offset::Utc => line.push(b'Z'),
            Offset::Signed { negative, minutes } => {
                line.push(if negative { b'-' } else { b'+' });
                line.push_digits(minutes / 60, 2);
                line.push(b':');
                line.push_digits(minutes % 60, 2);
            }
        }
        line
    }

    /// Seconds since the epoch (days before year 1 count too), and picoseconds.
    fn instant(&self) -> (i64, u64) {
        let days = i64::from(time::Date::from(self.date).to_julian_day()) - 2_440_588;
        let (hour, minute, second) = self.hms();
        let seconds = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        (days * 86_400 + seconds - i64::from(self.offset_minutes()) * 60, self.picosecond())
    }
}

impl FromStr for DateTimeOffset {
    type Err = ParseDateTimeOffsetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).map_err(ParseDateTimeOffsetError)
    }
}

fn parse(text: &str) -> Result<DateTimeOffset, &'static str> {
    let mut rest = Cursor(text.as_bytes());
    let date = Date::take(&mut rest).unwrap_or(Err(SHAPE))?;
    rest.either(b"Tt").ok_or(SHAPE)?;
    let time = TimeOfDay::take(&mut rest).unwrap_or(Err(SHAPE))?;
    if rest.is_empty() {
        return Err(NO_OFFSET);
    }
    let offset = Offset::take(&mut rest).filter(|_| rest.is_empty()).ok_or(SHAPE)?;
    Ok(DateTimeOffset { date, time, offset })
}

impl Offset {
    /// Takes an offset off a text; `None` where none is written there.
    fn take(rest: &mut Cursor<'_>) -> Option<Self> {
        if rest.either(b"Zz").is_some() {
            return Some(Self::Utc);
        }
        let negative = rest.either(b"+-")? == b'-';
        let hours = u16::from(rest.two()?);
        rest.literal(b':')?;
        let minutes = u16::from(rest.two()?);
        (hours < 24 && minutes < 60).then_some(Self::Signed { negative, minutes: hours * 60 + minutes })
    }
}

impl fmt::Display for DateTimeOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Ord for DateTimeOffset {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant()
            .cmp(&other.instant())
            .then_with(|| self.offset.cmp(&other.offset))
            .then_with(|| self.time.cmp(&other.time))
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
        let (hour, minute, second) = value.hms();
        let time = Time::from_hms_nano(hour, minute, second.min(59), value.time.nanosecond()).unwrap_or(Time::MIDNIGHT);
        let offset = UtcOffset::from_whole_seconds(i32::from(value.offset_minutes()) * 60).unwrap_or(UtcOffset::UTC);
        Self::new_in_offset(value.date.into(), time, offset)
    }
}

impl TryFrom<OffsetDateTime> for DateTimeOffset {
    type Error = ParseDateTimeOffsetError;

    /// Written with as many digits as the fraction needs, and with `Z` where the offset is none.
    ///
    /// # Errors
    ///
    /// Years outside of 0001 to 9999, and offsets that are no whole number of minutes, or 24 hours or more.
    fn try_from(value: OffsetDateTime) -> Result<Self, Self::Error> {
        let offset = value.offset().whole_seconds();
        Date::checked(value.date())
            .and_then(|date| Self::at_offset(date, value.time().into(), offset))
            .map_err(ParseDateTimeOffsetError)
    }
}

text_value!(DateTimeOffset, Bare, text, "a date, time and offset like 2020-02-25T18:52:21.2169889Z");

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
    fn parts_make_a_moment() {
        let (date, time) = ("2016-12-31".parse().unwrap(), "23:59:60.50".parse().unwrap());
        let at = |minutes| DateTimeOffset::new(date, time, minutes).map(|moment| moment.to_string());
        assert_eq!(at(0).unwrap(), "2016-12-31T23:59:60.50Z");
        assert_eq!(at(-150).unwrap(), "2016-12-31T23:59:60.50-02:30");
        assert!(at(1_439).is_ok() && at(1_440).is_err() && at(i16::MIN).is_err());
        let moment = DateTimeOffset::new(date, time, 60).unwrap();
        assert_eq!((moment.date(), moment.time()), (date, time));
        assert_eq!(size_of::<DateTimeOffset>(), 24);
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
