//! Resource paths: a template and its keys, as percent-encoded segments below the service root.

use core::fmt::{self, Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::{Error, ErrorKind};
use crate::odata::path_part::{PathPart, PredicatePart, split};
use crate::odata::template::Template;
use crate::text::percent::encode;
use crate::text::short::Short;

/// Most paths are shorter than this, and each request and each item of a list has one.
type PathText = Short<94>;

/// Everything but RFC 3986's unreserved characters.
pub(crate) const KEY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path below the service root, such as `/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5`.
///
/// Each key is one percent-encoded segment. A key that begins with `$` would be read as a system segment, and is
/// written in parentheses instead: `/users('%24AdeleVance%40contoso.com')`. An empty key, `.` and `..` are refused
/// when a request is built: the first would address the collection, the others are taken out of URLs on the way.
///
/// A value in parentheses is a string literal in quotes, in which a quote is doubled; or, without quotes, of the
/// characters that numbers, GUIDs and dates are made of. Services decode a segment before they read what is in its
/// parentheses, so that no encoding would keep another character from ending the value: it is refused.
///
/// A path within the path, as in `/drives/{id}/root:/Reports/May 1.docx:`, is divided at its slashes, and each segment is
/// percent-encoded. A segment that is empty, `.` or `..`, and a slash at its beginning or end, is refused; so is a colon,
/// which would end it.
///
/// Source: OData URL Conventions 4.01, sections 2, 4.3.1 and 4.3.2; RFC 3986, sections 2.3 and 5.2.4; Microsoft Graph,
/// "path-based addressing" of `driveItem`.
#[derive(Clone, Eq, PartialEq)]
pub struct ResourcePath {
    text: PathText,
    refused: Option<ParsePathError>,
    /// Where the first key ends; 0 where there is none.
    first_key_end: u32,
    /// Of a collection: the end of the template, which its items have and it has not.
    item: &'static [PathPart],
    template: Template,
}

impl fmt::Debug for ResourcePath {
    /// The text, or why there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Ok(text) => f.debug_tuple("ResourcePath").field(&text).finish(),
            Err(refused) => f.debug_tuple("ResourcePath").field(&refused).finish(),
        }
    }
}

/// A key that cannot stand in a path, or a path that one key cannot fill.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ParsePathError(Refusal);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Refusal {
    Key {
        placeholder: &'static str,
        what: &'static str,
    },
    /// A path within the path.
    Rest {
        placeholder: &'static str,
        what: &'static str,
    },
    /// The path has this many placeholders.
    Placeholders(usize),
}

impl fmt::Display for ParsePathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Refusal::Key { placeholder, what } => {
                write!(f, "the key `<{placeholder}>` is {what}, which would address another resource")
            }
            Refusal::Rest { placeholder, what } => {
                write!(f, "the path `<{placeholder}>` has {what}, which would address another resource")
            }
            Refusal::Placeholders(0) => f.write_str("the resource has no key; address it with `at()`"),
            Refusal::Placeholders(count) => {
                write!(f, "the path has {count} placeholders, which one key cannot fill; address it with `at(…)`")
            }
        }
    }
}

impl core::error::Error for ParsePathError {}

impl From<ParsePathError> for Error {
    fn from(error: ParsePathError) -> Self {
        Self::new(ErrorKind::Path, error.to_string())
    }
}

impl ResourcePath {
    /// Fills a template. Keys are taken in order; the first that is refused is kept as an error.
    #[must_use]
    pub fn new(template: &'static [PathPart], keys: &[&dyn fmt::Display]) -> Self {
        let mut path = Self {
            text: PathText::new(),
            refused: None,
            first_key_end: 0,
            item: &[],
            template: Template::of(template),
        };
        let mut keys = keys.iter();
        path.push_parts(template, &mut |_| keys.next().copied());
        path
    }

    /// Fills a template that has one placeholder.
    pub(crate) fn by_key(template: &'static [PathPart], key: &dyn fmt::Display) -> Self {
        let count = template.iter().map(PathPart::placeholders).sum();
        if count == 1 {
            return Self::new(template, &[key]);
        }
        let refused = Some(ParsePathError(Refusal::Placeholders(count)));
        Self { text: PathText::new(), refused, first_key_end: 0, item: &[], template: Template::of(template) }
    }

    /// Fills the template of a resource as far as the collection that the resource is in.
    pub(crate) fn of_collection(template: &'static [PathPart], keys: &[&dyn fmt::Display]) -> Self {
        let (collection, item) = split(template);
        let mut path = Self::new(collection, keys);
        if let [.., PathPart::Cast(name)] = item {
            path.text.push_str(name);
        }
        Self { item, template: Template::of_collection(template), ..path }
    }

    /// The path of an item of this collection, by the values that its placeholders have in the item. `None` where this is
    /// no collection, and where one of the values is not known.
    pub(crate) fn item<'k>(&self, mut value: impl FnMut(&str) -> Option<&'k dyn fmt::Display>) -> Option<Self> {
        if self.item.is_empty() {
            return None;
        }
        let cast = if let [.., PathPart::Cast(name)] = self.item { name.len() } else { 0 };
        let before = &self.text[..self.text.len() - cast];
        let mut path = Self {
            text: PathText::new(),
            item: &[],
            refused: self.refused.clone(),
            template: self.template.clone().of_item(),
            ..*self
        };
        path.text.push_str(before);
        let mut is_known = true;
        path.push_parts(self.item, &mut |placeholder| {
            let value = value(placeholder);
            is_known &= value.is_some();
            value
        });
        is_known.then_some(path)
    }

    /// Appends the parts, by the values of their placeholders.
    fn push_parts<'k>(
        &mut self,
        parts: &[PathPart],
        value: &mut dyn FnMut(&'static str) -> Option<&'k dyn fmt::Display>,
    ) {
        for part in parts {
            let is_key = matches!(part, PathPart::Key(_) | PathPart::Rest(_) | PathPart::Predicate(_));
            let is_first_key = self.first_key_end == 0 && is_key;
            match *part {
                PathPart::Literal(text) | PathPart::Cast(text) => self.text.push_str(text),
                PathPart::Key(placeholder) => match value(placeholder) {
                    Some(key) => self.push_segment(placeholder, key),
                    None => self.refuse(placeholder, MISSING),
                },
                PathPart::Rest(placeholder) => match value(placeholder) {
                    Some(path) => self.push_rest(placeholder, path),
                    None => self.refuse(placeholder, MISSING),
                },
                PathPart::Predicate(parts) => {
                    for part in parts {
                        let (push, placeholder): (fn(&mut Self, _, _), _) = match *part {
                            PredicatePart::Literal(text) => {
                                self.text.push_str(text);
                                continue;
                            }
                            PredicatePart::Quoted(placeholder) => (Self::push_quoted, placeholder),
                            PredicatePart::Bare(placeholder) => (Self::push_bare, placeholder),
                        };
                        match value(placeholder) {
                            Some(value) => push(self, placeholder, value),
                            None => self.refuse(placeholder, MISSING),
                        }
                    }
                }
            }
            if is_first_key {
                self.first_key_end = u32::try_from(self.text.len()).unwrap_or_default();
            }
        }
    }

    /// Appends a key as a segment of its own.
    pub(crate) fn push_key(&mut self, placeholder: &'static str, key: &dyn fmt::Display) {
        self.template.push_key(placeholder);
        self.push_segment(placeholder, key);
    }

    fn push_segment(&mut self, placeholder: &'static str, key: &dyn fmt::Display) {
        self.text.push_str("/");
        let Some(start) = self.push_encoded(placeholder, key) else { return };
        match &self.text.as_bytes()[start..] {
            b"." => self.refuse(placeholder, "`.`"),
            b".." => self.refuse(placeholder, "`..`"),
            [b'%', b'2', b'4', ..] => {
                self.text.truncate(start - 1);
                self.text.push_str("(");
                self.push_quoted(placeholder, key);
                self.text.push_str(")");
            }
            _ => {}
        }
    }

    /// Appends a path of any number of segments.
    fn push_rest(&mut self, placeholder: &'static str, path: &dyn fmt::Display) {
        let mut text = String::new();
        // Writing into a `String` fails only where the value's `Display` does.
        if write!(text, "{path}").is_err() {
            return self.refuse(placeholder, "unprintable");
        }
        for segment in text.split('/') {
            let refused = match segment {
                "" => Some("an empty segment"),
                "." => Some("a segment `.`"),
                ".." => Some("a segment `..`"),
                // Services decode a segment before they look for the colon.
                segment if segment.contains(':') => Some("a colon"),
                _ => None,
            };
            if let Some(what) = refused {
                self.refused.get_or_insert(ParsePathError(Refusal::Rest { placeholder, what }));
            }
            self.text.push_str("/");
            encode(segment, KEY, |piece| self.text.push_str(piece));
        }
    }

    /// Appends a string literal: in quotes, and a quote in it is doubled.
    fn push_quoted(&mut self, placeholder: &'static str, value: &dyn fmt::Display) {
        self.text.push_str("'");
        if let Some(start) = self.push_encoded(placeholder, value) {
            let doubled = self.text[start..].replace("%27", "%27%27");
            self.text.truncate(start);
            self.text.push_str(&doubled);
        }
        self.text.push_str("'");
    }

    /// Appends a literal that is no string.
    fn push_bare(&mut self, placeholder: &'static str, value: &dyn fmt::Display) {
        let Some(start) = self.push_encoded(placeholder, value) else { return };
        let text = self.text[start..].replace("%3A", "").replace("%2B", "");
        if text.contains('%') {
            self.refuse(placeholder, "no literal that can stand without quotes");
        }
    }

    /// Appends a value, percent-encoded, and gives where it begins; nothing where it is refused.
    fn push_encoded(&mut self, placeholder: &'static str, value: &dyn fmt::Display) -> Option<usize> {
        let start = self.text.len();
        // Writing into the text fails only where the value's `Display` does.
        if write!(Encoded(&mut self.text), "{value}").is_err() {
            self.refuse(placeholder, "unprintable");
            return None;
        }
        if self.text.len() == start {
            self.refuse(placeholder, "empty");
            return None;
        }
        Some(start)
    }

    /// Appends segments that are encoded already, with their leading slash. What is there is no collection any more.
    pub(crate) fn push_segments(&mut self, segments: &str) {
        self.text.push_str(segments);
        self.template.push(segments);
        self.item = &[];
    }

    /// Appends segments, encoded but for what separates them and names of the system.
    pub(crate) fn push_below(&mut self, segments: &str) {
        const SEGMENTS: &AsciiSet = &KEY.remove(b'/').remove(b':').remove(b'$');
        self.push_segments(&format!("/{}", utf8_percent_encode(segments, SEGMENTS)));
    }

    /// Appends the name of a property as a segment.
    pub(crate) fn push_name(&mut self, name: &str) {
        self.text.push_str("/");
        self.text.push_str(name);
        self.template.push_name(name);
        self.item = &[];
    }

    /// The collection that the resources of this template are in, where it is one that needs no key.
    pub(crate) fn of_root_collection(template: &'static [PathPart]) -> Option<Self> {
        let (collection, item) = split(template);
        let is_literal = collection.iter().all(|part| matches!(part, PathPart::Literal(_)));
        (is_literal && !item.is_empty()).then(|| Self::of_collection(template, &[]))
    }

    /// This path as the collection that the resources of this template are in, where it is one.
    pub(crate) fn into_collection(mut self, template: &'static [PathPart]) -> Option<Self> {
        let (collection, item) = split(template);
        if item.is_empty() || !self.fits(collection) {
            return None;
        }
        if let [.., PathPart::Cast(name)] = item {
            self.text.push_str(name);
        }
        Some(Self { item, template: Template::of_collection(template), ..self })
    }

    /// Whether the path is one that this template gives.
    pub(crate) fn fits(&self, template: &[PathPart]) -> bool {
        let rest = template.iter().try_fold(&*self.text, |rest, part| match part {
            PathPart::Literal(text) | PathPart::Cast(text) => rest.strip_prefix(text),
            // In a key, slashes, parentheses and colons are encoded.
            PathPart::Key(_) => match rest.strip_prefix('/') {
                Some(key) => Some(&key[key.find(['/', '(', ':']).unwrap_or(key.len())..]),
                None => rest.strip_prefix('(')?.split_once(')').map(|(_, rest)| rest),
            },
            PathPart::Rest(_) => rest.strip_prefix('/').map(|path| &path[path.find(':').unwrap_or(path.len())..]),
            PathPart::Predicate(_) => rest.strip_prefix('(')?.split_once(')').map(|(_, rest)| rest),
        });
        rest == Some("")
    }

    #[cold]
    fn refuse(&mut self, placeholder: &'static str, what: &'static str) {
        self.refused.get_or_insert(ParsePathError(Refusal::Key { placeholder, what }));
    }

    /// The path up to and including its first key: Graph limits the requests to each by itself.
    pub(crate) fn up_to_first_key(&self) -> &str {
        match self.first_key_end {
            0 => &self.text,
            end => self.text.get(..end as usize).unwrap_or(&self.text),
        }
    }

    /// The same without any key, for spans.
    #[cfg(feature = "tracing")]
    pub(crate) fn template(&self) -> &Template {
        &self.template
    }

    /// The path as it is sent.
    ///
    /// # Errors
    ///
    /// A key that is empty, `.` or `..`; a value without quotes that needs them.
    pub fn as_str(&self) -> Result<&str, ParsePathError> {
        self.accepted().map(|text| &**text)
    }

    /// The same as bytes, which nobody checks for UTF-8.
    pub(crate) fn as_bytes(&self) -> Result<&[u8], ParsePathError> {
        self.accepted().map(PathText::as_bytes)
    }

    fn accepted(&self) -> Result<&PathText, ParsePathError> {
        match &self.refused {
            None => Ok(&self.text),
            Some(refused) => Err(refused.clone()),
        }
    }
}

const MISSING: &str = "missing";

/// Percent-encodes what is written through it.
struct Encoded<'t>(&'t mut PathText);

impl fmt::Write for Encoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        encode(text, KEY, |piece| self.0.push_str(piece));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::Display;

    use super::{PathPart, PredicatePart, ResourcePath};
    use crate::odata::path_part::samples::{BOTH, CAST};

    const USERS: &[PathPart] = &[PathPart::Literal("/users"), PathPart::Key("id")];
    const BY_APP_ID: &[PathPart] = &[
        PathPart::Literal("/applications"),
        PathPart::Predicate(&[
            PredicatePart::Literal("(appId="),
            PredicatePart::Quoted("app_id"),
            PredicatePart::Literal(")"),
        ]),
    ];

    fn filled(template: &'static [PathPart], keys: &[&dyn Display]) -> Result<String, String> {
        text(&ResourcePath::new(template, keys))
    }

    fn text(path: &ResourcePath) -> Result<String, String> {
        path.as_str().map(str::to_owned).map_err(|error| error.to_string())
    }

    fn path(key: &str) -> Result<String, String> {
        filled(USERS, &[&key])
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
    fn a_path_fits_its_template() {
        let template = &[PathPart::Literal("/users"), PathPart::Key("id"), PathPart::Literal("/events")];
        let fits = |path: &ResourcePath| path.fits(template);
        for (key, name, is_fit) in [("a/b", "events", true), ("$a", "events", true), ("a", "event", false)] {
            let mut path = ResourcePath::new(USERS, &[&key]);
            assert!(!fits(&path));
            path.push_name(name);
            assert_eq!(fits(&path), is_fit, "{key}");
            path.push_key("id", &"1");
            assert!(!fits(&path));
        }
    }

    #[test]
    fn a_key_that_begins_with_a_dollar_stands_in_parentheses() {
        assert_eq!(path("$O'Neil@x.com").unwrap(), "/users('%24O%27%27Neil%40x.com')");
        assert_eq!(filled(CAST, &[&"$g", &"$'"]).unwrap(), "/groups('%24g')/members('%24%27%27')/graph.user");
    }

    #[test]
    fn a_value_in_quotes_ends_at_its_quote() {
        let path = |value: &str| filled(BY_APP_ID, &[&value]);
        assert_eq!(path("a'b','x").unwrap(), "/applications(appId='a%27%27b%27%27%2C%27%27x')");
        assert_eq!(path("$a/b)#?é").unwrap(), "/applications(appId='%24a%2Fb%29%23%3F%C3%A9')");
        // Between quotes, these are text.
        assert_eq!(path("..").unwrap(), "/applications(appId='..')");
    }

    #[test]
    fn a_value_without_quotes_is_a_number_or_the_like() {
        let path = |value: &dyn Display| filled(BOTH, &[&"a", value]);
        assert_eq!(path(&-7).unwrap(), "/x(a='a',b=-7)/graph.y");
        assert_eq!(path(&1.5e-7).unwrap(), "/x(a='a',b=0.00000015)/graph.y");
        assert_eq!(path(&"87d349ed-44d7-43e1").unwrap(), "/x(a='a',b=87d349ed-44d7-43e1)/graph.y");
        assert_eq!(
            path(&"2020-01-01T00:00:00+02:00").unwrap(),
            "/x(a='a',b=2020-01-01T00%3A00%3A00%2B02%3A00)/graph.y"
        );
        for value in ["1,c=2", "1)", "'x'", "a b", "é", "a/b", "%31"] {
            let error = path(&value).unwrap_err();
            assert!(error.contains("`<b>` is no literal"), "{error}");
        }
    }

    #[test]
    fn a_collection_gives_the_paths_of_its_items() {
        let item = |template, keys: &[&dyn Display]| {
            let collection = ResourcePath::of_collection(template, keys);
            let item = collection.item(|name| if name == "b" { Some(&7) } else { Some(&"k'/") });
            (text(&collection).unwrap(), item.map(|path| text(&path).unwrap()))
        };
        let found = |collection: &str, item: &str| (collection.to_owned(), Some(item.to_owned()));
        assert_eq!(item(USERS, &[]), found("/users", "/users/k%27%2F"));
        assert_eq!(item(BY_APP_ID, &[]), found("/applications", "/applications(appId='k%27%27%2F')"));
        assert_eq!(item(BOTH, &[]), found("/x/graph.y", "/x(a='k%27%27%2F',b=7)/graph.y"));
        assert_eq!(item(CAST, &[&"g"]), found("/groups/g/members/graph.user", "/groups/g/members/k%27%2F/graph.user"));
        // A path that ends in no key has no items.
        assert_eq!(item(&[PathPart::Literal("/me")], &[]), ("/me".to_owned(), None));
        // What is not known is no place, and what is refused stays so.
        let both = ResourcePath::of_collection(BOTH, &[]);
        assert!(both.item(|name| if name == "b" { None } else { Some(&"k") }).is_none());
        assert!(text(&both.item(|_| Some(&"")).unwrap()).unwrap_err().contains("`<a>` is empty"));
        let refused = ResourcePath::of_collection(CAST, &[&""]);
        assert!(text(&refused.item(|_| Some(&"k")).unwrap()).unwrap_err().contains("`<group>` is empty"));
    }

    #[test]
    fn the_first_key_ends_where_it_ends() {
        let mut path = ResourcePath::new(USERS, &[&"a/b"]);
        path.push_segments("/events");
        path.push_key("id", &"1");
        assert_eq!(path.up_to_first_key(), "/users/a%2Fb");
        assert_eq!(ResourcePath::new(USERS, &[&"$a"]).up_to_first_key(), "/users('%24a')");
        assert_eq!(ResourcePath::new(BY_APP_ID, &[&"a"]).up_to_first_key(), "/applications(appId='a')");
        let members = ResourcePath::of_collection(CAST, &[&"g"]);
        let member = members.item(|_| Some(&"m")).unwrap();
        for path in [&members, &member, &ResourcePath::new(CAST, &[&"g", &"m"])] {
            assert_eq!(path.up_to_first_key(), "/groups/g");
        }
        // The collection has no key, and the item has one.
        let users = ResourcePath::of_collection(USERS, &[]);
        assert_eq!(users.up_to_first_key(), "/users");
        assert_eq!(users.item(|_| Some(&"u")).unwrap().up_to_first_key(), "/users/u");
        assert_eq!(ResourcePath::new(&[PathPart::Literal("/me")], &[]).up_to_first_key(), "/me");
    }

    #[test]
    fn a_key_that_addresses_another_resource_is_refused() {
        for (key, what) in [("", "empty"), (".", "`.`"), ("..", "`..`")] {
            assert!(path(key).unwrap_err().contains(what));
        }
        assert!(filled(BY_APP_ID, &[&""]).unwrap_err().contains("`<app_id>` is empty"));
        assert!(filled(BOTH, &[&"a", &""]).unwrap_err().contains("`<b>` is empty"));
        assert!(filled(BOTH, &[&"a"]).unwrap_err().contains("`<b>` is missing"));
    }
}
