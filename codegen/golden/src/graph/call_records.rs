//! Types of Microsoft Graph v1.0, of `microsoft.graph.callRecords`.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

/// `microsoft.graph.callRecords.callRecord` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<id>")]
pub struct CallRecord {
    pub id: String,
    #[graph_resource(not_null)]
    pub end_date_time: Option<DateTimeOffset>,
    pub join_web_url: Option<String>,
    #[graph_resource(not_null)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    #[graph_resource(default)]
    pub modalities: Vec<Modality>,
    /// Graph: deprecated since 2023-11-06, removal on 2026-11-06.
    pub organizer: Option<super::AnyIdentitySet>,
    /// Graph: deprecated since 2023-11-06, removal on 2026-11-06.
    #[graph_resource(default)]
    pub participants: Vec<super::AnyIdentitySet>,
    #[graph_resource(not_null)]
    pub start_date_time: Option<DateTimeOffset>,
    #[graph_resource(not_null)]
    pub r#type: Option<CallType>,
    #[graph_resource(not_null)]
    pub version: Option<i64>,
    #[graph_resource(rename = "organizer_v2", navigation)]
    pub organizer_v2: Option<Box<Organizer>>,
    #[graph_resource(navigation)]
    pub sessions: Option<Vec<Session>>,
}

/// `microsoft.graph.callRecords.organizer` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<call_record>/organizer_v2")]
pub struct Organizer {
    #[graph_resource(read_only)]
    pub id: Option<String>,
    #[graph_resource(default)]
    pub administrative_unit_infos: Vec<AdministrativeUnitInfo>,
    pub identity: Option<super::CommunicationsIdentitySet>,
}

/// `microsoft.graph.callRecords.session` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/communications/callRecords/<call_record>/sessions/<id>")]
pub struct Session {
    pub id: String,
    pub callee: Option<AnyEndpoint>,
    pub caller: Option<AnyEndpoint>,
    #[graph_resource(not_null)]
    pub end_date_time: Option<DateTimeOffset>,
    pub failure_info: Option<FailureInfo>,
    pub is_test: Option<bool>,
    #[graph_resource(default)]
    pub modalities: Vec<Modality>,
    #[graph_resource(not_null)]
    pub start_date_time: Option<DateTimeOffset>,
}

/// `microsoft.graph.callRecords.administrativeUnitInfo` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AdministrativeUnitInfo {
    pub id: Option<String>,
}

/// `microsoft.graph.callRecords.clientUserAgent` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ClientUserAgent {
    pub application_version: Option<String>,
    pub header_value: Option<String>,
    #[graph_resource(rename = "azureADAppId")]
    pub azure_ad_app_id: Option<String>,
    pub communication_service_id: Option<String>,
    #[graph_resource(not_null)]
    pub platform: Option<ClientPlatform>,
    #[graph_resource(not_null)]
    pub product_family: Option<ProductFamily>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.callRecords.endpoint` of
/// Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyEndpoint {
    /// `microsoft.graph.callRecords.endpoint`.
    Base(Box<Endpoint>),
    /// `microsoft.graph.callRecords.participantEndpoint`.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.participantEndpoint")]
    ParticipantEndpoint(Box<ParticipantEndpoint>),
    /// `microsoft.graph.callRecords.serviceEndpoint`.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.serviceEndpoint")]
    ServiceEndpoint(Box<ServiceEndpoint>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.callRecords.endpoint` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.callRecords.endpoint")]
pub struct Endpoint {
    pub user_agent: Option<AnyUserAgent>,
}

/// `microsoft.graph.callRecords.failureInfo` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct FailureInfo {
    pub reason: Option<String>,
    #[graph_resource(not_null)]
    pub stage: Option<FailureStage>,
}

/// `microsoft.graph.callRecords.feedbackTokenSet` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct FeedbackTokenSet {
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.callRecords.participantEndpoint` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ParticipantEndpoint {
    pub user_agent: Option<AnyUserAgent>,
    pub associated_identity: Option<super::AnyIdentity>,
    pub cpu_cores_count: Option<i32>,
    pub cpu_name: Option<String>,
    pub cpu_processor_speed_in_mhz: Option<i32>,
    pub feedback: Option<UserFeedback>,
    /// Graph: deprecated since 2023-11-06, removal on 2026-11-06.
    pub identity: Option<super::AnyIdentitySet>,
    pub name: Option<String>,
}

/// `microsoft.graph.callRecords.serviceEndpoint` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ServiceEndpoint {
    pub user_agent: Option<AnyUserAgent>,
}

/// `microsoft.graph.callRecords.serviceUserAgent` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ServiceUserAgent {
    pub application_version: Option<String>,
    pub header_value: Option<String>,
    #[graph_resource(not_null)]
    pub role: Option<ServiceRole>,
}

/// A value of the type, or of one that derives from it: `microsoft.graph.callRecords.userAgent` of
/// Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyUserAgent {
    /// `microsoft.graph.callRecords.clientUserAgent`.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.clientUserAgent")]
    ClientUserAgent(Box<ClientUserAgent>),
    /// `microsoft.graph.callRecords.serviceUserAgent`.
    #[graph_resource(odata_type = "microsoft.graph.callRecords.serviceUserAgent")]
    ServiceUserAgent(Box<ServiceUserAgent>),
    /// Of a type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// `microsoft.graph.callRecords.userFeedback` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct UserFeedback {
    #[graph_resource(not_null)]
    pub rating: Option<UserFeedbackRating>,
    pub text: Option<String>,
    pub tokens: Option<FeedbackTokenSet>,
}

/// `microsoft.graph.callRecords.userIdentity` of Microsoft Graph v1.0.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct UserIdentity {
    pub display_name: Option<String>,
    pub id: Option<String>,
    pub user_principal_name: Option<String>,
    /// Properties that the type does not declare.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// `microsoft.graph.callRecords.callType` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum CallType {
    Unknown,
    GroupCall,
    PeerToPeer,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unrecognized(String),
}

/// `microsoft.graph.callRecords.clientPlatform` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum ClientPlatform {
    Unknown,
    Windows,
    MacOS,
    IOS,
    Android,
    Web,
    IpPhone,
    RoomSystem,
    SurfaceHub,
    HoloLens,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unrecognized(String),
}

/// `microsoft.graph.callRecords.failureStage` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum FailureStage {
    Unknown,
    CallSetup,
    Midcall,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unrecognized(String),
}

/// `microsoft.graph.callRecords.modality` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum Modality {
    Audio,
    Video,
    VideoBasedScreenSharing,
    Data,
    ScreenSharing,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// `microsoft.graph.callRecords.productFamily` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum ProductFamily {
    Unknown,
    Teams,
    SkypeForBusiness,
    Lync,
    AzureCommunicationServices,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unrecognized(String),
}

/// `microsoft.graph.callRecords.serviceRole` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum ServiceRole {
    Unknown,
    CustomBot,
    SkypeForBusinessMicrosoftTeamsGateway,
    SkypeForBusinessAudioVideoMcu,
    SkypeForBusinessApplicationSharingMcu,
    SkypeForBusinessCallQueues,
    SkypeForBusinessAutoAttendant,
    MediationServer,
    MediationServerCloudConnectorEdition,
    ExchangeUnifiedMessagingService,
    MediaController,
    ConferencingAnnouncementService,
    ConferencingAttendant,
    AudioTeleconferencerController,
    SkypeForBusinessUnifiedCommunicationApplicationPlatform,
    ResponseGroupServiceAnnouncementService,
    Gateway,
    SkypeTranslator,
    SkypeForBusinessAttendant,
    ResponseGroupService,
    Voicemail,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unrecognized(String),
}

/// `microsoft.graph.callRecords.userFeedbackRating` of Microsoft Graph v1.0.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum UserFeedbackRating {
    NotRated,
    Bad,
    Poor,
    Fair,
    Good,
    Excellent,
    /// A member that is not declared here.
    #[graph_resource(unknown)]
    Unknown(String),
}
