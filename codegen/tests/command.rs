//! The command as it is called.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of a package for each test, with nothing else in it.
fn package(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("src")).unwrap();
    std::fs::write(folder.join("Cargo.toml"), "[package]\nname = \"mine\"\n").unwrap();
    std::fs::write(folder.join("src/lib.rs"), "mod graph;\n").unwrap();
    folder
}

fn call(folder: &Path, words: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-graph-resource"));
    command.current_dir(folder).arg("graph-resource").args(words.split_whitespace()).output().unwrap()
}

/// What a call prints that succeeds.
fn printed(folder: &Path, words: &str) -> String {
    let output = call(folder, words);
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a call says that fails.
fn refused(folder: &Path, words: &str) -> String {
    let output = call(folder, words);
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert_eq!(output.stdout, b"", "{words}");
    String::from_utf8(output.stderr).unwrap().trim_end().to_owned()
}

#[test]
fn options_stand_in_any_order() {
    let folder = package("order");
    let mut texts = Vec::new();
    for words in [
        "add user --select id,mail --no-union",
        "--no-union add --select id --select mail user",
        "--select=id,mail --no-union add user",
    ] {
        let _ = std::fs::remove_file(folder.join("src/graph.rs"));
        assert_eq!(printed(&folder, words), "new        src/graph.rs\n");
        texts.push(std::fs::read_to_string(folder.join("src/graph.rs")).unwrap());
    }
    assert!(texts[0].contains("pub mail:") && !texts[0].contains("display_name"));
    assert!(texts.iter().all(|text| *text == texts[0]));
    assert_eq!(printed(&folder, "add user --select id,mail --no-union"), "unchanged  src/graph.rs\n");
    let version = format!("cargo-graph-resource {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(printed(&folder, "--version"), version);
    assert!(printed(&folder, "help").starts_with("usage:\n"));
}

#[test]
fn words_that_cannot_be_meant_are_refused() {
    let folder = package("refused");
    for (words, message) in [
        ("ad user", "unknown command `ad`; `cargo graph-resource --help` shows what there is"),
        ("--all", "name a command: `add`, `list` or `check`; `cargo graph-resource --help` shows what there is"),
        ("add", "name a type, or `--all`"),
        ("add user --selct id", "unknown option `--selct`; `cargo graph-resource --help` shows what there is"),
        ("add user -n", "unknown option `-n`; `cargo graph-resource --help` shows what there is"),
        ("add user --select --no-union", "`--select` needs a value"),
        ("add user --select=", "`--select` needs a value"),
        ("add user --select ,", "`--select` needs a value"),
        ("add user --no-union=yes", "`--no-union` takes no value"),
        ("add user --path /me --path /users/<id>", "`--path` is given twice"),
        ("add user --new", "`--new` is an option of `check`, not of `add`"),
        ("check --select id", "`--select` is an option of `add`, not of `check`"),
        ("check user", "`check` takes no names; `--src` names a folder"),
        ("list", "name one word to look for"),
        ("list zzzz", "no type, path or operation has this word in its name"),
        ("add user --csdl none.xml", "none.xml: No such file or directory (os error 2)"),
        ("add user --index Cargo.toml", "Cargo.toml: these bytes are no index; build one from a CSDL file"),
        ("add user --csdl Cargo.toml", "Cargo.toml: the CSDL file is no XML: unknown token at 1:1"),
        ("add user --out src", "`src` is no module's folder; name one such as `src/graph`"),
        ("add user --out src/lib.rs", "`src/lib.rs` is no module's folder; name one such as `src/graph`"),
        ("add user --out src/graph.v1", "`src/graph.v1` is no module's folder; name one such as `src/graph`"),
    ] {
        if cfg!(windows) && message.contains("os error") {
            continue;
        }
        assert_eq!(refused(&folder, words), format!("error: {message}"), "{words}");
    }
    assert!(!folder.join("src/graph.rs").exists());
}

#[test]
fn the_package_is_found() {
    let folder = package("package");
    let file = if cfg!(windows) { r"..\src/graph.rs" } else { "../src/graph.rs" };
    assert_eq!(printed(&folder.join("src"), "add importance"), format!("new        {file}\n"));
    assert_eq!(printed(&folder, "add importance --out src/graph.rs"), "unchanged  src/graph.rs\n");
    assert_eq!(printed(&folder.join("src"), "check"), "");
    let note = "note: declare it by `mod other;`; it needs the dependencies `graph-resource` and `serde_json`\n";
    assert_eq!(printed(&folder, "add importance --out src/other"), format!("new        src/other.rs\n{note}"));

    std::fs::write(folder.join("Cargo.toml"), "[workspace]\nmembers = []\n").unwrap();
    let message = "error: Cargo.toml has no package; run this in the folder of a member";
    assert_eq!(refused(&folder, "add user"), message);
    assert_eq!(refused(&folder, "check"), message);
}

#[test]
fn nothing_is_written_where_something_cannot_be() {
    let folder = package("blocked");
    let there = "// Mine.\n";
    std::fs::write(folder.join("src/graph.rs"), there).unwrap();
    // No folder can be made of this name.
    std::fs::write(folder.join("src/graph"), "").unwrap();
    assert!(refused(&folder, "add callRecord").contains("call_records.rs: "));
    assert_eq!(std::fs::read_to_string(folder.join("src/graph.rs")).unwrap(), there);
    let files = std::fs::read_dir(folder.join("src")).unwrap().count();
    assert_eq!(files, 3, "nothing is left behind");
}

#[test]
fn a_file_that_is_no_rust_hides_no_other() {
    let folder = package("broken");
    std::fs::write(folder.join("src/a.rs"), "pub struct {\n").unwrap();
    let text = "#[derive(GraphEnum)]\n#[graph_resource(odata_type = \"microsoft.graph.importance\")]\nenum I {\n    Hihg,\n}\n";
    std::fs::write(folder.join("src/b.rs"), text).unwrap();
    let output = call(&folder, "check");
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<_> = printed.lines().map(|line| line.replace('\\', "/")).collect();
    assert!(lines[0].starts_with("error: src/a.rs:1:"), "{lines:?}");
    assert_eq!(
        lines[1],
        "src/b.rs:4:5: error: `microsoft.graph.importance` has no member `hihg`; did you mean `high`?"
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_text_and_who_reads_no_more_are_no_panics() {
    use std::io::Read;
    use std::os::unix::ffi::OsStrExt;
    use std::process::Stdio;

    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-graph-resource"));
    let output = command.arg("list").arg(std::ffi::OsStr::from_bytes(b"\xff")).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "error: `\u{fffd}` is no text\n");

    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-graph-resource"));
    let mut child = command.args(["list", "a"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0; 16]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(output.stderr, b"");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;

    let folder = package("links");
    let real = folder.join("real.rs");
    std::fs::write(&real, "").unwrap();
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::os::unix::fs::symlink("../real.rs", folder.join("src/graph.rs")).unwrap();
    assert_eq!(printed(&folder, "add importance"), "changed    src/graph.rs\n");
    assert!(std::fs::symlink_metadata(folder.join("src/graph.rs")).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&real).unwrap().contains("pub enum Importance"));
    assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);

    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o400)).unwrap();
    assert_eq!(refused(&folder, "add emailAddress"), "error: src/graph.rs: permission denied");
    assert!(!std::fs::read_to_string(&real).unwrap().contains("EmailAddress"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3, "nothing is left behind");
}
