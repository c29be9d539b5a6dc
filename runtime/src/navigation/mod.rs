//! Relationships between entities, OData's navigation properties: their handles, and what is said of them in requests.

mod bindings;
mod expand;
mod reference;

use core::fmt;
use core::marker::PhantomData;

pub(crate) use self::bindings::{BIND_SUFFIX, BindingSeed};
pub use self::bindings::{Binding, Bindings};
pub use self::expand::Expand;
pub(crate) use self::expand::Expansion;
pub use self::reference::Reference;
use crate::structured::Structured;

/// The relationship leads to one entity, or to none.
#[derive(Clone, Copy, Debug)]
pub enum One {}

/// The relationship leads to a collection of entities.
#[derive(Clone, Copy, Debug)]
pub enum Many {}

/// A navigation property of `R` that leads to entities of the Rust type `T`, to [`One`] or to [`Many`]: what `R::props()`
/// holds for a field marked `navigation`.
///
/// It is expanded, never selected.
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
///     #[graph_resource(navigation)]
///     pub manager: Option<Box<User>>,
///     #[graph_resource(navigation)]
///     pub direct_reports: Option<Vec<User>>,
/// }
///
/// let request = User::at("87d349ed").get().expand(User::props().manager).expand(User::props().direct_reports);
/// let request = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().query(), Some("$expand=manager,directReports"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: OData CSDL 4.0, section 7.
pub struct NavigationProperty<R, T, K> {
    index: usize,
    of: Ends<R, T, K>,
}

/// What it leads from, and to: types alone.
type Ends<R, T, K> = PhantomData<fn() -> (R, T, K)>;

impl<R: Structured, T, K> NavigationProperty<R, T, K> {
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

    pub(crate) const fn index(self) -> usize {
        self.index
    }
}

impl<R, T, K> Clone for NavigationProperty<R, T, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, T, K> Copy for NavigationProperty<R, T, K> {}

impl<R: Structured, T, K> fmt::Debug for NavigationProperty<R, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("NavigationProperty").field(&self.name()).finish()
    }
}

impl<R: Structured, T, K> fmt::Display for NavigationProperty<R, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The name on the wire, which is also the JSON path of the property in a resource.
impl<R: Structured, T, K> AsRef<str> for NavigationProperty<R, T, K> {
    fn as_ref(&self) -> &str {
        self.name()
    }
}
