//! Relationships of one resource: reading what is related, and adding, setting and removing references.

use core::fmt;
use core::marker::PhantomData;

use http::Method;
use serde::ser::Serializer as _;

use crate::codec::derived::Structured;
use crate::codec::json::{Body, unwritten};
use crate::error::Error;
use crate::odata::names;
use crate::odata::path::ResourcePath;
use crate::odata::reference::Reference;
use crate::operation::get::Get;
use crate::operation::list::List;
use crate::request::answer::Answer;
use crate::request::operation::{Conditional, Operation, Sealed};
use crate::request::request::Request;
use crate::resource::address::At;
use crate::resource::derived_from::Declares;
use crate::resource::property::{Many, NavigationProperty, One};
use crate::resource::traits::GraphResource;

/// A relationship of one resource: what `R::at(…).navigation(…)` gives.
///
/// # Examples
///
/// ```
/// use graph_resource::GraphResource;
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/groups/<id>")]
/// pub struct Group {
///     pub id: String,
///     #[graph_resource(navigation)]
///     pub members: Option<Vec<User>>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
/// }
///
/// let members = Group::at("02bd9fd6").navigation(Group::props().members);
/// let request = members.clone().add("directoryObjects/87d349ed").to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().path(), "/v1.0/groups/02bd9fd6/members/$ref");
/// assert_eq!(request.body(), r#"{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/87d349ed"}"#);
///
/// let request = members.remove("87d349ed").to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().path(), "/v1.0/groups/02bd9fd6/members/87d349ed/$ref");
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: OData Protocol 4.01, section 11.4.6; Microsoft Graph, "Add member" and "Assign manager".
pub struct Navigation<T, K> {
    path: ResourcePath,
    to: PhantomData<fn() -> (T, K)>,
}

impl<T, K> Navigation<T, K> {
    pub(crate) fn new(mut path: ResourcePath, name: &'static str) -> Self {
        path.push_name(name);
        Self { path, to: PhantomData }
    }

    /// The path below the service root.
    #[must_use]
    pub fn path(&self) -> &ResourcePath {
        &self.path
    }

    pub(crate) fn into_path(self) -> ResourcePath {
        self.path
    }

    /// The path of the references.
    fn references(mut self) -> ResourcePath {
        self.path.push_name("$ref");
        self.path
    }
}

impl<T: GraphResource> Navigation<T, One> {
    /// Reads the related entity: `GET`. Where there is none, the service answers with 404.
    pub fn get(self) -> Request<Get<T>> {
        Request::related(self.path, Get::new())
    }
}

impl<T> Navigation<T, One> {
    /// Sets the relationship to this entity, in place of another: `PUT` of the reference.
    pub fn set(self, reference: impl Into<Reference>) -> Request<SetReference> {
        Request::new(self.references(), SetReference(reference.into()))
    }

    /// Ends the relationship, and leaves the entity: `DELETE` of the reference.
    pub fn clear(self) -> Request<RemoveReference> {
        Request::new(self.references(), RemoveReference(None))
    }
}

impl<T: GraphResource> Navigation<T, Many> {
    /// Reads a page of the related entities: `GET`.
    pub fn list(self) -> Request<List<T>> {
        Request::related(self.path, List::new())
    }
}

impl<T> Navigation<T, Many> {
    /// Relates this entity too: `POST` of the reference.
    #[allow(clippy::should_implement_trait, reason = "nothing is summed up, and Graph's own word is `add`")]
    pub fn add(self, reference: impl Into<Reference>) -> Request<AddReference> {
        Request::new(self.references(), AddReference(reference.into()))
    }

    /// Ends the relationship to the entity with this key, and leaves the entity: `DELETE` of the reference.
    pub fn remove(mut self, key: impl fmt::Display) -> Request<RemoveReference> {
        self.path.push_key("id", &key);
        Request::new(self.references(), RemoveReference(None))
    }

    /// Ends the relationship to this entity, and leaves the entity: `DELETE` of the references with `$id=…`, the form of
    /// OData 4.0, which needs no key. The URL is absolute.
    ///
    /// # Examples
    ///
    /// ```
    /// # use graph_resource::GraphResource;
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, #[graph_resource(navigation)] pub friends: Option<Vec<User>> }
    /// let friends = User::at("1").navigation(User::props().friends);
    /// let request = friends.remove_by_id(User::at("2")).to_http("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/users/1/friends/$ref?$id=https://graph.microsoft.com/v1.0/users/2");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// Source: OData Protocol 4.0, section 11.4.6.2.
    pub fn remove_by_id(self, reference: impl Into<Reference>) -> Request<RemoveReference> {
        Request::new(self.references(), RemoveReference(Some(reference.into())))
    }
}

impl<T, K> Clone for Navigation<T, K> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), to: PhantomData }
    }
}

impl<T, K> fmt::Debug for Navigation<T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Navigation").field(&self.path).finish()
    }
}

/// `POST` of a reference into a collection of related entities.
#[derive(Clone, Debug)]
pub struct AddReference(Reference);

/// `PUT` of the reference to the one related entity.
#[derive(Clone, Debug)]
pub struct SetReference(Reference);

/// `DELETE` of a reference; the entity stays.
#[derive(Clone, Debug)]
pub struct RemoveReference(Option<Reference>);

/// The body: the entity-id, absolute as in Graph's own samples.
///
/// Source: OData JSON Format 4.0, section 13.
fn write_reference(reference: &Reference, base: &str, to: &mut Vec<u8>) -> Result<(), Error> {
    let url = reference.resolved(base)?;
    Body(to).collect_map([(names::ID, url)]).map_err(|error| unwritten(&error))
}

impl Sealed for AddReference {}

impl Operation for AddReference {
    type Output = ();
    const METHOD: Method = Method::POST;

    fn write_body(&self, base: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        write_reference(&self.0, base, to)
    }

    fn read(self, answer: Answer<'_>) -> Result<(), Error> {
        answer.check_changed()?;
        answer.nothing()
    }
}

impl Sealed for SetReference {}

impl Operation for SetReference {
    type Output = ();
    const METHOD: Method = Method::PUT;

    fn write_body(&self, base: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        write_reference(&self.0, base, to)
    }

    fn read(self, answer: Answer<'_>) -> Result<(), Error> {
        answer.check_changed()?;
        answer.nothing()
    }
}

impl Sealed for RemoveReference {}

impl Operation for RemoveReference {
    type Output = ();
    const METHOD: Method = Method::DELETE;

    fn id(&self) -> Option<&Reference> {
        self.0.as_ref()
    }

    fn read(self, answer: Answer<'_>) -> Result<(), Error> {
        answer.check_changed()?;
        answer.nothing()
    }
}

impl Conditional for AddReference {}
impl Conditional for SetReference {}
impl Conditional for RemoveReference {}

impl<R: GraphResource> At<R> {
    /// A relationship of the resource, to follow or to change. Of a union, also one that only a variant has: the path then
    /// names its type.
    #[must_use]
    pub fn navigation<B: Structured, T, K>(self, property: NavigationProperty<B, T, K>) -> Navigation<T, K>
    where
        R: Declares<B>,
    {
        let mut path = self.into_path();
        if let Some(of) = R::qualifier() {
            path.push_name(of.trim_start_matches('#'));
        }
        Navigation::new(path, property.name())
    }
}
