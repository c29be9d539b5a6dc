//! Reading a page of changes.

use std::borrow::Cow;

use serde::de::DeserializeSeed as _;
use serde_json::value::RawValue;

use crate::codec::aside::Aside;
use crate::codec::decode::{decode, decode_borrowed};
use crate::codec::entity::EntitySeed;
use crate::codec::fill::AsState;
use crate::codec::key_text::key_name;
use crate::delta::round::{DeltaItem, DeltaLink, Round};
use crate::error::{Error, ErrorKind};
use crate::odata::names::{NEXT_LINK, REMOVED, VALUE};
use crate::request::answer::Answer;
use crate::resource::traits::GraphResource;
use crate::response::page_link::PageLink;

const DELTA_LINK: &str = "@odata.deltaLink";
/// The facet by which `driveItem` says `@removed`.
const DELETED: &str = "deleted";

/// An object's members, undecoded.
type Members<'t> = std::collections::BTreeMap<Cow<'t, str>, &'t RawValue>;

impl Answer<'_> {
    pub(crate) fn round<R: GraphResource>(self) -> Result<Round<R>, Error> {
        self.check_done()?;
        let Some(text) = self.content()? else {
            return Err(Error::new(ErrorKind::NoContent, "the service answered without a page"));
        };
        let page: Members<'_> = decode_borrowed(text)?;
        let Some(value) = page.get(VALUE) else {
            return Err(Error::new(ErrorKind::Decode, "the answer is no page: it has no `value`"));
        };
        let raw: Vec<&RawValue> = decode_borrowed(value.get()).map_err(|error| error.at(VALUE.to_owned()))?;
        let key = key_name::<R>();
        let item = |(index, raw): (usize, &&RawValue)| {
            item::<R>(raw.get(), key).map_err(|error| {
                let path = format!(
                    "{VALUE}[{index}]{}{}",
                    if error.path().is_some() { "." } else { "" },
                    error.path().unwrap_or_default()
                );
                error.at(path)
            })
        };
        let items = raw.iter().enumerate().map(item).collect::<Result<Vec<_>, Error>>()?;
        let link = |name: &str| {
            let (_, link) = page.iter().find(|(other, _)| other.eq_ignore_ascii_case(name))?;
            self.next_link(serde_json::from_str::<Option<String>>(link.get()).ok().flatten())
        };
        let stored = |link| PageLink { link, preferences: self.options.preferences().to_vec() };
        match (link(NEXT_LINK), link(DELTA_LINK)) {
            (Some(next), _) => Ok(Round::Changes(items, stored(next))),
            (None, Some(end)) => Ok(Round::End(items, DeltaLink(stored(end)))),
            (None, None) => Err(Error::new(
                ErrorKind::Decode,
                "the page of changes has no link, neither to a next page nor to the next round",
            )),
        }
    }
}

fn item<R: GraphResource>(text: &str, key: &str) -> Result<DeltaItem<R>, Error> {
    let may_be_gone = memchr::memmem::find(text.as_bytes(), REMOVED.as_bytes()).is_some()
        || (!R::declares(DELETED) && memchr::memmem::find(text.as_bytes(), DELETED.as_bytes()).is_some());
    if may_be_gone {
        let members: Members<'_> = decode_borrowed(text)?;
        let facet = members.get(DELETED).filter(|_| !R::declares(DELETED)).filter(|facet| facet.get().starts_with('{'));
        if let Some(how) = members.get(REMOVED).or(facet) {
            let key = members.get(key).and_then(|key| text_of(key.get()));
            let Some(key) = key else {
                return Err(Error::new(ErrorKind::Decode, "the service says that an item was removed, and not which"));
            };
            let reason: Option<Members<'_>> = serde_json::from_str(how.get()).ok();
            let reason = reason.and_then(|members| text_of(members.get("reason")?.get()));
            return Ok(DeltaItem::Removed { key, reason });
        }
    }
    let entry = decode(text, |json| {
        let (mut entry, mut aside) = (None, Aside::default());
        EntitySeed::<AsState<R>>::new(&mut entry, &mut aside).deserialize(json)?;
        Ok(entry)
    })?;
    entry.map(DeltaItem::Entry).ok_or_else(|| Error::new(ErrorKind::Decode, "an item of the page is none"))
}

/// A string, or a number, as the text of a key.
fn text_of(json: &str) -> Option<String> {
    if json.starts_with('"') { serde_json::from_str(json).ok() } else { Some(json.to_owned()) }
}
