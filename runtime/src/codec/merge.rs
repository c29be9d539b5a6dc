//! Merge logic for structs: a patch onto a value, an answer into a value, a patch onto a patch, a value against a value.

use crate::codec::additional::{apply_additional, drop_nulls, merge_additional};
use crate::codec::context::{ApplyMode, DiffScope};
use crate::codec::derived::{Applying, Diffing, Structured, StructuredPartial};
use crate::codec::visit::is_empty;
use crate::odata::names::TYPE_KEY;

/// Applies a partial to a whole.
pub(crate) fn apply_partial<T: Structured>(whole: &mut T, mut partial: T::Partial, mode: ApplyMode) {
    if let Some(stated) = partial.additional_mut().map(core::mem::take)
        && let Some(additional) = whole.additional_mut()
    {
        apply_additional(T::TYPE, additional, stated, mode);
    }
    whole.apply_properties(partial, &Applying::new(mode));
}

/// Drops the dynamic members that are null, of the value and of the complex values in it.
pub(crate) fn settle<T: Structured>(whole: &mut T) {
    if let Some(additional) = whole.additional_mut() {
        drop_nulls(additional);
    }
    whole.apply_properties(T::Partial::default(), &Applying::new(ApplyMode::Settle));
}

/// Composes two partials: `earlier`, then `later`.
pub(crate) fn merge_partial<P: StructuredPartial>(earlier: &mut P, mut later: P) {
    if let Some(stated) = later.additional_mut().map(core::mem::take)
        && let Some(additional) = earlier.additional_mut()
    {
        merge_additional(additional, stated);
    }
    if let Some(bound) = later.bindings_mut().map(core::mem::take)
        && let Some(bindings) = earlier.bindings_mut()
    {
        bindings.merge(bound);
    }
    earlier.merge_properties(later);
}

/// What changes `old` into `new`, in this scope.
pub(crate) fn diff_whole<T: Structured>(old: &T, new: &T, scope: DiffScope<'_>) -> T::Partial {
    let mut changed = old.diff_properties(new, &Diffing::new(scope));
    // A value whose type is not the declared one is sent with its type, whatever of it is sent. What is merged is of the
    // old one's, unless its change is taken.
    let typed = match scope {
        DiffScope::Writable { .. } => Some(new),
        DiffScope::Merging { .. } => Some(old),
        _ => None,
    };
    if let Some(own_type) = typed.and_then(Structured::additional).and_then(|additional| additional.get(TYPE_KEY))
        && !is_empty(&changed)
        && let Some(additional) = changed.additional_mut()
    {
        additional.entry(TYPE_KEY).or_insert_with(|| own_type.clone());
    }
    changed
}
