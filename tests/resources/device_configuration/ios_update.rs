//! iosUpdateConfiguration: times of day, and collections of enumeration members.

use graph_resource::edm::TimeOfDay;
use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use graph_resources::outlook::DayOfWeek;

use super::base::configuration;
use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule};

configuration! {
    /// When iOS is brought up to date.
    #[graph_resource(schema = "v1.0#microsoft.graph.iosUpdateConfiguration")]
    pub struct IosUpdateConfiguration {
        /// Whether it is in force.
        #[graph_resource(unchecked)] // beta
        pub is_enabled: Option<bool>,
        /// From when no update is installed.
        pub active_hours_start: TimeOfDay,
        /// Until when.
        pub active_hours_end: TimeOfDay,
        /// The version to have.
        #[graph_resource(unchecked)] // beta
        pub desired_os_version: Option<String>,
        /// On which days.
        pub scheduled_install_days: Vec<DayOfWeek>,
        /// The time zone, in minutes from UTC.
        pub utc_time_offset_in_minutes: Option<i32>,
        /// How many days an update is put off, 0 to 90.
        #[graph_resource(unchecked)] // beta
        pub enforced_software_update_delay_in_days: Option<i32>,
        /// How the times are meant.
        #[graph_resource(unchecked)] // beta
        pub update_schedule_type: Option<IosSoftwareUpdateScheduleType>,
        /// Times of one's own.
        #[graph_resource(unchecked)] // beta
        pub custom_update_time_windows: Option<Vec<CustomUpdateTimeWindow>>,
    }
}

/// From a time of one day until a time of another.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.customUpdateTimeWindow")]
pub struct CustomUpdateTimeWindow {
    /// The first day.
    pub start_day: DayOfWeek,
    /// The last day.
    pub end_day: DayOfWeek,
    /// The time on the first day.
    pub start_time: TimeOfDay,
    /// The time on the last day.
    pub end_time: TimeOfDay,
}

/// How the times of updates are meant.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum IosSoftwareUpdateScheduleType {
    /// Outside of the hours.
    UpdateOutsideOfActiveHours,
    /// At any time.
    AlwaysUpdate,
    /// Within the windows.
    UpdateDuringTimeWindows,
    /// Outside of the windows.
    UpdateOutsideOfTimeWindows,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
