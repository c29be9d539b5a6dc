//! A call of an operation, read from a request.

use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request};
use serde_json::Value;

use super::{Called, Operation, OperationKind};
use crate::errors::Refusal;
use crate::filter::literal;
use crate::outside::outside_of;
use crate::patch::Object;
use crate::path::{Segment, decode, parse};
use crate::query::pair;
use crate::relation::texts;
use crate::service::{json_object, origin};
use crate::store::Store;

/// The operation that a request calls; `None` where its path is none's.
pub(crate) fn called(
    operations: &[Operation],
    store: &Store,
    request: &Request<Bytes>,
    (root, path): (&str, &str),
) -> Result<Option<Called>, Refusal> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let (parent, last) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, arguments) = match last.split_once('(') {
        Some((name, arguments)) => (name, arguments.strip_suffix(')')),
        None => (last, Some("")),
    };
    let Ok(name) = decode(name) else { return Ok(None) };
    // Both names are understood: `sendMail` and `microsoft.graph.sendMail`.
    let name = name.rsplit('.').next().unwrap_or_default().to_owned();
    let Ok(bound) = parse(parent) else { return Ok(None) };
    let mut at = match store.follow(&bound) {
        Ok(followed) => texts(&followed),
        Err(_) => texts(&bound),
    };
    at.push(name.clone());
    let is_it = |operation: &&Operation| operation.template.matches_text(&at);
    let mut found = operations.iter().rev().filter(is_it).peekable();
    if found.peek().is_none() || bound.iter().any(|segment| matches!(segment, Segment::Name(text) if text.is_empty())) {
        return Ok(None);
    }
    store.require_parents(&at)?;
    let is_action = request.method() == Method::POST;
    let Some(operation) = found.find(|operation| (operation.kind != OperationKind::Function) == is_action) else {
        return Err(Refusal::method_not_allowed(if is_action { "GET" } else { "POST" }));
    };
    if !is_action && request.method() != Method::GET {
        return Err(Refusal::method_not_allowed("GET"));
    }
    let mut query = Vec::new();
    for raw in request.uri().query().unwrap_or_default().split('&').filter(|raw| !raw.is_empty()) {
        query.push(pair(raw)?);
    }
    let parameters = match (is_action, arguments) {
        (true, Some("")) if request.body().is_empty() => Object::new(),
        (true, Some("")) => {
            crate::headers::require_json(request.headers())?;
            json_object(request.body())?
        }
        (false, Some(arguments)) => parameters(arguments, &query)?,
        _ => return Err(Refusal::bad_request(format!("the parentheses after '{name}' cannot be read"))),
    };
    let keys = operation.template.keys(&at);
    Ok(Some(Called {
        kind: operation.kind,
        answer: Arc::clone(&operation.answer),
        keys,
        parameters,
        query,
        headers: request.headers().clone(),
        content: Bytes::new(),
        outside: outside_of(&origin(request)),
        root: root.to_owned(),
    }))
}

/// The parameters of a function: `a=1,b='x'`, or `a=@p` with the query option `@p`.
///
/// Source: OData URL Conventions 4.01, section 4.5.
fn parameters(arguments: &str, query: &[(String, String)]) -> Result<Object, Refusal> {
    let mut parameters = Object::new();
    let arguments = decode(arguments).map_err(|error| Refusal::bad_request(error.to_string()))?;
    for argument in crate::expand::split(&arguments, ',')? {
        let (name, text) = argument
            .split_once('=')
            .ok_or_else(|| Refusal::bad_request(format!("the parameter '{argument}' has no name")))?;
        let text = match text.trim() {
            alias if alias.starts_with('@') => {
                query.iter().find(|(name, _)| name == alias).map(|(_, value)| value.as_str())
            }
            text => Some(text),
        };
        let value = match text {
            None => Value::Null,
            Some(text) => literal(text).ok_or_else(|| {
                Refusal::bad_request(format!("the value of the parameter '{}' is no literal", name.trim()))
            })?,
        };
        if parameters.insert(name.trim().to_owned(), value).is_some() {
            return Err(Refusal::bad_request(format!("the parameter '{}' occurs twice", name.trim())));
        }
    }
    Ok(parameters)
}
