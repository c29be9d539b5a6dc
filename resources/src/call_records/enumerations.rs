//! The enumerations of call records.
//!
//! One rule for all: a variant for each member that says something, and `Unknown(String)`, which keeps every other name
//! as it came. Two of these are in the metadata themselves, and say that nothing is known: `unknown`, and
//! `unknownFutureValue`, which stands for members that came to the API later, unless a request asks for them by
//! [`include_unknown_enum_members`]. A `match` so has one arm for all that it cannot make sense of, and `as_str` tells
//! them apart. `Default` is `unknown`, where answers may leave the member out.
//!
//! [`include_unknown_enum_members`]: graph_resource::Request::include_unknown_enum_members

use graph_resource::GraphEnum;

/// The kind of a call.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.callType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum CallType {
    /// Of more than two parties, or a meeting.
    GroupCall,
    /// Of two parties.
    PeerToPeer,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A way to communicate. The pages list `unknown` too, which the metadata does not.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.modality`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.callRecords.modality"))]
pub enum Modality {
    /// Sound.
    Audio,
    /// Pictures of a camera.
    Video,
    /// A screen, sent as video.
    VideoBasedScreenSharing,
    /// Data.
    Data,
    /// A screen.
    ScreenSharing,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How far a call had come when it failed.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.failureStage`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum FailureStage {
    /// It was being set up.
    CallSetup,
    /// It was going on.
    Midcall,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// The platform of a user's software.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.clientPlatform`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum ClientPlatform {
    /// Windows.
    Windows,
    /// macOS.
    #[graph_resource(rename = "macOS")]
    MacOs,
    /// iOS.
    #[graph_resource(rename = "iOS")]
    Ios,
    /// Android.
    Android,
    /// A browser.
    Web,
    /// A telephone on the network.
    IpPhone,
    /// The equipment of a meeting out.
    RoomSystem,
    /// Surface Hub.
    SurfaceHub,
    /// `HoloLens`.
    HoloLens,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// The family of products that a user's software is of.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.productFamily`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum ProductFamily {
    /// Microsoft Teams.
    Teams,
    /// Skype for Business.
    SkypeForBusiness,
    /// Lync.
    Lync,
    /// Azure Communication Services. It came after `unknownFutureValue`: only a request that asks for later members
    /// sees it.
    AzureCommunicationServices,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a service did in a call.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.serviceRole`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum ServiceRole {
    /// A bot of a customer.
    CustomBot,
    /// The gateway between Skype for Business and Teams.
    SkypeForBusinessMicrosoftTeamsGateway,
    /// The conferencing unit of Skype for Business for sound and pictures.
    SkypeForBusinessAudioVideoMcu,
    /// The conferencing unit of Skype for Business for shared applications.
    SkypeForBusinessApplicationSharingMcu,
    /// The call queues of Skype for Business.
    SkypeForBusinessCallQueues,
    /// The auto attendant of Skype for Business.
    SkypeForBusinessAutoAttendant,
    /// A mediation server.
    MediationServer,
    /// A mediation server of the Cloud Connector Edition.
    MediationServerCloudConnectorEdition,
    /// Unified messaging of Exchange.
    ExchangeUnifiedMessagingService,
    /// A controller of media.
    MediaController,
    /// Announcements in conferences.
    ConferencingAnnouncementService,
    /// The attendant of conferences.
    ConferencingAttendant,
    /// The controller of audio conferences.
    AudioTeleconferencerController,
    /// The unified communications platform of Skype for Business.
    SkypeForBusinessUnifiedCommunicationApplicationPlatform,
    /// Announcements of response groups.
    ResponseGroupServiceAnnouncementService,
    /// A gateway.
    Gateway,
    /// Skype Translator.
    SkypeTranslator,
    /// The attendant of Skype for Business.
    SkypeForBusinessAttendant,
    /// Response groups.
    ResponseGroupService,
    /// Voicemail.
    Voicemail,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// The mark that a user gave, from worst to best.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.userFeedbackRating`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum UserFeedbackRating {
    /// None.
    NotRated,
    /// The worst.
    Bad,
    /// Better than bad.
    Poor,
    /// In the middle.
    Fair,
    /// Better than fair.
    Good,
    /// The best.
    Excellent,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Which side sent a stream. Closed by the metadata: it has no `unknownFutureValue`.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.mediaStreamDirection`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum MediaStreamDirection {
    /// The caller.
    CallerToCallee,
    /// The callee.
    CalleeToCaller,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How audio was encoded.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.audioCodec`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum AudioCodec {
    /// No codec that is allowed.
    Invalid,
    /// Comfort noise.
    Cn,
    /// G.711, A-law.
    Pcma,
    /// G.711, µ-law.
    Pcmu,
    /// AMR wideband.
    AmrWide,
    /// G.722.
    G722,
    /// G.722.1.
    G7221,
    /// G.722.1, Annex C.
    G7221c,
    /// G.729.
    G729,
    /// Several channels.
    MultiChannelAudio,
    /// Several channels, second version.
    Muchv2,
    /// Opus.
    Opus,
    /// Satin.
    Satin,
    /// Satin, all frequencies.
    SatinFullband,
    /// `RTAudio` at 8 kHz.
    RtAudio8,
    /// `RTAudio` at 16 kHz.
    RtAudio16,
    /// SILK.
    Silk,
    /// SILK, narrowband.
    SilkNarrow,
    /// SILK, wideband.
    SilkWide,
    /// Siren.
    Siren,
    /// `x-msrta`.
    XmsRta,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How video was encoded.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.videoCodec`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum VideoCodec {
    /// No codec that is allowed.
    Invalid,
    /// AV1.
    Av1,
    /// H.263.
    H263,
    /// H.264.
    H264,
    /// H.264 in layers.
    H264s,
    /// H.264 of unified communications.
    H264uc,
    /// H.265.
    H265,
    /// RTVC1.
    Rtvc1,
    /// `RTVideo`.
    RtVideo,
    /// `x-rtvc1`.
    Xrtvc1,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How an endpoint was connected.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.networkConnectionType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum NetworkConnectionType {
    /// By a cable.
    Wired,
    /// By Wi-Fi.
    Wifi,
    /// By a mobile network.
    Mobile,
    /// Through a tunnel, such as a VPN.
    Tunnel,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Default for NetworkConnectionType {
    /// `unknown`.
    fn default() -> Self {
        Self::Unknown("unknown".to_owned())
    }
}

/// What streams were transported with.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.networkTransportProtocol`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum NetworkTransportProtocol {
    /// UDP.
    Udp,
    /// TCP.
    Tcp,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Default for NetworkTransportProtocol {
    /// `unknown`.
    fn default() -> Self {
        Self::Unknown("unknown".to_owned())
    }
}

/// The band of a wireless network.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.wifiBand`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum WifiBand {
    /// 2.4 GHz.
    Frequency24GHz,
    /// 5 GHz.
    Frequency50GHz,
    /// 6 GHz.
    Frequency60GHz,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Default for WifiBand {
    /// `unknown`.
    fn default() -> Self {
        Self::Unknown("unknown".to_owned())
    }
}

/// The standard of a wireless network.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.wifiRadioType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum WifiRadioType {
    /// 802.11a.
    Wifi80211a,
    /// 802.11b.
    Wifi80211b,
    /// 802.11g.
    Wifi80211g,
    /// 802.11n.
    Wifi80211n,
    /// 802.11ac.
    Wifi80211ac,
    /// 802.11ax.
    Wifi80211ax,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Default for WifiRadioType {
    /// `unknown`.
    fn default() -> Self {
        Self::Unknown("unknown".to_owned())
    }
}

/// Who measured the duration of a call. Closed by the metadata: it has no `unknownFutureValue`.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.callRecords.pstnCallDurationSource`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub enum PstnCallDurationSource {
    /// Microsoft.
    Microsoft,
    /// The operator, of Operator Connect.
    Operator,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}
