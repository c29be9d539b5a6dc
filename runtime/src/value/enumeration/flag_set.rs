//! Flags enumerations: a set of members in one string.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;
use core::ops::{BitOr, BitOrAssign};
use core::str::FromStr;
use std::collections::HashSet;
use std::hash::DefaultHasher;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::codec::context::{ReadContext, ReadMode, WriteForm};
use crate::codec::value::{Accept, GraphValue, Replaced};
use crate::value::enumeration::member::{FlagSet, GraphEnum};
use crate::value::text::read_text;

/// A text that is no value of a flags enumeration: a name is missing between two commas, or before or after one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ParseFlagSetError(());

impl fmt::Display for ParseFlagSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name is missing in a list of flags")
    }
}

impl core::error::Error for ParseFlagSetError {}

impl<E> FlagSet<E> {
    /// The set without flags.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether no flag is set.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of flags.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The flags, in the order in which they are written.
    pub fn iter(&self) -> core::slice::Iter<'_, E> {
        self.0.iter()
    }
}

impl<E: GraphEnum> FlagSet<E> {
    /// Whether the flag is set.
    #[must_use]
    pub fn contains(&self, flag: &E) -> bool {
        let mut flags = flags_of(flag).peekable();
        if flags.peek().is_none() {
            return self.is_empty();
        }
        flags.all(|flag| self.0.contains(&flag))
    }

    /// Sets the flag. Whether it was not set before.
    #[allow(clippy::needless_pass_by_value, reason = "as the sets of the standard library")]
    pub fn insert(&mut self, flag: E) -> bool {
        let flags = self.len();
        flags_of(&flag).for_each(|flag| self.put(flag));
        self.len() > flags
    }

    /// Takes the flag out. Whether it was set.
    pub fn remove(&mut self, flag: &E) -> bool {
        let flags = self.len();
        for flag in flags_of(flag) {
            self.0.retain(|other| *other != flag);
        }
        self.len() < flags
    }

    /// Sets what is neither a list nor stands for no flag.
    fn put(&mut self, flag: E) {
        if self.0.contains(&flag) {
            return;
        }
        if self.len() >= MANY {
            self.put_all([flag].into_iter());
            return;
        }
        let at = match flag.variant_index() {
            Ok(place) => self.0.partition_point(|other| other.variant_index().is_ok_and(|other| other < place)),
            Err(_) => self.len(),
        };
        self.0.insert(at, flag);
    }

    /// Sets many at once, in a time that grows with their number and not with its square.
    #[cold]
    fn put_all(&mut self, flags: impl Iterator<Item = E>) {
        self.0.extend(flags);
        self.0.sort_by(|one, other| place(one).cmp(&place(other)));
        let mut names = HashSet::with_capacity(self.len());
        let first: Vec<bool> = self.0.iter().map(|flag| names.insert(flag.as_str())).collect();
        let mut first = first.into_iter();
        self.0.retain(|_| first.next().unwrap_or_default());
    }
}

/// Unknown flags stay as they came. In a set of more flags than this, they are sorted by their names.
const MANY: usize = 32;

/// Where a flag stands in a set of many: the declared ones in order, then the others by name.
fn place<E: GraphEnum>(flag: &E) -> (usize, &str) {
    match flag.variant_index() {
        Ok(index) => (index, ""),
        Err(name) => (usize::MAX, name),
    }
}

/// The number of the set without flags.
const ZERO: &str = "0";

/// The name of the member that stands for the set without flags.
fn none<E: GraphEnum>() -> Option<&'static str> {
    E::MEMBERS.iter().copied().find(|member| member.eq_ignore_ascii_case("none"))
}

/// The flags that a member stands for.
fn flags_of<E: GraphEnum>(member: &E) -> impl Iterator<Item = E> + '_ {
    flags_in(member.as_str())
}

/// The flags that a list names.
fn flags_in<E: GraphEnum>(names: &str) -> impl Iterator<Item = E> + '_ {
    let names = names.split(',').map(str::trim_ascii).filter(|name| !name.is_empty() && *name != ZERO);
    names.map(E::from_name).filter(|flag| flag.is_unknown() || Some(flag.as_str()) != none::<E>())
}

impl<E> Default for FlagSet<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: fmt::Debug> fmt::Debug for FlagSet<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.0).finish()
    }
}

// Without `GraphEnum`: where it is missing, the derive of `PartialEq` would report that once more.
impl<E: PartialEq> PartialEq for FlagSet<E> {
    fn eq(&self, other: &Self) -> bool {
        // Only few unknown flags can be in another order.
        self.0 == other.0
            || (self.len() == other.len() && self.len() <= MANY && self.0.iter().all(|flag| other.0.contains(flag)))
    }
}

impl<E: Eq> Eq for FlagSet<E> {}

impl<E: Hash> Hash for FlagSet<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The order of unknown flags must not show, so that the sum is taken.
        let of_flag = |flag: &E| {
            let mut hasher = DefaultHasher::new();
            flag.hash(&mut hasher);
            hasher.finish()
        };
        state.write_u64(self.0.iter().map(of_flag).fold(0, u64::wrapping_add));
    }
}

impl<E: GraphEnum> fmt::Display for FlagSet<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, others)) = self.0.split_first() else {
            return f.write_str(none::<E>().unwrap_or(ZERO));
        };
        f.write_str(first.as_str())?;
        others.iter().try_for_each(|flag| write!(f, ",{}", flag.as_str()))
    }
}

impl<E: GraphEnum> FromStr for FlagSet<E> {
    type Err = ParseFlagSetError;

    fn from_str(text: &str) -> Result<Self, ParseFlagSetError> {
        let is_missing = |name: &str| name.trim_ascii().is_empty();
        if !is_missing(text) && text.split(',').any(is_missing) {
            return Err(ParseFlagSetError(()));
        }
        let mut set = Self::new();
        if text.split(',').nth(MANY).is_some() {
            set.put_all(flags_in(text));
        } else {
            flags_in(text).for_each(|flag| set.put(flag));
        }
        Ok(set)
    }
}

impl<E: GraphEnum> From<E> for FlagSet<E> {
    fn from(flag: E) -> Self {
        [flag].into()
    }
}

impl<E: GraphEnum, const N: usize> From<[E; N]> for FlagSet<E> {
    fn from(flags: [E; N]) -> Self {
        flags.into_iter().collect()
    }
}

impl<E: GraphEnum> FromIterator<E> for FlagSet<E> {
    fn from_iter<I: IntoIterator<Item = E>>(flags: I) -> Self {
        let mut set = Self::new();
        set.extend(flags);
        set
    }
}

impl<E: GraphEnum> Extend<E> for FlagSet<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, flags: I) {
        let flags: Vec<E> = flags.into_iter().collect();
        if self.len() + flags.len() > MANY {
            self.put_all(flags.iter().flat_map(flags_of));
        } else {
            for flag in flags {
                self.insert(flag);
            }
        }
    }
}

impl<E> IntoIterator for FlagSet<E> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'s, E> IntoIterator for &'s FlagSet<E> {
    type Item = &'s E;
    type IntoIter = core::slice::Iter<'s, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The flags of both; of a set and a single member as well.
impl<E: GraphEnum, R: Into<Self>> BitOr<R> for FlagSet<E> {
    type Output = Self;

    fn bitor(mut self, other: R) -> Self {
        self |= other;
        self
    }
}

impl<E: GraphEnum, R: Into<Self>> BitOrAssign<R> for FlagSet<E> {
    fn bitor_assign(&mut self, other: R) {
        self.extend(other.into());
    }
}

/// The codec of a flags enumeration.
pub struct FlagsEnumeration<E>(PhantomData<E>);

impl<E: GraphEnum> GraphValue for FlagSet<E> {
    type Codec = E::Flags;
}

impl<E: GraphEnum> Replaced for FlagsEnumeration<E> {
    type Value = FlagSet<E>;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<FlagSet<E>, D::Error> {
        read_text(from, cx, "the names of flags, separated by commas,", |text| text.parse().ok())
    }

    fn write<S: Serializer>(value: &FlagSet<E>, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum> Accept<FlagSet<E>> for FlagsEnumeration<E> {
    fn accept(flags: FlagSet<E>) -> FlagSet<E> {
        flags
    }
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum> Accept<E> for FlagsEnumeration<E> {
    fn accept(flag: E) -> FlagSet<E> {
        flag.into()
    }
}

#[diagnostic::do_not_recommend]
impl<E: GraphEnum, const N: usize> Accept<[E; N]> for FlagsEnumeration<E> {
    fn accept(flags: [E; N]) -> FlagSet<E> {
        flags.into()
    }
}

impl<E: GraphEnum> Serialize for FlagSet<E> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de, E: GraphEnum> Deserialize<'de> for FlagSet<E> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        FlagsEnumeration::read(from, ReadContext::root(ReadMode::Local))
    }
}
