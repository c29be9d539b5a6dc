//! androidCustomConfiguration: a collection of a union, whose base type is abstract and yet is what a page shows.

use graph_resource::edm::Binary;
use graph_resource::{DateTimeOffset, GraphComplex, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use super::base::configuration;
use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule};

configuration! {
    /// Settings of Android by their address.
    #[graph_resource(schema = "v1.0#microsoft.graph.androidCustomConfiguration")]
    pub struct AndroidCustomConfiguration {
        /// The settings.
        pub oma_settings: Option<Vec<AnyOmaSetting>>,
    }
}

/// A setting of the Open Mobile Alliance, by the type of its value.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0#microsoft.graph.omaSetting")]
pub enum AnyOmaSetting {
    /// Without a value.
    #[graph_resource(unchecked)] // a page shows it
    Plain(OmaSetting),
    /// Bytes, in base 64.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingBase64")]
    Base64(OmaSettingBase64),
    /// Yes or no.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingBoolean")]
    Boolean(OmaSettingBoolean),
    /// A moment.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingDateTime")]
    DateTime(OmaSettingDateTime),
    /// A number.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingFloatingPoint")]
    FloatingPoint(OmaSettingFloatingPoint),
    /// An integer.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingInteger")]
    Integer(OmaSettingInteger),
    /// A text.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingString")]
    String(OmaSettingString),
    /// XML, in base 64.
    #[graph_resource(odata_type = "microsoft.graph.omaSettingStringXml")]
    StringXml(OmaSettingStringXml),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A type derived from omaSetting: the members of the base type stand before its own.
macro_rules! setting {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphComplex)]
        #[graph_resource(schema = "v1.0")]
        $(#[$meta])*
        pub struct $name {
            /// The name to show.
            pub display_name: String,
            /// The text beside it.
            pub description: Option<String>,
            /// The address of the setting.
            pub oma_uri: String,
            /// Where the value is kept, where it is a secret.
            #[graph_resource(unchecked)] // beta
            pub secret_reference_value_id: Option<String>,
            /// Whether the value is encrypted.
            #[graph_resource(unchecked)] // beta
            pub is_encrypted: Option<bool>,
            $($members)*
        }
    };
}

setting! {
    /// What all settings have.
    #[graph_resource(odata_type = "microsoft.graph.omaSetting")]
    pub struct OmaSetting {}
}

setting! {
    /// Bytes, in base 64.
    pub struct OmaSettingBase64 {
        /// The name of the file.
        pub file_name: Option<String>,
        /// The value.
        pub value: String,
    }
}

setting! {
    /// Yes or no.
    pub struct OmaSettingBoolean {
        /// The value.
        pub value: bool,
    }
}

setting! {
    /// A moment.
    pub struct OmaSettingDateTime {
        /// The value.
        pub value: DateTimeOffset,
    }
}

setting! {
    /// A number.
    pub struct OmaSettingFloatingPoint {
        /// The value.
        pub value: f32,
    }
}

setting! {
    /// An integer.
    pub struct OmaSettingInteger {
        /// The value.
        pub value: i32,
    }
}

setting! {
    /// A text.
    pub struct OmaSettingString {
        /// The value.
        pub value: String,
    }
}

setting! {
    /// XML, in base 64.
    pub struct OmaSettingStringXml {
        /// The name of the file.
        pub file_name: Option<String>,
        /// The value.
        pub value: Binary,
    }
}
