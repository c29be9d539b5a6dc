//! Why nothing is written.

use std::fmt;
use std::path::PathBuf;

/// Why nothing is written.
#[derive(Debug)]
#[non_exhaustive]
pub enum AddError {
    /// The metadata has no such type.
    NoType {
        /// The name that was given.
        name: String,
        /// A type whose name is near.
        near: Option<String>,
    },
    /// More than one type has this name, and none of them in `microsoft.graph`.
    ManyTypes {
        /// The name that was given.
        name: String,
        /// The types.
        names: Vec<String>,
    },
    /// None of the types has such a property or relationship.
    NoMember {
        /// The name that was given.
        name: String,
        /// The types, with backticks between them.
        types: String,
        /// A member whose name is near.
        near: Option<String>,
    },
    /// What was named as a relationship is a property.
    NoRelationship(String),
    /// The index knows nothing of the cloud.
    NoCloud(String),
    /// The cloud lacks the type.
    NotInCloud {
        /// The type.
        name: String,
        /// The cloud.
        cloud: String,
    },
    /// What is wrong with the path, in words.
    Path(String),
    /// The path leads to something else.
    PathElsewhere {
        /// The path.
        path: String,
        /// The type that it leads to.
        leads_to: String,
    },
    /// A path was given with more than one type, or with none.
    PathOfOne,
    /// The last placeholder of the path is no property.
    PathKey {
        /// The placeholder.
        placeholder: String,
        /// The field of the key.
        key: String,
    },
    /// The CSDL file is no XML.
    Csdl(roxmltree::Error),
    /// A source file that is there cannot be read as Rust.
    Source {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        error: syn::Error,
    },
    /// A file cannot be read or written.
    File {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        error: std::io::Error,
    },
}

/// `; did you mean …?`
fn ask(f: &mut fmt::Formatter<'_>, near: Option<&String>) -> fmt::Result {
    near.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
}

impl fmt::Display for AddError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoType { name, near } => {
                write!(f, "Graph has no type `{name}`")?;
                ask(f, near.as_ref())
            }
            Self::NoMember { name, types, near } => {
                write!(f, "`{types}` has no `{name}`")?;
                ask(f, near.as_ref())
            }
            Self::ManyTypes { name, names } => {
                write!(f, "Graph has more than one type `{name}`; name one of `{}`", names.join("`, `"))
            }
            Self::NoRelationship(name) => write!(f, "`{name}` is no relationship; name it by `--select`"),
            Self::NoCloud(cloud) => {
                write!(
                    f,
                    "the index knows nothing of the cloud `{cloud}`; build one with its metadata, and give it by `--index`"
                )
            }
            Self::NotInCloud { name, cloud } => write!(f, "the cloud `{cloud}` has no type `{name}`"),
            Self::Path(mistake) => f.write_str(mistake),
            Self::PathElsewhere { path, leads_to } => write!(f, "`{path}` leads to `{leads_to}`"),
            Self::PathOfOne => f.write_str("`--path` is of one type; name one"),
            Self::PathKey { placeholder, key } => {
                write!(f, "placeholder `<{placeholder}>` of the path names no property; write `<{key}>` for the key")
            }
            Self::Csdl(_) => f.write_str("the CSDL file is no XML"),
            Self::Source { file, error } => {
                let at = error.span().start();
                write!(f, "{}:{}:{}: {error}", file.display(), at.line, at.column + 1)
            }
            Self::File { file, .. } => write!(f, "{}", file.display()),
        }
    }
}

impl std::error::Error for AddError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Csdl(error) => Some(error),
            Self::File { error, .. } => Some(error),
            _ => None,
        }
    }
}
