//! The way through the pages of a collection, without I/O: which request is next, and when there is none.

use core::hash::{Hash, Hasher};
use std::collections::HashSet;
use std::hash::DefaultHasher;

use http::header::{HeaderName, HeaderValue};

use crate::error::{Error, ErrorKind};
use crate::operation::list::NextPage;
use crate::request::operation::Operation;
use crate::request::options::RequestOptions;
use crate::request::request::Request;
use crate::response::page::Page;

/// The links that were followed. Of each, a hash is kept: links are long, and there may be thousands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trail(HashSet<u64>);

impl Trail {
    /// Notes a link; one that was noted before would lead around in a circle.
    pub(crate) fn follow(&mut self, link: &str) -> Result<(), Error> {
        let mut hasher = DefaultHasher::new();
        link.hash(&mut hasher);
        if self.0.insert(hasher.finish()) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Decode,
            "the service names a page as the next that was read before; nothing more can be read of the collection",
        ))
    }
}

/// The way through the pages of a collection.
#[derive(Clone, Debug)]
pub(crate) struct Paging<O, T> {
    next: Option<Turn<O, T>>,
    /// What each request has that no link holds: headers and preferences of the first one.
    options: RequestOptions,
    trail: Trail,
}

/// The next request.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "one is under way at a time")]
pub(crate) enum Turn<O, T> {
    First(Box<Request<O>>),
    Further(Box<Request<NextPage<T>>>),
}

impl<O: Operation<Output = Page<T>>, T> Paging<O, T> {
    pub(crate) fn new(first: Request<O>) -> Self {
        let options = first.options.of_change();
        let trail = Trail::default();
        Self { next: Some(Turn::First(Box::new(first))), options, trail }
    }

    /// Adds a header to all requests that are still to come.
    pub(crate) fn header(&mut self, name: &HeaderName, value: &HeaderValue) {
        self.options.set_header(name.clone(), value.clone());
        let options = match &mut self.next {
            Some(Turn::First(request)) => &mut request.options,
            Some(Turn::Further(request)) => &mut request.options,
            None => return,
        };
        options.set_header(name.clone(), value.clone());
    }

    /// The request to send; `None` at the end. After it, [`read`](Self::read) is called with the page, or nothing more.
    pub(crate) fn take(&mut self) -> Option<Turn<O, T>> {
        self.next.take()
    }

    /// Notes what a page says of the next one.
    pub(crate) fn read(&mut self, page: &Page<T>) -> Result<(), Error> {
        let (Some(link), Some(request)) = (page.next_link(), page.next_page()) else { return Ok(()) };
        self.trail.follow(link)?;
        self.next = Some(Turn::Further(Box::new(request.like(&self.options))));
        Ok(())
    }
}
