//! The derives' attribute, as far as it says which part of the metadata something is.

use proc_macro2::{Span, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Meta, Token};

use crate::names;

/// The options of an item, a field or a variant. What is wrong with them the compiler says.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) paths: Vec<Route>,
    pub(crate) odata_type: Option<(String, Span)>,
    /// The type that the documentation names as `add` does.
    pub(crate) documented: Option<String>,
    pub(crate) rename: Option<String>,
    pub(crate) rename_all: Option<String>,
    /// Whether it keeps what is not declared.
    pub(crate) is_rest: bool,
    /// Whether it is no part of the metadata.
    pub(crate) is_apart: bool,
    names: Vec<String>,
}

/// A path where the type is served.
pub(crate) struct Route {
    pub(crate) path: String,
    pub(crate) span: Span,
    /// Whether it is no part of the metadata.
    pub(crate) is_unchecked: bool,
}

impl Options {
    pub(crate) fn of(attributes: &[Attribute]) -> Self {
        let attributes = with_conditional(attributes);
        let mut options = Self { documented: documented(&attributes), ..Self::default() };
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("graph_resource")) {
            let before = options.paths.len();
            let mut is_unchecked = false;
            let _ = attribute.parse_nested_meta(|meta| {
                let value = if meta.input.peek(Token![=]) { Some(meta.value()?.parse::<syn::Expr>()?) } else { None };
                let text = match &value {
                    Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) => Some(text),
                    _ => None,
                };
                let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
                let with_span = |text: &LitStr| (text.value(), text.span());
                let type_name = |text: &LitStr| (text.value().trim_start_matches('#').to_owned(), text.span());
                match &*name {
                    "path" => options.paths.extend(text.map(with_span).map(|(path, span)| Route {
                        path,
                        span,
                        is_unchecked: false,
                    })),
                    "odata_type" => options.odata_type = text.map(type_name),
                    "schema" => {
                        let named =
                            text.and_then(|text| Some((text.value().split_once('#')?.1.to_owned(), text.span())));
                        options.odata_type = named.or(options.odata_type.take());
                    }
                    "rename" => options.rename = text.map(LitStr::value),
                    "rename_all" => options.rename_all = text.map(LitStr::value),
                    "additional" | "unknown" => (options.is_rest, options.is_apart) = (true, true),
                    "unchecked" => (is_unchecked, options.is_apart) = (true, true),
                    "skip" | "etag" | "annotation" => options.is_apart = true,
                    _ => {}
                }
                options.names.push(name);
                Ok(())
            });
            // Without a path in the same attribute, it speaks of the first.
            let whose = if options.paths.len() > before { before } else { 0 };
            if let Some(route) = options.paths.get_mut(whose) {
                route.is_unchecked |= is_unchecked;
            }
        }
        options
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    /// The wire name of a field that has these options, in a type with this `rename_all`.
    pub(crate) fn wire_of_field(&self, field: &Ident, rename_all: Option<&str>) -> String {
        self.rename.clone().unwrap_or_else(|| names::wire_of_field(&field.to_string(), rename_all))
    }

    /// The same of a variant.
    pub(crate) fn wire_of_variant(&self, variant: &Ident, rename_all: Option<&str>) -> String {
        self.rename.clone().unwrap_or_else(|| names::wire_of_variant(&variant.to_string(), rename_all))
    }
}

/// The type in "`microsoft.graph.user` of Microsoft Graph v1.0.", on whatever lines.
fn documented(attributes: &[Attribute]) -> Option<String> {
    let lines =
        attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).filter_map(|attribute| match &attribute
            .meta
            .require_name_value()
            .ok()?
            .value
        {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        });
    let text: String = lines.map(|line| line.trim().to_owned() + " ").collect();
    let (before, _) = text.split_once("` of Microsoft Graph ")?;
    before.rsplit_once('`').map(|(_, name)| name.to_owned())
}

/// The attributes, and those that stand on a condition.
fn with_conditional(attributes: &[Attribute]) -> Vec<Attribute> {
    let inside = |input: ParseStream<'_>| {
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        input.parse::<Token![,]>()?;
        Punctuated::<Meta, Token![,]>::parse_terminated(input)
    };
    let mut all = Vec::new();
    for attribute in attributes {
        let list = attribute.meta.require_list().ok().filter(|list| list.path.is_ident("cfg_attr"));
        match list.map(|list| inside.parse2(list.tokens.clone())) {
            Some(Ok(inside)) => {
                let inside: Vec<_> = inside.into_iter().map(|meta| Attribute { meta, ..attribute.clone() }).collect();
                all.extend(with_conditional(&inside));
            }
            Some(Err(_)) => {}
            None => all.push(attribute.clone()),
        }
    }
    all
}

/// Which of our derives an item has, on some condition or on none.
pub(crate) fn derives(attributes: &[Attribute]) -> Option<String> {
    let attributes = with_conditional(attributes);
    let derives = attributes.iter().filter(|one| one.path().is_ident("derive"));
    let tokens: String =
        derives.filter_map(|one| one.meta.require_list().ok()).map(|list| list.tokens.to_string() + " ").collect();
    let is_ours = |name: &&str| ["GraphResource", "GraphComplex", "GraphEnum", "GraphUnion"].contains(name);
    names::words(&tokens).find(is_ours).map(str::to_owned)
}
