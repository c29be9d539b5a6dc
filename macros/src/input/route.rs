//! The paths that a resource is served at.

use proc_macro2::Span;
use quote::format_ident;
use syn::{Ident, LitStr};

use super::container::{Container, PathOptions};
use super::names::{Generated, unique};
use super::path::{self, Template};
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// A path, and the functions that start there.
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub(crate) struct Route {
    pub(crate) template: Template,
    /// Whether the path was given without a mistake.
    pub(crate) is_sound: bool,
    /// The path as it was written, where there is one.
    pub(crate) literal: Option<LitStr>,
    /// Whether the path is left out of the check against the metadata.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) is_unchecked: bool,
    pub(crate) at: Ident,
    pub(crate) collection: Ident,
    pub(crate) is_at_given: bool,
    pub(crate) is_collection_given: bool,
}

impl Route {
    /// Whether the path ends in a key, so that there is a collection.
    pub(crate) fn has_key(&self) -> bool {
        self.template.key_segment().is_some()
    }

    /// The routes, the primary one first. A path with a mistake is read as far as possible; a missing path is taken for
    /// `/<id>`.
    pub(super) fn read_all(options: &Container, ident: &Ident, errors: &mut Errors) -> Vec<Self> {
        let numbered = options.paths.iter().enumerate();
        let mut routes: Vec<_> = numbered.map(|(number, options)| read(number, options, ident, errors)).collect();
        choose_functions(&mut routes, errors);
        routes
    }
}

fn read(number: usize, options: &PathOptions, ident: &Ident, errors: &mut Errors) -> Route {
    let literal = options.path.get();
    let (template, mistakes) = match literal {
        Some(literal) => path::parse(&literal.value()),
        None => (path::parse("/<id>").0, Vec::new()),
    };
    if literal.is_none() && !options.path.is_named() && !options.is_unread {
        errors.push(ident, Diagnostic::PathMissing { name: ident.to_string() });
    }
    let is_sound = literal.is_some() && mistakes.is_empty();
    for mistake in mistakes {
        errors.push(literal, Diagnostic::Path(mistake));
    }
    let (at, collection) = default_functions(number, options.at.as_ref(), ident.span());
    Route {
        template,
        is_sound,
        literal: literal.cloned(),
        is_unchecked: options.is_unchecked,
        is_at_given: options.at.is_some(),
        is_collection_given: options.collection.is_some(),
        at: options.at.clone().unwrap_or(at),
        collection: options.collection.clone().unwrap_or(collection),
    }
}

/// The names of the functions where requests start, each different from the others.
fn choose_functions(routes: &mut [Route], errors: &mut Errors) {
    let mut functions = Vec::new();
    for (number, route) in routes.iter_mut().enumerate() {
        let place = if number == 0 { String::new() } else { format!(" at `{}`", route.template) };
        // A collection's default name is made of the given `at`. A clash of that name is reported at the `at`.
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
    unique(vec![props], functions, errors);
}

/// The default names of the functions of the route with this number. A further route has to be given an `at`: no default
/// could say which of two paths is meant.
fn default_functions(number: usize, at: Option<&Ident>, span: Span) -> (Ident, Ident) {
    let ident = |text: &str| Ident::new(text, span);
    match at {
        _ if number == 0 => (ident("at"), ident("collection")),
        Some(at) => (ident(&format!("__graph_at_{number}")), format_ident!("{at}_collection")),
        None => (ident(&format!("__graph_at_{number}")), ident(&format!("__graph_at_{number}_collection"))),
    }
}
