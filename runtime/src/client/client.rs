//! A transport with a service root and a token.

use core::fmt;
use core::hash::BuildHasher as _;
use std::collections::hash_map::RandomState;

use bytes::Bytes;
use http::Uri;
use http::header::{AUTHORIZATION, Entry, HeaderName, HeaderValue};
use http::uri::{Authority, InvalidUri, PathAndQuery};
use uuid::{Builder, Uuid};

use crate::client::boxed::{BoxHttpClient, BoxHttpClientError};
use crate::client::http_client::{BoxError, HttpClient};
use crate::client::transport_error::TransportError;
use crate::error::{Error, ErrorKind, Failure};
use crate::odata::base_url::{BaseUrl, origin};
use crate::request::operation::Operation;
use crate::request::options::RequestOptions;
use crate::request::request::Request;

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

/// Sends requests to one service root, with one token.
///
/// The token goes to the origin of the base URL and nowhere else. Each request gets a `client-request-id` of its own,
/// unless the caller gave one.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{BaseUrl, Client, Error, GraphResource, HttpClient};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String, pub job_title: Option<String> }
/// # async fn example<T: HttpClient>(transport: T, token: &str) -> Result<(), Error> {
/// let client = Client::new(transport, BaseUrl::graph()).bearer_token(token)?;
/// let user = client.send(User::at("87d349ed").get()).await?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client<T = BoxHttpClient> {
    transport: T,
    base: BaseUrl,
    /// The same, parsed once.
    root: Option<Uri>,
    authorization: Option<HeaderValue>,
    /// The headers and preferences that each request has, unless it states its own.
    defaults: RequestOptions,
}

impl<T> Client<T> {
    /// A client without a token.
    pub fn new(transport: T, base: impl Into<BaseUrl>) -> Self {
        let base = base.into();
        Self {
            transport,
            root: base.as_str().parse().ok(),
            base,
            authorization: None,
            defaults: RequestOptions::default(),
        }
    }

    /// Sends this bearer token with each request. It replaces the one before.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`]: the token is empty, holds a character that no header can, or begins with `Bearer `.
    pub fn bearer_token(mut self, token: &str) -> Result<Self, Error> {
        if token.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer ")) {
            return Err(Error::new(ErrorKind::Header, "the bearer token begins with `Bearer `; give the token alone"));
        }
        let value = (!token.is_empty()).then(|| HeaderValue::try_from(format!("Bearer {token}")));
        let Some(Ok(mut value)) = value else {
            return Err(Error::new(ErrorKind::Header, "the bearer token is empty or cannot be sent"));
        };
        value.set_sensitive(true);
        self.authorization = Some(value);
        Ok(self)
    }

    /// States a preference for all requests: `.prefer("IdType=\"ImmutableId\"")`. A request that states one of the same
    /// name keeps its own.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`]: the text is no preference.
    ///
    /// Source: RFC 7240, section 2; Microsoft Graph, "Outlook immutable identifiers".
    pub fn prefer(mut self, preference: &str) -> Result<Self, Error> {
        if self.defaults.set_preference(preference) {
            Ok(self)
        } else {
            Err(Error::new(ErrorKind::Header, "a preference cannot be sent"))
        }
    }

    /// Adds a header to all requests. A request that has one of the same name keeps its own.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`]: the name or the value cannot be sent.
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Result<Self, Error> {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => {
                self.defaults.set_header(name, value);
                Ok(self)
            }
            _ => Err(Error::new(ErrorKind::Header, "a header cannot be sent")),
        }
    }

    /// The service root.
    pub fn base_url(&self) -> &BaseUrl {
        &self.base
    }

    /// The transport.
    pub fn transport(&self) -> &T {
        &self.transport
    }
}

impl<T: HttpClient> Client<T> {
    /// The same client without the type of its transport: one type for a service's state.
    pub fn boxed(self) -> Client
    where
        T: 'static,
    {
        let Self { transport, base, root, authorization, defaults } = self;
        Client { transport: BoxHttpClient::new(transport), base, root, authorization, defaults }
    }

    /// Sends a request and reads the answer to it. Nothing is sent before the future is polled.
    ///
    /// # Errors
    ///
    /// Those of [`Request::to_http`] and [`Request::parse`]; [`ErrorKind::Transport`] where there was no answer.
    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    pub fn send<O: Operation>(&self, request: Request<O>) -> impl Future<Output = Result<O::Output, Error>> {
        async move {
            let (sending, id) = {
                let (http, id) = self.prepared(request.to_http(&self.base)?)?;
                (self.transport.send(http), id)
            };
            let outcome = match sending.await {
                Ok(answer) => request.parse(answer),
                Err(error) => Err(unanswered::<T>(error)),
            };
            outcome.map_err(|error| error.of_request(|| id.text()))
        }
    }

    /// Sends a request of one's own the way [`send`](Self::send) does, with the token and an id, and gives the answer as
    /// it came, whatever its status. For what no operation covers.
    ///
    /// A URL without a host is one below the service root: `/users/delta`.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::ForeignOrigin`]: the URL is of another origin than the base URL. Nothing was sent.
    /// - [`ErrorKind::Transport`]: there was no answer.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Bytes, Client, Error, HttpClient, http};
    /// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = http::Request::get("/reports/getEmailActivityCounts(period='D7')").body(Bytes::new())?;
    /// let answer = client.http(request).await?;
    /// println!("{} bytes", answer.body().len());
    /// # Ok(()) }
    /// ```
    #[allow(clippy::manual_async_fn, reason = "as of `send`")]
    pub fn http(&self, request: http::Request<Bytes>) -> impl Future<Output = Result<http::Response<Bytes>, Error>> {
        async move {
            let (sending, id) = {
                let (http, id) = self.prepared(self.own(request)?)?;
                (self.transport.send(http), id)
            };
            sending.await.map_err(|error| unanswered::<T>(error).of_request(|| id.text()))
        }
    }

    /// A request of the caller's own, with an absolute URL of the own origin.
    fn own(&self, mut request: http::Request<Bytes>) -> Result<http::Request<Bytes>, Error> {
        if request.uri().authority().is_none() {
            let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
            let uri = format!("{}{path}", self.base.as_str());
            *request.uri_mut() = uri
                .parse()
                .map_err(|error: InvalidUri| Error::because(ErrorKind::Path, "the path is no URL", error))?;
        }
        if self.is_own(request.uri()) {
            Ok(request)
        } else {
            Err(Error::new(
                ErrorKind::ForeignOrigin,
                "the URL is of another origin than the base URL; nothing was sent there",
            ))
        }
    }

    /// Adds the defaults, an id, unless the caller gave one, and the token for the own origin. Gives the id back.
    fn prepared(&self, mut http: http::Request<Bytes>) -> Result<(http::Request<Bytes>, RequestId), Error> {
        self.defaults.complete_headers(http.headers_mut());
        let id = match http.headers_mut().entry(CLIENT_REQUEST_ID) {
            Entry::Occupied(given) => RequestId::Given(given.get().clone()),
            Entry::Vacant(place) => {
                let id = new_request_id();
                let text = HeaderValue::from_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
                place.insert(
                    text.map_err(|error| Error::because(ErrorKind::Header, "the request id cannot be sent", error))?,
                );
                RequestId::Own(id)
            }
        };
        match http.headers_mut().get_mut(AUTHORIZATION) {
            // The request's own wins.
            Some(own) => own.set_sensitive(true),
            None => {
                if let Some(authorization) = &self.authorization
                    && self.is_own(http.uri())
                {
                    http.headers_mut().insert(AUTHORIZATION, authorization.clone());
                }
            }
        }
        Ok((http, id))
    }

    /// Whether a URL is of the base URL's origin. Every URL that is built here is; this is the second lock.
    fn is_own(&self, uri: &Uri) -> bool {
        self.root.as_ref().is_some_and(|root| {
            // Enough of a base URL, which was found to have an origin and no user information.
            let is_spelled_alike = root.scheme_str() == uri.scheme_str()
                && root.authority().map(Authority::as_str) == uri.authority().map(Authority::as_str);
            is_spelled_alike || origin(root).is_some_and(|own| Some(own) == origin(uri))
        })
    }
}

/// The error of a request that got no whole answer. What arrived of one is kept.
fn unanswered<T: HttpClient>(error: T::Error) -> Error {
    let was_sent = T::was_sent(&error);
    let error: BoxError = error.into();
    let known = error
        .downcast_ref::<TransportError>()
        .or_else(|| error.downcast_ref::<BoxHttpClientError>()?.get_ref().downcast_ref::<TransportError>());
    let failure = known.map_or_else(Failure::default, TransportError::failure);
    Error::of_failure(Failure { was_sent: failure.was_sent.or(was_sent), ..failure }, error)
}

/// A GUID that no other request of this process has.
///
/// Support finds a request by it, and it is no secret: the standard library's hash suffices, whose 128-bit key comes from
/// the system once a thread, and is another one for each state. A process that forks goes on with the ids of its parent.
fn new_request_id() -> Uuid {
    let state = RandomState::new();
    let (high, low) = (u128::from(state.hash_one(0_u8)), u128::from(state.hash_one(1_u8)));
    Builder::from_random_bytes((high << 64 | low).to_be_bytes()).into_uuid()
}

/// The `client-request-id` of a request, which only an error tells again.
enum RequestId {
    /// The caller's.
    Given(HeaderValue),
    Own(Uuid),
}

impl RequestId {
    fn text(&self) -> Option<String> {
        match self {
            Self::Given(id) => id.to_str().ok().map(str::to_owned),
            Self::Own(id) => Some(id.to_string()),
        }
    }
}

impl<T> fmt::Debug for Client<T> {
    /// Shows the base URL, and whether there is a token; never the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base.as_str())
            .field("has_token", &self.authorization.is_some())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::thread;

    use uuid::{Variant, Version};

    use super::new_request_id;

    #[test]
    fn each_request_has_an_id_of_its_own() {
        let some = || (0..500).map(|_| new_request_id()).collect::<Vec<_>>();
        let threads: Vec<_> = (0..4).map(|_| thread::spawn(some)).collect();
        let ids: BTreeSet<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        assert_eq!(ids.len(), 2_000);
        for id in ids {
            assert_eq!((id.get_version(), id.get_variant()), (Some(Version::Random), Variant::RFC4122));
        }
    }
}
