//! Three versions of one resource, merged.

use core::fmt;

use crate::codec::compound::{Compound, GraphPatch};
use crate::codec::context::DiffScope;
use crate::codec::merging::{Choosing, Noting, Touched, Walk};
use crate::odata::names::TYPE_KEY;

/// What becomes of one's own changes where somebody else changed the resource as well:
/// [`GraphResource::merge3`](crate::GraphResource::merge3) makes it.
///
/// A property is mine where I changed it, and theirs otherwise. Where both changed it, differently, there is a conflict.
///
/// - A collection is one value, and so is a complex value, unless its field is marked `merge`: then each member is one.
/// - Each entry of a dictionary is a value of its own, and so is each property that an open type does not name.
/// - What no patch can change is theirs.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphResource, Resolve};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub city: Option<String>,
///     pub office: Option<String>,
/// }
///
/// let user = |city: &str, office: &str| User { id: "1".into(), city: Some(city.into()), office: Some(office.into()) };
/// let (base, theirs, mine) = (user("Oslo", "12"), user("Bergen", "14"), user("Oslo", "13"));
/// let merge = User::merge3(&base, &theirs, &mine);
/// assert_eq!(merge.patch, UserPatch::new().office("13"));
/// assert_eq!(merge.conflicts[0].name(), "office");
/// assert_eq!(merge.conflicts[0].theirs().office.as_deref(), Some("14"));
///
/// let merge = merge.resolve(|_| Resolve::Theirs);
/// assert_eq!((merge.patch, merge.conflicts.len()), (UserPatch::new(), 0));
/// ```
#[must_use]
pub struct Merge<'m, R: Compound> {
    /// What is to be said to change theirs into the merged one. In a conflict, it says mine.
    pub patch: R::Patch,
    /// Each property that both changed, differently, in the order of the fields.
    pub conflicts: Vec<Conflict<'m, R>>,
    versions: Versions<'m, R>,
}

/// A property that two changed, differently.
pub struct Conflict<'m, R> {
    name: String,
    versions: Versions<'m, R>,
}

/// Which change counts where both changed a property, differently.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Resolve {
    /// Mine: it is sent.
    Mine,
    /// Theirs: mine is given up.
    Theirs,
    /// Neither: nothing is sent, and the caller is told.
    Stop,
}

/// The three versions.
struct Versions<'m, R> {
    base: &'m R,
    theirs: &'m R,
    mine: &'m R,
}

impl<'m, R: Compound> Merge<'m, R> {
    pub(crate) fn new(base: &'m R, theirs: &'m R, mine: &'m R) -> Self {
        Self::resolved(Versions { base, theirs, mine }, &mut |_| Resolve::Stop)
    }

    /// Decides the conflicts. Those for which it says [`Resolve::Stop`] are left, and the patch says mine.
    pub fn resolve(self, mut on_conflict: impl FnMut(&Conflict<'_, R>) -> Resolve) -> Self {
        Self::resolved(self.versions, &mut on_conflict)
    }

    fn resolved(versions: Versions<'m, R>, on_conflict: &mut dyn FnMut(&Conflict<'_, R>) -> Resolve) -> Self {
        let mut conflicts = Vec::new();
        let mut takes_mine = |name: &str| {
            let conflict = Conflict { name: name.to_owned(), versions };
            let resolve = on_conflict(&conflict);
            if resolve == Resolve::Stop {
                conflicts.push(conflict);
            }
            resolve != Resolve::Theirs
        };
        let partial = merged(versions, &mut takes_mine);
        Self { patch: GraphPatch::from_partial(partial), conflicts, versions }
    }
}

/// What changes theirs into the merged one.
fn merged<R: Compound>(versions: Versions<'_, R>, takes_mine: &mut dyn FnMut(&str) -> bool) -> R::Partial {
    let Versions { base, theirs, mine } = versions;
    let (changed, others) = (touched(base, mine), touched(base, theirs));
    if changed.is_untouched() {
        return R::Partial::default();
    }
    // Of a union: a value of another type is another value.
    let is_whole = changed.is_whole || others.is_whole;
    if is_whole && !others.is_untouched() && !takes_mine(TYPE_KEY) {
        return R::Partial::default();
    }
    if is_whole {
        return theirs.diff_in(mine, DiffScope::Writable { members: true });
    }
    let walk = Choosing::new(&changed, &others, takes_mine);
    theirs.diff_in(mine, on(&(&walk as &dyn Walk)))
}

fn touched<R: Compound>(old: &R, new: &R) -> Touched {
    let walk = Noting::new();
    drop(old.diff_in(new, on(&(&walk as &dyn Walk))));
    walk.into_touched()
}

fn on<'w>(walk: &'w &'w dyn Walk) -> DiffScope<'w> {
    DiffScope::Merging { members: true, walk }
}

impl<'m, R> Conflict<'m, R> {
    /// The wire name of the property. Of a member of a complex value, and of an entry of a dictionary, the names on the
    /// way to it, joined by dots: `assignments.87d349ed`. `@odata.type` where the resource is of another type.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The resource before either changed it.
    #[must_use]
    pub fn base(&self) -> &'m R {
        self.versions.base
    }

    /// The resource as somebody else changed it.
    #[must_use]
    pub fn theirs(&self) -> &'m R {
        self.versions.theirs
    }

    /// The resource with one's own changes.
    #[must_use]
    pub fn mine(&self) -> &'m R {
        self.versions.mine
    }
}

impl<R> Clone for Versions<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Versions<'_, R> {}

impl<R> Clone for Conflict<'_, R> {
    fn clone(&self) -> Self {
        Self { name: self.name.clone(), versions: self.versions }
    }
}

impl<R> fmt::Debug for Conflict<'_, R> {
    /// Names the property; shows no value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Conflict").field(&self.name).finish()
    }
}

impl<R: Compound> Clone for Merge<'_, R> {
    fn clone(&self) -> Self {
        Self { patch: self.patch.clone(), conflicts: self.conflicts.clone(), versions: self.versions }
    }
}

impl<R: Compound> fmt::Debug for Merge<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merge").field("patch", &self.patch).field("conflicts", &self.conflicts).finish_non_exhaustive()
    }
}
