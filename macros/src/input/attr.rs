//! How the options in `#[graph_resource(...)]` are read, whatever they stand on.

use proc_macro2::Span;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Meta, Token};

use super::serde;
use super::site::Site;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::suggest;

/// The name of the helper attribute.
const ATTRIBUTE: &str = "graph_resource";

/// Options without which a patch has more setters.
const TAKES_SETTERS: [&str; 5] = ["read_only", "create_only", "not_null", "annotation", "inline"];

/// Whether the attribute is one of ours.
pub(super) fn is_ours(attribute: &Attribute) -> bool {
    attribute.path().is_ident(ATTRIBUTE)
}

/// An option's value, set once, with the span of the option's name.
pub(crate) struct Attr<T> {
    name: &'static str,
    value: Option<(Given, T)>,
    /// Whether the option was named, though its value could not be read.
    tried: bool,
}

/// An option that was given.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    pub(crate) name: &'static str,
    /// Where the option's name stands.
    pub(crate) span: Span,
    /// Options of an input are numbered as they stand.
    pub(crate) order: usize,
}

impl<T> Attr<T> {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, value: None, tried: false }
    }

    fn set(&mut self, at: &ParseNestedMeta<'_>, value: T, errors: &mut Errors) {
        if self.value.is_some() {
            errors.push(&at.path, Diagnostic::OptionTwice { name: self.name });
            return;
        }
        self.value = Some((Given { name: self.name, span: span_of(at), order: errors.tick() }, value));
    }

    /// Takes over the value that another attribute gives the same option.
    pub(super) fn absorb(&mut self, other: Self, errors: &mut Errors) {
        self.tried |= other.tried;
        match other.value {
            Some((given, _)) if self.value.is_some() => {
                errors.push_at(given.span, Diagnostic::OptionTwice { name: self.name });
            }
            Some(value) => self.value = Some(value),
            None => {}
        }
    }

    /// Whether the option was named, even if its value could not be read.
    pub(crate) fn is_named(&self) -> bool {
        self.tried || self.value.is_some()
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref().map(|(_, value)| value)
    }

    /// Where the option's name stands, if the option was given.
    pub(crate) fn span(&self) -> Option<Span> {
        self.given().map(|given| given.span)
    }

    /// The option, if it was given.
    pub(crate) fn given(&self) -> Option<Given> {
        self.value.as_ref().map(|&(given, _)| given)
    }
}

impl Attr<()> {
    pub(crate) fn is_set(&self) -> bool {
        self.value.is_some()
    }

    /// Reads an option that takes no value.
    pub(super) fn flag(&mut self, meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()> {
        if meta.input.peek(Token![=]) || meta.input.peek(syn::token::Paren) {
            errors.push(&meta.path, Diagnostic::TakesNoValue { name: self.name });
            // The option is read in spite of the mistake.
            self.set(meta, (), errors);
            return skip(meta);
        }
        self.set(meta, (), errors);
        Ok(())
    }
}

impl<T: Parse> Attr<T> {
    /// Reads an option of the form `name = value`.
    pub(super) fn value(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        example: &'static str,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        self.tried = true;
        if let Some(value) = read_value(self.name, meta, example, errors)? {
            self.set(meta, value, errors);
        }
        Ok(())
    }
}

/// An option that may be given more than once, with all its values.
pub(crate) struct Attrs<T> {
    name: &'static str,
    values: Vec<(Given, T)>,
}

impl<T> Attrs<T> {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, values: Vec::new() }
    }

    /// Takes over the values that another attribute gives the same option.
    pub(super) fn absorb(&mut self, other: Self, _: &mut Errors) {
        self.values.extend(other.values);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.values.iter().map(|(_, value)| value)
    }

    /// The option where it was given first.
    pub(crate) fn given(&self) -> Option<Given> {
        self.values.first().map(|&(given, _)| given)
    }
}

impl<T: Parse> Attrs<T> {
    /// Reads an option of the form `name = value`.
    pub(super) fn value(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        example: &'static str,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if let Some(value) = read_value(self.name, meta, example, errors)? {
            self.values.push((Given { name: self.name, span: span_of(meta), order: errors.tick() }, value));
        }
        Ok(())
    }
}

/// The value of an option of the form `name = value`. `None` where it is missing or another one, which is reported.
fn read_value<T: Parse>(
    name: &'static str,
    meta: &ParseNestedMeta<'_>,
    example: &'static str,
    errors: &mut Errors,
) -> syn::Result<Option<T>> {
    let missing = |errors: &mut Errors| errors.push(&meta.path, Diagnostic::NeedsValue { name, example });
    if !meta.input.peek(Token![=]) {
        missing(errors);
        skip(meta)?;
        return Ok(None);
    }
    let value = meta.value()?;
    if value.is_empty() || value.peek(Token![,]) {
        missing(errors);
        return Ok(None);
    }
    let ahead = value.fork();
    if ahead.parse::<T>().is_err() || !(ahead.is_empty() || ahead.peek(Token![,])) {
        let found = one_value(value)?;
        errors.push(found, Diagnostic::NeedsValue { name, example });
        return Ok(None);
    }
    value.parse().map(Some)
}

fn span_of(meta: &ParseNestedMeta<'_>) -> Span {
    meta.path.segments.first().map_or_else(Span::call_site, |segment| segment.ident.span())
}

/// Tokens up to the next comma.
fn one_value(input: ParseStream<'_>) -> syn::Result<proc_macro2::TokenStream> {
    let mut value = proc_macro2::TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?.to_tokens(&mut value);
    }
    Ok(value)
}

/// Skips the value of an option that is not read, so that the options after it are.
fn skip(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    one_value(meta.input).map(drop)
}

/// Reads the options of all our attributes. `read` takes one option that may stand at the site.
///
/// Returns whether the attributes hold something that is no option. A missing option may be meant there.
pub(super) fn read_all(
    attributes: &[Attribute],
    site: Site,
    errors: &mut Errors,
    mut read: impl FnMut(&str, &ParseNestedMeta<'_>, &mut Errors) -> syn::Result<()>,
) -> bool {
    let mut is_unread = false;
    for attribute in attributes {
        if serde::is_serdes(attribute) {
            serde::report(attribute, site, errors);
            is_unread = true;
        }
        if !is_ours(attribute) {
            continue;
        }
        let mistake = match &attribute.meta {
            Meta::Path(_) => Some(Diagnostic::BareAttribute),
            Meta::List(list) if list.tokens.is_empty() => Some(Diagnostic::BareAttribute),
            Meta::NameValue(_) => Some(Diagnostic::AttributeWithValue),
            Meta::List(_) => None,
        };
        if let Some(mistake) = mistake {
            errors.push(&attribute.meta, mistake);
            is_unread = true;
            continue;
        }
        let outcome = attribute.parse_nested_meta(|meta| {
            let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
            if site.options().any(|option| option == name) {
                return read(&name, &meta, errors);
            }
            let mistake = unknown(&meta, site);
            let meant = mistake.suggestion();
            is_unread |= matches!(mistake, Diagnostic::UnknownOption { .. });
            errors.push(&meta.path, mistake);
            // A misspelt option is read as the suggested one, so that no second error reports the suggested one as missing.
            // An option that removes setters is not read: the user's calls of the setters would not compile.
            let meant = meant.filter(|meant| !TAKES_SETTERS.contains(meant));
            match meant.map(|meant| errors.quietly(|errors| read(meant, &meta, errors))) {
                Some(Ok(())) => Ok(()),
                Some(Err(_)) | None => skip(&meta),
            }
        });
        if let Err(error) = outcome {
            errors.push_at(error.span(), not_read(&error, attribute));
            is_unread = true;
        }
    }
    is_unread
}

/// The error for an attribute that is not a list of options: `"/users/<id>"`, `"read_only"`, `read_only default`.
fn not_read(error: &syn::Error, attribute: &Attribute) -> Diagnostic {
    if error.to_string().contains("`,`") {
        return Diagnostic::MissingComma;
    }
    let first = attribute.meta.require_list().ok().and_then(|list| list.tokens.clone().into_iter().next());
    let is_path = first.is_some_and(|token| token.to_string().starts_with("\"/"));
    if is_path { Diagnostic::PathWithoutName } else { Diagnostic::NotAnOption }
}

fn unknown(meta: &ParseNestedMeta<'_>, site: Site) -> Diagnostic {
    let name = meta.path.to_token_stream().to_string().replace(' ', "");
    let is_home = |home: &Site| home.options().any(|option| option == name);
    let homes: Vec<_> = Site::ALL.into_iter().filter(is_home).map(Site::plural).collect();
    if let [others @ .., last] = &homes[..] {
        let home = if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) };
        return Diagnostic::OptionElsewhere { name, place: site.plural(), home };
    }
    let near = suggest::nearest(&name, site.options()).or_else(|| suggest::meant(&name, site.options()));
    Diagnostic::UnknownOption { place: site.noun(), name, near, choices: site.options().collect() }
}

impl Attr<LitStr> {
    /// The value as a name that an item is generated under.
    pub(super) fn identifier(&self, errors: &mut Errors) -> Option<Ident> {
        let literal = self.get()?;
        let parsed = literal.parse::<Ident>().ok();
        if parsed.is_none() {
            errors.push(literal, Diagnostic::NotAnIdentifier { name: self.name, text: literal.value() });
        }
        parsed
    }
}

/// The value of `crate`: a path, bare or in a string.
#[derive(Clone)]
pub(crate) struct CratePath(syn::Path);

impl Parse for CratePath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse::<LitStr>()?.parse_with(syn::Path::parse_mod_style).map(Self);
        }
        input.call(syn::Path::parse_mod_style).map(Self)
    }
}

impl ToTokens for CratePath {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        self.0.to_tokens(tokens);
    }
}
