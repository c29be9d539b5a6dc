//! `$expand`: related entities within the answer, each relationship with options of its own.
//!
//! Source: OData URL Conventions 4.01, section 5.1.3 (`$expand`).

use crate::errors::Refusal;
use crate::query::{Options, is_name};
use crate::shape::Shape;

/// Expansions within each other. `$levels=max` ends here as well.
const MOST_LEVELS: usize = 10;

/// One relationship to expand: `manager($select=id)`, `members/microsoft.graph.user`, `members/$ref`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expand {
    /// The type that an entity must have to be expanded.
    pub(crate) for_type: Option<String>,
    /// The relationship, or `*` for all.
    pub(crate) name: String,
    /// The type of related entities that are shown.
    pub(crate) of_type: Option<String>,
    /// References in place of entities.
    pub(crate) references: bool,
    pub(crate) options: Options,
}

impl Expand {
    /// Reads the decoded value of an `$expand` within `depth` others.
    pub(crate) fn parse(text: &str, depth: usize) -> Result<Vec<Self>, Refusal> {
        if depth >= MOST_LEVELS {
            return Err(Refusal::bad_request(format!("'$expand' is nested more than {MOST_LEVELS} levels deep")));
        }
        let items = split(text, ',')?;
        if items.is_empty() {
            return Err(Refusal::bad_request("'$expand' names no relationship"));
        }
        let mut expands: Vec<Self> = Vec::new();
        for item in items {
            let expand = Self::one(item, depth)?;
            if expands.iter().any(|other| other.name == expand.name && other.for_type == expand.for_type) {
                return Err(Refusal::bad_request(format!("the relationship '{}' is expanded twice", expand.name)));
            }
            expands.push(expand);
        }
        Ok(expands)
    }

    fn one(item: &str, depth: usize) -> Result<Self, Refusal> {
        let refuse = || Refusal::bad_request(format!("'{item}' is no relationship to expand"));
        let (path, nested) = match item.split_once('(') {
            Some((path, nested)) => (path, Some(nested.strip_suffix(')').ok_or_else(refuse)?)),
            None => (item, None),
        };
        let options = match nested {
            None => Options::default(),
            Some("") => return Err(Refusal::bad_request(format!("the parentheses after '{path}' are empty"))),
            Some(nested) => Options::parse_nested(nested, depth + 1)?,
        };
        let mut parts: Vec<&str> = path.trim().split('/').collect();
        let references = parts.last() == Some(&"$ref");
        if references {
            parts.pop();
        }
        if !parts.iter().all(|part| is_name(part) || *part == "*") {
            return Err(refuse());
        }
        let owned = |part: &str| Some(part.to_owned());
        let (for_type, name, of_type) = match parts[..] {
            [name] if !name.contains('.') => (None, name, None),
            [name, of_type] if !name.contains('.') && of_type.contains('.') => (None, name, owned(of_type)),
            [for_type, name] if for_type.contains('.') && !name.contains('.') => (owned(for_type), name, None),
            [for_type, name, of_type] if for_type.contains('.') && !name.contains('.') && of_type.contains('.') => {
                (owned(for_type), name, owned(of_type))
            }
            _ => return Err(refuse()),
        };
        Ok(Self { for_type, name: name.to_owned(), of_type, references, options })
    }

    /// The whole of what a relationship leads to.
    pub(crate) fn of(name: String, expand: Vec<Self>) -> Self {
        let options = Options { expand, ..Options::default() };
        Self { for_type: None, name, of_type: None, references: false, options }
    }

    pub(crate) fn check(&self, shape: &Shape<'_>) -> Result<(), Refusal> {
        if self.name == "*" {
            if self.options == Options::default() {
                return Ok(());
            }
            return Err(Refusal::bad_request("'*' in '$expand' takes no options of its own"));
        }
        let related = shape.member(&self.name).ok().filter(Shape::is_entity).ok_or_else(|| {
            Refusal::bad_request(format!("the property '{}' is no relationship of this resource", self.name))
        })?;
        if self.options.levels.is_some() {
            related.member(&self.name).ok().filter(Shape::is_entity).ok_or_else(|| {
                Refusal::bad_request(format!("'$levels' needs '{}' to lead to its own type", self.name))
            })?;
        }
        self.options.check(&related)
    }

    /// The expansions of the related entities.
    pub(crate) fn next(&self) -> Vec<Self> {
        let mut next = self.options.expand.clone();
        let levels = self.options.levels.map_or(1, |levels| levels.min(MOST_LEVELS));
        if levels > 1 {
            let options = Options { levels: Some(levels - 1), ..self.options.clone() };
            next.push(Self { options, ..self.clone() });
        }
        next
    }

    /// As `@odata.context` names it: `manager()`.
    pub(crate) fn context(&self) -> String {
        let inner = self.options.context();
        let inner = if inner.is_empty() { "()" } else { &inner };
        format!("{}{inner}", self.name)
    }
}

/// The parts between separators that stand neither in parentheses nor in quotes.
pub(crate) fn split(text: &str, separator: char) -> Result<Vec<&str>, Refusal> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quote) = (0, 0_usize, None);
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (Some(open), _) => quote = (character != open).then_some(open),
            (None, '\'' | '"') => quote = Some(character),
            (None, '(') => depth += 1,
            (None, ')') => {
                depth = depth.checked_sub(1).ok_or_else(|| Refusal::bad_request("a ')' has no '(' before it"))?;
            }
            (None, _) if character == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    if depth > 0 || quote.is_some() {
        return Err(Refusal::bad_request("a parenthesis or a quotation mark in '$expand' is not closed"));
    }
    parts.push(&text[start..]);
    if parts == [""] {
        parts.clear();
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::{Expand, split};

    #[test]
    fn nested_options() {
        let text = "sessions($select=id;$expand=segments($top=2);$filter=a eq 'x;,)'),manager";
        let [sessions, manager] = &Expand::parse(text, 0).unwrap()[..] else { panic!("two") };
        assert_eq!((sessions.name.as_str(), manager.name.as_str()), ("sessions", "manager"));
        assert_eq!(sessions.options.expand[0].options.top, Some(2));
        assert!(sessions.options.filter.is_some());
        assert_eq!(sessions.context(), "sessions(id,segments())");
        let cast = &Expand::parse("microsoft.graph.group/members/microsoft.graph.user/$ref", 0).unwrap()[0];
        assert_eq!(cast.for_type.as_deref(), Some("microsoft.graph.group"));
        assert_eq!((cast.of_type.as_deref(), cast.references), (Some("microsoft.graph.user"), true));
    }

    #[test]
    fn what_is_no_expansion() {
        for text in [
            "",
            "a,",
            "a(",
            "a)",
            "a()",
            "a($top=x)",
            "a($nope=1)",
            "a($top=1;$top=2)",
            "a,a",
            "a/b",
            "a($select=b)c",
            "$ref",
            "a b",
            "a($filter=x eq 'y)",
        ] {
            assert!(Expand::parse(text, 0).is_err(), "{text}");
        }
        let nested = |levels: usize| format!("{}a{}", "a($expand=".repeat(levels), ")".repeat(levels));
        assert!(Expand::parse(&nested(9), 0).is_ok());
        assert!(Expand::parse(&nested(6_000), 0).is_err());
        assert_eq!(split("a;'b;c';(d;e)", ';').unwrap(), ["a", "'b;c'", "(d;e)"]);
    }

    #[test]
    fn levels_go_on_along_the_relationship() {
        let manager = &Expand::parse("manager($levels=3;$select=id)", 0).unwrap()[0];
        let deeper = &manager.next()[0];
        assert_eq!(deeper.next()[0].next().len(), 0);
        assert_eq!(deeper.options.select, manager.options.select);
    }
}
