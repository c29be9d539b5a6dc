//! Reads a call record, changes it and saves it. Arguments: the service root, a token, the record's id.
//!
//! The root is the crate's own; only a build with the feature `loopback` takes another.

use graph_rs_sdk::GraphClient;
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [root, token, id] = &*std::env::args().skip(1).collect::<Vec<_>>() else {
        return Err("service root, token and id".into());
    };
    let client = client(root, token)?;

    let mut record: Value = client.communications().call_record(id).get_call_records().send().await?.json().await?;
    println!("version {}, {} participants", record["version"], record["participants"].as_array().map_or(0, Vec::len));
    let version = record["version"].as_i64().ok_or("a record without a version")? + 1;
    let patch = json!({"version": version, "joinWebUrl": null});
    let answer = client.communications().call_record(id).update_call_records(&patch).send().await?;
    let answer = answer.error_for_status()?.bytes().await?;
    if answer.is_empty() {
        record["version"] = version.into();
        record["joinWebUrl"] = Value::Null;
    } else {
        record = serde_json::from_slice(&answer)?;
    }
    println!("version {}, at {:?}", record["version"], record["joinWebUrl"].as_str());
    Ok(())
}

#[cfg(not(feature = "loopback"))]
fn client(_: &str, token: &str) -> Result<GraphClient, Box<dyn std::error::Error>> {
    Ok(GraphClient::new(token))
}

#[cfg(feature = "loopback")]
fn client(root: &str, token: &str) -> Result<GraphClient, Box<dyn std::error::Error>> {
    let configuration = graph_rs_sdk::GraphClientConfiguration::new().access_token(token).https_only(false);
    let mut client = GraphClient::from(configuration);
    client.use_test_endpoint(&root.parse()?);
    Ok(client)
}
