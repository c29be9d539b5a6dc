//! Values of messages.

use graph_resource::edm::Binary;
use graph_resource::{DateTimeOffset, FlagSet, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

use crate::common::{Identity, IdentitySet};
use crate::teams::teams_identity::{TeamworkApplicationIdentity, TeamworkConversationIdentity, TeamworkUserIdentity};

/// A channel of a team.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelIdentity {
    /// The channel.
    pub channel_id: Option<String>,
    /// The team.
    pub team_id: Option<String>,
}

/// What hangs on a message.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessageAttachment {
    /// The content itself, of a card.
    pub content: Option<String>,
    /// `reference`, or a type of media.
    pub content_type: Option<String>,
    /// Where the content is.
    pub content_url: Option<String>,
    /// What the text calls it.
    pub id: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The app that made it.
    pub teams_app_id: Option<String>,
    /// A small picture of it.
    pub thumbnail_url: Option<String>,
}

/// Who wrote a message.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessageFromIdentitySet {
    /// An application.
    pub application: Option<TeamworkApplicationIdentity>,
    /// A conversation.
    #[graph_resource(unchecked)] // on pages alone
    pub conversation: Option<TeamworkConversationIdentity>,
    /// A device.
    pub device: Option<Identity>,
    /// A person.
    pub user: Option<TeamworkUserIdentity>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// Who is mentioned in a message.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessageMentionedIdentitySet {
    /// An application.
    pub application: Option<TeamworkApplicationIdentity>,
    /// A conversation.
    pub conversation: Option<TeamworkConversationIdentity>,
    /// A device.
    pub device: Option<Identity>,
    /// A person.
    pub user: Option<TeamworkUserIdentity>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A place in a text where somebody is mentioned.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessageMention {
    /// The number in the text.
    pub id: Option<i32>,
    /// Who.
    pub mentioned: Option<ChatMessageMentionedIdentitySet>,
    /// What is written.
    pub mention_text: Option<String>,
}

/// What somebody thinks of a message.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessageReaction {
    /// When.
    pub created_date_time: DateTimeOffset,
    /// The name of a picture.
    pub display_name: Option<String>,
    /// Where the picture is.
    pub reaction_content_url: Option<String>,
    /// `like`, or a character.
    pub reaction_type: String,
    /// Who.
    pub user: IdentitySet,
}

/// Something that was done to a message.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessageHistoryItem {
    /// What.
    pub actions: FlagSet<ChatMessageActions>,
    /// When.
    pub modified_date_time: DateTimeOffset,
    /// With which reaction.
    pub reaction: Option<ChatMessageReaction>,
}

/// Which rule a message breaks, and what is done about it.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessagePolicyViolation {
    /// What is done.
    pub dlp_action: Option<FlagSet<ChatMessagePolicyViolationDlpActionTypes>>,
    /// What the sender says for it.
    pub justification_text: Option<String>,
    /// What the sender is told.
    pub policy_tip: Option<ChatMessagePolicyViolationPolicyTip>,
    /// What the sender did.
    pub user_action: Option<FlagSet<ChatMessagePolicyViolationUserActionTypes>>,
    /// What the sender may do.
    pub verdict_details: Option<FlagSet<ChatMessagePolicyViolationVerdictDetailsTypes>>,
}

/// What a sender is told.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatMessagePolicyViolationPolicyTip {
    /// Where the rules are.
    pub compliance_url: Option<String>,
    /// The text.
    pub general_text: Option<String>,
    /// What was found in the message.
    #[graph_resource(default)]
    pub matched_condition_descriptions: Vec<String>,
}

/// A picture in a text.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<team>/channels/<channel>/messages/<message>/hostedContents/<id>", schema = "v1.0")]
pub struct ChatMessageHostedContent {
    /// The key.
    pub id: String,
    /// The bytes.
    pub content_bytes: Option<Binary>,
    /// `image/png`.
    pub content_type: Option<String>,
}

/// How much a message matters.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChatMessageImportance {
    /// As most do.
    Normal,
    /// More.
    High,
    /// Much more.
    Urgent,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a message is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChatMessageType {
    /// Somebody's.
    Message,
    /// Something that happened in a chat.
    ChatEvent,
    /// Somebody who writes one.
    Typing,
    /// Something that happened.
    SystemEventMessage,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What was done to a message.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChatMessageActions {
    /// Somebody reacted.
    ReactionAdded,
    /// Somebody took the reaction back.
    ReactionRemoved,
    /// Something else.
    ActionUndefined,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What is done about a message.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChatMessagePolicyViolationDlpActionTypes {
    /// Nothing.
    None,
    /// The sender is told.
    NotifySender,
    /// Nobody sees it.
    BlockAccess,
    /// Nobody from outside sees it.
    BlockAccessExternal,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a sender did.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChatMessagePolicyViolationUserActionTypes {
    /// Nothing.
    None,
    /// Sent it all the same.
    Override,
    /// Said that it breaks no rule.
    ReportFalsePositive,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a sender may do.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChatMessagePolicyViolationVerdictDetailsTypes {
    /// Nothing.
    None,
    /// Say that it breaks no rule.
    AllowFalsePositiveOverride,
    /// Send it all the same.
    AllowOverrideWithoutJustification,
    /// Send it all the same, and say why.
    AllowOverrideWithJustification,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
