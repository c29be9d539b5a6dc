//! What the compiler says of mistakes, and shapes that it must accept. `ui/README.md` tells where a new case goes.
//!
//! `ui/fail/<topic>.rs` holds the mistakes that the derives report: a module a case, and the message below its line.
//! `ui/fail/<topic>/<mistake>.rs` holds one mistake that rustc reports, and `.stderr` beside it what rustc says.
//!
//! The words of rustc change from release to release. Those records are compared word by word only with the compiler
//! that `ui/toolchain` names. With any other, each case still has to fail, with our own words, at the recorded lines.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TOOLCHAIN: &str = "ui/toolchain";

/// Beginnings of what `#[diagnostic::on_unimplemented]` of ours says, after the name of a type in backticks or without.
const OURS: [&str; 40] = [
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
    "cannot be selected of",
    "cannot be tracked",
    "an entity is no value of",
    "cannot be compared",
    "has no order",
    "is no text",
    "has no flags",
    "is no collection",
    "has no members",
    "cannot be queried",
    "a relationship to",
    "this request reads no",
    "has no properties of",
    "cannot be ordered by",
    "cannot be searched for",
    "cannot be expanded",
    "is no handle",
    "a patch cannot set",
    "is no partial",
    "is no copy that",
    "this request cannot be told",
    "this request goes through",
    "this request is answered",
];

#[test]
fn pass() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
}

#[test]
fn mistakes_that_the_derives_report() {
    let topics = topics();
    let (place, recording) = record("topics", "*.rs", &topics);
    assert!(recording.status.success(), "{}", String::from_utf8_lossy(&recording.stdout));
    let mut wrong = Vec::new();
    for topic in &topics {
        let name = topic.display();
        let source = fs::read_to_string(topic).unwrap();
        let all = errors(&record_of(&place, topic)).into_iter();
        let (mut said, by_rustc): (Vec<_>, Vec<_>) = all.partition(|said| said.code.is_none());
        for said in by_rustc {
            wrong.push(format!("said by rustc, so that the case needs a file of its own\n  {name}:{said}"));
        }
        let mut in_order = in_source_order(&said);
        said.sort_by_key(|said| said.line);
        if is_recording() {
            fs::write(topic, with_marks(&source, &said)).unwrap();
        } else {
            let written = marks(&source);
            let unsaid = missing(&written, &said).map(|said| (said, "written, but not said"));
            let unwritten = missing(&said, &written).map(|said| (said, "said, but not written"));
            let mut differences: Vec<_> = unsaid.chain(unwritten).collect();
            differences.sort_by_key(|(said, _)| said.line);
            // Of one line, the order is as written.
            in_order &= !differences.is_empty() || said == written;
            wrong.extend(differences.iter().map(|(said, what)| format!("{what}\n  {name}:{said}")));
        }
        if !in_order {
            wrong.push(format!("not in source order\n  {name}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn mistakes_that_rustc_reports() {
    let compiler = compiler();
    if is_recording() {
        fs::write(TOOLCHAIN, &compiler).unwrap();
    }
    let is_other = env::var("UI_TOOLCHAIN").is_ok_and(|toolchain| toolchain == "other");
    if !is_other && fs::read_to_string(TOOLCHAIN).is_ok_and(|recorded| recorded == compiler) {
        trybuild::TestCases::new().compile_fail("ui/fail/*/*.rs");
    } else {
        our_own_words();
    }
}

/// Has the cases recorded in another place, by the compiler at hand, and looks for our words in there.
fn our_own_words() {
    let cases = cases();
    let (place, recording) = record("cases", "*/*.rs", &cases);
    let mut wrong = Vec::new();
    for case in &cases {
        let actual = errors(&record_of(&place, case));
        if actual.is_empty() {
            wrong.push(format!("{}: compiles", case.display()));
        }
        for expected in errors(&record_of(Path::new(""), case)) {
            let Said { line, code, message, .. } = &expected;
            let is_ours = OURS.iter().any(|words| message.contains(words));
            let found = actual
                .iter()
                .any(|said| said.line == *line && said.code == *code && (!is_ours || said.message == *message));
            if !found {
                wrong.push(format!("{}:{expected}", case.display()));
            }
        }
    }
    let output = String::from_utf8_lossy(&recording.stdout);
    assert!(wrong.is_empty(), "not said by this compiler:\n{}\n\n{output}", wrong.join("\n"));
    assert!(recording.status.success(), "{output}");
}

/// Copies the files to a folder of their own and has what the compiler says of them recorded there.
fn record(name: &str, pattern: &str, files: &[PathBuf]) -> (PathBuf, Output) {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui").join(name);
    let _ = fs::remove_dir_all(&place);
    for file in files {
        let copy = place.join(file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(file, copy).unwrap();
    }
    let mut recording = Command::new(env::current_exe().unwrap());
    recording.args(["--exact", "cases_of_another_place", "--nocapture"]);
    recording.env("TRYBUILD", "overwrite").env("UI_CASES", place.join("ui/fail").join(pattern));
    (place, recording.output().unwrap())
}

/// Run by [`record`] in a process of its own: trybuild is told by the environment to record.
#[test]
fn cases_of_another_place() {
    if let Ok(cases) = env::var("UI_CASES") {
        trybuild::TestCases::new().compile_fail(cases);
    }
}

#[test]
fn a_file_of_a_case_holds_what_rustc_reports() {
    if is_recording() {
        return;
    }
    let mut miscounted = Vec::new();
    for case in cases() {
        let said = errors(&record_of(Path::new(""), &case));
        let topic = case.parent().unwrap().file_name().unwrap();
        let case = case.display().to_string();
        let several = ["many", "query", "repeated"].iter().any(|name| topic == *name);
        miscounted.extend(miscount(&said, several, &case));
        assert!(topic != "many" || in_source_order(&said), "{case}: not in source order");
        // A warning of the metadata is a lint, which has no code.
        let is_of_rustc = |said: &Said| said.code.is_some() || said.message.contains("METADATA");
        assert!(said.iter().all(is_of_rustc), "{case}: the derive reports it; move it to a topic");
    }
    assert!(miscounted.is_empty(), "{}", miscounted.join("\n"));
}

#[test]
fn a_module_of_a_topic_holds_what_a_derive_reports() {
    if is_recording() {
        return;
    }
    let mut miscounted = Vec::new();
    for topic in topics() {
        let source = fs::read_to_string(&topic).unwrap();
        let lines: Vec<_> = source.lines().collect();
        let mut marks = marks(&source);
        for (index, line) in lines.iter().enumerate() {
            let Some(case) = line.strip_prefix("mod ") else { continue };
            let case = format!("{}:{}: {case}", topic.display(), index + 1);
            assert!(lines[index - 1].starts_with("/// "), "{case}: a comment has to name the mistake");
            let length = lines[index..].iter().position(|line| *line == "}").unwrap();
            let said: Vec<_> = marks.extract_if(.., |said| (index + 1..=index + length).contains(&said.line)).collect();
            miscounted.extend(miscount(&said, topic.ends_with("many.rs"), &case));
        }
        assert!(marks.is_empty(), "{}: said outside of a case: {marks:#?}", topic.display());
    }
    assert!(miscounted.is_empty(), "{}", miscounted.join("\n"));
}

/// What is wrong with a case of no mistake, and of several where the topic is not about that.
fn miscount(said: &[Said], several: bool, case: &str) -> Option<String> {
    let count = said.iter().filter(|said| !said.is_companion()).count();
    match (several, count) {
        (true, 0 | 1) => Some(format!("{case}: {count} errors; it belongs to a topic of single mistakes")),
        (false, 1) | (true, _) => None,
        (false, _) => Some(format!("{case}: {count} errors instead of one: {said:#?}")),
    }
}

#[test]
fn no_record_is_left_over() {
    for record in files_of_cases("stderr") {
        assert!(record.with_extension("rs").exists(), "{} records nothing", record.display());
    }
    assert!(files(Path::new("ui/fail"), "stderr").is_empty(), "the messages of a topic stand in the topic");
}

fn is_recording() -> bool {
    env::var("TRYBUILD").is_ok_and(|mode| mode == "overwrite")
}

/// An error as the compiler shows it.
#[derive(Debug, PartialEq)]
struct Said {
    line: usize,
    column: usize,
    /// How many characters are underlined.
    width: usize,
    code: Option<String>,
    message: String,
}

impl Said {
    /// Whether this only shows the other place of a mistake.
    fn is_companion(&self) -> bool {
        self.message.ends_with("is first bound here")
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, width, message, .. } = self;
        write!(f, "{line}:{column}: {} {message}", "^".repeat(*width))
    }
}

/// The errors of a record: `error[E0277]: message`, on the next line `--> file:line:column`, and the underlined source.
fn errors(record: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let mut lines = record.lines();
    while let Some(text) = lines.next() {
        let Some(text) = text.strip_prefix("error") else { continue };
        let (code, message) = text.split_once(": ").unwrap();
        let code = code.strip_prefix('[').and_then(|code| code.strip_suffix(']')).map(str::to_owned);
        let mut place = lines.next().unwrap_or_default().rsplit(':').map(|number| number.parse().unwrap_or_default());
        let column = place.next().unwrap_or_default();
        let line = place.next().unwrap_or_default();
        let block = lines.clone().take_while(|line| !line.is_empty());
        let shown = block.filter_map(|line| line.split_once("| ")).map(|(_, shown)| shown.trim_start());
        let width = shown.map(carets).find(|width| *width > 0).unwrap_or_default();
        said.push(Said { line, column, width, code, message: message.to_owned() });
    }
    said
}

/// The number of carets at the beginning.
fn carets(text: &str) -> usize {
    text.len() - text.trim_start_matches('^').len()
}

/// The messages written in a topic: `//   ^^^^ message`, below the line they are said of.
fn marks(source: &str) -> Vec<Said> {
    let mut marks = Vec::new();
    let mut line = 0;
    for (index, text) in source.lines().enumerate() {
        match mark(text) {
            Some((column, width, message)) => {
                marks.push(Said { line, column, width, code: None, message: message.to_owned() });
            }
            None => line = index + 1,
        }
    }
    marks
}

fn mark(text: &str) -> Option<(usize, usize, &str)> {
    let marked = text.trim_start().strip_prefix("//")?.trim_start();
    let width = carets(marked);
    (width > 0).then(|| (text.len() - marked.len() + 1, width, marked[width..].trim_start()))
}

/// The topic with the messages that are said, in the place of those that were written.
fn with_marks(source: &str, said: &[Said]) -> String {
    let mut text = Vec::new();
    for (index, line) in source.lines().enumerate() {
        if mark(line).is_none() {
            text.push(line.to_owned());
        }
        for Said { column, width, message, .. } in said.iter().filter(|said| said.line == index + 1) {
            let indent = line.len() - line.trim_start().len();
            // The slashes stand as far in as the line, if the carets leave out for them.
            let indent = if indent + 2 < *column { indent } else { 0 };
            let (slashes, carets) = ("//", "^".repeat(*width));
            text.push(format!("{:indent$}{slashes:<1$}{carets} {message}", "", column - 1 - indent));
        }
    }
    text.join("\n") + "\n"
}

/// What stands in `left`, but not in `right`.
fn missing<'a>(left: &'a [Said], right: &[Said]) -> impl Iterator<Item = &'a Said> {
    let mut right: Vec<_> = right.iter().collect();
    left.iter().filter(move |said| match right.iter().position(|other| other == said) {
        Some(index) => {
            right.swap_remove(index);
            false
        }
        None => true,
    })
}

fn in_source_order(said: &[Said]) -> bool {
    said.iter().filter(|said| !said.is_companion()).is_sorted_by_key(|said| said.line)
}

/// What was recorded of a case in a place, or nothing.
fn record_of(place: &Path, case: &Path) -> String {
    fs::read_to_string(place.join(case).with_extension("stderr")).unwrap_or_default()
}

/// The files of many cases, which the derives report.
fn topics() -> Vec<PathBuf> {
    let topics = files(Path::new("ui/fail"), "rs");
    assert!(!topics.is_empty(), "no topics were found");
    topics
}

/// The files of one case each, which rustc reports.
fn cases() -> Vec<PathBuf> {
    let cases = files_of_cases("rs");
    assert!(!cases.is_empty(), "no cases were found");
    cases
}

/// The files `ui/fail/*/*.extension`, in order.
fn files_of_cases(extension: &str) -> Vec<PathBuf> {
    let mut folders: Vec<_> = fs::read_dir("ui/fail").unwrap().map(|folder| folder.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders.iter().flat_map(|folder| files(folder, extension)).collect()
}

/// The files `folder/*.extension`, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|other| other == extension));
    files.sort();
    files
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("-V").output().unwrap();
    String::from_utf8(version.stdout).unwrap()
}
