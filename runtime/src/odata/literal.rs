//! Values as literals of a URL, where they are not what JSON makes of them.

/// How a value is written in a URL.
///
/// Source: OData ABNF, `primitiveLiteral`; OData URL Conventions 4.01, section 5.1.1.6.1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// By its JSON: a string in single quotes, a number, a boolean and null bare, an object and an array as JSON.
    OfJson,
    /// Bare, though JSON has it in a string: `2019-11-01T00:00:00Z`, `INF`.
    Bare,
    /// As a duration: `duration'PT1H'`.
    Duration,
    /// As bytes in base64url: `binary'_9j_4A'`.
    Binary,
}
