//! The primitive types of OData that Rust has no type for.
//!
//! EDM is OData's entity data model. Each type here keeps what came over the wire to the digit, so that a value that
//! was read and not changed is written as it was.

mod date_time_offset;

pub use self::date_time_offset::{DateTimeOffset, ParseDateTimeOffsetError};
