//! Making a whole of what was said, and noting what is missing.

use core::fmt;

use serde_json::{Map, Value};

use super::merge::drop_nulls;
use super::{Flags, PropertyInfo, Slot, TypeInfo};

/// What is missing of a whole, noted while it is being completed. Displays as the reason.
#[derive(Debug)]
pub struct Completion {
    missing: Vec<String>,
    pub(super) start_empty: bool,
    /// What no answer shows is not taken from one.
    of_answer: bool,
}

impl Completion {
    /// For a representation: what is not nullable and has no default must have been said.
    #[must_use]
    pub const fn of_whole() -> Self {
        Self { missing: Vec::new(), start_empty: false, of_answer: false }
    }

    /// For a value that a patch brings about: collections may start empty.
    pub(crate) const fn of_start() -> Self {
        Self { missing: Vec::new(), start_empty: true, of_answer: false }
    }

    /// For a value that an answer brings about: a truncated one may leave collections out.
    pub(crate) const fn of_answer() -> Self {
        Self { missing: Vec::new(), start_empty: true, of_answer: true }
    }

    /// Completes the property with this row of the table.
    #[inline]
    pub fn property<S: Slot>(&mut self, info: &TypeInfo, index: usize, state: S::State) -> Option<S::Field> {
        let PropertyInfo { name, flags } = info.properties[index];
        let hidden = self.of_answer && flags.has(Flags::WRITE_ONLY);
        S::complete(if hidden { S::State::default() } else { state }, name, self)
    }

    /// The dynamic properties of a whole: those that are null are not there.
    #[must_use]
    pub fn additional(&self, mut additional: Map<String, Value>) -> Map<String, Value> {
        drop_nulls(&mut additional);
        additional
    }

    /// Notes that nothing at all was said of a value of this type.
    #[cold]
    pub(crate) fn note_type(&mut self, name: &str) {
        self.missing.push(format!("@odata.type of {name}"));
    }

    /// The paths of the missing properties, as far as is known.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    #[cold]
    pub(crate) fn note(&mut self, name: &str) {
        self.missing.push(name.to_owned());
    }

    #[cold]
    pub(crate) fn below(&mut self, mark: usize, name: &str) {
        for path in &mut self.missing[mark..] {
            // The place of an item is a part of the name before it.
            let dot = if path.starts_with('[') { "" } else { "." };
            *path = format!("{name}{dot}{path}");
        }
    }

    #[cold]
    pub(crate) fn below_item(&mut self, mark: usize, index: usize) {
        self.below(mark, &format!("[{index}]"));
    }
}

impl fmt::Display for Completion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, more @ ..] = &*self.missing else {
            return f.write_str("nothing is missing");
        };
        let (noun, pronoun) = if more.is_empty() { ("property", "it is") } else { ("properties", "they are") };
        write!(f, "missing {noun} `{first}`")?;
        for path in more {
            write!(f, ", `{path}`")?;
        }
        write!(f, "; {pronoun} not nullable and without `default`")
    }
}
