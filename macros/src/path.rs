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
    Braces(usize, String),
    Unclosed(usize),
    PartOfSegment(usize),
    NoName(usize),
    NotAName(usize, String),
    Twice(usize, String),
    Dots(usize, String),
    Version(String),
}

/// Splits a template into segments. All mistakes are given, in order; a segment that has one is made out as far as it
/// goes, so that the functions made of the path keep their parameters.
pub(crate) fn parse(text: &str) -> (Vec<Segment>, Vec<PathMistake>) {
    let mut mistakes = Vec::new();
    if text.is_empty() || text == "/" {
        return (Vec::new(), vec![PathMistake::Empty]);
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
    // What is wrong further on may be a consequence.
    let mut further = Vec::new();
    body = body.strip_prefix('/').unwrap_or_else(|| {
        further.push(PathMistake::NoLeadingSlash);
        body
    });
    body = body.strip_suffix('/').map_or(body, |body| {
        further.push(PathMistake::TrailingSlash);
        body
    });
    let mut segments: Vec<Segment> = Vec::new();
    for (index, text) in body.split('/').enumerate() {
        let segment = segment(text, index + 1, &segments).unwrap_or_else(|mistake| {
            further.push(mistake);
            made_out(text, &segments)
        });
        segments.push(segment);
    }
    if mistakes.is_empty() {
        mistakes = further;
    }
    (segments, mistakes)
}

/// What a segment with a mistake was meant to be.
fn made_out(text: &str, before: &[Segment]) -> Segment {
    if !text.contains(['<', '>', '{', '}']) {
        return Segment::Literal(text.to_owned());
    }
    let inside = text.rsplit_once(['<', '{']).map_or(text, |(_, inside)| inside);
    let mut name: String = inside.chars().filter(|&letter| letter.is_ascii_alphanumeric() || letter == '_').collect();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.insert(0, '_');
    }
    while before.iter().any(|segment| matches!(segment, Segment::Placeholder(other) if *other == name)) {
        name.push('_');
    }
    Segment::Placeholder(name)
}

fn segment(text: &str, number: usize, before: &[Segment]) -> Result<Segment, PathMistake> {
    if let Some(name) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
        return Err(PathMistake::Braces(number, name.to_owned()));
    }
    match text {
        "" => return Err(PathMistake::EmptySegment(number)),
        "." | ".." => return Err(PathMistake::Dots(number, text.to_owned())),
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
        parse(text).1
    }

    #[test]
    fn a_template_has_literals_and_placeholders() {
        let literal = |text: &str| Segment::Literal(text.to_owned());
        let placeholder = |text: &str| Segment::Placeholder(text.to_owned());
        let segments = |text| match parse(text) {
            (segments, mistakes) if mistakes.is_empty() => segments,
            (_, mistakes) => panic!("{mistakes:?}"),
        };
        assert_eq!(
            segments("/users/<user_id>/events/<id>"),
            [literal("users"), placeholder("user_id"), literal("events"), placeholder("id")]
        );
        assert_eq!(segments("/me/microsoft.graph.user"), [literal("me"), literal("microsoft.graph.user")]);
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
        assert_eq!(mistakes("/users/{id}"), [PathMistake::Braces(2, "id".into())]);
        assert_eq!(mistakes("/users/<id"), [PathMistake::Unclosed(2)]);
        assert_eq!(mistakes("/users/x<id>"), [PathMistake::PartOfSegment(2)]);
        assert_eq!(mistakes("/users/<>"), [PathMistake::NoName(2)]);
        assert_eq!(mistakes("/users/<user-id>"), [PathMistake::NotAName(2, "user-id".into())]);
        assert_eq!(mistakes("/users/<id>/x/<id>"), [PathMistake::Twice(4, "id".into())]);
        assert_eq!(mistakes("/users/.."), [PathMistake::Dots(2, "..".into())]);
        assert_eq!(mistakes("/v1.0/users/<id>"), [PathMistake::Version("v1.0".into())]);
        assert_eq!(
            mistakes("https://graph.microsoft.com/v1.0/users/<id>?x"),
            [PathMistake::Absolute, PathMistake::Query('?')]
        );
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

    /// Otherwise a slip in the path were an error at each call of `at`.
    #[test]
    fn a_path_with_mistakes_keeps_its_parameters() {
        for (text, count) in [
            ("https://graph.microsoft.com/v1.0/users/<id>", 1),
            ("/users/<id>?$select=id", 1),
            ("/users/{user}/events/{id}", 2),
            ("/users/<user-id>", 1),
            ("/users/<id", 1),
            ("/users(<id>)", 1),
            ("/users/<>", 1),
            ("/users/<id>/events/<id>", 2),
            ("/users/", 0),
        ] {
            let (segments, mistakes) = parse(text);
            assert!(!mistakes.is_empty(), "{text}");
            let placeholders = segments.iter().filter(|segment| matches!(segment, Segment::Placeholder(_)));
            assert_eq!(placeholders.count(), count, "{text}");
        }
    }
}
