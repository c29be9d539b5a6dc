//! Why a property has no setter: a trait for each reason, which no type implements.

/// Of the key.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set the key of a resource",
    label = "the key is part of the address",
    note = "give the key to `at(…)`, and the patch to its `update(…)`"
)]
pub trait KeyInPatch {}

/// Of the field marked `etag`.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set the entity tag of a resource",
    label = "the service computes it",
    note = "to change only what is still as you read it, call `.if_match(tag)` on the update, or save by `track`"
)]
pub trait ETagInPatch {}

/// Of a field marked `annotation`.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set an annotation",
    label = "the service states it in answers",
    note = "the field is marked `annotation`"
)]
pub trait AnnotationInPatch {}

/// Of a field marked `read_only`.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set a property that is read-only",
    label = "the service computes it",
    note = "the field is marked `read_only`; if the service lets clients change it, remove that"
)]
pub trait ReadOnlyInPatch {}

/// Of a field marked `create_only`.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set a property that is set at creation only",
    label = "it never changes afterwards",
    note = "the field is marked `create_only`; if the service lets clients change it, remove that",
    note = "in what is given to `create(…)`, it is a field as any other"
)]
pub trait CreateOnlyInPatch {}

/// Of a relationship that is not marked `inline`.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set the entities of a relationship",
    label = "only references to them can be set",
    note = "`bind_…` sets a reference, and `.navigation(…)` at the resource adds and removes references",
    note = "the field is marked `navigation`; if the service takes the entities in a `PATCH`, mark it `inline` too"
)]
pub trait RelationshipInPatch {}

/// Of a relationship of a complex type.
#[diagnostic::on_unimplemented(
    message = "a patch cannot set a relationship of a complex type",
    label = "no request changes it",
    note = "the field is marked `navigation`; it is read by `expand` alone"
)]
pub trait ComplexRelationshipInPatch {}
