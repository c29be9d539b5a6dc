//! Enumerations: every member by its name, and names that are new.

use std::collections::BTreeMap;

use graph_resource_schema::TypeKind;
use graph_resources::call_records::*;
use graph_resources::graph_resource::GraphEnum;
use graph_resources::identity::EndpointType;
use graph_resources::outlook::*;

use crate::metadata::{type_named, types_of_calls};
use crate::support::{read, write};

/// Names that say that nothing is known.
const SENTINELS: [&str; 2] = ["unknown", "unknownFutureValue"];

/// The enumerations that are not of the call records API.
const ELSEWHERE: [&str; 8] = [
    "endpointType",
    "bodyType",
    "locationType",
    "locationUniqueIdType",
    "recurrencePatternType",
    "recurrenceRangeType",
    "dayOfWeek",
    "weekIndex",
];

/// The members of each enumeration, in the order of the metadata.
const ENUMERATIONS: &[(&str, &str)] = &[
    (
        "audioCodec",
        "unknown invalid cn pcma pcmu amrWide g722 g7221 g7221c g729 multiChannelAudio muchv2 opus satin satinFullband \
         rtAudio8 rtAudio16 silk silkNarrow silkWide siren xmsRta unknownFutureValue",
    ),
    ("callType", "unknown groupCall peerToPeer unknownFutureValue"),
    (
        "clientPlatform",
        "unknown windows macOS iOS android web ipPhone roomSystem surfaceHub holoLens unknownFutureValue",
    ),
    ("failureStage", "unknown callSetup midcall unknownFutureValue"),
    ("mediaStreamDirection", "callerToCallee calleeToCaller"),
    ("modality", "audio video videoBasedScreenSharing data screenSharing unknownFutureValue"),
    ("networkConnectionType", "unknown wired wifi mobile tunnel unknownFutureValue"),
    ("networkTransportProtocol", "unknown udp tcp unknownFutureValue"),
    ("productFamily", "unknown teams skypeForBusiness lync unknownFutureValue azureCommunicationServices"),
    ("pstnCallDurationSource", "microsoft operator"),
    (
        "serviceRole",
        "unknown customBot skypeForBusinessMicrosoftTeamsGateway skypeForBusinessAudioVideoMcu \
         skypeForBusinessApplicationSharingMcu skypeForBusinessCallQueues skypeForBusinessAutoAttendant mediationServer \
         mediationServerCloudConnectorEdition exchangeUnifiedMessagingService mediaController \
         conferencingAnnouncementService conferencingAttendant audioTeleconferencerController \
         skypeForBusinessUnifiedCommunicationApplicationPlatform responseGroupServiceAnnouncementService gateway \
         skypeTranslator skypeForBusinessAttendant responseGroupService voicemail unknownFutureValue",
    ),
    ("userFeedbackRating", "notRated bad poor fair good excellent unknownFutureValue"),
    ("videoCodec", "unknown invalid av1 h263 h264 h264s h264uc h265 rtvc1 rtVideo xrtvc1 unknownFutureValue"),
    ("wifiBand", "unknown frequency24GHz frequency50GHz frequency60GHz unknownFutureValue"),
    ("wifiRadioType", "unknown wifi80211a wifi80211b wifi80211g wifi80211n wifi80211ac wifi80211ax unknownFutureValue"),
    ("endpointType", "default voicemail skypeForBusiness skypeForBusinessVoipPhone unknownFutureValue"),
    ("bodyType", "text html"),
    (
        "locationType",
        "default conferenceRoom homeAddress businessAddress geoCoordinates streetAddress hotel restaurant localBusiness \
         postalAddress",
    ),
    ("locationUniqueIdType", "unknown locationStore directory private bing"),
    ("recurrencePatternType", "daily weekly absoluteMonthly relativeMonthly absoluteYearly relativeYearly"),
    ("recurrenceRangeType", "endDate noEnd numbered"),
    ("dayOfWeek", "sunday monday tuesday wednesday thursday friday saturday"),
    ("weekIndex", "first second third fourth last"),
];

fn check<E>(name: &'static str, checked: &mut BTreeMap<&str, Vec<&'static str>>)
where
    E: GraphEnum + std::fmt::Display + serde::Serialize + serde::de::DeserializeOwned,
{
    let (_, members) = ENUMERATIONS.iter().find(|(other, _)| *other == name).unwrap();
    let members: Vec<_> = members.split_whitespace().collect();
    for &member in &members {
        let value: E = read(&format!("\"{member}\""));
        assert_eq!(value.as_str(), member);
        assert_eq!(write(&value), format!("\"{member}\""));
        assert_eq!(value.to_string(), member);
        assert_eq!(value.is_unknown(), SENTINELS.contains(&member), "{name}.{member}");
    }
    let declared: Vec<_> = members.iter().copied().filter(|member| !SENTINELS.contains(member)).collect();
    assert_eq!(E::MEMBERS, declared, "{name}");
    let new: E = read("\"fromNextYear\"");
    assert!(new.is_unknown());
    assert_eq!(write(&new), "\"fromNextYear\"");
    assert!(serde_json::from_str::<E>("1").is_err(), "a number is no name");
    assert!(checked.insert(name, members).is_none());
}

/// All enumerations by the names of the metadata.
fn all() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut checked = BTreeMap::new();
    check::<AudioCodec>("audioCodec", &mut checked);
    check::<CallType>("callType", &mut checked);
    check::<ClientPlatform>("clientPlatform", &mut checked);
    check::<FailureStage>("failureStage", &mut checked);
    check::<MediaStreamDirection>("mediaStreamDirection", &mut checked);
    check::<Modality>("modality", &mut checked);
    check::<NetworkConnectionType>("networkConnectionType", &mut checked);
    check::<NetworkTransportProtocol>("networkTransportProtocol", &mut checked);
    check::<ProductFamily>("productFamily", &mut checked);
    check::<PstnCallDurationSource>("pstnCallDurationSource", &mut checked);
    check::<ServiceRole>("serviceRole", &mut checked);
    check::<UserFeedbackRating>("userFeedbackRating", &mut checked);
    check::<VideoCodec>("videoCodec", &mut checked);
    check::<WifiBand>("wifiBand", &mut checked);
    check::<WifiRadioType>("wifiRadioType", &mut checked);
    check::<EndpointType>("endpointType", &mut checked);
    check::<BodyType>("bodyType", &mut checked);
    check::<LocationType>("locationType", &mut checked);
    check::<LocationUniqueIdType>("locationUniqueIdType", &mut checked);
    check::<RecurrencePatternType>("recurrencePatternType", &mut checked);
    check::<RecurrenceRangeType>("recurrenceRangeType", &mut checked);
    check::<DayOfWeek>("dayOfWeek", &mut checked);
    check::<WeekIndex>("weekIndex", &mut checked);
    checked
}

#[test]
fn every_member_is_read_and_written_by_its_name() {
    assert_eq!(all().len(), ENUMERATIONS.len());
}

#[test]
fn the_members_are_those_of_the_metadata() {
    let mut ours = all();
    let enumerations = types_of_calls().filter(|of_type| of_type.kind() == TypeKind::Enumeration);
    let elsewhere = ELSEWHERE.map(|name| type_named(&format!("microsoft.graph.{name}")));
    for theirs in enumerations.chain(elsewhere) {
        let members = theirs.enum_members().map(|member| member.name()).collect();
        assert_eq!(ours.remove(theirs.name()), Some(members), "{theirs:?}");
    }
    assert!(ours.is_empty(), "not in the metadata: {ours:?}");
}

#[test]
fn what_an_answer_may_leave_out_is_unknown() {
    assert_eq!(NetworkConnectionType::default().as_str(), "unknown");
    assert_eq!(NetworkTransportProtocol::default().as_str(), "unknown");
    assert_eq!(WifiBand::default(), WifiBand::Unknown("unknown".into()));
    assert_eq!(WifiRadioType::default(), WifiRadioType::Unknown("unknown".into()));
}

#[test]
fn a_match_has_one_arm_for_what_it_cannot_make_sense_of() {
    let is_known = |name: &str| !matches!(CallType::from_name(name), CallType::Unknown(_));
    let names = ["groupCall", "unknown", "unknownFutureValue", "holographicCall"];
    assert_eq!(names.map(is_known), [true, false, false, false]);
}
