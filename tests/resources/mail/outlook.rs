//! Complex types and enumerations that several resources of Outlook, and the tasks of To Do, hold.

use graph_resource::{GraphComplex, GraphEnum};
pub use graph_resources::outlook::{DayOfWeek, PatternedRecurrence};

/// How much something matters.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum Importance {
    /// Little.
    Low,
    /// As usual.
    Normal,
    /// Much.
    High,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How private something is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum Sensitivity {
    /// Not at all.
    Normal,
    /// A matter of the person.
    Personal,
    /// For the person alone.
    Private,
    /// Secret.
    Confidential,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who hosts online meetings.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.onlineMeetingProviderType")]
pub enum OnlineMeetingProvider {
    /// Not known to the service.
    Unknown,
    /// Skype at work.
    SkypeForBusiness,
    /// Skype at home.
    SkypeForConsumer,
    /// Teams.
    TeamsForBusiness,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unlisted(String),
}

/// A property of MAPI that Graph has no name for.
///
/// A relationship of the metadata. Nevertheless it is sent in the body of a `PATCH`, hence a complex type here.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.singleValueLegacyExtendedProperty")]
pub struct SingleValueExtendedProperty {
    /// Type, set and name: `String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color`.
    pub id: String,
    /// The value, as text.
    pub value: Option<String>,
}

/// A property of MAPI with several values, likewise.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.multiValueLegacyExtendedProperty")]
pub struct MultiValueExtendedProperty {
    /// Type, set and name: `StringArray {66f5a359-4659-4830-9070-00049ec6ac6e} Name Palette`.
    pub id: String,
    /// The values, as text.
    pub value: Vec<String>,
}
