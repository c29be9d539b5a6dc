//! The tree of a union.

use quote::quote;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitStr, Type, Variant};

use super::attr::is_ours;
use super::container::{Container, PathOptions, qualified_name};
use super::names::{Items, Names};
use super::options::{Options, VariantOptions};
use super::route::Route;
use super::site::Site;
use super::structure::Kind;
use super::types::{ends_in, inside_box, is_no_object, peeled, plain_path};
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// A base type and the types derived from it.
pub(crate) struct Union<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) options: Container,
    pub(crate) names: Names,
    /// Where it is served, the primary route first. A complex value has none.
    pub(crate) routes: Vec<Route>,
    pub(crate) variants: Vec<UnionVariant<'i>>,
    /// The options of all variants, also of those whose shape is a mistake.
    pub(crate) options_of_variants: Vec<VariantOptions>,
    /// Whether an error already points at a variant that may be meant to be `unknown`.
    pub(crate) hinted: bool,
    /// Whether the input has a mistake. Its expansion only has to cause no further errors.
    pub(crate) is_broken: bool,
}

/// A variant: one of the types.
pub(crate) struct UnionVariant<'i> {
    pub(crate) ident: &'i Ident,
    /// The type of the value, without the `Box` around it.
    pub(crate) payload: &'i Type,
    pub(crate) is_boxed: bool,
    /// The qualified name with a leading `#`, and where it is written.
    pub(crate) odata_type: Option<(String, LitStr)>,
    /// Whether it has the option `odata_type`, with a value or without.
    pub(crate) names_type: bool,
    pub(crate) is_unknown: bool,
    /// The variant's attributes, unless it is left out of the check against the metadata.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) checked: Option<&'i [Attribute]>,
}

impl<'i> Union<'i> {
    /// Reads the input. `None` where nothing can be made of its shape.
    pub(crate) fn read(input: &'i DeriveInput, errors: &mut Errors) -> Option<Self> {
        let options = Container::read(&input.attrs, Site::Union, errors);
        let name = input.ident.to_string();
        let data = match &input.data {
            Data::Enum(data) => data,
            Data::Struct(data) => {
                errors.push(data.struct_token, Diagnostic::NeedsUnion { name, shape: "a struct" });
                return None;
            }
            Data::Union(data) => {
                errors.push(data.union_token, Diagnostic::NeedsUnion { name, shape: "a union" });
                return None;
            }
        };
        for parameter in input.generics.lifetimes() {
            errors.push(parameter, Diagnostic::Lifetime);
        }
        let mut variants: Vec<UnionVariant<'_>> = Vec::with_capacity(data.variants.len());
        let mut options_of_variants = Vec::with_capacity(data.variants.len());
        let mut hinted = false;
        for variant in &data.variants {
            let of_variant = VariantOptions::read(&variant.attrs, Site::UnionVariant, errors);
            let odata_type = of_variant.odata_type.get();
            let odata_type = odata_type.and_then(|text| Some((qualified_name(text, errors)?, text.clone())));
            // An unknown option may be meant to be `odata_type` or `unknown`.
            let is_unread = of_variant.is_unread;
            let names_type = of_variant.odata_type.is_named() || is_unread;
            let is_unknown = of_variant.unknown.is_set() || (is_unread && holds_an_object(variant));
            hinted |= is_unread;
            let is_unchecked = of_variant.unchecked.is_set();
            options_of_variants.push(of_variant);
            let mut inside = variant.fields.iter().flat_map(|field| &field.attrs);
            if let Some(attribute) = inside.find(|attribute| is_ours(attribute)) {
                errors.push(attribute, Diagnostic::OptionsInVariant);
                hinted = true;
                continue;
            }
            if is_unknown && variants.iter().any(|other| other.is_unknown) {
                errors.push(&variant.ident, Diagnostic::UnknownTwice);
            }
            let Some(payload) = payload(variant, is_unknown, errors) else {
                hinted |= is_unknown;
                continue;
            };
            let unboxed = inside_box(payload);
            variants.push(UnionVariant {
                ident: &variant.ident,
                payload: unboxed.unwrap_or_else(|| peeled(payload)),
                is_boxed: unboxed.is_some(),
                odata_type,
                names_type,
                is_unknown,
                checked: (!is_unchecked).then_some(&*variant.attrs),
            });
        }
        let names = Names::choose(&input.ident, &options, Items::Union, errors);
        let is_served = options.paths.iter().any(PathOptions::is_given);
        let routes = if is_served { Route::read_all(&options, &input.ident, errors) } else { Vec::new() };
        Some(Self { input, options, names, routes, variants, options_of_variants, hinted, is_broken: false })
    }

    /// The kind of the union: a resource if it has a path.
    pub(crate) fn kind(&self) -> Kind {
        if self.routes.is_empty() { Kind::Complex } else { Kind::Resource }
    }

    /// The variant that keeps unknown types.
    pub(crate) fn unknown(&self) -> Option<usize> {
        self.variants.iter().position(|variant| variant.is_unknown)
    }

    /// The variant of the base type, which has no `odata_type`.
    pub(crate) fn base(&self) -> Option<usize> {
        self.variants.iter().position(UnionVariant::is_base)
    }
}

impl UnionVariant<'_> {
    pub(crate) fn is_base(&self) -> bool {
        !self.names_type && !self.is_unknown
    }
}

/// Whether the variant holds a map, as the `unknown` variant does.
fn holds_an_object(variant: &Variant) -> bool {
    let mut fields = variant.fields.iter();
    fields.any(|field| plain_path(&field.ty).is_some_and(|path| ends_in(path, "Map")))
}

/// The type of the value in the variant.
fn payload<'i>(variant: &'i Variant, is_unknown: bool, errors: &mut Errors) -> Option<&'i Type> {
    let payload = match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0].ty,
        fields => {
            let mistake = if is_unknown {
                Diagnostic::UnknownObjectShape
            } else {
                Diagnostic::VariantWithoutType { name: variant.ident.to_string() }
            };
            let ident = &variant.ident;
            errors.push(quote!(#ident #fields), mistake);
            return None;
        }
    };
    if is_unknown && is_no_object(payload) {
        errors.push(payload, Diagnostic::UnknownObjectShape);
    }
    Some(payload)
}
