//! Saving where others write too.

use core::fmt;
use core::pin::Pin;
use std::time::Instant;

use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::client::request_id::random;
use crate::client::shared::Turn;
use crate::error::Error;
use crate::policy::saving::{Saving, Setback, Step};
use crate::resource::merge::{Conflict, Resolve};
use crate::resource::traits::{GraphResource, SendResource};
use crate::tracked::Tracked;

impl<R: GraphResource> Tracked<R> {
    /// Reads the resource again and keeps the unsaved changes. Gives the wire names of the conflicts: of what was changed
    /// here and there, differently, as [`Conflict::name`] writes them. The next save would send mine.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]. The resource stays as it is.
    pub async fn reload_keeping<T: HttpClient>(&mut self, client: &Client<T>) -> Result<Vec<String>, Error> {
        let request = self.reload_request()?;
        self.reloaded_keeping(client.send(request).await?)
    }

    /// Saves, and where somebody else changed the resource before, reloads it, merges, and saves again. Without a change,
    /// nothing is sent.
    ///
    /// What follows a try that failed:
    ///
    /// | outcome | what follows |
    /// |---|---|
    /// | 412, or 409 with a code that says so | a turn, then reload, merge, and try again; during a turn, a wait that grows instead |
    /// | unknown: no answer, 500, 502, 504, an answer that cannot be read | reload and merge; where nothing is left to send, it was done |
    /// | anything else | the error |
    ///
    /// Each try is repeated by the client's [`Retry`](crate::Retry) where that is safe. After a conflict, those who save the
    /// same resource so with the same client, or a clone of it, take turns until none of them waits; each reads what those
    /// before have written. Who keeps the others waiting for long loses its turn.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]: of the last try, or of a reload. [`Error::conflicts`] names what both changed, where that
    /// was the reason to stop. Where the reload before a turn shows it, nothing is sent: the error is that of a 412, and its
    /// [`attempts`](Error::attempts) are 0. The resource keeps its changes.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use graph_resource::{Client, Error, GraphResource, HttpClient, Resolve};
    /// # #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// # #[graph_resource(path = "/users/<id>")]
    /// # pub struct User { pub id: String, pub job_title: Option<String> }
    /// # async fn example<T: HttpClient>(client: Client<T>) -> Result<(), Error> {
    /// let mut user = client.send(User::at("87d349ed").get()).await?.track();
    /// user.job_title = Some("Auditor".to_owned());
    /// user.save_with_retry(&client)
    ///     .attempts(8)
    ///     .on_conflict(|conflict| if conflict.name() == "jobTitle" { Resolve::Mine } else { Resolve::Stop })
    ///     .await?;
    /// # Ok(()) }
    /// ```
    pub fn save_with_retry<'s, T: HttpClient>(&'s mut self, client: &'s Client<T>) -> SaveWithRetry<'s, R, T> {
        SaveWithRetry { record: self, client, attempts: 5, on_conflict: Box::new(|_| Resolve::Stop) }
    }
}

impl<T: HttpClient> Client<T> {
    /// Waits for a turn, and says whether that took time. A transport that cannot wait does not.
    async fn wait_for(&self, turn: &Turn<'_>) -> bool {
        let mut has_waited = false;
        while let Some(wait) = turn.wait() {
            let Some(sleep) = self.transport.sleep(wait) else { break };
            turn.sleep(sleep).await;
            has_waited = true;
        }
        has_waited
    }
}

/// A save that is tried again: [`Tracked::save_with_retry`] makes it, and `.await` starts it.
#[must_use = "nothing is saved before it is awaited"]
pub struct SaveWithRetry<'s, R: GraphResource, T> {
    record: &'s mut Tracked<R>,
    client: &'s Client<T>,
    attempts: u32,
    on_conflict: OnConflict<'s, R>,
}

type OnConflict<'s, R> = Box<dyn FnMut(&Conflict<'_, R>) -> Resolve + Send + 's>;

impl<'s, R: GraphResource, T: HttpClient> SaveWithRetry<'s, R, T> {
    /// How often the change is tried at most, the first time included. 5 by default; 0 counts as 1.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Says whose change counts where both changed a property, differently. By default, [`Resolve::Stop`].
    pub fn on_conflict(mut self, on_conflict: impl FnMut(&Conflict<'_, R>) -> Resolve + Send + 's) -> Self {
        self.on_conflict = Box::new(on_conflict);
        self
    }

    async fn run(self) -> Result<(), Error> {
        let Self { record, client, attempts, mut on_conflict } = self;
        let mut saving = Saving::new(attempts);
        let mut looked_for: Option<Error> = None;
        let mut turn: Option<Turn<'_>> = None;
        loop {
            let Some(request) = record.save_request()? else { return Ok(()) };
            if let Some(error) = looked_for {
                return Err(error);
            }
            if turn.is_none() {
                turn = record.contended().and_then(|key| client.shared.turn_behind(key));
                // Those before have written by then.
                if let Some(turn) = &turn
                    && client.wait_for(turn).await
                {
                    let fetched = client.send(record.reload_request()?).await?;
                    let conflicts = record.rebased(fetched, &mut *on_conflict)?;
                    if conflicts.is_empty() {
                        continue;
                    }
                    return Err(Error::foreseen(conflicts));
                }
            }
            let begin = Instant::now();
            let error = match client.send(request).await {
                Ok(updated) => return record.saved(updated),
                Err(error) => error,
            };
            let took = begin.elapsed();
            let setback = Setback::of(&error);
            let step = saving.after(setback, took, random());
            if step == Step::Stop {
                return Err(error);
            }
            let has_turn = turn.as_ref().is_some_and(Turn::is_held);
            if setback == Setback::Conflict
                && !has_turn
                && let Some(key) = record.contended()
            {
                client.wait_for(turn.insert(client.shared.turn_of_overtaken(key, took))).await;
            } else if let Step::Again(wait) = step
                && !wait.is_zero()
                && let Some(sleep) = client.transport.sleep(wait)
            {
                sleep.await;
                if let Some(turn) = &turn {
                    turn.backed_off();
                }
            }
            let fetched = client.send(record.reload_request()?).await?;
            let conflicts = record.rebased(fetched, &mut *on_conflict)?;
            if !conflicts.is_empty() {
                return Err(error.of_conflicts(conflicts));
            }
            looked_for = (step == Step::Look).then_some(error);
        }
    }
}

impl<'s, R: SendResource, T: HttpClient> IntoFuture for SaveWithRetry<'s, R, T> {
    type Output = Result<(), Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 's>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl<R: GraphResource, T> fmt::Debug for SaveWithRetry<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SaveWithRetry")
            .field("record", &self.record)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
