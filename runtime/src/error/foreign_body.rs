//! Bodies that are not JSON: pages of gateways and of sign-in services, compressed bodies.

use core::str;

use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName};

use super::shown::Shown;

/// Says what a body is that is not JSON, as the end of a sentence: "the body …". `None` where it may be JSON: its first
/// byte tells no more.
///
/// The media type and the encoding are named, and the title of a sign-in page; nothing else of the body.
#[cold]
pub(crate) fn foreign_body(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    if may_be_json(body) {
        return None;
    }
    if let Some(encoding) = encoding(headers, body) {
        return Some(format!(
            "is compressed (`Content-Encoding: {encoding}`), which was not asked for; let the transport decompress answers"
        ));
    }
    let what = match body.trim_ascii_start() {
        text if is_html(text) => "not JSON but HTML",
        [b'<', ..] => "not JSON but XML",
        text if str::from_utf8(text).is_ok() => "not JSON",
        _ => "not UTF-8",
    };
    let media_type = header(headers, &CONTENT_TYPE);
    let media_type = media_type.map(|media_type| format!(" (`{}`)", Shown::new(&media_type, 80))).unwrap_or_default();
    let title = what.ends_with("HTML").then(|| title_of_sign_in(body)).flatten();
    let title = title.map(|title| format!(": a sign-in page, which begins with `{}`", Shown::new(&title, 80)));
    Some(format!("is {what}{media_type}{}", title.unwrap_or_default()))
}

/// Whether a JSON text may begin so.
fn may_be_json(body: &[u8]) -> bool {
    let text = body.trim_ascii_start();
    match text.first() {
        None | Some(b'{' | b'[' | b'"' | b'-' | b'0'..=b'9') => true,
        Some(b't' | b'f' | b'n') => [&b"true"[..], b"false", b"null"].into_iter().any(|word| text.starts_with(word)),
        Some(_) => false,
    }
}

/// The encoding that a header tells, or else the body's own first bytes.
fn encoding(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let told = header(headers, &CONTENT_ENCODING).filter(|told| !told.eq_ignore_ascii_case("identity"));
    let told = told.map(|told| Shown::new(&told, 40).to_string());
    told.or_else(|| body.starts_with(&[0x1f, 0x8b]).then(|| "gzip".to_owned()))
}

/// How far a page is looked at, in bytes.
const LOOKED_AT: usize = 4096;

fn beginning(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(LOOKED_AT)]).into_owned()
}

fn is_html(text: &[u8]) -> bool {
    let text = beginning(text).to_ascii_lowercase();
    text.starts_with('<') && (text.contains("<html") || text.contains("<!doctype html") || text.contains("<head"))
}

/// The title of a page, where the page asks for a sign-in: a proxy or a portal stands between us and the service.
fn title_of_sign_in(body: &[u8]) -> Option<String> {
    let page = beginning(body);
    let lower = page.to_ascii_lowercase();
    if !["sign in", "sign-in", "signin", "log in", "log-in", "login", "logon"].iter().any(|word| lower.contains(word)) {
        return None;
    }
    let from = lower.find("<title")?;
    let from = from + lower[from..].find('>')? + 1;
    // Lower case letters of ASCII take as many bytes as capital ones: places in one text are places in the other.
    let title = &page[from..from + lower[from..].find("</title").unwrap_or(lower.len() - from)];
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// A header's value. A byte that no text has is replaced.
pub(crate) fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use http::header::{HeaderMap, HeaderName, HeaderValue};

    use super::foreign_body;

    fn said(headers: &[(&'static str, &'static str)], body: &[u8]) -> Option<String> {
        let header = |&(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value));
        foreign_body(&headers.iter().map(header).collect(), body)
    }

    #[test]
    fn what_may_be_json_is_left_to_its_reader() {
        for body in ["", " ", "\r\n{", "[", "\"", "-1", "7", "true", "false", "null"] {
            assert_eq!(said(&[("content-encoding", "gzip")], body.as_bytes()), None, "{body}");
        }
    }

    #[test]
    fn a_body_is_named_by_what_it_is() {
        for (body, what) in [
            (&b"<!DOCTYPE HTML><p>"[..], "not JSON but HTML"),
            (b"\n<html lang=en>", "not JSON but HTML"),
            (b"<?xml version='1.0'?><error/>", "not JSON but XML"),
            (b"Too many requests", "not JSON"),
            (b"not now", "not JSON"),
            (b"\xff\xfe{\0}\0", "not UTF-8"),
            (b"\x89PNG", "not UTF-8"),
        ] {
            assert_eq!(said(&[], body).unwrap(), format!("is {what}"));
        }
        let typed = said(&[("content-type", "text/html; charset=utf-8")], b"<html>").unwrap();
        assert_eq!(typed, "is not JSON but HTML (`text/html; charset=utf-8`)");
    }

    #[test]
    fn a_sign_in_page_is_told_by_its_title() {
        let page = b"<html><head><TITLE>\r\n Sign in to\tyour account </title></head><body>secret</body>";
        let said = said(&[], page).unwrap();
        assert!(said.ends_with(": a sign-in page, which begins with `Sign in to your account`"), "{said}");
        for body in [&b"<html><title>Log in"[..], b"<html><title", b"<html>login", b"<html><title></title>login"] {
            assert!(foreign_body(&HeaderMap::new(), body).is_some());
        }
    }

    #[test]
    fn a_compressed_body_names_its_encoding() {
        for (headers, body) in [
            (&[("content-encoding", "gzip")][..], &b"\x1f\x8b\x08"[..]),
            (&[], b"\x1f\x8b\x08"),
            (&[("content-encoding", "identity")], b"\x1f\x8b\x08"),
        ] {
            assert!(said(headers, body).unwrap().contains("`Content-Encoding: gzip`"));
        }
        assert!(said(&[("content-encoding", "br")], b"\x0b\x02").unwrap().contains("`Content-Encoding: br`"));
    }
}
