//! The request headers that change what a request means: `If-Match`, `Prefer`, `Content-Type`, `Authorization`.

use core::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, IF_MATCH};

use crate::errors::Refusal;

/// What the client would like to get back from a write.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Return {
    Representation,
    Minimal,
}

impl Return {
    pub(crate) fn applied(self) -> &'static str {
        match self {
            Self::Representation => "return=representation",
            Self::Minimal => "return=minimal",
        }
    }
}

/// The preferences that the service knows; all others are ignored.
///
/// Source: RFC 7240, section 2; OData Protocol 4.01, section 8.2.8.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Prefer {
    pub(crate) content: Option<Return>,
    pub(crate) page_size: Option<usize>,
}

impl Prefer {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let mut seen = Vec::new();
        let mut prefer = Self::default();
        for preference in list(headers, "prefer") {
            let preference = preference.split(';').next().unwrap_or_default();
            let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
            let name = name.trim().to_ascii_lowercase();
            if seen.contains(&name) {
                continue;
            }
            let value = value.trim().trim_matches('"');
            match (name.as_str(), value) {
                ("return", "representation") => prefer.content = Some(Return::Representation),
                ("return", "minimal") => prefer.content = Some(Return::Minimal),
                ("odata.maxpagesize" | "maxpagesize", size) => {
                    prefer.page_size = size.parse().ok().filter(|size| *size > 0);
                }
                _ => {}
            }
            seen.push(name);
        }
        prefer
    }
}

/// Whether the request may go on, for a resource with this tag. Tags are compared to the letter, `W/` included.
///
/// Source: RFC 9110, section 13.1.1; OData Protocol 4.01, section 8.2.4.
pub(crate) fn if_match(headers: &HeaderMap, etag: &str) -> Result<(), Refusal> {
    if !headers.contains_key(IF_MATCH) || list(headers, "if-match").iter().any(|tag| tag == "*" || tag == etag) {
        return Ok(());
    }
    Err(Refusal::precondition_failed())
}

/// Whether the request takes answers that may lag behind, as advanced queries do.
pub(crate) fn is_eventual(headers: &HeaderMap) -> bool {
    headers.get("consistencylevel").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"eventual"))
}

/// A body must say that it is JSON. Graph takes no other media type for a PATCH, not even merge-patch.
pub(crate) fn require_json(headers: &HeaderMap) -> Result<(), Refusal> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    if media_type.trim().eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Refusal::unsupported_media_type())
}

/// Source: RFC 6750, section 2.1; the scheme's name is not case-sensitive by RFC 9110, section 11.1.
pub(crate) fn require_token(headers: &HeaderMap, token: &Token) -> Result<(), Refusal> {
    let Some(value) = headers.get(AUTHORIZATION) else {
        return Err(Refusal::unauthenticated("the request has no access token"));
    };
    let sent = value.to_str().ok().and_then(|value| value.split_once(' '));
    match (sent, &token.claims) {
        (Some((scheme, sent)), _) if scheme.eq_ignore_ascii_case("bearer") && sent.trim() == token.text => Ok(()),
        (Some(_), Some(claims)) => Err(Refusal::insufficient_claims(&STANDARD.encode(claims))),
        _ => Err(Refusal::unauthenticated("the access token is not the one that the service expects")),
    }
}

/// The token that the service expects, and the claims that it asks for where another one comes.
#[derive(Clone)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) claims: Option<String>,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// The items of a header that is a list, over all its occurrences. A comma in quotes separates nothing.
fn list(headers: &HeaderMap, name: &str) -> Vec<String> {
    let mut items = Vec::new();
    for value in headers.get_all(name) {
        let mut item = String::new();
        let mut quoted = false;
        for character in String::from_utf8_lossy(value.as_bytes()).chars() {
            quoted ^= character == '"';
            if character == ',' && !quoted {
                items.push(core::mem::take(&mut item));
            } else {
                item.push(character);
            }
        }
        items.push(item);
    }
    items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::{Prefer, Return, Token, if_match, require_json, require_token};

    fn headers<const N: usize>(pairs: [(&'static str, &'static str); N]) -> HeaderMap {
        let pair = |(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value));
        let mut headers = HeaderMap::new();
        for (name, value) in pairs.into_iter().map(pair) {
            headers.append(name, value);
        }
        headers
    }

    #[test]
    fn preferences() {
        let content = |value| Prefer::of(&headers([("prefer", value)])).content;
        assert_eq!(content("return=minimal"), Some(Return::Minimal));
        assert_eq!(content("respond-async, RETURN = \"representation\"; x=1"), Some(Return::Representation));
        assert_eq!(content("return=minimal, return=representation"), Some(Return::Minimal));
        assert_eq!(content("outlook.timezone=\"a, return=minimal\""), None);
        let both = headers([("prefer", "return=minimal"), ("prefer", "odata.maxpagesize=2")]);
        assert_eq!(Prefer::of(&both), Prefer { content: Some(Return::Minimal), page_size: Some(2) });
        assert_eq!(Prefer::of(&headers([("prefer", "odata.maxpagesize=0")])).page_size, None);
    }

    #[test]
    fn conditions() {
        let goes_on = |value| if_match(&headers([("if-match", value)]), "W/\"a,b\"").is_ok();
        assert!(if_match(&HeaderMap::new(), "W/\"a,b\"").is_ok());
        assert!(goes_on("*"));
        assert!(goes_on("W/\"a,b\""));
        assert!(goes_on("W/\"x\" , W/\"a,b\""));
        assert!(!goes_on("\"a,b\""));
        assert!(!goes_on("W/\"x\""));
        assert!(!goes_on(""));
        let twice = headers([("if-match", "\"x\""), ("if-match", "\"y\"")]);
        assert!(if_match(&twice, "\"y\"").is_ok());
    }

    #[test]
    fn media_types() {
        let is_json = |value| require_json(&headers([("content-type", value)])).is_ok();
        assert!(is_json("application/json"));
        assert!(is_json("Application/JSON; charset=utf-8"));
        assert!(!is_json("application/merge-patch+json"));
        assert!(!is_json("text/plain"));
        assert!(require_json(&HeaderMap::new()).is_err());
    }

    #[test]
    fn tokens() {
        let token = Token { text: "t0ken".to_owned(), claims: None };
        let passes = |value| require_token(&headers([("authorization", value)]), &token).is_ok();
        assert!(passes("Bearer t0ken"));
        assert!(passes("bearer t0ken"));
        assert!(!passes("Bearer other"));
        assert!(!passes("Basic t0ken"));
        assert!(!passes("t0ken"));
    }
}
