//! The three forms of a date in HTTP.

use std::time::Duration;

use crate::clock::Moment;

/// A form of a date in an HTTP header.
///
/// Source: RFC 9110, section 5.6.7.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DateForm {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    ImfFixdate,
    /// `Sunday, 06-Nov-94 08:49:37 GMT`.
    Rfc850,
    /// `Sun Nov  6 08:49:37 1994`.
    Asctime,
}

impl DateForm {
    pub(super) fn after(self, now: Moment, after: Duration) -> String {
        let moment = now.plus(after);
        let (date, time) = moment.parts();
        let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
        let (weekday, month) = (date.weekday().to_string(), date.month().to_string());
        let (short, month) = (&weekday[..3], &month[..3]);
        match self {
            Self::ImfFixdate => moment.http_date(),
            Self::Rfc850 => format!("{weekday}, {:02}-{month}-{:02} {clock} GMT", date.day(), date.year() % 100),
            Self::Asctime => format!("{short} {month} {:2} {clock} {}", date.day(), date.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::DateForm;
    use crate::clock::Clock;

    #[test]
    fn forms() {
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_770);
        let form = |form: DateForm| form.after(Clock::at(then).tick(), Duration::from_secs(7));
        assert_eq!(form(DateForm::ImfFixdate), "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(form(DateForm::Rfc850), "Sunday, 06-Nov-94 08:49:37 GMT");
        assert_eq!(form(DateForm::Asctime), "Sun Nov  6 08:49:37 1994");
    }
}
