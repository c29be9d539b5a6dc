//! Change notifications: what is received, whom it comes from, what it is about, and what becomes of all of it.

use std::collections::HashMap;
use std::time::{Duration, SystemTime};

use graph_resource::notifications::{
    self, Action, ChangeType, ChangeTypes, LifecycleEvent, MAX_BODY, Notification, Received, Rejected, Renewal,
    Subscription, Verified,
};
use graph_resource::{Bytes, DateTimeOffset, ErrorKind, GraphResource};
use serde_json::{Value, json};

use crate::support::{BASE, answer, body_of, line_of, moment, object};

/// What is read of a record here.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>", odata_type = "microsoft.graph.callRecords.callRecord")]
struct CallRecord {
    id: String,
    version: i64,
    start_date_time: DateTimeOffset,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user>/messages/<id>", odata_type = "microsoft.graph.message")]
struct Message {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user")]
struct User {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<team>/channels/<channel>/messages/<id>")]
struct ChannelMessage {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me", odata_type = "microsoft.graph.user")]
struct Me {
    display_name: Option<String>,
}

const SECRET: &str = "a secret, of 32 characters or so";
const TENANT: &str = "5c2d9f3e-0b60-4f0b-9a53-6a8f6f0f2c11";

fn post(uri: &str, body: impl Into<Bytes>) -> http::Request<Bytes> {
    http::Request::post(uri).body(body.into()).unwrap()
}

fn delivery(items: &[Value]) -> http::Request<Bytes> {
    post("/notify", json!({ "value": items }).to_string())
}

fn verified(items: &[Value]) -> Verified {
    match notifications::receive(&delivery(items)) {
        Ok(Received::Notifications(batch)) => batch.verified(|_| Some(SECRET)),
        other => panic!("{other:?}"),
    }
}

/// The one change in a delivery of this item, with these members in place of its own.
fn change(members: &Value) -> notifications::ChangeNotification {
    let mut item = call_record("1f3a");
    for (name, value) in members.as_object().unwrap() {
        item[name] = value.clone();
    }
    match verified(&[item]).next() {
        Some(Notification::Change(change)) => change,
        other => panic!("{other:?}"),
    }
}

fn call_record(id: &str) -> Value {
    json!({
        "subscriptionId": "b2f7", "subscriptionExpirationDateTime": "2026-03-04T10:00:00.000+00:00",
        "clientState": SECRET, "changeType": "created", "tenantId": TENANT,
        "resource": format!("communications/callRecords/{id}"),
        "resourceData": {
            "@odata.type": "#Microsoft.Graph.callrecord", "@odata.id": format!("communications/callRecords/{id}"), "id": id,
        },
    })
}

fn path_of<R: GraphResource>(change: &notifications::ChangeNotification) -> Option<String> {
    change.at::<R>().map(|at| at.path().as_str().unwrap().to_owned())
}

#[test]
fn the_validation_token_is_sent_back_decoded_and_as_plain_text() {
    for (query, token) in [
        ("validationToken=abc", "abc"),
        (
            "tenant=1&validationToken=Validation%3a+of+a+URL%2C%20Request-Id%3A+7&x=y",
            "Validation: of a URL, Request-Id: 7",
        ),
        ("validationToken=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "<script>alert(1)</script>"),
        ("validationToken=%C3%A9%2B%26%25", "é+&%"),
        ("validationToken=a=b&validationToken=c", "a=b"),
    ] {
        // The type of the empty body is that of the real requests.
        let request = post(&format!("/notify?{query}"), "");
        let Ok(Received::Validation(received)) = notifications::receive(&request) else { panic!("{query}") };
        assert!(!format!("{received:?}").contains(token));
        assert_eq!(received.as_str(), token);
        let response = received.into_response();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/plain");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert_eq!(response.body(), token);
    }
}

fn rejected(request: &http::Request<Bytes>) -> Rejected {
    match notifications::receive(request) {
        Err(rejected) => rejected,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_graph_does_not_send_is_refused() {
    let wrong =
        ["", "nonsense", "[]", "{}", r#"{"value":{}}"#, r#"{"value":[7]}"#, r#"{"value":[{"subscriptionId":7}]}"#];
    let deep = format!(r#"{{"value":[{{"resourceData":{{"x":{}"#, "[".repeat(100_000));
    let truncated = delivery(&[call_record("1")]).into_body();
    let mut bodies: Vec<Bytes> = wrong.map(Bytes::from).into();
    bodies.extend([Bytes::from_static(b"{\"value\":[\xFF]}"), deep.into(), truncated.slice(..truncated.len() - 1)]);
    for body in bodies {
        let rejected = rejected(&post("/notify", body));
        let told = format!("{rejected} {rejected:?}");
        assert!(told.starts_with("the body is no delivery of notifications") && !told.contains("nonsense"), "{told}");
        let response = rejected.into_response();
        assert_eq!((response.status().as_u16(), response.body().len()), (400, 0));
    }
    for query in ["validationToken=", "validationToken=%FF"] {
        let rejected = rejected(&post(&format!("/?{query}"), "{}"));
        assert_eq!(rejected.to_string(), "`validationToken` is empty or no text");
    }
    for method in ["GET", "PUT", "OPTIONS"] {
        let request = http::Request::builder().method(method).uri("/?validationToken=abc").body(Bytes::new()).unwrap();
        assert!(rejected(&request).to_string().contains("no `POST`"));
    }
}

#[test]
fn a_body_has_a_limit() {
    let filled = |length: usize| {
        let start = r#"{"value":[],"x":""#;
        post("/", format!("{start}{}\"}}", "x".repeat(length - start.len() - 2)))
    };
    assert!(notifications::receive(&filled(MAX_BODY)).is_ok());
    let error = rejected(&filled(MAX_BODY + 1)).to_string();
    assert!(error.contains("longer than 4194304 bytes"), "{error}");
    assert!(notifications::receive_up_to(&filled(101), 100).is_err());
    assert!(notifications::receive_up_to(&filled(101), 101).is_ok());
}

#[test]
fn a_delivery_is_accepted() {
    let response = notifications::accepted();
    assert_eq!((response.status().as_u16(), response.body().len()), (202, 0));
}

#[test]
fn only_who_knows_the_secret_is_heard() {
    let secrets = HashMap::from([("b2f7", "one"), ("c8a1", "other"), ("empty", "")]);
    let item = |id: Value, state: Value| {
        let mut item = call_record("1f3a");
        (item["subscriptionId"], item["clientState"], item["tenantId"]) = (id, state, json!(TENANT));
        item
    };
    let items = [
        item(json!("b2f7"), json!("one")),
        item(json!("b2f7"), json!("other")),
        item(json!("c8a1"), json!("other")),
        item(json!("b2f7"), Value::Null),
        item(json!("b2f7"), json!("on")),
        item(json!("b2f7"), json!("one ")),
        item(json!("d9"), json!("one")),
        item(json!("empty"), json!("")),
        item(Value::Null, json!("one")),
        json!({ "subscriptionId": "b2f7", "changeType": "created" }),
        json!({}),
        json!({ "subscriptionId": "b2f7", "clientState": "\u{6f}n\u{65}", "lifecycleEvent": "missed", "tenantId": "t" }),
    ];
    let Ok(Received::Notifications(batch)) = notifications::receive(&delivery(&items)) else { panic!() };
    assert_eq!(batch.len(), 12);
    let verified = batch.verified(|id| secrets.get(id));
    assert_eq!((verified.dropped(), verified.len()), (9, 3));
    let ids: Vec<_> =
        verified.map(|one| (one.subscription_id().to_owned(), one.tenant_id().unwrap().to_owned())).collect();
    let id = |id: &str, tenant: &str| (id.to_owned(), tenant.to_owned());
    assert_eq!(ids, [id("b2f7", TENANT), id("c8a1", TENANT), id("b2f7", "t")]);

    let Ok(Received::Notifications(batch)) = notifications::receive(&delivery(&items)) else { panic!() };
    assert_eq!(batch.verified(|_| None::<String>).dropped(), 12);
}

#[test]
fn no_secret_is_in_debug_output() {
    let received = notifications::receive(&delivery(&[call_record("1f3a")])).unwrap();
    assert!(!format!("{received:?}").contains(SECRET));
    let mut both = verified(&[call_record("1f3a"), lifecycle("missed")]);
    assert!(!format!("{both:?} {:?} {:?}", both.next(), both.next()).contains(SECRET));
    let subscription = Subscription::to("/x").notify("https://example.com/?code=hidden").client_state(SECRET);
    let told = format!("{subscription:?} {:?}", subscription.create());
    assert!(!told.contains(SECRET) && !told.contains("hidden"), "{told}");
}

#[test]
fn a_call_record_is_announced() {
    let change = change(&json!({}));
    assert_eq!(path_of::<CallRecord>(&change).as_deref(), Some("/communications/callRecords/1f3a"));
    assert_eq!(path_of::<User>(&change), None);
    assert_eq!(change.change_type(), ChangeType::Created);
    assert_eq!((change.subscription_id(), change.tenant_id()), ("b2f7", Some(TENANT)));
    assert_eq!(change.subscription_expires(), Some(moment("2026-03-04T10:00:00.000+00:00")));
    assert_eq!((change.odata_type(), change.resource_id()), (Some("#Microsoft.Graph.callrecord"), Some("1f3a")));
    assert_eq!((change.id(), change.etag(), change.resource_data()), (None, None, None));
    assert_eq!(change.resource(), change.resource_reference());
}

#[test]
fn a_message_is_announced() {
    let change = change(&json!({
        "id": "lsgT", "changeType": "updated", "subscriptionExpirationDateTime": "soon", "sequenceNumber": 7,
        "resource": format!("users/ada@{TENANT}/messages/AAMk="),
        "resourceData": {
            "@odata.type": "#Microsoft.Graph.Message", "@odata.id": format!("Users/ada@{TENANT}/Messages/AAMk="),
            "@odata.etag": "W/\"CQAA\"", "id": "AAMk=", "subject": "a \"quoted\" \u{e9}", "flags": [1, { "x": null }],
        },
    }));
    assert_eq!(path_of::<Message>(&change).as_deref(), Some("/users/ada/messages/AAMk%3D"));
    assert_eq!(path_of::<CallRecord>(&change), None);
    assert_eq!((change.id(), change.change_type()), (Some("lsgT"), ChangeType::Updated));
    assert_eq!(change.etag().unwrap().as_str(), "W/\"CQAA\"");
    assert_eq!(change.subscription_expires(), None);
    let data = object(r#"{"subject":"a \"quoted\" é","flags":[1,{"x":null}]}"#);
    assert_eq!(change.resource_data(), Some(&data));
}

#[test]
fn a_resource_is_found_in_each_form_that_graph_writes() {
    let at = |resource: Value, data: Value| change(&json!({ "resource": resource, "resourceData": data }));
    let guid = "0d2ac3f5-3e3b-4a44-9d38-1a6b2a4a2f6e";
    let other = "1d2ac3f5-3e3b-4a44-9d38-1a6b2a4a2f6e";
    for (resource, path) in [
        ("Users('ada')/Messages('AAMk')".to_owned(), "/users/ada/messages/AAMk"),
        ("Users/ada/Messages/AAMk".to_owned(), "/users/ada/messages/AAMk"),
        ("/users('O\'\'Neil@x.com')/messages('a/b')".to_owned(), "/users/O%27Neil%40x.com/messages/a%2Fb"),
        (format!("users/ada@{}/messages/AAMk", TENANT.to_uppercase()), "/users/ada/messages/AAMk"),
        (format!("users/{guid}@{other}/messages/1"), "/users/0d2ac3f5-3e3b-4a44-9d38-1a6b2a4a2f6e/messages/1"),
        ("users/ada@contoso.com/messages/1".to_owned(), "/users/ada%40contoso.com/messages/1"),
    ] {
        assert_eq!(path_of::<Message>(&at(json!(resource), Value::Null)).as_deref(), Some(path), "{resource}");
        let moved = at(json!("somewhere/else"), json!({ "@odata.id": resource }));
        assert_eq!(path_of::<Message>(&moved).as_deref(), Some(path), "{resource}");
    }
    let channel = at(json!("teams('t')/channels('19:x@thread.tacv2')/messages('16')"), Value::Null);
    let path = path_of::<ChannelMessage>(&channel);
    assert_eq!(path.as_deref(), Some("/teams/t/channels/19%3Ax%40thread.tacv2/messages/16"));
    // What a message is answered with is another resource.
    let reply = at(json!("teams('t')/channels('19:x')/messages('16')/replies('17')"), Value::Null);
    assert_eq!(path_of::<ChannelMessage>(&reply), None);

    let data = json!({ "@odata.type": "#microsoft.graph.CALLRECORD", "id": "7" });
    for resource in [json!("communications/callRecords"), json!("elsewhere"), Value::Null] {
        let path = path_of::<CallRecord>(&at(resource, data.clone()));
        assert_eq!(path.as_deref(), Some("/communications/callRecords/7"));
    }
    assert_eq!(path_of::<User>(&at(json!("elsewhere"), data)), None);
    let user = json!({ "@odata.type": "#Microsoft.Graph.User", "id": "7" });
    assert_eq!(path_of::<User>(&at(Value::Null, user.clone())).as_deref(), Some("/users/7"));
    // A singleton has no key that could be found, and what is below a user not enough of them.
    assert_eq!(path_of::<Me>(&at(Value::Null, user)), None);
    let message = json!({ "@odata.type": "#Microsoft.Graph.Message", "id": "7" });
    assert_eq!(path_of::<Message>(&at(Value::Null, message.clone())), None);
    assert_eq!(path_of::<Message>(&at(json!("users/ada/messages"), message)).as_deref(), Some("/users/ada/messages/7"));
    // The folder that was subscribed to, and nothing of what is in it.
    assert_eq!(path_of::<Message>(&at(json!("me/drive/root"), Value::Null)), None);
}

#[test]
fn a_key_of_a_notification_addresses_nothing_else() {
    for (id, path) in [("..", None), (".", None), ("a%2F..%2Fb", Some("/communications/callRecords/a%2F..%2Fb"))] {
        let change = change(&json!({ "resource": format!("communications/callRecords/{id}"), "resourceData": null }));
        assert_eq!(path_of::<CallRecord>(&change).as_deref(), path, "{id}");
    }
}

#[test]
fn a_change_of_a_new_kind_is_kept() {
    assert_eq!(change(&json!({ "changeType": "moved" })).change_type(), ChangeType::Unknown("moved".into()));
    assert_eq!(change(&json!({ "changeType": "Deleted" })).change_type(), ChangeType::Deleted);
    assert_eq!(change(&json!({ "changeType": null })).change_type(), ChangeType::Unknown(String::new()));
}

fn lifecycle(event: &str) -> Value {
    json!({
        "subscriptionId": "b2f7", "subscriptionExpirationDateTime": "2026-03-04T10:00:00.0000000Z",
        "tenantId": TENANT, "clientState": SECRET, "lifecycleEvent": event,
    })
}

#[test]
fn lifecycle_events_have_neither_resource_nor_change() {
    let events = ["reauthorizationRequired", "subscriptionRemoved", "missed", "tooManySubscribers"];
    let wanted = [
        LifecycleEvent::ReauthorizationRequired,
        LifecycleEvent::SubscriptionRemoved,
        LifecycleEvent::Missed,
        LifecycleEvent::Unknown("tooManySubscribers".into()),
    ];
    let received: Vec<_> = verified(&events.map(lifecycle))
        .map(|notification| match notification {
            Notification::Lifecycle(lifecycle) => {
                assert_eq!((lifecycle.subscription_id(), lifecycle.tenant_id()), ("b2f7", Some(TENANT)));
                assert_eq!(lifecycle.subscription_expires(), Some(moment("2026-03-04T10:00:00.0000000Z")));
                lifecycle.event()
            }
            Notification::Change(change) => panic!("{change:?}"),
        })
        .collect();
    assert_eq!(received, wanted);
}

#[test]
fn a_subscription_is_created_kept_and_deleted() {
    let new = Subscription::to(&CallRecord::collection())
        .on(ChangeTypes::CREATED | ChangeTypes::UPDATED)
        .notify("https://example.com/notify")
        .lifecycle("https://example.com/lifecycle")
        .client_state(SECRET);
    let until = new.clone().expires(moment("2026-03-04T10:00:00Z"));
    let wanted = json!({
        "resource": "/communications/callRecords", "changeType": "created,updated",
        "notificationUrl": "https://example.com/notify", "lifecycleNotificationUrl": "https://example.com/lifecycle",
        "clientState": SECRET, "expirationDateTime": "2026-03-04T10:00:00Z",
    });
    let body = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    assert_eq!(line_of(&until.create()), "POST /subscriptions");
    assert_eq!(body(body_of(&until.create())), wanted);
    assert_eq!(body_of(&Subscription::collection().create(&until)), body_of(&until.create()));

    let mut answered = wanted;
    (answered["id"], answered["clientState"]) = (json!("7f10"), Value::Null);
    let created = until.create().parse(answer(201, answered.to_string())).unwrap().fetched().unwrap();
    assert_eq!((created.id.as_str(), created.location()), ("7f10", Some("/subscriptions/7f10")));
    assert_eq!(created.change_type, (ChangeTypes::CREATED | ChangeTypes::UPDATED).into());
    assert!(!created.change_type.contains(&ChangeType::Deleted));

    let renewed = Subscription::at("7f10").renew(moment("2026-03-07T08:00:00Z"));
    assert_eq!(line_of(&renewed), "PATCH /subscriptions/7f10");
    assert_eq!(body_of(&renewed), r#"{"expirationDateTime":"2026-03-07T08:00:00Z"}"#);
    let reauthorized = Subscription::at("7f10").reauthorize();
    assert_eq!(line_of(&reauthorized), "POST /subscriptions/7f10/reauthorize");
    assert_eq!(body_of(&reauthorized), "");
    reauthorized.parse(answer(204, "")).unwrap();
    assert_eq!(line_of(&Subscription::at("7f10").delete()), "DELETE /subscriptions/7f10");
}

#[test]
fn a_subscription_lives_as_long_as_graph_lets_it() {
    for (resource, minutes) in
        [("/communications/callRecords", 4_230), ("/users/1/messages", 4_230), ("/users", 41_760), ("/new/thing", 60)]
    {
        let (before, life) = (SystemTime::now(), Duration::from_secs(minutes * 60));
        let body = object(&body_of(&Subscription::to(resource).create()));
        let expires = moment(body["expirationDateTime"].as_str().unwrap());
        let end = Renewal::new(expires, Duration::ZERO);
        assert_eq!(end.due(before + life - Duration::from_secs(121)), None, "{resource}");
        assert_eq!(end.due(SystemTime::now() + life - Duration::from_secs(119)), Some(Action::Recreate), "{resource}");
    }
}

#[test]
fn what_is_subscribed_to_has_a_path() {
    let resource = |new: notifications::NewSubscription| object(&body_of(&new.create()))["resource"].clone();
    assert_eq!(resource(Subscription::to(&Message::collection("ada"))), "/users/ada/messages");
    assert_eq!(resource(Subscription::to(&User::at("ada"))), "/users/ada");
    let error = Subscription::to(&Message::collection("")).create().to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert!(error.to_string().contains("`<user>` is empty"), "{error}");
}
