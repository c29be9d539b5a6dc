//! `Edm.Date`.

use core::fmt;
use core::str::FromStr;

use super::cursor::Cursor;
use super::line::Line;
use time::Month;

/// A calendar date without a time of day: `2016-09-22`.
///
/// Years 0001 to 9999, as everywhere in Graph; the grammar's years below 1 and above 9999 are refused.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::Date;
///
/// let due: Date = "2016-09-22".parse()?;
/// assert_eq!((due.year(), due.month(), due.day()), (2016, 9, 22));
/// assert_eq!(due, Date::new(2016, 9, 22)?);
/// assert_eq!(time::Date::from(due).ordinal(), 266);
/// # Ok::<(), graph_resource::edm::ParseDateError>(())
/// ```
///
/// Source: OData ABNF, `dateValue`; CSDL 4.0, section 4.4 (`Edm.Date`).
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date(time::Date);

/// A text, or numbers, that are no `Edm.Date`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseDateError(&'static str);

worded_error!(ParseDateError);

const SHAPE: &str = "not a date like 2016-09-22";
pub(super) const NO_SUCH_DATE: &str = "there is no such date; years run from 0001 to 9999";

impl Date {
    /// The date of a year (1 to 9999), a month (1 to 12) and a day of the month (1 to 31).
    ///
    /// # Errors
    ///
    /// There is no such date.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, ParseDateError> {
        Month::try_from(month)
            .ok()
            .and_then(|month| time::Date::from_calendar_date(i32::from(year), month, day).ok())
            .ok_or(NO_SUCH_DATE)
            .and_then(Self::checked)
            .map_err(ParseDateError)
    }

    /// The year: 1 to 9999.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.year()
    }

    /// The month: 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month: 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.0.day()
    }

    pub(super) fn checked(date: time::Date) -> Result<Self, &'static str> {
        (1..=9999).contains(&date.year()).then_some(Self(date)).ok_or(NO_SUCH_DATE)
    }

    pub(super) fn push_to(self, line: &mut Line) {
        let (year, month, day) = self.0.to_calendar_date();
        line.push_digits(year.unsigned_abs(), 4);
        line.push(b'-');
        line.push_digits(u8::from(month), 2);
        line.push(b'-');
        line.push_digits(day, 2);
    }

    fn text(self) -> Line {
        let mut line = Line::new();
        self.push_to(&mut line);
        line
    }

    /// Takes a date off a text; `None` where none is written there.
    pub(super) fn take(rest: &mut Cursor<'_>) -> Option<Result<Self, &'static str>> {
        let year = u16::try_from(rest.digits(4)?).ok()?;
        rest.literal(b'-')?;
        let month = rest.two()?;
        rest.literal(b'-')?;
        Some(Self::new(year, month, rest.two()?).map_err(|error| error.0))
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut rest = Cursor(text.as_bytes());
        let date = Self::take(&mut rest).filter(|_| rest.is_empty()).unwrap_or(Err(SHAPE));
        date.map_err(ParseDateError)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<Date> for time::Date {
    fn from(value: Date) -> Self {
        value.0
    }
}

impl TryFrom<time::Date> for Date {
    type Error = ParseDateError;

    /// # Errors
    ///
    /// The year is outside of 0001 to 9999.
    fn try_from(value: time::Date) -> Result<Self, Self::Error> {
        Self::checked(value).map_err(ParseDateError)
    }
}

text_value!(Date, Bare, text, "a date like 2016-09-22");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Date;

    #[test]
    fn a_date_is_written_as_it_was() {
        for text in ["2016-09-22", "0001-01-01", "9999-12-31", "2020-02-29"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for (text, why) in [
            ("", "not a date"),
            ("2016-9-22", "not a date"),
            ("2016-09-22T00:00:00Z", "not a date"),
            ("2016-09-22 ", "not a date"),
            ("-0001-01-01", "not a date"),
            ("12016-09-22", "not a date"),
            ("２016-09-22", "not a date"),
            ("٢٠١٦-٠٩-٢٢", "not a date"),
            ("0000-01-01", "no such date"),
            ("2019-02-29", "no such date"),
            ("2019-13-01", "no such date"),
            ("2019-00-01", "no such date"),
            ("2019-01-00", "no such date"),
        ] {
            let error = text.parse::<Date>().unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn years_are_four_digits() {
        assert!(Date::new(0, 1, 1).is_err());
        assert!(Date::new(10_000, 1, 1).is_err());
        let before = time::Date::from_calendar_date(-1, time::Month::May, 1).unwrap();
        assert!(Date::try_from(before).is_err());
    }

    proptest! {
        #[test]
        fn a_date_survives_text_and_json(year in 1_u16..=9999, month in 1_u8..=12, day in 1_u8..=28) {
            let date = Date::new(year, month, day).unwrap();
            prop_assert_eq!(date.to_string().parse::<Date>().unwrap(), date);
            prop_assert_eq!(Date::try_from(time::Date::from(date)).unwrap(), date);
            let json = serde_json::to_string(&date).unwrap();
            prop_assert_eq!(serde_json::from_str::<Date>(&json).unwrap(), date);
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,12}|[0-9-]{8,12}") {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
