//! The writer that an expansion hands each property to.

use core::fmt;

use serde::ser::{Error as _, SerializeMap};

use crate::codec::context::{Member, WriteForm};
use crate::codec::json::UNSENDABLE;
use crate::codec::slot::{Slot, StateVisitor};
use crate::odata::table::{Flags, PropertyInfo};

/// Writes the properties of a value, one by one. The first error is kept, and stops the writing.
pub struct ObjectWriter<'m, M: SerializeMap> {
    to: To<'m, M>,
    form: WriteForm,
    properties: &'static [PropertyInfo],
}

/// What becomes of a property.
enum To<'m, M: SerializeMap> {
    Map(&'m mut M),
    /// It is counted: with a writer of its own for that, each type would be compiled twice.
    Count(usize),
    Failed(M::Error),
}

impl<'m, M: SerializeMap> ObjectWriter<'m, M> {
    pub(crate) fn new(map: &'m mut M, form: WriteForm, properties: &'static [PropertyInfo]) -> Self {
        Self { to: To::Map(map), form, properties }
    }

    /// One that writes nothing, and counts.
    pub(crate) fn counting(form: WriteForm, properties: &'static [PropertyInfo]) -> Self {
        Self { to: To::Count(0), form, properties }
    }

    /// The first error, or else the number of what was counted.
    pub(crate) fn finish(self) -> Result<usize, M::Error> {
        match self.to {
            To::Map(_) => Ok(0),
            To::Count(counted) => Ok(counted),
            To::Failed(error) => Err(error),
        }
    }

    /// Writes the property at `index`, where the form has it.
    #[inline]
    pub fn property<S: Slot>(&mut self, index: usize, field: &S::Field) {
        let PropertyInfo { name, flags } = self.properties[index];
        if let To::Failed(_) = self.to {
            return;
        }
        if self.form.leaves_out(flags) {
            if flags.has(Flags::NAVIGATION) && !S::is_null(field) {
                self.refuse_relationship(name);
            }
            return;
        }
        let at = Member { name, form: self.form.of_property(flags), null: self.form.writes_null() };
        match &mut self.to {
            To::Map(map) => {
                if let Err(error) = S::write(field, at, *map) {
                    self.fail(index, error);
                }
            }
            _ => self.count(!S::is_null(field) || at.null && S::WRITES_NULL),
        }
    }

    #[cold]
    fn count(&mut self, is_written: bool) {
        if let To::Count(counted) = &mut self.to {
            *counted += usize::from(is_written);
        }
    }

    #[cold]
    fn fail(&mut self, index: usize, error: M::Error) {
        let PropertyInfo { name, flags } = self.properties[index];
        self.to = To::Failed(if flags.has(Flags::NAVIGATION) { named(name, error) } else { error });
    }

    /// Refuses what no patch says of a value that it replaces.
    #[cold]
    fn refuse_relationship(&mut self, name: &str) {
        if matches!(self.form, WriteForm::Replace | WriteForm::Item) {
            let why = "it is a relationship of a complex value; leave it out, or change it by a reference";
            self.to = To::Failed(M::Error::custom(format_args!("`{name}`{UNSENDABLE}{why}")));
        }
    }

    /// Refuses an entity in a creation that has a key.
    #[cold]
    fn refuse_key(&mut self, name: &str) {
        let why =
            "the entity has a key, and is there already; create the record of a partial, and bind it with `bind_…`";
        self.to = To::Failed(M::Error::custom(format_args!("`{name}`{UNSENDABLE}{why}")));
    }

    /// Writes the key, where the form has it and it was ever set: an empty key addresses nothing.
    pub fn key<S: Slot>(&mut self, index: usize, field: &S::Field, shown: &dyn fmt::Display) {
        if self.form == WriteForm::Local || fmt::write(&mut Nothing, format_args!("{shown}")).is_err() {
            if self.form == WriteForm::Related && !matches!(self.to, To::Failed(_)) {
                self.refuse_key(self.properties[index].name);
            }
            self.property::<S>(index, field);
        }
    }
}

/// Names the relationship that an entity is refused in.
fn named<E: serde::ser::Error>(name: &str, error: E) -> E {
    let text = error.to_string();
    match text.strip_prefix('`').filter(|text| text.contains(UNSENDABLE)) {
        Some(path) => E::custom(format_args!("`{name}.{path}")),
        None => error,
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
        if matches!(self.to, To::Failed(_)) || S::is_absent(state) {
            return;
        }
        let PropertyInfo { name, flags } = self.properties[index];
        if self.form.leaves_out(flags) {
            if flags.has(Flags::NAVIGATION) {
                self.refuse_relationship(name);
            }
            return;
        }
        // A partial says of what is related what its maker put there.
        let at = Member { name, form: self.form, null: false };
        match &mut self.to {
            To::Map(map) => {
                if let Err(error) = S::write_state(state, at, *map) {
                    self.fail(index, error);
                }
            }
            _ => self.count(true),
        }
    }
}
