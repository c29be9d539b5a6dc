//! The service: from a request to its answer, over the store. No I/O, no waiting.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, DATE, ETAG, HOST, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use serde_json::Value;

use crate::clock::{Clock, Counter, Moment, guid};
use crate::errors::{Refusal, Stamp};
use crate::headers::{Prefer, Return, if_match, require_json, require_token};
use crate::patch::{Mode, Object, write};
use crate::path::{encode, parse};
use crate::query::Query;
use crate::rules::{ETags, PatchAnswer};
use crate::store::{Entity, Kind, Place, Store, compute};
use crate::view::{changed, show};
use crate::wire;

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const ODATA_VERSION: HeaderName = HeaderName::from_static("odata-version");
const ODATA_ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// The versions of the API. All show the same data.
const VERSIONS: [&str; 2] = ["v1.0", "beta"];

#[derive(Debug, Default)]
pub(crate) struct Service {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) token: Option<String>,
    requests: Counter,
}

/// An answer without the headers that every answer has.
struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Option<Value>,
}

/// A request that has been taken apart.
struct Call<'r> {
    request: &'r Request<Bytes>,
    /// The service root as the client sees it: `https://graph.microsoft.com/v1.0`.
    root: String,
    place: Place,
    prefer: Prefer,
    now: Moment,
}

impl Service {
    pub(crate) fn answer(&mut self, request: &Request<Bytes>) -> Response<Bytes> {
        let stamp = Stamp {
            now: self.clock.tick(),
            request_id: guid(0xf0, self.requests.next()),
            client_request_id: request.headers().get(&CLIENT_REQUEST_ID).cloned(),
        };
        let reply = self.route(request, stamp.now).unwrap_or_else(|refusal| {
            let body = Some(refusal.body(&stamp));
            Reply { status: refusal.status, headers: refusal.header.into_iter().collect(), body }
        });
        finish(reply, stamp)
    }

    fn route(&mut self, request: &Request<Bytes>, now: Moment) -> Result<Reply, Refusal> {
        if let Some(token) = &self.token {
            require_token(request.headers(), token)?;
        }
        let path = request.uri().path();
        let (version, path) = path.strip_prefix('/').and_then(|path| path.split_once('/')).unwrap_or((path, ""));
        if !VERSIONS.contains(&version) {
            return Err(Refusal::bad_request("the path must begin with '/v1.0/' or '/beta/'"));
        }
        let segments = parse(path).map_err(|error| Refusal::bad_request(error.to_string()))?;
        let call = Call {
            request,
            root: format!("{}/{version}", origin(request)),
            place: self.store.resolve(&segments)?,
            prefer: Prefer::of(request.headers()),
            now,
        };
        match (call.place.kind, request.method()) {
            (Kind::Collection, &Method::GET) => self.list(&call),
            (Kind::Collection, &Method::POST) => self.create(&call),
            (Kind::Entity | Kind::Singleton, &Method::GET) => self.get(&call),
            (Kind::Entity | Kind::Singleton, &Method::PATCH) => self.update(&call),
            (Kind::Entity, &Method::DELETE) => self.delete(&call),
            (Kind::Collection, _) => Err(Refusal::method_not_allowed("GET, POST")),
            (Kind::Entity, _) => Err(Refusal::method_not_allowed("GET, PATCH, DELETE")),
            (Kind::Singleton, _) => Err(Refusal::method_not_allowed("GET, PATCH")),
        }
    }

    fn entity(&self, place: &Place) -> Result<&Entity, Refusal> {
        let key = place.path.last().map(String::as_str).unwrap_or_default();
        self.store.get(&place.path).ok_or_else(|| Refusal::item_not_found(key))
    }

    fn get(&self, call: &Call<'_>) -> Result<Reply, Refusal> {
        let query = Query::parse(call.request.uri().query().unwrap_or_default())?;
        query.check(&call.place.rules)?;
        let entity = self.entity(&call.place)?;
        let shown = show(&entity.value, &call.place.rules, query.select.as_deref());
        Ok(call.one(StatusCode::OK, shown, &entity.etag, &query.context()))
    }

    fn list(&self, call: &Call<'_>) -> Result<Reply, Refusal> {
        let Call { place, prefer, .. } = call;
        let query = Query::parse(call.request.uri().query().unwrap_or_default())?;
        query.check(&place.rules)?;
        let all = self.store.list(&place.path);
        let sizes = [query.top, prefer.page_size, place.rules.page_size];
        let size = sizes.into_iter().flatten().min().unwrap_or(usize::MAX);
        let page = all.iter().skip(query.skip).take(size);
        let items: Vec<Value> = page
            .map(|entity| {
                let mut item = show(&entity.value, &place.rules, query.select.as_deref());
                if place.rules.etags != ETags::Nowhere {
                    item.insert("@odata.etag".to_owned(), entity.etag.as_str().into());
                }
                Value::Object(item)
            })
            .collect();
        let end = query.skip.saturating_add(items.len());
        let mut body = Object::new();
        let context = format!("{}/$metadata#{}{}", call.root, place.context, query.context());
        body.insert("@odata.context".to_owned(), context.into());
        if query.count {
            body.insert("@odata.count".to_owned(), all.len().into());
        }
        if end < all.len() && !items.is_empty() {
            let path = call.request.uri().path();
            let link = format!("{}{path}?{}", origin(call.request), query.next(end));
            body.insert("@odata.nextLink".to_owned(), link.into());
        }
        body.insert("value".to_owned(), items.into());
        let mut reply = Reply::new(StatusCode::OK, Some(body.into()));
        if let Some(size) = prefer.page_size.filter(|wanted| *wanted == size) {
            reply.set(PREFERENCE_APPLIED, &format!("odata.maxpagesize={size}"));
        }
        Ok(reply)
    }

    fn create(&mut self, call: &Call<'_>) -> Result<Reply, Refusal> {
        require_json(call.request.headers())?;
        let body = call.body()?;
        let rules = &call.place.rules;
        let mut value = Object::new();
        write(&mut value, &body, rules, Mode::Create)?;
        compute(&mut value, rules, call.now);
        let path = self.store.insert(&call.place, value)?;
        let entity = self.store.get(&path).ok_or_else(|| Refusal::unknown_path(&path.join("/")))?;
        let location = format!("{}{}", call.root, encode(&path));
        let mut reply = if call.prefer.content == Some(Return::Minimal) {
            let mut reply = call.nothing(StatusCode::NO_CONTENT, &entity.etag);
            reply.set(ODATA_ENTITY_ID, &location);
            reply
        } else {
            call.one(StatusCode::CREATED, show(&entity.value, rules, None), &entity.etag, "")
        };
        reply.set(LOCATION, &location);
        Ok(call.applied(reply))
    }

    fn update(&mut self, call: &Call<'_>) -> Result<Reply, Refusal> {
        let rules = &call.place.rules;
        let entity = self.entity(&call.place)?;
        require_json(call.request.headers())?;
        call.check_condition(entity)?;
        let body = call.body()?;
        let before = entity.value.clone();
        let mut value = before.clone();
        write(&mut value, &body, rules, Mode::Update)?;
        self.store.update(&call.place.path, value, rules, call.now);
        let entity = self.entity(&call.place)?;
        let answer = match call.prefer.content {
            Some(Return::Representation) => PatchAnswer::Representation,
            Some(Return::Minimal) => PatchAnswer::NoContent,
            None => rules.patch_answer,
        };
        let one = |shown| call.one(StatusCode::OK, shown, &entity.etag, "");
        Ok(call.applied(match answer {
            PatchAnswer::Representation => one(show(&entity.value, rules, None)),
            PatchAnswer::Changed => one(changed(&before, &entity.value, &body, rules)),
            PatchAnswer::Empty => call.nothing(StatusCode::OK, &entity.etag),
            PatchAnswer::NoContent => call.nothing(StatusCode::NO_CONTENT, &entity.etag),
        }))
    }

    fn delete(&mut self, call: &Call<'_>) -> Result<Reply, Refusal> {
        call.check_condition(self.entity(&call.place)?)?;
        self.store.remove(&call.place.path);
        Ok(Reply::new(StatusCode::NO_CONTENT, None))
    }
}

impl Call<'_> {
    fn check_condition(&self, entity: &Entity) -> Result<(), Refusal> {
        match self.place.rules.etags {
            ETags::Nowhere => Ok(()),
            _ => if_match(self.request.headers(), &entity.etag),
        }
    }

    /// The JSON object in the body. A type in it is checked where it is used.
    fn body(&self) -> Result<Object, Refusal> {
        match serde_json::from_slice(self.request.body()) {
            Ok(Value::Object(object)) => Ok(object),
            Ok(_) => Err(Refusal::bad_request("the request body must be a JSON object")),
            Err(error) => {
                let (line, column) = (error.line(), error.column());
                let message = format!("the request body is not JSON, at line {line}, column {column}");
                Err(Refusal::bad_request(message))
            }
        }
    }

    /// An answer with one resource in it.
    fn one(&self, status: StatusCode, mut shown: Object, etag: &str, select: &str) -> Reply {
        let Place { kind, context, .. } = &self.place;
        let entity = if *kind == Kind::Singleton { "" } else { "/$entity" };
        let context = format!("{}/$metadata#{context}{select}{entity}", self.root);
        shown.insert("@odata.context".to_owned(), context.into());
        let shows_etag = self.place.rules.etags != ETags::Nowhere;
        if shows_etag {
            shown.insert("@odata.etag".to_owned(), etag.into());
        }
        let mut reply = Reply::new(status, Some(shown.into()));
        if shows_etag {
            reply.set(ETAG, etag);
        }
        reply
    }

    /// An answer without a body.
    fn nothing(&self, status: StatusCode, etag: &str) -> Reply {
        let mut reply = Reply::new(status, None);
        if self.place.rules.etags == ETags::Everywhere {
            reply.set(ETAG, etag);
        }
        reply
    }

    fn applied(&self, mut reply: Reply) -> Reply {
        if let Some(content) = self.prefer.content {
            reply.set(PREFERENCE_APPLIED, content.applied());
        }
        reply
    }
}

impl Reply {
    fn new(status: StatusCode, body: Option<Value>) -> Self {
        Self { status, headers: HeaderMap::new(), body }
    }

    /// Sets a header. A seeded tag that no header can carry is left out.
    fn set(&mut self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
    }
}

/// Adds what every answer has.
fn finish(reply: Reply, stamp: Stamp) -> Response<Bytes> {
    let Reply { status, headers, body } = reply;
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    let all = response.headers_mut();
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            all.insert(name, value);
        }
    };
    set(DATE, &stamp.now.http_date());
    set(REQUEST_ID, &stamp.request_id);
    set(ODATA_VERSION, "4.0");
    if body.is_some() {
        set(CONTENT_TYPE, wire::JSON);
    }
    if let Some(id) = stamp.client_request_id {
        all.insert(CLIENT_REQUEST_ID, id);
    }
    all.extend(headers);
    if let Some(body) = body {
        *response.body_mut() = wire::to_bytes(&body);
    }
    response
}

/// Scheme and authority that the client used: links must lead back to where it is connected.
fn origin(request: &Request<Bytes>) -> String {
    let uri = request.uri();
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    match (uri.scheme_str(), uri.authority(), host) {
        (Some(scheme), Some(authority), _) => {
            let authority = authority.as_str();
            format!("{scheme}://{}", authority.rsplit('@').next().unwrap_or(authority))
        }
        (_, _, Some(host)) => format!("http://{host}"),
        _ => "https://graph.microsoft.com".to_owned(),
    }
}
