//! A transport with a service root and a token.

use core::fmt;
use core::hash::BuildHasher as _;
use std::collections::hash_map::RandomState;

use bytes::Bytes;
use http::Uri;
use http::header::{AUTHORIZATION, Entry, HeaderName, HeaderValue};
use http::uri::Authority;
use uuid::{Builder, Uuid};

use crate::client::http_client::HttpClient;
use crate::error::{Error, ErrorKind};
use crate::odata::base_url::{BaseUrl, origin};
use crate::request::operation::Operation;
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
pub struct Client<T> {
    transport: T,
    base: BaseUrl,
    /// The same, parsed once.
    root: Option<Uri>,
    authorization: Option<HeaderValue>,
}

impl<T> Client<T> {
    /// A client without a token.
    pub fn new(transport: T, base: BaseUrl) -> Self {
        Self { transport, root: base.as_str().parse().ok(), base, authorization: None }
    }

    /// Sends this bearer token with each request. It replaces the one before.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`]: the token is empty, or holds a character that no header can.
    pub fn bearer_token(mut self, token: &str) -> Result<Self, Error> {
        let value = (!token.is_empty()).then(|| HeaderValue::try_from(format!("Bearer {token}")));
        let Some(Ok(mut value)) = value else {
            return Err(Error::new(ErrorKind::Header, "the bearer token is empty or cannot be sent"));
        };
        value.set_sensitive(true);
        self.authorization = Some(value);
        Ok(self)
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
    /// Sends a request and reads the answer to it. Nothing is sent before the future is polled.
    ///
    /// # Errors
    ///
    /// Those of [`Request::to_http`] and [`Request::parse`]; [`ErrorKind::Transport`] where there was no answer,
    /// [`ErrorKind::BodyLost`] where it broke off.
    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    pub fn send<O: Operation>(&self, request: Request<O>) -> impl Future<Output = Result<O::Output, Error>> {
        async move {
            let (sending, id) = {
                let (http, id) = self.with_id_and_token(request.to_http(&self.base)?)?;
                (self.transport.send(http), id)
            };
            let outcome = match sending.await {
                Ok(answer) => request.parse(answer),
                Err(error) => Err(Error::of_transport(error)),
            };
            outcome.map_err(|error| error.of_request(|| id.text()))
        }
    }

    /// Adds an id, unless the caller gave one, and the token for the own origin. Gives the id back.
    fn with_id_and_token(&self, mut http: http::Request<Bytes>) -> Result<(http::Request<Bytes>, RequestId), Error> {
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
        if let Some(authorization) = &self.authorization
            && self.is_own(http.uri())
        {
            http.headers_mut().insert(AUTHORIZATION, authorization.clone());
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
