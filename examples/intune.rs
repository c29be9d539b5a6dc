//! Device configurations of Intune: one collection, several types, told apart by `@odata.type`.
//!
//! `cargo run --example intune` runs by itself, against a Graph that is embedded here.

use std::error::Error;

use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Client, GraphResource, GraphUnion};
use graph_resource_examples::terminal::{good, heading, note};
use graph_resource_testing::{EmbeddedGraph, RecordedRequest};
use serde_json::{Map, Value, json};

const PATH: &str = "/deviceManagement/deviceConfigurations";

/// A type derived from deviceConfiguration: what the base type has stands before its own.
macro_rules! configuration {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>")]
        pub struct $name {
            /// The key.
            pub id: String,
            /// The name to show.
            pub display_name: String,
            /// What it is for.
            pub description: Option<String>,
            /// Of the service's making.
            #[graph_resource(read_only, default)]
            pub version: i32,
            $($members)*
        }
    };
}

configuration! {
    /// What all of them have.
    pub struct DeviceConfiguration {}
}

configuration! {
    /// A profile of iOS as it is.
    pub struct IosCustomConfiguration {
        /// The name that the user sees.
        pub payload_name: Option<String>,
    }
}

configuration! {
    /// When Windows looks for updates.
    pub struct WindowsUpdateForBusinessConfiguration {
        /// Days that quality updates wait.
        #[graph_resource(default)]
        pub quality_updates_deferral_period_in_days: i32,
        /// Whether feature updates are held back.
        pub feature_updates_paused: Option<bool>,
    }
}

/// A device configuration of any type.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>", base = DeviceConfiguration)]
pub enum AnyConfiguration {
    /// iOS, as it is.
    #[graph_resource(odata_type = "microsoft.graph.iosCustomConfiguration")]
    Ios(IosCustomConfiguration),
    /// Updates of Windows.
    #[graph_resource(odata_type = "microsoft.graph.windowsUpdateForBusinessConfiguration")]
    WindowsUpdate(WindowsUpdateForBusinessConfiguration),
    /// A type that is not declared here: kept whole.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let graph = embedded();
    let server = graph.serve()?;
    let client = Client::new(ReqwestTransport::new()?, BaseUrl::loopback(&server.base_url())?);
    println!("An embedded Graph listens on {}.", server.base_url());

    heading("All configurations whose name begins with \"Office\", of any type");
    let p = AnyConfiguration::props();
    let list =
        AnyConfiguration::collection().list().filter(p.display_name.starts_with("Office")).order_by(p.display_name);
    let mut updates = None;
    let mut items = client.items(list);
    while let Some(item) = items.next().await {
        let item = item?;
        match &*item {
            AnyConfiguration::Ios(ios) => {
                good(format_args!(
                    "{}: iOS, shown as {:?}",
                    ios.display_name,
                    ios.payload_name.as_deref().unwrap_or("–")
                ));
            }
            AnyConfiguration::WindowsUpdate(windows) => {
                let days = windows.quality_updates_deferral_period_in_days;
                good(format_args!("{}: updates of Windows after {days} days", windows.display_name));
                updates = Some(item.track());
            }
            AnyConfiguration::Unknown(other) => {
                note(format_args!("{}: {}, kept as it is", text(other, "displayName"), text(other, "@odata.type")));
            }
        }
    }

    heading("The updates wait for a week: what changed is sent, with the type");
    let mut updates = updates.ok_or("there is no configuration of Windows")?;
    if let AnyConfiguration::WindowsUpdate(windows) = &mut *updates {
        windows.quality_updates_deferral_period_in_days = 7;
    }
    updates.save(&client).await?;
    let sent = graph.requests().last().and_then(RecordedRequest::json).unwrap_or_default();
    good(&sent);
    let type_name = "#microsoft.graph.windowsUpdateForBusinessConfiguration";
    if sent != json!({"@odata.type": type_name, "qualityUpdatesDeferralPeriodInDays": 7}) {
        return Err("the body is another one".into());
    }

    heading("A new one: a struct converts into the union");
    let new: AnyConfiguration = IosCustomConfiguration {
        id: String::new(),
        display_name: "Office Wi-Fi".into(),
        description: None,
        version: 0,
        payload_name: Some("Wi-Fi".into()),
    }
    .into();
    client.send(AnyConfiguration::collection().create(&new)).await?;
    good(format_args!("{} configurations are there", graph.entities(PATH).len()));
    Ok(())
}

fn text<'m>(members: &'m Map<String, Value>, name: &str) -> &'m str {
    members.get(name).and_then(Value::as_str).unwrap_or("–")
}

fn embedded() -> EmbeddedGraph {
    let of = |type_name: &str, name: &str, more: Value| {
        let mut entity =
            json!({"@odata.type": format!("#microsoft.graph.{type_name}"), "displayName": name, "version": 1});
        for (name, value) in more.as_object().into_iter().flatten() {
            entity[name] = value.clone();
        }
        entity
    };
    EmbeddedGraph::new()
        .with_entity(PATH, of("iosCustomConfiguration", "Office phones", json!({"payloadName": "Office"})))
        .with_entity(
            PATH,
            of(
                "windowsUpdateForBusinessConfiguration",
                "Office updates",
                json!({"qualityUpdatesDeferralPeriodInDays": 3}),
            ),
        )
        .with_entity(PATH, of("macOSCustomConfiguration", "Office laptops", json!({"payload": "PD94bWw="})))
        .with_entity(PATH, of("windows10GeneralConfiguration", "Kiosk", json!({})))
}
