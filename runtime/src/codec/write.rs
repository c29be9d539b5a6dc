//! Writing an object: the three written forms, and which property stands in which.
//!
//! A form is handed down to nested values, so that a read-only member of a nested value is in no body either.

use serde::ser::{SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::codec::additional::write_additional;
use crate::codec::bindings::Bindings;
use crate::codec::context::WriteForm;
use crate::codec::derived::{Structured, StructuredPartial};
use crate::codec::writer::ObjectWriter;
use crate::odata::names::{TYPE_KEY, type_name};
use crate::odata::table::TypeInfo;

/// Writes a whole value.
///
/// # Errors
///
/// The serializer's own error; one of ours where `additional` holds a declared name.
pub(crate) fn write_whole<T: Structured, S: Serializer>(value: &T, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
    write_whole_as(value, T::TYPE.odata_type, form, to)
}

/// Writes a whole value whose type has this name.
pub(crate) fn write_whole_as<T: Structured, S: Serializer>(
    value: &T,
    declared: Option<&'static str>,
    form: WriteForm,
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
pub(crate) fn write_partial<P: StructuredPartial, S: Serializer>(
    partial: &P,
    form: WriteForm,
    to: S,
) -> Result<S::Ok, S::Error> {
    write_partial_as(partial, <P::Whole as Structured>::TYPE.odata_type, form, to)
}

/// Writes what is said of a value whose type has this name.
pub(crate) fn write_partial_as<P: StructuredPartial, S: Serializer>(
    partial: &P,
    declared: Option<&'static str>,
    form: WriteForm,
    to: S,
) -> Result<S::Ok, S::Error> {
    let (info, additional, bindings) = (<P::Whole as Structured>::TYPE, partial.additional(), partial.bindings());
    write_object(&Object { info, declared, additional, bindings }, form, to, |to| partial.visit_properties(to))
}

fn write_object<S: Serializer>(
    object: &Object<'_>,
    form: WriteForm,
    to: S,
    properties: impl FnOnce(&mut ObjectWriter<'_, S::SerializeMap>),
) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    object.begin(&mut map)?;
    let mut writer = ObjectWriter::new(&mut map, form, object.info.properties);
    properties(&mut writer);
    writer.finish()?;
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

    fn end<M: SerializeMap>(&self, form: WriteForm, map: &mut M) -> Result<(), M::Error> {
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
    let form = WriteForm::Parameter;
    let mut writer = ObjectWriter::new(map, form, T::TYPE.properties);
    value.write_properties(&mut writer);
    writer.finish()?;
    value.additional().map_or(Ok(()), |additional| write_additional(T::TYPE, additional, form, map))
}
