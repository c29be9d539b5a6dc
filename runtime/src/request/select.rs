//! Which properties `$select` names.

use crate::codec::compound::Compound;
use crate::codec::derived::Structured;
use crate::odata::table::{Flags, PropertyInfo};

/// The names of all that a struct declares and `$select` can name; why not, where it cannot.
pub(crate) fn declared<R: Compound>() -> Result<Vec<&'static str>, String> {
    let Some(table) = R::table() else {
        return Err(format!("`{}` is one of several types, and has no properties of its own to select", R::NAME));
    };
    if table.open {
        return Err(format!(
            "`{}` keeps undeclared properties in `additional`, and `$select` of the declared ones would drop them; \
             select single properties, or none",
            R::NAME
        ));
    }
    Ok(table.properties.iter().filter(|property| property.flags.is_selectable()).map(|row| row.name).collect())
}

/// The key is selected always: without it, an answer cannot be told from another one.
pub(crate) fn start_with_key<R: Structured>() -> Vec<&'static str> {
    let is_key = |property: &&PropertyInfo| property.flags.has(Flags::KEY);
    R::TYPE.properties.iter().find(is_key).map(|key| key.name).into_iter().collect()
}

/// Adds a name once, where it can be selected at all.
pub(crate) fn add<R: Structured>(select: &mut Vec<&'static str>, name: &'static str) {
    let is_selectable = R::TYPE.property(name).is_some_and(|property| property.flags.is_selectable());
    if is_selectable && !select.contains(&name) {
        select.push(name);
    }
}
