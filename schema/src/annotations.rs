//! What annotations say: permissions and deprecation.

use core::fmt;

use crate::index::Index;
use crate::layout;

/// What a client may do with a property.
///
/// Source: OData vocabulary `Core`, term `Permissions`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Permission {
    /// Neither read nor write.
    None,
    /// Read only.
    Read,
    /// Write only.
    Write,
    /// Both.
    ReadWrite,
}

/// A day of the Gregorian calendar, or a month of it. Written `2026-08-14` or `2026-08`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date of a number `yyyymmdd`, in which a month has day 0.
    pub(crate) const fn of(number: u32) -> Option<Self> {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        if year == 0 || year > 9999 || month == 0 || month > 12 || day > 31 {
            return None;
        }
        // Each number is below its type's end: it was looked at.
        #[allow(clippy::cast_possible_truncation)]
        Some(Self { year: year as u16, month: month as u8, day: day as u8 })
    }

    /// The number `yyyymmdd`, as an index holds it.
    #[doc(hidden)]
    #[must_use]
    pub fn number(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day, 1 to 31; `None` where only the month is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day().map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// A text that is no date.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no date; write it as `2026-08-14`, or a month as `2026-08`")
    }
}

impl core::error::Error for DateError {}

impl core::str::FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let number = |digits: &str, length: usize| {
            let are_digits = digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit());
            are_digits.then(|| digits.parse::<u32>().ok()).flatten().ok_or(DateError)
        };
        let mut parts = text.split('-');
        let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let day = parts
            .next()
            .map_or(Ok(0), |day| number(day, 2).and_then(|day| if day == 0 { Err(DateError) } else { Ok(day) }))?;
        let date = number(year, 4)? * 10_000 + number(month, 2)? * 100 + day;
        if parts.next().is_some() { Err(DateError) } else { Self::of(date).ok_or(DateError) }
    }
}

/// That something is deprecated.
///
/// Source: OData vocabulary `Core`, term `Revisions`, of the kind `Deprecated`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Deprecation<'i> {
    /// Since when.
    pub since: Option<Date>,
    /// When it is taken out of service, or was.
    pub removal: Option<Date>,
    /// How Graph calls the revision: `2023-06/New_Properties_Added`. Empty where it has no name.
    pub revision: &'i str,
}

impl<'i> Deprecation<'i> {
    pub(crate) fn of(index: &'i Index<'i>, section: usize, number: u16) -> Option<Self> {
        let place =
            |&[of, low, high, ..]: &[u8; layout::DEPRECATION]| (usize::from(of), u16::from_le_bytes([low, high]));
        let found = index.deprecations.binary_search_by_key(&(section, number), place).ok()?;
        let ([since, removal, revision], []) = index.deprecations.get(found)?.last_chunk::<12>()?.as_chunks::<4>()
        else {
            return None;
        };
        let date = |number: &[u8; 4]| Date::of(u32::from_le_bytes(*number));
        Some(Self { since: date(since), removal: date(removal), revision: index.names.text(*revision) })
    }
}

impl fmt::Display for Deprecation<'_> {
    /// `deprecated since 2023-11-06, removal on 2026-11-06`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deprecated")?;
        self.since.map_or(Ok(()), |since| write!(f, " since {since}"))?;
        self.removal.map_or(Ok(()), |removal| write!(f, ", removal on {removal}"))
    }
}
