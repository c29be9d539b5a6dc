//! `$batch`: up to 20 requests in one body, each with an answer of its own.
//!
//! The limits are those of Graph: one dependency a request, and one of three forms, which are no dependency at all, a
//! chain, or all that follow depending on the first.
//!
//! Source: Microsoft Graph, "combine multiple requests in one HTTP call using JSON batching"; OData JSON Format 4.01,
//! section 19.

use base64::Engine as _;
use base64::engine::GeneralPurpose;
use base64::engine::general_purpose::{GeneralPurposeConfig, STANDARD};
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use serde_json::{Value, json};

use crate::embedded::EmbeddedGraph;
use crate::errors::{Refusal, Stamp};
use crate::headers::require_json;
use crate::patch::Object;
use crate::service::{Reply, json_object};

const MOST: usize = 20;

/// base64url, with or without padding.
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent),
);

/// One request of a batch.
#[derive(Debug)]
struct Part {
    id: String,
    depends_on: Option<String>,
    request: Result<Request<Bytes>, Refusal>,
}

/// A batch that can be carried out.
#[derive(Debug)]
pub(crate) struct Batch(Vec<Part>);

/// Whether the path below the version is that of a batch.
pub(crate) fn is_batch(path: &str) -> bool {
    path.trim_end_matches('/') == "$batch" || path.trim_end_matches('/').eq_ignore_ascii_case("%24batch")
}

impl Batch {
    /// Reads a batch. What is wrong with the whole is refused; what is wrong with a part is that part's answer.
    pub(crate) fn read(request: &Request<Bytes>, root: &str) -> Result<Self, Refusal> {
        parts(request, root).map(Self)
    }

    /// Carries all parts out in their order. The answers come in another one.
    pub(crate) fn run(self, graph: &EmbeddedGraph, stamp: Stamp) -> Response<Bytes> {
        let mut failed: Vec<String> = Vec::new();
        let mut answers = Vec::new();
        for Part { id, depends_on, request } in self.0 {
            let is_blocked = depends_on.is_some_and(|on| failed.contains(&on.to_lowercase()));
            let answer = match request {
                _ if is_blocked => Some(refused(graph, Refusal::failed_dependency())),
                Err(refusal) => Some(refused(graph, refusal)),
                Ok(request) => graph.answer_part(&request),
            };
            if answer.as_ref().is_none_or(|answer| answer.status().as_u16() >= 400) {
                failed.push(id.to_lowercase());
            }
            answers.extend(answer.map(|answer| shown(&id, &answer)));
        }
        // No client may rely on an order.
        answers.reverse();
        Reply::new(StatusCode::OK, Some(json!({ "responses": answers }))).finish(stamp)
    }
}

fn refused(graph: &EmbeddedGraph, refusal: Refusal) -> Response<Bytes> {
    let stamp = graph.stamp(&Request::new(Bytes::new()));
    Reply::refusal(refusal, &stamp).finish(stamp)
}

fn parts(request: &Request<Bytes>, root: &str) -> Result<Vec<Part>, Refusal> {
    if request.method() != Method::POST {
        return Err(Refusal::method_not_allowed("POST"));
    }
    require_json(request.headers())?;
    let body = json_object(request.body())?;
    let Some(Value::Array(requests)) = body.get("requests") else {
        return Err(Refusal::bad_request("the batch has no list 'requests'"));
    };
    if requests.is_empty() || requests.len() > MOST {
        let count = requests.len();
        return Err(Refusal::bad_request(format!("a batch has 1 to {MOST} requests, and this one has {count}")));
    }
    let mut parts: Vec<Part> = Vec::new();
    for given in requests {
        let Value::Object(given) = given else {
            return Err(Refusal::bad_request("a request of the batch must be an object"));
        };
        let part = part(given, request.headers(), root)?;
        let known = |id: &String| parts.iter().any(|part| part.id.to_lowercase() == id.to_lowercase());
        if known(&part.id) {
            return Err(Refusal::bad_request(format!("the id '{}' occurs twice in the batch", part.id)));
        }
        if let Some(on) = part.depends_on.as_ref().filter(|on| !known(on)) {
            let id = &part.id;
            return Err(Refusal::bad_request(format!(
                "request '{id}' depends on '{on}', which does not come before it"
            )));
        }
        parts.push(part);
    }
    check_form(&parts)?;
    Ok(parts)
}

/// All side by side, a chain, or all after the first.
fn check_form(parts: &[Part]) -> Result<(), Refusal> {
    let same = |left: &str, right: &str| left.to_lowercase() == right.to_lowercase();
    let depends = |part: &Part, on: &str| part.depends_on.as_ref().is_some_and(|id| same(id, on));
    let Some((first, others)) = parts.split_first() else { return Ok(()) };
    let is_parallel = others.iter().all(|part| part.depends_on.is_none());
    let is_chain = parts.windows(2).all(|pair| depends(&pair[1], &pair[0].id));
    let is_fan = others.iter().all(|part| depends(part, &first.id));
    if is_parallel || is_chain || is_fan {
        return Ok(());
    }
    Err(Refusal::bad_request(
        "the requests of a batch depend on none, each on the one before it, or all on the first; this batch mixes them",
    ))
}

fn part(given: &Object, outer: &HeaderMap, root: &str) -> Result<Part, Refusal> {
    let text = |name: &str| given.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let id = text("id").ok_or_else(|| Refusal::bad_request("a request of the batch has no text 'id'"))?.to_owned();
    let missing = |name: &str| Refusal::bad_request(format!("request '{id}' of the batch has no text '{name}'"));
    let (method, url) = (text("method").ok_or_else(|| missing("method"))?, text("url").ok_or_else(|| missing("url"))?);
    if url.split(['?', '/']).next().is_some_and(|first| first.contains(':')) {
        let message = format!("the URL of request '{id}' must be relative to the version; encode a colon as '%3A'");
        return Err(Refusal::bad_request(message));
    }
    let depends_on = match given.get("dependsOn") {
        None | Some(Value::Null) => None,
        Some(Value::Array(ids)) => match &ids[..] {
            [] => None,
            [Value::String(on)] => Some(on.clone()),
            _ => {
                return Err(Refusal::bad_request(format!(
                    "request '{id}' may depend on one other request, not on more"
                )));
            }
        },
        Some(_) => return Err(Refusal::bad_request(format!("'dependsOn' of request '{id}' must be a list"))),
    };
    let request = request(given, method, url, outer, root);
    Ok(Part { id, depends_on, request })
}

fn request(given: &Object, method: &str, url: &str, outer: &HeaderMap, root: &str) -> Result<Request<Bytes>, Refusal> {
    let url = url.strip_prefix('/').unwrap_or(url);
    if is_batch(url.split('?').next().unwrap_or_default()) {
        return Err(Refusal::bad_request("a batch cannot hold a batch"));
    }
    let method = Method::from_bytes(method.to_ascii_uppercase().as_bytes())
        .map_err(|_| Refusal::bad_request(format!("'{method}' is no method")))?;
    let mut headers = HeaderMap::new();
    match given.get("headers") {
        None | Some(Value::Null) => {}
        Some(Value::Object(given)) => {
            for (name, value) in given {
                let pair = value.as_str().and_then(|text| HeaderValue::from_str(text).ok()).zip(name.parse().ok());
                let (value, name): (HeaderValue, HeaderName) =
                    pair.ok_or_else(|| Refusal::bad_request(format!("the header '{name}' must be a text")))?;
                headers.append(name, value);
            }
        }
        Some(_) => return Err(Refusal::bad_request("'headers' must be an object")),
    }
    let body = match given.get("body") {
        None | Some(Value::Null) => Bytes::new(),
        Some(_) if [Method::GET, Method::DELETE].contains(&method) => {
            return Err(Refusal::bad_request(format!("a {method} in a batch has no body")));
        }
        Some(body) => bytes_of(body, &headers)?,
    };
    for name in [AUTHORIZATION, HOST] {
        if let Some(value) = outer.get(&name).filter(|_| !headers.contains_key(&name)) {
            headers.insert(name, value.clone());
        }
    }
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() =
        format!("{root}/{url}").parse().map_err(|_| Refusal::bad_request("the URL of the request cannot be read"))?;
    *request.headers_mut() = headers;
    Ok(request)
}

/// A body: a JSON value, a text, or base64url for everything else.
fn bytes_of(body: &Value, headers: &HeaderMap) -> Result<Bytes, Refusal> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type =
        media_type.ok_or_else(|| Refusal::bad_request("a body in a batch needs the header 'Content-Type'"))?;
    match (media_type, body) {
        (json, body) if is_json(json) => Ok(crate::wire::to_bytes(body)),
        (text, Value::String(body)) if text.starts_with("text/") => Ok(body.clone().into()),
        (_, Value::String(body)) => {
            let decoded = URL_SAFE.decode(body).or_else(|_| STANDARD.decode(body));
            decoded.map(Bytes::from).map_err(|_| Refusal::bad_request("a body that is no JSON must be base64url"))
        }
        _ => Err(Refusal::bad_request("a body that is no JSON must be a text")),
    }
}

fn is_json(media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    media_type.eq_ignore_ascii_case("application/json")
}

fn shown(id: &str, answer: &Response<Bytes>) -> Value {
    let mut headers = Object::new();
    for (name, value) in answer.headers() {
        headers.insert(canonical(name.as_str()), String::from_utf8_lossy(value.as_bytes()).into());
    }
    let mut shown = Object::new();
    shown.insert("id".to_owned(), id.into());
    shown.insert("status".to_owned(), answer.status().as_u16().into());
    let media_type = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let parsed = if is_json(media_type) { serde_json::from_slice::<Value>(answer.body()).ok() } else { None };
    let body = match (parsed, media_type) {
        _ if answer.body().is_empty() => None,
        (Some(json), _) => Some(json),
        (None, text) if text.starts_with("text/") => Some(String::from_utf8_lossy(answer.body()).into()),
        (None, _) => Some(STANDARD.encode(answer.body()).into()),
    };
    shown.extend(body.map(|body| ("body".to_owned(), body)));
    shown.insert("headers".to_owned(), headers.into());
    shown.into()
}

/// `Retry-After`, as Graph's samples write names.
fn canonical(name: &str) -> String {
    let part = |part: &str| part[..1].to_uppercase() + &part[1..];
    name.split('-').map(|word| if word.is_empty() { String::new() } else { part(word) }).collect::<Vec<_>>().join("-")
}
