//! outlookCategory: a flat resource, of which one property is set at creation alone.

use graph_resource::{At, GraphEnum, GraphResource};

use crate::harness::{Documented, Own, Required, every_example};

/// A category that a mailbox has for messages, events and tasks.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/outlook/masterCategories/<id>", schema = "v1.0")]
#[graph_resource(path = "/users/<user>/outlook/masterCategories/<id>", at = "of_user")]
pub struct OutlookCategory {
    /// The key, a GUID.
    pub id: String,
    /// The name, by which items refer to it.
    #[graph_resource(create_only)]
    pub display_name: Option<String>,
    /// The colour.
    pub color: Option<CategoryColor>,
}

/// One of 25 colours, whose look is Outlook's business.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum CategoryColor {
    /// No colour.
    None,
    /// Red.
    Preset0,
    /// Orange.
    Preset1,
    /// Brown.
    Preset2,
    /// Yellow.
    Preset3,
    /// Green.
    Preset4,
    /// Teal.
    Preset5,
    /// Olive.
    Preset6,
    /// Blue.
    Preset7,
    /// Purple.
    Preset8,
    /// Cranberry.
    Preset9,
    /// Steel.
    Preset10,
    /// Dark steel.
    Preset11,
    /// Gray.
    Preset12,
    /// Dark gray.
    Preset13,
    /// Black.
    Preset14,
    /// Dark red.
    Preset15,
    /// Dark orange.
    Preset16,
    /// Dark brown.
    Preset17,
    /// Dark yellow.
    Preset18,
    /// Dark green.
    Preset19,
    /// Dark teal.
    Preset20,
    /// Dark olive.
    Preset21,
    /// Dark blue.
    Preset22,
    /// Dark purple.
    Preset23,
    /// Dark cranberry.
    Preset24,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for OutlookCategory {
    const TYPES: &'static [&'static str] = &["microsoft.graph.outlookCategory"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 2 };
    const OWN: &'static [Own] = &[Own {
        url: "/users/ada/outlook/masterCategories/1f3c",
        before: r#"{"id":"1f3c","displayName":"Journeys","color":"none"}"#,
        patch: r#"{"color":"preset24"}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "outlook", "masterCategories", id] => Some(Self::at(id)),
            ["users", user, "outlook", "masterCategories", id] => Some(Self::of_user(user, id)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_outlook_category() {
    every_example::<OutlookCategory>();
}
