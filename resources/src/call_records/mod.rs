//! Call records: what Microsoft Teams and Skype for Business know of a call when it is over.
//!
//! A [`CallRecord`] has sessions, one for each pair of parties that were connected; a [`Session`] has segments, one for
//! each leg of the way between them; a [`Segment`] has [`Media`], and that has streams, devices and networks on both
//! sides.
//!
//! | what | how |
//! |---|---|
//! | one record | `CallRecord::at(id).get()` |
//! | with sessions and segments | `.expand(Expand::of(CallRecord::props().sessions).expand(Session::props().segments))` |
//! | the records of the last 30 days | `CallRecord::collection().list()` |
//! | the sessions of a call | `Session::collection(call_id).list()` |
//! | who took part | `Participant::collection(call_id).list()` |
//! | who organized it | in [`CallRecord::organizer_v2`], or `Organizer::at(call_id).get()` |
//! | the log of calls to and from the telephone network | `CallRecord::collection().call(GetPstnCalls { … })` |
//! | the same of calls through one's own trunks | `CallRecord::collection().call(GetDirectRoutingCalls { … })` |
//!
//! The application permission `CallRecords.Read.All` is needed; nobody can delegate it. A record is there from the end
//! of the call on, for 30 days. Graph tells of new ones by change notifications on `/communications/callRecords`.
//!
//! # What an answer leaves out
//!
//! A property is nullable here where it is in the metadata. Some that are not are missing from documented answers all
//! the same, and read as their defaults then:
//!
//! - collections, as empty: `Prefer: omit-values=nulls`, which Graph documents for call records, takes empty ones away
//!   too;
//! - the enumeration members of [`NetworkInfo`], as `unknown`: the documented networks leave most of them out.
//!
//! Where `select` asks for some properties, the answer is a partial, such as [`CallRecordPartial`], and may leave out
//! any.
//!
//! # Writing
//!
//! The page "Update callRecord" says which properties of a [`CallRecord`] a `PATCH` may name. Of the other entities no
//! page documents a change; the metadata does not forbid one, and so their patches are there. The setters `bind_…`,
//! which every relationship has, are of no use here: what a record is related to is contained in it, and nowhere else.
//!
//! Source: Microsoft Graph v1.0, "Working with the call records API", and the metadata of the namespace
//! `microsoft.graph.callRecords`.

mod device;
mod direct_routing;
mod endpoint;
mod enumerations;
mod feedback;
mod identity;
mod media;
mod network;
mod participant;
mod pstn;
mod record;
mod segment;
mod session;
mod user_agent;

pub use self::device::*;
pub use self::direct_routing::*;
pub use self::endpoint::*;
pub use self::enumerations::*;
pub use self::feedback::*;
pub use self::identity::*;
pub use self::media::*;
pub use self::network::*;
pub use self::participant::*;
pub use self::pstn::*;
pub use self::record::*;
pub use self::segment::*;
pub use self::session::*;
pub use self::user_agent::*;
