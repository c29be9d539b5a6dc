//! Local times, each with its zone.

use graph_resource::GraphComplex;
use graph_resource::edm::{LocalDateTime, ParseLocalDateTimeError};

/// A date and a time of day, and the zone where the clock shows them.
///
/// ```
/// use graph_resources::outlook::DateTimeTimeZone;
///
/// let noon = DateTimeTimeZone::new("2019-04-15T12:00:00".parse()?, "Pacific Standard Time");
/// assert_eq!(noon.date_time, "2019-04-15T12:00:00");
/// assert_eq!(noon.local()?.time().hms(), (12, 0, 0));
/// # Ok::<(), graph_resource::edm::ParseLocalDateTimeError>(())
/// ```
///
/// Source: Microsoft Graph v1.0, resource type `dateTimeTimeZone`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct DateTimeTimeZone {
    /// The date and the time of day: `2019-04-15T12:00:00.0000000`. A string in the metadata too: bookings write an offset
    /// behind it, where other parts of Graph have none. Defaulted, so that a patch of members can make a value.
    #[graph_resource(default)]
    pub date_time: String,
    /// The zone: a name of Windows' (`Pacific Standard Time`), or of the IANA data base (`America/Los_Angeles`). UTC where a
    /// request asks for nothing else by `Prefer: outlook.timezone="…"`.
    pub time_zone: Option<String>,
}

impl DateTimeTimeZone {
    /// This date and time of day in this zone.
    pub fn new(date_time: LocalDateTime, time_zone: impl Into<String>) -> Self {
        Self { date_time: date_time.to_string(), time_zone: Some(time_zone.into()) }
    }

    /// The date and the time of day, to the digit.
    ///
    /// # Errors
    ///
    /// [`ParseLocalDateTimeError`]: the text has an offset from UTC, or is no date and time.
    pub fn local(&self) -> Result<LocalDateTime, ParseLocalDateTimeError> {
        self.date_time.parse()
    }
}

/// A span of time.
///
/// Source: Microsoft Graph v1.0, resource type `timeSlot`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct TimeSlot {
    /// When it ends.
    pub end: DateTimeTimeZone,
    /// When it begins.
    pub start: DateTimeTimeZone,
}
