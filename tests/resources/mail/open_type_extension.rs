//! openTypeExtension: an open entity, most of whose properties have names that nobody declared.

use graph_resource::{At, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::harness::{Check, Documented, Own, Required, every_example};

/// What an application adds to a resource.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(
    path = "/me/messages/<message>/extensions/<id>",
    odata_type = "microsoft.graph.openTypeExtension",
    at = "of_message"
)]
#[graph_resource(path = "/groups/<group>/events/<event>/extensions/<id>", at = "of_group_event")]
#[graph_resource(path = "/groups/<group>/threads/<thread>/posts/<post>/extensions/<id>", at = "of_post")]
#[graph_resource(path = "/users/<user>/extensions/<id>", at = "of_user")]
pub struct OpenTypeExtension {
    /// The key.
    pub id: String,
    /// A name of its own, such as that of a domain in reverse.
    pub extension_name: String,
    /// The data.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What is added to a resource; the base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/me/messages/<message>/extensions/<id>", schema = "v1.0")]
pub enum Extension {
    /// Added by an application.
    #[graph_resource(odata_type = "microsoft.graph.openTypeExtension")]
    OpenType(OpenTypeExtension),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

const TYPE_IN_CAPITALS: &str = "the page of the record before names its type in another case than this one";

impl Documented for OpenTypeExtension {
    const TYPES: &'static [&'static str] = &["microsoft.graph.openTypeExtension", "microsoft.graph.extension"];
    const REQUIRED: Required = Required { patches: 1, gets: 5, wholes: 5 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.openTypeExtension"];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/opentypeextension-update.md#PATCH1", Check::Body, "an address without a body"),
        ("v1.0/opentypeextension-update.md#PATCH1", Check::State, "an address without a body"),
        ("beta/opentypeextension-update.md#PATCH1", Check::Body, "an address without a body"),
        ("beta/opentypeextension-update.md#PATCH1", Check::State, "an address without a body"),
        ("v1.0/opentypeextension-update.md#PATCH3", Check::State, TYPE_IN_CAPITALS),
        ("beta/opentypeextension-update.md#PATCH2", Check::State, TYPE_IN_CAPITALS),
        ("beta/opentypeextension-update.md#PATCH3", Check::State, TYPE_IN_CAPITALS),
    ];
    const BLANK: &'static str = r#"{"id":"0","extensionName":""}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/users/ada/extensions/org.example.badge",
        before: r##"{"@odata.type":"#microsoft.graph.openTypeExtension","id":"org.example.badge","extensionName":
            "org.example.badge","level":3,"since@odata.type":"#DateTimeOffset","since":"2024-03-01T08:00:00Z","colors":
            ["red",null,{"r":1}],"note":{"by":"Bob","when":null}}"##,
        patch: r#"{"@odata.type":"microsoft.graph.openTypeExtension","extensionName":"org.example.badge","level":4.5,
            "note":null,"colors":[],"Level":"upper case is another name"}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "messages", message, "extensions", id] => Self::of_message(message, id),
            ["groups", group, "events", event, "extensions", id] => Self::of_group_event(group, event, id),
            ["groups", group, "threads", thread, "posts", post, "extensions", id] => {
                Self::of_post(group, thread, post, id)
            }
            ["users", user, "extensions", id] => Self::of_user(user, id),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_open_type_extension() {
    every_example::<OpenTypeExtension>();
}
