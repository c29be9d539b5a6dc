//! What may stand in a query.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Characters that cannot stand in the value of a query option. A plus would be read as a space by some services.
///
/// Source: RFC 3986, section 3.4; OData URL Conventions 4.01, section 2.
pub(crate) const QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The same of a text in quotes.
///
/// Source: OData ABNF, `string`.
pub(crate) const QUOTED: &AsciiSet = &QUERY.add(b'/').add(b'?');

/// Options of a query: names and values, encoded. None occurs twice.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct QueryOptions(Vec<(String, String)>);

impl QueryOptions {
    /// Sets an option. One that was set before under the same name is replaced.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let name = utf8_percent_encode(name, QUERY).to_string();
        let value = utf8_percent_encode(value, QUERY).to_string();
        match self.0.iter_mut().find(|(other, _)| is_same_option(other, &name)) {
            Some(option) => *option = (name, value),
            None => self.0.push((name, value)),
        }
    }

    /// Adds a property of a derived type to those that are selected: `microsoft.graph.user/mail`.
    pub(crate) fn add_selected(&mut self, of: &str, name: &str) {
        let one = format!("{}/{name}", of.trim_start_matches('#'));
        let one = utf8_percent_encode(&one, QUERY).to_string();
        let all = match self.get("$select") {
            Some(names) if names.split(',').any(|name| name == one) => return,
            Some(names) => format!("{names},{one}"),
            None => one,
        };
        self.set_encoded("$select", all);
    }

    /// Sets an option that is encoded already.
    pub(crate) fn set_encoded(&mut self, name: &'static str, value: String) {
        match self.0.iter_mut().find(|(other, _)| is_same_option(other, name)) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The value of an option.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(other, _)| is_same_option(other, name)).map(|(_, value)| value)
    }
}

/// The options that OData defines. Their names have a dollar sign or not, and any case.
///
/// Source: OData URL Conventions 4.01, section 5.
const SYSTEM: &[&str] = &[
    "apply",
    "compute",
    "count",
    "deltatoken",
    "expand",
    "filter",
    "format",
    "index",
    "levels",
    "orderby",
    "schemaversion",
    "search",
    "select",
    "skip",
    "skiptoken",
    "top",
];

pub(crate) fn is_same_option(one: &str, other: &str) -> bool {
    let system = |name: &str| {
        let name = name.strip_prefix('$').unwrap_or(name);
        SYSTEM.iter().position(|system| system.eq_ignore_ascii_case(name))
    };
    one == other || system(one).is_some_and(|place| Some(place) == system(other))
}

/// Whether a value can stand among the options of an `$expand`: no parenthesis, quote or semicolon leads out of it.
pub(crate) fn is_closed(value: &str) -> bool {
    let (mut depth, mut quote) = (0_u32, None);
    for byte in value.bytes() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'(') => depth += 1,
            (None, b')') if depth > 0 => depth -= 1,
            (None, b')') => return false,
            (None, b';') if depth == 0 => return false,
            _ => {}
        }
    }
    depth == 0 && quote.is_none()
}

/// The entries of an `$expand`, separated by commas.
pub(crate) fn entries(text: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut start, mut entries) = (0_u32, false, 0, Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b'(' if !quoted => depth += 1,
            b')' if !quoted => depth = depth.saturating_sub(1),
            b',' if !quoted && depth == 0 => {
                entries.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    entries.push(&text[start..]);
    entries
}
