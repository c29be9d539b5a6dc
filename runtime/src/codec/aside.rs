//! What is read of an entity beside its value: its version, and which properties it named.

use crate::etag::ETag;
use crate::odata::table::TypeInfo;

/// What is read of an entity beside its value.
#[derive(Debug, Default)]
pub struct Aside {
    pub(crate) etag: Option<ETag>,
    /// Where a whole value was read.
    pub(crate) named: Option<Named>,
}

/// Which properties of a type an object named.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    info: &'static TypeInfo,
    unnamed: Unnamed,
}

/// The rows of the properties that an object did not name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unnamed {
    /// Those of the first 64 rows, a bit each.
    pub(crate) first: u64,
    pub(crate) others: Option<Box<[usize]>>,
}

impl Named {
    pub(crate) fn new(info: &'static TypeInfo, unnamed: Unnamed) -> Self {
        Self { info, unnamed }
    }

    /// The properties whose names are among these.
    pub(crate) fn of_names<'n>(info: &'static TypeInfo, mut each: impl FnMut(&mut dyn FnMut(&'n str))) -> Self {
        let mut unnamed: Vec<usize> = (0..info.properties.len()).collect();
        each(&mut |name| unnamed.retain(|&row| info.properties[row].name != name));
        let (first, others): (Vec<usize>, Vec<usize>) = unnamed.into_iter().partition(|&row| row < 64);
        let first = first.into_iter().fold(0, |bits, row| bits | 1 << row);
        Self { info, unnamed: Unnamed { first, others: Some(others.into()) } }
    }

    /// Whether the object named this property; not, where its type has none of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        let Some(row) = self.info.properties.iter().position(|property| property.name == name) else { return false };
        match row {
            0..64 => self.unnamed.first & (1 << row) == 0,
            _ => !self.unnamed.others.as_ref().is_some_and(|others| others.contains(&row)),
        }
    }
}
