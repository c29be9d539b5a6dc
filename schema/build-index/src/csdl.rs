//! From XML to facts.
//!
//! Source: OData CSDL XML Representation 4.01.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use crate::annotations::{self, annotate};
use crate::error::BuildError;
use crate::model::{EnumMember, Kind, Member, Model, Name, Notes, Operation, Parameter, Root, Type, Use};

/// The facts of a file.
pub(crate) fn read(text: &str) -> Result<Model, BuildError> {
    // A byte order mark is no part of the text.
    let document = Document::parse(text.trim_start_matches('\u{feff}')).map_err(BuildError::Xml)?;
    let schemas: Vec<_> = document.descendants().filter(|node| node.tag_name().name() == "Schema").collect();
    if schemas.is_empty() {
        return Err(BuildError::NoSchema);
    }
    let mut model = Model::default();
    for schema in &schemas {
        let alias = schema.attribute("Alias").map(str::to_owned);
        let known = model.namespaces.entry(attribute(*schema, "Namespace")?.to_owned()).or_default();
        *known = alias.or(known.take());
    }
    let mut reader = Reader { containers: Vec::new(), model };
    for schema in &schemas {
        reader.schema(*schema)?;
    }
    for schema in schemas {
        for node in elements(schema, "Annotations") {
            annotations::place(&mut reader.model, &reader.containers, node)?;
        }
    }
    Ok(reader.model)
}

struct Reader {
    model: Model,
    /// The qualified names of the entity containers, to which annotations refer.
    containers: Vec<String>,
}

pub(crate) fn elements<'a, 'i>(node: Node<'a, 'i>, tag: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.tag_name().name() == tag)
}

pub(crate) fn attribute<'a>(node: Node<'a, '_>, attribute: &'static str) -> Result<&'a str, BuildError> {
    node.attribute(attribute).ok_or_else(|| {
        let element = node.tag_name().name().to_owned();
        BuildError::Attribute { element, attribute, line: line(node) }
    })
}

fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}

pub(crate) fn wrong_value(node: Node<'_, '_>, value: &str) -> BuildError {
    BuildError::Value { value: value.to_owned(), line: line(node) }
}

/// A Boolean attribute; `None` where it is not stated.
fn flag(node: Node<'_, '_>, attribute: &str) -> Result<Option<bool>, BuildError> {
    match node.attribute(attribute) {
        None => Ok(None),
        Some("true" | "1") => Ok(Some(true)),
        Some("false" | "0") => Ok(Some(false)),
        Some(other) => Err(wrong_value(node, other)),
    }
}

fn is(node: Node<'_, '_>, attribute: &str) -> Result<bool, BuildError> {
    Ok(flag(node, attribute)?.unwrap_or_default())
}

impl Model {
    /// A qualified name with the namespace written out.
    pub(crate) fn qualified(&self, name: &str) -> String {
        let Some((space, short)) = name.rsplit_once('.') else { return name.to_owned() };
        let is_meant = |(_, alias): &(&String, &Option<String>)| alias.as_deref() == Some(space);
        match self.namespaces.iter().find(is_meant) {
            Some((namespace, _)) if !self.namespaces.contains_key(space) => format!("{namespace}.{short}"),
            _ => name.to_owned(),
        }
    }

    pub(crate) fn used(&self, name: &str) -> Use {
        let item = name.strip_prefix("Collection(").and_then(|item| item.strip_suffix(')'));
        Use { name: self.qualified(item.unwrap_or(name)), is_collection: item.is_some() }
    }
}

/// Namespace and name of a qualified name.
pub(crate) fn parts(qualified: &str) -> Name {
    let (namespace, name) = qualified.rsplit_once('.').unwrap_or(("", qualified));
    (namespace.to_owned(), name.to_owned())
}

impl Reader {
    fn schema(&mut self, schema: Node<'_, '_>) -> Result<(), BuildError> {
        let namespace = attribute(schema, "Namespace")?;
        for node in schema.children().filter(Node::is_element) {
            let kind = match node.tag_name().name() {
                "EntityType" => Kind::Entity,
                "ComplexType" => Kind::Complex,
                "EnumType" => Kind::Enumeration,
                "TypeDefinition" => Kind::Definition,
                "Action" | "Function" => {
                    let operation = self.operation(namespace, node)?;
                    self.model.operations.push(operation);
                    continue;
                }
                "EntityContainer" => {
                    self.container(namespace, node)?;
                    continue;
                }
                _ => continue,
            };
            let name = (namespace.to_owned(), attribute(node, "Name")?.to_owned());
            let of_type = self.of_type(kind, node)?;
            if self.model.types.insert(name.clone(), of_type).is_some() {
                return Err(BuildError::Twice(format!("{}.{}", name.0, name.1)));
            }
        }
        Ok(())
    }

    fn of_type(&self, kind: Kind, node: Node<'_, '_>) -> Result<Type, BuildError> {
        let base = match kind {
            Kind::Entity | Kind::Complex => node.attribute("BaseType"),
            Kind::Enumeration | Kind::Definition => Some(node.attribute("UnderlyingType").unwrap_or("Edm.Int32")),
        };
        let mut of_type = Type {
            kind,
            base: base.map(|base| self.model.qualified(base)),
            is_abstract: is(node, "Abstract")?,
            is_open: is(node, "OpenType")?,
            has_stream: is(node, "HasStream")?,
            is_flags: is(node, "IsFlags")?,
            ..Type::default()
        };
        let mut next_value = 0_i64;
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "Property" | "NavigationProperty" => of_type.members.push(self.member(child)?),
                "Member" => {
                    let value: i64 = match child.attribute("Value") {
                        Some(value) => value.parse().map_err(|_| wrong_value(child, value))?,
                        None => next_value,
                    };
                    next_value = value.wrapping_add(1);
                    let mut member =
                        EnumMember { name: attribute(child, "Name")?.to_owned(), value, notes: Notes::default() };
                    annotate(&mut member.notes, child)?;
                    of_type.enum_members.push(member);
                }
                "Key" => {
                    for property in elements(child, "PropertyRef") {
                        of_type.key.push(attribute(property, "Name")?.to_owned());
                    }
                }
                _ => {}
            }
        }
        annotate(&mut of_type.notes, node)?;
        Ok(of_type)
    }

    fn member(&self, node: Node<'_, '_>) -> Result<Member, BuildError> {
        let mut member = Member {
            name: attribute(node, "Name")?.to_owned(),
            of_type: self.model.used(attribute(node, "Type")?),
            nullable: flag(node, "Nullable")?,
            is_relationship: node.tag_name().name() == "NavigationProperty",
            is_contained: is(node, "ContainsTarget")?,
            notes: Notes::default(),
        };
        annotate(&mut member.notes, node)?;
        Ok(member)
    }

    fn operation(&self, namespace: &str, node: Node<'_, '_>) -> Result<Operation, BuildError> {
        let mut parameters = Vec::new();
        for child in elements(node, "Parameter") {
            let mut parameter = Parameter {
                name: attribute(child, "Name")?.to_owned(),
                of_type: self.model.used(attribute(child, "Type")?),
                is_nullable: flag(child, "Nullable")?.unwrap_or(true),
                notes: Notes::default(),
            };
            annotate(&mut parameter.notes, child)?;
            parameters.push(parameter);
        }
        let result = match elements(node, "ReturnType").next() {
            Some(result) => {
                let is_nullable = flag(result, "Nullable")?.unwrap_or(true);
                Some((self.model.used(attribute(result, "Type")?), is_nullable))
            }
            None => None,
        };
        let mut operation = Operation {
            name: (namespace.to_owned(), attribute(node, "Name")?.to_owned()),
            is_action: node.tag_name().name() == "Action",
            is_bound: is(node, "IsBound")?,
            is_composable: is(node, "IsComposable")?,
            parameters,
            result,
            notes: Notes::default(),
        };
        annotate(&mut operation.notes, node)?;
        Ok(operation)
    }

    fn container(&mut self, namespace: &str, node: Node<'_, '_>) -> Result<(), BuildError> {
        self.containers.push(format!("{namespace}.{}", attribute(node, "Name")?));
        for child in node.children().filter(Node::is_element) {
            let (of_type, is_singleton) = match child.tag_name().name() {
                "EntitySet" => (attribute(child, "EntityType")?, false),
                "Singleton" => (attribute(child, "Type")?, true),
                _ => continue,
            };
            let name = attribute(child, "Name")?.to_owned();
            let mut root = Root { of_type: self.model.qualified(of_type), is_singleton, notes: Notes::default() };
            annotate(&mut root.notes, child)?;
            if self.model.roots.insert(name.clone(), root).is_some() {
                return Err(BuildError::Twice(name));
            }
        }
        Ok(())
    }
}

impl Model {
    /// Refuses what an index cannot hold: members declared twice.
    pub(crate) fn check(&self) -> Result<(), BuildError> {
        for ((namespace, name), of_type) in &self.types {
            let members = of_type.members.iter().map(|member| &*member.name);
            let mut seen = BTreeSet::new();
            for member in members.chain(of_type.enum_members.iter().map(|member| &*member.name)) {
                if !seen.insert(member) {
                    return Err(BuildError::Twice(format!("{namespace}.{name}/{member}")));
                }
            }
        }
        Ok(())
    }
}
