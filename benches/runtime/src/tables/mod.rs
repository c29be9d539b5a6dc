//! The comparisons, by what is done.

pub mod change;
pub mod read;
pub mod request;
pub mod write;
