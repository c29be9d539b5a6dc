//! `chrono`, which notes a leap second as second 59 with 1,000,000,000 nanoseconds or more.

use crate::edm::convert_error::{ConvertValueError, OUT_OF_RANGE};
use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc,
};

use crate::edm::date::Date;
use crate::edm::date_time_offset::DateTimeOffset;
use crate::edm::duration::Duration;
use crate::edm::local_date_time::LocalDateTime;
use crate::edm::time_of_day::TimeOfDay;

const SECOND: u32 = 1_000_000_000;

impl From<Date> for NaiveDate {
    fn from(value: Date) -> Self {
        // Every year from 1 to 9999 is one of `chrono`'s.
        Self::from_ymd_opt(value.year(), value.month().into(), value.day().into()).unwrap_or_default()
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// The year is outside of 0001 to 9999.
    fn try_from(value: NaiveDate) -> Result<Self, Self::Error> {
        let parts = (u16::try_from(value.year()), u8::try_from(value.month()), u8::try_from(value.day()));
        let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(OUT_OF_RANGE) };
        Self::new(year, month, day).map_err(|_| OUT_OF_RANGE)
    }
}

impl TryFrom<TimeOfDay> for NaiveTime {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// There are digits beyond nanoseconds.
    fn try_from(value: TimeOfDay) -> Result<Self, Self::Error> {
        let ((hour, minute, second), nanosecond) = (value.hms(), value.exact_nanosecond()?);
        let (second, nanosecond) = if second == 60 { (59, SECOND + nanosecond) } else { (second, nanosecond) };
        Self::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanosecond).ok_or(OUT_OF_RANGE)
    }
}

impl TryFrom<NaiveTime> for TimeOfDay {
    type Error = ConvertValueError;

    /// Written with its seconds, and with as many digits as the fraction needs.
    ///
    /// # Errors
    ///
    /// A leap second that does not follow second 59.
    fn try_from(value: NaiveTime) -> Result<Self, Self::Error> {
        let (second, nanosecond) = match (value.second(), value.nanosecond().checked_sub(SECOND)) {
            (second, None) => (second, value.nanosecond()),
            (59, Some(nanosecond)) => (60, nanosecond),
            (_, Some(_)) => return Err(OUT_OF_RANGE),
        };
        let parts = (u8::try_from(value.hour()), u8::try_from(value.minute()), u8::try_from(second));
        let (Ok(hour), Ok(minute), Ok(second)) = parts else { return Err(OUT_OF_RANGE) };
        Self::of_nanosecond(hour, minute, second, nanosecond).map_err(ConvertValueError)
    }
}

impl TryFrom<DateTimeOffset> for DateTime<FixedOffset> {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// There are digits beyond nanoseconds.
    fn try_from(value: DateTimeOffset) -> Result<Self, Self::Error> {
        let local = NaiveDate::from(value.date()).and_time(value.time().try_into()?);
        FixedOffset::east_opt(i32::from(value.offset_minutes()) * 60)
            .and_then(|offset| offset.from_local_datetime(&local).single())
            .ok_or(OUT_OF_RANGE)
    }
}

impl TryFrom<DateTimeOffset> for DateTime<Utc> {
    type Error = ConvertValueError;

    /// The moment; the offset is gone.
    ///
    /// # Errors
    ///
    /// There are digits beyond nanoseconds.
    fn try_from(value: DateTimeOffset) -> Result<Self, Self::Error> {
        DateTime::<FixedOffset>::try_from(value).map(|moment| moment.to_utc())
    }
}

/// `DateTime<Utc>`, `DateTime<FixedOffset>`, and that of any other zone, whose name is lost.
impl<Tz: TimeZone> TryFrom<DateTime<Tz>> for DateTimeOffset {
    type Error = ConvertValueError;

    /// Written with as many digits as the fraction needs, and with `Z` where the offset is none.
    ///
    /// # Errors
    ///
    /// Years outside of 0001 to 9999, offsets that are no whole number of minutes, and a leap second that does not
    /// follow second 59.
    fn try_from(value: DateTime<Tz>) -> Result<Self, Self::Error> {
        let offset = value.offset().fix();
        // `naive_local` would panic at the ends of `chrono`'s range.
        let local = value.naive_utc().checked_add_offset(offset).ok_or(OUT_OF_RANGE)?;
        let (date, time) = (local.date().try_into()?, local.time().try_into()?);
        Self::at_offset(date, time, offset.local_minus_utc()).map_err(ConvertValueError)
    }
}

impl TryFrom<LocalDateTime> for NaiveDateTime {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// There are digits beyond nanoseconds.
    fn try_from(value: LocalDateTime) -> Result<Self, Self::Error> {
        Ok(NaiveDate::from(value.date()).and_time(value.time().try_into()?))
    }
}

impl TryFrom<NaiveDateTime> for LocalDateTime {
    type Error = ConvertValueError;

    /// Written with its seconds, and with as many digits as the fraction needs.
    ///
    /// # Errors
    ///
    /// Years outside of 0001 to 9999, and a leap second that does not follow second 59.
    fn try_from(value: NaiveDateTime) -> Result<Self, Self::Error> {
        Ok(Self::new(value.date().try_into()?, value.time().try_into()?))
    }
}

impl TryFrom<&Duration> for TimeDelta {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// The duration has 2⁶³ milliseconds or more, or digits beyond nanoseconds.
    fn try_from(value: &Duration) -> Result<Self, Self::Error> {
        let (seconds, nanosecond) = value.to_signed_parts()?;
        Self::try_seconds(seconds)
            .and_then(|whole| whole.checked_add(&Self::nanoseconds(nanosecond.into())))
            .ok_or(OUT_OF_RANGE)
    }
}

impl From<TimeDelta> for Duration {
    /// Written in as few units as there are: `PT1H30M`.
    fn from(value: TimeDelta) -> Self {
        Self::of_signed_parts(value.num_seconds(), value.subsec_nanos())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moment(text: &str) -> DateTimeOffset {
        text.parse().unwrap()
    }

    #[test]
    fn moments_keep_their_offset() {
        for text in [
            "2017-01-01T00:03:15.6077862+03:00",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59.9999999-23:59",
            "2016-12-31T23:59:60.5Z",
            "2017-01-01T01:59:60+02:00",
        ] {
            let chrono = DateTime::<FixedOffset>::try_from(moment(text)).unwrap();
            assert_eq!(DateTimeOffset::try_from(chrono).unwrap(), moment(text));
            assert_eq!(chrono, DateTime::parse_from_rfc3339(text).unwrap());
        }
        let utc = DateTime::<Utc>::try_from(moment("2017-01-01T00:03:15.50+03:00")).unwrap();
        assert_eq!(DateTimeOffset::try_from(utc).unwrap().to_string(), "2016-12-31T21:03:15.5Z");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let fine = DateTime::<Utc>::try_from(moment("2017-01-01T00:00:00.0000000001Z")).unwrap_err();
        assert!(fine.to_string().contains("nanoseconds"));
        for extreme in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert!(DateTimeOffset::try_from(extreme).is_err());
            let east = FixedOffset::east_opt(86_399).unwrap();
            assert!(DateTimeOffset::try_from(extreme.with_timezone(&east)).is_err());
        }
        let odd = FixedOffset::east_opt(90).unwrap().timestamp_opt(0, 0).unwrap();
        assert!(DateTimeOffset::try_from(odd).unwrap_err().to_string().contains("minutes"));
        assert!(Date::try_from(NaiveDate::MIN).is_err() && Date::try_from(NaiveDate::MAX).is_err());
    }

    #[test]
    fn local_times_survive() {
        for text in
            ["2020-02-04T07:00:00", "0001-01-01T00:00:00.5", "9999-12-31T23:59:59.9999999", "2016-12-31T23:59:60.5"]
        {
            let local: LocalDateTime = text.parse().unwrap();
            let chrono = NaiveDateTime::try_from(local).unwrap();
            assert_eq!(chrono, text.parse::<NaiveDateTime>().unwrap());
            assert_eq!(LocalDateTime::try_from(chrono).unwrap(), local);
        }
        let fine: LocalDateTime = "2020-02-04T07:00:00.0000000001".parse().unwrap();
        assert!(NaiveDateTime::try_from(fine).is_err());
        assert!(
            LocalDateTime::try_from(NaiveDateTime::MIN).is_err()
                && LocalDateTime::try_from(NaiveDateTime::MAX).is_err()
        );
    }

    #[test]
    fn durations_fit_where_chrono_has_room() {
        for text in ["PT0S", "-P1DT2H3M4.5S", "PT0.000000001S", "-PT0.000000001S", "-PT1.000000001S"] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(Duration::from(TimeDelta::try_from(&duration).unwrap()), duration);
        }
        for extreme in [TimeDelta::MIN, TimeDelta::MAX] {
            assert_eq!(TimeDelta::try_from(&Duration::from(extreme)).unwrap(), extreme);
        }
        let long: Duration = "PT9223372036854776S".parse().unwrap();
        assert!(TimeDelta::try_from(&long).unwrap_err().to_string().contains("range"));
    }

    proptest! {
        #[test]
        fn dates_and_times_survive(days in 1_i32..=3_652_059, second in 0_u32..86_400, nanosecond in 0_u32..2_000_000_000) {
            let chrono = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            prop_assert_eq!(NaiveDate::from(Date::try_from(chrono).unwrap()), chrono);
            if let Some(chrono) = NaiveTime::from_num_seconds_from_midnight_opt(second, nanosecond) {
                prop_assert_eq!(NaiveTime::try_from(TimeOfDay::try_from(chrono).unwrap()).unwrap(), chrono);
            }
        }
    }
}
