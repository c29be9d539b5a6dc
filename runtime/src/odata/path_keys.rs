//! The keys in a path that a service wrote, found by the template of the resource.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::odata::path_part::{PathPart, PredicatePart};

/// The keys of a path, decoded, in the order of the template's placeholders; `None` where the template gives no such path.
///
/// Services do not write paths as requests do. Names are compared without case, a key may stand in parentheses, the slash
/// at the start may be missing, and so may the cast at the end. An absolute URL is read below its version.
pub(crate) fn path_keys<'p>(template: &[PathPart], path: &'p str) -> Option<Vec<Cow<'p, str>>> {
    let mut rest = Rest { text: below_root(path)?, is_start: true };
    let mut keys = Vec::new();
    for part in template {
        match *part {
            PathPart::Literal(text) => rest.skip_name(text)?,
            PathPart::Cast(text) => rest.skip_name(text).unwrap_or_default(),
            PathPart::Key(_) => keys.push(rest.take_key()?),
            PathPart::Predicate(parts) => {
                for part in parts {
                    match *part {
                        PredicatePart::Literal(text) => rest.skip(text)?,
                        PredicatePart::Quoted(_) => keys.push(rest.take_quoted()?),
                        PredicatePart::Bare(_) => keys.push(rest.take_until(&[',', ')'])?),
                    }
                }
            }
        }
    }
    matches!(rest.text, "" | "/").then_some(keys)
}

/// The part of a path or URL that is below the service root, without its query.
fn below_root(path: &str) -> Option<&str> {
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    match path.split_once("://") {
        None => Some(path),
        Some((_, rest)) => rest.splitn(3, '/').nth(2),
    }
}

/// The part of a path that is still to be read.
struct Rest<'p> {
    text: &'p str,
    is_start: bool,
}

impl<'p> Rest<'p> {
    /// Skips a text, whatever the case of its letters.
    fn skip(&mut self, text: &str) -> Option<()> {
        let (head, rest) = self.text.split_at_checked(text.len())?;
        head.eq_ignore_ascii_case(text).then(|| self.text = rest)
    }

    /// Skips names that begin with a slash, which the start of the path may lack.
    fn skip_name(&mut self, name: &str) -> Option<()> {
        let name = if self.is_start && !self.text.starts_with('/') { name.trim_start_matches('/') } else { name };
        self.is_start = false;
        self.skip(name)
    }

    /// Takes a key: a segment of its own, or a value in parentheses.
    fn take_key(&mut self) -> Option<Cow<'p, str>> {
        if self.skip("(").is_none() {
            self.skip("/")?;
            return self.take_until(&['/']);
        }
        let key = if self.text.starts_with('\'') { self.take_quoted() } else { self.take_until(&[')']) }?;
        self.skip(")")?;
        Some(key)
    }

    /// Takes a string literal, in which a quote is doubled.
    fn take_quoted(&mut self) -> Option<Cow<'p, str>> {
        self.skip("'")?;
        let mut end = self.text.find('\'')?;
        while self.text[end + 1..].starts_with('\'') {
            end += 2 + self.text[end + 2..].find('\'')?;
        }
        let key = decoded(&self.text[..end])?;
        self.text = &self.text[end + 1..];
        Some(if key.contains("''") { key.replace("''", "'").into() } else { key })
    }

    /// Takes a value that ends before one of these characters, or with the path.
    fn take_until(&mut self, ends: &[char]) -> Option<Cow<'p, str>> {
        let (key, rest) = self.text.split_at(self.text.find(ends).unwrap_or(self.text.len()));
        self.text = rest;
        decoded(key)
    }
}

/// A key without its percent-encoding; `None` where nothing is left of it, and where it is no text.
fn decoded(key: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(key).decode_utf8().ok().filter(|key| !key.is_empty())
}

#[cfg(test)]
mod tests {
    use super::path_keys;
    use crate::odata::path::ResourcePath;
    use crate::odata::path_part::{PathPart, PredicatePart};

    const RECORDS: &[PathPart] = &[PathPart::Literal("/communications/callRecords"), PathPart::Key("id")];
    const MESSAGES: &[PathPart] =
        &[PathPart::Literal("/users"), PathPart::Key("user"), PathPart::Literal("/messages"), PathPart::Key("id")];
    const CAST: &[PathPart] =
        &[PathPart::Literal("/directoryObjects"), PathPart::Key("id"), PathPart::Cast("/microsoft.graph.user")];
    const BOTH: &[PathPart] = &[
        PathPart::Literal("/rows"),
        PathPart::Predicate(&[
            PredicatePart::Literal("(name="),
            PredicatePart::Quoted("name"),
            PredicatePart::Literal(",number="),
            PredicatePart::Bare("number"),
            PredicatePart::Literal(")"),
        ]),
        PathPart::Literal("/cells"),
    ];

    fn keys(template: &[PathPart], path: &str) -> Option<Vec<String>> {
        path_keys(template, path).map(|keys| keys.into_iter().map(String::from).collect())
    }

    #[test]
    fn keys_are_found_in_all_forms() {
        for (path, key) in [
            ("communications/callRecords/1f3a", "1f3a"),
            ("/communications/callRecords/1f3a/", "1f3a"),
            ("Communications/CALLRECORDS('1f3a')", "1f3a"),
            ("communications/callRecords(1f3a)", "1f3a"),
            ("communications/callRecords/a%2Fb%20c", "a/b c"),
            ("communications/callRecords('O''Neil/é')", "O'Neil/é"),
            ("communications/callRecords('''''')", "''"),
            ("communications/callRecords/1f3a?$select=id", "1f3a"),
            ("https://graph.microsoft.com/v1.0/communications/callRecords/1f3a", "1f3a"),
        ] {
            assert_eq!(keys(RECORDS, path), Some(vec![key.to_owned()]), "{path}");
        }
        let two = |path| keys(MESSAGES, path).map(|keys| keys.join(" "));
        assert_eq!(two("Users('ada')/Messages('AAMk=')").as_deref(), Some("ada AAMk="));
        assert_eq!(two("users/ada@contoso.com/messages/AAMk").as_deref(), Some("ada@contoso.com AAMk"));
        for path in ["directoryObjects/7", "directoryObjects/7/Microsoft.Graph.User"] {
            assert_eq!(keys(CAST, path), Some(vec!["7".to_owned()]), "{path}");
        }
        let both = keys(BOTH, "Rows(Name='a,b',number=-7)/cells").unwrap();
        assert_eq!(both, ["a,b", "-7"]);
    }

    #[test]
    fn what_a_request_writes_is_read_again() {
        for key in ["1f3a", "a/b?c#d", "$O'Neil@x.com", "é '' ", "(x)", "%41"] {
            let path = ResourcePath::new(RECORDS, &[&key]);
            assert_eq!(keys(RECORDS, path.as_str().unwrap()), Some(vec![key.to_owned()]), "{key}");
        }
    }

    #[test]
    fn another_path_has_no_keys() {
        for path in [
            "",
            "/",
            "é",
            "communications/callRecords",
            "communications/callRecords/",
            "communications/callRecords('')",
            "communications/callRecords()",
            "communications/callRecords('1f3a",
            "communications/callRecords('1f3a'",
            "communications/callRecords(",
            "communications/callRecords/1f3a/sessions",
            "communications/callRecords/%FF",
            "communications/calls/1f3a",
            "communications/callRecordsX/1f3a",
            "xcommunications/callRecords/1f3a",
            "https://graph.microsoft.com/v1.0",
            "https://",
        ] {
            assert_eq!(keys(RECORDS, path), None, "{path}");
        }
        assert_eq!(keys(BOTH, "rows(name='a',other=1)/cells"), None);
    }
}
