//! Where paths lead to, and what is said of those that lead nowhere.

use graph_resource_schema::{PathErrorKind, Step, v1_0};

/// The type that the path leads to, and the kind of its last step.
fn walk(path: &str) -> (String, &'static str) {
    let place = v1_0().walk(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let step = match place.step {
        Step::Root(_) => "root",
        Step::Key => "key",
        Step::AlternateKey(_) => "alternate key",
        Step::Member(member) if member.is_contained() => "contained",
        Step::Member(member) if member.is_relationship() => "relationship",
        Step::Member(_) => "property",
        Step::Cast(_) => "cast",
        Step::Operation(_) => "operation",
        Step::Path => "path",
        _ => "other",
    };
    (place.type_use.to_string().replace("microsoft.graph.", "~"), step)
}

#[test]
fn paths_lead_to_types() {
    for (path, of_type, step) in [
        ("/communications/callRecords/<id>", "~callRecords.callRecord", "key"),
        ("/communications/callRecords", "Collection(~callRecords.callRecord)", "contained"),
        ("communications/callRecords('<id>')", "~callRecords.callRecord", "key"),
        ("/communications/callRecords(id='<id>')", "~callRecords.callRecord", "key"),
        ("/communications/callRecords/<id>/sessions/<s>/segments/<g>", "~callRecords.segment", "key"),
        ("/me", "~user", "root"),
        ("/me/mailboxSettings", "~mailboxSettings", "property"),
        ("/me/displayName", "Edm.String", "property"),
        ("/users/<id>/manager", "~directoryObject", "relationship"),
        ("/users/<user>/mailFolders/inbox/messageRules/<id>", "~messageRule", "key"),
        ("/users/<user>/memberOf/<id>/microsoft.graph.group", "~group", "cast"),
        ("/users/<user>/memberOf/microsoft.graph.group", "Collection(~group)", "cast"),
        ("/users/<user>/memberOf/graph.group/<id>/owners", "Collection(~directoryObject)", "relationship"),
        ("/applications(appId='<app_id>')", "~application", "alternate key"),
        ("/applications(uniqueName='a,b')/owners", "Collection(~directoryObject)", "relationship"),
        ("/servicePrincipals(appId='<app>')/owners('<id>')", "~directoryObject", "key"),
        ("/me/drive/root", "~driveItem", "relationship"),
        (
            "/communications/callRecords/getPstnCalls(fromDateTime=<a>,toDateTime=<b>)",
            "Collection(~callRecords.pstnCallLogRow)",
            "operation",
        ),
        (
            "/communications/callRecords/microsoft.graph.callRecords.getPstnCalls(fromDateTime=<a>,toDateTime=<b>)",
            "Collection(~callRecords.pstnCallLogRow)",
            "operation",
        ),
        ("/drives/<drive>/root:/<path..>:", "~driveItem", "path"),
        ("/me/drive/root:/<path..>", "~driveItem", "path"),
        ("/me/drive/root:/Reports/May 1.docx:", "~driveItem", "path"),
        ("/drives/<drive>/items/<item>:/<path..>:/children/<id>", "~driveItem", "key"),
        ("/sites/<host>:/<path..>:", "~site", "path"),
        ("/sites/<host>:/<path..>:/drive/root:/<file..>:/permissions", "Collection(~permission)", "contained"),
        ("/users/delta()", "Collection(~user)", "operation"),
        (
            "/identityGovernance/lifecycleWorkflows/workflows/<w>/versions(versionNumber=<version_number>)",
            "~identityGovernance.workflowVersion",
            "key",
        ),
    ] {
        assert_eq!(walk(path), (of_type.to_owned(), step), "{path}");
    }
}

#[test]
fn what_leads_nowhere_is_said_in_words() {
    for (path, number, message) in [
        ("", 1, "segment 1 of the path is empty"),
        ("/users//x", 2, "segment 2 of the path is empty"),
        ("/user/<id>", 1, "Graph has no `/user`; did you mean `users`?"),
        ("/xyzzy", 1, "Graph has no `/xyzzy`"),
        (
            "/communications/callRecord/<id>",
            2,
            "`microsoft.graph.cloudCommunications` has no `callRecord`; did you mean `callRecords`?",
        ),
        ("/me/<id>", 2, "`<id>` is a key, and one `microsoft.graph.user` is there, no collection"),
        ("/me(id='x')", 1, "`me(id='x')` is a key, and one `microsoft.graph.user` is there, no collection"),
        ("/users(mail='<mail>')", 1, "`microsoft.graph.user` has no key as in `users(mail='<mail>')`"),
        ("/users/<id>/microsoft.graph.usr", 3, "Graph has no type `microsoft.graph.usr`"),
        ("/users/<id>/microsoft.graph.group", 3, "`microsoft.graph.group` does not derive from `microsoft.graph.user`"),
        ("/me/displayName/x", 3, "`x` follows `Edm.String`, which has no members"),
        ("/me/businessPhones/0", 3, "`0` follows `Collection(Edm.String)`, which has no members"),
        ("/me/sendMail", 2, "`sendMail` gives no value"),
        ("/me/photo/$value", 3, "`$value` is no resource"),
        ("/me:/<path..>:", 1, "`me:` begins a path of its own, which `microsoft.graph.user` has none of"),
        (
            "/drives:/<path..>:",
            1,
            "`drives:` begins a path of its own, which `Collection(microsoft.graph.drive)` has none of",
        ),
        ("/me/drive/root:/a//b:", 5, "segment 5 of the path is empty"),
        (
            "/me/drive/root:/<path..>:/childrn",
            5,
            "`microsoft.graph.driveItem` has no `childrn`; did you mean `children`?",
        ),
        ("/users/<id>/nothingLikeIt", 3, "`microsoft.graph.user` has no `nothingLikeIt`"),
    ] {
        let error = v1_0().walk(path).expect_err(path);
        assert_eq!((error.number, error.to_string()), (number, message.to_owned()), "{path}");
    }
    let error = v1_0().walk("/me/dislpayName").unwrap_err();
    let PathErrorKind::NoMember(of_type) = error.kind else { panic!("{error:?}") };
    assert_eq!(of_type.name(), "user");
    assert_eq!(error.segment, "dislpayName");
}
