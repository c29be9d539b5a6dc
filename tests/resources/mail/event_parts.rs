//! The complex types and enumerations of an event.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum};
use graph_resources::outlook::{LocationType, LocationUniqueIdType, OutlookGeoCoordinates, TimeSlot};

use crate::common::{EmailAddress, Phone, PhysicalAddress};

/// Somebody, or something, that is invited.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Attendee {
    /// Name and address.
    pub email_address: Option<EmailAddress>,
    /// When they would rather meet.
    #[graph_resource(read_only)]
    pub proposed_new_time: Option<TimeSlot>,
    /// What they answered.
    pub status: Option<ResponseStatus>,
    /// How much they are needed.
    pub r#type: Option<AttendeeType>,
}

/// How much somebody is needed.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AttendeeType {
    /// They must come.
    Required,
    /// They may come.
    Optional,
    /// A out, or a thing.
    Resource,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// An answer to an invitation.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ResponseStatus {
    /// The answer.
    pub response: Option<ResponseType>,
    /// When; the first day of the calendar where there is none yet.
    pub time: Option<DateTimeOffset>,
}

/// What one can answer.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ResponseType {
    /// Nothing.
    None,
    /// They are the one who invites.
    Organizer,
    /// Perhaps.
    TentativelyAccepted,
    /// Yes.
    Accepted,
    /// No.
    Declined,
    /// Nothing yet.
    NotResponded,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Where something happens: with an address as the beta API has it.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Location {
    /// The postal address.
    pub address: Option<PhysicalAddress>,
    /// Where on Earth.
    pub coordinates: Option<OutlookGeoCoordinates>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Of a out that can be invited.
    pub location_email_address: Option<String>,
    /// The kind of place.
    pub location_type: Option<LocationType>,
    /// A link.
    pub location_uri: Option<String>,
    /// An id, for the service alone.
    pub unique_id: Option<String>,
    /// What the id is of, for the service alone.
    pub unique_id_type: Option<LocationUniqueIdType>,
}

/// How to join a meeting.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct OnlineMeetingInfo {
    /// The number of the conference.
    pub conference_id: Option<String>,
    /// The link.
    pub join_url: Option<String>,
    /// By telephone.
    #[graph_resource(default)]
    pub phones: Vec<Phone>,
    /// The number that joins at once.
    pub quick_dial: Option<String>,
    /// Numbers that cost nothing.
    #[graph_resource(default)]
    pub toll_free_numbers: Vec<String>,
    /// A number that costs something.
    pub toll_number: Option<String>,
}

/// How busy somebody is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum FreeBusyStatus {
    /// Not known to the service.
    Unknown,
    /// Not at all.
    Free,
    /// Perhaps.
    Tentative,
    /// Busy.
    Busy,
    /// Away.
    Oof,
    /// At work, but not in the office.
    WorkingElsewhere,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unlisted(String),
}

/// What an event is to a series.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum EventType {
    /// Not of a series.
    SingleInstance,
    /// One of a series.
    Occurrence,
    /// One of a series that was changed.
    Exception,
    /// The series.
    SeriesMaster,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
