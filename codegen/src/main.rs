//! `cargo graph-resource`: writes and checks annotated structs by the metadata of Microsoft Graph.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cargo_graph_resource::{AddError, File, Level, Order, add, check, list};
use graph_resource_schema::{Index, v1_0};

const USAGE: &str = "usage:
  cargo graph-resource add TYPE… [options]   write a type, with what it takes, into the crate's source
  cargo graph-resource add --all [options]   write all types
  cargo graph-resource list WORD             find types, paths and operations
  cargo graph-resource check [options]       compare the crate's structs with the metadata

options of `add`:
  --select a,b     these properties and relationships alone; the key is always there
  --expand c,d     these relationships too
  --path PATH      where the entities are served: `/users/<id>`
  --no-union       a type with derived ones as its struct alone
  --required       what is never null without `Option`: an answer that leaves it out is an error
  --schema         with the option `schema`, so that the compiler compares the structs with the metadata
  --cloud NAME     without what that cloud lacks
  --csdl FILE      descriptions of this CSDL file as documentation
  --out FOLDER     the folder of the module; `src/graph` where none is given
  --dry-run        tell which files would change, and write none
options of `check`:
  --src FOLDER     the folder to look for source in; `src` where none is given
  --new            tell also what the metadata has and the structs don't
options of all:
  --index FILE     another index than the one inside, as `graph-resource-schema-build` writes it";

#[derive(Default)]
struct Arguments {
    command: String,
    order: Order,
    words: Vec<String>,
    out: Option<PathBuf>,
    csdl: Option<PathBuf>,
    index: Option<PathBuf>,
    source: Option<PathBuf>,
    is_dry: bool,
    tells_new: bool,
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments { command: given.next().unwrap_or_default(), ..Arguments::default() };
    let names =
        |text: String| text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    while let Some(argument) = given.next() {
        let order = &mut arguments.order;
        let mut value = || given.next().ok_or_else(|| format!("`{argument}` needs a value"));
        match &*argument {
            "--select" => order.select = names(value()?),
            "--expand" => order.expand = names(value()?),
            "--path" => order.path = Some(value()?),
            "--cloud" => order.cloud = Some(value()?),
            "--no-union" => order.no_union = true,
            "--required" => order.required = true,
            "--schema" => order.schema = true,
            "--all" => order.all = true,
            "--out" => arguments.out = Some(value()?.into()),
            "--csdl" => arguments.csdl = Some(value()?.into()),
            "--index" => arguments.index = Some(value()?.into()),
            "--src" => arguments.source = Some(value()?.into()),
            "--new" => arguments.tells_new = true,
            "--dry-run" => arguments.is_dry = true,
            option if option.starts_with("--") => return Err(format!("unknown option `{option}`\n\n{USAGE}")),
            word => arguments.words.push(word.to_owned()),
        }
    }
    arguments.order.types.clone_from(&arguments.words);
    Ok(arguments)
}

fn read(path: &Path) -> Result<Vec<u8>, AddError> {
    std::fs::read(path).map_err(|error| AddError::File { file: path.to_owned(), error })
}

fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let bytes = arguments.index.as_deref().map(read).transpose()?;
    let index = bytes.as_deref().map(Index::new).transpose()?;
    let index = index.as_ref().unwrap_or(v1_0());
    match &*arguments.command {
        "add" if arguments.words.is_empty() && !arguments.order.all => Err("name a type, or `--all`".into()),
        "add" => run_add(arguments, index),
        "list" => {
            let [word] = &arguments.words[..] else { return Err("name one word to look for".into()) };
            for line in list(index, word) {
                println!("{line}");
            }
            Ok(ExitCode::SUCCESS)
        }
        "check" => run_check(arguments, index),
        other => Err(format!("unknown command `{other}`\n\n{USAGE}").into()),
    }
}

fn run_add(arguments: &Arguments, index: &Index<'_>) -> Result<ExitCode, Box<dyn Error>> {
    let csdl = arguments.csdl.as_deref().map(read).transpose()?.map(String::from_utf8).transpose()?;
    let folder = arguments.out.as_deref().unwrap_or(Path::new("src/graph"));
    let added = add(index, &arguments.order, csdl.as_deref(), folder)?;
    for File { path, text } in added.files {
        let there = std::fs::read_to_string(&path).ok();
        let what = match there {
            Some(there) if there == text => "unchanged",
            Some(_) => "changed",
            None => "new",
        };
        println!("{what:<9}  {}", path.display());
        if what != "unchanged" && !arguments.is_dry {
            let error = |error| AddError::File { file: path.clone(), error };
            path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(error)?;
            std::fs::write(&path, text).map_err(error)?;
        }
    }
    for note in added.notes {
        println!("note: {note}");
    }
    Ok(ExitCode::SUCCESS)
}

fn run_check(arguments: &Arguments, index: &Index<'_>) -> Result<ExitCode, Box<dyn Error>> {
    let (mut files, mut open) = (Vec::new(), vec![arguments.source.clone().unwrap_or_else(|| "src".into())]);
    while let Some(folder) = open.pop() {
        let error = |error| AddError::File { file: folder.clone(), error };
        for entry in std::fs::read_dir(&folder).map_err(error)? {
            let path = entry.map_err(error)?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut has_errors = false;
    for file in files {
        let findings = check(index, &file, &String::from_utf8(read(&file)?)?)?;
        for finding in findings.iter().filter(|one| one.level != Level::New || arguments.tells_new) {
            println!("{finding}");
            has_errors |= finding.level == Level::Error;
        }
    }
    Ok(if has_errors { ExitCode::FAILURE } else { ExitCode::SUCCESS })
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
    // Cargo hands on the name of the subcommand.
    let mut given: Vec<_> = std::env::args().skip(1).collect();
    if given.first().is_some_and(|first| first == "graph-resource") {
        given.remove(0);
    }
    if given.is_empty() || given.iter().any(|argument| argument == "--help" || argument == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let outcome = arguments(given.into_iter()).map_err(Into::into).and_then(|arguments| run(&arguments));
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {}", chain(&*error));
        ExitCode::FAILURE
    })
}
