//! What a test sees of the requests, and what it lets happen to them.

use bytes::Bytes;
use http::Response;

use super::EmbeddedGraph;
use crate::fault::{Fault, FaultRule, Faults};
use crate::headers::Token;
use crate::record::{Exchange, RecordedRequest};

impl EmbeddedGraph {
    /// Answers the next request with this, in place of the service, which does not see it. Several queue up.
    ///
    /// A `Content-Length` that is greater than the body breaks the connection after the body. Nothing is added to the
    /// answer: neither `request-id` nor `Date`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use bytes::Bytes;
    /// # use graph_resource_testing::EmbeddedGraph;
    /// # let graph = EmbeddedGraph::new();
    /// graph.answer_next(http::Response::builder().status(429).header("Retry-After", "2.5").body(Bytes::new())?);
    /// graph.answer_next(http::Response::builder().status(502).body(Bytes::from("<html>Bad Gateway</html>"))?);
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn answer_next(&self, response: Response<Bytes>) {
        self.state().faults.queue.push_back(Fault::answer(response));
    }

    /// Breaks the connection on the next request; the service does not see it. Queues up with the answers.
    pub fn fail_next(&self) {
        self.state().faults.queue.push_back(Fault::disconnect());
    }

    /// Carries the next request out, then breaks the connection: the client cannot know whether it had an effect.
    pub fn lose_next_answer(&self) {
        self.state().faults.queue.push_back(Fault::lose_answer());
    }

    /// Lets something go wrong with the next request. Queues up with the answers.
    pub fn fault_next(&self, fault: Fault) {
        self.state().faults.queue.push_back(fault);
    }

    /// Lets something go wrong with all requests that fit a rule. Several rules stand side by side.
    pub fn add_fault(&self, rule: FaultRule) {
        self.state().faults.rules.push(rule);
    }

    /// Revokes the token: from now on 401 with a challenge for these claims, JSON, until `token` comes.
    ///
    /// The header `WWW-Authenticate` has the claims in base64, beside `error="insufficient_claims"`.
    pub fn challenge(&self, claims: impl Into<String>, token: impl Into<String>) {
        self.state().service.token = Some(Token { text: token.into(), claims: Some(claims.into()) });
    }

    /// Takes back all rules, and everything that is queued.
    pub fn clear_faults(&self) {
        self.state().faults = Faults::default();
    }

    /// How many requests there were, those that are not kept any more included.
    #[must_use]
    pub fn request_count(&self) -> u64 {
        self.state().exchanges.seen()
    }

    /// The requests so far, oldest first, those that met a queued answer included.
    ///
    /// The latest ones are kept, as many as [`with_exchange_limit`](Self::with_exchange_limit) says.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state().exchanges.all().map(|exchange| exchange.request.clone()).collect()
    }

    /// The requests so far with their answers, oldest first.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.state().exchanges.all().cloned().collect()
    }

    /// The requests since the last time they were taken or cleared.
    #[must_use]
    pub fn take_requests(&self) -> Vec<RecordedRequest> {
        self.take_exchanges().into_iter().map(|exchange| exchange.request).collect()
    }

    /// The requests since the last time they were taken or cleared, with their answers.
    #[must_use]
    pub fn take_exchanges(&self) -> Vec<Exchange> {
        self.state().exchanges.take()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        drop(self.state().exchanges.take());
    }
}
