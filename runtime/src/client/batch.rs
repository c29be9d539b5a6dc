//! Sending batches.

use std::time::Instant;

use bytes::Bytes;
use http::Method;
use http::header::HeaderMap;

use crate::batch::answers::Answers;
use crate::batch::batch::Batch;
use crate::batch::dispatch::{Dispatch, Envelope, PATH};
use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::client::request_id::random;
use crate::client::sendable::Sendable;
use crate::error::{Error, ErrorKind};
use crate::odata::base_url::BaseUrl;
#[cfg(feature = "tracing")]
use crate::odata::path_part::PathPart;
#[cfg(feature = "tracing")]
use crate::odata::template::Template;
use crate::policy::repeat::Outcome;
use crate::policy::retry::Course;
use crate::request::repeat::Repeat;

impl Sendable for Envelope {
    fn build(&self, base: &BaseUrl) -> Result<http::Request<Bytes>, Error> {
        self.to_http(base)
    }

    fn gate_key(&self) -> &str {
        PATH
    }

    fn repeats(&self, _: &Method, _: &HeaderMap) -> Repeat {
        self.repeat
    }

    #[cfg(feature = "tracing")]
    fn method(&self) -> Method {
        Method::POST
    }

    #[cfg(feature = "tracing")]
    fn template(&self) -> Option<&Template> {
        static BATCH: Template = Template::of(&[PathPart::Literal(PATH)]);
        Some(&BATCH)
    }
}

impl<T: HttpClient> Client<T> {
    /// Sends the requests of a batch, by twenties, and gives their answers.
    ///
    /// A request that is throttled is sent again after the longest time that the service asks for, with those that came
    /// after it, by the client's [`Retry`](crate::Retry): each as often as it would be on its own. Meanwhile, requests of
    /// their own that count against the same limit wait, too. The headers and preferences of the client go with each request.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Batch`]: Graph would not take it; see [`Batch::after`]. Nothing was sent.
    /// - Those of [`Client::send`], where nothing at all was answered. Otherwise each request has an outcome of its own.
    pub async fn send_batch(&self, batch: Batch) -> Result<Answers, Error> {
        if let Some(refused) = self.refused {
            return Err(Error::new(ErrorKind::Header, refused));
        }
        let begin = Instant::now();
        let mut dispatch = Dispatch::new(batch, &self.base, |headers| self.defaults.complete_headers(headers))?;
        loop {
            while let Some(envelope) = dispatch.next() {
                match self.exchange(&envelope).await {
                    Ok(done) if done.response.status().is_success() => {
                        let decide = |course: &mut Course, outcome: Outcome, key: &str, scope: Option<&str>| {
                            let budget = &self.shared.budget;
                            let decision = self.retry.decide(course, budget, outcome, begin.elapsed(), random());
                            if outcome.is_throttled() {
                                self.shared.throttled(key, scope, outcome.retry_after().or(decision.wait()));
                            }
                            decision
                        };
                        let succeeded = dispatch.answered(&envelope, &done.response, decide);
                        (0..succeeded).for_each(|_| self.shared.budget.earn());
                    }
                    Ok(done) => {
                        let (head, body) = done.response.into_parts();
                        let error = Error::of_service(head.status, &head.headers, &body);
                        dispatch.failed(&envelope, error.of_request(|| done.id.text()).after(done.attempts));
                    }
                    Err(error) => dispatch.failed(&envelope, error),
                }
            }
            let Some(wait) = dispatch.wait() else { break };
            if wait.is_zero() {
                continue;
            }
            let Some(sleep) = self.transport.sleep(wait) else { break };
            sleep.await;
        }
        dispatch.into_answers()
    }
}
