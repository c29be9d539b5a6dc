//! What a body binds: relationships to entities that are there already, beside the properties.

use core::fmt;
use std::collections::{BTreeMap, HashSet};

use serde::de::{DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::codec::context::Wanted;
use crate::odata::names::BIND_SUFFIX;
use crate::odata::reference::Reference;
use crate::odata::table::{Flags, PropertyInfo, TypeInfo};

/// What the body of a creation or of a patch binds: for each navigation property, to what.
///
/// A partial and a patch of a resource with navigation properties hold it; their setters `bind_…` and `unbind_…`
/// change it.
///
/// Source: OData JSON Format 4.0, section 8.5.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bindings(pub(crate) BTreeMap<usize, Binding>);

/// What one navigation property is bound to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Binding {
    /// To nothing: the relationship ends.
    Nothing,
    /// To this entity, and to no other.
    One(Reference),
    /// To these entities too; none is removed.
    Many(Vec<Reference>),
}

impl Bindings {
    /// Whether nothing is bound.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Binds the property in this row of the table to one entity.
    #[doc(hidden)]
    pub fn set(&mut self, index: usize, reference: impl Into<Reference>) {
        self.0.insert(index, Binding::One(reference.into()));
    }

    /// Binds the property in this row of the table to nothing.
    #[doc(hidden)]
    pub fn clear(&mut self, index: usize) {
        self.0.insert(index, Binding::Nothing);
    }

    /// Binds the property in this row of the table to further entities.
    #[doc(hidden)]
    pub fn add<V: Into<Reference>>(&mut self, index: usize, references: impl IntoIterator<Item = V>) {
        self.compose(index, Binding::Many(references.into_iter().map(Into::into).collect()));
    }

    /// Composes: this, then `later`.
    pub(crate) fn merge(&mut self, later: Self) {
        for (index, binding) in later.0 {
            self.compose(index, binding);
        }
    }

    fn compose(&mut self, index: usize, later: Binding) {
        match (self.0.get_mut(&index), later) {
            (None, Binding::Many(later)) => {
                // To add nothing is to say nothing; a relationship that is there twice is there once.
                let mut references = Vec::with_capacity(later.len());
                extend(&mut references, later);
                if !references.is_empty() {
                    self.0.insert(index, Binding::Many(references));
                }
            }
            (Some(Binding::Many(references)), Binding::Many(later)) => extend(references, later),
            (_, later) => {
                self.0.insert(index, later);
            }
        }
    }

    /// Reads `p@odata.bind` for the property at `index`; false where it was there before.
    pub(crate) fn insert_new(&mut self, index: usize, binding: Binding) -> bool {
        if self.0.contains_key(&index) {
            return false;
        }
        self.compose(index, binding);
        true
    }

    /// Writes each as a member, in the order of the table.
    pub(crate) fn write<M: SerializeMap>(&self, info: &TypeInfo, to: &mut M) -> Result<(), M::Error> {
        for (name, binding) in self.named(info) {
            to.serialize_entry(&format_args!("{name}{BIND_SUFFIX}"), binding)?;
        }
        Ok(())
    }

    /// With the names of the properties.
    pub(crate) fn named(&self, info: &TypeInfo) -> impl Iterator<Item = (&'static str, &Binding)> {
        let properties = info.properties;
        self.0.iter().filter_map(|(&index, binding)| Some((properties.get(index)?.name, binding)))
    }
}

/// More references than these are searched by their URLs.
const MANY: usize = 32;

fn extend(references: &mut Vec<Reference>, later: Vec<Reference>) {
    if references.len() + later.len() > MANY {
        let mut known: HashSet<String> = references.iter().filter_map(|reference| reference.0.clone().ok()).collect();
        references.extend(later.into_iter().filter(|reference| match &reference.0 {
            Ok(url) => known.insert(url.clone()),
            Err(_) => true,
        }));
        return;
    }
    for reference in later {
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
}

impl Serialize for Binding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_unit(),
            Self::One(reference) => reference.serialize(to),
            Self::Many(references) => references.serialize(to),
        }
    }
}

/// Reads what a property is bound to: a URL or null, or an array of URLs where it leads to many.
#[derive(Clone, Copy)]
pub(crate) struct BindingSeed(pub(crate) PropertyInfo);

impl BindingSeed {
    fn is_many(self) -> bool {
        self.0.flags.has(Flags::COLLECTION)
    }
}

impl<'de> DeserializeSeed<'de> for BindingSeed {
    type Value = Binding;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Binding, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for BindingSeed {
    type Value = Binding;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wanted = if self.is_many() { "an array of URLs" } else { "a URL or null" };
        fmt::Display::fmt(&Wanted(wanted, self.0.name), f)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Binding, E> {
        if self.is_many() {
            return Err(E::invalid_type(serde::de::Unexpected::Unit, &self));
        }
        Ok(Binding::Nothing)
    }

    fn visit_str<E: serde::de::Error>(self, url: &str) -> Result<Binding, E> {
        if self.is_many() {
            return Err(E::invalid_type(serde::de::Unexpected::Str(url), &self));
        }
        read(url).map(Binding::One)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Binding, A::Error> {
        if !self.is_many() {
            return Err(A::Error::invalid_type(serde::de::Unexpected::Seq, &self));
        }
        let mut references = Vec::new();
        while let Some(url) = items.next_element::<String>()? {
            references.push(read(&url)?);
        }
        Ok(Binding::Many(references))
    }
}

fn read<E: serde::de::Error>(url: &str) -> Result<Reference, E> {
    let reference = Reference::from(url);
    reference.as_str().map_err(E::custom)?;
    Ok(reference)
}
