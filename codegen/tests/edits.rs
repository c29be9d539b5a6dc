//! What a further run does with source that the user has changed.

mod orders;

use std::path::Path;

use cargo_graph_resource::add;
use graph_resource_schema::v1_0;

use crate::orders::{added_to, folder, order, write};

/// Writes types into a file that says this, where what it says has to stay, and gives what was decided.
fn notes_of(name: &str, there: &str, words: &str) -> Vec<String> {
    let folder = folder(name);
    std::fs::write(folder.with_extension("rs"), there).unwrap();
    let added = add(v1_0(), &order(words), None, &folder).unwrap();
    assert_eq!(added.files[0].text, there);
    let file = format!("{}: ", folder.with_extension("rs").display());
    added.notes.into_iter().map(|note| note.replace(&file, "")).collect()
}

const BODY: &str = "#[derive(GraphComplex)]\npub struct ItemBody {\n    pub content: Option<String>,\n}\n";

/// What is added to `BODY`, but for the lines of `BODY`.
const TYPE: &str = "    pub content_type: Option<BodyType>,\n}\n\n/// `microsoft.graph.bodyType`";

#[test]
fn what_the_user_wrote_stays() {
    let there = r#"//! My types.

use graph_resource::GraphResource; // for users

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    pub id: String,
    /// Mine, with another name.
    #[graph_resource(rename = "mail")]
    pub address: Option<String>, // as shown
    #[graph_resource(skip)]
    pub seen: bool
}

impl User {
    fn is_mine(&self) -> bool {
        self.seen
    }
}
"#;
    let text = added_to("kept", there, "user --select id,displayName,mail,createdDateTime --no-union");
    let expected = there
        .replace("use graph_resource::GraphResource;", "use graph_resource::{DateTimeOffset, GraphResource};")
        .replace("    pub id: String,\n", "    pub id: String,\n    pub created_date_time: Option<DateTimeOffset>,\n    pub display_name: Option<String>,\n");
    assert_eq!(text, expected);
}

#[test]
fn what_is_missing_is_added_where_it_belongs() {
    let there = "use graph_resource::GraphEnum;\n\n#[derive(Clone, Debug, PartialEq, GraphEnum)]\npub enum Importance {\n    \
                 Normal,\n    #[graph_resource(unknown)]\n    Other(String)\n}\n";
    let text = added_to("enumeration", there, "importance");
    let expected = there.replace("    Normal,\n", "    Low,\n    Normal,\n    High,\n");
    assert_eq!(text, expected, "the catch-all keeps its name");

    let text = added_to(
        "last",
        "#[derive(GraphComplex)]\npub struct ItemBody {\n    pub content: Option<String>\n}\n",
        "itemBody",
    );
    assert!(text.contains("{\n    pub content: Option<String>,\n    pub content_type: Option<BodyType>,\n}"), "{text}");

    let text = added_to(
        "one_line",
        "#[derive(GraphComplex)]\npub struct EmailAddress { pub name: Option<String> }\n",
        "emailAddress",
    );
    assert!(text.contains("{\n    pub address: Option<String>,\n pub name: Option<String> }"), "{text}");

    let text = added_to("alias", "pub type EmailAddress = String;\n", "emailAddress");
    assert_eq!(text, "pub type EmailAddress = String;\n", "something else of the name is the user's");
}

#[test]
fn a_mark_at_the_start_moves_nothing() {
    for (name, start) in
        [("bom", "\u{feff}//! Mine.\n\n"), ("script", "#!/usr/bin/env run\n"), ("both", "\u{feff}#!x\n")]
    {
        let text = added_to(name, &format!("{start}{BODY}"), "itemBody");
        assert!(
            text.starts_with(&format!("{start}use graph_resource::GraphEnum;\n\n#[derive(GraphComplex)]\n")),
            "{text}"
        );
        assert!(text.contains(&format!("    pub content: Option<String>,\n{TYPE}")), "{text}");
    }
    let text = added_to("attribute", &format!("#![allow(dead_code)]\n\n{BODY}"), "itemBody");
    assert!(text.starts_with("#![allow(dead_code)]\n\nuse graph_resource::GraphEnum;\n\n#[derive"), "{text}");
}

#[test]
fn lines_end_as_those_of_the_file_do() {
    for start in ["", "#!/usr/bin/env run\n"] {
        let there = format!("{start}{BODY}").replace('\n', "\r\n");
        let text = added_to("windows", &there, "itemBody");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text}");
        assert!(text.replace("\r\n", "\n").contains(TYPE));
    }
}

#[test]
fn comments_stay_where_they_stand() {
    for (name, there, wanted) in [
        (
            "block",
            "    pub content: Option<String>, /* of the\n  body */\n}",
            "of the\n  body */\n    pub content_type",
        ),
        ("line", "    pub content: Option<String>, // of the body\n}", "of the body\n    pub content_type"),
        (
            "no_comma",
            "    pub content: Option<String> /* a /* b */ */\n}",
            "String>, /* a /* b */ */\n    pub content_type",
        ),
        (
            "next",
            "    pub content: Option<String>,\n    // mine\n    #[x]\n    pub c: u8,\n}",
            ",\n    pub content_type: Option<BodyType>,\n    // mine",
        ),
        (
            "first",
            " // all of it\n    #[x]\n    pub c: u8,\n}",
            "{ // all of it\n    pub content: Option<String>,\n    pub content_type",
        ),
    ] {
        let text = added_to(
            name,
            &format!(
                "#[derive(GraphComplex)]\npub struct ItemBody {{{}{there}\n",
                if name == "first" { "" } else { "\n" }
            ),
            "itemBody",
        );
        assert!(text.contains(wanted), "{name}: {text}");
        assert!(syn::parse_file(&text).is_ok(), "{name}: {text}");
    }
    let there = format!("// Of us.\n\n// For fun.\nuse std::fmt; /* to\n show */\n\n// The body.\n{BODY}");
    let text = added_to("imports", &there, "itemBody callRecords.callType");
    let start = "// Of us.\n\npub mod call_records;\n\nuse graph_resource::GraphEnum;\n// For fun.\nuse std::fmt; /* to\n show */\n";
    assert!(text.starts_with(start), "{text}");
    let text = added_to("header", &format!("// Of us.\nuse std::fmt;\n\n{BODY}"), "itemBody");
    assert!(text.starts_with("// Of us.\nuse graph_resource::GraphEnum;\nuse std::fmt;\n"), "{text}");
    let text = added_to("only", "// Nothing yet.", "callRecords.callType");
    assert_eq!(text, "// Nothing yet.\n\npub mod call_records;\n");
}

#[test]
fn an_import_with_a_comment_stays() {
    let there = format!("use graph_resource::{{GraphComplex /* all of it */}};\n\n{BODY}");
    let text = added_to("import_comment", &there, "itemBody");
    assert_eq!(text.matches("use graph_resource::{GraphComplex /* all of it */};\n").count(), 1, "{text}");
    assert!(text.contains("use graph_resource::GraphEnum;\n"), "{text}");
}

#[test]
fn imports_before_others_are_sorted() {
    let text = added_to("sorted_before", "use zeta::Thing;\n", "educationTerm");
    let imports = "use graph_resource::GraphComplex;\nuse graph_resource::edm::Date;\nuse zeta::Thing;\n\n";
    assert!(text.starts_with(imports), "{text}");
}

#[test]
fn an_import_keeps_its_leading_colons() {
    let text = added_to("colons", &format!("use ::graph_resource::GraphComplex;\n\n{BODY}"), "itemBody");
    assert!(text.starts_with("use ::graph_resource::{GraphComplex, GraphEnum};\n\n"), "{text}");
}

#[test]
fn lines_that_look_like_comments_are_no_comments() {
    let item = "use zeta::Thing;\n";
    for (name, before, above) in [
        ("code", "/*\nuse old::Thing;\n// gone */\n", ""),
        ("string", "const H: &str = r\"\n#[derive(GraphComplex)] struct ItemBody {\n// made\";\n", ""),
        ("invocation", "made! {\n    struct ItemBody {}\n// made\n}\n", "// For fun.\n/* And\n more. */\n"),
        ("same_line", "const A: u8 = 1; // one\n", "/* two */ "),
        ("empty_line", "const A: u8 = 1;\n// one\n\n", "// two\n"),
    ] {
        let text = added_to(name, &format!("{before}{above}{item}\n{BODY}"), "itemBody");
        let start = format!("{before}use graph_resource::GraphEnum;\n{above}{item}");
        assert!(text.starts_with(&start), "{name}: {text}");
    }
}

#[test]
fn documentation_stays_with_what_it_is_of() {
    for (comment, is_docs) in [
        ("/// Mine.", true),
        ("/** Mine. */", true),
        ("//// Of the address.", false),
        ("/*** Of the address. */", false),
        ("/**/", false),
    ] {
        let there = format!(
            "#[derive(GraphComplex)]\npub struct EmailAddress {{ /// Its place.\n    \
                             pub address: Option<String>, {comment}\n    pub mine: u8,\n}}\n"
        );
        let text = added_to("same_line_docs", &there, "emailAddress");
        let name = "\n    pub name: Option<String>,\n";
        let (old, new) = if is_docs {
            (format!(" {comment}"), format!("{name} {comment}"))
        } else {
            (format!("{comment}\n"), format!("{comment}{name}"))
        };
        assert_eq!(text, there.replace(&old, &new), "{comment}");
    }
}

#[test]
fn options_on_a_condition_count() {
    let there = "#[cfg_attr(all(feature = \"graph\"), derive(GraphComplex), graph_resource(rename_all = \"PascalCase\"))]\n\
                 pub struct EmailAddress {\n    #[cfg_attr(feature = \"graph\", graph_resource(rename = \"address\"))]\n    \
                 pub mail: Option<String>,\n}\n";
    let text = added_to("conditional", there, "emailAddress");
    let name = "    #[graph_resource(rename = \"name\")]\n    pub name: Option<String>,\n}\n";
    assert_eq!(text, there.replace("}\n", name));
}

#[test]
fn tests_stay_last() {
    let tests = "// All of them.\n#[cfg(test)]\nmod tests {\n    fn works() {}\n}\n";
    let text = added_to("tests", &format!("pub mod other;\n\n{tests}"), "emailAddress callRecords.callType");
    assert!(
        text.starts_with("pub mod other;\npub mod call_records;\n\nuse graph_resource::GraphComplex;\n\n///"),
        "{text}"
    );
    assert!(text.ends_with(&format!("}}\n\n{tests}")), "{text}");
}

#[test]
fn names_that_mean_something_else_are_written_out() {
    let there = "use std::collections::BTreeMap as Map;\nuse std::time::Duration;\n\npub struct Value;\n";
    let text = added_to("clash", there, "userIdentity timeRange deviceManagementSettings recurrencePattern");
    assert!(text.contains("pub additional: serde_json::Map<String, serde_json::Value>,"), "{text}");
    assert!(!text.contains("use serde_json"), "{text}");
    let text = added_to("clash", there, "callRecords.traceRouteHop");
    let records = std::fs::read_to_string(Path::new(env!("CARGO_TARGET_TMPDIR")).join("clash/graph/call_records.rs"));
    assert!(records.unwrap().contains("use graph_resource::edm::Duration;"), "in another file it is free");
    assert!(!text.contains("edm"), "{text}");
    let there = "#[derive(GraphEnum)]\npub enum Importance {\n    Low,\n}\n";
    assert!(!added_to("no_words", there, "importance").contains("edm"));
}

#[test]
fn names_of_variants_are_not_imported() {
    // One of its members is named as a type is.
    let text = added_to("variants", "", "attributeType");
    assert!(text.contains("    Binary,\n"), "{text}");
    assert!(!text.contains("edm"), "{text}");
}

#[test]
fn what_was_renamed_is_known() {
    let there = "#[derive(GraphComplex)]\npub struct EmailAddress {\n    #[graph_resource(rename = \"address\")]\n    pub name: Option<String>,\n}\n";
    let text = added_to("taken", there, "emailAddress");
    assert!(text.contains("    pub name: Option<String>,\n    pub name_: Option<String>,\n}"), "{text}");

    let there = "#[derive(GraphComplex)]\n#[graph_resource(rename_all = \"PascalCase\")]\npub struct EmailAddress {\n    #[graph_resource(rename = \"address\")]\n    pub address: Option<String>,\n}\n";
    let text = added_to("rename_all", there, "emailAddress");
    assert!(text.contains("    pub address: Option<String>,\n    #[graph_resource(rename = \"name\")]\n    pub name: Option<String>,\n}"), "{text}");

    let there = "#[derive(GraphEnum)]\n#[graph_resource(rename_all = \"snake_case\")]\npub enum Importance {\n    Low,\n    Normal,\n    High,\n    #[graph_resource(unknown)]\n    Other(String),\n}\n";
    assert_eq!(added_to("rename_all", there, "importance"), there);

    let there = "#[derive(GraphUnion)]\npub enum AnyIdentity {\n    #[graph_resource(odata_type = \"#microsoft.graph.identity\")]\n    Plain(Box<Identity>),\n    #[graph_resource(odata_type = \"#microsoft.graph.userIdentity\")]\n    User(Box<UserIdentity>),\n";
    let text = added_to("base", &format!("{there}}}\n"), "identity");
    let union = text.split("pub struct").next().unwrap();
    assert_eq!(union.matches("Box<Identity>").count(), 1, "{union}");
    assert_eq!(union.matches("Box<UserIdentity>").count(), 1, "{union}");
}

#[test]
fn what_is_not_of_the_derives_stays() {
    for there in [
        "pub use graph_resources::outlook::EmailAddress;\n",
        "pub type EmailAddress = String;\n",
        "use crate::mine::Mine as EmailAddress;\n",
        "pub trait EmailAddress {}\n",
        "#[derive(GraphComplex)]\npub struct EmailAddress(String);\n",
    ] {
        assert_eq!(notes_of("kept_apart", there, "emailAddress"), [""; 0], "{there}");
    }
    for (there, words, note) in [
        (
            "pub struct EmailAddress {}\n",
            "emailAddress",
            "`EmailAddress` is there without a derive of `graph-resource`: left as it is",
        ),
        (
            "pub enum EmailAddress {\n    A,\n}\n",
            "emailAddress",
            "`EmailAddress` is an enum, and a struct in Graph: left as it is",
        ),
        (
            "#[derive(GraphComplex)]\npub struct Importance {\n    a: u8,\n}\n",
            "importance",
            "`Importance` is a struct, and an enumeration in Graph: left as it is",
        ),
    ] {
        assert_eq!(notes_of("noted", there, words), [note], "{there}");
    }
    let there = "#[cfg_attr(feature = \"graph\", derive(GraphComplex))]\npub struct EmailAddress {}\n";
    assert!(added_to("condition", there, "emailAddress").contains("pub address"));
}

#[test]
fn types_of_modules_below_are_known() {
    let folder = folder("below");
    std::fs::create_dir_all(folder.join("mail/parts")).unwrap();
    let mail = "pub mod parts;\npub use self::{parts::*};\n#[derive(GraphComplex)]\npub struct ItemBody {}\nenum Importance {}\n";
    std::fs::write(folder.join("mail.rs"), mail).unwrap();
    std::fs::write(folder.join("mail/parts/mod.rs"), "pub(crate) enum BodyType {}\n").unwrap();
    for (there, missing) in [
        ("mod mail;\npub use mail::*;\n", vec!["Importance"]),
        ("mod mail {\n    pub type ItemBody = u8;\n}\nuse self::mail::*;\n", vec!["BodyType", "Importance"]),
        ("mod mail;\nuse other::mail::*;\n", vec!["BodyType", "Importance", "ItemBody"]),
        ("use mail::*;\n", vec!["BodyType", "Importance", "ItemBody"]),
    ] {
        std::fs::write(folder.with_extension("rs"), there).unwrap();
        let text = write("itemBody importance", &folder).swap_remove(0).1;
        let is_added = |name: &&str| text.contains(&format!("{name} {{"));
        let added: Vec<_> = ["BodyType", "Importance", "ItemBody"].into_iter().filter(is_added).collect();
        assert_eq!(added, missing, "{there}");
    }
}

#[test]
fn what_has_no_partner_is_named() {
    let folder = folder("no_partner");
    for (there, place) in
        [("#!/bin/it's\npub struct A {\n    (a}\n", "3:7"), ("\n/* open\n", "2:1"), ("const A: &str = \"a;\n", "1:17")]
    {
        std::fs::write(folder.with_extension("rs"), there).unwrap();
        let error = add(v1_0(), &order("itemBody"), None, &folder).unwrap_err().to_string();
        let end = format!("graph.rs:{place}: a bracket, a quote or a comment has no partner here");
        assert!(error.ends_with(&end), "{error}");
    }
}

#[test]
fn modules_are_where_the_user_has_them() {
    let folder = folder("moved");
    std::fs::create_dir_all(folder.join("call_records")).unwrap();
    std::fs::write(folder.join("call_records/mod.rs"), "//! Mine.\n").unwrap();
    write("callRecords.callType", &folder);
    let text = std::fs::read_to_string(folder.join("call_records/mod.rs")).unwrap();
    assert!(text.starts_with("//! Mine.\n\nuse graph_resource::GraphEnum;\n\n///"), "{text}");
    assert!(!folder.join("call_records.rs").exists());

    std::fs::write(folder.with_extension("rs"), "pub mod call_records {}\n").unwrap();
    let error = add(v1_0(), &order("callRecords.callType"), None, &folder).unwrap_err().to_string();
    let end = "moved/graph.rs:1:9: module `call_records` stands here with its items; move them to a file of its own";
    assert!(error.ends_with(end), "{error}");
}
