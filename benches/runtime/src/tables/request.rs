//! Building a request: path, headers and body, to `http::Request`.

use bench_report::Table;
use bytes::Bytes;
use graph_resource::http::{HeaderMap, Request};
use graph_resource::{BaseUrl, ETag};

use super::write::{hand_patch, our_patch};
use crate::{BY_HAND, OURS, hand, ours};

const BASE: &str = "https://graph.microsoft.com/v1.0";
const ID: &str = "e523d2ed-2966-4b6b-925b-754a88034cc5";
const TAG: &str = "W/\"7\"";

fn ours(base: &BaseUrl, patch: ours::CallRecordPatch, tag: Option<&str>) -> Request<Bytes> {
    let mut request = ours::CallRecord::at(ID).update(patch);
    if let Some(tag) = tag {
        request = request.if_match(ETag::from(tag));
    }
    request.to_http(base).expect("it can be sent")
}

fn by_hand(patch: &hand::CallRecordPatch, tag: Option<&str>) -> Request<Bytes> {
    hand::update(BASE, ID, tag, patch).expect("it can be sent")
}

fn table(name: &str, tag: Option<&'static str>) -> Table {
    let base = BaseUrl::parse(BASE).expect("a base URL");
    let (left, right) = (ours(&base, our_patch(), tag), by_hand(&hand_patch(), tag));
    assert_eq!((left.method(), left.uri(), left.body()), (right.method(), right.uri(), right.body()));
    let sorted = |headers: &HeaderMap| {
        let mut headers: Vec<_> = headers.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        headers.sort_by(|one, other| one.0.cmp(&other.0));
        headers
    };
    assert_eq!(sorted(left.headers()), sorted(right.headers()));
    // Ours takes the patch along, to apply it when the answer came; by hand, it stays where it is.
    Table::new(name).reach(1.0).contestant_with(BY_HAND, hand_patch, move |patch| by_hand(patch, tag)).contestant_with(
        OURS,
        || Some(our_patch()),
        move |patch| patch.take().map(|patch| ours(&base, patch, tag)),
    )
}

pub(crate) fn tables() -> Vec<Table> {
    vec![table("build a PATCH request", None), table("build a PATCH request with If-Match", Some(TAG))]
}
