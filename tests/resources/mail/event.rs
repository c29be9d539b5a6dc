//! event: an open entity with many nested values, which nests itself, and is served in many places.

use graph_resource::{At, Bytes, Collection, DateTimeOffset, ETag, GraphComplex, GraphFunction, GraphResource};
use serde_json::{Map, Value};

use crate::common::{DateTimeTimeZone, ItemBody, Recipient};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};
use crate::mail::attachments::Attachment;
use crate::mail::calendar::Calendar;
use crate::mail::event_parts::{Attendee, EventType, FreeBusyStatus, Location, OnlineMeetingInfo, ResponseStatus};
use crate::mail::open_type_extension::Extension;
use crate::mail::outlook::{
    Importance, MultiValueExtendedProperty, OnlineMeetingProvider, PatternedRecurrence, Sensitivity,
    SingleValueExtendedProperty,
};

/// Something that happens at a time.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/events/<event>/instances/<id>", at = "of_series")]
#[graph_resource(path = "/me/calendar/events/<id>", at = "in_calendar")]
#[graph_resource(path = "/me/calendarView/<id>", at = "in_view")]
// As a page writes it.
#[graph_resource(path = "/me/calendars/<calendar>/calendarview/<id>", at = "in_view_of_calendar", unchecked)]
#[graph_resource(path = "/users/<user>/events/<id>", at = "of_user")]
#[graph_resource(path = "/groups/<group>/events/<id>", at = "of_group")]
#[graph_resource(path = "/groups/<group>/calendar/events/<id>", at = "in_calendar_of_group")]
pub struct Event {
    /// The key.
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// Whether those invited may propose another time.
    pub allow_new_time_proposals: Option<bool>,
    /// Who is invited.
    #[graph_resource(default)]
    pub attendees: Vec<Attendee>,
    /// The text.
    pub body: Option<ItemBody>,
    /// The first words of the text.
    #[graph_resource(read_only)]
    pub body_preview: Option<String>,
    /// The ids of those of the series that were called off.
    #[graph_resource(read_only, default)]
    pub cancelled_occurrences: Vec<String>,
    /// By their names.
    #[graph_resource(default)]
    pub categories: Vec<String>,
    /// The version.
    #[graph_resource(read_only)]
    pub change_key: Option<String>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// When it ends.
    pub end: Option<DateTimeTimeZone>,
    /// Whether it has attachments.
    #[graph_resource(read_only)]
    pub has_attachments: Option<bool>,
    /// Whether those invited see themselves alone.
    pub hide_attendees: Option<bool>,
    /// The same in every calendar.
    pub i_cal_u_id: Option<String>,
    /// How much it matters.
    pub importance: Option<Importance>,
    /// Whether it takes whole days.
    pub is_all_day: Option<bool>,
    /// Whether it was called off.
    #[graph_resource(read_only)]
    pub is_cancelled: Option<bool>,
    /// Whether changes were not sent yet.
    #[graph_resource(read_only)]
    pub is_draft: Option<bool>,
    /// Whether one can join from afar.
    pub is_online_meeting: Option<bool>,
    /// Whether the owner of the calendar invites.
    #[graph_resource(read_only)]
    pub is_organizer: Option<bool>,
    /// Whether one is reminded of it.
    pub is_reminder_on: Option<bool>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Where it happens.
    pub location: Option<Location>,
    /// Where it happens, if in several places.
    #[graph_resource(default)]
    pub locations: Vec<Location>,
    /// Which of the series it is.
    #[graph_resource(read_only, unchecked)] // beta
    pub occurrence_id: Option<String>,
    /// How to join.
    #[graph_resource(read_only)]
    pub online_meeting: Option<OnlineMeetingInfo>,
    /// Who hosts it.
    pub online_meeting_provider: Option<OnlineMeetingProvider>,
    /// How to join, of old.
    #[graph_resource(read_only)]
    pub online_meeting_url: Option<String>,
    /// Who invites.
    #[graph_resource(read_only)]
    pub organizer: Option<Recipient>,
    /// The time zone of the end, when it was made.
    pub original_end_time_zone: Option<String>,
    /// When it began before it was moved.
    #[graph_resource(read_only)]
    pub original_start: Option<DateTimeOffset>,
    /// The time zone of the start, when it was made.
    pub original_start_time_zone: Option<String>,
    /// How it repeats.
    pub recurrence: Option<PatternedRecurrence>,
    /// How long before the start one is reminded, in minutes.
    pub reminder_minutes_before_start: Option<i32>,
    /// Whether an answer is wished.
    pub response_requested: Option<bool>,
    /// What the owner of the calendar answered.
    pub response_status: Option<ResponseStatus>,
    /// How private it is.
    pub sensitivity: Option<Sensitivity>,
    /// The id of the series.
    #[graph_resource(read_only)]
    pub series_master_id: Option<String>,
    /// How busy one is meanwhile.
    pub show_as: Option<FreeBusyStatus>,
    /// When it begins.
    pub start: Option<DateTimeTimeZone>,
    /// What it is about.
    pub subject: Option<String>,
    /// Chosen by the client, so that one event is not made twice.
    #[graph_resource(create_only)]
    pub transaction_id: Option<String>,
    /// What it is to a series.
    #[graph_resource(read_only)]
    pub r#type: Option<EventType>,
    /// The same in every calendar, as later versions name it.
    #[graph_resource(unchecked)] // beta
    pub uid: Option<String>,
    /// Where a browser shows it.
    #[graph_resource(read_only)]
    pub web_link: Option<String>,
    /// What is attached.
    #[graph_resource(navigation)]
    pub attachments: Option<Vec<Attachment>>,
    /// The calendar that it is in.
    #[graph_resource(navigation)]
    pub calendar: Option<Box<Calendar>>,
    /// Those of the series that were changed.
    #[graph_resource(navigation)]
    pub exception_occurrences: Option<Vec<Event>>,
    /// What applications add.
    #[graph_resource(navigation)]
    pub extensions: Option<Vec<Extension>>,
    /// Those of the series, in a span of time.
    #[graph_resource(navigation)]
    pub instances: Option<Vec<Event>>,
    /// What Graph has no names for, with several values.
    #[graph_resource(default, unchecked)] // a relationship, which bodies hold
    pub multi_value_extended_properties: Vec<MultiValueExtendedProperty>,
    /// What Graph has no names for.
    #[graph_resource(default, unchecked)] // a relationship, which bodies hold
    pub single_value_extended_properties: Vec<SingleValueExtendedProperty>,
    /// The type is open.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What changed in a calendar.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct EventDelta {}

impl GraphFunction for EventDelta {
    type On = Collection<Event>;
    type Output = graph_resource::Page<Event>;
    const NAME: &'static str = "delta";
}

impl Documented for Event {
    const TYPES: &'static [&'static str] = &["microsoft.graph.event"];
    const REQUIRED: Required = Required { patches: 2, gets: 15, wholes: 20 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.event"];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/event-update.md#PATCH1", Check::Body, "`datetime-value` in place of a moment"),
        ("v1.0/event-update.md#PATCH1", Check::State, "`datetime-value` in place of a moment"),
        ("beta/group-update-event.md#PATCH1", Check::Body, "`datetime-value` in place of a moment"),
        ("beta/group-update-event.md#PATCH1", Check::State, "`datetime-value` in place of a moment"),
        ("v1.0/event-delta.md#GET1", Check::Read, "`datetime-value` in place of a moment"),
        ("beta/event-delta.md#GET1", Check::Read, "`DateTime` and `TimeZone` for members in lower case"),
        ("v1.0/attachment-get.md#GET6", Check::Line, "the address of the content of an attachment"),
        ("beta/attachment-get.md#GET6", Check::Line, "the address of the content of an attachment"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/users/ada/events/E1",
            before: r##"{"@odata.etag":"W/\"c\"","id":"E1","subject":"Rehearsal","start":{"dateTime":
                "2024-03-01T18:00:00.0000000","timeZone":"Europe/Oslo"},"end":{"dateTime":"2024-03-01T20:00:00.0000000",
                "timeZone":"Europe/Oslo"},"originalStart":"2024-02-29T17:00:00Z","locations":[{"displayName":"Hall",
                "coordinates":{"latitude":59.91,"longitude":10.75,"altitude":7}},{"displayName":"Online","locationType":
                "metaverse"}],"attendees":[{"type":"resource","emailAddress":{"name":"Piano","address":"p@example.org"},
                "status":{"response":"accepted","time":"2024-02-01T09:30:00.12Z"}}],"choirPart":{"voice":"alto"},
                "attachments":[{"@odata.type":"#microsoft.graph.itemAttachment","id":"A1","name":"Score","size":9,
                "isInline":false,"item":{"@odata.type":"#microsoft.graph.message","id":"M1","subject":"The score"}}]}"##,
            patch: r#"{"location":{"displayName":"Hall","coordinates":{"latitude":null,"longitude":10.5}},"attendees":[],
                "recurrence":null,"choirPart":null,"voices":4,"singleValueExtendedProperties":[{"id":
                "Integer {0000} Name Rank","value":"3"}],"showAs":"workingElsewhere"}"#,
            answer: "",
        },
        Own {
            url: "/groups/5e1d/calendar/events/E2",
            before: r#"{"id":"E2","type":"seriesMaster","subject":"Practice","recurrence":{"pattern":{"type":"weekly",
                "interval":1,"month":0,"dayOfMonth":0,"daysOfWeek":["monday"],"firstDayOfWeek":"monday","index":"last"},
                "range":{"type":"numbered","startDate":"2024-03-04","endDate":"0001-01-01","numberOfOccurrences":9}},
                "exceptionOccurrences":[{"id":"E3","subject":"Concert","instances":[]}],"cancelledOccurrences":
                ["OID.E2.2024-03-11"],"calendar":{"id":"7c1a","name":"Choir"}}"#,
            patch: r#"{"body":{"contentType":"text","content":"Bring water."},"reminderMinutesBeforeStart":30}"#,
            answer: r#"{"id":"E2","body":{"contentType":"html","content":"<p>Bring water.</p>"},"recurrence":null}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "events", id] => Self::at(id),
            ["users", user, "events", id] => Self::of_user(user, id),
            ["groups", group, "events", id] => Self::of_group(group, id),
            ["groups", group, "calendar", "events", id] => Self::in_calendar_of_group(group, id),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "events", event, "instances"] => page.request(Self::of_series_collection(event).list()),
            ["groups", group, "events"] => page.request(Self::of_group_collection(group).list()),
            ["me", "calendarView"] => page.request(Self::in_view_collection().list()),
            ["me", "calendarView", "delta"] => page.request(Self::in_view_collection().call(EventDelta {})),
            ["me", "calendar", "events", "delta"] => page.request(Self::in_calendar_collection().call(EventDelta {})),
            ["me", "calendars", calendar, "calendarview", "delta"] => {
                page.request(Self::in_view_of_calendar_collection(calendar).call(EventDelta {}))
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_event() {
    every_example::<Event>();
}
