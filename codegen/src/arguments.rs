//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use cargo_graph_resource::Order;

pub(crate) const USAGE: &str = "usage:
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
  --out FOLDER     the folder of the module; `src/graph` of the package where none is given
  --dry-run        tell which files would change, and write none
options of `check`:
  --src FOLDER     the folder to look for source in; `src` of the package where none is given
  --new            tell also what the metadata has and the structs don't
options of all:
  --index FILE     another index than the one inside, as `graph-resource-schema-build` writes it";

/// What is to be done.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Command {
    #[default]
    Help,
    Version,
    Add,
    List,
    Check,
}

#[derive(Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) command: Command,
    pub(crate) order: Order,
    pub(crate) words: Vec<String>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) csdl: Option<PathBuf>,
    pub(crate) index: Option<PathBuf>,
    pub(crate) source: Option<PathBuf>,
    pub(crate) is_dry: bool,
    pub(crate) tells_new: bool,
}

/// The options, the commands that have each, and whether it has a value.
const OPTIONS: [(&str, &[&str], bool); 14] = [
    ("--select", &["add"], true),
    ("--expand", &["add"], true),
    ("--path", &["add"], true),
    ("--cloud", &["add"], true),
    ("--no-union", &["add"], false),
    ("--required", &["add"], false),
    ("--schema", &["add"], false),
    ("--all", &["add"], false),
    ("--out", &["add"], true),
    ("--csdl", &["add"], true),
    ("--dry-run", &["add"], false),
    ("--src", &["check"], true),
    ("--new", &["check"], false),
    ("--index", &["add", "list", "check"], true),
];

const SEE: &str = "`cargo graph-resource --help` shows what there is";

/// Reads the words, in whatever order they stand.
pub(crate) fn read(given: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
    let text = |word: OsString| word.into_string().map_err(|word| format!("`{}` is no text", word.display()));
    let given: Vec<String> = given.map(text).collect::<Result<_, _>>()?;
    // Cargo hands on the name of the subcommand.
    let own = usize::from(given.first().is_some_and(|first| first == "graph-resource"));
    let mut given = given.into_iter().skip(own).peekable();
    let mut arguments = Arguments::default();
    let mut command = None;
    let mut options: Vec<&str> = Vec::new();
    while let Some(word) = given.next() {
        match &*word {
            "--help" | "-h" => return Ok(Arguments::default()),
            "--version" | "-V" => return Ok(Arguments { command: Command::Version, ..Arguments::default() }),
            option if option.starts_with('-') => {
                let (name, value) = match option.split_once('=') {
                    Some((name, value)) => (name, Some(value.to_owned())),
                    None => (option, None),
                };
                let Some((name, _, has_value)) = OPTIONS.into_iter().find(|(known, ..)| *known == name) else {
                    return Err(format!("unknown option `{name}`; {SEE}"));
                };
                let value = match value {
                    Some(_) if !has_value => return Err(format!("`{name}` takes no value")),
                    None if has_value => given.next_if(|next| !next.starts_with('-')),
                    value => value,
                };
                let value = value.filter(|value| value.contains(|letter: char| letter != ',' && letter != ' '));
                if has_value && value.is_none() {
                    return Err(format!("`{name}` needs a value"));
                }
                let is_list = ["--select", "--expand"].contains(&name);
                if has_value && !is_list && options.contains(&name) {
                    return Err(format!("`{name}` is given twice"));
                }
                options.push(name);
                arguments.take(name, value.unwrap_or_default());
            }
            _ if command.is_none() => command = Some(word),
            _ => arguments.words.push(word),
        }
    }
    let command = command.ok_or(()).or_else(|()| match options.first() {
        Some(_) => Err(format!("name a command: `add`, `list` or `check`; {SEE}")),
        None => Ok("help".to_owned()),
    })?;
    arguments.command = match &*command {
        "add" => Command::Add,
        "list" => Command::List,
        "check" => Command::Check,
        "help" => return Ok(Arguments::default()),
        other => return Err(format!("unknown command `{other}`; {SEE}")),
    };
    for (name, commands, _) in OPTIONS.into_iter().filter(|(name, ..)| options.contains(name)) {
        if !commands.contains(&&*command) {
            return Err(format!("`{name}` is an option of `{}`, not of `{command}`", commands.join("`, `")));
        }
    }
    match arguments.command {
        Command::Add if arguments.words.is_empty() && !arguments.order.all => {
            return Err("name a type, or `--all`".to_owned());
        }
        Command::Add => arguments.order.types = arguments.words.iter().flat_map(|words| names(words)).collect(),
        Command::List if arguments.words.len() != 1 || arguments.words.iter().any(String::is_empty) => {
            return Err("name one word to look for".to_owned());
        }
        Command::Check if !arguments.words.is_empty() => {
            return Err("`check` takes no names; `--src` names a folder".to_owned());
        }
        _ => {}
    }
    Ok(arguments)
}

fn names(text: &str) -> impl Iterator<Item = String> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}

impl Arguments {
    fn take(&mut self, option: &str, value: String) {
        let order = &mut self.order;
        match option {
            "--select" => order.select.extend(names(&value)),
            "--expand" => order.expand.extend(names(&value)),
            "--path" => order.path = Some(value),
            "--cloud" => order.cloud = Some(value),
            "--no-union" => order.no_union = true,
            "--required" => order.required = true,
            "--schema" => order.schema = true,
            "--all" => order.all = true,
            "--out" => self.out = Some(value.into()),
            "--csdl" => self.csdl = Some(value.into()),
            "--index" => self.index = Some(value.into()),
            "--src" => self.source = Some(value.into()),
            "--new" => self.tells_new = true,
            "--dry-run" => self.is_dry = true,
            _ => {}
        }
    }
}
