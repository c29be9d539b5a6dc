//! The names of generated items. A name that is taken is reported. A free name takes its place, so that the item is
//! generated all the same.

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::container::Container;
use super::route::Route;
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
        if items == Items::Resource {
            let whose = "the struct of the property handles";
            types.push(Generated::new("props", &mut names.props, defaults.props, whose));
        }
        let type_itself = if items == Items::Union { "the enum" } else { "the struct" };
        unique(vec![(ident.to_string(), type_itself.to_owned())], types, errors);
        names
    }
}

/// The names of the functions where requests start, each different from the others.
pub(super) fn choose_functions(routes: &mut [Route], items: Items, errors: &mut Errors) {
    let mut functions = Vec::new();
    for (number, route) in routes.iter_mut().enumerate() {
        let place = if number == 0 { String::new() } else { format!(" at `{}`", route.template) };
        // The default of a collection is made of the `at` that was given; a clash of it is told at that `at`.
        let (at, collection) = default_functions(number, route.is_at_given.then_some(&route.at), route.at.span());
        let has_key = route.has_key();
        functions.push(Generated::new(
            "at",
            &mut route.at,
            at,
            format!("the function that addresses one resource{place}"),
        ));
        if has_key {
            let whose = format!("the function that addresses the collection{place}");
            functions.push(Generated::new("collection", &mut route.collection, collection, whose));
        }
    }
    let props = ("props".to_owned(), "the function that gives the property handles".to_owned());
    unique(if items == Items::Union { Vec::new() } else { vec![props] }, functions, errors);
}

/// The default names of the functions of the route with this number. A further route has to be given an `at`: no default
/// could say which of two paths is meant.
pub(super) fn default_functions(number: usize, at: Option<&Ident>, span: Span) -> (Ident, Ident) {
    let ident = |text: &str| Ident::new(text, span);
    match at {
        _ if number == 0 => (ident("at"), ident("collection")),
        Some(at) => (ident(&format!("__graph_at_{number}")), format_ident!("{at}_collection")),
        None => (ident(&format!("__graph_at_{number}")), ident(&format!("__graph_at_{number}_collection"))),
    }
}

/// A name of something that is generated.
struct Generated<'n> {
    option: &'static str,
    name: &'n mut Ident,
    default: Ident,
    whose: String,
}

impl<'n> Generated<'n> {
    fn new(option: &'static str, name: &'n mut Ident, default: Ident, whose: impl Into<String>) -> Self {
        Self { option, name, default, whose: whose.into() }
    }
}

fn unique(mut taken: Vec<(String, String)>, mut names: Vec<Generated<'_>>, errors: &mut Errors) {
    // Default names come first: where one clashes with a chosen name, the chosen one is the mistake.
    names.sort_by_key(|generated| *generated.name != generated.default);
    for Generated { option, name, default, whose } in names {
        let text = name.to_string();
        if let Some((_, other)) = taken.iter().find(|(other, _)| *other == text) {
            if *name == default {
                // Two paths with one `at` also have one default for their collections. That is told at the `at`.
                *name = format_ident!("__graph_{}", taken.len());
            } else {
                errors.push(&*name, Diagnostic::GeneratedNameTwice { name: text, option, other: other.clone() });
                *name = default;
            }
        }
        taken.push((name.to_string(), whose));
    }
}

/// The wire name that `rename` gives.
pub(super) fn renamed(text: &LitStr, errors: &mut Errors) -> String {
    let wire = text.value();
    if wire.is_empty() {
        errors.push(text, Diagnostic::EmptyWireName);
    } else if wire.contains('@') {
        errors.push(text, Diagnostic::WireNameWithAt { text: wire.clone() });
    }
    wire
}
