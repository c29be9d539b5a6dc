//! The tree of a struct.

use quote::format_ident;
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Field, Fields, Ident, LitStr, Token, Type};

use super::case::Case;
use super::container::Container;
use super::flags;
use super::names::{Items, Names, annotation_name, property_name};
use super::options::{FieldOptions, Options};
use super::route::Route;
use super::site::Site;
use super::types::{has_nullable_items, inside_options, of_std, related};
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// Which of the derives for structs it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Resource,
    Complex,
}

/// A struct with properties.
pub(crate) struct Structure<'i> {
    pub(crate) input: &'i DeriveInput,
    pub(crate) kind: Kind,
    pub(crate) options: Container,
    pub(crate) names: Names,
    /// Where it is served, the primary route first. A complex type has none.
    pub(crate) routes: Vec<Route>,
    /// The declared properties in order: the rows of the table.
    pub(crate) properties: Vec<Property<'i>>,
    /// The fields marked `additional`. More than one is a mistake.
    pub(crate) marked_additional: Vec<Apart<'i>>,
    /// The fields that are not of the wire.
    pub(crate) skipped: Vec<Apart<'i>>,
    /// Whether it is a struct with named fields.
    pub(crate) has_fields: bool,
    /// Whether the input has a mistake. Its expansion only has to cause no further errors.
    pub(crate) is_broken: bool,
}

/// A field that is no property.
pub(crate) struct Apart<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) ty: &'i Type,
    pub(crate) options: FieldOptions,
}

/// A field that is a property.
pub(crate) struct Property<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) ty: &'i Type,
    /// The type inside of a literal `Option`. Nested `Option`s are a mistake, and give the innermost type.
    pub(crate) nullable: Option<&'i Type>,
    pub(crate) wire: String,
    pub(crate) codec: Codec,
    pub(crate) is_key: bool,
    pub(crate) options: FieldOptions,
    /// The field's attributes.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) attributes: &'i [Attribute],
    /// The field's documentation and deprecation, which generated items repeat.
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

/// What a patch has no setters for: the runtime's trait that says why, and the reason in words. The first that holds counts.
const IN_NO_PATCH: [(u16, &str, &str); 6] = [
    (flags::KEY, "KeyInPatch", "the key"),
    (flags::ETAG, "ETagInPatch", "marked `etag`"),
    (flags::ANNOTATION, "AnnotationInPatch", "marked `annotation`"),
    (flags::READ_ONLY, "ReadOnlyInPatch", "marked `read_only`"),
    (flags::CREATE_ONLY, "CreateOnlyInPatch", "marked `create_only`"),
    (flags::NAVIGATION, "RelationshipInPatch", "marked `navigation`"),
];

impl Property<'_> {
    /// The type of the value, without `Option`.
    pub(crate) fn value(&self) -> &Type {
        self.nullable.unwrap_or(self.ty)
    }

    pub(crate) fn flags(&self) -> u16 {
        let options = &self.options;
        [
            (self.is_key, flags::KEY),
            (options.read_only.is_set(), flags::READ_ONLY),
            (options.create_only.is_set(), flags::CREATE_ONLY),
            (options.write_only.is_set(), flags::WRITE_ONLY),
            (options.etag.is_set(), flags::ETAG),
            (options.merge.is_set(), flags::MERGE),
            (options.navigation.is_set() && !self.is_inline(), flags::NAVIGATION),
            (options.navigation.is_set() && self.related().1, flags::COLLECTION),
            (options.annotation.is_named(), flags::ANNOTATION),
            (self.is_inline(), flags::INLINE),
            (options.not_null.is_set(), flags::NOT_NULL),
        ]
        .into_iter()
        .filter(|&(set, _)| set)
        .fold(0, |bits, (_, bit)| bits | bit)
    }

    /// Whether a patch has setters for it.
    pub(crate) fn is_patchable(&self) -> bool {
        let own = self.flags();
        IN_NO_PATCH.iter().all(|(flag, ..)| own & flag == 0)
    }

    /// Why a patch has no setters for it: the runtime's trait whose message says so, and the reason in words.
    pub(crate) fn unset(&self, kind: Kind) -> Option<(&'static str, &'static str)> {
        let own = self.flags();
        IN_NO_PATCH.iter().find(|(flag, ..)| own & flag != 0).map(|&(flag, name, reason)| match kind {
            Kind::Complex if flag == flags::NAVIGATION => ("ComplexRelationshipInPatch", reason),
            _ => (name, reason),
        })
    }

    /// Whether a partial tells null from absent, and a patch says null.
    pub(crate) fn has_null(&self) -> bool {
        self.nullable.is_some() && !self.options.not_null.is_set()
    }

    /// Whether a patch has setters that say null.
    pub(crate) fn is_clearable(&self) -> bool {
        self.has_null() && !self.is_inline()
    }

    /// Whether it is a relationship whose entities stand in bodies.
    pub(crate) fn is_inline(&self) -> bool {
        self.options.inline.is_set() && self.is_relationship()
    }

    /// Of a navigation property, the type of the related entities, and whether it leads to many.
    pub(crate) fn related(&self) -> (&Type, bool) {
        related(self.value())
    }

    /// Whether a value that an answer leaves out is the default of the type. A nullable property is null then.
    pub(crate) fn has_default(&self) -> bool {
        self.nullable.is_none() && (self.options.default.is_set() || self.options.write_only.is_set())
    }

    /// Whether it is a relationship. A key marked `navigation` is a mistake, and no relationship.
    pub(crate) fn is_relationship(&self) -> bool {
        self.options.navigation.is_set() && !self.is_key
    }

    /// The further spellings that are read.
    pub(crate) fn aliases(&self) -> impl Iterator<Item = (&Self, &LitStr)> {
        self.options.alias.iter().map(move |alias| (self, alias))
    }

    /// The field's `#[deprecated]`, to be repeated on its setters.
    pub(crate) fn deprecated(&self) -> impl Iterator<Item = &Attribute> {
        self.repeated.iter().copied().filter(|attribute| attribute.path().is_ident("deprecated"))
    }

    /// The field's name without `r#`.
    pub(crate) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }
}

impl<'i> Structure<'i> {
    /// Reads the input. Where nothing can be made of its shape, there are no properties.
    pub(crate) fn read(input: &'i DeriveInput, kind: Kind, errors: &mut Errors) -> Self {
        let (site, items) = match kind {
            Kind::Resource => (Site::Resource, Items::Resource),
            Kind::Complex => (Site::Complex, Items::Complex),
        };
        let options = Container::read(&input.attrs, site, errors);
        let routes = match kind {
            Kind::Resource => Route::read_all(&options, &input.ident, errors),
            Kind::Complex => Vec::new(),
        };
        // The entity has one key, whichever path it is read at.
        let key = routes.iter().find(|route| route.has_key());
        let key: Vec<&str> = key.into_iter().flat_map(|route| route.template.key()).collect();
        let mut properties = Vec::new();
        let (mut marked_additional, mut skipped) = (Vec::new(), Vec::new());
        let fields = fields(input, kind, errors);
        let has_fields = fields.is_some();
        for field in fields.into_iter().flatten() {
            let Some(ident) = &field.ident else { continue };
            let of_field = FieldOptions::read(&field.attrs, Site::Field, errors);
            let apart = match &of_field {
                options if options.additional.is_set() => Some(&mut marked_additional),
                options if options.skip.is_set() => Some(&mut skipped),
                _ => None,
            };
            if let Some(apart) = apart {
                apart.push(Apart { ident, ty: &field.ty, options: of_field });
                continue;
            }
            properties.push(Property {
                ident,
                ty: &field.ty,
                nullable: inside_options(&field.ty),
                wire: wire_name(ident, &of_field, options.case, errors),
                codec: Codec::of(field, &of_field, errors),
                is_key: key.iter().any(|key| ident.unraw() == key),
                options: of_field,
                attributes: &field.attrs,
                repeated: repeated(&field.attrs),
            });
        }
        let names = Names::choose(&input.ident, &options, items, errors);
        Self {
            input,
            kind,
            options,
            names,
            routes,
            properties,
            marked_additional,
            skipped,
            has_fields,
            is_broken: false,
        }
    }

    /// The field that holds what the type does not name.
    pub(crate) fn additional(&self) -> Option<&Apart<'i>> {
        self.marked_additional.first()
    }

    /// The field that a placeholder names.
    pub(crate) fn named(&self, placeholder: &str) -> Option<&Property<'i>> {
        self.properties.iter().find(|property| property.ident.unraw() == placeholder)
    }

    pub(crate) fn key(&self) -> Option<&Property<'i>> {
        self.properties.iter().find(|property| property.is_key)
    }

    /// The relationships that a body may bind, with their rows in the table. Only entities bind relationships, so a
    /// complex value has none.
    pub(crate) fn bindable(&self) -> impl Iterator<Item = (usize, &Property<'i>)> {
        let properties = self.properties.iter().enumerate();
        properties.filter(|(_, property)| self.kind == Kind::Resource && property.options.navigation.is_set())
    }

    /// The name of the partial's field that holds bound relationships, if there are relationships to bind.
    pub(crate) fn bindings(&self) -> Option<Ident> {
        self.bindable().next().map(|_| format_ident!("__graph_bindings"))
    }
}

impl Codec {
    fn of(field: &Field, options: &FieldOptions, errors: &mut Errors) -> Self {
        let module = options.with.get().and_then(|text| {
            let module = text.parse_with(syn::Path::parse_mod_style).ok();
            if module.is_none() {
                errors.push(text, Diagnostic::NotAModule { text: text.value() });
            }
            module
        });
        match module {
            // With `with` or `opaque`, which is reported as a conflict.
            _ if options.etag.is_set() => Self::Native,
            // A collection of nullable entities, which is reported.
            _ if options.navigation.is_set() && has_nullable_items(&field.ty) => Self::Opaque,
            Some(module) => Self::With(module),
            None if options.opaque.is_set() => Self::Opaque,
            // `labels: HashMap<String, String>`: what the compiler would say is a list of what is possible.
            None => match of_std(&field.ty) {
                Some((path, name, instead)) => {
                    errors.push(path, Diagnostic::TypeOfStd { name, instead });
                    Self::Opaque
                }
                None => Self::Native,
            },
        }
    }
}

/// The named fields. `None` if the type has no fields that can be used.
fn fields<'i>(input: &'i DeriveInput, kind: Kind, errors: &mut Errors) -> Option<&'i Punctuated<Field, Token![,]>> {
    // `struct User<'a> { name: &'a str }`: values outlive the answers that they are read from.
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
            // Errors in the types of borrowing fields would repeat the error for the lifetime.
            Fields::Named(fields) => return (!has_lifetimes).then_some(&fields.named),
            Fields::Unnamed(fields) => errors.push(fields, mistake("a tuple struct")),
            Fields::Unit => errors.push(&input.ident, mistake("a unit struct")),
        },
        Data::Enum(data) => errors.push(data.enum_token, mistake("an enum")),
        Data::Union(data) => errors.push(data.union_token, mistake("a union")),
    }
    None
}

fn wire_name(ident: &Ident, options: &FieldOptions, case: Case, errors: &mut Errors) -> String {
    if options.etag.is_set() {
        return "@odata.etag".to_owned();
    }
    for alias in options.alias.iter() {
        property_name(alias, errors);
    }
    if let Some(text) = options.annotation.get() {
        return annotation_name(text, errors);
    }
    match options.rename.get() {
        Some(text) => property_name(text, errors),
        None => case.of_field(&ident.unraw().to_string()),
    }
}

/// The attributes of a field that its generated items repeat.
fn repeated(attributes: &[Attribute]) -> Vec<&Attribute> {
    let wanted = ["doc", "deprecated"];
    attributes.iter().filter(|attribute| wanted.iter().any(|name| attribute.path().is_ident(name))).collect()
}
