//! Many requests, and many tries: a client against the embedded Graph.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

mod batches;
mod saving;
mod sessions;
mod soak;
