//! The structs against Graph's metadata: the same types with the same properties, of the same kinds and nullability.

mod samples;

use std::collections::BTreeSet;

use graph_resource_schema::{Operation, Parameter, Type, v1_0};
use graph_resources::call_records::*;
use graph_resources::graph_resource::codec::Flags;
use graph_resources::graph_resource::{GraphFunction, GraphUnion, Structured};
use graph_resources::identity::*;
use graph_resources::outlook::*;

use self::samples::check_values;

/// The type of the metadata.
pub(crate) fn type_named(name: &str) -> Type<'static> {
    v1_0().find_type(name).unwrap_or_else(|| panic!("`{name}` is not in the metadata"))
}

/// The types of the call records API, by name.
pub(crate) fn types_of_calls() -> impl Iterator<Item = Type<'static>> {
    v1_0().types().filter(|of_type| of_type.namespace() == "microsoft.graph.callRecords")
}

/// Checks one struct against its type, and says which it was.
fn check<T>(name: &str) -> String
where
    T: Structured + serde::Serialize + serde::de::DeserializeOwned,
{
    let of_type = type_named(name);
    let theirs: BTreeSet<_> = of_type.members().map(|member| (member.name(), member.is_relationship())).collect();
    let ours = T::TYPE.properties.iter().map(|property| (property.name, property.flags.has(Flags::NAVIGATION)));
    assert_eq!(ours.collect::<BTreeSet<_>>(), theirs, "{name}");
    assert_eq!(T::TYPE.open, of_type.is_open(), "{name}");
    if let Some(own) = T::TYPE.odata_type {
        assert_eq!(own.strip_prefix('#'), Some(name));
    }
    check_values::<T>(of_type);
    name.to_owned()
}

#[test]
fn every_type_is_as_the_metadata_declares_it() {
    let of_calls = |name: &str| format!("microsoft.graph.callRecords.{name}");
    let checked = BTreeSet::from([
        check::<CallRecord>(&of_calls("callRecord")),
        check::<Participant>(&of_calls("participant")),
        check::<Organizer>(&of_calls("organizer")),
        check::<Session>(&of_calls("session")),
        check::<Segment>(&of_calls("segment")),
        check::<AdministrativeUnitInfo>(&of_calls("administrativeUnitInfo")),
        check::<Endpoint>(&of_calls("endpoint")),
        check::<ParticipantEndpoint>(&of_calls("participantEndpoint")),
        check::<ServiceEndpoint>(&of_calls("serviceEndpoint")),
        check::<ClientUserAgent>(&of_calls("clientUserAgent")),
        check::<ServiceUserAgent>(&of_calls("serviceUserAgent")),
        check::<FailureInfo>(&of_calls("failureInfo")),
        check::<UserFeedback>(&of_calls("userFeedback")),
        check::<FeedbackTokenSet>(&of_calls("feedbackTokenSet")),
        check::<Media>(&of_calls("media")),
        check::<MediaStream>(&of_calls("mediaStream")),
        check::<NetworkInfo>(&of_calls("networkInfo")),
        check::<TraceRouteHop>(&of_calls("traceRouteHop")),
        check::<DeviceInfo>(&of_calls("deviceInfo")),
        check::<graph_resources::call_records::UserIdentity>(&of_calls("userIdentity")),
        check::<PstnCallLogRow>(&of_calls("pstnCallLogRow")),
        check::<DirectRoutingLogRow>(&of_calls("directRoutingLogRow")),
    ]);
    let concrete = types_of_calls().filter(|of_type| of_type.is_structured() && !of_type.is_abstract());
    let all: BTreeSet<_> = concrete.map(|of_type| of_type.qualified_name().to_string()).collect();
    assert_eq!(checked, all, "none is missing");
}

#[test]
fn the_identities_are_as_the_metadata_declares_them() {
    check::<Identity>("microsoft.graph.identity");
    check::<graph_resources::identity::UserIdentity>("microsoft.graph.userIdentity");
    check::<CommunicationsUserIdentity>("microsoft.graph.communicationsUserIdentity");
    check::<CommunicationsApplicationIdentity>("microsoft.graph.communicationsApplicationIdentity");
    check::<CommunicationsApplicationInstanceIdentity>("microsoft.graph.communicationsApplicationInstanceIdentity");
    check::<CommunicationsPhoneIdentity>("microsoft.graph.communicationsPhoneIdentity");
    check::<CommunicationsEncryptedIdentity>("microsoft.graph.communicationsEncryptedIdentity");
    check::<CommunicationsGuestIdentity>("microsoft.graph.communicationsGuestIdentity");
    check::<AzureCommunicationServicesUserIdentity>("microsoft.graph.azureCommunicationServicesUserIdentity");
    check::<IdentitySet>("microsoft.graph.identitySet");
    check::<CommunicationsIdentitySet>("microsoft.graph.communicationsIdentitySet");
}

#[test]
fn the_types_of_outlook_are_as_the_metadata_declares_them() {
    check::<EmailAddress>("microsoft.graph.emailAddress");
    check::<Recipient>("microsoft.graph.recipient");
    check::<ItemBody>("microsoft.graph.itemBody");
    check::<DateTimeTimeZone>("microsoft.graph.dateTimeTimeZone");
    check::<TimeSlot>("microsoft.graph.timeSlot");
    check::<Location>("microsoft.graph.location");
    check::<PhysicalAddress>("microsoft.graph.physicalAddress");
    check::<OutlookGeoCoordinates>("microsoft.graph.outlookGeoCoordinates");
    check::<PatternedRecurrence>("microsoft.graph.patternedRecurrence");
    check::<RecurrencePattern>("microsoft.graph.recurrencePattern");
    check::<RecurrenceRange>("microsoft.graph.recurrenceRange");
}

/// Checks that the union has a variant for each type that is derived from its base, but for these.
fn check_union<U: GraphUnion>(base: &str, elsewhere: &[&str]) {
    let ours = U::TYPES.iter().flatten().map(|name| name.trim_start_matches('#').to_owned());
    let elsewhere = elsewhere.iter().map(|name| format!("microsoft.graph.{name}"));
    let of_type = type_named(base);
    let all = core::iter::once(of_type).chain(of_type.derived()).filter(|one| !one.is_abstract());
    let all = all.map(|one| one.qualified_name().to_string());
    assert_eq!(ours.chain(elsewhere).collect::<BTreeSet<_>>(), all.collect(), "{base}");
}

#[test]
fn a_union_has_a_variant_for_each_derived_type() {
    check_union::<AnyEndpoint>("microsoft.graph.callRecords.endpoint", &[]);
    check_union::<AnyUserAgent>("microsoft.graph.callRecords.userAgent", &[]);
    // Of mail, provisioning, SharePoint, and the chats of Teams: not of calls.
    check_union::<AnyIdentity>(
        "microsoft.graph.identity",
        &[
            "emailIdentity",
            "initiator",
            "provisionedIdentity",
            "provisioningServicePrincipal",
            "provisioningSystem",
            "servicePrincipalIdentity",
            "sharePointGroupIdentity",
            "sharePointIdentity",
            "teamworkApplicationIdentity",
            "teamworkConversationIdentity",
            "teamworkTagIdentity",
            "teamworkUserIdentity",
        ],
    );
    check_union::<AnyIdentitySet>(
        "microsoft.graph.identitySet",
        &[
            "aiInteractionMentionedIdentitySet",
            "chatMessageFromIdentitySet",
            "chatMessageMentionedIdentitySet",
            "chatMessageReactionIdentitySet",
            "engagementIdentitySet",
            "sharePointIdentitySet",
        ],
    );
}

/// Checks a function of the collection of call records.
fn check_function<F: GraphFunction>(theirs: &Operation<'_>, row: &str) {
    assert_eq!(theirs.name(), F::NAME);
    assert!(!theirs.is_action());
    assert_eq!(theirs.result().unwrap().to_string(), format!("Collection(microsoft.graph.callRecords.{row})"));
    let ours: Vec<_> = F::TYPE.properties.iter().map(|property| property.name).collect();
    let theirs: Vec<_> = theirs.parameters().collect();
    assert_eq!(ours, theirs.iter().map(Parameter::name).collect::<Vec<_>>(), "{}", F::NAME);
}

#[test]
fn the_functions_are_those_of_the_metadata() {
    let theirs: Vec<_> = type_named("microsoft.graph.callRecords.callRecord").operations(true).collect();
    assert_eq!(theirs.len(), 2);
    check_function::<GetDirectRoutingCalls>(&theirs[0], "directRoutingLogRow");
    check_function::<GetPstnCalls>(&theirs[1], "pstnCallLogRow");
}
