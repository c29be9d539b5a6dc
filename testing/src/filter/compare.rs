//! Values of an evaluation, and how they compare.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::Value;

use super::literal::{Literal, is_guid};
use super::moment;
use super::number::Number;
use super::tree::Comparison;
use crate::errors::Refusal;

/// What an expression comes to.
#[derive(Clone, Debug)]
pub(crate) enum Datum<'s> {
    Null,
    Boolean(bool),
    Number(Number),
    /// A text of the data, which may stand for a moment, a GUID, or a number such as `INF`.
    Data(Cow<'s, str>),
    /// A literal that has no form of its own in JSON, and texts.
    Literal(&'s Literal),
    Object,
    Collection,
}

impl<'s> Datum<'s> {
    pub(super) fn of(value: &'s Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Boolean(*value),
            Value::Number(number) => Self::Number(Number::parse(&number.to_string()).unwrap_or(Number::NaN)),
            Value::String(text) => Self::Data(Cow::Borrowed(text)),
            Value::Array(_) => Self::Collection,
            Value::Object(_) => Self::Object,
        }
    }

    pub(super) fn of_literal(literal: &'s Literal) -> Self {
        match literal {
            Literal::Null => Self::Null,
            Literal::Boolean(value) => Self::Boolean(*value),
            Literal::Number(number) => Self::Number(number.clone()),
            other => Self::Literal(other),
        }
    }

    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Data(_) | Self::Literal(Literal::Text(_)) => "a text",
            Self::Literal(Literal::Guid(_)) => "a GUID",
            Self::Literal(Literal::Date(_)) => "a date",
            Self::Literal(Literal::Moment(_)) => "a moment",
            Self::Literal(Literal::Time(_)) => "a time of day",
            Self::Literal(Literal::Duration(_)) => "a duration",
            Self::Literal(Literal::Members(_)) => "a member of an enumeration",
            Self::Literal(_) => "a literal",
            Self::Object => "an object",
            Self::Collection => "a collection",
        }
    }
}

/// Applies an operator. A comparison with null is false, but for equality.
///
/// Source: OData URL Conventions 4.01, sections 5.1.1.1.1 to 5.1.1.1.6.
pub(super) fn compare(operator: Comparison, left: &Datum<'_>, right: &Datum<'_>) -> Result<bool, Refusal> {
    use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};

    if let (Datum::Null, _) | (_, Datum::Null) = (left, right) {
        let both = matches!((left, right), (Datum::Null, Datum::Null));
        return Ok(match operator {
            Equal => both,
            NotEqual => !both,
            _ => false,
        });
    }
    if let (Datum::Literal(Literal::Members(_)), _) | (_, Datum::Literal(Literal::Members(_))) = (left, right) {
        let same = members(left)? == members(right)?;
        return match operator {
            Equal => Ok(same),
            NotEqual => Ok(!same),
            _ => Err(Refusal::bad_request("the embedded Graph does not know the order of an enumeration's members")),
        };
    }
    let order = order(left, right)?;
    Ok(match operator {
        Equal => order == Some(Ordering::Equal),
        NotEqual => order != Some(Ordering::Equal),
        Greater => order == Some(Ordering::Greater),
        GreaterOrEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        Less => order == Some(Ordering::Less),
        LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
    })
}

/// `None` where `NaN` is among them.
fn order(left: &Datum<'_>, right: &Datum<'_>) -> Result<Option<Ordering>, Refusal> {
    let found = match (left, right) {
        (Datum::Boolean(left), Datum::Boolean(right)) => Some(Some(left.cmp(right))),
        (Datum::Number(left), Datum::Number(right)) => Some(left.compare(right)),
        (Datum::Data(left), Datum::Number(right)) => not_finite(left).map(|left| left.compare(right)),
        (Datum::Number(left), Datum::Data(right)) => not_finite(right).map(|right| left.compare(&right)),
        (Datum::Data(left), Datum::Data(right)) => Some(Some(match (moment::instant(left), moment::instant(right)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => left.cmp(right),
        })),
        (Datum::Data(data), Datum::Literal(literal)) => with_literal(data, literal).map(Some),
        (Datum::Literal(literal), Datum::Data(data)) => with_literal(data, literal).map(|order| Some(order.reverse())),
        (Datum::Literal(left), Datum::Literal(right)) => literals(left, right).map(Some),
        _ => None,
    };
    found.ok_or_else(|| mismatch(left, right))
}

fn mismatch(left: &Datum<'_>, right: &Datum<'_>) -> Refusal {
    let (left, right) = (left.what(), right.what());
    Refusal::bad_request(format!("an operator has incompatible types: {left} and {right} cannot be compared"))
}

fn not_finite(text: &str) -> Option<Number> {
    matches!(text, "INF" | "-INF" | "NaN").then(|| Number::parse(text))?
}

/// How the text of the data stands to a literal; `None` where it cannot be of the literal's type.
fn with_literal(data: &str, literal: &Literal) -> Option<Ordering> {
    Some(match literal {
        Literal::Text(text) => data.cmp(text),
        Literal::Guid(guid) if is_guid(data) => data.to_ascii_lowercase().cmp(guid),
        Literal::Date(other) | Literal::Moment(other) => moment::instant_of_data(data)?.cmp(other),
        Literal::Time(other) => moment::time(data)?.cmp(other),
        Literal::Duration(other) => moment::duration(data)?.cmp(other),
        Literal::Binary(other) => base64url(data).cmp(&base64url(other)),
        _ => return None,
    })
}

fn literals(left: &Literal, right: &Literal) -> Option<Ordering> {
    Some(match (left, right) {
        (Literal::Text(left), Literal::Text(right))
        | (Literal::Guid(left), Literal::Guid(right))
        | (Literal::Binary(left), Literal::Binary(right)) => left.cmp(right),
        (Literal::Date(left) | Literal::Moment(left), Literal::Date(right) | Literal::Moment(right))
        | (Literal::Time(left), Literal::Time(right))
        | (Literal::Duration(left), Literal::Duration(right)) => left.cmp(right),
        _ => return None,
    })
}

fn base64url(text: &str) -> String {
    text.trim_end_matches('=').replace('+', "-").replace('/', "_")
}

/// Whether the flags on the left include those on the right. `None` where one is null.
pub(super) fn has(left: &Datum<'_>, right: &Datum<'_>) -> Result<Option<bool>, Refusal> {
    if let (Datum::Null, _) | (_, Datum::Null) = (left, right) {
        return Ok(None);
    }
    let (left, right) = (members(left)?, members(right)?);
    Ok(Some(right.iter().all(|member| left.contains(member))))
}

/// The names in the text of an enumeration's value, sorted.
fn members(datum: &Datum<'_>) -> Result<Vec<String>, Refusal> {
    let text = match datum {
        Datum::Data(text) => text.as_ref(),
        Datum::Literal(Literal::Members(text) | Literal::Text(text)) => text,
        other => {
            let what = other.what();
            return Err(Refusal::bad_request(format!("{what} is no value of an enumeration")));
        }
    };
    let mut members: Vec<String> = text.split(',').map(|member| member.trim().to_owned()).collect();
    members.sort_unstable();
    members.dedup();
    Ok(members)
}

/// A value among others that are sorted: null, booleans, numbers, moments, texts.
#[derive(Clone, Debug)]
pub(crate) enum Sorting {
    Null,
    Boolean(bool),
    Number(Number),
    Moment(i128),
    Text(String),
}

/// The value by which an item is sorted; `None` for what has no order.
pub(crate) fn sort_key(datum: Datum<'_>) -> Option<Sorting> {
    Some(match datum {
        Datum::Null => Sorting::Null,
        Datum::Boolean(value) => Sorting::Boolean(value),
        Datum::Number(number) => Sorting::Number(number),
        Datum::Data(text) => Sorting::Text(text.into_owned()),
        Datum::Literal(_) | Datum::Object | Datum::Collection => return None,
    })
}

impl Sorting {
    /// Makes the texts of one key moments where all are, and the texts among numbers numbers.
    pub(crate) fn unify<'k>(keys: impl Iterator<Item = &'k mut Self>) {
        let mut keys: Vec<&mut Self> = keys.collect();
        let text = |key: &Self| match key {
            Self::Text(text) => moment::instant(text),
            _ => None,
        };
        let are_moments = keys.iter().all(|key| matches!(**key, Self::Null) || text(key).is_some());
        let has_number = keys.iter().any(|key| matches!(**key, Self::Number(_)));
        for key in &mut keys {
            let replaced = match &**key {
                Self::Text(text) if are_moments => moment::instant(text).map(Self::Moment),
                Self::Text(text) if has_number => not_finite(text).map(Self::Number),
                _ => None,
            };
            if let Some(replaced) = replaced {
                **key = replaced;
            }
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Boolean(_) => 1,
            Self::Number(Number::NaN) => 3,
            Self::Number(_) => 2,
            Self::Moment(_) => 4,
            Self::Text(_) => 5,
        }
    }

    pub(crate) fn order(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| match (self, other) {
            (Self::Boolean(left), Self::Boolean(right)) => left.cmp(right),
            (Self::Number(left), Self::Number(right)) => left.compare(right).unwrap_or(Ordering::Equal),
            (Self::Moment(left), Self::Moment(right)) => left.cmp(right),
            (Self::Text(left), Self::Text(right)) => left.cmp(right),
            _ => Ordering::Equal,
        })
    }
}
