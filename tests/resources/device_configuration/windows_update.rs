//! windowsUpdateForBusinessConfiguration: many properties, flags, dates, and a union of schedules.

use graph_resource::edm::{Date, TimeOfDay};
use graph_resource::{DateTimeOffset, FlagSet, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use super::base::configuration;
use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule};

configuration! {
    /// How Windows is brought up to date.
    #[graph_resource(schema = "v1.0#microsoft.graph.windowsUpdateForBusinessConfiguration")]
    pub struct WindowsUpdateForBusinessConfiguration {
        /// How updates are fetched.
        pub delivery_optimization_mode: WindowsDeliveryOptimizationMode,
        /// Whether features may come early.
        pub prerelease_features: PrereleaseFeatures,
        /// What happens without asking.
        pub automatic_update_mode: AutomaticUpdateMode,
        /// Whether other products are updated too.
        pub microsoft_update_service_allowed: bool,
        /// Whether drivers are left out.
        pub drivers_excluded: bool,
        /// When updates are installed.
        pub installation_schedule: Option<AnySchedule>,
        /// Days, 0 to 30.
        pub quality_updates_deferral_period_in_days: i32,
        /// Days, 0 to 30.
        pub feature_updates_deferral_period_in_days: i32,
        /// Whether they wait.
        pub quality_updates_paused: bool,
        /// Whether they wait.
        pub feature_updates_paused: bool,
        /// Until when they wait.
        pub quality_updates_pause_expiry_date_time: DateTimeOffset,
        /// Until when they wait.
        pub feature_updates_pause_expiry_date_time: DateTimeOffset,
        /// From which branch.
        pub business_ready_updates_only: WindowsUpdateType,
        /// Whether nothing is looked at before.
        pub skip_checks_before_restart: Option<bool>,
        /// In which weeks of the month.
        pub update_weeks: Option<FlagSet<UpdateWeek>>,
        /// Since when they wait.
        #[allow(deprecated, reason = "a page of the beta changes it")]
        pub quality_updates_pause_start_date: Option<Date>,
        /// Since when they wait.
        #[allow(deprecated, reason = "a page of the beta changes it")]
        pub feature_updates_pause_start_date: Option<Date>,
        /// Days, 2 to 60.
        pub feature_updates_rollback_window_in_days: Option<i32>,
        /// Whether they are undone.
        pub quality_updates_will_be_rolled_back: Option<bool>,
        /// Whether they are undone.
        pub feature_updates_will_be_rolled_back: Option<bool>,
        /// Since when they are undone.
        pub quality_updates_rollback_start_date_time: Option<DateTimeOffset>,
        /// Since when they are undone.
        pub feature_updates_rollback_start_date_time: Option<DateTimeOffset>,
        /// Days, 2 to 30.
        pub engaged_restart_deadline_in_days: Option<i32>,
        /// Days, 1 to 3.
        pub engaged_restart_snooze_schedule_in_days: Option<i32>,
        /// Days, 2 to 30.
        pub engaged_restart_transition_schedule_in_days: Option<i32>,
        /// Days, 2 to 30.
        pub deadline_for_feature_updates_in_days: Option<i32>,
        /// Days, 2 to 30.
        pub deadline_for_quality_updates_in_days: Option<i32>,
        /// Days, 0 to 7.
        pub deadline_grace_period_in_days: Option<i32>,
        /// Whether the restart waits.
        pub postpone_reboot_until_after_deadline: Option<bool>,
        /// How the notice goes away.
        pub auto_restart_notification_dismissal: Option<AutoRestartNotificationDismissal>,
        /// Hours: 2, 4, 8, 12 or 24.
        pub schedule_restart_warning_in_hours: Option<i32>,
        /// Minutes: 15, 30 or 60.
        pub schedule_imminent_restart_warning_in_minutes: Option<i32>,
        /// Whether the user may let updates wait.
        pub user_pause_access: Option<Enablement>,
        /// Whether the user may look for updates.
        pub user_windows_update_scan_access: Option<Enablement>,
        /// What the user is told.
        pub update_notification_level: Option<UpdateNotificationLevel>,
        /// Whether Windows 11 may come.
        pub allow_windows11_upgrade: Option<bool>,
    }
}

/// When updates are installed.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0#microsoft.graph.windowsUpdateInstallScheduleType")]
pub enum AnySchedule {
    /// Outside of the hours of work.
    #[graph_resource(odata_type = "microsoft.graph.windowsUpdateActiveHoursInstall")]
    ActiveHours(ActiveHoursInstall),
    /// At a time of a day.
    #[graph_resource(odata_type = "microsoft.graph.windowsUpdateScheduledInstall")]
    Scheduled(ScheduledInstall),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// The hours of work.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.windowsUpdateActiveHoursInstall")]
pub struct ActiveHoursInstall {
    /// Their start.
    pub active_hours_start: TimeOfDay,
    /// Their end.
    pub active_hours_end: TimeOfDay,
}

/// A time of a day.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.windowsUpdateScheduledInstall")]
pub struct ScheduledInstall {
    /// The day.
    pub scheduled_install_day: WeeklySchedule,
    /// The time.
    pub scheduled_install_time: TimeOfDay,
}

/// A day, or all.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WeeklySchedule {
    /// As the user likes.
    UserDefined,
    /// All of them.
    Everyday,
    /// Sunday.
    Sunday,
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How updates are fetched.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WindowsDeliveryOptimizationMode {
    /// As the user likes.
    UserDefined,
    /// From the service alone.
    HttpOnly,
    /// From peers behind the same address.
    HttpWithPeeringNat,
    /// From peers of a group.
    HttpWithPeeringPrivateGroup,
    /// From peers anywhere.
    HttpWithInternetPeering,
    /// From the service, without its cloud.
    SimpleDownload,
    /// By another service.
    BypassMode,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether features may come early.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrereleaseFeatures {
    /// As the user likes.
    UserDefined,
    /// Settings alone.
    SettingsOnly,
    /// Settings and experiments.
    SettingsAndExperimentations,
    /// No.
    NotAllowed,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What happens without asking.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AutomaticUpdateMode {
    /// As the user likes.
    UserDefined,
    /// A notice.
    NotifyDownload,
    /// Installation.
    AutoInstallAtMaintenanceTime,
    /// Installation and restart.
    AutoInstallAndRebootAtMaintenanceTime,
    /// The same at a set time.
    AutoInstallAndRebootAtScheduledTime,
    /// The same, whatever the user does.
    AutoInstallAndRebootWithoutEndUserControl,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// The branch of updates.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum WindowsUpdateType {
    /// As the user likes.
    UserDefined,
    /// All.
    All,
    /// Ready for business.
    BusinessReadyOnly,
    /// Insiders, fast.
    WindowsInsiderBuildFast,
    /// Insiders, slow.
    WindowsInsiderBuildSlow,
    /// Insiders, before the release.
    WindowsInsiderBuildRelease,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A week of the month; a flag.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.windowsUpdateForBusinessUpdateWeeks")]
pub enum UpdateWeek {
    /// As the user likes.
    UserDefined,
    /// The first.
    FirstWeek,
    /// The second.
    SecondWeek,
    /// The third.
    ThirdWeek,
    /// The fourth.
    FourthWeek,
    /// Each.
    EveryWeek,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How the notice of a restart goes away.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.autoRestartNotificationDismissalMethod")]
pub enum AutoRestartNotificationDismissal {
    /// As by default.
    NotConfigured,
    /// By itself.
    Automatic,
    /// By the user.
    User,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether something is there.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum Enablement {
    /// As by default.
    NotConfigured,
    /// Yes.
    Enabled,
    /// No.
    Disabled,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What the user is told.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.windowsUpdateNotificationDisplayOption")]
pub enum UpdateNotificationLevel {
    /// As by default.
    NotConfigured,
    /// All.
    DefaultNotifications,
    /// Restarts.
    RestartWarningsOnly,
    /// Nothing.
    DisableAllNotifications,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
