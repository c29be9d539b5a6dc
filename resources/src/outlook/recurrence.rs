//! What happens again and again.

use graph_resource::edm::Date;
use graph_resource::{GraphComplex, GraphEnum};

/// How an event, an access review or an assignment recurs: by which pattern, and for how long.
///
/// ```
/// use graph_resources::outlook::{
///     DayOfWeek, PatternedRecurrence, RecurrencePattern, RecurrencePatternType, RecurrenceRange, RecurrenceRangeType,
/// };
///
/// // Every second Monday, from 4 September 2017 on.
/// let recurrence = PatternedRecurrence {
///     pattern: Some(RecurrencePattern {
///         r#type: Some(RecurrencePatternType::Weekly),
///         interval: 2,
///         days_of_week: vec![DayOfWeek::Monday],
///         ..RecurrencePattern::default()
///     }),
///     range: Some(RecurrenceRange {
///         r#type: Some(RecurrenceRangeType::NoEnd),
///         start_date: Some("2017-09-04".parse()?),
///         ..RecurrenceRange::default()
///     }),
/// };
/// # Ok::<(), graph_resource::edm::ParseDateError>(())
/// ```
///
/// Source: Microsoft Graph v1.0, resource type `patternedRecurrence`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct PatternedRecurrence {
    /// On which days.
    pub pattern: Option<RecurrencePattern>,
    /// From when, and until when.
    pub range: Option<RecurrenceRange>,
}

/// On which days something recurs. Which members count depends on the type.
///
/// Numbers that do not count are 0 in answers, and may be left out of requests: they are defaulted, though the metadata
/// calls them not nullable.
///
/// Source: Microsoft Graph v1.0, resource type `recurrencePattern`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct RecurrencePattern {
    /// The day of the month, from 1, where the type is absolute.
    #[graph_resource(default)]
    pub day_of_month: i32,
    /// The days of the week, where the type is weekly or relative.
    #[graph_resource(default)]
    pub days_of_week: Vec<DayOfWeek>,
    /// On which day a week begins, where the type is weekly. Sunday where nothing is said.
    pub first_day_of_week: Option<DayOfWeek>,
    /// Which of the days in the month, where the type is relative. The first where nothing is said.
    pub index: Option<WeekIndex>,
    /// How many days, weeks, months or years lie between; at least 1.
    #[graph_resource(default)]
    pub interval: i32,
    /// The month, from 1 to 12, where the type is yearly.
    #[graph_resource(default)]
    pub month: i32,
    /// The kind of pattern.
    pub r#type: Option<RecurrencePatternType>,
}

/// From when something recurs, and until when.
///
/// Source: Microsoft Graph v1.0, resource type `recurrenceRange`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct RecurrenceRange {
    /// The last day, where the type is `endDate`. Answers have `0001-01-01` where it does not count.
    pub end_date: Option<Date>,
    /// How many times, where the type is `numbered`. 0 in answers where it does not count; defaulted.
    #[graph_resource(default)]
    pub number_of_occurrences: i32,
    /// The time zone of the days. That of the event where nothing is said.
    pub recurrence_time_zone: Option<String>,
    /// The first day.
    pub start_date: Option<Date>,
    /// How the range ends.
    pub r#type: Option<RecurrenceRangeType>,
}

/// The kind of a pattern.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.recurrencePatternType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum RecurrencePatternType {
    /// Every so many days.
    Daily,
    /// On days of the week, every so many weeks.
    Weekly,
    /// On a day of the month, every so many months.
    AbsoluteMonthly,
    /// On a day such as the second Tuesday, every so many months.
    RelativeMonthly,
    /// On a day of a month, every so many years.
    AbsoluteYearly,
    /// On a day such as the second Tuesday of a month, every so many years.
    RelativeYearly,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How a range ends.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.recurrenceRangeType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum RecurrenceRangeType {
    /// On a day.
    EndDate,
    /// Never.
    NoEnd,
    /// After so many times.
    Numbered,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A day of the week.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.dayOfWeek`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
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
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Which of the days in a month.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.weekIndex`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum WeekIndex {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last.
    Last,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}
