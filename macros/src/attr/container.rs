//! `#[graph_resource(...)]` on a type.

use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr};

use super::{Place, Slot, identifier, read_all};
use crate::case::Case;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::suggest;

/// What stands on a type.
pub(crate) struct ContainerOptions {
    pub(crate) path: Slot<LitStr>,
    pub(crate) odata_type: Option<String>,
    pub(crate) case: Case,
    pub(crate) partial: Option<Ident>,
    pub(crate) patch: Option<Ident>,
    pub(crate) props: Option<Ident>,
    pub(crate) at: Option<Ident>,
    pub(crate) collection: Option<Ident>,
    /// Where the runtime is found.
    pub(crate) runtime: proc_macro2::TokenStream,
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
        let mut path = Slot::<LitStr>::new("path");
        let mut odata_type = Slot::<LitStr>::new("odata_type");
        let mut rename_all = Slot::<LitStr>::new("rename_all");
        let mut names = ["partial", "patch", "props", "at", "collection"].map(Slot::<LitStr>::new);
        let mut runtime = Slot::<CratePath>::new("crate");
        read_all(attributes, place, errors, |name, meta, errors| {
            match name {
                "path" => path.value(meta, "\"/users/<id>\"", errors)?,
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
        let [partial, patch, props, at, collection] =
            names.map(|slot| slot.get().and_then(|text| identifier(text, slot.name, errors)));
        Self {
            odata_type: odata_type.get().and_then(|text| qualified_name(text, errors)),
            case: rename_all.get().and_then(|text| case(text, errors)).unwrap_or_default(),
            path,
            partial,
            patch,
            props,
            at,
            collection,
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
    let mut parts = name.split('.');
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    if name.contains('.') && parts.all(is_part) {
        return Some(format!("#{name}"));
    }
    errors.push(text, Diagnostic::NotAnODataType { text: value });
    None
}
