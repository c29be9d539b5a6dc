//! The pages of a collection, and its items, as iterators.

use core::fmt;

use crate::blocking::block_on::block_on;
use crate::blocking::client::Client;
use crate::blocking::http_client::{HttpClient, Waiting};
use crate::client::pages as driven;
use crate::error::Error;
use crate::operation::list::NextPage;
use crate::request::operation::Operation;
use crate::request::request::Request;
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::page::Page;
use crate::response::page_link::PageLink;

/// The pages of a collection: an iterator that ends with the last page, and after an error.
#[must_use = "nothing is sent until a page is asked for"]
pub struct Pages<'c, C, O, T>(driven::Pages<'c, Waiting<C>, O, T>);

/// The items of a collection: an iterator that ends with the last item, and after an error.
#[must_use = "nothing is sent until an item is asked for"]
pub struct Items<'c, C, O, T>(driven::Items<'c, Waiting<C>, O, T>);

impl<C: HttpClient> Client<C> {
    /// Reads a collection page by page, as [`graph_resource::Client::pages`](crate::Client::pages) does.
    pub fn pages<O, T>(&self, request: Request<O>) -> Pages<'_, C, O, T>
    where
        O: Operation<Output = Page<T>>,
    {
        Pages(self.driven().pages(request))
    }

    /// Reads a collection item by item, as [`graph_resource::Client::items`](crate::Client::items) does.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::blocking::{Client, HttpClient};
    /// # use graph_resource::{Error, GraphResource};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub display_name: Option<String> }
    /// # fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
    /// for user in client.items(User::collection().list().select_declared()) {
    ///     println!("{:?}", user?.display_name);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn items<O, T>(&self, request: Request<O>) -> Items<'_, C, O, T>
    where
        O: Operation<Output = Page<T>>,
    {
        Items(self.driven().items(request))
    }

    /// Goes on where a collection was left, as [`graph_resource::Client::resume`](crate::Client::resume) does.
    pub fn resume<R: GraphResource>(&self, link: PageLink) -> Pages<'_, C, NextPage<R>, R> {
        self.pages(link.request::<R>())
    }

    /// The same of a collection whose items are read as partials.
    pub fn resume_partial<R: GraphResource>(&self, link: PageLink) -> Pages<'_, C, NextPage<R::Partial>, R::Partial> {
        self.pages(link.request_of_partials::<R>())
    }
}

impl<'c, C, O, T> Pages<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    /// As [`graph_resource::Pages::skip_bad_items`](crate::Pages::skip_bad_items).
    pub fn skip_bad_items(self, bad: impl FnMut(usize, &Error) + Send + 'c) -> Self {
        Self(self.0.skip_bad_items(bad))
    }
}

impl<'c, C, O, T> Items<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    /// As [`graph_resource::Pages::skip_bad_items`](crate::Pages::skip_bad_items).
    pub fn skip_bad_items(self, bad: impl FnMut(usize, &Error) + Send + 'c) -> Self {
        Self(self.0.skip_bad_items(bad))
    }
}

impl<'c, C, O, T> Iterator for Pages<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    type Item = Result<Page<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        block_on(self.0.next())
    }
}

impl<'c, C, O, T> Iterator for Items<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    type Item = Result<Fetched<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        block_on(self.0.next())
    }
}

impl<C, O: fmt::Debug, T> fmt::Debug for Pages<'_, C, O, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<C, O: fmt::Debug, T> fmt::Debug for Items<'_, C, O, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
