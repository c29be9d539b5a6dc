//! todoTaskList: members that cannot be null, and a function of the collection.

use graph_resource::{At, Bytes, Collection, ETag, GraphComplex, GraphEnum, GraphFunction, GraphResource};

use crate::harness::{Check, Documented, Own, Page, Required, every_example};
use crate::mail::open_type_extension::Extension;
use crate::mail::todo_task::TodoTask;

/// A list of tasks of To Do.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/todo/lists/<id>", schema = "v1.0")]
#[graph_resource(path = "/users/<user>/todo/lists/<id>", at = "of_user")]
pub struct TodoTaskList {
    /// The key.
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Whether it belongs to the signed-in user.
    #[graph_resource(read_only)]
    pub is_owner: bool,
    /// Whether others see it.
    #[graph_resource(read_only)]
    pub is_shared: bool,
    /// Which of those it is that everybody has.
    #[graph_resource(read_only)]
    pub wellknown_list_name: WellknownListName,
    /// What applications add.
    #[graph_resource(navigation)]
    pub extensions: Option<Vec<Extension>>,
    /// The tasks.
    #[graph_resource(navigation)]
    pub tasks: Option<Vec<TodoTask>>,
}

/// The lists that everybody has.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WellknownListName {
    /// None of them.
    None,
    /// The one for new tasks.
    DefaultList,
    /// The messages that are flagged.
    FlaggedEmails,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What changed in the lists.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct TodoTaskListDelta {}

impl GraphFunction for TodoTaskListDelta {
    type On = Collection<TodoTaskList>;
    type Output = graph_resource::Page<TodoTaskList>;
    const NAME: &'static str = "delta";
}

impl Documented for TodoTaskList {
    const TYPES: &'static [&'static str] = &["microsoft.graph.todoTaskList"];
    const REQUIRED: Required = Required { patches: 2, gets: 4, wholes: 6 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.todoTaskList"];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/todotasklist-get.md#GET1", Check::Read, "strings in place of booleans"),
        ("beta/todotasklist-get.md#GET1", Check::Read, "strings in place of booleans"),
    ];
    const BLANK: &'static str = r#"{"id":"0","isOwner":false,"isShared":false,"wellknownListName":"none"}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/users/ada/todo/lists/L1",
        before: r#"{"@odata.etag":"W/\"a\"","id":"L1","displayName":"Garden","isOwner":true,"isShared":true,
            "wellknownListName":"aListOfTomorrow","tasks":[{"id":"T1","title":"Sow","importance":"low","status":
            "notStarted","isReminderOn":false,"createdDateTime":"2024-03-01T08:00:00Z","lastModifiedDateTime":
            "2024-03-01T08:00:00.5Z","bodyLastModifiedDateTime":"2024-03-01T08:00:00Z"}]}"#,
        patch: r#"{"displayName":null}"#,
        answer: r#"{"id":"L1","displayName":null,"isOwner":true,"isShared":true,"wellknownListName":"none"}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "todo", "lists", id] => Some(Self::at(id)),
            ["users", user, "todo", "lists", id] => Some(Self::of_user(user, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "todo", "lists"] => page.request(Self::collection().list()),
            ["me", "todo", "lists", "delta"] => page.request(Self::collection().call(TodoTaskListDelta {})),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_todo_task_list() {
    every_example::<TodoTaskList>();
}
