//! Refusals, and the body that Graph gives them.

use std::borrow::Cow;

use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::clock::Moment;

/// Why a request is not carried out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) code: Cow<'static, str>,
    pub(crate) message: String,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

/// Which request an answer belongs to.
#[derive(Debug)]
pub(crate) struct Stamp {
    pub(crate) now: Moment,
    pub(crate) request_id: String,
    pub(crate) client_request_id: Option<HeaderValue>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), message: message.into(), headers: Vec::new() }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    /// A query that the directory answers with its own code.
    pub(crate) fn unsupported_query(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_UnsupportedQuery", message)
    }

    pub(crate) fn unauthenticated(message: &str) -> Self {
        let challenge = HeaderValue::from_static("Bearer realm=\"\", error=\"invalid_token\"");
        Self {
            headers: vec![(http::header::WWW_AUTHENTICATE, challenge)],
            ..Self::new(StatusCode::UNAUTHORIZED, "InvalidAuthenticationToken", message)
        }
    }

    /// A challenge: the token is refused until one comes that was issued for these claims, in base64.
    ///
    /// Source: Microsoft identity platform, "claims challenges, claims requests and client capabilities".
    pub(crate) fn insufficient_claims(claims: &str) -> Self {
        const URI: &str = "https://login.microsoftonline.com/common/oauth2/authorize";
        let text = format!(
            "Bearer realm=\"\", authorization_uri=\"{URI}\", error=\"insufficient_claims\", claims=\"{claims}\""
        );
        let challenge = HeaderValue::from_str(&text).ok();
        Self {
            headers: challenge.map(|challenge| (http::header::WWW_AUTHENTICATE, challenge)).into_iter().collect(),
            ..Self::unauthenticated("Continuous access evaluation resulted in a challenge.")
        }
    }

    /// The path leads nowhere: no collection and no singleton has it.
    pub(crate) fn unknown_path(path: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "ResourceNotFound", format!("no resource has the path '{path}'"))
    }

    /// The collection is known, and has no such entity.
    pub(crate) fn item_not_found(key: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "itemNotFound", format!("there is no item with the key '{key}'"))
    }

    pub(crate) fn method_not_allowed(allowed: &'static str) -> Self {
        Self {
            headers: vec![(http::header::ALLOW, HeaderValue::from_static(allowed))],
            ..Self::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "methodNotAllowed",
                format!("this resource has the methods {allowed}"),
            )
        }
    }

    pub(crate) fn failed_dependency() -> Self {
        Self::new(StatusCode::FAILED_DEPENDENCY, "FailedDependency", "the request that this one depends on failed")
    }

    pub(crate) fn already_exists(key: &str) -> Self {
        Self::new(StatusCode::CONFLICT, "nameAlreadyExists", format!("an item with the key '{key}' exists"))
    }

    pub(crate) fn precondition_failed() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "resourceModified",
            "no tag in If-Match is the tag of the resource's present version",
        )
    }

    pub(crate) fn unsupported_media_type() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupportedMediaType",
            "the request's Content-Type must be application/json",
        )
    }

    pub(crate) fn not_implemented(option: &str) -> Self {
        Self::new(
            StatusCode::NOT_IMPLEMENTED,
            "NotImplemented",
            format!("the embedded Graph does not have the query option '{option}'; queue an answer for it"),
        )
    }

    /// The body. `innerError.date` has no zone, as Graph's has none.
    ///
    /// Source: Microsoft Graph, "error responses and resource types".
    pub(crate) fn body(&self, stamp: &Stamp) -> Value {
        let id = stamp.client_request_id.as_ref().and_then(|id| id.to_str().ok());
        json!({
            "error": {
                "code": self.code,
                "message": self.message,
                "innerError": {
                    "date": stamp.now.without_zone(),
                    "request-id": stamp.request_id,
                    "client-request-id": id.unwrap_or(&stamp.request_id),
                },
            },
        })
    }
}
