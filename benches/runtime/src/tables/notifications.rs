//! Receiving change notifications.

use bench_report::Table;
use bytes::Bytes;
use graph_resource::http::Request;
use graph_resource::notifications::{Batch, Notification, Received, receive};
use serde::Deserialize;

use crate::{BY_HAND, OURS};

const SECRET: &str = "a secret of some length, kept well";

/// What one writes for the body.
#[derive(Deserialize)]
struct Delivery {
    value: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "read, and used by whom it concerns")]
struct Item {
    subscription_id: String,
    subscription_expiration_date_time: Option<String>,
    client_state: Option<String>,
    change_type: Option<String>,
    resource: Option<String>,
    tenant_id: Option<String>,
    lifecycle_event: Option<String>,
    resource_data: Option<Data>,
    id: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, and used by whom it concerns")]
struct Data {
    #[serde(rename = "@odata.type")]
    odata_type: Option<String>,
    #[serde(rename = "@odata.id")]
    odata_id: Option<String>,
    id: Option<String>,
    #[serde(rename = "@odata.etag")]
    etag: Option<String>,
}

fn body() -> String {
    let one = |number: usize| {
        let resource = format!("communications/callRecords/0d2ac3f5-3e3b-4a44-9d38-1a6b2a4a{number:04}");
        format!(
            r##"{{"subscriptionId":"b2f7e6a0-1c1d-4a55-9f0b-7f1f5d3c0001","clientState":"{SECRET}","changeType":"created",
            "subscriptionExpirationDateTime":"2026-03-04T10:00:00.000+00:00","resource":"{resource}",
            "resourceData":{{"@odata.type":"#Microsoft.Graph.callrecord","@odata.id":"{resource}",
            "id":"0d2ac3f5-3e3b-4a44-9d38-1a6b2a4a{number:04}"}},"tenantId":"5c2d9f3e-0b60-4f0b-9a53-6a8f6f0f2c11"}}"##
        )
    };
    format!(r#"{{"value":[{}]}}"#, (0..1_000).map(one).collect::<Vec<_>>().join(","))
}

fn received(request: &Request<Bytes>) -> Batch {
    match receive(request) {
        Ok(Received::Notifications(batch)) => batch,
        _ => panic!("the body is a delivery"),
    }
}

pub(crate) fn tables() -> Vec<Table> {
    let text = body();
    let request = Request::post("/notifications").body(Bytes::from(text.clone())).expect("a request");
    let by_hand = |text: &str| serde_json::from_str::<Delivery>(text).expect("the body is a delivery");
    let first: Vec<Notification> = received(&request).verified(|_| Some(SECRET)).collect();
    assert_eq!(first.len(), by_hand(&text).value.len());
    let again = request.clone();
    vec![
        Table::new("receive 1,000 notifications")
            .reach(1.0)
            .contestant(BY_HAND, move || by_hand(&text))
            .contestant(OURS, move || received(&request))
            .contestant("graph-resource, verified", move || {
                received(&again).verified(|_| Some(SECRET)).collect::<Vec<_>>()
            }),
    ]
}
