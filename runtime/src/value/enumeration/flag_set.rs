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
        Self { flags: Vec::new(), by_name: None }
    }

    /// Whether no flag is set.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// The number of flags.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.flags.len()
    }

    /// The flags, in the order in which they are written.
    pub fn iter(&self) -> core::slice::Iter<'_, E> {
        self.flags.iter()
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
        flags.all(|flag| self.flags.contains(&flag))
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
            self.flags.retain(|other| *other != flag);
        }
        self.order();
        self.len() < flags
    }

    /// Sets what is neither a list nor stands for no flag.
    fn put(&mut self, flag: E) {
        if self.flags.contains(&flag) {
            return;
        }
        let at = match flag.variant_index() {
            Ok(place) => self.flags.partition_point(|other| other.variant_index().is_ok_and(|other| other < place)),
            Err(_) => self.len(),
        };
        self.flags.insert(at, flag);
        self.order();
    }

    /// Finds the order by name, after a change.
    fn order(&mut self) {
        self.by_name = (self.len() > MANY).then(|| {
            let mut places: Vec<usize> = (0..self.len()).collect();
            places.sort_by_key(|&place| self.flags[place].as_str());
            places.into()
        });
    }

    /// Sets many at once, in a time that grows with their number and not with its square.
    #[cold]
    fn put_all(&mut self, flags: impl Iterator<Item = E>) {
        self.flags.extend(flags);
        // Stable: unknown flags stay as they came.
        self.flags.sort_by_key(|flag| flag.variant_index().unwrap_or(usize::MAX));
        let mut names = HashSet::with_capacity(self.len());
        let first: Vec<bool> = self.flags.iter().map(|flag| names.insert(flag.as_str())).collect();
        let mut first = first.into_iter();
        self.flags.retain(|_| first.next().unwrap_or_default());
        self.order();
    }
}

/// A set of more flags than this is searched and compared by their names.
const MANY: usize = 32;

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
        f.debug_set().entries(&self.flags).finish()
    }
}

// Without `GraphEnum`: where it is missing, the derive of `PartialEq` would report that once more.
impl<E: PartialEq> PartialEq for FlagSet<E> {
    fn eq(&self, other: &Self) -> bool {
        // Where all flags are declared, they are in order, and the first comparison tells.
        if self.flags == other.flags {
            return true;
        }
        if self.len() != other.len() {
            return false;
        }
        match (&self.by_name, &other.by_name) {
            (Some(ours), Some(theirs)) => {
                ours.iter().zip(theirs).all(|(&our, &their)| self.flags[our] == other.flags[their])
            }
            _ => self.flags.iter().all(|flag| other.flags.contains(flag)),
        }
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
        state.write_u64(self.flags.iter().map(of_flag).fold(0, u64::wrapping_add));
    }
}

impl<E: GraphEnum> fmt::Display for FlagSet<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, others)) = self.flags.split_first() else {
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
        self.flags.into_iter()
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
