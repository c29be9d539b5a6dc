//! Mistakes in a path template.

use core::fmt;

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
    /// A placeholder as another library writes it, and its name here.
    Foreign(usize, String, String),
    Unclosed(usize),
    PartOfSegment(usize),
    /// A segment that begins with `(`.
    NothingBefore(usize),
    Parenthesis(usize),
    AfterParenthesis(usize),
    Quote(usize),
    NoValue(usize),
    PartOfValue(usize),
    NoName(usize),
    /// The name, and one to write instead.
    NotAName(usize, String, String),
    Twice(usize, String),
    Dots(usize, String),
    Version(String),
}

impl fmt::Display for PathMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the path is empty; write it like `/users/<id>`"),
            Self::NoLeadingSlash => f.write_str("the path does not begin with `/`; add one"),
            Self::Absolute => {
                f.write_str("the path is a whole URL; write what follows the version, like `/users/<id>`")
            }
            Self::TrailingSlash => f.write_str("the path ends in `/`; remove it"),
            Self::EmptySegment(number) => write!(f, "segment {number} of the path is empty; remove the doubled `/`"),
            Self::Query(mark) => write!(f, "the path holds `{mark}`; remove it and what follows, queries are built"),
            Self::Character(number, ' ') => {
                write!(f, "segment {number} of the path holds a space, which no URL can; remove it")
            }
            Self::Character(number, '%') => {
                write!(f, "segment {number} of the path holds `%`; nothing is decoded here, remove it")
            }
            Self::Character(number, letter) => {
                write!(f, "segment {number} of the path holds `{letter}`, which no URL can; remove it")
            }
            Self::Foreign(number, text, name) => write!(
                f,
                "a placeholder is written in angle brackets; write `<{name}>` for `{text}` (segment {number} of the path)"
            ),
            Self::Unclosed(number) => {
                write!(
                    f,
                    "a `<` or `>` in segment {number} of the path has no partner; write a placeholder as `<name>`"
                )
            }
            Self::PartOfSegment(number) => {
                write!(f, "a placeholder is a whole segment; put a `/` around the one in segment {number} of the path")
            }
            Self::NothingBefore(number) => {
                write!(f, "segment {number} of the path begins with a parenthesis; remove the `/` before it")
            }
            Self::Parenthesis(number) => {
                write!(f, "a parenthesis in segment {number} of the path has no partner; write a key as `('<id>')`")
            }
            Self::AfterParenthesis(number) => {
                write!(f, "segment {number} of the path goes on after its `)`; put a `/` there, or remove the rest")
            }
            Self::Quote(number) => {
                write!(f, "a quote in segment {number} of the path has no partner; write a key as `('<id>')`")
            }
            Self::NoValue(number) => write!(
                f,
                "a value is missing in the parentheses in segment {number} of the path; write a placeholder there, as in \
                 `('<id>')`"
            ),
            Self::PartOfValue(number) => write!(
                f,
                "text stands beside the placeholder in segment {number} of the path; remove it, a placeholder is a whole \
                 value as in `('<id>')`"
            ),
            Self::NoName(number) => {
                write!(f, "the placeholder in segment {number} of the path has no name; write it like `<id>`")
            }
            Self::NotAName(number, name, other) => {
                write!(
                    f,
                    "placeholder `<{name}>` (segment {number} of the path) is no Rust name; write it like `<{other}>`"
                )
            }
            Self::Twice(number, name) => {
                write!(f, "placeholder `<{name}>` occurs again in segment {number} of the path; rename one")
            }
            Self::Dots(number, dots) => {
                write!(f, "segment {number} of the path is `{dots}`, which is folded away on the way; remove it")
            }
            Self::Version(version) => {
                write!(f, "the path begins with the version; remove `/{version}`, it belongs to the base URL")
            }
        }
    }
}
