//! Changes that no patch can say: refused by name, before anything is sent.

use crate::codec::context::DiffScope;
use crate::codec::json::UNSENDABLE;
use crate::codec::unsent::Unsent;
use crate::error::{Error, ErrorKind};
use crate::odata::table::Flags;
use crate::resource::traits::GraphResource;

/// The error for the first change from `known` to `current` that no patch can say.
pub(crate) fn unsendable<R: GraphResource>(known: &R, current: &R) -> Option<Error> {
    let unsent = Unsent::default();
    drop(known.diff_in(current, DiffScope::Unsent(&unsent)));
    let (path, flags) = unsent.into_found()?;
    let what = if flags.has(Flags::NAVIGATION) {
        "it is a relationship; change that by a reference, with `bind_…` or `navigation(…)`"
    } else if flags.has(Flags::KEY) {
        "it is the key, which addresses the resource"
    } else if flags.has(Flags::CREATE_ONLY) {
        "it is set at creation alone"
    } else if flags.has(Flags::READ_ONLY) {
        "it is read-only"
    } else if flags.has(Flags::INLINE) {
        "no patch takes a relationship away; remove its references"
    } else {
        "it is never null, and no patch takes it away"
    };
    let message = format!("`{path}`{UNSENDABLE}{what}; set the field back, or reload the resource");
    Some(Error::new(ErrorKind::Unsendable, message).at(path))
}
