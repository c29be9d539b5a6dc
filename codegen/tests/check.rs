//! What `check` finds.

use std::path::Path;

use cargo_graph_resource::check;
use graph_resource_schema::v1_0;

/// The findings in a file, without its name.
fn findings(file: &str, text: &str) -> Vec<String> {
    let findings = check(v1_0(), Path::new(file), text).unwrap();
    findings.iter().map(|one| one.to_string().replacen(&format!("{file}:"), "", 1)).collect()
}

#[test]
fn every_kind_of_mistake_is_found_where_it_is() {
    let text = r#"
use graph_resource::GraphResource;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
#[graph_resource(path = "/user/<id>", at = "wrong")]
pub struct User {
    pub id: String,
    pub dispaly_name: Option<String>,
    pub account_enabled: Option<i32>,
    pub business_phones: Option<String>,
    pub mail: Vec<String>,
    pub job_title: String,
    pub manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    pub surname: Option<String>,
    #[graph_resource(unchecked)]
    pub beta_only: Option<String>,
    #[graph_resource(skip)]
    pub seen: bool,
    #[graph_resource(rename = "hireDate")]
    pub hired: Option<DateTimeOffset>,
}

#[derive(GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.emailAdress")]
pub struct Email {}

#[derive(GraphResource)]
#[graph_resource(odata_type = "microsoft.graph.application")]
pub struct Application {
    pub app_id: Option<String>,
    pub created_by_app_id: Option<String>,
}

#[derive(GraphEnum)]
#[graph_resource(odata_type = "microsoft.graph.importance")]
pub enum Importance {
    Low,
    Hihg,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(GraphUnion)]
#[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>")]
pub enum Place {
    #[graph_resource(odata_type = "microsoft.graph.ipNamedLocation")]
    Ip(Ip),
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(User),
}

#[derive(GraphResource)]
#[graph_resource(path = "/solutions/bookingBusinesses/<business>/staffMembers/<id>")]
#[graph_resource(path = "/bookingBusinesses/<business>/staffMembers/<id>", at = "older", unchecked)]
pub struct Staff {
    pub display_name: Option<String>,
}
"#;
    let expected = [
        "6:25: error: Graph has no `/user`; did you mean `users`?",
        "9:9: error: `microsoft.graph.user` has no property `dispalyName`; did you mean `displayName`?",
        "10:26: error: `accountEnabled` is `Edm.Boolean`; write `bool`",
        "11:26: error: `businessPhones` is a collection, `Collection(Edm.String)`; write `Vec<…>`",
        "12:15: error: `mail` is one value, `Edm.String`; write no `Vec<…>`",
        "13:20: warning: `jobTitle` may be null; write `Option<…>`",
        "14:9: error: `manager` is a relationship; mark it `navigation`",
        "16:9: error: `surname` is no relationship; remove `navigation`",
        "26:31: error: Graph has no type `microsoft.graph.emailAdress`; did you mean `microsoft.graph.emailAddress`?",
        "33:9: warning: `createdByAppId` never changes; mark it `create_only`",
        "40:5: error: `microsoft.graph.importance` has no member `hihg`; did you mean `high`?",
        "50:35: error: `microsoft.graph.user` does not derive from `microsoft.graph.namedLocation`",
        "58:9: error: `microsoft.graph.bookingStaffMemberBase` has no property `displayName`; \
         `microsoft.graph.bookingStaffMember`, which derives from it, has: state that as `odata_type`",
    ];
    let findings = findings("src/lib.rs", text);
    let found: Vec<_> = findings.iter().filter(|one| !one.contains(": new: ")).collect();
    assert_eq!(found, expected.iter().collect::<Vec<_>>());
}

#[test]
fn what_the_derives_find_is_found_here_too() {
    let text = r##"
#[derive(GraphResource)]
#[graph_resource(path = "/users/<user_id>", odata_type = "microsoft.graph.group")]
pub struct Group {
    #[graph_resource(rename = "id")]
    pub user_id: String,
}

#[derive(GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.importance")]
pub struct Importance {}

#[derive(GraphEnum)]
#[graph_resource(odata_type = "microsoft.graph.emailAddress")]
pub enum EmailAddress {}

#[derive(GraphEnum)]
#[graph_resource(odata_type = "microsoft.graph.importance", rename_all = "snake_case")]
pub enum Level {
    High,
    VeryHigh,
}

#[derive(GraphComplex)]
#[graph_resource(odata_type = "#microsoft.graph.emailAddress", rename_all = "PascalCase")]
pub struct Address {
    pub name: Option<String>,
}

#[derive(GraphUnion)]
#[graph_resource(odata_type = "microsoft.graph.accountTargetContent")]
pub enum Place {
    Base(Base),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[cfg_attr(all(), derive(Debug, graph_resource::GraphComplex))]
#[graph_resource(odata_type = "microsoft.graph.itemBody")]
pub struct Body {
    pub contents: Option<String>,
}
"##;
    let expected = [
        "3:25: error: `/users/<user_id>` leads to `microsoft.graph.user`, and `microsoft.graph.group` does not derive from it",
        "11:12: error: `microsoft.graph.importance` is an enumeration; declare it by `GraphEnum`",
        "15:10: error: `microsoft.graph.emailAddress` is no enumeration; declare it by another derive",
        "21:5: error: `microsoft.graph.importance` has no member `very_high`; remove it, or mark it `unchecked`",
        "27:9: error: `microsoft.graph.emailAddress` has no property `Name`; did you mean `name`?",
        "33:5: error: `microsoft.graph.accountTargetContent` is abstract, so that no value is of it; state the variant's `odata_type`",
        "41:9: error: `microsoft.graph.itemBody` has no property `contents`; did you mean `content`?",
    ];
    let found = findings("src/lib.rs", text);
    assert_eq!(
        found.iter().filter(|one| !one.contains(": new: ")).collect::<Vec<_>>(),
        expected.iter().collect::<Vec<_>>()
    );
}

#[test]
fn types_are_known_by_their_module() {
    let text = "#[derive(GraphComplex)]\npub struct FailureInfo {\n    pub stage: Option<FailureStage>,\n    pub cause: Option<String>,\n}\n";
    let expected = [
        "4:9: error: `microsoft.graph.callRecords.failureInfo` has no property `cause`; remove it, or mark it `unchecked`",
        "2:12: new: `microsoft.graph.callRecords.failureInfo` also has `reason`",
    ];
    assert_eq!(findings("src/graph/call_records.rs", text), expected);
    assert_eq!(findings("src/other.rs", text), [""; 0]);
    assert_eq!(findings("src/other.rs", &format!("mod call_records {{\n{text}\n}}\n")).len(), 2);
}

#[test]
fn types_are_known_wherever_they_were_moved() {
    let text = "/// What went wrong.\n///\n/// A value: `microsoft.graph.callRecords.failureInfo` of Microsoft\n/// Graph v1.0.\n\
                #[derive(GraphComplex)]\npub struct Failure {\n    pub cause: Option<String>,\n}\n";
    let missing = "7:9: error: `microsoft.graph.callRecords.failureInfo` has no property `cause`; remove it, or mark it `unchecked`";
    assert_eq!(findings("src/other.rs", text)[0], missing);
    let text = "#[derive(GraphComplex)]\npub struct FailureInfo {\n    pub cause: Option<String>,\n}\n";
    assert_eq!(findings("src/graph/call_records/mod.rs", text).len(), 2);
    assert_eq!(findings("src/graph/mod.rs", text), [""; 0]);
}

#[test]
fn what_may_be_null_is_not_marked_otherwise() {
    let text = "#[derive(GraphComplex)]\npub struct FailureInfo {\n    #[graph_resource(not_null)]\n    pub reason: Option<String>,\n    #[graph_resource(not_null)]\n    pub stage: Option<FailureStage>,\n}\n";
    let expected = ["4:9: warning: `reason` may be null; remove `not_null`"];
    assert_eq!(findings("src/graph/call_records.rs", text), expected);
}

#[test]
fn what_is_written_has_no_mistakes() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/src");
    let mut count = 0;
    for file in ["graph.rs", "graph/call_records.rs", "graph/identity_governance.rs", "graph/security.rs"] {
        let path = golden.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        for finding in check(v1_0(), &path, &text).unwrap() {
            assert!(
                finding.message.contains("deprecated since") || finding.to_string().contains(": new: "),
                "{finding}"
            );
            count += 1;
        }
    }
    assert!(count > 3, "types that were picked apart, and deprecated properties: {count}");
}

#[test]
fn what_changed_in_the_metadata_is_found() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/src/graph/call_records.rs");
    let text = std::fs::read_to_string(&file).unwrap();
    // As if Graph had had a property that it has no more, and one of another type.
    let older = text
        .replace("pub version: Option<i64>,", "pub revision: Option<i64>,")
        .replace("pub join_web_url: Option<String>", "pub join_web_url: Option<i32>");
    assert_ne!(text, older);
    let errors: Vec<_> = check(v1_0(), &file, &older).unwrap().into_iter().map(|one| one.message).collect();
    assert!(errors.iter().any(|one| one.contains("has no property `revision`")), "{errors:?}");
    assert!(errors.iter().any(|one| one.contains("`joinWebUrl` is `Edm.String`")), "{errors:?}");
    assert!(errors.iter().any(|one| one.contains("also has `version`")), "{errors:?}");
}
