//! Numbers as they are written: compared by their digits, so that no digit is lost on the way.

use std::cmp::Ordering;

/// A number of any size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Number {
    /// `0.digits` times ten to the power of `point`. The digits neither begin nor end with `0`; zero has none.
    Finite {
        negative: bool,
        digits: String,
        point: i64,
    },
    Infinite {
        negative: bool,
    },
    NaN,
}

impl Number {
    /// Reads `-12.5e3`, `INF`, `-INF` and `NaN`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "INF" => return Some(Self::Infinite { negative: false }),
            "-INF" => return Some(Self::Infinite { negative: true }),
            "NaN" => return Some(Self::NaN),
            _ => {}
        }
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0');
        let leading = i64::try_from(all.len() - digits.len()).ok()?;
        let point = exponent.checked_add(i64::try_from(whole.len()).ok()?)?.checked_sub(leading)?;
        let digits = digits.trim_end_matches('0').to_owned();
        if digits.is_empty() {
            return Some(Self::Finite { negative: false, digits, point: i64::MIN });
        }
        Some(Self::Finite { negative, digits, point })
    }

    /// `None` where one of them is not a number.
    pub(crate) fn compare(&self, other: &Self) -> Option<Ordering> {
        let sign = |number: &Self| match number {
            Self::Finite { digits, .. } if digits.is_empty() => Some(0),
            Self::Finite { negative, .. } | Self::Infinite { negative } => Some(if *negative { -1 } else { 1 }),
            Self::NaN => None,
        };
        let (left, right) = (sign(self)?, sign(other)?);
        if left != right || left == 0 {
            return Some(left.cmp(&right));
        }
        let magnitude = match (self, other) {
            (Self::Finite { digits, point, .. }, Self::Finite { digits: others, point: other, .. }) => {
                point.cmp(other).then_with(|| digits.cmp(others))
            }
            (Self::Finite { .. }, _) => Ordering::Less,
            (_, Self::Finite { .. }) => Ordering::Greater,
            _ => Ordering::Equal,
        };
        Some(if left < 0 { magnitude.reverse() } else { magnitude })
    }
}

impl From<usize> for Number {
    fn from(number: usize) -> Self {
        Self::parse(&number.to_string()).unwrap_or(Self::NaN)
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use super::Number;

    #[test]
    fn numbers_are_compared_by_their_digits() {
        for (left, right, expected) in [
            ("1", "1.0", Equal),
            ("10", "9", Greater),
            ("0.5", "0.50", Equal),
            ("-0", "0", Equal),
            ("1e3", "1000", Equal),
            ("1.5E-3", "0.0015", Equal),
            ("9007199254740993", "9007199254740992", Greater),
            ("-2", "-1", Less),
            ("-1", "1", Less),
            ("0", "0.001", Less),
            ("123456789012345678901234", "123456789012345678901235", Less),
            ("INF", "1e400", Greater),
            ("-INF", "-1e400", Less),
            ("INF", "INF", Equal),
        ] {
            let parse = |text| Number::parse(text).unwrap();
            assert_eq!(parse(left).compare(&parse(right)), Some(expected), "{left} {right}");
            assert_eq!(parse(right).compare(&parse(left)), Some(expected.reverse()), "{left} {right}");
        }
        assert_eq!(Number::NaN.compare(&Number::NaN), None);
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "-", ".5", "1.", "1e", "1.2.3", "0x1", "1 ", "inf", "1L"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
