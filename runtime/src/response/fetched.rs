//! A resource as the service gave it.

use core::fmt;
use core::ops::Deref;
use std::sync::Arc;

use serde_json::Value;

use crate::codec::compound::Compound;
use crate::codec::fill::{AsState, AsValue};
use crate::error::Error;
use crate::etag::ETag;
use crate::odata::path::ResourcePath;
use crate::request::answer::Answer;
use crate::request::options::RequestOptions;
use crate::resource::traits::GraphResource;
use crate::response::links::Links;
use crate::response::place::Place;
use crate::response::says::{PropertyHandle, Says};
use crate::response::whole::{collection_of, has_references, named, whole, whole_or_why, without_resource};

/// A resource as the service gave it, with what the answer tells about it.
///
/// Derefs to the resource, and shows what the service said: it is not changed in place. The compiler refuses
/// `fetched.name = …` with "cannot assign to data in dereference of `Fetched<…>`" (E0594). To change the resource and save
/// the change, [`track`](Self::track) it; to have the resource alone, take it out with [`into_inner`](Self::into_inner).
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{Client, Error, GraphResource, HttpClient};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String, pub display_name: Option<String> }
/// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
/// let user = client.send(User::at("87d349ed").get()).await?;
/// println!("{:?} in version {:?}", user.display_name, user.etag());
/// let user: User = user.into_inner();
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Fetched<T> {
    pub(crate) value: T,
    pub(crate) etag: Option<ETag>,
    pub(crate) place: Place<T>,
    pub(crate) request_id: Option<Arc<str>>,
    pub(crate) options: Option<Box<RequestOptions>>,
    pub(crate) links: Option<Box<Links>>,
    pub(crate) says: Says<T>,
}

impl<T: fmt::Debug> fmt::Debug for Fetched<T> {
    /// The resource, its version, and the number of the request.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetched")
            .field("value", &self.value)
            .field("etag", &self.etag)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

impl<T> Fetched<T> {
    /// The version: `@odata.etag`, or the `ETag` header where the body has none.
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The path below the service root where the resource is served.
    ///
    /// `None` for a partial of a list, and for an item whose key cannot stand in a path.
    pub fn location(&self) -> Option<&str> {
        self.path().and_then(|path| path.as_str().ok())
    }

    pub(crate) fn path(&self) -> Option<&ResourcePath> {
        self.place.path(&self.value)
    }

    /// The service's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// `@odata.nextLink` of an expanded collection: there is more of it where it is present. Opaque; it may hold a token.
    ///
    /// The collection is named by its handle, or by its JSON path in the resource: `"sessions[0].segments"`.
    ///
    /// Source: OData JSON Format 4.0, section 4.5.5.
    pub fn next_link_of(&self, collection: impl AsRef<str>) -> Option<&str> {
        self.links.as_ref()?.next_link(collection.as_ref())
    }

    /// `@odata.count` of an expanded collection, where it was asked for. The collection is named as in
    /// [`next_link_of`](Self::next_link_of).
    pub fn count_of(&self, collection: impl AsRef<str>) -> Option<i64> {
        self.links.as_ref()?.count(collection.as_ref())
    }

    /// `@odata.mediaReadLink` of a stream property: where its content is read. A stream is in no body; the property is
    /// named as it stands on the wire, or by its JSON path in the resource: `"content"`, `"pages[0].content"`.
    ///
    /// The link may hold a token, and may lead to another origin: it is to be followed without the client's own.
    ///
    /// Source: OData JSON Format 4.0, section 9; Microsoft Graph, `onenotePage`.
    pub fn media_read_link_of(&self, property: impl AsRef<str>) -> Option<&str> {
        self.links.as_ref()?.read_link(property.as_ref())
    }

    /// `@odata.mediaEditLink` of a stream property: where its content is written. As
    /// [`media_read_link_of`](Self::media_read_link_of).
    pub fn media_edit_link_of(&self, property: impl AsRef<str>) -> Option<&str> {
        self.links.as_ref()?.edit_link(property.as_ref())
    }

    /// An annotation of the resource, named as it stands on the wire: `"@microsoft.graph.downloadUrl"`. `None` where the
    /// answer has none; of OData's own, `@odata.context` and its like, the `@odata.media…` alone.
    ///
    /// The value may hold a token: a download URL is one that asks for no other. A field of the option `annotation` holds
    /// the same, by its type.
    ///
    /// # Examples
    ///
    /// ```
    /// # use graph_resource::{Bytes, GraphResource, http};
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/me/drive/items/<id>")]
    /// pub struct Item {
    ///     pub id: String,
    /// }
    ///
    /// let body = r#"{"id":"1","@microsoft.graph.downloadUrl":"https://contoso.example/1"}"#;
    /// let item = Item::at("1").get().parse(http::Response::new(Bytes::from(body)))?;
    /// assert_eq!(item.annotation("@microsoft.graph.downloadUrl").unwrap(), "https://contoso.example/1");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// Source: OData JSON Format 4.01, section 20.2; Microsoft Graph, `driveItem`.
    pub fn annotation(&self, name: impl AsRef<str>) -> Option<&Value> {
        self.links.as_ref()?.annotation(name.as_ref())
    }

    /// Whether the answer named this property. What it did not name is `None` or a default in the resource all the same,
    /// and nothing is known of it.
    ///
    /// A service leaves out what was not selected, and of users what is not in its default set: `accountEnabled`, for one.
    /// `select_declared()` asks for all that the struct declares.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{Bytes, GraphResource, http};
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    ///     pub job_title: Option<String>,
    ///     pub account_enabled: Option<bool>,
    /// }
    ///
    /// let answer = http::Response::new(Bytes::from(r#"{"id":"87d349ed","jobTitle":null}"#));
    /// let user = User::at("87d349ed").get().parse(answer)?;
    /// assert_eq!((&user.job_title, user.account_enabled), (&None, None));
    /// assert!(user.has(User::props().job_title));
    /// assert!(!user.has(User::props().account_enabled));
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    #[allow(clippy::needless_pass_by_value, reason = "a handle is a number")]
    pub fn has(&self, property: impl PropertyHandle) -> bool {
        self.says.has(&self.value, property.wire_name())
    }

    /// The resource alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

/// Wherever the path comes from, and whatever of the value the answer named.
impl<T: PartialEq> PartialEq for Fetched<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
            && self.etag == other.etag
            && self.path() == other.path()
            && self.request_id == other.request_id
            && self.options == other.options
            && self.links == other.links
    }
}

impl<T> Deref for Fetched<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl Answer<'_> {
    pub(crate) fn fetched<R: GraphResource>(self) -> Result<Fetched<R>, Error> {
        self.check_done()?;
        let (value, (aside, text)) = whole_or_why(
            || {
                let mut value = None;
                let rest = self.representation::<AsValue<R>>(&mut value)?;
                Ok((value, rest))
            },
            || {
                let mut partial = None;
                let mut rest = self.representation::<AsState<R>>(&mut partial)?;
                rest.0.named = partial.as_ref().and_then(named::<R>);
                let references = rest.1.is_some_and(has_references);
                Ok((partial.map(|partial| whole(partial, None, references)).transpose()?, rest))
            },
        )?;
        let links = text.and_then(Links::of_entity);
        let is_related = self.related.is_some();
        let mut fetched = self.with(value, aside.etag, links, Says::noted(aside.named))?;
        if is_related {
            let path = collection_of::<R>(None).and_then(|path| path.item(|name| fetched.value.key_of(name)));
            fetched.place = Place::At(path);
        }
        if let Some(field @ None) = fetched.value.etag_mut() {
            field.clone_from(&fetched.etag);
        }
        Ok(fetched)
    }

    pub(crate) fn fetched_partial<R: Compound>(self) -> Result<Fetched<R::Partial>, Error> {
        self.check_done()?;
        let mut partial = None;
        let (aside, text) = self.representation::<AsState<R>>(&mut partial)?;
        let links = text.and_then(Links::of_entity);
        self.with(partial, aside.etag, links, Says::value())
    }

    fn with<T>(
        self,
        value: Option<T>,
        etag: Option<ETag>,
        links: Option<Box<Links>>,
        says: Says<T>,
    ) -> Result<Fetched<T>, Error> {
        Ok(Fetched {
            value: value.ok_or_else(without_resource)?,
            etag,
            request_id: self.request_id(),
            place: Place::At(self.path),
            options: Some(Box::new(self.options)),
            links,
            says,
        })
    }
}
