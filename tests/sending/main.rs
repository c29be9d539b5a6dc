//! Many requests, and many tries: a client against the embedded Graph.

mod batches;
mod saving;
mod sessions;
mod soak;
