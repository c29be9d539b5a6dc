//! A transport with a service root and tokens.

use core::fmt;
use std::sync::Arc;

use http::Uri;
use http::header::{HeaderName, HeaderValue};

use crate::client::boxed::BoxHttpClient;
use crate::client::http_client::HttpClient;
use crate::client::shared::{Attempt, Credentials, Observer, Shared};
use crate::client::token_provider::TokenProvider;
use crate::client::tokens::Tokens;
use crate::error::Error;
use crate::odata::base_url::BaseUrl;
use crate::policy::retry::Retry;
use crate::policy::token::authorization;
use crate::request::options::RequestOptions;

/// Sends requests to one service root: with a token, again where that is safe, and not before a throttled service wants
/// them.
///
/// The token goes to the origin of the base URL and nowhere else. Each attempt gets a `client-request-id` of its own,
/// unless the caller gave one. Clones share the token, the budget of repeats, and what is known of throttling.
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
    pub(crate) transport: T,
    pub(crate) base: BaseUrl,
    /// The same, parsed once.
    pub(crate) root: Option<Uri>,
    pub(crate) credentials: Credentials,
    scopes: Option<Vec<String>>,
    /// The headers and preferences that each request has, unless it states its own.
    pub(crate) defaults: RequestOptions,
    /// The first default that cannot be sent.
    pub(crate) refused: Option<&'static str>,
    pub(crate) retry: Retry,
    pub(crate) shared: Arc<Shared>,
    pub(crate) observer: Option<Observer>,
}

impl<T> Client<T> {
    /// A client without a token. The service root is a [`BaseUrl`] or a [`Cloud`](crate::Cloud).
    pub fn new(transport: T, base: impl Into<BaseUrl>) -> Self {
        let (base, retry) = (base.into(), Retry::new());
        Self {
            transport,
            root: base.as_str().parse().ok(),
            base,
            credentials: Credentials::None,
            scopes: None,
            defaults: RequestOptions::default(),
            refused: None,
            shared: Arc::new(Shared::new(&retry)),
            retry,
            observer: None,
        }
    }

    /// Sends this bearer token with each request. It replaces what was given before.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`](crate::ErrorKind::Header): the token is empty, holds a character that no header can, or begins with `Bearer `.
    pub fn bearer_token(mut self, token: &str) -> Result<Self, Error> {
        self.credentials = Credentials::Fixed(authorization(token)?);
        Ok(self)
    }

    /// Asks this provider for tokens. It replaces what was given before.
    ///
    /// A token is kept until it expires. One refresh at a time serves all callers; while it runs, a token that is still
    /// valid is sent. A service that asks for further claims is answered once a request.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{AccessToken, Client, Cloud, HttpClient, TokenRequest, token_fn};
    ///
    /// # fn example<T: HttpClient>(transport: T) -> Client<T> {
    /// let provider = token_fn(|request: TokenRequest| async move {
    ///     println!("a token for {:?}", request.scopes);
    ///     Ok::<_, std::io::Error>(AccessToken::new("eyJ0eXAi"))
    /// });
    /// Client::new(transport, Cloud::Global).token_provider(provider)
    /// # }
    /// ```
    #[must_use]
    pub fn token_provider(mut self, provider: impl TokenProvider + 'static) -> Self {
        let scopes = self.scopes.clone().unwrap_or_else(|| vec![self.base.default_scope()]);
        self.credentials = Credentials::Provider(Arc::new(Tokens::new(provider, scopes)));
        self
    }

    /// The scopes that a provider given after this is asked for; otherwise the origin of the base URL and `/.default`.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// How often a request is sent again, and after which wait; [`Retry::new`] by default. A transport that cannot
    /// wait repeats nothing.
    #[must_use]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.shared = Arc::new(Shared::new(&retry));
        self.retry = retry;
        self
    }

    /// Calls this after each attempt.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{Attempt, Client, HttpClient};
    ///
    /// # fn example<T: HttpClient>(client: Client<T>) -> Client<T> {
    /// client.observe(|attempt: &Attempt<'_>| {
    ///     eprintln!("{} attempt {}: {:?}", attempt.method(), attempt.number(), attempt.status());
    /// })
    /// # }
    /// ```
    #[must_use]
    pub fn observe(mut self, observer: impl Fn(&Attempt<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// States a preference for all requests: `.prefer("IdType=\"ImmutableId\"")`. A request that states one of the same
    /// name keeps its own. A text that is no preference makes each request fail.
    ///
    /// Source: RFC 7240, section 2; Microsoft Graph, "Outlook immutable identifiers".
    #[must_use]
    pub fn prefer(mut self, preference: &str) -> Self {
        if !self.defaults.set_preference(preference) {
            self.refused.get_or_insert("a preference of the client cannot be sent");
        }
        self
    }

    /// Adds a header to all requests. A request that has one of the same name keeps its own. A header that cannot be sent
    /// makes each request fail.
    #[must_use]
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => self.defaults.set_header(name, value),
            _ => {
                self.refused.get_or_insert("a header of the client cannot be sent");
            }
        }
        self
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
        Client {
            transport: BoxHttpClient::new(self.transport),
            base: self.base,
            root: self.root,
            credentials: self.credentials,
            scopes: self.scopes,
            defaults: self.defaults,
            refused: self.refused,
            retry: self.retry,
            shared: self.shared,
            observer: self.observer,
        }
    }
}

impl<T> fmt::Debug for Client<T> {
    /// Shows the base URL, and whether there is a token; never the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base.as_str())
            .field("has_token", &!matches!(self.credentials, Credentials::None))
            .finish_non_exhaustive()
    }
}
