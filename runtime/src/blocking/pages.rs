//! Pages and items of a collection, while the thread waits for each page.

use core::fmt;

use http::header::{HeaderName, HeaderValue};

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

impl<T: HttpClient> Client<T> {
    /// The pages of a collection, as [`graph_resource::Client::pages`](crate::Client::pages) walks them.
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
    /// for user in client.items(User::collection().list()) {
    ///     println!("{:?}", user?.display_name);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn pages<O, V>(&self, request: Request<O>) -> Pages<'_, T, O, V>
    where
        O: Operation<Output = Page<V>>,
    {
        Pages(self.driven().pages(request))
    }

    /// The items of a collection, as [`graph_resource::Client::items`](crate::Client::items) walks them.
    pub fn items<O, V>(&self, request: Request<O>) -> Items<'_, T, O, V>
    where
        O: Operation<Output = Page<V>>,
    {
        Items(self.driven().items(request))
    }

    /// Goes on where a collection was left, as [`graph_resource::Client::resume`](crate::Client::resume) does.
    pub fn resume<R: GraphResource>(&self, link: PageLink) -> Pages<'_, T, NextPage<R>, R> {
        Pages(self.driven().resume(link))
    }

    /// The same of a collection whose items are read as partials, since properties were selected.
    pub fn resume_partial<R: GraphResource>(&self, link: PageLink) -> Pages<'_, T, NextPage<R::Partial>, R::Partial> {
        Pages(self.driven().resume_partial::<R>(link))
    }
}

/// The pages of a collection, one after another: what [`Client::pages`] gives.
///
/// It ends with the last page, and after an error: those of [`Client::send`], and
/// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the service's links lead in a circle.
#[must_use = "nothing is sent until a page is asked for"]
pub struct Pages<'c, T, O, V>(driven::Pages<'c, Waiting<T>, O, V>);

impl<'c, T, O, V> Pages<'c, T, O, V>
where
    T: HttpClient,
    O: Operation<Output = Page<V>> + Clone + Send + Sync + 'c,
    V: 'c,
{
    /// Leaves out items that cannot be read, and calls this with the place of each in its page, and with why.
    ///
    /// Otherwise a page with such an item is an error. What is no page stays one.
    pub fn skip_bad_items(self, bad: impl FnMut(usize, &Error) + Send + 'c) -> Self {
        Self(self.0.skip_bad_items(bad))
    }

    /// Adds a header to all requests that are still to come, after [`Client::resume`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`](crate::ErrorKind::Header): it cannot be sent.
    pub fn header(self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Result<Self, Error> {
        self.0.header(name, value).map(Self)
    }

    /// The items of the pages.
    pub fn items(self) -> Items<'c, T, O, V> {
        Items(self.0.items())
    }
}

impl<'c, T, O, V> Iterator for Pages<'c, T, O, V>
where
    T: HttpClient,
    O: Operation<Output = Page<V>> + Clone + Send + Sync + 'c,
    V: 'c,
{
    type Item = Result<Page<V>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        block_on(self.0.next())
    }
}

/// The items of a collection, one after another: what [`Client::items`] gives. It ends as [`Pages`] does.
#[must_use = "nothing is sent until an item is asked for"]
pub struct Items<'c, T, O, V>(driven::Items<'c, Waiting<T>, O, V>);

impl<'c, T, O, V> Items<'c, T, O, V>
where
    T: HttpClient,
    O: Operation<Output = Page<V>> + Clone + Send + Sync + 'c,
    V: 'c,
{
    /// As [`Pages::skip_bad_items`].
    pub fn skip_bad_items(self, bad: impl FnMut(usize, &Error) + Send + 'c) -> Self {
        Self(self.0.skip_bad_items(bad))
    }
}

impl<'c, T, O, V> Iterator for Items<'c, T, O, V>
where
    T: HttpClient,
    O: Operation<Output = Page<V>> + Clone + Send + Sync + 'c,
    V: 'c,
{
    type Item = Result<Fetched<V>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        block_on(self.0.next())
    }
}

impl<T, O: fmt::Debug, V> fmt::Debug for Pages<'_, T, O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T, O: fmt::Debug, V> fmt::Debug for Items<'_, T, O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
