//! Patches of several types, composed.
//!
//! A patch of one type does not undo a patch of another: which of the two counts depends on the value. So both are kept,
//! in a row, and applied one after the other. Two steps of one type become one if no step between them matters, and a
//! step that can do nothing any more is dropped.

use core::fmt;
use std::sync::OnceLock;

use crate::codec::context::{ApplyMode, Completion};
use crate::odata::table::Flags;
use crate::value::union::inherited::{fold_inherited, inherited, recast};
use crate::value::union::types::{GraphUnion, Sequence, Step, UnionState, is_same_type};

impl<U: GraphUnion> Step<U> {
    /// A state that was made without naming its type. A state of the base type is then for all values.
    pub(crate) fn new(state: U::State) -> Self {
        Self { of_all: is_of_base::<U>(&state) || may_be_of_base::<U>(&state), state }
    }

    /// A state that was read with the name of its type.
    pub(crate) fn named(state: U::State) -> Self {
        Self { of_all: may_be_of_base::<U>(&state), state }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        U::is_nothing(&self.state)
    }

    /// Applies the step where there is no value. A type without members starts none.
    pub(crate) fn start_in(self, mode: ApplyMode) -> Option<U> {
        if self.is_nothing() { None } else { U::start_state(self.state, mode) }
    }

    /// The value that this step makes of a value of another type.
    fn started_anew(&self) -> Option<U> {
        if self.of_all || is_entity::<U>() { None } else { U::start_state(self.state.clone(), ApplyMode::Compose) }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.of_all == other.of_all && is_of_one_type::<U>(&self.state, &other.state)
    }
}

/// Whether values have a key. They never change their type then.
fn is_entity<U: GraphUnion>() -> bool {
    U::TABLES.iter().any(|table| table.properties.iter().any(|row| row.flags.has(Flags::KEY)))
}

/// Whether the state is of the base type. A base type without a name does not count: its whole values are written
/// without a name too.
fn is_of_base<U: GraphUnion>(state: &U::State) -> bool {
    let variant = U::variant_index_of(state);
    U::BASE.is_some_and(|base| base == variant && U::TYPES[base].is_some()) || is_untyped::<U>(state)
}

/// Whether the state names a type that can only be the base of the value's: no patch changes the type of an entity.
fn may_be_of_base<U: GraphUnion>(state: &U::State) -> bool {
    U::variant_index_of(state) == U::UNKNOWN && is_entity::<U>()
}

/// Whether the state is one of an unknown object that names no type.
fn is_untyped<U: GraphUnion>(state: &U::State) -> bool {
    U::variant_index_of(state) == U::UNKNOWN && U::own_type(state).is_none()
}

fn is_of_one_type<U: GraphUnion>(one: &U::State, other: &U::State) -> bool {
    U::variant_index_of(one) == U::variant_index_of(other) && is_same_type(U::own_type(one), U::own_type(other))
}

/// Both states are of one type.
fn compose<U: GraphUnion>(state: &mut U::State, later: U::State) {
    let _ = U::merge_state(state, later);
}

/// Composes the state of a union with a later step.
pub(crate) fn then<U: GraphUnion>(earlier: UnionState<U>, later: Step<U>) -> UnionState<U> {
    match earlier {
        UnionState::Nothing => UnionState::One(later),
        // First, since the others look at all members of the step.
        UnionState::One(mut step) if step.is_like(&later) => {
            compose::<U>(&mut step.state, later.state);
            UnionState::One(step)
        }
        UnionState::One(step) if step.is_nothing() => UnionState::One(later),
        earlier if later.is_nothing() => earlier,
        UnionState::Whole(mut value) => {
            fold_one(&mut *value, later, ApplyMode::Compose);
            UnionState::Whole(value)
        }
        UnionState::One(step) => {
            let settled = step.started_anew().map(|_| 0);
            Sequence { all: vec![step], settled, body: OnceLock::new() }.then(later)
        }
        UnionState::Several(mut steps) => {
            // The box stays where it is: most steps are like the last one.
            steps.body = OnceLock::new();
            match steps.all.last_mut() {
                Some(last) if last.is_like(&later) => {
                    compose::<U>(&mut last.state, later.state);
                    UnionState::Several(steps)
                }
                _ => steps.then(later),
            }
        }
    }
}

impl<U: GraphUnion> Sequence<U> {
    /// Adds a step that is not like the last one. Looks at a bounded number of steps, so that a row of them costs no more
    /// than its steps.
    fn then(mut self, later: Step<U>) -> UnionState<U> {
        if later.of_all {
            self.all.push(later);
            return self.stated();
        }
        match (self.settled, later.started_anew()) {
            (Some(settled), _) if self.all[settled].is_like(&later) => self.all.push(later),
            // Every value is of the settled type by now, and begins anew.
            (Some(_), Some(value)) => return UnionState::Whole(Box::new(value)),
            // No value is of the later type any more, and none can become one.
            (Some(_), None) => {}
            (None, Some(_)) => self.settle(later),
            (None, None) => self.push_beside(later),
        }
        self.stated()
    }

    /// Adds the first step that makes a value of its own type of any other one. No value is left for steps of other types.
    fn settle(&mut self, later: Step<U>) {
        let mut kept: Vec<Step<U>> = Vec::with_capacity(self.all.len() + 1);
        for step in core::mem::take(&mut self.all).into_iter().filter(|step| step.of_all) {
            match kept.last_mut() {
                Some(last) if last.is_like(&step) => compose::<U>(&mut last.state, step.state),
                _ => kept.push(step),
            }
        }
        self.settled = Some(kept.len());
        kept.push(later);
        self.all = kept;
    }

    /// Adds a step that changes values of its own type alone. Such steps may change places, so there is one of each type
    /// after the last step that is for all.
    fn push_beside(&mut self, later: Step<U>) {
        let start = self.all.iter().rposition(|step| step.of_all).map_or(0, |last| last + 1);
        match self.all[start..].iter().position(|step| step.is_like(&later)) {
            Some(same) => {
                let mut step = self.all.remove(start + same);
                compose::<U>(&mut step.state, later.state);
                self.all.push(step);
            }
            None => self.all.push(later),
        }
    }

    fn stated(mut self) -> UnionState<U> {
        match self.all.len() {
            0 | 1 => self.all.pop().map_or(UnionState::Nothing, UnionState::One),
            _ => UnionState::Several(Box::new(self)),
        }
    }

    /// The steps as one body. It can name one type: the one that was named last. It holds the steps for all too, as far as
    /// that type has their members.
    pub(crate) fn body(&self) -> Option<&Step<U>> {
        self.body.get_or_init(|| composed(&self.all)).as_ref()
    }

    pub(crate) fn into_body(mut self) -> Option<Step<U>> {
        self.body.take().unwrap_or_else(|| composed(&self.all))
    }
}

fn composed<U: GraphUnion>(all: &[Step<U>]) -> Option<Step<U>> {
    let named = all.iter().rfind(|step| !step.of_all).or(all.last())?;
    let states = all.iter().filter_map(|step| {
        if is_of_one_type::<U>(&step.state, &named.state) {
            Some(step.state.clone())
        } else if step.of_all {
            inherited::<U>(&step.state, U::variant_index_of(&named.state))
        } else {
            None
        }
    });
    let state = states.reduce(|mut state, later| {
        compose::<U>(&mut state, later);
        state
    });
    state.map(|state| Step { state, of_all: named.of_all })
}

impl<U: GraphUnion> IntoIterator for Sequence<U> {
    type Item = Step<U>;
    type IntoIter = std::vec::IntoIter<Step<U>>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
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
        Self { all: self.all.clone(), settled: self.settled, body: self.body.clone() }
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

/// Applies one step to a value.
pub(crate) fn fold_one<U: GraphUnion>(value: &mut U, step: Step<U>, mode: ApplyMode) {
    let of_all = step.of_all;
    let Err(state) = value.apply_state(step.state, mode) else { return };
    let new = match mode {
        ApplyMode::Patch | ApplyMode::Compose if of_all => {
            fold_inherited(value, &state, mode);
            None
        }
        // See "Type changes" at `GraphUnion`.
        ApplyMode::Patch | ApplyMode::Compose if is_entity::<U>() => None,
        ApplyMode::Patch | ApplyMode::Compose => Step::<U>::named(state).start_in(mode),
        // Services forget to name the type in answers to a change. Such an answer is about the value that is here.
        ApplyMode::Answer | ApplyMode::Representation | ApplyMode::State if names_no_type::<U>(&state, mode) => {
            if let Some(state) = recast::<U>(&state, value.variant_index()) {
                let _ = value.apply_state(state, mode);
            }
            None
        }
        ApplyMode::Answer | ApplyMode::Representation | ApplyMode::State => {
            U::complete_state(state, &mut Completion::of_answer())
        }
        ApplyMode::Verbatim | ApplyMode::Settle => None,
    };
    if let Some(new) = new {
        *value = new;
    }
}

/// Whether an answer may have left out that the value is of a derived type. A complex value without a type is of the
/// declared one, if that is not abstract; an entity keeps the type that it has.
fn names_no_type<U: GraphUnion>(state: &U::State, mode: ApplyMode) -> bool {
    let is_base = U::BASE == Some(U::variant_index_of(state)) && mode == ApplyMode::Answer;
    is_base || is_untyped::<U>(state)
}
