//! Reading the body that an HTTP library gives, for the transports over such libraries.

use core::pin::Pin;

use bytes::{Buf as _, Bytes};
use http::response::Parts;
use http_body::Body;
use http_body_util::BodyExt as _;

use crate::client::body::ArrivingBody;
#[cfg(feature = "gzip")]
use crate::client::gzip::{PackedBody, is_compressed};
use crate::client::transport_error::TransportError;

/// Reads all of a body, and no more of it than the limit. `unpacks` says whether gzip was asked for.
///
/// # Errors
///
/// The body breaks off, or is larger than the limit.
pub(crate) async fn read<B: Body>(
    head: &mut Parts,
    mut body: Pin<&mut B>,
    limit: usize,
    unpacks: bool,
    failed: impl Fn(B::Error) -> TransportError,
) -> Result<Bytes, TransportError> {
    #[cfg(feature = "gzip")]
    if unpacks && is_compressed(&mut head.headers) {
        let mut packed = None;
        while let Some(frame) = body.frame().await {
            if let Ok(piece) = frame.map_err(&failed)?.into_data() {
                let mut piece = piece;
                packed.get_or_insert_with(|| PackedBody::new(limit)).push(&piece.copy_to_bytes(piece.remaining()))?;
            }
        }
        // The answer to a HEAD has an encoding, and no body.
        return packed.map_or(Ok(Bytes::new()), PackedBody::finish);
    }
    let _ = unpacks;
    let mut arriving = ArrivingBody::new(&head.headers, limit);
    while let Some(frame) = body.frame().await {
        if let Ok(mut piece) = frame.map_err(&failed)?.into_data() {
            arriving.push(piece.copy_to_bytes(piece.remaining()))?;
        }
    }
    Ok(arriving.finish())
}
