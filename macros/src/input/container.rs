//! `#[graph_resource(...)]` on a type.

use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr};

use super::{Place, Slot, identifier, read_all};
use crate::case::Case;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::path::is_qualified_name;
use crate::suggest;

/// What stands on a type.
pub(crate) struct ContainerOptions {
    /// Where it is served. The first is always there, though its path may not be.
    pub(crate) paths: Vec<PathOptions>,
    pub(crate) odata_type: Option<String>,
    pub(crate) case: Case,
    pub(crate) partial: Option<Ident>,
    pub(crate) patch: Option<Ident>,
    pub(crate) props: Option<Ident>,
    /// Where the runtime is found.
    pub(crate) runtime: proc_macro2::TokenStream,
}

/// A path, and the names of the functions that start there.
pub(crate) struct PathOptions {
    pub(crate) path: Slot<LitStr>,
    pub(crate) at: Option<Ident>,
    pub(crate) collection: Option<Ident>,
}

impl PathOptions {
    /// Whether there is any of the three.
    pub(crate) fn is_given(&self) -> bool {
        self.path.is_named() || self.at.is_some() || self.collection.is_some()
    }
}

/// The same, before the names are read as such.
struct PathSlots {
    path: Slot<LitStr>,
    at: Slot<LitStr>,
    collection: Slot<LitStr>,
}

impl PathSlots {
    const fn new() -> Self {
        Self { path: Slot::new("path"), at: Slot::new("at"), collection: Slot::new("collection") }
    }

    fn absorb(&mut self, other: Self, errors: &mut Errors) {
        self.path.absorb(other.path, errors);
        self.at.absorb(other.at, errors);
        self.collection.absorb(other.collection, errors);
    }

    fn read(self, errors: &mut Errors) -> PathOptions {
        let name =
            |slot: &Slot<LitStr>, errors: &mut Errors| slot.get().and_then(|text| identifier(text, slot.name, errors));
        PathOptions { at: name(&self.at, errors), collection: name(&self.collection, errors), path: self.path }
    }
}

/// A path, bare or in a string.
struct CratePath(syn::Path);

impl Parse for CratePath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse::<LitStr>()?.parse_with(syn::Path::parse_mod_style).map(Self);
        }
        input.call(syn::Path::parse_mod_style).map(Self)
    }
}

impl ContainerOptions {
    pub(crate) fn read(attributes: &[Attribute], place: Place, errors: &mut Errors) -> Self {
        let mut paths = vec![PathSlots::new()];
        let mut odata_type = Slot::<LitStr>::new("odata_type");
        let mut rename_all = Slot::<LitStr>::new("rename_all");
        let mut names = ["partial", "patch", "props"].map(Slot::<LitStr>::new);
        let mut runtime = Slot::<CratePath>::new("crate");
        for attribute in attributes {
            let mut here = PathSlots::new();
            read_all(core::slice::from_ref(attribute), place, errors, |name, meta, errors| {
                match name {
                    "path" => here.path.value(meta, "\"/users/<id>\"", errors)?,
                    "at" => here.at.value(meta, "\"Name\"", errors)?,
                    "collection" => here.collection.value(meta, "\"Name\"", errors)?,
                    "odata_type" => odata_type.value(meta, "\"microsoft.graph.user\"", errors)?,
                    "rename_all" => rename_all.value(meta, "\"camelCase\"", errors)?,
                    "crate" => runtime.value(meta, "::graph_resource", errors)?,
                    _ => match names.iter_mut().find(|slot| slot.name == name) {
                        Some(slot) => slot.value(meta, "\"Name\"", errors)?,
                        None => return Ok(false),
                    },
                }
                Ok(true)
            });
            // An attribute with a path of its own speaks of that path; one without, of the first.
            if here.path.is_named() && paths[0].path.is_named() {
                paths.push(here);
            } else {
                paths[0].absorb(here, errors);
            }
        }
        let [partial, patch, props] = names.map(|slot| slot.get().and_then(|text| identifier(text, slot.name, errors)));
        Self {
            odata_type: odata_type.get().and_then(|text| qualified_name(text, errors)),
            case: rename_all.get().and_then(|text| case(text, errors)).unwrap_or_default(),
            paths: paths.into_iter().map(|slots| slots.read(errors)).collect(),
            partial,
            patch,
            props,
            runtime: runtime.get().map_or_else(|| quote!(::graph_resource), |CratePath(path)| quote!(#path)),
        }
    }
}

fn case(text: &LitStr, errors: &mut Errors) -> Option<Case> {
    let name = text.value();
    let case = Case::of(&name);
    if case.is_none() {
        let near = suggest::nearest(&name, Case::ALL.map(|(name, _)| name));
        errors.push(text, Diagnostic::UnknownCase { text: name, near });
    }
    case
}

/// A qualified OData name, with a leading `#`: `#microsoft.graph.user`.
pub(crate) fn qualified_name(text: &LitStr, errors: &mut Errors) -> Option<String> {
    let value = text.value();
    let name = value.strip_prefix('#').unwrap_or(&value);
    if is_qualified_name(name) {
        return Some(format!("#{name}"));
    }
    errors.push(text, Diagnostic::NotAnODataType { text: value });
    None
}
