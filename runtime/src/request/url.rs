//! The URL of a request: path, options of the query, and the links that a service gives.

use bytes::Bytes;
use http::Uri;
use percent_encoding::{AsciiSet, CONTROLS};

use super::{Operation, Request};
use crate::base_url::{checked, is_absolute, origin};
use crate::error::{Error, ErrorKind};
use crate::navigation::Expansion;

/// Characters that cannot stand in the value of a query option. A plus would be read as a space by some services.
///
/// Source: RFC 3986, section 3.4; OData URL Conventions 4.01, section 2.
pub(crate) const QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

impl<O: Operation> Request<O> {
    /// One buffer holds both. Whoever keeps the URL keeps the memory of the body.
    pub(super) fn uri_and_body(&self, base: &str, path: &[u8]) -> Result<(Uri, Bytes), Error> {
        let query = self.query_string()?;
        let room = base.len() + path.len() + query.len() + self.operation.body_room();
        let mut bytes = Vec::with_capacity(room);
        bytes.extend_from_slice(base.as_bytes());
        bytes.extend_from_slice(path);
        bytes.extend_from_slice(query.as_bytes());
        let end = bytes.len();
        self.operation.write_body(base, &mut bytes)?;
        let mut bytes = Bytes::from(bytes);
        let uri = Uri::from_maybe_shared(bytes.split_to(end))
            .map_err(|error| Error::because(ErrorKind::Path, "the path is no URL", error))?;
        Ok((uri, bytes))
    }

    /// The query, with its question mark; empty where there is none.
    fn query_string(&self) -> Result<String, Error> {
        let select = self.operation.select()?;
        let names = select.iter().map(|name| name.len() + 1);
        let options = self.query.iter().map(|(name, value)| name.len() + value.len() + 2);
        // Room for all but `$expand`: none, where nothing is written.
        let mut text = String::with_capacity(8 * usize::from(!select.is_empty()) + names.chain(options).sum::<usize>());
        let mut separator = '?';
        for (index, name) in select.iter().enumerate() {
            text.push_str(if index == 0 { "?$select=" } else { "," });
            text.push_str(name);
            separator = '&';
        }
        if !self.expand.is_empty() {
            text.push(separator);
            text.push_str("$expand=");
            Expansion::write_all(&self.expand, &mut text)?;
            separator = '&';
        }
        // No option may occur twice: what else is to be selected goes with what is already.
        let selects_more = |name: &str| name == "$select" && !select.is_empty();
        for (_, more) in self.query.iter().filter(|(name, _)| selects_more(name)) {
            for name in more.split(',').filter(|name| !name.is_empty() && !select.contains(name)) {
                text.push(',');
                text.push_str(name);
            }
        }
        for (name, value) in self.query.iter().filter(|(name, _)| !selects_more(name)) {
            text.push(separator);
            text.push_str(name);
            text.push('=');
            text.push_str(value);
            separator = '&';
        }
        Ok(text)
    }
}

/// A link of the service, made absolute. One that leads elsewhere is refused: the token would go with it.
///
/// Source: OData JSON Format 4.0, section 4.3; RFC 3986, section 5.2.
pub(super) fn own_link(base: &str, link: &str) -> Result<Uri, Error> {
    let root = checked(base)?;
    let text = if is_absolute(link) {
        link.to_owned()
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
        ] {
            assert_eq!(own_link(base, link).unwrap().to_string().to_lowercase(), url.to_lowercase());
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
            let answer = own_link(base, link);
            assert!(answer.is_err() || answer.unwrap().host() == Some("graph.microsoft.com"), "{link}");
        }
    }
}
