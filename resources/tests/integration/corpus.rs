//! Examples of the public documentation, where they are at hand: each is read as a whole, and nothing it says is lost.

use crate::support::tell;
use std::collections::BTreeMap;

use graph_resources::call_records::*;
use graph_resources::graph_resource::http::Response;
use graph_resources::graph_resource::{Bytes, Page, Structured};
use serde_json::Value;

use crate::support::{answer, assert_nothing_lost, beside, read, written};

const EXAMPLES: &str = "corpus/get.dev.jsonl";

/// The types that examples are of, with the least number of examples to be found.
const TYPES: [(&str, usize); 5] =
    [("callRecord", 4), ("session", 4), ("participant", 0), ("pstnCallLogRow", 1), ("directRoutingLogRow", 1)];

fn nothing_of_a_page_is_lost<T>(at: &str, of_type: &str, body: &Value, page: &Page<T>)
where
    T: Structured + serde::Serialize,
{
    let items = body["value"].as_array().unwrap();
    assert_eq!(items.len(), page.len(), "{at}");
    for (item, read) in items.iter().zip(page.iter()) {
        assert_nothing_lost(at, of_type, item, &written(&**read));
    }
}

fn nothing_is_lost(at: &str, short: &str, body: &Value) {
    let of_type = format!("microsoft.graph.callRecords.{short}");
    let response = || -> Response<Bytes> { answer(body.to_string()) };
    let moment = || "2025-11-01T00:00:00Z".parse().unwrap();
    let (from_date_time, to_date_time) = (moment(), moment());
    match short {
        "callRecord" => {
            let record = CallRecord::at("1").get().parse(response()).unwrap_or_else(|error| panic!("{at}: {error}"));
            assert_nothing_lost(at, &of_type, body, &written(&*record));
        }
        "session" => {
            let page = Session::collection("1").list().parse(response()).unwrap();
            nothing_of_a_page_is_lost(at, &of_type, body, &page);
        }
        "participant" => {
            let page = Participant::collection("1").list().parse(response()).unwrap();
            nothing_of_a_page_is_lost(at, &of_type, body, &page);
        }
        "pstnCallLogRow" => {
            let call = GetPstnCalls { from_date_time, to_date_time };
            let page = CallRecord::collection().call(call).parse(response()).unwrap();
            nothing_of_a_page_is_lost(at, &of_type, body, &page);
        }
        "directRoutingLogRow" => {
            let call = GetDirectRoutingCalls { from_date_time, to_date_time };
            let page = CallRecord::collection().call(call).parse(response()).unwrap();
            nothing_of_a_page_is_lost(at, &of_type, body, &page);
        }
        other => panic!("{at}: an example of `{other}`, which no test reads"),
    }
}

#[test]
fn nothing_that_the_documentation_shows_is_lost() {
    let Some(text) = beside(EXAMPLES) else {
        let least: usize = TYPES.iter().map(|(_, least)| least).sum();
        tell(format_args!(
            "{least} examples of the documentation were left out: there is no `{EXAMPLES}` beside the checkout"
        ));
        return;
    };
    let mut read_of = BTreeMap::new();
    for example in text.lines().map(read::<Value>) {
        let of_type = example["resource_type"].as_str().unwrap_or_default();
        if let Some(short) = of_type.strip_prefix("microsoft.graph.callRecords.") {
            nothing_is_lost(example["id"].as_str().unwrap(), short, &example["response_body"]);
            *read_of.entry(short.to_owned()).or_insert(0) += 1;
        }
    }
    for (short, least) in TYPES {
        let found = read_of.get(short).copied().unwrap_or(0);
        assert!(found >= least, "{found} examples of `{short}` were read");
    }
}
