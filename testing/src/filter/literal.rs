//! Literals of a URL, by their form.

use serde_json::Value;

use super::lexer::{Kind, tokens};
use super::moment;
use super::number::Number;

/// A literal. Moments, dates, times and durations are numbers of picoseconds.
///
/// Source: OData ABNF Construction Rules 4.01, section 7 (literal data values).
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    Null,
    Boolean(bool),
    Number(Number),
    Text(String),
    /// In lower case.
    Guid(String),
    Date(i128),
    Moment(i128),
    Time(i128),
    Duration(i128),
    /// The names or numbers of `ns.type'a,b'`.
    Members(String),
    /// The base64url text of `binary'…'`.
    Binary(String),
}

impl Literal {
    /// A literal without quotes that begins with a digit or a sign.
    pub(super) fn bare(text: &str) -> Option<Self> {
        if is_guid(text) {
            return Some(Self::Guid(text.to_ascii_lowercase()));
        }
        if let Some(number) = Number::parse(text) {
            return Some(Self::Number(number));
        }
        let date = moment::date(text).map(Self::Date);
        let moment = || moment::instant(text).map(Self::Moment);
        let time = || moment::time(text).map(Self::Time);
        date.or_else(moment).or_else(time)
    }

    /// A literal with a prefix: `duration'PT1H'`, or the name of an enumeration.
    pub(super) fn prefixed(prefix: &str, text: &str) -> Option<Self> {
        match prefix {
            "duration" => moment::duration(text).map(Self::Duration),
            "binary" => Some(Self::Binary(text.to_owned())),
            name if name.contains('.') && !text.is_empty() => Some(Self::Members(text.to_owned())),
            _ => None,
        }
    }

    /// A word that is a literal.
    pub(super) fn word(text: &str) -> Option<Self> {
        Some(match text {
            "null" => Self::Null,
            "true" => Self::Boolean(true),
            "false" => Self::Boolean(false),
            "INF" | "NaN" => Self::Number(Number::parse(text)?),
            _ => return None,
        })
    }
}

/// `01234567-89ab-cdef-0123-456789abcdef`.
pub(super) fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The value of a function's parameter as JSON: a literal, or JSON for collections and objects.
pub(crate) fn literal(text: &str) -> Option<Value> {
    if text.starts_with(['[', '{', '"']) {
        return serde_json::from_str(text).ok();
    }
    let tokens = tokens(text).ok()?;
    let [token] = &tokens[..] else { return None };
    let Kind::Literal(literal) = &token.kind else { return None };
    Some(match literal {
        Literal::Null => Value::Null,
        Literal::Boolean(value) => Value::Bool(*value),
        Literal::Number(_) => serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned())),
        Literal::Text(value) | Literal::Members(value) | Literal::Binary(value) => Value::String(value.clone()),
        Literal::Duration(_) => Value::String(text.trim_start_matches("duration").trim_matches('\'').to_owned()),
        Literal::Guid(_) | Literal::Date(_) | Literal::Moment(_) | Literal::Time(_) => Value::String(text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::literal;

    #[test]
    fn parameters_are_json() {
        for (text, value) in [
            ("'D''7'", json!("D'7")),
            ("12", json!(12)),
            ("-1.5", json!(-1.5)),
            ("INF", json!("INF")),
            ("true", json!(true)),
            ("null", json!(null)),
            ("2019-11-01", json!("2019-11-01")),
            ("2019-11-01T00:00:00Z", json!("2019-11-01T00:00:00Z")),
            ("duration'PT1H'", json!("PT1H")),
            ("microsoft.graph.importance'high'", json!("high")),
            ("[\"a\",1]", json!(["a", 1])),
        ] {
            assert_eq!(literal(text), Some(value), "{text}");
        }
        for text in ["", "a", "'a", "1 2", "[1", "a.b"] {
            assert_eq!(literal(text), None, "{text}");
        }
    }
}
