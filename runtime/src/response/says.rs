//! Which properties an answer named, of a resource that it gave.

use crate::codec::aside::Named;
use crate::codec::compound::Partial;
use crate::codec::derived::Structured;
use crate::resource::property::{NavigationProperty, Property};

/// A property, by its handle.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no handle of a property",
    label = "not a property",
    note = "take it from `props()`: `User::props().display_name`"
)]
pub trait PropertyHandle {
    /// The name on the wire.
    #[doc(hidden)]
    fn wire_name(&self) -> &'static str;
}

impl<R: Structured, T> PropertyHandle for Property<R, T> {
    fn wire_name(&self) -> &'static str {
        self.name()
    }
}

impl<R: Structured, T, K> PropertyHandle for NavigationProperty<R, T, K> {
    fn wire_name(&self) -> &'static str {
        self.name()
    }
}

/// Who knows which properties were named.
pub(crate) enum Says<T> {
    /// Nobody: a type without a table.
    Unknown,
    Noted(Named),
    /// The value itself.
    Value(fn(&T, &str) -> bool),
}

impl<T> Says<T> {
    pub(crate) fn noted(named: Option<Named>) -> Self {
        named.map_or(Self::Unknown, Self::Noted)
    }

    pub(crate) fn has(&self, value: &T, name: &str) -> bool {
        match self {
            Self::Unknown => true,
            Self::Noted(named) => named.has(name),
            Self::Value(has) => has(value, name),
        }
    }
}

impl<P: Partial> Says<P> {
    pub(crate) fn value() -> Self {
        Self::Value(|partial, wanted| {
            let mut found = false;
            partial.each_name(&mut |name, _| found |= name == wanted);
            found
        })
    }
}

impl<T> Clone for Says<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Unknown => Self::Unknown,
            Self::Noted(named) => Self::Noted(named.clone()),
            Self::Value(has) => Self::Value(*has),
        }
    }
}
