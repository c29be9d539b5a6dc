//! The types that the tests share, annotated as a user would.

pub mod call_record;
pub mod inherited;
pub mod shapes;
pub mod unions;
