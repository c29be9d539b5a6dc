//! Requests without I/O: a value that builds an `http::Request` and reads the `http::Response` to it.

use core::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, IF_MATCH};
use http::{Method, Uri};
use percent_encoding::utf8_percent_encode;

use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::odata::base_url::AsBaseUrl;
use crate::odata::path::ResourcePath;
#[cfg(feature = "tracing")]
use crate::odata::template::Template;
use crate::request::answer::Answer;
use crate::request::expand::Expands;
use crate::request::link::{below, own_link};
use crate::request::operation::{Conditional, Operation, Reads, Writes};
use crate::request::options::RequestOptions;
use crate::request::query::QUERY;
use crate::request::repeat::Repeat;
use crate::request::select::{PropertyOf, Selection, select_declared};

/// A request to Graph: a value that is built up, turned into an `http::Request`, and reads the answer to it.
///
/// # Examples
///
/// With any HTTP library, without [`Client`](crate::Client):
///
/// ```
/// use bytes::Bytes;
/// use graph_resource::{ETag, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub job_title: Option<String>,
/// }
///
/// let request = User::at("87d349ed")
///     .update(UserPatch::new().job_title("Auditor"))
///     .if_match(ETag::from("W/\"7\""))
///     .return_minimal();
/// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(http.method(), "PATCH");
/// assert_eq!(http.headers()["if-match"], "W/\"7\"");
///
/// let answer = http::Response::builder().status(204).body(Bytes::new()).unwrap();
/// let mut user = User { id: "87d349ed".into(), job_title: None };
/// request.parse(answer)?.merge_into(&mut user);
/// assert_eq!(user.job_title.as_deref(), Some("Auditor"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request<O> {
    target: Target,
    pub(crate) options: RequestOptions,
    /// The first thing that cannot be sent.
    refused: Option<(ErrorKind, String)>,
    /// Where the method does not say it.
    repeat: Option<Repeat>,
    pub(crate) operation: O,
}

#[derive(Clone, Debug)]
enum Target {
    Path(ResourcePath),
    /// A path that follows a relationship: what is there is served elsewhere as well.
    Related(ResourcePath),
    /// A link that the service gave.
    Link(String),
}

/// What a request consists of, without the service root: for those who pack requests, into a batch for example.
///
/// [`Request::to_parts`] gives it.
#[derive(Clone)]
#[non_exhaustive]
pub struct RequestParts {
    /// The HTTP method.
    pub method: Method,
    /// The path and the query below the service root; begins with `/`.
    pub url: String,
    /// The headers, without a token.
    pub headers: HeaderMap,
    /// The body; empty where there is none.
    pub body: Bytes,
}

impl fmt::Debug for RequestParts {
    /// Names the method and the headers; shows no header's value, no URL and no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestParts")
            .field("method", &self.method)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl<O: Operation> Request<O> {
    pub(crate) fn new(path: ResourcePath, operation: O) -> Self {
        Self::to(Target::Path(path), operation)
    }

    pub(crate) fn related(path: ResourcePath, operation: O) -> Self {
        Self::to(Target::Related(path), operation)
    }

    pub(crate) fn follow(link: String, operation: O) -> Self {
        Self::to(Target::Link(link), operation)
    }

    fn to(target: Target, operation: O) -> Self {
        Self { target, options: RequestOptions::default(), refused: None, repeat: None, operation }
    }

    /// Adds a header. One that was added before under the same name is replaced.
    ///
    /// A name or a value that cannot be sent makes [`to_http`](Self::to_http) fail.
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => self.options.set_header(name, value),
            (Ok(name), Err(_)) => {
                self.refuse(ErrorKind::Header, format!("the value of header `{name}` cannot be sent"));
            }
            (Err(_), _) => self.refuse(ErrorKind::Header, "a header has a name that cannot be sent".to_owned()),
        }
        self
    }

    /// Adds a query option: `.query("$top", "5")`. The value is percent-encoded. One that was added before under the same
    /// name is replaced: no option may occur twice.
    ///
    /// A `$select` names more properties where [`select`](Request::select) names some already. A request for a next page
    /// has the options of the first one in its link; [`to_http`](Self::to_http) refuses others.
    ///
    /// Source: Microsoft Graph, "use query parameters"; OData URL Conventions 4.01, section 5.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.options.set_query(name, &value);
        self
    }

    /// States a preference: `.prefer("odata.maxpagesize=50")`. A wish, not an order. All preferences of a request stand in
    /// one header, in which one that was stated before under the same name is replaced.
    ///
    /// A text that is no preference makes [`to_http`](Self::to_http) fail.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::GraphResource;
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<user_id>/events/<id>")]
    /// pub struct Event {
    ///     pub id: String,
    ///     pub subject: Option<String>,
    /// }
    ///
    /// let request = Event::collection("adele").list().prefer("odata.maxpagesize=5").include_unknown_enum_members();
    /// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!(http.headers()["prefer"], "odata.maxpagesize=5, include-unknown-enum-members");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// Source: RFC 7240, section 2; OData Protocol 4.01, section 8.2.8.
    pub fn prefer(mut self, preference: &str) -> Self {
        if !self.options.set_preference(preference) {
            self.refuse(ErrorKind::Header, "a preference cannot be sent".to_owned());
        }
        self
    }

    /// Asks for enumeration members by their own names where Graph would otherwise say `unknownFutureValue`:
    /// `Prefer: include-unknown-enum-members`. The variant marked `unknown` keeps those that this build does not know.
    ///
    /// Source: Microsoft Graph, "best practices", "handling future members in evolvable enumerations".
    pub fn include_unknown_enum_members(self) -> Self {
        self.prefer("include-unknown-enum-members")
    }

    /// Says what happens if the request arrives twice, where the method and the headers say otherwise: a change that sends
    /// a mail, an action that may be invoked twice. A client repeats by it.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{GraphResource, Repeat};
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    ///     pub job_title: Option<String>,
    /// }
    ///
    /// // The change starts a workflow, which must not start twice.
    /// let request = User::at("87d349ed").update(UserPatch::new().job_title("Auditor")).repeat(Repeat::Once);
    /// # assert!(request.to_http("https://graph.microsoft.com/v1.0").is_ok());
    /// ```
    pub fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = Some(repeat);
        self
    }

    /// What happens if the request arrives twice.
    pub(crate) fn repeats(&self, method: &Method, headers: &HeaderMap) -> Repeat {
        self.repeat.unwrap_or_else(|| Repeat::of(method, headers))
    }

    /// What those requests have in common that Graph limits together.
    pub(crate) fn gate_key(&self) -> &str {
        match &self.target {
            Target::Path(path) | Target::Related(path) => path.up_to_first_key(),
            Target::Link(link) => match self.operation.collection() {
                Some(path) => path.up_to_first_key(),
                None => link.split(['?', '#']).next().unwrap_or_default(),
            },
        }
    }

    /// The path without its keys, where it is known.
    #[cfg(feature = "tracing")]
    pub(crate) fn template(&self) -> Option<&Template> {
        match &self.target {
            Target::Path(path) | Target::Related(path) => Some(path.template()),
            Target::Link(_) => self.operation.collection().map(ResourcePath::template),
        }
    }

    /// Asks in the same way as before.
    pub(crate) fn like(mut self, options: &RequestOptions) -> Self {
        self.options.clone_from(options);
        self
    }

    #[cold]
    pub(crate) fn refuse(&mut self, kind: ErrorKind, why: String) {
        self.refused.get_or_insert((kind, why));
    }

    /// Builds the HTTP request: method, absolute URL, headers and body. No token is in it.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Path`]: a key is empty, `.` or `..`, or needs the quotes that its place in the path has not.
    /// - [`ErrorKind::BaseUrl`]: `base` is no absolute http or https URL.
    /// - [`ErrorKind::EmptyPatch`]: the patch changes nothing.
    /// - [`ErrorKind::Header`]: a header cannot be sent.
    /// - [`ErrorKind::Query`]: a request for a next page was given query options.
    /// - [`ErrorKind::Encode`]: the body, or a parameter, cannot be written.
    /// - [`ErrorKind::ForeignOrigin`]: a link of the service leads to another origin than `base`.
    pub fn to_http<B: AsBaseUrl + ?Sized>(&self, base: &B) -> Result<http::Request<Bytes>, Error> {
        let base = base.as_base_url()?;
        let (uri, body) = match self.path_or_link()? {
            Ok(path) => {
                let (url, body) = self.url_and_body(&base, path, &base)?;
                let uri = Uri::from_maybe_shared(url)
                    .map_err(|error| Error::because(ErrorKind::Path, "the path is no URL", error))?;
                (uri, body)
            }
            Err(link) => (own_link(&base, link)?, Bytes::new()),
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = O::METHOD;
        *request.uri_mut() = uri;
        let has_body = !request.body().is_empty();
        self.write_headers(has_body, request.headers_mut());
        Ok(request)
    }

    /// The parts of the HTTP request, with the URL relative to the service root: for those who pack requests.
    ///
    /// # Errors
    ///
    /// As of [`to_http`](Self::to_http); [`ErrorKind::ForeignOrigin`] also where a link of the service leads to another
    /// version than that of `base`.
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
    ///     pub job_title: Option<String>,
    /// }
    ///
    /// let request = User::at("87d349ed").update(UserPatch::new().job_title("Auditor"));
    /// let parts = request.to_parts("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!((parts.method.as_str(), parts.url.as_str()), ("PATCH", "/users/87d349ed"));
    /// assert_eq!(parts.body, r#"{"jobTitle":"Auditor"}"#);
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    pub fn to_parts<B: AsBaseUrl + ?Sized>(&self, base: &B) -> Result<RequestParts, Error> {
        let base = base.as_base_url()?;
        let (url, body) = match self.path_or_link()? {
            Ok(path) => {
                let (url, body) = self.url_and_body("", path, &base)?;
                let url = String::from_utf8(url.to_vec())
                    .map_err(|error| Error::because(ErrorKind::Path, "the path is no URL", error))?;
                (url, body)
            }
            Err(link) => (below(&base, &own_link(&base, link)?)?, Bytes::new()),
        };
        let mut headers = HeaderMap::new();
        self.write_headers(!body.is_empty(), &mut headers);
        Ok(RequestParts { method: O::METHOD, url, headers, body })
    }

    /// The path, or else the link, that the request goes to.
    fn path_or_link(&self) -> Result<Result<&[u8], &str>, Error> {
        if let Some((kind, why)) = &self.refused {
            return Err(Error::new(*kind, why.clone()));
        }
        match &self.target {
            Target::Path(path) | Target::Related(path) => Ok(Ok(path.as_bytes()?)),
            Target::Link(link) if self.options.has_no_query() => Ok(Err(link)),
            Target::Link(_) => Err(Error::new(
                ErrorKind::Query,
                "the link to a next page is used as it came; give query options to the first request",
            )),
        }
    }

    /// The URL behind this prefix, and the body. One buffer holds both: whoever keeps the URL keeps the memory of the
    /// body.
    fn url_and_body(&self, prefix: &str, path: &[u8], base: &str) -> Result<(Bytes, Bytes), Error> {
        let query = self.options.query_string()?;
        let out = prefix.len() + path.len() + query.len() + self.operation.body_room();
        let mut bytes = Vec::with_capacity(out);
        bytes.extend_from_slice(prefix.as_bytes());
        bytes.extend_from_slice(path);
        bytes.extend_from_slice(query.as_bytes());
        if let Some(id) = self.operation.id() {
            let id = id.resolved(base)?;
            bytes.push(if query.is_empty() { b'?' } else { b'&' });
            bytes.extend(format!("$id={}", utf8_percent_encode(&id, QUERY)).into_bytes());
        }
        let end = bytes.len();
        self.operation.write_body(base, &mut bytes)?;
        let mut body = Bytes::from(bytes);
        let url = body.split_to(end);
        Ok((url, body))
    }

    fn write_headers(&self, has_body: bool, headers: &mut HeaderMap) {
        // With out for the two that a client adds.
        headers.reserve(4 + self.options.header_count());
        headers.insert(ACCEPT, HeaderValue::from_static(O::ACCEPT));
        if has_body {
            headers.insert(CONTENT_TYPE, self.operation.content_type());
        }
        self.options.write_headers(headers);
    }

    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Service`]: a status other than 2xx, with the service's code and message; or a body that is nothing but
    ///   an error, whatever the status.
    /// - [`ErrorKind::Accepted`]: 202. Of an action, only where there is a `Location`: `sendMail` is answered so, and no
    ///   more is ever reported.
    /// - [`ErrorKind::Unconfirmed`]: 206 or 207 to a change.
    /// - [`ErrorKind::Decode`]: the body is not what was expected; [`Error::path`] tells where. A page of HTML is no
    ///   success of any request.
    /// - [`ErrorKind::NoContent`]: the resource was asked for, and the body is empty.
    pub fn parse(self, response: http::Response<Bytes>) -> Result<O::Output, Error> {
        let (head, body) = response.into_parts();
        let is_taken = head.status.is_success() || (O::TAKES_REDIRECT && head.status.is_redirection());
        if !is_taken {
            return Err(Error::of_service(head.status, &head.headers, &body));
        }
        let (path, related, link) = match self.target {
            Target::Path(path) => (Some(path), None, None),
            Target::Related(path) => (None, Some(path), None),
            Target::Link(link) => (None, None, Some(link)),
        };
        self.operation
            .read(Answer { head: &head, body, path, related, link, options: self.options })
            .map_err(|error| error.of_answer(head.status, &head.headers))
    }
}

impl<O: Reads> Request<O> {
    /// Asks for this property, and the key, alone: the answer is read as partials. Further calls ask for further
    /// properties.
    ///
    /// Source: Microsoft Graph, "use query parameters", `$select`.
    #[doc(alias = "$select")]
    pub fn select(self, property: impl PropertyOf<O::Resource>) -> Request<O::Selected> {
        let Self { target, mut options, refused, repeat, operation } = self;
        let is_first = !O::IS_PARTIAL || options.select.is_empty();
        property.add_to(&mut Selection { select: &mut options.select, query: &mut options.query }, is_first);
        Request { target, options, refused, repeat, operation: operation.selected() }
    }

    /// Asks for related entities too: those of a navigation property, or of an [`Expand`](crate::Expand) with options of its own. Of a
    /// union, also for those that only a variant has.
    ///
    /// Source: Microsoft Graph, "use query parameters", `$expand`.
    #[doc(alias = "$expand")]
    pub fn expand(mut self, expand: impl Expands<O::Resource>) -> Self {
        expand.expansion().0.add_to(&mut self.options.expand);
        self
    }
}

// The bound stands at the method: of an unmet one at the impl, the compiler would not say our words.
impl<O: Operation> Request<O> {
    /// Asks for the properties that the struct declares, and no others. Of a union, for those of its base, and by the names
    /// of their types for those of its variants; of a type that it does not know come those of the base.
    ///
    /// A struct with a field `additional` cannot be selected by its fields: [`Request::to_http`] says so.
    pub fn select_declared(mut self) -> Self
    where
        O: Reads,
    {
        let mut to = Selection { select: &mut self.options.select, query: &mut self.options.query };
        if let Err(refused) = select_declared::<O::Resource>(&mut to) {
            self.refuse(ErrorKind::Encode, refused);
        }
        self
    }

    /// Goes through only where the resource is still in this version, and is answered with 412 otherwise.
    ///
    /// Source: OData Protocol 4.01, section 8.2.4.
    pub fn if_match(mut self, etag: impl Into<ETag>) -> Self
    where
        O: Conditional,
    {
        match etag.into().into_header() {
            Some(etag) => self.options.set_header(IF_MATCH, etag),
            None => self.refuse(ErrorKind::Header, format!("the value of header `{IF_MATCH}` cannot be sent")),
        }
        self
    }

    /// Asks for the resource as it is afterwards: `Prefer: return=representation`. A wish, not an order.
    ///
    /// Source: RFC 7240, section 4.2; OData Protocol 4.01, section 8.2.8.7.
    pub fn return_representation(self) -> Self
    where
        O: Writes,
    {
        self.prefer("return=representation")
    }

    /// Asks for an answer without a body: `Prefer: return=minimal`. A wish, not an order.
    ///
    /// Source: RFC 7240, section 4.2; OData Protocol 4.01, section 8.2.8.7.
    pub fn return_minimal(self) -> Self
    where
        O: Writes,
    {
        self.prefer("return=minimal")
    }
}

impl<O: fmt::Debug> fmt::Debug for Request<O> {
    /// Names the target and the headers; shows no header's value and no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation)
            .field("headers", &self.options.header_names())
            .finish_non_exhaustive()
    }
}
