//! The service: from a request to its answer, over the store. No I/O, no waiting.

mod call;
mod delta;
mod media;
mod read;
mod refs;
mod reply;
mod subscribing;
mod write;

use std::collections::BTreeSet;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, Method, Request, Response, StatusCode};

use self::call::Call;
pub(crate) use self::call::{DEFAULT_ORIGIN, json_object, origin};
use self::delta::Deltas;
use self::reply::CLIENT_REQUEST_ID;
pub(crate) use self::reply::Reply;
pub(crate) use self::subscribing::Subscribing;
use crate::batch::{Batch, is_batch};
use crate::clock::{Clock, Counter, guid};
use crate::drive::by_key;
use crate::errors::{Refusal, Stamp};
use crate::headers::{Prefer, Token, require_token};
use crate::operation::{Called, Operation, OperationKind, called};
use crate::outside::{Outside, Reached, Resource, outside_of};
use crate::path::{Segment, parse};
use crate::sender::Sender;
use crate::store::{Kind, Store};
use crate::upload::{Upload, UploadStyle};

const ODATA_ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// The versions of the API. All show the same data.
const VERSIONS: [&str; 2] = ["v1.0", "beta"];

#[derive(Debug, Default)]
pub(crate) struct Service {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) token: Option<Token>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) outside: Outside,
    pub(crate) deltas: Deltas,
    /// The paths of drives, whose items are addressed by their paths too.
    pub(crate) drives: Vec<Vec<String>>,
    pub(crate) upload_style: UploadStyle,
    /// Where there are subscriptions.
    pub(crate) sender: Option<Sender>,
    /// The subscriptions that wait to be reauthorized, by id.
    unauthorized: BTreeSet<String>,
    requests: Counter,
}

/// What a request leads to.
pub(crate) enum Step {
    Answered(Response<Bytes>),
    /// The test's own code answers, once the service is free again.
    Invoke(Box<Called>, Stamp),
    /// Each part is a request.
    Batch(Batch, Stamp),
    /// The subscriber is asked first.
    Subscribe(Box<Subscribing>, Stamp),
}

/// The same, before it has the headers that every answer has.
enum Next {
    Reply(Reply),
    Invoke(Box<Called>),
    Batch(Batch),
    Subscribe(Box<Subscribing>),
}

/// What stands at the end of a path, after the resource.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Suffix {
    None,
    Count,
    References,
    Value,
}

impl Service {
    pub(crate) fn begin(&mut self, request: &Request<Bytes>) -> Step {
        let stamp = self.stamp(request);
        self.end_subscriptions(stamp.now);
        match self.next(request, &stamp) {
            Ok(Next::Reply(reply)) => Step::Answered(reply.finish(stamp)),
            Ok(Next::Invoke(called)) => Step::Invoke(called, stamp),
            Ok(Next::Batch(batch)) => Step::Batch(batch, stamp),
            Ok(Next::Subscribe(asked)) => Step::Subscribe(asked, stamp),
            Err(refusal) => Step::Answered(Reply::refusal(refusal, &stamp).finish(stamp)),
        }
    }

    fn next(&mut self, request: &Request<Bytes>, stamp: &Stamp) -> Result<Next, Refusal> {
        if let Some(name) = request.uri().path().strip_prefix("/-/") {
            return Ok(match self.outside.answer(request, name)? {
                Reached::Reply(reply) => Next::Reply(reply),
                Reached::Uploaded(called) => Next::Invoke(called),
            });
        }
        if let Some(token) = &self.token {
            require_token(request.headers(), token)?;
        }
        let (version, path) = versioned(request)?;
        let root = format!("{}/{version}", origin(request));
        let by_key = by_key(&mut self.store, &self.drives, request.method(), path)?;
        let path = by_key.as_deref().unwrap_or(path);
        if is_batch(path) {
            return Batch::read(request, &root).map(Next::Batch);
        }
        if let Some(asked) = self.subscribing(request, path, stamp)? {
            return Ok(Next::Subscribe(Box::new(asked)));
        }
        match called(&self.operations, &self.store, request, (&root, path))? {
            None => self.route(request, &root, path, stamp).map(Next::Reply),
            Some(called) if called.kind == OperationKind::Upload => {
                Ok(Next::Reply(self.begin_upload(called, &outside_of(&origin(request)), stamp)))
            }
            Some(called) => Ok(Next::Invoke(Box::new(called))),
        }
    }

    fn begin_upload(&mut self, called: Called, outside: &str, stamp: &Stamp) -> Reply {
        let expires = stamp.now.plus(Duration::from_secs(24 * 3_600)).utc();
        let upload = Upload { called, received: Vec::new(), total: None, style: self.upload_style, expires };
        let mut body = upload.state();
        let name = self.outside.add(Resource::Upload(Box::new(upload)));
        body["uploadUrl"] = format!("{outside}/-/{name}").into();
        Reply::new(StatusCode::OK, Some(body))
    }

    pub(crate) fn stamp(&mut self, request: &Request<Bytes>) -> Stamp {
        Stamp {
            now: self.clock.tick(),
            request_id: guid(0xf0, self.requests.next()),
            client_request_id: request.headers().get(&CLIENT_REQUEST_ID).cloned(),
        }
    }

    /// Gives the entity that a request is about a new tag, as a write that changes nothing does.
    pub(crate) fn touch(&mut self, request: &Request<Bytes>) {
        let Ok((_, path)) = versioned(request) else { return };
        let place = parse(path).ok().and_then(|segments| self.store.resolve(&segments).ok());
        if let Some(place) = place
            && let Some(value) = self.store.get(&place.path).map(|entity| entity.value.clone())
        {
            let now = self.clock.last();
            self.store.update(&place.path, value, &place.rules, now);
        }
    }

    fn route(&mut self, request: &Request<Bytes>, root: &str, path: &str, stamp: &Stamp) -> Result<Reply, Refusal> {
        let segments = parse(path).map_err(|error| Refusal::bad_request(error.to_string()))?;
        if let Some(reply) = self.content(request, &segments, stamp.now) {
            return reply;
        }
        if let Some(reply) = self.delta(request, &segments, root) {
            return reply;
        }
        let (segments, suffix) = split_suffix(segments);
        let (segments, of_type) = split_types(segments);
        if suffix == Suffix::References
            && let Some(reply) = self.references(request, &segments, root)
        {
            return reply;
        }
        if suffix == Suffix::Value {
            return self.property(&segments, root, true);
        }
        let place = match self.store.resolve(&segments) {
            Err(unknown) if request.method() == Method::GET && suffix == Suffix::None => {
                return self.property(&segments, root, false).map_err(|_| unknown);
            }
            resolved => resolved?,
        };
        let prefer = Prefer::of(request.headers());
        let call = Call { request, root: root.to_owned(), place, of_type, prefer, now: stamp.now };
        match (call.place.kind, request.method(), suffix) {
            (Kind::Collection | Kind::Links, &Method::GET, Suffix::Count) => self.count(&call),
            (Kind::Collection | Kind::Links, &Method::GET, _) => self.list(&call, suffix == Suffix::References),
            (_, _, Suffix::Count | Suffix::References) if request.method() == Method::GET => {
                Err(Refusal::unknown_path(path))
            }
            (_, _, Suffix::Count | Suffix::References) | (Kind::Links, ..) => Err(Refusal::method_not_allowed("GET")),
            (Kind::Collection, &Method::POST, _) => self.create(&call),
            (Kind::Entity | Kind::Singleton, &Method::GET, _) => self.get(&call),
            (Kind::Entity | Kind::Singleton, &Method::PATCH, _) => self.update(&call),
            (Kind::Entity, &Method::DELETE, _) => self.delete(&call),
            (Kind::Collection, ..) => Err(Refusal::method_not_allowed("GET, POST")),
            (Kind::Entity, ..) => Err(Refusal::method_not_allowed("GET, PATCH, DELETE")),
            (Kind::Singleton, ..) => Err(Refusal::method_not_allowed("GET, PATCH")),
        }
    }
}

/// The version of the API, and the path below it.
fn versioned(request: &Request<Bytes>) -> Result<(&str, &str), Refusal> {
    let path = request.uri().path();
    let (version, path) = path.strip_prefix('/').and_then(|path| path.split_once('/')).unwrap_or((path, ""));
    if VERSIONS.contains(&version) {
        return Ok((version, path));
    }
    Err(Refusal::bad_request("the path must begin with '/v1.0/' or '/beta/'"))
}

fn split_suffix(mut segments: Vec<Segment>) -> (Vec<Segment>, Suffix) {
    let suffix = match segments.last() {
        Some(Segment::Name(name)) if name == "$count" => Suffix::Count,
        Some(Segment::Name(name)) if name == "$ref" => Suffix::References,
        Some(Segment::Name(name)) if name == "$value" => Suffix::Value,
        _ => return (segments, Suffix::None),
    };
    segments.pop();
    (segments, suffix)
}

/// Takes the types out of a path. Only the one at its end decides what is shown.
fn split_types(segments: Vec<Segment>) -> (Vec<Segment>, Option<String>) {
    let is_type = |segment: &Segment| matches!(segment, Segment::Name(name) if name.starts_with("microsoft.graph."));
    let last = segments.last().filter(|segment| is_type(segment)).map(|segment| segment.text().to_owned());
    (segments.into_iter().filter(|segment| !is_type(segment)).collect(), last)
}
