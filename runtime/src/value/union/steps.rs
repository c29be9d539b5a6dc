//! Patches of several types, in a row, where none makes another one void.
//!
//! What a row does is what its steps do, one after the other. So that it stays short, a step that can do nothing is left
//! out, whatever the value is, and two steps of one type are one where nothing stands between them that counts.

use core::fmt;

use crate::codec::context::{ApplyMode, Completion};
use crate::value::union::inherited::{fold_inherited, inherited, recast};
use crate::value::union::types::{GraphUnion, Sequence, Step, UnionState};

impl<U: GraphUnion> Step<U> {
    /// What is said without the name of a type, where it is said of the base.
    pub(crate) fn new(state: U::State) -> Self {
        Self { of_all: is_of_base::<U>(&state), state }
    }

    /// What was read with the name of its type.
    pub(crate) fn named(state: U::State) -> Self {
        Self { state, of_all: false }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        U::is_nothing(&self.state)
    }

    /// A value that was not there. To name a type is to say nothing yet.
    pub(crate) fn start_in(self, mode: ApplyMode) -> Option<U> {
        if self.is_nothing() { None } else { U::start_state(self.state, mode) }
    }

    /// Whether values of the type of what is said can begin empty.
    fn begun(&self) -> Option<U> {
        U::start_state(self.state.clone(), ApplyMode::Compose)
    }

    fn is_like(&self, other: &Self) -> bool {
        self.of_all == other.of_all && is_of_one_type::<U>(&self.state, &other.state)
    }
}

/// Whether it is said without the name of a type. Where the base type has no name to be told by, this is how a whole value
/// of it is written, too, and so is no word about other types.
fn is_of_base<U: GraphUnion>(state: &U::State) -> bool {
    let place = U::variant_index_of(state);
    U::BASE.is_some_and(|base| base == place && U::TYPES[base].is_some())
        || (place == U::UNKNOWN && U::is_untyped(state))
}

fn is_of_one_type<U: GraphUnion>(one: &U::State, other: &U::State) -> bool {
    let place = U::variant_index_of(one);
    place == U::variant_index_of(other)
        && (place != U::UNKNOWN || U::merge_state(&mut one.clone(), other.clone()).is_ok())
}

impl<U: GraphUnion> Sequence<U> {
    pub(crate) fn body(&self) -> &Step<U> {
        &self.body
    }

    pub(crate) fn into_body(self) -> Step<U> {
        self.body
    }
}

impl<U: GraphUnion> IntoIterator for Sequence<U> {
    type Item = Step<U>;
    type IntoIter = std::vec::IntoIter<Step<U>>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

/// What was said, then this.
pub(crate) fn then<U: GraphUnion>(earlier: UnionState<U>, later: Step<U>) -> UnionState<U> {
    match earlier {
        UnionState::Nothing => UnionState::One(later),
        UnionState::One(step) if step.is_nothing() => UnionState::One(later),
        earlier if later.is_nothing() => earlier,
        UnionState::Whole(mut value) => {
            fold_one(&mut *value, later, ApplyMode::Compose);
            UnionState::Whole(value)
        }
        UnionState::One(step) => add(vec![step], later),
        UnionState::Several(steps) => add(steps.all, later),
    }
}

fn add<U: GraphUnion>(mut all: Vec<Step<U>>, later: Step<U>) -> UnionState<U> {
    if later.of_all {
        push(&mut all, later);
        return stated(all);
    }
    // A type that can begin makes any value one of it, which later steps find.
    let settled = all.iter().find(|step| !step.of_all && step.begun().is_some());
    match (settled, later.begun()) {
        (Some(step), _) if step.is_like(&later) => push(&mut all, later),
        // Whatever the value was: what comes later begins anew.
        (Some(_), Some(value)) => return UnionState::Whole(Box::new(value)),
        (Some(_), None) => {}
        (None, Some(_)) => {
            // What other types are told, no value of them is left to tell.
            let kept = core::mem::take(&mut all).into_iter().filter(|step| step.of_all);
            kept.chain([later]).for_each(|step| push(&mut all, step));
        }
        (None, None) => {
            // After what is said of all, the steps are of types of which no value becomes another: they may change places.
            let last = all.iter().rposition(|step| step.of_all).map_or(0, |last| last + 1);
            if let Some(same) = all[last..].iter().position(|step| step.is_like(&later)) {
                let step = all.remove(last + same);
                all.push(step);
            }
            push(&mut all, later);
        }
    }
    stated(all)
}

/// Adds a step: as one with the last, where the two are alike.
fn push<U: GraphUnion>(all: &mut Vec<Step<U>>, later: Step<U>) {
    match all.last_mut() {
        Some(last) if last.is_like(&later) => compose::<U>(&mut last.state, later.state),
        _ => all.push(later),
    }
}

/// Of one type, as both are.
fn compose<U: GraphUnion>(state: &mut U::State, later: U::State) {
    let _ = U::merge_state(state, later);
}

fn stated<U: GraphUnion>(mut all: Vec<Step<U>>) -> UnionState<U> {
    if all.len() > 1
        && let Some(body) = body(&all)
    {
        return UnionState::Several(Box::new(Sequence { all, body }));
    }
    all.pop().map_or(UnionState::Nothing, UnionState::One)
}

/// What one body says: it can name one type, the one that was named last. What is said of all it says along, as far as a
/// value of that type holds it.
fn body<U: GraphUnion>(all: &[Step<U>]) -> Option<Step<U>> {
    let named = all.iter().rfind(|step| !step.of_all).or(all.last())?;
    let told = all.iter().filter_map(|step| {
        if is_of_one_type::<U>(&step.state, &named.state) {
            Some(step.state.clone())
        } else if step.of_all {
            inherited::<U>(&step.state, U::variant_index_of(&named.state))
        } else {
            None
        }
    });
    let state = told.reduce(|mut state, later| {
        compose::<U>(&mut state, later);
        state
    });
    state.map(|state| Step { state, of_all: named.of_all })
}

impl<U: GraphUnion> Clone for Step<U> {
    fn clone(&self) -> Self {
        Self { state: self.state.clone(), of_all: self.of_all }
    }
}

impl<U: GraphUnion> PartialEq for Step<U> {
    fn eq(&self, other: &Self) -> bool {
        self.of_all == other.of_all && self.state == other.state
    }
}

impl<U: GraphUnion> fmt::Debug for Step<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.state.fmt(f)
    }
}

impl<U: GraphUnion> Clone for Sequence<U> {
    fn clone(&self) -> Self {
        Self { all: self.all.clone(), body: self.body.clone() }
    }
}

impl<U: GraphUnion> PartialEq for Sequence<U> {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl<U: GraphUnion> fmt::Debug for Sequence<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all.fmt(f)
    }
}

pub(crate) fn fold_one<U: GraphUnion>(value: &mut U, step: Step<U>, mode: ApplyMode) {
    let of_all = step.of_all;
    let Err(state) = value.apply_state(step.state, mode) else { return };
    let new = match mode {
        ApplyMode::Patch | ApplyMode::Compose if of_all => {
            fold_inherited(value, &state, mode);
            None
        }
        ApplyMode::Patch | ApplyMode::Compose => Step::<U>::named(state).start_in(mode),
        // Services forget to name the type in answers to a change: what they say of the base, they say of what is here.
        ApplyMode::Answer | ApplyMode::Representation if names_no_type::<U>(&state, mode) => {
            if let Some(state) = recast::<U>(&state, value.variant_index()) {
                let _ = value.apply_state(state, mode);
            }
            None
        }
        ApplyMode::Answer | ApplyMode::Representation => U::complete_state(state, &mut Completion::of_answer()),
        ApplyMode::Verbatim | ApplyMode::Settle => None,
    };
    if let Some(new) = new {
        *value = new;
    }
}

/// Whether an answer may have left out that the value is of a derived type. A complex value without a type is of the
/// declared one, if that is not abstract; an entity keeps the type that it has.
fn names_no_type<U: GraphUnion>(state: &U::State, mode: ApplyMode) -> bool {
    let place = U::variant_index_of(state);
    let is_base = Some(place) == U::BASE && mode == ApplyMode::Answer;
    is_base || (place == U::UNKNOWN && U::is_untyped(state))
}
