//! What a navigation property leads to: entities, which are values of no other property.

use core::marker::PhantomData;

use serde::de::Deserializer;
use serde::ser::{SerializeSeq, Serializer};

use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, WriteForm};
use crate::codec::fill::{AsState, AsValue};
use crate::codec::out::Out;
use crate::codec::value::{Codec, Writing, WritingState, differ};
use crate::value::boxed::BoxCodec;
use crate::value::vec::read_items;

/// A type with properties: an entity type, a complex type, a union of such, or a collection of them. What a navigation
/// property may have, and a variant of a union.
///
/// Implemented by the derives for structs and unions, and here for `Vec<T>` and `Box<T>` of such.
///
/// Source: OData CSDL 4.0, section 7.1.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type with properties",
    label = "neither an entity type nor a complex type",
    note = "for a struct of your own, derive `GraphResource` where it has a path, or else `GraphComplex`"
)]
pub trait Related: Sized {
    /// How values of this type are read, written and compared.
    type Codec: Codec<Value = Self>;
}

/// The codec of what a navigation property leads to.
pub type RelatedCodec<T> = <T as Related>::Codec;

/// What a partial holds for a navigation property.
pub type RelatedState<T> = <<T as Related>::Codec as Codec>::State;

impl<T: Related> Related for Box<T> {
    type Codec = BoxCodec<T::Codec>;
}

impl<T: Related> Related for Vec<T> {
    type Codec = EntitiesCodec<T::Codec>;
}

/// The codec of a collection of entities, by that of one: where one has none, the compiler says that and nothing else.
///
/// The value holds whole entities, and the state holds a partial of each one. A partial from an answer is
/// what was selected of it, which may be less than a whole one: of that nobody asked, where nobody asked for the whole.
///
/// Source: OData URL Conventions 4.01, section 5.1.3; OData JSON Format 4.0, section 8.3.
pub struct EntitiesCodec<C>(PhantomData<C>);

impl<C: Codec> Codec for EntitiesCodec<C> {
    type Value = Vec<C::Value>;
    type State = Vec<C::State>;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<Self::Value>,
    ) -> Result<(), D::Error> {
        out.fill(read_items::<AsValue<C>, C::Value, D>(from, cx)?);
        Ok(())
    }

    fn read_state_into<'de, D: Deserializer<'de>, P: Out<Self::State>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        out.fill(read_items::<AsState<C>, C::State, D>(from, cx)?);
        Ok(())
    }

    fn write<S: Serializer>(value: &Vec<C::Value>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(value.len()))?;
        for item in value {
            items.serialize_element(&Writing::<C>::new(item, form))?;
        }
        items.end()
    }

    fn write_state<S: Serializer>(state: &Self::State, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        let form = form.of_items();
        let mut items = to.serialize_seq(Some(state.len()))?;
        for item in state {
            items.serialize_element(&WritingState::<C>::new(item, form))?;
        }
        items.end()
    }

    fn complete(state: Self::State, completion: &mut Completion) -> Option<Vec<C::Value>> {
        let mut entities = Vec::with_capacity(state.len());
        for (index, state) in state.into_iter().enumerate() {
            let mark = completion.missing().len();
            let Some(entity) = C::complete(state, completion) else {
                completion.below_item(mark, index);
                return None;
            };
            entities.push(entity);
        }
        Some(entities)
    }

    /// Entities and references do not mix: a collection without some of its entities would look like all of it.
    fn is_reference(state: &Self::State) -> bool {
        state.iter().any(C::is_reference)
    }

    fn whole(value: &Vec<C::Value>) -> Self::State {
        value.iter().map(C::whole).collect()
    }

    fn diff(old: &Vec<C::Value>, new: &Vec<C::Value>, scope: DiffScope<'_>) -> Option<Self::State> {
        let differ = || {
            (scope.is_exact() || old != new)
                && (old.len() != new.len() || old.iter().zip(new).any(|(old, new)| differ::<C>(old, new)))
        };
        scope.says(differ).then(|| Self::whole(new))
    }

    /// Where one entity lacks members, nothing is taken, and the known value stays.
    fn apply(value: &mut Vec<C::Value>, state: Self::State, mode: ApplyMode) {
        if let Some(entities) = Self::start(state, mode) {
            *value = entities;
        }
    }

    fn start(state: Self::State, mode: ApplyMode) -> Option<Vec<C::Value>> {
        state.into_iter().map(|state| C::start(state, mode)).collect()
    }

    fn merge(state: &mut Self::State, later: Self::State) {
        *state = later;
    }

    fn merge_onto_null(later: Self::State) -> Option<Self::State> {
        Some(later)
    }

    fn empty() -> Option<Vec<C::Value>> {
        Some(Vec::new())
    }
}
