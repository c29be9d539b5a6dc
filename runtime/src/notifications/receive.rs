//! Receiving a request of Graph: the validation of an endpoint, and deliveries.

use core::fmt;
use std::borrow::Cow;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde::de::DeserializeSeed as _;

use crate::codec::decode::{decode, text};
use crate::error::Error;
use crate::notifications::batch::{Batch, BatchSeed};

/// The longest body that [`receive`] takes, in bytes: 4 MiB. A thousand notifications of call records have some 500 KiB.
pub const MAX_BODY: usize = 4 << 20;

/// Reads a request to the URL that a subscription notifies, or to the one of its lifecycle.
///
/// Answer it within 3 seconds: put what is verified into a queue, and do the work later. Graph repeats a delivery that is
/// not answered with 2xx for up to 4 hours, and throttles an endpoint that is slow.
///
/// # Errors
///
/// The request is none of Graph's: it is no `POST`, its body is longer than [`MAX_BODY`] or is no delivery in JSON, or its
/// token is empty or no text. Unknown members of a delivery are ignored.
///
/// # Examples
///
/// With any web framework whose requests are those of the crate `http`:
///
/// ```
/// use graph_resource::notifications::{self, Received};
/// use graph_resource::{Bytes, http};
///
/// fn answer(request: &http::Request<Bytes>) -> http::Response<Bytes> {
///     match notifications::receive(request) {
///         Ok(Received::Validation(token)) => token.into_response(),
///         Ok(Received::Notifications(batch)) => {
///             for notification in batch.verified(|_subscription_id| Some("kept secret")) {
///                 // To the queue.
/// #               let _ = notification;
///             }
///             notifications::accepted()
///         }
///         Err(rejected) => rejected.into_response(),
///     }
/// }
///
/// let request = http::Request::post("/notify?validationToken=To+check%3A%201").body(Bytes::new())?;
/// assert_eq!(answer(&request).body(), "To check: 1");
/// # Ok::<(), http::Error>(())
/// ```
///
/// Source: Microsoft Graph, "receive change notifications through webhooks".
pub fn receive(request: &http::Request<Bytes>) -> Result<Received, Rejected> {
    receive_up_to(request, MAX_BODY)
}

/// The same with another limit for the body, in bytes. The server has the body in memory by then: limit it there as well.
///
/// # Errors
///
/// As of [`receive`].
pub fn receive_up_to(request: &http::Request<Bytes>, max_body: usize) -> Result<Received, Rejected> {
    if request.method() != Method::POST {
        return Err(Rejected(Reason::Method));
    }
    if let Some(token) = validation_token(request.uri().query().unwrap_or_default()) {
        return token.map(|token| Received::Validation(ValidationToken(token)));
    }
    if request.body().len() > max_body {
        return Err(Rejected(Reason::TooLarge(max_body)));
    }
    let batch = text(request.body()).and_then(|text| decode(text, |json| BatchSeed.deserialize(json)));
    batch.map(Received::Notifications).map_err(|error| Rejected(Reason::Body(error)))
}

/// The value of `validationToken` in a query, in which `+` stands for a space.
fn validation_token(query: &str) -> Option<Result<String, Rejected>> {
    let token = query.split('&').find_map(|pair| pair.strip_prefix("validationToken="))?;
    let token = token.replace('+', " ");
    let token = percent_decode_str(&token).decode_utf8().map(Cow::into_owned).unwrap_or_default();
    Some(if token.is_empty() { Err(Rejected(Reason::Token)) } else { Ok(token) })
}

/// A request of Graph.
#[derive(Debug)]
pub enum Received {
    /// Graph asks whether the endpoint is the subscriber's. It waits for the answer before it creates the subscription.
    Validation(ValidationToken),
    /// A delivery.
    Notifications(Batch),
}

/// The token that Graph wants back, decoded. It means nothing to anybody else.
#[derive(Clone, Eq, PartialEq)]
pub struct ValidationToken(String);

impl ValidationToken {
    /// The token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The answer: 200 with the token as plain text, which no browser takes for anything else. Due within 10 seconds.
    #[must_use]
    pub fn into_response(self) -> http::Response<Bytes> {
        let mut response = http::Response::new(self.0.into());
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        response
    }
}

impl fmt::Debug for ValidationToken {
    /// Shows no token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidationToken").finish_non_exhaustive()
    }
}

/// The answer to a delivery: 202. Give it once the notifications are where they are not lost.
#[must_use]
pub fn accepted() -> http::Response<Bytes> {
    empty(StatusCode::ACCEPTED)
}

fn empty(status: StatusCode) -> http::Response<Bytes> {
    let mut response = http::Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

/// A request that is none of Graph's. Says why, and shows nothing of it.
#[derive(Debug)]
pub struct Rejected(Reason);

#[derive(Debug)]
enum Reason {
    Method,
    Token,
    TooLarge(usize),
    Body(Error),
}

impl Rejected {
    /// The answer: 400, without a body.
    #[must_use]
    pub fn into_response(self) -> http::Response<Bytes> {
        empty(StatusCode::BAD_REQUEST)
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Method => f.write_str("the request is no `POST`; Graph sends nothing else"),
            Reason::Token => f.write_str("`validationToken` is empty or no text"),
            Reason::TooLarge(limit) => {
                write!(f, "the body is longer than {limit} bytes; raise the limit if Graph sent it")
            }
            Reason::Body(_) => f.write_str("the body is no delivery of notifications"),
        }
    }
}

impl core::error::Error for Rejected {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0 {
            Reason::Body(error) => Some(error),
            _ => None,
        }
    }
}
