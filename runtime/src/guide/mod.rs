//! The guide: a short chapter for each task. There are no items in it.
//!
//! To begin with:
//!
//! - [`first_patch`]: the first patch: a struct, a client, one property changed
//! - [`selecting`]: which struct for which `$select`
//! - [`tri_state`]: null, absent, not asked for
//! - [`saving`]: saving and conflicts
//!
//! Reading and writing more:
//!
//! - [`listing`]: listing, filtering, counting
//! - [`deltas`]: delta: what changed since the last time
//! - [`relationships`]: relationships and `$expand`
//! - [`unions`]: unions: a base type and the types derived from it
//! - [`open_types`]: open types and dictionaries
//! - [`calls`]: functions and actions
//! - [`files`]: files: content, paths, uploads
//! - [`batches`]: batch and bulk
//!
//! A program around it:
//!
//! - [`tokens`]: tokens and clouds
//! - [`retries`]: retry and throttling
//! - [`notifications`]: change notifications
//! - [`testing`]: testing your code with the embedded Graph
//! - [`metadata`]: checking against the metadata, and generating
//! - [`sharing`]: generic code, spawning, and a client in axum
//! - [`logging`]: what happens, without what is secret
//! - [`migrating`]: migrating from reqwest and `Value`, and from graph-rs-sdk
//!
//! To look up:
//!
//! - [`errors`]: every error: its cause, and what to do
//! - [`options`]: all options of the derives
//! - [`serde`]: serde around it: flattening, tags, digits, other formats
//! - [`performance`]: what the derives and the client cost, beside the same by hand
//! - [`reliability`]: what was tried with lost answers, conflicts and throttling
//!
//! Whole programs are in the package `graph-resource-examples`; each runs against a Graph that is embedded in it.

#[doc = include_str!("first_patch.md")]
pub mod first_patch {}
#[doc = include_str!("selecting.md")]
pub mod selecting {}
#[doc = include_str!("tri_state.md")]
pub mod tri_state {}
#[doc = include_str!("saving.md")]
pub mod saving {}
#[doc = include_str!("listing.md")]
pub mod listing {}
#[doc = include_str!("deltas.md")]
pub mod deltas {}
#[doc = include_str!("relationships.md")]
pub mod relationships {}
#[doc = include_str!("unions.md")]
pub mod unions {}
#[doc = include_str!("open_types.md")]
pub mod open_types {}
#[doc = include_str!("calls.md")]
pub mod calls {}
#[doc = include_str!("files.md")]
pub mod files {}
#[doc = include_str!("batches.md")]
pub mod batches {}
#[doc = include_str!("tokens.md")]
pub mod tokens {}
#[doc = include_str!("retries.md")]
pub mod retries {}
#[doc = include_str!("notifications.md")]
pub mod notifications {}
#[doc = include_str!("testing.md")]
pub mod testing {}
#[doc = include_str!("metadata.md")]
pub mod metadata {}
#[doc = include_str!("sharing.md")]
pub mod sharing {}
#[doc = include_str!("logging.md")]
pub mod logging {}
#[doc = include_str!("migrating.md")]
pub mod migrating {}
#[doc = include_str!("errors.md")]
pub mod errors {}
#[doc = include_str!("options.md")]
pub mod options {}
#[doc = include_str!("serde.md")]
pub mod serde {}
#[doc = include_str!("performance.md")]
pub mod performance {}
#[doc = include_str!("reliability.md")]
pub mod reliability {}
