//! The service as tests hold it: made, filled, looked into, and asked.

use core::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use bytes::Bytes;
use graph_resource::HttpClient;
use http::{Request, Response};
use serde_json::Value;

use crate::fault::{Disconnected, Fault, Faults, is_truncated};
use crate::patch::Object;
use crate::path::{Template, parse};
use crate::record::{Exchange, RecordedRequest, RecordedResponse};
use crate::rules::Rules;
use crate::service::Service;
use crate::store::{Kind, Place};

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
    exchanges: Vec<Exchange>,
}

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

    /// Makes a collection known: `/users`, or `/users/{id}/events`, which every user then has.
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    #[must_use]
    #[track_caller]
    pub fn with_collection(self, path: &str) -> Self {
        self.state().service.store.add_collection(template(path));
        self
    }

    /// Adds an entity to a collection, and makes the collection known. Rules for it come first.
    ///
    /// The value is stored as it is, read-only properties included. Without a key it is given a GUID; an
    /// `@odata.etag` in it becomes its tag.
    ///
    /// # Panics
    ///
    /// The value is no object, its key is neither a text nor a number, or an entity with this key exists.
    #[must_use]
    #[track_caller]
    pub fn with_entity(self, collection: &str, entity: Value) -> Self {
        let is_known = self.place(collection).is_ok_and(|place| place.kind == Kind::Collection);
        let graph = if is_known { self } else { self.with_collection(collection) };
        graph.insert(collection, entity);
        graph
    }

    /// Adds a singleton, such as `/me/mailboxSettings`: a resource without a key, which can be read and updated.
    ///
    /// # Panics
    ///
    /// The path is no path, or the value no object.
    #[must_use]
    #[track_caller]
    pub fn with_singleton(self, path: &str, value: Value) -> Self {
        let segments = parse(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let path = segments.iter().map(|segment| segment.text().to_owned()).collect();
        self.state().service.store.put(path, object(value), true);
        self
    }

    /// Sets the rules for a collection or a singleton, in place of the default ones.
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    #[must_use]
    #[track_caller]
    pub fn with_rules(self, path: &str, rules: Rules) -> Self {
        self.state().service.store.add_rules(template(path), rules);
        self
    }

    /// Sets the rules for everything that has none of its own.
    #[must_use]
    pub fn with_default_rules(self, rules: Rules) -> Self {
        self.state().service.store.set_default_rules(rules);
        self
    }

    /// Requires `Authorization: Bearer …` with this token: 401 for any other, and for none.
    #[must_use]
    pub fn with_bearer_token(self, token: impl Into<String>) -> Self {
        self.state().service.token = Some(token.into());
        self
    }

    /// Sets the moment of the next request. Fractions of a second are dropped.
    ///
    /// # Panics
    ///
    /// The moment is not within the years 1970 to 9998.
    #[must_use]
    pub fn with_clock(self, moment: SystemTime) -> Self {
        let clock = crate::clock::Clock::at(moment);
        self.state().service.clock = clock;
        self
    }

    /// What is stored at a path, write-only properties included; `None` where nothing is.
    #[must_use]
    pub fn entity(&self, path: &str) -> Option<Value> {
        let place = self.place(path).ok()?;
        self.state().service.store.get(&place.path).map(|entity| Value::Object(entity.value.clone()))
    }

    /// What is stored in a collection, in the order of creation; empty where the collection is not known.
    #[must_use]
    pub fn entities(&self, collection: &str) -> Vec<Value> {
        let Ok(place) = self.place(collection) else { return Vec::new() };
        let state = self.state();
        let entities = state.service.store.list(&place.path);
        entities.into_iter().map(|entity| Value::Object(entity.value.clone())).collect()
    }

    /// The present tag of what is stored at a path, such as `W/"JzEt000000000001Jw=="`.
    #[must_use]
    pub fn etag(&self, path: &str) -> Option<String> {
        let place = self.place(path).ok()?;
        self.state().service.store.get(&place.path).map(|entity| entity.etag.clone())
    }

    /// Adds an entity as somebody else would, while the code under test is running. Gives its key.
    ///
    /// # Panics
    ///
    /// The collection is not known; or as in [`with_entity`](Self::with_entity).
    #[allow(clippy::must_use_candidate, reason = "called for its effect; the key is mostly known")]
    #[track_caller]
    pub fn insert(&self, collection: &str, entity: Value) -> String {
        let place = self.place(collection).unwrap_or_else(|message| panic!("{collection}: {message}"));
        assert_eq!(place.kind, Kind::Collection, "{collection} is no collection");
        let inserted = self.state().service.store.insert(&place, object(entity));
        match inserted {
            Ok(path) => path.last().cloned().unwrap_or_default(),
            Err(refusal) => panic!("{collection}: {}", refusal.message),
        }
    }

    /// Changes an entity as somebody else would: no rule is asked, computed properties are set, the tag is a new one.
    ///
    /// An `@odata.etag` that the change puts in becomes the tag.
    ///
    /// # Panics
    ///
    /// Nothing is stored at the path, or the change leaves no object with the same key.
    #[track_caller]
    pub fn change(&self, path: &str, change: impl FnOnce(&mut Value)) {
        let place = self.place(path).ok();
        let Some((place, mut value)) = place.zip(self.entity(path)) else { panic!("there is nothing at {path}") };
        let name = place.rules.key_name();
        let key = value.get(name).cloned();
        // The lock is not held here: the closure may ask the service.
        change(&mut value);
        assert_eq!(value.get(name), key.as_ref(), "the key property of {path} must stay as it is");
        let service = &mut self.state().service;
        let now = service.clock.tick();
        service.store.update(&place.path, object(value), &place.rules, now);
    }

    /// Takes an entity away as somebody else would. Gives what was stored.
    #[allow(clippy::must_use_candidate, reason = "called for its effect")]
    pub fn remove(&self, path: &str) -> Option<Value> {
        let place = self.place(path).ok()?;
        self.state().service.store.remove(&place.path).map(|entity| Value::Object(entity.value))
    }

    fn place(&self, path: &str) -> Result<Place, String> {
        let segments = parse(path).map_err(|error| error.to_string())?;
        self.state().service.store.resolve(&segments).map_err(|refusal| refusal.message)
    }

    /// Answers the next request with this, in place of the service, which does not see it. Several queue up.
    ///
    /// A `Content-Length` that is greater than the body breaks the connection after the body. Nothing is added to the
    /// answer: neither `request-id` nor `Date`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use bytes::Bytes;
    /// # use graph_resource_testing::EmbeddedGraph;
    /// # let graph = EmbeddedGraph::new();
    /// graph.answer_next(http::Response::builder().status(429).header("Retry-After", "2.5").body(Bytes::new())?);
    /// graph.answer_next(http::Response::builder().status(502).body(Bytes::from("<html>Bad Gateway</html>"))?);
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn answer_next(&self, response: Response<Bytes>) {
        self.state().faults.push_back(Fault::Answer(response));
    }

    /// Breaks the connection on the next request; the service does not see it. Queues up with the answers.
    pub fn fail_next(&self) {
        self.state().faults.push_back(Fault::Refuse);
    }

    /// Carries the next request out, then breaks the connection: the client cannot know whether it had an effect.
    pub fn lose_next_answer(&self) {
        self.state().faults.push_back(Fault::LoseAnswer);
    }

    /// The requests so far, oldest first, those that met a queued answer included.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state().exchanges.iter().map(|exchange| exchange.request.clone()).collect()
    }

    /// The requests so far with their answers, oldest first.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.state().exchanges.clone()
    }

    /// The requests since the last time they were taken or cleared.
    #[must_use]
    pub fn take_requests(&self) -> Vec<RecordedRequest> {
        self.take_exchanges().into_iter().map(|exchange| exchange.request).collect()
    }

    /// The requests since the last time they were taken or cleared, with their answers.
    #[must_use]
    pub fn take_exchanges(&self) -> Vec<Exchange> {
        core::mem::take(&mut self.state().exchanges)
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.state().exchanges.clear();
    }

    /// Answers a request, without waiting and without a transport.
    ///
    /// # Errors
    ///
    /// The connection was to be broken: [`fail_next`](Self::fail_next), [`lose_next_answer`](Self::lose_next_answer),
    /// or a queued answer whose `Content-Length` is greater than its body.
    pub fn respond(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, Disconnected> {
        let response = self.exchange(request);
        response.filter(|response| !is_truncated(response)).ok_or(Disconnected::NEW)
    }

    /// Answers and records. A truncated answer is given as it is.
    pub(crate) fn exchange(&self, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        let state = &mut *self.state();
        let response = match state.faults.pop_front() {
            None => Some(state.service.answer(request)),
            Some(Fault::Answer(response)) => Some(response),
            Some(Fault::Refuse) => None,
            Some(Fault::LoseAnswer) => {
                state.service.answer(request);
                None
            }
        };
        state.exchanges.push(Exchange {
            request: RecordedRequest::of(request),
            response: response.as_ref().map(RecordedResponse::of),
        });
        response
    }
}

impl HttpClient for EmbeddedGraph {
    type Error = Disconnected;

    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Disconnected> {
        self.respond(&request)
    }
}

impl fmt::Debug for EmbeddedGraph {
    /// Counts what there is; shows no data and no token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("EmbeddedGraph")
            .field("entities", &state.service.store.len())
            .field("requests", &state.exchanges.len())
            .field("queued", &state.faults.len())
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
