//! What the tests ask of the metadata.

use crate::support::tell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use roxmltree::{Document, Node};

use crate::support::beside;

/// The types and functions of the metadata, by qualified names.
pub(crate) struct Metadata {
    types: BTreeMap<String, Type>,
    functions: Vec<Function>,
}

#[derive(Default)]
struct Type {
    base: Option<String>,
    is_enumeration: bool,
    is_abstract: bool,
    is_open: bool,
    properties: Vec<Property>,
    members: Vec<String>,
}

/// A declared property.
#[derive(Clone)]
pub(crate) struct Property {
    pub(crate) name: String,
    /// The name of the type, or of the items' type.
    pub(crate) of_type: String,
    pub(crate) is_collection: bool,
    pub(crate) is_nullable: bool,
    pub(crate) is_navigation: bool,
}

/// A bound function: its name, the names of its parameters, and what it returns.
#[derive(Debug, PartialEq)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) on: String,
    pub(crate) parameters: Vec<String>,
    pub(crate) returns: String,
}

const SCHEMA: &str = "schema/graph-v1.0.csdl.xml";

impl Metadata {
    /// The metadata of Graph v1.0, where it is at hand.
    pub(crate) fn at_hand() -> Option<&'static Self> {
        static METADATA: OnceLock<Option<Metadata>> = OnceLock::new();
        let metadata = METADATA.get_or_init(|| beside(SCHEMA).map(|text| Self::of(&text)));
        if metadata.is_none() {
            tell(format_args!("not compared with the metadata: there is no `{SCHEMA}` beside the checkout"));
        }
        metadata.as_ref()
    }

    fn of(text: &str) -> Self {
        let document = Document::parse(text).unwrap();
        let (mut types, mut functions) = (BTreeMap::new(), Vec::new());
        for schema in document.descendants().filter(|node| node.has_tag_name("Schema")) {
            for node in schema.children() {
                if let ("EnumType" | "ComplexType" | "EntityType", Some(name)) =
                    (node.tag_name().name(), node.attribute("Name"))
                {
                    types.insert(format!("{}.{name}", schema.attribute("Namespace").unwrap()), Type::of(node));
                } else if node.tag_name().name() == "Function" && node.attribute("IsBound") == Some("true") {
                    functions.push(Function::of(node));
                }
            }
        }
        Self { types, functions }
    }

    fn one(&self, name: &str) -> &Type {
        self.types.get(name).unwrap_or_else(|| panic!("`{name}` is not in the metadata"))
    }

    /// All properties, those of the base types first.
    pub(crate) fn properties(&self, name: &str) -> Vec<Property> {
        let of_type = self.one(name);
        let mut properties = of_type.base.as_ref().map(|base| self.properties(base)).unwrap_or_default();
        properties.extend(of_type.properties.iter().cloned());
        properties
    }

    pub(crate) fn is_open(&self, name: &str) -> bool {
        let of_type = self.one(name);
        of_type.is_open || of_type.base.as_ref().is_some_and(|base| self.is_open(base))
    }

    pub(crate) fn is_abstract(&self, name: &str) -> bool {
        self.one(name).is_abstract
    }

    pub(crate) fn is_enumeration(&self, name: &str) -> bool {
        self.one(name).is_enumeration
    }

    /// The members of an enumeration, in order.
    pub(crate) fn members(&self, name: &str) -> Vec<&str> {
        self.one(name).members.iter().map(|member| &**member).collect()
    }

    fn of_namespace<'m>(&'m self, namespace: &'m str) -> impl Iterator<Item = (&'m str, &'m Type)> {
        let is_of = move |name: &str| name.rsplit_once('.').is_some_and(|(of, _)| of == namespace);
        self.types.iter().filter(move |(name, _)| is_of(name)).map(|(name, of_type)| (&**name, of_type))
    }

    pub(crate) fn enumerations_of<'m>(&'m self, namespace: &'m str) -> Vec<&'m str> {
        self.of_namespace(namespace).filter(|(_, of_type)| of_type.is_enumeration).map(|(name, _)| name).collect()
    }

    /// The structured types that a value can be of.
    pub(crate) fn concrete_types_of(&self, namespace: &str) -> BTreeSet<String> {
        let is_concrete = |of_type: &Type| !of_type.is_enumeration && !of_type.is_abstract;
        let concrete = self.of_namespace(namespace).filter(|(_, of_type)| is_concrete(of_type));
        concrete.map(|(name, _)| name.to_owned()).collect()
    }

    /// The types that a value of this type can be of, this one excepted.
    pub(crate) fn concrete_types_derived_from(&self, base: &str) -> BTreeSet<String> {
        let direct = self.types.iter().filter(|(_, of_type)| of_type.base.as_deref() == Some(base));
        let mut derived = BTreeSet::new();
        for (name, of_type) in direct {
            if !of_type.is_abstract {
                derived.insert(name.clone());
            }
            derived.append(&mut self.concrete_types_derived_from(name));
        }
        derived
    }

    /// The functions bound to this, in the order of the metadata.
    pub(crate) fn functions_on(&self, on: &str) -> Vec<&Function> {
        self.functions.iter().filter(|function| function.on == on).collect()
    }
}

impl Type {
    fn of(node: Node<'_, '_>) -> Self {
        let is = |attribute: &str| node.attribute(attribute) == Some("true");
        let named = |tag: &'static str| node.children().filter(move |child| child.has_tag_name(tag));
        let members = named("Member").filter_map(|member| member.attribute("Name"));
        Self {
            base: node.attribute("BaseType").map(qualified),
            is_enumeration: node.has_tag_name("EnumType"),
            is_abstract: is("Abstract"),
            is_open: is("OpenType"),
            properties: named("Property").chain(named("NavigationProperty")).map(Property::of).collect(),
            members: members.map(str::to_owned).collect(),
        }
    }
}

impl Property {
    fn of(node: Node<'_, '_>) -> Self {
        let of_type = node.attribute("Type").unwrap();
        let item = of_type.strip_prefix("Collection(").and_then(|item| item.strip_suffix(')'));
        Self {
            name: node.attribute("Name").unwrap().to_owned(),
            of_type: qualified(item.unwrap_or(of_type)),
            is_collection: item.is_some(),
            is_nullable: node.attribute("Nullable") != Some("false"),
            is_navigation: node.has_tag_name("NavigationProperty"),
        }
    }
}

impl Function {
    fn of(node: Node<'_, '_>) -> Self {
        let child = |tag: &'static str| node.children().filter(move |child| child.has_tag_name(tag));
        let of_type = |node: Node<'_, '_>| node.attribute("Type").unwrap_or_default().to_owned();
        Self {
            name: node.attribute("Name").unwrap().to_owned(),
            on: child("Parameter").next().map(of_type).unwrap_or_default(),
            parameters: child("Parameter")
                .skip(1)
                .filter_map(|node| node.attribute("Name"))
                .map(str::to_owned)
                .collect(),
            returns: child("ReturnType").next().map(of_type).unwrap_or_default(),
        }
    }
}

/// The alias of the namespace, written out.
fn qualified(name: &str) -> String {
    name.strip_prefix("graph.").map_or_else(|| name.to_owned(), |short| format!("microsoft.graph.{short}"))
}
