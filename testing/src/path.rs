//! Resource paths as the service reads them: segments, each decoded once, and templates that match them.

use core::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A decoded path segment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Segment {
    /// A segment of its own: a name, or a key without quotes.
    Name(String),
    /// A key in parentheses, which can be nothing but a key: `('x')` or `(id='x')`.
    Key { name: Option<String>, value: String },
}

impl Segment {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Name(text) | Self::Key { value: text, .. } => text,
        }
    }

    /// The key that this segment stands for, where the key property is called `property`.
    pub(crate) fn as_key(&self, property: &str) -> Option<&str> {
        match self {
            // A segment that begins with `$` is the system's, however it was encoded.
            Self::Name(text) => (!text.starts_with('$')).then_some(text),
            Self::Key { name: Some(name), .. } if name != property => None,
            Self::Key { value, .. } => Some(value),
        }
    }
}

/// Why a path cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum MalformedPath {
    EmptySegment,
    DotSegment,
    Encoding,
    Literal,
}

impl fmt::Display for MalformedPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EmptySegment => "a segment of the path is empty",
            Self::DotSegment => "a segment of the path is `.` or `..`",
            Self::Encoding => "the path is not percent-encoded UTF-8",
            Self::Literal => "a key in parentheses is no literal; a quote inside quotes must be doubled",
        })
    }
}

/// Splits a path below the service root, then decodes each segment exactly once. One slash at the end says nothing.
///
/// Source: OData URL Conventions 4.01, section 2 (splitting before decoding) and section 4.3 (keys).
pub(crate) fn parse(path: &str) -> Result<Vec<Segment>, MalformedPath> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    let mut segments = Vec::new();
    if path.is_empty() {
        return Ok(segments);
    }
    for raw in path.split('/') {
        match raw.strip_suffix(')').and_then(|raw| raw.split_once('(')) {
            Some((name, argument)) => match parenthesised(&decode(argument)?)? {
                Some(key) => {
                    segments.push(name_segment(name)?);
                    segments.push(key);
                }
                None => segments.push(name_segment(raw)?),
            },
            None => segments.push(name_segment(raw)?),
        }
    }
    Ok(segments)
}

fn name_segment(raw: &str) -> Result<Segment, MalformedPath> {
    match decode(raw)? {
        text if text.is_empty() => Err(MalformedPath::EmptySegment),
        text if text == "." || text == ".." => Err(MalformedPath::DotSegment),
        text => Ok(Segment::Name(text)),
    }
}

/// The key in `(…)`; `None` where the parentheses hold something else, such as the parameters of a function.
fn parenthesised(argument: &str) -> Result<Option<Segment>, MalformedPath> {
    if argument.starts_with('\'') {
        return literal(argument).map(|value| Some(Segment::Key { name: None, value }));
    }
    let (name, value) = match argument.split_once('=') {
        Some((name, value)) => (Some(name.to_owned()), value),
        None => (None, argument),
    };
    if value.is_empty() || (value.contains(',') && !value.starts_with('\'')) {
        return Ok(None);
    }
    let value = if value.starts_with('\'') { literal(value)? } else { value.to_owned() };
    Ok(Some(Segment::Key { name, value }))
}

/// A string literal: in quotes, a quote inside doubled.
fn literal(text: &str) -> Result<String, MalformedPath> {
    let inner = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).ok_or(MalformedPath::Literal)?;
    if inner.replace("''", "").contains('\'') {
        return Err(MalformedPath::Literal);
    }
    Ok(inner.replace("''", "'"))
}

/// Decodes once, and refuses what cannot be decoded.
pub(crate) fn decode(text: &str) -> Result<String, MalformedPath> {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let bytes = text.as_bytes();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'%') {
        if !digit(bytes.get(at + 1)) || !digit(bytes.get(at + 2)) {
            return Err(MalformedPath::Encoding);
        }
    }
    let text = percent_decode_str(text).decode_utf8();
    text.map(Into::into).map_err(|_| MalformedPath::Encoding)
}

/// Encodes the value of a query option.
pub(crate) fn encode_query(text: &str) -> String {
    const VALUE: &AsciiSet = &SEGMENT.remove(b'$').remove(b'\'').remove(b'(').remove(b')').remove(b',').remove(b'/');
    const OPTION: &AsciiSet = &VALUE.remove(b':').remove(b';').remove(b'@');
    utf8_percent_encode(text, OPTION).to_string()
}

/// Writes decoded segments as a path, for `Location`.
pub(crate) fn encode(segments: &[String]) -> String {
    let mut path = String::new();
    for segment in segments {
        if segment.starts_with('$') {
            let literal = segment.replace('\'', "''");
            path.push_str("('");
            path.extend(utf8_percent_encode(&literal, SEGMENT));
            path.push_str("')");
        } else {
            path.push('/');
            path.extend(utf8_percent_encode(segment, SEGMENT));
        }
    }
    path
}

/// The path of a collection: literal segments, and `{…}` for the key of a parent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Template(Vec<Part>);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Part {
    Literal(String),
    Key(String),
}

impl Template {
    pub(crate) fn parse(text: &str) -> Result<Self, MalformedPath> {
        let text = text.strip_prefix('/').unwrap_or(text);
        let text = text.strip_suffix('/').unwrap_or(text);
        let parts = text.split('/').map(|raw| match raw.strip_prefix('{').and_then(|raw| raw.strip_suffix('}')) {
            Some(name) => Ok(Part::Key(name.to_owned())),
            None => name_segment(raw).map(|name| Part::Literal(name.text().to_owned())),
        });
        parts.collect::<Result<_, _>>().map(Self)
    }

    pub(crate) fn matches(&self, segments: &[Segment]) -> bool {
        // A path that was registered with a parent's key written out has it as a literal, never at the end.
        matches!(segments.last(), Some(Segment::Name(_)))
            && self.0.len() == segments.len()
            && self.0.iter().zip(segments).all(|(part, segment)| match part {
                Part::Literal(literal) => literal == segment.text(),
                Part::Key(name) => segment.as_key(name).is_some(),
            })
    }

    /// The same, with a key at the end.
    pub(crate) fn matches_whole(&self, segments: &[Segment]) -> bool {
        match (self.0.split_last(), segments.split_last()) {
            (Some((Part::Key(name), parents)), Some((last, segments))) => {
                last.as_key(name).is_some() && Self(parents.to_vec()).matches(segments)
            }
            _ => self.matches(segments),
        }
    }

    /// Whether the template matches segments that were resolved before.
    pub(crate) fn matches_text(&self, path: &[String]) -> bool {
        self.0.len() == path.len()
            && self.0.iter().zip(path).all(|(part, text)| match part {
                // A parent's key that was written out stands for an unknown key too.
                Part::Literal(literal) => literal == text || text.is_empty(),
                Part::Key(_) => true,
            })
    }

    /// The name that this path has below an entity, where it is the path of a relationship of that entity.
    pub(crate) fn name_below(&self, entity: &[String]) -> Option<String> {
        let (last, parent) = self.0.split_last()?;
        match last {
            Part::Literal(name) if Self(parent.to_vec()).matches_text(entity) => Some(name.clone()),
            _ => None,
        }
    }

    /// The keys of a path, each with its name in the template.
    pub(crate) fn keys(&self, path: &[String]) -> Vec<(String, String)> {
        let pairs = self.0.iter().zip(path);
        let key = |(part, text): (&Part, &String)| match part {
            Part::Key(name) => Some((name.clone(), text.clone())),
            Part::Literal(_) => None,
        };
        pairs.filter_map(key).collect()
    }

    /// The path with every key unknown.
    pub(crate) fn pattern(&self) -> Vec<String> {
        let text = |part: &Part| match part {
            Part::Literal(literal) => literal.clone(),
            Part::Key(_) => String::new(),
        };
        self.0.iter().map(text).collect()
    }

    /// The path as `@odata.context` names it: keys in parentheses, nothing percent-encoded.
    pub(crate) fn context(&self, path: &[String]) -> String {
        let mut context = String::new();
        for (part, text) in self.0.iter().zip(path) {
            match part {
                Part::Literal(literal) => {
                    if !context.is_empty() {
                        context.push('/');
                    }
                    context.push_str(literal);
                }
                Part::Key(_) => {
                    context.push_str("('");
                    context.push_str(&text.replace('\'', "''"));
                    context.push_str("')");
                }
            }
        }
        context
    }
}

#[cfg(test)]
mod tests {
    use super::{MalformedPath, Segment, Template, encode, parse};

    fn name(text: &str) -> Segment {
        Segment::Name(text.to_owned())
    }

    fn key(text: &str) -> Segment {
        Segment::Key { name: None, value: text.to_owned() }
    }

    #[test]
    fn segments_are_split_before_they_are_decoded() {
        assert_eq!(parse("/users/a%2Fb").unwrap(), [name("users"), name("a/b")]);
        assert_eq!(parse("/users/a%252Fb").unwrap(), [name("users"), name("a%2Fb")]);
        assert_eq!(parse("/users/O'Neil").unwrap(), [name("users"), name("O'Neil")]);
        assert_eq!(parse("/users/f%28x%29").unwrap(), [name("users"), name("f(x)")]);
        assert_eq!(parse("/users/").unwrap(), [name("users")]);
        assert_eq!(parse("/").unwrap(), []);
    }

    #[test]
    fn keys_in_parentheses() {
        assert_eq!(parse("/users('a')").unwrap(), [name("users"), key("a")]);
        assert_eq!(parse("/users('O''Neil')").unwrap(), [name("users"), key("O'Neil")]);
        assert_eq!(parse("/users('%24a%27%27b')").unwrap(), [name("users"), key("$a'b")]);
        assert_eq!(parse("/users(%27a%27)").unwrap(), [name("users"), key("a")]);
        assert_eq!(parse("/versions(3)").unwrap(), [name("versions"), key("3")]);
        let named = Segment::Key { name: Some("id".to_owned()), value: "a,b".to_owned() };
        assert_eq!(parse("/users(id='a,b')").unwrap(), [name("users"), named]);
        assert_eq!(parse("/f(a=1,b=2)").unwrap(), [name("f(a=1,b=2)")]);
        assert_eq!(parse("/f()").unwrap(), [name("f()")]);
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        assert_eq!(parse("/users//x"), Err(MalformedPath::EmptySegment));
        assert_eq!(parse("/users/%2e%2E/me"), Err(MalformedPath::DotSegment));
        assert_eq!(parse("/users/%zz"), Err(MalformedPath::Encoding));
        assert_eq!(parse("/users/%F"), Err(MalformedPath::Encoding));
        assert_eq!(parse("/users/%ff"), Err(MalformedPath::Encoding));
        assert_eq!(parse("/users('O'Neil')"), Err(MalformedPath::Literal));
        assert_eq!(parse("/users(')"), Err(MalformedPath::Literal));
    }

    #[test]
    fn templates() {
        let events = Template::parse("/users/{id}/events").unwrap();
        assert!(events.matches(&parse("/users/a/events").unwrap()));
        assert!(events.matches(&parse("/users('a')/events").unwrap()));
        assert!(!events.matches(&parse("/users/$a/events").unwrap()));
        assert!(!events.matches(&parse("/users/a").unwrap()));
        let records = Template::parse("/communications/callRecords").unwrap();
        assert!(!records.matches(&parse("/communications('callRecords')").unwrap()));
        let path = ["users", "O'N", "events"].map(str::to_owned);
        assert_eq!(events.context(&path), "users('O''N')/events");
        assert_eq!(encode(&path), "/users/O%27N/events");
        assert_eq!(encode(&["users".to_owned(), "$a'".to_owned()]), "/users('%24a%27%27')");
    }
}
