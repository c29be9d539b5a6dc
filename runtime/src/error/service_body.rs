//! The bodies of error answers: Graph's own form, and those of what stands before and behind it.

use core::{fmt, iter};
use std::error::Error as StdError;

use serde_json::{Map, Value};

use super::shown::Shown;

/// One of several things that an error is about: a property that was refused, for one.
///
/// Source: OData JSON Format 4.0, section 19; Microsoft Graph, "error responses and resource types".
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ErrorDetail {
    code: Option<String>,
    message: String,
    target: Option<String>,
}

impl ErrorDetail {
    /// The service's code, such as `MissingPrefixSuffix`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The service's message, for developers; empty where there was none.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What it is about, such as the name of a property.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.target.as_deref()
    }
}

/// The content of the body of an error answer.
#[derive(Default)]
pub(super) struct ServiceBody {
    pub(super) code: Option<String>,
    pub(super) message: String,
    pub(super) target: Option<String>,
    pub(super) details: Vec<ErrorDetail>,
    pub(super) request_id: Option<String>,
    pub(super) client_request_id: Option<String>,
    pub(super) inner: Option<InnerError>,
}

impl ServiceBody {
    /// | form | of |
    /// |---|---|
    /// | `{"error":{"code","message","target","details","innerError"}}` | Graph, OData 4 |
    /// | `{"odata.error":{"code","message":{"lang","value"}}}` | OData 3 |
    /// | `{"error":"invalid_grant","error_description":"…"}` | OAuth 2 |
    /// | `{"type","title","detail"}`, `{"Message":"…"}`, `{"code","message"}` | gateways, web frameworks |
    pub(super) fn of(body: &Value) -> Self {
        let members = match body {
            Value::Object(members) => members,
            Value::String(message) => return Self { message: message.clone(), ..Self::default() },
            _ => return Self::default(),
        };
        match member(members, &["error", "odata.error"]) {
            Some(Value::Object(error)) => Self::of_members(error),
            Some(error) => Self::of_members(members).named(error),
            None => Self::of_members(members),
        }
    }

    fn of_members(members: &Map<String, Value>) -> Self {
        let inner = member(members, &["innerError"]).and_then(Value::as_object);
        let id = |names: &[&str]| text_of(inner?, names);
        Self {
            code: text_of(members, &["code", "errorCode", "error_code"]),
            message: text_of(members, &["message", "error_description", "detail", "title", "errorMessage"])
                .unwrap_or_default(),
            target: text_of(members, &["target"]),
            details: details(members),
            request_id: id(&["request-id", "requestId"])
                .or_else(|| text_of(members, &["requestId", "request-id", "trace_id", "traceId"])),
            client_request_id: id(&["client-request-id", "clientRequestId"])
                .or_else(|| text_of(members, &["client-request-id", "correlation_id"])),
            inner: inner.and_then(InnerError::of),
        }
    }

    /// An error that is a text or a number: a code, or else the message.
    fn named(mut self, error: &Value) -> Self {
        match text(error) {
            Some(said) if said.contains(char::is_whitespace) => {
                if self.message.is_empty() {
                    self.message = said;
                }
            }
            said => self.code = said.or(self.code),
        }
        self
    }
}

/// The member with the first of these names that there is: services differ in the case of their letters.
fn member<'m>(members: &'m Map<String, Value>, names: &[&str]) -> Option<&'m Value> {
    names.iter().find_map(|name| {
        let other_case = || members.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        members.get(*name).or_else(other_case).filter(|value| !value.is_null())
    })
}

fn text_of(members: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| text(member(members, &[name])?))
}

/// A text that is not empty, a number, or `{"lang":"en","value":"…"}`.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(members) => members.get("value")?.as_str().filter(|text| !text.is_empty()).map(str::to_owned),
        _ => None,
    }
}

/// `details`, or else the `errors` of a web framework: messages by the names of what was refused.
fn details(members: &Map<String, Value>) -> Vec<ErrorDetail> {
    if let Some(Value::Array(details)) = member(members, &["details"]) {
        let detail = |members: &Map<String, Value>| ErrorDetail {
            code: text_of(members, &["code"]),
            message: text_of(members, &["message"]).unwrap_or_default(),
            target: text_of(members, &["target"]),
        };
        return details.iter().filter_map(Value::as_object).map(detail).collect();
    }
    let Some(Value::Object(errors)) = member(members, &["errors"]) else { return Vec::new() };
    let detail = |name: &String, message: &Value| {
        let message = text(message)?;
        Some(ErrorDetail { code: None, message, target: Some(name.clone()) })
    };
    let of_name = |(name, messages): (&String, &Value)| match messages {
        Value::Array(messages) => messages.iter().filter_map(|message| detail(name, message)).collect(),
        message => detail(name, message).into_iter().collect::<Vec<_>>(),
    };
    errors.iter().flat_map(of_name).collect()
}

/// The content of `innerError`: a narrower code, and a message. It nests.
pub(super) struct InnerError {
    code: Option<String>,
    message: Option<String>,
    source: Option<Box<InnerError>>,
}

impl InnerError {
    fn of(members: &Map<String, Value>) -> Option<Self> {
        let source = member(members, &["innerError"]).and_then(Value::as_object);
        let source = source.and_then(Self::of).map(Box::new);
        match (text_of(members, &["code", "errorCode"]), text_of(members, &["message"])) {
            (None, None) => source.map(|source| *source),
            (code, message) => Some(Self { code, message, source }),
        }
    }
}

impl fmt::Debug for InnerError {
    /// As it displays, with what is inside of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(iter::successors(Some(self), |inner| inner.source.as_deref()).map(ToString::to_string))
            .finish()
    }
}

impl fmt::Display for InnerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_said(self.code.as_deref(), self.message.as_deref().unwrap_or_default(), "", f)
    }
}

impl StdError for InnerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Of a code, in characters.
const LONGEST_CODE: usize = 100;
/// Of a message, in characters.
pub(super) const LONGEST_MESSAGE: usize = 600;

/// Writes a code and a message, with this before the code.
pub(super) fn write_said(code: Option<&str>, message: &str, before: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let message = message.trim().trim_end_matches('.');
    let colon = if before.is_empty() && code.is_none() { "" } else { ": " };
    if let Some(code) = code {
        write!(f, "{before}`{}`", Shown::new(code, LONGEST_CODE))?;
    }
    if message.is_empty() { Ok(()) } else { write!(f, "{colon}{}", Shown::new(message, LONGEST_MESSAGE)) }
}
