//! What is written: structs, unions and enumerations as items with entries, and how they look in the source.

use std::fmt::Write as _;

use crate::names;

/// The most columns of a line, as rustfmt has it by default.
pub(crate) const WIDTH: usize = 100;
/// The most columns of what stands in the parentheses of an attribute.
const ATTRIBUTE_WIDTH: usize = 70;

/// A struct or an enum.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) is_struct: bool,
    pub(crate) docs: Vec<String>,
    pub(crate) derives: Vec<&'static str>,
    pub(crate) options: Vec<String>,
    pub(crate) entries: Vec<Entry>,
    /// The base of a union, as it is named on the wire.
    pub(crate) base: Option<String>,
    /// Whether entries are added to an item of this name that is there already.
    pub(crate) completes: bool,
}

/// A field or a variant.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// What it is known by: a wire name, the type of a variant, or one of the two below.
    pub(crate) key: String,
    pub(crate) form: Form,
    pub(crate) docs: Vec<String>,
    /// The options but for `rename`.
    pub(crate) options: Vec<String>,
    /// The Rust name.
    pub(crate) name: String,
    /// The type of a field, or what stands in the parentheses of a variant; may be empty there.
    pub(crate) value: String,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    Field,
    /// A variant of an enumeration.
    Member,
    /// A variant of a union.
    Variant,
}

/// The key of the field or the variant that keeps what is not declared.
pub(crate) const REST: &str = "…";
/// The key of the variant that is the base.
pub(crate) const BASE: &str = "";

impl Item {
    /// The source of the item.
    pub(crate) fn source(&self) -> String {
        let mut source = comment(&self.docs, "");
        let _ = writeln!(source, "#[derive({})]", self.derives.join(", "));
        source.push_str(&attribute(&self.options, ""));
        let keyword = if self.is_struct { "struct" } else { "enum" };
        if self.entries.is_empty() {
            let _ = writeln!(source, "pub {keyword} {} {{}}", self.name);
            return source;
        }
        let _ = writeln!(source, "pub {keyword} {} {{", self.name);
        for entry in &self.entries {
            source.push_str(&entry.source(None));
        }
        source.push_str("}\n");
        source
    }
}

impl Entry {
    /// The lines of the entry, indented, in an item with this `rename_all`.
    pub(crate) fn source(&self, rename_all: Option<&str>) -> String {
        let Self { name, value, .. } = self;
        let (line, broken) = match self.form {
            Form::Field => (format!("    pub {name}: {value},"), format!("    pub {name}:\n        {value},")),
            _ if value.is_empty() => (format!("    {name},"), format!("    {name},")),
            _ => (format!("    {name}({value}),"), format!("    {name}(\n        {value},\n    ),")),
        };
        let line = if line.len() <= WIDTH { line } else { broken };
        let mut options = self.options.clone();
        if self.needs_rename(rename_all) {
            options.insert(0, format!("rename = \"{}\"", self.key));
        }
        comment(&self.docs, "    ") + &attribute(&options, "    ") + &line + "\n"
    }

    /// Whether the derive makes another wire name of the Rust name.
    fn needs_rename(&self, rename_all: Option<&str>) -> bool {
        let made = match self.form {
            _ if self.key == REST => return false,
            Form::Variant => return false,
            Form::Field => names::wire_of_field(&self.name, rename_all),
            Form::Member => names::wire_of_variant(&self.name, rename_all),
        };
        made != self.key
    }
}

/// A comment of documentation, each paragraph filled to the width.
pub(crate) fn comment(paragraphs: &[String], indent: &str) -> String {
    let mut comment = String::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if number > 0 {
            let _ = writeln!(comment, "{indent}///");
        }
        let mut line = format!("{indent}///");
        for word in paragraph.split_whitespace() {
            if line.len() + 1 + word.len() > WIDTH && line.len() > indent.len() + 3 {
                let _ = writeln!(comment, "{line}");
                line = format!("{indent}///");
            }
            line.push(' ');
            if line.len() == indent.len() + 4 && begins_block(word) {
                // A number is text by a mark behind it, and no mark can stand before it.
                let digits = word.len() - word.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
                line = line + &word[..digits] + "\\" + &word[digits..];
                continue;
            }
            line.push_str(word);
        }
        let _ = writeln!(comment, "{line}");
    }
    comment
}

/// Whether Markdown takes a line for a list, a heading or code that begins with this word.
fn begins_block(word: &str) -> bool {
    let marker = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_number = marker.len() < word.len() && [".", ")"].contains(&marker);
    let is_made_of = |letter: char| word.chars().all(|other| other == letter);
    is_number || ["-", "+"].contains(&word) || word.starts_with("~~~") || "#-=".contains(is_made_of)
}

/// The attribute of the derives; nothing where there are no options.
fn attribute(options: &[String], indent: &str) -> String {
    if options.is_empty() {
        return String::new();
    }
    let inside = options.join(", ");
    let fits = inside.len() <= ATTRIBUTE_WIDTH || options.len() == 1;
    if fits && indent.len() + inside.len() + 19 <= WIDTH {
        return format!("{indent}#[graph_resource({inside})]\n");
    }
    let lines = options.join(&format!(",\n{indent}    "));
    format!("{indent}#[graph_resource(\n{indent}    {lines}\n{indent})]\n")
}

/// `use path::{a, b};`, filled to the width.
pub(crate) fn import(path: &str, names: &[&str]) -> String {
    let line = match names {
        [] => return String::new(),
        [name] => format!("use {path}::{name};\n"),
        names => format!("use {path}::{{{}}};\n", names.join(", ")),
    };
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let mut lines = format!("use {path}::{{\n");
    let mut line = String::from("   ");
    for name in names {
        if line.len() + name.len() + 2 > WIDTH {
            let _ = writeln!(lines, "{line}");
            line = String::from("   ");
        }
        let _ = write!(line, " {name},");
    }
    lines + &line + "\n};\n"
}
