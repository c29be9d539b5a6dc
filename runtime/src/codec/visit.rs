//! What only looks at a partial.

use core::fmt;

use serde_json::Map;

use crate::codec::bindings::Bindings;
use crate::codec::context::Completion;
use crate::codec::derived::{Structured, StructuredPartial};
use crate::codec::slot::{Slot, StateVisitor};
use crate::odata::names::BIND_SUFFIX;
use crate::odata::table::{Flags, PropertyInfo};

/// Whether there is no state.
pub(crate) fn is_empty<P: StructuredPartial>(partial: &P) -> bool {
    let mut visitor = AnyStated(false);
    partial.visit_properties(&mut visitor);
    !visitor.0 && partial.additional().is_none_or(Map::is_empty) && partial.bindings().is_none_or(Bindings::is_empty)
}

/// Hands over the wire name and the flags of each member that has a state.
pub(crate) fn each_name<'p, P: StructuredPartial>(partial: &'p P, to: &mut dyn FnMut(&'p str, Flags)) {
    partial.visit_properties(&mut StatedNames { properties: P::Whole::TYPE.properties, to });
    for (name, _) in partial.bindings().into_iter().flat_map(|bindings| bindings.named(P::Whole::TYPE)) {
        to(name, Flags::NONE);
    }
    for name in partial.additional().into_iter().flat_map(Map::keys) {
        to(name, Flags::NONE);
    }
}

struct StatedNames<'t, 'p> {
    properties: &'static [PropertyInfo],
    to: &'t mut dyn FnMut(&'p str, Flags),
}

impl StateVisitor for StatedNames<'_, '_> {
    fn visit<S: Slot>(&mut self, index: usize, state: &S::State) {
        if !S::is_absent(state) {
            let PropertyInfo { name, flags } = self.properties[index];
            (self.to)(name, flags);
        }
    }
}

struct AnyStated(bool);

impl StateVisitor for AnyStated {
    #[inline]
    fn visit<S: Slot>(&mut self, _: usize, state: &S::State) {
        self.0 |= !S::is_absent(state);
    }
}

/// Whether all is said that an answer shows: of these properties, or of all where none is selected.
pub(crate) fn is_complete<P: StructuredPartial>(partial: &P, selected: &[&str]) -> bool {
    struct AllStated<'s> {
        properties: &'static [PropertyInfo],
        selected: &'s [&'s str],
        all: bool,
    }

    impl StateVisitor for AllStated<'_> {
        fn visit<S: Slot>(&mut self, index: usize, state: &S::State) {
            let PropertyInfo { name, flags } = self.properties[index];
            let is_shown = flags.is_selectable() && (self.selected.is_empty() || self.selected.contains(&name));
            self.all &= !(is_shown && S::is_absent(state));
        }
    }

    let info = P::Whole::TYPE;
    let mut visitor = AllStated { properties: info.properties, selected, all: true };
    partial.visit_properties(&mut visitor);
    // What is selected by name does not show what the type does not name.
    visitor.all && !(info.open && !selected.is_empty())
}

/// Notes what the values in this lack to be whole ones, and what this does, where it is one.
pub(crate) fn note_missing<P: StructuredPartial>(partial: &P, is_value: bool, completion: &mut Completion) {
    struct Missing<'c> {
        properties: &'static [PropertyInfo],
        is_value: bool,
        completion: &'c mut Completion,
    }

    impl StateVisitor for Missing<'_> {
        fn visit<S: Slot>(&mut self, index: usize, state: &S::State) {
            let PropertyInfo { name, flags } = self.properties[index];
            // A related entity may be said in part.
            if !flags.has(Flags::NAVIGATION) && (self.is_value || !S::is_absent(state)) {
                S::note_missing(state, name, self.completion);
            }
        }
    }

    partial.visit_properties(&mut Missing { properties: P::Whole::TYPE.properties, is_value, completion });
}

/// Formats a partial: the stated properties by their wire names. Write-only values are secrets, and stay so.
///
/// # Errors
///
/// The formatter's own error.
pub fn debug_partial<P: StructuredPartial>(partial: &P, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    struct Shown<'a, 'b, 'f> {
        properties: &'static [PropertyInfo],
        to: &'a mut fmt::DebugStruct<'b, 'f>,
    }

    impl StateVisitor for Shown<'_, '_, '_> {
        fn visit<S: Slot>(&mut self, index: usize, state: &S::State) {
            if S::is_absent(state) {
                return;
            }
            let PropertyInfo { name, flags } = self.properties[index];
            if flags.has(Flags::WRITE_ONLY) {
                self.to.field(name, &format_args!("<hidden>"));
            } else {
                self.to.field(name, state);
            }
        }
    }

    let mut to = f.debug_struct(name);
    partial.visit_properties(&mut Shown { properties: P::Whole::TYPE.properties, to: &mut to });
    if let Some(bindings) = partial.bindings() {
        for (name, binding) in bindings.named(P::Whole::TYPE) {
            to.field(&format!("{name}{BIND_SUFFIX}"), binding);
        }
    }
    if let Some(additional) = partial.additional() {
        for (name, value) in additional {
            to.field(name, value);
        }
    }
    to.finish()
}
