//! What messages and events have attached: a union of entities, one of which holds an entity of another union in turn.

use graph_resource::edm::Binary;
use graph_resource::{DateTimeOffset, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::mail::event::Event;
use crate::mail::message::Message;

/// What is attached to a message or an event; the base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/me/messages/<message>/attachments/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/events/<event>/attachments/<id>", at = "of_event")]
pub enum Attachment {
    /// A file.
    #[graph_resource(odata_type = "microsoft.graph.fileAttachment")]
    File(FileAttachment),
    /// A message or an event.
    #[graph_resource(odata_type = "microsoft.graph.itemAttachment")]
    Item(ItemAttachment),
    /// A link to a file.
    #[graph_resource(odata_type = "microsoft.graph.referenceAttachment")]
    Reference(ReferenceAttachment),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A file.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<message>/attachments/<id>", schema = "v1.0#microsoft.graph.fileAttachment")]
pub struct FileAttachment {
    /// The key.
    pub id: String,
    /// The content.
    pub content_bytes: Option<Binary>,
    /// What the text refers to it by.
    pub content_id: Option<String>,
    /// Not used.
    pub content_location: Option<String>,
    /// `image/png`.
    pub content_type: Option<String>,
    /// Whether it stands within the text.
    pub is_inline: bool,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The name of the file.
    pub name: Option<String>,
    /// In bytes.
    pub size: i32,
}

/// A message or an event.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<message>/attachments/<id>", schema = "v1.0#microsoft.graph.itemAttachment")]
pub struct ItemAttachment {
    /// The key.
    pub id: String,
    /// Its type, as of MIME.
    pub content_type: Option<String>,
    /// Whether it stands within the text.
    pub is_inline: bool,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub name: Option<String>,
    /// In bytes.
    pub size: i32,
    /// What is attached.
    #[graph_resource(navigation)]
    pub item: Option<OutlookItem>,
}

/// A link to a file.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<message>/attachments/<id>", schema = "v1.0")]
pub struct ReferenceAttachment {
    /// The key.
    pub id: String,
    /// Its type, as of MIME.
    pub content_type: Option<String>,
    /// Whether it stands within the text.
    pub is_inline: bool,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub name: Option<String>,
    /// In bytes.
    pub size: i32,
}

/// What a mailbox holds; the base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0")]
pub enum OutlookItem {
    /// A message.
    #[graph_resource(odata_type = "microsoft.graph.message")]
    Message(Box<Message>),
    /// An event.
    #[graph_resource(odata_type = "microsoft.graph.event")]
    Event(Box<Event>),
    /// Another one, such as a contact.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}
