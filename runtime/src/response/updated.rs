//! A patch that the service took, and what it answered.

use core::fmt;
use std::sync::Arc;

use crate::codec::aside::Aside;
use crate::codec::compound::{Compound, Partial};
use crate::codec::context::{ApplyMode, Completion, WriteForm};
use crate::codec::fill::AsState;
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;

/// A patch that the service took, and what it answered.
///
/// A service answers with the whole resource, a part of it, or nothing: [`merge_into`](Self::merge_into) ends right in
/// each case.
pub struct Updated<R: Compound>(Box<Parts<R>>);

/// Boxed, since a patch and a partial are large, and an outcome is handed on many times.
struct Parts<R: Compound> {
    patch: R::Patch,
    answer: Option<R::Partial>,
    /// Whether the answer states the whole resource, as it was asked to.
    is_state: bool,
    etag: Option<ETag>,
    request_id: Option<Arc<str>>,
}

impl<R: GraphResource> Updated<R> {
    /// Applies the patch that was sent, then what the service answered.
    ///
    /// An answer changes what it names; members of a complex value that it does not name stay. A representation that was
    /// asked for (`return=representation`) and has all properties, or all that were selected, is the new state: what it
    /// does not show of a complex value, and dynamic properties that it does not show, are gone.
    pub fn merge_into(self, resource: &mut R) {
        let Parts { patch, answer, is_state, etag, .. } = *self.0;
        resource.apply(patch);
        if let Some(answer) = answer {
            resource.apply_in(answer, if is_state { ApplyMode::State } else { ApplyMode::Answer });
        }
        if let (Some(field), Some(etag)) = (resource.etag_mut(), etag) {
            *field = Some(etag);
        }
    }

    /// The patch that was sent.
    #[must_use]
    pub fn patch(&self) -> &R::Patch {
        &self.0.patch
    }

    /// What the service answered; `None` where it answered without content.
    #[must_use]
    pub fn answer(&self) -> Option<&R::Partial> {
        self.0.answer.as_ref()
    }

    /// The paths of what complex values lack to be whole ones, like `summary.ios`: those in the answer, and those in the
    /// patch that the answer does not show. Such a value changes the one that is there. Where there is none, it is not
    /// kept, and neither is a collection with such an item; [`Tracked::save`](crate::Tracked) says so, and a reload reads
    /// the value.
    #[must_use]
    pub fn lacking(&self) -> Vec<String> {
        let mut lacking = Completion::of_answer();
        self.0.patch.note_lacking(&mut lacking);
        let of_patch = lacking.missing().len();
        let mut shown = Vec::new();
        if let Some(answer) = &self.0.answer {
            answer.note_lacking(&mut lacking);
            answer.each_name(&mut |name, _| shown.push(name));
        }
        let (of_patch, of_answer) = lacking.missing().split_at(of_patch);
        let is_shown = |path: &&String| path.split(['.', '[']).next().is_some_and(|name| shown.contains(&name));
        of_patch.iter().filter(|path| !is_shown(path)).chain(of_answer).cloned().collect()
    }

    /// The new version, where the service tells it.
    #[must_use]
    pub fn etag(&self) -> Option<&ETag> {
        self.0.etag.as_ref()
    }

    /// The service's id of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }
}

impl<R: Compound> Clone for Updated<R> {
    fn clone(&self) -> Self {
        let Parts { patch, answer, is_state, etag, request_id } = &*self.0;
        Self(Box::new(Parts {
            patch: patch.clone(),
            answer: answer.clone(),
            is_state: *is_state,
            etag: etag.clone(),
            request_id: request_id.clone(),
        }))
    }
}

impl<R: Compound> fmt::Debug for Updated<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { patch, answer, is_state, etag, request_id } = &*self.0;
        f.debug_struct("Updated")
            .field("patch", patch)
            .field("answer", answer)
            .field("is_state", is_state)
            .field("etag", etag)
            .field("request_id", request_id)
            .finish()
    }
}

impl Answer<'_> {
    pub(crate) fn updated<R: GraphResource>(self, patch: R::Patch) -> Result<Updated<R>, Error> {
        self.check_changed()?;
        let mut parts: Box<Parts<R>> =
            Box::new(Parts { patch, answer: None, is_state: false, etag: None, request_id: self.request_id() });
        let (Aside { etag, .. }, _) = self.representation::<AsState<R>>(&mut parts.answer)?;
        parts.etag = etag;
        parts.is_state = self.options.asks_for_representation()
            && parts.answer.as_ref().is_some_and(|answer| answer.is_complete(&self.options.selected()));
        Ok(Updated(parts))
    }
}

/// The error for a value of an answer that a resource could not keep, if there is one.
pub(crate) fn lost<R: GraphResource>(resource: &R, lacking: Vec<String>) -> Option<Error> {
    if lacking.is_empty() {
        return None;
    }
    let state = resource.write_to(WriteForm::Local, serde_json::value::Serializer).ok()?;
    // A collection is kept as a whole or not at all.
    let is_kept = |value: &str| {
        !value.contains('[') && value.split('.').try_fold(&state, |state, name| state.get(name)).is_some()
    };
    let path = lacking.into_iter().find(|path| path.rsplit_once('.').is_some_and(|(value, _)| !is_kept(value)))?;
    let (value, name) = path.rsplit_once('.')?;
    let message = format!(
        "the change was saved, but the answer says too little of `{value}`: missing property `{name}`; reload the resource"
    );
    Some(Error::new(ErrorKind::Decode, message).at(path))
}
