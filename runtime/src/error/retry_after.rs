//! `Retry-After`: how long a service asks to wait.

use core::time::Duration;

use http::header::{DATE, HeaderMap, RETRY_AFTER};
use time::OffsetDateTime;

use super::http_date::http_date;

/// No wait is longer. A service that is away for days can be asked again after one.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the service asks to wait; `None` where no `Retry-After` can be understood. At most 24 hours.
///
/// Whole seconds, decimal ones (`2.128`), and the three forms of HTTP dates are understood. A date is compared with the
/// answer's own `Date`, so that the clock of this machine does not count; without one, with this machine's clock. A date
/// in the past is no wait. Of several headers, the longest wait counts.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use graph_resource::http::HeaderMap;
/// use graph_resource::retry_after;
///
/// let mut headers = HeaderMap::new();
/// assert_eq!(retry_after(&headers), None);
/// headers.append("retry-after", "2.128".parse()?);
/// assert_eq!(retry_after(&headers), Some(Duration::from_millis(2_128)));
/// headers.append("retry-after", "10".parse()?);
/// assert_eq!(retry_after(&headers), Some(Duration::from_secs(10)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: RFC 9110, section 10.2.3; Microsoft Graph, "throttling guidance".
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let now = || headers.get(DATE).and_then(|date| http_date(date.to_str().ok()?)).unwrap_or_else(OffsetDateTime::now_utc);
    headers
        .get_all(RETRY_AFTER)
        .into_iter()
        .filter_map(|value| wait(value.to_str().ok()?.trim(), &now))
        .max()
        .map(|wait| wait.min(LONGEST))
}

fn wait(value: &str, now: &dyn Fn() -> OffsetDateTime) -> Option<Duration> {
    if let Some(until) = http_date(value) {
        return Some((until - now()).try_into().unwrap_or(Duration::ZERO));
    }
    // A proxy may have joined several headers into one.
    value.split(',').map(|value| seconds(value.trim())).collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// Digits, with a point among them at most once.
fn seconds(text: &str) -> Option<Duration> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    // More than can be counted is too long in any case.
    Some(Duration::try_from_secs_f64(text.parse().ok()?).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use http::header::{HeaderMap, HeaderName, HeaderValue};

    use super::{LONGEST, retry_after};

    fn after(pairs: &[(&'static str, &'static str)]) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        retry_after(&headers)
    }

    const DATE: (&str, &str) = ("date", "Tue, 18 Aug 2020 12:51:51 GMT");

    #[test]
    fn it_is_read_in_all_its_forms() {
        assert_eq!(after(&[("retry-after", "10")]), Some(Duration::from_secs(10)));
        assert_eq!(after(&[("retry-after", "0")]), Some(Duration::ZERO));
        assert_eq!(after(&[("retry-after", "2.128")]), Some(Duration::from_millis(2_128)));
        for until in
            ["Tue, 18 Aug 2020 12:52:01 GMT", "Tuesday, 18-Aug-20 12:52:01 GMT", "Tue Aug 18 12:52:01 2020"]
        {
            assert_eq!(after(&[DATE, ("retry-after", until)]), Some(Duration::from_secs(10)), "{until}");
        }
        assert_eq!(after(&[DATE, ("retry-after", "Tue, 18 Aug 2020 12:00:00 GMT")]), Some(Duration::ZERO));
        assert_eq!(after(&[("retry-after", "Friday, 31-Dec-99 23:59:59 GMT")]), Some(Duration::ZERO));
    }

    #[test]
    fn what_is_none_of_them_is_none() {
        for none in [
            "Tue, 31 Feb 2020 12:00:00 GMT",
            "Tue, 18 anF 2020 12:00:00 GMT",
            "Tue, 18 Aug 2020 12:00:00 CET",
            "Tue, 18 Aug 2020 12:00 GMT",
            "Tue, 18 Aug 2020 12:00:00:00 GMT",
            "Tue, 18 Aug 2020 24:00:00 GMT",
            "", "-1", "+1", "1e3", "inf", "NaN", ".5", "5.", "1.2.3", "soon", "10, soon",
        ] {
            assert_eq!(after(&[("retry-after", none)]), None, "{none}");
        }
    }

    #[test]
    fn of_several_the_longest_counts() {
        let long = Some(Duration::from_secs(120));
        assert_eq!(after(&[("retry-after", "10"), ("retry-after", "120"), ("retry-after", "soon")]), long);
        assert_eq!(after(&[("retry-after", "120, 10")]), long);
        assert_eq!(after(&[DATE, ("retry-after", "3"), ("retry-after", "Tue, 18 Aug 2020 12:53:51 GMT")]), long);
    }

    #[test]
    fn no_wait_is_longer_than_a_day() {
        let digits = "9".repeat(400);
        for long in ["86401", "18446744073709551616", "Thu, 01 Jan 2099 00:00:00 GMT", digits.leak()] {
            assert_eq!(after(&[("retry-after", long)]), Some(LONGEST), "{long}");
        }
    }
}
