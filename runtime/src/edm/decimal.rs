//! `Edm.Decimal`.

mod json;
mod parts;

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use serde::de::Deserializer;
use serde::ser::Serializer;

use self::parts::{Parts, parts};
use super::convert_error::ConvertValueError;
use crate::codec::context::ReadContext;
use crate::odata::literal::Literal;
use crate::text::short::Short;
use crate::value::number::Number;
use crate::value::number::read_digits;
use crate::value::scalar::ScalarValue;
use crate::value::text::read_text;

/// A decimal number of any size and precision: `12.50`, `0.00`, `-79228162514264337593543950336.1`.
///
/// Every digit stays as it came, closing zeros included. A JSON number, or a string that holds one, as a service sends
/// it that negotiated `IEEE754Compatible=true`; written as a JSON number. An exponent, of at most nine digits, stays as
/// well; OData 4.0 has none, so think twice before you send one. `INF` and `NaN` are no decimals of Graph.
///
/// Equality is that of the written form, so that a difference in it is a change. Order is that of the numbers; where
/// two written forms mean the same number, that of the texts. [`same_number`](Self::same_number) compares numbers.
///
/// # The digits
///
/// `serde_json` keeps them all, in text that it reads and in text that it writes. A `serde_json::Value` holds numbers
/// as floats: of what passes through one, it keeps the 15 to 17 digits of a float, and refuses what none can hold, unless
/// some crate of the program turns on `serde_json`'s feature `arbitrary_precision`. So do serde's `untagged` and
/// `flatten`, which keep what they read in a buffer. A serializer that is not `serde_json`'s gets a number where one has
/// the same digits, and else a string, which is read again; so does a format that no person reads.
///
/// # Examples
///
/// ```
/// use graph_resource::edm::Decimal;
///
/// let charge: Decimal = serde_json::from_str("0.00")?;
/// assert_eq!(charge.as_str(), "0.00");
/// assert_eq!(serde_json::to_string(&charge)?, "0.00");
/// assert!(charge.same_number(&Decimal::from(0)));
///
/// assert_eq!(Decimal::new(1_250, 2).to_string(), "12.50");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: OData ABNF, `decimalValue`; OData JSON Format 4.0, section 7.1; CSDL 4.0, section 4.4 (`Edm.Decimal`).
// The text is the value, since its digits know no bound: a JSON number.
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct Decimal(Short<22>);

/// A text that is no `Edm.Decimal`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParseDecimalError(&'static str);

worded_error!(ParseDecimalError);

impl Decimal {
    /// The number with these digits, so many of them after the point: `new(1_250, 2)` is `12.50`.
    #[must_use]
    pub fn new(digits: i128, scale: u8) -> Self {
        let sign = if digits < 0 { "-" } else { "" };
        let scale = usize::from(scale);
        let magnitude = format!("{:0width$}", digits.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = magnitude.split_at(magnitude.len() - scale);
        let point = if fraction.is_empty() { "" } else { "." };
        Self(format!("{sign}{whole}{point}{fraction}").as_str().into())
    }

    /// The text, as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest float; infinite where the number is too large for one.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // Every JSON number is one of Rust's.
        self.as_str().parse().unwrap_or(f64::NAN)
    }

    /// Whether both are the same number, however they are written.
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        parts::compare(self.parts(), other.parts()).is_eq()
    }

    pub(crate) fn parts(&self) -> Parts<'_> {
        // Checked at construction.
        parts(self.as_str()).unwrap_or_default()
    }
}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    /// A plus sign and leading zeros, for which JSON has no out, are dropped.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Parts { negative, whole, .. } = parts(text).map_err(ParseDecimalError)?;
        let kept = whole.trim_start_matches('0');
        if !text.starts_with('+') && (kept.len() == whole.len() || whole == "0") {
            return Ok(Self(text.into()));
        }
        let (_, after) = text.trim_start_matches(['-', '+']).split_at(whole.len());
        let sign = if negative { "-" } else { "" };
        let kept = if kept.is_empty() { "0" } else { kept };
        Ok(Self(format!("{sign}{kept}{after}").as_str().into()))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        parts::compare(self.parts(), other.parts()).then_with(|| self.as_str().cmp(other.as_str()))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! from_integers {
    ($($integer:ident)*) => {$(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self(value.to_string().as_str().into())
            }
        }
    )*};
}

from_integers!(i8 u8 i16 u16 i32 u32 i64 u64 i128 u128);

impl TryFrom<f64> for Decimal {
    type Error = ConvertValueError;

    /// The fewest digits that mean this float among all floats, without an exponent.
    ///
    /// # Errors
    ///
    /// The float is infinite, or no number.
    fn try_from(value: f64) -> Result<Self, Self::Error> {
        let text = value.is_finite().then(|| value.to_string());
        text.map(|text| Self(text.as_str().into())).ok_or(ConvertValueError("the float is not finite"))
    }
}

impl ScalarValue for Decimal {
    const LITERAL: Literal = Literal::Bare;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            read_digits(from, cx)
        } else {
            read_text(from, cx, Self::WANTED, Self::from_text)
        }
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        json::write(self.as_str(), to)
    }
}

serde_value!(Decimal);

impl Number for Decimal {
    const WANTED: &'static str = "a decimal number like 12.50";

    fn from_i64(value: i64) -> Option<Self> {
        Some(value.into())
    }

    fn from_u64(value: u64) -> Option<Self> {
        Some(value.into())
    }

    fn from_f64(value: f64) -> Option<Self> {
        value.try_into().ok()
    }

    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

#[cfg(test)]
mod tests;
