//! Rules for the options of one field: which options exclude each other, and which need a certain type.

use crate::diagnostic::Diagnostic;
use crate::errors::Errors;
use crate::input::options::{FieldOptions, Options};
use crate::input::types::inside_option;
use crate::input::{Given, Kind, Property, Structure};

const NEVER_NAMED: &str = "a relationship is in no patch anyway";
const LEADS_TO_ENTITIES: &str = "a relationship leads to entities, which are read and written as such";
const TAG_IS_READ: &str = "the tag is read from the answer and never sent in a body";
const TAG_HAS_A_TYPE: &str = "its type is `Option<ETag>`";

const NEVER_SENT: &str = "an annotation is read from the answer and never sent";

/// Two options that cannot stand on one field, and why.
pub(super) const CONFLICTS: [(&str, &str, &str); 37] = [
    ("read_only", "create_only", "one is never sent, the other at creation"),
    ("read_only", "write_only", "one is never sent, the other never shown"),
    ("read_only", "merge", "what is never sent has no difference to send"),
    ("create_only", "merge", "what no patch names has no difference to send"),
    ("opaque", "with", "both say how the value is read and written"),
    ("opaque", "merge", "a foreign type is replaced whole"),
    ("with", "merge", "a foreign type is replaced whole"),
    ("navigation", "read_only", NEVER_NAMED),
    ("navigation", "create_only", NEVER_NAMED),
    ("navigation", "write_only", "a relationship is read, where it is expanded"),
    ("navigation", "merge", "a relationship is changed by references"),
    ("navigation", "default", "a relationship that is not expanded is `None` anyway"),
    ("navigation", "opaque", LEADS_TO_ENTITIES),
    ("navigation", "with", LEADS_TO_ENTITIES),
    ("navigation", "etag", "a tag is no relationship"),
    ("etag", "rename", "its name is `@odata.etag`"),
    ("etag", "read_only", TAG_IS_READ),
    ("etag", "create_only", TAG_IS_READ),
    ("etag", "write_only", TAG_IS_READ),
    ("etag", "merge", TAG_IS_READ),
    ("etag", "opaque", TAG_HAS_A_TYPE),
    ("etag", "with", TAG_HAS_A_TYPE),
    ("etag", "default", "without a tag it is `None`"),
    ("etag", "alias", "its name is `@odata.etag`"),
    ("etag", "not_null", "without a tag it is `None`"),
    ("etag", "annotation", "its name is `@odata.etag`"),
    ("navigation", "not_null", "a relationship that is not expanded is `None` anyway"),
    ("annotation", "rename", "it states the name"),
    ("annotation", "alias", "it states the name"),
    ("annotation", "read_only", NEVER_SENT),
    ("annotation", "create_only", NEVER_SENT),
    ("annotation", "write_only", NEVER_SENT),
    ("annotation", "merge", NEVER_SENT),
    ("annotation", "not_null", "an annotation that is not there is `None`"),
    ("annotation", "navigation", "an annotation is no relationship"),
    ("annotation", "inline", "an annotation is no relationship"),
    ("etag", "inline", "a tag is no relationship"),
];

/// `#[graph_resource(read_only, create_only)]`. The option that stands second is the mistake.
pub(super) fn conflicts(options: &FieldOptions, errors: &mut Errors) {
    let given = options.given();
    if given.len() < 2 {
        return;
    }
    let named = |name| given.iter().find(|given: &&Given| given.name == name);
    for (one, other, why) in CONFLICTS {
        let (Some(one), Some(other)) = (named(one), named(other)) else { continue };
        let (first, second) = if one.order < other.order { (one, other) } else { (other, one) };
        errors.push_at(second.span, Diagnostic::Conflict { second: second.name, first: first.name, why });
    }
}

/// The types of a tag and of a relationship, and a doubled `Option` of any property.
pub(super) fn nullability(property: &Property<'_>, errors: &mut Errors) {
    let is_bare = property.nullable.is_none() && !property.is_key;
    // `#[graph_resource(etag)] etag: ETag`: many answers have none.
    if property.options.etag.is_set() && is_bare {
        errors.push(property.ty, Diagnostic::Nullable { option: "etag", wanted: "Option<ETag>" });
    }
    // `#[graph_resource(annotation = "@microsoft.graph.downloadUrl")] url: String`: many answers have none.
    if property.options.annotation.is_named() && is_bare {
        errors.push(property.ty, Diagnostic::Nullable { option: "annotation", wanted: "Option<…>" });
    }
    // `#[graph_resource(not_null)] birthday: DateTimeOffset`.
    if let Some(span) = property.options.not_null.span()
        && is_bare
    {
        errors.push_at(span, Diagnostic::NotNullWithoutOption);
    }
    // `#[graph_resource(inline)] address: Option<Address>`.
    if let Some(span) = property.options.inline.span()
        && ![&property.options.etag, &property.options.navigation].iter().any(|option| option.is_set())
        && !property.options.annotation.is_named()
    {
        errors.push_at(span, Diagnostic::InlineWithoutNavigation);
    }
    if property.options.navigation.is_set() {
        let (entity, is_many) = property.related();
        // `#[graph_resource(navigation)] members: Vec<User>`: a relationship that was not expanded is not empty.
        if is_bare {
            let wanted = if is_many { "Option<Vec<…>>" } else { "Option<…>" };
            errors.push(property.ty, Diagnostic::Nullable { option: "navigation", wanted });
        }
        // `#[graph_resource(navigation)] members: Option<Vec<Option<User>>>`.
        if is_many && inside_option(entity).is_some() {
            errors.push(entity, Diagnostic::NullableEntity);
        }
    }
    // `Option<Option<String>>`: users of other libraries write this for the third state of a patch.
    if inside_option(property.ty).is_some_and(|inner| inside_option(inner).is_some()) {
        errors.push(property.ty, Diagnostic::DoubleOption);
    }
}

/// Fields marked `additional`: one, a map, and without further options.
pub(super) fn additional(model: &Structure<'_>, errors: &mut Errors) {
    let wanted = "serde_json::Map<String, serde_json::Value>";
    for (number, field) in model.marked_additional.iter().enumerate() {
        for given in field.options.given() {
            if given.name != "additional" {
                let why = "it holds properties of every name and kind";
                errors.push_at(given.span, Diagnostic::Conflict { second: given.name, first: "additional", why });
            } else if number > 0 {
                errors.push_at(given.span, Diagnostic::SecondOfKind { option: "additional" });
            }
        }
        if inside_option(field.ty).is_some() {
            errors.push(field.ty, Diagnostic::NotNullable { option: "additional", wanted });
        }
    }
}

/// Fields marked `skip`: without further options, and no key.
pub(super) fn skipped(model: &Structure<'_>, errors: &mut Errors) {
    for given in model.skipped.iter().flat_map(|field| field.options.given()).filter(|given| given.name != "skip") {
        let why = "the field is neither read nor sent";
        errors.push_at(given.span, Diagnostic::Conflict { second: given.name, first: "skip", why });
    }
}

/// Fields marked `etag`: one, of a resource. A complex value has no version of its own.
pub(super) fn etag(model: &Structure<'_>, errors: &mut Errors) {
    let mut tags = model.properties.iter().filter_map(|property| property.options.etag.span());
    let first = tags.next();
    for span in tags {
        errors.push_at(span, Diagnostic::SecondOfKind { option: "etag" });
    }
    if let Some(span) = first.filter(|_| model.kind == Kind::Complex) {
        let mistake = Diagnostic::OptionElsewhere {
            name: "etag".into(),
            place: "complex types",
            home: "fields of resources".into(),
        };
        errors.push_at(span, mistake);
    }
}
