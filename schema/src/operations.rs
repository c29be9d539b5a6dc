//! Functions and actions.

use core::fmt;

use crate::annotations::Deprecation;
use crate::edm::{Primitive, TypeUse, ValueType};
use crate::index::Index;
use crate::layout::{self, operation_flag, parameter_flag, section};
use crate::names::QualifiedName;
use crate::types::Type;

/// A function or an action: one overload of it.
#[derive(Clone, Copy)]
pub struct Operation<'i> {
    index: &'i Index<'i>,
    number: u16,
    row: &'i [u8; layout::OPERATION],
}

impl<'i> Operation<'i> {
    pub(crate) fn of(index: &'i Index<'i>, number: u16) -> Option<Self> {
        let row = index.operations.get(usize::from(number))?;
        Some(Self { index, number, row })
    }

    fn has(&self, flag: u16) -> bool {
        u16::from_le_bytes([self.row[5], self.row[6]]) & flag != 0
    }

    /// The name without namespace: `getPstnCalls`.
    #[must_use]
    pub fn name(&self) -> &'i str {
        let &[a, b, c, d, ..] = self.row;
        self.index.names.text([a, b, c, d])
    }

    /// The name with its namespace.
    #[must_use]
    pub fn qualified_name(&self) -> QualifiedName<'i> {
        QualifiedName { namespace: self.index.namespace(self.row[4]), name: self.name() }
    }

    /// Whether it is an action, sent by `POST`; a function is read by `GET`.
    #[must_use]
    pub fn is_action(&self) -> bool {
        self.has(operation_flag::ACTION)
    }

    /// Whether more segments may follow a function.
    #[must_use]
    pub fn is_composable(&self) -> bool {
        self.has(operation_flag::COMPOSABLE)
    }

    /// What it is called on; `None` where it is called at the service root.
    #[must_use]
    pub fn binding(&self) -> Option<TypeUse<'i>> {
        let value = ValueType::of(self.index, u16::from_le_bytes([self.row[7], self.row[8]]))?;
        let is_collection = self.has(operation_flag::BINDING_COLLECTION);
        self.has(operation_flag::BOUND).then_some(TypeUse { value, is_collection })
    }

    /// Whether it can be called on values of this type, or on collections of it.
    #[must_use]
    pub fn is_bound_to(&self, of_type: Type<'_>, on_collection: bool) -> bool {
        let binding = self.binding().filter(|binding| binding.is_collection == on_collection);
        binding.and_then(|binding| binding.value.declared()).is_some_and(|binding| of_type.is_a(binding))
    }

    /// What it gives; `None` where it gives nothing.
    #[must_use]
    pub fn result(&self) -> Option<TypeUse<'i>> {
        let value = ValueType::of(self.index, u16::from_le_bytes([self.row[9], self.row[10]]))?;
        Some(TypeUse { value, is_collection: self.has(operation_flag::RESULT_COLLECTION) })
    }

    /// Whether the result may be null; of a collection, whether an item may.
    #[must_use]
    pub fn is_result_nullable(&self) -> bool {
        self.has(operation_flag::RESULT_NULLABLE)
    }

    /// The parameters, without what it is called on.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter<'i>> + use<'i> {
        let &[.., low, high, count] = self.row;
        let rows = self.index.parameters.get(usize::from(u16::from_le_bytes([low, high]))..).unwrap_or_default();
        let index = self.index;
        rows.iter().take(usize::from(count)).map(move |row| Parameter { index, row })
    }

    /// That it is deprecated, and since when.
    #[must_use]
    pub fn deprecation(&self) -> Option<Deprecation<'i>> {
        Deprecation::of(self.index, section::OPERATIONS, self.number)
    }

    /// Whether a cloud has it; `None` where the index knows nothing of that cloud.
    #[must_use]
    pub fn in_cloud(&self, cloud: &str) -> Option<bool> {
        self.index.in_cloud(cloud, section::OPERATIONS, self.number)
    }
}

/// Operations are the same if they stand in the same place of the same index.
impl PartialEq for Operation<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for Operation<'_> {}

impl fmt::Debug for Operation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.qualified_name(), f)
    }
}

/// A parameter of a function or an action.
#[derive(Clone, Copy)]
pub struct Parameter<'i> {
    index: &'i Index<'i>,
    row: &'i [u8; layout::PARAMETER],
}

impl<'i> Parameter<'i> {
    fn has(&self, flag: u8) -> bool {
        let &[.., flags] = self.row;
        flags & flag != 0
    }

    /// The name in the URL or the body. Graph writes some of an action's with a capital: `Comment`.
    #[must_use]
    pub fn name(&self) -> &'i str {
        let &[a, b, c, d, ..] = self.row;
        self.index.names.text([a, b, c, d])
    }

    /// Its type, or the collection of it.
    #[must_use]
    pub fn type_use(&self) -> TypeUse<'i> {
        let &[_, _, _, _, low, high, _] = self.row;
        let value = ValueType::of(self.index, u16::from_le_bytes([low, high]));
        let value = value.unwrap_or(ValueType::Primitive(Primitive::Untyped));
        TypeUse { value, is_collection: self.has(parameter_flag::COLLECTION) }
    }

    /// Whether the value may be null; of a collection, whether an item may.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.has(parameter_flag::NULLABLE)
    }

    /// Whether it may be left out (`Core.OptionalParameter`).
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.has(parameter_flag::OPTIONAL)
    }
}

impl fmt::Debug for Parameter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.type_use())
    }
}
