//! How much of an answer a transport takes.

/// The largest body that a transport takes unless it is told otherwise: 64 MiB.
pub(crate) const MAX_BODY: usize = 64 << 20;
