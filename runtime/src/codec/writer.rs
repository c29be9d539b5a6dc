//! The writer that an expansion hands each property to.

use core::fmt;

use serde::ser::SerializeMap;

use crate::codec::context::{Member, WriteForm};
use crate::codec::slot::{Slot, StateVisitor};
use crate::odata::table::PropertyInfo;

/// Writes the properties of a whole value, one by one. The first error is kept, and stops the writing.
pub struct ObjectWriter<'m, M: SerializeMap> {
    map: &'m mut M,
    form: WriteForm,
    properties: &'static [PropertyInfo],
    outcome: Result<(), M::Error>,
}

impl<'m, M: SerializeMap> ObjectWriter<'m, M> {
    pub(crate) fn new(map: &'m mut M, form: WriteForm, properties: &'static [PropertyInfo]) -> Self {
        Self { map, form, properties, outcome: Ok(()) }
    }

    /// The first error.
    pub(crate) fn finish(self) -> Result<(), M::Error> {
        self.outcome
    }

    /// Writes the property at `index`, where the form has it.
    #[inline]
    pub fn property<S: Slot>(&mut self, index: usize, field: &S::Field) {
        let PropertyInfo { name, flags } = self.properties[index];
        if self.outcome.is_err() || self.form.leaves_out(flags) {
            return;
        }
        let at = Member { name, form: self.form, null: self.form.writes_null() };
        self.outcome = S::write(field, at, self.map);
    }

    /// Writes the key, where the form has it and it was ever set: an empty key addresses nothing.
    pub fn key<S: Slot>(&mut self, index: usize, field: &S::Field, shown: &dyn fmt::Display) {
        if self.form == WriteForm::Local || fmt::write(&mut Nothing, format_args!("{shown}")).is_err() {
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
            self.outcome = S::write_state(state, Member { name, form: self.form, null: false }, self.map);
        }
    }
}
