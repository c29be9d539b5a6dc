//! Writing an object: the three written forms, and which property stands in which.
//!
//! A form is handed down to nested values, so that a read-only member of a nested value is in no body either.

pub(crate) mod body;

use core::fmt;

use serde::ser::{Error as _, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::navigation::Bindings;
use crate::read::{TYPE_KEY, TYPE_SUFFIX, type_name};
use crate::structured::{Flags, Place, PropertyInfo, Slot, StateVisitor, Structured, StructuredPartial, TypeInfo};

/// The form in which a value is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Form {
    /// Everything, for oneself: what `serde_json` writes and reads again.
    Local,
    /// The body of a `POST`: no read-only property, nothing that was never set.
    Create,
    /// The body of a `PATCH`: what changes.
    Patch,
    /// A complex value that a `PATCH` replaces: null for each member without a value.
    Replace,
    /// An item of a collection in a `PATCH`: it has no former state, so nothing is cleared.
    Item,
    /// A parameter of a function, in the URL.
    Parameter,
}

impl Form {
    /// The form of the items of a collection in a body of this form.
    #[must_use]
    pub const fn of_items(self) -> Self {
        match self {
            Self::Patch | Self::Replace => Self::Item,
            Self::Parameter => Self::Create,
            form => form,
        }
    }

    /// The form of a whole value in a body of this form.
    #[must_use]
    pub const fn of_whole(self) -> Self {
        match self {
            Self::Patch => Self::Replace,
            Self::Parameter => Self::Create,
            form => form,
        }
    }

    const fn leaves_out(self, flags: Flags) -> bool {
        match self {
            Self::Local => false,
            Self::Create | Self::Parameter => flags.has(Flags::READ_ONLY) || flags.has(Flags::ETAG),
            Self::Patch | Self::Replace | Self::Item => !flags.is_patchable(),
        }
    }

    const fn writes_null(self) -> bool {
        matches!(self, Self::Replace)
    }
}

/// Writes the properties of a whole value, one by one. The first error is kept, and stops the writing.
pub struct ObjectWriter<'m, M: SerializeMap> {
    map: &'m mut M,
    form: Form,
    properties: &'static [PropertyInfo],
    outcome: Result<(), M::Error>,
}

impl<M: SerializeMap> ObjectWriter<'_, M> {
    /// Writes the property at `index`, where the form has it.
    #[inline]
    pub fn property<S: Slot>(&mut self, index: usize, field: &S::Field) {
        let PropertyInfo { name, flags } = self.properties[index];
        if self.outcome.is_err() || self.form.leaves_out(flags) {
            return;
        }
        let at = Place { name, form: self.form, null: self.form.writes_null() };
        self.outcome = S::write(field, at, self.map);
    }

    /// Writes the key, where the form has it and it was ever set: an empty key addresses nothing.
    pub fn key<S: Slot>(&mut self, index: usize, field: &S::Field, shown: &dyn fmt::Display) {
        if self.form == Form::Local || fmt::write(&mut Nothing, format_args!("{shown}")).is_err() {
            self.property::<S>(index, field);
        }
    }
}

/// Takes no more than nothing.
struct Nothing;

impl fmt::Write for Nothing {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.is_empty() { Ok(()) } else { Err(fmt::Error) }
    }
}

impl<M: SerializeMap> StateVisitor for ObjectWriter<'_, M> {
    #[inline]
    fn visit<S: Slot>(&mut self, index: usize, state: &S::State) {
        if self.outcome.is_err() || S::is_absent(state) {
            return;
        }
        let PropertyInfo { name, flags } = self.properties[index];
        if !self.form.leaves_out(flags) {
            self.outcome = S::write_state(state, Place { name, form: self.form, null: false }, self.map);
        }
    }
}

/// Writes a whole value.
///
/// # Errors
///
/// The serializer's own error; one of ours where `additional` holds a declared name.
pub fn write_whole<T: Structured, S: Serializer>(value: &T, form: Form, to: S) -> Result<S::Ok, S::Error> {
    write_whole_as(value, T::TYPE.odata_type, form, to)
}

/// Writes a whole value whose type has this name.
pub(crate) fn write_whole_as<T: Structured, S: Serializer>(
    value: &T,
    declared: Option<&'static str>,
    form: Form,
    to: S,
) -> Result<S::Ok, S::Error> {
    let object = Object { info: T::TYPE, declared, additional: value.additional(), bindings: None };
    write_object(&object, form, to, |to| value.write_properties(to))
}

/// Writes what is said of a value.
///
/// # Errors
///
/// The serializer's own error; one of ours where `additional` holds a declared name.
pub fn write_partial<P: StructuredPartial, S: Serializer>(partial: &P, form: Form, to: S) -> Result<S::Ok, S::Error> {
    write_partial_as(partial, <P::Whole as Structured>::TYPE.odata_type, form, to)
}

/// Writes what is said of a value whose type has this name.
pub(crate) fn write_partial_as<P: StructuredPartial, S: Serializer>(
    partial: &P,
    declared: Option<&'static str>,
    form: Form,
    to: S,
) -> Result<S::Ok, S::Error> {
    let (info, additional, bindings) = (<P::Whole as Structured>::TYPE, partial.additional(), partial.bindings());
    write_object(&Object { info, declared, additional, bindings }, form, to, |to| partial.visit_properties(to))
}

fn write_object<S: Serializer>(
    object: &Object<'_>,
    form: Form,
    to: S,
    properties: impl FnOnce(&mut ObjectWriter<'_, S::SerializeMap>),
) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    object.begin(&mut map)?;
    let mut writer = ObjectWriter { map: &mut map, form, properties: object.info.properties, outcome: Ok(()) };
    properties(&mut writer);
    writer.outcome?;
    object.end(form, &mut map)?;
    map.end()
}

/// What is written of an object beside its declared properties: alike for all types, and so compiled once.
struct Object<'o> {
    info: &'static TypeInfo,
    /// The name of the type.
    declared: Option<&'static str>,
    additional: Option<&'o Map<String, Value>>,
    bindings: Option<&'o Bindings>,
}

impl Object<'_> {
    /// The type comes first, for readers that stream. A value's own type wins over the declared one.
    fn begin<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let own_type = self.additional.and_then(|additional| additional.get(TYPE_KEY)).filter(|own| !own.is_null());
        match (own_type, self.declared) {
            (Some(Value::String(own)), _) => map.serialize_entry(TYPE_KEY, &format_args!("#{}", type_name(own))),
            (Some(own), _) => map.serialize_entry(TYPE_KEY, own),
            (None, Some(declared)) => map.serialize_entry(TYPE_KEY, declared),
            (None, None) => Ok(()),
        }
    }

    fn end<M: SerializeMap>(&self, form: Form, map: &mut M) -> Result<(), M::Error> {
        if let Some(bindings) = self.bindings {
            bindings.write(self.info, map)?;
        }
        match self.additional {
            Some(additional) => write_additional(self.info, additional, form, map),
            None => Ok(()),
        }
    }
}

/// Hands each parameter of a function to the map. The type of the whole is no parameter.
pub(crate) fn write_parameters<T: Structured, M: SerializeMap>(value: &T, map: &mut M) -> Result<(), M::Error> {
    let form = Form::Parameter;
    let mut writer = ObjectWriter { map, form, properties: T::TYPE.properties, outcome: Ok(()) };
    value.write_properties(&mut writer);
    writer.outcome?;
    value.additional().map_or(Ok(()), |additional| write_additional(T::TYPE, additional, form, map))
}

fn write_additional<M: SerializeMap>(
    info: &TypeInfo,
    additional: &Map<String, Value>,
    form: Form,
    map: &mut M,
) -> Result<(), M::Error> {
    for (name, value) in additional {
        if name == TYPE_KEY {
            continue;
        }
        if info.property(name).is_some() {
            return Err(M::Error::custom(format_args!(
                "`additional` holds `{name}`, a declared property of `{}`; set the property instead",
                info.name
            )));
        }
        // Null stands for "remove": an order that only a change can give.
        if value.is_null() && matches!(form, Form::Create | Form::Item | Form::Parameter) {
            continue;
        }
        // A removed member takes the annotation of its type along; null is no type.
        if value.is_null() && form != Form::Local && name.ends_with(TYPE_SUFFIX) {
            continue;
        }
        map.serialize_entry(name, value)?;
    }
    Ok(())
}
