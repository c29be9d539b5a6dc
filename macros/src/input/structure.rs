//! Our own tree of the input: what the expansion needs, with the syn nodes it came from, so that spans survive.

mod enumeration;
mod union;

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, GenericArgument, Ident, LitStr, PathArguments, Type};

pub(crate) use self::enumeration::Enumeration;
pub(crate) use self::union::{Union, UnionVariant};
use crate::attr::container::{ContainerOptions, PathOptions};
use crate::attr::field::FieldOptions;
use crate::attr::{COMPLEX, RESOURCE};
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::path::{self, Template};
use crate::spot::{Spot, is_plain};
use crate::trees::Trees;

/// Which of the derives for structs it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Resource,
    Complex,
}

/// A struct with properties.
pub(crate) struct Structured<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) kind: Kind,
    pub(crate) options: ContainerOptions,
    pub(crate) names: Names,
    /// Where it is served, the primary path first; none of a complex type.
    pub(crate) paths: Vec<Served>,
    /// The declared properties, in order: what the table has.
    pub(crate) properties: Vec<Property<'i>>,
    pub(crate) additional: Option<Additional<'i>>,
    /// Whether it is a struct with named fields.
    pub(crate) has_fields: bool,
    /// Whether the input has a mistake: what is emitted then only has to be free of others.
    pub(crate) is_broken: bool,
}

/// The names of what is generated.
pub(crate) struct Names {
    pub(crate) partial: Ident,
    pub(crate) patch: Ident,
    pub(crate) props: Ident,
}

/// A path that a resource is served at, and the functions that start there.
pub(crate) struct Served {
    pub(crate) template: Template,
    /// Whether the path was given without a mistake.
    pub(crate) is_sound: bool,
    /// The path as it was written, where there is one.
    pub(crate) literal: Option<LitStr>,
    pub(crate) at: Ident,
    pub(crate) collection: Ident,
    /// Whether `at` and `collection` were given.
    pub(crate) is_at_given: bool,
    pub(crate) is_collection_given: bool,
}

/// The field that holds what the type does not name.
pub(crate) struct Additional<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) ty: &'i Type,
}

/// A field that is a property.
pub(crate) struct Property<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) ty: &'i Type,
    /// The type inside of a literal `Option`; of a doubled one, which is a mistake, the innermost.
    pub(crate) nullable: Option<&'i Type>,
    /// Where the type of the value stands.
    pub(crate) spot: Spot,
    pub(crate) wire: String,
    pub(crate) codec: Codec,
    pub(crate) is_key: bool,
    pub(crate) options: FieldOptions,
    /// The field's documentation and deprecation, to be repeated on what is generated of it.
    pub(crate) repeated: Vec<&'i Attribute>,
}

/// How a value is read and written.
pub(crate) enum Codec {
    /// By its type's own implementation of `GraphValue`.
    Native,
    /// By its type's own serde implementations.
    Opaque,
    /// By this module.
    With(syn::Path),
}

/// The bits of the runtime's `Flags`.
pub(crate) mod flags {
    pub(crate) const KEY: u8 = 1;
    pub(crate) const READ_ONLY: u8 = 1 << 1;
    pub(crate) const CREATE_ONLY: u8 = 1 << 2;
    pub(crate) const WRITE_ONLY: u8 = 1 << 3;
    pub(crate) const ETAG: u8 = 1 << 4;
    pub(crate) const MERGE: u8 = 1 << 5;
    pub(crate) const NAVIGATION: u8 = 1 << 6;
    pub(crate) const COLLECTION: u8 = 1 << 7;
}

impl Property<'_> {
    /// The type of the value: without the `Option`.
    pub(crate) fn value(&self) -> &Type {
        self.nullable.unwrap_or(self.ty)
    }

    pub(crate) fn flags(&self) -> u8 {
        let options = &self.options;
        [
            (self.is_key, flags::KEY),
            (options.read_only.is_set(), flags::READ_ONLY),
            (options.create_only.is_set(), flags::CREATE_ONLY),
            (options.write_only.is_set(), flags::WRITE_ONLY),
            (options.etag.is_set(), flags::ETAG),
            (options.merge.is_set(), flags::MERGE),
            (options.navigation.is_set(), flags::NAVIGATION),
            (options.navigation.is_set() && self.related().1, flags::COLLECTION),
        ]
        .into_iter()
        .filter(|&(set, _)| set)
        .fold(0, |bits, (_, bit)| bits | bit)
    }

    /// Whether a patch has setters for it.
    pub(crate) fn is_patchable(&self) -> bool {
        let in_no_patch = flags::KEY | flags::READ_ONLY | flags::CREATE_ONLY | flags::ETAG | flags::NAVIGATION;
        self.flags() & in_no_patch == 0
    }

    /// Of a navigation property, the type of the related entities, and whether it leads to many.
    pub(crate) fn related(&self) -> (&Type, bool) {
        let mut entity = self.value();
        let mut is_many = false;
        while let Some((wrapper @ ("Vec" | "Box"), inner)) =
            wrapped(entity).as_ref().map(|(name, inner)| (&**name, *inner))
        {
            is_many |= wrapper == "Vec";
            entity = inner;
        }
        (entity, is_many)
    }

    /// Whether it has a default where an answer does not name it. A nullable one has: null.
    pub(crate) fn has_default(&self) -> bool {
        self.nullable.is_none() && (self.options.default.is_set() || self.options.write_only.is_set())
    }

    /// Whether it leads to entities. A key that is marked so is a mistake, and leads nowhere.
    pub(crate) fn is_relationship(&self) -> bool {
        self.options.navigation.is_set() && !self.is_key
    }

    /// The field's name without `r#`.
    pub(crate) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }
}

impl<'i> Structured<'i> {
    /// Reads the input. Where it is of a shape that nothing can be made of, there are no properties.
    pub(crate) fn read(input: &'i DeriveInput, kind: Kind, errors: &mut Errors) -> Self {
        let place = if kind == Kind::Resource { RESOURCE } else { COMPLEX };
        let options = ContainerOptions::read(&input.attrs, place, errors);
        let paths = if kind == Kind::Resource { read_paths(&options, input, errors) } else { Vec::new() };
        // The entity has one key, whichever path it is read at.
        let key = paths.iter().find(|path| path.has_key());
        let key: Vec<&str> = key.into_iter().flat_map(|path| path.template.key()).collect();
        let mut properties = Vec::new();
        let mut additional = None;
        let fields = fields(input, kind, errors);
        let has_fields = fields.is_some();
        for field in fields.into_iter().flatten() {
            let Some(ident) = &field.ident else { continue };
            let options_of_field = FieldOptions::read(&field.attrs, errors);
            if options_of_field.additional.is_set() {
                crate::check::additional(field, &options_of_field, additional.is_some(), errors);
                additional.get_or_insert(Additional { ident, ty: &field.ty });
                continue;
            }
            let is_key = key.iter().any(|key| ident.unraw() == key);
            let wire = wire_name(ident, &options_of_field, options.case, errors);
            let codec = match &options_of_field.module {
                // Reported as a conflict.
                _ if options_of_field.etag.is_set() => Codec::Native,
                // Likewise: a collection of nullable entities.
                _ if options_of_field.navigation.is_set() && has_nullable_items(&field.ty) => Codec::Opaque,
                Some(module) => Codec::With(module.clone()),
                None if options_of_field.opaque.is_set() => Codec::Opaque,
                None => Codec::Native,
            };
            let value = inside_options(&field.ty).unwrap_or(&field.ty);
            let marks = [&options_of_field.etag, &options_of_field.merge, &options_of_field.navigation];
            let is_sure = matches!(codec, Codec::Native) && marks.iter().all(|mark| !mark.is_set()) && is_plain(value);
            properties.push(Property {
                ident,
                ty: &field.ty,
                nullable: inside_options(&field.ty),
                spot: if is_sure { Spot::unasked() } else { Spot::of(value) },
                wire,
                codec,
                is_key,
                options: options_of_field,
                repeated: repeated(&field.attrs),
            });
        }
        let names = Names::of(&input.ident, Some(&options));
        Self { input, kind, options, names, paths, properties, additional, has_fields, is_broken: false }
    }

    /// Where the runtime is found, by the items that stand beside the struct.
    pub(crate) fn runtime(&self) -> Trees {
        let runtime = &self.options.runtime;
        quote::quote!(#runtime::__private).into()
    }

    /// The field that a placeholder names.
    pub(crate) fn named(&self, placeholder: &str) -> Option<&Property<'i>> {
        self.properties.iter().find(|property| property.ident.unraw() == placeholder)
    }

    pub(crate) fn key(&self) -> Option<&Property<'i>> {
        self.properties.iter().find(|property| property.is_key)
    }

    /// The relationships that a body may bind, with their rows in the table. A complex value has none: what is bound is
    /// said of the entity.
    pub(crate) fn bindable(&self) -> impl Iterator<Item = (usize, &Property<'i>)> {
        let properties = self.properties.iter().enumerate();
        properties.filter(|(_, property)| self.kind == Kind::Resource && property.options.navigation.is_set())
    }

    /// The partial's field for what is bound, where there is one.
    pub(crate) fn bindings(&self) -> Option<Ident> {
        self.bindable().next().map(|_| format_ident!("__graph_bindings"))
    }

    pub(crate) fn etag(&self) -> Option<&Property<'i>> {
        self.properties.iter().find(|property| property.options.etag.is_set())
    }
}

impl Names {
    /// The names that were chosen, and the default ones.
    pub(crate) fn of(ident: &Ident, options: Option<&ContainerOptions>) -> Self {
        let base = ident.unraw();
        let or = |chosen: fn(&ContainerOptions) -> Option<&Ident>, default: String| {
            let chosen = options.and_then(chosen).cloned();
            chosen.unwrap_or_else(|| format_ident!("{default}", span = ident.span()))
        };
        Self {
            partial: or(|options| options.partial.as_ref(), format!("{base}Partial")),
            patch: or(|options| options.patch.as_ref(), format!("{base}Patch")),
            props: or(|options| options.props.as_ref(), format!("{base}Props")),
        }
    }
}

impl Served {
    /// Whether the path ends in a key, so that there is a collection.
    pub(crate) fn has_key(&self) -> bool {
        self.template.key_segment().is_some()
    }

    /// The names that the functions at the path of this number have where none are given. A further path is asked for
    /// its `at`: no name says which of two paths is meant.
    pub(crate) fn default_names(number: usize, at: Option<&Ident>, span: Span) -> (Ident, Ident) {
        let ident = |text: &str| Ident::new(text, span);
        match at {
            _ if number == 0 => (ident("at"), ident("collection")),
            Some(at) => (ident(&format!("__graph_at_{number}")), format_ident!("{at}_collection")),
            None => (ident(&format!("__graph_at_{number}")), ident(&format!("__graph_at_{number}_collection"))),
        }
    }
}

/// The named fields; none where the type has none that can be used.
fn fields<'i>(
    input: &'i DeriveInput,
    kind: Kind,
    errors: &mut Errors,
) -> Option<&'i syn::punctuated::Punctuated<syn::Field, syn::Token![,]>> {
    // `struct User<'a> { name: &'a str }`: an answer is read into a value that outlives it.
    let mut lifetimes = input.generics.lifetimes().peekable();
    let has_lifetimes = lifetimes.peek().is_some();
    for lifetime in lifetimes {
        errors.push(lifetime, Diagnostic::Lifetime);
    }
    let derive = if kind == Kind::Resource { "GraphResource" } else { "GraphComplex" };
    let name = input.ident.to_string();
    let mistake = |shape| Diagnostic::NeedsNamedFields { derive, name: name.clone(), shape };
    match &input.data {
        Data::Struct(data) => match &data.fields {
            // What is said of the types of fields that borrow would say the same again.
            Fields::Named(fields) => return (!has_lifetimes).then_some(&fields.named),
            Fields::Unnamed(fields) => errors.push(fields, mistake("a tuple struct")),
            Fields::Unit => errors.push(&input.ident, mistake("a unit struct")),
        },
        Data::Enum(data) => errors.push(data.enum_token, mistake("an enum")),
        Data::Union(data) => errors.push(data.union_token, mistake("a union")),
    }
    None
}

/// The paths. Where one has a mistake, as much of it as could be made out; where there is none, the commonest.
fn read_paths(options: &ContainerOptions, input: &DeriveInput, errors: &mut Errors) -> Vec<Served> {
    let read = |(number, options): (usize, &PathOptions)| {
        let literal = options.path.get();
        let (template, mistakes) = match literal {
            Some(literal) => path::parse(&literal.value()),
            None => (path::parse("/<id>").0, Vec::new()),
        };
        if literal.is_none() && !options.path.is_named() {
            errors.push(&input.ident, Diagnostic::PathMissing { name: input.ident.to_string() });
        }
        let is_sound = literal.is_some() && mistakes.is_empty();
        for mistake in mistakes {
            errors.push(literal, Diagnostic::Path(mistake));
        }
        let (at, collection) = Served::default_names(number, options.at.as_ref(), input.ident.span());
        Served {
            template,
            is_sound,
            literal: literal.cloned(),
            is_at_given: options.at.is_some(),
            is_collection_given: options.collection.is_some(),
            at: options.at.clone().unwrap_or(at),
            collection: options.collection.clone().unwrap_or(collection),
        }
    };
    options.paths.iter().enumerate().map(read).collect()
}

fn wire_name(ident: &Ident, options: &FieldOptions, case: crate::case::Case, errors: &mut Errors) -> String {
    if options.etag.is_set() {
        return "@odata.etag".to_owned();
    }
    match options.rename.get() {
        Some(text) => checked_wire_name(text, errors),
        None => case.of_field(&ident.unraw().to_string()),
    }
}

fn checked_wire_name(text: &LitStr, errors: &mut Errors) -> String {
    let wire = text.value();
    if wire.is_empty() {
        errors.push(text, Diagnostic::EmptyWireName);
    } else if wire.contains('@') {
        errors.push(text, Diagnostic::WireNameWithAt { text: wire.clone() });
    }
    wire
}

/// What of a field's attributes belongs on the items that are generated of it.
fn repeated(attributes: &[Attribute]) -> Vec<&Attribute> {
    let wanted = ["doc", "deprecated"];
    attributes.iter().filter(|attribute| wanted.iter().any(|name| attribute.path().is_ident(name))).collect()
}

/// The `T` of an `Option<T>` that is written literally, also through the fragment of a `macro_rules!` macro.
pub(crate) fn inside_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peeled(ty) else { return None };
    if path.qself.is_some() {
        return None;
    }
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if !matches!(names[..], ["Option"] | ["core" | "std", "option", "Option"]) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// The name and the one argument of a type such as `Vec<T>`.
fn wrapped(ty: &Type) -> Option<(String, &Type)> {
    let Type::Path(path) = peeled(ty) else { return None };
    let last = path.path.segments.last().filter(|_| path.qself.is_none())?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if arguments.args.len() == 1 => Some((last.ident.to_string(), inner)),
        _ => None,
    }
}

/// The same of the innermost of doubled ones, which are a mistake.
fn inside_options(ty: &Type) -> Option<&Type> {
    let inner = inside_option(ty)?;
    Some(inside_options(inner).unwrap_or(inner))
}

/// Without the invisible group of a `macro_rules!` fragment, and without parentheses.
pub(crate) fn peeled(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peeled(&group.elem),
        Type::Paren(paren) => peeled(&paren.elem),
        ty => ty,
    }
}

/// `Option<Vec<Option<T>>>`.
pub(crate) fn has_nullable_items(ty: &Type) -> bool {
    let items = inside_option(ty).and_then(wrapped).map(|(_, inner)| inner);
    items.is_some_and(|items| inside_option(items).is_some())
}
