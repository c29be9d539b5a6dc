//! Answers in gzip, for transports over libraries that leave it to the caller.

use std::io::{self, Write};

use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderValue};

use crate::client::transport_error::{TransportError, TransportErrorKind};

/// Asks for gzip, unless the caller asked for an encoding of their own, which is then left as it comes.
pub(crate) fn ask(headers: &mut HeaderMap) -> bool {
    let is_asked = !headers.contains_key(ACCEPT_ENCODING);
    if is_asked {
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    }
    is_asked
}

/// Whether the body is in gzip and nothing else. The head then tells of the body as it will be after decompression.
pub(crate) fn is_compressed(headers: &mut HeaderMap) -> bool {
    let mut encodings = headers.get_all(CONTENT_ENCODING).iter();
    let is_gzip = matches!((encodings.next(), encodings.next()),
        (Some(only), None) if only.as_bytes().eq_ignore_ascii_case(b"gzip"));
    if is_gzip {
        headers.remove(CONTENT_ENCODING);
        headers.remove(CONTENT_LENGTH);
    }
    is_gzip
}

/// A body in gzip that arrives in pieces. No more of it is unpacked than the limit.
pub(crate) struct PackedBody(MultiGzDecoder<Limited>);

struct Limited {
    limit: usize,
    body: Vec<u8>,
    is_full: bool,
}

impl PackedBody {
    pub(crate) fn new(limit: usize) -> Self {
        Self(MultiGzDecoder::new(Limited { limit, body: Vec::new(), is_full: false }))
    }

    /// Adds the next piece.
    ///
    /// # Errors
    ///
    /// It is no gzip, or the body is larger than the limit.
    pub(crate) fn push(&mut self, piece: &[u8]) -> Result<(), TransportError> {
        self.0.write_all(piece).map_err(|error| self.failed(error))
    }

    /// The body, once all of it is there.
    ///
    /// # Errors
    ///
    /// It ends before its end.
    pub(crate) fn finish(mut self) -> Result<Bytes, TransportError> {
        match self.0.try_finish() {
            Ok(()) => Ok(Bytes::from(core::mem::take(&mut self.0.get_mut().body))),
            Err(error) => Err(self.failed(error)),
        }
    }

    fn failed(&self, error: io::Error) -> TransportError {
        if self.0.get_ref().is_full {
            TransportError::new(TransportErrorKind::TooLarge)
        } else {
            TransportError::new(TransportErrorKind::Other).because(error)
        }
    }
}

impl Write for Limited {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if piece.len() > self.limit - self.body.len() {
            self.is_full = true;
            return Err(io::Error::other("the limit is reached"));
        }
        self.body.extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderValue};

    use super::{PackedBody, ask, is_compressed};
    use crate::client::transport_error::TransportErrorKind;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_body_is_unpacked_as_it_arrives() {
        let text = b"{\"id\":\"1\"}".repeat(1_000);
        let mut body = PackedBody::new(text.len());
        for piece in packed(&text).chunks(7) {
            body.push(piece).unwrap();
        }
        assert_eq!(body.finish().unwrap(), text);
    }

    #[test]
    fn a_small_body_that_unpacks_to_a_large_one_is_refused() {
        let bomb = packed(&vec![0; 10 << 20]);
        assert!(bomb.len() < 20_000);
        let mut body = PackedBody::new(1 << 20);
        let error = bomb.chunks(512).find_map(|piece| body.push(piece).err()).unwrap();
        assert_eq!(error.kind(), TransportErrorKind::TooLarge);
        assert!(body.0.get_ref().body.capacity() <= 2 << 20);
    }

    #[test]
    fn half_a_body_and_none_in_gzip_are_errors() {
        let whole = packed(b"{\"id\":\"1\"}");
        let mut half = PackedBody::new(100);
        half.push(&whole[..whole.len() - 9]).unwrap();
        assert_eq!(half.finish().unwrap_err().kind(), TransportErrorKind::Other);
        let mut plain = PackedBody::new(100);
        let refused = plain.push(b"{\"id\":\"1\"}").err().or_else(|| plain.finish().err()).unwrap();
        assert_eq!(refused.kind(), TransportErrorKind::Other);
    }

    #[test]
    fn the_head_tells_of_the_body_that_is_given() {
        let mut asked = HeaderMap::new();
        assert!(ask(&mut asked) && asked[ACCEPT_ENCODING] == "gzip");
        assert!(!ask(&mut asked), "the caller's own is left");
        let of = |encoding| {
            let encoding = (CONTENT_ENCODING, HeaderValue::from_static(encoding));
            HeaderMap::from_iter([encoding, (CONTENT_LENGTH, HeaderValue::from_static("7"))])
        };
        let mut gzip = of("GZIP");
        assert!(is_compressed(&mut gzip) && gzip.is_empty());
        for encoding in ["identity", "br, gzip"] {
            let mut other = of(encoding);
            assert!(!is_compressed(&mut other) && other.len() == 2);
        }
    }
}
