//! The impl of `GraphUnion`: in each function a match over the variants.

use super::super::scope::of_payload;
use proc_macro2::TokenStream;
use quote::quote;
use syn::Index;

use super::super::list::TokenList;
use super::super::scope::{Arm, UnionScope};
use super::variant::{boxed, constructor, of, unboxed};

#[allow(clippy::too_many_lines, reason = "one match a method: a table, read from top to bottom")]
pub(super) fn union(scope: &UnionScope<'_>) -> TokenStream {
    let (model, runtime, asserted) = (scope.model, &scope.runtime, &scope.asserted);
    let all_states = scope.applied(&model.names.partial);
    let (this, state) = (TokenList::from("Self"), TokenList::from(model.names.partial.clone()));
    let idents: Vec<_> = scope.slots.iter().map(|arm| arm.ident).collect();
    let rows: Vec<_> = (0..idents.len()).map(Index::from).collect();
    let types = scope.slots.iter().map(|arm| match &arm.odata_type {
        Some((name, _)) => quote!(#runtime::Option::Some(#name)),
        None => of_payload("ODATA_TYPE", arm, runtime),
    });
    let tables = scope.slots.iter().map(|arm| of_payload("TABLE", arm, runtime));
    let base = match model.base() {
        Some(base) => {
            let base = Index::from(base);
            quote!(#runtime::Option::Some(#base))
        }
        None => quote!(#runtime::Option::None),
    };
    let base_table = model.options.base.as_ref().map(|base| {
        quote! {
            const BASE_TABLE: #runtime::Option<&'static #runtime::TypeInfo> =
                #runtime::Option::Some(<#base as #runtime::Structured>::TYPE);
        }
    });
    let unknown = Index::from(model.unknown().unwrap_or_default());
    let unknown_ident = model.unknown().map(|unknown| idents[unknown]);
    let arms = |of: &dyn Fn(&Arm<'_>, usize) -> TokenStream| -> Vec<TokenStream> {
        scope.slots.iter().enumerate().map(|(index, arm)| of(arm, index)).collect()
    };
    let call_of_payload = |item: &str, arm: &Arm<'_>, arguments: TokenStream| {
        super::variant::call_of_payload(item, arm, arguments, runtime)
    };
    let (value, partial) = (quote!(__graph_value), quote!(__graph_state));
    let reads_of = |function: &str, what: &TokenList| {
        arms(&|arm, index| {
            let row = Index::from(index);
            // The last pattern is a wildcard: this union gives no index past the end.
            let pattern = if index + 1 == idents.len() { quote!(_) } else { quote!(#row) };
            let variant = constructor(what, arm);
            let arguments = quote!(__graph_from, __graph_cx, __graph_aside, #variant, __graph_out);
            let read = call_of_payload(function, arm, arguments);
            quote!(#pattern => #read,)
        })
    };
    let (reads, whole_reads) = (reads_of("read_state", &state), reads_of("read", &this));
    let writes = arms(&|arm, index| {
        let row = Index::from(index);
        let mut name = quote!(<Self as #runtime::GraphUnion>::TYPES[#row]);
        if arm.is_base() {
            name = quote!(#runtime::Option::filter(#name, |_| __graph_named));
        }
        let write = call_of_payload("write_state", arm, quote!(#partial, #name, __graph_form, __graph_to));
        let state_partial = of(&state, arm, quote!(#partial));
        quote!(#state_partial => #write,)
    });
    let whole_writes = arms(&|arm, index| {
        let row = Index::from(index);
        let write = call_of_payload(
            "write",
            arm,
            quote!(#value, <Self as #runtime::GraphUnion>::TYPES[#row], __graph_form, __graph_to),
        );
        let whole_value = of(&this, arm, quote!(#value));
        quote!(#whole_value => #write,)
    });
    let names = arms(&|arm, _| {
        let each_name = call_of_payload("each_name", arm, quote!(#partial, __graph_to));
        let state_partial = of(&state, arm, quote!(#partial));
        quote!(#state_partial => #each_name,)
    });
    let completions = arms(&|arm, _| {
        let taken = unboxed(arm, &partial);
        let whole = call_of_payload("complete", arm, quote!(#taken, __graph_completion));
        let whole = boxed(arm, quote!(#whole?), runtime);
        let state_partial = of(&state, arm, quote!(#partial));
        let whole_whole = of(&this, arm, quote!(#whole));
        quote!(#state_partial => #whole_whole,)
    });
    let beginnings = arms(&|arm, _| {
        let taken = unboxed(arm, &partial);
        let whole = call_of_payload("start_in", arm, quote!(#taken, __graph_mode));
        let whole = boxed(arm, quote!(#whole?), runtime);
        let state_partial = of(&state, arm, quote!(#partial));
        let whole_whole = of(&this, arm, quote!(#whole));
        quote!(#state_partial => #whole_whole,)
    });
    let same = |arm: &Arm<'_>, one: &TokenStream, other: &TokenStream| {
        arm.is_unknown.then(|| quote!(if #runtime::same_unknown(&*#one, &*#other)))
    };
    let (new, later) = (quote!(__graph_new), quote!(__graph_later));
    let differences = arms(&|arm, _| {
        let same = same(arm, &value, &new);
        let difference = boxed(arm, call_of_payload("diff", arm, quote!(#value, #new, __graph_scope)), runtime);
        let whole_value = of(&this, arm, quote!(#value));
        let whole_new = of(&this, arm, quote!(#new));
        let state_difference = of(&state, arm, quote!(#difference));
        quote!((#whole_value, #whole_new) #same => #runtime::Option::Some(#state_difference),)
    });
    let applications = arms(&|arm, _| {
        let taken = unboxed(arm, &partial);
        let same = same(arm, &value, &if arm.is_boxed { quote!(#partial) } else { quote!((&#partial)) });
        let apply = call_of_payload("apply", arm, quote!(#value, #taken, __graph_mode));
        let whole_value = of(&this, arm, quote!(#value));
        let state_partial = of(&state, arm, quote!(#partial));
        quote!((#whole_value, #state_partial) #same => #apply,)
    });
    let compositions = arms(&|arm, _| {
        let taken = unboxed(arm, &later);
        let same = same(arm, &partial, &if arm.is_boxed { quote!(#later) } else { quote!((&#later)) });
        let compose = call_of_payload("merge", arm, quote!(#partial, #taken));
        let state_partial = of(&state, arm, quote!(#partial));
        let state_later = of(&state, arm, quote!(#later));
        quote!((#state_partial, #state_later) #same => #compose,)
    });
    let settlements = arms(&|arm, _| {
        let settle = call_of_payload("settle", arm, quote!(#value));
        let whole_value = of(&this, arm, quote!(#value));
        quote!(#whole_value => #settle,)
    });
    // Only partials of the base type and of unknown types can be projected to other types.
    let of_all = |arm: &&Arm<'_>| arm.is_base() || arm.is_unknown;
    let restatements = scope.slots.iter().filter(of_all).map(|arm| {
        let restate = call_of_payload("project", arm, quote!(#partial, __graph_to));
        let state_partial = of(&state, arm, quote!(#partial));
        quote!(#state_partial => #restate,)
    });
    let not_restated = (!scope.slots.iter().all(|arm| of_all(&arm))).then(|| quote!(_ => {}));
    let items = quote! {
            type State = #all_states;
            const TYPES: &'static [#runtime::Option<&'static str>] = &[#(#types),*];
            const TABLES: &'static [&'static #runtime::TypeInfo] = &[#(#tables),*];
            const BASE: #runtime::Option<usize> = #base;
            #base_table
            const UNKNOWN: usize = #unknown;
            fn variant_index(&self) -> usize {
                match self {
                    #(Self::#idents { .. } => #rows,)*
                }
            }
            fn variant_index_of(__graph_state: &Self::State) -> usize {
                match __graph_state {
                    #(#state::#idents { .. } => #rows,)*
                }
            }
            fn read_state<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_variant: usize,
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext<'_>,
                __graph_aside: #runtime::Option<&mut #runtime::Aside>,
                __graph_out: &mut #runtime::Option<Self::State>,
            ) -> #runtime::Result<(), __GraphD::Error> {
                #asserted
                match __graph_variant { #(#reads)* }
            }
            fn read_value<'__graph_de, __GraphD: #runtime::Deserializer<'__graph_de>>(
                __graph_variant: usize,
                __graph_from: __GraphD,
                __graph_cx: #runtime::ReadContext<'_>,
                __graph_aside: #runtime::Option<&mut #runtime::Aside>,
                __graph_out: &mut #runtime::Option<Self>,
            ) -> #runtime::Result<(), __GraphD::Error> {
                #asserted
                match __graph_variant { #(#whole_reads)* }
            }
            fn write_state<__GraphS: #runtime::Serializer>(
                __graph_state: &Self::State,
                __graph_named: bool,
                __graph_form: #runtime::WriteForm,
                __graph_to: __GraphS,
            ) -> #runtime::Result<__GraphS::Ok, __GraphS::Error> {
                #asserted
                match __graph_state { #(#writes)* }
            }
            fn write_value<__GraphS: #runtime::Serializer>(
                &self,
                __graph_form: #runtime::WriteForm,
                __graph_to: __GraphS,
            ) -> #runtime::Result<__GraphS::Ok, __GraphS::Error> {
                #asserted
                match self { #(#whole_writes)* }
            }
            fn own_type(__graph_state: &Self::State) -> #runtime::Option<&#runtime::Value> {
                match __graph_state {
                    #state::#unknown_ident(__graph_state) => #runtime::own_type(__graph_state),
                    _ => #runtime::Option::None,
                }
            }
            fn each_name<'__graph_s>(
                __graph_state: &'__graph_s Self::State,
                __graph_to: &mut dyn #runtime::FnMut(&'__graph_s str, #runtime::Flags),
            ) {
                #asserted
                match __graph_state { #(#names)* }
            }
            fn complete_state(
                __graph_state: Self::State,
                __graph_completion: &mut #runtime::Completion,
            ) -> #runtime::Option<Self> {
                #asserted
                #runtime::Option::Some(match __graph_state { #(#completions)* })
            }
            fn start_state(__graph_state: Self::State, __graph_mode: #runtime::ApplyMode) -> #runtime::Option<Self> {
                #asserted
                #runtime::Option::Some(match __graph_state { #(#beginnings)* })
            }
            fn diff_state(
                &self,
                __graph_new: &Self,
                __graph_scope: #runtime::DiffScope<'_>,
            ) -> #runtime::Option<Self::State> {
                #asserted
                match (self, __graph_new) {
                    #(#differences)*
                    _ => #runtime::Option::None,
                }
            }
            fn apply_state(
                &mut self,
                __graph_state: Self::State,
                __graph_mode: #runtime::ApplyMode,
            ) -> #runtime::Result<(), Self::State> {
                #asserted
                match (self, __graph_state) {
                    #(#applications)*
                    (_, __graph_state) => return #runtime::Result::Err(__graph_state),
                }
                #runtime::Result::Ok(())
            }
            fn merge_state(
                __graph_state: &mut Self::State,
                __graph_later: Self::State,
            ) -> #runtime::Result<(), Self::State> {
                #asserted
                match (__graph_state, __graph_later) {
                    #(#compositions)*
                    (_, __graph_later) => return #runtime::Result::Err(__graph_later),
                }
                #runtime::Result::Ok(())
            }
            fn project_state(__graph_state: &Self::State, __graph_to: &mut #runtime::Projection<'_>) {
                #asserted
                match __graph_state {
                    #(#restatements)*
                    #not_restated
                }
            }
            fn settle_value(&mut self) {
                #asserted
                match self { #(#settlements)* }
            }
    };
    scope.implement(&quote!(#runtime::GraphUnion), &model.input.ident, &items)
}

/// The trait for an input with a mistake: nothing in it depends on the variants.
pub(super) fn broken(scope: &UnionScope<'_>) -> TokenStream {
    let runtime = &scope.runtime;
    let state = scope.applied(&scope.model.names.partial);
    let items = quote!(type State = #state; #runtime::broken_union!(););
    scope.implement(&quote!(#runtime::GraphUnion), &scope.model.input.ident, &items)
}
