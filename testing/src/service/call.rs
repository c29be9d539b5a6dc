//! A request that has been taken apart.

use bytes::Bytes;
use http::header::{ETAG, HOST};
use http::{Request, StatusCode};
use serde_json::Value;

use super::PREFERENCE_APPLIED;
use super::reply::Reply;
use crate::clock::Moment;
use crate::errors::Refusal;
use crate::headers::{Prefer, if_match};
use crate::patch::Object;
use crate::query::Options;
use crate::rules::ETags;
use crate::store::{Entity, Kind, Place};

/// Graph's own origin: that of requests which do not say theirs. References below it are understood everywhere.
pub(crate) const DEFAULT_ORIGIN: &str = "https://graph.microsoft.com";

pub(crate) struct Call<'r> {
    pub(crate) request: &'r Request<Bytes>,
    /// The service root as the client sees it: `https://graph.microsoft.com/v1.0`.
    pub(crate) root: String,
    pub(crate) place: Place,
    /// The type at the end of the path: what is of another type is not there.
    pub(crate) of_type: Option<String>,
    pub(crate) prefer: Prefer,
    pub(crate) now: Moment,
}

impl Call<'_> {
    pub(crate) fn options(&self) -> Result<Options, Refusal> {
        Options::parse(self.request.uri().query().unwrap_or_default())
    }

    pub(crate) fn check_condition(&self, entity: &Entity) -> Result<(), Refusal> {
        match self.place.rules.etags {
            ETags::Nowhere => Ok(()),
            _ => if_match(self.request.headers(), &entity.etag),
        }
    }

    /// The JSON object in the body. A type in it is checked where it is used.
    pub(crate) fn body(&self) -> Result<Object, Refusal> {
        json_object(self.request.body())
    }

    /// An answer with one resource in it.
    pub(crate) fn one(&self, status: StatusCode, mut shown: Object, etag: &str, select: &str) -> Reply {
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
    pub(crate) fn nothing(&self, status: StatusCode, etag: &str) -> Reply {
        let mut reply = Reply::new(status, None);
        if self.place.rules.etags == ETags::Everywhere {
            reply.set(ETAG, etag);
        }
        reply
    }

    pub(crate) fn applied(&self, mut reply: Reply) -> Reply {
        if let Some(content) = self.prefer.content {
            reply.set(PREFERENCE_APPLIED, content.applied());
        }
        reply
    }
}

pub(crate) fn json_object(body: &[u8]) -> Result<Object, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Refusal::bad_request("the request body must be a JSON object")),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let message = format!("the request body is not JSON, at line {line}, column {column}");
            Err(Refusal::bad_request(message))
        }
    }
}

/// Scheme and authority that the client used: links must lead back to where it is connected.
pub(crate) fn origin(request: &Request<Bytes>) -> String {
    let uri = request.uri();
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    match (uri.scheme_str(), uri.authority(), host) {
        (Some(scheme), Some(authority), _) => {
            let authority = authority.as_str();
            format!("{scheme}://{}", authority.rsplit('@').next().unwrap_or(authority))
        }
        (_, _, Some(host)) => format!("http://{host}"),
        _ => DEFAULT_ORIGIN.to_owned(),
    }
}
