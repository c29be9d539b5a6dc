//! The library as a subscriber of the embedded Graph, which says things twice, late, in any order, and not at all.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use graph_resource::notifications::{
    self, Action, ChangeTypes, Notification, Received, Reconciliation, Renewal, Seen, Subscription, missed,
};
use graph_resource::{Bytes, Client, DateTimeOffset, GraphResource, Tracked};
use graph_resource_testing::{Deliveries, EmbeddedGraph};
use serde_json::json;

use crate::support::{BASE, moment};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
struct CallRecord {
    id: String,
    version: i64,
    start_date_time: DateTimeOffset,
    note: Option<String>,
}

const RECORDS: &str = "/communications/callRecords";
const SECRET: &str = "kept secret";

/// What was verified, until it is dealt with.
type Queue = Arc<Mutex<Vec<Notification>>>;

fn subscriber(queue: Queue) -> impl Fn(&http::Request<Bytes>) -> http::Response<Bytes> + Send + Sync {
    move |request| match notifications::receive(request) {
        Ok(Received::Validation(token)) => token.into_response(),
        Ok(Received::Notifications(batch)) => {
            let verified = batch.verified(|_| Some(SECRET));
            assert_eq!(verified.dropped(), 0);
            queue.lock().unwrap().extend(verified);
            notifications::accepted()
        }
        Err(rejected) => rejected.into_response(),
    }
}

fn graph(how: Deliveries) -> (EmbeddedGraph, Queue) {
    let queue = Queue::default();
    let graph = EmbeddedGraph::new()
        .with_collection(RECORDS)
        .with_subscriptions(how)
        .with_subscriber(subscriber(Arc::clone(&queue)));
    (graph, queue)
}

/// Subscribes until a moment; gives the id.
async fn subscribe(client: &Client<EmbeddedGraph>, until: &str) -> String {
    let new = Subscription::to(&CallRecord::collection())
        .on(ChangeTypes::CREATED | ChangeTypes::UPDATED)
        .notify("https://example.com/notify")
        .lifecycle("https://example.com/notify")
        .client_state(SECRET)
        .expires(moment(until));
    let subscription = client.send(new.create()).await.unwrap().fetched().unwrap();
    assert_eq!(subscription.resource, RECORDS);
    subscription.id.clone()
}

#[tokio::test]
async fn each_record_is_here_in_its_newest_version_whatever_becomes_of_its_notifications() {
    let how = Deliveries::new().twice(0.1).late(0.1, Duration::from_secs(90)).behind(0.2).lost(0.05).per_request(3);
    let (graph, queue) = graph(how.seed(18));
    let client = Client::new(graph.clone(), graph_resource::BaseUrl::parse(BASE).unwrap());
    subscribe(&client, "2026-01-02T00:00:00Z").await;

    let mut copies = std::collections::BTreeMap::<String, Tracked<CallRecord>>::new();
    let mut seen = Seen::new(1_000);
    let mut reads = 0;
    for number in 0..600 {
        let id = format!("{:03}", number % 200);
        if number < 200 {
            let record = json!({"id": id, "version": 1, "startDateTime": "2026-01-01T00:00:00Z", "note": null});
            graph.insert(RECORDS, record);
        } else {
            graph.change(&format!("{RECORDS}/{id}"), |record| record["version"] = json!(number / 200 + 1));
        }
        if number % 7 > 0 {
            continue;
        }
        graph.deliver();
        // The lock is not held while records are read.
        let arrived = std::mem::take(&mut *queue.lock().unwrap());
        for notification in arrived {
            let Notification::Change(change) = notification else { panic!("{notification:?}") };
            let record = client.send(change.at::<CallRecord>().unwrap().get()).await.unwrap();
            reads += 1;
            let (id, version) = (record.id.clone(), record.version);
            if seen.insert(&id, version) {
                match copies.get_mut(&id) {
                    Some(copy) => assert!(copy.reloaded_keeping(record).unwrap().is_empty()),
                    None => {
                        let mut copy = record.track();
                        copy.note = Some(format!("of {id}"));
                        copies.insert(id, copy);
                    }
                }
            }
        }
    }
    let stale = |copies: &std::collections::BTreeMap<String, Tracked<CallRecord>>| {
        (0..200).filter(|id| copies.get(&format!("{id:03}")).is_none_or(|copy| copy.version != 3)).count()
    };
    assert!(reads > 500 && stale(&copies) > 0, "{reads} reads, {} stale", stale(&copies));

    let mut page = {
        let filter = Reconciliation::since(moment("2026-01-01T00:00:00Z")).filter("startDateTime");
        client.send(CallRecord::collection().list().query("$filter", filter)).await.unwrap()
    };
    loop {
        let next = page.next_page();
        for record in missed(page, &seen, |record| (&record.id, record.version)) {
            assert!(seen.insert(&record.id, record.version));
            match copies.get_mut(&record.id) {
                Some(copy) => assert!(copy.reloaded_keeping(record).unwrap().is_empty()),
                None => drop(copies.insert(record.id.clone(), record.track())),
            }
        }
        let Some(next) = next else { break };
        page = client.send(next).await.unwrap();
    }
    assert_eq!((stale(&copies), copies.len()), (0, 200));
    let kept = copies.iter().filter(|(id, copy)| copy.note.as_deref() == Some(&*format!("of {id}"))).count();
    assert!(kept > 150, "changes that are not saved yet stay: {kept}");
}

#[tokio::test]
async fn a_subscription_is_kept_as_long_as_it_is_wanted() {
    let (graph, queue) = graph(Deliveries::new());
    let client = Client::new(graph.clone(), graph_resource::BaseUrl::parse(BASE).unwrap());
    let id = subscribe(&client, "2026-01-01T10:00:00Z").await;
    let mut renewal = Renewal::new(moment("2026-01-01T10:00:00Z"), Duration::from_secs(10 * 3_600));

    assert!(graph.send_lifecycle(&id, "reauthorizationRequired"));
    graph.deliver();
    for notification in std::mem::take(&mut *queue.lock().unwrap()) {
        let Notification::Lifecycle(lifecycle) = notification else { panic!("{notification:?}") };
        renewal.notified(&lifecycle);
    }
    assert_eq!(renewal.due(moment("2026-01-01T01:00:00Z")), Some(Action::Reauthorize));
    client.send(Subscription::at(&id).reauthorize()).await.unwrap();
    renewal.reauthorized();
    graph.insert(RECORDS, json!({"id": "1"}));
    assert_eq!(graph.deliver(), 1);

    assert_eq!(renewal.due(moment("2026-01-01T08:00:00Z")), Some(Action::Renew));
    client.send(Subscription::at(&id).renew(moment("2026-01-02T00:00:00Z"))).await.unwrap();
    let stored = graph.entity(&format!("/subscriptions/{id}")).unwrap();
    assert!(moment(stored["expirationDateTime"].as_str().unwrap()) == moment("2026-01-02T00:00:00Z"));

    assert!(graph.send_lifecycle(&id, "subscriptionRemoved"));
    let error = client.send(Subscription::at(&id).reauthorize()).await.unwrap_err();
    renewal.failed(moment("2026-01-01T08:00:00Z"), &error);
    assert_eq!(renewal.due(moment("2026-01-01T08:00:00Z")), Some(Action::Recreate));
}
