//! The links that a service gives.

use http::Uri;
use http::uri::PathAndQuery;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::error::{Error, ErrorKind};
use crate::odata::base_url::{checked, is_absolute, origin};

/// What stands in no URL. Services write some of it into links; anything else is sent as it came, a `%` included.
///
/// Source: RFC 3986, section 2.
const UNWRITTEN: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// A link of the service, made absolute. One that leads elsewhere is refused: the token would go with it.
///
/// Source: OData JSON Format 4.0, section 4.3; RFC 3986, section 5.2.
pub(crate) fn own_link(base: &str, link: &str) -> Result<Uri, Error> {
    let root = checked(base)?;
    let link = utf8_percent_encode(link.trim(), UNWRITTEN).to_string();
    // An empty one would be the service root.
    if link.is_empty() || link.starts_with(['?', '#']) {
        return Err(Error::new(ErrorKind::Query, "the service's link is relative to a URL that is not known"));
    }
    let text = if is_absolute(&link) {
        link
    } else if link.starts_with("//") {
        format!("{}:{link}", root.scheme_str().unwrap_or("https"))
    } else if link.starts_with('/') {
        let authority = root.authority().map(http::uri::Authority::as_str).unwrap_or_default();
        format!("{}://{authority}{link}", root.scheme_str().unwrap_or("https"))
    } else {
        format!("{base}/{link}")
    };
    let uri: Uri = text.parse().map_err(|error: http::uri::InvalidUri| {
        Error::because(ErrorKind::ForeignOrigin, "the service's link is no URL", error)
    })?;
    let own = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    if own && origin(&uri) == origin(&root) {
        return Ok(uri);
    }
    Err(Error::new(
        ErrorKind::ForeignOrigin,
        "the service's link leads to another origin than the base URL; nothing was sent there",
    ))
}

/// An own URL as one below the service root: path and query, which begin with `/`.
pub(crate) fn below(base: &str, url: &Uri) -> Result<String, Error> {
    let root = checked(base)?;
    let path_and_query = url.path_and_query().map_or("/", PathAndQuery::as_str);
    match path_and_query.strip_prefix(root.path()) {
        Some(rest) if rest.starts_with('/') => Ok(rest.to_owned()),
        _ => Err(Error::new(ErrorKind::ForeignOrigin, "the service's link is not below the base URL")),
    }
}

#[cfg(test)]
mod tests {
    use super::own_link;

    #[test]
    fn a_link_stays_at_its_origin() {
        let base = "https://graph.microsoft.com/v1.0";
        for (link, url) in [
            (
                "https://graph.microsoft.com/v1.0/users?$skiptoken=X%27",
                "https://graph.microsoft.com/v1.0/users?$skiptoken=X%27",
            ),
            ("https://GRAPH.microsoft.com:443/beta/users", "https://GRAPH.microsoft.com:443/beta/users"),
            ("/v1.0/users?$skip=5", "https://graph.microsoft.com/v1.0/users?$skip=5"),
            ("users?$skip=5", "https://graph.microsoft.com/v1.0/users?$skip=5"),
            (" users?a=b c 'Ü'%20{\\}\n ", "https://graph.microsoft.com/v1.0/users?a=b%20c%20'%C3%9C'%20%7B%5C%7D"),
        ] {
            assert_eq!(own_link(base, link).unwrap().to_string().to_lowercase(), url.to_lowercase());
        }
        for link in ["", " ", "?$skip=5", "#x"] {
            assert!(own_link(base, link).is_err(), "{link}");
        }
        for link in [
            "https://graph.microsoft.com.evil.example/v1.0/users",
            "https://graph.microsoft.com@evil.example/v1.0/users",
            "https://user@graph.microsoft.com/v1.0/users",
            "http://graph.microsoft.com/v1.0/users",
            "https://graph.microsoft.com:444/v1.0/users",
            "https://graph.microsoft.com:99999/v1.0/users",
            "//evil.example/v1.0/users",
        ] {
            assert!(own_link(base, link).is_err(), "{link}");
        }
    }
}
