//! mailboxSettings: a complex type that is served as a resource, without a key, and a union below it.

use graph_resource::edm::TimeOfDay;
use graph_resource::{At, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::common::DateTimeTimeZone;
use crate::harness::{Check, Documented, Own, Required, every_example};
use crate::mail::outlook::DayOfWeek;

/// How somebody wants their mailbox to be.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/mailboxSettings", schema = "v1.0")]
#[graph_resource(path = "/users/<user>/mailboxSettings", at = "of_user")]
pub struct MailboxSettings {
    /// The id of the folder for what is kept.
    pub archive_folder: Option<String>,
    /// What is answered while they are away.
    #[graph_resource(merge)]
    pub automatic_replies_setting: Option<AutomaticRepliesSetting>,
    /// `MM/dd/yyyy`.
    pub date_format: Option<String>,
    /// Who gets the invitations of somebody who has a delegate.
    pub delegate_meeting_message_delivery_options: Option<DelegateMeetingMessageDelivery>,
    /// The language.
    #[graph_resource(merge)]
    pub language: Option<LocaleInfo>,
    /// `hh:mm tt`.
    pub time_format: Option<String>,
    /// The time zone.
    pub time_zone: Option<String>,
    /// What the mailbox is for.
    #[graph_resource(read_only)]
    pub user_purpose: Option<UserPurpose>,
    /// When they work.
    #[graph_resource(merge)]
    pub working_hours: Option<WorkingHours>,
}

/// What is answered while somebody is away.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AutomaticRepliesSetting {
    /// Which strangers get an answer.
    pub external_audience: Option<ExternalAudienceScope>,
    /// The answer to strangers.
    pub external_reply_message: Option<String>,
    /// The answer to colleagues.
    pub internal_reply_message: Option<String>,
    /// Until when.
    pub scheduled_end_date_time: Option<DateTimeTimeZone>,
    /// From when.
    pub scheduled_start_date_time: Option<DateTimeTimeZone>,
    /// Whether there is an answer.
    pub status: Option<AutomaticRepliesStatus>,
}

/// Which strangers get an answer.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ExternalAudienceScope {
    /// None.
    None,
    /// Those among the contacts.
    ContactsOnly,
    /// All.
    All,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether there is an answer.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AutomaticRepliesStatus {
    /// Never.
    Disabled,
    /// Always.
    AlwaysEnabled,
    /// For a time.
    Scheduled,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who gets the invitations of somebody who has a delegate.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.delegateMeetingMessageDeliveryOptions")]
pub enum DelegateMeetingMessageDelivery {
    /// The delegate, and the owner is told.
    SendToDelegateAndInformationToPrincipal,
    /// Both.
    SendToDelegateAndPrincipal,
    /// The delegate.
    SendToDelegateOnly,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A language, as it is spoken in a country.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct LocaleInfo {
    /// The name to show.
    pub display_name: Option<String>,
    /// `en-US`.
    pub locale: Option<String>,
}

/// What a mailbox is for.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum UserPurpose {
    /// One person.
    User,
    /// One person, whose mailbox is elsewhere.
    Linked,
    /// Several persons.
    Shared,
    /// A room.
    Room,
    /// A thing.
    Equipment,
    /// Something else.
    Others,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// When somebody works.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkingHours {
    /// On which days.
    #[graph_resource(default)]
    pub days_of_week: Vec<DayOfWeek>,
    /// Until when.
    pub end_time: Option<TimeOfDay>,
    /// From when.
    pub start_time: Option<TimeOfDay>,
    /// In which time zone.
    pub time_zone: Option<AnyTimeZone>,
}

/// A time zone by its name, or by its rules.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0#microsoft.graph.timeZoneBase")]
pub enum AnyTimeZone {
    /// By its name.
    Named(TimeZoneBase),
    /// By its rules.
    #[graph_resource(odata_type = "microsoft.graph.customTimeZone")]
    Custom(CustomTimeZone),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A time zone by its name.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TimeZoneBase {
    /// `Pacific Standard Time`.
    pub name: Option<String>,
}

/// A time zone by its rules.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct CustomTimeZone {
    /// The name.
    pub name: Option<String>,
    /// What one adds to its time to get UTC, in minutes.
    pub bias: Option<i32>,
    /// When its clocks are put on.
    pub daylight_offset: Option<DaylightTimeZoneOffset>,
    /// When its clocks are put back.
    pub standard_offset: Option<StandardTimeZoneOffset>,
}

/// When clocks are put on.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct DaylightTimeZoneOffset {
    /// Which of the days in the month; 5 is the last.
    pub day_occurrence: Option<i32>,
    /// The day of the week.
    pub day_of_week: Option<DayOfWeek>,
    /// By how much, in minutes.
    pub daylight_bias: Option<i32>,
    /// 1 to 12.
    pub month: Option<i32>,
    /// The time of the day.
    pub time: Option<TimeOfDay>,
    /// 0 for every year.
    pub year: Option<i32>,
}

/// When clocks are put back.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct StandardTimeZoneOffset {
    /// Which of the days in the month; 5 is the last.
    pub day_occurrence: Option<i32>,
    /// The day of the week.
    pub day_of_week: Option<DayOfWeek>,
    /// 1 to 12.
    pub month: Option<i32>,
    /// The time of the day.
    pub time: Option<TimeOfDay>,
    /// 0 for every year.
    pub year: Option<i32>,
}

impl Documented for MailboxSettings {
    const TYPES: &'static [&'static str] = &["microsoft.graph.mailboxSettings"];
    const REQUIRED: Required = Required { patches: 0, gets: 1, wholes: 1 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] =
        &[("beta/user-get-mailboxsettings.md#GET1", Check::Read, "an object in place of the member `userPurpose`")];
    const RECASED: &'static [(&'static str, &'static str)] = &[
        ("v1.0/user-get-mailboxsettings.md#GET1", "automaticRepliesSetting.status"),
        ("v1.0/user-get-mailboxsettings.md#GET1", "automaticRepliesSetting.externalAudience"),
    ];
    const BLANK: &'static str = "{}";
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/mailboxSettings",
            before: r#"{"archiveFolder":"AAMk","timeZone":"Europe/Oslo","automaticRepliesSetting":{"status":"scheduled",
                "externalAudience":"contactsOnly","scheduledStartDateTime":{"dateTime":"2024-07-01T00:00:00.0000000",
                "timeZone":"UTC"},"internalReplyMessage":"Away."},"language":{"locale":"nb-NO","displayName":"Norsk"},
                "workingHours":{"daysOfWeek":["monday"],"startTime":"08:00:00.0000000","endTime":"16:30:00",
                "timeZone":{"name":"W. Europe Standard Time"}},"userPurpose":"room"}"#,
            patch: r#"{"automaticRepliesSetting":{"status":"disabled","internalReplyMessage":null},"language":{"locale":
                "en-US"},"workingHours":{"endTime":"17:15:00.5000000"},"dateFormat":null}"#,
            answer: r#"{"automaticRepliesSetting":{"status":"disabled","externalAudience":"contactsOnly",
                "internalReplyMessage":"","externalReplyMessage":""},"language":{"locale":"en-US","displayName":
                "English (United States)"}}"#,
        },
        Own {
            url: "/users/ada/mailboxSettings",
            before: r##"{"workingHours":{"daysOfWeek":["tuesday","moonday"],"startTime":"22:00:00","timeZone":
                {"@odata.type":"#microsoft.graph.customTimeZone","name":"Customized Time Zone","bias":-60,
                "standardOffset":{"time":"03:00:00.0000000","dayOccurrence":5,"dayOfWeek":"sunday","month":10,"year":0},
                "daylightOffset":{"daylightBias":-60,"time":"02:00:00.0000000","dayOccurrence":5,"dayOfWeek":"sunday",
                "month":3,"year":0}}}}"##,
            patch: r##"{"workingHours":{"daysOfWeek":[],"timeZone":{"@odata.type":"#microsoft.graph.customTimeZone",
                "bias":0,"daylightOffset":null}},"delegateMeetingMessageDeliveryOptions":"sendToDelegateOnly"}"##,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "mailboxSettings"] => Some(Self::at()),
            ["users", user, "mailboxSettings"] => Some(Self::of_user(user)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_mailbox_settings() {
    every_example::<MailboxSettings>();
}
