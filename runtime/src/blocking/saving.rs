//! Saving where others write as well, batches, many changes, uploads: while the thread waits.

use core::fmt;

use bytes::Bytes;

use crate::batch::answers::Answers;
use crate::batch::batch::Batch;
use crate::blocking::block_on::block_on;
use crate::blocking::client::Client;
use crate::blocking::http_client::{HttpClient, Waiting};
use crate::client::saving as driven;
use crate::client::update_all::{self, Iter, Progress};
use crate::error::Error;
use crate::resource::address::At;
use crate::resource::merge::{Conflict, Resolve};
use crate::resource::traits::{GraphResource, SendResource};
use crate::response::updated::Updated;
use crate::sessions::monitor::{Finished, Monitor};
use crate::sessions::upload::{Upload, Uploaded};
use crate::tracked::Tracked;

impl<T: HttpClient> Client<T> {
    /// Reads the resource again and keeps the unsaved changes: what [`Tracked::reload_keeping`] does with a client that
    /// does not block.
    ///
    /// # Errors
    ///
    /// Those of [`Tracked::reload_keeping`].
    pub fn reload_keeping<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<Vec<String>, Error> {
        block_on(record.reload_keeping(self.driven()))
    }

    /// Saves where others save as well: what [`Tracked::save_with_retry`] does with a client that does not block.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::blocking::{Client, HttpClient};
    /// # use graph_resource::{Error, GraphResource, Tracked};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub job_title: Option<String> }
    /// # fn example<T: HttpClient>(client: Client<T>, user: &mut Tracked<User>) -> Result<(), Error> {
    /// user.job_title = Some("Auditor".into());
    /// client.save_with_retry(user).attempts(8).save()
    /// # }
    /// ```
    pub fn save_with_retry<'s, R: GraphResource>(&'s self, record: &'s mut Tracked<R>) -> SaveWithRetry<'s, R, T> {
        SaveWithRetry(record.save_with_retry(self.driven()))
    }

    /// Sends the requests of a batch, as [`graph_resource::Client::send_batch`](crate::Client::send_batch) does.
    ///
    /// # Errors
    ///
    /// Those of [`graph_resource::Client::send_batch`](crate::Client::send_batch).
    pub fn send_batch(&self, batch: Batch) -> Result<Answers, Error> {
        block_on(self.driven().send_batch(batch))
    }

    /// Sends many changes, in batches, one batch after another: an iterator of their outcomes, which come as
    /// [`graph_resource::Client::update_all`](crate::Client::update_all) gives them.
    pub fn update_all<R: SendResource, I: IntoIterator<Item = (At<R>, R::Patch)>>(
        &self,
        changes: I,
    ) -> UpdateAll<'_, R, T, I::IntoIter> {
        UpdateAll(self.driven().update_all(changes).in_flight(1))
    }

    /// Uploads a file that is in memory, as [`graph_resource::Client::upload`](crate::Client::upload) does.
    ///
    /// # Errors
    ///
    /// Those of [`graph_resource::Client::upload`](crate::Client::upload).
    pub fn upload(&self, upload: &mut Upload, content: Bytes) -> Result<Uploaded, Error> {
        block_on(self.driven().upload(upload, content))
    }

    /// Gives an upload up, as [`graph_resource::Client::cancel_upload`](crate::Client::cancel_upload) does.
    ///
    /// # Errors
    ///
    /// Those of [`graph_resource::Client::cancel_upload`](crate::Client::cancel_upload).
    pub fn cancel_upload(&self, upload: Upload) -> Result<(), Error> {
        block_on(self.driven().cancel_upload(upload))
    }

    /// Waits for the outcome of a long-running operation, as [`graph_resource::Client::finish`](crate::Client::finish)
    /// does.
    ///
    /// # Errors
    ///
    /// Those of [`graph_resource::Client::finish`](crate::Client::finish).
    pub fn finish(&self, monitor: &mut Monitor) -> Result<Finished, Error> {
        block_on(self.driven().finish(monitor))
    }
}

/// A save that is tried again: [`Client::save_with_retry`] makes it, and [`save`](Self::save) starts it.
#[must_use = "nothing is saved before `save` is called"]
pub struct SaveWithRetry<'s, R: GraphResource, T>(driven::SaveWithRetry<'s, R, Waiting<T>>);

impl<'s, R: SendResource, T: HttpClient> SaveWithRetry<'s, R, T> {
    /// How often the change is tried at most, the first time included. 5 by default; 0 counts as 1.
    pub fn attempts(self, attempts: u32) -> Self {
        Self(self.0.attempts(attempts))
    }

    /// Says whose change counts where both changed a property, differently. By default, [`Resolve::Stop`].
    pub fn on_conflict(self, on_conflict: impl FnMut(&Conflict<'_, R>) -> Resolve + Send + 's) -> Self {
        Self(self.0.on_conflict(on_conflict))
    }

    /// Saves.
    ///
    /// # Errors
    ///
    /// Those of [`Tracked::save_with_retry`].
    pub fn save(self) -> Result<(), Error> {
        block_on(self.0.into_future())
    }
}

impl<R: GraphResource, T> fmt::Debug for SaveWithRetry<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The outcomes of many changes: what [`Client::update_all`] gives.
#[must_use = "nothing is sent before an outcome is asked for"]
pub struct UpdateAll<'c, R: SendResource, T, I>(update_all::UpdateAll<'c, R, Waiting<T>, Iter<I>>);

impl<'c, R: SendResource, T: HttpClient, I: Iterator<Item = (At<R>, R::Patch)>> UpdateAll<'c, R, T, I> {
    /// Is called whenever a batch has begun or ended.
    pub fn on_progress(self, on_progress: impl FnMut(Progress) + Send + 'c) -> Self {
        Self(self.0.on_progress(on_progress))
    }

    /// How far the changes are.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.0.progress()
    }
}

impl<R: SendResource, T: HttpClient, I: Iterator<Item = (At<R>, R::Patch)>> Iterator for UpdateAll<'_, R, T, I> {
    type Item = (At<R>, Result<Updated<R>, Error>);

    fn next(&mut self) -> Option<Self::Item> {
        block_on(self.0.next())
    }
}

impl<R: SendResource, T, I> fmt::Debug for UpdateAll<'_, R, T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
