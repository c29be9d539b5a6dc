//! The service as tests hold it: made, filled, looked into, and asked.

mod data;
mod notify;
mod seed;
mod traffic;

use core::fmt;
use core::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use bytes::Bytes;
use graph_resource::HttpClient;
use http::{Request, Response};
use serde_json::Value;

use crate::clock::Moment;
use crate::errors::Stamp;
use crate::fault::{Disconnected, Faults, Outcome, is_truncated};
use crate::outside::Resource;
use crate::patch::Object;
use crate::path::{Template, parse};
use crate::record::{Exchanges, RecordedRequest, RecordedResponse};
use crate::service::{Service, Step};
use crate::store::Place;

/// A Microsoft Graph in memory.
///
/// A clone is the same service: give one to the code under test, and keep one to look at what happened. It is a
/// transport for `graph_resource::Client`, and with the feature `server` it also listens on a socket.
///
/// Paths are those below the service root, written as in a URL: `/users/87d349ed`, percent-encoded. A collection must
/// be known before it is asked for; `{…}` in its path stands for any key of a parent.
///
/// Time goes on by one second with each request, from 2026-01-01T00:00:00Z; ids, tags and moments are the same in
/// every run.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use graph_resource_testing::EmbeddedGraph;
/// use serde_json::json;
///
/// let graph = EmbeddedGraph::new().with_entity("/users", json!({"id": "1", "jobTitle": "Auditor"}));
/// let request = http::Request::patch("https://graph.microsoft.com/v1.0/users/1")
///     .header("content-type", "application/json")
///     .body(Bytes::from(r#"{"jobTitle":null}"#))?;
///
/// let answer = graph.respond(&request)?;
/// assert_eq!(answer.status(), 200);
/// assert_eq!(graph.entity("/users/1").unwrap()["jobTitle"], json!(null));
/// assert_eq!(graph.requests()[0].target(), "/v1.0/users/1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct EmbeddedGraph(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    service: Service,
    faults: Faults,
    exchanges: Exchanges,
    sleep: Option<Arc<Sleep>>,
    subscriber: Option<Arc<Subscriber>>,
    /// What was sent to subscribers.
    sent: Exchanges,
    /// How long deliveries in memory would have taken so far.
    passed: Duration,
    /// Those that wait for something to send.
    wakers: Vec<Waker>,
}

/// A subscriber in memory.
type Subscriber = dyn Fn(&Request<Bytes>) -> Response<Bytes> + Send + Sync;

/// How a delay is waited for in memory.
type Sleep = dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync;

impl EmbeddedGraph {
    /// A service that knows no collection yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A test that panicked elsewhere must not hide its reason behind this lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn place(&self, path: &str) -> Result<Place, String> {
        let segments = parse(path).map_err(|error| error.to_string())?;
        self.state().service.store.resolve(&segments).map_err(|refusal| refusal.message)
    }

    /// Answers a request, without waiting and without a transport: delays are passed over.
    ///
    /// # Errors
    ///
    /// The connection was to be broken: [`fail_next`](Self::fail_next), [`lose_next_answer`](Self::lose_next_answer),
    /// or a queued answer whose `Content-Length` is greater than its body.
    pub fn respond(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, Disconnected> {
        whole(self.exchange(request))
    }

    /// Answers and records. A truncated answer is given as it is.
    pub(crate) fn exchange(&self, request: &Request<Bytes>) -> Outcome {
        let fault = self.state().faults.next(request);
        let outcome = match fault {
            None => Outcome { response: Some(self.answer(request)), delay: Duration::ZERO },
            Some(fault) => fault.apply(self, request),
        };
        let recorded = outcome.response.as_ref().map(RecordedResponse::of);
        self.state().exchanges.keep(RecordedRequest::of(request), recorded);
        outcome
    }

    pub(crate) fn answer(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let step = self.state().service.begin(request);
        let response = match step {
            Step::Answered(response) => response,
            // The lock is not held here: the closure of an operation may ask the service, and so may a subscriber.
            Step::Invoke(called, stamp) => called.run(self, stamp),
            Step::Batch(batch, stamp) => batch.run(self, stamp),
            Step::Subscribe(asked, stamp) => {
                let agreed = asked.questions().all(|question| asked.is_valid(self.ask_subscriber(question).as_ref()));
                self.state().service.subscribe(&asked, agreed, stamp)
            }
        };
        self.announce();
        response
    }

    /// Answers a part of a batch, with the faults that are meant for parts.
    pub(crate) fn answer_part(&self, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        let fault = self.state().faults.by_rule(request, true);
        match fault {
            None => Some(self.answer(request)),
            Some(fault) => whole(fault.apply(self, request)).ok(),
        }
    }

    /// Gives a resource a URL of its own. Gives the name in the URL.
    pub(crate) fn add_outside(&self, resource: Resource) -> String {
        self.state().service.outside.add(resource)
    }

    pub(crate) fn stamp(&self, request: &Request<Bytes>) -> Stamp {
        self.state().service.stamp(request)
    }

    /// The moment of the last request.
    pub(crate) fn now(&self) -> Moment {
        self.state().service.clock.last()
    }

    /// Gives what a request is about a new tag.
    pub(crate) fn touch(&self, request: &Request<Bytes>) {
        self.state().service.touch(request);
    }
}

impl HttpClient for EmbeddedGraph {
    type Error = Disconnected;

    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Disconnected> {
        let outcome = self.exchange(&request);
        let sleep = self.state().sleep.clone();
        if let Some(sleep) = sleep.filter(|_| !outcome.delay.is_zero()) {
            sleep(outcome.delay).await;
        }
        whole(outcome)
    }

    /// Waits as [`with_sleep`](Self::with_sleep) says; cannot wait without it.
    fn sleep(&self, duration: Duration) -> Option<impl Future<Output = ()> + Send> {
        let sleep = self.state().sleep.clone()?;
        Some(sleep(duration))
    }
}

/// In memory, an answer that breaks off is none.
fn whole(outcome: Outcome) -> Result<Response<Bytes>, Disconnected> {
    outcome.response.filter(|response| !is_truncated(response)).ok_or(Disconnected::NEW)
}

impl fmt::Debug for EmbeddedGraph {
    /// Counts what there is; shows no data and no token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("EmbeddedGraph")
            .field("entities", &state.service.store.len())
            .field("requests", &state.exchanges.seen())
            .field("queued", &state.faults.queue.len())
            .finish_non_exhaustive()
    }
}

#[track_caller]
fn template(path: &str) -> Template {
    Template::parse(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        other => panic!("a resource is a JSON object, and this is not: {other}"),
    }
}
