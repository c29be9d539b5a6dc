//! Time and identifiers that are the same in every run, so that tests can compare whole answers.

use std::time::{Duration, SystemTime};

use time::OffsetDateTime;

/// 2026-01-01T00:00:00Z, in seconds since 1970.
const START: i64 = 1_767_225_600;

/// A clock that goes on by one second whenever it is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Clock(OffsetDateTime);

impl Default for Clock {
    fn default() -> Self {
        Self(OffsetDateTime::UNIX_EPOCH + time::Duration::seconds(START))
    }
}

impl Clock {
    /// A clock that shows `moment` first, without its fraction of a second.
    pub(crate) fn at(moment: SystemTime) -> Self {
        let moment = OffsetDateTime::from(moment);
        assert!((1970..9999).contains(&moment.year()), "the clock runs from 1970 to 9998");
        Self(moment - time::Duration::nanoseconds(i64::from(moment.nanosecond())))
    }

    /// What the clock showed when it was looked at last.
    pub(crate) fn last(&self) -> Moment {
        Moment(self.0 - time::Duration::SECOND)
    }

    pub(crate) fn tick(&mut self) -> Moment {
        let now = self.0;
        self.0 += time::Duration::SECOND;
        Moment(now)
    }
}

/// What the clock showed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment(OffsetDateTime);

impl Moment {
    pub(crate) fn plus(self, after: Duration) -> Self {
        Self(self.0 + after)
    }

    pub(crate) fn parts(self) -> (time::Date, time::Time) {
        (self.0.date(), self.0.time())
    }

    /// `2026-01-01T00:00:00`: the form of `innerError`, without a zone.
    pub(crate) fn without_zone(self) -> String {
        let (date, time) = (self.0.date(), self.0.time());
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
            date.year(),
            u8::from(date.month()),
            date.day(),
            time.hour(),
            time.minute(),
            time.second()
        )
    }

    /// `2026-01-01T00:00:00Z`: an `Edm.DateTimeOffset`.
    pub(crate) fn utc(self) -> String {
        self.without_zone() + "Z"
    }

    /// `Thu, 01 Jan 2026 00:00:00 GMT`: the form of the header `Date`.
    pub(crate) fn http_date(self) -> String {
        httpdate::fmt_http_date(self.0.into())
    }
}

/// Numbers that go up by one, and the texts that are made of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter(u64);

impl Counter {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

/// A GUID, in the form of version 4.
pub(crate) fn guid(family: u32, number: u64) -> String {
    format!("{family:08x}-0000-4000-8000-{number:012x}")
}

/// A weak entity tag. Later ones of one service are greater in ordinal comparison, as Planner's are.
pub(crate) fn etag(number: u64) -> String {
    format!("W/\"JzEt{number:012X}Jw==\"")
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::{Clock, etag, guid};

    #[test]
    fn the_clock_is_deterministic() {
        let mut clock = Clock::default();
        assert_eq!(clock.tick().http_date(), "Thu, 01 Jan 2026 00:00:00 GMT");
        assert_eq!(clock.tick().utc(), "2026-01-01T00:00:01Z");
        let mut clock = Clock::at(SystemTime::UNIX_EPOCH + Duration::from_millis(86_400_500));
        assert_eq!(clock.tick().without_zone(), "1970-01-02T00:00:00");
    }

    #[test]
    fn identifiers() {
        assert_eq!(guid(0xe0, 10), "000000e0-0000-4000-8000-00000000000a");
        assert_eq!(etag(10), "W/\"JzEt00000000000AJw==\"");
        assert!(etag(9) < etag(10));
    }
}
