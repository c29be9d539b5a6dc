//! teamsTab: an open complex value, and the app that `$expand` brings along.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

use crate::common::IdentitySet;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A tab of a chat or of a channel.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/chats/<chat>/tabs/<id>", schema = "v1.0")]
#[graph_resource(path = "/teams/<team>/channels/<channel>/tabs/<id>", at = "in_channel")]
pub struct TeamsTab {
    /// The key.
    pub id: String,
    /// How the app is set up in it.
    #[graph_resource(merge)]
    pub configuration: Option<TeamsTabConfiguration>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The message that told of the tab.
    #[graph_resource(read_only, unchecked)] // on pages alone
    pub message_id: Option<String>,
    /// Where it stands among the others.
    #[graph_resource(unchecked)] // on pages alone
    pub sort_order_index: Option<String>,
    /// The id of the app, in the older form of the API.
    #[graph_resource(read_only, unchecked)] // on pages alone
    pub teams_app_id: Option<String>,
    /// Where it opens in the client.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
    /// What the tab shows.
    #[graph_resource(navigation)]
    pub teams_app: Option<TeamsApp>,
}

/// How an app is set up in a tab.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamsTabConfiguration {
    /// What is shown.
    pub content_url: Option<String>,
    /// When the tab was added.
    #[graph_resource(unchecked)] // on pages alone
    pub date_added: Option<DateTimeOffset>,
    /// What the app calls it.
    pub entity_id: Option<String>,
    /// Called when the tab goes.
    pub remove_url: Option<String>,
    /// What is shown outside of the client.
    pub website_url: Option<String>,
    /// What the app adds.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// An app of the catalogue.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/appCatalogs/teamsApps/<id>", schema = "v1.0")]
pub struct TeamsApp {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// Where it comes from.
    pub distribution_method: Option<TeamsAppDistributionMethod>,
    /// The id that its developer gave it.
    pub external_id: Option<String>,
    /// Its versions.
    #[graph_resource(navigation)]
    pub app_definitions: Option<Vec<TeamsAppDefinition>>,
}

/// A version of an app.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/appCatalogs/teamsApps/<app>/appDefinitions/<id>", schema = "v1.0")]
pub struct TeamsAppDefinition {
    /// The key.
    pub id: String,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// What it does.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Whether it can be used.
    pub publishing_state: Option<TeamsAppPublishingState>,
    /// What it does, in few words.
    pub short_description: Option<String>,
    /// The id in its manifest.
    pub teams_app_id: Option<String>,
    /// The version.
    pub version: Option<String>,
}

/// Where an app comes from.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamsAppDistributionMethod {
    /// The store.
    Store,
    /// The organization.
    Organization,
    /// A user.
    Sideloaded,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Whether a version can be used.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TeamsAppPublishingState {
    /// It was handed in.
    Submitted,
    /// It was refused.
    Rejected,
    /// It is in the catalogue.
    Published,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for TeamsTab {
    const TYPES: &'static [&'static str] = &["microsoft.graph.teamsTab"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 10 };
    const OWN: &'static [Own] = &[Own {
        url: "/teams/02bd9fd6/channels/19:4b6bed8d@thread.tacv2/tabs/794f0e4e",
        before: r#"{"id":"794f0e4e","displayName":"Board","sortOrderIndex":"7","configuration":{"entityId":"e","contentUrl":
            "https://orchard.example/b","removeUrl":null,"dateAdded":"2020-12-08T07:17:29.748Z","depth":{"levels":[1,2]}},
            "teamsApp":{"id":"49e6f432","externalId":null,"distributionMethod":"sideloaded","appDefinitions":[{"id":"a",
            "version":"1.0","publishingState":"published"}]}}"#,
        patch: r#"{"displayName":"Board 2","configuration":{"contentUrl":null,"websiteUrl":"https://orchard.example/w",
            "depth":null,"width":3},"teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/1"}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["chats", chat, "tabs", id] => Some(Self::at(chat, id)),
            ["teams", team, "channels", channel, "tabs", id] => Some(Self::in_channel(team, channel, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["chats", chat, "tabs"] => Some(page.request(Self::collection(chat).list())),
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_teams_tab() {
    every_example::<TeamsTab>();
}
