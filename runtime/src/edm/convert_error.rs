//! The error of conversions to and from the types of other crates.

/// A value that cannot be converted without loss.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ConvertValueError(pub(super) &'static str);

worded_error!(ConvertValueError);

pub(super) const BELOW_NANOSECONDS: ConvertValueError =
    ConvertValueError("the value has digits of a second beyond nanoseconds");
pub(super) const LEAP_SECOND: ConvertValueError = ConvertValueError("the time is at second 60");
pub(super) const NEGATIVE: ConvertValueError = ConvertValueError("the duration is negative");
pub(super) const OUT_OF_RANGE: ConvertValueError = ConvertValueError("the value is out of the other type's range");
