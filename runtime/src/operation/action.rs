//! Actions: what a service does with parameters.

#![allow(clippy::needless_pass_by_value, reason = "parameters are built for the one call")]

use core::fmt;
use core::marker::PhantomData;

use http::Method;
use percent_encoding::utf8_percent_encode;

use crate::codec::context::WriteForm;
use crate::codec::derived::Structured;
use crate::codec::json::body;
use crate::codec::write::write_whole;
use crate::error::Error;
use crate::odata::path::ResourcePath;
use crate::operation::call_target::{CallTarget, NAME, ServiceRoot};
use crate::request::answer::Answer;
use crate::request::operation::{Operation, Sealed};
use crate::request::request::Request;
use crate::resource::address::{At, Collection};
use crate::resource::traits::GraphResource;
use crate::response::output::CallOutput;

/// `POST` to an action.
pub struct Invoke<A> {
    body: Option<Vec<u8>>,
    action: PhantomData<fn() -> A>,
}

impl<A: GraphAction> Invoke<A> {
    pub(crate) fn new(action: &A) -> Result<Self, serde_json::Error> {
        // Where there is nothing to say, a body would say that there is.
        if A::TYPE.properties.is_empty() && !A::TYPE.open {
            return Ok(Self::empty());
        }
        let body = body(|to| write_whole(action, WriteForm::Create, to))?;
        Ok(Self { body: Some(body), action: PhantomData })
    }

    pub(crate) fn empty() -> Self {
        Self { body: None, action: PhantomData }
    }
}

impl<A: GraphAction> Operation for Invoke<A> {
    type Output = A::Output;
    const METHOD: Method = Method::POST;

    fn body_room(&self) -> usize {
        self.body.as_ref().map_or(0, Vec::len)
    }

    fn write_body(&self, _: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        to.extend_from_slice(self.body.as_deref().unwrap_or_default());
        Ok(())
    }

    fn read(self, answer: Answer<'_>) -> Result<A::Output, Error> {
        A::Output::read(answer)
    }
}

impl<A: GraphAction> Sealed for Invoke<A> {}

impl<A> Clone for Invoke<A> {
    fn clone(&self) -> Self {
        Self { body: self.body.clone(), action: PhantomData }
    }
}

impl<A: GraphAction> fmt::Debug for Invoke<A> {
    /// Names the action, and shows no parameter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invoke").field("action", &A::NAME).finish_non_exhaustive()
    }
}

/// An action of Graph, and the struct of its parameters: invoked with [`At::invoke`], [`Collection::invoke`] or
/// [`ServiceRoot::invoke`]. An action may change something: it is a `POST`.
///
/// The struct derives [`GraphComplex`](crate::GraphComplex), which gives the parameters their names. The body is a JSON
/// object of them, written like the body of a creation: what is `None` is left out. A struct without fields sends no
/// body.
///
/// A parameter may be an entity, or a collection of entities: a field of a type that derives `GraphResource`, without
/// `navigation`. It is written by value, as a creation writes it: without an empty key, read-only properties and the tag,
/// and with the related entities that it holds.
///
/// # Examples
///
/// ```
/// use graph_resource::{At, GraphAction, GraphComplex, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<user_id>/events/<id>")]
/// pub struct Event {
///     pub id: String,
///     pub subject: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Accept {
///     pub comment: Option<String>,
///     pub send_response: Option<bool>,
/// }
///
/// impl GraphAction for Accept {
///     type On = At<Event>;
///     type Output = ();
///     const NAME: &'static str = "accept";
/// }
///
/// let request = Event::at("adele", "AAMk").invoke(Accept { comment: Some("Gladly.".into()), send_response: None });
/// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!((http.method().as_str(), http.uri().path()), ("POST", "/v1.0/users/adele/events/AAMk/accept"));
/// assert_eq!(http.body(), r#"{"comment":"Gladly."}"#);
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// A message, sent without being stored first:
///
/// ```
/// # use graph_resource::{At, GraphAction, GraphComplex, GraphResource};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String }
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/me/messages/<id>")]
/// pub struct Message {
///     pub id: String,
///     pub subject: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct SendMail {
///     pub message: Message,
///     pub save_to_sent_items: Option<bool>,
/// }
///
/// impl GraphAction for SendMail {
///     type On = At<User>;
///     type Output = ();
///     const NAME: &'static str = "sendMail";
/// }
///
/// let message = Message { id: String::new(), subject: Some("Lunch?".into()) };
/// let request = User::at("adele").invoke(SendMail { message, save_to_sent_items: Some(false) });
/// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(http.body(), r#"{"message":{"subject":"Lunch?"},"saveToSentItems":false}"#);
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: OData Protocol 4.01, section 11.5.4; OData JSON Format 4.0, section 16; Microsoft Graph, "user: sendMail".
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no action of Graph",
    label = "without `GraphAction`",
    note = "implement `GraphAction` for it: what it is bound to, what it gives, and its name",
    note = "what is read with a `GET` is a function: implement `GraphFunction`, and call `call`"
)]
pub trait GraphAction: Structured {
    /// What it is bound to: `At<R>`, `Collection<R>`, or [`ServiceRoot`] where it is unbound.
    type On: CallTarget;
    /// What it gives: `()`, `Fetched<R>`, `Vec<String>`, `bool`, a complex type, `Page<T>`; see [`CallOutput`].
    type Output: CallOutput;
    /// The name, qualified (`microsoft.graph.accept`) or not: Graph takes both. Segments before it are taken as they
    /// are: `search/query`.
    const NAME: &'static str;
}

pub(crate) fn invoke<A: GraphAction>(mut path: ResourcePath, action: &A) -> Request<Invoke<A>> {
    path.push_segments(&format!("/{}", utf8_percent_encode(A::NAME, NAME)));
    match Invoke::new(action) {
        Ok(invoke) => Request::new(path, invoke),
        Err(why) => Request::new(path, Invoke::empty()).unwritten(&why),
    }
}

impl<R: GraphResource> At<R> {
    /// Invokes an action that is bound to the resource: `POST`, with the parameters in the body.
    ///
    /// See [`GraphAction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn invoke<A: GraphAction<On = Self>>(self, action: A) -> Request<Invoke<A>> {
        invoke(self.path().clone(), &action)
    }
}

impl<R: GraphResource> Collection<R> {
    /// Invokes an action that is bound to the collection: `POST`, with the parameters in the body.
    ///
    /// See [`GraphAction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn invoke<A: GraphAction<On = Self>>(self, action: A) -> Request<Invoke<A>> {
        invoke(self.path().clone(), &action)
    }
}

impl ServiceRoot {
    /// Invokes an action that is bound to no resource: `POST`, with the parameters in the body.
    ///
    /// See [`GraphAction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn invoke<A: GraphAction<On = Self>>(self, action: A) -> Request<Invoke<A>> {
        invoke(ResourcePath::new(&[], &[]), &action)
    }
}
