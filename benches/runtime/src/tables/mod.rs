//! The comparisons, by what is done.

pub mod change;
pub mod notifications;
pub mod read;
pub mod reading;
pub mod request;
pub mod write;
