//! The kind of an endpoint.

use graph_resource::GraphEnum;

/// The kind of endpoint that an identity was on.
///
/// `unknown` names are kept by the rule of the [call records' enumerations](crate::call_records::CallType).
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.endpointType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum EndpointType {
    /// A usual one.
    Default,
    /// Voicemail.
    Voicemail,
    /// Skype for Business.
    SkypeForBusiness,
    /// A telephone of Skype for Business.
    SkypeForBusinessVoipPhone,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}
