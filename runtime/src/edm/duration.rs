//! `Edm.Duration`.

use core::cmp::Ordering;
use core::fmt::{self, Write as _};
use core::str::FromStr;

use super::convert_error::{BELOW_NANOSECONDS, ConvertValueError, NEGATIVE, OUT_OF_RANGE};

use crate::text::short::Short;

/// A length of time in days, hours, minutes and seconds: `PT1H30M`, `-P12DT23H59M59.999999999999S`.
///
/// ISO 8601 without years, months and weeks, of which none has a fixed length. Any number of digits of a second; in all
/// fewer than 2⁶⁴ seconds, forward or back. Every digit stays as it came: `PT90M` is not turned into `PT1H30M`.
///
/// Equality is that of the written form, so that a difference in it is a change. Order is that of the lengths; where
/// two written forms mean the same length, that of the texts. [`same_length`](Self::same_length) compares lengths.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::Duration;
///
/// let limit: Duration = "PT90M".parse()?;
/// assert_eq!(limit.as_str(), "PT90M");
/// assert!(limit.same_length(&"PT1H30M".parse()?));
///
/// let limit = core::time::Duration::try_from(&limit)?;
/// assert_eq!(limit.as_secs(), 5_400);
/// assert_eq!(Duration::from(limit).to_string(), "PT1H30M");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// Source: OData ABNF, `durationValue`; CSDL 4.0, section 4.4 (`Edm.Duration`).
// The text is the value, since its digits know no bound; the length is worked out where it is asked for.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct Duration(Short<22>);

/// A text that is no `Edm.Duration`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseDurationError(&'static str);

worded_error!(ParseDurationError);

const SHAPE: &str = "not a duration like P1DT2H30M4.5S";
const CALENDAR: &str = "a duration has days, hours, minutes and seconds, but no years, months or weeks";
const TOO_LONG: &str = "the duration has 2^64 seconds or more";

/// What a duration means: whole seconds, and the digits after the point without closing zeros.
#[derive(Clone, Copy, Default, Eq, PartialEq)]
struct Length<'t> {
    negative: bool,
    seconds: u64,
    fraction: &'t str,
}

impl Duration {
    /// The text, as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the duration goes back in time. `-PT0S` does not.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.length().negative
    }

    /// Whether the length is none.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.length() == Length::default()
    }

    /// The whole seconds of the length, without its sign: 0 to 2⁶⁴ − 1.
    #[must_use]
    pub fn whole_seconds(&self) -> u64 {
        self.length().seconds
    }

    /// Whether both have the same length, however they are written.
    #[must_use]
    pub fn same_length(&self, other: &Self) -> bool {
        self.length() == other.length()
    }

    fn length(&self) -> Length<'_> {
        // Checked at construction.
        length(self.as_str()).unwrap_or_default()
    }

    /// In as few units as there are: `P1DT2H3M4.5S`.
    pub(super) fn of_parts(negative: bool, seconds: u64, nanosecond: u32) -> Self {
        let (days, clock) = (seconds / 86_400, seconds % 86_400);
        let (hours, minutes, second) = (clock / 3_600, clock % 3_600 / 60, clock % 60);
        let mut text = String::from(if negative { "-P" } else { "P" });
        // Writing into a `String` does not fail.
        if days > 0 {
            let _ = write!(text, "{days}D");
        }
        if days == 0 || clock > 0 || nanosecond > 0 {
            text.push('T');
        }
        if hours > 0 {
            let _ = write!(text, "{hours}H");
        }
        if minutes > 0 {
            let _ = write!(text, "{minutes}M");
        }
        if nanosecond > 0 {
            let digits = format!("{nanosecond:09}");
            let _ = write!(text, "{second}.{}S", digits.trim_end_matches('0'));
        } else if second > 0 || text.ends_with('T') {
            let _ = write!(text, "{second}S");
        }
        Self(text.as_str().into())
    }

    /// Whether it goes back, its whole seconds, and the nanoseconds of the last one.
    ///
    /// # Errors
    ///
    /// There are digits beyond nanoseconds.
    pub(super) fn to_parts(&self) -> Result<(bool, u64, u32), ConvertValueError> {
        let Length { negative, seconds, fraction } = self.length();
        if fraction.len() > 9 {
            return Err(BELOW_NANOSECONDS);
        }
        let nanosecond = fraction.bytes().chain(core::iter::repeat(b'0')).take(9);
        let nanosecond = nanosecond.fold(0, |number, digit| number * 10 + u32::from(digit.saturating_sub(b'0')));
        Ok((negative, seconds, nanosecond))
    }

    /// The same with the sign on both numbers.
    pub(super) fn to_signed_parts(&self) -> Result<(i64, i32), ConvertValueError> {
        let (negative, seconds, nanosecond) = self.to_parts()?;
        let nanosecond = i32::try_from(nanosecond).map_err(|_| OUT_OF_RANGE)?;
        let seconds = if negative { 0_i64.checked_sub_unsigned(seconds) } else { 0_i64.checked_add_unsigned(seconds) };
        Ok((seconds.ok_or(OUT_OF_RANGE)?, if negative { -nanosecond } else { nanosecond }))
    }

    /// Of two numbers with the same sign.
    pub(super) fn of_signed_parts(seconds: i64, nanosecond: i32) -> Self {
        Self::of_parts(seconds < 0 || nanosecond < 0, seconds.unsigned_abs(), nanosecond.unsigned_abs())
    }
}

/// Reads a duration in capitals.
fn length(text: &str) -> Result<Length<'_>, &'static str> {
    let negative = text.starts_with('-');
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    let rest = rest.strip_prefix('P').ok_or(SHAPE)?;
    let (mut date, clock) = split(rest, b'T').map_or((rest, None), |(date, clock)| (date, Some(clock)));
    if date.bytes().any(|byte| matches!(byte, b'Y' | b'M' | b'W')) {
        return Err(CALENDAR);
    }
    let mut time = clock.unwrap_or_default();
    let (days, hours, minutes) = (take(&mut date, b'D'), take(&mut time, b'H'), take(&mut time, b'M'));
    let (mut whole, mut fraction) = ("", "");
    if let Some(number) = time.strip_suffix('S') {
        (whole, fraction) = split(number, b'.').unwrap_or((number, "0"));
        if !is_number(whole) || !is_number(fraction) {
            return Err(SHAPE);
        }
        time = "";
    }
    // `P` and a closing `T` say nothing.
    if rest.is_empty() || clock == Some("") || !date.is_empty() || !time.is_empty() {
        return Err(SHAPE);
    }
    let seconds = [(days, 86_400), (hours, 3_600), (minutes, 60), (whole, 1)]
        .into_iter()
        .try_fold(0_u64, |sum, (digits, unit)| sum.checked_add(number(digits)?.checked_mul(unit)?))
        .ok_or(TOO_LONG)?;
    let fraction = fraction.trim_end_matches('0');
    Ok(Length { negative: negative && (seconds > 0 || !fraction.is_empty()), seconds, fraction })
}

/// What is before and after the first such ASCII character. Of a few bytes, the standard library's search takes longer.
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((&text[..place], &text[place + 1..]))
}

/// Takes the digits of a unit off a text; none where the unit does not come next.
fn take<'t>(rest: &mut &'t str, unit: u8) -> &'t str {
    let Some((digits, after)) = split(rest, unit).filter(|(digits, _)| is_number(digits)) else { return "" };
    *rest = after;
    digits
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that the digits make; 0 for none.
fn number(digits: &str) -> Option<u64> {
    digits
        .bytes()
        .try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add(u64::from(digit.saturating_sub(b'0'))))
}

impl FromStr for Duration {
    type Err = ParseDurationError;

    /// Letters may be small, as the grammar has it; they are kept as capitals.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return text.to_ascii_uppercase().parse();
        }
        length(text).map(|_| Self(text.into())).map_err(ParseDurationError)
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.length(), other.length());
        // Digits without closing zeros are ordered as texts are.
        let magnitude = |length: Length<'_>, other: Length<'_>| {
            (length.seconds, length.fraction).cmp(&(other.seconds, other.fraction))
        };
        let lengths = match (one.negative, two.negative) {
            (false, false) => magnitude(one, two),
            (true, true) => magnitude(two, one),
            (negative, other) => other.cmp(&negative),
        };
        lengths.then_with(|| self.as_str().cmp(other.as_str()))
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<core::time::Duration> for Duration {
    /// Written in as few units as there are: `PT1H30M`.
    fn from(value: core::time::Duration) -> Self {
        Self::of_parts(false, value.as_secs(), value.subsec_nanos())
    }
}

impl From<time::Duration> for Duration {
    /// Written in as few units as there are: `PT1H30M`.
    fn from(value: time::Duration) -> Self {
        Self::of_signed_parts(value.whole_seconds(), value.subsec_nanoseconds())
    }
}

impl TryFrom<&Duration> for core::time::Duration {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// The duration is negative, or has digits beyond nanoseconds.
    fn try_from(value: &Duration) -> Result<Self, Self::Error> {
        match value.to_parts()? {
            (true, ..) => Err(NEGATIVE),
            (false, seconds, nanosecond) => Ok(Self::new(seconds, nanosecond)),
        }
    }
}

impl TryFrom<&Duration> for time::Duration {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// The duration has 2⁶³ seconds or more, or digits beyond nanoseconds.
    fn try_from(value: &Duration) -> Result<Self, Self::Error> {
        let (seconds, nanosecond) = value.to_signed_parts()?;
        Ok(Self::new(seconds, nanosecond))
    }
}

text_value!(Duration, Duration, as_str, "a duration like P1DT2H30M4.5S, in days, hours, minutes and seconds");

#[cfg(test)]
mod tests;
