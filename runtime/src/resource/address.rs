//! Addresses: where requests to a resource, and to a collection of resources, start.

use core::fmt;
use core::marker::PhantomData;

use crate::odata::base_url::BaseUrl;
use crate::odata::path::ResourcePath;
use crate::odata::path_part::PathPart;
use crate::odata::reference::{Reference, Refused};
use crate::resource::traits::GraphResource;

impl<R: GraphResource> From<At<R>> for Reference {
    fn from(at: At<R>) -> Self {
        Self::from(&at)
    }
}

impl<R: GraphResource> From<&At<R>> for Reference {
    fn from(at: &At<R>) -> Self {
        match at.path().as_str() {
            Ok(path) => Self::from(path),
            Err(refused) => Self(Err(Refused::Key(refused))),
        }
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

    /// Addresses the resource by its key alone, for code that is generic over the resource: `At::<R>::by_key(id)`.
    ///
    /// A resource whose path has no placeholder, or several, is not addressed so: a request to it is refused with
    /// [`ErrorKind::Path`](crate::ErrorKind::Path).
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{At, GraphResource};
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    /// }
    ///
    /// let request = At::<User>::by_key("87d349ed").get().to_http("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!(request.uri().path(), "/v1.0/users/87d349ed");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    #[must_use]
    pub fn by_key(key: impl fmt::Display) -> Self {
        Self::at_path(ResourcePath::by_key(R::PATH, &key))
    }

    pub(crate) fn at_path(path: ResourcePath) -> Self {
        Self { path, resource: PhantomData }
    }

    /// The path below the service root.
    #[must_use]
    pub fn path(&self) -> &ResourcePath {
        &self.path
    }

    pub(crate) fn into_path(self) -> ResourcePath {
        self.path
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

    pub(crate) fn into_path(self) -> ResourcePath {
        self.path
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

impl Reference {
    /// The absolute URL of a resource.
    #[must_use]
    pub fn absolute<R: GraphResource>(base: &BaseUrl, at: &At<R>) -> Self {
        Self(at.path().as_str().map(|path| format!("{}{path}", base.as_str())).map_err(Refused::Key))
    }
}
