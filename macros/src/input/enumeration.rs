//! The tree of an enumeration.

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, Ident, LitStr, Variant};

use super::attr::is_ours;
use super::container::Container;
use super::names::member_name;
use super::options::{Options, VariantOptions};
use super::site::Site;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// An enumeration.
pub(crate) struct Enumeration<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) options: Container,
    pub(crate) members: Vec<Member<'i>>,
    /// The variants marked `unknown`. More than one is a mistake.
    pub(crate) marked_unknown: Vec<UnknownMember<'i>>,
    /// Whether an error already points at a variant that may be meant to be `unknown`.
    pub(crate) hinted: bool,
    /// Whether the input has a mistake. Its expansion only has to cause no further errors.
    pub(crate) is_broken: bool,
}

/// A member of an enumeration.
pub(crate) struct Member<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) wire: String,
    pub(crate) rename: Option<LitStr>,
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) variant: &'i Variant,
    /// Whether it is left out of the check against the metadata.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) is_unchecked: bool,
}

/// A variant that keeps the names of unknown members.
pub(crate) struct UnknownMember<'i> {
    pub(crate) variant: &'i Variant,
    pub(crate) options: VariantOptions,
}

impl<'i> Enumeration<'i> {
    /// Reads the input. `None` where nothing can be made of its shape.
    pub(crate) fn read(input: &'i DeriveInput, errors: &mut Errors) -> Option<Self> {
        let options = Container::read(&input.attrs, Site::Enum, errors);
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
        for parameter in input.generics.lifetimes() {
            errors.push(parameter, Diagnostic::Lifetime);
        }
        let mut members = Vec::with_capacity(data.variants.len());
        let mut marked_unknown = Vec::new();
        let mut hinted = false;
        for variant in &data.variants {
            let of_variant = VariantOptions::read(&variant.attrs, Site::Variant, errors);
            let mut inside = variant.fields.iter().flat_map(|field| &field.attrs);
            if let Some(attribute) = inside.find(|attribute| is_ours(attribute)) {
                errors.push(attribute, Diagnostic::OptionsInVariant);
                hinted = true;
                continue;
            }
            // An unknown option may be meant to be `unknown`.
            hinted |= of_variant.is_unread;
            if of_variant.unknown.is_set() || (of_variant.is_unread && variant.fields.len() == 1) {
                marked_unknown.push(UnknownMember { variant, options: of_variant });
                continue;
            }
            if !matches!(variant.fields, Fields::Unit) {
                errors.push(&variant.fields, Diagnostic::VariantWithFields { name: variant.ident.to_string() });
                hinted = true;
                continue;
            }
            let wire = match of_variant.rename.get() {
                Some(text) => member_name(text, errors),
                None => options.case.of_variant(&variant.ident.unraw().to_string()),
            };
            members.push(Member {
                ident: &variant.ident,
                wire,
                rename: of_variant.rename.get().cloned(),
                variant,
                is_unchecked: of_variant.unchecked.is_set(),
            });
        }
        Some(Self { input, options, members, marked_unknown, hinted, is_broken: false })
    }

    /// The variant that keeps the names of unknown members.
    pub(crate) fn unknown(&self) -> Option<&'i Ident> {
        self.marked_unknown.first().map(|unknown| &unknown.variant.ident)
    }
}
