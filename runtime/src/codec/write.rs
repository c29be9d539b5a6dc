//! Writing an object: the three written forms, and which property stands in which.
//!
//! A form is handed down to nested values, so that a read-only member of a nested value is in no body either.

use serde::ser::{Error as _, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::codec::additional::{Dynamic, declared_twice};
use crate::codec::bindings::Bindings;
use crate::codec::context::WriteForm;
use crate::codec::derived::{Structured, StructuredPartial};
use crate::codec::json::{body, resolve};
use crate::codec::writer::ObjectWriter;
use crate::odata::names::{TYPE_KEY, type_name};
use crate::odata::table::TypeInfo;

/// Writes a whole value.
///
/// # Errors
///
/// The serializer's own error; one of ours where `additional` holds what cannot be read again.
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
    let object = Object::new(T::TYPE, declared, value.additional(), None, form)?;
    object.write(&OfWhole(value), form, to)
}

/// Writes a state.
///
/// # Errors
///
/// The serializer's own error; one of ours where `additional` holds what cannot be read again.
pub(crate) fn write_partial<P: StructuredPartial, S: Serializer>(
    partial: &P,
    form: WriteForm,
    to: S,
) -> Result<S::Ok, S::Error> {
    write_partial_as(partial, <P::Whole as Structured>::TYPE.odata_type, form, to)
}

/// Writes the state of a value whose type has this name.
pub(crate) fn write_partial_as<P: StructuredPartial, S: Serializer>(
    partial: &P,
    declared: Option<&'static str>,
    form: WriteForm,
    to: S,
) -> Result<S::Ok, S::Error> {
    let info = <P::Whole as Structured>::TYPE;
    let object = Object::new(info, declared, partial.additional(), partial.bindings(), form)?;
    object.write(&OfPartial(partial), form, to)
}

/// The declared properties of an object.
trait Properties {
    /// Hands each to the writer.
    fn write<M: SerializeMap>(&self, to: &mut ObjectWriter<'_, M>);
}

struct OfWhole<'v, T>(&'v T);

impl<T: Structured> Properties for OfWhole<'_, T> {
    #[inline]
    fn write<M: SerializeMap>(&self, to: &mut ObjectWriter<'_, M>) {
        self.0.write_properties(to);
    }
}

struct OfPartial<'v, P>(&'v P);

impl<P: StructuredPartial> Properties for OfPartial<'_, P> {
    #[inline]
    fn write<M: SerializeMap>(&self, to: &mut ObjectWriter<'_, M>) {
        self.0.visit_properties(to);
    }
}

/// What is written of an object beside its declared properties: alike for all types, and so compiled once.
struct Object<'o> {
    info: &'static TypeInfo,
    /// The name of the type.
    declared: Option<&'static str>,
    dynamic: Option<Dynamic<'o>>,
    bindings: Option<&'o Bindings>,
}

impl<'o> Object<'o> {
    fn new<E: serde::ser::Error>(
        info: &'static TypeInfo,
        declared: Option<&'static str>,
        additional: Option<&'o Map<String, Value>>,
        bindings: Option<&'o Bindings>,
        form: WriteForm,
    ) -> Result<Self, E> {
        let dynamic = additional.map(|additional| Dynamic::new(info, additional, form)).transpose()?;
        Ok(Self { info, declared, dynamic, bindings })
    }

    fn write<S: Serializer>(&self, properties: &impl Properties, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        // JSON is written without the number of its members. A binary format may need it.
        let mut members = None;
        if !to.is_human_readable() {
            let mut counter = ObjectWriter::<S::SerializeMap>::counting(form, self.info.properties);
            properties.write(&mut counter);
            members = Some(counter.finish()? + self.count_others(form).map_err(S::Error::custom)?);
        }
        let mut map = to.serialize_map(members)?;
        self.begin(form, &mut map)?;
        let mut writer = ObjectWriter::new(&mut map, form, self.info.properties);
        properties.write(&mut writer);
        writer.finish()?;
        self.end(form, &mut map)?;
        map.end()
    }

    /// The number of the members beside the declared properties, counted in JSON.
    #[cold]
    fn count_others(&self, form: WriteForm) -> Result<usize, serde_json::Error> {
        let mut json = body(|to| {
            let mut map = to.serialize_map(None)?;
            self.begin(form, &mut map)?;
            self.end(form, &mut map)?;
            map.end()
        })?;
        resolve(&mut json, 0, None);
        serde_json::from_slice::<Map<String, Value>>(&json).map(|members| members.len())
    }

    /// The type comes first, for readers that stream. A value's own type wins over the declared one.
    fn begin<M: SerializeMap>(&self, form: WriteForm, map: &mut M) -> Result<(), M::Error> {
        let own_type = self.dynamic.as_ref().and_then(Dynamic::own_type);
        match (own_type, self.declared) {
            (Some(own), _) => map.serialize_entry(TYPE_KEY, &format_args!("#{}", type_name(own)))?,
            (None, Some(declared)) => map.serialize_entry(TYPE_KEY, declared)?,
            (None, None) => {}
        }
        self.dynamic.as_ref().map_or(Ok(()), |dynamic| dynamic.write_types(form, map))
    }

    fn end<M: SerializeMap>(&self, form: WriteForm, map: &mut M) -> Result<(), M::Error> {
        if let Some(bindings) = self.bindings {
            bindings.write(self.info, map)?;
        }
        self.dynamic.as_ref().map_or(Ok(()), |dynamic| dynamic.write(form, map))
    }
}

/// Hands each parameter of a function to the map. The type of the whole is no parameter.
pub(crate) fn write_parameters<T: Structured, M: SerializeMap>(value: &T, map: &mut M) -> Result<(), M::Error> {
    let form = WriteForm::Parameter;
    let mut writer = ObjectWriter::new(map, form, T::TYPE.properties);
    value.write_properties(&mut writer);
    writer.finish()?;
    // What cannot be the name of a parameter, the map refuses.
    for (name, value) in value.additional().into_iter().flatten() {
        if T::TYPE.property(name).is_some() {
            return Err(M::Error::custom(declared_twice(T::TYPE, name)));
        }
        if name != TYPE_KEY && !value.is_null() {
            map.serialize_entry(name, value)?;
        }
    }
    Ok(())
}
