//! The impls for the user's struct, resource or complex: the table, and in each function one line a property.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::partial::{accessors, unused};
use super::scope::StructScope;
use super::span::TypeSpan;
use super::tokens::{call, path, place, with_module};
use crate::input::Codec;

/// The implementations.
pub(super) fn impls(scope: &StructScope<'_>) -> TokenStream {
    let (short_names, modules) = (short_names(scope), with_modules(scope));
    let structured = if scope.model.is_broken { broken(scope) } else { structured(scope) };
    let serde = scope.serde(scope.model.input, scope.model.is_broken, "serialize_whole", "deserialize_whole");
    quote! {
        #short_names
        #modules
        #structured
        #serde
    }
}

/// Short names of the types that many functions repeat.
fn short_names(scope: &StructScope<'_>) -> TokenStream {
    scope.slots.iter().filter_map(|slot| slot.named.as_ref()).map(|(name, ty)| quote!(type #name = #ty;)).collect()
}

/// The table.
fn table(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let name = model.input.ident.unraw().to_string();
    let odata_type = match &model.options.odata_type {
        Some(name) => quote!(#runtime::Option::Some(#name)),
        None => quote!(#runtime::Option::None),
    };
    let rows = model.properties.iter().map(|property| {
        let (wire, flags) = (&property.wire, Literal::u16_unsuffixed(property.flags()));
        quote!(#runtime::row(#wire, #flags))
    });
    let open = model.additional().is_some();
    let aliases = model.properties.iter().enumerate().flat_map(|(row, property)| {
        property.aliases().map(move |(_, alias)| (Literal::usize_unsuffixed(row), alias.value()))
    });
    let (alias_rows, aliases): (Vec<_>, Vec<_>) = aliases.unzip();
    let with_aliases =
        (!aliases.is_empty()).then(|| quote!(.with_aliases(&[#(#runtime::alias(#aliases, #alias_rows)),*])));
    // A type that keeps what it does not name has all names.
    let with_names = (!open).then(|| {
        let names = model.properties.iter().map(|property| &property.wire);
        quote!(.with_names(&[#runtime::TYPE_KEY, #(#names,)* #(#aliases),*]))
    });
    quote! {
        const TYPE: &'static #runtime::TypeInfo =
            &#runtime::TypeInfo::new(#name, #odata_type, &[#(#rows),*], #open) #with_aliases #with_names;
    }
}

fn structured(scope: &StructScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.runtime);
    let (name, partial) = (&model.input.ident, &model.names.partial);
    let (this, new, stated) = ("self", "__graph_new", "__graph_partial");
    let idents: Vec<_> = scope.slots.iter().map(|slot| slot.ident).collect();
    let locals: Vec<_> = (0..idents.len()).map(|index| format_ident!("__graph_{index}")).collect();
    let completions = scope.slots.iter().map(|slot| {
        let (row, value) = (&slot.row, slot.field(stated));
        slot.call_for("__graph_completion.property", quote!(__graph_type, #row, #value))
    });
    let writes = scope.slots.iter().map(|slot| {
        let (row, value) = (&slot.row, slot.borrowed(this));
        if slot.is_key {
            let shown = slot.shown_key(runtime);
            slot.call_for("__graph_to.key", quote!(#row, #value, #shown))
        } else {
            slot.call_for("__graph_to.property", quote!(#row, #value))
        }
    });
    let applications = scope.slots.iter().map(|slot| {
        let (row, place, value) = (&slot.row, slot.borrowed_mut(this), slot.field(stated));
        slot.call_for("__graph_applying.apply", quote!(#row, #place, #value))
    });
    let differences = scope.slots.iter().map(|slot| {
        let (row, old, new) = (&slot.row, slot.borrowed(this), slot.borrowed(new));
        slot.init(slot.call_for("__graph_diffing.diff", quote!(#row, #old, #new)))
    });
    let additional = model.additional().map(|additional| (additional.ident, additional.ty));
    let accessors = additional.map(|(ident, ty)| accessors(ident, Some(ty), runtime));
    let (skipped, keeps) = (init_skipped(scope), keep_skipped(scope));
    let completed = init_additional(scope, |ident| quote!(__graph_completion.additional(__graph_partial.#ident)));
    let different = additional.map(|(ident, ty)| {
        let span = TypeSpan::of(ty);
        let map = |base| call(path(runtime, "AdditionalField::map", span), place("&", base, ident, span), span);
        let (old, new) = (map(this), map(new));
        quote!(#ident: __graph_diffing.additional(#old, #new),)
    });
    let etag = scope.etag().map(|slot| {
        let held = slot.call("ETagField::held", slot.borrowed(this), runtime);
        quote! {
            #[inline]
            fn etag(&self) -> #runtime::Option<&#runtime::ETag> {
                #held
            }
        }
    });
    let read_members = read_members(scope);
    let unused = unused(scope).map(|(ident, _)| quote!(#ident: #runtime::PhantomData,));
    let unbound = model.bindings().map(|bindings| quote!(#bindings: #runtime::Default::default(),));
    let types = types(scope);
    let items = quote! {
            #types
            #[inline]
            fn handles() -> Self::Props {
                Self::props()
            }
            #[inline]
            fn complete(
                __graph_partial: Self::Partial,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                let __graph_type = <Self as #runtime::Structured>::TYPE;
                let (#(#runtime::Option::Some(#locals),)*) = (#(#completions,)*) else {
                    return #runtime::Option::None;
                };
                #runtime::Option::Some(Self { #(#idents: #locals,)* #skipped #completed })
            }
            #read_members
            #[inline]
            fn write_properties<__GraphMap: #runtime::SerializeMap>(
                &self,
                __graph_to: &mut #runtime::ObjectWriter<'_, __GraphMap>,
            ) {
                #(#writes;)*
            }
            #[inline]
            fn apply_properties(&mut self, __graph_partial: Self::Partial, __graph_applying: &#runtime::Applying<Self>) {
                #(#applications;)*
            }
            #[inline]
            fn diff_properties(&self, __graph_new: &Self, __graph_diffing: &#runtime::Diffing<'_, Self>) -> Self::Partial {
                #partial { #(#differences,)* #different #unbound #unused }
            }
            #keeps
            #accessors
            #etag
    };
    scope.implement(&quote!(#runtime::Structured), name, &items)
}

/// The associated types, and the table.
fn types(scope: &StructScope<'_>) -> TokenStream {
    let names = &scope.model.names;
    let (partial, patch) = (scope.applied(&names.partial), scope.applied(&names.patch));
    let (props, table) = (scope.applied(&names.props), table(scope));
    quote! {
        type Partial = #partial;
        type Patch = #patch;
        type Props = #props;
        #table
    }
}

/// The field of the dynamic properties, made of a map.
fn init_additional(scope: &StructScope<'_>, map: impl FnOnce(&Ident) -> TokenStream) -> Option<TokenStream> {
    let additional = scope.model.additional()?;
    let (ident, span) = (additional.ident, TypeSpan::of(additional.ty));
    let field = call(path(&scope.runtime, "AdditionalField::of", span), map(ident), span);
    Some(quote!(#ident: #field))
}

/// The fields that are not of the wire: what is read has their defaults.
fn init_skipped(scope: &StructScope<'_>) -> TokenStream {
    let inits = scope.model.skipped.iter().map(|field| {
        let (ident, span) = (field.ident, TypeSpan::of(field.ty));
        let default = call(path(&scope.runtime, "Default::default", span), TokenStream::new(), span);
        quote!(#ident: #default,)
    });
    inits.collect()
}

/// How they are kept.
fn keep_skipped(scope: &StructScope<'_>) -> Option<TokenStream> {
    let runtime = &scope.runtime;
    let fields: Vec<_> = scope.model.skipped.iter().map(|field| field.ident).collect();
    (!fields.is_empty()).then(|| {
        quote! {
            fn keep_skipped(&mut self, __graph_from: &Self) {
                #(#runtime::Clone::clone_from(&mut self.#fields, &__graph_from.#fields);)*
            }
        }
    })
}

/// The reader: a local variable for each field, a loop that fills them, and the struct made of them.
fn read_members(scope: &StructScope<'_>) -> TokenStream {
    let runtime = &scope.runtime;
    let idents: Vec<_> = scope.slots.iter().map(|slot| slot.ident).collect();
    let locals: Vec<_> = (0..idents.len()).map(|index| format_ident!("__graph_{index}")).collect();
    let slots = || scope.slots.iter().zip(&locals);
    let reads = slots().map(|(slot, local)| slot.call_for("__graph_members.read_field", quote!(&mut #local)));
    let fields = slots().map(|(slot, local)| {
        let row = &slot.row;
        slot.call_for("__graph_members.field", quote!(#row, #local))
    });
    let rows = scope.slots.iter().map(|slot| &slot.row);
    let additional = init_additional(scope, |_| quote!(__graph_members.additional()));
    let skipped = init_skipped(scope);
    quote! {
        #[inline]
        fn read_members<'__graph_de, __GraphAccess: #runtime::MapAccess<'__graph_de>>(
            __graph_members: &mut #runtime::Members<'__graph_de, __GraphAccess>,
            __graph_out: &mut #runtime::Option<Self>,
        ) {
            #(let mut #locals = #runtime::Option::None;)*
            while let #runtime::Option::Some(__graph_index) = __graph_members.next() {
                match __graph_index {
                    #(#rows => #reads,)*
                    _ => {}
                }
            }
            if __graph_members.failed() {
                return;
            }
            if let (#(#runtime::Option::Some(#locals),)*) = (#(#fields,)*) {
                #runtime::fill(__graph_out, Self { #(#idents: #locals,)* #skipped #additional });
            }
        }
    }
}

/// The trait for an input with a mistake: nothing in it depends on the fields.
fn broken(scope: &StructScope<'_>) -> TokenStream {
    let runtime = &scope.runtime;
    let types = types(scope);
    let items = quote!(#types #runtime::broken_struct!(););
    scope.implement(&quote!(#runtime::Structured), &scope.model.input.ident, &items)
}

/// For each field marked `with`, a unit type that stands for the module.
fn with_modules(scope: &StructScope<'_>) -> TokenStream {
    let runtime = &scope.runtime;
    let modules = scope.model.properties.iter().enumerate().filter_map(|(index, property)| match &property.codec {
        Codec::With(module) => Some((with_module(index), module, property.value())),
        Codec::Native | Codec::Opaque => None,
    });
    modules
        .map(|(name, module, ty)| {
            // Errors in the functions are reported at the path to their module.
            let span = Span::call_site().located_at(module.span());
            let deserialize = quote_spanned!(span=> #module::deserialize(__graph_from));
            let serialize = quote_spanned!(span=> #module::serialize(__graph_value, __graph_to));
            quote! {
                struct #name;
                impl #runtime::WithModule for #name {
                    type Value = #ty;
                    #[inline]
                    fn deserialize<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(__graph_from: __GraphD)
                        -> #runtime::Result<Self::Value, __GraphD::Error>
                    {
                        #deserialize
                    }
                    #[inline]
                    fn serialize<__GraphS: #runtime::Serializer>(__graph_value: &Self::Value, __graph_to: __GraphS)
                        -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
                    {
                        #serialize
                    }
                }
            }
        })
        .collect()
}
