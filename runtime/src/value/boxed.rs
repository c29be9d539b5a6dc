//! `Box<T>`: the same value behind a pointer, for recursive types.

use core::marker::PhantomData;

use serde::de::Deserializer;
use serde::ser::Serializer;

use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, WriteForm};
use crate::codec::out::Out;
use crate::codec::value::{Accept, Codec, GraphValue, ItemCodec};

/// The codec of `Box<C::Value>`. The state is boxed as well, which is what makes a recursive partial finite.
pub struct BoxCodec<C>(PhantomData<C>);

impl<T: GraphValue> GraphValue for Box<T> {
    type Codec = BoxCodec<T::Codec>;
    const IS_ENTITY: bool = T::IS_ENTITY;
}

impl<C: Codec> Codec for BoxCodec<C> {
    type Value = Box<C::Value>;
    type State = Box<C::State>;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error> {
        let mut value = None;
        C::read_into(from, cx, &mut value)?;
        *out = value.map(Box::new);
        Ok(())
    }

    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        let mut state = None;
        C::read_state_into(from, cx, &mut state)?;
        if let Some(state) = state {
            out.fill(Box::new(state));
        }
        Ok(())
    }

    fn write<S: Serializer>(value: &Self::Value, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        C::write(value, form, to)
    }

    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        C::write_state(state, form, to)
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Self::Value> {
        C::complete(*state, completion).map(Box::new)
    }

    fn whole(value: &Self::Value) -> Self::State {
        Box::new(C::whole(value))
    }

    fn diff(old: &Self::Value, new: &Self::Value, scope: DiffScope<'_>) -> Option<Self::State> {
        C::diff(old, new, scope).map(Box::new)
    }

    fn is_whole(state: &Self::State) -> bool {
        C::is_whole(state)
    }

    fn is_reference(state: &Self::State) -> bool {
        C::is_reference(state)
    }

    fn apply(value: &mut Self::Value, state: Self::State, mode: ApplyMode) {
        C::apply(value, *state, mode);
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Self::Value> {
        C::start(*state, mode).map(Box::new)
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        C::merge(state, *later);
    }

    fn merge_onto_null(later: Self::State) -> Option<Self::State> {
        C::merge_onto_null(*later).map(Box::new)
    }

    fn empty() -> Option<Self::Value> {
        C::empty().map(Box::new)
    }

    fn note_missing(state: &Self::State, completion: &mut Completion) {
        C::note_missing(state, completion);
    }

    fn settle(value: &mut Self::Value) {
        C::settle(value);
    }

    fn has_secrets() -> bool {
        C::has_secrets()
    }

    fn declares(name: &str) -> Option<bool> {
        C::declares(name)
    }
}

impl<C: ItemCodec> ItemCodec for BoxCodec<C> {
    type Item = Box<C::Item>;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Item>,
    ) -> Result<(), D::Error> {
        let mut item = None;
        C::read_item_into(from, cx, &mut item)?;
        *out = item.map(Box::new);
        Ok(())
    }

    fn write_item<S: Serializer>(item: &Self::Item, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        C::write_item(item, form, to)
    }

    fn complete_item(item: Self::Item, completion: &mut Completion) -> Option<Self::Value> {
        C::complete_item(*item, completion).map(Box::new)
    }

    fn item(value: Self::Value) -> Self::Item {
        Box::new(C::item(*value))
    }

    fn item_of(value: &Self::Value) -> Self::Item {
        Box::new(C::item_of(value))
    }

    fn note_missing_of_item(item: &Self::Item, completion: &mut Completion) {
        C::note_missing_of_item(item, completion);
    }
}

/// Takes what the unboxed property takes; a boxed value is unboxed by the caller with `*value`.
#[diagnostic::do_not_recommend]
impl<C: Accept<V>, V> Accept<V> for BoxCodec<C> {
    fn accept(value: V) -> Self::State {
        Box::new(C::accept(value))
    }
}
