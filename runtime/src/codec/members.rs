//! The loop over the members of an object, control information and dynamic members included.

use serde::de::{Error as _, IgnoredAny, MapAccess};
use serde_json::{Map, Value};

use crate::codec::additional::{drop_types, type_of};
use crate::codec::aside::Unnamed;
use crate::codec::bindings::{BindingSeed, Bindings};
use crate::codec::context::{Completion, ReadContext, ReadMode, too_deep};
use crate::codec::decode::instead_of;
use crate::codec::keys::{Key, Keys, TypeText};
use crate::codec::slot::Slot;
use crate::etag::ETag;
use crate::odata::names::{BIND_SUFFIX, ETAG_KEY, TYPE_KEY, TYPE_SUFFIX, declared_name, type_name};
use crate::odata::table::{Flags, PropertyInfo, TypeInfo};

pub(crate) fn duplicate<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("property `{name}` occurs twice in one object"))
}

fn refused_in_patch<E: serde::de::Error>(property: &PropertyInfo, binds: bool) -> E {
    let why = if property.flags.has(Flags::KEY) {
        "is the key, which no patch can change"
    } else if property.flags.has(Flags::READ_ONLY) {
        "is read-only"
    } else if property.flags.has(Flags::CREATE_ONLY) {
        "can be set at creation only"
    } else if !binds {
        "is a navigation property of a complex type, which no patch can change"
    } else {
        return E::custom(format_args!(
            "property `{0}` is a navigation property, which a patch cannot set; bind it with `{0}{BIND_SUFFIX}`",
            property.name
        ));
    };
    E::custom(format_args!("property `{}` {why}", property.name))
}

/// The members of the object that is being read, as the expansion sees them. The first error is kept, and ends the reading.
#[allow(clippy::struct_excessive_bools, reason = "notes of the loop, each of its own")]
pub struct Members<'de, A: MapAccess<'de>> {
    access: A,
    keys: Keys<'de>,
    /// The property that the object is the value of; empty for one that is none's.
    of: &'static str,
    /// The declared properties that are not read as such.
    special: Flags,
    /// Whether a dynamic property that is null is none: where there is nothing to remove.
    skips_nulls: bool,
    typed: bool,
    /// Whether the type of a property was read.
    types: bool,
    failed: bool,
    /// The rows of properties that were not named, a bit each; beyond the 64th, they are in `rare`.
    unnamed: u64,
    dynamic: Option<Map<String, Value>>,
    rare: Option<Box<Rare<A::Error>>>,
}

/// What most objects have none of. In a box, so that dropping [`Members`] asks once and not for each.
struct Rare<E> {
    error: Option<E>,
    missing: Option<Completion>,
    etag: Option<ETag>,
    bindings: Option<Bindings>,
    unnamed: Vec<usize>,
}

impl<'de, A: MapAccess<'de>> Members<'de, A> {
    pub(crate) fn of_partial(
        info: &'static TypeInfo,
        cx: ReadContext<'_>,
        wants_etag: bool,
        has_bindings: bool,
        access: A,
    ) -> Self {
        // A null removes a property. An answer holds all members of a complex value.
        let skips_nulls = cx.mode() == ReadMode::Answer && !cx.property().is_empty() && !info.untyped;
        let binds = has_bindings && cx.mode() != ReadMode::Answer;
        Self::new(Keys::new(info, cx, wants_etag, binds), cx, skips_nulls, access)
    }

    pub(crate) fn of_whole(info: &'static TypeInfo, cx: ReadContext<'_>, wants_etag: bool, access: A) -> Self {
        // A whole value binds nothing: a member that would is passed over.
        Self::new(Keys::new(info, cx, wants_etag, false), cx, !info.untyped, access)
    }

    fn new(keys: Keys<'de>, cx: ReadContext<'_>, skips_nulls: bool, access: A) -> Self {
        let special = match keys.at.mode {
            ReadMode::Local | ReadMode::Values => Flags::NONE,
            // What no answer shows is a mask.
            ReadMode::Answer => Flags::WRITE_ONLY,
            ReadMode::Patch => Flags::IN_NO_PATCH,
            ReadMode::Creation => Flags::CONTROL.with(Flags::READ_ONLY),
        };
        let (of, typed, failed) = (cx.property(), cx.is_typed(), keys.at.is_too_deep());
        Self {
            access,
            keys,
            of,
            special,
            skips_nulls,
            typed,
            types: false,
            failed,
            unnamed: 0,
            dynamic: None,
            rare: None,
        }
    }

    /// The index of the property that comes next; `None` at the end, and after an error.
    #[expect(clippy::should_implement_trait, reason = "an iterator would be borrowed while its items are read")]
    #[allow(clippy::inline_always, reason = "one caller a type; as a call, it makes reading some per cent dearer")]
    #[inline(always)]
    pub fn next(&mut self) -> Option<usize> {
        while !self.failed {
            match self.access.next_key_seed(&mut self.keys) {
                Ok(Some(())) => {}
                Ok(None) => break,
                Err(error) => {
                    self.fail(error);
                    break;
                }
            }
            if let Key::Property(index) = self.keys.key
                && !self.keys.at.property.flags.has(self.special)
            {
                return Some(index);
            }
            if let Err(error) = self.read_other() {
                self.fail(error);
            }
        }
        None
    }

    /// Reads the property's state into its place in a partial.
    #[inline]
    pub fn read<S: Slot>(&mut self, state: &mut S::State) {
        if !S::is_absent(state) {
            return self.fail_twice();
        }
        if let Err(error) = S::read(&mut self.access, self.keys.at.context(), state) {
            self.fail_reading(error);
        }
    }

    /// Reads the field of the property.
    #[inline]
    pub fn read_field<S: Slot>(&mut self, field: &mut Option<S::Field>) {
        if field.is_some() {
            return self.fail_twice();
        }
        if let Err(error) = S::read_field(&mut self.access, self.keys.at.context(), field) {
            self.fail_reading(error);
        }
    }

    #[cold]
    fn fail(&mut self, error: A::Error) {
        self.failed = true;
        self.rare().error = Some(error);
    }

    /// serde's messages quote the value. Of a property that no answer shows, no message does either.
    #[cold]
    fn fail_reading(&mut self, error: A::Error) {
        let PropertyInfo { name, flags } = *self.keys.at.property;
        self.fail(if flags.has(Flags::WRITE_ONLY) {
            instead_of(
                &error,
                &format_args!("the value of property `{name}` is of another type; write-only values are not shown"),
            )
        } else {
            error
        });
    }

    #[cold]
    fn fail_twice(&mut self) {
        self.fail(duplicate(self.keys.at.property.name));
    }

    /// The field of the property at `index`: made of its state, or else the one for a property without a state.
    #[inline]
    pub fn field<S: Slot>(&mut self, index: usize, field: Option<S::Field>) -> Option<S::Field> {
        match field {
            None => {
                let unsaid = S::unsaid();
                if unsaid.is_none() {
                    self.note_missing(index);
                }
                match index {
                    0..64 => self.unnamed |= 1 << index,
                    _ => self.note_unnamed(index),
                }
                unsaid
            }
            field => field,
        }
    }

    #[cold]
    fn note_missing(&mut self, index: usize) {
        let name = self.keys.info.properties[index].name;
        self.rare().missing.get_or_insert(Completion::of_whole()).note(name);
    }

    #[cold]
    fn note_unnamed(&mut self, index: usize) {
        self.rare().unnamed.push(index);
    }

    /// The properties that the object did not name.
    pub(crate) fn unnamed(&mut self) -> Unnamed {
        let others = self.rare.as_mut().map(|rare| core::mem::take(&mut rare.unnamed)).filter(|rows| !rows.is_empty());
        Unnamed { first: self.unnamed, others: others.map(Vec::into_boxed_slice) }
    }

    fn rare(&mut self) -> &mut Rare<A::Error> {
        self.rare.get_or_insert_with(|| {
            Box::new(Rare { error: None, missing: None, etag: None, bindings: None, unnamed: Vec::new() })
        })
    }

    /// The dynamic properties.
    #[inline]
    #[must_use]
    pub fn additional(&mut self) -> Map<String, Value> {
        self.dynamic.take().unwrap_or_default()
    }

    /// Puts what was read beside the declared properties of a partial where it belongs.
    pub(crate) fn fill(&mut self, additional: Option<&mut Map<String, Value>>) {
        if let (Some(additional), Some(mut dynamic)) = (additional, self.dynamic.take()) {
            if self.types && !self.keys.info.untyped {
                drop_types(&mut dynamic);
            }
            *additional = dynamic;
        }
    }

    pub(crate) fn bindings(&mut self) -> Option<Bindings> {
        self.rare.as_mut()?.bindings.take()
    }

    /// The tag that stands beside the properties of a whole value.
    pub(crate) fn etag(&mut self) -> Option<ETag> {
        self.rare.as_mut()?.etag.take()
    }

    /// Whether there was an error.
    #[inline]
    #[must_use]
    pub fn failed(&self) -> bool {
        self.failed
    }

    /// Why there is no whole value: the error, or what is missing.
    #[cold]
    #[must_use]
    pub fn error(&mut self) -> A::Error {
        let rare = self.rare();
        if let Some(error) = rare.error.take() {
            return error;
        }
        let missing = rare.missing.take().unwrap_or(Completion::of_whole());
        if self.keys.at.is_too_deep() {
            return too_deep();
        }
        match self.of {
            "" => A::Error::custom(missing),
            property => A::Error::custom(format_args!("{missing} (in `{property}`)")),
        }
    }

    #[inline(never)]
    fn read_other(&mut self) -> Result<(), A::Error> {
        let Self { access, keys, .. } = self;
        match keys.key {
            Key::Property(_) => {
                let property = keys.at.property;
                // The version of a resource is no change of it, nor is what is noted of it.
                if keys.at.mode.is_order() && !property.flags.has(Flags::CONTROL) {
                    return Err(refused_in_patch(property, keys.binds));
                }
                access.next_value::<IgnoredAny>()?;
            }
            Key::ETag => {
                if let Some(tag) = access.next_value::<Option<String>>()?
                    && self.rare().etag.replace(ETag::from(tag)).is_some()
                {
                    return Err(duplicate(ETAG_KEY));
                }
            }
            Key::Bind(index) => {
                let property = keys.info.properties[index];
                let binding = access.next_value_seed(BindingSeed(property))?;
                if !self.rare().bindings.get_or_insert_default().insert_new(index, binding) {
                    return Err(duplicate(&format!("{}{BIND_SUFFIX}", property.name)));
                }
            }
            Key::Unbound => {
                return Err(A::Error::custom(format_args!(
                    "`{}` is none of the relationships that a patch of `{}` can bind",
                    keys.take_name(),
                    keys.info.name
                )));
            }
            Key::Type => {
                if core::mem::replace(&mut self.typed, true) {
                    return Err(duplicate(TYPE_KEY));
                }
                let Some(text) = access.next_value_seed(TypeText { of: self.of })? else { return Ok(()) };
                if keys.info.odata_type == Some(&*text) {
                    return Ok(());
                }
                let (name, declared) = (type_name(&text), keys.info.odata_type.map(declared_name));
                if name.is_empty() || declared == Some(name) {
                    return Ok(());
                }
                if keys.info.open {
                    self.dynamic.get_or_insert_default().insert(TYPE_KEY.to_owned(), Value::String(format!("#{name}")));
                } else if keys.at.mode.is_order()
                    && let Some(declared) = declared
                {
                    // It would be written under the declared type, which is another one.
                    return Err(A::Error::custom(format_args!(
                        "`{TYPE_KEY}` names another type than `{declared}`, of which `{}` is; use the struct of that type",
                        keys.info.name
                    )));
                }
            }
            Key::TypeOf => {
                self.types = true;
                let name = keys.take_name();
                // Of a declared property, beside the name that is written.
                let declared = name.strip_suffix(TYPE_SUFFIX).and_then(|name| keys.info.property(name));
                let name = declared.and_then(|property| type_of(property.name)).map_or(name, Into::into);
                if self.dynamic.as_ref().is_some_and(|dynamic| dynamic.contains_key(&*name)) {
                    return Err(duplicate(&name));
                }
                let value = access.next_value::<Option<String>>()?.filter(|text| !type_name(text).is_empty());
                if value.is_some() || !self.skips_nulls {
                    let value = value.map_or(Value::Null, Value::String);
                    self.dynamic.get_or_insert_default().insert(name.into_owned(), value);
                }
            }
            Key::Dynamic => {
                let name = keys.take_name();
                // Before the value is read, so that the error is at this member.
                if self.dynamic.as_ref().is_some_and(|dynamic| dynamic.contains_key(&*name)) {
                    return Err(duplicate(&name));
                }
                let value = if self.skips_nulls { access.next_value()? } else { Some(access.next_value()?) };
                match value {
                    Some(value) => {
                        self.dynamic.get_or_insert_default().insert(name.into_owned(), value);
                    }
                    // The type of what is null stands before it, and is that of nothing.
                    None if self.types => {
                        if let (Some(dynamic), Some(own_type)) = (&mut self.dynamic, type_of(&name)) {
                            dynamic.remove(&own_type);
                        }
                    }
                    None => {}
                }
            }
            Key::Undeclared => {
                return Err(A::Error::custom(format_args!(
                    "property `{}` is not declared by `{}`, which is a closed type",
                    keys.take_name(),
                    keys.info.name
                )));
            }
            Key::Ignored => {
                access.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}
