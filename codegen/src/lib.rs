#![doc = include_str!("../README.md")]

mod attributes;
mod below;
mod check;
mod docs;
mod edits;
mod error;
mod imports;
mod item;
mod known;
mod list;
mod make;
mod names;
mod paths;
mod plan;
mod source;

use std::path::{Path, PathBuf};

use graph_resource_schema::Index;

pub use crate::check::{Finding, Level, check};
use crate::docs::Docs;
pub use crate::error::AddError;
pub use crate::list::list;
pub use crate::plan::Order;
use crate::plan::Plan;
use crate::source::Module;

/// A file with its new text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct File {
    /// Where it belongs.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
    /// The text that it had before, if it was there.
    pub before: Option<String>,
}

/// What an order takes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Added {
    /// The files of the modules.
    pub files: Vec<File>,
    /// What was decided without being asked, in words.
    pub notes: Vec<String>,
}

/// The files that an order takes, with what is in them already. Nothing is written.
///
/// `folder` is the module's folder, such as `src/graph`: the types of `microsoft.graph` stand in `src/graph.rs` (or
/// `src/graph/mod.rs`, where that is there), those of another namespace in a file of their own, `src/graph/security.rs`.
/// `csdl` is a CSDL file of the user's, whose descriptions become documentation.
///
/// What is in the files stays as it is. Types that are missing are added, and to those that were asked for, and to the
/// complex types and enumerations that they take, the members that are missing.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use cargo_graph_resource::{Order, add};
///
/// let order = Order { types: vec!["microsoft.graph.user".to_owned()], ..Order::default() };
/// for file in add(graph_resource_schema::v1_0(), &order, None, "src/graph".as_ref())?.files {
///     std::fs::write(file.path, file.text)?;
/// }
/// # Ok(()) }
/// ```
///
/// # Errors
/// If the metadata has no such type, member, path or cloud, or a file that is there cannot be read.
pub fn add(index: &Index<'_>, order: &Order, csdl: Option<&str>, folder: &Path) -> Result<Added, AddError> {
    let docs = csdl.map_or(Ok(Docs::default()), Docs::of).map_err(AddError::Csdl)?;
    let plan = Plan::of(index, order, &docs)?;
    let modules = plan.items();
    let (mut files, mut notes) = (Vec::new(), plan.notes());
    if csdl.is_some() && docs.is_empty() {
        notes.push("the CSDL file has no descriptions".to_owned());
    }
    for (name, items) in &modules {
        let folder = name.as_ref().map_or_else(|| folder.to_owned(), |name| folder.join(name));
        let in_folder = folder.join("mod.rs");
        let path = if in_folder.exists() { in_folder } else { folder.with_extension("rs") };
        let there = match std::fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(AddError::File { file: path, error }),
        };
        let header = match name {
            Some(_) => {
                let namespace = index.types().find(|one| names::module(one.namespace()) == *name);
                let namespace = namespace.map_or("", |one| one.namespace());
                format!("Types of Microsoft Graph {}, of `{namespace}`.", index.version())
            }
            None => format!("Types of Microsoft Graph {}.", index.version()),
        };
        let inside = if name.is_none() { modules.keys().flatten().map(|name| &**name).collect() } else { Vec::new() };
        let module = Module { docs: header, inside, items, folder: &folder };
        let text = module.text(there.as_deref());
        let (text, left) = text.map_err(|error| AddError::Source { file: path.clone(), error })?;
        notes.extend(left.into_iter().map(|note| format!("{}: {note}", path.display())));
        files.push(File { path, text, before: there });
    }
    Ok(Added { files, notes })
}
