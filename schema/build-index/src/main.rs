//! `graph-resource-schema-build CSDL OUT --date 2026-08`: builds the index of a CSDL file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use graph_resource_schema::Date;
use graph_resource_schema_build::{Source, build};

const USAGE: &str = "usage: graph-resource-schema-build CSDL OUT --date YYYY-MM[-DD] [--api v1.0] [--cloud NAME=CSDL]…

  CSDL            the metadata, as `GET https://graph.microsoft.com/v1.0/$metadata` gives it
  OUT             the file to write
  --date          the day or the month of the metadata, which it does not say itself
  --api           the version of the API that it is of; `v1.0` where none is given
  --cloud         the metadata of another cloud, such as `china=FILE`: what it lacks is noted";

struct Arguments {
    csdl: PathBuf,
    out: PathBuf,
    date: Date,
    api: String,
    clouds: Vec<(String, PathBuf)>,
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let (mut files, mut date, mut api, mut clouds) = (Vec::new(), None, "v1.0".to_owned(), Vec::new());
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("`{argument}` needs a value"));
        match &*argument {
            "--date" => {
                date = Some(value()?.parse().map_err(|error: graph_resource_schema::DateError| error.to_string())?);
            }
            "--api" => api = value()?,
            "--cloud" => {
                let value = value()?;
                let (name, file) =
                    value.split_once('=').ok_or_else(|| format!("`{value}` is not of the form `china=FILE`"))?;
                clouds.push((name.to_owned(), PathBuf::from(file)));
            }
            option if option.starts_with("--") => return Err(format!("unknown option `{option}`")),
            file => files.push(PathBuf::from(file)),
        }
    }
    let [csdl, out] = <[PathBuf; 2]>::try_from(files).map_err(|_| "name two files, CSDL and OUT".to_owned())?;
    let date = date.ok_or("say with `--date` of when the metadata is")?;
    Ok(Arguments { csdl, out, date, api, clouds })
}

fn text_of(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let csdl = text_of(&arguments.csdl)?;
    let mut texts = Vec::new();
    for (name, file) in &arguments.clouds {
        texts.push((name, text_of(file)?));
    }
    let clouds = texts.iter().map(|(name, text)| (&***name, &**text)).collect();
    let built = build(&Source { csdl: &csdl, version: &arguments.api, date: arguments.date, clouds });
    let built = built.map_err(|error| chain(&error))?;
    std::fs::write(&arguments.out, &built.index).map_err(|error| format!("{}: {error}", arguments.out.display()))?;
    println!("{}: {} bytes", arguments.out.display(), built.index.len());
    for target in built.unplaced {
        println!("note: an annotation of `{target}`, which is not declared, was left out");
    }
    Ok(())
}

fn main() -> ExitCode {
    let given: Vec<_> = std::env::args().skip(1).collect();
    if given.is_empty() || given.iter().any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match arguments(given.into_iter()).and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
