//! Which of two numbers is greater, whatever their size.

use core::cmp::Ordering;

use super::Parts;

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
