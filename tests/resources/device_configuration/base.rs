//! What all configurations of devices have.

/// A type derived from deviceConfiguration: the members of the base type stand before its own.
macro_rules! configuration {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        $(#[$meta])*
        #[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>")]
        pub struct $name {
            /// The key, a GUID.
            pub id: String,
            /// When it was made.
            #[graph_resource(read_only)]
            pub created_date_time: Option<DateTimeOffset>,
            /// When it was changed.
            #[graph_resource(read_only)]
            pub last_modified_date_time: Option<DateTimeOffset>,
            /// The name to show.
            pub display_name: String,
            /// The text beside it.
            pub description: Option<String>,
            /// Counted up by the service, and sent with a change.
            pub version: i32,
            /// Tags of the scopes that see it.
            #[graph_resource(unchecked)] // beta
            pub role_scope_tag_ids: Option<Vec<String>>,
            /// Whether it can have such tags.
            #[graph_resource(unchecked)] // beta
            pub supports_scope_tags: Option<bool>,
            /// For some editions of the system.
            #[graph_resource(unchecked)] // beta
            pub device_management_applicability_rule_os_edition: Option<OsEditionRule>,
            /// For some versions of the system.
            #[graph_resource(unchecked)] // beta
            pub device_management_applicability_rule_os_version: Option<OsVersionRule>,
            /// For some modes of devices.
            #[graph_resource(unchecked)] // beta
            pub device_management_applicability_rule_device_mode: Option<DeviceModeRule>,
            $($members)*
        }
    };
}

pub(super) use configuration;
