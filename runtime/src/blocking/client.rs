//! The client that blocks its thread.

use core::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};

use crate::blocking::block_on::block_on;
use crate::blocking::http_client::{HttpClient, Waiting};
use crate::blocking::token_provider::{OnThread, TokenProvider};
use crate::client::client as driven;
use crate::client::shared::Attempt;
use crate::error::Error;
use crate::odata::base_url::BaseUrl;
use crate::policy::retry::Retry;
use crate::request::operation::Operation;
use crate::request::request::Request;
use crate::resource::traits::GraphResource;
use crate::tracked::Tracked;

/// The same as [`graph_resource::Client`](crate::Client), for threads: the thread waits for the answer.
///
/// Clones share the token, the budget of repeats, and what is known of throttling. Any number of threads may use one. Not
/// for use within an asynchronous runtime, whose thread it would hold.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::blocking::{Client, HttpClient};
/// # use graph_resource::{BaseUrl, Error, GraphResource};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String, pub job_title: Option<String> }
/// # fn example<T: HttpClient>(transport: T, token: &str) -> Result<(), Error> {
/// let client = Client::new(transport, BaseUrl::graph()).bearer_token(token)?;
/// let mut user = client.send(User::at("87d349ed").get())?.track();
/// user.job_title = Some("Auditor".into());
/// client.save(&mut user)?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client<T>(driven::Client<Waiting<T>>);

impl<T> Client<T> {
    /// A client without a token. The service root is a [`BaseUrl`] or a [`Cloud`](crate::Cloud).
    pub fn new(transport: T, base: impl Into<BaseUrl>) -> Self {
        Self(driven::Client::new(Waiting(transport), base))
    }

    /// Sends this bearer token with each request. It replaces what was given before.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`](crate::ErrorKind::Header): the token is empty, holds a character that no header can, or begins with `Bearer `.
    pub fn bearer_token(self, token: &str) -> Result<Self, Error> {
        self.0.bearer_token(token).map(Self)
    }

    /// Asks this provider for tokens. It replaces what was given before.
    ///
    /// A token is kept until it expires. One refresh at a time serves all threads; while it runs, a token that is still
    /// valid is sent. A service that asks for further claims is answered once a request.
    #[must_use]
    pub fn token_provider(self, provider: impl TokenProvider + 'static) -> Self {
        Self(self.0.token_provider(OnThread(Arc::new(provider))))
    }

    /// The scopes that a provider given after this is asked for; otherwise the origin of the base URL and `/.default`.
    #[must_use]
    pub fn scopes<S: Into<String>>(self, scopes: impl IntoIterator<Item = S>) -> Self {
        Self(self.0.scopes(scopes))
    }

    /// How often a request is sent again, and after which wait; [`Retry::new`] unless it is said.
    #[must_use]
    pub fn retry(self, retry: Retry) -> Self {
        Self(self.0.retry(retry))
    }

    /// Calls this after each attempt.
    #[must_use]
    pub fn observe(self, observer: impl Fn(&Attempt<'_>) + Send + Sync + 'static) -> Self {
        Self(self.0.observe(observer))
    }

    /// States a preference for all requests, as [`graph_resource::Client::prefer`](crate::Client::prefer) does.
    #[must_use]
    pub fn prefer(self, preference: &str) -> Self {
        Self(self.0.prefer(preference))
    }

    /// Adds a header to all requests, as [`graph_resource::Client::header`](crate::Client::header) does.
    #[must_use]
    pub fn header(self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        Self(self.0.header(name, value))
    }

    /// The service root.
    pub fn base_url(&self) -> &BaseUrl {
        self.0.base_url()
    }

    /// The client whose futures are run to their end.
    pub(crate) fn driven(&self) -> &driven::Client<Waiting<T>> {
        &self.0
    }

    /// The transport.
    pub fn transport(&self) -> &T {
        &self.0.transport().0
    }
}

impl<T: HttpClient> Client<T> {
    /// Sends a request and reads the answer to it.
    ///
    /// # Errors
    ///
    /// Those of [`graph_resource::Client::send`](crate::Client::send).
    pub fn send<O: Operation>(&self, request: Request<O>) -> Result<O::Output, Error> {
        block_on(self.0.send(request))
    }

    /// Sends a request of one's own the way [`send`](Self::send) does, and gives the answer as it came, whatever its
    /// status. For what no operation covers.
    ///
    /// # Errors
    ///
    /// Those of [`graph_resource::Client::http`](crate::Client::http).
    pub fn http(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Error> {
        block_on(self.0.http(request))
    }

    /// Sends what was changed, and folds the answer in: what [`Tracked::save`] does with a client that does not block.
    ///
    /// # Errors
    ///
    /// Those of [`Tracked::save`].
    pub fn save<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error> {
        block_on(record.save(&self.0))
    }

    /// Reads the resource again: what [`Tracked::reload`] does with a client that does not block.
    ///
    /// # Errors
    ///
    /// Those of [`Tracked::reload`].
    pub fn reload<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error> {
        block_on(record.reload(&self.0))
    }
}

impl<T> fmt::Debug for Client<T> {
    /// Shows the base URL, and whether there is a token; never the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
