//! Requests without I/O: a value that builds an `http::Request` and reads the `http::Response` to it.

mod call;
mod ops;
mod references;
mod url;

use core::fmt;

use bytes::Bytes;
use http::Method;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue, IF_MATCH};
use percent_encoding::utf8_percent_encode;

pub use self::call::{Call, Invoke};
pub use self::ops::{Create, Delete, Get, GetPartial, List, ListPartial, NextPage, NextPartialPage, Update};
pub(crate) use self::ops::{add, declared, starting_with_key};
pub use self::references::{AddReference, Navigation, RemoveReference, SetReference};
pub(crate) use self::url::QUERY;
use self::url::own_link;
use crate::base_url::AsBaseUrl;
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::navigation::Expansion;
use crate::path::ResourcePath;
use crate::response::Answer;

/// What a request does, and what its answer means.
pub trait Operation: sealed::Sealed + Sized {
    /// What a successful answer gives.
    type Output;

    /// The HTTP method.
    #[doc(hidden)]
    const METHOD: Method;

    /// How many bytes to make room for before the body is written.
    #[doc(hidden)]
    fn body_room(&self) -> usize {
        0
    }

    /// Appends the JSON body, where the operation has one. URLs of the service in it have this root.
    #[doc(hidden)]
    fn write_body(&self, _base: &str, _to: &mut Vec<u8>) -> Result<(), Error> {
        Ok(())
    }

    /// The properties to ask for; none for the service's own choice.
    #[doc(hidden)]
    fn select(&self) -> Result<&[&'static str], Error> {
        Ok(&[])
    }

    /// Reads an answer of a 2xx status.
    #[doc(hidden)]
    fn read(self, answer: Answer<'_>) -> Result<Self::Output, Error>;
}

mod sealed {
    pub trait Sealed {}
}

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
    expand: Vec<Expansion>,
    /// Names and values, encoded.
    query: Vec<(String, String)>,
    headers: Headers,
    /// The first thing that cannot be sent.
    refused: Option<(ErrorKind, String)>,
    preferences: Vec<String>,
    pub(crate) operation: O,
}

/// Few, each name once.
type Headers = Vec<(HeaderName, HeaderValue)>;

/// How a resource was asked for, so that it can be asked for again in the same way.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Reading {
    pub(crate) select: Vec<&'static str>,
    expand: Vec<Expansion>,
    query: Vec<(String, String)>,
    headers: Headers,
    preferences: Vec<String>,
}

impl fmt::Debug for Reading {
    /// Headers may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading { .. }")
    }
}

#[derive(Clone, Debug)]
enum Target {
    Path(ResourcePath),
    /// A path that follows a relationship: what is there is served elsewhere as well.
    Related(ResourcePath),
    /// A link that the service gave.
    Link(String),
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
        let (expand, query, headers) = (Vec::new(), Vec::new(), Headers::new());
        Self { target, expand, query, headers, refused: None, preferences: Vec::new(), operation }
    }

    /// Adds a header. One that was added before under the same name is replaced.
    ///
    /// A name or a value that cannot be sent makes [`to_http`](Self::to_http) fail.
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        self.set_header(name.try_into().ok(), value.try_into().ok());
        self
    }

    fn set_header(&mut self, name: Option<HeaderName>, value: Option<HeaderValue>) {
        match (name, value) {
            (Some(name), Some(value)) => match self.headers.iter_mut().find(|(same, _)| *same == name) {
                Some(header) => header.1 = value,
                // In order of their names, so that the order in which they were stated makes no difference.
                None => {
                    let place = self.headers.partition_point(|(before, _)| before.as_str() < name.as_str());
                    self.headers.insert(place, (name, value));
                }
            },
            (Some(name), None) => {
                self.refuse(ErrorKind::Header, format!("the value of header `{name}` cannot be sent"));
            }
            (None, _) => self.refuse(ErrorKind::Header, "a header has a name that cannot be sent".to_owned()),
        }
    }

    /// Adds a query option: `.query("$top", "5")`. The value is percent-encoded. One that was added before under the same
    /// name is replaced: no option may occur twice.
    ///
    /// A `$select` names more properties where [`select`](Request::select) names some already. A request for a next page
    /// has the options of the first one in its link; [`to_http`](Self::to_http) refuses others.
    ///
    /// Source: Microsoft Graph, "use query parameters"; OData URL Conventions 4.01, section 5.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        let name = utf8_percent_encode(name, QUERY).to_string();
        let value = utf8_percent_encode(&value.to_string(), QUERY).to_string();
        match self.query.iter_mut().find(|(same, _)| *same == name) {
            Some(option) => option.1 = value,
            None => self.query.push((name, value)),
        }
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
        let name = preference_name(preference);
        if name.is_empty() || HeaderValue::from_str(preference).is_err() {
            self.refuse(ErrorKind::Header, "a preference cannot be sent".to_owned());
            return self;
        }
        match self.preferences.iter_mut().find(|same| preference_name(same).eq_ignore_ascii_case(name)) {
            Some(same) => preference.clone_into(same),
            None => self.preferences.push(preference.to_owned()),
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

    /// Asks in the same way as before.
    pub(crate) fn like(mut self, reading: &Reading) -> Self {
        self.expand.clone_from(&reading.expand);
        self.query.clone_from(&reading.query);
        self.headers.clone_from(&reading.headers);
        self.preferences.clone_from(&reading.preferences);
        self
    }

    fn into_operation<P>(self, f: impl FnOnce(O) -> P) -> Request<P> {
        Request {
            target: self.target,
            expand: self.expand,
            query: self.query,
            headers: self.headers,
            refused: self.refused,
            preferences: self.preferences,
            operation: f(self.operation),
        }
    }

    fn expanding(mut self, expansion: Expansion) -> Self {
        expansion.add_to(&mut self.expand);
        self
    }

    #[cold]
    fn refuse(&mut self, kind: ErrorKind, why: String) {
        self.refused.get_or_insert((kind, why));
    }

    fn matching(mut self, etag: ETag) -> Self {
        self.set_header(Some(IF_MATCH), etag.into_header());
        self
    }

    /// Builds the HTTP request: method, absolute URL, headers and body. No token is in it.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Path`]: a key is empty, `.` or `..`, or needs the quotes that its place in the path has not.
    /// - [`ErrorKind::BaseUrl`]: `base` is no absolute http or https URL.
    /// - [`ErrorKind::EmptyPatch`]: the patch says nothing.
    /// - [`ErrorKind::Header`]: a header cannot be sent.
    /// - [`ErrorKind::Query`]: a request for a next page was given query options.
    /// - [`ErrorKind::Encode`]: the body, or a parameter, cannot be written.
    /// - [`ErrorKind::ForeignOrigin`]: a link of the service leads to another origin than `base`.
    pub fn to_http<B: AsBaseUrl + ?Sized>(&self, base: &B) -> Result<http::Request<Bytes>, Error> {
        if let Some((kind, why)) = &self.refused {
            return Err(Error::new(*kind, why.clone()));
        }
        let base = base.as_base_url()?;
        let (uri, body) = match &self.target {
            Target::Path(path) | Target::Related(path) => self.uri_and_body(&base, path.as_bytes()?)?,
            Target::Link(link) if self.query.is_empty() => (own_link(&base, link)?, Bytes::new()),
            Target::Link(_) => {
                return Err(Error::new(
                    ErrorKind::Query,
                    "the link to a next page is used as it came; give query options to the first request",
                ));
            }
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = O::METHOD;
        *request.uri_mut() = uri;
        let has_body = !request.body().is_empty();
        let headers = request.headers_mut();
        // With room for the two that a client adds.
        headers.reserve(5 + self.headers.len());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if has_body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        // Each was tried when it was stated.
        if !self.preferences.is_empty()
            && let Ok(preferences) = HeaderValue::from_str(&self.preferences.join(", "))
        {
            headers.insert(HeaderName::from_static("prefer"), preferences);
        }
        for (name, value) in &self.headers {
            if name == "prefer" {
                headers.append(name, value.clone())
            } else {
                headers.insert(name, value.clone()).is_some()
            };
        }
        Ok(request)
    }

    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Service`]: a status other than 2xx, with what the service says of it.
    /// - [`ErrorKind::Decode`]: the body is not what was expected; [`Error::path`] tells where.
    /// - [`ErrorKind::NoContent`]: the resource was asked for, and the body is empty.
    pub fn parse(self, response: http::Response<Bytes>) -> Result<O::Output, Error> {
        let (head, body) = response.into_parts();
        if !head.status.is_success() {
            return Err(Error::of_service(head.status, &head.headers, &body));
        }
        let (path, related) = match self.target {
            Target::Path(path) => (Some(path), None),
            Target::Related(path) => (None, Some(path)),
            Target::Link(_) => (None, None),
        };
        let Self { expand, query, headers: sent, preferences, .. } = self;
        let reading = Reading { select: Vec::new(), expand, query, headers: sent, preferences };
        self.operation
            .read(Answer { head: &head, body, path, related, reading })
            .map_err(|error| error.of_answer(head.status, &head.headers))
    }
}

/// The name of a preference, which may have a value and parameters after it.
fn preference_name(preference: &str) -> &str {
    preference.split(['=', ';', ',']).next().unwrap_or_default().trim()
}

impl<O: fmt::Debug> fmt::Debug for Request<O> {
    /// Names the target and the headers; shows no header's value and no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Request").field("operation", &self.operation).field("headers", &headers).finish_non_exhaustive()
    }
}
