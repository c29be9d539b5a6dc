//! The pages of a collection, and its items, one after another.

use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use http::header::{HeaderName, HeaderValue};

use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::client::sendable::Exchanged;
use crate::error::{Error, ErrorKind};
use crate::operation::list::NextPage;
use crate::policy::paging::{Paging, Turn};
use crate::request::operation::Operation;
use crate::request::request::Request;
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::page::Page;
use crate::response::page_items::{BadItems, parse_page};
use crate::response::page_link::PageLink;

impl<C: HttpClient> Client<C> {
    /// Reads a collection page by page. Nothing is sent before the first page is asked for, and no page is fetched ahead.
    ///
    /// Takes any request that is answered with a page: a list, a function that gives one, the rest of an expanded
    /// collection. Headers and preferences of the first request are repeated; links are followed as they came, to the origin
    /// of the base URL and nowhere else; one that was followed before ends in an error.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Client, Error, GraphResource, HttpClient};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub display_name: Option<String> }
    /// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
    /// let mut pages = client.pages(User::collection().list().top(999).select_declared());
    /// while let Some(page) = pages.next().await {
    ///     for user in page? {
    ///         println!("{:?}", user.display_name);
    ///     }
    /// }
    /// # Ok(()) }
    /// ```
    pub fn pages<O, T>(&self, request: Request<O>) -> Pages<'_, C, O, T>
    where
        O: Operation<Output = Page<T>>,
    {
        Pages { client: self, paging: Paging::new(request), sending: None, bad: None }
    }

    /// Reads a collection item by item: as [`pages`](Self::pages) does, a page at a time.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Client, Error, GraphResource, HttpClient};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub display_name: Option<String> }
    /// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
    /// let mut users = client.items(User::collection().list().select_declared());
    /// while let Some(user) = users.next().await {
    ///     println!("{:?}", user?.display_name);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn items<O, T>(&self, request: Request<O>) -> Items<'_, C, O, T>
    where
        O: Operation<Output = Page<T>>,
    {
        Items { pages: self.pages(request), page: Vec::new().into_iter() }
    }

    /// Goes on where a collection was left: with the page that a stored link leads to, and those after it.
    ///
    /// Its origin is checked anew. Headers that are no preferences are not stored, and given again with
    /// [`Pages::header`].
    pub fn resume<R: GraphResource>(&self, link: PageLink) -> Pages<'_, C, NextPage<R>, R> {
        self.pages(link.request::<R>())
    }

    /// The same of a collection whose items are read as partials, since properties were selected.
    pub fn resume_partial<R: GraphResource>(&self, link: PageLink) -> Pages<'_, C, NextPage<R::Partial>, R::Partial> {
        self.pages(link.request_of_partials::<R>())
    }
}

type Sending<'c, O, T> = Pin<Box<dyn Future<Output = (Turn<O, T>, Result<Exchanged, Error>)> + Send + 'c>>;

/// The pages of a collection, one after another: what [`Client::pages`] gives. With the feature `stream`, a `Stream`.
///
/// It ends with the last page, and after an error. A page that was asked for and not waited for is not lost: the next call
/// goes on waiting.
#[must_use = "nothing is sent until a page is asked for"]
pub struct Pages<'c, C, O, T> {
    client: &'c Client<C>,
    paging: Paging<O, T>,
    sending: Option<Sending<'c, O, T>>,
    bad: Option<Box<BadItems<'c>>>,
}

impl<'c, C, O, T> Pages<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    /// The next page; `None` after the last one, and after an error.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]; [`ErrorKind::Decode`] where the service's links lead in a circle.
    pub async fn next(&mut self) -> Option<Result<Page<T>, Error>> {
        poll_fn(|cx| self.poll_page(cx)).await
    }

    /// Leaves out items that cannot be read, and calls this with the place of each in its page, and with why.
    ///
    /// Otherwise a page with such an item is an error. What is no page stays one.
    pub fn skip_bad_items(mut self, bad: impl FnMut(usize, &Error) + Send + 'c) -> Self {
        self.bad = Some(Box::new(bad));
        self
    }

    /// Adds a header to all requests that are still to come: `.header("ConsistencyLevel", "eventual")`, after
    /// [`Client::resume`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Header`]: it cannot be sent.
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Result<Self, Error> {
        let (Ok(name), Ok(value)) = (name.try_into(), value.try_into()) else {
            return Err(Error::new(ErrorKind::Header, "a header of the pages cannot be sent"));
        };
        self.paging.header(&name, &value);
        Ok(self)
    }

    /// The items of the pages.
    pub fn items(self) -> Items<'c, C, O, T> {
        Items { pages: self, page: Vec::new().into_iter() }
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Page<T>, Error>>> {
        let sending = match &mut self.sending {
            Some(sending) => sending,
            None => {
                let Some(turn) = self.paging.take() else { return Poll::Ready(None) };
                let client = self.client;
                self.sending.insert(Box::pin(async move {
                    let done = match &turn {
                        Turn::First(request) => client.exchange(&**request).await,
                        Turn::Further(request) => client.exchange(&**request).await,
                    };
                    (turn, done)
                }))
            }
        };
        let (turn, done) = ready!(sending.as_mut().poll(cx));
        self.sending = None;
        let page = done.and_then(|done| {
            let Exchanged { response, id, attempts, .. } = done;
            let bad = self.bad.as_deref_mut();
            let page = match turn {
                Turn::First(request) => parse_page(*request, response, bad),
                Turn::Further(request) => parse_page(*request, response, bad),
            };
            page.map_err(|error| error.of_request(|| id.text()).after(attempts))
        });
        Poll::Ready(Some(page.and_then(|page| self.paging.read(&page).map(|()| page))))
    }
}

/// The items of a collection, one after another: what [`Client::items`] gives. With the feature `stream`, a `Stream`.
///
/// It ends with the last item, and after an error.
#[must_use = "nothing is sent until an item is asked for"]
pub struct Items<'c, C, O, T> {
    pages: Pages<'c, C, O, T>,
    page: std::vec::IntoIter<Fetched<T>>,
}

impl<'c, C, O, T> Items<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    /// The next item; `None` after the last one, and after an error.
    ///
    /// # Errors
    ///
    /// As of [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<Fetched<T>, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
    }

    /// As [`Pages::skip_bad_items`].
    pub fn skip_bad_items(mut self, bad: impl FnMut(usize, &Error) + Send + 'c) -> Self {
        self.pages = self.pages.skip_bad_items(bad);
        self
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Fetched<T>, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(cx)) {
                // May be empty, and be followed by another one.
                Some(Ok(page)) => self.page = page.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// What is polled is in a box.
impl<C, O, T> Unpin for Pages<'_, C, O, T> {}
impl<C, O, T> Unpin for Items<'_, C, O, T> {}

#[cfg(feature = "stream")]
impl<'c, C, O, T> futures_core::Stream for Pages<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(cx)
    }
}

#[cfg(feature = "stream")]
impl<'c, C, O, T> futures_core::Stream for Items<'c, C, O, T>
where
    C: HttpClient,
    O: Operation<Output = Page<T>> + Clone + Send + Sync + 'c,
    T: 'c,
{
    type Item = Result<Fetched<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }
}

impl<C, O: fmt::Debug, T> fmt::Debug for Pages<'_, C, O, T> {
    /// Shows the client; no link, and no value of a header.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("client", self.client).finish_non_exhaustive()
    }
}

impl<C, O: fmt::Debug, T> fmt::Debug for Items<'_, C, O, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}
