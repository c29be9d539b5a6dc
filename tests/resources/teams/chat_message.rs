//! chatMessage: several members of an enumeration at once, a union, and a resource that nests itself.

use graph_resource::{At, Bytes, Collection, DateTimeOffset, GraphComplex, GraphFunction, GraphResource};

use crate::common::ItemBody;
use crate::harness::{Documented, Own, Page, Required, every_example};
use crate::teams::chat_message_values::{
    ChannelIdentity, ChatMessageAttachment, ChatMessageFromIdentitySet, ChatMessageHistoryItem,
    ChatMessageHostedContent, ChatMessageImportance, ChatMessageMention, ChatMessagePolicyViolation,
    ChatMessageReaction, ChatMessageType,
};
use crate::teams::event_message_detail::EventMessageDetail;

/// A message in a channel or in a chat.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<team>/channels/<channel>/messages/<id>", schema = "v1.0")]
#[graph_resource(path = "/teams/<team>/channels/<channel>/messages/<message>/replies/<id>", at = "reply")]
#[graph_resource(path = "/chats/<chat>/messages/<id>", at = "in_chat")]
pub struct ChatMessage {
    /// The key.
    pub id: String,
    /// What hangs on it.
    #[graph_resource(default)]
    pub attachments: Vec<ChatMessageAttachment>,
    /// The text.
    pub body: ItemBody,
    /// The channel that it is in.
    pub channel_identity: Option<ChannelIdentity>,
    /// The chat that it is in.
    #[graph_resource(read_only)]
    pub chat_id: Option<String>,
    /// When it was written.
    #[graph_resource(create_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// When it was taken back.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// The version, a property like any other here.
    #[graph_resource(read_only)]
    pub etag: Option<String>,
    /// What happened, where it is no message of somebody.
    #[graph_resource(read_only)]
    pub event_detail: Option<EventMessageDetail>,
    /// Who wrote it.
    #[graph_resource(create_only)]
    pub from: Option<ChatMessageFromIdentitySet>,
    /// How much it matters.
    pub importance: ChatMessageImportance,
    /// When its text was changed.
    #[graph_resource(read_only)]
    pub last_edited_date_time: Option<DateTimeOffset>,
    /// When anything of it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// `en-us`.
    pub locale: String,
    /// Who is mentioned.
    #[graph_resource(default)]
    pub mentions: Vec<ChatMessageMention>,
    /// What was done to it.
    #[graph_resource(read_only, default)]
    pub message_history: Vec<ChatMessageHistoryItem>,
    /// What it is.
    #[graph_resource(read_only)]
    pub message_type: ChatMessageType,
    /// Which rule it breaks.
    pub policy_violation: Option<ChatMessagePolicyViolation>,
    /// What others think of it.
    #[graph_resource(default)]
    pub reactions: Vec<ChatMessageReaction>,
    /// The message that it answers.
    #[graph_resource(read_only)]
    pub reply_to_id: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The text, in few words.
    pub summary: Option<String>,
    /// Where it opens in the client.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
    /// Pictures in the text.
    #[graph_resource(navigation)]
    pub hosted_contents: Option<Vec<ChatMessageHostedContent>>,
    /// The answers.
    #[graph_resource(navigation)]
    pub replies: Option<Vec<ChatMessage>>,
}

/// What changed among the messages of a channel.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Delta {}

impl GraphFunction for Delta {
    type On = Collection<ChatMessage>;
    type Output = graph_resource::Page<ChatMessage>;
    const NAME: &'static str = "delta";
}

impl Documented for ChatMessage {
    const TYPES: &'static [&'static str] = &["microsoft.graph.chatMessage"];
    const REQUIRED: Required = Required { patches: 2, gets: 16, wholes: 26 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.chatMessage"];
    const RECASED: &'static [(&'static str, &'static str)] = &[
        ("v1.0/chatmessage-update.md#PATCH1", "policyViolation.dlpAction"),
        ("v1.0/chatmessage-update.md#PATCH1", "policyViolation.verdictDetails"),
        ("beta/chatmessage-update.md#PATCH1", "policyViolation.dlpAction"),
        ("beta/chatmessage-update.md#PATCH1", "policyViolation.verdictDetails"),
    ];
    const BLANK: &'static str =
        r#"{"id":"0","body":{},"importance":"normal","locale":"en-us","messageType":"unknownFutureValue"}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/teams/02bd9fd6/channels/19:4b6bed8d@thread.tacv2/messages/1616989510408",
            before: r##"{"id":"1616989510408","etag":"1616989510408","messageType":"message","importance":"high","locale":
                "en-us","body":{"contentType":"html","content":"<at id=\"0\">Ada</at> & pears"},"from":{"application":null,
                "user":{"@odata.type":"#microsoft.graph.teamworkUserIdentity","id":"87d349ed","userIdentityType":
                "emailUser","tenantId":"t"},"conversation":null},"mentions":[{"id":0,"mentionText":"Ada","mentioned":{
                "user":null,"conversation":{"id":"19:1","conversationIdentityType":"channel"}}}],"reactions":[
                {"reactionType":"like","createdDateTime":"2021-03-29T03:45:10.4Z","user":{"user":{"id":"6ea91a8d"}}}],
                "messageHistory":[{"modifiedDateTime":"2021-03-29T03:45:11Z","actions":"reactionAdded,reactionRemoved"}],
                "replies":[{"id":"2","messageType":"typing","importance":"normal","locale":"no","body":{}}]}"##,
            patch: r#"{"body":{"content":"Plums","contentType":null},"mentions":[],"policyViolation":{"dlpAction":
                "notifySender,blockAccess,blockEverything","userAction":"override","policyTip":
                {"matchedConditionDescriptions":["Recipes"],"generalText":null}},"importance":"urgent"}"#,
            answer: "",
        },
        Own {
            url: "/chats/19:1@unq.gbl.spaces/messages/1612289992105",
            before: r##"{"id":"1612289992105","messageType":"systemEventMessage","importance":"normal","locale":"en-us",
                "body":{"contentType":"html","content":"<systemEventMessage/>"},"from":null,"eventDetail":{"@odata.type":
                "#microsoft.graph.membersAddedEventMessageDetail","members":[{"id":"6ea91a8d","displayName":null,
                "userIdentityType":"aadUser"}],"visibleHistoryStartDateTime":"0001-01-01T00:00:00Z","initiator":
                {"user":{"id":"87d349ed"}}},"hostedContents":[{"id":"h","contentBytes":"AQID","contentType":"image/png"}]}"##,
            patch: r#"{"policyViolation":null,"subject":"Autumn"}"#,
            answer: r##"{"id":"1612289992105","subject":"Autumn","eventDetail":{"@odata.type":
                "#microsoft.graph.callEndedEventMessageDetail","callDuration":"PT1M18.5S","callEventType":"screenShare",
                "callParticipants":[{"participant":{"user":{"id":"87d349ed"},"application":null}}]}}"##,
        },
        Own {
            url: "/chats/19:2/messages/7",
            before: r##"{"id":"7","messageType":"systemEventMessage","importance":"normal","locale":"en-us","body":{},
                "eventDetail":{"@odata.type":"#microsoft.graph.callRecordingEventMessageDetail","callRecordingStatus":
                "chunkFinished","callRecordingDuration":"PT1H0.25S","initiator":null}}"##,
            patch: r#"{"locale":"no"}"#,
            answer: r##"{"id":"7","locale":"no","eventDetail":{"@odata.type":
                "#microsoft.graph.callRecordingEventMessageDetail","callRecordingStatus":"success"}}"##,
        },
        Own {
            url: "/teams/02bd9fd6/channels/19:1/messages/1/replies/2",
            before: r##"{"id":"2","messageType":"chatEvent","importance":"normal","locale":"","body":{},"eventDetail":
                {"@odata.type":"#microsoft.graph.orchardPlantedEventMessageDetail","trees":[1,2]},"replyToId":"1"}"##,
            patch: r#"{"summary":"Trees"}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["teams", team, "channels", channel, "messages", id] => Some(Self::at(team, channel, id)),
            ["teams", team, "channels", channel, "messages", message, "replies", id] => {
                Some(Self::reply(team, channel, message, id))
            }
            ["chats", chat, "messages", id] => Some(Self::in_chat(chat, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["teams", team, "channels", channel, "messages", "delta"] => {
                page.request(Self::collection(team, channel).call(Delta {}))
            }
            ["teams", team, "channels", channel, "messages", message, "replies"] => {
                page.request(Self::reply_collection(team, channel, message).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_chat_message() {
    every_example::<ChatMessage>();
}
