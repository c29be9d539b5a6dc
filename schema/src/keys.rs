//! Keys of entity types.

use crate::layout;
use crate::types::Type;

/// The rows of one type in a table that is sorted by the type's number.
fn rows_of<const WIDTH: usize>(rows: &[[u8; WIDTH]], number: u16) -> &[[u8; WIDTH]] {
    let of = |row: &[u8; WIDTH]| row.first_chunk().map_or(0, |number| u16::from_le_bytes(*number));
    let start = rows.partition_point(|row| of(row) < number);
    let end = rows.partition_point(|row| of(row) <= number);
    rows.get(start..end).unwrap_or_default()
}

/// The primary key.
pub(crate) struct Key;

impl Key {
    pub(crate) fn of<'i>(of_type: Type<'i>) -> impl Iterator<Item = &'i str> + use<'i> {
        let own = |of_type: Type<'i>| rows_of(of_type.index.keys, of_type.number);
        let rows = of_type.lineage().map(own).find(|rows| !rows.is_empty()).unwrap_or_default();
        rows.iter().map(move |&[.., a, b, c, d]| of_type.index.names.text([a, b, c, d]))
    }
}

/// An alternate key of an entity type.
///
/// Source: OData vocabulary `Core`, term `AlternateKeys`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AlternateKey<'i> {
    owner: Type<'i>,
    rows: &'i [[u8; layout::ALTERNATE_KEY]],
}

impl<'i> AlternateKey<'i> {
    pub(crate) fn all_of(of_type: Type<'i>) -> impl Iterator<Item = Self> + use<'i> {
        of_type.lineage().flat_map(|owner| {
            let rows = rows_of(owner.index.alternate_keys, owner.number);
            rows.chunk_by(|[_, _, one, ..], [_, _, other, ..]| one == other).map(move |rows| Self { owner, rows })
        })
    }

    /// The type that states the key: the entity type, or a base of it.
    #[must_use]
    pub const fn owner(&self) -> Type<'i> {
        self.owner
    }

    /// The parts of the key: the name in the URL, and the path of the property that has the value.
    pub fn parts(&self) -> impl Iterator<Item = (&'i str, &'i str)> + use<'i> {
        let names = self.owner.index.names;
        self.rows
            .iter()
            .map(move |&[_, _, _, a, b, c, d, property @ ..]| (names.text([a, b, c, d]), names.text(property)))
    }
}
