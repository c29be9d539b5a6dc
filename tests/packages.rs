//! The packages: what each of them carries, and that they agree on their version and their oldest Rust.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn packages() -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root());
    let metadata: Value = serde_json::from_slice(&cargo.output().unwrap().stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Those that are published, and where they are.
fn published() -> Vec<(Value, PathBuf)> {
    let at = |package: &Value| Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned();
    let all: Vec<_> = packages().into_iter().filter(|package| package["publish"].is_null()).collect();
    assert_eq!(all.len(), 8, "a package more or less: it is published in the order that CONTRIBUTING.md tells");
    all.into_iter().map(|package| (at(&package), package)).map(|(at, package)| (package, at)).collect()
}

#[test]
fn each_package_carries_what_its_readers_need() {
    for (package, at) in published() {
        let name = package["name"].as_str().unwrap();
        for field in ["description", "license", "readme", "documentation"] {
            assert!(package[field].is_string(), "{name} lacks `{field}`");
        }
        for field in ["keywords", "categories"] {
            assert!(!package[field].as_array().unwrap().is_empty(), "{name} lacks `{field}`");
        }
        assert_eq!(package["metadata"]["docs"]["rs"]["all-features"], true, "{name}: docs.rs shows all features");
        assert_eq!(package["metadata"]["docs"]["rs"]["rustdoc-args"][1], "docsrs", "{name}: features are badged");
        let has_features = !package["features"].as_object().unwrap().is_empty();
        if has_features {
            let library = fs::read_to_string(at.join("src/lib.rs")).unwrap();
            assert!(library.contains("#![cfg_attr(docsrs, feature(doc_cfg))]"), "{name}: docs.rs badges its features");
        }
        for file in ["README.md", "LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
            assert!(fs::read_to_string(at.join(file)).is_ok_and(|text| !text.is_empty()), "{name} lacks {file}");
        }
    }
}

#[test]
fn versions_agree_everywhere() {
    let version = env!("CARGO_PKG_VERSION");
    let rust = env!("CARGO_PKG_RUST_VERSION");
    for package in packages() {
        assert_eq!(
            (&package["version"], &package["rust_version"]),
            (&version.into(), &rust.into()),
            "{}",
            package["name"]
        );
        for dependency in package["dependencies"].as_array().unwrap() {
            let (name, asked) = (dependency["name"].as_str().unwrap(), dependency["req"].as_str().unwrap());
            // By path alone: a dependency of tests on a package that depends on this one.
            let is_ours = dependency["path"].is_string() && asked != "*";
            let exact = if name == "graph-resource-macros" { "=" } else { "^" };
            assert!(!is_ours || asked == format!("{exact}{version}"), "{} asks for {name} {asked}", package["name"]);
            assert!(asked != "*" || dependency["kind"] == "dev", "{} asks for any {name}", package["name"]);
        }
    }
    // Beside the workspace.
    let text = fs::read_to_string(root().join("examples/sign_in/Cargo.toml")).unwrap();
    for line in [format!("rust-version = \"{rust}\""), format!("version = \"{version}\"")] {
        assert!(text.contains(&line), "examples/sign_in: {line}");
    }
}

#[test]
fn pages_name_the_oldest_rust() {
    let rust = env!("CARGO_PKG_RUST_VERSION");
    let mut named = 0;
    let mut pages: Vec<PathBuf> = published().into_iter().map(|(_, at)| at.join("README.md")).collect();
    pages.push(root().join("CONTRIBUTING.md"));
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for (at, word) in text.match_indices("Rust 1.").chain(text.match_indices("MSRV 1.")) {
            let version = text[at + word.len() - 2..].split(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
            assert_eq!(version.map(|version| version.trim_end_matches('.')).next(), Some(rust), "{}", page.display());
            named += 1;
        }
    }
    assert!(named > 3, "{named}");
}

#[test]
fn each_example_is_run_named_and_shown() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let (steps, readme, shown, own) =
        (read(".ci/run"), read("README.md"), read("examples/lib.rs"), read("examples/README.md"));
    let examples = packages().into_iter().find(|package| package["name"] == "graph-resource-examples").unwrap();
    let targets = examples["targets"].as_array().unwrap();
    let names: Vec<_> =
        targets.iter().filter(|target| target["kind"][0] == "example").map(|target| &target["name"]).collect();
    assert!(names.len() > 7, "{}", names.len());
    for name in names.into_iter().map(|name| name.as_str().unwrap()) {
        assert!(
            steps.split_whitespace().any(|word| word.trim_end_matches(';') == name),
            "{name} is not run by .ci/run"
        );
        for (page, text) in [("README.md", &readme), ("examples/README.md", &own)] {
            assert!(
                text.contains(&format!("`{name}`")) || text.contains(&format!("--example {name}\n")),
                "{name}: {page}"
            );
        }
        assert!(shown.contains(&format!("    {name}:")), "{name} is not in examples/lib.rs");
    }
}

#[test]
fn each_option_is_in_the_table_of_the_guide() {
    let table = fs::read_to_string(root().join("runtime/src/guide/options.md")).unwrap();
    let mut options = 0;
    for derive in ["resource", "complex", "enumeration", "union"] {
        let page = fs::read_to_string(root().join(format!("macros/docs/{derive}.md"))).unwrap();
        for option in page.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`')) {
            let forms = ['`', ' '].map(|end| format!("`{option}{end}"));
            let within = format!(", {option} =");
            assert!(forms.iter().chain([&within]).any(|form| table.contains(form)), "`{option}` is not in the table");
            options += 1;
        }
    }
    assert!(options > 50, "{options}");
}

/// Where the links of a page lead, as written: `[text](target)`, `[label]: target` and the source of an image.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let defined = text
        .lines()
        .filter_map(|line| line.strip_prefix('[')?.split_once("]: "))
        .map(|(_, target)| target)
        .filter(|target| !target.contains(' '));
    let sources = text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    targets.chain(defined).chain(sources).map(|target| target.split('#').next().unwrap())
}

#[test]
fn links_of_pages_lead_to_files() {
    let pages = ["", "docs", "docs/performance", "examples", "benches", "findings", "fuzz", "tests/ui"];
    let mut followed = 0;
    for folder in pages.map(|folder| root().join(folder)) {
        for page in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if page.extension().is_none_or(|extension| extension != "md") {
                continue;
            }
            let text = fs::read_to_string(&page).unwrap();
            for link in links(&text).filter(|link| !link.is_empty() && !link.contains("://") && !link.contains('`')) {
                assert!(folder.join(link).exists(), "{}: {link}", page.display());
                followed += 1;
            }
        }
    }
    assert!(followed > 20, "{followed}");
}

#[test]
fn the_table_of_contents_names_each_page() {
    let docs = root().join("docs");
    let contents = fs::read_to_string(docs.join("README.md")).unwrap();
    let named: Vec<_> = links(&contents).map(|link| docs.join(link).canonicalize().unwrap()).collect();
    for page in fs::read_dir(&docs).unwrap().map(|entry| entry.unwrap().path().canonicalize().unwrap()) {
        assert!(page.ends_with("README.md") || named.iter().any(|at| at.starts_with(&page)), "{}", page.display());
    }
}
