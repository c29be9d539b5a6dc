//! Resource paths: a template and its keys, as percent-encoded segments below the service root.

use core::fmt::{self, Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but RFC 3986's unreserved characters.
const KEY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A piece of a path template.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PathPart {
    /// Segments as they are written, each with its leading slash: `/communications/callRecords`.
    Literal(&'static str),
    /// A segment that is a key. The name is the placeholder's, for messages.
    Key(&'static str),
}

/// A path below the service root, such as `/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5`.
///
/// Each key is one percent-encoded segment. A key that begins with `$` would be read as a system segment, and is
/// written in parentheses instead: `/users('%24AdeleVance%40contoso.com')`. An empty key, `.` and `..` are refused
/// when a request is built: the first would address the collection, the others are taken out of URLs on the way.
///
/// Source: OData URL Conventions 4.01, sections 4.3.1 and 4.3.2; RFC 3986, sections 2.3 and 5.2.4.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ResourcePath {
    text: String,
    refused: Option<ParsePathError>,
}

/// A key that cannot stand in a path.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the key `<{placeholder}>` is {what}, which would address another resource")]
pub struct ParsePathError {
    placeholder: &'static str,
    what: &'static str,
}

impl ResourcePath {
    /// Fills a template. Keys are taken in order; the first that is refused is kept as an error.
    #[must_use]
    pub fn new(template: &'static [PathPart], keys: &[&dyn fmt::Display]) -> Self {
        let mut path = Self { text: String::with_capacity(96), refused: None };
        let mut keys = keys.iter();
        for part in template {
            match *part {
                PathPart::Literal(text) => path.text.push_str(text),
                PathPart::Key(placeholder) => match keys.next() {
                    Some(key) => path.push_key(placeholder, key),
                    None => path.refuse(placeholder, "missing"),
                },
            }
        }
        path
    }

    /// Appends a key as a segment of its own.
    pub(crate) fn push_key(&mut self, placeholder: &'static str, key: &dyn fmt::Display) {
        self.text.push('/');
        let start = self.text.len();
        // Writing into a `String` fails only where the key's `Display` does.
        if write!(Encoded(&mut self.text), "{key}").is_err() {
            self.refuse(placeholder, "unprintable");
            return;
        }
        match &self.text[start..] {
            "" => self.refuse(placeholder, "empty"),
            "." => self.refuse(placeholder, "`.`"),
            ".." => self.refuse(placeholder, "`..`"),
            key if key.starts_with("%24") => {
                // A string literal: a quote in it is doubled.
                let literal = key.replace("%27", "%27%27");
                self.text.truncate(start - 1);
                self.text.push_str("('");
                self.text.push_str(&literal);
                self.text.push_str("')");
            }
            _ => {}
        }
    }

    #[cold]
    fn refuse(&mut self, placeholder: &'static str, what: &'static str) {
        self.refused.get_or_insert(ParsePathError { placeholder, what });
    }

    /// The path as it is sent.
    ///
    /// # Errors
    ///
    /// A key that is empty, `.` or `..`.
    pub fn as_str(&self) -> Result<&str, ParsePathError> {
        match &self.refused {
            None => Ok(&self.text),
            Some(refused) => Err(refused.clone()),
        }
    }
}

/// Percent-encodes what is written through it.
struct Encoded<'t>(&'t mut String);

impl fmt::Write for Encoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend(utf8_percent_encode(text, KEY));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{PathPart, ResourcePath};

    const USERS: &[PathPart] = &[PathPart::Literal("/users"), PathPart::Key("id")];

    fn path(key: &str) -> Result<String, String> {
        ResourcePath::new(USERS, &[&key]).as_str().map(str::to_owned).map_err(|error| error.to_string())
    }

    #[test]
    fn a_key_is_one_segment() {
        assert_eq!(path("a/b?c#d%2F e").unwrap(), "/users/a%2Fb%3Fc%23d%252F%20e");
        assert_eq!(path("O'Neil").unwrap(), "/users/O%27Neil");
        assert_eq!(path("guest#EXT#@x.com").unwrap(), "/users/guest%23EXT%23%40x.com");
        assert_eq!(path("é+").unwrap(), "/users/%C3%A9%2B");
        assert_eq!(path("...").unwrap(), "/users/...");
    }

    #[test]
    fn a_key_that_begins_with_a_dollar_stands_in_parentheses() {
        assert_eq!(path("$O'Neil@x.com").unwrap(), "/users('%24O%27%27Neil%40x.com')");
    }

    #[test]
    fn a_key_that_addresses_another_resource_is_refused() {
        for (key, what) in [("", "empty"), (".", "`.`"), ("..", "`..`")] {
            assert!(path(key).unwrap_err().contains(what));
        }
    }
}
