//! The structure of the code: each file knows those below it, and `docs/architecture.md` names what is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the macro crate, from the lowest to the highest. Those of the runtime stand in its `lib.rs` in this order.
const MACROS: &[&str] = &[
    "suggest",
    "diagnostic::path",
    "diagnostic",
    "errors",
    "input::case",
    "input::flags",
    "input::site",
    "input::serde",
    "input::attr",
    "input::self_type",
    "input::options",
    "input::path::spelling",
    "input::path",
    "input::types",
    "input::container",
    "input::names",
    "input::route",
    "input::structure",
    "input::enumeration",
    "input::union",
    "input",
    "check::keys",
    "check::names",
    "check::options",
    "check::schema",
    "check::variants",
    "check",
    "expand::lints",
    "expand::list",
    "expand::span",
    "expand::tokens",
    "expand::scope",
    "expand::assertions",
    "expand::partial",
    "expand::patch",
    "expand::value",
    "expand::structure",
    "expand::resource",
    "expand::props",
    "expand::enumeration",
    "expand::union::variant",
    "expand::union::conversions",
    "expand::union::base",
    "expand::union::dispatch",
    "expand::union::resource",
    "expand::union",
    "expand",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A source file, by the path of its module.
struct Source {
    module: String,
    text: String,
}

/// The files below a folder. Tests in files of their own belong to the file that they test, and are passed over.
fn sources(folder: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let relative = path.strip_prefix(folder).unwrap().with_extension("");
            let parts: Vec<_> = relative.iter().map(|part| part.to_str().unwrap()).collect();
            let parts = match parts.as_slice() {
                ["lib" | "private"] | [.., "tests"] => continue,
                [before @ .., "mod"] => before,
                all => all,
            };
            found.push(Source { module: parts.join("::"), text: without_tests(&fs::read_to_string(&path).unwrap()) });
        }
    }
    found
}

/// The text without comments, and without the tests at its end.
fn without_tests(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The paths that a text names, each as its segments; of `a::{b, c}`, `a::b` and `a::c`.
fn paths(text: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut word = String::new();
    let mut joined = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character.is_alphanumeric() || character == '_' {
            word.push(character);
            continue;
        }
        if !word.is_empty() {
            if !joined {
                path = groups.last().cloned().unwrap_or_default();
            }
            path.push(std::mem::take(&mut word));
            if character != ':' || characters.peek() != Some(&':') {
                all.push(path.clone());
            }
        }
        joined = false;
        match character {
            ':' if characters.peek() == Some(&':') => {
                characters.next();
                joined = true;
                if characters.peek() == Some(&'{') {
                    characters.next();
                    groups.push(path.clone());
                    joined = false;
                }
            }
            '{' if !groups.is_empty() => groups.push(groups.last().cloned().unwrap_or_default()),
            '}' | ';' => {
                groups.pop();
            }
            _ => {}
        }
    }
    all
}

/// The modules that a file imports from, by the longest one that each of its paths begins with.
fn imports(source: &Source, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let here: Vec<String> = source.module.split("::").map(str::to_owned).collect();
    let mut found = BTreeSet::new();
    for path in paths(&source.text) {
        let ups = path.iter().take_while(|segment| *segment == "super").count();
        let absolute: Vec<String> = match path[0].as_str() {
            "crate" => path[1..].to_vec(),
            "super" => here[..here.len() - ups].iter().chain(&path[ups..]).cloned().collect(),
            "self" => here.iter().chain(&path[1..]).cloned().collect(),
            // A module of one's own: `mod keys;`, then `keys::check(…)`.
            _ => here.iter().chain(&path).cloned().collect(),
        };
        let target = (1..=absolute.len()).rev().map(|length| absolute[..length].join("::"));
        if let Some(target) = target.into_iter().find(|target| modules.contains(target))
            && target != source.module
            // `mod keys;` names a module, and imports nothing.
            && path.len() > 1
        {
            found.insert(target);
        }
    }
    found
}

/// The modules that `lib.rs` declares, in its order.
fn declared(lib: &str) -> Vec<String> {
    let (mut order, mut within) = (Vec::new(), Vec::new());
    for line in lib.lines().map(str::trim) {
        if let Some((_, module)) = line.split_once("mod ").filter(|(before, _)| !before.contains(['/', '"'])) {
            if let Some(name) = module.strip_suffix(';') {
                order.push(within.iter().copied().chain([name]).collect::<Vec<_>>().join("::"));
            } else if let Some(name) = module.strip_suffix(" {") {
                within.push(name);
            }
        } else if line == "}" {
            within.pop();
        }
    }
    order
}

/// What a file imports from a file that is not below it, and the files that have no place in the order.
fn violations(sources: &[Source], order: &[String]) -> Vec<String> {
    let modules: BTreeSet<_> = sources.iter().map(|source| source.module.clone()).collect();
    let place = |module: &str| order.iter().position(|known| known == module);
    let mut wrong: Vec<String> = modules.iter().filter(|module| place(module).is_none()).cloned().collect();
    for source in sources {
        for target in imports(source, &modules) {
            if place(&target) >= place(&source.module) {
                wrong.push(format!("`{}` imports from `{target}`, which is not below it", source.module));
            }
        }
    }
    wrong.sort();
    wrong
}

#[test]
fn each_file_of_the_runtime_knows_those_below_it() {
    let folder = root().join("runtime/src");
    let mut order = declared(&fs::read_to_string(folder.join("lib.rs")).unwrap());
    let sources = sources(&folder);
    assert!(sources.len() > 80);
    // A file that another one declares is a part of that: below it, and above all that is below it.
    for source in &sources {
        for part in declared(&source.text).into_iter().map(|part| format!("{}::{part}", source.module)) {
            if let Some(place) = order.iter().position(|module| *module == source.module) {
                order.insert(place, part);
            }
        }
    }
    assert_eq!(violations(&sources, &order), [] as [String; 0]);
}

#[test]
fn each_file_of_the_macro_crate_knows_those_below_it() {
    let order: Vec<_> = MACROS.iter().copied().map(str::to_owned).collect();
    let sources = sources(&root().join("macros/src"));
    assert!(sources.len() > 30);
    assert_eq!(violations(&sources, &order), [] as [String; 0]);
}

#[test]
fn an_import_from_above_is_found() {
    let of = |module: &str, text: &str| Source { module: module.to_owned(), text: without_tests(text) };
    let order = ["a::low".to_owned(), "a::high".to_owned(), "b".to_owned()];
    let high = || of("a::high", "use super::low::Low;\nfn f() { crate::a::low::g(); }\n");
    assert_eq!(violations(&[of("a::low", "struct Low;"), high()], &order), [] as [String; 0]);
    for text in [
        "use crate::a::high::High;",
        "use super::high::{High, Higher};",
        "use crate::a::{high::High};",
        "use crate::{a::high, b::B};",
        "fn f() { super::high::g() }",
        "use super::super::b::B;",
    ] {
        let sources = [of("a::low", text), high(), of("b", "")];
        assert!(!violations(&sources, &order).is_empty(), "{text}");
    }
    for text in ["// crate::a::high", "#[cfg(test)]\nmod tests { use super::super::high::High; }"] {
        assert_eq!(violations(&[of("a::low", text), high()], &order), [] as [String; 0], "{text}");
    }
    assert_eq!(violations(&[of("c", "")], &order), ["c"]);
}

#[test]
fn the_page_on_the_architecture_names_what_is_there() {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let named: Vec<_> =
        page.split('`').skip(1).step_by(2).filter(|code| code.contains('/') && !code.contains(' ')).collect();
    assert!(named.len() > 40, "{}", named.len());
    let missing: Vec<_> = named.into_iter().filter(|path| !root().join(path).exists()).collect();
    assert_eq!(missing, [] as [&str; 0]);
}

#[test]
fn what_expansions_name_has_the_version_in_its_name() {
    let lib = fs::read_to_string(root().join("runtime/src/lib.rs")).unwrap();
    let name = format!("pub mod __private_{};", env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_"));
    assert!(lib.contains(&name), "rename the module to `{name}`, and its path in `runtime/src/private.rs`");
}
