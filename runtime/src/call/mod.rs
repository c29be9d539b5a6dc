//! Functions and actions: what a service offers beside reading and writing resources.

#![allow(clippy::needless_pass_by_value, reason = "parameters are built for the one call")]

mod parameters;

use percent_encoding::{AsciiSet, utf8_percent_encode};

pub(crate) use self::parameters::Parameters;
use crate::path::{KEY, ResourcePath};
use crate::request::{Call, Invoke, Request};
use crate::resource::{At, Collection, GraphResource};
use crate::response::CallOutput;
use crate::structured::Structured;

/// A function of Graph, and the struct of its parameters: called with [`At::call`], [`Collection::call`] or
/// [`ServiceRoot::call`]. A function changes nothing: it is a `GET`, with the parameters in the URL.
///
/// The struct derives [`GraphComplex`](crate::GraphComplex), which gives the parameters their names. It may have none:
/// `struct Delta {}`.
///
/// | parameter | in the URL |
/// |---|---|
/// | `String`, the member of an enumeration | `'O''Neil'`, percent-encoded. Of a member, its bare name, as in Graph's samples |
/// | `bool`, numbers, [`Guid`](crate::edm::Guid), dates and times | bare: `5`, `-INF`, `2019-11-01T00:00:00Z` |
/// | [`Duration`](crate::edm::Duration), [`Binary`](crate::edm::Binary) | `duration'PT1H'`, `binary'_9j_4A=='` |
/// | collections, complex values | JSON, by an alias: `f(ids=@ids)?@ids=["a","b"]`, percent-encoded |
/// | `None` | left out, since the overloads of a function differ in their parameters |
/// | fields marked `opaque` or `with`, those in `additional` | by their JSON: a string in quotes, an object by an alias, others bare |
///
/// A parameter that is to be null is a `serde_json::Value`.
///
/// # Examples
///
/// ```
/// use graph_resource::{Collection, DateTimeOffset, GraphComplex, GraphFunction, GraphResource, Page};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/communications/callRecords/<id>")]
/// pub struct CallRecord {
///     pub id: String,
///     pub version: i64,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct PstnCallLogRow {
///     pub id: Option<String>,
///     pub duration: Option<i32>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct GetPstnCalls {
///     pub from_date_time: DateTimeOffset,
///     pub to_date_time: DateTimeOffset,
/// }
///
/// impl GraphFunction for GetPstnCalls {
///     type On = Collection<CallRecord>;
///     type Output = Page<PstnCallLogRow>;
///     const NAME: &'static str = "getPstnCalls";
/// }
///
/// let request = CallRecord::collection().call(GetPstnCalls {
///     from_date_time: "2019-11-01T00:00:00Z".parse()?,
///     to_date_time: "2019-12-01T00:00:00Z".parse()?,
/// });
/// assert_eq!(
///     request.to_http("https://graph.microsoft.com/v1.0")?.uri(),
///     "https://graph.microsoft.com/v1.0/communications/callRecords/\
///      getPstnCalls(fromDateTime=2019-11-01T00:00:00Z,toDateTime=2019-12-01T00:00:00Z)"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// Source: OData URL Conventions 4.01, sections 4.5.1 and 5.1.1.14; OData ABNF, `boundFunctionCall`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no function of Graph",
    label = "without `GraphFunction`",
    note = "implement `GraphFunction` for it: what it is bound to, what it gives, and its name",
    note = "what changes something is an action: implement `GraphAction`, and call `invoke`"
)]
pub trait GraphFunction: Structured {
    /// What it is bound to: `At<R>`, `Collection<R>`, or [`ServiceRoot`] where it is unbound.
    type On: CallTarget;
    /// What it gives: `Page<T>`, `Vec<String>`, `bool`, a complex type, `Fetched<R>`; see [`CallOutput`].
    type Output: CallOutput;
    /// The name, qualified (`microsoft.graph.callRecords.getPstnCalls`) or not: Graph takes both. Segments before it are
    /// taken as they are: `reports/getEmailActivityCounts`.
    const NAME: &'static str;
}

/// An action of Graph, and the struct of its parameters: invoked with [`At::invoke`], [`Collection::invoke`] or
/// [`ServiceRoot::invoke`]. An action may change something: it is a `POST`.
///
/// The struct derives [`GraphComplex`](crate::GraphComplex), which gives the parameters their names. The body is a JSON
/// object of them, written like the body of a creation: what is `None` is left out. A struct without fields sends no
/// body.
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
/// Source: OData Protocol 4.01, section 11.5.4; OData JSON Format 4.0, section 16.
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

/// What functions and actions are bound to.
#[diagnostic::on_unimplemented(
    message = "no function or action is bound to `{Self}`",
    label = "neither one resource nor a collection",
    note = "write `At<R>` for one resource, `Collection<R>` for a collection, `ServiceRoot` for what is unbound"
)]
pub trait CallTarget: sealed::Sealed {}

mod sealed {
    pub trait Sealed {}
}

/// The root of the service, for functions and actions that are bound to no resource of one's own.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphComplex, GraphFunction, ServiceRoot};
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct GetSignInSummary {
///     pub period: String,
/// }
///
/// impl GraphFunction for GetSignInSummary {
///     type On = ServiceRoot;
///     type Output = Vec<serde_json::Value>;
///     const NAME: &'static str = "reports/getAzureADApplicationSignInSummary";
/// }
///
/// let http = ServiceRoot.call(GetSignInSummary { period: "D7".into() }).to_http("https://graph.microsoft.com/beta")?;
/// assert_eq!(http.uri().path(), "/beta/reports/getAzureADApplicationSignInSummary(period='D7')");
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ServiceRoot;

/// What a name may hold: segments, and no query.
const NAME: &AsciiSet = &KEY.remove(b'/');

fn call<F: GraphFunction>(mut path: ResourcePath, function: &F) -> Request<Call<F>> {
    let name = utf8_percent_encode(F::NAME, NAME);
    match Parameters::of(function) {
        Ok(parameters) => {
            path.push_segments(&format!("/{name}({})", parameters.inline));
            let request = Request::new(path, Call::new());
            parameters.aliases.iter().fold(request, |request, (name, value)| request.query(name, value))
        }
        Err(why) => Request::new(path, Call::new()).unwritten(&why),
    }
}

fn invoke<A: GraphAction>(mut path: ResourcePath, action: &A) -> Request<Invoke<A>> {
    path.push_segments(&format!("/{}", utf8_percent_encode(A::NAME, NAME)));
    match Invoke::new(action) {
        Ok(invoke) => Request::new(path, invoke),
        Err(why) => Request::new(path, Invoke::empty()).unwritten(&why),
    }
}

impl<R: GraphResource> sealed::Sealed for At<R> {}
impl<R: GraphResource> CallTarget for At<R> {}

impl<R: GraphResource> At<R> {
    /// Calls a function that is bound to the resource: `GET`, with the parameters in the URL.
    ///
    /// See [`GraphFunction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn call<F: GraphFunction<On = Self>>(self, function: F) -> Request<Call<F>> {
        call(self.path().clone(), &function)
    }

    /// Invokes an action that is bound to the resource: `POST`, with the parameters in the body.
    ///
    /// See [`GraphAction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn invoke<A: GraphAction<On = Self>>(self, action: A) -> Request<Invoke<A>> {
        invoke(self.path().clone(), &action)
    }
}

impl<R: GraphResource> sealed::Sealed for Collection<R> {}
impl<R: GraphResource> CallTarget for Collection<R> {}

impl<R: GraphResource> Collection<R> {
    /// Calls a function that is bound to the collection: `GET`, with the parameters in the URL.
    ///
    /// See [`GraphFunction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn call<F: GraphFunction<On = Self>>(self, function: F) -> Request<Call<F>> {
        call(self.path().clone(), &function)
    }

    /// Invokes an action that is bound to the collection: `POST`, with the parameters in the body.
    ///
    /// See [`GraphAction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn invoke<A: GraphAction<On = Self>>(self, action: A) -> Request<Invoke<A>> {
        invoke(self.path().clone(), &action)
    }
}

impl sealed::Sealed for ServiceRoot {}
impl CallTarget for ServiceRoot {}

impl ServiceRoot {
    /// Calls a function that is bound to no resource: `GET`, with the parameters in the URL.
    ///
    /// See [`GraphFunction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn call<F: GraphFunction<On = Self>>(self, function: F) -> Request<Call<F>> {
        call(ResourcePath::new(&[], &[]), &function)
    }

    /// Invokes an action that is bound to no resource: `POST`, with the parameters in the body.
    ///
    /// See [`GraphAction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn invoke<A: GraphAction<On = Self>>(self, action: A) -> Request<Invoke<A>> {
        invoke(ResourcePath::new(&[], &[]), &action)
    }
}
