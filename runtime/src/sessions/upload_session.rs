//! A place to upload to, in parts: what `createUploadSession` gives.

use core::fmt;
use std::collections::BTreeMap;

use http::Uri;
use serde_json::Value;

use crate::edm::DateTimeOffset;
use crate::error::{Error, ErrorKind, without_mark};
use crate::request::answer::Answer;
use crate::response::output::CallOutput;
use crate::text::half_pairs;

/// A place to upload a file to, in parts: what the actions called `createUploadSession` give.
///
/// Its URL is a secret: whoever has it may upload. It takes no token.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{At, Bytes, Client, Error, Fetched, GraphAction, GraphComplex, GraphResource, HttpClient};
/// # use graph_resource::sessions::{Upload, UploadSession};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/me/drive/items/<id>")]
/// # pub struct DriveItem { pub id: String, pub name: Option<String> }
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct CreateUploadSession {
///     pub defer_commit: Option<bool>,
/// }
///
/// impl GraphAction for CreateUploadSession {
///     type On = At<DriveItem>;
///     type Output = UploadSession;
///     const NAME: &'static str = "createUploadSession";
/// }
///
/// # async fn example<T: HttpClient>(client: Client<T>, content: Bytes) -> Result<(), Error> {
/// let begin = DriveItem::at("01BYE5RZ").invoke(CreateUploadSession { defer_commit: None });
/// let mut upload = Upload::new(client.send(begin).await?, content.len() as u64);
/// let uploaded = loop {
///     // What has arrived is not sent again.
///     match client.upload(&mut upload, content.clone()).await {
///         Err(error) if error.is_retryable() => continue,
///         outcome => break outcome?,
///     }
/// };
/// let item: Fetched<DriveItem> = uploaded.read()?;
/// # Ok(()) }
/// ```
///
/// Source: Microsoft Graph, "driveItem: createUploadSession", "attach large files to Outlook messages".
#[derive(Clone, PartialEq)]
pub struct UploadSession {
    url: Uri,
    expires: Option<DateTimeOffset>,
}

impl UploadSession {
    /// A session that was begun before, of the URL that was kept.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Path`]: the URL is not absolute, or not of http or https.
    pub fn from_url(url: &str) -> Result<Self, Error> {
        Ok(Self { url: absolute(url)?, expires: None })
    }

    /// The URL, to keep it where secrets are kept. Neither `Debug` nor an error shows it.
    #[must_use]
    pub fn expose_url(&self) -> String {
        self.url.to_string()
    }

    /// When the session expires, where the service says so. With each part that arrives, it may be later.
    #[must_use]
    pub fn expires(&self) -> Option<&DateTimeOffset> {
        self.expires.as_ref()
    }

    pub(crate) fn url(&self) -> &Uri {
        &self.url
    }

    fn of_answer(body: &[u8]) -> Result<Self, Error> {
        let object = object(body)?;
        let url = text(&object, "uploadurl").ok_or_else(|| {
            Error::new(ErrorKind::Decode, "the answer is no upload session: it has no URL").at("uploadUrl".to_owned())
        })?;
        Ok(Self {
            url: absolute(url)?,
            expires: text(&object, "expirationdatetime").and_then(|text| text.parse().ok()),
        })
    }
}

impl CallOutput for UploadSession {
    fn read(answer: Answer<'_>) -> Result<Self, Error> {
        answer.check_call_done()?;
        // An error of the service is one, whatever the status.
        answer.object(|_| false)?;
        Self::of_answer(&answer.body)
    }
}

impl fmt::Debug for UploadSession {
    /// Shows no URL: it is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadSession").field("expires", &self.expires).finish_non_exhaustive()
    }
}

/// An absolute URL that is good by itself.
pub(crate) fn absolute(url: &str) -> Result<Uri, Error> {
    // The reason is left out: it may show the URL.
    let uri: Option<Uri> = url.trim().parse().ok();
    uri.filter(|uri| matches!(uri.scheme_str(), Some("https" | "http")) && uri.host().is_some())
        .ok_or_else(|| Error::new(ErrorKind::Path, "the service's link is no absolute URL"))
}

/// The members of an object, by their names in lower case: services do not agree on their case.
pub(crate) fn object(body: &[u8]) -> Result<BTreeMap<String, Value>, Error> {
    let object: BTreeMap<String, Value> = half_pairs::read(without_mark(body))
        .map_err(|error| Error::because(ErrorKind::Decode, "the answer is no JSON object", error))?;
    Ok(object.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect())
}

pub(crate) fn text<'o>(object: &'o BTreeMap<String, Value>, name: &str) -> Option<&'o str> {
    object.get(name)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::UploadSession;
    use crate::error::ErrorKind;

    #[test]
    fn a_session_is_read_in_either_case_and_shows_no_url() {
        let url = "https://sn3302.up.1drv.com/up/fe6987415ace7X4e1eF866337?sig=secret";
        for body in [
            format!(
                r#"{{"uploadUrl":"{url}","expirationDateTime":"2026-01-29T09:21:55.523Z","nextExpectedRanges":["0-"]}}"#
            ),
            format!(r#"{{"@odata.context":"x","UploadUrl":"{url}","ExpirationDateTime":"2026-01-29T09:21:55.523Z"}}"#),
        ] {
            let session = UploadSession::of_answer(body.as_bytes()).unwrap();
            assert_eq!(session.expose_url(), url);
            assert_eq!(session.expires().unwrap().to_string(), "2026-01-29T09:21:55.523Z");
            let shown = format!("{session:?}");
            assert!(!shown.contains("1drv") && !shown.contains("secret"), "{shown}");
        }
    }

    #[test]
    fn what_is_no_session_is_refused_without_its_url() {
        for (body, kind) in [
            ("{}", ErrorKind::Decode),
            ("[]", ErrorKind::Decode),
            (r#"{"uploadUrl":7}"#, ErrorKind::Decode),
            (r#"{"uploadUrl":"/up/secret"}"#, ErrorKind::Path),
            (r#"{"uploadUrl":"ftp://x/secret"}"#, ErrorKind::Path),
            (r#"{"uploadUrl":"https://secret secret/"}"#, ErrorKind::Path),
        ] {
            let error = UploadSession::of_answer(body.as_bytes()).unwrap_err();
            assert_eq!(error.kind(), kind, "{body}");
            assert!(!format!("{error:?} {error}").contains("secret"), "{error:?}");
        }
    }
}
