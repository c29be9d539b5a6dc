//! Access tokens, and what is asked of who gives them.

use core::fmt;
use std::time::SystemTime;

use http::header::HeaderValue;

use crate::error::{Error, ErrorKind};

/// Any error that can be sent between threads.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Which token is wanted.
#[derive(Clone)]
#[non_exhaustive]
pub struct TokenRequest {
    /// What the token is for, such as `https://graph.microsoft.com/.default`.
    pub scopes: Vec<String>,
    /// The claims that the service wants to see in the token, as the text of a JSON object. Where there are some, a token
    /// from a cache is of no use.
    pub claims: Option<String>,
}

impl TokenRequest {
    pub(crate) fn new(scopes: Vec<String>, claims: Option<String>) -> Self {
        Self { scopes, claims }
    }
}

impl fmt::Debug for TokenRequest {
    /// Shows the scopes, and whether there are claims.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenRequest")
            .field("scopes", &self.scopes)
            .field("has_claims", &self.claims.is_some())
            .finish_non_exhaustive()
    }
}

/// An access token, and how long it is good for.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use graph_resource::AccessToken;
///
/// let now = SystemTime::now();
/// let token = AccessToken::new("eyJ0eXAi").expires_at(now + Duration::from_secs(3_600));
/// assert!(!format!("{token:?}").contains("eyJ0eXAi"));
/// ```
#[derive(Clone)]
#[must_use]
pub struct AccessToken {
    secret: String,
    expires_at: Option<SystemTime>,
    refresh_at: Option<SystemTime>,
}

impl AccessToken {
    /// A token as it came, without `Bearer `. It is good until the service refuses it.
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), expires_at: None, refresh_at: None }
    }

    /// From this moment on, the token is not sent.
    pub fn expires_at(mut self, at: SystemTime) -> Self {
        self.expires_at = Some(at);
        self
    }

    /// From this moment on, the next token is asked for, while this one is still sent. Without it, that is five minutes
    /// before the token expires, or after half of a shorter life.
    pub fn refresh_at(mut self, at: SystemTime) -> Self {
        self.refresh_at = Some(at);
        self
    }

    pub(crate) fn expiry(&self) -> Option<SystemTime> {
        self.expires_at
    }

    pub(crate) fn refresh(&self) -> Option<SystemTime> {
        self.refresh_at
    }

    /// The value of the header `Authorization`.
    pub(crate) fn authorization(&self) -> Result<HeaderValue, Error> {
        authorization(&self.secret)
    }
}

impl fmt::Debug for AccessToken {
    /// Shows the moments, and never the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("expires_at", &self.expires_at)
            .field("refresh_at", &self.refresh_at)
            .finish_non_exhaustive()
    }
}

/// The value of the header `Authorization` with this token.
pub(crate) fn authorization(token: &str) -> Result<HeaderValue, Error> {
    let refused = |why: &str| Error::new(ErrorKind::Header, format!("the bearer token {why}"));
    if token.is_empty() {
        return Err(refused("is empty"));
    }
    if token.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("Bearer ")) {
        return Err(refused("begins with `Bearer `; give the token alone"));
    }
    let Ok(mut value) = HeaderValue::try_from(format!("Bearer {token}")) else {
        return Err(refused("has a character that no header can have"));
    };
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::{AccessToken, TokenRequest, authorization};

    #[test]
    fn a_token_becomes_a_header_that_nobody_sees() {
        let value = AccessToken::new("eyJ0").authorization().unwrap();
        assert_eq!(value, "Bearer eyJ0");
        assert!(value.is_sensitive() && !format!("{value:?}").contains("eyJ0"));
        for (token, why) in [("", "is empty"), ("bearer eyJ0", "give the token alone"), ("eyJ0\n", "character")] {
            let error = authorization(token).unwrap_err();
            assert!(error.to_string().contains(why), "{error}");
            assert!(!format!("{error} {error:?}").contains("eyJ0"), "{error:?}");
        }
    }

    #[test]
    fn no_secret_is_shown() {
        let token = AccessToken::new("s3cret").expires_at(SystemTime::UNIX_EPOCH).refresh_at(SystemTime::UNIX_EPOCH);
        let request = TokenRequest::new(vec!["https://graph.microsoft.com/.default".into()], Some("s3cret".into()));
        let shown = format!("{token:?} {token:#?} {request:?}");
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(shown.contains("expires_at") && shown.contains("graph.microsoft.com"), "{shown}");
    }
}
