//! channel: a key with characters that a path encodes, and settings that only the beta has.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};

use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// A channel of a team.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<team>/channels/<id>", schema = "v1.0")]
#[graph_resource(path = "/teams/<team>/primaryChannel", at = "primary_of")]
pub struct Channel {
    /// The key, as in `19:4b6bed8d@thread.tacv2`.
    pub id: String,
    /// When the channel was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: String,
    /// Where mail to the channel goes.
    #[graph_resource(read_only)]
    pub email: Option<String>,
    /// Whether it can only be read.
    #[graph_resource(read_only)]
    pub is_archived: Option<bool>,
    /// Whether it is shown to all members at once.
    pub is_favorite_by_default: Option<bool>,
    /// How messages are laid out.
    pub layout_type: Option<ChannelLayoutType>,
    /// Who is in it.
    #[graph_resource(create_only)]
    pub membership_type: Option<ChannelMembershipType>,
    /// How far the import of its messages is.
    #[graph_resource(read_only)]
    pub migration_mode: Option<MigrationMode>,
    /// Who may write.
    #[graph_resource(merge, unchecked)] // beta
    pub moderation_settings: Option<ChannelModerationSettings>,
    /// When it was made in the system that it was imported from.
    #[graph_resource(read_only)]
    pub original_created_date_time: Option<DateTimeOffset>,
    /// How many are in it.
    #[graph_resource(read_only)]
    pub summary: Option<ChannelSummary>,
    /// The tenant.
    #[graph_resource(read_only)]
    pub tenant_id: Option<String>,
    /// Where it opens in the client.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
}

/// Who may write in a channel.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ChannelModerationSettings {
    /// Whether bots do.
    pub allow_new_message_from_bots: Option<bool>,
    /// Whether connectors do.
    pub allow_new_message_from_connectors: Option<bool>,
    /// Who answers.
    pub reply_restriction: Option<ReplyRestriction>,
    /// Who begins.
    pub user_new_message_restriction: Option<UserNewMessageRestriction>,
}

/// How many are in a channel.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelSummary {
    /// Guests.
    pub guests_count: Option<i32>,
    /// Whether some are of another tenant.
    pub has_members_from_other_tenants: Option<bool>,
    /// Members.
    pub members_count: Option<i32>,
    /// Owners.
    pub owners_count: Option<i32>,
}

/// How messages are laid out.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChannelLayoutType {
    /// As posts with replies.
    Post,
    /// As a chat.
    Chat,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who is in a channel.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ChannelMembershipType {
    /// Everybody in the team.
    Standard,
    /// Some of the team.
    Private,
    /// Others too.
    Shared,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How far an import is.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum MigrationMode {
    /// It goes on.
    InProgress,
    /// It is done.
    Completed,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who answers in a channel.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum ReplyRestriction {
    /// Everybody.
    Everyone,
    /// The author of the message, and moderators.
    AuthorAndModerators,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who begins in a channel.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum UserNewMessageRestriction {
    /// Everybody.
    Everyone,
    /// Everybody but guests.
    EveryoneExceptGuests,
    /// Moderators.
    Moderators,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for Channel {
    const TYPES: &'static [&'static str] = &["microsoft.graph.channel"];
    const REQUIRED: Required = Required { patches: 1, gets: 6, wholes: 6 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/channel-patch.md#PATCH1", Check::Body, "the page shows no body"),
        ("v1.0/channel-patch.md#PATCH1", Check::State, "the page shows no body"),
        ("beta/channel-patch.md#PATCH1", Check::Body, "the page shows no body"),
        ("beta/channel-patch.md#PATCH1", Check::State, "the page shows no body"),
    ];
    const BLANK: &'static str = r#"{"id":"0","displayName":""}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/teams/02bd9fd6/channels/19:4b6bed8d@thread.tacv2",
            before: r#"{"id":"19:4b6bed8d@thread.tacv2","displayName":"Harvest","description":"Apples","membershipType":
                "shared","layoutType":"chat","createdDateTime":"2021-03-01T12:00:00.5Z","isFavoriteByDefault":null,
                "summary":{"membersCount":3,"hasMembersFromOtherTenants":true},"migrationMode":"completed"}"#,
            patch: r#"{"displayName":"Harvest 2","description":null,"layoutType":"post","isFavoriteByDefault":true,
                "moderationSettings":{"replyRestriction":"authorAndModerators"}}"#,
            answer: "",
        },
        Own {
            url: "/teams/02bd9fd6/primaryChannel",
            before: r#"{"id":"19:1","displayName":"General","moderationSettings":{"allowNewMessageFromBots":false,
                "userNewMessageRestriction":"everyoneExceptGuests"}}"#,
            patch: r#"{"moderationSettings":{"allowNewMessageFromBots":true,"userNewMessageRestriction":null}}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["teams", team, "channels", id] => Some(Self::at(team, id)),
            ["teams", team, "primaryChannel"] => Some(Self::primary_of(team)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["teams", team, "channels"] => Some(page.request(Self::collection(team).list())),
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_channel() {
    every_example::<Channel>();
}
