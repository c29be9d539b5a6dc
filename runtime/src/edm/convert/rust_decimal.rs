//! `rust_decimal`: 96 bits of digits, and at most 28 of them after the point.

use crate::edm::convert_error::{ConvertValueError, OUT_OF_RANGE};
use rust_decimal::Decimal as Fixed;

use crate::edm::decimal::Decimal;

impl TryFrom<&Decimal> for Fixed {
    type Error = ConvertValueError;

    /// Closing zeros stay, as far as there is out for them; an exponent and the sign of zero are gone.
    ///
    /// # Errors
    ///
    /// There are more digits than it has out for.
    fn try_from(value: &Decimal) -> Result<Self, Self::Error> {
        fixed(value).ok_or(OUT_OF_RANGE)
    }
}

fn fixed(value: &Decimal) -> Option<Fixed> {
    let parts = value.parts();
    let digits = || parts.whole.bytes().chain(parts.fraction.bytes());
    let zeros = digits().rev().take_while(|digit| *digit == b'0').count();
    let count = parts.whole.len() + parts.fraction.len();
    let significant = digits().take(count - zeros).try_fold(0_i128, |number, digit| {
        number.checked_mul(10)?.checked_add(i128::from(digit.saturating_sub(b'0')))
    })?;
    let significant = if parts.negative { -significant } else { significant };
    // How many digits are written after the point, and how many there would be without the closing zeros.
    let written = i64::try_from(parts.fraction.len()).ok()? - parts.exponent;
    let needed = if significant == 0 { 0 } else { written - i64::try_from(zeros).ok()? };
    let fewest = needed.max(0);
    let most = written.min(i64::from(Fixed::MAX_SCALE)).max(fewest);
    (fewest..=most).rev().find_map(|scale| {
        let zeros = u32::try_from(scale - needed).ok()?;
        let digits = significant.checked_mul(10_i128.checked_pow(zeros)?)?;
        Fixed::try_from_i128_with_scale(digits, u32::try_from(scale).ok()?).ok()
    })
}

impl From<Fixed> for Decimal {
    /// With every digit, closing zeros included.
    fn from(value: Fixed) -> Self {
        // The scale is 28 at most.
        Self::new(value.mantissa(), u8::try_from(value.scale()).unwrap_or(u8::MAX))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fixed(text: &str) -> Result<String, String> {
        let decimal: Decimal = text.parse().unwrap();
        Fixed::try_from(&decimal).map(|fixed| fixed.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn digits_stay_where_there_is_room() {
        let max = "79228162514264337593543950335";
        let small = format!("0.{}1", "0".repeat(27));
        for text in ["0", "0.00", "12.50", "-12.5", "0.1", max, &format!("-{max}"), &small] {
            assert_eq!(fixed(text).unwrap(), text);
        }
        for (text, kept) in [
            ("1.5e2", "150"),
            ("15e-1", "1.5"),
            ("1e28", "10000000000000000000000000000"),
            ("0e999999999", "0"),
            ("-0", "0"),
            (&format!("{max}.00"), max),
            (&format!("{small}0000"), &small),
            (&format!("0.{}", "0".repeat(40)), &format!("0.{}", "0".repeat(28))),
        ] {
            assert_eq!(fixed(text).unwrap(), kept, "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let (large, long) = ("7".repeat(300), format!("0.{}", "7".repeat(29)));
        for text in ["79228162514264337593543950336", "1e29", "1e-29", "1e999999999", "1e-999999999", &large, &long] {
            assert!(fixed(text).unwrap_err().contains("range"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_fixed_decimal_survives(low: u32, middle: u32, high: u32, negative: bool, scale in 0_u32..=28) {
            let fixed = Fixed::from_parts(low, middle, high, negative, scale);
            let again = Fixed::try_from(&Decimal::from(fixed)).unwrap();
            prop_assert_eq!(again, fixed);
            prop_assert_eq!(again.scale(), fixed.scale());
        }
    }
}
