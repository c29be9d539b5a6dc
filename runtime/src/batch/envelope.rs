//! The body of a batch, and of the answer to one.

use core::fmt;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::{Error, ErrorKind, without_mark};
use crate::request::request::RequestParts;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Begins the body of a batch.
pub(crate) fn begin(to: &mut Vec<u8>) {
    to.extend_from_slice(br#"{"requests":["#);
}

/// Ends it.
pub(crate) fn end(to: &mut Vec<u8>) {
    to.extend_from_slice(b"]}");
}

/// Whether a request can stand in a batch: its headers are texts there.
pub(crate) fn check(parts: &RequestParts) -> Result<(), Error> {
    let refused = parts.headers.iter().find(|(_, value)| value.to_str().is_err());
    refused.map_or(Ok(()), |(name, _)| {
        Err(Error::new(ErrorKind::Header, format!("the value of header `{name}` cannot be sent in a batch")))
    })
}

/// Appends a string of JSON.
fn text(to: &mut Vec<u8>, text: &str) {
    // A buffer takes all that is written, and a string can be.
    let _ = serde_json::to_writer(to, text);
}

/// Writes a request with its number, and that of the request that it comes after. It was checked.
pub(crate) fn write(to: &mut Vec<u8>, number: usize, after: Option<usize>, parts: &RequestParts) {
    if to.last() == Some(&b'}') {
        to.push(b',');
    }
    to.extend_from_slice(format!(r#"{{"id":"{number}""#).as_bytes());
    if let Some(after) = after {
        to.extend_from_slice(format!(r#","dependsOn":["{after}"]"#).as_bytes());
    }
    to.extend_from_slice(br#","method":"#);
    text(to, parts.method.as_str());
    to.extend_from_slice(br#","url":"#);
    text(to, &parts.url);
    // A POST has a body, also where it says nothing.
    let is_bare = parts.body.is_empty() && parts.method == Method::POST;
    let content_type = if is_bare { Some(&JSON) } else { parts.headers.get(CONTENT_TYPE) };
    // JSON is what a part is answered with anyway.
    let headers =
        parts.headers.iter().filter(|&(name, value)| name != CONTENT_TYPE && !(name == ACCEPT && *value == JSON));
    let mut headers = content_type.map(|value| (&CONTENT_TYPE, value)).into_iter().chain(headers).peekable();
    if headers.peek().is_some() {
        to.extend_from_slice(br#","headers":"#);
        let mut mark = b'{';
        for (name, value) in headers {
            to.push(mark);
            mark = b',';
            text(to, name.as_str());
            to.push(b':');
            text(to, value.to_str().unwrap_or_default());
        }
        to.push(b'}');
    }
    if is_bare {
        to.extend_from_slice(br#","body":{}"#);
    } else if !parts.body.is_empty() {
        to.extend_from_slice(br#","body":"#);
        let media_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
        match (std::str::from_utf8(&parts.body), Media::of(media_type)) {
            (Ok(_), Media::Json) => to.extend_from_slice(&parts.body),
            (Ok(body), Media::Text) => text(to, body),
            _ => text(to, &URL_SAFE_NO_PAD.encode(&parts.body)),
        }
    }
    to.push(b'}');
}

/// How a body stands in a batch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Media {
    /// As it is.
    Json,
    /// As a string.
    Text,
    /// As a string of base64.
    Other,
}

impl Media {
    fn of(media_type: &str) -> Self {
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match &*essence {
            "application/json" => Self::Json,
            json if json.ends_with("+json") => Self::Json,
            text if text.starts_with("text/") => Self::Text,
            _ => Self::Other,
        }
    }
}

/// The answers in the answer to a batch, by the numbers of the requests. One that cannot be read is not there.
pub(crate) fn read(body: &[u8]) -> Result<BTreeMap<usize, http::Response<Bytes>>, Error> {
    let mut from = serde_json::Deserializer::from_slice(without_mark(body));
    let answers = from.deserialize_map(Whole).and_then(|answers| from.end().map(|()| answers));
    answers.map_err(|error| Error::because(ErrorKind::Decode, "the answer is none to a batch", error))
}

/// The answer to a batch.
struct Whole;

impl<'de> Visitor<'de> for Whole {
    type Value = BTreeMap<usize, http::Response<Bytes>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `responses`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut answers = None;
        while let Some(name) = members.next_key::<String>()? {
            if name == "responses" {
                answers = Some(members.next_value::<Vec<Shown>>()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        let answers = answers.ok_or_else(|| serde::de::Error::missing_field("responses"))?;
        Ok(answers.into_iter().filter_map(|Shown(answer)| answer).collect())
    }
}

/// The answer to one request, as it stands in the answer to a batch; `None` where it is none.
struct Shown(Option<(usize, http::Response<Bytes>)>);

impl<'de> Deserialize<'de> for Shown {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ShownVisitor)
    }
}

struct ShownVisitor;

impl<'de> Visitor<'de> for ShownVisitor {
    type Value = Shown;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer in a batch")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Shown, A::Error> {
        let (mut number, mut status, mut headers, mut body) = (None, None, HeaderMap::new(), None::<&RawValue>);
        while let Some(name) = members.next_key::<String>()? {
            match &*name {
                "id" => number = members.next_value::<String>()?.trim().parse::<usize>().ok(),
                "status" => status = StatusCode::from_u16(members.next_value()?).ok(),
                "headers" => headers = headers_of(members.next_value()?),
                "body" => body = members.next_value()?,
                _ => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        let Some((number, status)) = number.zip(status) else { return Ok(Shown(None)) };
        let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media = media_type.map_or(Media::Json, Media::of);
        let mut answer = http::Response::new(body.map_or_else(Bytes::new, |body| content(body.get(), media)));
        (*answer.status_mut(), *answer.headers_mut()) = (status, headers);
        Ok(Shown(Some((number, answer))))
    }
}

/// Headers that can be none are left out.
fn headers_of(given: Option<BTreeMap<String, Value>>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in given.into_iter().flatten() {
        let value = match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            headers.append(name, value);
        }
    }
    headers
}

/// The bytes that a body stands for.
fn content(body: &str, media: Media) -> Bytes {
    let text = || serde_json::from_str::<String>(body).ok().filter(|_| body.starts_with('"'));
    match (media, text()) {
        (Media::Json, _) | (_, None) => body.to_owned().into(),
        (Media::Text, Some(text)) => text.into(),
        (Media::Other, Some(text)) => {
            let unpadded = text.trim_end_matches('=');
            let decoded = URL_SAFE_NO_PAD.decode(unpadded).or_else(|_| STANDARD.decode(&text));
            decoded.map_or_else(|_| text.into(), Bytes::from)
        }
    }
}

#[cfg(test)]
mod tests {
    use http::Method;
    use http::header::HeaderMap;

    use super::{begin, end, read, write};
    use crate::request::request::RequestParts;

    fn parts(method: Method, url: &str, media_type: Option<&str>, body: &'static [u8]) -> RequestParts {
        let mut headers = HeaderMap::from_iter([(http::header::ACCEPT, "application/json".parse().unwrap())]);
        if let Some(media_type) = media_type {
            headers.insert(http::header::CONTENT_TYPE, media_type.parse().unwrap());
        }
        RequestParts { method, url: url.to_owned(), headers, body: body.into() }
    }

    #[test]
    fn bodies_stand_in_a_batch_as_their_type_wants() {
        let mut body = Vec::new();
        begin(&mut body);
        write(&mut body, 1, None, &parts(Method::GET, "/a?b=\"c\"", None, b""));
        write(&mut body, 2, Some(1), &parts(Method::PATCH, "/a", Some("application/json"), br#"{"x":null}"#));
        write(&mut body, 3, Some(2), &parts(Method::POST, "/a", None, b""));
        write(&mut body, 4, None, &parts(Method::PUT, "/a", Some("image/png"), b"\xff\xfe\xfd"));
        write(&mut body, 5, None, &parts(Method::PUT, "/a", Some("text/plain; charset=utf-8"), b"\""));
        end(&mut body);
        let expected = concat!(
            r#"{"requests":[{"id":"1","method":"GET","url":"/a?b=\"c\""},"#,
            r#"{"id":"2","dependsOn":["1"],"method":"PATCH","url":"/a","headers":{"content-type":"application/json"},"#,
            r#""body":{"x":null}},"#,
            r#"{"id":"3","dependsOn":["2"],"method":"POST","url":"/a","headers":{"content-type":"application/json"},"#,
            r#""body":{}},"#,
            r#"{"id":"4","method":"PUT","url":"/a","headers":{"content-type":"image/png"},"body":"__79"},"#,
            r#"{"id":"5","method":"PUT","url":"/a","headers":{"content-type":"text/plain; charset=utf-8"},"body":"\""}]}"#,
        );
        assert_eq!(String::from_utf8(body).unwrap(), expected);
    }

    #[test]
    fn answers_come_in_any_order_and_form() {
        let text = r#"{"@odata.context":"x","responses":[
            {"id":"2","status":200,"headers":{"Content-Type":"image/png"},"body":"/wA="},
            {"status":204,"id":" 1 ","headers":null},
            {"id":"3","status":200,"headers":{"Content-Type":"text/plain","Retry-After":7},"body":"2\u0030"},
            {"id":"4","status":404,"body":{"error":{ }}},
            {"id":"5","status":200,"headers":{"Content-Type":"image/png"},"body":"_wA"},
            {"id":"x","status":200},{"id":"6","status":7},{"id":"7"}]}"#;
        let answers = read(format!("\u{feff}{text}").as_bytes()).unwrap();
        let bodies: Vec<_> = answers.iter().map(|(id, answer)| (*id, &**answer.body())).collect();
        let expected: [(usize, &[u8]); 5] =
            [(1, b""), (2, b"\xff\x00"), (3, b"20"), (4, br#"{"error":{ }}"#), (5, b"\xff\x00")];
        assert_eq!(bodies, expected);
        assert_eq!((answers[&1].status().as_u16(), answers[&4].status().as_u16()), (204, 404));
        assert_eq!(answers[&3].headers()["retry-after"], "7");
        for broken in ["", "{}", "[]", r#"{"responses":{}}"#, r#"{"responses":[]} x"#, r#"{"responses":[1]}"#] {
            assert!(read(broken.as_bytes()).is_err(), "{broken}");
        }
        assert!(read(br#"{"responses":[]}"#).unwrap().is_empty());
    }
}
