//! Announcements that come twice, late, in any order and not at all: in the end, each record is here once, in its newest
//! version.

use std::collections::BTreeMap;
use std::time::Duration;

use graph_resource::notifications::{self, Notification, Received, Reconciliation, Seen, missed};
use graph_resource::request::{Get, Operation};
use graph_resource::{Bytes, DateTimeOffset, GraphResource, Request};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::support::{BASE, answer, moment};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
struct CallRecord {
    id: String,
    version: i64,
    start_date_time: DateTimeOffset,
}

const DELIVERIES: usize = 10_000;
const SECRET: &str = "kept secret";

/// Numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

fn time(minute: usize) -> DateTimeOffset {
    let (day, minute) = (3 + minute / 1_440, minute % 1_440);
    moment(&format!("2026-03-{day:02}T{:02}:{:02}:00Z", minute / 60, minute % 60))
}

/// Holds the records as they are. A minute passes with each change.
struct Service {
    minute: usize,
    records: Vec<CallRecord>,
    /// Announcements on their way.
    network: Vec<String>,
    numbers: Numbers,
}

impl Service {
    /// A call ends, or a record of one of the last 500 calls grows. Five of a hundred announcements get lost, ten are made
    /// twice.
    fn change(&mut self) {
        self.minute += 1;
        let last = self.records.len();
        let index = if last == 0 || self.numbers.percent(60) {
            let start_date_time = time(self.minute.saturating_sub(self.numbers.below(600)));
            self.records.push(CallRecord { id: format!("{last:05}"), version: 1, start_date_time });
            last
        } else {
            let index = last - 1 - self.numbers.below(last.min(500));
            self.records[index].version += 1;
            index
        };
        let copies = if self.numbers.percent(5) { 0 } else { 1 + usize::from(self.numbers.percent(10)) };
        self.network.extend((0..copies).map(|_| self.records[index].id.clone()));
    }

    /// One to three of the 50 announcements that wait longest, in any order; sometimes with one that somebody forged.
    fn deliver(&mut self) -> http::Request<Bytes> {
        let mut items = Vec::new();
        while items.len() < 3 && !self.network.is_empty() && (items.is_empty() || self.numbers.percent(20)) {
            let waiting = self.network.len().min(50);
            let id = self.network.remove(self.numbers.below(waiting));
            items.push(announcement(&id, SECRET));
        }
        if self.numbers.percent(2) {
            items.push(announcement("forged", "guessed"));
        }
        http::Request::post("/notify").body(json!({ "value": items }).to_string().into()).unwrap()
    }

    /// Answers a `GET` of one record, and of a page of 60 of those that began lately.
    fn answer<O: Operation>(&self, request: &Request<O>) -> http::Response<Bytes> {
        let uri = request.to_http(BASE).unwrap().uri().clone();
        let written = |record: &CallRecord| serde_json::to_value(record).unwrap();
        if let Some(id) = uri.path().strip_prefix("/v1.0/communications/callRecords/") {
            return answer(200, written(&self.records[id.parse::<usize>().unwrap()]).to_string());
        }
        let query = percent_decode_str(uri.query().unwrap()).decode_utf8().unwrap().into_owned();
        let (filter, skip) = query.split_once("&$skiptoken=").unwrap_or((&query, "0"));
        let from = moment(filter.strip_prefix("$filter=startDateTime ge ").unwrap());
        let skip: usize = skip.parse().unwrap();
        let found: Vec<_> = self.records.iter().filter(|record| record.start_date_time >= from).collect();
        let mut page =
            json!({ "value": found.iter().skip(skip).take(60).map(|record| written(record)).collect::<Vec<_>>() });
        if found.len() > skip + 60 {
            let filter = filter.replace(' ', "%20");
            page["@odata.nextLink"] =
                json!(format!("{BASE}{}?{filter}&$skiptoken={}", "/communications/callRecords", skip + 60));
        }
        answer(200, page.to_string())
    }
}

fn announcement(id: &str, state: &str) -> Value {
    json!({
        "subscriptionId": "b2f7", "clientState": state, "changeType": "updated",
        "resource": format!("communications/callRecords/{id}"), "resourceData": { "id": id },
    })
}

/// Holds the records as far as they are known.
struct Subscriber {
    records: BTreeMap<String, CallRecord>,
    writes: BTreeMap<(String, i64), usize>,
    seen: Seen,
    reconciliation: Reconciliation,
    /// Answers that come later than others.
    answers: Vec<(Request<Get<CallRecord>>, http::Response<Bytes>)>,
    forged: usize,
}

impl Subscriber {
    fn receive(&mut self, delivery: &http::Request<Bytes>, service: &Service) {
        let Ok(Received::Notifications(batch)) = notifications::receive(delivery) else { panic!() };
        let verified = batch.verified(|_| Some(SECRET));
        self.forged += verified.dropped();
        for notification in verified {
            let Notification::Change(change) = notification else { panic!("{notification:?}") };
            let request = change.at::<CallRecord>().unwrap().get();
            let answer = service.answer(&request);
            self.answers.push((request, answer));
        }
    }

    /// Reads one of the answers: any.
    fn read(&mut self, numbers: &mut Numbers) {
        let (request, answer) = self.answers.swap_remove(numbers.below(self.answers.len()));
        let record = request.parse(answer).unwrap().into_inner();
        if self.seen.is_news(&record.id, record.version) {
            self.store(record);
        }
    }

    fn store(&mut self, record: CallRecord) {
        self.seen.insert(&record.id, record.version);
        *self.writes.entry((record.id.clone(), record.version)).or_default() += 1;
        self.records.insert(record.id.clone(), record);
    }

    /// Reads the whole listing, with a state that was stored in between. The number of records that were missing.
    fn reconcile(&mut self, service: &Service) -> usize {
        let seen = serde_json::to_string(&self.seen).unwrap();
        self.seen = serde_json::from_str(&seen).unwrap();
        let (mut found, began) = (0, time(service.minute));
        let request = CallRecord::collection().list().query("$filter", self.reconciliation.filter("startDateTime"));
        let answer = service.answer(&request);
        let mut page = request.parse(answer).unwrap();
        loop {
            let next = page.next_page();
            for record in missed(page, &self.seen, |record| (&record.id, record.version)) {
                found += 1;
                self.store(record.into_inner());
            }
            let Some(next) = next else { break };
            let answer = service.answer(&next);
            page = next.parse(answer).unwrap();
        }
        self.reconciliation.finish(began);
        found
    }
}

/// What the subscriber has in the end of what the service has: the number of records of which it has another version, or
/// none, before the last reconciliation and after it.
fn soak(look_back: Option<Duration>) -> (usize, usize) {
    let mut service = Service { minute: 0, records: Vec::new(), network: Vec::new(), numbers: Numbers(2026) };
    let reconciliation = Reconciliation::since(time(0));
    let mut subscriber = Subscriber {
        records: BTreeMap::new(),
        writes: BTreeMap::new(),
        seen: Seen::new(4_000),
        reconciliation: look_back.map_or(reconciliation.clone(), |time| reconciliation.look_back(time)),
        answers: Vec::new(),
        forged: 0,
    };
    let mut numbers = Numbers(7);
    for number in 1..=DELIVERIES {
        while service.network.len() < 60 {
            service.change();
        }
        let delivery = service.deliver();
        subscriber.receive(&delivery, &service);
        while subscriber.answers.len() > 20 {
            subscriber.read(&mut numbers);
        }
        if number % 1_500 == 0 {
            assert!(subscriber.reconcile(&service) > 0);
        }
    }
    while !subscriber.answers.is_empty() {
        subscriber.read(&mut numbers);
    }
    assert!(subscriber.forged > 100 && !subscriber.records.contains_key("forged"));
    assert!(service.records.len() > 5_000, "{} records", service.records.len());

    let wrong = |subscriber: &Subscriber| {
        service.records.iter().filter(|record| subscriber.records.get(&record.id) != Some(record)).count()
    };
    let before = wrong(&subscriber);
    subscriber.reconcile(&service);
    assert!(subscriber.writes.values().all(|writes| *writes == 1), "no version is stored twice");
    assert!(subscriber.records.len() <= service.records.len());
    (before, wrong(&subscriber))
}

#[test]
fn each_record_is_here_once_and_in_its_newest_version() {
    let (before, after) = soak(None);
    assert!(before > 10, "{before} were missing");
    assert_eq!(after, 0);
}

#[test]
fn a_watermark_that_follows_too_close_misses_records() {
    let (_, after) = soak(Some(Duration::ZERO));
    assert!(after > 10, "{after} are missing");
}
