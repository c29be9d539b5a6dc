//! What the setters of patches take.

use crate::codec::value::{Accept, GraphValue, State};
use crate::field::Field;

/// What the setter of a property with values of type `T` takes.
///
/// A `String` is set to whatever converts into one, a complex value to a value or to a patch of its members, and a set of
/// flags to a member too. Setters of numbers, of `bool` and of collections take the type itself, and need no trait.
///
/// # Examples
///
/// A function of one's own that passes a value on to a setter:
///
/// ```
/// use graph_resource::GraphResource;
/// use graph_resource::codec::IntoValue;
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub job_title: Option<String>,
/// }
///
/// fn promote(title: impl IntoValue<String>) -> UserPatch {
///     UserPatch::new().job_title(title)
/// }
///
/// assert_eq!(serde_json::to_string(&promote("Auditor"))?, r#"{"jobTitle":"Auditor"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait IntoValue<T> {
    /// Converts into what the patch holds.
    #[doc(hidden)]
    fn into_state(self) -> State<T>
    where
        T: GraphValue;

    /// Sets a property, where it stands: a setter with a state among its variables would cost the compiler a walk through
    /// all that the state may hold.
    #[doc(hidden)]
    #[inline]
    fn put(self, property: &mut impl From<State<T>>)
    where
        T: GraphValue,
        Self: Sized,
    {
        *property = self.into_state().into();
    }
}

impl<T: GraphValue, V> IntoValue<T> for V
where
    T::Codec: Accept<V>,
{
    #[inline]
    fn into_state(self) -> State<T> {
        T::Codec::accept(self)
    }
}

/// What `set_…` takes for a nullable property with values of type `T`: an `Option` or a [`Field`] of what the property's
/// setter takes.
///
/// `None` and [`Field::Null`] send null. [`Field::Absent`] leaves the property as it is.
///
/// # Examples
///
/// ```
/// use graph_resource::{Field, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub job_title: Option<String>,
///     pub office: Option<String>,
///     pub age: Option<i32>,
/// }
///
/// // As a form may hold it.
/// let (title, office, age): (Option<String>, Field<&str>, Option<i32>) = (None, Field::Absent, Some(36));
/// let patch = UserPatch::new().set_job_title(title).set_office(office).set_age(age);
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"jobTitle":null,"age":36}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a property of this type cannot be set to `{Self}` by `set_…`",
    label = "neither an `Option` nor a `Field` of a value of this property",
    note = "`None` sends null, `Field::Absent` leaves the property as it is",
    note = "a value itself is taken by the setter without `set_`"
)]
pub trait IntoField<T> {
    /// Sets the state, unless there is none.
    #[doc(hidden)]
    fn set(self, state: &mut Field<State<T>>)
    where
        T: GraphValue;
}

impl<T: GraphValue, V> IntoField<T> for Option<V>
where
    T::Codec: Accept<V>,
{
    #[inline]
    fn set(self, state: &mut Field<State<T>>) {
        *state = self.map(T::Codec::accept).into();
    }
}

impl<T: GraphValue, V> IntoField<T> for Field<V>
where
    T::Codec: Accept<V>,
{
    #[inline]
    fn set(self, state: &mut Field<State<T>>) {
        if !self.is_absent() {
            *state = self.map(T::Codec::accept);
        }
    }
}

/// [`IntoField`] for a property of a foreign type, marked `opaque` or `with`: an `Option<T>` or a `Field<T>`.
#[diagnostic::on_unimplemented(
    message = "a property of this type cannot be set to `{Self}` by `set_…`",
    label = "neither an `Option<{T}>` nor a `Field<{T}>`",
    note = "`None` sends null, `Field::Absent` leaves the property as it is",
    note = "a value itself is taken by the setter without `set_`"
)]
pub trait IntoForeignField<T> {
    /// Sets the state, unless there is none.
    #[doc(hidden)]
    fn set(self, state: &mut Field<T>);
}

impl<T> IntoForeignField<T> for Option<T> {
    #[inline]
    fn set(self, state: &mut Field<T>) {
        *state = self.into();
    }
}

impl<T> IntoForeignField<T> for Field<T> {
    #[inline]
    fn set(self, state: &mut Field<T>) {
        if !self.is_absent() {
            *state = self;
        }
    }
}
