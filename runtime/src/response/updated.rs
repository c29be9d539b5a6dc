//! A patch that the service took, and what it answered.

use core::fmt;
use std::sync::Arc;

use crate::codec::aside::Aside;
use crate::codec::compound::Compound;
use crate::codec::fill::AsState;
use crate::error::Error;
use crate::etag::ETag;
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;

/// A patch that the service took, and what it answered.
///
/// A service answers with the whole resource, a part of it, or nothing: [`merge_into`](Self::merge_into) ends right in
/// each case.
pub struct Updated<R: Compound> {
    pub(crate) patch: R::Patch,
    answer: Option<R::Partial>,
    etag: Option<ETag>,
    request_id: Option<Arc<str>>,
}

impl<R: GraphResource> Updated<R> {
    /// Applies the patch that was sent, then what the service answered.
    pub fn merge_into(self, resource: &mut R) {
        resource.apply(self.patch);
        if let Some(answer) = self.answer {
            resource.merge(answer);
        }
        if let (Some(field), Some(etag)) = (resource.etag_mut(), self.etag) {
            *field = Some(etag);
        }
    }

    /// The patch that was sent.
    pub fn patch(&self) -> &R::Patch {
        &self.patch
    }

    /// What the service answered; `None` where it answered without content.
    pub fn answer(&self) -> Option<&R::Partial> {
        self.answer.as_ref()
    }

    /// The new version, where the service tells it.
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The service's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

impl<R: Compound> Clone for Updated<R> {
    fn clone(&self) -> Self {
        Self {
            patch: self.patch.clone(),
            answer: self.answer.clone(),
            etag: self.etag.clone(),
            request_id: self.request_id.clone(),
        }
    }
}

impl<R: Compound> fmt::Debug for Updated<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Updated")
            .field("patch", &self.patch)
            .field("answer", &self.answer)
            .field("etag", &self.etag)
            .field("request_id", &self.request_id)
            .finish()
    }
}

impl Answer<'_> {
    pub(crate) fn updated<R: GraphResource>(self, patch: R::Patch) -> Result<Updated<R>, Error> {
        self.check_changed()?;
        let mut answer = None;
        let (Aside { etag, .. }, _) = self.representation::<AsState<R>>(&mut answer)?;
        Ok(Updated { patch, answer, etag, request_id: self.request_id() })
    }
}
