//! The facts of a CSDL file, before they become rows.

use std::collections::BTreeMap;

/// Namespace and name.
pub(crate) type Name = (String, String);

/// A file.
#[derive(Default)]
pub(crate) struct Model {
    /// Namespaces and their aliases.
    pub(crate) namespaces: BTreeMap<String, Option<String>>,
    pub(crate) types: BTreeMap<Name, Type>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) roots: BTreeMap<String, Root>,
    /// The targets of annotations that nothing of the file has.
    pub(crate) unplaced: Vec<String>,
}

#[derive(Clone, Copy, Default, Eq, PartialEq)]
pub(crate) enum Kind {
    #[default]
    Entity,
    Complex,
    Enumeration,
    Definition,
}

#[expect(clippy::struct_excessive_bools, reason = "each is an attribute of the file")]
#[derive(Default)]
pub(crate) struct Type {
    pub(crate) kind: Kind,
    /// The base type, or what the values of an enumeration are made of; qualified.
    pub(crate) base: Option<String>,
    pub(crate) is_abstract: bool,
    pub(crate) is_open: bool,
    pub(crate) has_stream: bool,
    pub(crate) is_flags: bool,
    pub(crate) members: Vec<Member>,
    pub(crate) enum_members: Vec<EnumMember>,
    pub(crate) key: Vec<String>,
    pub(crate) notes: Notes,
}

/// A type, or a collection of it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Use {
    /// Qualified, or with `Edm.`.
    pub(crate) name: String,
    pub(crate) is_collection: bool,
}

pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) of_type: Use,
    /// As it is stated.
    pub(crate) nullable: Option<bool>,
    pub(crate) is_relationship: bool,
    pub(crate) is_contained: bool,
    pub(crate) notes: Notes,
}

pub(crate) struct EnumMember {
    pub(crate) name: String,
    pub(crate) value: i64,
    pub(crate) notes: Notes,
}

pub(crate) struct Operation {
    pub(crate) name: Name,
    pub(crate) is_action: bool,
    pub(crate) is_bound: bool,
    pub(crate) is_composable: bool,
    /// What it is called on is the first, where it is bound.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) result: Option<(Use, bool)>,
    pub(crate) notes: Notes,
}

impl Operation {
    /// What it is called on.
    pub(crate) fn binding(&self) -> Option<&Use> {
        self.parameters.first().filter(|_| self.is_bound).map(|parameter| &parameter.of_type)
    }

    /// The parameters without what it is called on.
    pub(crate) fn own_parameters(&self) -> &[Parameter] {
        self.parameters.get(usize::from(self.is_bound)..).unwrap_or_default()
    }

    /// What tells overloads apart.
    pub(crate) fn signature(&self) -> (&Name, Option<&Use>, Vec<(&str, &Use)>) {
        let parameters = self.own_parameters().iter();
        (&self.name, self.binding(), parameters.map(|parameter| (&*parameter.name, &parameter.of_type)).collect())
    }
}

pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) of_type: Use,
    pub(crate) is_nullable: bool,
    pub(crate) notes: Notes,
}

pub(crate) struct Root {
    /// Qualified.
    pub(crate) of_type: String,
    pub(crate) is_singleton: bool,
    pub(crate) notes: Notes,
}

/// What annotations say.
#[expect(clippy::struct_excessive_bools, reason = "each is an attribute of the file")]
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) is_computed: bool,
    pub(crate) is_immutable: bool,
    pub(crate) is_auto_expanded: bool,
    pub(crate) is_optional: bool,
    /// Whether it can be read, and written.
    pub(crate) permission: Option<(bool, bool)>,
    pub(crate) deprecation: Option<Deprecation>,
    /// Of each key, the names in the URL and the paths of properties.
    pub(crate) alternate_keys: Vec<Vec<(String, String)>>,
}

/// Dates are numbers `yyyymmdd`, 0 where there is none.
pub(crate) struct Deprecation {
    pub(crate) since: u32,
    pub(crate) removal: u32,
    pub(crate) revision: String,
}
