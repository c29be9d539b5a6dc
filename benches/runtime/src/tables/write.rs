//! Writing the body of a patch.

use bench_report::Table;
use graph_resource::{DateTimeOffset, GraphPatch as _};
use serde::Serialize;

use crate::{BY_HAND, OURS, derived, hand, ours};

/// What the patches say.
const URL: &str = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NDQ4%40thread.v2/0?context=2";

/// When the last user left.
pub(crate) fn end() -> DateTimeOffset {
    "2020-02-25T18:59:46.7640013Z".parse().expect("a moment")
}

/// A patch of three properties.
pub fn our_patch() -> ours::CallRecordPatch {
    ours::CallRecordPatch::new().version(8).end_date_time(end()).join_web_url(URL)
}

/// The same by hand.
#[must_use]
pub fn hand_patch() -> hand::CallRecordPatch {
    hand::CallRecordPatch {
        version: Some(8),
        end_date_time: Some(end()),
        join_web_url: Some(Some(URL.to_owned())),
        ..hand::CallRecordPatch::default()
    }
}

/// The same with struct-patch.
#[must_use]
pub fn struct_patch() -> derived::CallRecordPatch {
    derived::CallRecordPatch {
        version: Some(8),
        end_date_time: Some(end()),
        join_web_url: Some(Some(URL.to_owned())),
        ..derived::CallRecordPatch::default()
    }
}

/// A body in a buffer that is large enough, as everybody gets one.
///
/// # Panics
///
/// Does not: no patch fails to be written.
pub fn body(patch: &impl Serialize) -> Vec<u8> {
    let mut body = Vec::with_capacity(512);
    serde_json::to_writer(&mut body, patch).expect("a patch is JSON");
    body
}

/// The same by the library's own writer, which requests use.
fn our_body(patch: &ours::CallRecordPatch) -> Vec<u8> {
    let mut body = Vec::with_capacity(512);
    patch.write_body(&mut body).expect("a patch is JSON");
    body
}

fn bytes(patch: &hand::CallRecordPatch) -> Vec<u8> {
    let mut body = Vec::with_capacity(512);
    hand::write_bytes(patch, &mut body);
    body
}

pub(crate) fn tables() -> Vec<Table> {
    let (ours, hand, others) = (our_patch(), hand_patch(), struct_patch());
    let written = body(&ours);
    for other in [our_body(&ours), body(&hand), bytes(&hand), body(&others)] {
        assert_eq!(String::from_utf8_lossy(&other), String::from_utf8_lossy(&written));
    }
    let (bytewise, by_serde_json) = (hand.clone(), ours.clone());
    let table = Table::new("write a patch of 3 of 10 properties")
        .reach(0.95)
        .contestant(BY_HAND, move || body(&hand))
        .contestant(OURS, move || our_body(&ours))
        .contestant("graph-resource, by serde_json", move || body(&by_serde_json))
        .contestant("bytes, by hand", move || bytes(&bytewise))
        .contestant("struct-patch", move || body(&others));
    vec![table]
}
