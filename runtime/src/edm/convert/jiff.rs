//! `jiff`, whose timestamps end at 9999-12-30T22:00:00.999999999Z, so that any offset leads to a date it has.

use crate::edm::convert_error::{ConvertValueError, LEAP_SECOND, OUT_OF_RANGE};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ZonedDateTime, civil};

use crate::edm::date::Date;
use crate::edm::date_time_offset::DateTimeOffset;
use crate::edm::duration::Duration;
use crate::edm::local_date_time::LocalDateTime;
use crate::edm::time_of_day::TimeOfDay;

impl From<Date> for civil::Date {
    fn from(value: Date) -> Self {
        // Every year from 1 to 9999 is one of `jiff`'s.
        let year = i16::try_from(value.year()).unwrap_or_default();
        Self::new(year, value.month().cast_signed(), value.day().cast_signed()).unwrap_or(Self::ZERO)
    }
}

impl TryFrom<civil::Date> for Date {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// The year is below 1.
    fn try_from(value: civil::Date) -> Result<Self, Self::Error> {
        let year = u16::try_from(value.year()).map_err(|_| OUT_OF_RANGE)?;
        Self::new(year, value.month().cast_unsigned(), value.day().cast_unsigned()).map_err(|_| OUT_OF_RANGE)
    }
}

impl TryFrom<TimeOfDay> for civil::Time {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// Second 60, and digits beyond nanoseconds.
    fn try_from(value: TimeOfDay) -> Result<Self, Self::Error> {
        let ((hour, minute, second), nanosecond) = (value.hms(), value.exact_nanosecond()?);
        let [hour, minute, second] = [hour, minute, second].map(u8::cast_signed);
        Self::new(hour, minute, second, nanosecond.cast_signed()).map_err(|_| LEAP_SECOND)
    }
}

impl From<civil::Time> for TimeOfDay {
    /// Written with its seconds, and with as many digits as the fraction needs.
    fn from(value: civil::Time) -> Self {
        let [hour, minute, second] = [value.hour(), value.minute(), value.second()].map(i8::cast_unsigned);
        let time = Self::of_nanosecond(hour, minute, second, value.subsec_nanosecond().cast_unsigned());
        time.unwrap_or_else(|_| time::Time::MIDNIGHT.into())
    }
}

impl TryFrom<DateTimeOffset> for ZonedDateTime {
    type Error = ConvertValueError;

    /// The moment in a time zone that has this offset always.
    ///
    /// # Errors
    ///
    /// Moments after 9999-12-30T22:00:00.999999999Z, among them `9999-12-31T23:59:59Z`, which stands for "never" in
    /// Graph; second 60; digits beyond nanoseconds.
    fn try_from(value: DateTimeOffset) -> Result<Self, Self::Error> {
        let local = civil::Date::from(value.date()).to_datetime(value.time().try_into()?);
        let offset = Offset::from_seconds(i32::from(value.offset_minutes()) * 60).map_err(|_| OUT_OF_RANGE)?;
        let moment = offset.to_timestamp(local).map_err(|_| OUT_OF_RANGE)?;
        Ok(Self::new(moment, TimeZone::fixed(offset)))
    }
}

impl TryFrom<DateTimeOffset> for Timestamp {
    type Error = ConvertValueError;

    /// The moment; the offset is gone, and is found under [`DateTimeOffset::offset_minutes`].
    ///
    /// # Errors
    ///
    /// Moments after 9999-12-30T22:00:00.999999999Z, among them `9999-12-31T23:59:59Z`, which stands for "never" in
    /// Graph; second 60; digits beyond nanoseconds.
    fn try_from(value: DateTimeOffset) -> Result<Self, Self::Error> {
        ZonedDateTime::try_from(value).map(|moment| moment.timestamp())
    }
}

impl TryFrom<Timestamp> for DateTimeOffset {
    type Error = ConvertValueError;

    /// Written with as many digits as the fraction needs, and with `Z`.
    ///
    /// # Errors
    ///
    /// The year is below 1.
    fn try_from(value: Timestamp) -> Result<Self, Self::Error> {
        of_local(Offset::UTC.to_datetime(value), Offset::UTC)
    }
}

impl TryFrom<&ZonedDateTime> for DateTimeOffset {
    type Error = ConvertValueError;

    /// The moment with the offset it has there; the name of the zone is lost. Written with as many digits as the
    /// fraction needs, and with `Z` where the offset is none.
    ///
    /// # Errors
    ///
    /// The year is below 1; the offset is no whole number of minutes, or 24 hours or more.
    fn try_from(value: &ZonedDateTime) -> Result<Self, Self::Error> {
        of_local(value.datetime(), value.offset())
    }
}

fn of_local(local: civil::DateTime, offset: Offset) -> Result<DateTimeOffset, ConvertValueError> {
    let date = local.date().try_into()?;
    DateTimeOffset::at_offset(date, local.time().into(), offset.seconds()).map_err(ConvertValueError)
}

impl TryFrom<LocalDateTime> for civil::DateTime {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// Second 60, and digits beyond nanoseconds.
    fn try_from(value: LocalDateTime) -> Result<Self, Self::Error> {
        Ok(civil::Date::from(value.date()).to_datetime(value.time().try_into()?))
    }
}

impl TryFrom<civil::DateTime> for LocalDateTime {
    type Error = ConvertValueError;

    /// Written with its seconds, and with as many digits as the fraction needs.
    ///
    /// # Errors
    ///
    /// The year is below 1.
    fn try_from(value: civil::DateTime) -> Result<Self, Self::Error> {
        Ok(Self::new(value.date().try_into()?, value.time().into()))
    }
}

impl TryFrom<&Duration> for SignedDuration {
    type Error = ConvertValueError;

    /// # Errors
    ///
    /// The duration has 2⁶³ seconds or more, or digits beyond nanoseconds.
    fn try_from(value: &Duration) -> Result<Self, Self::Error> {
        let (seconds, nanosecond) = value.to_signed_parts()?;
        Ok(Self::new(seconds, nanosecond))
    }
}

impl From<SignedDuration> for Duration {
    /// Written in as few units as there are: `PT1H30M`.
    fn from(value: SignedDuration) -> Self {
        Self::of_signed_parts(value.as_secs(), value.subsec_nanos())
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
            "9999-12-30T22:00:00.999999999Z",
            "2017-01-01T00:03:15-23:59",
        ] {
            let jiff = ZonedDateTime::try_from(moment(text)).unwrap();
            assert_eq!(DateTimeOffset::try_from(&jiff).unwrap(), moment(text));
            assert_eq!(Timestamp::try_from(moment(text)).unwrap(), text.parse().unwrap());
        }
        let utc = Timestamp::try_from(moment("2017-01-01T00:03:15.50+03:00")).unwrap();
        assert_eq!(DateTimeOffset::try_from(utc).unwrap().to_string(), "2016-12-31T21:03:15.5Z");
    }

    #[test]
    fn local_times_survive() {
        for text in ["2020-02-04T07:00:00", "0001-01-01T00:00:00.5", "9999-12-31T23:59:59.9999999"] {
            let local: LocalDateTime = text.parse().unwrap();
            let jiff = civil::DateTime::try_from(local).unwrap();
            assert_eq!(jiff, text.parse::<civil::DateTime>().unwrap());
            assert_eq!(LocalDateTime::try_from(jiff).unwrap(), local);
        }
        for text in ["2016-12-31T23:59:60", "2020-02-04T07:00:00.0000000001"] {
            assert!(civil::DateTime::try_from(text.parse::<LocalDateTime>().unwrap()).is_err());
        }
        assert!(LocalDateTime::try_from(civil::DateTime::MIN).is_err());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (text, why) in [
            ("9999-12-31T23:59:59.9999999Z", "range"),
            ("9999-12-30T22:00:01Z", "range"),
            ("2016-12-31T23:59:60Z", "second 60"),
            ("2017-01-01T00:00:00.0000000001Z", "nanoseconds"),
        ] {
            let error = Timestamp::try_from(moment(text)).unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
        assert!(DateTimeOffset::try_from(Timestamp::MIN).is_err());
        assert!(DateTimeOffset::try_from(Timestamp::MAX).is_ok());
        assert!(Date::try_from(civil::Date::MIN).is_err());
        for (seconds, why) in [(90, "minutes"), (86_400, "24 hours")] {
            let zone = TimeZone::fixed(Offset::from_seconds(seconds).unwrap());
            let odd = ZonedDateTime::new(Timestamp::UNIX_EPOCH, zone);
            assert!(DateTimeOffset::try_from(&odd).unwrap_err().to_string().contains(why));
        }
    }

    #[test]
    fn durations_fit_where_jiff_has_room() {
        for text in ["PT0S", "-P1DT2H3M4.5S", "-PT0.000000001S"] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(Duration::from(SignedDuration::try_from(&duration).unwrap()), duration);
        }
        for extreme in [SignedDuration::MIN, SignedDuration::MAX] {
            assert_eq!(SignedDuration::try_from(&Duration::from(extreme)).unwrap(), extreme);
        }
        let long: Duration = "PT9223372036854775808S".parse().unwrap();
        assert!(SignedDuration::try_from(&long).unwrap_err().to_string().contains("range"));
    }

    proptest! {
        #[test]
        fn moments_and_their_parts_survive(second in -62_135_596_800_i64..=253_402_207_200, nanosecond in 0_i32..1_000_000_000) {
            let jiff = Timestamp::new(second, nanosecond).unwrap();
            let value = DateTimeOffset::try_from(jiff).unwrap();
            prop_assert_eq!(Timestamp::try_from(value).unwrap(), jiff);
            let local = Offset::UTC.to_datetime(jiff);
            prop_assert_eq!(civil::Date::from(value.date()), local.date());
            prop_assert_eq!(civil::Time::try_from(value.time()).unwrap(), local.time());
        }
    }
}
