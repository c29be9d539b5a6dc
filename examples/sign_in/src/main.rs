//! Signs in as an application and prints the latest call records.
//!
//! ```text
//! AZURE_TENANT_ID=… AZURE_CLIENT_ID=… AZURE_CLIENT_SECRET=… cargo run
//! ```
//!
//! The application needs the permission `CallRecords.Read.All`. Without the variables, the program says so and ends.

use std::env;
use std::error::Error;

use azure_identity::ClientSecretCredential;
use graph_resource::transport::ReqwestTransport;
use graph_resource::{AzureCredential, Client, Cloud};
use graph_resources::call_records::CallRecord;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let names = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"];
    let [Ok(tenant), Ok(client_id), Ok(secret)] = names.map(env::var) else {
        println!("Set {} to sign in.", names.join(", "));
        return Ok(());
    };
    let credential = ClientSecretCredential::new(&tenant, client_id, secret.into(), None)?;
    let client = Client::new(ReqwestTransport::new()?, Cloud::Global).token_provider(AzureCredential::new(credential));

    let page = client.send(CallRecord::collection().list()).await?;
    for record in &page {
        println!("{} from {}", record.id, record.start_date_time);
    }
    println!("{} call records on the first page", page.len());
    Ok(())
}
