//! Complex types of mail, calendars, contacts and tasks, which many resources of Microsoft Graph hold.
//!
//! | about | types |
//! |---|---|
//! | who writes, and to whom | [`EmailAddress`], [`Recipient`] |
//! | what is written | [`ItemBody`], [`BodyType`] |
//! | when | [`DateTimeTimeZone`], [`TimeSlot`] |
//! | again and again | [`PatternedRecurrence`], [`RecurrencePattern`], [`RecurrenceRange`] |
//! | where | [`Location`], [`PhysicalAddress`], [`OutlookGeoCoordinates`] |
//!
//! Each has the properties of the v1.0 metadata, under their types. What the metadata calls not nullable, and answers and
//! requests leave out all the same, is defaulted.
//!
//! ```
//! use graph_resource::GraphResource;
//! use graph_resources::outlook::{EmailAddress, ItemBody, Recipient};
//!
//! #[derive(Clone, Debug, PartialEq, GraphResource)]
//! #[graph_resource(path = "/me/messages/<id>")]
//! pub struct Message {
//!     pub id: String,
//!     pub subject: Option<String>,
//!     pub body: Option<ItemBody>,
//!     #[graph_resource(default)]
//!     pub to_recipients: Vec<Recipient>,
//! }
//!
//! let message = Message {
//!     id: String::new(),
//!     subject: Some("Lunch?".into()),
//!     body: Some(ItemBody::text("At noon.")),
//!     to_recipients: vec![EmailAddress::new("adele@contoso.com").into()],
//! };
//! let request = Message::collection().create(&message);
//! assert_eq!(
//!     request.to_http("https://graph.microsoft.com/v1.0")?.body(),
//!     concat!(
//!         r#"{"subject":"Lunch?","body":{"content":"At noon.","contentType":"text"},"#,
//!         r#""toRecipients":[{"emailAddress":{"address":"adele@contoso.com"}}]}"#,
//!     ),
//! );
//! # Ok::<(), graph_resource::Error>(())
//! ```

mod address;
mod body;
mod date_time_time_zone;
mod location;
mod recurrence;

pub use self::address::*;
pub use self::body::*;
pub use self::date_time_time_zone::*;
pub use self::location::*;
pub use self::recurrence::*;
