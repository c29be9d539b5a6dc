//! What is written: structs, unions and enumerations as items with entries, and how they look in the source.

use std::fmt::Write as _;

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
    /// Whether entries are added to an item of this name that is there already.
    pub(crate) completes: bool,
}

/// A field or a variant.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// What it is known by: a wire name, the type of a variant, or one of the two below.
    pub(crate) key: String,
    pub(crate) docs: Vec<String>,
    pub(crate) options: Vec<String>,
    /// `pub display_name: Option<String>`, `GroupCall`.
    pub(crate) text: String,
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
            source.push_str(&entry.source());
        }
        source.push_str("}\n");
        source
    }
}

impl Entry {
    /// The lines of the entry, indented.
    pub(crate) fn source(&self) -> String {
        let line = format!("    {},", self.text);
        let line = match (self.text.split_once(": "), self.text.split_once('(')) {
            _ if line.len() <= WIDTH => line,
            (Some((name, of_type)), _) => format!("    {name}:\n        {of_type},"),
            (None, Some((name, of_type))) => {
                let of_type = of_type.strip_suffix(')').unwrap_or(of_type);
                format!("    {name}(\n        {of_type},\n    ),")
            }
            (None, None) => line,
        };
        comment(&self.docs, "    ") + &attribute(&self.options, "    ") + &line + "\n"
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
            line.push_str(word);
        }
        let _ = writeln!(comment, "{line}");
    }
    comment
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
