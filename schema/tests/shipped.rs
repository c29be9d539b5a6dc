//! The index that ships: its size, and facts that anyone can look up in Graph's metadata.

use graph_resource_schema::{Index, IndexError, Operation, Permission, Primitive, Step, Type, TypeKind, v1_0};

const BYTES: &[u8] = include_bytes!("../graph-v1.0.index");

fn type_named(name: &str) -> Type<'static> {
    v1_0().find_type(name).unwrap_or_else(|| panic!("no type {name}"))
}

#[test]
fn the_index_is_small_and_says_of_when_it_is() {
    assert!(BYTES.len() <= 700_000, "{} bytes", BYTES.len());
    assert_eq!(v1_0().version(), "v1.0");
    assert!(v1_0().date().unwrap().year() >= 2026);
    let count = |kind| v1_0().types().filter(|of_type| of_type.kind() == kind).count();
    assert!(count(TypeKind::Entity) >= 1_100);
    assert!(count(TypeKind::Complex) >= 1_700);
    assert!(count(TypeKind::Enumeration) >= 800);
    assert!(v1_0().operations().count() >= 1_000);
    assert!(v1_0().roots().count() >= 70);
}

#[test]
fn everything_is_found_by_its_name() {
    let graph = v1_0();
    for of_type in graph.types() {
        assert_eq!(graph.find_type(&of_type.qualified_name().to_string()), Some(of_type));
        for member in of_type.members() {
            assert!(!member.name().is_empty());
            let found = of_type.member(member.name()).unwrap();
            // A type may declare what its base declares; the nearest counts.
            assert!(found == member || found.owner() != member.owner(), "{member:?}");
        }
        for member in of_type.enum_members() {
            assert_eq!(of_type.enum_member(member.name()), Some(member));
        }
    }
    for root in graph.roots() {
        assert_eq!(graph.find_root(root.name()), Some(root));
        assert_eq!(graph.walk(root.name()).unwrap().step, Step::Root(root));
    }
    for operation in graph.operations() {
        assert!(graph.operations_called(operation.name()).any(|found| found == operation));
    }
}

#[test]
fn what_is_no_name_is_not_found() {
    let graph = v1_0();
    for name in
        ["", ".", "user", "microsoft.graph.", "microsoft.graph.User", "microsoft.graph.zzz", "Graph.user", ".user"]
    {
        assert_eq!(graph.find_type(name), None, "{name}");
    }
    let user = type_named("microsoft.graph.user");
    for name in ["", "DisplayName", "displayNam", "displayNames", "\u{10ffff}", "zzz"] {
        assert_eq!(user.member(name), None, "{name}");
    }
    assert_eq!(user.enum_member("id"), None);
    assert_eq!(graph.find_root("Users"), None);
    assert_eq!(graph.operations_called("nothing").count(), 0);
}

#[test]
fn the_aliases_of_namespaces_are_understood() {
    let alert = type_named("microsoft.graph.security.alert");
    assert_eq!(v1_0().find_type("self.alert"), Some(alert));
    assert_eq!(v1_0().find_type("graph.security.alert"), None);
    assert_eq!(v1_0().find_type("graph.alert"), Some(type_named("microsoft.graph.alert")));
    // A namespace and a type may have one name.
    assert_eq!(type_named("microsoft.graph.security").qualified_name(), "microsoft.graph.security");
}

#[test]
fn a_call_record_has_its_members_in_the_order_of_the_declaration() {
    let record = type_named("microsoft.graph.callRecords.callRecord");
    assert_eq!(record.base(), Some(type_named("microsoft.graph.entity")));
    let names: Vec<_> = record.members().map(|member| member.name()).collect();
    let expected = [
        "id",
        "endDateTime",
        "joinWebUrl",
        "lastModifiedDateTime",
        "modalities",
        "organizer",
        "participants",
        "startDateTime",
        "type",
        "version",
        "organizer_v2",
        "participants_v2",
        "sessions",
    ];
    assert_eq!(names, expected);
    let member = |name: &str| record.member(name).unwrap();
    assert_eq!(format!("{}", member("modalities").type_use()), "Collection(microsoft.graph.callRecords.modality)");
    assert_eq!(member("version").value_type().primitive(), Some(Primitive::Int64));
    assert!(!member("version").is_nullable() && member("version").states_nullability());
    assert!(member("joinWebUrl").is_nullable() && !member("joinWebUrl").states_nullability());
    assert!(member("sessions").is_relationship() && member("sessions").is_contained());
    assert!(member("organizer_v2").is_auto_expanded());
    assert!(member("id").is_key() && !member("version").is_key());
    let deprecation = member("organizer").deprecation().unwrap();
    assert_eq!(deprecation.to_string(), "deprecated since 2023-11-06, removal on 2026-11-06");
    assert_eq!(deprecation.revision, "2023-06/New_Properties_Added");
    assert_eq!(member("version").deprecation(), None);
}

#[test]
fn a_user_has_the_members_of_its_bases() {
    let user = type_named("microsoft.graph.user");
    assert_eq!(user.members().count(), 137);
    assert_eq!(user.members().next().unwrap().name(), "id");
    let lineage: Vec<_> = user.lineage().map(|of_type| of_type.name()).collect();
    assert_eq!(lineage, ["user", "directoryObject", "entity"]);
    assert!(user.is_open());
    assert_eq!(user.key().collect::<Vec<_>>(), ["id"]);
    let keys: Vec<Vec<_>> = user.alternate_keys().map(|key| key.parts().collect()).collect();
    assert_eq!(keys, [[("userPrincipalName", "userPrincipalName")]]);
    assert_eq!(user.near_member("dispalyName").unwrap().name(), "displayName");
    assert_eq!(user.near_member("nothingLikeIt"), None);
}

#[test]
fn what_annotations_say_is_there() {
    let member = |of_type: &str, name: &str| type_named(of_type).member(name).unwrap();
    let computed = member("microsoft.graph.androidStoreApp", "packageId");
    assert!(computed.is_computed() && !computed.is_immutable());
    assert_eq!(computed.permission(), Some(Permission::Read));
    let immutable = member("microsoft.graph.application", "createdByAppId");
    assert!(immutable.is_immutable() && !immutable.is_computed());
    assert_eq!(immutable.permission(), None);
    assert!(type_named("microsoft.graph.alert").deprecation().is_some());
    assert!(type_named("microsoft.graph.security.alert").deprecation().is_none());
    let recent = v1_0().operations_called("recent").next().unwrap();
    assert_eq!(recent.deprecation().unwrap().removal.unwrap().to_string(), "2027-11-01");
    assert!(v1_0().types().filter(|of_type| of_type.deprecation().is_some()).count() > 20);
}

#[test]
fn enumerations_have_values_and_flags() {
    let modality = type_named("microsoft.graph.callRecords.modality");
    let members: Vec<_> = modality.enum_members().map(|member| (member.name(), member.value())).collect();
    assert_eq!(members.len(), 6);
    assert_eq!(members.first(), Some(&("audio", 0)));
    assert_eq!(modality.underlying(), Some(Primitive::Int32));
    assert!(!modality.is_flags() && !modality.is_structured());
    assert_eq!(modality.members().count(), 0);
    assert!(v1_0().types().filter(Type::is_flags).count() >= 60);
    let state = type_named("microsoft.graph.security.investigationState");
    assert_eq!(state.underlying(), Some(Primitive::Int64));
    assert_eq!(state.near_enum_member("terminatd").unwrap().name(), "terminated");
}

#[test]
fn derived_types_are_those_whose_lineage_leads_to_the_base() {
    let graph = v1_0();
    for name in ["entity", "directoryObject", "deviceConfiguration", "callRecords.endpoint", "identity", "Json", "user"]
    {
        let base = type_named(&format!("microsoft.graph.{name}"));
        let derived: Vec<_> = base.derived().map(|of_type| of_type.qualified_name()).collect();
        let mut sorted = derived.clone();
        sorted.sort_unstable();
        let expected: Vec<_> =
            graph.types().filter(|one| *one != base && one.is_a(base)).map(|one| one.qualified_name()).collect();
        assert_eq!(sorted, expected, "{name}");
    }
    let endpoints: Vec<_> =
        type_named("microsoft.graph.callRecords.endpoint").derived().map(|one| one.name()).collect();
    assert_eq!(endpoints, ["participantEndpoint", "serviceEndpoint"]);
}

#[test]
fn members_of_derived_types_are_found() {
    let base = type_named("microsoft.graph.bookingStaffMemberBase");
    assert_eq!(base.member("displayName"), None);
    assert_eq!(base.derived_member("displayName").unwrap().owner().name(), "bookingStaffMember");
    assert_eq!(base.derived_member("nothingLikeIt"), None);
}

#[test]
fn operations_have_parameters_and_results() {
    let record = type_named("microsoft.graph.callRecords.callRecord");
    let calls: Vec<_> = record.operations(true).collect();
    let names: Vec<_> = calls.iter().map(Operation::name).collect();
    assert_eq!(names, ["getDirectRoutingCalls", "getPstnCalls"]);
    let parameters: Vec<_> = calls[1].parameters().map(|parameter| format!("{parameter:?}")).collect();
    assert_eq!(parameters, ["fromDateTime: Edm.DateTimeOffset", "toDateTime: Edm.DateTimeOffset"]);
    assert_eq!(calls[1].result().unwrap().to_string(), "Collection(microsoft.graph.callRecords.pstnCallLogRow)");
    assert!(!calls[1].is_action());
    let user = type_named("microsoft.graph.user");
    let send = user.operations(false).find(|operation| operation.name() == "sendMail").unwrap();
    assert!(send.is_action() && send.result().is_none());
    assert!(user.operations(false).any(|operation| operation.name() == "restore"), "of a base");
}

#[test]
fn the_index_knows_of_no_cloud() {
    assert_eq!(v1_0().clouds().count(), 0);
    let user = type_named("microsoft.graph.user");
    assert_eq!(user.in_cloud("china"), None);
    assert_eq!(user.member("displayName").unwrap().in_cloud("china"), None);
}

#[test]
fn slips_in_type_names_are_found() {
    let near = |name: &str| v1_0().near_type(name).map(|of_type| of_type.qualified_name().to_string());
    assert_eq!(near("microsoft.graph.usr").as_deref(), Some("microsoft.graph.user"));
    assert_eq!(near("microsoft.graph.User").as_deref(), Some("microsoft.graph.user"));
    assert_eq!(near("microsoft.graph.callRecord").as_deref(), Some("microsoft.graph.callRecords.callRecord"));
    assert_eq!(near("microsoft.graph.security.alrt").as_deref(), Some("microsoft.graph.security.alert"));
    assert_eq!(near("self.alerts").as_deref(), Some("microsoft.graph.security.alert"));
    assert_eq!(near("callRecord").as_deref(), Some("microsoft.graph.callRecords.callRecord"));
    assert_eq!(near("somethingElseAltogether"), None);
}

#[test]
fn bytes_that_are_no_index_are_refused() {
    assert_eq!(Index::new(&[]).unwrap_err(), IndexError::NoIndex);
    assert_eq!(Index::new(b"<edmx:Edmx>").unwrap_err(), IndexError::NoIndex);
    for length in (8..400).chain([BYTES.len() / 2, BYTES.len() - 1]) {
        assert_eq!(Index::new(&BYTES[..length]).unwrap_err(), IndexError::Truncated, "{length}");
    }
    let mut other = BYTES.to_vec();
    other[8] = 9;
    assert_eq!(Index::new(&other).unwrap_err(), IndexError::OtherLayout(9));
    assert!(Index::new(BYTES).is_ok());
}
