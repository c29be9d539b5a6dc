//! The tests of the transports stand in `main.rs` and beside it.
