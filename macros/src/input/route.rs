//! The paths that a resource is served at.

use syn::{Ident, LitStr};

use super::container::{Container, PathOptions};
use super::names::{Items, choose_functions, default_functions};
use super::path::{self, Template};
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// A path, and the functions that start there.
pub(crate) struct Route {
    pub(crate) template: Template,
    /// Whether the path was given without a mistake.
    pub(crate) is_sound: bool,
    /// The path as it was written, where there is one.
    pub(crate) literal: Option<LitStr>,
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
    pub(super) fn read_all(options: &Container, ident: &Ident, items: Items, errors: &mut Errors) -> Vec<Self> {
        let numbered = options.paths.iter().enumerate();
        let mut routes: Vec<_> = numbered.map(|(number, options)| read(number, options, ident, errors)).collect();
        choose_functions(&mut routes, items, errors);
        routes
    }
}

fn read(number: usize, options: &PathOptions, ident: &Ident, errors: &mut Errors) -> Route {
    let literal = options.path.get();
    let (template, mistakes) = match literal {
        Some(literal) => path::parse(&literal.value()),
        None => (path::parse("/<id>").0, Vec::new()),
    };
    if literal.is_none() && !options.path.is_named() {
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
        is_at_given: options.at.is_some(),
        is_collection_given: options.collection.is_some(),
        at: options.at.clone().unwrap_or(at),
        collection: options.collection.clone().unwrap_or(collection),
    }
}
