//! Which properties `$select` names.

use crate::codec::compound::Compound;
use crate::codec::derived::Structured;
use crate::odata::table::{Flags, PropertyInfo};
use crate::resource::derived_from::DerivedFrom;
use crate::resource::property::Property;

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

/// A property that can be selected of an `R`: a [`Property`] of the same struct, or of the base where `R` is a union.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected of `{R}`",
    label = "not a property of `{R}`",
    note = "a relationship is not selected but expanded: call `expand`",
    note = "a union has the properties of its base: name those of its other types by `.query(\"$select\", \"…\")`"
)]
pub trait PropertyOf<R> {
    /// Adds it, and where nothing was selected before, the key.
    #[doc(hidden)]
    fn add_to(self, select: &mut Vec<&'static str>, is_first: bool);
}

#[diagnostic::do_not_recommend]
impl<R: DerivedFrom<B>, B: Structured, T> PropertyOf<R> for Property<B, T> {
    fn add_to(self, select: &mut Vec<&'static str>, is_first: bool) {
        let name = self.name();
        let is_key = |property: &&PropertyInfo| property.flags.has(Flags::KEY);
        // The key is selected always: without it, an answer cannot be told from another one.
        if is_first {
            *select = B::TYPE.properties.iter().find(is_key).map(|key| key.name).into_iter().collect();
        }
        let is_selectable = B::TYPE.property(name).is_some_and(|property| property.flags.is_selectable());
        if is_selectable && !select.contains(&name) {
            select.push(name);
        }
    }
}
