//! Path templates: their segments and their mistakes. Works on text, without syn and spans.

mod spelling;
#[cfg(test)]
mod tests;

use core::fmt;

use crate::diagnostic::PathMistake;

/// A template that was read.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Template {
    pub(crate) segments: Vec<Segment>,
}

/// A segment of a template.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Segment {
    Literal(String),
    /// The name between `<` and `>`.
    Placeholder(String),
    /// `applications(appId='<app_id>')`: the name, and the pieces from the parenthesis on.
    Predicate(String, Vec<Piece>),
    /// A qualified type name after a key: `microsoft.graph.user`.
    Cast(String),
}

/// A piece of the text in parentheses.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// The name of a placeholder in quotes. The quotes are not part of the text around it.
    Quoted(String),
    /// The name of a placeholder without quotes.
    Bare(String),
}

impl Template {
    /// The names of the placeholders, in order.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().flat_map(Segment::placeholders)
    }

    /// The number of the segment that is the key, counted from 1. `None` if the template does not end in a key.
    pub(crate) fn key_segment(&self) -> Option<usize> {
        let count = self.segments.len();
        let number = if matches!(self.segments.last(), Some(Segment::Cast(_))) { count - 1 } else { count };
        let segment = self.segments.get(number.checked_sub(1)?)?;
        segment.placeholders().next().map(|_| number)
    }

    /// The placeholders of the key. Empty if the template does not end in a key.
    pub(crate) fn key(&self) -> impl Iterator<Item = &str> {
        let segment = self.key_segment().and_then(|number| self.segments.get(number - 1));
        segment.into_iter().flat_map(Segment::placeholders)
    }

    /// The name of the first segment that is no placeholder.
    pub(crate) fn first_name(&self) -> Option<&str> {
        self.segments.iter().find_map(|segment| match segment {
            Segment::Literal(text) | Segment::Predicate(text, _) => Some(&**text),
            Segment::Placeholder(_) | Segment::Cast(_) => None,
        })
    }
}

impl Segment {
    fn placeholders(&self) -> impl Iterator<Item = &str> {
        let (whole, pieces): (_, &[Piece]) = match self {
            Self::Placeholder(name) => (Some(&**name), &[]),
            Self::Predicate(_, pieces) => (None, pieces),
            Self::Literal(_) | Self::Cast(_) => (None, &[]),
        };
        whole.into_iter().chain(pieces.iter().filter_map(|piece| match piece {
            Piece::Quoted(name) | Piece::Bare(name) => Some(&**name),
            Piece::Text(_) => None,
        }))
    }
}

impl fmt::Display for Template {
    /// The template as it was written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in &self.segments {
            match segment {
                Segment::Literal(text) | Segment::Cast(text) => write!(f, "/{text}")?,
                Segment::Placeholder(name) => write!(f, "/<{name}>")?,
                Segment::Predicate(name, pieces) => {
                    write!(f, "/{name}")?;
                    for piece in pieces {
                        match piece {
                            Piece::Text(text) => f.write_str(text)?,
                            Piece::Quoted(name) => write!(f, "'<{name}>'")?,
                            Piece::Bare(name) => write!(f, "<{name}>")?,
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// Reads a template and gives all its mistakes in order. A segment with a mistake is guessed, so that the functions of the
/// path keep their parameters.
pub(crate) fn parse(text: &str) -> (Template, Vec<PathMistake>) {
    let mut mistakes = Vec::new();
    if text.is_empty() || text == "/" {
        return (Template::default(), vec![PathMistake::Empty]);
    }
    let mut body = text;
    if let Some((_, host)) = text.split_once("://") {
        mistakes.push(PathMistake::Absolute);
        body = host.split_once('/').map_or("", |(_, path)| path);
    }
    if let Some(at) = body.find(['?', '#']) {
        mistakes.push(PathMistake::Query(if body[at..].starts_with('?') { '?' } else { '#' }));
        body = &body[..at];
    }
    // Other mistakes may be consequences of these. They are reported only if there are none of these.
    let mut further = Vec::new();
    body = body.strip_prefix('/').unwrap_or_else(|| {
        further.push(PathMistake::NoLeadingSlash);
        body
    });
    body = body.strip_suffix('/').map_or(body, |body| {
        further.push(PathMistake::TrailingSlash);
        body
    });
    let mut template = Template::default();
    for (index, text) in body.split('/').enumerate() {
        let segment = segment(text, index + 1, &template).unwrap_or_else(|mistake| {
            further.push(mistake);
            guessed(text, &template)
        });
        template.segments.push(segment);
    }
    cast_last(&mut template);
    if mistakes.is_empty() {
        mistakes = further;
    }
    (template, mistakes)
}

/// Turns a qualified name at the end of the template into a cast if it follows a key.
fn cast_last(template: &mut Template) {
    let [.., before, last] = &mut template.segments[..] else { return };
    if before.placeholders().next().is_some()
        && let Segment::Literal(text) = last
        && is_qualified_name(text)
    {
        *last = Segment::Cast(core::mem::take(text));
    }
}

/// A guess at what a segment with a mistake was meant to be.
fn guessed(text: &str, before: &Template) -> Segment {
    if let Some(foreign) = spelling::of_segment(text).filter(|_| !text.contains(['<', '('])) {
        let mut name = foreign.name;
        while before.placeholders().any(|other| other == name) {
            name.push('_');
        }
        return Segment::Placeholder(name);
    }
    if !text.contains(['<', '>', '{', '}']) {
        return Segment::Literal(text.to_owned());
    }
    let mut names: Vec<String> = Vec::new();
    let inside = text.split(['<', '{']).skip(usize::from(text.contains(['<', '{'])));
    for inside in inside {
        let inside = inside.split_once(['>', '}', ')', '\'', ',']).map_or(inside, |(name, _)| name);
        let letters = inside.chars().filter(|&letter| letter.is_ascii_alphanumeric() || letter == '_');
        let mut name: String = letters.collect();
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            name.insert(0, '_');
        }
        while before.placeholders().any(|other| other == name) || names.contains(&name) {
            name.push('_');
        }
        names.push(name);
    }
    match (text.split_once('('), names.pop()) {
        (None, Some(name)) => Segment::Placeholder(name),
        (Some((resource, _)), Some(last)) => {
            names.push(last);
            Segment::Predicate(resource.to_owned(), names.into_iter().map(Piece::Bare).collect())
        }
        (_, None) => Segment::Literal(text.to_owned()),
    }
}

fn segment(text: &str, number: usize, before: &Template) -> Result<Segment, PathMistake> {
    match text {
        "" => return Err(PathMistake::EmptySegment(number)),
        "." | ".." => return Err(PathMistake::Dots(number, text.to_owned())),
        "v1.0" | "beta" if number == 1 => return Err(PathMistake::Version(text.to_owned())),
        _ => {}
    }
    if let Some((resource, inside)) = text.split_once('(')
        && !resource.contains(['<', '>'])
    {
        return parenthesised(resource, inside, number, before);
    }
    if let Some(foreign) = spelling::of_segment(text) {
        return Err(PathMistake::Foreign(number, foreign.text.to_owned(), foreign.name));
    }
    let Some(inner) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
        return match (text.find('<'), text.find('>')) {
            (None, None) if text.contains(')') => Err(PathMistake::Parenthesis(number)),
            (None, None) => Ok(Segment::Literal(literal(text, number)?.to_owned())),
            (Some(open), Some(close)) if open < close => Err(PathMistake::PartOfSegment(number)),
            _ => Err(PathMistake::Unclosed(number)),
        };
    };
    if before.placeholders().any(|other| other == inner) {
        return Err(PathMistake::Twice(number, inner.to_owned()));
    }
    Ok(Segment::Placeholder(name(inner, number)?.to_owned()))
}

/// The name of a placeholder, which names a field or becomes a parameter.
fn name(inner: &str, number: usize) -> Result<&str, PathMistake> {
    let is_word = inner.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    match inner.chars().next() {
        None => Err(PathMistake::NoName(number)),
        Some(first) if is_word && !first.is_ascii_digit() => Ok(inner),
        Some(_) => Err(PathMistake::NotAName(number, inner.to_owned(), spelling::name(inner))),
    }
}

/// Reads `applications(appId='<app_id>')`, or a literal such as `range(address='A1:B2')`. `inside` is the text after the
/// first parenthesis.
fn parenthesised(resource: &str, inside: &str, number: usize, before: &Template) -> Result<Segment, PathMistake> {
    literal(resource, number)?;
    if resource.is_empty() {
        return Err(PathMistake::NothingBefore(number));
    }
    let mut pieces = Vec::new();
    let mut text = "(".to_owned();
    for value in values(inside, number)? {
        let (name_of_value, value) = match value.split_once('=') {
            Some((name, value)) if !name.contains(['\'', '<', '{']) => (Some(name), value),
            _ => (None, value),
        };
        if let Some(name) = name_of_value {
            text.push_str(literal(name, number)?);
            text.push('=');
        }
        let in_quotes = value.strip_prefix('\'').and_then(|value| value.strip_suffix('\''));
        let value_inside = in_quotes.unwrap_or(value);
        if value_inside.is_empty() {
            return Err(PathMistake::NoValue(number));
        }
        let is_text = in_quotes.is_some() && !value_inside.starts_with('{');
        if let Some(foreign) = spelling::of_value(value_inside).filter(|_| !is_text) {
            return Err(PathMistake::Foreign(number, foreign.text.to_owned(), foreign.name));
        }
        if let Some(inner) = value_inside.strip_prefix('<').and_then(|value| value.strip_suffix('>'))
            && !inner.contains(['<', '>'])
        {
            let inner = name(inner, number)?.to_owned();
            let mut earlier = pieces.iter().filter_map(|piece| match piece {
                Piece::Quoted(name) | Piece::Bare(name) => Some(&**name),
                Piece::Text(_) => None,
            });
            if before.placeholders().any(|other| other == inner) || earlier.any(|other| *other == *inner) {
                return Err(PathMistake::Twice(number, inner));
            }
            pieces.push(Piece::Text(core::mem::take(&mut text)));
            pieces.push(if in_quotes.is_some() { Piece::Quoted(inner) } else { Piece::Bare(inner) });
        } else {
            match (value_inside.find('<'), value_inside.find('>')) {
                (None, None) => text.push_str(literal(value, number)?),
                (Some(open), Some(close)) if open < close => return Err(PathMistake::PartOfValue(number)),
                _ => return Err(PathMistake::Unclosed(number)),
            }
        }
        text.push(',');
    }
    text.pop();
    text.push(')');
    if pieces.is_empty() {
        return Ok(Segment::Literal(format!("{resource}{text}")));
    }
    pieces.push(Piece::Text(text));
    Ok(Segment::Predicate(resource.to_owned(), pieces))
}

/// The values in parentheses, which commas separate. `inside` is the text after the first parenthesis.
fn values(inside: &str, number: usize) -> Result<Vec<&str>, PathMistake> {
    let (mut values, mut start, mut depth, mut quoted) = (Vec::new(), 0, 1, false);
    for (at, letter) in inside.char_indices() {
        match letter {
            // A doubled quote closes and opens again.
            '\'' => quoted = !quoted,
            _ if quoted => {}
            _ if depth == 0 => return Err(PathMistake::AfterParenthesis(number)),
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 1 => {
                values.push(&inside[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    if quoted {
        return Err(PathMistake::Quote(number));
    }
    match inside.strip_suffix(')') {
        Some(closed) if depth == 0 => {
            values.push(&closed[start..]);
            Ok(values)
        }
        _ => Err(PathMistake::Parenthesis(number)),
    }
}

/// A qualified OData name: `microsoft.graph.user`.
///
/// Source: OData ABNF 4.01, `qualifiedTypeName` and `odataIdentifier`.
pub(crate) fn is_qualified_name(name: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    name.contains('.') && name.split('.').all(is_part)
}

/// RFC 3986's `pchar` without percent-encoding: a literal is sent as it is written.
fn literal(text: &str, number: usize) -> Result<&str, PathMistake> {
    let foreign =
        text.chars().find(|&letter| !(letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(letter)));
    match foreign {
        Some(letter) => Err(PathMistake::Character(number, letter)),
        None => Ok(text),
    }
}
