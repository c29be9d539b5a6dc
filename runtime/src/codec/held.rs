//! Where a patch holds its partial: a place that the compiler does not look into where it checks what is dropped.

use core::mem::{ManuallyDrop, take};
use core::ops::{Deref, DerefMut};

/// A value whose default owns nothing.
///
/// For each function with a patch among its variables, the compiler walks all types that may be dropped with it, which are
/// those of all linked resources, and once more for each set of bounds. That walk ends at `ManuallyDrop`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held<T: Default>(ManuallyDrop<T>);

impl<T: Default> Held<T> {
    /// Holds the value.
    #[inline]
    pub fn new(value: T) -> Self {
        Self(ManuallyDrop::new(value))
    }

    /// The value, taken out.
    #[inline]
    pub fn into_inner(self) -> T {
        // Without a drop of what stays: optimized builds move the value, and no more.
        take(&mut *ManuallyDrop::new(self).0)
    }
}

impl<T: Default> Drop for Held<T> {
    #[inline]
    fn drop(&mut self) {
        // In place, which costs less than to take the value out.
        *self.0 = T::default();
    }
}

impl<T: Default> Deref for Held<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Default> DerefMut for Held<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Held;

    #[test]
    fn what_is_held_is_dropped_once() {
        let counted = Rc::new(());
        let held = Held::new(Some(Rc::clone(&counted)));
        let other = held.clone();
        assert_eq!(Rc::strong_count(&counted), 3);
        drop(held);
        assert_eq!(Rc::strong_count(&counted), 2);
        let inner = other.into_inner();
        assert_eq!(Rc::strong_count(&counted), 2);
        drop(inner);
        assert_eq!(Rc::strong_count(&counted), 1);
    }

    #[test]
    fn a_new_value_drops_the_old_one() {
        let counted = Rc::new(());
        let mut held = Held::new(vec![Rc::clone(&counted)]);
        *held = Vec::new();
        assert_eq!(Rc::strong_count(&counted), 1);
        assert!(held.is_empty());
    }
}
