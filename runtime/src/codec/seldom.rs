//! What most values have none of.

use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

/// An `Option` of something in a box, which is dropped at the cost of one question where there is nothing.
pub(crate) struct Seldom<T>(ManuallyDrop<Option<Box<T>>>);

impl<T> Seldom<T> {
    #[inline]
    pub(crate) const fn none() -> Self {
        Self(ManuallyDrop::new(None))
    }
}

impl<T> Deref for Seldom<T> {
    type Target = Option<Box<T>>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> DerefMut for Seldom<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<T> Drop for Seldom<T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(value) = self.0.take() {
            discard(value);
        }
    }
}

#[cold]
#[inline(never)]
fn discard<T>(value: Box<T>) {
    drop(value);
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Seldom;

    #[test]
    fn what_is_there_is_dropped() {
        let value = Rc::new(());
        let mut seldom = Seldom::none();
        assert!(seldom.is_none());
        *seldom = Some(Box::new(Rc::clone(&value)));
        assert_eq!(Rc::strong_count(&value), 2);
        drop(seldom);
        assert_eq!(Rc::strong_count(&value), 1);
    }
}
