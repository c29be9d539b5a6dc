//! The bits of the runtime's `Flags`, as a row of the property table states them.
//!
//! A test of the workspace reads this file and compares each constant with the runtime's.

pub(crate) const KEY: u16 = 1;
pub(crate) const READ_ONLY: u16 = 1 << 1;
pub(crate) const CREATE_ONLY: u16 = 1 << 2;
pub(crate) const WRITE_ONLY: u16 = 1 << 3;
pub(crate) const ETAG: u16 = 1 << 4;
pub(crate) const MERGE: u16 = 1 << 5;
pub(crate) const NAVIGATION: u16 = 1 << 6;
pub(crate) const COLLECTION: u16 = 1 << 7;
pub(crate) const ANNOTATION: u16 = 1 << 8;
pub(crate) const INLINE: u16 = 1 << 9;
pub(crate) const NOT_NULL: u16 = 1 << 10;
