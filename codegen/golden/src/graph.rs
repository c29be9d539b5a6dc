//! Types of Microsoft Graph v1.0.

pub mod call_records;
pub mod identity_governance;
pub mod security;
pub mod term_store;

use graph_resource::edm::{Binary, Date, Guid, TimeOfDay};
use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

/// `microsoft.graph.aiInteractionMentionedIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AiInteractionMentionedIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    pub conversation: Option<TeamworkConversationIdentity>,
    pub tag: Option<TeamworkTagIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.azureCommunicationServicesUserIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AzureCommunicationServicesUserIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub azure_communication_services_resource_id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.chatMessageFromIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ChatMessageFromIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.chatMessageMentionedIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ChatMessageMentionedIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    pub conversation: Option<TeamworkConversationIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.chatMessageReactionIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ChatMessageReactionIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsApplicationIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsApplicationIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub application_type: Option<String>,
    pub hidden: Option<bool>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsApplicationInstanceIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsApplicationInstanceIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub hidden: Option<bool>,
    pub tenant_id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsEncryptedIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsEncryptedIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsGuestIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsGuestIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub email: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    pub application_instance: Option<AnyIdentity>,
    pub asserted_identity: Option<AnyIdentity>,
    pub azure_communication_services_user: Option<AnyIdentity>,
    pub encrypted: Option<AnyIdentity>,
    pub endpoint_type: Option<EndpointType>,
    pub guest: Option<AnyIdentity>,
    pub on_premises: Option<AnyIdentity>,
    pub phone: Option<AnyIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsPhoneIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsPhoneIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.communicationsUserIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CommunicationsUserIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub tenant_id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.detailsInfo` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct DetailsInfo {
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.emailIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct EmailIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub email: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.engagementIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct EngagementIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    pub audience: Option<AnyIdentity>,
    pub group: Option<AnyIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.identity` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyIdentity {
    /// `microsoft.graph.identity`.
    Base(Box<Identity>),
    /// `microsoft.graph.azureCommunicationServicesUserIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.azureCommunicationServicesUserIdentity")]
    AzureCommunicationServicesUserIdentity(Box<AzureCommunicationServicesUserIdentity>),
    /// `microsoft.graph.communicationsApplicationIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsApplicationIdentity")]
    CommunicationsApplicationIdentity(Box<CommunicationsApplicationIdentity>),
    /// `microsoft.graph.communicationsApplicationInstanceIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsApplicationInstanceIdentity")]
    CommunicationsApplicationInstanceIdentity(Box<CommunicationsApplicationInstanceIdentity>),
    /// `microsoft.graph.communicationsEncryptedIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsEncryptedIdentity")]
    CommunicationsEncryptedIdentity(Box<CommunicationsEncryptedIdentity>),
    /// `microsoft.graph.communicationsGuestIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsGuestIdentity")]
    CommunicationsGuestIdentity(Box<CommunicationsGuestIdentity>),
    /// `microsoft.graph.communicationsPhoneIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsPhoneIdentity")]
    CommunicationsPhoneIdentity(Box<CommunicationsPhoneIdentity>),
    /// `microsoft.graph.communicationsUserIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsUserIdentity")]
    CommunicationsUserIdentity(Box<CommunicationsUserIdentity>),
    /// `microsoft.graph.emailIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.emailIdentity")]
    EmailIdentity(Box<EmailIdentity>),
    /// `microsoft.graph.initiator`.
    #[graph_resource(odata_type = "microsoft.graph.initiator")]
    Initiator(Box<Initiator>),
    /// `microsoft.graph.provisionedIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.provisionedIdentity")]
    ProvisionedIdentity(Box<ProvisionedIdentity>),
    /// `microsoft.graph.provisioningServicePrincipal`.
    #[graph_resource(odata_type = "microsoft.graph.provisioningServicePrincipal")]
    ProvisioningServicePrincipal(Box<ProvisioningServicePrincipal>),
    /// `microsoft.graph.provisioningSystem`.
    #[graph_resource(odata_type = "microsoft.graph.provisioningSystem")]
    ProvisioningSystem(Box<ProvisioningSystem>),
    /// `microsoft.graph.servicePrincipalIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.servicePrincipalIdentity")]
    ServicePrincipalIdentity(Box<ServicePrincipalIdentity>),
    /// `microsoft.graph.sharePointGroupIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.sharePointGroupIdentity")]
    SharePointGroupIdentity(Box<SharePointGroupIdentity>),
    /// `microsoft.graph.sharePointIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.sharePointIdentity")]
    SharePointIdentity(Box<SharePointIdentity>),
    /// `microsoft.graph.teamworkApplicationIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.teamworkApplicationIdentity")]
    TeamworkApplicationIdentity(Box<TeamworkApplicationIdentity>),
    /// `microsoft.graph.teamworkConversationIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.teamworkConversationIdentity")]
    TeamworkConversationIdentity(Box<TeamworkConversationIdentity>),
    /// `microsoft.graph.teamworkTagIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.teamworkTagIdentity")]
    TeamworkTagIdentity(Box<TeamworkTagIdentity>),
    /// `microsoft.graph.teamworkUserIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.teamworkUserIdentity")]
    TeamworkUserIdentity(Box<TeamworkUserIdentity>),
    /// `microsoft.graph.userIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.userIdentity")]
    UserIdentity(Box<UserIdentity>),
    /// `microsoft.graph.callRecords.userIdentity`.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.userIdentity")]
    CallRecordsUserIdentity(Box<call_records::UserIdentity>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.identity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.identity")]
pub struct Identity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.identitySet` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyIdentitySet {
    /// `microsoft.graph.identitySet`.
    Base(Box<IdentitySet>),
    /// `microsoft.graph.aiInteractionMentionedIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.aiInteractionMentionedIdentitySet")]
    AiInteractionMentionedIdentitySet(Box<AiInteractionMentionedIdentitySet>),
    /// `microsoft.graph.chatMessageFromIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.chatMessageFromIdentitySet")]
    ChatMessageFromIdentitySet(Box<ChatMessageFromIdentitySet>),
    /// `microsoft.graph.chatMessageMentionedIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.chatMessageMentionedIdentitySet")]
    ChatMessageMentionedIdentitySet(Box<ChatMessageMentionedIdentitySet>),
    /// `microsoft.graph.chatMessageReactionIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.chatMessageReactionIdentitySet")]
    ChatMessageReactionIdentitySet(Box<ChatMessageReactionIdentitySet>),
    /// `microsoft.graph.communicationsIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.communicationsIdentitySet")]
    CommunicationsIdentitySet(Box<CommunicationsIdentitySet>),
    /// `microsoft.graph.engagementIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.engagementIdentitySet")]
    EngagementIdentitySet(Box<EngagementIdentitySet>),
    /// `microsoft.graph.sharePointIdentitySet`.
    #[graph_resource(odata_type = "microsoft.graph.sharePointIdentitySet")]
    SharePointIdentitySet(Box<SharePointIdentitySet>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.identitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.identitySet")]
pub struct IdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.initiator` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Initiator {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub initiator_type: Option<InitiatorType>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.provisionedIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ProvisionedIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub details: Option<DetailsInfo>,
    pub identity_type: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.provisioningServicePrincipal` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ProvisioningServicePrincipal {
    pub display_name: Option<String>,
    pub id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.provisioningSystem` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ProvisioningSystem {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub details: Option<DetailsInfo>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.servicePrincipalIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ServicePrincipalIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub app_id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.sharePointGroupIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct SharePointGroupIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub principal_id: Option<String>,
    pub title: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.sharePointIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct SharePointIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub login_name: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.sharePointIdentitySet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct SharePointIdentitySet {
    pub application: Option<AnyIdentity>,
    pub device: Option<AnyIdentity>,
    pub user: Option<AnyIdentity>,
    pub group: Option<AnyIdentity>,
    pub share_point_group: Option<SharePointGroupIdentity>,
    pub site_group: Option<SharePointIdentity>,
    pub site_user: Option<SharePointIdentity>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.teamworkApplicationIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TeamworkApplicationIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub application_identity_type: Option<TeamworkApplicationIdentityType>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.teamworkConversationIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TeamworkConversationIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub conversation_identity_type: Option<TeamworkConversationIdentityType>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.teamworkTagIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TeamworkTagIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.teamworkUserIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TeamworkUserIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub user_identity_type: Option<TeamworkUserIdentityType>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.userIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct UserIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub ip_address: Option<String>,
    pub user_principal_name: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.endpointType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum EndpointType {
    Default,
    Voicemail,
    SkypeForBusiness,
    SkypeForBusinessVoipPhone,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.initiatorType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum InitiatorType {
    User,
    Application,
    System,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.teamworkApplicationIdentityType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum TeamworkApplicationIdentityType {
    AadApplication,
    Bot,
    TenantBot,
    Office365Connector,
    OutgoingWebhook,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.teamworkConversationIdentityType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum TeamworkConversationIdentityType {
    Team,
    Channel,
    Chat,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.teamworkUserIdentityType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum TeamworkUserIdentityType {
    AadUser,
    OnPremiseAadUser,
    AnonymousGuest,
    FederatedUser,
    PersonalMicrosoftAccountUser,
    SkypeUser,
    PhoneUser,
    EmailUser,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.user` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    #[graph_resource(default)]
    pub assigned_licenses: Vec<AssignedLicense>,
    #[graph_resource(default)]
    pub business_phones: Vec<String>,
    pub display_name: Option<String>,
    pub employee_hire_date: Option<DateTimeOffset>,
    pub mail: Option<String>,
    #[graph_resource(navigation)]
    pub manager: Option<Box<DirectoryObject>>,
}

/// `microsoft.graph.directoryObject` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directoryObjects/<id>")]
pub struct DirectoryObject {
    pub id: String,
    pub deleted_date_time: Option<DateTimeOffset>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.assignedLicense` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AssignedLicense {
    #[graph_resource(default)]
    pub disabled_plans: Vec<Guid>,
    pub sku_id: Option<Guid>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.message` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/users/<user>/messages/<id>")]
pub enum AnyMessage {
    /// `microsoft.graph.message`.
    Base(Box<Message>),
    /// `microsoft.graph.calendarSharingMessage`.
    #[graph_resource(odata_type = "microsoft.graph.calendarSharingMessage")]
    CalendarSharingMessage(Box<CalendarSharingMessage>),
    /// `microsoft.graph.eventMessage`.
    #[graph_resource(odata_type = "microsoft.graph.eventMessage")]
    EventMessage(Box<EventMessage>),
    /// `microsoft.graph.eventMessageRequest`.
    #[graph_resource(odata_type = "microsoft.graph.eventMessageRequest")]
    EventMessageRequest(Box<EventMessageRequest>),
    /// `microsoft.graph.eventMessageResponse`.
    #[graph_resource(odata_type = "microsoft.graph.eventMessageResponse")]
    EventMessageResponse(Box<EventMessageResponse>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.message` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/users/<user>/messages/<id>",
    odata_type = "microsoft.graph.message"
)]
pub struct Message {
    pub id: String,
    #[graph_resource(default)]
    pub categories: Vec<String>,
    pub change_key: Option<String>,
    pub created_date_time: Option<DateTimeOffset>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub bcc_recipients: Vec<AnyRecipient>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    #[graph_resource(default)]
    pub cc_recipients: Vec<AnyRecipient>,
    pub conversation_id: Option<String>,
    pub conversation_index: Option<Binary>,
    pub flag: Option<FollowupFlag>,
    pub from: Option<AnyRecipient>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub inference_classification: Option<InferenceClassificationType>,
    #[graph_resource(default)]
    pub internet_message_headers: Vec<InternetMessageHeader>,
    pub internet_message_id: Option<String>,
    pub is_delivery_receipt_requested: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_read: Option<bool>,
    pub is_read_receipt_requested: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub received_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub reply_to: Vec<AnyRecipient>,
    pub sender: Option<AnyRecipient>,
    pub sent_date_time: Option<DateTimeOffset>,
    pub subject: Option<String>,
    #[graph_resource(default)]
    pub to_recipients: Vec<AnyRecipient>,
    pub unique_body: Option<ItemBody>,
    pub web_link: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.calendarSharingMessage` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/users/<user>/messages/<id>",
    odata_type = "microsoft.graph.calendarSharingMessage"
)]
pub struct CalendarSharingMessage {
    pub id: String,
    #[graph_resource(default)]
    pub categories: Vec<String>,
    pub change_key: Option<String>,
    pub created_date_time: Option<DateTimeOffset>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub bcc_recipients: Vec<AnyRecipient>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    #[graph_resource(default)]
    pub cc_recipients: Vec<AnyRecipient>,
    pub conversation_id: Option<String>,
    pub conversation_index: Option<Binary>,
    pub flag: Option<FollowupFlag>,
    pub from: Option<AnyRecipient>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub inference_classification: Option<InferenceClassificationType>,
    #[graph_resource(default)]
    pub internet_message_headers: Vec<InternetMessageHeader>,
    pub internet_message_id: Option<String>,
    pub is_delivery_receipt_requested: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_read: Option<bool>,
    pub is_read_receipt_requested: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub received_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub reply_to: Vec<AnyRecipient>,
    pub sender: Option<AnyRecipient>,
    pub sent_date_time: Option<DateTimeOffset>,
    pub subject: Option<String>,
    #[graph_resource(default)]
    pub to_recipients: Vec<AnyRecipient>,
    pub unique_body: Option<ItemBody>,
    pub web_link: Option<String>,
    pub can_accept: Option<bool>,
    pub sharing_message_action: Option<CalendarSharingMessageAction>,
    #[graph_resource(default)]
    pub sharing_message_actions: Vec<CalendarSharingMessageAction>,
    pub suggested_calendar_name: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.eventMessage` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/users/<user>/messages/<id>",
    odata_type = "microsoft.graph.eventMessage"
)]
pub struct EventMessage {
    pub id: String,
    #[graph_resource(default)]
    pub categories: Vec<String>,
    pub change_key: Option<String>,
    pub created_date_time: Option<DateTimeOffset>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub bcc_recipients: Vec<AnyRecipient>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    #[graph_resource(default)]
    pub cc_recipients: Vec<AnyRecipient>,
    pub conversation_id: Option<String>,
    pub conversation_index: Option<Binary>,
    pub flag: Option<FollowupFlag>,
    pub from: Option<AnyRecipient>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub inference_classification: Option<InferenceClassificationType>,
    #[graph_resource(default)]
    pub internet_message_headers: Vec<InternetMessageHeader>,
    pub internet_message_id: Option<String>,
    pub is_delivery_receipt_requested: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_read: Option<bool>,
    pub is_read_receipt_requested: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub received_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub reply_to: Vec<AnyRecipient>,
    pub sender: Option<AnyRecipient>,
    pub sent_date_time: Option<DateTimeOffset>,
    pub subject: Option<String>,
    #[graph_resource(default)]
    pub to_recipients: Vec<AnyRecipient>,
    pub unique_body: Option<ItemBody>,
    pub web_link: Option<String>,
    pub end_date_time: Option<DateTimeTimeZone>,
    pub is_all_day: Option<bool>,
    pub is_delegated: Option<bool>,
    pub is_out_of_date: Option<bool>,
    pub location: Option<AnyLocation>,
    pub meeting_message_type: Option<MeetingMessageType>,
    pub recurrence: Option<PatternedRecurrence>,
    pub start_date_time: Option<DateTimeTimeZone>,
    pub r#type: Option<EventType>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.eventMessageRequest` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/users/<user>/messages/<id>",
    odata_type = "microsoft.graph.eventMessageRequest"
)]
pub struct EventMessageRequest {
    pub id: String,
    #[graph_resource(default)]
    pub categories: Vec<String>,
    pub change_key: Option<String>,
    pub created_date_time: Option<DateTimeOffset>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub bcc_recipients: Vec<AnyRecipient>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    #[graph_resource(default)]
    pub cc_recipients: Vec<AnyRecipient>,
    pub conversation_id: Option<String>,
    pub conversation_index: Option<Binary>,
    pub flag: Option<FollowupFlag>,
    pub from: Option<AnyRecipient>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub inference_classification: Option<InferenceClassificationType>,
    #[graph_resource(default)]
    pub internet_message_headers: Vec<InternetMessageHeader>,
    pub internet_message_id: Option<String>,
    pub is_delivery_receipt_requested: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_read: Option<bool>,
    pub is_read_receipt_requested: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub received_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub reply_to: Vec<AnyRecipient>,
    pub sender: Option<AnyRecipient>,
    pub sent_date_time: Option<DateTimeOffset>,
    pub subject: Option<String>,
    #[graph_resource(default)]
    pub to_recipients: Vec<AnyRecipient>,
    pub unique_body: Option<ItemBody>,
    pub web_link: Option<String>,
    pub end_date_time: Option<DateTimeTimeZone>,
    pub is_all_day: Option<bool>,
    pub is_delegated: Option<bool>,
    pub is_out_of_date: Option<bool>,
    pub location: Option<AnyLocation>,
    pub meeting_message_type: Option<MeetingMessageType>,
    pub recurrence: Option<PatternedRecurrence>,
    pub start_date_time: Option<DateTimeTimeZone>,
    pub r#type: Option<EventType>,
    pub allow_new_time_proposals: Option<bool>,
    pub meeting_request_type: Option<MeetingRequestType>,
    pub previous_end_date_time: Option<DateTimeTimeZone>,
    pub previous_location: Option<AnyLocation>,
    pub previous_start_date_time: Option<DateTimeTimeZone>,
    pub response_requested: Option<bool>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.eventMessageResponse` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/users/<user>/messages/<id>",
    odata_type = "microsoft.graph.eventMessageResponse"
)]
pub struct EventMessageResponse {
    pub id: String,
    #[graph_resource(default)]
    pub categories: Vec<String>,
    pub change_key: Option<String>,
    pub created_date_time: Option<DateTimeOffset>,
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub bcc_recipients: Vec<AnyRecipient>,
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    #[graph_resource(default)]
    pub cc_recipients: Vec<AnyRecipient>,
    pub conversation_id: Option<String>,
    pub conversation_index: Option<Binary>,
    pub flag: Option<FollowupFlag>,
    pub from: Option<AnyRecipient>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub inference_classification: Option<InferenceClassificationType>,
    #[graph_resource(default)]
    pub internet_message_headers: Vec<InternetMessageHeader>,
    pub internet_message_id: Option<String>,
    pub is_delivery_receipt_requested: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_read: Option<bool>,
    pub is_read_receipt_requested: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub received_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub reply_to: Vec<AnyRecipient>,
    pub sender: Option<AnyRecipient>,
    pub sent_date_time: Option<DateTimeOffset>,
    pub subject: Option<String>,
    #[graph_resource(default)]
    pub to_recipients: Vec<AnyRecipient>,
    pub unique_body: Option<ItemBody>,
    pub web_link: Option<String>,
    pub end_date_time: Option<DateTimeTimeZone>,
    pub is_all_day: Option<bool>,
    pub is_delegated: Option<bool>,
    pub is_out_of_date: Option<bool>,
    pub location: Option<AnyLocation>,
    pub meeting_message_type: Option<MeetingMessageType>,
    pub recurrence: Option<PatternedRecurrence>,
    pub start_date_time: Option<DateTimeTimeZone>,
    pub r#type: Option<EventType>,
    pub proposed_new_time: Option<TimeSlot>,
    pub response_type: Option<ResponseType>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.attendee` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Attendee {
    pub email_address: Option<EmailAddress>,
    pub r#type: Option<AttendeeType>,
    pub proposed_new_time: Option<TimeSlot>,
    pub status: Option<ResponseStatus>,
}

/// `microsoft.graph.attendeeBase` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.attendeeBase")]
pub struct AttendeeBase {
    pub email_address: Option<EmailAddress>,
    pub r#type: Option<AttendeeType>,
}

/// `microsoft.graph.calendarSharingMessageAction` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CalendarSharingMessageAction {
    pub action: Option<CalendarSharingAction>,
    pub action_type: Option<CalendarSharingActionType>,
    pub importance: Option<CalendarSharingActionImportance>,
}

/// `microsoft.graph.dateTimeTimeZone` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct DateTimeTimeZone {
    #[graph_resource(not_null)]
    pub date_time: Option<String>,
    pub time_zone: Option<String>,
}

/// `microsoft.graph.emailAddress` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct EmailAddress {
    pub address: Option<String>,
    pub name: Option<String>,
}

/// `microsoft.graph.followupFlag` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct FollowupFlag {
    pub completed_date_time: Option<DateTimeTimeZone>,
    pub due_date_time: Option<DateTimeTimeZone>,
    pub flag_status: Option<FollowupFlagStatus>,
    pub start_date_time: Option<DateTimeTimeZone>,
}

/// `microsoft.graph.internetMessageHeader` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct InternetMessageHeader {
    pub name: Option<String>,
    pub value: Option<String>,
}

/// `microsoft.graph.itemBody` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ItemBody {
    pub content: Option<String>,
    pub content_type: Option<BodyType>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.location` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyLocation {
    /// `microsoft.graph.location`.
    Base(Box<Location>),
    /// `microsoft.graph.locationConstraintItem`.
    #[graph_resource(odata_type = "microsoft.graph.locationConstraintItem")]
    LocationConstraintItem(Box<LocationConstraintItem>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.location` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.location")]
pub struct Location {
    pub address: Option<PhysicalAddress>,
    pub coordinates: Option<OutlookGeoCoordinates>,
    pub display_name: Option<String>,
    pub location_email_address: Option<String>,
    pub location_type: Option<LocationType>,
    pub location_uri: Option<String>,
    pub unique_id: Option<String>,
    pub unique_id_type: Option<LocationUniqueIdType>,
}

/// `microsoft.graph.locationConstraintItem` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct LocationConstraintItem {
    pub address: Option<PhysicalAddress>,
    pub coordinates: Option<OutlookGeoCoordinates>,
    pub display_name: Option<String>,
    pub location_email_address: Option<String>,
    pub location_type: Option<LocationType>,
    pub location_uri: Option<String>,
    pub unique_id: Option<String>,
    pub unique_id_type: Option<LocationUniqueIdType>,
    pub resolve_availability: Option<bool>,
}

/// `microsoft.graph.outlookGeoCoordinates` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct OutlookGeoCoordinates {
    pub accuracy: Option<f64>,
    pub altitude: Option<f64>,
    pub altitude_accuracy: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

/// `microsoft.graph.patternedRecurrence` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PatternedRecurrence {
    pub pattern: Option<RecurrencePattern>,
    pub range: Option<RecurrenceRange>,
}

/// `microsoft.graph.physicalAddress` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PhysicalAddress {
    pub city: Option<String>,
    pub country_or_region: Option<String>,
    pub postal_code: Option<String>,
    pub state: Option<String>,
    pub street: Option<String>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.recipient` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyRecipient {
    /// `microsoft.graph.recipient`.
    Base(Box<Recipient>),
    /// `microsoft.graph.attendeeBase`.
    #[graph_resource(odata_type = "microsoft.graph.attendeeBase")]
    AttendeeBase(Box<AttendeeBase>),
    /// `microsoft.graph.attendee`.
    #[graph_resource(odata_type = "microsoft.graph.attendee")]
    Attendee(Box<Attendee>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.recipient` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.recipient")]
pub struct Recipient {
    pub email_address: Option<EmailAddress>,
}

/// `microsoft.graph.recurrencePattern` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct RecurrencePattern {
    #[graph_resource(not_null)]
    pub day_of_month: Option<i32>,
    #[graph_resource(default)]
    pub days_of_week: Vec<DayOfWeek>,
    pub first_day_of_week: Option<DayOfWeek>,
    pub index: Option<WeekIndex>,
    #[graph_resource(not_null)]
    pub interval: Option<i32>,
    #[graph_resource(not_null)]
    pub month: Option<i32>,
    pub r#type: Option<RecurrencePatternType>,
}

/// `microsoft.graph.recurrenceRange` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct RecurrenceRange {
    pub end_date: Option<Date>,
    #[graph_resource(not_null)]
    pub number_of_occurrences: Option<i32>,
    pub recurrence_time_zone: Option<String>,
    pub start_date: Option<Date>,
    pub r#type: Option<RecurrenceRangeType>,
}

/// `microsoft.graph.responseStatus` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ResponseStatus {
    pub response: Option<ResponseType>,
    pub time: Option<DateTimeOffset>,
}

/// `microsoft.graph.timeSlot` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TimeSlot {
    #[graph_resource(not_null)]
    pub end: Option<DateTimeTimeZone>,
    #[graph_resource(not_null)]
    pub start: Option<DateTimeTimeZone>,
}

/// `microsoft.graph.attendeeType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum AttendeeType {
    Required,
    Optional,
    Resource,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.bodyType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum BodyType {
    Text,
    Html,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.calendarSharingAction` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CalendarSharingAction {
    Accept,
    AcceptAndViewCalendar,
    ViewCalendar,
    AddThisCalendar,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.calendarSharingActionImportance` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CalendarSharingActionImportance {
    Primary,
    Secondary,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.calendarSharingActionType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CalendarSharingActionType {
    Accept,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.dayOfWeek` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum DayOfWeek {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.eventType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum EventType {
    SingleInstance,
    Occurrence,
    Exception,
    SeriesMaster,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.followupFlagStatus` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum FollowupFlagStatus {
    NotFlagged,
    Complete,
    Flagged,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.importance` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Importance {
    Low,
    Normal,
    High,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.inferenceClassificationType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum InferenceClassificationType {
    Focused,
    Other,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.locationType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum LocationType {
    Default,
    ConferenceRoom,
    HomeAddress,
    BusinessAddress,
    GeoCoordinates,
    StreetAddress,
    Hotel,
    Restaurant,
    LocalBusiness,
    PostalAddress,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.locationUniqueIdType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum LocationUniqueIdType {
    Unknown,
    LocationStore,
    Directory,
    Private,
    Bing,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unrecognized(String),
}

/// `microsoft.graph.meetingMessageType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum MeetingMessageType {
    None,
    MeetingRequest,
    MeetingCancelled,
    MeetingAccepted,
    MeetingTenativelyAccepted,
    MeetingDeclined,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.meetingRequestType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum MeetingRequestType {
    None,
    NewMeetingRequest,
    FullUpdate,
    InformationalUpdate,
    SilentUpdate,
    Outdated,
    PrincipalWantsCopy,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.recurrencePatternType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum RecurrencePatternType {
    Daily,
    Weekly,
    AbsoluteMonthly,
    RelativeMonthly,
    AbsoluteYearly,
    RelativeYearly,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.recurrenceRangeType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum RecurrenceRangeType {
    EndDate,
    NoEnd,
    Numbered,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.responseType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum ResponseType {
    None,
    Organizer,
    TentativelyAccepted,
    Accepted,
    Declined,
    NotResponded,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.weekIndex` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum WeekIndex {
    First,
    Second,
    Third,
    Fourth,
    Last,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.plannerTask` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/planner/tasks/<id>")]
pub struct PlannerTask {
    pub id: String,
    pub active_checklist_item_count: Option<i32>,
    pub applied_categories: Option<PlannerAppliedCategories>,
    pub assignee_priority: Option<String>,
    pub assignments: Option<PlannerAssignments>,
    pub bucket_id: Option<String>,
    pub checklist_item_count: Option<i32>,
    pub completed_by: Option<AnyIdentitySet>,
    pub completed_date_time: Option<DateTimeOffset>,
    pub conversation_thread_id: Option<String>,
    pub created_by: Option<AnyIdentitySet>,
    pub created_date_time: Option<DateTimeOffset>,
    pub due_date_time: Option<DateTimeOffset>,
    pub has_description: Option<bool>,
    pub order_hint: Option<String>,
    pub percent_complete: Option<i32>,
    pub plan_id: Option<String>,
    pub preview_type: Option<PlannerPreviewType>,
    pub priority: Option<i32>,
    pub reference_count: Option<i32>,
    pub start_date_time: Option<DateTimeOffset>,
    #[graph_resource(not_null)]
    pub title: Option<String>,
}

/// `microsoft.graph.subscription` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/subscriptions/<id>")]
pub struct Subscription {
    pub id: String,
    pub application_id: Option<String>,
    #[graph_resource(not_null)]
    pub change_type: Option<String>,
    pub client_state: Option<String>,
    pub creator_id: Option<String>,
    pub encryption_certificate: Option<String>,
    pub encryption_certificate_id: Option<String>,
    #[graph_resource(not_null)]
    pub expiration_date_time: Option<DateTimeOffset>,
    pub include_resource_data: Option<bool>,
    pub latest_supported_tls_version: Option<String>,
    pub lifecycle_notification_url: Option<String>,
    pub notification_query_options: Option<String>,
    #[graph_resource(not_null)]
    pub notification_url: Option<String>,
    pub notification_url_app_id: Option<String>,
    #[graph_resource(not_null)]
    pub resource: Option<String>,
}

/// `microsoft.graph.todoTask` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct TodoTask {
    pub id: Option<String>,
    pub body: Option<ItemBody>,
    #[graph_resource(not_null)]
    pub body_last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub categories: Vec<String>,
    pub completed_date_time: Option<DateTimeTimeZone>,
    #[graph_resource(not_null)]
    pub created_date_time: Option<DateTimeOffset>,
    pub due_date_time: Option<DateTimeTimeZone>,
    pub has_attachments: Option<bool>,
    #[graph_resource(not_null)]
    pub importance: Option<Importance>,
    #[graph_resource(not_null)]
    pub is_reminder_on: Option<bool>,
    #[graph_resource(not_null)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub recurrence: Option<PatternedRecurrence>,
    pub reminder_date_time: Option<DateTimeTimeZone>,
    pub start_date_time: Option<DateTimeTimeZone>,
    #[graph_resource(not_null)]
    pub status: Option<TaskStatus>,
    pub title: Option<String>,
}

/// `microsoft.graph.plannerAppliedCategories` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PlannerAppliedCategories {
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.plannerAssignments` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PlannerAssignments {
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.plannerPreviewType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum PlannerPreviewType {
    Automatic,
    NoPreview,
    Checklist,
    Description,
    Reference,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.taskStatus` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum TaskStatus {
    NotStarted,
    InProgress,
    Completed,
    WaitingOnOthers,
    Deferred,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A value of the type, or of one that derives from it: `microsoft.graph.namedLocation` of
/// Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>")]
pub enum AnyNamedLocation {
    /// `microsoft.graph.namedLocation`.
    Base(Box<NamedLocation>),
    /// `microsoft.graph.countryNamedLocation`.
    #[graph_resource(odata_type = "microsoft.graph.countryNamedLocation")]
    CountryNamedLocation(Box<CountryNamedLocation>),
    /// `microsoft.graph.ipNamedLocation`.
    #[graph_resource(odata_type = "microsoft.graph.ipNamedLocation")]
    IpNamedLocation(Box<IpNamedLocation>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.namedLocation` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/identity/conditionalAccess/namedLocations/<id>",
    odata_type = "microsoft.graph.namedLocation"
)]
pub struct NamedLocation {
    pub deleted_date_time: Option<DateTimeOffset>,
    pub created_date_time: Option<DateTimeOffset>,
    #[graph_resource(not_null)]
    pub display_name: Option<String>,
    pub id: String,
    pub modified_date_time: Option<DateTimeOffset>,
}

/// `microsoft.graph.countryNamedLocation` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/identity/conditionalAccess/namedLocations/<id>",
    odata_type = "microsoft.graph.countryNamedLocation"
)]
pub struct CountryNamedLocation {
    pub deleted_date_time: Option<DateTimeOffset>,
    pub created_date_time: Option<DateTimeOffset>,
    #[graph_resource(not_null)]
    pub display_name: Option<String>,
    pub id: String,
    pub modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub countries_and_regions: Vec<String>,
    pub country_lookup_method: Option<CountryLookupMethodType>,
    #[graph_resource(not_null)]
    pub include_unknown_countries_and_regions: Option<bool>,
}

/// `microsoft.graph.ipNamedLocation` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/identity/conditionalAccess/namedLocations/<id>",
    odata_type = "microsoft.graph.ipNamedLocation"
)]
pub struct IpNamedLocation {
    pub deleted_date_time: Option<DateTimeOffset>,
    pub created_date_time: Option<DateTimeOffset>,
    #[graph_resource(not_null)]
    pub display_name: Option<String>,
    pub id: String,
    pub modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub ip_ranges: Vec<AnyIpRange>,
    #[graph_resource(not_null)]
    pub is_trusted: Option<bool>,
}

/// `microsoft.graph.iPv4CidrRange` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct IPv4CidrRange {
    #[graph_resource(not_null)]
    pub cidr_address: Option<String>,
}

/// `microsoft.graph.iPv4Range` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct IPv4Range {
    #[graph_resource(not_null)]
    pub lower_address: Option<String>,
    #[graph_resource(not_null)]
    pub upper_address: Option<String>,
}

/// `microsoft.graph.iPv6CidrRange` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct IPv6CidrRange {
    #[graph_resource(not_null)]
    pub cidr_address: Option<String>,
}

/// `microsoft.graph.iPv6Range` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct IPv6Range {
    #[graph_resource(not_null)]
    pub lower_address: Option<String>,
    #[graph_resource(not_null)]
    pub upper_address: Option<String>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.ipRange` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyIpRange {
    /// `microsoft.graph.iPv4CidrRange`.
    #[graph_resource(odata_type = "microsoft.graph.iPv4CidrRange")]
    IPv4CidrRange(Box<IPv4CidrRange>),
    /// `microsoft.graph.iPv4Range`.
    #[graph_resource(odata_type = "microsoft.graph.iPv4Range")]
    IPv4Range(Box<IPv4Range>),
    /// `microsoft.graph.iPv6CidrRange`.
    #[graph_resource(odata_type = "microsoft.graph.iPv6CidrRange")]
    IPv6CidrRange(Box<IPv6CidrRange>),
    /// `microsoft.graph.iPv6Range`.
    #[graph_resource(odata_type = "microsoft.graph.iPv6Range")]
    IPv6Range(Box<IPv6Range>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.countryLookupMethodType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CountryLookupMethodType {
    ClientIpAddress,
    AuthenticatorAppGps,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A value of the type, or of one that derives from it: `microsoft.graph.application` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/applications(appId='<app_id>')")]
pub enum AnyApplication {
    /// `microsoft.graph.application`.
    Base(Box<Application>),
    /// `microsoft.graph.agentIdentityBlueprint`.
    #[graph_resource(odata_type = "microsoft.graph.agentIdentityBlueprint")]
    AgentIdentityBlueprint(Box<AgentIdentityBlueprint>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.application` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/applications(appId='<app_id>')",
    odata_type = "microsoft.graph.application"
)]
pub struct Application {
    #[graph_resource(read_only)]
    pub id: Option<String>,
    pub api: Option<ApiApplication>,
    pub app_id: String,
    pub display_name: Option<String>,
    #[graph_resource(default)]
    pub key_credentials: Vec<KeyCredential>,
}

/// `microsoft.graph.agentIdentityBlueprint` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/applications(appId='<app_id>')",
    odata_type = "microsoft.graph.agentIdentityBlueprint"
)]
pub struct AgentIdentityBlueprint {
    #[graph_resource(read_only)]
    pub id: Option<String>,
    pub api: Option<ApiApplication>,
    pub app_id: String,
    pub display_name: Option<String>,
    #[graph_resource(default)]
    pub key_credentials: Vec<KeyCredential>,
}

/// `microsoft.graph.apiApplication` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ApiApplication {
    pub accept_mapped_claims: Option<bool>,
    #[graph_resource(default)]
    pub known_client_applications: Vec<Guid>,
    #[graph_resource(default)]
    pub oauth2_permission_scopes: Vec<PermissionScope>,
    #[graph_resource(default)]
    pub pre_authorized_applications: Vec<PreAuthorizedApplication>,
    pub requested_access_token_version: Option<i32>,
}

/// `microsoft.graph.keyCredential` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct KeyCredential {
    pub custom_key_identifier: Option<Binary>,
    pub display_name: Option<String>,
    pub end_date_time: Option<DateTimeOffset>,
    pub key: Option<Binary>,
    pub key_id: Option<Guid>,
    pub start_date_time: Option<DateTimeOffset>,
    pub r#type: Option<String>,
    pub usage: Option<String>,
}

/// `microsoft.graph.permissionScope` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PermissionScope {
    pub admin_consent_description: Option<String>,
    pub admin_consent_display_name: Option<String>,
    #[graph_resource(not_null)]
    pub id: Option<Guid>,
    #[graph_resource(not_null)]
    pub is_enabled: Option<bool>,
    pub origin: Option<String>,
    pub r#type: Option<String>,
    pub user_consent_description: Option<String>,
    pub user_consent_display_name: Option<String>,
    pub value: Option<String>,
}

/// `microsoft.graph.preAuthorizedApplication` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct PreAuthorizedApplication {
    pub app_id: Option<String>,
    #[graph_resource(default)]
    pub delegated_permission_ids: Vec<String>,
}

/// `microsoft.graph.mailboxSettings` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/mailboxSettings")]
pub struct MailboxSettings {
    pub archive_folder: Option<String>,
    pub automatic_replies_setting: Option<AutomaticRepliesSetting>,
    pub date_format: Option<String>,
    pub delegate_meeting_message_delivery_options: Option<DelegateMeetingMessageDeliveryOptions>,
    pub language: Option<LocaleInfo>,
    pub time_format: Option<String>,
    pub time_zone: Option<String>,
    pub user_purpose: Option<UserPurpose>,
    pub working_hours: Option<WorkingHours>,
}

/// `microsoft.graph.automaticRepliesSetting` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AutomaticRepliesSetting {
    pub external_audience: Option<ExternalAudienceScope>,
    pub external_reply_message: Option<String>,
    pub internal_reply_message: Option<String>,
    pub scheduled_end_date_time: Option<DateTimeTimeZone>,
    pub scheduled_start_date_time: Option<DateTimeTimeZone>,
    pub status: Option<AutomaticRepliesStatus>,
}

/// `microsoft.graph.customTimeZone` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct CustomTimeZone {
    pub name: Option<String>,
    pub bias: Option<i32>,
    pub daylight_offset: Option<DaylightTimeZoneOffset>,
    pub standard_offset: Option<AnyStandardTimeZoneOffset>,
}

/// `microsoft.graph.daylightTimeZoneOffset` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct DaylightTimeZoneOffset {
    pub day_occurrence: Option<i32>,
    pub day_of_week: Option<DayOfWeek>,
    pub month: Option<i32>,
    pub time: Option<TimeOfDay>,
    pub year: Option<i32>,
    pub daylight_bias: Option<i32>,
}

/// `microsoft.graph.localeInfo` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct LocaleInfo {
    pub display_name: Option<String>,
    pub locale: Option<String>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.standardTimeZoneOffset` of
/// Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyStandardTimeZoneOffset {
    /// `microsoft.graph.standardTimeZoneOffset`.
    Base(Box<StandardTimeZoneOffset>),
    /// `microsoft.graph.daylightTimeZoneOffset`.
    #[graph_resource(odata_type = "microsoft.graph.daylightTimeZoneOffset")]
    DaylightTimeZoneOffset(Box<DaylightTimeZoneOffset>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.standardTimeZoneOffset` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.standardTimeZoneOffset")]
pub struct StandardTimeZoneOffset {
    pub day_occurrence: Option<i32>,
    pub day_of_week: Option<DayOfWeek>,
    pub month: Option<i32>,
    pub time: Option<TimeOfDay>,
    pub year: Option<i32>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.timeZoneBase` of Microsoft
/// Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyTimeZoneBase {
    /// `microsoft.graph.timeZoneBase`.
    Base(Box<TimeZoneBase>),
    /// `microsoft.graph.customTimeZone`.
    #[graph_resource(odata_type = "microsoft.graph.customTimeZone")]
    CustomTimeZone(Box<CustomTimeZone>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.timeZoneBase` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.timeZoneBase")]
pub struct TimeZoneBase {
    pub name: Option<String>,
}

/// `microsoft.graph.workingHours` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct WorkingHours {
    #[graph_resource(default)]
    pub days_of_week: Vec<DayOfWeek>,
    pub end_time: Option<TimeOfDay>,
    pub start_time: Option<TimeOfDay>,
    pub time_zone: Option<AnyTimeZoneBase>,
}

/// `microsoft.graph.automaticRepliesStatus` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum AutomaticRepliesStatus {
    Disabled,
    AlwaysEnabled,
    Scheduled,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.delegateMeetingMessageDeliveryOptions` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum DelegateMeetingMessageDeliveryOptions {
    SendToDelegateAndInformationToPrincipal,
    SendToDelegateAndPrincipal,
    SendToDelegateOnly,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.externalAudienceScope` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum ExternalAudienceScope {
    None,
    ContactsOnly,
    All,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.userPurpose` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum UserPurpose {
    User,
    Linked,
    Shared,
    Room,
    Equipment,
    Others,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.keyValue` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct KeyValue {
    pub key: Option<String>,
    pub value: Option<String>,
}
