//! Uploads, and operations that go on after their answer.

use core::ops::Range;
use std::time::Instant;

use bytes::Bytes;
use http::{Method, StatusCode};

use crate::client::client::Client;
use crate::client::exchange::unanswered;
use crate::client::http_client::HttpClient;
use crate::client::tokenless::as_a_call;
use crate::error::{Error, ErrorKind};
use crate::policy::retry::Course;
use crate::policy::token::BoxError;
use crate::request::repeat::Repeat;
use crate::sessions::monitor::{Finished, Monitor};
use crate::sessions::upload::{Upload, UploadStep, Uploaded};

impl<T: HttpClient> Client<T> {
    /// Uploads a file that is in memory, part by part; a part that is sent is not copied.
    ///
    /// After a failure that may pass, the service is asked what has arrived, and gets the rest: as often as the client's
    /// [`Retry`](crate::Retry) allows without progress. The URL of the session is sent no token.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Encode`]: the file is empty, or of another size than the upload. An empty one is put as a whole.
    /// - Those of [`Upload::answered`]; [`ErrorKind::Transport`]: there was no answer.
    ///
    /// The same call goes on where it failed, with the same `upload`; so it does where the future was dropped.
    pub async fn upload(&self, upload: &mut Upload, content: Bytes) -> Result<Uploaded, Error> {
        if content.len() as u64 != upload.size() {
            return Err(Error::new(ErrorKind::Encode, "the content has another size than the upload"));
        }
        let slice = |range: Range<u64>| {
            let end = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(content.len());
            core::future::ready(Ok(content.slice(end(range.start)..end(range.end))))
        };
        self.upload_from(upload, slice).await
    }

    /// The same of a file that is read as it is sent: the closure gives the bytes of a range.
    ///
    /// # Errors
    ///
    /// As of [`upload`](Self::upload). [`ErrorKind::Encode`]: the closure has failed, or gives another number of bytes.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Bytes, Client, Error, HttpClient};
    /// # use graph_resource::sessions::Upload;
    /// use std::fs::File;
    /// use std::io::{Read as _, Seek as _, SeekFrom};
    ///
    /// # async fn example<T: HttpClient>(client: Client<T>, mut upload: Upload, mut file: File) -> Result<(), Error> {
    /// let mut part = move |start: u64, length: usize| -> std::io::Result<Bytes> {
    ///     let mut part = vec![0; length];
    ///     file.seek(SeekFrom::Start(start))?;
    ///     file.read_exact(&mut part)?;
    ///     Ok(part.into())
    /// };
    /// let uploaded = client.upload_from(&mut upload, |range| {
    ///     let part = part(range.start, (range.end - range.start) as usize);
    ///     async { Ok(part?) }
    /// });
    /// uploaded.await?.read::<()>()
    /// # }
    /// ```
    pub async fn upload_from<F: Future<Output = Result<Bytes, BoxError>>>(
        &self,
        upload: &mut Upload,
        read: impl FnMut(Range<u64>) -> F,
    ) -> Result<Uploaded, Error> {
        as_a_call(&Method::PUT, self.upload_parts(upload, read), Uploaded::status).await
    }

    /// The last answer, and how many attempts there were, those that sent a further part not counted.
    async fn upload_parts<F: Future<Output = Result<Bytes, BoxError>>>(
        &self,
        upload: &mut Upload,
        mut read: impl FnMut(Range<u64>) -> F,
    ) -> Result<(Uploaded, u32), Error> {
        if upload.size() == 0 {
            return Err(Error::new(
                ErrorKind::Encode,
                "an upload session takes no empty file; put its content instead",
            ));
        }
        // A call that was dropped may have sent a part.
        upload.drop_sent();
        let (begin, mut course, mut arrived) = (Instant::now(), Course::new(Repeat::Safe), upload.arrived());
        let mut attempts = 1;
        loop {
            let request = match upload.step() {
                UploadStep::Ask => upload.ask(),
                UploadStep::Send(range) => {
                    let content = read(range.clone())
                        .await
                        .map_err(|error| Error::because(ErrorKind::Encode, "the content cannot be read", error))?;
                    upload.part(range, content)?
                }
                UploadStep::Done => match upload.uploaded() {
                    Some(uploaded) => return Ok((uploaded.clone(), attempts)),
                    None => return Err(Error::new(ErrorKind::NoContent, "the upload has no outcome")),
                },
            };
            let (sent, goes_on) = self.attempt_without_token(request, &mut course, begin).await;
            if goes_on {
                attempts += 1;
                upload.lost();
                continue;
            }
            match sent {
                Ok(answer) => upload.answered(answer)?,
                Err(error) => {
                    upload.lost();
                    return Err(unanswered::<T>(error).after(course.attempts()));
                }
            }
            if upload.arrived() > arrived {
                (course, arrived) = (Course::new(Repeat::Safe), upload.arrived());
                self.shared.budget.earn();
            }
        }
    }

    /// Gives an upload up: the service forgets what has arrived.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Service`]: the service refuses it. [`ErrorKind::Transport`]: there was no answer.
    pub async fn cancel_upload(&self, upload: Upload) -> Result<(), Error> {
        let answer = self.without_token(&upload.cancel(), Repeat::Idempotent).await?;
        if answer.status().is_success() || answer.status() == StatusCode::NOT_FOUND {
            return Ok(());
        }
        Err(Error::of_service(answer.status(), answer.headers(), answer.body()))
    }

    /// Asks for the outcome of a long-running operation until there is one, after the waits that the service wants.
    ///
    /// Where the future is dropped, or a wait is too long, the same call goes on.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Service`]: the operation has failed, or its outcome is not known any more.
    /// - [`ErrorKind::Accepted`]: it runs, and the transport cannot wait.
    /// - Those of [`Client::send`].
    pub async fn finish(&self, monitor: &mut Monitor) -> Result<Finished, Error> {
        loop {
            if let Some(finished) = monitor.finished() {
                return Ok(finished.clone());
            }
            if !monitor.wait().is_zero() {
                match self.transport.sleep(monitor.wait()) {
                    Some(sleep) => sleep.await,
                    None => {
                        return Err(Error::new(
                            ErrorKind::Accepted,
                            "the operation runs, and the transport cannot wait",
                        ));
                    }
                }
            }
            let request = monitor.ask(&self.base)?;
            let answer = if self.is_own(request.uri()) {
                self.exchange(&request).await?.response
            } else {
                self.without_token(&request, Repeat::Safe).await?
            };
            monitor.answered(answer)?;
        }
    }
}
