//! The first change of a value that no patch can say, noted while two values are compared.

use core::cell::{Cell, RefCell};

use crate::odata::table::Flags;

/// What was found, and where the comparison is.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Unsent {
    found: RefCell<Option<(String, Flags)>>,
    is_inside: Cell<bool>,
    is_new: Cell<bool>,
}

impl Unsent {
    /// The path of the property, like `info.owner`, and its flags.
    pub(crate) fn into_found(self) -> Option<(String, Flags)> {
        self.found.into_inner()
    }

    pub(crate) fn is_found(&self) -> bool {
        self.found.borrow().is_some()
    }

    /// Whether the property is one of a value in the resource.
    pub(crate) fn is_inside(&self) -> bool {
        self.is_inside.get()
    }

    /// Whether it is one of a value that was not there: then its relationships are looked for.
    pub(crate) fn is_new(&self) -> bool {
        self.is_new.get()
    }

    pub(crate) fn note(&self, name: &str, flags: Flags) {
        self.found.replace(Some((name.to_owned(), flags)));
    }

    pub(crate) fn forget(&self) {
        self.found.take();
    }

    /// Looks at a value that was not there.
    pub(crate) fn in_new(&self, look: impl FnOnce()) {
        let before = self.is_new.replace(true);
        look();
        self.is_new.set(before);
    }

    /// Looks at what is inside of a property, or of an entry with this key.
    pub(crate) fn below(&self, name: &str, look: impl FnOnce()) {
        if self.is_found() {
            return;
        }
        let before = self.is_inside.replace(true);
        look();
        self.is_inside.set(before);
        if let Some((path, _)) = &mut *self.found.borrow_mut() {
            let dot = if path.starts_with('[') { "" } else { "." };
            *path = format!("{name}{dot}{path}");
        }
    }
}
