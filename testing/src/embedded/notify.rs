//! Subscriptions as a test has them: how they are delivered, to whom, and what goes wrong on the way.

use std::sync::Arc;
#[cfg(feature = "server")]
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};

use super::EmbeddedGraph;
use crate::record::{Exchange, RecordedRequest, RecordedResponse};
use crate::sender::{Deliveries, Delivery, Fate, Next, Sender};
use crate::subscription;

impl EmbeddedGraph {
    /// Makes `/subscriptions` known: changes of resources are announced to those who subscribe to them.
    ///
    /// - `POST` makes one, after its URLs were validated: `POST …?validationToken=…` wants the token back, decoded, as
    ///   plain text. Each is https, or http on this machine, since no subscriber is reached by TLS.
    /// - `PATCH` moves its end or its URL, `DELETE` ends it, and so does its `expirationDateTime`, by the service's
    ///   [clock](Self::with_clock). An end less than 45 minutes ahead is moved there; too long a life is refused.
    ///   Where ends are reckoned by the system's clock, as `NewSubscription` of graph-resource does, set that one.
    /// - `POST …/reauthorize` answers the lifecycle event that asks for it.
    ///
    /// Deliveries go to the [subscriber](Self::with_subscriber) whenever [`deliver`](Self::deliver) is called; over a
    /// socket, by themselves.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::{Deliveries, EmbeddedGraph, fixtures};
    /// use serde_json::json;
    ///
    /// let graph = EmbeddedGraph::with_call_records()
    ///     .with_subscriptions(Deliveries::new())
    ///     .with_subscriber(|request| {
    ///         let answer = http::Response::builder();
    ///         match request.uri().query() {
    ///             // The validation. The code under test is more careful with the token.
    ///             Some(query) => {
    ///                 let token = query.replace("validationToken=", "").replace("%20", " ").replace("%2C", ",");
    ///                 answer.header("content-type", "text/plain").body(token.into()).unwrap()
    ///             }
    ///             None => answer.status(202).body(Bytes::new()).unwrap(),
    ///         }
    ///     });
    /// let subscription = json!({
    ///     "resource": "communications/callRecords", "changeType": "updated", "clientState": "s",
    ///     "notificationUrl": "https://example.com/notify", "expirationDateTime": "2026-01-02T00:00:00Z",
    /// });
    /// let request = http::Request::post("https://graph.microsoft.com/v1.0/subscriptions")
    ///     .header("content-type", "application/json")
    ///     .body(Bytes::from(subscription.to_string()))?;
    /// assert_eq!(graph.respond(&request)?.status(), 201);
    ///
    /// let path = format!("/communications/callRecords/{}", fixtures::GROUP_CALL);
    /// graph.change(&path, |record| record["version"] = json!(8));
    /// assert_eq!(graph.deliver(), 1);
    /// let sent = graph.deliveries().pop().unwrap().request().json().unwrap();
    /// assert_eq!(sent["value"][0]["resourceData"]["id"], fixtures::GROUP_CALL);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: Microsoft Graph, resource type `subscription`; "receive change notifications through webhooks".
    #[must_use]
    pub fn with_subscriptions(self, how: Deliveries) -> Self {
        let collection = format!("/{}", subscription::COLLECTION);
        let graph = self.with_collection(&collection).with_rules(&collection, subscription::rules());
        let graph = graph.with_action(&format!("{collection}/{{id}}/reauthorize"), |call| {
            call.graph().state().service.reauthorize(call.key("id").unwrap_or_default());
        });
        let mut state = graph.state();
        state.service.store.log.watch();
        state.service.sender = Some(Sender::new(how));
        drop(state);
        graph
    }

    /// Sets who answers what is sent to subscribers, whatever their URL. Without one, they are asked over HTTP, where the
    /// feature `server` is on.
    #[must_use]
    pub fn with_subscriber(
        self,
        subscriber: impl Fn(&Request<Bytes>) -> Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        self.state().subscriber = Some(Arc::new(subscriber));
        self
    }

    /// Decides what happens to the next notification, before chance does. Several queue up, one for each.
    ///
    /// # Panics
    ///
    /// There are no [subscriptions](Self::with_subscriptions).
    #[track_caller]
    pub fn fate_next(&self, fate: Fate) {
        self.state().service.sender.as_mut().expect("`with_subscriptions` comes first").fates.push_back(fate);
    }

    /// Sends a lifecycle event: `reauthorizationRequired`, `subscriptionRemoved`, `missed` or another. Gives whether the
    /// subscription is there, and has a `lifecycleNotificationUrl`.
    ///
    /// After the first one, nothing is announced until the subscription is reauthorized or renewed. The second one ends
    /// it. Graph sends the first one alone for call records; this does as it is told.
    #[allow(clippy::must_use_candidate, reason = "called for its effect")]
    pub fn send_lifecycle(&self, subscription_id: &str, event: &str) -> bool {
        let is_sent = self.state().service.send_lifecycle(subscription_id, event);
        self.announce();
        is_sent
    }

    /// Sends all that waits, repeats included, and passes over the time until each is due. Gives the number of requests.
    ///
    /// It is not for a service on a socket, which sends by itself.
    #[allow(clippy::must_use_candidate, reason = "called for its effect")]
    pub fn deliver(&self) -> usize {
        let mut requests = 0;
        loop {
            let now = self.state().passed;
            match self.next_delivery(now) {
                Next::Send(delivery) => {
                    requests += 1;
                    let answer = delivery.request().and_then(|request| self.ask_subscriber(request));
                    self.delivered(delivery, answer.as_ref(), now);
                }
                Next::Wait(until) => self.state().passed = until,
                Next::Nothing => return requests,
            }
        }
    }

    /// How many deliveries are waiting or under way, to be repeated included.
    #[must_use]
    pub fn pending_deliveries(&self) -> usize {
        self.state().service.sender.as_ref().map_or(0, Sender::pending)
    }

    /// What was sent to subscribers, validations included, with their answers; oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Exchange> {
        self.state().sent.all().cloned().collect()
    }

    /// Hands changes to the sender, and wakes those that wait for one.
    pub(crate) fn announce(&self) {
        let mut state = self.state();
        state.service.announce();
        if state.service.sender.as_ref().is_some_and(|sender| sender.pending() > 0) {
            state.wakers.drain(..).for_each(std::task::Waker::wake);
        }
    }

    /// What there is to send at this moment.
    pub(crate) fn next_delivery(&self, now: Duration) -> Next {
        self.state().service.sender.as_mut().map_or(Next::Nothing, |sender| sender.next(now))
    }

    pub(crate) fn delivered(&self, delivery: Delivery, answer: Option<&Response<Bytes>>, now: Duration) {
        let taken = answer.is_some_and(|answer| answer.status().is_success());
        if let Some(sender) = &mut self.state().service.sender {
            sender.answered(delivery, taken, now);
        }
    }

    /// Asks the subscriber, and records it.
    pub(crate) fn ask_subscriber(&self, request: Request<Bytes>) -> Option<Response<Bytes>> {
        let recorded = RecordedRequest::of(&request);
        let subscriber = self.state().subscriber.clone();
        // The lock is not held here: the subscriber may ask the service.
        let answer = match subscriber {
            Some(subscriber) => Some(subscriber(&request)),
            #[cfg(feature = "server")]
            None => crate::server::ask_blocking(request),
            #[cfg(not(feature = "server"))]
            None => None,
        };
        self.record_sent(recorded, answer.as_ref());
        answer
    }

    pub(crate) fn record_sent(&self, request: RecordedRequest, answer: Option<&Response<Bytes>>) {
        self.state().sent.keep(request, answer.map(RecordedResponse::of));
    }
}

#[cfg(feature = "server")]
impl EmbeddedGraph {
    pub(crate) fn subscriber(&self) -> Option<Arc<super::Subscriber>> {
        self.state().subscriber.clone()
    }

    /// How long a subscriber has for an answer; `None` where there are no subscriptions.
    pub(crate) fn patience(&self) -> Option<Duration> {
        self.state().service.sender.as_ref().map(Sender::patience)
    }

    /// Ready when something is to be sent that was not known at this moment.
    pub(crate) fn poll_announced(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.state();
        if state.service.sender.as_ref().is_some_and(Sender::has_fresh) {
            return Poll::Ready(());
        }
        if !state.wakers.iter().any(|waker| waker.will_wake(cx.waker())) {
            state.wakers.push(cx.waker().clone());
        }
        Poll::Pending
    }
}
