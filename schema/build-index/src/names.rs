//! The section of names: each stands there once, and one that is part of another has no place of its own.

use std::collections::{BTreeMap, BTreeSet};

use graph_resource_schema::layout::NAME;

use crate::error::BuildError;

/// Collects names, and then says where they stand.
#[derive(Default)]
pub(crate) struct Names {
    wanted: BTreeSet<String>,
    places: BTreeMap<String, [u8; NAME]>,
    pub(crate) bytes: Vec<u8>,
}

impl Names {
    /// The reference to a name; of no use before `lay_out`.
    pub(crate) fn get(&mut self, name: &str) -> [u8; NAME] {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.wanted.insert(name.to_owned());
        [0; NAME]
    }

    /// Gives every name that was asked for its place.
    pub(crate) fn lay_out(&mut self) -> Result<(), BuildError> {
        let wanted = core::mem::take(&mut self.wanted);
        let mut ends: Vec<&str> = wanted.iter().flat_map(|name| ends_of(name)).map(|(_, end)| end).collect();
        ends.sort_unstable();
        // Each name begins an end, its own. A name that begins another one too is part of another name.
        let is_part = |name: &str| {
            let own = ends.partition_point(|end| *end < name);
            ends.get(own + 1).is_some_and(|end| end.starts_with(name))
        };
        let mut starts: Vec<(&str, usize)> = Vec::new();
        for name in wanted.iter().filter(|name| !is_part(name)) {
            starts.extend(ends_of(name).map(|(at, end)| (end, self.bytes.len() + at)));
            self.bytes.extend_from_slice(name.as_bytes());
        }
        starts.sort_unstable();
        for name in &wanted {
            let at = starts.partition_point(|(end, _)| *end < &**name);
            let start = starts.get(at).filter(|(end, _)| end.starts_with(&**name)).map_or(0, |(_, start)| *start);
            let start = u32::try_from(start).ok().filter(|start| *start < 1 << 24);
            let [low, middle, high, _] = start.ok_or(BuildError::TooMany("names"))?.to_le_bytes();
            let length = u8::try_from(name.len()).map_err(|_| BuildError::TooLong(name.clone()))?;
            self.places.insert(name.clone(), [low, middle, high, length]);
        }
        Ok(())
    }
}

/// The name, and what is left of it after each of its letters.
fn ends_of(name: &str) -> impl Iterator<Item = (usize, &str)> {
    name.char_indices().map(|(at, _)| (at, &name[at..]))
}
