//! What happened, where a message is nobody's: an abstract type, and thirty that are derived from it.

use graph_resource::{DateTimeOffset, GraphComplex, GraphUnion};
use serde_json::{Map, Value};

use crate::common::IdentitySet;
use crate::teams::event_message_call::{
    CallEndedEventMessageDetail, CallRecordingEventMessageDetail, CallStartedEventMessageDetail,
    CallTranscriptEventMessageDetail,
};
use crate::teams::teams_identity::TeamworkUserIdentity;

/// What happened.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0")]
pub enum EventMessageDetail {
    /// A call ended.
    #[graph_resource(odata_type = "microsoft.graph.callEndedEventMessageDetail")]
    CallEnded(CallEndedEventMessageDetail),
    /// A call was recorded.
    #[graph_resource(odata_type = "microsoft.graph.callRecordingEventMessageDetail")]
    CallRecording(Box<CallRecordingEventMessageDetail>),
    /// A call began.
    #[graph_resource(odata_type = "microsoft.graph.callStartedEventMessageDetail")]
    CallStarted(CallStartedEventMessageDetail),
    /// A call was written down.
    #[graph_resource(odata_type = "microsoft.graph.callTranscriptEventMessageDetail")]
    CallTranscript(CallTranscriptEventMessageDetail),
    /// A channel was made.
    #[graph_resource(odata_type = "microsoft.graph.channelAddedEventMessageDetail")]
    ChannelAdded(ChannelAddedEventMessageDetail),
    /// A channel was deleted.
    #[graph_resource(odata_type = "microsoft.graph.channelDeletedEventMessageDetail")]
    ChannelDeleted(ChannelDeletedEventMessageDetail),
    /// A channel has another description.
    #[graph_resource(odata_type = "microsoft.graph.channelDescriptionUpdatedEventMessageDetail")]
    ChannelDescriptionUpdated(ChannelDescriptionUpdatedEventMessageDetail),
    /// A channel has another name.
    #[graph_resource(odata_type = "microsoft.graph.channelRenamedEventMessageDetail")]
    ChannelRenamed(ChannelRenamedEventMessageDetail),
    /// A channel is shown to all.
    #[graph_resource(odata_type = "microsoft.graph.channelSetAsFavoriteByDefaultEventMessageDetail")]
    ChannelSetAsFavoriteByDefault(ChannelSetAsFavoriteByDefaultEventMessageDetail),
    /// A channel is no longer shown to all.
    #[graph_resource(odata_type = "microsoft.graph.channelUnsetAsFavoriteByDefaultEventMessageDetail")]
    ChannelUnsetAsFavoriteByDefault(ChannelUnsetAsFavoriteByDefaultEventMessageDetail),
    /// A chat has another name.
    #[graph_resource(odata_type = "microsoft.graph.chatRenamedEventMessageDetail")]
    ChatRenamed(ChatRenamedEventMessageDetail),
    /// Somebody may do more, or less.
    #[graph_resource(odata_type = "microsoft.graph.conversationMemberRoleUpdatedEventMessageDetail")]
    ConversationMemberRoleUpdated(ConversationMemberRoleUpdatedEventMessageDetail),
    /// The rules of a meeting are others.
    #[graph_resource(odata_type = "microsoft.graph.meetingPolicyUpdatedEventMessageDetail")]
    MeetingPolicyUpdated(MeetingPolicyUpdatedEventMessageDetail),
    /// People were added.
    #[graph_resource(odata_type = "microsoft.graph.membersAddedEventMessageDetail")]
    MembersAdded(MembersAddedEventMessageDetail),
    /// People were removed.
    #[graph_resource(odata_type = "microsoft.graph.membersDeletedEventMessageDetail")]
    MembersDeleted(MembersDeletedEventMessageDetail),
    /// People joined.
    #[graph_resource(odata_type = "microsoft.graph.membersJoinedEventMessageDetail")]
    MembersJoined(MembersJoinedEventMessageDetail),
    /// People left.
    #[graph_resource(odata_type = "microsoft.graph.membersLeftEventMessageDetail")]
    MembersLeft(MembersLeftEventMessageDetail),
    /// A message was pinned.
    #[graph_resource(odata_type = "microsoft.graph.messagePinnedEventMessageDetail")]
    MessagePinned(MessagePinnedEventMessageDetail),
    /// A message is no longer pinned.
    #[graph_resource(odata_type = "microsoft.graph.messageUnpinnedEventMessageDetail")]
    MessageUnpinned(MessageUnpinnedEventMessageDetail),
    /// A tab was changed.
    #[graph_resource(odata_type = "microsoft.graph.tabUpdatedEventMessageDetail")]
    TabUpdated(TabUpdatedEventMessageDetail),
    /// A team can only be read.
    #[graph_resource(odata_type = "microsoft.graph.teamArchivedEventMessageDetail")]
    TeamArchived(TeamArchivedEventMessageDetail),
    /// A team was made.
    #[graph_resource(odata_type = "microsoft.graph.teamCreatedEventMessageDetail")]
    TeamCreated(TeamCreatedEventMessageDetail),
    /// A team has another description.
    #[graph_resource(odata_type = "microsoft.graph.teamDescriptionUpdatedEventMessageDetail")]
    TeamDescriptionUpdated(TeamDescriptionUpdatedEventMessageDetail),
    /// A team cannot be joined by a link.
    #[graph_resource(odata_type = "microsoft.graph.teamJoiningDisabledEventMessageDetail")]
    TeamJoiningDisabled(TeamJoiningDisabledEventMessageDetail),
    /// A team can be joined by a link.
    #[graph_resource(odata_type = "microsoft.graph.teamJoiningEnabledEventMessageDetail")]
    TeamJoiningEnabled(TeamJoiningEnabledEventMessageDetail),
    /// A team has another name.
    #[graph_resource(odata_type = "microsoft.graph.teamRenamedEventMessageDetail")]
    TeamRenamed(TeamRenamedEventMessageDetail),
    /// An app was installed.
    #[graph_resource(odata_type = "microsoft.graph.teamsAppInstalledEventMessageDetail")]
    TeamsAppInstalled(TeamsAppInstalledEventMessageDetail),
    /// An app was removed.
    #[graph_resource(odata_type = "microsoft.graph.teamsAppRemovedEventMessageDetail")]
    TeamsAppRemoved(TeamsAppRemovedEventMessageDetail),
    /// An app has another version.
    #[graph_resource(odata_type = "microsoft.graph.teamsAppUpgradedEventMessageDetail")]
    TeamsAppUpgraded(TeamsAppUpgradedEventMessageDetail),
    /// A team can be changed again.
    #[graph_resource(odata_type = "microsoft.graph.teamUnarchivedEventMessageDetail")]
    TeamUnarchived(TeamUnarchivedEventMessageDetail),
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A channel was made.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelAddedEventMessageDetail {
    /// The name of the channel.
    pub channel_display_name: Option<String>,
    /// The channel.
    pub channel_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A channel was deleted.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelDeletedEventMessageDetail {
    /// The name of the channel.
    pub channel_display_name: Option<String>,
    /// The channel.
    pub channel_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A channel has another description.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelDescriptionUpdatedEventMessageDetail {
    /// What the channel is for.
    pub channel_description: Option<String>,
    /// The channel.
    pub channel_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A channel has another name.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelRenamedEventMessageDetail {
    /// The name of the channel.
    pub channel_display_name: Option<String>,
    /// The channel.
    pub channel_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A channel is shown to all.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelSetAsFavoriteByDefaultEventMessageDetail {
    /// The channel.
    pub channel_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A channel is no longer shown to all.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChannelUnsetAsFavoriteByDefaultEventMessageDetail {
    /// The channel.
    pub channel_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A chat has another name.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ChatRenamedEventMessageDetail {
    /// The name of the chat.
    pub chat_display_name: Option<String>,
    /// The chat.
    pub chat_id: Option<String>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// Somebody may do more, or less.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ConversationMemberRoleUpdatedEventMessageDetail {
    /// What they may do now.
    #[graph_resource(default)]
    pub conversation_member_roles: Vec<String>,
    /// Who.
    pub conversation_member_user: Option<TeamworkUserIdentity>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// The rules of a meeting are others.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MeetingPolicyUpdatedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// Whether the meeting has a chat.
    pub meeting_chat_enabled: Option<bool>,
    /// The chat.
    pub meeting_chat_id: Option<String>,
}

/// People were added.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MembersAddedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// Who.
    #[graph_resource(default)]
    pub members: Vec<TeamworkUserIdentity>,
    /// Since when they see what was said.
    pub visible_history_start_date_time: Option<DateTimeOffset>,
}

/// People were removed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MembersDeletedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// Who.
    #[graph_resource(default)]
    pub members: Vec<TeamworkUserIdentity>,
}

/// People joined.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MembersJoinedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// Who.
    #[graph_resource(default)]
    pub members: Vec<TeamworkUserIdentity>,
}

/// People left.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MembersLeftEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// Who.
    #[graph_resource(default)]
    pub members: Vec<TeamworkUserIdentity>,
}

/// A message was pinned.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MessagePinnedEventMessageDetail {
    /// When.
    pub event_date_time: Option<DateTimeOffset>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A message is no longer pinned.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct MessageUnpinnedEventMessageDetail {
    /// When.
    pub event_date_time: Option<DateTimeOffset>,
    /// Who did it.
    pub initiator: Option<IdentitySet>,
}

/// A tab was changed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TabUpdatedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The tab.
    pub tab_id: Option<String>,
}

/// A team can only be read.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamArchivedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The team.
    pub team_id: Option<String>,
}

/// A team was made.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamCreatedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// What the team is for.
    pub team_description: Option<String>,
    /// The name of the team.
    pub team_display_name: Option<String>,
    /// The team.
    pub team_id: Option<String>,
}

/// A team has another description.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamDescriptionUpdatedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// What the team is for.
    pub team_description: Option<String>,
    /// The team.
    pub team_id: Option<String>,
}

/// A team cannot be joined by a link.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamJoiningDisabledEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The team.
    pub team_id: Option<String>,
}

/// A team can be joined by a link.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamJoiningEnabledEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The team.
    pub team_id: Option<String>,
}

/// A team has another name.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamRenamedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The name of the team.
    pub team_display_name: Option<String>,
    /// The team.
    pub team_id: Option<String>,
}

/// An app was installed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamsAppInstalledEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The name of the app.
    pub teams_app_display_name: Option<String>,
    /// The app.
    pub teams_app_id: Option<String>,
}

/// An app was removed.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamsAppRemovedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The name of the app.
    pub teams_app_display_name: Option<String>,
    /// The app.
    pub teams_app_id: Option<String>,
}

/// An app has another version.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamsAppUpgradedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The name of the app.
    pub teams_app_display_name: Option<String>,
    /// The app.
    pub teams_app_id: Option<String>,
}

/// A team can be changed again.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TeamUnarchivedEventMessageDetail {
    /// Who did it.
    pub initiator: Option<IdentitySet>,
    /// The team.
    pub team_id: Option<String>,
}
