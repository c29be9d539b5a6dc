//! What functions and actions give.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use crate::codec::aside::Aside;
use crate::codec::compound::Compound;
use crate::codec::context::{Completion, ReadContext, ReadMode};
use crate::codec::decode::decode;
use crate::codec::entity::{EntitySeed, FillEntity};
use crate::codec::fill::{AsState, AsValue, Fill, Filling};
use crate::codec::out::unread;
use crate::codec::value::{Codec, CodecOf, GraphValue};
use crate::error::{Error, ErrorKind};
use crate::odata::names::{NEXT_LINK, VALUE};
use crate::request::answer::Answer;
use crate::request::operation::JSON;
use crate::request::sole_member::{Sole, sole_member};
use crate::response::fetched::Fetched;
use crate::response::links::Links;
use crate::response::page::Page;
use crate::response::place::Place;
use crate::response::says::Says;
use crate::response::whole::{has_references, named, whole, whole_or_why};
use crate::text::cow_str::CowStr;

/// What the answer to a function or an action is read as.
///
/// | type | answer |
/// |---|---|
/// | `()` | nothing of it is kept; an error in it is one, and so is what is not JSON |
/// | `bool`, `String`, a number, a member, each other single value | `{"value":true}` |
/// | `Vec<T>` of such values, or of complex ones | `{"value":["a","b"]}`. Where the service says that there is more, it is an error: a [`Page`] would know |
/// | `Page<T>` of resources or complex values | `{"value":[…]}`, with the next page and the count |
/// | a resource or a complex type | the object itself |
/// | `Fetched<T>` of a resource or a complex type | the same, with its version and the id of the request |
/// | `Option<T>` | none of it where there is no content, or null |
///
/// An object that stands in `value` alone, `{"value":{…}}`, is taken out of it: some functions answer so. Untyped JSON,
/// `serde_json::Value`, is what stands in `value`.
///
/// Nothing is left to implement by hand.
///
/// Source: OData Protocol 4.01, sections 11.5.3 and 11.5.4; OData JSON Format 4.0, section 11.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what the answer to a call is read as",
    label = "neither a Graph value nor a page of such",
    note = "for a type of your own, derive `GraphComplex` (a struct) or `GraphEnum` (an enum)",
    note = "for a collection, write `Page<…>` or `Vec<…>`; where nothing is answered, `()`"
)]
pub trait CallOutput: Sized {
    /// The media type that the answer is wanted in.
    #[doc(hidden)]
    const ACCEPT: &'static str = JSON;

    /// Whether an answer of 3xx is a success.
    #[doc(hidden)]
    const TAKES_REDIRECT: bool = false;

    /// Reads an answer of a 2xx status.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Decode`]: the body is not what was expected.
    /// - [`ErrorKind::NoContent`]: there is none.
    #[doc(hidden)]
    fn read(answer: Answer<'_>) -> Result<Self, Error>;
}

impl CallOutput for () {
    fn read(answer: Answer<'_>) -> Result<(), Error> {
        answer.check_call_done()?;
        answer.check_undivided()?;
        answer.nothing()
    }
}

impl<T: GraphValue> CallOutput for T {
    fn read(answer: Answer<'_>) -> Result<T, Error> {
        answer.check_call_done()?;
        let declares = |name: &str| name == VALUE || CodecOf::<T>::declares(name) == Some(true);
        let text = answer.object(declares)?.ok_or_else(without_content)?;
        let is_wrapped = match CodecOf::<T>::declares(VALUE) {
            None => true,
            Some(declares) => !declares && has_value_alone(text, b'{'),
        };
        let why = || {
            let state = read_in::<AsState<CodecOf<T>>, _>(is_wrapped, text)?;
            let mut completion = Completion::of_body(has_references(text));
            CodecOf::<T>::complete(state, &mut completion).ok_or_else(|| {
                let first = completion.missing().first().cloned().unwrap_or_default();
                let error = Error::new(ErrorKind::Decode, format!("the answer is not whole: {completion}"));
                error.at(if is_wrapped { format!("{VALUE}.{first}") } else { first })
            })
        };
        whole_or_why(|| read_in::<AsValue<CodecOf<T>>, _>(is_wrapped, text), why)
    }
}

impl<T: Compound> CallOutput for Fetched<T> {
    fn read(answer: Answer<'_>) -> Result<Self, Error> {
        answer.check_call_done()?;
        let text = answer.object(T::declares)?.ok_or_else(without_content)?;
        let is_wrapped = !T::declares(VALUE) && has_value_alone(text, b'{');
        let why = || {
            let (partial, aside) = entity_in::<AsState<T>>(is_wrapped, text)?;
            let named = named::<T>(&partial);
            let value = whole(partial, None, has_references(text)).map_err(|error| match error.path() {
                Some(path) if is_wrapped => {
                    let path = format!("{VALUE}.{path}");
                    error.at(path)
                }
                _ => error,
            })?;
            Ok((value, Aside { named, ..aside }))
        };
        let (value, aside) = whole_or_why(|| entity_in::<AsValue<T>>(is_wrapped, text), why)?;
        Ok(Self {
            value,
            etag: answer.etag_or_header(aside.etag),
            says: Says::noted(aside.named),
            place: Place::At(None),
            request_id: answer.request_id(),
            options: None,
            links: Links::of_entity(text),
        })
    }
}

impl<T: Compound> CallOutput for Page<T> {
    fn read(answer: Answer<'_>) -> Result<Self, Error> {
        answer.check_call_done()?;
        answer.page(None)
    }
}

impl<T: CallOutput> CallOutput for Option<T> {
    fn read(answer: Answer<'_>) -> Result<Self, Error> {
        match answer.text()? {
            None => answer.check_call_done().map(|()| None),
            Some(text) if text.trim() == "null" || has_value_alone(text, b'n') => {
                answer.check_call_done().map(|()| None)
            }
            Some(_) => T::read(answer).map(Some),
        }
    }
}

fn without_content() -> Error {
    Error::new(ErrorKind::NoContent, "the service answered without content")
}

fn read_in<R: Fill<Option<V>>, V>(is_wrapped: bool, text: &str) -> Result<V, Error> {
    decode(text, |json| {
        let mut out = None;
        let seed = Filling::<R, _>::new(ReadContext::root(ReadMode::Answer), &mut out);
        if is_wrapped {
            InValue(seed).deserialize(json)?;
        } else {
            seed.deserialize(json)?;
        }
        out.ok_or_else(unread)
    })
}

fn entity_in<E: FillEntity>(is_wrapped: bool, text: &str) -> Result<(E::Value, Aside), Error> {
    decode(text, |json| {
        let (mut out, mut aside) = (None, Aside::default());
        let seed = EntitySeed::<E>::new(&mut out, &mut aside);
        if is_wrapped {
            InValue(seed).deserialize(json)?;
        } else {
            seed.deserialize(json)?;
        }
        Ok((out.ok_or_else(unread)?, aside))
    })
}

/// Whether the answer is `{"value":…}`, and the value begins like this.
fn has_value_alone(text: &str, begin: u8) -> bool {
    sole_member(text, |sole, first| sole == Sole::Value && first == begin).is_some()
}

/// Reads what stands in `value`.
struct InValue<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for InValue<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<S::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for InValue<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a member `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<S::Value, A::Error> {
        let mut seed = Some(self.0);
        let mut value = None;
        while let Some(key) = map.next_key::<CowStr<'de>>()? {
            match &*key {
                VALUE => {
                    let seed = seed.take().ok_or_else(|| A::Error::duplicate_field(VALUE))?;
                    value = Some(map.next_value_seed(seed)?);
                }
                // Items would be missing, and nobody would know. An empty link is none.
                NEXT_LINK => {
                    let link = map.next_value::<Option<CowStr<'de>>>()?;
                    if link.is_some_and(|link| !link.trim().is_empty()) {
                        return Err(A::Error::custom("the answer is not the last page; make the output a `Page`"));
                    }
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        value.ok_or_else(|| A::Error::missing_field(VALUE))
    }
}
