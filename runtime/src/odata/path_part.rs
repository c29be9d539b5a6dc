//! The pieces of a path template.

/// A piece of a path template.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PathPart {
    /// Segments as they are written, each with its leading slash: `/communications/callRecords`.
    Literal(&'static str),
    /// A segment that is a key. The name is the placeholder's, for messages.
    Key(&'static str),
    /// Segments that are a path of their own, as of a file: `root:/` and `:` stand around it. The name is the placeholder's.
    Rest(&'static str),
    /// A key in parentheses, at the name before it: `(appId='…')`.
    Predicate(&'static [PredicatePart]),
    /// The type that what is before it is taken for, with its leading slash: `/microsoft.graph.androidCustomConfiguration`.
    /// It ends a template, after a key; the collection is taken for the type as well.
    Cast(&'static str),
}

impl PathPart {
    pub(crate) const fn placeholders(&self) -> usize {
        match self {
            Self::Literal(_) | Self::Cast(_) => 0,
            Self::Key(_) | Self::Rest(_) => 1,
            Self::Predicate(parts) => {
                let (mut count, mut index) = (0, 0);
                while index < parts.len() {
                    count += !matches!(parts[index], PredicatePart::Literal(_)) as usize;
                    index += 1;
                }
                count
            }
        }
    }
}

/// A piece of a key in parentheses.
///
/// Source: OData ABNF 4.01, `keyPredicate`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PredicatePart {
    /// Text as it is written, parentheses included: `(appId=`.
    Literal(&'static str),
    /// A value that is written as a string literal, quotes included. The name is the placeholder's.
    Quoted(&'static str),
    /// A value that is written without quotes: a number, a GUID. The name is the placeholder's.
    Bare(&'static str),
}

/// A template as that of the collection, and what the items have beside it: the key, and a cast after it. What ends in no
/// key has nothing beside it.
pub(crate) fn split(template: &'static [PathPart]) -> (&'static [PathPart], &'static [PathPart]) {
    let is_key = |part: &PathPart| matches!(part, PathPart::Key(_) | PathPart::Predicate(_));
    let at = match template {
        [before @ .., key] | [before @ .., key, PathPart::Cast(_)] if is_key(key) => before.len(),
        all => all.len(),
    };
    template.split_at(at)
}

/// Templates for tests.
#[cfg(test)]
pub(crate) mod samples {
    use super::{PathPart, PredicatePart};

    pub(crate) const BOTH: &[PathPart] = &[
        PathPart::Literal("/x"),
        PathPart::Predicate(&[
            PredicatePart::Literal("(a="),
            PredicatePart::Quoted("a"),
            PredicatePart::Literal(",b="),
            PredicatePart::Bare("b"),
            PredicatePart::Literal(")"),
        ]),
        PathPart::Cast("/graph.y"),
    ];
    pub(crate) const CAST: &[PathPart] = &[
        PathPart::Literal("/groups"),
        PathPart::Key("group"),
        PathPart::Literal("/members"),
        PathPart::Key("id"),
        PathPart::Cast("/graph.user"),
    ];
}
