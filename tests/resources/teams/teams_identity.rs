//! Who writes, reads and is mentioned in Teams: identities with members of their own.

use graph_resource::{GraphComplex, GraphEnum};
use serde_json::{Map, Value};

/// An application.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamworkApplicationIdentity {
    /// What it is.
    pub application_identity_type: Option<TeamworkApplicationIdentityType>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A team, a channel or a chat.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamworkConversationIdentity {
    /// Which of them.
    pub conversation_identity_type: Option<TeamworkConversationIdentityType>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamworkUserIdentity {
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// How they came in.
    pub user_identity_type: Option<TeamworkUserIdentityType>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What an application is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamworkApplicationIdentityType {
    /// Of the directory.
    AadApplication,
    /// A bot.
    Bot,
    /// A bot of the tenant.
    TenantBot,
    /// A connector.
    Office365Connector,
    /// An outgoing webhook.
    OutgoingWebhook,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Where people talk.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamworkConversationIdentityType {
    /// In a team.
    Team,
    /// In a channel.
    Channel,
    /// In a chat.
    Chat,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How a person came in.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamworkUserIdentityType {
    /// Of the directory.
    AadUser,
    /// Of a directory elsewhere.
    OnPremiseAadUser,
    /// Without a name.
    AnonymousGuest,
    /// Of another tenant.
    FederatedUser,
    /// With an account of their own.
    PersonalMicrosoftAccountUser,
    /// By Skype.
    SkypeUser,
    /// By telephone.
    PhoneUser,
    /// By mail.
    EmailUser,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
