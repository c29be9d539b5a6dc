//! A file on its way, part by part.

use core::fmt;
use core::ops::Range;

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_RANGE, LOCATION};
use serde_json::Value;

use crate::error::{Error, ErrorKind};
use crate::request::answer::Answer;
use crate::request::options::RequestOptions;
use crate::response::output::CallOutput;
use crate::sessions::upload_session::{UploadSession, object};

/// Each part but the last has a multiple of so many bytes: 320 KiB.
const UNIT: u64 = 327_680;
/// The most units that a part may have: it has less than 60 MiB.
const MOST: u64 = 191;
/// 5 MiB.
const DEFAULT: u64 = 16;
/// So many answers in a row that expect nothing new end an upload.
const STALLS: u32 = 5;

/// A file on its way to an [`UploadSession`], part by part: a value that says what is sent next, and is told the answers.
///
/// [`Client::upload`](crate::Client::upload) drives it. Where that fails, it goes on with what the service has not got,
/// and so it does in another process, by [`Upload::resume`].
///
/// # Examples
///
/// With any HTTP library, without a client:
///
/// ```
/// use graph_resource::sessions::{Upload, UploadSession, UploadStep};
/// use graph_resource::{Bytes, Error, http};
///
/// # fn example(send: impl Fn(http::Request<Bytes>) -> http::Response<Bytes>, content: Bytes) -> Result<(), Error> {
/// let session = UploadSession::from_url("https://sn3302.up.1drv.com/up/fe6987415ace")?;
/// let mut upload = Upload::new(session, content.len() as u64);
/// loop {
///     let request = match upload.step() {
///         UploadStep::Send(range) => upload.part(range.clone(), content.slice(range.start as usize..range.end as usize))?,
///         UploadStep::Ask => upload.ask(),
///         UploadStep::Done => break,
///     };
///     upload.answered(send(request))?;
/// }
/// # Ok(()) }
/// ```
///
/// Source: Microsoft Graph, "driveItem: createUploadSession".
#[derive(Clone)]
pub struct Upload {
    session: UploadSession,
    size: u64,
    /// How many bytes a part has at most.
    part: u64,
    /// What the service wants next; `None` where it is to be asked.
    expected: Option<Range<u64>>,
    /// The part that is on its way.
    sent: Option<Range<u64>>,
    /// Whether the answer to the last part was lost.
    may_be_done: bool,
    stalls: u32,
    uploaded: Option<Uploaded>,
}

/// What an [`Upload`] does next.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum UploadStep {
    /// Send these bytes: [`Upload::part`].
    Send(Range<u64>),
    /// Ask what has arrived: [`Upload::ask`].
    Ask,
    /// Nothing: all has arrived.
    Done,
}

impl Upload {
    /// An upload of a file of this size, in bytes, to a session that has just begun.
    #[must_use]
    pub fn new(session: UploadSession, size: u64) -> Self {
        Self {
            session,
            size,
            part: DEFAULT * UNIT,
            expected: Some(0..size),
            sent: None,
            may_be_done: false,
            stalls: 0,
            uploaded: None,
        }
    }

    /// The same to a session in which some has arrived already: it is asked first.
    #[must_use]
    pub fn resume(session: UploadSession, size: u64) -> Self {
        Self { expected: None, ..Self::new(session, size) }
    }

    /// How many bytes a part has at most: 5 MiB by default. It is made a multiple of 320 KiB, from 320 KiB to less than
    /// 60 MiB.
    #[must_use]
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.part = (bytes / UNIT).clamp(1, MOST) * UNIT;
        self
    }

    /// The session.
    #[must_use]
    pub fn session(&self) -> &UploadSession {
        &self.session
    }

    /// The size of the file, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How many bytes, from the first on, have arrived; `None` where the service is to be asked.
    #[must_use]
    pub fn arrived(&self) -> Option<u64> {
        if self.uploaded.is_some() { Some(self.size) } else { self.expected.as_ref().map(|range| range.start) }
    }

    /// What is to be done next.
    #[must_use]
    pub fn step(&self) -> UploadStep {
        match &self.expected {
            _ if self.uploaded.is_some() => UploadStep::Done,
            None => UploadStep::Ask,
            Some(range) => UploadStep::Send(range.start..range.end.min(range.start.saturating_add(self.part))),
        }
    }

    /// The request that sends a part. It takes no token.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Encode`]: the range is empty or beyond the file, or the content has another length.
    pub fn part(&mut self, range: Range<u64>, content: Bytes) -> Result<http::Request<Bytes>, Error> {
        if range.is_empty() || range.end > self.size || content.len() as u64 != range.end - range.start {
            return Err(Error::new(ErrorKind::Encode, "the content of a part has another length than its range"));
        }
        let mut request = self.request(http::Method::PUT, content);
        if let Ok(range) = format!("bytes {}-{}/{}", range.start, range.end - 1, self.size).parse() {
            request.headers_mut().insert(CONTENT_RANGE, range);
        }
        self.sent = Some(range);
        Ok(request)
    }

    /// The request that asks what has arrived. It takes no token.
    #[must_use]
    pub fn ask(&self) -> http::Request<Bytes> {
        self.request(http::Method::GET, Bytes::new())
    }

    /// The request that gives the upload up, so that the service forgets what has arrived. It takes no token.
    #[must_use]
    pub fn cancel(&self) -> http::Request<Bytes> {
        self.request(http::Method::DELETE, Bytes::new())
    }

    fn request(&self, method: http::Method, content: Bytes) -> http::Request<Bytes> {
        let mut request = http::Request::new(content);
        (*request.method_mut(), *request.uri_mut()) = (method, self.session.url().clone());
        request
    }

    /// There was no answer, or one that says nothing of the upload: the service is asked what has arrived.
    pub fn lost(&mut self) {
        self.may_be_done |= self.sent.take().is_some_and(|sent| sent.end == self.size);
        self.expected = None;
    }

    /// The same where a part is on its way of which no answer will come.
    pub(crate) fn drop_sent(&mut self) {
        if self.sent.is_some() {
            self.lost();
        }
    }

    /// Takes an answer.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Service`]: the service refuses it; 404 says that the session is gone. The service may be asked again.
    /// - [`ErrorKind::Unconfirmed`]: the session is gone after the answer to the last part was lost. The file may be there.
    /// - [`ErrorKind::Decode`]: the answer is none of an upload session, or it expects the same part again and again.
    pub fn answered(&mut self, answer: http::Response<Bytes>) -> Result<(), Error> {
        let (status, sent) = (answer.status(), self.sent.clone());
        let is_last = sent.as_ref().is_some_and(|sent| sent.end == self.size);
        let taken = match (status, sent) {
            // Some of it is there already.
            (StatusCode::RANGE_NOT_SATISFIABLE, Some(_)) => {
                self.lost();
                self.stalled()
            }
            (StatusCode::OK, sent) if !is_last => self.expect(answer.body(), sent),
            (StatusCode::ACCEPTED, sent) => self.expect(answer.body(), sent),
            (StatusCode::NOT_FOUND, None) if self.may_be_done => Err(Error::new(
                ErrorKind::Unconfirmed,
                "the upload session is gone, and so is the answer to its last part; the file may be there",
            )),
            (status, Some(_)) if status.is_success() => {
                self.uploaded = Some(Uploaded(answer));
                return Ok(());
            }
            _ => {
                let error = Error::of_service(status, answer.headers(), answer.body());
                self.lost();
                return Err(error);
            }
        };
        self.sent = None;
        taken.map_err(|error| error.of_answer(status, answer.headers()))
    }

    /// Takes what the service wants next, after it was sent a part, or was asked.
    fn expect(&mut self, body: &[u8], sent: Option<Range<u64>>) -> Result<(), Error> {
        let expected = next_range(body, self.size)?;
        let Some(sent) = sent else {
            self.expected = expected;
            return if self.expected.is_some() { Ok(()) } else { self.stalled() };
        };
        self.expected = expected.or_else(|| (sent.end < self.size).then_some(sent.end..self.size));
        match &self.expected {
            Some(expected) if expected.start > sent.start => {
                self.stalls = 0;
                Ok(())
            }
            _ => self.stalled(),
        }
    }

    fn stalled(&mut self) -> Result<(), Error> {
        self.stalls += 1;
        if self.stalls > STALLS {
            return Err(Error::new(ErrorKind::Decode, "the upload session expects the same part again and again"));
        }
        Ok(())
    }

    /// What the service answered to the last part; `None` until then.
    #[must_use]
    pub fn uploaded(&self) -> Option<&Uploaded> {
        self.uploaded.as_ref()
    }
}

/// The range that the service wants first: `"26-"`, or `"26-127"`. `None` where it names none.
fn next_range(body: &[u8], size: u64) -> Result<Option<Range<u64>>, Error> {
    if body.trim_ascii().is_empty() {
        return Ok(None);
    }
    let object = object(body)?;
    let Some(Value::Array(ranges)) = object.get("nextexpectedranges") else { return Ok(None) };
    let read = |range: &Value| {
        let (start, end) = range.as_str()?.trim().split_once('-')?;
        let start = start.trim().parse::<u64>().ok()?;
        let end = match end.trim() {
            "" => size,
            end => end.parse::<u64>().ok()?.checked_add(1)?.min(size),
        };
        (start < end).then_some(start..end)
    };
    let mut first: Option<Range<u64>> = None;
    for range in ranges {
        let range = read(range).ok_or_else(|| {
            let error = Error::new(ErrorKind::Decode, "a range of the upload session is none of the file");
            error.at("nextExpectedRanges".to_owned())
        })?;
        if first.as_ref().is_none_or(|first| range.start < first.start) {
            first = Some(range);
        }
    }
    Ok(first)
}

/// What the service answered to the last part of an upload.
#[derive(Clone)]
pub struct Uploaded(http::Response<Bytes>);

impl Uploaded {
    pub(crate) fn status(&self) -> StatusCode {
        self.0.status()
    }

    /// `Location`: where the file is, where the service says so.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.0.headers().get(LOCATION)?.to_str().ok()
    }

    /// The answer as what it is of: `Fetched<DriveItem>`, or `()` where nothing of it is wanted.
    ///
    /// # Errors
    ///
    /// As of [`Request::parse`](crate::Request::parse).
    pub fn read<O: CallOutput>(self) -> Result<O, Error> {
        read(self.0)
    }
}

/// Reads an answer of a 2xx status that came from elsewhere.
pub(crate) fn read<O: CallOutput>(answer: http::Response<Bytes>) -> Result<O, Error> {
    let (head, body) = answer.into_parts();
    let read = Answer { head: &head, body, path: None, related: None, link: None, options: RequestOptions::default() };
    O::read(read).map_err(|error| error.of_answer(head.status, &head.headers))
}

impl fmt::Debug for Uploaded {
    /// The status; shows no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Uploaded").field(&self.0.status()).finish()
    }
}

impl fmt::Debug for Upload {
    /// How far it is; shows no URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("size", &self.size)
            .field("arrived", &self.arrived())
            .field("step", &self.step())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use proptest::prelude::*;

    use super::{UNIT, Upload, UploadStep, next_range};
    use crate::error::ErrorKind;
    use crate::sessions::upload_session::UploadSession;

    fn upload(size: u64) -> Upload {
        Upload::new(UploadSession::from_url("https://up.example/secret").unwrap(), size).part_size(UNIT)
    }

    fn answer(status: u16, body: &str) -> http::Response<Bytes> {
        http::Response::builder().status(status).body(Bytes::copy_from_slice(body.as_bytes())).unwrap()
    }

    fn send(upload: &mut Upload) -> http::Request<Bytes> {
        match upload.step() {
            UploadStep::Send(range) => {
                let length = usize::try_from(range.end - range.start).unwrap();
                upload.part(range, vec![0; length].into()).unwrap()
            }
            step => panic!("{step:?}"),
        }
    }

    #[test]
    fn ranges_are_open_or_closed_and_in_either_case() {
        let range = |text: &str| next_range(text.as_bytes(), 100).map_err(|error| error.kind());
        assert_eq!(range(r#"{"nextExpectedRanges":["26-"]}"#), Ok(Some(26..100)));
        assert_eq!(range(r#"{"NextExpectedRanges":["26-49"]}"#), Ok(Some(26..50)));
        assert_eq!(
            range(r#"{"nextExpectedRanges":["50-200","10-19"," 30 - "]}"#),
            Ok(Some(10..20)),
            "the first of them"
        );
        for none in ["", " ", "{}", r#"{"nextExpectedRanges":[]}"#, r#"{"nextExpectedRanges":null}"#] {
            assert_eq!(range(none), Ok(None), "{none}");
        }
        for broken in [
            "<html>",
            "[]",
            r#"{"nextExpectedRanges":["x-"]}"#,
            r#"{"nextExpectedRanges":["5"]}"#,
            r#"{"nextExpectedRanges":["7-5"]}"#,
            r#"{"nextExpectedRanges":["100-"]}"#,
            r#"{"nextExpectedRanges":["18446744073709551615-18446744073709551615"]}"#,
            r#"{"nextExpectedRanges":["0-99999999999999999999"]}"#,
            r#"{"nextExpectedRanges":[5]}"#,
        ] {
            assert_eq!(range(broken), Err(ErrorKind::Decode), "{broken}");
        }
    }

    #[test]
    fn part_sizes_are_multiples_of_320_kib_below_60_mib() {
        for (asked, expected) in [(0, UNIT), (UNIT + 1, UNIT), (5 << 20, 5 << 20), (u64::MAX, 62_586_880)] {
            let upload = upload(u64::MAX).part_size(asked);
            assert_eq!(upload.step(), UploadStep::Send(0..expected), "{asked}");
        }
        assert_eq!(upload(UNIT).step(), UploadStep::Send(0..UNIT));
    }

    #[test]
    fn a_part_has_its_range_and_no_token() {
        let mut upload = upload(UNIT + 1);
        let request = send(&mut upload);
        assert_eq!(request.headers().len(), 1);
        assert_eq!(request.headers()["content-range"], "bytes 0-327679/327681");
        upload.answered(answer(202, r#"{"nextExpectedRanges":["327680-"]}"#)).unwrap();
        assert_eq!((upload.arrived(), upload.step()), (Some(UNIT), UploadStep::Send(UNIT..UNIT + 1)));
        let request = send(&mut upload);
        assert_eq!(request.headers()["content-range"], "bytes 327680-327680/327681");
        upload.answered(answer(201, r#"{"id":"1"}"#)).unwrap();
        assert_eq!((upload.step(), upload.arrived()), (UploadStep::Done, Some(UNIT + 1)));
        assert!(upload.uploaded().unwrap().clone().read::<()>().is_ok());
        assert!(!format!("{upload:?}").contains("secret"));
    }

    #[test]
    fn after_a_loss_the_service_is_asked_what_has_arrived() {
        let mut upload = upload(3 * UNIT);
        drop(send(&mut upload));
        upload.lost();
        assert_eq!((upload.step(), upload.arrived()), (UploadStep::Ask, None));
        upload.answered(answer(200, r#"{"nextExpectedRanges":["327680-"]}"#)).unwrap();
        assert_eq!(upload.step(), UploadStep::Send(UNIT..2 * UNIT));
        drop(send(&mut upload));
        upload.answered(answer(416, "")).unwrap();
        assert_eq!(upload.step(), UploadStep::Ask);
        upload.answered(answer(200, r#"{"nextExpectedRanges":["655360-983039"]}"#)).unwrap();
        drop(send(&mut upload));
        upload.lost();
        let error = upload.answered(answer(404, "")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unconfirmed, "the last part may have arrived");
        let mut other = super::Upload::resume(upload.session().clone(), 3 * UNIT);
        assert_eq!(other.step(), UploadStep::Ask);
        assert!(other.answered(answer(404, "")).unwrap_err().is_not_found());
    }

    #[test]
    fn a_service_that_wants_the_same_again_and_again_is_left() {
        for (first, second) in [(202, r#"{"nextExpectedRanges":["0-"]}"#), (416, "")] {
            let mut upload = upload(3 * UNIT);
            let outcome = (0..20).try_for_each(|_| match upload.step() {
                UploadStep::Ask => upload.answered(answer(200, r#"{"nextExpectedRanges":["0-"]}"#)),
                _ => {
                    drop(send(&mut upload));
                    upload.answered(answer(first, second))
                }
            });
            assert_eq!(outcome.unwrap_err().kind(), ErrorKind::Decode);
        }
        let mut upload = Upload::resume(UploadSession::from_url("https://up.example/x").unwrap(), 9);
        assert!((0..20).any(|_| upload.answered(answer(200, "{}")).is_err()));
    }

    #[test]
    fn a_refused_part_is_an_error_and_the_upload_goes_on() {
        let mut upload = upload(2 * UNIT);
        drop(send(&mut upload));
        let error =
            upload.answered(answer(507, r#"{"error":{"code":"quotaLimitReached","message":"m"}}"#)).unwrap_err();
        assert_eq!((error.code(), upload.step()), (Some("quotaLimitReached"), UploadStep::Ask));
    }

    proptest! {
        /// A service that keeps what it gets, tells it in each way, and loses answers: each byte arrives once, in order.
        #[test]
        fn each_byte_arrives(
            units in 0_u64..7,
            rest in 1_u64..UNIT,
            part in 1_u64..4,
            faults in prop::collection::vec(0_u8..5, 1..60),
        ) {
            let size = units * UNIT + rest;
            let mut upload = upload(size).part_size(part * UNIT);
            let (mut received, mut faults) = (0, faults.into_iter().chain(std::iter::repeat(0)));
            loop {
                let range = match upload.step() {
                    UploadStep::Done => break,
                    UploadStep::Ask => None,
                    UploadStep::Send(range) => Some(range),
                };
                let fault = faults.next().unwrap();
                let state = |received: u64| match fault {
                    1 => format!(r#"{{"NextExpectedRanges":["{received}-{}"]}}"#, size - 1),
                    _ => format!(r#"{{"nextExpectedRanges":["{received}-"]}}"#),
                };
                let Some(range) = range else {
                    if fault == 2 { upload.lost(); } else { upload.answered(answer(200, &state(received))).unwrap(); }
                    continue;
                };
                let length = range.end - range.start;
                prop_assert!(length <= part * UNIT && (range.end == size || length % UNIT == 0));
                drop(upload.part(range.clone(), vec![0; usize::try_from(length).unwrap()].into()).unwrap());
                if fault == 3 {
                    upload.lost();
                    continue;
                }
                if range.start != received {
                    upload.answered(answer(416, "")).unwrap();
                    continue;
                }
                if fault == 2 && range.end < size {
                    received = range.end;
                    upload.lost();
                    continue;
                }
                received = range.end;
                let status = if received == size { 201 } else { 202 };
                let body = if fault == 4 && status == 202 { String::new() } else { state(received.min(size - 1)) };
                upload.answered(answer(status, &body)).unwrap();
            }
            prop_assert_eq!(received, size);
        }
    }
}
