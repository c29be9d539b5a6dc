//! The token cache of a client: callers share refreshes, which live in the cache and not in one of them.

use core::fmt;
use core::mem::take;
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::Wake;
use std::time::SystemTime;

use http::header::HeaderValue;

use crate::client::token_provider::TokenProvider;
use crate::policy::token::{AccessToken, BoxError, TokenRequest};
use crate::policy::token_cache::{Refresh, Step, TokenCache};

type Token = Result<AccessToken, BoxError>;
type Asking = Pin<Box<dyn Future<Output = Token> + Send>>;

/// The tokens of a client, behind one provider and for one list of scopes.
///
/// A refresh makes progress whenever a caller is polled: one that waits for it, or one that sends a request beside it. It
/// needs no runtime, and outlives each caller.
pub(crate) struct Tokens {
    ask: Box<dyn Fn(TokenRequest) -> Asking + Send + Sync>,
    scopes: Vec<String>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    cache: TokenCache,
    running: Vec<Arc<Running>>,
    /// How many callers have waited.
    callers: u64,
}

/// A refresh that is under way.
struct Running {
    refresh: Refresh,
    /// The provider's future; away while somebody polls it.
    asking: Mutex<Option<Asking>>,
    /// Whether it is worth to poll it.
    is_woken: AtomicBool,
    callers: Mutex<BTreeMap<u64, Waker>>,
    end: OnceLock<End>,
}

enum End {
    Token(HeaderValue),
    Failed(TokenError),
    /// The provider panicked in another caller's thread.
    Abandoned,
}

/// Why there is no token. All callers that waited for it share it.
#[derive(Clone)]
pub(crate) struct TokenError(Arc<dyn StdError + Send + Sync>);

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

impl Tokens {
    pub(crate) fn new(provider: impl TokenProvider + 'static, scopes: Vec<String>) -> Self {
        let provider = Arc::new(provider);
        let ask = move |request| -> Asking {
            let provider = Arc::clone(&provider);
            Box::pin(async move { provider.token(request).await })
        };
        Self { ask: Box::new(ask), scopes, state: Mutex::default() }
    }

    /// The value of `Authorization`, where a token that serves is there.
    pub(crate) fn ready(&self, claims: Option<&str>) -> Option<HeaderValue> {
        self.step(claims).ok()
    }

    /// The value of `Authorization`, with these claims where the service asked for some. Waits only where no token that
    /// serves is there.
    ///
    /// # Errors
    ///
    /// The provider gave no token, or one that no header can have.
    pub(crate) async fn authorization(&self, claims: Option<&str>) -> Result<HeaderValue, TokenError> {
        loop {
            let running = match self.step(claims) {
                Ok(authorization) => return Ok(authorization),
                Err(running) => running,
            };
            match self.wait(&running).await {
                End::Token(authorization) => return Ok(authorization.clone()),
                End::Failed(error) if running.refresh.claims() == claims => return Err(error.clone()),
                // Another caller's claims could not be met, or its thread panicked.
                End::Failed(_) | End::Abandoned => {}
            }
        }
    }

    /// Drops the token that the service refused, unless another one has taken its place.
    pub(crate) fn refuse(&self, sent: &HeaderValue) {
        lock(&self.state).cache.refuse(sent);
    }

    /// Runs a future, and beside it the refresh that runs. A request is sent so: the next token comes while the old one is
    /// still valid, and nobody waits for it.
    pub(crate) async fn alongside<F: Future>(&self, future: F) -> F::Output {
        let mut future = pin!(future);
        let running = lock(&self.state).running.first().cloned();
        let caller = running.as_ref().map(|running| self.caller(running));
        poll_fn(|context| {
            if let Some(caller) = &caller {
                caller.poll(context);
            }
            future.as_mut().poll(context)
        })
        .await
    }

    /// A token that serves, or the refresh to wait for.
    fn step(&self, claims: Option<&str>) -> Result<HeaderValue, Arc<Running>> {
        let mut state = lock(&self.state);
        match state.cache.ask(claims, SystemTime::now()) {
            Step::Send(authorization) => Ok(authorization),
            Step::SendAndRefresh(authorization, refresh) => {
                self.begin(&mut state, refresh);
                Ok(authorization)
            }
            Step::Refresh(refresh) => Err(self.begin(&mut state, refresh)),
            Step::Join(refresh) => {
                let running = state.running.iter().find(|running| running.refresh == refresh).cloned();
                Err(running.unwrap_or_else(|| self.begin(&mut state, refresh)))
            }
        }
    }

    fn begin(&self, state: &mut State, refresh: Refresh) -> Arc<Running> {
        let request = TokenRequest::new(self.scopes.clone(), refresh.claims().map(str::to_owned));
        let running = Arc::new(Running {
            refresh,
            // The provider's own code runs when this is polled, with nothing locked.
            asking: Mutex::new(Some((self.ask)(request))),
            is_woken: AtomicBool::new(true),
            callers: Mutex::default(),
            end: OnceLock::new(),
        });
        state.running.push(Arc::clone(&running));
        running
    }

    async fn wait<'r>(&self, running: &'r Arc<Running>) -> &'r End {
        let caller = self.caller(running);
        poll_fn(|context| {
            caller.poll(context);
            running.end.get().map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }

    fn caller<'t>(&'t self, running: &'t Arc<Running>) -> Caller<'t> {
        let mut state = lock(&self.state);
        state.callers += 1;
        Caller { tokens: self, running, number: state.callers }
    }

    /// Polls the provider's future, if it was woken and nobody else is at it.
    fn advance(&self, running: &Arc<Running>) {
        let mut turn = {
            let mut place = lock(&running.asking);
            // The future is taken first: a caller that finds none leaves the mark to the thread that polls it.
            let Some(asking) = place.take() else { return };
            if !running.is_woken.swap(false, SeqCst) {
                *place = Some(asking);
                return;
            }
            PollTurn { tokens: self, running, asking: Some(asking) }
        };
        let waker = Waker::from(Arc::clone(running));
        let Some(asking) = &mut turn.asking else { return };
        let polled = asking.as_mut().poll(&mut Context::from_waker(&waker));
        let asking = turn.asking.take();
        match polled {
            Poll::Ready(token) => {
                drop(asking);
                self.end(running, token);
            }
            Poll::Pending => {
                *lock(&running.asking) = asking;
                // A caller that came meanwhile found no future, and waits to be woken.
                if running.is_woken.load(SeqCst) {
                    running.wake_callers();
                }
            }
        }
    }

    fn end(&self, running: &Arc<Running>, token: Token) {
        let outcome = {
            let mut state = lock(&self.state);
            state.running.retain(|other| !Arc::ptr_eq(other, running));
            state.cache.finish(&running.refresh, token, SystemTime::now())
        };
        let end = outcome.map_or_else(|error| End::Failed(TokenError(error.into())), End::Token);
        // It ends once: the provider's future is gone.
        let _ = running.end.set(end);
        running.wake_callers();
    }
}

impl Drop for Tokens {
    /// Ends the refreshes: each is kept by the wakers that it gave away.
    fn drop(&mut self) {
        let running = take(&mut lock(&self.state).running);
        for running in running {
            let _asking = lock(&running.asking).take();
        }
    }
}

/// One who polls the provider's future. If that panics, the next caller begins another refresh.
struct PollTurn<'t> {
    tokens: &'t Tokens,
    running: &'t Arc<Running>,
    asking: Option<Asking>,
}

impl Drop for PollTurn<'_> {
    fn drop(&mut self) {
        if self.asking.is_some() {
            let mut state = lock(&self.tokens.state);
            state.running.retain(|other| !Arc::ptr_eq(other, self.running));
            state.cache.abandon(&self.running.refresh);
            drop(state);
            let _ = self.running.end.set(End::Abandoned);
            self.running.wake_callers();
        }
    }
}

/// One who is woken when there is something to do for a refresh. Nothing depends on it: others are woken as well.
struct Caller<'t> {
    tokens: &'t Tokens,
    running: &'t Arc<Running>,
    number: u64,
}

impl Caller<'_> {
    fn poll(&self, context: &Context<'_>) {
        if self.running.end.get().is_some() {
            return;
        }
        // First this: who is woken from now on polls again.
        let waker = context.waker().clone();
        let _old = lock(&self.running.callers).insert(self.number, waker);
        self.tokens.advance(self.running);
    }
}

impl Drop for Caller<'_> {
    fn drop(&mut self) {
        // What a waker runs when it is dropped is not known: nothing is locked by then.
        let _waker = lock(&self.running.callers).remove(&self.number);
    }
}

impl Running {
    fn wake_callers(&self) {
        let callers = take(&mut *lock(&self.callers));
        callers.into_values().for_each(Waker::wake);
    }
}

impl Wake for Running {
    fn wake(self: Arc<Self>) {
        self.is_woken.store(true, SeqCst);
        self.wake_callers();
    }
}

/// Locks; what a panicking thread had locked is whole, since nothing under a lock panics.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
