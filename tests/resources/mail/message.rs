//! message: an open entity with collections of addresses, binary, and relationships that a patch writes.

use graph_resource::edm::Binary;
use graph_resource::{
    At, Bytes, Collection, DateTimeOffset, ETag, GraphComplex, GraphEnum, GraphFunction, GraphResource,
};
use serde_json::{Map, Value};

use crate::common::{DateTimeTimeZone, EmailAddress, ItemBody, Recipient};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};
use crate::mail::attachments::Attachment;
use crate::mail::open_type_extension::Extension;
use crate::mail::outlook::{Importance, MultiValueExtendedProperty, SingleValueExtendedProperty};

/// A piece of electronic mail.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/messages('<id>')", at = "at_key")]
#[graph_resource(path = "/me/mailFolders/<folder>/messages/<id>", at = "in_folder")]
#[graph_resource(path = "/users/<user>/messages/<id>", at = "of_user")]
pub struct Message {
    /// The key.
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// Who gets a copy without the others' knowledge.
    #[graph_resource(default)]
    pub bcc_recipients: Vec<Recipient>,
    /// The text.
    pub body: Option<ItemBody>,
    /// The first words of the text.
    #[graph_resource(read_only)]
    pub body_preview: Option<String>,
    /// By their names.
    #[graph_resource(default)]
    pub categories: Vec<String>,
    /// Who gets a copy.
    #[graph_resource(default)]
    pub cc_recipients: Vec<Recipient>,
    /// The version.
    #[graph_resource(read_only)]
    pub change_key: Option<String>,
    /// What it belongs to.
    #[graph_resource(read_only)]
    pub conversation_id: Option<String>,
    /// Where it stands in the conversation.
    #[graph_resource(read_only)]
    pub conversation_index: Option<Binary>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What is to be done.
    pub flag: Option<FollowupFlag>,
    /// Whose it is.
    pub from: Option<Recipient>,
    /// Whether it has attachments, but for those in the text.
    #[graph_resource(read_only)]
    pub has_attachments: Option<bool>,
    /// How much it matters.
    pub importance: Option<Importance>,
    /// Whether it is worth a look at once.
    pub inference_classification: Option<InferenceClassification>,
    /// The lines above the text, which travel with it.
    #[graph_resource(create_only, default)]
    pub internet_message_headers: Vec<InternetMessageHeader>,
    /// The id that travels with it.
    pub internet_message_id: Option<String>,
    /// Whether its arrival is to be reported.
    pub is_delivery_receipt_requested: Option<bool>,
    /// Whether it was not sent yet.
    #[graph_resource(read_only)]
    pub is_draft: Option<bool>,
    /// Whether it was read.
    pub is_read: Option<bool>,
    /// Whether it is to be reported that it was read.
    pub is_read_receipt_requested: Option<bool>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Whether somebody is called by name.
    #[graph_resource(read_only, unchecked)] // beta
    pub mentions_preview: Option<MentionsPreview>,
    /// The folder.
    #[graph_resource(read_only)]
    pub parent_folder_id: Option<String>,
    /// When it came.
    #[graph_resource(read_only)]
    pub received_date_time: Option<DateTimeOffset>,
    /// Whom to answer.
    #[graph_resource(default)]
    pub reply_to: Vec<Recipient>,
    /// Whose account sent it.
    pub sender: Option<Recipient>,
    /// When it was sent.
    #[graph_resource(read_only)]
    pub sent_date_time: Option<DateTimeOffset>,
    /// What it is about.
    pub subject: Option<String>,
    /// Whom it is for.
    #[graph_resource(default)]
    pub to_recipients: Vec<Recipient>,
    /// What is new in the text.
    #[graph_resource(read_only)]
    pub unique_body: Option<ItemBody>,
    /// Where one can stop such messages.
    #[graph_resource(read_only, default, unchecked)] // beta
    pub unsubscribe_data: Vec<String>,
    /// Whether one can stop such messages.
    #[graph_resource(read_only, unchecked)] // beta
    pub unsubscribe_enabled: Option<bool>,
    /// Where a browser shows it.
    #[graph_resource(read_only)]
    pub web_link: Option<String>,
    /// What is attached.
    #[graph_resource(navigation)]
    pub attachments: Option<Vec<Attachment>>,
    /// What applications add.
    #[graph_resource(navigation)]
    pub extensions: Option<Vec<Extension>>,
    /// Who is called by name.
    #[graph_resource(navigation, unchecked)] // beta
    pub mentions: Option<Vec<Mention>>,
    /// What Graph has no names for, with several values.
    #[graph_resource(default, unchecked)] // a relationship, which bodies hold
    pub multi_value_extended_properties: Vec<MultiValueExtendedProperty>,
    /// What Graph has no names for.
    #[graph_resource(default, unchecked)] // a relationship, which bodies hold
    pub single_value_extended_properties: Vec<SingleValueExtendedProperty>,
    /// The type is open.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What is to be done with a message.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct FollowupFlag {
    /// When it was done.
    pub completed_date_time: Option<DateTimeTimeZone>,
    /// When it should be done.
    pub due_date_time: Option<DateTimeTimeZone>,
    /// Whether something is to be done.
    pub flag_status: Option<FollowupFlagStatus>,
    /// When it begins.
    pub start_date_time: Option<DateTimeTimeZone>,
}

/// Whether something is to be done.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum FollowupFlagStatus {
    /// Nothing.
    NotFlagged,
    /// It was done.
    Complete,
    /// Something.
    Flagged,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether a message is worth a look at once.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.inferenceClassificationType")]
pub enum InferenceClassification {
    /// Yes.
    Focused,
    /// No.
    Other,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A line above the text.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct InternetMessageHeader {
    /// `x-…` where it is one's own.
    pub name: Option<String>,
    /// The rest of the line.
    pub value: Option<String>,
}

/// Whether somebody is called by name.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct MentionsPreview {
    /// Whether the signed-in user is.
    pub is_mentioned: Option<bool>,
}

/// Somebody who is called by name.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<message>/mentions/<id>")]
pub struct Mention {
    /// The key.
    pub id: String,
    /// Where it was written.
    pub application: Option<String>,
    /// An id of the application's.
    pub client_reference: Option<String>,
    /// Who wrote it.
    pub created_by: Option<EmailAddress>,
    /// When, on the client.
    pub created_date_time: Option<DateTimeOffset>,
    /// A link to the place.
    pub deep_link: Option<String>,
    /// The name that stands in the text.
    pub mention_text: Option<String>,
    /// Who is called.
    pub mentioned: Option<EmailAddress>,
    /// When, on the server.
    #[graph_resource(read_only)]
    pub server_created_date_time: Option<DateTimeOffset>,
}

/// What changed in a folder.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct MessageDelta {}

impl GraphFunction for MessageDelta {
    type On = Collection<Message>;
    type Output = graph_resource::Page<Message>;
    const NAME: &'static str = "delta";
}

impl Documented for Message {
    const TYPES: &'static [&'static str] = &["microsoft.graph.message"];
    const REQUIRED: Required = Required { patches: 3, gets: 18, wholes: 18 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/message-update.md#PATCH1", Check::State, "`datetime-value` in place of a moment"),
        ("v1.0/message-delta.md#GET1", Check::Read, "`datetime-value` in place of a moment"),
        ("beta/message-delta.md#GET1", Check::Read, "`datetime-value` in place of a moment"),
        (
            "beta/opentypeextension-get.md#GET2",
            Check::Line,
            "a quote within the address, which is that of an extension",
        ),
    ];
    const RECASED: &'static [(&'static str, &'static str)] = &[
        ("v1.0/opentypeextension-get.md#GET4", "body.contentType"),
        ("v1.0/opentypeextension-get.md#GET4", "importance"),
        ("v1.0/opentypeextension-get.md#GET4", "inferenceClassification"),
        ("v1.0/opentypeextension-get.md#GET6", "body.contentType"),
        ("v1.0/opentypeextension-get.md#GET6", "importance"),
        ("v1.0/opentypeextension-get.md#GET6", "inferenceClassification"),
        ("beta/opentypeextension-get.md#GET4", "body.contentType"),
        ("beta/opentypeextension-get.md#GET4", "importance"),
        ("beta/opentypeextension-get.md#GET4", "inferenceClassification"),
        ("beta/opentypeextension-get.md#GET6", "body.contentType"),
        ("beta/opentypeextension-get.md#GET6", "importance"),
        ("beta/opentypeextension-get.md#GET6", "inferenceClassification"),
        ("beta/message-get.md#GET2", "body.contentType"),
    ];
    const OWN: &'static [Own] = &[Own {
        url: "/users/ada/messages/M1",
        before: r##"{"@odata.type":"#microsoft.graph.eventMessage","@odata.etag":"W/\"d\"","id":"M1","subject":"Supper?",
            "conversationIndex":"AQ+/8Q==","flag":{"flagStatus":"flagged","dueDateTime":{"dateTime":"2024-03-01T00:00:00",
            "timeZone":"UTC"}},"internetMessageHeaders":[{"name":"x-course","value":"soup"}],"meetingMessageType":
            "meetingRequest","attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","id":"A1","name":"menu.txt",
            "isInline":false,"size":4,"contentBytes":"c291cA=="},{"@odata.type":"#microsoft.graph.referenceAttachment",
            "id":"A2","isInline":true,"size":0}],"extensions":[{"@odata.type":"#microsoft.graph.openTypeExtension",
            "id":"x","extensionName":"x","course":2},{"@odata.type":"#microsoft.graph.closedExtension","id":"y"}]}"##,
        patch: r#"{"flag":{"flagStatus":"complete","dueDateTime":null},"toRecipients":[{"emailAddress":{"address":
            "bob@example.org"}}],"from":null,"isRead":true,"categories":["Food"],"multiValueExtendedProperties":[{"id":
            "StringArray {0000} Name Courses","value":["soup","fish"]}]}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "messages", id] => Self::at(id),
            ["me", "messages('')", id] => Self::at_key(id),
            ["users", user, "messages", id] => Self::of_user(user, id),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "messages"] => page.request(Self::collection().list()),
            ["me", "mailFolders", folder, "messages"] => page.request(Self::in_folder_collection(folder).list()),
            ["me", "mailFolders", folder, "messages", "delta"] => {
                page.request(Self::in_folder_collection(folder).call(MessageDelta {}))
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_message() {
    every_example::<Message>();
}
