//! What the name of a member means.

use core::fmt;
use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use crate::codec::context::{Position, ReadContext, Wanted};
use crate::odata::names::{BIND_SUFFIX, ETAG_KEY, TYPE_KEY, TYPE_SUFFIX, is_own_annotation, position_of_at};
use crate::odata::table::{Flags, PropertyInfo, TypeInfo};
use crate::text::scan::is_same;

/// What a member's name means.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    Property(usize),
    Type,
    ETag,
    Dynamic,
    /// The type of a property, in an annotation.
    TypeOf,
    /// What a navigation property is bound to.
    Bind(usize),
    /// A mistake: something is bound that is no navigation property.
    Unbound,
    /// A mistake.
    Undeclared,
    Ignored,
}

pub(crate) struct Keys<'de> {
    pub(crate) info: &'static TypeInfo,
    /// What is read, and the declared property that the last such name is of.
    pub(crate) at: Position,
    /// Whether the caller wants an `@odata.etag` that the type does not declare.
    pub(crate) wants_etag: bool,
    /// Whether the caller can tell what a navigation property is bound to.
    pub(crate) binds: bool,
    /// What the last name means.
    pub(crate) key: Key,
    /// The last name, where it outlives the reading of it.
    name: &'de str,
    /// Index of the property that is expected next: services send properties in a steady order.
    next: usize,
    /// How many names were others than the expected one.
    surprises: usize,
    rare: Option<Box<Rare>>,
}

/// What most objects need none of. In a box, so that dropping [`Keys`] asks once and not for each.
#[derive(Default)]
struct Rare {
    /// The last name that is no declared property's, where it is needed and the reader did not keep it.
    name: Option<String>,
    /// The properties, sorted by name: made where a type of many is written in an order that is not ours.
    sorted: Option<Box<[usize]>>,
}

/// So many properties may be left out between two that are there, and the second is still the expected one.
const AHEAD: usize = 4;

/// So many names may be searched for, one property after the other.
const MANY: usize = 16;

impl Keys<'_> {
    pub(crate) fn new(info: &'static TypeInfo, cx: ReadContext<'_>, wants_etag: bool, binds: bool) -> Self {
        let at = cx.inside();
        Self { info, at, wants_etag, binds, key: Key::Ignored, name: "", next: 0, surprises: 0, rare: None }
    }

    /// Looks up what a name means.
    #[inline(never)]
    fn read(&mut self, name: &str) {
        let ahead = self.info.properties.get(self.next..).unwrap_or_default();
        for (over, property) in ahead.iter().take(AHEAD).enumerate() {
            if is_same(property.name, name) {
                self.key = Key::Property(self.next + over);
                self.at.property = property;
                self.next += over + 1;
                return;
            }
        }
        self.read_unexpected(name);
    }

    #[inline(never)]
    fn read_unexpected(&mut self, name: &str) {
        self.key = self.look_up(name);
    }

    /// What a name means that is none of the expected ones.
    fn look_up(&mut self, name: &str) -> Key {
        if name.starts_with('@') {
            return self.control(name);
        }
        if self.info.may_declare(name)
            && let Some(index) = self.find(name)
        {
            return self.declared(index);
        }
        match position_of_at(name) {
            None if self.info.open => Key::Dynamic,
            // A mistake for who writes a patch, and for nobody else.
            None if self.at.mode.is_order() => Key::Undeclared,
            None => Key::Ignored,
            Some(at) => self.annotation(name, at),
        }
    }

    #[inline]
    fn declared(&mut self, index: usize) -> Key {
        self.next = index + 1;
        self.at.property = &self.info.properties[index];
        Key::Property(index)
    }

    #[inline(never)]
    fn find(&mut self, name: &str) -> Option<usize> {
        let properties = self.info.properties;
        if properties.len() > MANY && self.surprises > MANY {
            return self.find_sorted(name);
        }
        self.surprises += 1;
        properties.iter().position(|property| property.name == name).or_else(|| self.info.row_of_alias(name))
    }

    /// Control information of the object, and its annotations.
    fn control(&mut self, name: &str) -> Key {
        if name == TYPE_KEY {
            return Key::Type;
        }
        if name != ETAG_KEY {
            // Most types declare none, and most bodies are answers.
            let is_ignored = !self.info.is_annotated() && !self.at.mode.is_order();
            return if is_ignored { Key::Ignored } else { self.own_annotation(name) };
        }
        match self.info.properties.iter().position(|property| property.name == name) {
            Some(index) => self.declared(index),
            None if self.wants_etag => Key::ETag,
            None => Key::Ignored,
        }
    }

    #[inline(never)]
    fn own_annotation(&mut self, name: &str) -> Key {
        if self.info.is_annotated()
            && let Some(row) = self.find(name)
        {
            return self.declared(row);
        }
        // What a body tells the service is kept in it; what an answer tells is no property.
        let is_kept = self.info.open && self.at.mode.is_order() && is_own_annotation(name);
        if is_kept { Key::Dynamic } else { Key::Ignored }
    }

    /// Looks up an annotation of a property. A type declares none of these.
    #[inline(never)]
    fn annotation(&self, name: &str, at: usize) -> Key {
        let properties = self.info.properties;
        if &name[at..] == BIND_SUFFIX {
            let bound = |row: &PropertyInfo| row.name == &name[..at] && row.flags.has(Flags::RELATIONSHIP);
            let bound = properties.iter().position(bound).or_else(|| {
                let row = self.info.row_of_alias(&name[..at])?;
                properties[row].flags.has(Flags::RELATIONSHIP).then_some(row)
            });
            return match bound.filter(|_| self.binds) {
                Some(index) => Key::Bind(index),
                None if !self.at.mode.is_order() => Key::Ignored,
                // Undeclared, as the other members of an open type.
                None if self.info.open && self.info.property(&name[..at]).is_none() => Key::Dynamic,
                None => Key::Unbound,
            };
        }
        if !self.info.open || &name[at..] != TYPE_SUFFIX {
            return Key::Ignored;
        }
        // The type of a dynamic property is needed to read it. That of a declared one is kept in a patch, for the service.
        let is_kept = self.at.mode.is_order() || self.info.property(&name[..at]).is_none();
        if is_kept { Key::TypeOf } else { Key::Ignored }
    }

    #[cold]
    fn find_sorted(&mut self, name: &str) -> Option<usize> {
        let properties = self.info.properties;
        let sorted = self.rare.get_or_insert_default().sorted.get_or_insert_with(|| {
            let mut sorted: Box<[usize]> = (0..properties.len()).collect();
            sorted.sort_unstable_by_key(|&index| properties[index].name);
            sorted
        });
        let place = sorted.binary_search_by_key(&name, |&index| properties[index].name).ok();
        place.map(|place| sorted[place]).or_else(|| self.info.row_of_alias(name))
    }
}

impl<'de> DeserializeSeed<'de> for &mut Keys<'de> {
    /// Kept in [`Keys`]: nothing is the fastest result.
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for &mut Keys<'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        self.read(name);
        if matches!(self.key, Key::Dynamic | Key::TypeOf | Key::Unbound | Key::Undeclared) {
            self.rare.get_or_insert_default().name = Some(name.to_owned());
        }
        Ok(())
    }

    #[inline]
    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<(), E> {
        // Whether or not it is needed: to ask costs more than to store it.
        self.name = name;
        self.read(name);
        Ok(())
    }
}

impl<'de> Keys<'de> {
    /// The last name that is no declared property's.
    pub(crate) fn take_name(&mut self) -> Cow<'de, str> {
        let kept = self.rare.as_mut().and_then(|rare| rare.name.take());
        kept.map_or(Cow::Borrowed(self.name), Cow::Owned)
    }
}

/// Reads the text of an `@odata.type`; `None` for null, which names no type.
pub(crate) struct TypeText {
    /// The property that the object is the value of, for the message.
    pub(crate) of: &'static str,
}

impl<'de> DeserializeSeed<'de> for TypeText {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TypeText {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("the name of a type in `@odata.type`", self.of), f)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}
