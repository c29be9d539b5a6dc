//! Reading an object: one visitor and one key look-up for every structured type.
//!
//! The derives state the property table and one `match` that reads a property by its index; the loop over the members
//! of the object, the control information and the rules for undeclared members are here.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::compound::{Compound, Partial};
use crate::etag::ETag;
use crate::navigation::{BIND_SUFFIX, BindingSeed};
use crate::structured::{Completion, Flags, PropertyInfo, Slot, Structured, StructuredPartial, TypeInfo};

/// What is being read: an answer, in which anything may stand, or a patch, in which only changes may.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReadMode {
    /// The local form: everything that is there.
    Local,
    /// The same, of what is to be a whole value: a dynamic property that is null is not there.
    LocalWhole,
    /// The same, of values alone: what is there of a complex value is the whole of it.
    Values,
    /// A service's representation: everything but the values of write-only properties, which are nulls or masks.
    Answer,
    /// A `PATCH` body. The key, read-only properties, and properties that a closed type does not name, are refused.
    Patch,
}

/// What a reader knows of the place it reads at.
#[derive(Clone, Copy, Debug)]
pub struct ReadContext {
    /// Answer or patch.
    pub mode: ReadMode,
    /// The wire name of the property, for messages; empty outside of one.
    pub property: &'static str,
}

impl ReadContext {
    /// The context of a document of its own.
    #[must_use]
    pub const fn root(mode: ReadMode) -> Self {
        Self { mode, property: "" }
    }
}

/// What a reader hoped to find, and for which property: the text of serde's "expected …".
#[derive(Clone, Copy, Debug)]
pub struct Wanted(pub &'static str, pub &'static str);

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        if !self.1.is_empty() {
            write!(f, " for property `{}`", self.1)?;
        }
        Ok(())
    }
}

impl serde::de::Expected for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The members of the object that is being read, as the expansion sees them.
pub struct Members<'m, A> {
    access: &'m mut A,
    properties: &'static [PropertyInfo],
    mode: ReadMode,
}

impl<'de, A: MapAccess<'de>> Members<'_, A> {
    /// Reads the value of the property at `index` into its slot.
    ///
    /// # Errors
    ///
    /// The reader's own error: the value is of a wrong type, or the property was there before.
    #[inline]
    pub fn read<S: Slot>(&mut self, index: usize, state: &mut S::State) -> Result<(), A::Error> {
        let property = self.properties[index].name;
        if !S::is_absent(state) {
            return Err(duplicate(property));
        }
        *state = S::read(self.access, ReadContext { mode: self.mode, property })?;
        Ok(())
    }
}

/// Reads an object into a partial.
///
/// # Errors
///
/// The reader's own error.
pub fn read_partial<'de, P, D>(from: D, cx: ReadContext) -> Result<P, D::Error>
where
    P: Partial,
    D: Deserializer<'de>,
{
    P::read_from(from, cx, None)
}

/// Reads an object into the partial of a struct.
pub(crate) fn read_object<'de, P, D>(from: D, cx: ReadContext, etag: Option<&mut Option<ETag>>) -> Result<P, D::Error>
where
    P: StructuredPartial,
    D: Deserializer<'de>,
{
    from.deserialize_map(ObjectVisitor { cx, etag, partial: PhantomData })
}

/// Reads an object into a whole value.
///
/// # Errors
///
/// The reader's own error; one that names the missing properties where a whole value cannot be made.
pub fn read_whole<'de, T, D>(from: D, cx: ReadContext) -> Result<T, D::Error>
where
    T: Compound,
    D: Deserializer<'de>,
{
    let partial = read_partial(from, cx)?;
    let mut completion = Completion::of_whole();
    T::complete(partial, &mut completion).ok_or_else(|| D::Error::custom(completion))
}

/// Reads an object into a partial, and its `@odata.etag` aside.
pub(crate) struct EntitySeed<'e, P> {
    pub(crate) etag: &'e mut Option<ETag>,
    pub(crate) partial: PhantomData<P>,
}

impl<'de, P: Partial> DeserializeSeed<'de> for EntitySeed<'_, P> {
    type Value = P;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<P, D::Error> {
        P::read_from(from, ReadContext::root(ReadMode::Answer), Some(self.etag))
    }
}

struct ObjectVisitor<'e, P> {
    cx: ReadContext,
    etag: Option<&'e mut Option<ETag>>,
    partial: PhantomData<P>,
}

impl<'de, P: StructuredPartial> Visitor<'de> for ObjectVisitor<'_, P> {
    type Value = P;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<P, A::Error> {
        let info = <<P as StructuredPartial>::Whole as Structured>::TYPE;
        let mode = self.cx.mode;
        let mut partial = P::default();
        // A null orders to remove a property. Of a complex value an answer says all there is, so that there is nothing to
        // remove.
        let skips_nulls = mode == ReadMode::LocalWhole || (mode == ReadMode::Answer && !self.cx.property.is_empty());
        let mut etag = self.etag;
        let mut typed = false;
        let mut keys = Keys {
            info,
            next: 0,
            strict: mode == ReadMode::Patch,
            etag: etag.is_some(),
            binds: mode != ReadMode::Answer && partial.bindings().is_some(),
            name: String::new(),
        };
        while let Some(key) = access.next_key_seed(&mut keys)? {
            match key {
                Key::Property(index) => {
                    let flags = info.properties[index].flags;
                    // What no answer shows is a mask; the version of a resource is no change of it.
                    let ignored = match mode {
                        ReadMode::Local | ReadMode::LocalWhole | ReadMode::Values => false,
                        ReadMode::Answer => flags.has(Flags::WRITE_ONLY),
                        ReadMode::Patch => flags.has(Flags::ETAG),
                    };
                    if ignored {
                        access.next_value::<IgnoredAny>()?;
                        continue;
                    }
                    if mode == ReadMode::Patch {
                        refuse_in_patch(&info.properties[index], keys.binds)?;
                    }
                    let mut members = Members { access: &mut access, properties: info.properties, mode };
                    partial.read_property(index, &mut members)?;
                    if flags.has(Flags::ETAG)
                        && let Some(etag) = etag.as_deref_mut()
                    {
                        *etag = partial.etag().cloned();
                    }
                }
                Key::ETag => {
                    let tag: Option<String> = access.next_value()?;
                    if let (Some(etag), Some(tag)) = (etag.as_deref_mut(), tag) {
                        *etag = Some(ETag::from(tag));
                    }
                }
                Key::Bind(index) => {
                    let property = info.properties[index];
                    let binding = access.next_value_seed(BindingSeed(property))?;
                    if partial.bindings_mut().is_some_and(|bindings| !bindings.insert_new(index, binding)) {
                        return Err(duplicate(&format!("{}{BIND_SUFFIX}", property.name)));
                    }
                }
                Key::Unbound => {
                    return Err(A::Error::custom(format_args!(
                        "`{}` is none of the relationships that a patch of `{}` can bind",
                        keys.name, info.name
                    )));
                }
                Key::Type => {
                    if core::mem::replace(&mut typed, true) {
                        return Err(duplicate(TYPE_KEY));
                    }
                    let name = access.next_value_seed(TypeName { declared: info.odata_type })?;
                    if let (Some(name), Some(additional)) = (name, partial.additional_mut()) {
                        additional.insert(TYPE_KEY.to_owned(), Value::String(name));
                    }
                }
                Key::Dynamic => {
                    // Before the value is read, so that the error is at this member.
                    if partial.additional().is_some_and(|additional| additional.contains_key(&keys.name)) {
                        return Err(duplicate(&keys.name));
                    }
                    let value: Value = access.next_value()?;
                    if value.is_null() && skips_nulls {
                        continue;
                    }
                    if let Some(additional) = partial.additional_mut() {
                        additional.insert(core::mem::take(&mut keys.name), value);
                    }
                }
                Key::Undeclared => {
                    return Err(A::Error::custom(format_args!(
                        "property `{}` is not declared by `{}`, which is a closed type",
                        keys.name, info.name
                    )));
                }
                Key::Ignored => {
                    access.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(partial)
    }
}

/// `@odata.type`, the control information that says which type a value really has.
pub(crate) const TYPE_KEY: &str = "@odata.type";
pub(crate) const ETAG_KEY: &str = "@odata.etag";
pub(crate) const TYPE_SUFFIX: &str = "@odata.type";

pub(crate) fn duplicate<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("property `{name}` occurs twice in one object"))
}

fn refuse_in_patch<E: serde::de::Error>(property: &PropertyInfo, binds: bool) -> Result<(), E> {
    let why = if property.flags.has(Flags::KEY) {
        "is the key, which no patch can change"
    } else if property.flags.has(Flags::READ_ONLY) {
        "is read-only"
    } else if property.flags.has(Flags::CREATE_ONLY) {
        "can be set at creation only"
    } else if property.flags.has(Flags::NAVIGATION) && !binds {
        "is a navigation property of a complex type, which no patch can change"
    } else if property.flags.has(Flags::NAVIGATION) {
        return Err(E::custom(format_args!(
            "property `{0}` is a navigation property, which a patch cannot set; bind it with `{0}{BIND_SUFFIX}`",
            property.name
        )));
    } else {
        return Ok(());
    };
    Err(E::custom(format_args!("property `{}` {why}", property.name)))
}

/// What a member's name means. The name itself is kept in [`Keys`] where it is needed: a small result is a fast one.
#[derive(Clone, Copy)]
enum Key {
    Property(usize),
    Type,
    ETag,
    Dynamic,
    /// What a navigation property is bound to.
    Bind(usize),
    /// A mistake: something is bound that is no navigation property.
    Unbound,
    /// A mistake.
    Undeclared,
    Ignored,
}

struct Keys {
    info: &'static TypeInfo,
    /// Index of the property that is expected next: services send properties in a steady order.
    next: usize,
    /// Whether a name that a closed type does not declare is a mistake.
    strict: bool,
    /// Whether the caller wants an `@odata.etag` that the type does not declare.
    etag: bool,
    /// Whether the caller can tell what a navigation property is bound to.
    binds: bool,
    /// The last name that is no declared property's, where it is needed.
    name: String,
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Keys {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        if let Some(expected) = self.info.properties.get(self.next)
            && expected.name == name
        {
            self.next += 1;
            return Ok(Key::Property(self.next - 1));
        }
        Ok(self.look_up(name))
    }
}

impl Keys {
    #[inline(never)]
    fn look_up(&mut self, name: &str) -> Key {
        let properties = self.info.properties;
        let start = self.next.min(properties.len());
        let found = properties[start..]
            .iter()
            .position(|property| property.name == name)
            .map(|offset| start + offset)
            .or_else(|| properties[..start].iter().position(|property| property.name == name));
        if let Some(index) = found {
            self.next = index + 1;
            return Key::Property(index);
        }
        match name.bytes().position(|byte| byte == b'@') {
            Some(0) if name == TYPE_KEY => Key::Type,
            Some(0) if name == ETAG_KEY && self.etag => Key::ETag,
            Some(0) => Key::Ignored,
            Some(at) if &name[at..] == BIND_SUFFIX => {
                let bound = |row: &PropertyInfo| row.name == &name[..at] && row.flags.has(Flags::NAVIGATION);
                match properties.iter().position(bound).filter(|_| self.binds) {
                    Some(index) => Key::Bind(index),
                    None if self.strict => self.keep(name, Key::Unbound),
                    None => Key::Ignored,
                }
            }
            // The type of a dynamic property is kept with it; other annotations are not data.
            Some(at)
                if self.info.open
                    && &name[at..] == TYPE_SUFFIX
                    && !properties.iter().any(|property| property.name == &name[..at]) =>
            {
                self.keep(name, Key::Dynamic)
            }
            None if self.info.open => self.keep(name, Key::Dynamic),
            None if self.strict => self.keep(name, Key::Undeclared),
            _ => Key::Ignored,
        }
    }

    fn keep(&mut self, name: &str, key: Key) -> Key {
        name.clone_into(&mut self.name);
        key
    }
}

/// Reads an `@odata.type`; `None` where it repeats the declared one.
struct TypeName {
    /// The declared type, with its `#`.
    declared: Option<&'static str>,
}

impl<'de> DeserializeSeed<'de> for TypeName {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<String>, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for TypeName {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a type")
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<String>, E> {
        let name = type_name(text);
        let repeats = self.declared.is_some_and(|declared| type_name(declared) == name);
        Ok((!repeats && !name.is_empty()).then(|| format!("#{name}")))
    }
}

/// The qualified name in an `@odata.type`: with or without `#`, or as the end of an absolute URI.
///
/// Source: OData JSON Format 4.0, section 4.5.3.
pub(crate) fn type_name(text: &str) -> &str {
    text.rsplit_once('#').map_or(text, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::type_name;

    #[test]
    fn a_type_name_is_read_in_three_spellings() {
        for text in [
            "microsoft.graph.user",
            "#microsoft.graph.user",
            "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.user",
        ] {
            assert_eq!(type_name(text), "microsoft.graph.user");
        }
    }
}
