//! Complex types and enumerations that several resources of Outlook, and the tasks of To Do, hold.

use graph_resource::edm::Date;
use graph_resource::{GraphComplex, GraphEnum};

/// How much something matters.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Importance {
    /// Little.
    Low,
    /// As usual.
    Normal,
    /// Much.
    High,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How private something is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Sensitivity {
    /// Not at all.
    Normal,
    /// A matter of the person.
    Personal,
    /// For the person alone.
    Private,
    /// Secret.
    Confidential,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who hosts online meetings.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum OnlineMeetingProvider {
    /// Not known to the service.
    Unknown,
    /// Skype at work.
    SkypeForBusiness,
    /// Skype at home.
    SkypeForConsumer,
    /// Teams.
    TeamsForBusiness,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unlisted(String),
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum DayOfWeek {
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

/// How something repeats, and for how long.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PatternedRecurrence {
    /// How often.
    pub pattern: Option<RecurrencePattern>,
    /// From when until when.
    pub range: Option<RecurrenceRange>,
}

/// How often something repeats. Its type says which of the members count.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct RecurrencePattern {
    /// The unit.
    pub r#type: Option<RecurrencePatternType>,
    /// How many units lie between two occurrences.
    #[graph_resource(default)]
    pub interval: i32,
    /// 1 to 12; 0 where it does not count.
    #[graph_resource(default)]
    pub month: i32,
    /// 1 to 31; 0 where it does not count.
    #[graph_resource(default)]
    pub day_of_month: i32,
    /// On which days of the week.
    #[graph_resource(default)]
    pub days_of_week: Vec<DayOfWeek>,
    /// What weeks begin with.
    pub first_day_of_week: Option<DayOfWeek>,
    /// Which of the days in the month.
    pub index: Option<WeekIndex>,
}

/// The unit of a repetition.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum RecurrencePatternType {
    /// Days.
    Daily,
    /// Weeks.
    Weekly,
    /// Months, on a day by its number.
    AbsoluteMonthly,
    /// Months, on a day by its place, such as the second Monday.
    RelativeMonthly,
    /// Years, on a day by its number.
    AbsoluteYearly,
    /// Years, on a day by its place.
    RelativeYearly,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// The place of a week in a month.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum WeekIndex {
    /// 1.
    First,
    /// 2.
    Second,
    /// 3.
    Third,
    /// 4.
    Fourth,
    /// The last one, be it the fourth or the fifth.
    Last,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// For how long something repeats.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct RecurrenceRange {
    /// What ends it.
    pub r#type: Option<RecurrenceRangeType>,
    /// The first day.
    pub start_date: Option<Date>,
    /// The last day; `0001-01-01` where there is none.
    pub end_date: Option<Date>,
    /// The time zone of the two.
    pub recurrence_time_zone: Option<String>,
    /// How many times; 0 where it does not count.
    #[graph_resource(default)]
    pub number_of_occurrences: i32,
}

/// What ends a repetition.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum RecurrenceRangeType {
    /// A day.
    EndDate,
    /// Nothing.
    NoEnd,
    /// A number of times.
    Numbered,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A property of MAPI that Graph has no name for.
///
/// A relationship of the metadata. Nevertheless it is sent in the body of a `PATCH`, hence a complex type here.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct SingleValueExtendedProperty {
    /// Type, set and name: `String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color`.
    pub id: String,
    /// The value, as text.
    pub value: Option<String>,
}

/// A property of MAPI with several values, likewise.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct MultiValueExtendedProperty {
    /// Type, set and name: `StringArray {66f5a359-4659-4830-9070-00049ec6ac6e} Name Palette`.
    pub id: String,
    /// The values, as text.
    pub value: Vec<String>,
}
