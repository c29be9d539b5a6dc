//! An operation that goes on after the answer to its request.

use core::fmt;
use core::time::Duration;
use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::LOCATION;
use http::{StatusCode, Uri};
use serde_json::Value;

use crate::error::{Error, ErrorKind, retry_after};
use crate::odata::base_url::{AsBaseUrl, is_absolute};
use crate::request::link::own_link;
use crate::response::output::CallOutput;
use crate::sessions::upload::read;
use crate::sessions::upload_session::{absolute, object, text};

/// The wait before the service is asked again, where it says none: it doubles up to the longest.
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);

/// An operation that goes on after its request was answered with 202: a value that says where to ask for the outcome, and
/// is told the answers.
///
/// [`Client::finish`](crate::Client::finish) asks to the end. The URL of a monitor is a secret, which neither `Debug` nor
/// an error shows; at another origin than the service's it takes no token.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{At, Client, Error, ErrorKind, GraphAction, GraphComplex, GraphResource, HttpClient};
/// # use graph_resource::sessions::Monitor;
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/me/drive/items/<id>")]
/// # pub struct DriveItem { pub id: String, pub name: Option<String> }
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Copy {
///     pub name: String,
/// }
///
/// impl GraphAction for Copy {
///     type On = At<DriveItem>;
///     type Output = ();
///     const NAME: &'static str = "copy";
/// }
///
/// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
/// let copy = DriveItem::at("01BYE5RZ").invoke(Copy { name: "new.txt".into() });
/// if let Err(error) = client.send(copy).await {
///     let mut monitor = Monitor::of(&error).ok_or(error)?;
///     let finished = client.finish(&mut monitor).await?;
///     println!("copied to {:?}", finished.resource_id());
/// }
/// # Ok(()) }
/// ```
///
/// Source: Microsoft Graph, "working with long running actions", "long running operations" of the API guidelines.
#[derive(Clone)]
pub struct Monitor {
    location: String,
    /// How long to wait before it is asked.
    wait: Duration,
    /// The same, where the service says nothing.
    pause: Duration,
    percentage: Option<f64>,
    finished: Option<Finished>,
}

impl Monitor {
    /// The operation that a request was accepted for; `None` where the error is another one, or says no location.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        let location = error.location().filter(|_| error.kind() == ErrorKind::Accepted)?;
        Some(Self { wait: error.retry_after().unwrap_or(Duration::ZERO), ..Self::at(location) })
    }

    /// The operation at this URL, absolute or below the service's origin: one that was kept.
    #[must_use]
    pub fn at(location: &str) -> Self {
        Self {
            location: location.trim().to_owned(),
            wait: Duration::ZERO,
            pause: FIRST,
            percentage: None,
            finished: None,
        }
    }

    /// The URL, to keep it where secrets are kept.
    #[must_use]
    pub fn expose_url(&self) -> &str {
        &self.location
    }

    /// How far the operation is, from 0 to 100, where the service says so.
    #[must_use]
    pub fn percentage(&self) -> Option<f64> {
        self.percentage
    }

    /// How long to wait before the operation is asked for again: what the service says, or else longer each time.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// The outcome; `None` as long as the operation runs.
    #[must_use]
    pub fn finished(&self) -> Option<&Finished> {
        self.finished.as_ref()
    }

    /// The request that asks for the outcome, without a token: it takes one at the origin of `base` alone.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Path`]: the location is no URL.
    pub fn ask<B: AsBaseUrl + ?Sized>(&self, base: &B) -> Result<http::Request<Bytes>, Error> {
        let base = base.as_base_url()?;
        let uri: Uri = if is_absolute(&self.location) {
            absolute(&self.location)?
        } else {
            // Its reason may show the URL.
            own_link(&base, &self.location)
                .map_err(|error| Error::new(error.kind(), "the operation's location is no URL"))?
        };
        let mut request = http::Request::new(Bytes::new());
        *request.uri_mut() = uri;
        Ok(request)
    }

    /// Takes the answer.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Service`]: the operation has failed, as the service's error says; or its outcome is not known any
    /// more.
    pub fn answered(&mut self, answer: http::Response<Bytes>) -> Result<(), Error> {
        let status = answer.status();
        let is_redirect = status.is_redirection() && answer.headers().contains_key(LOCATION);
        if !status.is_success() && !is_redirect {
            return Err(Error::of_service(status, answer.headers(), answer.body()));
        }
        let object = object(answer.body()).unwrap_or_default();
        self.percentage = object.get("percentagecomplete").and_then(Value::as_f64).or(self.percentage);
        let is_over = match text(&object, "status").map(State::of) {
            Some(State::Failed) => return Err(Error::of_service(status, answer.headers(), answer.body())),
            Some(State::Succeeded) => true,
            Some(State::Running) => false,
            // An entity may have a status that is none of an operation.
            Some(State::Unknown) | None => status != StatusCode::ACCEPTED,
        };
        if is_over {
            self.finished = Some(Finished { answer, object });
            return Ok(());
        }
        self.wait = retry_after(answer.headers()).unwrap_or(self.pause);
        self.pause = self.pause.saturating_mul(2).min(LONGEST);
        Ok(())
    }
}

/// What the status of an operation says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    Running,
    Succeeded,
    Failed,
    Unknown,
}

impl State {
    fn of(status: &str) -> Self {
        match &*status.to_ascii_lowercase() {
            "notstarted" | "running" | "inprogress" | "updating" | "waiting" | "pending" | "queued"
            | "deletepending" => Self::Running,
            "completed" | "succeeded" | "success" => Self::Succeeded,
            "failed" | "deletefailed" | "cancelled" | "canceled" => Self::Failed,
            _ => Self::Unknown,
        }
    }
}

/// How a long-running operation ended well.
#[derive(Clone)]
pub struct Finished {
    answer: http::Response<Bytes>,
    object: BTreeMap<String, Value>,
}

impl Finished {
    /// The id of what came out of it, where the service says so: `resourceId`.
    #[must_use]
    pub fn resource_id(&self) -> Option<&str> {
        text(&self.object, "resourceid").or_else(|| text(&self.object, "targetresourceid"))
    }

    /// Where it is: the `Location` of a 303, or `resourceLocation`. It may lead to another origin, where no token belongs.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        let header = self.answer.headers().get(LOCATION).and_then(|location| location.to_str().ok());
        let named = ["resourcelocation", "targetresourcelocation"].iter().find_map(|name| text(&self.object, name));
        header.or(named)
    }

    /// The last answer as what it is of: a resource, or a complex type.
    ///
    /// # Errors
    ///
    /// As of [`Request::parse`](crate::Request::parse).
    pub fn read<O: CallOutput>(self) -> Result<O, Error> {
        read(self.answer)
    }
}

impl fmt::Debug for Finished {
    /// The status; shows no URL and no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Finished").field(&self.answer.status()).finish()
    }
}

impl fmt::Debug for Monitor {
    /// How far it is; shows no URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Monitor")
            .field("percentage", &self.percentage)
            .field("wait", &self.wait)
            .field("finished", &self.finished)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use bytes::Bytes;

    use super::{LONGEST, Monitor};
    use crate::error::ErrorKind;

    const BASE: &str = "https://graph.microsoft.com/v1.0";

    fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<Bytes> {
        let answer = http::Response::builder().status(status);
        let answer = headers.iter().fold(answer, |answer, (name, value)| answer.header(*name, *value));
        answer.body(Bytes::copy_from_slice(body.as_bytes())).unwrap()
    }

    #[test]
    fn an_operation_is_asked_for_until_it_ends() {
        let mut monitor = Monitor::at("https://api.onedrive.com/monitor/secret");
        assert_eq!(monitor.ask(BASE).unwrap().uri(), "https://api.onedrive.com/monitor/secret");
        monitor
            .answered(answer(202, &[("retry-after", "7")], r#"{"status":"inProgress","percentageComplete":27.5}"#))
            .unwrap();
        assert_eq!((monitor.wait(), monitor.percentage()), (Duration::from_secs(7), Some(27.5)));
        monitor.answered(answer(200, &[], r#"{"status":"running"}"#)).unwrap();
        assert_eq!(monitor.wait(), Duration::from_secs(2));
        for _ in 0..9 {
            monitor.answered(answer(202, &[], "")).unwrap();
        }
        assert_eq!((monitor.wait(), monitor.finished().is_none()), (LONGEST, true));
        monitor.answered(answer(202, &[], r#"{"status":"completed","resourceId":"01"}"#)).unwrap();
        assert_eq!(monitor.finished().unwrap().resource_id(), Some("01"));
        assert!(!format!("{monitor:?}").contains("secret"));
    }

    #[test]
    fn it_ends_in_a_redirect_or_in_the_resource_itself() {
        let ended = |answer| {
            let mut monitor = Monitor::at("/v1.0/teams('1')/operations('2')");
            assert_eq!(monitor.ask(BASE).unwrap().uri().path(), "/v1.0/teams('1')/operations('2')");
            monitor.answered(answer).unwrap();
            monitor.finished().cloned()
        };
        let finished = ended(answer(303, &[("location", "https://x/y")], "")).unwrap();
        assert_eq!(finished.location(), Some("https://x/y"));
        let finished = ended(answer(200, &[], r#"{"status":"succeeded","resourceLocation":"/x"}"#)).unwrap();
        assert_eq!(finished.location(), Some("/x"));
        for body in ["{}", r#"{"id":"1","status":"active"}"#, "", r#"{"status":7}"#] {
            assert!(ended(answer(200, &[], body)).is_some(), "{body}");
        }
        assert!(ended(answer(202, &[], r#"{"status":"active"}"#)).is_none());
    }

    #[test]
    fn a_failure_says_why() {
        let mut monitor = Monitor::at("https://x/secret");
        let body = r#"{"status":"failed","error":{"code":"nameAlreadyExists","message":"m"}}"#;
        let error = monitor.answered(answer(200, &[], body)).unwrap_err();
        assert_eq!((error.kind(), error.code()), (ErrorKind::Service, Some("nameAlreadyExists")));
        let error = monitor.answered(answer(404, &[], "")).unwrap_err();
        assert!(error.is_not_found() && !format!("{error:?}").contains("secret"));
        let error = monitor.answered(answer(200, &[], r#"{"status":"cancelled"}"#)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        for location in ["", "?x", "ftp://secret/", "https:///secret"] {
            let error = Monitor::at(location).ask(BASE).unwrap_err();
            assert!(!format!("{error:?}").contains("secret"), "{error:?}");
        }
    }
}
