//! Structs as values with members: the generic implementations.

use core::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::Serializer;

use crate::codec::aside::{Aside, Named};
use crate::codec::bindings::Bindings;
use crate::codec::compound::{Compound, Partial};
use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, Wanted, WriteForm};
use crate::codec::derived::{Structured, StructuredPartial};
use crate::codec::members::Members;
use crate::codec::merge::{apply_partial, diff_whole, merge_partial, settle};
use crate::codec::value::GraphValue;
use crate::codec::visit::{each_name, is_complete, is_empty, note_missing};
use crate::codec::write::{write_partial, write_whole};
use crate::odata::table::{Flags, TypeInfo};

/// Reads an object into the partial of a struct, and its `@odata.etag` aside where that is wanted.
pub(crate) struct PartialVisitor<'c, 'p, 'e, P> {
    pub(crate) cx: ReadContext<'c>,
    pub(crate) aside: Option<&'e mut Aside>,
    /// A value without any state yet.
    pub(crate) partial: &'p mut P,
}

impl<'de, P: StructuredPartial> Visitor<'de> for PartialVisitor<'_, '_, '_, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let partial = self.partial;
        let (info, binds) = (<P::Whole as Structured>::TYPE, partial.bindings().is_some());
        let mut members = Members::of_partial(info, self.cx, self.aside.is_some(), binds, access);
        while let Some(index) = members.next() {
            partial.read_property(index, &mut members);
        }
        if members.failed() {
            *partial = P::default();
            return Err(members.error());
        }
        members.fill(partial.additional_mut());
        if let (Some(bound), Some(bindings)) = (partial.bindings_mut(), members.bindings()) {
            *bound = bindings;
        }
        if let Some(aside) = self.aside {
            aside.etag = members.etag().or_else(|| partial.etag().cloned());
        }
        Ok(())
    }
}

/// The same, into the place for a whole one.
pub(crate) struct WholeVisitor<'c, 'r, 'e, T> {
    pub(crate) cx: ReadContext<'c>,
    pub(crate) aside: Option<&'e mut Aside>,
    /// The place, which is empty.
    pub(crate) out: &'r mut Option<T>,
}

impl<'de, T: Structured> Visitor<'de> for WholeVisitor<'_, '_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("an object", self.cx.property()), f)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        debug_assert!(self.out.is_none(), "a place is empty until it is read into");
        let mut members = Members::of_whole(T::TYPE, self.cx, self.aside.is_some(), access);
        T::read_members(&mut members, self.out);
        let whole = match self.out {
            Some(whole) if !members.failed() => whole,
            _ => return Err(members.error()),
        };
        if let Some(aside) = self.aside {
            aside.etag = members.etag().or_else(|| whole.etag().cloned());
            aside.named = Some(Named::new(T::TYPE, members.unnamed()));
        }
        Ok(())
    }
}

impl<T: Structured + GraphValue> Compound for T {
    type Partial = T::Partial;
    type Patch = T::Patch;

    const NAME: &'static str = T::TYPE.name;

    #[inline]
    fn table() -> Option<&'static TypeInfo> {
        Some(T::TYPE)
    }

    #[inline]
    fn keep_skipped(&mut self, from: &Self) {
        Structured::keep_skipped(self, from);
    }

    fn has_secrets() -> bool {
        T::TYPE.properties.iter().any(|property| property.flags.has(Flags::WRITE_ONLY))
    }

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        let visitor = WholeVisitor { cx, aside, out };
        // Known when this is compiled, so that no type is compiled for both.
        if const { T::TYPE.all_names().is_some() } {
            // Where this is flattened into another struct, serde then leaves the others' members to them.
            from.deserialize_struct(T::TYPE.name, T::TYPE.all_names().unwrap_or_default(), visitor)
        } else {
            from.deserialize_map(visitor)
        }
    }

    #[inline]
    fn complete(partial: T::Partial, completion: &mut Completion) -> Option<Self> {
        <T as Structured>::complete(partial, completion)
    }

    #[inline]
    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        write_whole(self, form, to)
    }

    #[inline]
    fn diff_in(&self, new: &Self, scope: DiffScope<'_>) -> T::Partial {
        diff_whole(self, new, scope)
    }

    #[inline]
    fn apply_in(&mut self, partial: T::Partial, mode: ApplyMode) {
        apply_partial(self, partial, mode);
    }

    #[inline]
    fn settle(&mut self) {
        settle(self);
    }
}

impl<P: StructuredPartial<Whole: GraphValue>> Partial for P {
    type Whole = <P as StructuredPartial>::Whole;

    #[inline]
    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: ReadContext<'_>,
        aside: Option<&mut Aside>,
    ) -> Result<(), D::Error> {
        let info = <<P as StructuredPartial>::Whole as Structured>::TYPE;
        // What a body binds has names that the table has not.
        let names = info.all_names().filter(|_| StructuredPartial::bindings(self).is_none());
        let visitor = PartialVisitor { cx, aside, partial: self };
        match names {
            Some(names) => from.deserialize_struct(info.name, names, visitor),
            None => from.deserialize_map(visitor),
        }
    }

    #[inline]
    fn bindings(&self) -> Option<&Bindings> {
        StructuredPartial::bindings(self)
    }

    #[inline]
    fn write_to<S: Serializer>(&self, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        write_partial(self, form, to)
    }

    #[inline]
    fn merge(&mut self, later: Self) {
        merge_partial(self, later);
    }

    #[inline]
    fn is_empty(&self) -> bool {
        is_empty(self)
    }

    fn is_complete(&self, selected: &[&str]) -> bool {
        is_complete(self, selected)
    }

    fn note_lacking(&self, completion: &mut Completion) {
        note_missing(self, false, completion);
    }

    fn note_missing(&self, completion: &mut Completion) {
        note_missing(self, true, completion);
    }

    #[inline]
    fn each_name<'p>(&'p self, to: &mut dyn FnMut(&'p str, Flags)) {
        each_name(self, to);
    }
}
