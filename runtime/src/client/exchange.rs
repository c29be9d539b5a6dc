//! The way of one request: past the gate, with a token, again where that is safe.

use core::pin::pin;
use core::sync::atomic::Ordering;
use core::time::Duration;
use std::time::Instant;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HeaderMap, HeaderValue};
use http::uri::{Authority, InvalidUri, PathAndQuery};
use http::{Method, StatusCode, Uri};

use crate::client::boxed::BoxHttpClientError;
use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::client::request_id::{RequestId, random};
use crate::client::sendable::{Exchanged, Sendable};
use crate::client::shared::{Attempt, Credentials};
use crate::client::tokens::Tokens;
use crate::client::trace::{AttemptSpan, CallSpan};
use crate::client::transport_error::TransportError;
use crate::error::{Error, ErrorKind, Failure, retry_after};
use crate::odata::base_url::origin;
use crate::policy::challenge::claims;
use crate::policy::gate::throttle_scope;
use crate::policy::repeat::Outcome;
use crate::policy::retry::Course;
use crate::policy::token::BoxError;
use crate::request::operation::Operation;
use crate::request::request::Request;

impl<T: HttpClient> Client<T> {
    /// Sends a request and reads the answer to it. Nothing is sent before the future is polled.
    ///
    /// # Errors
    ///
    /// Those of [`Request::to_http`] and [`Request::parse`], and [`ErrorKind::Transport`] where there was no answer: after
    /// the last attempt, [`Error::attempts`] tells how many there were. [`ErrorKind::Token`]: no token could be had.
    /// [`ErrorKind::Throttled`]: the service wants no such request for longer than the client waits.
    #[allow(clippy::manual_async_fn, reason = "an async function would hold the request twice: rust-lang/rust#62958")]
    pub fn send<O: Operation>(&self, request: Request<O>) -> impl Future<Output = Result<O::Output, Error>> {
        async move {
            let call = CallSpan::new(&request, self.root.as_ref());
            let outcome = match call.around(self.attempt(&request)).await {
                Ok(done) => {
                    let id = done.id;
                    request.parse(done.response).map_err(|error| error.of_request(|| id.text()).after(done.attempts))
                }
                Err(error) => Err(error),
            };
            call.ended(outcome.as_ref().err());
            outcome
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
    /// - [`ErrorKind::Token`], [`ErrorKind::Throttled`]: as of [`send`](Self::send).
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
            let request = self.own(request)?;
            Ok(self.exchange(&request).await?.response)
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

    /// Sends a request until its outcome is to be told.
    pub(crate) async fn exchange<S: Sendable>(&self, source: &S) -> Result<Exchanged, Error> {
        let call = CallSpan::new(source, self.root.as_ref());
        let outcome = call.around(self.attempt(source)).await;
        call.ended(outcome.as_ref().err());
        outcome
    }

    /// Makes attempts until one is the last.
    async fn attempt<S: Sendable>(&self, source: &S) -> Result<Exchanged, Error> {
        if let Some(refused) = self.refused {
            return Err(Error::new(ErrorKind::Header, refused));
        }
        let begin = Instant::now();
        let mut course = None;
        let mut asked: Option<String> = None;
        if self.shared.is_closed.load(Ordering::Acquire) {
            Box::pin(self.pass_gate(source.gate_key(), begin)).await?;
        }
        loop {
            // In a block of its own, so that the future does not hold the request beside what sends it.
            let (sending, id, token, method) = {
                let mut request = source.build(&self.base)?;
                self.defaults.complete_headers(request.headers_mut());
                tell_no_length(&mut request);
                let id = RequestId::add(request.headers_mut())?;
                let token = self.authorize(&mut request, asked.as_deref()).await?;
                let repeats = source.repeats(request.method(), request.headers());
                course.get_or_insert_with(|| Course::new(repeats));
                let method = request.method().clone();
                (self.transport.send(request), id, token, method)
            };
            let sent_at = self.observer.is_some().then(Instant::now);
            let Some(course) = &mut course else { continue };
            // A challenge is answered beside the policy, once.
            let number = course.attempts() + 1 + u32::from(asked.is_some());
            let span = AttemptSpan::new(source, self.root.as_ref(), number, &id);
            let answer = {
                let mut sending = pin!(span.around(sending));
                match &token {
                    Some((tokens, _)) => tokens.alongside(sending.as_mut()).await,
                    None => sending.as_mut().await,
                }
            };
            span.ended::<T>(&answer);
            let (status, headers) = match &answer {
                Ok(answer) => (Some(answer.status()), Some(answer.headers())),
                Err(_) => (None, None),
            };
            let scope = headers.and_then(throttle_scope);
            let observe = |wait| self.observed(number, &method, status, sent_at, wait);
            if let Some(claims) = challenge(asked.is_none(), token.as_ref(), status, headers) {
                observe(Some(Duration::ZERO));
                asked = Some(claims);
                continue;
            }
            if let Some(scope) = scope {
                self.shared.at_gate(|gate, _| gate.seen(source.gate_key(), scope));
            }
            let is_over = status.is_some_and(|status| status.is_success() || course.is_success(&method, status));
            if is_over && let Ok(response) = answer {
                self.shared.budget.earn();
                observe(None);
                let response = if response.status().is_success() { response } else { gone() };
                return Ok(Exchanged { response, id, attempts: number });
            }
            let outcome = match (&answer, status) {
                (Err(error), _) if T::was_sent(error) == Some(false) => Outcome::NotSent,
                (Ok(answer), Some(status)) => Outcome::Answered(status, retry_after(answer.headers())),
                _ => Outcome::Unknown,
            };
            let decision = self.retry.decide(course, &self.shared.budget, outcome, begin.elapsed(), random());
            let wait = decision.wait();
            let is_throttled = outcome.is_throttled();
            if is_throttled {
                self.shared.throttled(source.gate_key(), scope, outcome.retry_after().or(wait));
            }
            // Those that were throttled wait at the gate, which lets them go one after another.
            let sleep = wait.filter(|_| !is_throttled).and_then(|wait| self.transport.sleep(wait));
            let goes_on = sleep.is_some() || (wait.is_some() && is_throttled);
            observe(wait.filter(|_| goes_on));
            let goes_on = match sleep {
                Some(sleep) => {
                    sleep.await;
                    true
                }
                None => goes_on && matches!(Box::pin(self.pass_gate(source.gate_key(), begin)).await, Ok(true)),
            };
            if goes_on {
                continue;
            }
            return match answer {
                Ok(response) => Ok(Exchanged { response, id, attempts: number }),
                Err(error) => Err(unanswered::<T>(error).of_request(|| id.text()).after(number)),
            };
        }
    }

    /// Waits until the gate lets the request go; false where the transport cannot wait.
    async fn pass_gate(&self, key: &str, begin: Instant) -> Result<bool, Error> {
        let mut turn = None;
        loop {
            let (next, now) = self.shared.at_gate(|gate, now| {
                let next = gate.wait(key, turn, now, random());
                if next.is_none() && gate.is_quiet(now) {
                    self.shared.is_closed.store(false, Ordering::Release);
                }
                (next, now)
            });
            let Some(next) = next else { return Ok(true) };
            let wait = next.wait(now);
            if self.retry.ends_before(begin.elapsed(), wait) {
                return Err(Error::throttled(wait));
            }
            let Some(sleep) = self.transport.sleep(wait) else { return Ok(false) };
            sleep.await;
            turn = Some(next);
        }
    }

    /// Adds the token, where the URL is of the own origin and the request has none of its own. Gives back where the token
    /// came from, if from a provider.
    async fn authorize(
        &self,
        request: &mut http::Request<Bytes>,
        claims: Option<&str>,
    ) -> Result<Option<(&Tokens, HeaderValue)>, Error> {
        if let Some(own) = request.headers_mut().get_mut(AUTHORIZATION) {
            own.set_sensitive(true);
            return Ok(None);
        }
        let (authorization, tokens) = match &self.credentials {
            Credentials::None => return Ok(None),
            _ if !self.is_own(request.uri()) => return Ok(None),
            Credentials::Fixed(authorization) => (authorization.clone(), None),
            Credentials::Provider(tokens) => {
                let authorization = match tokens.ready(claims) {
                    Some(authorization) => authorization,
                    // Seldom: on the heap, so that the future of each request stays small.
                    None => Box::pin(tokens.authorization(claims))
                        .await
                        .map_err(|error| Error::because(ErrorKind::Token, "no token could be had", error))?,
                };
                (authorization, Some(&**tokens))
            }
        };
        request.headers_mut().insert(AUTHORIZATION, authorization.clone());
        Ok(tokens.map(|tokens| (tokens, authorization)))
    }

    /// Tells the observer of an attempt.
    pub(crate) fn observed(
        &self,
        number: u32,
        method: &Method,
        status: Option<StatusCode>,
        sent_at: Option<Instant>,
        wait: Option<Duration>,
    ) {
        if let (Some(observer), Some(sent_at)) = (&self.observer, sent_at) {
            observer(&Attempt { method, number, status, took: sent_at.elapsed(), wait });
        }
    }

    /// Whether a URL is of the base URL's origin. Every URL that is built here is; this is the second lock.
    pub(crate) fn is_own(&self, uri: &Uri) -> bool {
        self.root.as_ref().is_some_and(|root| {
            // Enough of a base URL, which was found to have an origin and no user information.
            let is_spelled_alike = root.scheme_str() == uri.scheme_str()
                && root.authority().map(Authority::as_str) == uri.authority().map(Authority::as_str);
            is_spelled_alike || origin(root).is_some_and(|own| Some(own) == origin(uri))
        })
    }
}

/// Tells the length of a body that there could be and is not: many services answer 411 without.
///
/// Source: RFC 9110, section 8.6.
fn tell_no_length(request: &mut http::Request<Bytes>) {
    let has_none = request.body().is_empty();
    if has_none && matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH) {
        request.headers_mut().entry(CONTENT_LENGTH).or_insert(HeaderValue::from_static("0"));
    }
}

/// The claims to ask the next token for, where an answer wants some and the token is a provider's. A token that was refused
/// is dropped, so that the next request asks for another one.
fn challenge(
    is_first: bool,
    token: Option<&(&Tokens, HeaderValue)>,
    status: Option<StatusCode>,
    headers: Option<&HeaderMap>,
) -> Option<String> {
    let (tokens, sent) = token?;
    let status = status?;
    let claims = claims(status, headers?);
    if status == StatusCode::UNAUTHORIZED || claims.is_some() {
        tokens.refuse(sent);
    }
    claims.filter(|_| is_first)
}

/// The answer to a repeated `DELETE` that found nothing.
fn gone() -> http::Response<Bytes> {
    let mut response = http::Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

/// The error of a request that got no whole answer. What arrived of one is kept.
pub(crate) fn unanswered<T: HttpClient>(error: T::Error) -> Error {
    let was_sent = T::was_sent(&error);
    let error: BoxError = error.into();
    let known = error
        .downcast_ref::<TransportError>()
        .or_else(|| error.downcast_ref::<BoxHttpClientError>()?.get_ref().downcast_ref::<TransportError>());
    let failure = known.map_or_else(Failure::default, TransportError::failure);
    Error::of_failure(Failure { was_sent: failure.was_sent.or(was_sent), ..failure }, error)
}
