//! A value that no `Debug` output and no message shows.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, WriteForm};
use crate::codec::out::Out;
use crate::codec::value::{Accept, Codec, GraphValue, ItemCodec};
use crate::value::foreign::refused;

/// A value that is not shown: `Debug` hides it, and no message about JSON that cannot be read quotes it.
///
/// It has the wire form of the `T` in it, so that a field can become a secret without a change of any body. **The user's
/// own `Debug` of a struct shows every other field, also one marked `write_only`**: this is the type for those. What
/// serializes the struct writes the secret out, as it must to send it. It is not wiped from memory.
///
/// Setters of a patch take what they take for a `T`, and a `Secret<String>`.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphComplex, Secret};
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct PasswordProfile {
///     #[graph_resource(write_only)]
///     pub password: Option<Secret<String>>,
/// }
///
/// let profile = PasswordProfile { password: Some(Secret::from("hunter2")) };
/// assert_eq!(format!("{profile:?}"), "PasswordProfile { password: Some(Secret(<hidden>)) }");
/// assert_eq!(serde_json::to_string(&profile)?, r#"{"password":"hunter2"}"#);
///
/// let patch = PasswordProfilePatch::new().password("hunter3");
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"password":"hunter3"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Default, Eq, Hash, PartialEq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Hides a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, in the open.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The same, to change it.
    pub const fn expose_mut(&mut self) -> &mut T {
        &mut self.0
    }

    /// The value, taken out.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(<hidden>)")
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Secret<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl From<Secret<Self>> for String {
    fn from(secret: Secret<Self>) -> Self {
        secret.0
    }
}

impl<T: Serialize> Serialize for Secret<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self).map_err(|error| refused("", &error))
    }
}

impl<T: GraphValue> GraphValue for Secret<T> {
    type Codec = SecretCodec<T::Codec>;
}

/// The codec of a `Secret<C::Value>`. What is said of the value is hidden too.
pub struct SecretCodec<C>(PhantomData<C>);

impl<C: Codec> Codec for SecretCodec<C> {
    type Value = Secret<C::Value>;
    type State = Secret<C::State>;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error> {
        let mut value = None;
        C::read_into(from, cx, &mut value).map_err(|error| refused(cx.property(), &error))?;
        *out = value.map(Secret);
        Ok(())
    }

    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        let mut state = None;
        C::read_state_into(from, cx, &mut state).map_err(|error| refused(cx.property(), &error))?;
        if let Some(state) = state {
            out.fill(Secret(state));
        }
        Ok(())
    }

    fn write<S: Serializer>(value: &Self::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        C::write(&value.0, form, to)
    }

    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        C::write_state(&state.0, form, to)
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self::Value> {
        C::complete(state.0, completion).map(Secret)
    }

    fn whole(value: &Self::Value) -> Self::State {
        Secret(C::whole(&value.0))
    }

    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Option<Self::State> {
        C::diff(&old.0, &new.0, scope).map(Secret)
    }

    fn is_whole(state: &Self::State) -> bool {
        C::is_whole(&state.0)
    }

    fn is_reference(state: &Self::State) -> bool {
        C::is_reference(&state.0)
    }

    fn apply(value: &mut Self::Value, state: Self::State, mode: ApplyMode) {
        C::apply(&mut value.0, state.0, mode);
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Value> {
        C::start(state.0, mode).map(Secret)
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        C::merge(&mut state.0, later.0);
    }

    fn merge_onto_null(later: Self::State) -> Option<Self::State> {
        C::merge_onto_null(later.0).map(Secret)
    }

    fn empty() -> Option<Self::Value> {
        C::empty().map(Secret)
    }

    fn note_missing(state: &Self::State, completion: &mut Completion) {
        C::note_missing(&state.0, completion);
    }

    fn settle(value: &mut Self::Value) {
        C::settle(&mut value.0);
    }

    fn declares(name: &str) -> Option<bool> {
        C::declares(name)
    }
}

impl<C: ItemCodec> ItemCodec for SecretCodec<C> {
    type Item = Secret<C::Item>;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Item>,
    ) -> Result<(), D::Error> {
        let mut item = None;
        C::read_item_into(from, cx, &mut item).map_err(|error| refused(cx.property(), &error))?;
        *out = item.map(Secret);
        Ok(())
    }

    fn write_item<S: Serializer>(item: &Self::Item, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        C::write_item(&item.0, form, to)
    }

    fn complete_item(item: Self::Item, completion: &mut Completion) -> Option<Self::Value> {
        C::complete_item(item.0, completion).map(Secret)
    }

    fn item(value: Self::Value) -> Self::Item {
        Secret(C::item(value.0))
    }

    fn item_of(value: &Self::Value) -> Self::Item {
        Secret(C::item_of(&value.0))
    }

    fn note_missing_of_item(item: &Self::Item, completion: &mut Completion) {
        C::note_missing_of_item(&item.0, completion);
    }
}

/// Takes what the open property takes.
#[diagnostic::do_not_recommend]
impl<C: Accept<V>, V> Accept<V> for SecretCodec<C> {
    fn accept(value: V) -> Self::State {
        Secret(C::accept(value))
    }
}
