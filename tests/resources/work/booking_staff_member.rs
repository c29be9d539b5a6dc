//! bookingStaffMember: collections in a collection, times of the day, and items that name their types.

use graph_resource::edm::TimeOfDay;
use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use graph_resources::outlook::DayOfWeek;

use crate::harness::{Documented, Own, Page, Required, every_example};

/// Somebody who serves the customers of a business. The type is derived from an abstract one that has the key alone.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0#microsoft.graph.bookingStaffMember")]
#[graph_resource(path = "/solutions/bookingBusinesses/<business>/staffMembers/<id>")]
#[graph_resource(path = "/bookingBusinesses/<business>/staffMembers/<id>", at = "in_beta", unchecked)] // beta
#[graph_resource(path = "/bookingBusinesses/<business>/staffmembers/<id>", at = "in_lower_case", unchecked)] // beta
pub struct BookingStaffMember {
    /// The key.
    pub id: String,
    /// Whether the own calendar makes them unavailable.
    #[graph_resource(default)]
    pub availability_is_affected_by_personal_calendar: bool,
    /// The colour, one of ten.
    #[graph_resource(unchecked)] // beta
    pub color_index: Option<i32>,
    /// When they were added.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub display_name: String,
    /// The address of electronic mail.
    pub email_address: Option<String>,
    /// Whether they are told of bookings.
    #[graph_resource(default)]
    pub is_email_notification_enabled: bool,
    /// When they were changed.
    #[graph_resource(read_only)]
    pub last_updated_date_time: Option<DateTimeOffset>,
    /// Whether they agreed.
    #[graph_resource(read_only, default)]
    pub membership_status: BookingStaffMembershipStatus,
    /// What they may do.
    pub role: BookingStaffRole,
    /// `Pacific Standard Time`.
    pub time_zone: Option<String>,
    /// Whether the hours of the business are theirs.
    #[graph_resource(default)]
    pub use_business_hours: bool,
    /// When they work.
    #[graph_resource(default)]
    pub working_hours: Vec<BookingWorkHours>,
}

/// A day of the week, and when one works on it.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.bookingWorkHours", schema = "v1.0")]
pub struct BookingWorkHours {
    /// The day.
    pub day: DayOfWeek,
    /// From when to when, several times.
    #[graph_resource(default)]
    pub time_slots: Vec<BookingWorkTimeSlot>,
}

/// From when to when. The beta has names of its own.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.bookingWorkTimeSlot", schema = "v1.0")]
pub struct BookingWorkTimeSlot {
    /// To when, in the beta.
    #[graph_resource(unchecked)] // beta
    pub end: Option<TimeOfDay>,
    /// To when.
    pub end_time: Option<TimeOfDay>,
    /// From when, in the beta.
    #[graph_resource(unchecked)] // beta
    pub start: Option<TimeOfDay>,
    /// From when.
    pub start_time: Option<TimeOfDay>,
}

/// What somebody may do in a business.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum BookingStaffRole {
    /// Be booked, within the tenant.
    Guest,
    /// Everything.
    Administrator,
    /// See.
    Viewer,
    /// Be booked, from outside.
    ExternalGuest,
    /// See and change bookings.
    Scheduler,
    /// See and change their own.
    TeamMember,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether somebody agreed to be of a business.
#[derive(Clone, Debug, Default, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum BookingStaffMembershipStatus {
    /// They did, or need not.
    #[default]
    Active,
    /// They were asked.
    PendingAcceptance,
    /// They did not.
    RejectedByStaff,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for BookingStaffMember {
    const TYPES: &'static [&'static str] = &["microsoft.graph.bookingStaffMember"];
    const REQUIRED: Required = Required { patches: 1, gets: 2, wholes: 3 };
    const DECLARED: &'static [&'static str] = &[
        "microsoft.graph.bookingStaffMember",
        "microsoft.graph.bookingWorkHours",
        "microsoft.graph.bookingWorkTimeSlot",
        "microsoft.graph.dayOfWeek",
        "Collection(microsoft.graph.bookingWorkTimeSlot)",
    ];
    const BLANK: &'static str = r#"{"id":"0","displayName":"","role":"guest"}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/solutions/bookingBusinesses/orchard@example.com/staffMembers/8ee1c803",
        before: r##"{"@odata.type":"#microsoft.graph.bookingStaffMember","id":"8ee1c803","displayName":"Dana","role":
            "scheduler","membershipStatus":"pendingAcceptance","useBusinessHours":false,"workingHours":[{"day":"saturday",
            "timeSlots":[{"startTime":"08:00:00.0000000","endTime":"11:30:00.0000000"},{"startTime":"13:00","endTime":
            "23:59:59.999"}]},{"day":"sunday","timeSlots":[]}]}"##,
        patch: r##"{"role":"teamMember","useBusinessHours":true,"timeZone":null,"workingHours":[{"@odata.type":
            "#microsoft.graph.bookingWorkHours","day":"restDay","timeSlots":[{"@odata.type":
            "#microsoft.graph.bookingWorkTimeSlot","startTime":"09:00:00","endTime":"10:00:00"}]}]}"##,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["solutions", "bookingBusinesses", business, "staffMembers", id] => Some(Self::at(business, id)),
            ["bookingBusinesses", business, "staffMembers", id] => Some(Self::in_beta(business, id)),
            // As the pages write it.
            ["bookingBusinesses", business, "staffmembers", id] => Some(Self::in_lower_case(business, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["bookingBusinesses", business, "staffMembers"] => {
                Some(page.request(Self::in_beta_collection(business).list()))
            }
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_booking_staff_member() {
    every_example::<BookingStaffMember>();
}
