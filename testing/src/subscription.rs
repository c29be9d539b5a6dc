//! What a subscription may be, and what is said of a change.
//!
//! Source: Microsoft Graph, resource type `subscription`; "set up notifications for changes in resource data"; "receive
//! change notifications through webhooks"; "reduce missing change notifications and removed subscriptions".

use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{Request, Response, StatusCode, Uri};
use serde_json::{Value, json};

use crate::clock::{Moment, guid};
use crate::errors::Refusal;
use crate::filter::instant;
use crate::log::Change;
use crate::patch::Object;
use crate::path::{encode, encode_query, parse};
use crate::relation::texts;
use crate::rules::{ETags, OnReadOnly, Rules};

/// Where subscriptions are.
pub(crate) const COLLECTION: &str = "subscriptions";

pub(crate) const URL: &str = "notificationUrl";
pub(crate) const LIFECYCLE_URL: &str = "lifecycleNotificationUrl";
const EXPIRATION: &str = "expirationDateTime";
const STATE: &str = "clientState";
const TYPES: &str = "changeType";

/// In minutes. A shorter life is made as long.
const SHORTEST: i128 = 45;
/// In picoseconds.
const MINUTE: i128 = 60 * 1_000_000_000_000;

/// Only the end and the URL of changes can be changed later.
pub(crate) fn rules() -> Rules {
    Rules::new()
        .create_only(["resource", TYPES, STATE, LIFECYCLE_URL, "latestSupportedTlsVersion", "notificationQueryOptions"])
        .read_only(["id", "applicationId", "creatorId"])
        .write_only([STATE])
        .not_null([EXPIRATION, URL])
        .on_read_only(OnReadOnly::Refuse)
        .etags(ETags::Nowhere)
}

fn text<'o>(object: &'o Object, name: &str) -> Option<&'o str> {
    object.get(name)?.as_str()
}

/// The path of what is subscribed to.
pub(crate) fn resource(subscription: &Object) -> Option<Vec<String>> {
    parse(text(subscription, "resource")?.trim_start_matches('/')).ok().map(|segments| texts(&segments))
}

/// The body of a subscription that is to be made, as it is stored. Gives the URLs that have to be validated.
pub(crate) fn check_new(body: &mut Object, now: Moment) -> Result<Vec<String>, Refusal> {
    for name in [TYPES, URL, "resource", EXPIRATION] {
        if text(body, name).is_none_or(str::is_empty) {
            return Err(Refusal::bad_request(format!("a subscription needs the property '{name}', a text")));
        }
    }
    if body.contains_key("includeResourceData") || body.contains_key("encryptionCertificate") {
        return Err(not_there("notifications with the resource in them"));
    }
    if text(body, "resource").is_some_and(|resource| resource.contains('?')) {
        return Err(not_there("a query in 'resource'"));
    }
    let path = resource(body).ok_or_else(|| Refusal::bad_request("'resource' is no path below the service root"))?;
    let changes = text(body, TYPES).unwrap_or_default();
    let is_call_records = path == ["communications", "callRecords"];
    for change in changes.split(',') {
        match Change::named(change.trim()) {
            Some(Change::Deleted) if is_call_records => {
                return Err(Refusal::bad_request("call records are never deleted: 'changeType' is created, updated"));
            }
            Some(_) => {}
            None => return Err(Refusal::bad_request("'changeType' is made of created, updated and deleted")),
        }
    }
    if text(body, STATE).is_some_and(|state| state.chars().count() > 128) {
        return Err(Refusal::bad_request("'clientState' has more than 128 characters"));
    }
    let minutes = check_end(body, &path, now)?;
    let is_of_teams = matches!(path[0].as_str(), "teams" | "chats");
    if is_of_teams && minutes > 60 && !body.contains_key(LIFECYCLE_URL) {
        return Err(Refusal::bad_request("beyond an hour, this resource needs 'lifecycleNotificationUrl'"));
    }
    urls(body)
}

fn not_there(what: &str) -> Refusal {
    let message = format!("the embedded Graph does not have {what}; queue an answer for it");
    Refusal::new(StatusCode::NOT_IMPLEMENTED, "NotImplemented", message)
}

/// The same of the body of a `PATCH`.
pub(crate) fn check_change(before: &Object, body: &mut Object, now: Moment) -> Result<Vec<String>, Refusal> {
    if body.contains_key(EXPIRATION) {
        check_end(body, &resource(before).unwrap_or_default(), now)?;
    }
    urls(body)
}

/// Checks the end, and moves one that is too near. Gives the minutes until then.
fn check_end(body: &mut Object, path: &[String], now: Moment) -> Result<i128, Refusal> {
    let end = text(body, EXPIRATION).and_then(instant);
    let end = end.ok_or_else(|| Refusal::bad_request("'expirationDateTime' is no date and time with an offset"))?;
    let life = end - instant(&now.utc()).unwrap_or_default();
    let longest = longest(path);
    let refused = |what: &str| {
        let now = now.utc();
        let message =
            format!("'expirationDateTime' is {what} {now}, the embedded Graph's clock, which `with_clock` sets");
        Err(Refusal::bad_request(message))
    };
    if life <= 0 {
        return refused("not after");
    }
    if life > longest * MINUTE {
        return refused(&format!("more than {longest} minutes after"));
    }
    if life < SHORTEST * MINUTE {
        let end = now.plus(Duration::from_secs(45 * 60)).utc();
        body.insert(EXPIRATION.to_owned(), end.into());
    }
    Ok(life / MINUTE)
}

/// The longest life of a subscription, in minutes.
fn longest(path: &[String]) -> i128 {
    match (path.first().map_or("", String::as_str), path.len()) {
        ("users" | "groups", 1 | 2) => 41_760,
        ("drives", _) => 42_300,
        ("security", _) => 43_200,
        ("teams" | "chats", _) => 4_320,
        _ => 4_230,
    }
}

fn urls(body: &Object) -> Result<Vec<String>, Refusal> {
    let mut urls = Vec::new();
    for name in [URL, LIFECYCLE_URL] {
        let Some(url) = text(body, name) else { continue };
        if !is_endpoint(url) {
            return Err(Refusal::bad_request(format!("'{name}' must be an https URL, or http on this machine")));
        }
        if !urls.iter().any(|other| other == url) {
            urls.push(url.to_owned());
        }
    }
    Ok(urls)
}

fn is_endpoint(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(_)) => true,
        (Some("http"), Some(host)) => matches!(host, "127.0.0.1" | "localhost" | "[::1]"),
        _ => false,
    }
}

/// The request that asks a subscriber whether it wants what is sent to this URL.
pub(crate) fn validation(url: &str, token: &str) -> Option<Request<Bytes>> {
    let separator = if url.contains('?') { '&' } else { '?' };
    let uri = format!("{url}{separator}validationToken={}", encode_query(token));
    Request::post(uri).header(CONTENT_TYPE, "text/plain; charset=utf-8").body(Bytes::new()).ok()
}

/// Whether the subscriber wants it: 200, plain text, the token and nothing else.
pub(crate) fn is_valid(answer: &Response<Bytes>, token: &str) -> bool {
    let media_type = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    answer.status() == StatusCode::OK && media_type.eq_ignore_ascii_case("text/plain") && answer.body() == token
}

pub(crate) fn not_validated() -> Refusal {
    let message = "the URL was not validated: answer the POST with 200, text/plain and the token in 'validationToken'";
    Refusal::new(StatusCode::BAD_REQUEST, "ValidationError", message)
}

/// Whether the subscription has ended.
pub(crate) fn is_over(subscription: &Object, now: Moment) -> bool {
    text(subscription, EXPIRATION)
        .and_then(instant)
        .is_some_and(|end| instant(&now.utc()).is_some_and(|now| end <= now))
}

/// Whether the subscription is to a change of this entity.
pub(crate) fn wants(subscription: &Object, change: Change, path: &[String]) -> bool {
    let mut changes = text(subscription, TYPES).unwrap_or_default().split(',');
    let is_wanted = changes.any(|name| Change::named(name.trim()) == Some(change));
    let of = resource(subscription).unwrap_or_default();
    is_wanted && (of == path || path.split_last().is_some_and(|(_, collection)| of == collection))
}

/// What is said of a subscription in each of its notifications.
fn about(subscription: &Object) -> Object {
    let mut item = Object::new();
    item.insert("subscriptionId".to_owned(), subscription.get("id").cloned().unwrap_or_default());
    item.insert("subscriptionExpirationDateTime".to_owned(), subscription.get(EXPIRATION).cloned().unwrap_or_default());
    if let Some(state) = subscription.get(STATE) {
        item.insert(STATE.to_owned(), state.clone());
    }
    item.insert("tenantId".to_owned(), guid(0x7e, 1).into());
    item
}

/// The notification of a change. `entity` is the present one; none where it was deleted.
pub(crate) fn change(subscription: &Object, change: Change, path: &[String], etag: Option<&str>) -> Value {
    let place = encode(path);
    let place = place.trim_start_matches('/');
    let mut data = json!({
        "@odata.type": type_name(path),
        "@odata.id": place,
        "id": path.last(),
    });
    if let Some(etag) = etag {
        data["@odata.etag"] = etag.into();
    }
    let mut item = about(subscription);
    item.insert(TYPES.to_owned(), change.name().into());
    item.insert("resource".to_owned(), place.into());
    item.insert("resourceData".to_owned(), data);
    item.into()
}

/// A lifecycle event. It has neither `changeType` nor `resource`.
pub(crate) fn lifecycle(subscription: &Object, event: &str) -> Value {
    let mut item = about(subscription);
    item.insert("lifecycleEvent".to_owned(), event.into());
    item.into()
}

/// The type of an entity as notifications write it, in another case than the metadata: `#Microsoft.Graph.callrecord`.
fn type_name(path: &[String]) -> String {
    let collection = path.iter().rev().nth(1).map_or("", String::as_str).to_ascii_lowercase();
    let singular = match collection.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => collection.strip_suffix('s').unwrap_or(&collection).to_owned(),
    };
    format!("#Microsoft.Graph.{singular}")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Change, check_change, check_new, is_over, wants};
    use crate::clock::Clock;
    use crate::patch::Object;

    fn object(value: Value) -> Object {
        let Value::Object(object) = value else { panic!("{value}") };
        object
    }

    /// A subscription to call records at the beginning of 2026, with other members.
    fn body(other: Value) -> Object {
        let mut body = object(json!({
            "resource": "/communications/callRecords", "changeType": "created,updated",
            "notificationUrl": "https://example.com/notify", "expirationDateTime": "2026-01-02T00:00:00Z",
        }));
        body.extend(object(other));
        body
    }

    #[test]
    fn what_graph_refuses_is_refused() {
        let now = Clock::default().tick();
        for (other, why) in [
            (json!({}), ""),
            (json!({"expirationDateTime": "2026-01-03T22:30:00Z"}), ""),
            (json!({"expirationDateTime": "2026-01-03T22:30:01Z"}), "more than 4230 minutes"),
            (json!({"expirationDateTime": "2025-12-31T23:59:59Z"}), "is not after 2026-01-01T00:00:00Z"),
            (json!({"expirationDateTime": "soon"}), "no date"),
            (json!({"expirationDateTime": null}), "needs the property"),
            (json!({"changeType": "created,deleted"}), "never deleted"),
            (json!({"changeType": "created,moved"}), "is made of"),
            (json!({"notificationUrl": "http://example.com/notify"}), "https"),
            (json!({"notificationUrl": "http://127.0.0.1:8080/notify"}), ""),
            (json!({"lifecycleNotificationUrl": "notify"}), "https"),
            (json!({"clientState": "s".repeat(129)}), "128"),
            (json!({"includeResourceData": true}), "does not have"),
            (json!({"resource": "users?$filter=id eq '1'"}), "does not have"),
            (json!({"resource": "/users", "changeType": "deleted", "expirationDateTime": "2026-01-29T00:00:00Z"}), ""),
            (json!({"resource": "/chats/1/messages"}), "lifecycleNotificationUrl"),
        ] {
            let outcome = check_new(&mut body(other.clone()), now);
            match outcome {
                Ok(_) => assert_eq!(why, "", "{other}"),
                Err(refusal) => assert!(!why.is_empty() && refusal.message.contains(why), "{other}: {refusal:?}"),
            }
        }
    }

    #[test]
    fn a_short_life_is_made_longer_and_each_url_is_asked_once() {
        let now = Clock::default().tick();
        let both = json!({"expirationDateTime": "2026-01-01T00:01:00Z", "lifecycleNotificationUrl": "https://example.com/notify"});
        let mut new = body(both);
        assert_eq!(check_new(&mut new, now).unwrap(), ["https://example.com/notify"]);
        assert_eq!(new["expirationDateTime"], "2026-01-01T00:45:00Z");
        let mut renewal = object(json!({"expirationDateTime": "2026-01-03T00:00:00Z"}));
        assert!(check_change(&new, &mut renewal, now).unwrap().is_empty());
        renewal.insert("expirationDateTime".to_owned(), "2026-03-01T00:00:00Z".into());
        assert!(check_change(&new, &mut renewal, now).is_err());
        assert!(!is_over(&new, now) && is_over(&new, now.plus(std::time::Duration::from_secs(45 * 60))));
    }

    #[test]
    fn a_collection_an_entity_and_the_kind_of_change() {
        let path = ["communications", "callRecords", "1"].map(str::to_owned);
        assert!(wants(&body(json!({})), Change::Created, &path));
        assert!(!wants(&body(json!({"changeType": "updated"})), Change::Created, &path));
        assert!(wants(&body(json!({"resource": "communications/callRecords/1"})), Change::Updated, &path));
        assert!(!wants(&body(json!({"resource": "communications/callRecords/2"})), Change::Updated, &path));
        assert!(!wants(&body(json!({"resource": "communications"})), Change::Updated, &path));
    }
}
