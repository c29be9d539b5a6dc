//! todoTask: moments that cannot be null, a recurrence, and relationships that come expanded.

use graph_resource::edm::Binary;
use graph_resource::{At, Bytes, DateTimeOffset, ETag, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::common::{DateTimeTimeZone, ItemBody};
use crate::harness::{Documented, Own, Page, Required, every_example};
use crate::mail::open_type_extension::Extension;
use crate::mail::outlook::{Importance, PatternedRecurrence};

/// Something to do.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/todo/lists/<list>/tasks/<id>", schema = "v1.0")]
#[graph_resource(path = "/users/<user>/todo/lists/<list>/tasks/<id>", at = "of_user")]
pub struct TodoTask {
    /// The key.
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// The text.
    pub body: Option<ItemBody>,
    /// When the text was changed.
    #[graph_resource(read_only)]
    pub body_last_modified_date_time: DateTimeOffset,
    /// By their names.
    #[graph_resource(default)]
    pub categories: Vec<String>,
    /// When it was done.
    pub completed_date_time: Option<DateTimeTimeZone>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// When it should be done.
    pub due_date_time: Option<DateTimeTimeZone>,
    /// Whether it has attachments.
    #[graph_resource(read_only)]
    pub has_attachments: Option<bool>,
    /// How much it matters.
    pub importance: Importance,
    /// Whether one is reminded of it.
    pub is_reminder_on: bool,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    /// How it repeats.
    pub recurrence: Option<PatternedRecurrence>,
    /// When one is reminded of it.
    pub reminder_date_time: Option<DateTimeTimeZone>,
    /// When it begins.
    pub start_date_time: Option<DateTimeTimeZone>,
    /// How far it is.
    pub status: TaskStatus,
    /// What it is about.
    pub title: Option<String>,
    /// Files.
    #[graph_resource(navigation)]
    pub attachments: Option<Vec<TaskAttachment>>,
    /// Uploads that go on.
    #[graph_resource(navigation)]
    pub attachment_sessions: Option<Vec<AttachmentSession>>,
    /// Steps.
    #[graph_resource(navigation)]
    pub checklist_items: Option<Vec<ChecklistItem>>,
    /// What applications add.
    #[graph_resource(navigation)]
    pub extensions: Option<Vec<Extension>>,
    /// Where it comes from.
    #[graph_resource(navigation)]
    pub linked_resources: Option<Vec<LinkedResource>>,
}

/// How far a task is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TaskStatus {
    /// Not begun.
    NotStarted,
    /// Begun.
    InProgress,
    /// Done.
    Completed,
    /// It is the turn of others.
    WaitingOnOthers,
    /// Put off.
    Deferred,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What is attached to a task; the base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/me/todo/lists/<list>/tasks/<task>/attachments/<id>", schema = "v1.0")]
pub enum TaskAttachment {
    /// A file.
    #[graph_resource(odata_type = "microsoft.graph.taskFileAttachment")]
    File(TaskFileAttachment),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A file that is attached to a task.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0#microsoft.graph.taskFileAttachment")]
#[graph_resource(path = "/me/todo/lists/<list>/tasks/<task>/attachments/<id>")]
pub struct TaskFileAttachment {
    /// The key.
    pub id: String,
    /// Base64; lists leave it out.
    #[graph_resource(default)]
    pub content_bytes: Binary,
    /// `text/plain`.
    pub content_type: Option<String>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The name of the file.
    pub name: Option<String>,
    /// In bytes.
    pub size: i32,
}

/// An upload that goes on. Its content is a stream, at an address of its own.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/todo/lists/<list>/tasks/<task>/attachmentSessions/<id>", schema = "v1.0")]
pub struct AttachmentSession {
    /// The key.
    pub id: String,
    /// When it is given up.
    pub expiration_date_time: Option<DateTimeOffset>,
    /// `12345-`: the bytes that are missing.
    #[graph_resource(default)]
    pub next_expected_ranges: Vec<String>,
}

/// A step of a task.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/todo/lists/<list>/tasks/<task>/checklistItems/<id>", schema = "v1.0")]
pub struct ChecklistItem {
    /// The key.
    pub id: String,
    /// When it was ticked off.
    pub checked_date_time: Option<DateTimeOffset>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// The text.
    pub display_name: Option<String>,
    /// Whether it is ticked off.
    pub is_checked: Option<bool>,
}

/// The place in another application that a task comes from.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/todo/lists/<list>/tasks/<task>/linkedResources/<id>", schema = "v1.0")]
pub struct LinkedResource {
    /// The key.
    pub id: String,
    /// The application.
    pub application_name: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id there.
    pub external_id: Option<String>,
    /// A link to it.
    pub web_url: Option<String>,
}

impl Documented for TodoTask {
    const TYPES: &'static [&'static str] = &["microsoft.graph.todoTask"];
    const REQUIRED: Required = Required { patches: 0, gets: 2, wholes: 0 };
    const BLANK: &'static str = r#"{"id":"0","importance":"normal","isReminderOn":false,"status":"notStarted",
        "createdDateTime":"0001-01-01T00:00:00Z","lastModifiedDateTime":"0001-01-01T00:00:00Z",
        "bodyLastModifiedDateTime":"0001-01-01T00:00:00Z"}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/todo/lists/L1/tasks/T1",
            before: r##"{"@odata.etag":"W/\"b\"","id":"T1","title":"Water","body":{"content":"","contentType":"text"},
                "importance":"normal","status":"inProgress","isReminderOn":true,"categories":["Green"],
                "createdDateTime":"2024-03-01T08:00:00.1234567Z","lastModifiedDateTime":"2024-03-01T08:00:01Z",
                "bodyLastModifiedDateTime":"2024-03-01T08:00:00Z","dueDateTime":{"dateTime":
                "2024-03-09T00:00:00.0000000","timeZone":"UTC"},"checklistItems":[{"id":"C1","displayName":"Fill the can",
                "isChecked":false,"createdDateTime":"2024-03-01T08:01:00Z"}],"attachments":[{"@odata.type":
                "#microsoft.graph.taskFileAttachment","id":"A1","name":"plan.txt","size":3,"contentBytes":"YWJj"},
                {"@odata.type":"#microsoft.graph.taskLinkAttachment","id":"A2","href":"https://example.org"}]}"##,
            patch: r#"{"dueDateTime":null,"status":"completed","completedDateTime":{"dateTime":
                "2024-03-08T00:00:00.0000000","timeZone":"UTC"},"categories":[]}"#,
            answer: "",
        },
        Own {
            url: "/users/ada/todo/lists/L1/tasks/T2",
            before: r#"{"id":"T2","title":"Weed","importance":"high","status":"deferred","isReminderOn":false,
                "createdDateTime":"2024-03-01T08:00:00Z","lastModifiedDateTime":"2024-03-01T08:00:00Z",
                "bodyLastModifiedDateTime":"0001-01-01T00:00:00Z","recurrence":{"pattern":{"type":"daily","interval":2,
                "month":0,"dayOfMonth":0,"daysOfWeek":[],"firstDayOfWeek":"sunday","index":"first"},"range":
                {"type":"noEnd","startDate":"2024-03-01","endDate":"0001-01-01","recurrenceTimeZone":"UTC",
                "numberOfOccurrences":0}}}"#,
            patch: r#"{"recurrence":{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["monday","friday"]},"range":
                {"type":"endDate","startDate":"2024-03-04","endDate":"2024-10-31"}},"importance":"low"}"#,
            answer: r#"{"id":"T2","importance":"low","recurrence":{"pattern":{"type":"weekly","interval":1,"month":0,
                "dayOfMonth":0,"daysOfWeek":["monday","friday"],"firstDayOfWeek":"sunday","index":"first"},"range":
                {"type":"endDate","startDate":"2024-03-04","endDate":"2024-10-31","numberOfOccurrences":0}}}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "todo", "lists", list, "tasks", id] => Some(Self::at(list, id)),
            ["users", user, "todo", "lists", list, "tasks", id] => Some(Self::of_user(user, list, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "todo", "lists", list, "tasks"] => page.request(Self::collection(list).list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_todo_task() {
    every_example::<TodoTask>();
}
