//! Resources: entities with a path.

use core::fmt;

use serde::ser::Serializer;

use crate::codec::compound::{Compound, GraphPatch, Partial};
use crate::codec::context::{ApplyMode, DiffScope, WriteForm};
use crate::codec::key_text::key_in;
use crate::etag::ETag;
use crate::odata::path_part::PathPart;
use crate::resource::merge::Merge;
use crate::value::union::types::{GraphUnion, UnionPartial};

impl<U: GraphUnion + GraphResource> NewResource<U> for UnionPartial<U> {
    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write_to(WriteForm::Create, to)
    }
}

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

    /// The key that a partial names, as text; `None` where it names none, and for a singleton.
    #[must_use]
    fn key_in(partial: &Self::Partial) -> Option<String> {
        key_in::<Self>(partial)
    }

    /// The field that holds `@odata.etag`, where there is one.
    #[inline]
    fn etag_mut(&mut self) -> Option<&mut Option<ETag>> {
        None
    }

    /// What a patch has to say to change this resource into `new`.
    #[must_use]
    fn diff(&self, new: &Self) -> Self::Patch {
        GraphPatch::from_partial(self.diff_in(new, DiffScope::Writable { members: true }))
    }

    /// Merges one's own changes into what somebody else made of the same resource: what I changed is mine, all else
    /// theirs.
    fn merge3<'m>(base: &'m Self, theirs: &'m Self, mine: &'m Self) -> Merge<'m, Self> {
        Merge::new(base, theirs, mine)
    }

    /// Applies a patch, as a service would.
    fn apply(&mut self, patch: Self::Patch) {
        patch.apply_to(self);
    }

    /// Folds an answer in: what it holds replaces what is here, write-only properties excepted.
    fn merge(&mut self, answer: Self::Partial) {
        self.apply_in(answer, ApplyMode::Answer);
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
    /// Whether references may stand in the body: a whole resource has none.
    #[doc(hidden)]
    const MAY_BIND: bool = true;

    /// Writes the body of the `POST`.
    ///
    /// # Errors
    ///
    /// The serializer's own error.
    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

impl<R: GraphResource> NewResource<R> for R {
    const MAY_BIND: bool = false;

    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write_to(WriteForm::Create, to)
    }
}

/// A resource in code that is generic over it and whose futures are sent between threads: an alias, which each resource of
/// plain data is.
///
/// # Examples
///
/// ```
/// use graph_resource::{Client, Error, HttpClient, At, SendResource};
///
/// async fn update<R: SendResource, T: HttpClient>(client: Client<T>, id: String, patch: R::Patch) -> Result<(), Error> {
///     client.send(At::<R>::by_key(id).update(patch)).await?;
///     Ok(())
/// }
///
/// fn is_send<F: Future + Send>(future: F) -> F {
///     future
/// }
///
/// fn in_the_background<R: SendResource, T: HttpClient + 'static>(client: Client<T>, id: String, patch: R::Patch) {
///     // As `tokio::spawn` wants it.
///     drop(is_send(update::<R, T>(client, id, patch)));
/// }
/// ```
pub trait SendResource:
    GraphResource + Compound<Partial: Send + Sync + 'static, Patch: Send + Sync + 'static> + Send + Sync + 'static
{
}

impl<R> SendResource for R where
    R: GraphResource + Compound<Partial: Send + Sync + 'static, Patch: Send + Sync + 'static> + Send + Sync + 'static
{
}
