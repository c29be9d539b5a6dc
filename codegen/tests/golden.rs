//! What is written: the golden crate, which is compiled beside, and what a further run does with it.

mod orders;

use std::path::Path;
use std::process::Command;

use cargo_graph_resource::{Order, add};
use graph_resource_schema::{Index, v1_0};
use graph_resource_schema_build::{Source, build};

use crate::orders::{added_to, folder, order, write};

/// The orders of the golden crate, one after the other.
const ORDERS: &[&str] = &[
    "microsoft.graph.callRecords.callRecord --expand sessions,organizer_v2",
    "user --select id,displayName,mail,businessPhones,assignedLicenses,employeeHireDate,manager --no-union",
    "message",
    "todoTask plannerTask subscription",
    "namedLocation",
    "application --select appId,displayName,keyCredentials,api --path /applications(appId='<app_id>')",
    "mailboxSettings --path /me/mailboxSettings",
    "microsoft.graph.identityGovernance.workflowVersion --select versionNumber,displayName,isEnabled",
    "self.alertComment microsoft.graph.termStore.set",
];

/// The names and texts of all files of a folder's module.
fn files_of(folder: &Path) -> Vec<(String, String)> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.push(folder.with_extension("rs"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_golden_crate_is_what_is_written() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/src/graph");
    let folder = folder("golden");
    for words in ORDERS {
        write(words, &folder);
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(&golden).unwrap();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, golden.join(path.file_name().unwrap())).unwrap();
        }
        std::fs::copy(folder.with_extension("rs"), golden.with_extension("rs")).unwrap();
    }
    let (new, there) = (files_of(&folder), files_of(&golden));
    let names = |files: &[(String, String)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&new), names(&there));
    for ((name, new), (_, there)) in new.iter().zip(&there) {
        assert!(new == there, "{name} has changed: look at the difference, and run with UPDATE_GOLDEN=1");
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let folder = folder("twice");
    for words in ["callRecords.callRecord --expand sessions", "namedLocation", "user --select id,manager --no-union"] {
        let once = write(words, &folder);
        assert_eq!(write(words, &folder), once, "{words}");
    }
}

#[test]
fn what_is_written_is_formatted() {
    // The golden crate is what is written, and has the default style.
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut rustfmt = Command::new("rustfmt");
    match rustfmt.args(["--edition", "2024", "--check"]).arg(golden.join("src/lib.rs")).output() {
        Ok(output) => {
            let difference = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "{}", difference.chars().take(4_000).collect::<String>());
        }
        Err(_) => {
            let text = "the formatting was not checked: there is no rustfmt\n";
            let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
        }
    }
}

#[test]
fn an_entity_that_another_type_takes_is_left_as_it_is_picked() {
    let folder = folder("picked");
    write("user --select id,displayName --no-union", &folder);
    let before = std::fs::read_to_string(folder.with_extension("rs")).unwrap();
    write("group --select id,owners --no-union", &folder);
    write("onenote --expand pages --no-union", &folder);
    let text = std::fs::read_to_string(folder.with_extension("rs")).unwrap();
    let user = before.split("pub struct User").nth(1).unwrap();
    assert!(text.contains(user.split('}').next().unwrap()));
    assert!(text.contains("pub struct DirectoryObject"));
}

#[test]
fn types_are_found_without_their_namespaces() {
    let first = |words: &str| {
        let added = add(v1_0(), &order(words), None, &folder("names")).unwrap();
        added.files.last().unwrap().text.clone()
    };
    let text = first("callRecord --select id");
    assert_eq!(text, first("microsoft.graph.callRecords.callRecord --select id"));
    assert_eq!(text, first("#microsoft.graph.callRecords.callRecord --select id"));
}

#[test]
fn what_a_path_names_is_selected() {
    let text = added_to("path", "", "user --no-union --select id --path /users/<user_principal_name>");
    assert!(text.contains("    pub user_principal_name: String,\n"), "{text}");
}

#[test]
fn options_tell_the_derives_more() {
    let text = added_to("schema", "", "callRecords.callRecord --schema");
    assert!(text.contains("pub mod call_records;"), "{text}");
    let records = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schema/graph/call_records.rs");
    let records = std::fs::read_to_string(records).unwrap();
    assert!(records.contains(r#"#[graph_resource(path = "/communications/callRecords/<id>", schema = "v1.0")]"#));
    assert!(records.contains("    #[graph_resource(not_null)]\n    pub version: Option<i64>,\n"));
    let states = "#[graph_resource(schema = \"v1.0#microsoft.graph.callRecords.failureInfo\")]\npub struct FailureInfo";
    assert!(!records.contains(states), "of relationships that were not asked for");
    assert!(records.contains("schema = \"v1.0#microsoft.graph.callRecords.callType\""), "{records}");
}

#[test]
fn descriptions_of_a_csdl_file_are_documentation() {
    let csdl = r#"<Edmx><Schema Namespace="microsoft.graph" Alias="graph">
        <Annotations Target="microsoft.graph.emailAddress/name">
            <Annotation Term="Org.OData.Core.V1.Description" String="The display name of the person or entity"/>
        </Annotations></Schema></Edmx>"#;
    let files = add(v1_0(), &order("emailAddress"), Some(csdl), &folder("docs")).unwrap().files;
    let text = &files[0].text;
    assert!(
        text.contains("    /// The display name of the person or entity.\n    pub name: Option<String>,\n"),
        "{text}"
    );
}

#[test]
fn a_description_is_text_on_whatever_line_it_goes_on() {
    // They fill the first line.
    let words = "word ".repeat(17);
    for (marker, written) in
        [("-", r"\-"), ("12.", r"12\."), ("3)", r"3\)"), ("##", r"\##"), ("===", r"\==="), ("-1", "-1")]
    {
        let csdl = format!(
            r#"<Edmx><Schema Namespace="microsoft.graph"><Annotations Target="microsoft.graph.emailAddress/name">
            <Annotation Term="Org.OData.Core.V1.Description" String="{words}abcdefg {marker} low"/>
            </Annotations></Schema></Edmx>"#
        );
        let text = &add(v1_0(), &order("emailAddress"), Some(&csdl), &folder("lines")).unwrap().files[0].text;
        assert!(text.contains(&format!("abcdefg\n    /// {written} low.\n")), "{text}");
    }
}

#[test]
fn imports_are_sorted() {
    let text = added_to("sorted", "", "educationTerm");
    assert!(text.contains("use graph_resource::GraphComplex;\nuse graph_resource::edm::Date;\n\n"), "{text}");
}

#[test]
fn names_of_other_metadata_clash_with_nothing() {
    let csdl = |left_out: &str| {
        r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
        <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        <EnumType Name="level"><Member Name="unknown" Value="0"/><Member Name="unrecognized" Value="1"/></EnumType>
        <ComplexType Name="thing"><Property Name="setSize" Type="Edm.String"/><Property Name="clearSize" Type="Edm.String"/>
        <Property Name="size" Type="Edm.String"/><Property Name="setOther" Type="Edm.String"/></ComplexType>
        </Schema></edmx:DataServices></edmx:Edmx>"#
            .replace(left_out, "")
    };
    let (all, china) = (csdl("-"), csdl(r#"<Property Name="setOther" Type="Edm.String"/>"#));
    let source =
        Source { csdl: &all, version: "v1.0", date: "2026-08".parse().unwrap(), clouds: vec![("china", &china)] };
    let built = build(&source).unwrap();
    let index = Index::new(&built.index).unwrap();
    let mut wanted = order("level thing");
    let text = |wanted: &Order| add(&index, wanted, None, &folder("other")).unwrap().files[0].text.clone();
    let all = text(&wanted);
    assert!(all.contains("    Unknown,\n    Unrecognized,\n"), "{all}");
    assert!(all.contains("    Unrecognized_(String),\n"), "{all}");
    let fields = ["set_size_", "clear_size_", "size"].map(|name| format!("    pub {name}: Option<String>,\n"));
    assert!(all.contains(&format!("{}    pub set_other: Option<String>,\n}}", fields.concat())), "{all}");
    wanted.cloud = Some("china".to_owned());
    assert!(text(&wanted).contains(&format!("{}}}", fields.concat())), "what the cloud lacks is left out");
}

#[test]
fn what_is_only_written_is_an_option() {
    // The type has no default, and no answer shows the property.
    let field = |option| format!("{option}    pub creation_mode: Option<EngagementCreationMode>,\n");
    let text = added_to("write_only", "", "engagementConversation --no-union --select creationMode --required");
    assert!(text.contains(&field("    #[graph_resource(write_only)]\n")), "{text}");
    let text = added_to("write_only", "", "engagementConversation --no-union --select creationMode");
    assert!(text.contains(&field("    #[graph_resource(write_only, not_null)]\n")), "{text}");
}

#[test]
fn what_was_decided_is_said() {
    let notes = |words: &str| add(v1_0(), &order(words), None, &folder("notes")).unwrap().notes;
    let deep = "no path of five segments leads to `microsoft.graph.identityGovernance.workflowVersion`: \
                it is a `GraphComplex`; give `--path`";
    assert_eq!(notes("identityGovernance.workflowVersion --select versionNumber"), [deep]);
    let path = "/identityGovernance/lifecycleWorkflows/workflows/<workflow>/versions/<version_number>";
    let words = format!("identityGovernance.workflowVersion --select versionNumber --path {path}");
    assert_eq!(notes(&words), [""; 0]);
    let stream = "`content` of `microsoft.graph.onenotePage` is a stream, which is not in JSON: left out";
    assert_eq!(notes("onenotePage --no-union"), [stream]);
}

#[test]
fn what_cannot_be_written_is_said() {
    for (words, message) in [
        ("usr", "Graph has no type `usr`; did you mean `microsoft.graph.user`?"),
        (
            "microsoft.graph.callRecord",
            "Graph has no type `microsoft.graph.callRecord`; did you mean `microsoft.graph.callRecords.callRecord`?",
        ),
        ("user --select displayNam", "`user` has no `displayNam`; did you mean `displayName`?"),
        ("user --expand zzz", "`user` has no `zzz`"),
        ("user --path /user/<id>", "the path leads nowhere: Graph has no `/user`; did you mean `users`?"),
        ("user --expand displayName", "`displayName` is no relationship; name it by `--select`"),
        ("user --path users/<id>", "the path does not begin with `/`; add one"),
        ("user --path /users/<id>/", "the path ends in `/`; remove it"),
        ("user --path /users/<id", "a `<` or `>` in `<id` has no partner; write a placeholder as `<id>`"),
        ("user --path /users/{id}", "the path holds `{`; write a placeholder as `<id>`"),
        ("user --path /users('a\"b')", "the path holds `\"`; remove it"),
        ("user --path /beta/users/<id>", "the path begins with the version; leave `/beta` out"),
        (
            "user --path https://graph.microsoft.com/v1.0/users/<id>",
            "the path is a whole URL; write what follows the version, like `/users/<id>`",
        ),
        (
            "user --path /users/<userPrincipalName>",
            "placeholder `<userPrincipalName>` of the path names no property; write `<user_principal_name>` for the key",
        ),
        ("user --path /groups/<id>", "`/groups/<id>` leads to `microsoft.graph.group`"),
        ("user --path /users", "`/users` leads to `Collection(microsoft.graph.user)`"),
        ("user --path /users/<user>", "placeholder `<user>` of the path names no property; write `<id>` for the key"),
        ("user group --path /users/<id>", "`--path` is of one type; name one"),
    ] {
        let error = add(v1_0(), &order(words), None, &folder("errors")).expect_err(words);
        assert_eq!(error.to_string(), message, "{words}");
    }
    let mut cloud = order("user");
    cloud.cloud = Some("china".to_owned());
    let error = add(v1_0(), &cloud, None, &folder("errors")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the index knows nothing of the cloud `china`; build one with its metadata, and give it by `--index`"
    );
    let folder = folder("broken");
    std::fs::write(folder.with_extension("rs"), "pub struct {}\n").unwrap();
    let error = add(v1_0(), &order("user"), None, &folder).unwrap_err();
    assert!(error.to_string().contains("broken/graph.rs:1:12: expected identifier"), "{error}");
}
