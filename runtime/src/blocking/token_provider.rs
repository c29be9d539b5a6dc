//! Who gives tokens to a client that blocks.

use core::future::poll_fn;
use core::task::{Poll, Waker};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::client::token_provider as driven;
use crate::policy::token::{AccessToken, BoxError, TokenRequest};

/// Gives access tokens, while a thread waits: a credential of a library, or a closure, see [`token_fn`].
///
/// It is called on a thread of its own, once at a time, so that requests go on with the old token while that is valid.
///
/// # Examples
///
/// ```
/// use graph_resource::blocking::TokenProvider;
/// use graph_resource::{AccessToken, BoxError, TokenRequest};
///
/// struct FromEnvironment;
///
/// impl TokenProvider for FromEnvironment {
///     fn token(&self, _: TokenRequest) -> Result<AccessToken, BoxError> {
///         Ok(AccessToken::new(std::env::var("GRAPH_TOKEN")?))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` gives no access tokens to a client that blocks",
    label = "without `blocking::TokenProvider`",
    note = "implement `blocking::TokenProvider` for it, or make a provider of a closure with `blocking::token_fn`"
)]
pub trait TokenProvider: Send + Sync {
    /// Gives a token for these scopes and claims.
    ///
    /// # Errors
    ///
    /// There is none. The request that needs it is not sent, unless an earlier token is still valid.
    fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError>;
}

impl<P: TokenProvider> TokenProvider for &P {
    fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError> {
        P::token(self, request)
    }
}

impl<P: TokenProvider> TokenProvider for Arc<P> {
    fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError> {
        P::token(self, request)
    }
}

/// A [`TokenProvider`] of a closure.
///
/// # Examples
///
/// ```
/// use graph_resource::blocking::token_fn;
/// use graph_resource::{AccessToken, TokenRequest};
///
/// let provider = token_fn(|request: TokenRequest| match request.claims {
///     None => Ok(AccessToken::new("eyJ0eXAi")),
///     Some(_) => Err("this provider knows no claims"),
/// });
/// # fn is_provider(_: impl graph_resource::blocking::TokenProvider) {}
/// # is_provider(provider);
/// ```
pub fn token_fn<F, E>(give: F) -> TokenFn<F>
where
    F: Fn(TokenRequest) -> Result<AccessToken, E> + Send + Sync,
    E: Into<BoxError>,
{
    TokenFn(give)
}

/// What [`token_fn`] gives.
#[derive(Clone, Copy)]
pub struct TokenFn<F>(F);

impl<F, E> TokenProvider for TokenFn<F>
where
    F: Fn(TokenRequest) -> Result<AccessToken, E> + Send + Sync,
    E: Into<BoxError>,
{
    fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError> {
        (self.0)(request).map_err(Into::into)
    }
}

/// A provider that is asked on a thread of its own, for as long as that takes.
pub(crate) struct OnThread<P>(pub(crate) Arc<P>);

impl<P: TokenProvider + 'static> driven::TokenProvider for OnThread<P> {
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError> {
        let answer = Arc::new(Mutex::new(Asked { answer: None, waker: None }));
        let asking = Asking { asked: Arc::clone(&answer), provider: Arc::clone(&self.0) };
        thread::Builder::new().name("graph-token".to_owned()).spawn(move || asking.run(request))?;
        poll_fn(|context| {
            let mut asked = lock(&answer);
            match asked.answer.take() {
                Some(answer) => Poll::Ready(answer),
                None => {
                    asked.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }
}

/// What the thread was asked, and who waits for it.
struct Asked {
    answer: Option<Result<AccessToken, BoxError>>,
    waker: Option<Waker>,
}

/// The thread's work. It answers even where the provider panics.
struct Asking<P> {
    asked: Arc<Mutex<Asked>>,
    provider: Arc<P>,
}

impl<P: TokenProvider> Asking<P> {
    fn run(self, request: TokenRequest) {
        let answer = self.provider.token(request);
        lock(&self.asked).answer = Some(answer);
    }
}

impl<P> Drop for Asking<P> {
    fn drop(&mut self) {
        let mut asked = lock(&self.asked);
        asked.answer.get_or_insert_with(|| Err("the token provider panicked".into()));
        let waker = asked.waker.take();
        drop(asked);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{OnThread, token_fn};
    use crate::blocking::block_on::block_on;
    use crate::client::token_provider::TokenProvider as _;
    use crate::policy::token::{AccessToken, BoxError, TokenRequest};

    fn asked<F>(give: F) -> Result<AccessToken, BoxError>
    where
        F: Fn(TokenRequest) -> Result<AccessToken, &'static str> + Send + Sync + 'static,
    {
        let provider = OnThread(Arc::new(token_fn(give)));
        block_on(provider.token(TokenRequest::new(Vec::new(), None)))
    }

    #[test]
    fn a_provider_is_waited_for_and_may_fail_or_panic() {
        assert!(asked(|_| Ok(AccessToken::new("t"))).is_ok());
        assert_eq!(asked(|_| Err("denied")).unwrap_err().to_string(), "denied");
        assert_eq!(asked(|_| panic!("a test's panic")).unwrap_err().to_string(), "the token provider panicked");
    }
}
