//! Requests that are sent together.

use core::fmt;
use std::sync::Arc;

use http::Method;
use http::header::HeaderMap;

use crate::error::{Error, ErrorKind};
use crate::odata::base_url::BaseUrl;
use crate::request::operation::Operation;
use crate::request::repeat::Repeat;
use crate::request::request::{Request, RequestParts};

/// Requests that are sent together, up to 20 in one: `POST /$batch`.
///
/// [`Client::send_batch`](crate::Client::send_batch) sends it, in as many requests as it takes. Each request has an answer
/// of its own; [`Answers::take`](crate::Answers::take) gives it, by the [`Part`] that [`add`](Self::add) gave.
///
/// # Which requests stand together
///
/// Graph takes at most 20 at once, of one shape: independent of each other, a chain in which each comes after the one
/// before, or all after one. So those that belong together by [`after`](Self::after) have a request of their own; all
/// others are sent by twenties, in any order.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{Batch, Client, Error, GraphResource, HttpClient};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String, pub job_title: Option<String> }
/// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
/// let mut batch = Batch::new();
/// let read = batch.add(User::at("87d349ed").get());
/// let update = batch.add(User::at("5bde3e51").update(UserPatch::new().clear_job_title()));
/// batch.after(&update, &read);
///
/// let mut answers = client.send_batch(batch).await?;
/// let user = answers.take(read)?;
/// println!("{:?}", user.job_title);
/// if let Err(error) = answers.take(update) {
///     eprintln!("not updated: {error}");
/// }
/// # Ok(()) }
/// ```
///
/// Source: Microsoft Graph, "combine multiple requests in one HTTP call using JSON batching"; OData JSON Format 4.01,
/// section 19.
#[derive(Default)]
pub struct Batch {
    pub(crate) added: Vec<Added>,
    /// The same one for all its parts.
    pub(crate) mark: Arc<()>,
    pub(crate) sequence: Option<Sequence>,
    /// The first thing that no batch can say.
    pub(crate) refused: Option<&'static str>,
}

/// Which requests must not run at the same time: those with the same name.
pub(crate) type Sequence = Box<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// One request.
pub(crate) struct Added {
    pub(crate) request: Arc<dyn Packable>,
    /// The request that it comes after.
    pub(crate) after: Option<usize>,
}

/// A request whose operation does not count.
pub(crate) trait Packable: Send + Sync {
    fn to_parts(&self, base: &BaseUrl) -> Result<RequestParts, Error>;

    fn repeats(&self, method: &Method, headers: &HeaderMap) -> Repeat;

    fn gate_key(&self) -> &str;
}

impl<O: Operation + Send + Sync> Packable for Request<O> {
    fn to_parts(&self, base: &BaseUrl) -> Result<RequestParts, Error> {
        self.to_parts(base)
    }

    fn repeats(&self, method: &Method, headers: &HeaderMap) -> Repeat {
        self.repeats(method, headers)
    }

    fn gate_key(&self) -> &str {
        self.gate_key()
    }
}

impl Batch {
    /// No request yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a request. Its id in the batch is its number: `"1"` of the first.
    #[must_use = "the part takes the answer out again"]
    pub fn add<O: Operation + Send + Sync + 'static>(&mut self, request: Request<O>) -> Part<O> {
        let request = Arc::new(request);
        let part = Part { index: self.added.len(), mark: Arc::clone(&self.mark), request: Arc::clone(&request) };
        self.added.push(Added { request, after: None });
        part
    }

    /// Lets a request wait for another one, and not be carried out where that fails: it is answered 424 then.
    ///
    /// A request may come after one other. A second dependency, a circle, and a group that is neither a chain nor all after
    /// one are refused by [`Client::send_batch`](crate::Client::send_batch).
    pub fn after<O, P>(&mut self, part: &Part<O>, on: &Part<P>) {
        let is_own = Arc::ptr_eq(&part.mark, &self.mark) && Arc::ptr_eq(&on.mark, &self.mark);
        match self.added.get_mut(part.index).filter(|_| is_own) {
            None => self.refuse("a part of another batch cannot come after one, or before"),
            Some(added) => match added.after {
                Some(other) if other != on.index => self.refuse("a request of a batch can come after one other alone"),
                _ => added.after = Some(on.index),
            },
        }
    }

    /// Lets requests run one after another where the closure gives them the same name. It is asked for the path and the
    /// query below the service root, `/users/adele/messages`. Where one of them fails, the next one is sent all the same.
    ///
    /// Exchange takes four requests at once for a mailbox, also out of one batch.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::Batch;
    ///
    /// let mut batch = Batch::new();
    /// // `/users/adele/…`: by user.
    /// batch.sequential_by(|url| url.split('/').nth(2).map(str::to_owned));
    /// ```
    pub fn sequential_by(&mut self, name: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> &mut Self {
        self.sequence = Some(Box::new(name));
        self
    }

    /// How many requests there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.added.len()
    }

    /// Whether there is no request.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
    }

    fn refuse(&mut self, why: &'static str) {
        self.refused.get_or_insert(why);
    }
}

impl fmt::Debug for Batch {
    /// Counts the requests; shows none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("len", &self.len()).finish_non_exhaustive()
    }
}

/// One request of a [`Batch`]: it takes its answer out of the [`Answers`](crate::Answers).
pub struct Part<O> {
    pub(crate) index: usize,
    pub(crate) mark: Arc<()>,
    request: Arc<Request<O>>,
}

impl<O: Operation> Part<O> {
    /// The id in the batch.
    #[must_use]
    pub fn id(&self) -> String {
        (self.index + 1).to_string()
    }

    /// Reads the answer to it.
    pub(crate) fn parse(self, answer: http::Response<bytes::Bytes>) -> Result<O::Output, Error> {
        match Arc::into_inner(self.request) {
            Some(request) => request.parse(answer),
            None => Err(Error::new(ErrorKind::Batch, "the batch of this request is still being sent")),
        }
    }
}

impl<O> fmt::Debug for Part<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Part").field(&(self.index + 1)).finish()
    }
}
