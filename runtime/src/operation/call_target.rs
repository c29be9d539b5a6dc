//! What functions and actions are bound to.

use percent_encoding::AsciiSet;

use crate::error::ErrorKind;
use crate::odata::path::KEY;
use crate::request::operation::Operation;
use crate::request::request::Request;
use crate::resource::address::{At, Collection};
use crate::resource::traits::GraphResource;

/// What functions and actions are bound to.
#[diagnostic::on_unimplemented(
    message = "no function or action is bound to `{Self}`",
    label = "neither one resource nor a collection",
    note = "write `At<R>` for one resource, `Collection<R>` for a collection, `ServiceRoot` for what is unbound"
)]
pub trait CallTarget: Sealed {}

/// What a function or an action is bound to is this crate's to say.
pub trait Sealed {}

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
pub(crate) const NAME: &AsciiSet = &KEY.remove(b'/');

impl<R: GraphResource> Sealed for At<R> {}
impl<R: GraphResource> CallTarget for At<R> {}

impl<R: GraphResource> Sealed for Collection<R> {}
impl<R: GraphResource> CallTarget for Collection<R> {}

impl Sealed for ServiceRoot {}
impl CallTarget for ServiceRoot {}

impl<O: Operation> Request<O> {
    /// A request whose parameters cannot be written.
    #[cold]
    pub(crate) fn unwritten(mut self, why: &serde_json::Error) -> Self {
        self.refuse(ErrorKind::Encode, why.to_string());
        self
    }
}
