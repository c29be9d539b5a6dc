//! team: an open entity whose settings are changed member by member.

use graph_resource::{At, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

use crate::harness::{Documented, Own, Required, every_example};
use crate::teams::channel::Channel;

/// A team of Microsoft Teams.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<id>", schema = "v1.0")]
pub struct Team {
    /// The key, which is that of the group.
    pub id: String,
    /// How sensitive the data are.
    pub classification: Option<String>,
    /// When the team was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether it can be found by searching.
    #[graph_resource(merge, unchecked)] // on pages alone
    pub discovery_settings: Option<TeamDiscoverySettings>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The name of the channel that a new team starts with.
    #[graph_resource(create_only)]
    pub first_channel_name: Option<String>,
    /// Pictures and jokes.
    #[graph_resource(merge)]
    pub fun_settings: Option<TeamFunSettings>,
    /// What guests may do.
    #[graph_resource(merge)]
    pub guest_settings: Option<TeamGuestSettings>,
    /// A second id.
    #[graph_resource(read_only)]
    pub internal_id: Option<String>,
    /// Whether it can only be read.
    #[graph_resource(read_only)]
    pub is_archived: Option<bool>,
    /// Whether owners alone add members.
    #[graph_resource(unchecked)] // beta
    pub is_membership_limited_to_owners: Option<bool>,
    /// What members may do.
    #[graph_resource(merge)]
    pub member_settings: Option<TeamMemberSettings>,
    /// Messages and mentions.
    #[graph_resource(merge)]
    pub messaging_settings: Option<TeamMessagingSettings>,
    /// What it is used for.
    #[graph_resource(create_only)]
    pub specialization: Option<TeamSpecialization>,
    /// How many are in it.
    #[graph_resource(read_only)]
    pub summary: Option<TeamSummary>,
    /// The tenant.
    #[graph_resource(read_only)]
    pub tenant_id: Option<String>,
    /// Who sees it.
    pub visibility: Option<TeamVisibilityType>,
    /// Where it opens in the client.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
    /// All channels, those of other teams included.
    #[graph_resource(navigation)]
    pub all_channels: Option<Vec<Channel>>,
    /// The channels of the team.
    #[graph_resource(navigation)]
    pub channels: Option<Vec<Channel>>,
    /// Channels that other teams share.
    #[graph_resource(navigation)]
    pub incoming_channels: Option<Vec<Channel>>,
    /// The channel that each team has.
    #[graph_resource(navigation)]
    pub primary_channel: Option<Channel>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// Whether a team can be found.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TeamDiscoverySettings {
    /// By searching, and among the suggestions.
    pub show_in_teams_search_and_suggestions: Option<bool>,
}

/// What is allowed for fun.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamFunSettings {
    /// Memes of one's own.
    pub allow_custom_memes: Option<bool>,
    /// Animated pictures.
    pub allow_giphy: Option<bool>,
    /// Stickers and memes.
    pub allow_stickers_and_memes: Option<bool>,
    /// Which animated pictures.
    pub giphy_content_rating: Option<GiphyRatingType>,
}

/// What guests may do.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamGuestSettings {
    /// Make and change channels.
    pub allow_create_update_channels: Option<bool>,
    /// Delete channels.
    pub allow_delete_channels: Option<bool>,
}

/// What members may do.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamMemberSettings {
    /// Add and remove apps.
    pub allow_add_remove_apps: Option<bool>,
    /// Make private channels.
    pub allow_create_private_channels: Option<bool>,
    /// Make and change channels.
    pub allow_create_update_channels: Option<bool>,
    /// Connectors.
    pub allow_create_update_remove_connectors: Option<bool>,
    /// Tabs.
    pub allow_create_update_remove_tabs: Option<bool>,
    /// Delete channels.
    pub allow_delete_channels: Option<bool>,
}

/// What may be done with messages.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamMessagingSettings {
    /// Mention a channel.
    pub allow_channel_mentions: Option<bool>,
    /// Owners delete any message.
    pub allow_owner_delete_messages: Option<bool>,
    /// Mention the team.
    pub allow_team_mentions: Option<bool>,
    /// Users delete their own messages.
    pub allow_user_delete_messages: Option<bool>,
    /// Users edit their own messages.
    pub allow_user_edit_messages: Option<bool>,
}

/// How many are in a team.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamSummary {
    /// Guests.
    pub guests_count: Option<i32>,
    /// Members.
    pub members_count: Option<i32>,
    /// Owners.
    pub owners_count: Option<i32>,
}

/// Which animated pictures are shown.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum GiphyRatingType {
    /// For everybody.
    Strict,
    /// For most.
    Moderate,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a team is used for.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamSpecialization {
    /// Nothing in particular.
    None,
    /// A school.
    EducationStandard,
    /// A class.
    EducationClass,
    /// Teachers who learn together.
    EducationProfessionalLearningCommunity,
    /// The staff of a school.
    EducationStaff,
    /// A hospital.
    HealthcareStandard,
    /// The care of patients.
    HealthcareCareCoordination,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Who sees a team.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamVisibilityType {
    /// Its members; others ask to join.
    Private,
    /// Everybody, and joins.
    Public,
    /// Everybody, but not who is in it.
    HiddenMembership,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for Team {
    const TYPES: &'static [&'static str] = &["microsoft.graph.team"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 0 };
    const OWN: &'static [Own] = &[Own {
        url: "/teams/02bd9fd6",
        before: r#"{"id":"02bd9fd6","displayName":"Orchard","visibility":"hiddenMembership","isArchived":false,
            "memberSettings":{"allowDeleteChannels":true,"allowAddRemoveApps":false},"specialization":"none",
            "primaryChannel":{"id":"19:1","displayName":"General","membershipType":"standard"},
            "summary":{"ownersCount":1,"membersCount":7,"guestsCount":0},"isPicked":true}"#,
        patch: r#"{"memberSettings":{"allowDeleteChannels":false,"allowAddRemoveApps":null},"funSettings":
            {"giphyContentRating":"moderate"},"guestSettings":null,"visibility":"public","isPicked":null}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["teams", id] => Some(Self::at(id)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_team() {
    every_example::<Team>();
}
