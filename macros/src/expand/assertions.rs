//! What the compiler is asked to confirm of the fields' types, once, each at its field.
//!
//! Whether a type is a Graph value only the compiler can say. Where one is not, all that names its codec is refused, and
//! so is the borrow check of each function that moves a partial or a patch. The first kind of refusal is the same to the
//! letter wherever it occurs (see `tokens`), and shown once. The second would be shown at the derive. To prevent it, such
//! a function mentions a constant that cannot be evaluated where a field's type was refused: its body is then known to
//! be in error, and not looked at again.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Type};

use super::runtime;
use super::tokens::codec;
use crate::model::Structured;
use crate::spot::Spot;
use crate::trees::Trees;

/// The constant, `__GRAPH_SOUND`.
pub(super) fn check(model: &Structured<'_>, slots: &[Trees]) -> TokenStream {
    let runtime = runtime();
    let parameters = parameters(&model.input.generics);
    let questions = model.properties.iter().zip(slots).enumerate().filter_map(|(index, (property, slot))| {
        let merge = property.options.merge.span().map(|span| (span, quote!(has_members)));
        let related = if property.related().1 { quote!(are_related) } else { quote!(is_related) };
        let asked = merge.or_else(|| Some((property.options.navigation.span()?, related)));
        let asked = asked.filter(|_| !model.is_broken);
        // The names of plain types are taken at their word: they need no answer, and are most of all fields.
        let is_sure = !property.spot.is_asked;
        if is_sure || mentions(property.value(), &parameters) {
            return None;
        }
        let Spot { first, last, .. } = property.spot;
        let runtime_there = property.spot.at_first(&runtime);
        let close = quote_spanned!(last=> >);
        let is_value =
            quote_spanned!(first=> let _: #runtime_there::PhantomData<#runtime_there::StateOf<#slot #close #close;);
        let is_marked_rightly = asked.map(|(span, function)| {
            let codec = codec(property, index, &runtime);
            let local = Ident::new("__graph_codec", Span::call_site().located_at(span));
            quote! {
                let #local: #runtime::PhantomData<#codec> = #runtime::PhantomData;
                #runtime::#function(#local);
            }
        });
        Some(quote!(#is_value #is_marked_rightly))
    });
    quote! {
        const __GRAPH_SOUND: [(); {
            #(#questions)*
            0
        }] = [];
    }
}

/// The mention.
pub(super) fn mention() -> Trees {
    "let _ = __GRAPH_SOUND;".into()
}

/// The names of the parameters that are types or constants, for [`mentions`].
pub(super) fn parameters(generics: &Generics) -> Vec<String> {
    let types = generics.type_params().map(|parameter| &parameter.ident);
    types.chain(generics.const_params().map(|parameter| &parameter.ident)).map(ToString::to_string).collect()
}

/// A constant stands outside of the impls, and knows nothing of their parameters.
pub(super) fn mentions(ty: &Type, parameters: &[String]) -> bool {
    fn any(tokens: TokenStream, parameters: &[String]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => parameters.contains(&ident.to_string()) || ident == "Self",
            TokenTree::Group(group) => any(group.stream(), parameters),
            _ => false,
        })
    }
    any(ty.to_token_stream(), parameters)
}
