//! Resources: entities with a path, and where requests to them start.

use core::fmt;
use core::marker::PhantomData;

use serde::ser::Serializer;

use crate::compound::Compound;
use crate::etag::ETag;
use crate::navigation::NavigationProperty;
use crate::path::{PathPart, ResourcePath};
use crate::request::{Create, Delete, Get, List, Navigation, Request, Update};
use crate::structured::{GraphPatch, Mode, Scope, Structured};
use crate::write::Form;

/// A resource of Microsoft Graph: an OData entity type and the path where it is served.
///
/// Derived with `#[derive(GraphResource)]`.
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
/// let request = User::at("87d349ed").update(UserPatch::new().clear_display_name());
/// let request = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/users/87d349ed");
/// assert_eq!(request.body(), r#"{"displayName":null}"#);
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no resource of Graph",
    label = "without `GraphResource`",
    note = "derive `GraphResource` for it, and name its path"
)]
pub trait GraphResource: Compound {
    /// The path template below the service root.
    const PATH: &'static [PathPart];

    /// The key, as it stands in the path; `None` for a singleton. Of a key of several parts, the first.
    #[inline]
    fn key(&self) -> Option<&dyn fmt::Display> {
        None
    }

    /// What stands in a path in the place of this placeholder, which is a part of a key; `None` where it is null.
    ///
    /// Of a resource whose paths end in no other placeholder than the key's, it is the key.
    #[inline]
    fn key_of(&self, placeholder: &str) -> Option<&dyn fmt::Display> {
        let _ = placeholder;
        self.key()
    }

    /// The field that holds `@odata.etag`, where there is one.
    #[inline]
    fn etag_mut(&mut self) -> Option<&mut Option<ETag>> {
        None
    }

    /// What a patch has to say to change this resource into `new`.
    #[must_use]
    fn diff(&self, new: &Self) -> Self::Patch {
        GraphPatch::from_partial(self.difference(new, Scope::Writable { members: true }))
    }

    /// Applies a patch, as a service would.
    fn apply(&mut self, patch: Self::Patch) {
        patch.apply_to(self);
    }

    /// Folds an answer in: what it says replaces what is here, write-only properties excepted.
    fn merge(&mut self, answer: Self::Partial) {
        self.fold(answer, Mode::Answer);
    }
}

/// One resource, addressed by its keys: what `R::at(…)` gives.
pub struct At<R> {
    path: ResourcePath,
    resource: PhantomData<fn() -> R>,
}

impl<R: GraphResource> At<R> {
    /// Addresses the resource. The derives call it; a key is anything that can be displayed.
    #[must_use]
    pub fn new(keys: &[&dyn fmt::Display]) -> Self {
        Self::on(R::PATH, keys)
    }

    /// Addresses the resource at another path than [`GraphResource::PATH`].
    #[must_use]
    pub fn on(template: &'static [PathPart], keys: &[&dyn fmt::Display]) -> Self {
        Self::at_path(ResourcePath::new(template, keys))
    }

    pub(crate) fn at_path(path: ResourcePath) -> Self {
        Self { path, resource: PhantomData }
    }

    /// The path below the service root.
    #[must_use]
    pub fn path(&self) -> &ResourcePath {
        &self.path
    }

    /// Reads the resource: `GET`.
    pub fn get(self) -> Request<Get<R>> {
        Request::new(self.path, Get::new())
    }

    /// Changes what the patch says: `PATCH`. A patch that says nothing is refused before anything is sent.
    pub fn update(self, patch: R::Patch) -> Request<Update<R>> {
        Request::new(self.path, Update::new(patch))
    }

    /// Removes the resource: `DELETE`.
    pub fn delete(self) -> Request<Delete> {
        Request::new(self.path, Delete::new())
    }

    /// A relationship of the resource, to follow or to change.
    #[must_use]
    pub fn navigation<T, K>(self, property: NavigationProperty<R, T, K>) -> Navigation<T, K>
    where
        R: Structured,
    {
        Navigation::new(self.path, property.name())
    }
}

impl<R> Clone for At<R> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), resource: PhantomData }
    }
}

impl<R> fmt::Debug for At<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("At").field(&self.path).finish()
    }
}

/// The collection that resources of a type are in: what `R::collection(…)` gives.
pub struct Collection<R> {
    path: ResourcePath,
    resource: PhantomData<fn() -> R>,
}

impl<R: GraphResource> Collection<R> {
    /// Addresses the collection by the keys of what holds it. The derives call it.
    #[must_use]
    pub fn new(keys: &[&dyn fmt::Display]) -> Self {
        Self::on(R::PATH, keys)
    }

    /// Addresses the collection that resources at another path than [`GraphResource::PATH`] are in: the template is
    /// theirs.
    #[must_use]
    pub fn on(template: &'static [PathPart], keys: &[&dyn fmt::Display]) -> Self {
        Self { path: ResourcePath::of_collection(template, keys), resource: PhantomData }
    }

    /// The path below the service root.
    #[must_use]
    pub fn path(&self) -> &ResourcePath {
        &self.path
    }

    /// Reads a page of resources: `GET`.
    pub fn list(self) -> Request<List<R>> {
        Request::new(self.path, List::new())
    }

    /// Creates a resource of a whole record, or of a partial: `POST`.
    pub fn create(self, new: &impl NewResource<R>) -> Request<Create<R>> {
        Request::new(self.path, Create::new(new))
    }
}

impl<R> Clone for Collection<R> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), resource: PhantomData }
    }
}

impl<R> fmt::Debug for Collection<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Collection").field(&self.path).finish()
    }
}

/// What a resource can be created of: a whole one, or a partial of it.
///
/// The body leaves out read-only properties and whatever was never set. A key is sent where it is not empty.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what a `{R}` is created of",
    label = "neither a `{R}` nor its partial"
)]
pub trait NewResource<R> {
    /// Writes the body of the `POST`.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

impl<R: GraphResource> NewResource<R> for R {
    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write_to(Form::Create, to)
    }
}
