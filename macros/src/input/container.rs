//! The options of a type, with their values read.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Ident, LitStr};

use super::attr::{Attr, CratePath};
use super::case::Case;
use super::options::{Options, TypeOptions};
use super::path::is_qualified_name;
use super::site::Site;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::suggest;

/// The options of a type, with their values read.
pub(crate) struct Container {
    /// The paths where the type is served. The first one is always there, though its path may be missing.
    pub(super) paths: Vec<PathOptions>,
    /// With a leading `#`.
    pub(crate) odata_type: Option<String>,
    /// The options that ask for a check against the metadata.
    pub(crate) schema: SchemaOptions,
    pub(super) case: Case,
    pub(super) partial: Option<Ident>,
    pub(super) patch: Option<Ident>,
    pub(super) props: Option<Ident>,
    /// Of a union, the base type where no variant is of it.
    pub(crate) base: Option<CratePath>,
    /// The path of the crate `graph_resource`.
    runtime: TokenStream,
}

/// The options that ask for a check against the metadata.
pub(crate) struct SchemaOptions {
    /// The version of the metadata. Without it, nothing is checked.
    pub(crate) version: Option<LitStr>,
    /// The national cloud where the type is used.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) cloud: Option<LitStr>,
    /// The type's qualified name, as it was written.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) odata_type: Option<LitStr>,
}

/// A path, and the names of the functions that start there.
pub(super) struct PathOptions {
    pub(super) path: Attr<LitStr>,
    pub(super) at: Option<Ident>,
    pub(super) collection: Option<Ident>,
    /// Whether the path is left out of the check against the metadata.
    pub(super) is_unchecked: bool,
    /// Whether the attributes hold something that is no option, and may be meant to be the path.
    pub(super) is_unread: bool,
}

impl PathOptions {
    fn of(options: TypeOptions, errors: &mut Errors) -> Self {
        let TypeOptions { path, at, collection, unchecked, is_unread, .. } = options;
        Self {
            path,
            at: at.identifier(errors),
            collection: collection.identifier(errors),
            is_unchecked: unchecked.is_set(),
            is_unread,
        }
    }

    /// Whether a path, or the name of a function that starts there, is given.
    pub(super) fn is_given(&self) -> bool {
        self.path.is_named() || self.at.is_some() || self.collection.is_some()
    }
}

impl Container {
    pub(super) fn read(attributes: &[Attribute], site: Site, errors: &mut Errors) -> Self {
        let mut first = TypeOptions::new();
        let mut further = Vec::new();
        for attribute in attributes {
            let mut here = TypeOptions::read(core::slice::from_ref(attribute), site, errors);
            // These belong to the path in the same attribute. Without one, they belong to the first path.
            if here.path.is_named() && first.path.is_named() {
                let mut names = TypeOptions::new();
                core::mem::swap(&mut names.path, &mut here.path);
                core::mem::swap(&mut names.at, &mut here.at);
                core::mem::swap(&mut names.collection, &mut here.collection);
                core::mem::swap(&mut names.unchecked, &mut here.unchecked);
                further.push(names);
            }
            first.absorb(here, errors);
        }
        Self {
            odata_type: first.odata_type.get().and_then(|text| qualified_name(text, errors)),
            schema: SchemaOptions {
                version: first.schema.get().cloned(),
                cloud: first.cloud.get().cloned(),
                odata_type: first.odata_type.get().cloned(),
            },
            case: first.rename_all.get().and_then(|text| case(text, errors)).unwrap_or_default(),
            partial: first.partial.identifier(errors),
            patch: first.patch.identifier(errors),
            props: first.props.identifier(errors),
            base: first.base.get().cloned(),
            runtime: first.runtime.get().map_or_else(|| quote!(::graph_resource), ToTokens::to_token_stream),
            paths: [first].into_iter().chain(further).map(|options| PathOptions::of(options, errors)).collect(),
        }
    }

    /// The path of the module of the runtime that expansions call. Its name has the version, so that a runtime of another
    /// release is refused by name.
    pub(crate) fn runtime(&self) -> TokenStream {
        let runtime = &self.runtime;
        let private = format_ident!("__private_{}", env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_"));
        quote!(#runtime::#private)
    }
}

fn case(text: &LitStr, errors: &mut Errors) -> Option<Case> {
    let name = text.value();
    let case = Case::of(&name);
    if case.is_none() {
        let near = suggest::nearest(&name, Case::NAMES.iter().copied());
        errors.push(text, Diagnostic::UnknownCase { text: name, near, choices: &Case::NAMES });
    }
    case
}

/// A qualified OData name, with a leading `#`: `#microsoft.graph.user`.
pub(super) fn qualified_name(text: &LitStr, errors: &mut Errors) -> Option<String> {
    let value = text.value();
    let name = value.strip_prefix('#').unwrap_or(&value);
    if is_qualified_name(name) {
        return Some(format!("#{name}"));
    }
    errors.push(text, Diagnostic::NotAnODataType { text: value });
    None
}
