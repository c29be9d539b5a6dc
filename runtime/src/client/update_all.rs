//! Many changes, in batches, a few of them in flight.

use core::fmt;
use core::future::poll_fn;
use core::iter::Fuse;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::collections::VecDeque;
use std::sync::Arc;

#[cfg(feature = "stream")]
use futures_core::Stream;

use crate::batch::batch::Batch;
use crate::batch::plan::MOST;
use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::error::Error;
use crate::resource::address::At;
use crate::resource::traits::SendResource;
use crate::response::updated::Updated;

impl<T: HttpClient> Client<T> {
    /// Changes many resources: `PATCH`, by twenties in batches, a few batches at the same time.
    ///
    /// Changes are taken from the iterator as there is room for them, and sent with `Prefer: return=minimal`. The outcomes come as they are known, in an order of
    /// their own. Of two changes of one resource it is not said which comes first.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Client, GraphResource, HttpClient};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub job_title: Option<String> }
    /// # async fn example<T: HttpClient>(client: Client<T>, ids: Vec<String>) {
    /// let changes = ids.into_iter().map(|id| (User::at(id), UserPatch::new().clear_job_title()));
    /// let mut results = client.update_all(changes).in_flight(4);
    /// while let Some((at, result)) = results.next().await {
    ///     if let Err(error) = result {
    ///         eprintln!("{at:?}: {error}");
    ///     }
    /// }
    /// # }
    /// ```
    pub fn update_all<R: SendResource, I: IntoIterator<Item = (At<R>, R::Patch)>>(
        &self,
        changes: I,
    ) -> UpdateAll<'_, R, T, Iter<I::IntoIter>> {
        UpdateAll::new(self, Iter(changes.into_iter().fuse()))
    }

    /// The same with changes from a stream. A batch is sent as soon as there is room for it, also where it is not full.
    #[cfg(feature = "stream")]
    pub fn update_all_stream<R: SendResource, S: Stream<Item = (At<R>, R::Patch)> + Unpin>(
        &self,
        changes: S,
    ) -> UpdateAll<'_, R, T, Streamed<S>> {
        UpdateAll::new(self, Streamed(Some(changes)))
    }
}

/// Where changes come from.
pub trait Source<R: SendResource> {
    /// The next one, as of an iterator or of a stream.
    #[doc(hidden)]
    fn poll_change(&mut self, cx: &mut Context<'_>) -> Poll<Option<(At<R>, R::Patch)>>;
}

/// Changes of an iterator.
#[derive(Debug)]
pub struct Iter<I>(Fuse<I>);

impl<R: SendResource, I: Iterator<Item = (At<R>, R::Patch)>> Source<R> for Iter<I> {
    fn poll_change(&mut self, _: &mut Context<'_>) -> Poll<Option<(At<R>, R::Patch)>> {
        Poll::Ready(self.0.next())
    }
}

/// Changes of a stream, which is dropped where it has ended.
#[cfg(feature = "stream")]
#[derive(Debug)]
pub struct Streamed<S>(Option<S>);

#[cfg(feature = "stream")]
impl<R: SendResource, S: Stream<Item = (At<R>, R::Patch)> + Unpin> Source<R> for Streamed<S> {
    fn poll_change(&mut self, cx: &mut Context<'_>) -> Poll<Option<(At<R>, R::Patch)>> {
        let Some(changes) = &mut self.0 else { return Poll::Ready(None) };
        let change = Pin::new(changes).poll_next(cx);
        if let Poll::Ready(None) = change {
            self.0 = None;
        }
        change
    }
}

/// Outcomes as they come to be known: as of [`UpdateAll::next`].
#[cfg(feature = "stream")]
impl<R: SendResource, T: HttpClient, I: Source<R>> Stream for UpdateAll<'_, R, T, I> {
    type Item = (At<R>, Result<Updated<R>, Error>);

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

// Nothing in it is pinned: what runs is boxed.
impl<R: SendResource, T, I> Unpin for UpdateAll<'_, R, T, I> {}

/// Many changes on their way: [`Client::update_all`] makes it, and [`next`](Self::next) drives it.
#[must_use = "nothing is sent before `next` is awaited"]
pub struct UpdateAll<'c, R: SendResource, T, I> {
    client: &'c Client<T>,
    changes: I,
    /// Changes that are taken and not sent: where a stream gives no more yet.
    taken: Vec<(At<R>, R::Patch)>,
    in_flight: usize,
    running: Vec<Running<'c, R>>,
    known: VecDeque<Outcome<R>>,
    progress: Progress,
    on_progress: Option<Box<dyn FnMut(Progress) + Send + 'c>>,
}

/// What a change has come to.
type Outcome<R> = (At<R>, Result<Updated<R>, Error>);

/// A batch in flight.
type Running<'c, R> = Pin<Box<dyn Future<Output = Vec<Outcome<R>>> + Send + 'c>>;

/// How far many changes are.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Progress {
    started: u64,
    succeeded: u64,
    failed: u64,
}

impl Progress {
    /// How many changes have been taken from the iterator.
    #[must_use]
    pub fn started(&self) -> u64 {
        self.started
    }

    /// How many have an outcome.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.succeeded + self.failed
    }

    /// How many of these are made.
    #[must_use]
    pub fn succeeded(&self) -> u64 {
        self.succeeded
    }

    /// How many of these have failed.
    #[must_use]
    pub fn failed(&self) -> u64 {
        self.failed
    }
}

impl<'c, R: SendResource, T: HttpClient, I: Source<R>> UpdateAll<'c, R, T, I> {
    fn new(client: &'c Client<T>, changes: I) -> Self {
        Self {
            client,
            changes,
            taken: Vec::new(),
            in_flight: 4,
            running: Vec::new(),
            known: VecDeque::new(),
            progress: Progress::default(),
            on_progress: None,
        }
    }

    /// How many batches are in flight at most. 4 by default; 0 counts as 1.
    pub fn in_flight(mut self, batches: usize) -> Self {
        self.in_flight = batches;
        self
    }

    /// Is called whenever a batch has begun or ended.
    pub fn on_progress(mut self, on_progress: impl FnMut(Progress) + Send + 'c) -> Self {
        self.on_progress = Some(Box::new(on_progress));
        self
    }

    /// How far the changes are.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The next outcome, in the order in which they come to be known; `None` where all changes have theirs.
    ///
    /// Where the future is dropped, no change and no outcome is lost: the next call goes on. Where the whole is dropped,
    /// batches in flight are given up, and the service may have carried them out.
    pub async fn next(&mut self) -> Option<(At<R>, Result<Updated<R>, Error>)> {
        poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Outcome<R>>> {
        loop {
            if let Some(outcome) = self.known.pop_front() {
                return Poll::Ready(Some(outcome));
            }
            let mut is_over = false;
            while self.running.len() < self.in_flight.max(1) {
                is_over = self.take(cx);
                if !self.begin() {
                    break;
                }
            }
            if self.running.is_empty() {
                return if is_over { Poll::Ready(None) } else { Poll::Pending };
            }
            let ended = self.running.len();
            self.running.retain_mut(|running| match running.as_mut().poll(cx) {
                Poll::Pending => true,
                Poll::Ready(outcomes) => {
                    let failed = outcomes.iter().filter(|(_, result)| result.is_err()).count();
                    self.progress.failed += failed as u64;
                    self.progress.succeeded += (outcomes.len() - failed) as u64;
                    self.known.extend(outcomes);
                    false
                }
            });
            if self.running.len() == ended {
                return Poll::Pending;
            }
            self.tell();
        }
    }

    /// Takes changes for a batch, and says whether there are no more.
    fn take(&mut self, cx: &mut Context<'_>) -> bool {
        while self.taken.len() < MOST {
            match self.changes.poll_change(cx) {
                Poll::Ready(Some(change)) => self.taken.push(change),
                Poll::Ready(None) => return true,
                Poll::Pending => return false,
            }
        }
        false
    }

    /// Begins a batch of the changes that are taken; false where there are none.
    fn begin(&mut self) -> bool {
        if self.taken.is_empty() {
            return false;
        }
        let changes = core::mem::take(&mut self.taken);
        self.progress.started += changes.len() as u64;
        self.running.push(Box::pin(updated(self.client, changes)));
        self.tell();
        true
    }

    fn tell(&mut self) {
        if let Some(on_progress) = &mut self.on_progress {
            on_progress(self.progress);
        }
    }
}

/// Makes some changes by one batch.
async fn updated<R: SendResource, T: HttpClient>(
    client: &Client<T>,
    changes: Vec<(At<R>, R::Patch)>,
) -> Vec<Outcome<R>> {
    let mut batch = Batch::new();
    let parts: Vec<_> =
        changes.into_iter().map(|(at, patch)| (at.clone(), batch.add(at.update(patch).return_minimal()))).collect();
    match client.send_batch(batch).await {
        Ok(mut answers) => parts.into_iter().map(|(at, part)| (at, answers.take(part))).collect(),
        Err(error) => {
            let error = Arc::new(error);
            parts.into_iter().map(|(at, _)| (at, Err(Error::of_batch(&error)))).collect()
        }
    }
}

impl<R: SendResource, T, I> fmt::Debug for UpdateAll<'_, R, T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateAll")
            .field("resource", &R::NAME)
            .field("in_flight", &self.running.len())
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
