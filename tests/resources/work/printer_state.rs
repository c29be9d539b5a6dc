//! How a printer is.

use graph_resource::{GraphComplex, GraphEnum};

/// How a printer is.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrinterStatus {
    /// For people to read.
    pub description: Option<String>,
    /// More of it.
    #[graph_resource(default)]
    pub details: Vec<PrinterProcessingStateDetail>,
    /// The state.
    pub state: PrinterProcessingState,
}

/// The state of a printer. It has a member of the name `unknown`.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrinterProcessingState {
    /// It does not tell.
    Unknown,
    /// It waits.
    Idle,
    /// It prints.
    Processing,
    /// It stands still.
    Stopped,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Other(String),
}

/// More of the state of a printer: those of some eight hundred members that are not about one of its parts alone.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrinterProcessingStateDetail {
    /// It was halted.
    Paused,
    /// Paper is stuck.
    MediaJam,
    /// Paper is wanted.
    MediaNeeded,
    /// Little paper is left.
    MediaLow,
    /// No paper is left.
    MediaEmpty,
    /// A cover is open.
    CoverOpen,
    /// A lock is open.
    InterlockOpen,
    /// The tray for printed sheets is missing.
    OutputTrayMissing,
    /// There is no out for printed sheets.
    OutputAreaFull,
    /// Little ink is left.
    MarkerSupplyLow,
    /// No ink is left.
    MarkerSupplyEmpty,
    /// The tray for paper is missing.
    InputTrayMissing,
    /// There is little out for printed sheets.
    OutputAreaAlmostFull,
    /// There is little out for waste.
    MarkerWasteAlmostFull,
    /// There is no out for waste.
    MarkerWasteFull,
    /// The fuser is too hot.
    FuserOverTemp,
    /// The fuser is too cold.
    FuserUnderTemp,
    /// Something else.
    Other,
    /// Nothing.
    None,
    /// It is being halted.
    MovingToPaused,
    /// It was turned off.
    Shutdown,
    /// It is looked for.
    ConnectingToDevice,
    /// It does not answer.
    TimedOut,
    /// It is being stopped.
    Stopping,
    /// A part of it stands still.
    StoppedPartially,
    /// Little toner is left.
    TonerLow,
    /// No toner is left.
    TonerEmpty,
    /// There is no out for jobs.
    SpoolAreaFull,
    /// A door is open.
    DoorOpen,
    /// The drum is almost worn out.
    OpticalPhotoConductorNearEndOfLife,
    /// The drum is worn out.
    OpticalPhotoConductorLifeOver,
    /// Little developer is left.
    DeveloperLow,
    /// No developer is left.
    DeveloperEmpty,
    /// What reads the documents is missing.
    InterpreterResourceUnavailable,
    /// An alert was taken back.
    AlertRemovalOfBinaryChangeEntry,
    /// It was set up anew.
    ConfigurationChange,
    /// It may not print.
    Deactivated,
    /// It is gone.
    Deleted,
    /// It goes off.
    PowerDown,
    /// It goes on.
    PowerUp,
    /// Somebody reset it.
    PrinterManualReset,
    /// The network reset it.
    PrinterNmsReset,
    /// It is ready.
    PrinterReadyToPrint,
    /// It goes on printing.
    Resuming,
    /// It saves power.
    Standby,
    /// It sleeps.
    Suspend,
    /// It tests itself.
    Testing,
    /// What this build does not know, and the member of the name `unknown`.
    #[graph_resource(unknown)]
    Unknown(String),
}
