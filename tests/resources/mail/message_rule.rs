//! messageRule: large complex values of which few members are there, and which the service replaces as a whole.

use graph_resource::{At, GraphComplex, GraphEnum, GraphResource};

use crate::common::Recipient;
use crate::harness::{Documented, Own, Required, every_example};
use crate::mail::outlook::{Importance, Sensitivity};

/// What is done with the messages that come in.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/mailFolders/inbox/messageRules/<id>", schema = "v1.0")]
#[graph_resource(path = "/users/<user>/mailFolders/inbox/messageRules/<id>", at = "of_user")]
#[graph_resource(path = "/me/mailfolders/inbox/messagerules('<id>')", at = "at_key", unchecked)] // as a page writes it
pub struct MessageRule {
    /// The key.
    pub id: String,
    /// What is done.
    pub actions: Option<MessageRuleActions>,
    /// With which messages.
    pub conditions: Option<MessageRulePredicates>,
    /// The name to show.
    pub display_name: Option<String>,
    /// With which not.
    pub exceptions: Option<MessageRulePredicates>,
    /// Whether it cannot be run.
    #[graph_resource(read_only)]
    pub has_error: Option<bool>,
    /// Whether it is run.
    pub is_enabled: Option<bool>,
    /// Whether it can only be read by way of Graph.
    #[graph_resource(read_only)]
    pub is_read_only: Option<bool>,
    /// Where it stands among the others.
    pub sequence: Option<i32>,
}

/// What is done with a message.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MessageRuleActions {
    /// Put into these categories.
    #[graph_resource(default)]
    pub assign_categories: Vec<String>,
    /// Copied to this folder.
    pub copy_to_folder: Option<String>,
    /// Moved to the deleted ones.
    pub delete: Option<bool>,
    /// Forwarded, as an attachment.
    #[graph_resource(default)]
    pub forward_as_attachment_to: Vec<Recipient>,
    /// Forwarded.
    #[graph_resource(default)]
    pub forward_to: Vec<Recipient>,
    /// Marked as read.
    pub mark_as_read: Option<bool>,
    /// Made more or less important.
    pub mark_importance: Option<Importance>,
    /// Moved to this folder.
    pub move_to_folder: Option<String>,
    /// Deleted for good.
    pub permanent_delete: Option<bool>,
    /// Redirected.
    #[graph_resource(default)]
    pub redirect_to: Vec<Recipient>,
    /// Spared the rules that follow.
    pub stop_processing_rules: Option<bool>,
}

/// What a message is like.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MessageRulePredicates {
    /// Words in the text.
    #[graph_resource(default)]
    pub body_contains: Vec<String>,
    /// Words in the text or the subject.
    #[graph_resource(default)]
    pub body_or_subject_contains: Vec<String>,
    /// The categories.
    #[graph_resource(default)]
    pub categories: Vec<String>,
    /// Who sent it.
    #[graph_resource(default)]
    pub from_addresses: Vec<Recipient>,
    /// Whether it has attachments.
    pub has_attachments: Option<bool>,
    /// Words in the headers.
    #[graph_resource(default)]
    pub header_contains: Vec<String>,
    /// How much it matters.
    pub importance: Option<Importance>,
    /// Whether it asks for approval.
    pub is_approval_request: Option<bool>,
    /// Whether a machine forwarded it.
    pub is_automatic_forward: Option<bool>,
    /// Whether a machine wrote it.
    pub is_automatic_reply: Option<bool>,
    /// Whether it is encrypted.
    pub is_encrypted: Option<bool>,
    /// Whether it invites to a meeting.
    pub is_meeting_request: Option<bool>,
    /// Whether it answers an invitation.
    pub is_meeting_response: Option<bool>,
    /// Whether it says that another one did not arrive.
    pub is_non_delivery_report: Option<bool>,
    /// Whether its use is restricted.
    pub is_permission_controlled: Option<bool>,
    /// Whether it says that another one was read.
    pub is_read_receipt: Option<bool>,
    /// Whether it is signed.
    pub is_signed: Option<bool>,
    /// Whether it was spoken.
    pub is_voicemail: Option<bool>,
    /// What it asks to do.
    pub message_action_flag: Option<MessageActionFlag>,
    /// Whether the owner is not among those addressed.
    pub not_sent_to_me: Option<bool>,
    /// Words in the addresses it went to.
    #[graph_resource(default)]
    pub recipient_contains: Vec<String>,
    /// Words in the address it came from.
    #[graph_resource(default)]
    pub sender_contains: Vec<String>,
    /// How private it is.
    pub sensitivity: Option<Sensitivity>,
    /// Whether the owner gets a copy.
    pub sent_cc_me: Option<bool>,
    /// Whether the owner alone is addressed.
    pub sent_only_to_me: Option<bool>,
    /// Whom it went to.
    #[graph_resource(default)]
    pub sent_to_addresses: Vec<Recipient>,
    /// Whether the owner is addressed.
    pub sent_to_me: Option<bool>,
    /// Whether the owner is addressed or gets a copy.
    pub sent_to_or_cc_me: Option<bool>,
    /// Words in the subject.
    #[graph_resource(default)]
    pub subject_contains: Vec<String>,
    /// How large it is.
    pub within_size_range: Option<SizeRange>,
}

/// Between two sizes.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SizeRange {
    /// In kilobytes.
    pub maximum_size: Option<i32>,
    /// In kilobytes.
    pub minimum_size: Option<i32>,
}

/// What a message asks to do.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum MessageActionFlag {
    /// Anything.
    Any,
    /// Call.
    Call,
    /// Keep it.
    DoNotForward,
    /// See to it.
    FollowUp,
    /// Take note.
    Fyi,
    /// Forward it.
    Forward,
    /// Nothing.
    NoResponseNecessary,
    /// Read it.
    Read,
    /// Answer.
    Reply,
    /// Answer all.
    ReplyToAll,
    /// Review it.
    Review,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for MessageRule {
    const TYPES: &'static [&'static str] = &["microsoft.graph.messageRule"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 2 };
    const OWN: &'static [Own] = &[Own {
        url: "/users/ada/mailFolders/inbox/messageRules/AQAA",
        before: r#"{"id":"AQAA","displayName":"Invoices","sequence":1,"isEnabled":true,"conditions":{"subjectContains":
            ["invoice"],"withinSizeRange":{"minimumSize":1,"maximumSize":9},"messageActionFlag":"fyi"},"actions":
            {"moveToFolder":"bills","stopProcessingRules":true},"exceptions":{"isSigned":false}}"#,
        patch: r#"{"exceptions":null,"conditions":{"withinSizeRange":{"maximumSize":null},"senderContains":["shop"]},
            "actions":{"delete":true,"redirectTo":[{"emailAddress":{"address":"bob@example.org"}}]}}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "mailFolders", "inbox", "messageRules", id] => Self::at(id),
            ["users", user, "mailFolders", "inbox", "messageRules", id] => Self::of_user(user, id),
            ["me", "mailfolders", "inbox", "messagerules('')", id] => Self::at_key(id),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_message_rule() {
    every_example::<MessageRule>();
}
