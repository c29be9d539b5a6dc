//! plannerTaskDetails: dictionaries of complex values, with keys that are percent-encoded addresses, and null to remove.

use std::collections::BTreeMap;

use graph_resource::{At, DateTimeOffset, ETag, GraphComplex, GraphEnum, GraphResource};

use crate::common::IdentitySet;
use crate::harness::{Check, Documented, Own, Required, every_example};

/// What a task of the planner has beside what the board shows.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/planner/tasks/<task_id>/details", schema = "v1.0")]
pub struct PlannerTaskDetails {
    /// The id of the task.
    #[graph_resource(read_only)]
    pub id: String,
    /// The version; the planner demands it with each change.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// The text.
    pub description: Option<String>,
    /// What the card shows.
    pub preview_type: Option<PlannerPreviewType>,
    /// By the address, percent-encoded.
    pub references: Option<BTreeMap<String, PlannerExternalReference>>,
    /// By a GUID.
    pub checklist: Option<BTreeMap<String, PlannerChecklistItem>>,
}

/// What the card of a task shows.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PlannerPreviewType {
    /// What the service thinks best.
    Automatic,
    /// Nothing.
    NoPreview,
    /// The list of steps.
    Checklist,
    /// The text.
    Description,
    /// A reference.
    Reference,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Something that a task refers to.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.plannerExternalReference", schema = "v1.0")]
pub struct PlannerExternalReference {
    /// The name to show.
    pub alias: Option<String>,
    /// `Excel`, `Other`, …
    pub r#type: Option<String>,
    /// Where it stands among the others.
    pub preview_priority: Option<String>,
    /// Who changed it.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
}

/// A step of a task.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.plannerChecklistItem", schema = "v1.0")]
pub struct PlannerChecklistItem {
    /// Whether it is done.
    pub is_checked: Option<bool>,
    /// The text.
    pub title: Option<String>,
    /// Where it stands among the others.
    pub order_hint: Option<String>,
    /// Who changed it.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
}

impl Documented for PlannerTaskDetails {
    const TYPES: &'static [&'static str] = &["microsoft.graph.plannerTaskDetails"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 2 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[];
    const OWN: &'static [Own] = &[Own {
        url: "/planner/tasks/gcrYAaAk/details",
        before: r##"{"@odata.etag":"W/\"1\"","id":"gcrYAaAk","previewType":"checklist","references":{"http%3A//a%2Eorg":
            {"@odata.type":"#microsoft.graph.plannerExternalReference","alias":"A","previewPriority":"1"}},"checklist":
            {"95e2":{"@odata.type":"#microsoft.graph.plannerChecklistItem","title":"First","isChecked":false}}}"##,
        patch: r##"{"previewType":"noPreview","references":{"http%3A//a%2Eorg":null},"checklist":{"95e2":
            {"@odata.type":"#microsoft.graph.plannerChecklistItem","isChecked":true}}}"##,
        answer: r##"{"id":"gcrYAaAk","previewType":"noPreview","references":{},"checklist":{"95e2":
            {"@odata.type":"#microsoft.graph.plannerChecklistItem","title":"First","isChecked":true}}}"##,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["planner", "tasks", task, "details"] => Some(Self::at(task)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_planner_task_details() {
    every_example::<PlannerTaskDetails>();
}
