//! plannerTask: dictionaries of complex values and of booleans, and a version that each change must name.

use std::collections::BTreeMap;

use graph_resource::{At, Bytes, DateTimeOffset, ETag, GraphComplex, GraphResource};

use crate::common::IdentitySet;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};
use crate::work::planner_task_details::{PlannerPreviewType, PlannerTaskDetails};

/// A task of the planner.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/planner/tasks/<id>", schema = "v1.0")]
#[graph_resource(path = "/planner/buckets/<bucket>/tasks/<id>", at = "in_bucket")]
#[graph_resource(path = "/planner/plans/<plan>/tasks/<id>", at = "in_plan")]
#[graph_resource(path = "/me/planner/tasks/<id>", at = "of_mine")]
pub struct PlannerTask {
    /// The key.
    pub id: String,
    /// The version; the planner demands it with each change.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// How many steps are not done.
    #[graph_resource(read_only)]
    pub active_checklist_item_count: Option<i32>,
    /// `category1` to `category25`; false takes one away.
    pub applied_categories: Option<BTreeMap<String, bool>>,
    /// Where it stands among the tasks of a user.
    pub assignee_priority: Option<String>,
    /// Who is to do it, by the user's id; null takes somebody away.
    pub assignments: Option<BTreeMap<String, PlannerAssignment>>,
    /// The column of the board.
    pub bucket_id: Option<String>,
    /// How many steps there are.
    #[graph_resource(read_only)]
    pub checklist_item_count: Option<i32>,
    /// Who did it.
    #[graph_resource(read_only)]
    pub completed_by: Option<IdentitySet>,
    /// When it was done.
    #[graph_resource(read_only)]
    pub completed_date_time: Option<DateTimeOffset>,
    /// Where it is talked about.
    pub conversation_thread_id: Option<String>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// When it has to be done.
    pub due_date_time: Option<DateTimeOffset>,
    /// Whether its details have a text.
    #[graph_resource(read_only)]
    pub has_description: Option<bool>,
    /// Where it stands among the others.
    pub order_hint: Option<String>,
    /// How much is done, in hundredths.
    pub percent_complete: Option<i32>,
    /// The plan.
    pub plan_id: Option<String>,
    /// What the card shows.
    pub preview_type: Option<PlannerPreviewType>,
    /// From 0, which is urgent, to 10.
    pub priority: Option<i32>,
    /// How many references there are.
    #[graph_resource(read_only)]
    pub reference_count: Option<i32>,
    /// When it can begin.
    pub start_date_time: Option<DateTimeOffset>,
    /// The title.
    pub title: String,
    /// What the board does not show.
    #[graph_resource(navigation)]
    pub details: Option<PlannerTaskDetails>,
}

/// Somebody who is to do a task.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.plannerAssignment", schema = "v1.0")]
pub struct PlannerAssignment {
    /// Who said so.
    #[graph_resource(read_only)]
    pub assigned_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub assigned_date_time: Option<DateTimeOffset>,
    /// Where they stand among the others.
    pub order_hint: Option<String>,
}

const OFFSET: &str = "a date and time without its offset: `assignedDateTime`";
const CASE: &str = "the name of a type in the wrong case: `plannerassignment`";

impl Documented for PlannerTask {
    const TYPES: &'static [&'static str] = &["microsoft.graph.plannerTask"];
    const REQUIRED: Required = Required { patches: 0, gets: 8, wholes: 10 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/plannertask-update.md#PATCH1", Check::State, OFFSET),
        ("beta/plannertask-update.md#PATCH1", Check::State, OFFSET),
        ("v1.0/plannerbucket-list-tasks.md#GET1", Check::Read, CASE),
        ("beta/plannerbucket-list-tasks.md#GET1", Check::Read, CASE),
    ];
    const BLANK: &'static str = r#"{"id":"0","title":""}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/planner/tasks/01gzSlKk",
            before: r##"{"@odata.etag":"W/\"1\"","id":"01gzSlKk","title":"Prune","planId":"xqQg5FS2","priority":5,
                "appliedCategories":{"category1":true,"category25":true},"dueDateTime":"2021-11-30T12:00:00Z","assignments":
                {"87d349ed":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":"8585","assignedDateTime":
                "2021-11-01T08:00:00.5665917Z","assignedBy":{"user":{"id":"6ea91a8d"}}},"02bd9fd6":{"@odata.type":
                "#microsoft.graph.plannerAssignment","orderHint":null}},"details":{"id":"01gzSlKk","previewType":"checklist",
                "checklist":{"95e2":{"@odata.type":"#microsoft.graph.plannerChecklistItem","title":"Saw"}}}}"##,
            patch: r##"{"assignments":{"87d349ed":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"},
                "02bd9fd6":null,"c5d0c76b":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":"8585 !"}},
                "appliedCategories":{"category1":false,"category3":true},"percentComplete":50,"dueDateTime":null}"##,
            answer: "",
        },
        Own {
            url: "/planner/tasks/01gzSlKk",
            before: r#"{"@odata.etag":"W/\"1\"","id":"01gzSlKk","title":"Prune","assignments":null,"appliedCategories":{}}"#,
            patch: r##"{"assignments":{"87d349ed":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"}},
                "appliedCategories":{"category7":true},"previewType":"noPreview"}"##,
            answer: r##"{"@odata.etag":"W/\"2\"","id":"01gzSlKk","title":"Prune","assignments":{"87d349ed":{"@odata.type":
                "#microsoft.graph.plannerAssignment","orderHint":"8585","assignedBy":{"user":{"id":"6ea91a8d"}}}},
                "appliedCategories":{"category7":true},"previewType":"noPreview"}"##,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["planner", "tasks", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["planner", "tasks"] => page.request(Self::collection().list()),
            ["planner", "buckets", bucket, "tasks"] => page.request(Self::in_bucket_collection(bucket).list()),
            ["planner", "plans", plan, "tasks"] => page.request(Self::in_plan_collection(plan).list()),
            ["me", "planner", "tasks"] => page.request(Self::of_mine_collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_planner_task() {
    every_example::<PlannerTask>();
}

#[test]
fn a_change_of_a_task_names_the_version_that_it_is_made_of() {
    let body = br#"{"@odata.etag":"W/\"JzEt\"","id":"01gzSlKk","title":"Prune"}"#;
    let task = PlannerTask::at("01gzSlKk").get().parse(http::Response::new(Bytes::from_static(body))).unwrap();
    let version = task.etag.clone().unwrap();
    let update = PlannerTask::at("01gzSlKk").update(PlannerTaskPatch::new().percent_complete(100));
    let request = update.if_match(version).return_representation().to_http("https://graph.microsoft.com/v1.0").unwrap();
    assert_eq!(request.headers()["if-match"], "W/\"JzEt\"");
    assert_eq!(request.headers()["prefer"], "return=representation");
    assert_eq!(request.body(), r#"{"percentComplete":100}"#);
}
