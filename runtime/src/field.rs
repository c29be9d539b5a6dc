//! The tri-state of a nullable property.

use core::ops::Deref;

/// What a patch or an answer holds for a nullable property: nothing, null, or a value.
///
/// In a `PATCH` body the three are three orders: leave the property alone, clear it, set it. A doubled `Option`
/// would hold the same, but a reader forgets which layer is which.
///
/// # Examples
///
/// ```
/// use graph_resource::Field;
///
/// let url: Field<String> = Field::from("https://example.com".to_owned());
/// assert!(url.is_value());
/// assert_eq!(Field::<String>::from(None), Field::Null);
/// assert_eq!(Field::<String>::default(), Field::Absent);
/// ```
///
/// Source: OData JSON Format 4.0, section 7; Microsoft REST API Guidelines, Graph, article "nullable".
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Field<T> {
    /// Not named: the property keeps what it has.
    #[default]
    Absent,
    /// The property is null, or is to be cleared.
    Null,
    /// The property has this value, or is to be set to it.
    Value(T),
}

impl<T> Field<T> {
    /// Whether the property is not named.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is null, or is to be cleared.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether there is a value.
    #[must_use]
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Borrows the value, keeping absent and null apart.
    pub const fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }

    /// Borrows the value mutably, keeping absent and null apart.
    pub const fn as_mut(&mut self) -> Field<&mut T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }

    /// Borrows the value as what it derefs to, a `String` as a `str`.
    ///
    /// ```
    /// use graph_resource::Field;
    ///
    /// let title = Field::Value("Auditor".to_owned());
    /// assert_eq!(title.as_deref().value(), Some("Auditor"));
    /// ```
    pub fn as_deref(&self) -> Field<&T::Target>
    where
        T: Deref,
    {
        self.as_ref().map(T::deref)
    }

    /// Turns the value into another one, keeping absent and null apart.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(f(value)),
        }
    }

    /// The value, where there is one. Absent and null both give `None`. Of a field behind a reference, ask
    /// `field.as_ref().value()`.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Null or a value, where the property is named; `None` where it is absent.
    ///
    /// ```
    /// use graph_resource::Field;
    ///
    /// assert_eq!(Field::<u8>::Absent.stated(), None);
    /// assert_eq!(Field::<u8>::Null.stated(), Some(None));
    /// assert_eq!(Field::Value(7).stated(), Some(Some(7)));
    /// ```
    #[must_use]
    #[allow(clippy::option_option, reason = "the one place that converts to the doubled form")]
    pub fn stated(self) -> Option<Option<T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }

    /// Takes the field and leaves [`Field::Absent`].
    #[must_use]
    pub fn take(&mut self) -> Self {
        core::mem::take(self)
    }
}

impl<T: Clone> Field<&T> {
    /// Clones the borrowed value.
    #[must_use]
    pub fn cloned(self) -> Field<T> {
        self.map(T::clone)
    }
}

impl<T> From<T> for Field<T> {
    /// A value.
    #[inline]
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Field<T> {
    /// A value, or null for `None`.
    #[inline]
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn map_keeps_the_three_states_apart() {
        assert_eq!(Field::Value(2).map(|n| n + 1), Field::Value(3));
        assert_eq!(Field::<i32>::Null.map(|n| n + 1), Field::Null);
        assert_eq!(Field::<i32>::Absent.map(|n| n + 1), Field::Absent);
    }

    #[test]
    fn take_leaves_absent() {
        let mut field = Field::Value(1);
        assert_eq!(field.take(), Field::Value(1));
        assert!(field.is_absent());
    }
}
