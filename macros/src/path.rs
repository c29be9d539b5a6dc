//! A path template as text: its segments, and what is wrong with it. Knows nothing of syn, nor of spans.

/// A segment of a template.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Segment {
    Literal(String),
    /// The name between `<` and `>`.
    Placeholder(String),
}

/// What is wrong with a template. Segments are counted from 1.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum PathMistake {
    Empty,
    NoLeadingSlash,
    Absolute,
    TrailingSlash,
    EmptySegment(usize),
    Query(char),
    Character(usize, char),
    Unclosed(usize),
    PartOfSegment(usize),
    NoName(usize),
    NotAName(usize, String),
    Twice(usize, String),
    Dots(usize),
    Version(String),
}

/// Splits a template into segments. All mistakes are given, in order.
pub(crate) fn parse(text: &str) -> Result<Vec<Segment>, Vec<PathMistake>> {
    if text.is_empty() || text == "/" {
        return Err(vec![PathMistake::Empty]);
    }
    if text.contains("://") {
        return Err(vec![PathMistake::Absolute]);
    }
    if let Some(mark) = text.chars().find(|mark| matches!(mark, '?' | '#')) {
        return Err(vec![PathMistake::Query(mark)]);
    }
    let mut mistakes = Vec::new();
    let body = text.strip_prefix('/').unwrap_or_else(|| {
        mistakes.push(PathMistake::NoLeadingSlash);
        text
    });
    let body = body.strip_suffix('/').map_or(body, |body| {
        mistakes.push(PathMistake::TrailingSlash);
        body
    });
    let mut segments: Vec<Segment> = Vec::new();
    for (index, text) in body.split('/').enumerate() {
        match segment(text, index + 1, &segments) {
            Ok(segment) => segments.push(segment),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    if mistakes.is_empty() { Ok(segments) } else { Err(mistakes) }
}

fn segment(text: &str, number: usize, before: &[Segment]) -> Result<Segment, PathMistake> {
    match text {
        "" => return Err(PathMistake::EmptySegment(number)),
        "." | ".." => return Err(PathMistake::Dots(number)),
        "v1.0" | "beta" if number == 1 => return Err(PathMistake::Version(text.to_owned())),
        _ => {}
    }
    let Some(inner) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
        return match (text.find('<'), text.find('>')) {
            (None, None) => literal(text, number),
            (Some(open), Some(close)) if open < close => Err(PathMistake::PartOfSegment(number)),
            _ => Err(PathMistake::Unclosed(number)),
        };
    };
    let mut letters = inner.chars();
    match letters.next() {
        None => return Err(PathMistake::NoName(number)),
        Some(first) if first.is_ascii_alphabetic() || first == '_' => {}
        Some(_) => return Err(PathMistake::NotAName(number, inner.to_owned())),
    }
    if !letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
        return Err(PathMistake::NotAName(number, inner.to_owned()));
    }
    if before.iter().any(|segment| matches!(segment, Segment::Placeholder(name) if name == inner)) {
        return Err(PathMistake::Twice(number, inner.to_owned()));
    }
    Ok(Segment::Placeholder(inner.to_owned()))
}

/// RFC 3986's `pchar` without percent-encoding: a literal is sent as it is written.
fn literal(text: &str, number: usize) -> Result<Segment, PathMistake> {
    let foreign =
        text.chars().find(|&letter| !(letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(letter)));
    match foreign {
        Some(letter) => Err(PathMistake::Character(number, letter)),
        None => Ok(Segment::Literal(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::{PathMistake, Segment, parse};

    fn mistakes(text: &str) -> Vec<PathMistake> {
        parse(text).unwrap_err()
    }

    #[test]
    fn a_template_has_literals_and_placeholders() {
        let literal = |text: &str| Segment::Literal(text.to_owned());
        let placeholder = |text: &str| Segment::Placeholder(text.to_owned());
        assert_eq!(
            parse("/users/<user_id>/events/<id>").unwrap(),
            [literal("users"), placeholder("user_id"), literal("events"), placeholder("id")]
        );
        assert_eq!(parse("/me/microsoft.graph.user").unwrap(), [literal("me"), literal("microsoft.graph.user")]);
    }

    #[test]
    fn each_mistake_is_told() {
        assert_eq!(mistakes(""), [PathMistake::Empty]);
        assert_eq!(mistakes("https://graph.microsoft.com/users"), [PathMistake::Absolute]);
        assert_eq!(mistakes("users/<id>"), [PathMistake::NoLeadingSlash]);
        assert_eq!(mistakes("/users/<id>/"), [PathMistake::TrailingSlash]);
        assert_eq!(mistakes("/users//<id>"), [PathMistake::EmptySegment(2)]);
        assert_eq!(mistakes("/users?$top=1"), [PathMistake::Query('?')]);
        assert_eq!(mistakes("/my users"), [PathMistake::Character(1, ' ')]);
        assert_eq!(mistakes("/users/<id"), [PathMistake::Unclosed(2)]);
        assert_eq!(mistakes("/users/x<id>"), [PathMistake::PartOfSegment(2)]);
        assert_eq!(mistakes("/users/<>"), [PathMistake::NoName(2)]);
        assert_eq!(mistakes("/users/<user-id>"), [PathMistake::NotAName(2, "user-id".into())]);
        assert_eq!(mistakes("/users/<id>/x/<id>"), [PathMistake::Twice(4, "id".into())]);
        assert_eq!(mistakes("/users/.."), [PathMistake::Dots(2)]);
        assert_eq!(mistakes("/v1.0/users/<id>"), [PathMistake::Version("v1.0".into())]);
        assert_eq!(
            mistakes("users//<>/"),
            [
                PathMistake::NoLeadingSlash,
                PathMistake::TrailingSlash,
                PathMistake::EmptySegment(2),
                PathMistake::NoName(3),
            ]
        );
    }
}
