//! What readers, writers and merges are told: data only.

use core::cell::Cell;
use core::fmt::{self, Debug};

use crate::codec::merging::{Compare, Walk};
use crate::codec::unsent::Unsent;
use crate::error::shortened;
use crate::odata::table::{Flags, PropertyInfo};

/// What is being read: an answer, in which anything may stand, or a patch, in which only changes may.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReadMode {
    /// The local form: everything that is there.
    Local,
    /// The same, of values alone: what is there of a complex value is the whole of it.
    Values,
    /// A service's representation: everything but the values of write-only properties, which are nulls or masks.
    Answer,
    /// A `PATCH` body. The key, read-only properties, and properties that a closed type does not name, are refused.
    Patch,
    /// An entity in a `PATCH` body, which stands there as in a `POST`: with its key, where it has one.
    Creation,
}

impl ReadMode {
    /// Whether a body is read that a service is sent: then a member that says nothing is a mistake.
    #[inline]
    pub(crate) const fn is_order(self) -> bool {
        matches!(self, Self::Patch | Self::Creation)
    }
}

/// Where a value is read: in what, and as the value of which property. One pointer, since few values look.
///
/// It is handed on as it came to the readers of what is inside of a value.
#[derive(Clone, Copy, Debug)]
pub struct ReadContext<'c>(&'c Position);

impl ReadContext<'static> {
    /// The context of a document of its own.
    #[must_use]
    pub const fn root(mode: ReadMode) -> Self {
        Self(match mode {
            ReadMode::Local => &const { Position::root(ReadMode::Local) },
            ReadMode::Values => &const { Position::root(ReadMode::Values) },
            ReadMode::Answer => &const { Position::root(ReadMode::Answer) },
            ReadMode::Patch => &const { Position::root(ReadMode::Patch) },
            ReadMode::Creation => &const { Position::root(ReadMode::Creation) },
        })
    }
}

#[cfg(test)]
impl ReadContext<'static> {
    /// The context of a property's value in an answer.
    pub(crate) fn of_answer(property: &'static str) -> Self {
        let property = Box::leak(Box::new(PropertyInfo::new(property, Flags::NONE)));
        Self(Box::leak(Box::new(Position::new(ReadMode::Answer, property))))
    }
}

impl ReadContext<'_> {
    /// What is being read.
    #[inline]
    #[must_use]
    pub const fn mode(self) -> ReadMode {
        self.0.mode
    }

    /// The wire name of the property, for messages; empty outside of one.
    #[inline]
    #[must_use]
    pub const fn property(self) -> &'static str {
        self.0.property.name
    }

    /// Whether the property may be absent, and is never null.
    #[inline]
    pub(crate) const fn is_not_null(self) -> bool {
        self.0.property.flags.has(Flags::NOT_NULL)
    }

    /// The position of the members of an object that is read here. `Members::new` refuses one that lies too deep, so that the
    /// depth has an end.
    #[inline]
    pub(crate) const fn inside(self) -> Position {
        Position { mode: self.0.mode, depth: self.0.depth + 1, is_typed: false, property: NO_PROPERTY }
    }

    /// The same position, of an object whose `@odata.type` was read already.
    pub(crate) const fn typed(self) -> Position {
        Position { is_typed: true, ..*self.0 }
    }

    /// The same position, of what is read in another mode.
    pub(crate) const fn in_mode(self, mode: ReadMode) -> Position {
        Position { mode, ..*self.0 }
    }

    /// Whether the `@odata.type` of the object was read already.
    #[inline]
    pub(crate) const fn is_typed(self) -> bool {
        self.0.is_typed
    }
}

/// Of a whole document.
const NO_PROPERTY: &PropertyInfo = &PropertyInfo::new("", Flags::NONE);

/// How many objects may be nested in each other: as many as `serde_json` allows. It begins anew in each reader, and a
/// union starts a reader of its own for members that stand before their object's type.
const DEEPEST: u8 = 128;

/// The error of an object that lies deeper.
#[cold]
pub(crate) fn too_deep<E: serde::de::Error>() -> E {
    E::custom(format_args!("objects are nested too deeply: more than {DEEPEST} in each other"))
}

/// Where it is read: in what, how deep, and as the value of which property.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position {
    pub(crate) mode: ReadMode,
    /// How many objects the value lies in, over all the readers that were started for one answer.
    depth: u8,
    is_typed: bool,
    pub(crate) property: &'static PropertyInfo,
}

impl Position {
    pub(crate) const fn new(mode: ReadMode, property: &'static PropertyInfo) -> Self {
        Self { mode, depth: 0, is_typed: false, property }
    }

    pub(crate) const fn root(mode: ReadMode) -> Self {
        Self::new(mode, NO_PROPERTY)
    }

    #[inline]
    pub(crate) const fn context(&self) -> ReadContext<'_> {
        ReadContext(self)
    }

    /// Whether the value lies in too many objects.
    #[inline]
    pub(crate) const fn is_too_deep(&self) -> bool {
        self.depth > DEEPEST
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

/// The form in which a value is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum WriteForm {
    /// Everything, for oneself: what `serde_json` writes and reads again.
    Local,
    /// The body of a `POST`: no read-only property, nothing that was never set.
    Create,
    /// An entity in the body of a `POST`, which is created with what it is related to. One that is there already is refused.
    Related,
    /// The body of a `PATCH`: what changes.
    Patch,
    /// A complex value that a `PATCH` replaces: null for each member without a value.
    Replace,
    /// An item of a collection in a `PATCH`: it has no former state, so nothing is cleared.
    Item,
    /// A parameter of a function, in the URL.
    Parameter,
}

impl WriteForm {
    /// The form of the items of a collection in a body of this form.
    #[must_use]
    pub const fn of_items(self) -> Self {
        match self {
            Self::Patch | Self::Replace => Self::Item,
            Self::Parameter => Self::Create,
            form => form,
        }
    }

    /// The form of entities that stand in a body of this form: each is one to create, or to be found by its key.
    #[must_use]
    pub(crate) const fn of_entities(self) -> Self {
        match self {
            Self::Patch | Self::Replace | Self::Item => Self::Create,
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

    pub(crate) const fn leaves_out(self, flags: Flags) -> bool {
        match self {
            Self::Local => false,
            Self::Create | Self::Related | Self::Parameter => flags.has(Flags::CONTROL.with(Flags::READ_ONLY)),
            Self::Patch | Self::Replace | Self::Item => !flags.is_patchable(),
        }
    }

    /// The form of a property's value in an object of this form.
    #[inline]
    pub(crate) const fn of_property(self, flags: Flags) -> Self {
        match self {
            Self::Create if flags.has(Flags::NAVIGATION) => Self::Related,
            form => form,
        }
    }

    /// Whether the value has no former state, so that nothing is cleared.
    pub(crate) const fn is_new(self) -> bool {
        matches!(self, Self::Create | Self::Related | Self::Item)
    }

    pub(crate) const fn writes_null(self) -> bool {
        matches!(self, Self::Replace)
    }
}

/// So many missing properties are named, so that what a message takes does not grow with the body.
const MOST_MISSING: usize = 32;
/// Of the path of one, in characters.
const LONGEST_PATH: usize = 200;

/// What is missing of a whole, noted while it is being completed. Displays as the reason.
#[allow(clippy::struct_excessive_bools, reason = "each tells of the value what no other does")]
#[derive(Debug)]
pub struct Completion {
    missing: Vec<String>,
    /// How many more there are.
    more: usize,
    pub(crate) start_empty: bool,
    /// What no answer shows is not taken from one.
    pub(crate) of_answer: bool,
    /// An item has no former state: in an object of which nothing is declared, a null is a member as any other.
    pub(crate) of_item: bool,
    /// Relationships may be answered by references, `{"@odata.id":…}`, of which a partial shows nothing.
    pub(crate) takes_references: bool,
}

impl Completion {
    /// For a representation, which must hold each property that is not nullable and has no default.
    #[must_use]
    pub const fn of_whole() -> Self {
        Self {
            missing: Vec::new(),
            more: 0,
            start_empty: false,
            of_answer: false,
            takes_references: false,
            of_item: false,
        }
    }

    /// The same, of a body that holds references or not.
    pub(crate) fn of_body(takes_references: bool) -> Self {
        Self { takes_references, ..Self::of_whole() }
    }

    /// For a value that a patch brings about: collections may start empty.
    pub(crate) fn of_start() -> Self {
        Self { start_empty: true, ..Self::of_whole() }
    }

    /// For a value that an answer brings about: a truncated one may leave collections out.
    pub(crate) fn of_answer() -> Self {
        Self { start_empty: true, of_answer: true, ..Self::of_whole() }
    }

    /// Notes that there is no member at all of a value of this type.
    #[cold]
    pub(crate) fn note_type(&mut self, name: &str) {
        self.note(&format!("@odata.type of {name}"));
    }

    /// The paths of the missing properties, as far as is known: of the first 32, the middle of a long one left out.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    #[cold]
    pub(crate) fn note(&mut self, name: &str) {
        if self.missing.len() < MOST_MISSING {
            self.missing.push(name.to_owned());
        } else {
            self.more += 1;
        }
    }

    #[cold]
    pub(crate) fn below(&mut self, mark: usize, name: &str) {
        for path in &mut self.missing[mark..] {
            // The place of an item is a part of the name before it.
            let dot = if path.starts_with('[') { "" } else { "." };
            *path = shortened(format!("{name}{dot}{path}"), LONGEST_PATH);
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
        if self.more > 0 {
            write!(f, ", and {} more", self.more)?;
        }
        write!(f, "; {pronoun} not nullable and without `default`")
    }
}

/// Whether and how a partial is applied to a whole.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ApplyMode {
    /// As a patch: what a service would do with it.
    Patch,
    /// As a patch onto a value that a patch replaces: a dynamic member's null stays, as an order for the service.
    Compose,
    /// As an answer: read-only properties too, write-only ones not.
    Answer,
    /// As the representation of a value in an answer: it states all its dynamic members.
    Representation,
    /// As an answer that states the whole resource: each complex value in it is all there is of the value.
    State,
    /// What the partial states, whatever it is.
    Verbatim,
    /// Nothing is applied; dynamic members that are null, which only a body may hold, are dropped.
    Settle,
}

/// What a comparison looks at.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum DiffScope<'s> {
    /// What a patch may change.
    Writable {
        /// Of a complex value, name the changed members instead of the whole.
        members: bool,
    },
    /// The same, only to see what there is: nothing is noted.
    #[doc(hidden)]
    Probe(&'s Probe),
    /// What no patch can say: only that is looked for, and nothing is said.
    #[doc(hidden)]
    Unsent(&'s Unsent),
    /// The same, on a walk over two of three values that are merged.
    #[doc(hidden)]
    Merging {
        /// As of [`Writable`](Self::Writable).
        members: bool,
        /// What notes or takes the differences. One pointer, so that a scope fits into two registers.
        walk: &'s &'s dyn Walk,
    },
    /// Of a complex value, only those members in it.
    Inside(DiffPart),
}

const _: () = assert!(size_of::<DiffScope<'_>>() <= 2 * size_of::<usize>(), "it is handed over in registers");

impl<'s> DiffScope<'s> {
    /// Compares a member of a value on a walk; `None` where it is not looked at. `diff` says what differs, and `is_absent`
    /// whether that is nothing.
    #[cold]
    pub(crate) fn merged<S>(
        walk: &'s &'s dyn Walk,
        name: &str,
        members: bool,
        diff: impl FnOnce(Self) -> S,
        is_absent: impl FnOnce(&S) -> bool,
    ) -> Option<S> {
        let scope = match walk.enter(name) {
            Compare::Not => return None,
            Compare::Members => Self::Merging { members, walk },
            Compare::Whole => Self::Writable { members },
        };
        let state = diff(scope);
        walk.leave(name, is_absent(&state)).then_some(state)
    }
}

impl DiffScope<'_> {
    /// Whether everything counts, and `==` has already been asked of what holds the two values.
    #[inline]
    pub(crate) fn is_exact(self) -> bool {
        matches!(self, Self::Probe(seen) if seen.is_exact())
    }
}

/// What was seen of two values.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Probe {
    differs: Cell<bool>,
    removes: Cell<bool>,
    hides: Cell<bool>,
    exact: bool,
}

impl Probe {
    /// A probe that looks at what no patch changes, too.
    pub(crate) fn exact() -> Self {
        Self { exact: true, ..Self::default() }
    }

    /// Whether it looks at what no patch changes, too.
    #[inline]
    pub(crate) fn is_exact(&self) -> bool {
        self.exact
    }

    /// Notes that a dynamic member is gone.
    #[cold]
    pub(crate) fn note_removal(&self) {
        self.removes.set(true);
    }

    /// Notes that a whole new value would hide a part of the change.
    #[cold]
    pub(crate) fn note_hidden(&self) {
        self.hides.set(true);
    }

    /// Notes whether something differs that a patch may change. The question is not asked where it is answered.
    #[inline]
    pub(crate) fn look(&self, differs: impl FnOnce() -> bool) {
        if !self.differs.get() {
            self.differs.set(differs());
        }
    }

    /// Whether something differs that a patch may change.
    pub(crate) fn differs(&self) -> bool {
        self.differs.get()
    }

    /// Whether a dynamic member is gone.
    pub(crate) fn removes(&self) -> bool {
        self.removes.get()
    }

    /// Whether a whole new value would hide a part of the change: it cannot name the entries of a dictionary that are
    /// gone, and would clear a write-only member that is only forgotten.
    pub(crate) fn hides(&self) -> bool {
        self.hides.get()
    }
}

impl DiffScope<'_> {
    /// Whether a new value is said where there was another one, or none, if the two differ. A codec of values that are
    /// replaced whole asks this: where a difference is only looked for, it is noted.
    #[allow(clippy::inline_always, reason = "a known scope leaves nothing but the question")]
    #[inline(always)]
    #[must_use]
    pub fn says(self, differs: impl FnOnce() -> bool) -> bool {
        match self {
            Self::Writable { .. } => differs(),
            Self::Probe(seen) => {
                seen.look(differs);
                false
            }
            Self::Merging { walk, .. } => {
                let differs = differs();
                if differs {
                    walk.note();
                }
                differs && walk.is_choosing()
            }
            Self::Unsent(_) | Self::Inside(_) => false,
        }
    }
}

/// Properties that are looked at for themselves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DiffPart {
    /// Those that no patch can change.
    Fixed,
    /// Those that no answer shows.
    WriteOnly,
    /// The key.
    Key,
    /// The dynamic members that are gone, among what a patch may change.
    Removed,
    /// All that a patch may change, changed or not, and what is gone of it.
    Restated,
    /// All of it, as the new value has it.
    All,
    /// The same without relationships: of a new value, what a patch sends of an old one.
    Sent,
}

/// Where a member is written: under which name, and in which form.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// The form of the body.
    pub form: WriteForm,
    /// Whether a null is written where there is no value.
    pub(crate) null: bool,
}
