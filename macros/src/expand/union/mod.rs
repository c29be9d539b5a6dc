//! `GraphUnion`: the partial and the patch of a union, and the impls for them and for the enum.

mod base;
mod conversions;
mod dispatch;
mod resource;
mod variant;

use super::scope::of_payload;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use self::base::queries;
use self::conversions::conversions;
use self::dispatch::{broken, union};
use self::resource::resource;
use self::variant::{call_of_payload, of};
use super::lints::allowed;
use super::list::TokenList;
use super::patch::{Newtype, impls_of_newtype, newtype};
use super::scope::{Arm, UnionScope};
use super::tokens::{call, path};
use super::value;
use crate::input::Kind;

/// The enum of the partials of all types.
pub(super) fn partial(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime, generics) = (scope.model, &scope.outside, &scope.generics);
    let (vis, whole, name) = (&model.input.vis, &model.input.ident, &model.names.partial);
    let (_, type_generics, clause) = generics.split_for_impl();
    let summary = format!("What an answer says of a [`{whole}`] of one type.");
    let allowed = allowed();
    let variants = sound_arms(scope).map(|arm| {
        let (ident, partial) = (arm.ident, of_payload("State", arm, runtime));
        let line = format!("What a body says of a `{}`.", ident.unraw());
        let (first, last) = (arm.span.first, arm.span.last);
        let (boxed, close) = (path(runtime, "Box", arm.span), quote_spanned!(last=> >));
        let partial = if arm.is_boxed { quote_spanned!(first=> #boxed<#partial #close) } else { partial };
        quote!(#[doc = #line] #ident(#partial),)
    });
    let unused = model
        .is_broken
        .then(|| quote!(#[doc(hidden)] __GraphUnused(#runtime::PhantomData<fn() -> #whole #type_generics>),));
    quote! {
        #[doc = #summary]
        #allowed
        #vis enum #name #generics #clause {
            #(#variants)*
            #unused
        }
    }
}

/// The variants; none where the input has a mistake.
fn sound_arms<'s, 'm>(scope: &'s UnionScope<'m>) -> impl Iterator<Item = &'s Arm<'m>> {
    scope.slots.iter().filter(|_| !scope.model.is_broken)
}

/// The struct of the patch.
pub(super) fn patch(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime) = (scope.model, &scope.outside);
    let whole = scope.applied(&model.input.ident);
    let summary =
        format!("What a `PATCH` may say of a [`{}`]: made of the patch of one of its types.", model.input.ident);
    newtype(scope, &model.input.vis, &model.names.patch, &summary, &quote!(#runtime::UnionPartial<#whole>))
}

/// What is implemented for the enum, its partial and its patch.
pub(super) fn impls(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let (name, patch_name) = (&model.input.ident, &model.names.patch);
    let whole = scope.applied(name);
    let functions = quote! {
        #[doc = "A patch that says nothing yet. To say something, convert the patch of one of the types."]
        pub fn new() -> Self {
            #asserted
            Self(#runtime::Default::default())
        }
        #[doc = "Whether the patch says nothing."]
        #[must_use]
        pub fn is_empty(&self) -> bool {
            #asserted
            #runtime::GraphPatch::is_empty(self)
        }
        #[doc = "The wire names of what the patch says."]
        pub fn names(&self) -> #runtime::IntoIter<&str> {
            #asserted
            #runtime::GraphPatch::names(self)
        }
        #[doc = "Composes this patch with a later one, which wins where both name a property."]
        pub fn merge(&mut self, later_: Self) {
            #asserted
            #runtime::GraphPatch::merge(self, later_);
        }
    };
    let newtype = Newtype {
        name: patch_name,
        partial: quote!(#runtime::UnionPartial<#whole>),
        whole,
        debug: quote!(#runtime::Debug::fmt(&*self.0, __graph_f)),
    };
    [
        if model.is_broken { broken(scope) } else { union(scope) },
        compound(scope),
        value::impls(scope, name, model.kind()),
        if model.kind() == Kind::Resource { resource(scope) } else { TokenStream::new() },
        scope.serde(model.input, model.is_broken, "serialize_whole", "deserialize_whole"),
        standard(scope),
        impls_of_newtype(scope, &newtype),
        scope.inherent(patch_name, &functions),
        conversions(scope),
        queries(scope),
    ]
    .into_iter()
    .collect()
}

/// The impl of `Compound`, which calls functions of the runtime.
fn compound(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let name = &model.input.ident;
    let (shown, patch) = (name.unraw().to_string(), scope.applied(&model.names.patch));
    let secrets = sound_arms(scope).map(|arm| {
        let has_secrets = call_of_payload("has_secrets", arm, TokenStream::new(), runtime);
        quote!(|| #has_secrets)
    });
    let items = quote! {
            type Partial = #runtime::UnionPartial<Self>;
            type Patch = #patch;
            const NAME: &'static str = #shown;
            fn types() -> #runtime::Option<#runtime::UnionTypes> {
                #runtime::union_types::<Self>()
            }
            fn has_secrets() -> bool {
                false #(#secrets)*
            }
            fn read_into<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext<'_>,
                __graph_aside: #runtime::Option<&mut #runtime::Aside>,
                __graph_out: &mut #runtime::Option<Self>,
            ) -> #runtime::Result<(), __GraphD::Error> {
                #runtime::read_union(__graph_from, __graph_cx, __graph_aside, __graph_out)
            }
            fn complete(
                __graph_partial: Self::Partial,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                #asserted
                #runtime::complete_union(__graph_partial, __graph_completion)
            }
            fn write_to<__GraphS: #runtime::Serializer>(&self, __graph_form: #runtime::WriteForm, __graph_to: __GraphS)
                -> #runtime::Result<__GraphS::Ok, __GraphS::Error>
            {
                #runtime::GraphUnion::write_value(self, __graph_form, __graph_to)
            }
            fn diff_in(&self, __graph_new: &Self, __graph_scope: #runtime::DiffScope<'_>)
                -> Self::Partial
            {
                #asserted
                #runtime::diff_union(self, __graph_new, __graph_scope)
            }
            fn apply_in(&mut self, __graph_partial: Self::Partial, __graph_mode: #runtime::ApplyMode) {
                #asserted
                #runtime::apply_union(self, __graph_partial, __graph_mode)
            }
            fn start_in(__graph_partial: Self::Partial, __graph_mode: #runtime::ApplyMode) -> #runtime::Option<Self> {
                #asserted
                #runtime::start_union(__graph_partial, __graph_mode)
            }
            fn settle(&mut self) {
                #runtime::GraphUnion::settle_value(self)
            }
    };
    scope.implement(&quote!(#runtime::Compound), name, &items)
}

/// The impls of the standard library's traits for the partial.
fn standard(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let name = &model.names.partial;
    let this = TokenList::from("Self");
    let (value, other) = (quote!(__graph_state), quote!(__graph_other));
    let clones = sound_arms(scope).map(|arm| {
        let pattern = of(&this, arm, value.clone());
        let clone = call(path(runtime, "Clone::clone", arm.span), arm.span.at_first(value.clone()), arm.span);
        let clone = of(&this, arm, clone);
        quote!(#pattern => #clone,)
    });
    let comparisons = sound_arms(scope).map(|arm| {
        let (pattern, other_pattern) = (of(&this, arm, value.clone()), of(&this, arm, other.clone()));
        let equal = path(runtime, "PartialEq::eq", arm.span);
        let equal = call(equal, arm.span.at_first(quote!(#value, #other)), arm.span);
        quote!((#pattern, #other_pattern) => #equal,)
    });
    let shown = sound_arms(scope).map(|arm| {
        let (pattern, name) = (of(&this, arm, value.clone()), arm.ident.unraw().to_string());
        let shown = call(path(runtime, "shown", arm.span), arm.span.at_first(value.clone()), arm.span);
        quote!(#pattern => __graph_f.debug_tuple(#name).field(#shown).finish(),)
    });
    let broken = model.is_broken.then(|| quote!(_ => loop {}));
    let clone = quote! {
        fn clone(&self) -> Self {
            #asserted
            match self {
                #(#clones)*
                #broken
            }
        }
    };
    let eq = quote! {
        fn eq(&self, __graph_other: &Self) -> bool {
            match (self, __graph_other) {
                #(#comparisons)*
                _ => false,
            }
        }
    };
    let fmt = quote! {
        fn fmt(&self, __graph_f: &mut #runtime::Formatter<'_>) -> #runtime::FmtResult {
            match self {
                #(#shown)*
                #broken
            }
        }
    };
    [
        scope.implement(&quote!(#runtime::Clone), name, &clone),
        scope.implement(&quote!(#runtime::PartialEq), name, &eq),
        scope.implement(&quote!(#runtime::Debug), name, &fmt),
    ]
    .into_iter()
    .collect()
}
