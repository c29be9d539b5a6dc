//! What a path is, without its keys: by that a span is named. Without the feature `tracing`, nothing is kept.

#[cfg(feature = "tracing")]
use core::fmt;

use crate::odata::path_part::PathPart;
#[cfg(feature = "tracing")]
use crate::odata::path_part::{PredicatePart, split};

/// The template that a path was made by: `/communications/callRecords/{id}`.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    /// The template of the resource.
    #[cfg(feature = "tracing")]
    parts: &'static [PathPart],
    /// Whether it is taken without its key: that of a collection.
    #[cfg(feature = "tracing")]
    is_collection: bool,
    /// What was appended.
    #[cfg(feature = "tracing")]
    rest: String,
}

/// Two paths that are alike are, however they were made.
impl PartialEq for Template {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Template {}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "nothing is kept")]
impl Template {
    pub(crate) fn of(_: &'static [PathPart]) -> Self {
        Self {}
    }

    pub(crate) fn of_collection(_: &'static [PathPart]) -> Self {
        Self {}
    }

    pub(crate) fn of_item(self) -> Self {
        self
    }

    pub(crate) fn push(&mut self, _: &str) {}

    pub(crate) fn push_name(&mut self, _: &str) {}

    pub(crate) fn push_key(&mut self, _: &str) {}
}

#[cfg(feature = "tracing")]
impl Template {
    pub(crate) const fn of(parts: &'static [PathPart]) -> Self {
        Self { parts, is_collection: false, rest: String::new() }
    }

    pub(crate) fn of_collection(parts: &'static [PathPart]) -> Self {
        Self { is_collection: true, ..Self::of(parts) }
    }

    /// That of an item of this collection.
    pub(crate) fn of_item(self) -> Self {
        Self { is_collection: false, ..self }
    }

    /// Appends segments, without what stands in their parentheses.
    pub(crate) fn push(&mut self, segments: &str) {
        match segments.split_once('(') {
            Some((name, _)) => self.rest.extend([name, "()"]),
            None => self.rest.push_str(segments),
        }
    }

    pub(crate) fn push_name(&mut self, name: &str) {
        self.rest.extend(["/", name]);
    }

    pub(crate) fn push_key(&mut self, placeholder: &str) {
        self.rest.extend(["/{", placeholder, "}"]);
    }
}

#[cfg(feature = "tracing")]
impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (collection, item) = split(self.parts);
        write_parts(collection, f)?;
        match item {
            // A cast after the key is the collection's as well.
            [_, cast] if self.is_collection => write_parts(core::slice::from_ref(cast), f)?,
            item if !self.is_collection => write_parts(item, f)?,
            _ => {}
        }
        f.write_str(&self.rest)
    }
}

#[cfg(feature = "tracing")]
fn write_parts(parts: &[PathPart], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    parts.iter().try_for_each(|part| match *part {
        PathPart::Literal(text) | PathPart::Cast(text) => f.write_str(text),
        PathPart::Key(placeholder) | PathPart::Rest(placeholder) => write!(f, "/{{{placeholder}}}"),
        PathPart::Predicate(parts) => parts.iter().try_for_each(|part| match part {
            PredicatePart::Literal(text) => f.write_str(text),
            PredicatePart::Quoted(placeholder) => write!(f, "'{{{placeholder}}}'"),
            PredicatePart::Bare(placeholder) => write!(f, "{{{placeholder}}}"),
        }),
    })
}

#[cfg(all(test, feature = "tracing"))]
mod tests {
    use super::{PathPart, Template};
    use crate::odata::path_part::samples::{BOTH, CAST};

    const PAIR: &[PathPart] = BOTH.split_at(2).0;

    #[test]
    fn a_template_names_its_keys() {
        assert_eq!(Template::of(CAST).to_string(), "/groups/{group}/members/{id}/graph.user");
        assert_eq!(Template::of_collection(CAST).to_string(), "/groups/{group}/members/graph.user");
        assert_eq!(Template::of_collection(CAST).of_item().to_string(), "/groups/{group}/members/{id}/graph.user");
        assert_eq!(Template::of(PAIR).to_string(), "/x(a='{a}',b={b})");
        assert_eq!(Template::of_collection(PAIR).to_string(), "/x");
        // A path that ends in no key is that of a singleton, not of a collection.
        assert_eq!(Template::of_collection(&CAST[..3]).to_string(), "/groups/{group}/members");
    }

    #[test]
    fn what_is_appended_is_named_without_its_values() {
        let mut template = Template::of(&CAST[..2]);
        template.push_name("members");
        template.push_key("id");
        template.push_name("$ref");
        template.push("/getLogs(from='2020')");
        template.push("/accept");
        assert_eq!(template.to_string(), "/groups/{group}/members/{id}/$ref/getLogs()/accept");
    }
}
