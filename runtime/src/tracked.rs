//! A resource whose changes are followed.

use core::fmt;
use core::ops::{Deref, DerefMut};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::etag::ETag;
use crate::http_client::HttpClient;
use crate::request::{Reading, Request, Update};
use crate::resource::{At, GraphResource};
use crate::structured::{Aspect, GraphPatch, Mode, Scope};

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
    /// What the service last said, and what it was told since.
    known: R,
    at: Option<At<R>>,
    etag: Option<ETag>,
    reading: Option<Box<Reading>>,
}

impl<R: GraphResource> Tracked<R> {
    pub(crate) fn new(resource: R, at: Option<At<R>>, etag: Option<ETag>, reading: Option<Box<Reading>>) -> Self {
        Self { known: resource.clone(), current: resource, at, etag, reading }
    }

    /// What was changed since the service last spoke of the resource. Changes of the key and of read-only properties
    /// are none: no request can say them.
    #[must_use]
    pub fn changes(&self) -> R::Patch {
        self.known.diff(&self.current)
    }

    /// Whether anything was changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !GraphPatch::is_empty(&self.changes())
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

    /// Sends what was changed, under `If-Match` where the version is known, and folds the answer in. Without a change,
    /// nothing is sent.
    ///
    /// Where the version is known, the changed resource is asked for, since its new version comes with it. A service
    /// that does not tell the new version answers the next save with 412; [`reload`](Self::reload) before it.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]. The resource keeps its changes, as it does where the future is dropped; the service may
    /// have carried the change out all the same, which the next save is told with 412 where there is a version.
    pub async fn save<T: HttpClient>(&mut self, client: &Client<T>) -> Result<(), Error> {
        let Some(request) = self.saving()? else { return Ok(()) };
        let updated = client.send(request).await?;
        if let Some(etag) = updated.etag() {
            self.etag = Some(etag.clone());
        }
        updated.merge_into(&mut self.known);
        self.current = self.known.clone();
        Ok(())
    }

    /// The request that sends what was changed, where something was.
    fn saving(&self) -> Result<Option<Request<Update<R>>>, Error> {
        let patch = self.changes();
        if GraphPatch::is_empty(&patch) {
            return Ok(None);
        }
        let request = self.at()?.update(patch);
        Ok(Some(match &self.etag {
            Some(etag) => request.if_match(etag).return_representation(),
            None => request,
        }))
    }

    /// Reads the resource again, with the selection, the query options and the headers of the first time.
    ///
    /// Unsaved changes are gone, except those of write-only properties, which no answer shows.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]. The resource stays as it is.
    pub async fn reload<T: HttpClient>(&mut self, client: &Client<T>) -> Result<(), Error> {
        let request = self.at()?.get();
        let request = match &self.reading {
            Some(reading) => request.again(reading),
            None => request,
        };
        let mut reloaded = client.send(request).await?.track();
        // Each copy keeps its own, so that a value that was not sent yet is still a change.
        for (copy, old) in [(&mut reloaded.known, &self.known), (&mut reloaded.current, &self.current)] {
            let kept = copy.difference(old, Scope::Inside(Aspect::WriteOnly));
            copy.fold(kept, Mode::Verbatim);
        }
        *self = reloaded;
        Ok(())
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
