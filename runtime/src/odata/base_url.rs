//! The service root that paths are appended to, and its origin, beyond which no token goes.

use std::borrow::Cow;
use std::net::IpAddr;

use http::Uri;

use crate::error::{Error, ErrorKind};

/// A service root: `https://graph.microsoft.com/v1.0`.
///
/// Always https, or loopback where [`loopback`](Self::loopback) was chosen: a client sends its token to no other.
///
/// # Examples
///
/// ```
/// use graph_resource::BaseUrl;
///
/// let base = BaseUrl::parse("https://graph.microsoft.us/v1.0/")?;
/// assert_eq!(base.as_str(), "https://graph.microsoft.us/v1.0");
/// assert!(BaseUrl::parse("http://graph.microsoft.com/v1.0").is_err());
/// assert!(BaseUrl::loopback("http://127.0.0.1:8080/v1.0").is_ok());
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: Microsoft Graph, "national cloud deployments".
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Version 1.0 of the global service, `https://graph.microsoft.com/v1.0`.
    #[must_use]
    pub fn graph() -> Self {
        Self::v1("graph.microsoft.com")
    }

    /// Version 1.0 of the service of this host.
    pub(crate) fn v1(host: &str) -> Self {
        Self(format!("https://{host}/v1.0"))
    }

    /// An https service root: with a path, since the version is part of it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BaseUrl`]: not an absolute https URL, one with user information, a query or a fragment, or one
    /// without a path.
    pub fn parse(url: &str) -> Result<Self, Error> {
        let base = Self::parse_any(url)?;
        with_version(&checked(url)?)?;
        Ok(base)
    }

    /// An https service root that may have no path: of an OData service that is not Graph.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BaseUrl`]: not an absolute https URL, or one with user information, a query or a fragment.
    pub fn parse_any(url: &str) -> Result<Self, Error> {
        let uri = checked(url)?;
        if uri.scheme_str() != Some("https") {
            return Err(refused("must be https; for a service on this machine, use `BaseUrl::loopback`"));
        }
        Ok(Self::normal(url))
    }

    /// A service root on this machine: `localhost`, `127.0.0.0/8` or `[::1]`, http or https.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BaseUrl`]: another host, or not an absolute URL.
    pub fn loopback(url: &str) -> Result<Self, Error> {
        let uri = checked(url)?;
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let local =
            host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        if !local {
            return Err(refused("must be on this machine: `localhost`, `127.0.0.1` or `[::1]`"));
        }
        Ok(Self::normal(url))
    }

    fn normal(url: &str) -> Self {
        Self(url.trim_end_matches('/').to_owned())
    }

    /// The URL, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The scope that a token is asked for with: the origin and `/.default`.
    pub(crate) fn default_scope(&self) -> String {
        let (scheme, rest) = self.0.split_once("://").unwrap_or(("https", &self.0));
        format!("{scheme}://{}/.default", rest.split('/').next().unwrap_or_default())
    }
}

/// Scheme, host and port of an absolute URL.
#[derive(Debug)]
pub(crate) struct Origin<'u> {
    scheme: &'u str,
    host: &'u str,
    port: u16,
}

impl PartialEq for Origin<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.scheme == other.scheme && self.host.eq_ignore_ascii_case(other.host) && self.port == other.port
    }
}

/// The origin of an absolute URL: two URLs with the same ones are of one origin.
///
/// Source: RFC 6454, section 4.
pub(crate) fn origin(uri: &Uri) -> Option<Origin<'_>> {
    let (scheme, host) = (uri.scheme_str()?, uri.host()?);
    // The text, since a port that is none is passed over by `Uri::port`. User information is no part of an origin.
    let port = match uri.authority()?.as_str().strip_prefix(host)? {
        "" if scheme == "http" => 80,
        "" => 443,
        port => port.strip_prefix(':')?.parse().ok()?,
    };
    Some(Origin { scheme, host, port })
}

/// Whether a URL has a scheme. A relative one may have a URL in its query.
pub(crate) fn is_absolute(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '#']))
}

/// Refuses an https URL without a path, such as `https://graph.microsoft.com`: Graph answers nothing there.
fn with_version(url: &Uri) -> Result<(), Error> {
    if url.scheme_str() == Some("https") && url.path().trim_matches('/').is_empty() {
        return Err(refused("has no version; write `/v1.0` behind it, or use `BaseUrl::parse_any`"));
    }
    Ok(())
}

pub(crate) fn checked(url: &str) -> Result<Uri, Error> {
    // `Uri` passes over a fragment, so it is looked for in the text.
    if url.contains(['?', '#']) {
        return Err(refused("must have neither query nor fragment"));
    }
    let uri: Uri = url
        .parse()
        .map_err(|error: http::uri::InvalidUri| Error::because(ErrorKind::BaseUrl, "the base URL is no URL", error))?;
    if !matches!(uri.scheme_str(), Some("https" | "http")) {
        return Err(refused("must begin with `https://`"));
    }
    if uri.authority().is_none_or(|authority| authority.as_str().contains('@')) {
        return Err(refused("must have a host, and no user information"));
    }
    if origin(&uri).is_none() {
        return Err(refused("has a port that is none; write a number up to 65535"));
    }
    Ok(uri)
}

fn refused(why: &str) -> Error {
    Error::new(ErrorKind::BaseUrl, format!("the base URL {why}"))
}

/// What a request can be built against: a [`BaseUrl`], or its text.
///
/// A text may be http: a request that is built carries no token. Only [`Client`](crate::Client) adds one, and that
/// takes a [`BaseUrl`].
pub trait AsBaseUrl {
    /// The URL, without a slash at its end.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BaseUrl`]: not an absolute http or https URL, or one with user information, query or fragment.
    fn as_base_url(&self) -> Result<Cow<'_, str>, Error>;
}

impl AsBaseUrl for BaseUrl {
    fn as_base_url(&self) -> Result<Cow<'_, str>, Error> {
        Ok(Cow::Borrowed(&self.0))
    }
}

impl AsBaseUrl for str {
    fn as_base_url(&self) -> Result<Cow<'_, str>, Error> {
        with_version(&checked(self)?)?;
        Ok(Cow::Borrowed(self.trim_end_matches('/')))
    }
}

impl AsBaseUrl for String {
    fn as_base_url(&self) -> Result<Cow<'_, str>, Error> {
        self.as_str().as_base_url()
    }
}

impl AsBaseUrl for Uri {
    fn as_base_url(&self) -> Result<Cow<'_, str>, Error> {
        let text = self.to_string();
        with_version(&checked(&text)?)?;
        Ok(Cow::Owned(text.trim_end_matches('/').to_owned()))
    }
}

impl<T: AsBaseUrl + ?Sized> AsBaseUrl for &T {
    fn as_base_url(&self) -> Result<Cow<'_, str>, Error> {
        (**self).as_base_url()
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, origin};

    #[test]
    fn what_is_no_safe_base_is_refused() {
        for url in [
            "http://graph.microsoft.com/v1.0",
            "graph.microsoft.com",
            "/v1.0",
            "https://user@graph.microsoft.com/v1.0",
            "https://graph.microsoft.com/v1.0?x=1",
            "https://graph.microsoft.com/v1.0#x",
            "https://graph.microsoft.com:99999/v1.0",
            "https://graph.microsoft.com:/v1.0",
            "",
        ] {
            assert!(BaseUrl::parse(url).is_err(), "{url}");
        }
        for url in ["http://127.0.0.1.evil.example/", "http://10.0.0.1", "https://localhost@evil.example/"] {
            assert!(BaseUrl::loopback(url).is_err(), "{url}");
        }
        for url in ["http://localhost:1/v1.0", "http://[::1]:8080", "http://127.1.2.3"] {
            assert!(BaseUrl::loopback(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn the_default_port_is_no_other_origin() {
        let (plain, port) = ("https://A.example/x".parse().unwrap(), "https://a.example:443/y".parse().unwrap());
        assert_eq!(origin(&plain), origin(&port));
        assert_ne!(origin(&plain), origin(&"https://a.example:444/".parse().unwrap()));
        assert_ne!(origin(&plain), origin(&"http://a.example/".parse().unwrap()));
    }
}
