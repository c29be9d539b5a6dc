//! What a service wants where it does not know any more what changed.

use crate::error::Error;

/// The service does not know any more what changed: everything is to be read again.
///
/// Source: Microsoft Graph, "use delta query to track changes", "synchronization reset".
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Resync {
    /// What to do with what only the copy has.
    pub how: ResyncHow,
    /// Where to go on; `None`: with the first request.
    pub location: Option<String>,
}

/// What to do with what only the copy has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ResyncHow {
    /// Nothing is said: what the service does not tell is gone.
    Full,
    /// The service is right: what it does not tell is gone.
    ApplyDifferences,
    /// What the service does not tell is kept, to be uploaded.
    UploadDifferences,
}

impl Error {
    /// Whether everything is to be read again, since a link of changes has expired: 410, or `syncStateNotFound`.
    #[must_use]
    pub fn resync(&self) -> Option<Resync> {
        let code = self.code().unwrap_or_default().to_ascii_lowercase();
        let is_gone = self.status().is_some_and(|status| status.as_u16() == 410);
        let is_unknown = self.status().is_some_and(|status| status.is_client_error()) && code == "syncstatenotfound";
        if !is_gone && !is_unknown {
            return None;
        }
        let how = if code.contains("applydifferences") {
            ResyncHow::ApplyDifferences
        } else if code.contains("uploaddifferences") {
            ResyncHow::UploadDifferences
        } else {
            ResyncHow::Full
        };
        Some(Resync { how, location: self.location().map(str::to_owned) })
    }
}
