//! How often the allocator is called, and how much is held: figures that are the same on every machine, and so can be held.
//!
//! What it costs in time is measured in `benches/`.

use std::alloc::System;
use std::convert::Infallible;
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};

use graph_resource::notifications::{self, Received};
use graph_resource::{BaseUrl, Bytes, Client, DateTimeOffset, GraphPatch as _, GraphResource, HttpClient};
use graph_resource_tests::call_record::*;
use graph_resource_tests::shapes::Tree;
use graph_resource_tests::unions::Endpoint;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Calls for new memory, or for more of it, in the fewest of several runs: other threads of the test runner are counted
/// as well.
fn allocations<T>(mut work: impl FnMut() -> T) -> usize {
    let count = |_| {
        let region = Region::new(ALLOCATOR);
        let made = black_box(work());
        let change = region.change();
        drop(made);
        change.allocations + change.reallocations
    };
    (0..5).map(count).min().unwrap_or_default()
}

fn record() -> CallRecord {
    let identity = r#"{"user":{"id":"8218","displayName":"Ada","tenantId":"dc36"}}"#;
    let text = format!(
        r#"{{"id":"e523","version":1,"type":"groupCall","modalities":["audio"],"lastModifiedDateTime":"2020-02-25T19:00:24Z",
        "startDateTime":"2020-02-25T18:52:21Z","endDateTime":"2020-02-25T18:52:46Z","organizer":{identity},
        "participants":[{identity},{identity}],"joinWebUrl":"https://example.com/"}}"#
    );
    serde_json::from_str(&text).unwrap()
}

fn patch() -> CallRecordPatch {
    CallRecordPatch::new().version(2).r#type(CallType::PeerToPeer).clear_join_web_url()
}

/// One test, so that no other one runs beside it.
#[test]
fn no_more_is_allocated_than_what_is_kept() {
    let (old, text) = (record(), serde_json::to_string(&record()).unwrap());
    let moment: DateTimeOffset = "2021-01-01T00:00:00Z".parse().unwrap();
    let mut new = old.clone();
    (new.version, new.start_date_time, new.join_web_url) = (2, moment, Some("https://example.org/".into()));

    assert_eq!(allocations(|| old.diff(&old)), 0, "no difference");
    assert_eq!(allocations(|| old.diff(&new)), 1, "the changed string");
    let mut renamed = old.clone();
    renamed.organizer.as_mut().and_then(|organizer| organizer.user.as_mut()).unwrap().display_name = Some("Bea".into());
    let organizer = allocations(|| renamed.organizer.clone());
    assert_eq!(allocations(|| old.diff(&renamed)), organizer, "the changed value, whole");
    let (mut moved, mut marked) = (old.clone(), old.clone());
    (moved.start_date_time, marked.version) = (moment, 2);
    let merged = |theirs: &CallRecord| allocations(|| CallRecord::merge3(&old, theirs, &marked).patch);
    assert_eq!(merged(&renamed), merged(&moved), "what only they changed is noted, and not copied");
    let nested = |innermost| {
        format!(r#"{}{{"name":"{innermost}","children":[]}}{}"#, r#"{"children":[],"left":"#.repeat(20), "}".repeat(20))
    };
    let tree =
        |innermost| serde_json::from_str::<Tree>(&format!(r#"{{"id":"1","root":{}}}"#, nested(innermost))).unwrap();
    let (shallow, deep) = (tree("a"), tree("b"));
    let root = allocations(|| deep.root.clone());
    assert_eq!(allocations(|| shallow.diff(&deep)), root, "the changed value, whole, however deep the change is");
    let (mut composed, later) = (patch(), patch());
    assert_eq!(allocations(|| composed.merge(later.clone())), 0, "composed in place");
    let mut changed = old.clone();
    assert_eq!(allocations(|| changed.apply(patch())), 0, "applied in place");
    let modalities = || CallRecordPatch::new().modalities(vec![Modality::Video, Modality::Audio]);
    assert_eq!(
        allocations(|| changed.apply(modalities())),
        allocations(modalities),
        "a collection of plain items becomes the record's"
    );
    let written = allocations(|| serde_json::to_vec(&patch()).unwrap());
    assert_eq!(written, 1, "the body");
    // What is kept, and names of dynamic properties and of members on their way.
    let read = allocations(|| serde_json::from_str::<CallRecord>(&text).unwrap());
    let cloned = allocations(|| old.clone());
    assert!(read <= cloned + 2, "{read} to read what takes {cloned} to clone");
    let endpoint = r##"{"@odata.type":"#test.participantEndpoint","name":"a"}"##;
    assert_eq!(allocations(|| serde_json::from_str::<Endpoint>(endpoint).unwrap()), 2, "the name and the box");

    let item = |number: u32| {
        format!(
            r##"{{"subscriptionId":"b2f7","clientState":"kept secret","changeType":"created","tenantId":"5c2d",
            "resource":"communications/callRecords/{number}","resourceData":{{"@odata.type":"#Microsoft.Graph.callrecord",
            "@odata.id":"communications/callRecords/{number}","id":"{number}"}}}}"##
        )
    };
    let body = format!(r#"{{"value":[{}]}}"#, (0..1_000).map(item).collect::<Vec<_>>().join(","));
    let request = http::Request::post("/notify").body(Bytes::from(body)).unwrap();
    let received = allocations(|| {
        let Ok(Received::Notifications(batch)) = notifications::receive(&request) else { panic!() };
        batch.verified(|_| Some("kept secret")).map(drop).count()
    });
    assert!((1_000..=1_050).contains(&received), "{received} for 1,000 notifications: one each, and the collections");

    let base = BaseUrl::graph();
    let request = || CallRecord::at("e523").update(patch()).to_http(&base).unwrap();
    let built = allocations(request);
    assert!(built <= 4, "{built} to build a request");
    let request = || CallRecord::at("e523").update(patch()).if_match("W/\"7\"").to_http(&base).unwrap();
    let built = allocations(request);
    assert!(built <= 7, "{built} to build a request with If-Match");
    let body = allocations(|| {
        let mut body = Vec::with_capacity(512);
        patch().write_body(&mut body).unwrap();
        body
    });
    assert_eq!(body, 1, "the buffer");

    let p = CallRecord::props();
    let filter = || p.version.gt(1) & p.start_date_time.ge(moment) & p.join_web_url.starts_with("https://example.com");
    let built = allocations(filter);
    assert!(built <= 2, "{built} to build a filter of three terms");

    let few = most_held(3);
    let many = most_held(100);
    assert!(many * 10 <= few * 11, "{many} bytes at most in a walk of 100 pages, {few} in one of 3");
}

/// A collection of so many pages.
struct Pages {
    left: AtomicUsize,
    body: String,
}

impl HttpClient for Pages {
    type Error = Infallible;

    async fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, Infallible> {
        let left = self.left.fetch_sub(1, Ordering::Relaxed);
        let link = format!(r#""@odata.nextLink":"https://graph.microsoft.com/v1.0/x?$skiptoken={left}","#);
        let link = if left > 1 { link } else { String::new() };
        Ok(http::Response::new(Bytes::from(format!("{{{link}\"value\":[{}]}}", self.body))))
    }
}

/// How many bytes are held at most while the items of so many pages are walked, 100 a page.
fn most_held(pages: usize) -> usize {
    let held = || {
        let stats = ALLOCATOR.stats();
        stats.bytes_allocated - stats.bytes_deallocated
    };
    let one = serde_json::to_string(&record()).unwrap();
    let transport = Pages { left: AtomicUsize::new(pages), body: vec![one; 100].join(",") };
    let client = Client::new(transport, BaseUrl::graph());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (before, mut most, mut seen) = (held(), 0, 0);
    runtime.block_on(async {
        let mut items = client.items(CallRecord::collection().list());
        while let Some(item) = items.next().await {
            most = most.max(held());
            assert_eq!(item.unwrap().version, 1);
            seen += 1;
        }
    });
    assert_eq!(seen, 100 * pages);
    most - before
}
