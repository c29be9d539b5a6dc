//! Saving and reloading a resource by a client.

use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::error::Error;
use crate::resource::traits::GraphResource;
use crate::tracked::Tracked;

impl<R: GraphResource> Tracked<R> {
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
        let Some(request) = self.save_request()? else { return Ok(()) };
        self.saved(client.send(request).await?)
    }

    /// Reads the resource again, with the selection, the query options and the headers of the first time.
    ///
    /// Unsaved changes are gone, except those of write-only properties, which no answer shows.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`]. The resource stays as it is.
    pub async fn reload<T: HttpClient>(&mut self, client: &Client<T>) -> Result<(), Error> {
        let request = self.reload_request()?;
        self.reloaded(client.send(request).await?)
    }
}
