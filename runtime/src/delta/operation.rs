//! `GET` of what changed in a collection.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use crate::delta::round::{DeltaLink, Round};
use crate::error::Error;
use crate::request::answer::Answer;
use crate::request::operation::{Lists, Operation, Reads, Sealed};
use crate::request::request::Request;
use crate::resource::address::Collection;
use crate::resource::traits::GraphResource;
use crate::response::page_link::PageLink;

/// `GET` of a page of what changed: its items are partials, or removals.
pub struct Delta<R>(PhantomData<fn() -> R>);

impl<R> Sealed for Delta<R> {}

impl<R: GraphResource> Operation for Delta<R> {
    type Output = Round<R>;
    const METHOD: Method = Method::GET;

    fn read(self, answer: Answer<'_>) -> Result<Round<R>, Error> {
        answer.round()
    }
}

impl<R: GraphResource> Reads for Delta<R> {
    type Resource = R;
    type Selected = Self;
    const IS_PARTIAL: bool = true;

    fn selected(self) -> Self {
        self
    }
}

impl<R: GraphResource> Lists for Delta<R> {
    type Item = R;
}

impl<R: GraphResource> Collection<R> {
    /// Asks for everything in the collection, and for a link by which to ask for changes later: `GET` of `delta`.
    ///
    /// Options of the query are in the links afterwards; few services take others than `$select`.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::GraphResource;
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    ///     pub mail: Option<String>,
    /// }
    ///
    /// let request = User::collection().delta().select_declared().to_http("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/users/delta?$select=id,mail");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// Source: Microsoft Graph, "use delta query to track changes".
    pub fn delta(self) -> Request<Delta<R>> {
        let mut path = self.into_path();
        path.push_name("delta");
        Request::new(path, Delta(PhantomData))
    }
}

/// The request for the changes since a round.
impl<R: GraphResource> From<DeltaLink> for Request<Delta<R>> {
    fn from(link: DeltaLink) -> Self {
        link.0.into()
    }
}

/// The request for the next page of a round.
impl<R: GraphResource> From<PageLink> for Request<Delta<R>> {
    fn from(PageLink { link, preferences }: PageLink) -> Self {
        let request = Self::follow(link, Delta(PhantomData));
        preferences.iter().fold(request, |request, preference| request.prefer(preference))
    }
}

impl<R> Clone for Delta<R> {
    fn clone(&self) -> Self {
        Self(PhantomData)
    }
}

impl<R> fmt::Debug for Delta<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Delta")
    }
}
