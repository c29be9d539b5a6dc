//! What is implemented for the user's struct, resource or complex: the table, and a line for each property.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Generics, Ident};

use super::partial::{accessors, deserialize};
use super::runtime;
use super::tokens::{borrowed, borrowed_mut, call, call_for, field, init, key, path, place, row, with_module};
use crate::model::{Codec, Structured};
use crate::spot::Spot;
use crate::trees::Trees;

/// The implementations.
pub(super) fn impls(model: &Structured<'_>, generics: &Generics, slots: &[Trees]) -> TokenStream {
    let runtime = runtime();
    let name = &model.input.ident;
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let deserialize =
        deserialize(generics, &quote!(#name), &quote!(#runtime::deserialize_whole(__graph_from)), &runtime);
    let table = table(model, &runtime);
    let modules = with_modules(model, &runtime);
    let structured =
        if model.is_broken { stub(model, generics, &runtime) } else { structured(model, generics, slots, &runtime) };
    quote! {
        #table
        #modules
        #structured
        #[automatically_derived]
        impl #impl_generics #runtime::Serialize for #name #type_generics #clause {
            #[inline]
            fn serialize<__GraphS: #runtime::Serializer>(&self, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::serialize_whole(self, __graph_to)
            }
        }
        #deserialize
    }
}

fn table(model: &Structured<'_>, runtime: &Trees) -> TokenStream {
    let name = model.input.ident.unraw().to_string();
    let odata_type = match &model.options.odata_type {
        Some(name) => quote!(#runtime::Option::Some(#name)),
        None => quote!(#runtime::Option::None),
    };
    let rows = model.properties.iter().map(|property| {
        let (wire, flags) = (&property.wire, proc_macro2::Literal::u8_unsuffixed(property.flags()));
        quote!(#runtime::row(#wire, #flags))
    });
    let open = model.additional.is_some();
    quote! {
        const __GRAPH_ROWS: &[#runtime::PropertyInfo] = &[#(#rows),*];
        const __GRAPH_TYPE: &#runtime::TypeInfo =
            &#runtime::TypeInfo::new(#name, #odata_type, __GRAPH_ROWS, #open);
    }
}

fn structured(model: &Structured<'_>, generics: &Generics, slots: &[Trees], runtime: &Trees) -> TokenStream {
    let (name, partial, patch) = (&model.input.ident, &model.names.partial, &model.names.patch);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    let (this, new, stated) = ("self", "__graph_new", "__graph_partial");
    let properties =
        || model.properties.iter().zip(slots).enumerate().map(|(index, (property, slot))| (property, slot, row(index)));
    let idents: Vec<_> = model.properties.iter().map(|property| property.ident).collect();
    let locals: Vec<_> = (0..idents.len()).map(|index| format_ident!("__graph_{index}")).collect();
    let completions = properties().map(|(property, slot, row)| {
        let value = field(stated, property);
        call_for("__graph_completion.property", slot, quote!(__GRAPH_TYPE, #row, #value), property)
    });
    let writes = properties().map(|(property, slot, row)| {
        let value = borrowed(this, property);
        if property.is_key {
            let shown = key(property, runtime);
            call_for("__graph_to.key", slot, quote!(#row, #value, #shown), property)
        } else {
            call_for("__graph_to.property", slot, quote!(#row, #value), property)
        }
    });
    let applications = properties().map(|(property, slot, row)| {
        let (place, value) = (borrowed_mut(this, property), field(stated, property));
        call_for("__graph_applying.apply", slot, quote!(#row, #place, #value), property)
    });
    let differences = properties().map(|(property, slot, row)| {
        let (old, new) = (borrowed(this, property), borrowed(new, property));
        init(property, call_for("__graph_diffing.diff", slot, quote!(#row, #old, #new), property))
    });
    let additional = model.additional.as_ref().map(|additional| (additional.ident, additional.ty));
    let accessors = additional.map(|(ident, ty)| accessors(ident, Some(ty), runtime));
    let completed =
        init_additional(model, |ident| quote!(__graph_completion.additional(__graph_partial.#ident)), runtime);
    let different = additional.map(|(ident, ty)| {
        let spot = Spot::of(ty);
        let map = |base| call(path(runtime, "AdditionalField::map", spot), place("&", base, ident, spot), spot);
        let (old, new) = (map(this), map(new));
        quote!(#ident: __graph_diffing.additional(#old, #new),)
    });
    let etag = model.etag().map(|property| {
        let held = call(path(runtime, "ETagField::held", property.spot), borrowed(this, property), property.spot);
        quote! {
            #[inline]
            fn etag(&self) -> #runtime::Option<&#runtime::ETag> {
                #held
            }
        }
    });
    let read_members = read_members(model, slots, runtime);
    let unbound = model.bindings().map(|bindings| quote!(#bindings: #runtime::Default::default(),));
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Structured for #name #type_generics #clause {
            type Partial = #partial #type_generics;
            type Patch = #patch #type_generics;
            const TYPE: &'static #runtime::TypeInfo = __GRAPH_TYPE;
            #[inline]
            fn complete(
                __graph_partial: Self::Partial,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                let (#(#runtime::Option::Some(#locals),)*) = (#(#completions,)*) else {
                    return #runtime::Option::None;
                };
                #runtime::Option::Some(Self { #(#idents: #locals,)* #completed })
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
                #partial { #(#differences,)* #different #unbound }
            }
            #accessors
            #etag
        }
    }
}

/// The field of the dynamic properties, made of a map.
fn init_additional(
    model: &Structured<'_>,
    map: impl FnOnce(&Ident) -> TokenStream,
    runtime: &Trees,
) -> Option<TokenStream> {
    let additional = model.additional.as_ref()?;
    let (ident, spot) = (additional.ident, Spot::of(additional.ty));
    let field = call(path(runtime, "AdditionalField::of", spot), map(ident), spot);
    Some(quote!(#ident: #field))
}

/// Places for the fields, a loop over the members that fills them, and the struct that is made of what they hold.
fn read_members(model: &Structured<'_>, slots: &[Trees], runtime: &Trees) -> TokenStream {
    let idents: Vec<_> = model.properties.iter().map(|property| property.ident).collect();
    let locals: Vec<_> = (0..idents.len()).map(|index| format_ident!("__graph_{index}")).collect();
    let reads =
        model.properties.iter().zip(slots).zip(&locals).map(|((property, slot), local)| {
            call_for("__graph_members.read_field", slot, quote!(&mut #local), property)
        });
    let fields =
        model.properties.iter().zip(slots).zip(&locals).enumerate().map(|(index, ((property, slot), local))| {
            let row = row(index);
            call_for("__graph_members.field", slot, quote!(#row, #local), property)
        });
    let rows = (0..idents.len()).map(row);
    let additional = init_additional(model, |_| quote!(__graph_members.additional()), runtime);
    quote! {
        #[inline]
        fn read_members<'__graph_de, __GraphAccess: #runtime::MapAccess<'__graph_de>>(
            __graph_members: &mut #runtime::Members<'__graph_de, __GraphAccess>,
            __graph_room: &mut #runtime::Option<Self>,
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
                #runtime::put(__graph_room, Self { #(#idents: #locals,)* #additional });
            }
        }
    }
}

/// The same where the input has a mistake: nothing in it depends on the fields.
fn stub(model: &Structured<'_>, generics: &Generics, runtime: &Trees) -> TokenStream {
    let (name, partial, patch) = (&model.input.ident, &model.names.partial, &model.names.patch);
    let (impl_generics, type_generics, clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #runtime::Structured for #name #type_generics #clause {
            type Partial = #partial #type_generics;
            type Patch = #patch #type_generics;
            const TYPE: &'static #runtime::TypeInfo = __GRAPH_TYPE;
            fn complete(_: Self::Partial, _: &mut #runtime::Completion) -> #runtime::Option<Self> {
                #runtime::Option::None
            }
            fn read_members<'__graph_de, __GraphAccess: #runtime::MapAccess<'__graph_de>>(
                _: &mut #runtime::Members<'__graph_de, __GraphAccess>,
                _: &mut #runtime::Option<Self>,
            ) {
            }
            fn write_properties<__GraphMap: #runtime::SerializeMap>(
                &self,
                _: &mut #runtime::ObjectWriter<'_, __GraphMap>,
            ) {
            }
            fn apply_properties(&mut self, _: Self::Partial, _: &#runtime::Applying<Self>) {}
            fn diff_properties(&self, _: &Self, _: &#runtime::Diffing<'_, Self>) -> Self::Partial {
                #runtime::Default::default()
            }
        }
    }
}

/// For each field marked `with`, a unit type that stands for the module.
fn with_modules(model: &Structured<'_>, runtime: &Trees) -> TokenStream {
    let modules = model.properties.iter().enumerate().filter_map(|(index, property)| match &property.codec {
        Codec::With(module) => Some((with_module(index), module, property.value())),
        Codec::Native | Codec::Opaque => None,
    });
    modules
        .map(|(name, module, ty)| {
            // What the compiler says of the functions, it says of the path to their module.
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
