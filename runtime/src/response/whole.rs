//! Reading the representation of a resource, and saying what is missing of one.

use serde::de::DeserializeSeed as _;

use crate::codec::aside::{Aside, Named};
use crate::codec::compound::{Compound, Partial};
use crate::codec::context::Completion;
use crate::codec::decode::decode;
use crate::codec::entity::{EntitySeed, FillEntity};
use crate::error::{Error, ErrorKind};
use crate::odata::path::ResourcePath;
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;

pub(crate) fn without_resource() -> Error {
    Error::new(ErrorKind::NoContent, "the service answered without the resource")
}

/// Reads a whole value, or else explains why there is none. Read whole, a body is refused for what one value in it lacks; what
/// is said of all of them is read to name everything that is missing.
pub(crate) fn whole_or_why<T>(
    whole: impl FnOnce() -> Result<T, Error>,
    why: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    whole().or_else(|_| why())
}

/// Whether a body has references to entities. Looked for where a body was found to be no whole value.
pub(crate) fn has_references(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), br#""@odata.id""#).is_some()
}

/// Completes a partial of a body, which has references to entities or not.
pub(crate) fn whole<R: Compound>(partial: R::Partial, item: Option<usize>, references: bool) -> Result<R, Error> {
    let mut completion = Completion::of_body(references);
    R::complete(partial, &mut completion).ok_or_else(|| {
        let message = format!("the answer is no whole `{}`: {completion}", R::NAME);
        let error = Error::new(ErrorKind::Decode, message);
        let first = completion.missing().first().cloned().unwrap_or_default();
        error.at(item.map_or(first.clone(), |index| format!("value[{index}].{first}")))
    })
}

/// Which properties a partial names; `None` of a union, whose partial has no table.
pub(crate) fn named<R: Compound>(partial: &R::Partial) -> Option<Named> {
    R::table().map(|info| Named::of_names(info, |to| partial.each_name(&mut |name, _| to(name))))
}

/// The collection that an entity is served in, whose type was found by a relationship: that of its own type, or the
/// relationship itself where that is where the type is served.
pub(crate) fn collection_of<R: GraphResource>(related: Option<ResourcePath>) -> Option<ResourcePath> {
    ResourcePath::of_root_collection(R::PATH).or_else(|| related?.into_collection(R::PATH))
}

impl Answer<'_> {
    /// Reads the entity in the body into its place, empty until then; it stays so where the answer has no content. Gives
    /// its version, and the text it stands in.
    pub(crate) fn representation<E: FillEntity>(
        &self,
        out: &mut Option<E::Value>,
    ) -> Result<(Aside, Option<&str>), Error> {
        let (text, mut aside) = (self.object(E::declares)?, Aside::default());
        if let Some(text) = text {
            decode(text, |json| {
                (*out, aside) = (None, Aside::default());
                EntitySeed::<E>::new(out, &mut aside).deserialize(json)
            })?;
        }
        aside.etag = self.etag_or_header(aside.etag);
        Ok((aside, text))
    }
}
