//! The tree of an enumeration.

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, Ident, LitStr};

use super::checked_wire_name;
use crate::attr::ENUM;
use crate::attr::container::ContainerOptions;
use crate::attr::variant::VariantOptions;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::trees::Trees;

/// An enumeration.
pub(crate) struct Enumeration<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) options: ContainerOptions,
    pub(crate) members: Vec<Member<'i>>,
    /// The variant that keeps unknown members.
    pub(crate) unknown: Option<&'i Ident>,
    /// Whether a variant was told that it might be the one.
    pub(crate) hinted: bool,
    /// Whether the input has a mistake: what is emitted then only has to be free of others.
    pub(crate) is_broken: bool,
}

/// A member of an enumeration.
pub(crate) struct Member<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) wire: String,
    pub(crate) rename: Option<LitStr>,
}

impl<'i> Enumeration<'i> {
    /// Reads the input. `None` where it is of a shape that nothing can be made of.
    pub(crate) fn read(input: &'i DeriveInput, errors: &mut Errors) -> Option<Self> {
        let options = ContainerOptions::read(&input.attrs, ENUM, errors);
        let name = input.ident.to_string();
        let data = match &input.data {
            Data::Enum(data) => data,
            Data::Struct(data) => {
                errors.push(data.struct_token, Diagnostic::NeedsEnum { name, shape: "a struct" });
                return None;
            }
            Data::Union(data) => {
                errors.push(data.union_token, Diagnostic::NeedsEnum { name, shape: "a union" });
                return None;
            }
        };
        let mut has_lifetimes = false;
        for parameter in input.generics.lifetimes() {
            errors.push(parameter, Diagnostic::Lifetime);
            has_lifetimes = true;
        }
        let mut members = Vec::with_capacity(data.variants.len());
        let mut unknown = None;
        let mut hinted = false;
        for variant in &data.variants {
            let of_variant = VariantOptions::read(&variant.attrs, errors);
            let mut inside = variant.fields.iter().flat_map(|field| &field.attrs);
            if let Some(attribute) = inside.find(|attribute| attribute.path().is_ident("graph_resource")) {
                errors.push(attribute, Diagnostic::OptionsInVariant);
                hinted = true;
                continue;
            }
            if of_variant.unknown.is_set() {
                let shape_matters = !has_lifetimes;
                crate::check::unknown_variant(variant, &of_variant, unknown.is_some(), shape_matters, errors);
                unknown.get_or_insert(&variant.ident);
                continue;
            }
            if !matches!(variant.fields, Fields::Unit) {
                errors.push(&variant.fields, Diagnostic::VariantWithFields { name: variant.ident.to_string() });
                hinted = true;
                continue;
            }
            let wire = match of_variant.rename.get() {
                Some(text) => checked_wire_name(text, errors),
                None => options.case.of_variant(&variant.ident.unraw().to_string()),
            };
            members.push(Member { ident: &variant.ident, wire, rename: of_variant.rename.get().cloned() });
        }
        Some(Self { input, options, members, unknown, hinted, is_broken: false })
    }

    /// Where the runtime is found, by the items that stand beside the struct.
    pub(crate) fn runtime(&self) -> Trees {
        let runtime = &self.options.runtime;
        quote::quote!(#runtime::__private).into()
    }
}
