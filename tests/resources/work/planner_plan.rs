//! plannerPlan: a container that names its type, and a version that each change must name.

use std::collections::BTreeMap;

use graph_resource::{At, Bytes, DateTimeOffset, ETag, GraphComplex, GraphEnum, GraphResource};

use crate::common::IdentitySet;
use crate::harness::{Documented, Own, Page, Required, every_example};
use crate::work::planner_task::PlannerTask;

/// A plan of the planner.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/planner/plans/<id>", schema = "v1.0")]
#[graph_resource(path = "/groups/<group>/planner/plans/<id>", at = "of_group")]
#[graph_resource(path = "/me/planner/favoritePlans/<id>", at = "favorite", unchecked)] // beta
pub struct PlannerPlan {
    /// The key.
    pub id: String,
    /// The version; the planner demands it with each change.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// What it belongs to.
    #[graph_resource(create_only)]
    pub container: Option<PlannerPlanContainer>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// The group that it belongs to, in the older form of the API.
    #[graph_resource(create_only)]
    #[allow(deprecated, reason = "pages still show it")]
    pub owner: Option<String>,
    /// The title.
    pub title: String,
    /// The columns of the board.
    #[graph_resource(navigation)]
    pub buckets: Option<Vec<PlannerBucket>>,
    /// The names of its labels, and with whom it is shared.
    #[graph_resource(navigation)]
    pub details: Option<PlannerPlanDetails>,
    /// The tasks.
    #[graph_resource(navigation)]
    pub tasks: Option<Vec<PlannerTask>>,
}

/// What a plan belongs to.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PlannerPlanContainer {
    /// The id of it.
    pub container_id: Option<String>,
    /// What it is.
    pub r#type: Option<PlannerContainerType>,
    /// Where it is.
    pub url: Option<String>,
}

/// What a plan can belong to.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PlannerContainerType {
    /// A group.
    Group,
    /// A list of people.
    Roster,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A column of the board.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/planner/buckets/<id>", schema = "v1.0")]
pub struct PlannerBucket {
    /// The key.
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// The name to show.
    pub name: String,
    /// Where it stands among the others.
    pub order_hint: Option<String>,
    /// The plan.
    pub plan_id: Option<String>,
}

/// What a plan has beside what the board shows.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/planner/plans/<plan>/details", schema = "v1.0")]
pub struct PlannerPlanDetails {
    /// The id of the plan.
    #[graph_resource(read_only)]
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// The names of the labels.
    #[graph_resource(merge)]
    pub category_descriptions: Option<PlannerCategoryDescriptions>,
    /// With whom it is shared, by the user's id; false takes somebody away.
    pub shared_with: Option<BTreeMap<String, bool>>,
}

/// The names of the labels of a plan.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PlannerCategoryDescriptions {
    /// Of label 1.
    pub category1: Option<String>,
    /// Of label 2.
    pub category2: Option<String>,
    /// Of label 3.
    pub category3: Option<String>,
    /// Of label 4.
    pub category4: Option<String>,
    /// Of label 5.
    pub category5: Option<String>,
    /// Of label 6.
    pub category6: Option<String>,
    /// Of label 7.
    pub category7: Option<String>,
    /// Of label 8.
    pub category8: Option<String>,
    /// Of label 9.
    pub category9: Option<String>,
    /// Of label 10.
    pub category10: Option<String>,
    /// Of label 11.
    pub category11: Option<String>,
    /// Of label 12.
    pub category12: Option<String>,
    /// Of label 13.
    pub category13: Option<String>,
    /// Of label 14.
    pub category14: Option<String>,
    /// Of label 15.
    pub category15: Option<String>,
    /// Of label 16.
    pub category16: Option<String>,
    /// Of label 17.
    pub category17: Option<String>,
    /// Of label 18.
    pub category18: Option<String>,
    /// Of label 19.
    pub category19: Option<String>,
    /// Of label 20.
    pub category20: Option<String>,
    /// Of label 21.
    pub category21: Option<String>,
    /// Of label 22.
    pub category22: Option<String>,
    /// Of label 23.
    pub category23: Option<String>,
    /// Of label 24.
    pub category24: Option<String>,
    /// Of label 25.
    pub category25: Option<String>,
}

impl Documented for PlannerPlan {
    const TYPES: &'static [&'static str] = &["microsoft.graph.plannerPlan"];
    const REQUIRED: Required = Required { patches: 2, gets: 5, wholes: 5 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.plannerPlanContainer"];
    const BLANK: &'static str = r#"{"id":"0","title":""}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/planner/plans/xqQg5FS2",
        before: r#"{"@odata.etag":"W/\"1\"","id":"xqQg5FS2","title":"Orchard","container":{"containerId":"ebf3b108","type":
            "roster","url":null},"createdBy":{"application":{"id":"95e27074"},"user":null},"details":{"id":"xqQg5FS2",
            "sharedWith":{"87d349ed":true},"categoryDescriptions":{"category1":"Apples","category2":null}},"buckets":
            [{"id":"b","name":"To do","orderHint":" !"}]}"#,
        patch: r#"{"title":"Orchard 2022"}"#,
        answer: r#"{"@odata.etag":"W/\"2\"","id":"xqQg5FS2","title":"Orchard 2022","owner":"ebf3b108"}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["planner", "plans", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["groups", group, "planner", "plans"] => page.request(Self::of_group_collection(group).list()),
            ["me", "planner", "favoritePlans"] => page.request(Self::favorite_collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_planner_plan() {
    every_example::<PlannerPlan>();
}
