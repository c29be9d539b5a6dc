//! The structs against Graph's metadata: the same types with the same properties, of the same kinds and nullability.

mod model;
mod samples;

use std::collections::BTreeSet;

use graph_resources::call_records::*;
use graph_resources::graph_resource::codec::Flags;
use graph_resources::graph_resource::{GraphFunction, GraphUnion, Structured};
use graph_resources::identity::*;

use self::model::Function;
pub(crate) use self::model::Metadata;
use self::samples::check_values;

/// Checks one struct against its type, and says which it was.
fn check<T>(metadata: &Metadata, name: &str) -> String
where
    T: Structured + serde::Serialize + serde::de::DeserializeOwned,
{
    let declared = metadata.properties(name);
    let theirs: BTreeSet<_> = declared.iter().map(|property| (&*property.name, property.is_navigation)).collect();
    let ours = T::TYPE.properties.iter().map(|property| (property.name, property.flags.has(Flags::NAVIGATION)));
    assert_eq!(ours.collect::<BTreeSet<_>>(), theirs, "{name}");
    assert_eq!(T::TYPE.open, metadata.is_open(name), "{name}");
    if let Some(own) = T::TYPE.odata_type {
        assert_eq!(own.strip_prefix('#'), Some(name));
    }
    check_values::<T>(metadata, name);
    name.to_owned()
}

#[test]
fn every_type_is_as_the_metadata_declares_it() {
    let Some(metadata) = Metadata::at_hand() else { return };
    let of_calls = |name: &str| format!("microsoft.graph.callRecords.{name}");
    let checked = BTreeSet::from([
        check::<CallRecord>(metadata, &of_calls("callRecord")),
        check::<Participant>(metadata, &of_calls("participant")),
        check::<Organizer>(metadata, &of_calls("organizer")),
        check::<Session>(metadata, &of_calls("session")),
        check::<Segment>(metadata, &of_calls("segment")),
        check::<AdministrativeUnitInfo>(metadata, &of_calls("administrativeUnitInfo")),
        check::<Endpoint>(metadata, &of_calls("endpoint")),
        check::<ParticipantEndpoint>(metadata, &of_calls("participantEndpoint")),
        check::<ServiceEndpoint>(metadata, &of_calls("serviceEndpoint")),
        check::<ClientUserAgent>(metadata, &of_calls("clientUserAgent")),
        check::<ServiceUserAgent>(metadata, &of_calls("serviceUserAgent")),
        check::<FailureInfo>(metadata, &of_calls("failureInfo")),
        check::<UserFeedback>(metadata, &of_calls("userFeedback")),
        check::<FeedbackTokenSet>(metadata, &of_calls("feedbackTokenSet")),
        check::<Media>(metadata, &of_calls("media")),
        check::<MediaStream>(metadata, &of_calls("mediaStream")),
        check::<NetworkInfo>(metadata, &of_calls("networkInfo")),
        check::<TraceRouteHop>(metadata, &of_calls("traceRouteHop")),
        check::<DeviceInfo>(metadata, &of_calls("deviceInfo")),
        check::<graph_resources::call_records::UserIdentity>(metadata, &of_calls("userIdentity")),
        check::<PstnCallLogRow>(metadata, &of_calls("pstnCallLogRow")),
        check::<DirectRoutingLogRow>(metadata, &of_calls("directRoutingLogRow")),
    ]);
    assert_eq!(checked, metadata.concrete_types_of("microsoft.graph.callRecords"), "none is missing");
}

#[test]
fn the_identities_are_as_the_metadata_declares_them() {
    let Some(metadata) = Metadata::at_hand() else { return };
    check::<Identity>(metadata, "microsoft.graph.identity");
    check::<graph_resources::identity::UserIdentity>(metadata, "microsoft.graph.userIdentity");
    check::<CommunicationsUserIdentity>(metadata, "microsoft.graph.communicationsUserIdentity");
    check::<CommunicationsApplicationIdentity>(metadata, "microsoft.graph.communicationsApplicationIdentity");
    check::<CommunicationsApplicationInstanceIdentity>(
        metadata,
        "microsoft.graph.communicationsApplicationInstanceIdentity",
    );
    check::<CommunicationsPhoneIdentity>(metadata, "microsoft.graph.communicationsPhoneIdentity");
    check::<CommunicationsEncryptedIdentity>(metadata, "microsoft.graph.communicationsEncryptedIdentity");
    check::<CommunicationsGuestIdentity>(metadata, "microsoft.graph.communicationsGuestIdentity");
    check::<AzureCommunicationServicesUserIdentity>(metadata, "microsoft.graph.azureCommunicationServicesUserIdentity");
    check::<IdentitySet>(metadata, "microsoft.graph.identitySet");
    check::<CommunicationsIdentitySet>(metadata, "microsoft.graph.communicationsIdentitySet");
}

/// Checks that the union has a variant for each type that is derived from its base, but for these.
fn check_union<U: GraphUnion>(metadata: &Metadata, base: &str, elsewhere: &[&str]) {
    let ours = U::TYPES.iter().flatten().map(|name| name.trim_start_matches('#').to_owned());
    let elsewhere = elsewhere.iter().map(|name| format!("microsoft.graph.{name}"));
    let mut all = metadata.concrete_types_derived_from(base);
    if !metadata.is_abstract(base) {
        all.insert(base.to_owned());
    }
    assert_eq!(ours.chain(elsewhere).collect::<BTreeSet<_>>(), all, "{base}");
}

#[test]
fn a_union_has_a_variant_for_each_derived_type() {
    let Some(metadata) = Metadata::at_hand() else { return };
    check_union::<AnyEndpoint>(metadata, "microsoft.graph.callRecords.endpoint", &[]);
    check_union::<AnyUserAgent>(metadata, "microsoft.graph.callRecords.userAgent", &[]);
    // Of mail, provisioning, SharePoint, and the chats of Teams: not of calls.
    check_union::<AnyIdentity>(
        metadata,
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
        metadata,
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

fn function<F: GraphFunction>(row: &str) -> Function {
    Function {
        name: F::NAME.to_owned(),
        on: ON.to_owned(),
        parameters: F::TYPE.properties.iter().map(|property| property.name.to_owned()).collect(),
        returns: format!("Collection(microsoft.graph.callRecords.{row})"),
    }
}

const ON: &str = "Collection(microsoft.graph.callRecords.callRecord)";

#[test]
fn the_functions_are_those_of_the_metadata() {
    let Some(metadata) = Metadata::at_hand() else { return };
    let ours = [function::<GetDirectRoutingCalls>("directRoutingLogRow"), function::<GetPstnCalls>("pstnCallLogRow")];
    assert_eq!(metadata.functions_on(ON), ours.iter().collect::<Vec<_>>());
}
