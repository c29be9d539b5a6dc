//! A filter means the same to us and to a service that reads the text of the URL.

use graph_resource_testing::EmbeddedGraph;
use proptest::prelude::*;

use crate::asks::{Record, ask, record};
use crate::support::BASE;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn we_and_the_service_find_the_same(
        mut records in prop::collection::vec(record(), 1..12),
        asks in prop::collection::vec(ask(), 1..6),
    ) {
        let mut graph = EmbeddedGraph::new();
        for (index, record) in records.iter_mut().enumerate() {
            record.id = index.to_string();
            graph = graph.with_entity("/records", serde_json::to_value(&*record).unwrap());
        }
        for ask in asks {
            let request = Record::collection().list().filter(ask.filter());
            let answer = graph.respond(&request.to_http(BASE).unwrap()).unwrap();
            let page = request.parse(answer).unwrap_or_else(|error| panic!("{error}: {ask:?}"));
            let theirs: Vec<&str> = page.iter().map(|record| record.id.as_str()).collect();
            let ours: Vec<&str> = records
                .iter()
                .filter(|record| ask.holds(record) == Some(true))
                .map(|record| record.id.as_str())
                .collect();
            prop_assert_eq!(ours, theirs, "{:?}", ask);
        }
    }
}
