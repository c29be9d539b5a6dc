//! What is left of a text to parse.

pub(super) struct Cursor<'t>(pub(super) &'t [u8]);

impl Cursor<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn literal(&mut self, byte: u8) -> Option<()> {
        self.either(&[byte]).map(|_| ())
    }

    pub(super) fn either(&mut self, bytes: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        bytes.contains(&first).then(|| self.0 = rest)?;
        Some(first)
    }

    /// A number of exactly so many digits; at most 19, which an `u64` always holds.
    pub(super) fn digits(&mut self, count: usize) -> Option<u64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number = digits
            .iter()
            .try_fold(0_u64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0')))?;
        self.0 = rest;
        Some(number)
    }

    /// A number of two digits.
    pub(super) fn two(&mut self) -> Option<u8> {
        self.digits(2).and_then(|number| u8::try_from(number).ok())
    }

    /// How many digits come next.
    pub(super) fn run_of_digits(&self) -> usize {
        self.0.iter().take_while(|byte| byte.is_ascii_digit()).count()
    }
}
