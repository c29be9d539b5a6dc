//! Applying a patch, comparing two records, composing two patches.

use std::mem::take;

use bench_report::Table;
use graph_resource::GraphResource;
use struct_patch::{Merge, Patch};

use super::read::read;
use super::write::{end, hand_patch, our_patch, struct_patch};
use crate::bodies::{Nulls, call_record};
use crate::{BY_HAND, OURS, derived, hand, ours};

const STRUCT_PATCH: &str = "struct-patch";

/// Two records that differ in three properties, as each contestant has them.
macro_rules! pair {
    ($contestant:ident, $body:expr) => {{
        let old: $contestant::CallRecord = read($body);
        let mut new = old.clone();
        new.version = 8;
        new.end_date_time = end();
        new.join_web_url = Some("https://teams.microsoft.com/l/meetup-join/another".to_owned());
        (old, new)
    }};
}

fn apply(body: &str) -> Table {
    let (mut ours, mut hand, mut other): (ours::CallRecord, hand::CallRecord, derived::CallRecord) =
        (read(body), read(body), read(body));
    let started = (ours.clone(), hand.clone(), other.clone());
    ours.apply(our_patch());
    hand_patch().apply(&mut hand);
    other.apply(struct_patch());
    assert_eq!(format!("{hand:?}"), format!("{ours:?}"));
    assert_eq!(format!("{other:?}"), format!("{ours:?}"));
    let (ours, hand, other) = started;
    Table::new("apply a patch of 3 properties")
        .reach(1.0)
        .contestant_with(BY_HAND, move || (hand.clone(), hand_patch()), |(record, patch)| take(patch).apply(record))
        .contestant_with(OURS, move || (ours.clone(), our_patch()), |(record, patch)| record.apply(take(patch)))
        .contestant_with(
            STRUCT_PATCH,
            move || (other.clone(), struct_patch()),
            |(record, patch)| record.apply(take(patch)),
        )
}

fn diff(
    name: &str,
    (old, new): (ours::CallRecord, ours::CallRecord),
    by_hand: (hand::CallRecord, hand::CallRecord),
) -> Table {
    let by_ours = serde_json::to_string(&old.diff(&new)).expect("a patch is JSON");
    let written = serde_json::to_string(&hand::CallRecordPatch::diff(&by_hand.0, &by_hand.1)).expect("a patch is JSON");
    assert_eq!(by_ours, written);
    Table::new(name)
        .reach(1.0)
        .contestant(BY_HAND, move || hand::CallRecordPatch::diff(&by_hand.0, &by_hand.1))
        .contestant(OURS, move || old.diff(&new))
}

fn diffs(body: &str) -> Vec<Table> {
    let others = pair!(derived, body);
    let table = diff("diff two records that differ in 3 properties", pair!(ours, body), pair!(hand, body));
    let table = table.contestant_with(
        "struct-patch, which consumes both",
        move || Some(others.clone()),
        |pair| pair.take().map(|(old, new)| new.into_patch_by_diff(old)),
    );
    let (old, hand_old): (ours::CallRecord, hand::CallRecord) = (read(body), read(body));
    let (mut new, mut hand_new) = (old.clone(), hand_old.clone());
    let name = || Some("Another".to_owned());
    new.organizer.as_mut().and_then(|organizer| organizer.user.as_mut()).expect("it is in the body").display_name =
        name();
    hand_new
        .organizer
        .as_mut()
        .and_then(|organizer| organizer.user.as_mut())
        .expect("it is in the body")
        .display_name = name();
    vec![
        table,
        diff("diff two records that are the same", (old.clone(), old.clone()), (hand_old.clone(), hand_old.clone())),
        diff("diff two records that differ in a complex value", (old, new), (hand_old, hand_new)),
    ]
}

fn merge() -> Table {
    let our_later = || ours::CallRecordPatch::new().version(9).clear_join_web_url();
    let hand_later =
        || hand::CallRecordPatch { version: Some(9), join_web_url: Some(None), ..hand::CallRecordPatch::default() };
    let other_later = || derived::CallRecordPatch {
        version: Some(9),
        join_web_url: Some(None),
        ..derived::CallRecordPatch::default()
    };
    let (mut ours, mut hand) = (our_patch(), hand_patch());
    ours.merge(our_later());
    hand.merge(hand_later());
    let other = struct_patch().merge(other_later());
    let written = serde_json::to_string(&ours).expect("a patch is JSON");
    assert_eq!(serde_json::to_string(&hand).expect("a patch is JSON"), written);
    assert_eq!(serde_json::to_string(&other).expect("a patch is JSON"), written);
    Table::new("merge two patches")
        .reach(1.0)
        .contestant_with(BY_HAND, move || (hand_patch(), hand_later()), |(patch, later)| patch.merge(take(later)))
        .contestant_with(OURS, move || (our_patch(), our_later()), |(patch, later)| patch.merge(take(later)))
        .contestant_with(
            STRUCT_PATCH,
            move || (struct_patch(), other_later()),
            |(patch, later)| *patch = take(patch).merge(take(later)),
        )
}

pub(crate) fn tables() -> Vec<Table> {
    let body = call_record(8, Nulls::Without);
    let mut tables = vec![apply(&body)];
    tables.extend(diffs(&body));
    tables.push(merge());
    tables
}
