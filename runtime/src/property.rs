//! Property handles: the properties of a resource, by name and type.

use core::fmt;
use core::marker::PhantomData;

use crate::structured::Structured;

/// A declared property of `R`, of the Rust type `T`: what `R::props()` holds.
///
/// # Examples
///
/// ```
/// use graph_resource::GraphResource;
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub display_name: Option<String>,
/// }
///
/// assert_eq!(User::props().display_name.name(), "displayName");
/// ```
pub struct Property<R, T> {
    index: usize,
    of: PhantomData<fn() -> (R, T)>,
}

impl<R: Structured, T> Property<R, T> {
    /// The property in this row of the table.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self { index, of: PhantomData }
    }

    /// The name on the wire.
    #[must_use]
    pub fn name(&self) -> &'static str {
        R::TYPE.properties[self.index].name
    }
}

impl<R, T> Clone for Property<R, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, T> Copy for Property<R, T> {}

impl<R: Structured, T> fmt::Debug for Property<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Property").field(&self.name()).finish()
    }
}

impl<R: Structured, T> fmt::Display for Property<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
