//! `GET` of a collection, page by page.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use crate::codec::derived::Structured;
use crate::codec::fill::{AsState, AsValue};
use crate::error::Error;
use crate::odata::path::ResourcePath;
use crate::request::answer::Answer;
use crate::request::operation::{Lists, Operation, Reads, Sealed};
use crate::request::request::Request;
use crate::resource::address::Collection;
use crate::resource::property::{Many, NavigationProperty};
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::page::{Page, ReadPage};
use crate::response::page_link::PageLink;
use crate::response::place::ItemPaths;
use crate::response::reading::ReadAs;
use crate::response::whole::collection_of;

/// `GET` of a page of a collection: its items are read as wholes, or, where properties are selected, as partials.
pub struct List<R, E = AsValue<R>> {
    reads: PhantomData<fn() -> (R, E)>,
}

impl<R, E> List<R, E> {
    pub(crate) const fn new() -> Self {
        Self { reads: PhantomData }
    }
}

impl<R, E> Sealed for List<R, E> {}

impl<R: GraphResource, E: ReadAs<R>> Operation for List<R, E> {
    type Output = Page<E::Value>;
    const METHOD: Method = Method::GET;

    fn read(self, answer: Answer<'_>) -> Result<Page<E::Value>, Error> {
        let related = answer.related.clone();
        let collection = answer.path.clone().or_else(|| collection_of::<R>(related));
        E::page(answer, collection)
    }
}

impl<R: GraphResource, E: ReadAs<R>> Reads for List<R, E> {
    type Resource = R;
    type Selected = List<R, AsState<R>>;
    const IS_PARTIAL: bool = E::IS_PARTIAL;

    fn selected(self) -> List<R, AsState<R>> {
        List::new()
    }
}

impl<R: GraphResource, E: ReadAs<R>> Lists for List<R, E> {
    type Item = R;
}

/// `GET` of the page that another page named as the next; its items are read as those of that page.
pub struct NextPage<T> {
    read: ReadPage<T>,
    paths: Option<ItemPaths<T>>,
}

impl<T> Sealed for NextPage<T> {}

impl<T> Operation for NextPage<T> {
    type Output = Page<T>;
    const METHOD: Method = Method::GET;

    fn collection(&self) -> Option<&ResourcePath> {
        self.paths.as_ref().map(ItemPaths::collection)
    }

    fn read(self, answer: Answer<'_>) -> Result<Page<T>, Error> {
        (self.read)(answer, self.paths)
    }
}

impl<R: GraphResource> Collection<R> {
    /// Reads a page of resources: `GET`.
    pub fn list(self) -> Request<List<R>> {
        Request::new(self.into_path(), List::new())
    }
}

impl<T> Page<T> {
    /// The request for the next page; `None` where this is the last.
    ///
    /// The link is used as it came. Headers are not in it: what the first request was given is to be given again.
    #[must_use]
    pub fn next_page(&self) -> Option<Request<NextPage<T>>> {
        let link = self.next_link.clone()?;
        Some(Request::follow(link, NextPage { read: self.read, paths: self.paths.clone() }))
    }
}

impl PageLink {
    /// The request for the page, whose items are read as wholes.
    ///
    /// Headers that are no preferences are not stored, and are to be given again.
    pub fn request<R: GraphResource>(self) -> Request<NextPage<R>> {
        let paths = collection_of::<R>(None).map(ItemPaths::of_collection);
        self.with(NextPage { read: |answer, paths| answer.page(paths), paths })
    }

    /// The same, whose items are read as partials.
    pub fn request_of_partials<R: GraphResource>(self) -> Request<NextPage<R::Partial>> {
        self.with(NextPage { read: |answer, _| answer.page_of_partials::<R>(), paths: None })
    }

    fn with<T>(self, operation: NextPage<T>) -> Request<NextPage<T>> {
        let request = Request::follow(self.link, operation);
        self.preferences.iter().fold(request, |request, preference| request.prefer(preference))
    }
}

impl<T> Fetched<T> {
    /// The request for the next page of an expanded collection; `None` where all of it is here.
    ///
    /// The link is used as it came. Headers are not in it: what the first request was given is to be given again.
    pub fn next_page_of<R: Structured, U: GraphResource>(
        &self,
        collection: NavigationProperty<R, U, Many>,
    ) -> Option<Request<NextPage<U>>> {
        self.next_page_at(collection.name())
    }

    /// The same of a collection of `U` that is expanded further below, at this JSON path: `"sessions[0].segments"`.
    pub fn next_page_at<U: GraphResource>(&self, path: &str) -> Option<Request<NextPage<U>>> {
        let link = self.next_link_of(path)?.to_owned();
        let here = self.path().cloned().filter(|_| !path.contains(['.', '['])).map(|mut here| {
            here.push_name(path);
            here
        });
        let paths = collection_of::<U>(here).map(ItemPaths::of_collection);
        Some(Request::follow(link, NextPage { read: |answer, paths| answer.page(paths), paths }))
    }
}

impl<R, E> Clone for List<R, E> {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl<R: GraphResource, E> fmt::Debug for List<R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("resource", &R::NAME).finish_non_exhaustive()
    }
}

impl<T> Clone for NextPage<T> {
    fn clone(&self) -> Self {
        Self { read: self.read, paths: self.paths.clone() }
    }
}

impl<T> fmt::Debug for NextPage<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NextPage")
    }
}
