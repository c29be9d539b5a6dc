//! The parts of a decimal number as it is written, and which of two numbers is greater, whatever their size.

use core::cmp::Ordering;

/// The parts of a number's text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Parts<'t> {
    pub(crate) negative: bool,
    /// The digits before the point, at least one.
    pub(crate) whole: &'t str,
    /// The digits after the point.
    pub(crate) fraction: &'t str,
    pub(crate) exponent: i64,
}

/// Takes a number apart. A plus sign and leading zeros are let through.
pub(super) fn parts(text: &str) -> Result<Parts<'_>, &'static str> {
    let negative = text.starts_with('-');
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (rest, exponent) = match rest.split_once(['e', 'E']) {
        Some((rest, exponent)) => (rest, read_exponent(exponent)?),
        None => (rest, 0),
    };
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(whole, point)| (whole, Some(point)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !fraction.is_none_or(is_number) {
        return Err(SHAPE);
    }
    Ok(Parts { negative, whole, fraction: fraction.unwrap_or_default(), exponent })
}

pub(super) fn compare(one: Parts<'_>, two: Parts<'_>) -> Ordering {
    match (one.sign(), two.sign()) {
        (-1, -1) => magnitude(two, one),
        (1, 1) => magnitude(one, two),
        (one, two) => one.cmp(&two),
    }
}

/// Compares two numbers that are not zero by how far they are from it.
fn magnitude(one: Parts<'_>, two: Parts<'_>) -> Ordering {
    one.point().cmp(&two.point()).then_with(|| {
        let (mut one, mut two) = (one.digits(), two.digits());
        loop {
            match (one.next(), two.next()) {
                (None, None) => return Ordering::Equal,
                (one, two) => match one.unwrap_or(b'0').cmp(&two.unwrap_or(b'0')) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                },
            }
        }
    })
}

impl Parts<'_> {
    /// -1, 0 or 1.
    fn sign(&self) -> i8 {
        match (self.digits().next(), self.negative) {
            (None, _) => 0,
            (Some(_), true) => -1,
            (Some(_), false) => 1,
        }
    }

    /// The digits from the first that is not zero.
    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.bytes().chain(self.fraction.bytes()).skip_while(|digit| *digit == b'0')
    }

    /// Where the point stands, in digits to the right of the first that is not zero.
    fn point(&self) -> i64 {
        let zeros = self.whole.bytes().chain(self.fraction.bytes()).take_while(|digit| *digit == b'0').count();
        // A text is shorter than `i64::MAX`, and the exponent than ten digits.
        let length = |length: usize| i64::try_from(length).unwrap_or(i64::MAX / 4);
        length(self.whole.len()) - length(zeros) + self.exponent
    }
}

const SHAPE: &str = "not a decimal number like -12.50";
const EXPONENT: &str = "the exponent of a decimal number has at most nine digits";

fn read_exponent(text: &str) -> Result<i64, &'static str> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(SHAPE);
    }
    if digits.trim_start_matches('0').len() > 9 {
        return Err(EXPONENT);
    }
    text.parse().map_err(|_| EXPONENT)
}
