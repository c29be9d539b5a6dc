//! Upload sessions: a file in ranges, one after another.
//!
//! Source: Microsoft Graph, "driveItem: createUploadSession" (ranges, 320 KiB, 60 MiB, status codes).

use bytes::Bytes;
use http::header::CONTENT_RANGE;
use http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::errors::Refusal;
use crate::operation::Called;
use crate::service::Reply;

/// Each range but the last has a multiple of so many bytes.
const UNIT: u64 = 327_680;

/// A range has fewer bytes than this.
const MOST: u64 = 60 * 1024 * 1024;

/// How a service writes what it expects next in an upload session.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum UploadStyle {
    /// `"nextExpectedRanges":["26-"]`. The default, as `OneDrive` writes it.
    #[default]
    OpenRanges,
    /// `"nextExpectedRanges":["26-127"]`, once the length is known.
    ClosedRanges,
    /// `"NextExpectedRanges":["26-"]` and `"ExpirationDateTime"`, as Outlook writes them.
    Capitalised,
}

/// A session that has begun.
#[derive(Debug)]
pub(crate) struct Upload {
    /// The call that is answered when all has come.
    pub(crate) called: Called,
    pub(crate) received: Vec<u8>,
    pub(crate) total: Option<u64>,
    pub(crate) style: UploadStyle,
    pub(crate) expires: String,
}

pub(crate) enum Received {
    Reply(Reply),
    Cancelled,
    Complete(Box<Called>),
}

impl Upload {
    /// What is told of the session.
    pub(crate) fn state(&self) -> Value {
        let start = self.received.len();
        let range = match (self.style, self.total) {
            (UploadStyle::ClosedRanges, Some(total)) => format!("{start}-{}", total.saturating_sub(1)),
            _ => format!("{start}-"),
        };
        match self.style {
            UploadStyle::Capitalised => json!({"ExpirationDateTime": self.expires, "NextExpectedRanges": [range]}),
            _ => json!({"expirationDateTime": self.expires, "nextExpectedRanges": [range]}),
        }
    }

    pub(crate) fn answer(&mut self, request: &Request<Bytes>) -> Result<Received, Refusal> {
        match *request.method() {
            Method::GET => Ok(Received::Reply(Reply::new(StatusCode::OK, Some(self.state())))),
            Method::DELETE => Ok(Received::Cancelled),
            Method::PUT => self.receive(request),
            _ => Err(Refusal::method_not_allowed("GET, PUT, DELETE")),
        }
    }

    fn receive(&mut self, request: &Request<Bytes>) -> Result<Received, Refusal> {
        let text = request.headers().get(CONTENT_RANGE).and_then(|value| value.to_str().ok());
        let (start, end, total) = text
            .and_then(range)
            .ok_or_else(|| Refusal::bad_request("a part needs the header 'Content-Range: bytes first-last/length'"))?;
        let length = end - start + 1;
        if u64::try_from(request.body().len()) != Ok(length) {
            return Err(Refusal::bad_request(format!("the range has {length} bytes, and the body another number")));
        }
        if self.total.is_some_and(|known| known != total) {
            return Err(Refusal::bad_request("the length of the whole cannot change within a session"));
        }
        if length >= MOST {
            return Err(Refusal::bad_request("a part must have fewer than 60 MiB"));
        }
        if end + 1 < total && !length.is_multiple_of(UNIT) {
            return Err(Refusal::bad_request("each part but the last must have a multiple of 320 KiB (327680 bytes)"));
        }
        if u64::try_from(self.received.len()) != Ok(start) {
            let message = format!("the part does not begin at byte {}", self.received.len());
            return Err(Refusal::new(StatusCode::RANGE_NOT_SATISFIABLE, "invalidRange", message));
        }
        self.total = Some(total);
        self.received.extend_from_slice(request.body());
        if end + 1 < total {
            return Ok(Received::Reply(Reply::new(StatusCode::ACCEPTED, Some(self.state()))));
        }
        let mut called = self.called.clone();
        called.content = core::mem::take(&mut self.received).into();
        Ok(Received::Complete(Box::new(called)))
    }
}

/// `bytes 0-25/128`: the first byte, the last one, and the length of the whole.
fn range(text: &str) -> Option<(u64, u64, u64)> {
    let (range, total) = text.strip_prefix("bytes ")?.split_once('/')?;
    let (start, end) = range.split_once('-')?;
    let number = |text: &str| text.parse::<u64>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (start, end, total) = (number(start)?, number(end)?, number(total)?);
    (start <= end && end < total).then_some((start, end, total))
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn ranges() {
        assert_eq!(range("bytes 0-25/128"), Some((0, 25, 128)));
        for text in
            ["", "0-25/128", "bytes 26-25/128", "bytes 0-128/128", "bytes */128", "bytes 0-25/*", "bytes +0-25/128"]
        {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
