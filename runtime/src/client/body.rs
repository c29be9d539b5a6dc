//! The body of an answer while it arrives.

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_LENGTH, HeaderMap};

use crate::client::transport_error::{TransportError, TransportErrorKind};

/// The largest body that a transport takes unless it is told otherwise: 64 MiB.
pub(crate) const MAX_BODY: usize = 64 << 20;

/// A body that arrives in pieces, and of which no more is kept than the limit.
pub(crate) struct ArrivingBody {
    limit: usize,
    /// What the head tells, or 0.
    length: usize,
    /// Most bodies come in one piece, which is not copied.
    first: Bytes,
    rest: BytesMut,
}

impl ArrivingBody {
    pub(crate) fn new(headers: &HeaderMap, limit: usize) -> Self {
        let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        Self { limit, length: length.unwrap_or_default(), first: Bytes::new(), rest: BytesMut::new() }
    }

    /// Adds the next piece.
    ///
    /// # Errors
    ///
    /// The body is larger than the limit, or is going to be.
    pub(crate) fn push(&mut self, piece: Bytes) -> Result<(), TransportError> {
        let len = self.first.len().max(self.rest.len());
        if self.length > self.limit || piece.len() > self.limit - len {
            return Err(TransportError::new(TransportErrorKind::TooLarge));
        }
        if len == 0 {
            self.first = piece;
            return Ok(());
        }
        if self.rest.is_empty() {
            self.rest.reserve(self.length.max(len + piece.len()));
            self.rest.extend_from_slice(&core::mem::take(&mut self.first));
        }
        self.rest.extend_from_slice(&piece);
        Ok(())
    }

    /// The body, once all of it is there.
    pub(crate) fn finish(self) -> Bytes {
        if self.rest.is_empty() { self.first } else { self.rest.freeze() }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::header::{CONTENT_LENGTH, HeaderMap};

    use super::ArrivingBody;
    use crate::client::transport_error::TransportErrorKind;

    fn gathered(length: Option<usize>, limit: usize, pieces: &[&'static str]) -> Option<Bytes> {
        let headers = length.map(|length| (CONTENT_LENGTH, length.into())).into_iter().collect::<HeaderMap>();
        let mut body = ArrivingBody::new(&headers, limit);
        for piece in pieces {
            if let Err(error) = body.push(Bytes::from_static(piece.as_bytes())) {
                assert_eq!(error.kind(), TransportErrorKind::TooLarge);
                return None;
            }
        }
        Some(body.finish())
    }

    #[test]
    fn pieces_become_one_body_within_the_limit() {
        assert_eq!(gathered(None, 0, &[]).unwrap(), "");
        assert_eq!(gathered(None, 6, &["ab", "", "cd", "ef"]).unwrap(), "abcdef");
        assert_eq!(gathered(Some(6), 6, &["ab", "cdef"]).unwrap(), "abcdef");
        assert_eq!(gathered(None, 5, &["ab", "cd", "ef"]), None);
        assert_eq!(gathered(None, 5, &["abcdef"]), None);
        // The head tells enough.
        assert_eq!(gathered(Some(7), 6, &["a"]), None);
        // The answer to a HEAD has a length, and no body.
        assert_eq!(gathered(Some(7), 6, &[]).unwrap(), "");
    }

    #[test]
    fn one_piece_is_not_copied() {
        let piece = Bytes::from(vec![1, 2, 3]);
        let mut body = ArrivingBody::new(&HeaderMap::new(), 3);
        body.push(piece.clone()).unwrap();
        assert_eq!(body.finish().as_ptr(), piece.as_ptr());
    }
}
