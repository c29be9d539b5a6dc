//! The same types as [`ours`](crate::ours) and [`sessions`](crate::sessions), with all that is written by hand.
#![allow(missing_docs, reason = "the list of properties is in `shapes`, and Graph documents them")]
#![allow(clippy::large_enum_variant, reason = "the same shape for each contestant, the simplest one")]

mod partial;
mod patch;
mod request;
mod write;

use graph_resource::DateTimeOffset;
use graph_resource::edm::Duration;

pub use self::partial::CallRecordPartial;
pub use self::patch::CallRecordPatch;
pub use self::request::update;
pub use self::write::write_bytes;

call_record!(by_hand);
sessions!(by_hand);

/// Types of many properties.
pub mod wide {
    use graph_resource::DateTimeOffset;

    include!(concat!(env!("OUT_DIR"), "/wide_by_hand.rs"));
}
