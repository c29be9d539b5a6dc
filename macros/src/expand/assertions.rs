//! Asks the compiler, once and at each field, whether the field's type is a Graph value.
//!
//! Only the compiler knows whether a type is a Graph value. If a type is none, the compiler gives two kinds of errors:
//!
//! - One wherever the type's codec is named. These errors are equal to the letter (see `tokens`), and are shown once.
//! - One of the borrow check in each function that moves a partial or a patch. These would be shown at the derive.
//!
//! So each of these functions refers to a constant. If a field's type is refused, the constant cannot be evaluated, and the
//! compiler skips the borrow check of the function.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::scope::of_payload;
use super::scope::{StructScope, UnionScope};
use super::tokens::{applied, call};
use crate::input::{Codec, Kind};

/// The constant `__GRAPH_VALUES` of a struct.
pub(super) fn of_struct(scope: &StructScope<'_>) -> Option<TokenStream> {
    let runtime = &scope.runtime;
    let questions = scope.slots.iter().filter(|slot| slot.is_asked).map(|slot| {
        let span = slot.span;
        // An entity in another one is a relationship. In a complex type it stands by value.
        let is_property = scope.model.kind == Kind::Resource
            && matches!(slot.codec, Codec::Native)
            && !slot.is_relationship()
            && !scope.model.is_broken;
        let is_value: TokenStream = if is_property {
            let question = applied(runtime, "::is_no_entity::<", slot.codec(runtime), span);
            let question = call(question, TokenStream::new(), span);
            quote!(#question;)
        } else {
            let (runtime, ty, close) = (span.at_first(runtime), &slot.ty, quote_spanned!(span.last=> >));
            quote_spanned!(span.first=> let _: #runtime::PhantomData<#runtime::StateOf<#ty #close #close;)
        };
        let merge = slot.options.merge.span().map(|span| (span, quote!(has_members)));
        let related = if slot.related().1 { quote!(are_related) } else { quote!(is_related) };
        let mark = merge.or_else(|| Some((slot.options.navigation.span()?, related)));
        let is_marked_rightly = mark.filter(|_| !scope.model.is_broken).map(|(span, function)| {
            let codec = slot.codec(runtime);
            let local = Ident::new("__graph_codec", Span::call_site().located_at(span));
            quote! {
                let #local: #runtime::PhantomData<#codec> = #runtime::PhantomData;
                #runtime::#function(#local);
            }
        });
        quote!(#is_value #is_marked_rightly)
    });
    constant(questions)
}

/// The constant `__GRAPH_VALUES` of a union.
pub(super) fn of_union(scope: &UnionScope<'_>) -> Option<TokenStream> {
    let questions = scope.slots.iter().filter(|arm| arm.is_asked).map(|arm| {
        let (first, said) = (arm.span.first, of_payload("State", arm, &scope.runtime));
        let runtime = arm.span.at_first(&scope.runtime);
        let close = quote_spanned!(arm.span.last=> >);
        quote_spanned!(first=> let _: #runtime::PhantomData<#said #close;)
    });
    constant(questions)
}

/// The constant, unless there is no question.
fn constant(questions: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let mut questions = questions.peekable();
    questions.peek()?;
    Some(quote! {
        const __GRAPH_VALUES: [(); {
            #(#questions)*
            0
        }] = [];
    })
}
