//! printJob: a large complex value that is changed, a collection in it that is null, and two relationships expanded.

use graph_resource::{At, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

use crate::harness::{Documented, Own, Required, every_example};
use crate::work::print_values::{
    IntegerRange, PrintColorMode, PrintDuplexMode, PrintFinishing, PrintMultipageLayout, PrintOrientation,
    PrintQuality, PrintScaling, PrinterFeedOrientation,
};

/// Something to print.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/print/printers/<printer>/jobs/<id>", schema = "v1.0")]
#[graph_resource(path = "/print/shares/<share>/jobs/<id>", at = "of_share")]
pub struct PrintJob {
    /// The key.
    pub id: String,
    /// When the printer took note of it.
    #[graph_resource(read_only)]
    pub acknowledged_date_time: Option<DateTimeOffset>,
    /// How it is to be printed.
    #[graph_resource(merge)]
    pub configuration: PrintJobConfiguration,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<UserIdentity>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// What went wrong, as a number of the printer.
    #[graph_resource(read_only)]
    pub error_code: Option<i32>,
    /// Whether the printer may fetch the documents.
    #[graph_resource(read_only, default)]
    pub is_fetchable: bool,
    /// The job that this one goes on from.
    #[graph_resource(read_only)]
    pub redirected_from: Option<String>,
    /// The job that goes on from this one.
    #[graph_resource(read_only)]
    pub redirected_to: Option<String>,
    /// How far it is.
    #[graph_resource(read_only)]
    pub status: PrintJobStatus,
    /// What is printed.
    #[graph_resource(navigation)]
    pub documents: Option<Vec<PrintDocument>>,
    /// What must be done first.
    #[graph_resource(navigation)]
    pub tasks: Option<Vec<PrintTask>>,
}

/// How something is to be printed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrintJobConfiguration {
    /// Whether copies come one after the other.
    pub collate: Option<bool>,
    /// Which colours are used.
    pub color_mode: Option<PrintColorMode>,
    /// How many.
    pub copies: Option<i32>,
    /// Dots per inch.
    pub dpi: Option<i32>,
    /// Which sides are used.
    pub duplex_mode: Option<PrintDuplexMode>,
    /// Which edge goes first.
    pub feed_orientation: Option<PrinterFeedOrientation>,
    /// What is done to the sheets; null leaves it to the printer.
    pub finishings: Option<Vec<PrintFinishing>>,
    /// Whether pages fit the paper.
    pub fit_pdf_to_page: Option<bool>,
    /// Where paper comes from.
    pub input_bin: Option<String>,
    /// What stays white.
    #[graph_resource(merge)]
    pub margin: Option<PrintMargin>,
    /// `A4`.
    pub media_size: Option<String>,
    /// `stationery`.
    pub media_type: Option<String>,
    /// In which order the pages of a sheet stand.
    pub multipage_layout: Option<PrintMultipageLayout>,
    /// How the paper lies.
    pub orientation: Option<PrintOrientation>,
    /// Where paper goes.
    pub output_bin: Option<String>,
    /// Which pages; null is all of them.
    pub page_ranges: Option<Vec<IntegerRange>>,
    /// How many pages stand on a sheet.
    pub pages_per_sheet: Option<i32>,
    /// How well it is printed.
    pub quality: Option<PrintQuality>,
    /// How a page fits the paper.
    pub scaling: Option<PrintScaling>,
}

/// What stays white, in thousandths of a millimetre.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrintMargin {
    /// At the bottom.
    pub bottom: Option<i32>,
    /// On the left.
    pub left: Option<i32>,
    /// On the right.
    pub right: Option<i32>,
    /// On top.
    pub top: Option<i32>,
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrintJobStatus {
    /// For people to read.
    pub description: String,
    /// More of it.
    #[graph_resource(default)]
    pub details: Vec<PrintJobStateDetail>,
    /// Whether the printer has it.
    pub is_acquired_by_printer: bool,
    /// The state.
    pub state: PrintJobProcessingState,
}

/// Who printed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.userIdentity")]
pub struct UserIdentity {
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// From where.
    pub ip_address: Option<String>,
    /// The name to sign in with.
    pub user_principal_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// Something that is printed.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/print/printers/<printer>/jobs/<job>/documents/<id>", schema = "v1.0")]
pub struct PrintDocument {
    /// The key.
    pub id: String,
    /// `application/oxps`.
    pub content_type: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When the printer fetched it.
    #[graph_resource(read_only)]
    pub downloaded_date_time: Option<DateTimeOffset>,
    /// In bytes.
    #[graph_resource(read_only)]
    pub size: i64,
    /// When it was there.
    #[graph_resource(read_only)]
    pub uploaded_date_time: Option<DateTimeOffset>,
}

/// Something that must be done before a job is printed.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/print/printers/<printer>/jobs/<job>/tasks/<id>", schema = "v1.0")]
pub struct PrintTask {
    /// The key.
    pub id: String,
    /// Where the job is.
    pub parent_url: String,
    /// How far it is.
    #[graph_resource(merge)]
    pub status: PrintTaskStatus,
}

/// How far a task is.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrintTaskStatus {
    /// For people to read.
    pub description: String,
    /// The state.
    pub state: PrintTaskProcessingState,
}

/// The state of a job. It has a member of the name `unknown`.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintJobProcessingState {
    /// The printer does not tell.
    Unknown,
    /// It waits.
    Pending,
    /// It is printed.
    Processing,
    /// It was halted.
    Paused,
    /// The printer stands still.
    Stopped,
    /// It is done.
    Completed,
    /// Somebody ended it.
    Canceled,
    /// The service ended it.
    Aborted,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Other(String),
}

/// More of the state of a job.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintJobStateDetail {
    /// Documents are missing.
    UploadPending,
    /// Documents are made fit for the printer.
    Transforming,
    /// All went well.
    CompletedSuccessfully,
    /// Almost all went well.
    CompletedWithWarnings,
    /// Something went wrong.
    CompletedWithErrors,
    /// Somebody must come to the printer.
    ReleaseWait,
    /// The printer reads the documents.
    Interpreting,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// The state of a task.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintTaskProcessingState {
    /// It waits.
    Pending,
    /// Somebody does it.
    Processing,
    /// It is done.
    Completed,
    /// It was given up.
    Aborted,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for PrintJob {
    const TYPES: &'static [&'static str] = &["microsoft.graph.printJob"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 3 };
    const BLANK: &'static str = r#"{"id":"0","configuration":{},"createdDateTime":"2020-01-01T00:00:00Z","status":
        {"description":"","isAcquiredByPrinter":false,"state":"unknown"}}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/print/printers/c05f3726/jobs/5182",
            before: r#"{"id":"5182","createdDateTime":"2021-06-30T17:18:52.3930472Z","isFetchable":true,"errorCode":null,
                "status":{"state":"unknown","description":"","isAcquiredByPrinter":true,"details":["interpreting","dreaming"]},
                "configuration":{"copies":2,"finishings":null,"pageRanges":[{"start":1,"end":9007199254740993}],"margin":
                {"top":5},"scaling":"none","colorMode":"auto"},"createdBy":{"id":"87d349ed","ipAddress":null,"badge":7},
                "tasks":[{"id":"t","parentUrl":"https://orchard.example/t","status":{"state":"aborted","description":""}}],
                "documents":[{"id":"d","size":9223372036854775807,"contentType":null}]}"#,
            patch: r#"{"configuration":{"copies":3,"finishings":["stapleTopLeft","foldZ","foldSwan"],"pageRanges":null,
                "margin":{"top":null,"left":10},"multipageLayout":"counterclockwiseFromBottomRight"}}"#,
            answer: "",
        },
        Own {
            url: "/print/printers/c05f3726/jobs/5183",
            before: r#"{"id":"5183","createdDateTime":"2021-06-30T17:18:52Z","configuration":{"finishings":["none"]},
                "status":{"state":"levitating","description":"Up","isAcquiredByPrinter":false,"details":[]}}"#,
            patch: r#"{"configuration":{"finishings":[],"margin":null}}"#,
            answer: r#"{"id":"5183","createdDateTime":"2021-06-30T17:18:52Z","configuration":{"finishings":[],"copies":1},
                "status":{"state":"completed","description":"","isAcquiredByPrinter":true,"details":
                ["completedSuccessfully"]}}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["print", "printers", printer, "jobs", id] => Some(Self::at(printer, id)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_print_job() {
    every_example::<PrintJob>();
}
