//! Placeholders as other libraries write them: `{id}`, `:id`, `*`, `$id`, `[id]`, `%s`.

/// Segments of Graph that begin with `$`.
///
/// Source: OData ABNF 4.01, rules `resourcePath`, `mediaEntity` and `batchOptions`.
const SYSTEM: [&str; 12] =
    ["all", "batch", "count", "crossjoin", "delta", "each", "entity", "filter", "metadata", "query", "ref", "value"];

/// A placeholder in another spelling.
pub(super) struct Foreign<'t> {
    /// As it is written.
    pub(super) text: &'t str,
    /// The name to write in angle brackets.
    pub(super) name: String,
}

/// The whole segment as a placeholder in another spelling, or one in braces that is a part of it.
pub(super) fn of_segment(text: &str) -> Option<Foreign<'_>> {
    of_value(text).or_else(|| {
        let open = text.find('{')?;
        let close = open + text[open..].find('}')?;
        Some(Foreign { text: &text[open..=close], name: name(&text[open + 1..close]) })
    })
}

/// A value in parentheses, or a whole segment, as a placeholder in another spelling.
pub(super) fn of_value(text: &str) -> Option<Foreign<'_>> {
    let between = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    let is_word = |name: &&str| name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let inside = between("{", "}")
        .or_else(|| between("${", "}"))
        .or_else(|| between("[", "]"))
        .or_else(|| text.strip_prefix(':').filter(is_word))
        .or_else(|| text.strip_prefix('$').filter(is_word).filter(|name| !SYSTEM.contains(name)))
        .or_else(|| text.strip_prefix('*'))
        .or_else(|| matches!(text, "%s" | "%d").then_some(""))?;
    Some(Foreign { text, name: name(inside) })
}

/// The name of a field for such a placeholder: `user_id` for `user-id`, `userId` and `user-id | userPrincipalName`.
pub(super) fn name(inside: &str) -> String {
    let first = inside.split(['|', ':', '=', '?']).next().unwrap_or_default().trim();
    let mut name = String::new();
    let mut before = '_';
    for letter in first.trim_matches(|letter: char| !letter.is_ascii_alphanumeric()).chars() {
        if letter.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit()) {
            name.push('_');
        }
        let next = if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
        if next != '_' || !name.ends_with('_') {
            name.push(next);
        }
        before = letter;
    }
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { "id".to_owned() }
}
