//! Identities of Microsoft Graph: who did something, who is meant.
//!
//! An [identity](AnyIdentity) is somebody: a user, an application, a telephone. An [identity set](AnyIdentitySet) is a
//! party to something, seen from all sides: the user, the device in use, the application that runs there.
//!
//! Both have types derived from them, and so are unions. Names follow one rule, here and in all of this crate: a union
//! is called `Any` and its base type, its variant of the base type `Base`, and any other variant what the derived type
//! has before the name of the base: `communicationsUserIdentity` is `CommunicationsUser`. A type of another namespace
//! has that one's name in front: `callRecords.userIdentity` is `CallRecordsUser`. The structs are called as OData calls
//! the types.
//!
//! A union has a variant for each derived type that occurs in calls. Those of other parts of Graph, such as
//! `sharePointIdentity`, are kept whole in `Unknown`; the accessors of the unions look there too.
//!
//! ```
//! use graph_resources::identity::{AnyIdentitySet, Identity, IdentitySet};
//!
//! let ada = Identity { display_name: Some("Ada".into()), ..Identity::default() };
//! let mut party = AnyIdentitySet::from(IdentitySet { user: Some(ada.into()), ..IdentitySet::default() });
//! assert_eq!(party.display_name(), Some("Ada"));
//!
//! if let Some(device) = party.device_mut() {
//!     device.get_or_insert_default().set_display_name("Room 4.12");
//! }
//! assert_eq!(party.device().and_then(|device| device.display_name()), Some("Room 4.12"));
//! ```

mod any;
mod derived;
mod endpoint_type;
mod set;

pub use self::any::*;
pub use self::derived::*;
pub use self::endpoint_type::*;
pub use self::set::*;
