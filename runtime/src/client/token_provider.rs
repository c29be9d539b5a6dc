//! Who gives tokens.

use std::sync::Arc;

use crate::policy::token::{AccessToken, BoxError, TokenRequest};

/// Gives access tokens: a credential of a library, or a closure, see [`token_fn`].
///
/// A client keeps the token and asks for the next one before it expires, so an implementation needs no cache. It is asked
/// once at a time, for any number of requests.
///
/// # Examples
///
/// ```
/// use graph_resource::{AccessToken, BoxError, TokenProvider, TokenRequest};
///
/// struct FromEnvironment;
///
/// impl TokenProvider for FromEnvironment {
///     async fn token(&self, _: TokenRequest) -> Result<AccessToken, BoxError> {
///         Ok(AccessToken::new(std::env::var("GRAPH_TOKEN")?))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` gives no access tokens",
    label = "without `TokenProvider`",
    note = "implement `TokenProvider` for it, or make a provider of a closure with `token_fn`"
)]
pub trait TokenProvider: Send + Sync {
    /// Gives a token for these scopes and claims.
    ///
    /// # Errors
    ///
    /// There is none. The request that needs it is not sent, unless an earlier token is still valid.
    fn token(&self, request: TokenRequest) -> impl Future<Output = Result<AccessToken, BoxError>> + Send;
}

impl<P: TokenProvider> TokenProvider for &P {
    fn token(&self, request: TokenRequest) -> impl Future<Output = Result<AccessToken, BoxError>> + Send {
        P::token(self, request)
    }
}

impl<P: TokenProvider> TokenProvider for Arc<P> {
    fn token(&self, request: TokenRequest) -> impl Future<Output = Result<AccessToken, BoxError>> + Send {
        P::token(self, request)
    }
}

/// A [`TokenProvider`] of a closure.
///
/// # Examples
///
/// ```
/// use graph_resource::{AccessToken, TokenRequest, token_fn};
///
/// let provider = token_fn(|request: TokenRequest| async move {
///     match request.claims {
///         None => Ok(AccessToken::new("eyJ0eXAi")),
///         Some(_) => Err("this provider knows no claims"),
///     }
/// });
/// # fn is_provider(_: impl graph_resource::TokenProvider) {}
/// # is_provider(provider);
/// ```
pub fn token_fn<F, A, E>(give: F) -> TokenFn<F>
where
    F: Fn(TokenRequest) -> A + Send + Sync,
    A: Future<Output = Result<AccessToken, E>> + Send,
    E: Into<BoxError>,
{
    TokenFn(give)
}

/// What [`token_fn`] gives.
#[derive(Clone, Copy)]
pub struct TokenFn<F>(F);

impl<F, A, E> TokenProvider for TokenFn<F>
where
    F: Fn(TokenRequest) -> A + Send + Sync,
    A: Future<Output = Result<AccessToken, E>> + Send,
    E: Into<BoxError>,
{
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError> {
        (self.0)(request).await.map_err(Into::into)
    }
}
