//! calendar: served at a place of its own and in collections, under keys and without.

use graph_resource::{At, Bytes, GraphEnum, GraphResource};

use crate::common::EmailAddress;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};
use crate::mail::calendar_permission::CalendarPermission;
use crate::mail::event::Event;
use crate::mail::outlook::{MultiValueExtendedProperty, OnlineMeetingProvider, SingleValueExtendedProperty};

/// A container of events.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/calendars/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/calendar", at = "mine")]
#[graph_resource(path = "/users/<user>/calendar", at = "of_user")]
#[graph_resource(path = "/groups/<group>/calendar", at = "of_group")]
#[graph_resource(path = "/me/calendarGroups/<group>/calendars/<id>", at = "in_calendar_group")]
pub struct Calendar {
    /// The key.
    pub id: String,
    /// Who can host the meetings of its events.
    #[graph_resource(read_only, default)]
    pub allowed_online_meeting_providers: Vec<OnlineMeetingProvider>,
    /// The group that it is in.
    #[graph_resource(read_only, unchecked)] // beta
    pub calendar_group_id: Option<String>,
    /// Whether it may be written to.
    #[graph_resource(read_only)]
    pub can_edit: Option<bool>,
    /// Whether it may be shared.
    #[graph_resource(read_only)]
    pub can_share: Option<bool>,
    /// Whether private events are shown.
    #[graph_resource(read_only)]
    pub can_view_private_items: Option<bool>,
    /// The version.
    #[graph_resource(read_only)]
    pub change_key: Option<String>,
    /// The colour, of those that have a name.
    pub color: Option<CalendarColor>,
    /// Who hosts meetings unless something else is said.
    pub default_online_meeting_provider: Option<OnlineMeetingProvider>,
    /// The colour, `#` and six digits; empty where it has a name.
    #[graph_resource(read_only)]
    pub hex_color: Option<String>,
    /// Whether new events come here.
    pub is_default_calendar: Option<bool>,
    /// Whether it can be deleted.
    #[graph_resource(read_only)]
    pub is_removable: Option<bool>,
    /// Whether the owner shares it.
    #[graph_resource(read_only, unchecked)] // beta
    pub is_shared: Option<bool>,
    /// Whether somebody else shares it with the signed-in user.
    #[graph_resource(read_only, unchecked)] // beta
    pub is_shared_with_me: Option<bool>,
    /// Whether it counts answers to invitations alone.
    #[graph_resource(read_only)]
    pub is_tallying_responses: Option<bool>,
    /// The name.
    pub name: Option<String>,
    /// Who made it, or whom it was made for.
    #[graph_resource(read_only)]
    pub owner: Option<EmailAddress>,
    /// Who may do what.
    #[graph_resource(navigation)]
    pub calendar_permissions: Option<Vec<CalendarPermission>>,
    /// The events of a span of time.
    #[graph_resource(navigation)]
    pub calendar_view: Option<Vec<Event>>,
    /// The events.
    #[graph_resource(navigation)]
    pub events: Option<Vec<Event>>,
    /// What Graph has no names for, with several values.
    #[graph_resource(default, unchecked)] // a relationship, which bodies hold
    pub multi_value_extended_properties: Vec<MultiValueExtendedProperty>,
    /// What Graph has no names for.
    #[graph_resource(default, unchecked)] // a relationship, which bodies hold
    pub single_value_extended_properties: Vec<SingleValueExtendedProperty>,
}

/// A colour that has a name.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum CalendarColor {
    /// Left to the client.
    Auto,
    /// Blue.
    LightBlue,
    /// Green.
    LightGreen,
    /// Orange.
    LightOrange,
    /// Gray.
    LightGray,
    /// Yellow.
    LightYellow,
    /// Teal.
    LightTeal,
    /// Pink.
    LightPink,
    /// Brown.
    LightBrown,
    /// Red.
    LightRed,
    /// How many there are.
    MaxColor,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for Calendar {
    const TYPES: &'static [&'static str] = &["microsoft.graph.calendar"];
    const REQUIRED: Required = Required { patches: 2, gets: 4, wholes: 4 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/calendargroup-list-calendars.md#GET1", Check::Read, "an object in place of the color"),
        ("beta/calendargroup-list-calendars.md#GET1", Check::Read, "an object in place of the color"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/groups/5e1d/calendar",
            before: r##"{"id":"7c1a","name":"Choir","color":"lightTeal","hexColor":"#4adacc","canEdit":true,
                "allowedOnlineMeetingProviders":["unknown","teamsForBusiness"],"owner":{"name":"Choir"}}"##,
            patch: r#"{"name":null,"color":"auto","defaultOnlineMeetingProvider":"teamsForBusiness"}"#,
            answer: "",
        },
        Own {
            url: "/me/calendars/7c1a",
            before: r#"{"id":"7c1a","name":"Choir","events":[{"@odata.etag":"W/\"9\"","id":"e1","subject":"Rehearsal"}],
                "calendarPermissions":[{"id":"p1","role":"read","allowedRoles":[]}]}"#,
            patch: r#"{"isDefaultCalendar":true}"#,
            answer: r#"{"id":"7c1a","name":"Choir","isDefaultCalendar":true,"isTallyingResponses":false}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "calendars", id] => Self::at(id),
            ["me", "calendar"] => Self::mine(),
            ["users", user, "calendar"] => Self::of_user(user),
            ["groups", group, "calendar"] => Self::of_group(group),
            ["me", "calendarGroups", group, "calendars", id] => Self::in_calendar_group(group, id),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "calendars"] => page.request(Self::collection().list()),
            ["me", "calendarGroups", group, "calendars"] => {
                page.request(Self::in_calendar_group_collection(group).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_calendar() {
    every_example::<Calendar>();
}
