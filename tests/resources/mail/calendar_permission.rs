//! calendarPermission: an enumeration, alone and in a collection.

use graph_resource::{At, GraphEnum, GraphResource};

use crate::common::EmailAddress;
use crate::harness::{Documented, Own, Required, every_example};

/// What somebody may do with the calendar of somebody else.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user>/calendar/calendarPermissions/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/calendar/calendarPermissions/<id>", at = "of_mine")]
#[graph_resource(path = "/groups/<group>/calendar/calendarPermissions/<id>", at = "of_group")]
pub struct CalendarPermission {
    /// The key.
    pub id: String,
    /// Which roles could be given.
    #[graph_resource(read_only, default)]
    pub allowed_roles: Vec<CalendarRole>,
    /// Whom it is for.
    #[graph_resource(create_only)]
    pub email_address: Option<EmailAddress>,
    /// Whether they belong to the organization of the owner.
    #[graph_resource(create_only)]
    pub is_inside_organization: Option<bool>,
    /// Whether it can be taken back.
    #[graph_resource(create_only)]
    pub is_removable: Option<bool>,
    /// The role that is given.
    pub role: Option<CalendarRole>,
}

/// What one may do with a calendar.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.calendarRoleType")]
pub enum CalendarRole {
    /// Nothing.
    None,
    /// See when the owner is busy.
    FreeBusyRead,
    /// See when, with what, and where.
    LimitedRead,
    /// See all but what is private.
    Read,
    /// See all but what is private, and change it.
    Write,
    /// Act for the owner, but for what is private.
    DelegateWithoutPrivateEventAccess,
    /// Act for the owner.
    DelegateWithPrivateEventAccess,
    /// What Graph has no name for.
    Custom,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for CalendarPermission {
    const TYPES: &'static [&'static str] = &["microsoft.graph.calendarPermission"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 2 };
    const OWN: &'static [Own] = &[Own {
        url: "/groups/5e1d/calendar/calendarPermissions/Qm9i",
        before: r#"{"id":"Qm9i","role":"limitedRead","allowedRoles":["none","limitedRead","custom","steward"],
            "isRemovable":true,"isInsideOrganization":false,"emailAddress":{"name":"Bob","address":"bob@example.org"}}"#,
        patch: r#"{"role":"delegateWithPrivateEventAccess"}"#,
        answer: r#"{"id":"Qm9i","role":"delegateWithPrivateEventAccess","allowedRoles":["none"]}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["users", user, "calendar", "calendarPermissions", id] => Self::at(user, id),
            ["me", "calendar", "calendarPermissions", id] => Self::of_mine(id),
            ["groups", group, "calendar", "calendarPermissions", id] => Self::of_group(group, id),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_calendar_permission() {
    every_example::<CalendarPermission>();
}
