//! A resource whose changes are followed.

use core::fmt;
use core::ops::{Deref, DerefMut};

use uuid::Uuid;

use crate::codec::compound::GraphPatch;
use crate::codec::context::{ApplyMode, DiffPart, DiffScope};
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::operation::get::Get;
use crate::operation::unsendable::unsendable;
use crate::operation::update::Update;
use crate::request::options::RequestOptions;
use crate::request::request::Request;
use crate::resource::address::At;
use crate::resource::merge::{Conflict, Resolve};
use crate::resource::traits::GraphResource;
use crate::response::fetched::Fetched;
use crate::response::updated::{Updated, lost};

/// A whole resource, whose changes can be followed: every [`GraphResource`], and none of the partials.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be tracked",
    label = "no whole resource",
    note = "ask for the whole resource, without `select`, and call `.track()` on the answer",
    note = "to have the partial alone, call `.into_inner()`; to change what it shows, send a patch with `.update(…)`"
)]
pub trait Trackable: GraphResource {}

#[diagnostic::do_not_recommend]
impl<R: GraphResource> Trackable for R {}

impl<R> Fetched<R> {
    /// Follows the resource's changes from here on.
    pub fn track(mut self) -> Tracked<R>
    where
        R: Trackable,
    {
        let etag = self.etag.take().or_else(|| self.value.etag_mut().and_then(|etag| etag.clone()));
        let etag = etag.filter(ETag::is_version);
        let path = self.place.into_path(&self.value).map(At::at_path);
        Tracked::new(self.value, path, etag, self.options)
    }
}

/// A resource that is edited like any struct, and knows what of it the service has not heard yet.
///
/// # Examples
///
/// ```no_run
/// # use graph_resource::{Client, Error, GraphResource, HttpClient};
/// # #[derive(Clone, Debug, PartialEq, GraphResource)]
/// # #[graph_resource(path = "/users/<id>")]
/// # pub struct User { pub id: String, pub job_title: Option<String> }
/// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
/// let mut user = client.send(User::at("87d349ed").get()).await?.track();
/// user.job_title = None;
/// match user.save(&client).await {
///     Err(error) if error.is_precondition_failed() => user.reload(&client).await?,
///     saved => saved?,
/// }
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Tracked<R> {
    current: R,
    /// The service's last answer, and what was sent to it since.
    known: R,
    at: Option<At<R>>,
    etag: Option<ETag>,
    options: Option<Box<RequestOptions>>,
}

impl<R: GraphResource> Tracked<R> {
    pub(crate) fn new(
        resource: R,
        at: Option<At<R>>,
        etag: Option<ETag>,
        options: Option<Box<RequestOptions>>,
    ) -> Self {
        Self { known: resource.clone(), current: resource, at, etag, options }
    }

    /// What was changed since the service last spoke of the resource, as far as a patch can say it.
    #[must_use]
    pub fn changes(&self) -> R::Patch {
        self.known.diff(&self.current)
    }

    /// Whether anything was changed, also what no patch can say: the key, a read-only property, a relationship.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !GraphPatch::is_empty(&self.changes()) || unsendable(&self.known, &self.current).is_some()
    }

    /// The version that the next [`save`](Self::save) names in `If-Match`.
    #[must_use]
    pub fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }

    /// The resource alone, with its unsaved changes.
    #[must_use]
    pub fn into_inner(self) -> R {
        self.current
    }

    /// The request that sends what was changed, under `If-Match` where the version is known; `None` without a change. It
    /// has the headers and the preferences that the resource was read with.
    ///
    /// [`Tracked::save`] sends it; this is for those who have an HTTP client of their own. What
    /// [`Request::parse`] gives of the answer goes to [`saved`](Self::saved).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Path`]: where the resource is served is not known. [`ErrorKind::Unsendable`]: a change that no patch can
    /// say, of the key, a read-only property or a relationship; [`Error::path`] names it, and the record stays as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// # use graph_resource::{Error, GraphResource};
    /// # use graph_resource::http::{Request, Response};
    /// # use graph_resource::Bytes;
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub job_title: Option<String> }
    /// # fn example(send: impl Fn(Request<Bytes>) -> Response<Bytes>) -> Result<(), Error> {
    /// let base = "https://graph.microsoft.com/v1.0";
    /// let request = User::at("87d349ed").get();
    /// let answer = send(request.to_http(base)?);
    /// let mut user = request.parse(answer)?.track();
    ///
    /// user.job_title = None;
    /// if let Some(request) = user.save_request()? {
    ///     let answer = send(request.to_http(base)?);
    ///     user.saved(request.parse(answer)?)?;
    /// }
    /// # Ok(()) }
    /// ```
    pub fn save_request(&self) -> Result<Option<Request<Update<R>>>, Error> {
        if let Some(error) = unsendable(&self.known, &self.current) {
            return Err(error);
        }
        let patch = self.changes();
        if GraphPatch::is_empty(&patch) {
            return Ok(None);
        }
        let mut request = self.at()?.update(patch);
        if let Some(options) = &self.options {
            request = request.like(&options.of_change());
        }
        Ok(Some(match &self.etag {
            Some(etag) => request.if_match(etag).return_representation(),
            None => request,
        }))
    }

    /// Folds the answer to [`save_request`](Self::save_request) in: the change that was sent, and what the service says.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`]: the answer is of a resource with another key, and nothing is folded in; or it says too little of
    /// a value that was not there, which is all that is not folded in: the change was saved, and a reload reads the value.
    pub fn saved(&mut self, updated: Updated<R>) -> Result<(), Error> {
        let (etag, lacking) = (updated.etag().cloned(), updated.lacking());
        // Apart, so that nothing is changed by an answer that is refused.
        let mut saved = self.known.clone();
        updated.merge_into(&mut saved);
        if let Some(key) = saved.key() {
            self.same_key(key)?;
        }
        saved.keep_skipped(&self.current);
        self.etag = etag.or_else(|| self.etag.take());
        self.current.clone_from(&saved);
        self.known = saved;
        lost(&self.known, lacking).map_or(Ok(()), Err)
    }

    /// The request that reads the resource again, with the selection, the query options and the headers of the first
    /// time. What [`Request::parse`] gives of the answer goes to [`reloaded`](Self::reloaded).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Path`]: where the resource is served is not known.
    pub fn reload_request(&self) -> Result<Request<Get<R>>, Error> {
        let request = self.at()?.get();
        Ok(match &self.options {
            Some(options) => request.again(options),
            None => request,
        })
    }

    /// Takes the answer to [`reload_request`](Self::reload_request) as the service's state of the resource.
    ///
    /// Unsaved changes are gone, except those of write-only properties, which no answer shows.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`]: the answer is of a resource with another key. The resource stays as it is.
    pub fn reloaded(&mut self, fetched: Fetched<R>) -> Result<(), Error> {
        if let Some(key) = fetched.key() {
            self.same_key(key)?;
        }
        let mut reloaded = fetched.track();
        // Each copy keeps its own, so that a value that was not sent yet is still a change.
        for (copy, old) in [(&mut reloaded.known, &self.known), (&mut reloaded.current, &self.current)] {
            let kept = copy.diff_in(old, DiffScope::Inside(DiffPart::WriteOnly));
            copy.apply_in(kept, ApplyMode::Verbatim);
            copy.keep_skipped(&self.current);
        }
        *self = reloaded;
        Ok(())
    }

    /// The same, and keeps the unsaved changes. Gives the wire names of what was changed here and there, differently; the
    /// next save would send mine.
    ///
    /// # Errors
    ///
    /// As of [`reloaded`](Self::reloaded).
    pub fn reloaded_keeping(&mut self, fetched: Fetched<R>) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        self.rebased(fetched, &mut |conflict| {
            names.push(conflict.name().to_owned());
            Resolve::Mine
        })?;
        Ok(names)
    }

    /// The same, where somebody says whose changes count. Gives the names of those for which nobody's do; then the resource
    /// stays as it is.
    pub(crate) fn rebased(
        &mut self,
        fetched: Fetched<R>,
        on_conflict: &mut dyn FnMut(&Conflict<'_, R>) -> Resolve,
    ) -> Result<Vec<String>, Error> {
        let mut rebased = self.clone();
        rebased.reloaded(fetched)?;
        let merge = R::merge3(&self.known, &rebased.known, &self.current).resolve(on_conflict);
        if merge.conflicts.is_empty() {
            rebased.current.apply(merge.patch);
            *self = rebased;
            return Ok(Vec::new());
        }
        Ok(merge.conflicts.iter().map(|conflict| conflict.name().to_owned()).collect())
    }

    /// Whether this is the key that the service last told. Of two spellings of a GUID, both are.
    fn same_key(&self, key: &dyn fmt::Display) -> Result<(), Error> {
        let Some(known) = self.known.key() else { return Ok(()) };
        let (known, key) = (known.to_string(), key.to_string());
        if known == key || (Uuid::try_parse(&key).is_ok() && known.eq_ignore_ascii_case(&key)) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Decode,
            format!("the answer is of another `{}` than the one that was asked for: its key is another one", R::NAME),
        ))
    }

    /// Where the resource is served, below the service root; `None` where the version is not known, so that nobody's change
    /// is in its way.
    pub(crate) fn contended(&self) -> Option<&str> {
        self.etag.as_ref().and(self.at.as_ref())?.path().as_str().ok()
    }

    fn at(&self) -> Result<At<R>, Error> {
        self.at.clone().ok_or_else(|| {
            Error::new(ErrorKind::Path, "where the resource is served is not known; fetch it by its key to track it")
        })
    }
}

impl<R: GraphResource> fmt::Debug for Tracked<R> {
    /// The changes, and where they would go. Write-only values are not shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tracked")
            .field("at", &self.at)
            .field("etag", &self.etag)
            .field("changes", &self.changes())
            .finish_non_exhaustive()
    }
}

impl<R> Deref for Tracked<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.current
    }
}

impl<R> DerefMut for Tracked<R> {
    fn deref_mut(&mut self) -> &mut R {
        &mut self.current
    }
}
