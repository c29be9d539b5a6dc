//! Unions: which type a value is of, what all types have, and how one is built.

use graph_resources::call_records::{
    AnyEndpoint, AnyUserAgent, CallRecordPatch, ClientPlatform, ClientUserAgent, ClientUserAgentPatch,
    ParticipantEndpoint, ParticipantEndpointPatch, ProductFamily, ServiceEndpoint, ServiceRole, ServiceUserAgent,
    SessionPatch,
};
use graph_resources::graph_resource::GraphComplex;
use graph_resources::identity::*;
use graph_resources::{call_records, identity};
use serde_json::{Map, Value, json};

use crate::support::{read, write, written};

/// One of each type of identity, with its name.
fn identities() -> Vec<(&'static str, AnyIdentity)> {
    vec![
        ("microsoft.graph.identity", Identity::default().into()),
        ("microsoft.graph.userIdentity", identity::UserIdentity::default().into()),
        ("microsoft.graph.callRecords.userIdentity", call_records::UserIdentity::default().into()),
        ("microsoft.graph.communicationsUserIdentity", CommunicationsUserIdentity::default().into()),
        ("microsoft.graph.communicationsApplicationIdentity", CommunicationsApplicationIdentity::default().into()),
        (
            "microsoft.graph.communicationsApplicationInstanceIdentity",
            CommunicationsApplicationInstanceIdentity::default().into(),
        ),
        ("microsoft.graph.communicationsPhoneIdentity", CommunicationsPhoneIdentity::default().into()),
        ("microsoft.graph.communicationsEncryptedIdentity", CommunicationsEncryptedIdentity::default().into()),
        ("microsoft.graph.communicationsGuestIdentity", CommunicationsGuestIdentity::default().into()),
        (
            "microsoft.graph.azureCommunicationServicesUserIdentity",
            AzureCommunicationServicesUserIdentity::default().into(),
        ),
    ]
}

#[test]
fn an_identity_is_of_the_type_that_it_names() {
    for (name, identity) in identities() {
        for spelling in [format!("#{name}"), name.to_owned()] {
            assert_eq!(read::<AnyIdentity>(&json!({ "@odata.type": spelling }).to_string()), identity, "{spelling}");
        }
        assert_eq!(written(&identity), json!({ "@odata.type": format!("#{name}") }));
    }
    // Two types of one short name.
    let of = |namespace: &str| {
        let json = json!({ "@odata.type": format!("#{namespace}.userIdentity"), "ipAddress": "10.0.0.1" });
        read::<AnyIdentity>(&json.to_string())
    };
    let address = Some("10.0.0.1".to_owned());
    assert_eq!(of("microsoft.graph"), identity::UserIdentity { ip_address: address, ..Default::default() }.into());
    let AnyIdentity::CallRecordsUser(user) = of("microsoft.graph.callRecords") else { panic!() };
    assert_eq!(user.additional["ipAddress"], "10.0.0.1", "not declared there");
}

#[test]
fn all_identities_have_what_the_base_has() {
    let unknown: AnyIdentity = read(r##"{"@odata.type":"#microsoft.graph.sharePointIdentity","loginName":"ada"}"##);
    for mut identity in identities().into_iter().map(|(_, identity)| identity).chain([unknown]) {
        assert_eq!((identity.id(), identity.display_name()), (None, None));
        let before = written(&identity);
        identity.set_id("3f7a");
        identity.set_display_name("Ada");
        assert_eq!((identity.id(), identity.display_name()), (Some("3f7a"), Some("Ada")));
        let mut expected = before;
        expected["id"] = json!("3f7a");
        expected["displayName"] = json!("Ada");
        assert_eq!(written(&identity), expected);
        assert_eq!(read::<AnyIdentity>(&write(&identity)), identity);
    }
}

#[test]
fn a_member_is_found_be_it_declared_or_dynamic() {
    let names = |json: Value| {
        let identity: AnyIdentity = read(&json.to_string());
        let owned = |text: Option<&str>| text.map(str::to_owned);
        (owned(identity.user_principal_name()), owned(identity.tenant_id()))
    };
    for name in [
        "",
        "#microsoft.graph.userIdentity",
        "#microsoft.graph.callRecords.userIdentity",
        "#microsoft.graph.communicationsUserIdentity",
        "#microsoft.graph.communicationsApplicationInstanceIdentity",
        "#microsoft.graph.newIdentity",
    ] {
        let mut json = json!({ "userPrincipalName": "ada@example.com", "tenantId": "b61d" });
        if !name.is_empty() {
            json["@odata.type"] = json!(name);
        }
        assert_eq!(names(json), (Some("ada@example.com".into()), Some("b61d".into())), "{name}");
    }
    assert_eq!(names(json!({ "userPrincipalName": null })), (None, None));
}

#[test]
fn a_set_keeps_what_its_type_does_not_name() {
    let json = json!({
        "@odata.type": "#microsoft.graph.identitySet",
        "user": { "@odata.type": "#microsoft.graph.identity", "id": "3f7a", "tenantId": "b61d" },
        "acsUser": { "id": "8:acs:1", "displayName": "Bao" }
    });
    let set: AnyIdentitySet = read(&json.to_string());
    assert_eq!(set.additional()["acsUser"]["id"], "8:acs:1");
    assert_eq!(set.user().unwrap().additional()["tenantId"], "b61d");
    assert_eq!(set.display_name(), Some("Bao"), "of the sides, the first that has a name");
    assert_eq!(written(&set), json);
}

#[test]
fn the_sides_of_a_set_are_reached_through_each_type() {
    let mut sets =
        [IdentitySet::default().into(), CommunicationsIdentitySet::default().into(), AnyIdentitySet::default()];
    for set in &mut sets {
        assert_eq!((set.application(), set.device(), set.user(), set.display_name()), (None, None, None, None));
        let named = |name: &str| Some(Identity { display_name: Some(name.into()), ..Default::default() }.into());
        *set.device_mut().unwrap() = named("Out 4.12");
        assert_eq!(set.display_name(), Some("Out 4.12"));
        *set.application_mut().unwrap() = named("Recorder");
        assert_eq!(set.display_name(), Some("Recorder"));
        *set.user_mut().unwrap() = named("Ada");
        let names = [set.application(), set.device(), set.user()].map(|side| side.and_then(AnyIdentity::display_name));
        assert_eq!(names, [Some("Recorder"), Some("Out 4.12"), Some("Ada")]);
        assert_eq!(set.display_name(), Some("Ada"));
    }
    let mut unknown: AnyIdentitySet =
        read(r##"{"@odata.type":"#microsoft.graph.sharePointIdentitySet","siteUser":{"displayName":"Site"}}"##);
    assert!(unknown.user_mut().is_none());
    assert_eq!((unknown.user(), unknown.display_name()), (None, Some("Site")));
    let phone = Identity { display_name: Some("+1 555".into()), ..Default::default() };
    let set = CommunicationsIdentitySet { phone: Some(phone.into()), ..Default::default() };
    assert_eq!(AnyIdentitySet::from(set).display_name(), Some("+1 555"));
}

#[test]
fn an_endpoint_and_its_software_are_told_apart() {
    let client = ClientUserAgent {
        header_value: Some("Teams/1.7".into()),
        application_version: Some("16.0".into()),
        platform: ClientPlatform::Ios,
        product_family: ProductFamily::Teams,
        azure_ad_app_id: Some("app".into()),
        communication_service_id: None,
    };
    let endpoint: AnyEndpoint =
        ParticipantEndpoint { user_agent: Some(client.clone().into()), ..Default::default() }.into();
    let json = r##"{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent","headerValue":"Teams/1.7","applicationVersion":"16.0","platform":"iOS","productFamily":"teams","azureADAppId":"app"}}"##;
    assert_eq!(write(&endpoint), json);
    assert_eq!(read::<AnyEndpoint>(json), endpoint);
    let agent = endpoint.user_agent().unwrap();
    assert_eq!((agent.header_value(), agent.application_version()), (Some("Teams/1.7"), Some("16.0")));
    assert_eq!((agent.as_client(), agent.as_service()), (Some(&client), None));
    assert!(endpoint.as_participant().is_some() && endpoint.as_service().is_none());

    let role = ServiceRole::Voicemail;
    let service = ServiceUserAgent { header_value: None, application_version: None, role };
    let endpoint: AnyEndpoint = ServiceEndpoint { user_agent: Some(service.clone().into()) }.into();
    let agent = endpoint.user_agent().unwrap();
    assert_eq!((agent.header_value(), agent.application_version()), (None, None));
    assert_eq!((agent.as_client(), agent.as_service()), (None, Some(&service)));
    assert!(endpoint.as_participant().is_none() && endpoint.as_service().is_some());
    assert_eq!(AnyEndpoint::default().user_agent(), None);
}

#[test]
fn a_type_from_next_year_is_kept_whole() {
    let json = r##"{"@odata.type":"#microsoft.graph.callRecords.droneEndpoint","altitude":7,"deep":{"x":[null]}}"##;
    let endpoint: AnyEndpoint = read(json);
    assert_eq!(endpoint, AnyEndpoint::Unknown(read::<Map<String, Value>>(json)));
    assert_eq!(written(&endpoint), read::<Value>(json));
    assert!(endpoint.user_agent().is_none() && endpoint.as_participant().is_none() && endpoint.as_service().is_none());
    // The base type of user agents is abstract: without a type, nothing is known but what stands there.
    let agent: AnyUserAgent = read(r#"{"headerValue":"x","applicationVersion":"1"}"#);
    assert!(matches!(agent, AnyUserAgent::Unknown(_)));
    assert_eq!((agent.header_value(), agent.application_version()), (Some("x"), Some("1")));
}

#[test]
fn the_owner_of_an_endpoint_is_found_in_older_records_too() {
    let older = r#"{"identity":{"user":{"displayName":"Ada"}}}"#;
    let newer = r#"{"identity":{"user":{"displayName":"A."}},"associatedIdentity":{"displayName":"Ada"}}"#;
    for json in [older, newer] {
        assert_eq!(read::<ParticipantEndpoint>(json).display_name(), Some("Ada"), "{json}");
    }
}

#[test]
fn a_setter_takes_a_value_or_a_patch_of_each_type() {
    let body = |patch: CallRecordPatch| {
        let body: Value = written(&patch);
        body["organizer"].clone()
    };
    let patch = IdentitySetPatch::new().user(IdentityPatch::new().display_name("Ada")).clear_device();
    // Members of the base type name no type: whatever the value is, it has them.
    let expected = json!({ "device": null, "user": { "displayName": "Ada" } });
    assert_eq!(body(CallRecordPatch::new().organizer(patch)), expected);
    let user = identity::UserIdentityPatch::new().clear_ip_address();
    let patch = CommunicationsIdentitySetPatch::new().user(user);
    let expected = json!({
        "@odata.type": "#microsoft.graph.communicationsIdentitySet",
        "user": { "@odata.type": "#microsoft.graph.userIdentity", "ipAddress": null }
    });
    assert_eq!(body(CallRecordPatch::new().organizer(patch)), expected);
    // A value replaces the old one, and so says null of what it has not.
    let expected =
        json!({ "@odata.type": "#microsoft.graph.identitySet", "application": null, "device": null, "user": null });
    assert_eq!(body(CallRecordPatch::new().organizer(IdentitySet::default())), expected);
    assert_eq!(body(CallRecordPatch::new().organizer(AnyIdentitySet::default())), expected);

    let agent = ClientUserAgentPatch::new().platform(ClientPlatform::Web);
    let patch = SessionPatch::new().caller(ParticipantEndpointPatch::new().user_agent(agent));
    let expected = json!({
        "@odata.type": "#microsoft.graph.callRecords.participantEndpoint",
        "userAgent": { "@odata.type": "#microsoft.graph.callRecords.clientUserAgent", "platform": "web" }
    });
    assert_eq!(written(&patch)["caller"], expected);
}

#[test]
fn a_difference_names_the_side_that_changed() {
    let set = |name: &str| -> AnyIdentitySet {
        let identity = |name: &str| Some(Identity { display_name: Some(name.into()), ..Default::default() }.into());
        IdentitySet { user: identity(name), device: identity("Out"), ..Default::default() }.into()
    };
    assert_eq!(write(&set("Ada").diff(&set("Bao"))), r#"{"user":{"displayName":"Bao"}}"#);
}
