//! The operations: what is sent, and what the answer is read as.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use super::sealed::Sealed;
use super::{Operation, Reading, Request};
use crate::compound::{Compound, Partial};
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::navigation::Expand;
use crate::property::Property;
use crate::resource::{GraphResource, NewResource};
use crate::response::{Answer, Created, Fetched, Page, Places, Updated, collection_of};
use crate::structured::{Flags, GraphPatch, Structured};
use crate::write::body::{ROOM, body};

macro_rules! operations {
    ($($operation:ident<$resource:ident: $bound:ident> { $($field:ident),* })*) => {$(
        impl<$resource: $bound> Sealed for $operation<$resource> {}

        impl<$resource: $bound> Clone for $operation<$resource> {
            fn clone(&self) -> Self {
                Self { $($field: self.$field.clone(),)* resource: PhantomData }
            }
        }

        impl<$resource: $bound> fmt::Debug for $operation<$resource> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($operation)).field("resource", &$resource::NAME).finish_non_exhaustive()
            }
        }
    )*};
}

operations! {
    Get<R: GraphResource> { select, refused }
    GetPartial<R: GraphResource> { select }
    List<R: GraphResource> { select, refused }
    ListPartial<R: GraphResource> { select }
    NextPage<T: Compound> { places }
    Update<R: GraphResource> { patch }
    Create<R: GraphResource> { body }
}

/// `GET` of one resource, whole.
pub struct Get<R> {
    select: Vec<&'static str>,
    refused: Option<String>,
    resource: PhantomData<fn() -> R>,
}

/// `GET` of one resource, some properties of it.
pub struct GetPartial<R> {
    select: Vec<&'static str>,
    resource: PhantomData<fn() -> R>,
}

/// `GET` of a page of a collection, whole resources.
pub struct List<R> {
    select: Vec<&'static str>,
    refused: Option<String>,
    resource: PhantomData<fn() -> R>,
}

/// `GET` of a page of a collection, some properties of each resource.
pub struct ListPartial<R> {
    select: Vec<&'static str>,
    resource: PhantomData<fn() -> R>,
}

/// `GET` of the page that another page named as the next.
pub struct NextPage<T> {
    places: Option<Places<T>>,
    resource: PhantomData<fn() -> T>,
}

/// The same for a page of partials.
pub struct NextPartialPage<P> {
    partial: PhantomData<fn() -> P>,
}

/// `PATCH` of one resource.
pub struct Update<R: Compound> {
    patch: R::Patch,
    resource: PhantomData<fn() -> R>,
}

/// `POST` of a new resource into a collection.
pub struct Create<R> {
    body: Result<Vec<u8>, String>,
    resource: PhantomData<fn() -> R>,
}

/// `DELETE` of one resource.
#[derive(Clone, Debug)]
pub struct Delete(());

/// The names of all that a struct declares and `$select` can name; why not, where it cannot.
pub(crate) fn declared<R: Compound>() -> Result<Vec<&'static str>, String> {
    let Some(table) = R::table() else {
        return Err(format!("`{}` is one of several types, and has no properties of its own to select", R::NAME));
    };
    if table.open {
        return Err(format!(
            "`{}` keeps undeclared properties in `additional`, and `$select` of the declared ones would drop them; \
             select single properties, or none",
            R::NAME
        ));
    }
    Ok(table.properties.iter().filter(|property| property.flags.is_selectable()).map(|row| row.name).collect())
}

/// The key is selected always: without it, an answer cannot be told from another one.
pub(crate) fn starting_with_key<R: Structured>(name: &'static str) -> Vec<&'static str> {
    let key = R::TYPE.properties.iter().find(|property| property.flags.has(Flags::KEY)).map(|key| key.name);
    let mut select = key.into_iter().collect();
    add::<R>(&mut select, name);
    select
}

/// Adds a name once, where it can be selected at all.
pub(crate) fn add<R: Structured>(select: &mut Vec<&'static str>, name: &'static str) {
    let is_selectable = R::TYPE.property(name).is_some_and(|property| property.flags.is_selectable());
    if is_selectable && !select.contains(&name) {
        select.push(name);
    }
}

macro_rules! expanding {
    ($reading:ident) => {
        impl<R: GraphResource> Request<$reading<R>> {
            /// Asks for related entities too: those of a navigation property, or of an [`Expand`] with options of its own.
            ///
            /// Source: Microsoft Graph, "use query parameters", `$expand`.
            pub fn expand<T>(self, expand: impl Into<Expand<R, T>>) -> Self {
                self.expanding(expand.into().expansion)
            }
        }
    };
}

macro_rules! selecting {
    ($whole:ident, $partial:ident, $what:literal) => {
        impl<R: GraphResource> $whole<R> {
            pub(crate) fn new() -> Self {
                Self { select: Vec::new(), refused: None, resource: PhantomData }
            }
        }

        impl<R: GraphResource> Request<$whole<R>> {
            /// Asks for this property, and the key, alone: the answer is
            #[doc = $what]
            ///
            /// Source: Microsoft Graph, "use query parameters", `$select`.
            pub fn select<T>(self, property: Property<R, T>) -> Request<$partial<R>>
            where
                R: Structured,
            {
                self.into_operation(|_| $partial {
                    select: starting_with_key::<R>(property.name()),
                    resource: PhantomData,
                })
            }

            /// Asks for the properties that the struct declares, and no others.
            ///
            /// A struct with a field `additional` cannot be selected by its fields: [`Request::to_http`] says so.
            pub fn select_declared(mut self) -> Self {
                match declared::<R>() {
                    Ok(select) => self.operation.select = select,
                    Err(refused) => self.operation.refused = Some(refused),
                }
                self
            }
        }

        impl<R: GraphResource> Request<$partial<R>> {
            /// Asks for this property too.
            pub fn select<T>(mut self, property: Property<R, T>) -> Self
            where
                R: Structured,
            {
                add::<R>(&mut self.operation.select, property.name());
                self
            }
        }

        expanding!($whole);
        expanding!($partial);
    };
}

selecting!(Get, GetPartial, "a partial.");
selecting!(List, ListPartial, "a page of partials.");

fn selected<'s>(select: &'s [&'static str], refused: Option<&String>) -> Result<&'s [&'static str], Error> {
    refused.map_or(Ok(select), |refused| Err(Error::new(ErrorKind::Encode, refused.clone())))
}

impl<R: GraphResource> Request<Get<R>> {
    /// Asks in the same way as before.
    pub(crate) fn again(mut self, reading: &Reading) -> Self {
        self.operation.select.clone_from(&reading.select);
        self.like(reading)
    }
}

impl<R: GraphResource> Operation for Get<R> {
    type Output = Fetched<R>;
    const METHOD: Method = Method::GET;

    fn select(&self) -> Result<&[&'static str], Error> {
        selected(&self.select, self.refused.as_ref())
    }

    fn read(self, mut answer: Answer<'_>) -> Result<Fetched<R>, Error> {
        answer.reading.select = self.select;
        answer.fetched()
    }
}

impl<R: GraphResource> Operation for GetPartial<R> {
    type Output = Fetched<R::Partial>;
    const METHOD: Method = Method::GET;

    fn select(&self) -> Result<&[&'static str], Error> {
        Ok(&self.select)
    }

    fn read(self, answer: Answer<'_>) -> Result<Fetched<R::Partial>, Error> {
        answer.fetched_partial()
    }
}

impl<R: GraphResource> Operation for List<R> {
    type Output = Page<R>;
    const METHOD: Method = Method::GET;

    fn select(&self) -> Result<&[&'static str], Error> {
        selected(&self.select, self.refused.as_ref())
    }

    fn read(self, mut answer: Answer<'_>) -> Result<Page<R>, Error> {
        let related = answer.related.take();
        let collection = answer.path.take().or_else(|| collection_of::<R>(related));
        let places = collection.map(Places::of_collection);
        answer.page(places)
    }
}

impl<R: GraphResource> Operation for ListPartial<R> {
    type Output = Page<R::Partial>;
    const METHOD: Method = Method::GET;

    fn select(&self) -> Result<&[&'static str], Error> {
        Ok(&self.select)
    }

    fn read(self, answer: Answer<'_>) -> Result<Page<R::Partial>, Error> {
        answer.page_of_partials()
    }
}

impl<T: Compound> NextPage<T> {
    pub(crate) fn new(places: Option<Places<T>>) -> Self {
        Self { places, resource: PhantomData }
    }
}

impl<T: Compound> Operation for NextPage<T> {
    type Output = Page<T>;
    const METHOD: Method = Method::GET;

    fn read(self, answer: Answer<'_>) -> Result<Page<T>, Error> {
        answer.page(self.places)
    }
}

impl<P: Partial> NextPartialPage<P> {
    pub(crate) fn new() -> Self {
        Self { partial: PhantomData }
    }
}

impl<P> Sealed for NextPartialPage<P> {}

impl<P> Clone for NextPartialPage<P> {
    fn clone(&self) -> Self {
        Self { partial: PhantomData }
    }
}

impl<P> fmt::Debug for NextPartialPage<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NextPartialPage")
    }
}

impl<P: Partial> Operation for NextPartialPage<P> {
    type Output = Page<P>;
    const METHOD: Method = Method::GET;

    fn read(self, answer: Answer<'_>) -> Result<Page<P>, Error> {
        answer.page_of_partials()
    }
}

impl<R: GraphResource> Update<R> {
    pub(crate) fn new(patch: R::Patch) -> Self {
        Self { patch, resource: PhantomData }
    }
}

impl<R: GraphResource> Operation for Update<R> {
    type Output = Updated<R>;
    const METHOD: Method = Method::PATCH;

    fn body_room(&self) -> usize {
        ROOM
    }

    fn write_body(&self, _: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        if GraphPatch::is_empty(&self.patch) {
            return Err(Error::new(ErrorKind::EmptyPatch, "the patch is empty; set or clear a property first"));
        }
        self.patch.write_body(to)
    }

    fn read(self, answer: Answer<'_>) -> Result<Updated<R>, Error> {
        answer.updated(self.patch)
    }
}

impl<R: GraphResource> Create<R> {
    pub(crate) fn new(new: &impl NewResource<R>) -> Self {
        let body = body(|to| new.write_new(to)).map_err(|error| error.to_string());
        Self { body, resource: PhantomData }
    }
}

impl<R: GraphResource> Operation for Create<R> {
    type Output = Created<R>;
    const METHOD: Method = Method::POST;

    fn body_room(&self) -> usize {
        self.body.as_ref().map_or(0, Vec::len)
    }

    fn write_body(&self, _: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        let body = self.body.as_ref().map_err(|why| Error::new(ErrorKind::Encode, why.clone()))?;
        to.extend_from_slice(body);
        Ok(())
    }

    fn read(self, answer: Answer<'_>) -> Result<Created<R>, Error> {
        answer.created()
    }
}

impl Sealed for Delete {}

impl Delete {
    pub(crate) fn new() -> Self {
        Self(())
    }
}

impl Operation for Delete {
    type Output = ();
    const METHOD: Method = Method::DELETE;

    fn read(self, _: Answer<'_>) -> Result<(), Error> {
        Ok(())
    }
}

macro_rules! preferences {
    ($($operation:ident)*) => {$(
        impl<R: GraphResource> Request<$operation<R>> {
            /// Asks for the resource as it is afterwards: `Prefer: return=representation`. A wish, not an order.
            ///
            /// Source: RFC 7240, section 4.2; OData Protocol 4.01, section 8.2.8.7.
            pub fn return_representation(self) -> Self {
                self.prefer("return=representation")
            }

            /// Asks for an answer without a body: `Prefer: return=minimal`. A wish, not an order.
            ///
            /// Source: RFC 7240, section 4.2; OData Protocol 4.01, section 8.2.8.7.
            pub fn return_minimal(self) -> Self {
                self.prefer("return=minimal")
            }
        }
    )*};
}

preferences!(Update Create);

impl<R: GraphResource> Request<Update<R>> {
    /// Goes through only where the resource is still in this version, and is answered with 412 otherwise.
    ///
    /// Source: OData Protocol 4.01, section 8.2.4.
    pub fn if_match(self, etag: impl Into<ETag>) -> Self {
        self.matching(etag.into())
    }
}

impl Request<Delete> {
    /// Goes through only where the resource is still in this version, and is answered with 412 otherwise.
    ///
    /// Source: OData Protocol 4.01, section 8.2.4.
    pub fn if_match(self, etag: impl Into<ETag>) -> Self {
        self.matching(etag.into())
    }
}
