//! Three values of one type: what two of them changed of the first, and what is taken of which.
//!
//! Two walks note what changed, by the names of members. A third one compares the two newer values, and keeps of the
//! difference what the last one changed.

use core::cell::{Cell, RefCell};
use core::fmt::{self, Debug};
use std::collections::BTreeMap;

/// A walk over two values, member by member.
#[doc(hidden)]
pub trait Walk: Debug {
    /// The value that the walk is in differs as one.
    fn note(&self);

    /// Whether differences are wanted, and not only noted.
    fn is_choosing(&self) -> bool;

    /// Goes into a member, and says how it is compared.
    fn enter(&self, name: &str) -> Compare;

    /// Comes out of a member that was compared, and says whether the difference is taken.
    fn leave(&self, name: &str, is_absent: bool) -> bool;
}

/// How a member is compared.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Compare {
    /// Not at all: mine has no change there. Then there is nothing to come out of.
    Not,
    /// Member by member, on the same walk.
    Members,
    /// As one value.
    Whole,
}

/// What changed between two values: the value as one, or members of it.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    pub(crate) is_whole: bool,
    members: BTreeMap<String, Touched>,
}

impl Touched {
    pub(crate) fn is_untouched(&self) -> bool {
        !self.is_whole && self.members.is_empty()
    }
}

/// Notes what changed.
#[derive(Debug)]
pub(crate) struct Noting {
    /// The value and the members that the walk is in, the innermost last.
    open: RefCell<Vec<Touched>>,
}

impl Noting {
    pub(crate) fn new() -> Self {
        Self { open: RefCell::new(vec![Touched::default()]) }
    }

    pub(crate) fn into_touched(self) -> Touched {
        self.open.into_inner().pop().unwrap_or_default()
    }
}

impl Walk for Noting {
    fn note(&self) {
        if let Some(innermost) = self.open.borrow_mut().last_mut() {
            innermost.is_whole = true;
        }
    }

    fn is_choosing(&self) -> bool {
        false
    }

    fn enter(&self, _: &str) -> Compare {
        self.open.borrow_mut().push(Touched::default());
        Compare::Members
    }

    fn leave(&self, name: &str, _: bool) -> bool {
        let mut open = self.open.borrow_mut();
        if let Some(member) = open.pop().filter(|member| !member.is_untouched())
            && let Some(outer) = open.last_mut()
        {
            outer.members.insert(name.to_owned(), member);
        }
        false
    }
}

/// Takes, of what differs between theirs and mine, what mine has changed.
pub(crate) struct Choosing<'m> {
    /// The value and the members that the walk is in, the innermost last.
    open: RefCell<Vec<Changes<'m>>>,
    /// The names on the way, joined by dots.
    path: RefCell<String>,
    /// Told of each conflict; says whether mine is taken.
    on_conflict: Cell<Option<OnConflict<'m>>>,
}

pub(crate) type OnConflict<'m> = &'m mut dyn FnMut(&str) -> bool;

/// What was changed of one value.
#[derive(Clone, Copy)]
struct Changes<'m> {
    mine: &'m Touched,
    theirs: Option<&'m Touched>,
    /// Where its own name begins in the path.
    end: usize,
}

impl Changes<'_> {
    fn is_whole(self) -> bool {
        self.mine.is_whole || self.theirs.is_some_and(|theirs| theirs.is_whole)
    }
}

impl<'m> Choosing<'m> {
    pub(crate) fn new(mine: &'m Touched, theirs: &'m Touched, on_conflict: OnConflict<'m>) -> Self {
        Self {
            open: RefCell::new(vec![Changes { mine, theirs: Some(theirs), end: 0 }]),
            path: RefCell::default(),
            on_conflict: Cell::new(Some(on_conflict)),
        }
    }

    fn takes_mine(&self, path: &str) -> bool {
        let Some(on_conflict) = self.on_conflict.take() else { return true };
        let takes_mine = on_conflict(path);
        self.on_conflict.set(Some(on_conflict));
        takes_mine
    }
}

impl Walk for Choosing<'_> {
    fn note(&self) {}

    fn is_choosing(&self) -> bool {
        true
    }

    fn enter(&self, name: &str) -> Compare {
        let (mut open, mut path) = (self.open.borrow_mut(), self.path.borrow_mut());
        let member = open.last().and_then(|outer| {
            let mine = outer.mine.members.get(name)?;
            let theirs = outer.theirs.and_then(|theirs| theirs.members.get(name));
            Some(Changes { mine, theirs, end: path.len() })
        });
        let Some(member) = member else { return Compare::Not };
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
        open.push(member);
        if member.is_whole() { Compare::Whole } else { Compare::Members }
    }

    fn leave(&self, _: &str, is_absent: bool) -> bool {
        let Some(member) = self.open.borrow_mut().pop() else { return false };
        let is_contested = member.is_whole() && member.theirs.is_some();
        // A member that both changed is a conflict where the two differ.
        let is_taken = !is_absent && (!is_contested || self.takes_mine(&self.path.borrow()));
        self.path.borrow_mut().truncate(member.end);
        is_taken
    }
}

impl Debug for Choosing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Choosing").field(&*self.path.borrow()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Choosing, Compare, Noting, Touched, Walk};

    #[test]
    fn a_walk_shows_where_it_is() {
        let noting = Noting::new();
        assert_eq!(["work", "city"].map(|name| noting.enter(name)), [Compare::Members; 2]);
        noting.note();
        assert_eq!(["city", "work"].map(|name| noting.leave(name, false)), [false; 2]);
        let (mine, theirs) = (noting.into_touched(), Touched::default());
        let mut on_conflict = |path: &str| panic!("{path}");
        let choosing = Choosing::new(&mine, &theirs, &mut on_conflict);
        assert_eq!(["work", "city"].map(|name| choosing.enter(name)), [Compare::Members, Compare::Whole]);
        assert_eq!(format!("{choosing:?}"), r#"Choosing("work.city")"#);
        assert!(choosing.leave("city", false));
        assert_eq!(format!("{choosing:?}"), r#"Choosing("work")"#);
    }
}
