//! A successful answer: its head and its text. What it is read as is for the operation to say.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, StatusCode, header};
use serde::de::{Deserialize as _, IgnoredAny};

use crate::codec::decode::{decode, text};
use crate::error::{Error, ErrorKind, REQUEST_ID, foreign_body, without_mark};
use crate::etag::ETag;
use crate::odata::names::VALUE;
use crate::odata::path::ResourcePath;
use crate::request::options::RequestOptions;
use crate::request::sole_member::{ERROR, Sole, sole_member};

/// A successful answer, on its way to what the operation makes of it.
pub struct Answer<'h> {
    pub(crate) head: &'h http::response::Parts,
    pub(crate) body: Bytes,
    /// Where the request went.
    pub(crate) path: Option<ResourcePath>,
    /// The same where it followed a relationship.
    pub(crate) related: Option<ResourcePath>,
    /// The link that it followed, where it followed one.
    pub(crate) link: Option<String>,
    /// What it asked for.
    pub(crate) options: RequestOptions,
}

impl Answer<'_> {
    /// The text of the body; `None` where there is no content. A 204 has none, whatever stands in its body:
    /// documentation shows bodies that are none.
    pub(crate) fn text(&self) -> Result<Option<&str>, Error> {
        let body = without_mark(&self.body);
        let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
        match first {
            None => return Ok(None),
            _ if self.head.status == StatusCode::NO_CONTENT => return Ok(None),
            Some(b'{') => {}
            Some(_) => self.check_json(body)?,
        }
        text(body).map(Some)
    }

    #[cold]
    fn check_json(&self, body: &[u8]) -> Result<(), Error> {
        match foreign_body(&self.head.headers, body) {
            Some(what) => Err(Error::new(ErrorKind::Decode, format!("the body {what}"))),
            None => Ok(()),
        }
    }

    /// The text of a body that is an object of a type, which may declare some names. A body whose only member is
    /// another thing is refused: an error of the service, or a collection in the place of one object.
    pub(crate) fn object(&self, declares: impl Fn(&str) -> bool) -> Result<Option<&str>, Error> {
        let text = self.text()?;
        let is_foreign = |sole, first| match sole {
            Sole::Value => first == b'[' && !declares(VALUE),
            Sole::Error => first != b'n' && !declares(ERROR),
        };
        match text.and_then(|text| sole_member(text, is_foreign)) {
            Some((Sole::Value, _)) => {
                Err(Error::new(ErrorKind::Decode, "the answer is a collection, and one object was asked for"))
            }
            Some((Sole::Error, _)) => Err(self.service_error()),
            None => Ok(text),
        }
    }

    /// The text of a body that is no object of a type of its own: a page, a value, nothing. An error of the service is
    /// refused.
    pub(crate) fn content(&self) -> Result<Option<&str>, Error> {
        self.object(|name| name == VALUE)
    }

    /// No body is wanted; but a body must not be one that means no success: an error, half of an object, somebody's page. A
    /// word, such as `OK`, is none of these.
    pub(crate) fn nothing(&self) -> Result<(), Error> {
        let body = without_mark(&self.body).trim_ascii_start();
        let is_word = body.first().is_some_and(u8::is_ascii_alphanumeric) && body.is_ascii();
        if is_word {
            return Ok(());
        }
        match self.content()? {
            Some(text) => decode(text, |json| IgnoredAny::deserialize(json).map(drop)),
            None => Ok(()),
        }
    }

    #[cold]
    fn service_error(&self) -> Error {
        Error::of_service(self.head.status, &self.head.headers, &self.body)
    }

    /// Refuses 202: what was asked for is not there yet.
    pub(crate) fn check_done(&self) -> Result<(), Error> {
        if self.head.status == StatusCode::ACCEPTED { Err(self.accepted()) } else { Ok(()) }
    }

    /// Refuses 202 of a call, where the service says where to ask for the outcome. Without that, 202 is all that the
    /// service ever says of the call: of `sendMail`, for one.
    pub(crate) fn check_call_done(&self) -> Result<(), Error> {
        if self.head.headers.contains_key(header::LOCATION) { self.check_done() } else { Ok(()) }
    }

    /// Refuses 206 and 207 too: one change was asked for, and parts of it have outcomes of their own.
    pub(crate) fn check_changed(&self) -> Result<(), Error> {
        self.check_done()?;
        self.check_undivided()
    }

    /// Refuses 206 and 207.
    pub(crate) fn check_undivided(&self) -> Result<(), Error> {
        match self.head.status {
            StatusCode::PARTIAL_CONTENT | StatusCode::MULTI_STATUS => Err(self.unconfirmed()),
            _ => Ok(()),
        }
    }

    #[cold]
    fn accepted(&self) -> Error {
        let known = self.head.headers.contains_key(header::LOCATION);
        let next = if known { "ask for the outcome at its location" } else { "it does not say where to ask for it" };
        Error::new(ErrorKind::Accepted, format!("the service accepted the request and has not carried it out; {next}"))
    }

    #[cold]
    fn unconfirmed(&self) -> Error {
        let status = self.head.status;
        Error::new(ErrorKind::Unconfirmed, format!("the service answered {status}, which confirms no single change"))
    }

    /// The link to a next page, so that it can be followed; `None` where there is none. One that is a query alone is
    /// relative to the URL that was asked.
    ///
    /// Source: RFC 3986, section 5.2.2.
    pub(crate) fn next_link(&self, link: Option<String>) -> Option<String> {
        let link = link.filter(|link| !link.trim().is_empty())?;
        if !link.starts_with('?') {
            return Some(link);
        }
        let asked = self.path.as_ref().or(self.related.as_ref()).and_then(|path| path.as_str().ok());
        let asked = self.link.as_deref().or(asked.map(|path| path.trim_start_matches('/')));
        Some(match asked {
            Some(asked) => format!("{}{link}", asked.split('?').next().unwrap_or_default()),
            None => link,
        })
    }

    /// The tag in the body wins over the header's.
    pub(crate) fn etag_or_header(&self, etag: Option<ETag>) -> Option<ETag> {
        let header = || self.head.headers.get(header::ETAG).map(ETag::of_header);
        etag.filter(ETag::is_version).or_else(|| header().filter(ETag::is_version))
    }

    pub(crate) fn request_id(&self) -> Option<Arc<str>> {
        self.header(&REQUEST_ID).map(Arc::from)
    }

    pub(crate) fn header(&self, name: &HeaderName) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }
}
