//! `cargo graph-resource`: writes and checks annotated structs by the metadata of Microsoft Graph.

mod arguments;
mod place;

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cargo_graph_resource::{AddError, Level, add, check, list};
use graph_resource_schema::{Index, v1_0};

use crate::arguments::{Arguments, Command};

fn read(path: &Path) -> Result<Vec<u8>, AddError> {
    std::fs::read(path).map_err(|error| AddError::File { file: path.to_owned(), error })
}

fn read_text(path: &Path) -> Result<String, Box<dyn Error>> {
    String::from_utf8(read(path)?).map_err(|_| format!("{}: the file is not UTF-8", path.display()).into())
}

fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let file = arguments.index.as_deref();
    let bytes = file.map(read).transpose()?;
    let with_file = |error| format!("{}: {error}", file.unwrap_or(Path::new("")).display());
    let index = bytes.as_deref().map(Index::new).transpose().map_err(with_file)?;
    let index = index.as_ref().unwrap_or(v1_0());
    let mut out = io::stdout().lock();
    match arguments.command {
        Command::Help => writeln!(out, "{}", arguments::USAGE)?,
        Command::Version => writeln!(out, "cargo-graph-resource {}", env!("CARGO_PKG_VERSION"))?,
        Command::Add => run_add(arguments, index, &mut out)?,
        Command::List => {
            let lines = arguments.words.first().map_or_else(Vec::new, |word| list(index, word));
            if lines.is_empty() {
                return Err("no type, path or operation has this word in its name".into());
            }
            for line in lines {
                writeln!(out, "{line}")?;
            }
        }
        Command::Check => return run_check(arguments, index, &mut out),
    }
    Ok(ExitCode::SUCCESS)
}

fn run_add(arguments: &Arguments, index: &Index<'_>, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let folder = match &arguments.out {
        Some(out) => place::module(out)?,
        None => place::package()?.join("src/graph"),
    };
    let file = arguments.csdl.as_deref();
    let csdl = file.map(read_text).transpose()?;
    let added = add(index, &arguments.order, csdl.as_deref(), &folder).map_err(|error| match (&error, file) {
        (AddError::Csdl(_), Some(file)) => format!("{}: {}", file.display(), chain(&error)).into(),
        _ => Box::<dyn Error>::from(error),
    })?;
    let mut lines = Vec::new();
    let mut changed = Vec::new();
    let mut notes = added.notes;
    for (number, file) in added.files.into_iter().enumerate() {
        let what = match &file.before {
            Some(before) if *before == file.text => "unchanged",
            Some(_) => "changed",
            None => "new",
        };
        if what == "new" && number == 0 {
            notes.extend(place::undeclared(&folder));
        }
        lines.push(format!("{what:<9}  {}", file.path.display()));
        if what != "unchanged" {
            changed.push(file);
        }
    }
    if !arguments.is_dry {
        place::write(&changed)?;
    }
    lines.extend(notes.into_iter().map(|note| format!("note: {note}")));
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn run_check(arguments: &Arguments, index: &Index<'_>, out: &mut impl Write) -> Result<ExitCode, Box<dyn Error>> {
    let source = match &arguments.source {
        Some(source) => source.clone(),
        None => place::package()?.join("src"),
    };
    let mut has_errors = false;
    for file in sources(source)? {
        let findings = read_text(&file).and_then(|text| Ok(check(index, &file, &text)?));
        let findings = match findings {
            Ok(findings) => findings,
            Err(error) => {
                writeln!(out, "error: {}", chain(&*error))?;
                has_errors = true;
                continue;
            }
        };
        for finding in findings.iter().filter(|one| one.level != Level::New || arguments.tells_new) {
            writeln!(out, "{finding}")?;
            has_errors |= finding.level == Level::Error;
        }
    }
    Ok(if has_errors { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// All Rust files in a folder, by name; or the one file.
fn sources(source: PathBuf) -> Result<Vec<PathBuf>, AddError> {
    if source.is_file() {
        return Ok(vec![source]);
    }
    let (mut files, mut open) = (Vec::new(), vec![source]);
    while let Some(folder) = open.pop() {
        let error = |error| AddError::File { file: folder.clone(), error };
        for entry in std::fs::read_dir(&folder).map_err(error)? {
            let entry = entry.map_err(error)?;
            let path = entry.path();
            if entry.file_type().map_err(error)?.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && path.is_file() {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// An error with its causes.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text
}

fn main() -> ExitCode {
    let outcome = arguments::read(std::env::args_os().skip(1)).map_err(Into::into);
    outcome.and_then(|arguments| run(&arguments)).unwrap_or_else(|error: Box<dyn Error>| {
        // Who reads has seen enough.
        if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        let _ = writeln!(io::stderr(), "error: {}", chain(&*error));
        ExitCode::FAILURE
    })
}
