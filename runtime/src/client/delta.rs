//! Rounds of changes, page by page, and a copy that is kept by them.

use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::delta::operation::Delta;
use crate::delta::resync::ResyncHow;
use crate::delta::round::{DeltaLink, Round};
use crate::delta::store::{Applied, DeltaStore, Next};
use crate::error::{Error, ErrorKind};
use crate::policy::paging::Trail;
use crate::request::options::RequestOptions;
use crate::request::request::Request;
use crate::resource::traits::GraphResource;
use crate::response::page_link::PageLink;

/// The pages of a round of changes, one after another: what [`Client::delta`] gives.
#[must_use = "nothing is sent until a page is asked for"]
#[derive(Debug)]
pub struct Rounds<'c, C, R: GraphResource> {
    client: &'c Client<C>,
    next: Option<Request<Delta<R>>>,
    options: RequestOptions,
    trail: Trail,
}

impl<C: HttpClient> Client<C> {
    /// Reads a round of changes page by page: of a collection's [`delta`](crate::Collection::delta), or of the link that the
    /// last round ended with.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Client, Error, GraphResource, HttpClient};
    /// # use graph_resource::delta::Round;
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub mail: Option<String> }
    /// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
    /// let mut rounds = client.delta(User::collection().delta().select_declared());
    /// while let Some(round) = rounds.next().await {
    ///     match round? {
    ///         Round::Changes(items, _) => println!("{} changes, and more", items.len()),
    ///         Round::End(items, link) => println!("{} changes; to be stored: {link:?}", items.len()),
    ///     }
    /// }
    /// # Ok(()) }
    /// ```
    pub fn delta<R: GraphResource>(&self, request: impl Into<Request<Delta<R>>>) -> Rounds<'_, C, R> {
        let request = request.into();
        let options = request.options.of_change();
        Rounds { client: self, next: Some(request), options, trail: Trail::default() }
    }

    /// Brings a copy of a collection up to date: applies the changes since the link, or everything where there is none. Gives
    /// the link for the next time, to be stored with the copy.
    ///
    /// Where the service does not know any more what changed, everything is read again. `first` is the request that tells
    /// everything. Where the future is dropped, or an error is given, the old link is still good: a change that is applied
    /// twice does no harm.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send).
    pub async fn sync<R: GraphResource>(
        &self,
        first: Request<Delta<R>>,
        link: Option<DeltaLink>,
        store: &mut impl DeltaStore<Entry = R::Partial>,
    ) -> Result<DeltaLink, Error> {
        let resync = match link {
            Some(link) => {
                let changed = self.apply(Request::<Delta<R>>::from(link), Applied::changes(), store).await;
                match changed.map_err(|error| error.resync().ok_or(error)) {
                    Ok(link) => return Ok(link),
                    Err(Err(error)) => return Err(error),
                    Err(Ok(resync)) => Some(resync),
                }
            }
            None => None,
        };
        let keeps = resync.as_ref().is_some_and(|resync| resync.how == ResyncHow::UploadDifferences);
        if let Some(location) = resync.and_then(|resync| resync.location) {
            let stored = PageLink { link: location, preferences: first.options.preferences().to_vec() };
            let begun = if keeps { Applied::changes() } else { Applied::everything(store) };
            match self.apply(Request::<Delta<R>>::from(stored), begun, store).await {
                // The place may be as unknown: then from the beginning.
                Err(error) if error.kind() == ErrorKind::Service => {}
                done => return done,
            }
        }
        let begun = if keeps { Applied::changes() } else { Applied::everything(store) };
        self.apply(first, begun, store).await
    }

    async fn apply<R: GraphResource>(
        &self,
        request: Request<Delta<R>>,
        mut applied: Applied,
        store: &mut impl DeltaStore<Entry = R::Partial>,
    ) -> Result<DeltaLink, Error> {
        let mut rounds = self.delta(request);
        while let Some(round) = rounds.next().await {
            if let Next::Done(link) = applied.apply(round?, store)? {
                return Ok(link);
            }
        }
        Err(Error::new(ErrorKind::Decode, "the round of changes has no end"))
    }
}

impl<C: HttpClient, R: GraphResource> Rounds<'_, C, R> {
    /// The next page; `None` after the last one, and after an error.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]; [`Error::resync`] tells where everything is to be read again. [`ErrorKind::Decode`] where the
    /// service's links lead in a circle.
    pub async fn next(&mut self) -> Option<Result<Round<R>, Error>> {
        let request = self.next.take()?;
        let round = self.client.send(request).await;
        Some(round.and_then(|round| {
            if let Round::Changes(_, link) = &round {
                self.trail.follow(&link.link)?;
                self.next = Some(Request::from(link.clone()).like(&self.options));
            }
            Ok(round)
        }))
    }
}
