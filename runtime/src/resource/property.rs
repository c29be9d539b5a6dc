//! Handles of properties, and of relationships, by name and type.

use core::fmt;
use core::marker::PhantomData;

use crate::codec::bindings::{Binding, Bindings};
use crate::codec::derived::Structured;

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

impl Bindings {
    /// What this property is bound to; `None` where the patch does not name it.
    #[must_use]
    pub fn get<R: Structured, T, K>(&self, property: NavigationProperty<R, T, K>) -> Option<&Binding> {
        self.0.get(&property.index())
    }
}
