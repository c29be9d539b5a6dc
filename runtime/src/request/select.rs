//! Which properties `$select` names.

use crate::codec::compound::Compound;
use crate::codec::derived::Structured;
use crate::odata::table::{Flags, PropertyInfo, TypeInfo};
use crate::request::query::QueryOptions;
use crate::resource::derived_from::Declares;
use crate::resource::property::Property;

/// Selects all that a type declares and `$select` can name; of a union, what its base declares, and by the qualified name of
/// its type what else a variant does. Tells why not, where it cannot.
///
/// Source: OData URL Conventions 4.01, section 5.1.4.
pub(crate) fn select_declared<R: Compound>(to: &mut Selection<'_>) -> Result<(), String> {
    let Selection { select, query } = to;
    let Some(types) = R::types() else {
        let Some(table) = R::table() else {
            return Err(format!("`{}` is no type with properties of its own to select", R::NAME));
        };
        **select = selectable(table)?;
        return Ok(());
    };
    let is_key = |info: &&PropertyInfo| info.flags.has(Flags::KEY);
    **select = match types.base {
        Some(base) => selectable(base)?,
        // The key stands at the base in any case, and has to be told.
        None => types
            .known()
            .find_map(|(_, table)| table.properties.iter().find(is_key))
            .map(|key| key.name)
            .into_iter()
            .collect(),
    };
    for (of, table) in types.known() {
        for name in selectable(table)? {
            match of {
                _ if select.contains(&name) => {}
                Some(of) => query.add_selected(of, name),
                None => select.push(name),
            }
        }
    }
    Ok(())
}

fn selectable(table: &TypeInfo) -> Result<Vec<&'static str>, String> {
    if table.open {
        return Err(format!(
            "`{}` keeps undeclared properties in `additional`, and `$select` of the declared ones would drop them; \
             select single properties, or none",
            table.name
        ));
    }
    Ok(table.properties.iter().filter(|property| property.flags.is_selectable()).map(|row| row.name).collect())
}

/// A property that can be selected of an `R`: a [`Property`] of the same struct, or of the base or a variant where `R` is a
/// union.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected of `{R}`",
    label = "not a property of `{R}`",
    note = "a relationship is not selected but expanded: call `expand`",
    note = "a union has the properties of its base, and of each of its variants"
)]
pub trait PropertyOf<R> {
    /// Adds it, and where nothing was selected before, the key.
    #[doc(hidden)]
    fn add_to(self, to: &mut Selection<'_>, is_first: bool);
}

/// What is selected so far.
pub struct Selection<'s> {
    pub(crate) select: &'s mut Vec<&'static str>,
    /// Holds what only some of the types of a union have.
    pub(crate) query: &'s mut QueryOptions,
}

#[diagnostic::do_not_recommend]
impl<R: Declares<B>, B: Structured, T> PropertyOf<R> for Property<B, T> {
    fn add_to(self, to: &mut Selection<'_>, is_first: bool) {
        let Selection { select, query } = to;
        let name = self.name();
        let is_key = |property: &&PropertyInfo| property.flags.has(Flags::KEY);
        // The key is selected always: without it, an answer cannot be told from another one.
        if is_first {
            **select = B::TYPE.properties.iter().find(is_key).map(|key| key.name).into_iter().collect();
        }
        let is_selectable = B::TYPE.property(name).is_some_and(|property| property.flags.is_selectable());
        match R::qualifier() {
            Some(of) => query.add_selected(of, name),
            None if is_selectable && !select.contains(&name) => select.push(name),
            None => {}
        }
    }
}
