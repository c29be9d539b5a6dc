//! The network that an endpoint was on.

use graph_resource::GraphComplex;
use graph_resource::edm::Duration;

use super::{NetworkConnectionType, NetworkTransportProtocol, WifiBand, WifiRadioType};

/// The network that one side of a leg was on. Addresses in it are personal data.
///
/// A ratio is the fraction of the call, from 0 to 1, in which the endpoint noticed the state that its line names.
///
/// Source: Microsoft Graph v1.0, resource type `networkInfo`; numbers are `Edm.Single` by the metadata.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct NetworkInfo {
    /// How the endpoint was connected. Absent in documented answers, though not nullable: `unknown` then.
    #[graph_resource(default)]
    pub connection_type: NetworkConnectionType,
    /// What the streams were transported with. Absent in documented answers, though not nullable: `unknown` then.
    #[graph_resource(default)]
    pub network_transport_protocol: NetworkTransportProtocol,
    /// IP address of the endpoint.
    pub ip_address: Option<String>,
    /// Port of the endpoint, 0 to 65535.
    pub port: Option<i32>,
    /// The subnet of the stream.
    pub subnet: Option<String>,
    /// MAC address of the network device, as in `00-00-5E-00-53-01`. Operating systems that hide it give none, or a
    /// made-up one.
    pub mac_address: Option<String>,
    /// DNS suffix of the network adapter.
    pub dns_suffix: Option<String>,
    /// Speed of the link as the network adapter reports it, in bits per second. 4294967295 occurs, and is no speed.
    pub link_speed: Option<i64>,
    /// IP address of the endpoint as the relay server sees it: mostly the public one.
    #[graph_resource(rename = "reflexiveIPAddress")]
    pub reflexive_ip_address: Option<String>,
    /// IP address of the relay server.
    #[graph_resource(rename = "relayIPAddress")]
    pub relay_ip_address: Option<String>,
    /// Port on the relay server, 0 to 65535.
    pub relay_port: Option<i32>,
    /// The network made the sent audio bad.
    pub sent_quality_event_ratio: Option<f32>,
    /// The network made the received audio bad.
    pub received_quality_event_ratio: Option<f32>,
    /// The delay was too long to talk to each other.
    pub delay_event_ratio: Option<f32>,
    /// Too little bandwidth, or too little allowed, made the sent audio bad.
    pub bandwidth_low_event_ratio: Option<f32>,
    /// BSSID of the wireless network.
    pub basic_service_set_identifier: Option<String>,
    /// The band of the wireless network. Absent in documented answers, though not nullable: `unknown` then.
    #[graph_resource(default)]
    pub wifi_band: WifiBand,
    /// The standard of the wireless network. Absent in documented answers, though not nullable: `unknown` then.
    #[graph_resource(default)]
    pub wifi_radio_type: WifiRadioType,
    /// The channel of the wireless network.
    pub wifi_channel: Option<i32>,
    /// Strength of the wireless signal, in percent.
    pub wifi_signal_strength: Option<i32>,
    /// Charge that is left in the battery, an estimate in percent.
    pub wifi_battery_charge: Option<i32>,
    /// Microsoft's driver of the wireless adapter: its name, in the language of the endpoint.
    pub wifi_microsoft_driver: Option<String>,
    /// Microsoft's driver of the wireless adapter: its version.
    pub wifi_microsoft_driver_version: Option<String>,
    /// The vendor's driver of the wireless adapter: its name, in the language of the endpoint.
    pub wifi_vendor_driver: Option<String>,
    /// The vendor's driver of the wireless adapter: its version.
    pub wifi_vendor_driver_version: Option<String>,
    /// The way through the network, hop by hop. Empty, unless Microsoft's support has turned it on for the
    /// organization.
    #[graph_resource(default)]
    pub trace_route_hops: Vec<TraceRouteHop>,
}

/// A hop on the way through the network.
///
/// Source: Microsoft Graph v1.0, resource type `traceRouteHop`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct TraceRouteHop {
    /// Number of the hop: the time to live that the probe started with.
    pub hop_count: Option<i32>,
    /// IP address of the hop.
    pub ip_address: Option<String>,
    /// Round-trip time from the endpoint to the hop.
    pub round_trip_time: Option<Duration>,
}
