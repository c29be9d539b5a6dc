//! The address that a page writes, and the request that is held against it.

use std::borrow::Cow;
use std::fmt::Write as _;

use graph_resource::{Bytes, Operation, Request};
use percent_encoding::percent_decode_str;

const BASE: &str = "https://graph.microsoft.com/v1.0";

/// The address of an example: its path below the version, in segments, and its query.
#[derive(Debug)]
pub(crate) struct Page {
    segments: Vec<String>,
    query: Vec<(String, String)>,
}

impl Page {
    /// Reads the address of a page. Placeholders, `{id}`, `{id | userPrincipalName}`, are filled.
    pub(crate) fn of(url: &str) -> Self {
        let url = filled(url);
        let below = url.strip_prefix("https://graph.microsoft.com").unwrap_or(&url);
        let (path, query) = below.split_once('?').unwrap_or((below, ""));
        let path = path.trim_end_matches('/');
        let path = ["/v1.0", "/beta"].iter().find_map(|version| path.strip_prefix(version)).unwrap_or(path);
        let segments = path.split('/').filter(|segment| !segment.is_empty());
        let segments = segments.flat_map(|segment| with_values(&decoded(segment))).collect();
        let query = query.split('&').filter(|option| !option.is_empty()).map(|option| {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            (decoded(name).into_owned(), decoded(value).into_owned())
        });
        Self { segments, query: query.collect() }
    }

    /// The segments of the path, percent-decoded. The values in the parentheses of a segment follow it:
    /// `/applications(appId='1')` is `["applications(appId='')", "1"]`.
    pub(crate) fn path(&self) -> Vec<&str> {
        self.segments.iter().map(String::as_str).collect()
    }

    /// The HTTP request, with the page's query options added.
    pub(crate) fn request<O: Operation>(&self, request: Request<O>) -> http::Request<Bytes> {
        let with_query = self.query.iter().fold(request, |request, (name, value)| request.query(name, value));
        with_query.to_http(BASE).unwrap()
    }

    /// How the path of the request differs from the page's. The query is the page's own.
    pub(crate) fn difference(&self, request: &http::Request<Bytes>) -> Result<(), String> {
        let uri = request.uri().to_string();
        let ours = Self::of(uri.strip_prefix(BASE).unwrap_or(&uri));
        if without_empty_parentheses(&ours.segments) == without_empty_parentheses(&self.segments) {
            return Ok(());
        }
        Err(format!("the request goes to {:?}, the page's to {:?}", ours.segments, self.segments))
    }
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// A function without parameters may keep its parentheses or drop them.
fn without_empty_parentheses(path: &[String]) -> Vec<&str> {
    path.iter().map(|segment| segment.strip_suffix("()").unwrap_or(segment)).collect()
}

/// Fills the placeholders of an address with values that need no encoding.
fn filled(url: &str) -> String {
    let mut filled = String::new();
    let (mut rest, mut count) = (url, 0);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        count += 1;
        let _ = write!(filled, "{before}value-{count}");
        rest = after;
    }
    filled + rest
}

/// A segment without the values in its parentheses, and the values, quotes undone.
fn with_values(segment: &str) -> Vec<String> {
    let Some((name, inside)) = segment.strip_suffix(')').and_then(|segment| segment.split_once('(')) else {
        return vec![segment.to_owned()];
    };
    let mut values = Vec::new();
    let mut emptied = format!("{name}(");
    let mut rest = inside;
    while !rest.is_empty() {
        let start = rest.find('=').filter(|at| *at < rest.find('\'').unwrap_or(usize::MAX)).map_or(0, |at| at + 1);
        emptied.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some(text) = rest.strip_prefix('\'') {
            let end = quoted_end(text);
            values.push(text[..end].replace("''", "'"));
            emptied.push_str("''");
            rest = text.get(end + 1..).unwrap_or("");
        } else {
            let end = rest.find(',').unwrap_or(rest.len());
            values.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        if let Some(more) = rest.strip_prefix(',') {
            emptied.push(',');
            rest = more;
        }
    }
    emptied.push(')');
    core::iter::once(emptied).chain(values).collect()
}

/// Where a quoted literal ends, of which the first quote was read. A doubled quote is one in the text.
fn quoted_end(text: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text[from..].find('\'') {
        if text[from + at + 1..].starts_with('\'') {
            from += at + 2;
        } else {
            return from + at;
        }
    }
    text.len()
}

#[test]
fn an_address_is_read_in_segments_and_values() {
    let page =
        Page::of("https://graph.microsoft.com/beta/users/{id | userPrincipalName}/events/a%2Fb=/?$top=5&x=a%20b");
    assert_eq!(page.path(), ["users", "value-1", "events", "a/b="]);
    assert_eq!(page.query, [("$top".to_owned(), "5".to_owned()), ("x".to_owned(), "a b".to_owned())]);
    for (path, segments) in [
        ("/me/messages('AA=')", vec!["me", "messages('')", "AA="]),
        ("/applications(appId='it''s')", vec!["applications(appId='')", "it's"]),
        ("/f(a=1,b='x,y',c=2020-01-01)", vec!["f(a=,b='',c=)", "1", "x,y", "2020-01-01"]),
        ("/delta()", vec!["delta()"]),
    ] {
        assert_eq!(Page::of(path).path(), segments);
    }
}

#[test]
fn another_path_is_a_difference() {
    let to = |path: &str| http::Request::builder().uri(format!("{BASE}{path}")).body(Bytes::new()).unwrap();
    let differs = |page: &str, ours: &str| Page::of(page).difference(&to(ours)).is_err();
    assert!(!differs("/a/delta()", "/a/delta") && !differs("/a/b%2Fc/", "/a/b%2fc"));
    assert!(differs("/a/f(x=1)", "/a/f") && differs("/a/b%2Fc", "/a/b/c") && differs("/a/b", "/a/B"));
}
