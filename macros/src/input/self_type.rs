//! `Self` in the types of fields. Generated types repeat these types, and `Self` would be another type there.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parse;
use syn::{Data, DeriveInput, GenericArgument, GenericParam, PathArguments, Type};

/// Replaces each `Self` by the name of the type, with its generic parameters.
pub(crate) fn named(mut input: DeriveInput) -> DeriveInput {
    let (ident, (_, parameters, _)) = (&input.ident, input.generics.split_for_impl());
    let name = quote!(#ident #parameters);
    match &mut input.data {
        Data::Struct(data) => data.fields.iter_mut().for_each(|field| name_in(&mut field.ty, &name)),
        Data::Enum(data) => {
            let fields = data.variants.iter_mut().flat_map(|variant| &mut variant.fields);
            fields.for_each(|field| name_in(&mut field.ty, &name));
        }
        Data::Union(_) => {}
    }
    // `struct Tree<T> where T: Into<Self>`.
    for parameter in &mut input.generics.params {
        if matches!(parameter, GenericParam::Type(parameter) if !parameter.bounds.is_empty()) {
            rewrite(parameter, &name);
        }
    }
    if let Some(clause) = &mut input.generics.where_clause {
        rewrite(clause, &name);
    }
    input
}

fn name_in(ty: &mut Type, name: &TokenStream) {
    if mentions_self(ty) {
        rewrite(ty, name);
    }
}

/// Whether `Self` stands in the type. This runs for each field, and so makes no tokens.
fn mentions_self(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => {
            path.qself.as_ref().is_some_and(|qself| mentions_self(&qself.ty))
                || path.path.segments.iter().any(|segment| {
                    segment.ident == "Self"
                        || matches!(&segment.arguments, PathArguments::AngleBracketed(arguments)
                            if arguments.args.iter().any(argument_mentions_self))
                })
        }
        Type::Group(group) => mentions_self(&group.elem),
        Type::Paren(paren) => mentions_self(&paren.elem),
        Type::Array(array) => mentions_self(&array.elem),
        Type::Slice(slice) => mentions_self(&slice.elem),
        Type::Reference(reference) => mentions_self(&reference.elem),
        Type::Tuple(tuple) => tuple.elems.iter().any(mentions_self),
        _ => false,
    }
}

fn argument_mentions_self(argument: &GenericArgument) -> bool {
    matches!(argument, GenericArgument::Type(ty) if mentions_self(ty))
}

/// Replaces `Self` in the node. The node stays as it is if the new tokens cannot be parsed.
fn rewrite<T: Parse + ToTokens>(node: &mut T, name: &TokenStream) {
    if let Ok(named) = syn::parse2(replaced(node.to_token_stream(), name)) {
        *node = named;
    }
}

fn replaced(tokens: TokenStream, name: &TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "Self" => {
                let name = located(name.clone(), ident.span());
                // `Self::Item` is a path that begins with a type.
                let is_start = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
                out.extend(if is_start { quote!(<#name>) } else { name });
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced(group.stream(), name));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            other => out.extend([other]),
        }
    }
    out
}

fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let at = |mut token: TokenTree| {
        token.set_span(span);
        token
    };
    tokens.into_iter().map(at).collect()
}
