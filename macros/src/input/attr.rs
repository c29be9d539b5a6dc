//! `#[graph_resource(...)]`: the option table, and how an option is read, whatever it stands on.
//!
//! Each place has a struct of slots. A slot is set once and remembers the span of the option's name, for messages.

pub(crate) mod container;
pub(crate) mod field;
pub(crate) mod variant;

#[cfg(test)]
mod tests;

use proc_macro2::Span;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::Parse;
use syn::{Attribute, LitStr, Meta, Token};

use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::suggest;

/// The name of the helper attribute.
const ATTRIBUTE: &str = "graph_resource";

/// Where options stand, and which ones may stand there.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// As in "unknown field option".
    pub(crate) noun: &'static str,
    /// As in "an option of …".
    pub(crate) plural: &'static str,
    pub(crate) options: &'static [&'static str],
}

/// The option table.
pub(crate) const RESOURCE: Place = Place {
    noun: "resource",
    plural: "resources",
    options: &["path", "odata_type", "rename_all", "partial", "patch", "props", "at", "collection", "crate"],
};
pub(crate) const COMPLEX: Place = Place {
    noun: "complex type",
    plural: "complex types",
    options: &["odata_type", "rename_all", "partial", "patch", "crate"],
};
pub(crate) const UNION: Place =
    Place { noun: "union", plural: "unions", options: &["path", "at", "collection", "partial", "patch", "crate"] };
pub(crate) const ENUM: Place = Place { noun: "enumeration", plural: "enumerations", options: &["rename_all", "crate"] };
pub(crate) const FIELD: Place = Place {
    noun: "field",
    plural: "fields",
    options: &[
        "rename",
        "read_only",
        "create_only",
        "write_only",
        "merge",
        "navigation",
        "additional",
        "etag",
        "default",
        "with",
        "opaque",
    ],
};
pub(crate) const VARIANT: Place = Place { noun: "variant", plural: "variants", options: &["rename", "unknown"] };
pub(crate) const UNION_VARIANT: Place =
    Place { noun: "variant", plural: "variants of unions", options: &["odata_type", "unknown"] };

const PLACES: [Place; 7] = [RESOURCE, COMPLEX, UNION, ENUM, FIELD, VARIANT, UNION_VARIANT];

/// An option's value, set once, with the span of the option's name.
pub(crate) struct Slot<T> {
    name: &'static str,
    value: Option<Given<T>>,
    /// Whether it was named, though its value could not be read.
    tried: bool,
}

struct Given<T> {
    span: Span,
    /// Options of an input are numbered as they stand.
    order: usize,
    value: T,
}

impl<T> Slot<T> {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, value: None, tried: false }
    }

    fn set(&mut self, at: &ParseNestedMeta<'_>, value: T, errors: &mut Errors) {
        if self.value.is_some() {
            errors.push(&at.path, Diagnostic::OptionTwice { name: self.name });
            return;
        }
        self.value = Some(Given { span: span_of(at), order: errors.tick(), value });
    }

    /// Takes over what another slot of the name was given.
    fn absorb(&mut self, other: Self, errors: &mut Errors) {
        self.tried |= other.tried;
        match other.value {
            Some(given) if self.value.is_some() => {
                errors.push_at(given.span, Diagnostic::OptionTwice { name: self.name });
            }
            Some(given) => self.value = Some(given),
            None => {}
        }
    }

    /// Whether the option was named, rightly or wrongly.
    pub(crate) fn is_named(&self) -> bool {
        self.tried || self.value.is_some()
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref().map(|given| &given.value)
    }

    /// Where the option's name stands, if it was given.
    pub(crate) fn span(&self) -> Option<Span> {
        self.value.as_ref().map(|given| given.span)
    }

    /// The option as one of a pair that may be at odds.
    pub(crate) fn given(&self) -> Option<(usize, &'static str, Span)> {
        self.value.as_ref().map(|given| (given.order, self.name, given.span))
    }
}

impl Slot<()> {
    pub(crate) fn is_set(&self) -> bool {
        self.value.is_some()
    }

    /// Reads an option that takes no value.
    fn flag(&mut self, meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()> {
        if meta.input.peek(Token![=]) || meta.input.peek(syn::token::Paren) {
            errors.push(&meta.path, Diagnostic::TakesNoValue { name: self.name });
            // It is meant all the same.
            self.set(meta, (), errors);
            return skip(meta);
        }
        self.set(meta, (), errors);
        Ok(())
    }
}

impl<T: Parse> Slot<T> {
    /// Reads an option of the form `name = value`.
    fn value(&mut self, meta: &ParseNestedMeta<'_>, example: &'static str, errors: &mut Errors) -> syn::Result<()> {
        let name = self.name;
        self.tried = true;
        let missing = |errors: &mut Errors| errors.push(&meta.path, Diagnostic::NeedsValue { name, example });
        if !meta.input.peek(Token![=]) {
            missing(errors);
            return skip(meta);
        }
        let value = meta.value()?;
        if value.is_empty() || value.peek(Token![,]) {
            missing(errors);
            return Ok(());
        }
        let ahead = value.fork();
        if ahead.parse::<T>().is_err() || !(ahead.is_empty() || ahead.peek(Token![,])) {
            let found = one_value(value)?;
            errors.push(found, Diagnostic::NeedsValue { name, example });
            return Ok(());
        }
        self.set(meta, value.parse()?, errors);
        Ok(())
    }
}

fn span_of(meta: &ParseNestedMeta<'_>) -> Span {
    meta.path.segments.first().map_or_else(Span::call_site, |segment| segment.ident.span())
}

/// Tokens up to the next comma.
fn one_value(input: syn::parse::ParseStream<'_>) -> syn::Result<proc_macro2::TokenStream> {
    let mut value = proc_macro2::TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?.to_tokens(&mut value);
    }
    Ok(value)
}

/// Passes over what follows a name that is of no use, so that the options after it are read as well.
fn skip(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    one_value(meta.input).map(drop)
}

/// Reads the options of all our attributes. `read` takes one option and says whether it knows it.
fn read_all(
    attributes: &[Attribute],
    place: Place,
    errors: &mut Errors,
    mut read: impl FnMut(&str, &ParseNestedMeta<'_>, &mut Errors) -> syn::Result<bool>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(ATTRIBUTE)) {
        match &attribute.meta {
            Meta::Path(_) => {
                errors.push(&attribute.meta, Diagnostic::BareAttribute);
                continue;
            }
            Meta::List(list) if list.tokens.is_empty() => {
                errors.push(&attribute.meta, Diagnostic::BareAttribute);
                continue;
            }
            Meta::NameValue(_) => {
                errors.push(&attribute.meta, Diagnostic::AttributeWithValue);
                continue;
            }
            Meta::List(_) => {}
        }
        let outcome = attribute.parse_nested_meta(|meta| {
            let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
            // Not even looked at unless the table has it, so that table and reader cannot drift apart.
            if place.options.contains(&&*name) && read(&name, &meta, errors)? {
                return Ok(());
            }
            errors.push(&meta.path, unknown(&meta, place));
            skip(&meta)
        });
        if let Err(error) = outcome {
            errors.push_at(error.span(), not_read(&error));
        }
    }
}

/// What a list of options that is none comes to: `"read_only"`, `read_only default`.
fn not_read(error: &syn::Error) -> Diagnostic {
    if error.to_string().contains("`,`") { Diagnostic::MissingComma } else { Diagnostic::NotAnOption }
}

fn unknown(meta: &ParseNestedMeta<'_>, place: Place) -> Diagnostic {
    let name = meta.path.to_token_stream().to_string().replace(' ', "");
    let homes: Vec<_> = PLACES.iter().filter(|home| home.options.contains(&&*name)).map(|home| home.plural).collect();
    if let [others @ .., last] = &homes[..] {
        let home = if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) };
        return Diagnostic::OptionElsewhere { name, place: place.plural, home };
    }
    let near = suggest::nearest(&name, place.options.iter().copied());
    Diagnostic::UnknownOption { place: place.noun, name, near, choices: place.options }
}

/// A name that an item is generated under.
pub(crate) fn identifier(literal: &LitStr, name: &'static str, errors: &mut Errors) -> Option<syn::Ident> {
    let parsed = literal.parse::<syn::Ident>().ok();
    if parsed.is_none() {
        errors.push(literal, Diagnostic::NotAnIdentifier { name, text: literal.value() });
    }
    parsed
}
