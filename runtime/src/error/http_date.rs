//! Dates in headers.

use time::{Date, Month, OffsetDateTime};

/// Reads an HTTP date in each of its three forms, of which two are obsolete. The day of the week is not looked at.
///
/// Source: RFC 9110, section 5.6.7.
pub(crate) fn http_date(text: &str) -> Option<OffsetDateTime> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let parts: Vec<&str> = text.split([' ', ',', '-']).filter(|part| !part.is_empty()).collect();
    let ([_, day, month, year, time, "GMT"] | [_, month, day, time, year]) = *parts else { return None };
    let year = match (year.len(), year.parse().ok()?) {
        (2, year @ 70..) => 1900 + year,
        (2, year) => 2000 + year,
        (_, year) => year,
    };
    let month = (month.len() == 3).then(|| MONTHS.find(month))?.filter(|at| at % 3 == 0)? / 3 + 1;
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let date = Date::from_calendar_date(year, month, day.parse().ok()?).ok()?;
    let mut clock = time.split(':').map(|number| number.parse().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let moment = date.with_hms(hour, minute, second).ok()?.assume_utc();
    clock.next().is_none().then_some(moment)
}
