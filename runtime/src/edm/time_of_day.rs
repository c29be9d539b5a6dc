//! `Edm.TimeOfDay`.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use super::convert_error::{BELOW_NANOSECONDS, ConvertValueError, LEAP_SECOND};
use super::cursor::Cursor;
use super::line::Line;

/// A time of day without a date: `07:59:59.9999999`, `07:59`.
///
/// Up to 12 digits of a second; seconds may be left out, and may be 60 as in a leap second. Every digit stays as it
/// came: `07:59:00` is not turned into `07:59`, nor `.500` into `.5`.
///
/// Equality is that of the written form, so that a difference in it is a change. Order is that of the times; where two
/// written forms mean the same time, the one with fewer digits is first. [`same_time`](Self::same_time) compares times.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::TimeOfDay;
///
/// let quiet: TimeOfDay = "07:59:59.9999999".parse()?;
/// assert_eq!(quiet.hms(), (7, 59, 59));
/// assert_eq!(quiet.picosecond(), 999_999_900_000);
/// assert_eq!(TimeOfDay::new(8, 0, 0)?.to_string(), "08:00:00");
/// # Ok::<(), graph_resource::edm::ParseTimeOfDayError>(())
/// ```
///
/// Source: OData ABNF, `timeOfDayValue`; CSDL 4.0, section 4.4 (`Edm.TimeOfDay`).
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
    second: u8,
    precision: Precision,
    /// The fraction of the second in units of its last digit.
    fraction: u64,
}

/// How far a time is written out.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
enum Precision {
    Minute,
    /// Seconds with so many digits of a fraction, up to 12; 0 for none.
    Second(u8),
}

/// A text, or numbers, that are no `Edm.TimeOfDay`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseTimeOfDayError(&'static str);

worded_error!(ParseTimeOfDayError);

const SHAPE: &str = "not a time of day like 07:59:59.9999999";

impl TimeOfDay {
    /// The time of an hour (0 to 23), a minute (0 to 59) and a second (0 to 60), written with its seconds.
    ///
    /// # Errors
    ///
    /// There is no such time of day.
    pub fn new(hour: u8, minute: u8, second: u8) -> Result<Self, ParseTimeOfDayError> {
        let time = Self { hour, minute, second, precision: Precision::Second(0), fraction: 0 };
        time.checked().map_err(ParseTimeOfDayError)
    }

    /// Hour (0 to 23), minute (0 to 59), second (0 to 60).
    #[must_use]
    pub const fn hms(self) -> (u8, u8, u8) {
        (self.hour, self.minute, self.second)
    }

    /// The fraction of the second, in picoseconds: 0 to 999,999,999,999.
    #[must_use]
    pub const fn picosecond(self) -> u64 {
        match self.precision {
            Precision::Minute => 0,
            Precision::Second(digits) => self.fraction * 10_u64.pow(12 - digits as u32),
        }
    }

    /// Whether both mean the same time, whatever digits they are written with.
    #[must_use]
    pub fn same_time(self, other: Self) -> bool {
        (self.hms(), self.picosecond()) == (other.hms(), other.picosecond())
    }

    fn checked(self) -> Result<Self, &'static str> {
        let valid = self.hour < 24 && self.minute < 60 && self.second <= 60;
        valid.then_some(self).ok_or("there is no such time of day")
    }

    /// Of parts that are in range, with as many digits as the fraction needs.
    pub(super) fn of_nanosecond(hour: u8, minute: u8, second: u8, nanosecond: u32) -> Result<Self, &'static str> {
        let (mut fraction, mut digits) = (u64::from(nanosecond), 9);
        while digits > 0 && fraction.is_multiple_of(10) {
            fraction /= 10;
            digits -= 1;
        }
        if nanosecond > 999_999_999 {
            return Err("a second has 999,999,999 nanoseconds at most");
        }
        Self { hour, minute, second, precision: Precision::Second(digits), fraction }.checked()
    }

    /// The nanoseconds of the second, digits beyond them cut.
    pub(super) fn nanosecond(self) -> u32 {
        u32::try_from(self.picosecond() / 1_000).unwrap_or(0)
    }

    /// The nanoseconds of the second.
    ///
    /// # Errors
    ///
    /// There are digits beyond them.
    pub(super) fn exact_nanosecond(self) -> Result<u32, ConvertValueError> {
        if self.picosecond().is_multiple_of(1_000) { Ok(self.nanosecond()) } else { Err(BELOW_NANOSECONDS) }
    }

    pub(super) fn push_to(self, line: &mut Line) {
        line.push_digits(self.hour, 2);
        line.push(b':');
        line.push_digits(self.minute, 2);
        let Precision::Second(digits) = self.precision else { return };
        line.push(b':');
        line.push_digits(self.second, 2);
        if digits > 0 {
            line.push(b'.');
            line.push_digits(self.fraction, usize::from(digits));
        }
    }

    fn text(self) -> Line {
        let mut line = Line::new();
        self.push_to(&mut line);
        line
    }

    /// Takes a time off a text; `None` where none is written there.
    pub(super) fn take(rest: &mut Cursor<'_>) -> Option<Result<Self, &'static str>> {
        let hour = rest.two()?;
        rest.literal(b':')?;
        let minute = rest.two()?;
        let mut time = Self { hour, minute, second: 0, precision: Precision::Minute, fraction: 0 };
        if rest.literal(b':').is_some() {
            time.second = rest.two()?;
            time.precision = Precision::Second(0);
            if rest.literal(b'.').is_some() {
                let count = rest.run_of_digits();
                let Some(digits) = u8::try_from(count).ok().filter(|digits| (1..=12).contains(digits)) else {
                    return Some(Err("the fraction of a second has 1 to 12 digits"));
                };
                time.fraction = rest.digits(count)?;
                time.precision = Precision::Second(digits);
            }
        }
        Some(time.checked())
    }
}

impl FromStr for TimeOfDay {
    type Err = ParseTimeOfDayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut rest = Cursor(text.as_bytes());
        let time = Self::take(&mut rest).unwrap_or(Err(SHAPE)).map_err(ParseTimeOfDayError)?;
        if rest.is_empty() { Ok(time) } else { Err(ParseTimeOfDayError(SHAPE)) }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Ord for TimeOfDay {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |time: &Self| (time.hms(), time.picosecond(), time.precision);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for TimeOfDay {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<time::Time> for TimeOfDay {
    /// Written with its seconds, and with as many digits as the fraction needs.
    fn from(value: time::Time) -> Self {
        let (hour, minute, second, nanosecond) = value.as_hms_nano();
        let midnight = Self { hour: 0, minute: 0, second: 0, precision: Precision::Second(0), fraction: 0 };
        Self::of_nanosecond(hour, minute, second, nanosecond).unwrap_or(midnight)
    }
}

impl TryFrom<TimeOfDay> for time::Time {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// Second 60, and digits beyond nanoseconds, for which `time` has no out.
    fn try_from(value: TimeOfDay) -> Result<Self, Self::Error> {
        Self::from_hms_nano(value.hour, value.minute, value.second, value.exact_nanosecond()?).map_err(|_| LEAP_SECOND)
    }
}

text_value!(TimeOfDay, Bare, text, "a time of day like 07:59:59.9999999");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TimeOfDay;

    fn parse(text: &str) -> TimeOfDay {
        text.parse().unwrap()
    }

    #[test]
    fn every_digit_stays() {
        for text in [
            "07:59:59.9999999",
            "00:00",
            "00:00:00",
            "00:00:00.0",
            "23:59:60",
            "23:59:59.999999999999",
            "12:30:00.500",
            "12:30:00.000000000000",
        ] {
            assert_eq!(parse(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_time_of_day_is_refused() {
        for (text, why) in [
            ("", "not a time"),
            ("7:59", "not a time"),
            ("07", "not a time"),
            ("07:59:", "not a time"),
            ("07:59Z", "not a time"),
            ("07:59:59,5", "not a time"),
            ("０7:59", "not a time"),
            ("24:00", "no such time"),
            ("23:60", "no such time"),
            ("23:59:61", "no such time"),
            ("07:59:59.", "1 to 12 digits"),
            ("07:59:59.1234567890123", "1 to 12 digits"),
        ] {
            let error = text.parse::<TimeOfDay>().unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
        assert!(TimeOfDay::new(0, 0, 61).is_err());
    }

    #[test]
    fn order_agrees_with_equality() {
        let ascending =
            ["00:00", "00:00:00", "00:00:00.0", "00:00:00.00", "00:00:00.000000000001", "00:01", "23:59:60"];
        for (index, early) in ascending.iter().enumerate() {
            for late in &ascending[index + 1..] {
                assert!(parse(early) < parse(late) && parse(early) != parse(late), "{early} {late}");
            }
        }
        assert!(parse("00:00").same_time(parse("00:00:00.000")));
        assert!(!parse("00:00").same_time(parse("00:00:00.001")));
    }

    #[test]
    fn time_takes_what_it_has_room_for() {
        assert_eq!(time::Time::try_from(parse("07:59:59.9999999")).unwrap().nanosecond(), 999_999_900);
        assert!(time::Time::try_from(parse("23:59:60")).unwrap_err().to_string().contains("second 60"));
        assert!(time::Time::try_from(parse("23:59:59.0000000001")).unwrap_err().to_string().contains("nanosecond"));
        assert_eq!(TimeOfDay::from(time::Time::MIDNIGHT).to_string(), "00:00:00");
    }

    proptest! {
        #[test]
        fn a_time_survives_text_json_and_time(
            (hour, minute, second) in (0_u8..24, 0_u8..60, 0_u8..=60),
            fraction in "(\\.[0-9]{1,12})?",
        ) {
            let text = format!("{hour:02}:{minute:02}:{second:02}{fraction}");
            let time = parse(&text);
            prop_assert_eq!(time.to_string(), text);
            let json = serde_json::to_string(&time).unwrap();
            prop_assert_eq!(serde_json::from_str::<TimeOfDay>(&json).unwrap(), time);
            if let Ok(exact) = time::Time::try_from(time) {
                prop_assert!(TimeOfDay::from(exact).same_time(time));
            }
        }
    }
}
