//! Which types have the properties of which: each those of its own, and a union those of its base.

/// A type that has the properties of `B`: `B` itself, or a union whose base is `B`.
///
/// The derives implement it.
///
/// Source: OData CSDL 4.0, section 6.2.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no properties of `{B}`",
    label = "of a `{B}`, not of a `{Self}`",
    note = "take the handle from `props()` of the type that is asked for"
)]
pub trait DerivedFrom<B> {}

impl<T> DerivedFrom<T> for T {}
