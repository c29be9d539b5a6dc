//! Requests to URLs that are secrets, and take no token: of uploads, monitors and downloads.

use std::time::Instant;

use bytes::Bytes;
use http::{Method, StatusCode};

use crate::client::client::Client;
use crate::client::exchange::unanswered;
use crate::client::http_client::HttpClient;
use crate::client::request_id::random;
use crate::client::trace::{AttemptSpan, CallSpan};
use crate::error::{Error, retry_after};
use crate::policy::repeat::Outcome;
use crate::policy::retry::Course;
use crate::request::repeat::Repeat;

impl<T: HttpClient> Client<T> {
    /// Sends a request without a token, again where that is safe.
    pub(crate) async fn without_token(
        &self,
        request: &http::Request<Bytes>,
        repeat: Repeat,
    ) -> Result<http::Response<Bytes>, Error> {
        as_a_call(request.method(), self.until_answered(request, repeat), http::Response::status).await
    }

    /// The last answer, and how many attempts there were.
    async fn until_answered(
        &self,
        request: &http::Request<Bytes>,
        repeat: Repeat,
    ) -> Result<(http::Response<Bytes>, u32), Error> {
        let (begin, mut course, mut attempts) = (Instant::now(), Course::new(repeat), 0);
        loop {
            let (sent, goes_on) = self.attempt_without_token(request.clone(), &mut course, begin).await;
            attempts += 1;
            if !goes_on {
                let answer = sent.map_err(|error| unanswered::<T>(error).after(attempts))?;
                return Ok((answer, attempts));
            }
        }
    }

    /// One attempt, and the wait after it. Says whether another one follows.
    pub(crate) async fn attempt_without_token(
        &self,
        request: http::Request<Bytes>,
        course: &mut Course,
        begin: Instant,
    ) -> (Result<http::Response<Bytes>, T::Error>, bool) {
        let (method, number) = (request.method().clone(), course.attempts() + 1);
        let span = AttemptSpan::tokenless(&method, number);
        let sent_at = self.observer.is_some().then(Instant::now);
        let sent = span.around(self.transport.send(request)).await;
        span.ended::<T>(&sent);
        let outcome = match &sent {
            Ok(answer) if answer.status().as_u16() < 400 => None,
            Ok(answer) => Some(Outcome::Answered(answer.status(), retry_after(answer.headers()))),
            Err(error) if T::was_sent(error) == Some(false) => Some(Outcome::NotSent),
            Err(_) => Some(Outcome::Unknown),
        };
        let wait = outcome.filter(|&outcome| course.repeat().allows(outcome)).and_then(|outcome| {
            self.retry.decide(course, &self.shared.budget, outcome, begin.elapsed(), random()).wait()
        });
        let sleep = wait.and_then(|wait| self.transport.sleep(wait));
        let status = sent.as_ref().ok().map(http::Response::status);
        self.observed(number, &method, status, sent_at, wait.filter(|_| sleep.is_some()));
        let Some(sleep) = sleep else { return (sent, false) };
        sleep.await;
        (sent, true)
    }
}

/// Gives the attempts one span: of their last answer, whose status is asked for, and their number.
pub(crate) async fn as_a_call<A>(
    method: &Method,
    attempts: impl Future<Output = Result<(A, u32), Error>>,
    status: impl FnOnce(&A) -> StatusCode,
) -> Result<A, Error> {
    let call = CallSpan::tokenless(method);
    let outcome = call.within(attempts).await;
    if let Ok((answer, attempts)) = &outcome {
        call.answered(status(answer), *attempts);
    }
    call.ended(outcome.as_ref().err());
    outcome.map(|(answer, _)| answer)
}
