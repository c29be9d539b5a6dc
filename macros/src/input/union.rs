//! The tree of a union.

use syn::{Data, DeriveInput, Fields, Ident, LitStr, PathArguments, Type};

use super::{Kind, Names, Served, peeled, read_paths};
use crate::attr::UNION;
use crate::attr::container::{ContainerOptions, PathOptions};
use crate::attr::variant::UnionVariantOptions;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::spot::Spot;
use crate::trees::Trees;

/// A base type and the types derived from it.
pub(crate) struct Union<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) options: ContainerOptions,
    pub(crate) names: Names,
    /// Where it is served, the primary path first; none of a complex value.
    pub(crate) paths: Vec<Served>,
    pub(crate) variants: Vec<UnionVariant<'i>>,
    /// Whether a variant was told that it might be the one for unknown types.
    pub(crate) hinted: bool,
    /// Whether the input has a mistake: what is emitted then only has to be free of others.
    pub(crate) is_broken: bool,
}

/// A variant: one of the types.
pub(crate) struct UnionVariant<'i> {
    pub(crate) ident: &'i Ident,
    /// The type of the value, without the `Box` around it.
    pub(crate) payload: &'i Type,
    pub(crate) is_boxed: bool,
    /// Where the payload's type stands.
    pub(crate) spot: Spot,
    /// The qualified name with a leading `#`, and where it is written.
    pub(crate) odata_type: Option<(String, LitStr)>,
    /// Whether it has the option, rightly or wrongly.
    pub(crate) names_type: bool,
    pub(crate) is_unknown: bool,
}

impl<'i> Union<'i> {
    /// Reads the input. `None` where it is of a shape that nothing can be made of.
    pub(crate) fn read(input: &'i DeriveInput, errors: &mut Errors) -> Option<Self> {
        let options = ContainerOptions::read(&input.attrs, UNION, errors);
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
        let mut hinted = false;
        for variant in &data.variants {
            let of_variant = UnionVariantOptions::read(&variant.attrs, errors);
            let mut inside = variant.fields.iter().flat_map(|field| &field.attrs);
            if let Some(attribute) = inside.find(|attribute| attribute.path().is_ident("graph_resource")) {
                errors.push(attribute, Diagnostic::OptionsInVariant);
                hinted = true;
                continue;
            }
            let is_unknown = of_variant.unknown.is_set();
            if is_unknown && variants.iter().any(|other| other.is_unknown) {
                errors.push(&variant.ident, Diagnostic::UnknownTwice);
            }
            let payload = match &variant.fields {
                Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0].ty,
                fields => {
                    let mistake = if is_unknown {
                        Diagnostic::UnknownObjectShape
                    } else {
                        Diagnostic::VariantWithoutType { name: variant.ident.to_string() }
                    };
                    let ident = &variant.ident;
                    errors.push(quote::quote!(#ident #fields), mistake);
                    hinted |= is_unknown;
                    continue;
                }
            };
            if is_unknown && is_no_object(payload) {
                errors.push(payload, Diagnostic::UnknownObjectShape);
            }
            let unboxed = inside_box(payload);
            let payload = unboxed.unwrap_or_else(|| peeled(payload));
            variants.push(UnionVariant {
                ident: &variant.ident,
                payload,
                is_boxed: unboxed.is_some(),
                spot: Spot::of(payload),
                odata_type: of_variant.odata_type,
                names_type: of_variant.names_type,
                is_unknown,
            });
        }
        let names = Names::of(&input.ident, Some(&options));
        let is_served = options.paths.iter().any(PathOptions::is_given);
        let paths = if is_served { read_paths(&options, input, errors) } else { Vec::new() };
        Some(Self { input, options, names, paths, variants, hinted, is_broken: false })
    }

    /// Where the runtime is found, by the items that stand beside the enum.
    pub(crate) fn runtime(&self) -> Trees {
        let runtime = &self.options.runtime;
        quote::quote!(#runtime::__private).into()
    }

    /// What it is: an entity where it has a path.
    pub(crate) fn kind(&self) -> Kind {
        if self.paths.is_empty() { Kind::Complex } else { Kind::Resource }
    }

    /// The variant that keeps unknown types.
    pub(crate) fn unknown(&self) -> Option<usize> {
        self.variants.iter().position(|variant| variant.is_unknown)
    }

    /// The variant of the base type: the one without a name of its own.
    pub(crate) fn base(&self) -> Option<usize> {
        self.variants.iter().position(UnionVariant::is_base)
    }
}

impl UnionVariant<'_> {
    pub(crate) fn is_base(&self) -> bool {
        !self.names_type && !self.is_unknown
    }
}

/// The `T` of a `Box<T>` that is written literally.
fn inside_box(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peeled(ty) else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Box")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        syn::GenericArgument::Type(inner) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// Whether the type is one that people write by mistake, by its name. Whether any other is an object, the compiler says.
fn is_no_object(ty: &Type) -> bool {
    let Type::Path(path) = peeled(ty) else { return true };
    path.path.segments.last().is_some_and(|segment| segment.ident == "String" || segment.ident == "Value")
}
