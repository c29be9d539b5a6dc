//! Functions: what a service gives for parameters, and changes nothing by.

#![allow(clippy::needless_pass_by_value, reason = "parameters are built for the one call")]

use core::fmt;
use core::marker::PhantomData;

use http::Method;
use percent_encoding::utf8_percent_encode;

use crate::codec::derived::Structured;
use crate::error::Error;
use crate::odata::path::ResourcePath;
use crate::operation::call_target::{CallTarget, NAME, ServiceRoot};
use crate::operation::parameters::Parameters;
use crate::request::answer::Answer;
use crate::request::operation::{Operation, Sealed};
use crate::request::request::Request;
use crate::resource::address::{At, Collection};
use crate::resource::traits::GraphResource;
use crate::response::output::CallOutput;

/// `GET` of what a function gives.
pub struct Call<F> {
    function: PhantomData<fn() -> F>,
}

impl<F: GraphFunction> Call<F> {
    pub(crate) fn new() -> Self {
        Self { function: PhantomData }
    }
}

impl<F: GraphFunction> Operation for Call<F> {
    type Output = F::Output;
    const METHOD: Method = Method::GET;
    const ACCEPT: &'static str = F::Output::ACCEPT;
    const TAKES_REDIRECT: bool = F::Output::TAKES_REDIRECT;

    fn read(self, answer: Answer<'_>) -> Result<F::Output, Error> {
        F::Output::read(answer)
    }
}

impl<F: GraphFunction> Sealed for Call<F> {}

impl<F> Clone for Call<F> {
    fn clone(&self) -> Self {
        Self { function: PhantomData }
    }
}

impl<F: GraphFunction> fmt::Debug for Call<F> {
    /// Names the function, and shows no parameter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("function", &F::NAME).finish_non_exhaustive()
    }
}

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

pub(crate) fn call<F: GraphFunction>(mut path: ResourcePath, function: &F) -> Request<Call<F>> {
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

impl<R: GraphResource> At<R> {
    /// Calls a function that is bound to the resource: `GET`, with the parameters in the URL.
    ///
    /// See [`GraphFunction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn call<F: GraphFunction<On = Self>>(self, function: F) -> Request<Call<F>> {
        call(self.path().clone(), &function)
    }
}

impl<R: GraphResource> Collection<R> {
    /// Calls a function that is bound to the collection: `GET`, with the parameters in the URL.
    ///
    /// See [`GraphFunction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn call<F: GraphFunction<On = Self>>(self, function: F) -> Request<Call<F>> {
        call(self.path().clone(), &function)
    }
}

impl ServiceRoot {
    /// Calls a function that is bound to no resource: `GET`, with the parameters in the URL.
    ///
    /// See [`GraphFunction`]. A parameter that cannot be written makes [`Request::to_http`] fail.
    pub fn call<F: GraphFunction<On = Self>>(self, function: F) -> Request<Call<F>> {
        call(ResourcePath::new(&[], &[]), &function)
    }
}
