//! The names of generated items. A name that is taken is reported. A free name takes its place, so that the item is
//! generated all the same.

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::container::Container;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// The names of the types that are generated.
pub(crate) struct Names {
    pub(crate) partial: Ident,
    pub(crate) patch: Ident,
    pub(crate) props: Ident,
}

/// The kinds of types whose generated items have names.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Items {
    Resource,
    Complex,
    Union,
}

impl Names {
    /// The names that were chosen, and the default ones.
    pub(super) fn of(ident: &Ident, options: Option<&Container>) -> Self {
        let base = ident.unraw();
        let or = |chosen: fn(&Container) -> Option<&Ident>, default: String| {
            let chosen = options.and_then(chosen).cloned();
            chosen.unwrap_or_else(|| format_ident!("{default}", span = ident.span()))
        };
        Self {
            partial: or(|options| options.partial.as_ref(), format!("{base}Partial")),
            patch: or(|options| options.patch.as_ref(), format!("{base}Patch")),
            props: or(|options| options.props.as_ref(), format!("{base}Props")),
        }
    }

    /// The names of the types, each different from the others: `patch = "UserPartial"` is a mistake.
    pub(super) fn choose(ident: &Ident, options: &Container, items: Items, errors: &mut Errors) -> Self {
        let (mut names, defaults) = (Self::of(ident, Some(options)), Self::of(ident, None));
        let mut types = vec![
            Generated::new("partial", &mut names.partial, defaults.partial, "the partial"),
            Generated::new("patch", &mut names.patch, defaults.patch, "the patch"),
        ];
        if items != Items::Union {
            let whose = "the struct of the property handles";
            types.push(Generated::new("props", &mut names.props, defaults.props, whose));
        }
        let type_itself = if items == Items::Union { "the enum" } else { "the struct" };
        unique(vec![(ident.to_string(), type_itself.to_owned())], types, errors);
        names
    }
}

/// A name of something that is generated.
pub(super) struct Generated<'n> {
    option: &'static str,
    name: &'n mut Ident,
    default: Ident,
    whose: String,
}

impl<'n> Generated<'n> {
    pub(super) fn new(option: &'static str, name: &'n mut Ident, default: Ident, whose: impl Into<String>) -> Self {
        Self { option, name, default, whose: whose.into() }
    }
}

pub(super) fn unique(mut taken: Vec<(String, String)>, mut names: Vec<Generated<'_>>, errors: &mut Errors) {
    // Default names come first: where one clashes with a chosen name, the chosen one is the mistake.
    names.sort_by_key(|generated| *generated.name != generated.default);
    for Generated { option, name, default, whose } in names {
        let text = name.to_string();
        if let Some((_, other)) = taken.iter().find(|(other, _)| *other == text) {
            if *name == default {
                // Two paths with one `at` also have one default name for their collections. The error at `at` is enough.
                *name = format_ident!("__graph_{}", taken.len());
            } else {
                errors.push(&*name, Diagnostic::GeneratedNameTwice { name: text, option, other: other.clone() });
                *name = default;
            }
        }
        taken.push((name.to_string(), whose));
    }
}

/// The wire name of a property, as `rename` and `alias` give it. It stands in paths and in `$select` too.
pub(super) fn property_name(text: &LitStr, errors: &mut Errors) -> String {
    let wire = text.value();
    // What ends a segment of a path or an option of a query, or would be read as another thing.
    let is_foreign = |letter: char| letter.is_control() || "/\\?#&%+=,;:()*'\"<>[]{}|^`".contains(letter);
    if wire.is_empty() {
        errors.push(text, Diagnostic::EmptyWireName);
    } else if wire.contains('@') {
        errors.push(text, Diagnostic::WireNameWithAt { text: wire.clone() });
    } else if let Some(letter) = wire.chars().find(|&letter| is_foreign(letter)) {
        errors.push(text, Diagnostic::WireNameCharacter { letter });
    } else if wire.starts_with('$') || wire.chars().all(|letter| letter == '.' || letter == ' ') {
        errors.push(text, Diagnostic::WireNameReserved { text: wire.clone() });
    }
    wire
}

/// The wire name of a member, as `rename` gives it. Members of flags stand in one string, commas between them.
pub(super) fn member_name(text: &LitStr, errors: &mut Errors) -> String {
    let wire = text.value();
    if wire.is_empty() {
        errors.push(text, Diagnostic::EmptyWireName);
    } else if wire.contains('@') {
        errors.push(text, Diagnostic::WireNameWithAt { text: wire.clone() });
    } else if let Some(letter) = wire.chars().find(|&letter| letter.is_control() || letter == ',') {
        errors.push(text, Diagnostic::WireNameCharacter { letter });
    } else if wire.trim() != wire {
        errors.push(text, Diagnostic::WireNameCharacter { letter: ' ' });
    }
    wire
}

/// The name of an annotation of an object, as `annotation` gives it: `@microsoft.graph.downloadUrl`. Or that of a
/// relationship's changes: `members@delta`.
///
/// Source: OData JSON Format 4.01, sections 4.6, 15.3 and 20.2.
pub(super) fn annotation_name(text: &LitStr, errors: &mut Errors) -> String {
    let wire = text.value();
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    let is_name = wire.strip_prefix('@').is_some_and(|name| name.split(['.', '#']).all(is_part))
        || wire.strip_suffix("@delta").is_some_and(is_part);
    if matches!(&*wire, "@odata.etag" | "@odata.type") {
        errors.push(text, Diagnostic::AnnotationKnown { text: wire.clone() });
    } else if !is_name {
        errors.push(text, Diagnostic::NotAnAnnotation { text: wire.clone() });
    }
    wire
}
