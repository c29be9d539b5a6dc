//! Subscriptions: made and changed once the subscriber agrees, and told of what happens.

use bytes::Bytes;
use http::{Method, Request, Response};

use super::call::{json_object, origin};
use super::{Reply, Service, versioned};
use crate::clock::Moment;
use crate::errors::{Refusal, Stamp};
use crate::headers::require_json;
use crate::log::Change;
use crate::path::parse;
use crate::relation::texts;
use crate::store::Kind;
use crate::subscription::{self, COLLECTION, LIFECYCLE_URL, URL};
use crate::wire;

/// A subscription that is to be made or changed, before its URLs are validated.
#[derive(Debug)]
pub(crate) struct Subscribing {
    /// The request, with the body that is stored.
    request: Request<Bytes>,
    /// The one that is changed.
    id: Option<String>,
    urls: Vec<String>,
    token: String,
}

impl Subscribing {
    /// What the subscriber is asked, each with the token that it has to give back.
    pub(crate) fn questions(&self) -> impl Iterator<Item = Request<Bytes>> {
        self.urls.iter().filter_map(|url| subscription::validation(url, &self.token))
    }

    pub(crate) fn is_valid(&self, answer: Option<&Response<Bytes>>) -> bool {
        answer.is_some_and(|answer| subscription::is_valid(answer, &self.token))
    }
}

impl Service {
    /// What the subscriber has to agree to; `None` where a request is about something else.
    pub(super) fn subscribing(
        &self,
        request: &Request<Bytes>,
        path: &str,
        stamp: &Stamp,
    ) -> Result<Option<Subscribing>, Refusal> {
        let Some(path) = parse(path).ok().filter(|_| self.sender.is_some()).map(|segments| texts(&segments)) else {
            return Ok(None);
        };
        let is_new = *request.method() == Method::POST && path == [COLLECTION];
        let present = self.store.get(&path).filter(|_| path.len() == 2 && path[0] == COLLECTION);
        let changed = present.filter(|_| *request.method() == Method::PATCH);
        if !is_new && changed.is_none() {
            return Ok(None);
        }
        require_json(request.headers())?;
        let mut body = json_object(request.body())?;
        let urls = match changed {
            Some(before) => subscription::check_change(&before.value, &mut body, stamp.now)?,
            None => {
                let urls = subscription::check_new(&mut body, stamp.now)?;
                let of = subscription::resource(&body).unwrap_or_default();
                let segments = parse(&crate::path::encode(&of)).unwrap_or_default();
                let place = self.store.resolve(&segments).ok();
                let exists = place.is_some_and(|place| place.kind == Kind::Collection || self.store.get(&of).is_some());
                if !exists {
                    return Err(Refusal::bad_request("'resource' is the path of nothing that is here"));
                }
                urls
            }
        };
        let mut request = request.clone();
        *request.body_mut() = wire::to_bytes(&body.into());
        // A text that has to be decoded to be given back.
        let token = format!("Validation: a subscription, request {}", stamp.request_id);
        Ok(Some(Subscribing { request, id: path.get(1).cloned(), urls, token }))
    }

    /// Makes or changes it, where the subscriber agreed.
    pub(crate) fn subscribe(&mut self, asked: &Subscribing, agreed: bool, stamp: Stamp) -> Response<Bytes> {
        let request = &asked.request;
        let reply = versioned(request).and_then(|(version, path)| {
            if !agreed {
                return Err(subscription::not_validated());
            }
            let reply = self.route(request, &format!("{}/{version}", origin(request)), path, &stamp)?;
            if let Some(id) = &asked.id {
                self.reauthorize(id);
            }
            Ok(reply)
        });
        reply.unwrap_or_else(|refusal| Reply::refusal(refusal, &stamp)).finish(stamp)
    }

    pub(crate) fn reauthorize(&mut self, id: &str) {
        self.unauthorized.remove(id);
    }

    /// Takes away the subscriptions that are over.
    pub(super) fn end_subscriptions(&mut self, now: Moment) {
        if self.sender.is_none() {
            return;
        }
        let all = self.store.list(&[COLLECTION.to_owned()]);
        let over = all.into_iter().filter(|found| subscription::is_over(&found.entity.value, now));
        for path in over.map(|found| found.path.to_vec()).collect::<Vec<_>>() {
            self.store.remove(&path, false);
        }
    }

    /// Hands what changed to the sender, for each subscription to it.
    pub(crate) fn announce(&mut self) {
        let Some(sender) = &mut self.sender else { return };
        let now = self.clock.last();
        for (change, path) in self.store.log.take() {
            let etag = self.store.get(&path).map(|entity| entity.etag.as_str()).filter(|_| change != Change::Deleted);
            for found in self.store.list(&[COLLECTION.to_owned()]) {
                let (id, subscription) = (found.path.last(), &found.entity.value);
                let is_heard = id.is_some_and(|id| !self.unauthorized.contains(id)) && path[0] != COLLECTION;
                if is_heard
                    && !subscription::is_over(subscription, now)
                    && subscription::wants(subscription, change, &path)
                    && let Some(url) = subscription.get(URL).and_then(|url| url.as_str())
                {
                    sender.announce(url, subscription::change(subscription, change, &path, etag));
                }
            }
        }
    }

    /// Sends a lifecycle event; gives whether there is such a subscription, with a URL for it.
    pub(crate) fn send_lifecycle(&mut self, id: &str, event: &str) -> bool {
        let path = [COLLECTION.to_owned(), id.to_owned()];
        let Some((sender, entity)) = self.sender.as_mut().zip(self.store.get(&path)) else { return false };
        let Some(url) = entity.value.get(LIFECYCLE_URL).and_then(|url| url.as_str()) else { return false };
        sender.announce(url, subscription::lifecycle(&entity.value, event));
        match event {
            "reauthorizationRequired" => drop(self.unauthorized.insert(id.to_owned())),
            "subscriptionRemoved" => drop(self.store.remove(&path, false)),
            _ => {}
        }
        true
    }
}
