//! Dates, times and durations as OData writes them, each as a number that can be compared.

use time::{Date, Month};

/// Picoseconds: OData allows twelve digits of a second.
const SECOND: i128 = 1_000_000_000_000;
const DAY: i128 = 86_400 * SECOND;

/// Picoseconds since the Julian day 0 for `2023-09-25T09:25:00Z`. Seconds may be missing.
pub(crate) fn instant(text: &str) -> Option<i128> {
    let (date, rest) = text.split_once(['T', 't'])?;
    let (time, offset) = split_offset(rest)?;
    Some(self::date(date)? + self::time(time)? - offset?)
}

/// The same for data, which may lack the zone or the time. UTC is then meant, and midnight.
pub(crate) fn instant_of_data(text: &str) -> Option<i128> {
    match text.split_once(['T', 't']) {
        None => date(text),
        Some((date, rest)) => {
            let (time, offset) = split_offset(rest)?;
            Some(self::date(date)? + self::time(time)? - offset.unwrap_or(0))
        }
    }
}

/// The time, and the offset where there is one.
fn split_offset(text: &str) -> Option<(&str, Option<i128>)> {
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, Some(0)));
    }
    let Some(at) = text.rfind(['+', '-']) else { return Some((text, None)) };
    let (hours, minutes) = text[at + 1..].split_once(':')?;
    let amount = i128::from(digits(hours, 2)? * 60 + digits(minutes, 2)?) * 60 * SECOND;
    let sign = if text[at..].starts_with('-') { -1 } else { 1 };
    Some((&text[..at], Some(sign * amount)))
}

/// Picoseconds at the midnight that begins `2023-09-25`.
pub(crate) fn date(text: &str) -> Option<i128> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = rest.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let year = i32::try_from(digits(year, 4)?).ok()?;
    let month = Month::try_from(u8::try_from(digits(month, 2)?).ok()?).ok()?;
    let day = u8::try_from(digits(day, 2)?).ok()?;
    let date = Date::from_calendar_date(if negative { -year } else { year }, month, day).ok()?;
    Some(i128::from(date.to_julian_day()) * DAY)
}

/// Picoseconds since midnight for `09:25`, `09:25:00` and `09:25:00.1234567`.
pub(crate) fn time(text: &str) -> Option<i128> {
    let mut parts = text.splitn(3, ':');
    let (hours, minutes) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let seconds = match parts.next() {
        Some(text) if text.split('.').next().is_some_and(|whole| whole.len() == 2) => seconds(text)?,
        Some(_) => return None,
        None => 0,
    };
    let is_time = hours < 24 && minutes < 60 && seconds < 61 * SECOND;
    is_time.then_some(i128::from(hours * 60 + minutes) * 60 * SECOND + seconds)
}

/// Picoseconds of `-P1DT2H3M4.5S`.
///
/// Source: XML Schema 1.1, part 2, type `dayTimeDuration`.
pub(crate) fn duration(text: &str) -> Option<i128> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, clock) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None if rest.is_empty() => return None,
        None => (rest, ""),
    };
    let mut total = 0_i128;
    if !days.is_empty() {
        total = seconds(days.strip_suffix('D').filter(|days| !days.contains('.'))?)?.checked_mul(86_400)?;
    }
    let mut rest = clock;
    for (unit, factor) in [('H', 3_600), ('M', 60), ('S', 1)] {
        if let Some((amount, after)) = rest.split_once(unit) {
            if unit != 'S' && amount.contains('.') {
                return None;
            }
            total = total.checked_add(seconds(amount)?.checked_mul(factor)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(if negative { -total } else { total })
}

/// Picoseconds of `12` and `12.345`.
fn seconds(text: &str) -> Option<i128> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if (1..=12).contains(&fraction.len()) => (whole, fraction),
        Some(_) => return None,
        None => (text, ""),
    };
    let whole = i128::from(digits(whole, 1)?);
    let padded = format!("{fraction:0<12}");
    Some(whole * SECOND + i128::from(digits(&padded, 12)?))
}

/// A number of at least so many digits, and of at most 15.
fn digits(text: &str, least: usize) -> Option<i64> {
    let is_number = (least..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if least == 2 && text.len() != 2 {
        return None;
    }
    is_number.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{date, duration, instant, instant_of_data, time};

    #[test]
    fn moments_are_compared_whatever_their_zone() {
        let same =
            ["2023-09-25T09:25:00Z", "2023-09-25T11:25:00+02:00", "2023-09-25T09:25Z", "2023-09-25T05:25:00.000-04:00"];
        for text in same {
            assert_eq!(instant(text), instant(same[0]), "{text}");
            assert!(instant(text).is_some());
        }
        assert!(instant("2023-09-25T09:25:00.000000000001Z") > instant(same[0]));
        assert_eq!(instant_of_data("2023-09-25T09:25:00"), instant(same[0]));
        assert_eq!(instant_of_data("2023-09-25"), instant("2023-09-25T00:00Z"));
        for text in [
            "2023-09-25",
            "2023-09-25T09:25:00",
            "2023-13-01T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "23-01-01T00:00:00Z",
            "2023-09-25T24:00:00Z",
            "2023-09-25T09:25:00.Z",
            "2023-09-25T09:25:00+2:00",
            "x",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_moment() {
        assert!(date("0001-01-01") < date("9999-12-31"));
        assert!(date("-0001-01-01") < date("0001-01-01"));
        assert_eq!(time("07:59"), time("07:59:00.000"));
        assert_eq!(time("7:59"), None);
        assert_eq!(time("07:59:5"), None);
    }

    #[test]
    fn durations() {
        assert_eq!(duration("PT1H30M"), duration("PT90M"));
        assert_eq!(duration("P1D"), duration("PT24H"));
        assert_eq!(duration("-PT0.5S"), duration("PT0.5S").map(|amount| -amount));
        for text in ["", "P", "PT", "P1Y", "PT1.5H", "1H", "PT1S1M", "PT", "P1DT"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
