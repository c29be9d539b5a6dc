//! The annotations that an index has facts of.

use roxmltree::Node;

use crate::csdl::{attribute, elements, parts, wrong_value};
use crate::error::BuildError;
use crate::model::{Deprecation, Model, Notes};

/// Reads the annotations that stand inside an element.
pub(crate) fn annotate(notes: &mut Notes, node: Node<'_, '_>) -> Result<(), BuildError> {
    for annotation in elements(node, "Annotation") {
        read(notes, annotation)?;
    }
    Ok(())
}

const TERMS: [&str; 7] =
    ["Computed", "Immutable", "AutoExpand", "OptionalParameter", "Permissions", "Revisions", "AlternateKeys"];

/// The name of a term of the vocabulary `Core`, where it is one that an index has facts of.
fn term<'a>(node: Node<'a, '_>) -> Result<Option<&'a str>, BuildError> {
    let name = attribute(node, "Term")?;
    let name = name.strip_prefix("Org.OData.Core.V1.").or_else(|| name.strip_prefix("Core."));
    Ok(name.filter(|name| TERMS.contains(name)))
}

fn read(notes: &mut Notes, node: Node<'_, '_>) -> Result<(), BuildError> {
    match term(node)? {
        Some("Computed") => notes.is_computed = is_tagged(node)?,
        Some("Immutable") => notes.is_immutable = is_tagged(node)?,
        Some("AutoExpand") => notes.is_auto_expanded = is_tagged(node)?,
        Some("OptionalParameter") => notes.is_optional = true,
        Some("Permissions") => {
            let text = value(node, "EnumMember").unwrap_or_default();
            let mut permission = (false, false);
            for name in text.split([' ', ',']).filter(|name| !name.is_empty()) {
                match name.rsplit_once('/').map_or(name, |(_, name)| name) {
                    "None" => {}
                    "Read" => permission.0 = true,
                    "Write" => permission.1 = true,
                    "ReadWrite" => permission = (true, true),
                    // `Invoke` is of operations.
                    "Invoke" => return Ok(()),
                    _ => return Err(wrong_value(node, name)),
                }
            }
            notes.permission = Some(permission);
        }
        Some("Revisions") => {
            for record in records(node) {
                if property(record, "Kind").and_then(|kind| value(kind, "EnumMember")).is_some_and(is_deprecated) {
                    notes.deprecation = Some(deprecation(record)?);
                }
            }
        }
        Some("AlternateKeys") => {
            for record in records(node) {
                let parts = property(record, "Key").into_iter().flat_map(records).filter_map(|part| {
                    let path = value(property(part, "Name")?, "PropertyPath")?;
                    let alias = property(part, "Alias").and_then(|alias| value(alias, "String"));
                    Some((alias.unwrap_or(path).to_owned(), path.to_owned()))
                });
                notes.alternate_keys.push(parts.collect());
            }
        }
        _ => {}
    }
    Ok(())
}

fn is_deprecated(kind: &str) -> bool {
    kind.rsplit('/').next() == Some("Deprecated")
}

fn deprecation(record: Node<'_, '_>) -> Result<Deprecation, BuildError> {
    let date = |name| match property(record, name).and_then(|node| value(node, "Date")) {
        Some(text) => {
            let date: Result<graph_resource_schema::Date, _> = text.parse();
            date.map(graph_resource_schema::Date::number).map_err(|_| wrong_value(record, text))
        }
        None => Ok(0),
    };
    let revision = property(record, "Version").and_then(|node| value(node, "String")).unwrap_or_default();
    Ok(Deprecation { since: date("Date")?, removal: date("RemovalDate")?, revision: revision.to_owned() })
}

/// A term of the type `Tag` is true where nothing else is said.
fn is_tagged(node: Node<'_, '_>) -> Result<bool, BuildError> {
    match value(node, "Bool") {
        None | Some("true") => Ok(true),
        Some("false") => Ok(false),
        Some(other) => Err(wrong_value(node, other)),
    }
}

/// A constant of this kind, be it an attribute or an element.
fn value<'a>(node: Node<'a, '_>, kind: &'static str) -> Option<&'a str> {
    node.attribute(kind).or_else(|| elements(node, kind).next()?.text()).map(str::trim)
}

fn records<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    elements(node, "Collection").flat_map(|collection| elements(collection, "Record"))
}

fn property<'a, 'i>(record: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    elements(record, "PropertyValue").find(|value| value.attribute("Property") == Some(name))
}

/// Reads the annotations of an element `Annotations`, which names its target.
pub(crate) fn place(model: &mut Model, containers: &[String], node: Node<'_, '_>) -> Result<(), BuildError> {
    let target = attribute(node, "Target")?;
    let mut is_placed = true;
    for annotation in elements(node, "Annotation") {
        if term(annotation)?.is_some() {
            is_placed &= place_one(model, containers, target, annotation)?;
        }
    }
    if !is_placed {
        model.unplaced.push(target.to_owned());
    }
    Ok(())
}

/// Whether the target was found.
fn place_one(
    model: &mut Model,
    containers: &[String],
    target: &str,
    annotation: Node<'_, '_>,
) -> Result<bool, BuildError> {
    if let Some((name, rest)) = target.split_once('(') {
        let (types, tail) = rest.rsplit_once(')').unwrap_or((rest, ""));
        let types: Vec<_> = types.split(',').map(|name| model.used(name.trim())).collect();
        return place_on_operations(model, name, Some(&types), tail.strip_prefix('/'), annotation);
    }
    let (head, tail) = target.split_once('/').map_or((target, None), |(head, tail)| (head, Some(tail)));
    let qualified = model.qualified(head);
    let notes = if containers.contains(&qualified) {
        tail.and_then(|name| model.roots.get_mut(name)).map(|root| &mut root.notes)
    } else if let Some(of_type) = model.types.get_mut(&parts(&qualified)) {
        match tail {
            None => Some(&mut of_type.notes),
            Some(name) => {
                let enum_member = of_type.enum_members.iter_mut().find(|member| member.name == name);
                let member = of_type.members.iter_mut().find(|member| member.name == name);
                member.map(|member| &mut member.notes).or(enum_member.map(|member| &mut member.notes))
            }
        }
    } else {
        return place_on_operations(model, head, None, tail, annotation);
    };
    match notes {
        Some(notes) => read(notes, annotation).map(|()| true),
        None => Ok(false),
    }
}

/// On the overload with parameters of these types, or on all; on one of its parameters where that is named.
fn place_on_operations(
    model: &mut Model,
    name: &str,
    types: Option<&[crate::model::Use]>,
    parameter: Option<&str>,
    annotation: Node<'_, '_>,
) -> Result<bool, BuildError> {
    let name = parts(&model.qualified(name));
    let mut is_placed = false;
    for operation in model.operations.iter_mut().filter(|operation| operation.name == name) {
        let own = operation.parameters.iter().map(|parameter| &parameter.of_type);
        if types.is_some_and(|types| !own.eq(types)) {
            continue;
        }
        match parameter {
            None => read(&mut operation.notes, annotation)?,
            Some(name) => match operation.parameters.iter_mut().find(|parameter| parameter.name == name) {
                Some(parameter) => read(&mut parameter.notes, annotation)?,
                None => continue,
            },
        }
        is_placed = true;
    }
    Ok(is_placed)
}
