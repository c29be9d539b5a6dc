//! Reading an answer.

use std::fmt::Debug;

use bench_report::Table;
use bytes::Bytes;
use graph_resource::http::{Response, header};
use graph_resource::{Fetched, GraphResource, Structured};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::bodies::{Nulls, call_record, expanded, partial};
use crate::derived::Tidy;
use crate::{BY_HAND, OURS, derived, hand, ours, sessions};

/// A whole value from a text.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("the body is one of these")
}

fn shown(value: &impl Debug) -> String {
    format!("{value:?}")
}

/// The answer to a `GET`, as a transport gives it.
fn answer(body: &Bytes) -> Response<Bytes> {
    let mut response = Response::new(body.clone());
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

/// What our `GET` makes of an answer: beside the resource, its `ETag`, its place and its links.
fn parse<R: GraphResource>(response: Response<Bytes>) -> Fetched<R> {
    graph_resource::At::<R>::new(&[&"1"]).get().parse(response).expect("the body is one of these")
}

/// The contestants that read a body as `Ours`, as `Hand` and as `Derived`.
fn table<Ours, Hand, Derived>(name: &str, body: String) -> Table
where
    Ours: GraphResource + Structured + DeserializeOwned,
    Hand: Debug + DeserializeOwned,
    Derived: Debug + DeserializeOwned + Tidy,
{
    let ours: Ours = read(&body);
    assert_eq!(shown(&read::<Hand>(&body)), shown(&ours));
    assert_eq!(&*parse::<Ours>(answer(&Bytes::from(body.clone()))), &ours);
    let mut derived: Derived = read(&body);
    derived.tidy();
    assert_eq!(shown(&derived), shown(&ours));
    assert_eq!(serde_json::from_value::<Ours>(read(&body)).expect("the same"), ours);

    let [first, second, third, fourth] = [(); 4].map(|()| body.clone());
    let body = Bytes::from(body);
    Table::new(name)
        .reach(1.0)
        .contestant(BY_HAND, move || read::<Hand>(&first))
        .contestant(OURS, move || read::<Ours>(&second))
        .contestant_with(
            "graph-resource, as an answer",
            move || Some(answer(&body)),
            |answer| answer.take().map(parse::<Ours>),
        )
        .contestant("serde's derive", move || read::<Derived>(&third))
        .contestant("serde_json::Value", move || read::<Value>(&fourth))
}

pub(crate) fn tables() -> Vec<Table> {
    let [first, second] = [(); 2].map(|()| partial());
    let ours: ours::CallRecordPartial = read(&first);
    let hand: hand::CallRecordPartial = read(&first);
    assert_eq!((ours.version, ours.end_date_time), (hand.version, hand.end_date_time));
    assert_eq!(ours.join_web_url.clone().stated(), hand.join_web_url);
    let organizer = ours.organizer.clone().value().expect("it is in the body");
    let members = organizer.as_members().expect("an answer states members");
    assert_eq!(
        members.user.as_ref().value().and_then(|user| user.as_members()?.id.clone().value()),
        hand.organizer.flatten().and_then(|organizer| organizer.user?.id)
    );
    vec![
        table::<ours::CallRecord, hand::CallRecord, derived::CallRecord>(
            "read a whole callRecord of 8 participants",
            call_record(8, Nulls::Without),
        ),
        table::<ours::CallRecord, hand::CallRecord, derived::CallRecord>(
            "read a whole callRecord of 8 participants, with the service's nulls",
            call_record(8, Nulls::With),
        ),
        table::<sessions::ExpandedCallRecord, hand::ExpandedCallRecord, derived::ExpandedCallRecord>(
            "read a callRecord with 100 sessions of 3 segments",
            expanded(100, 3),
        ),
        Table::new("read a partial of 5 properties")
            .reach(1.0)
            .contestant(BY_HAND, move || read::<hand::CallRecordPartial>(&first))
            .contestant(OURS, move || read::<ours::CallRecordPartial>(&second)),
    ]
}
