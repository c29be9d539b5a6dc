//! What the compiler says of mistakes, and shapes that it must accept.
//!
//! `ui/fail/<topic>/<mistake>.rs` holds one mistake, `.stderr` beside it what is said of it; `ui/fail/many` holds several
//! mistakes a file, and `ui/fail/repeated` those few of which the compiler insists on saying the same more than once.
//!
//! The compiler's own words change from release to release, so that the recorded text is compared word by word only with
//! the compiler that `ui/toolchain` names. With any other, each case still has to fail, with our own words, at the
//! recorded lines.
//!
//! - To record: `TRYBUILD=overwrite cargo test --test ui`, then read the difference.
//! - To check as with another compiler: `UI_TOOLCHAIN=other cargo test --test ui`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const CASES: &str = "ui/fail/*/*.rs";
const TOOLCHAIN: &str = "ui/toolchain";

/// Beginnings of what `#[diagnostic::on_unimplemented]` of ours says, after the name of a type in backticks or without.
const OURS: [&str; 17] = [
    "cannot be the type of",
    "a field marked",
    "only a complex value",
    "only an entity",
    "a property of this type",
    "is not what a",
    "is no complex type",
    "is no enumeration",
    "is no type with",
    "has no variant for",
    "is no resource",
    "is no struct with",
    "is no function of",
    "is no action of",
    "is bound to",
    "is not what the answer",
    "lacks",
];

#[test]
fn pass() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
}

#[test]
fn fail() {
    if env::var_os("UI_CASES").is_some() {
        // The test below looks on.
        return;
    }
    let compiler = compiler();
    if is_recording() {
        fs::write(TOOLCHAIN, &compiler).unwrap();
    }
    let is_other = env::var("UI_TOOLCHAIN").is_ok_and(|toolchain| toolchain == "other");
    if !is_other && fs::read_to_string(TOOLCHAIN).is_ok_and(|recorded| recorded == compiler) {
        trybuild::TestCases::new().compile_fail(CASES);
    } else {
        our_own_words();
    }
}

/// Has the cases recorded in another place, by the compiler at hand, and looks for our words in there.
fn our_own_words() {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    let _ = fs::remove_dir_all(&place);
    let cases = cases();
    for case in &cases {
        let copy = place.join(case.strip_prefix("ui/fail").unwrap());
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(case, copy).unwrap();
    }
    let mut recording = Command::new(env::current_exe().unwrap());
    recording.args(["--exact", "cases_of_another_place", "--nocapture"]);
    recording.env("TRYBUILD", "overwrite").env("UI_CASES", place.join("*/*.rs"));
    let recording = recording.output().unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let actual = place.join(case.strip_prefix("ui/fail").unwrap()).with_extension("stderr");
        let actual = errors(&fs::read_to_string(actual).unwrap_or_default());
        if actual.is_empty() {
            wrong.push(format!("{}: compiles", case.display()));
        }
        let expected = errors(&fs::read_to_string(case.with_extension("stderr")).unwrap_or_default());
        for Said { line, code, message } in expected {
            let is_ours = code.is_none() || OURS.iter().any(|words| message.contains(words));
            let found = actual
                .iter()
                .any(|said| said.line == line && said.code == code && (!is_ours || said.message == message));
            if !found {
                wrong.push(format!("{}:{line}: {message}", case.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "not said by this compiler:\n{}\n\n{}",
        wrong.join("\n"),
        String::from_utf8_lossy(&recording.stdout)
    );
    assert!(recording.status.success(), "{}", String::from_utf8_lossy(&recording.stdout));
}

/// Run by [`our_own_words`] in a process of its own: trybuild is told by the environment to record.
#[test]
fn cases_of_another_place() {
    if let Ok(cases) = env::var("UI_CASES") {
        trybuild::TestCases::new().compile_fail(cases);
    }
}

#[test]
fn a_mistake_is_told_once() {
    if is_recording() {
        return;
    }
    for case in cases() {
        let said = errors(&fs::read_to_string(case.with_extension("stderr")).unwrap());
        let topic = case.parent().unwrap().file_name().unwrap();
        let messages: Vec<_> = said
            .iter()
            .map(|said| &*said.message)
            .filter(|message| !message.ends_with("is first bound here"))
            .collect();
        if topic == "many" || topic == "repeated" {
            assert!(messages.len() > 1, "{} belongs to another topic", case.display());
        } else {
            assert_eq!(messages.len(), 1, "{}: {messages:#?}", case.display());
        }
    }
}

#[test]
fn mistakes_are_told_in_source_order() {
    if is_recording() {
        return;
    }
    for case in cases().iter().filter(|case| case.starts_with("ui/fail/many")) {
        let said = errors(&fs::read_to_string(case.with_extension("stderr")).unwrap());
        let said = said.iter().filter(|said| !said.message.ends_with("is first bound here"));
        assert!(said.map(|said| said.line).is_sorted(), "{}", case.display());
    }
}

#[test]
fn no_record_is_left_over() {
    for record in files("ui/fail", "stderr") {
        assert!(record.with_extension("rs").exists(), "{} records nothing", record.display());
    }
}

fn is_recording() -> bool {
    env::var("TRYBUILD").is_ok_and(|mode| mode == "overwrite")
}

/// An error as the compiler shows it.
struct Said {
    line: usize,
    code: Option<String>,
    message: String,
}

/// The errors of a record: `error[E0277]: message`, and on the next line `--> file:line:column`.
fn errors(record: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let mut lines = record.lines();
    while let Some(text) = lines.next() {
        let Some(text) = text.strip_prefix("error") else { continue };
        let (code, message) = text.split_once(": ").unwrap();
        let code = code.strip_prefix('[').and_then(|code| code.strip_suffix(']')).map(str::to_owned);
        let place = lines.next().unwrap_or_default();
        let line = place.rsplit(':').nth(1).and_then(|line| line.parse().ok()).unwrap_or_default();
        said.push(Said { line, code, message: message.to_owned() });
    }
    said
}

fn cases() -> Vec<PathBuf> {
    let cases = files("ui/fail", "rs");
    assert!(cases.len() > 150, "only {} cases were found", cases.len());
    cases
}

/// The files `folder/*/*.extension`, in order.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let topics = fs::read_dir(folder).unwrap().map(|topic| topic.unwrap().path());
    let files = topics.flat_map(|topic| fs::read_dir(topic).unwrap().map(|file| file.unwrap().path()));
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|other| other == extension)).collect();
    files.sort();
    files
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("-V").output().unwrap();
    String::from_utf8(version.stdout).unwrap()
}
