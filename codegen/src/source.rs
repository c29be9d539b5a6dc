//! Source files: new ones, and changes to those that are there.
//!
//! What is there stays as it is, to the letter: only what is missing is added.

use std::collections::{BTreeMap, BTreeSet};

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Fields, Token, UseTree};

use crate::attributes::Options;
use crate::item::{BASE, Entry, Item, REST, import};
use crate::names;

/// Where names come from that a file has to import.
const IMPORTS: [(&str, &[&str]); 3] = [
    ("graph_resource::edm", &["Binary", "Date", "Decimal", "Duration", "Guid", "TimeOfDay"]),
    ("graph_resource", &["DateTimeOffset", "FlagSet", "GraphComplex", "GraphEnum", "GraphResource", "GraphUnion"]),
    ("serde_json", &["Map", "Value"]),
];

/// The file of a module, with these items in it.
pub(crate) struct Module<'m> {
    /// The comment of a new file.
    pub(crate) docs: String,
    /// The modules inside.
    pub(crate) inside: Vec<&'m str>,
    pub(crate) items: &'m [Item],
}

impl Module<'_> {
    /// The text of the file, which may be there already.
    pub(crate) fn text(&self, there: Option<&str>) -> Result<String, syn::Error> {
        match there {
            None => Ok(self.new_text()),
            Some(text) => Ok(self.changed(text, &syn::parse_file(text)?)),
        }
    }

    fn new_text(&self) -> String {
        let mut parts = vec![format!("//! {}\n", self.docs)];
        let modules = self.inside.iter().map(|module| format!("pub mod {module};\n"));
        parts.push(modules.collect());
        let words: BTreeSet<_> = self.items.iter().flat_map(words_of).collect();
        let imports = IMPORTS.iter().map(|(path, names)| {
            import(path, &names.iter().filter(|name| words.contains(**name)).copied().collect::<Vec<_>>())
        });
        parts.push(imports.collect());
        parts.extend(self.items.iter().map(Item::source));
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    fn changed(&self, text: &str, file: &syn::File) -> String {
        let mut edits = Edits { text, edits: BTreeMap::new() };
        let mut words = BTreeSet::new();
        let mut added = String::new();
        for item in self.items {
            match Known::find(file, item) {
                Some(known) if item.completes => known.complete(item, &mut edits, &mut words),
                Some(_) => {}
                None => {
                    words.extend(words_of(item));
                    added.push('\n');
                    added.push_str(&item.source());
                }
            }
        }
        self.add_modules(file, &mut edits);
        add_imports(file, &words, &mut edits);
        let mut text = edits.apply();
        if !added.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text + &added
    }

    fn add_modules(&self, file: &syn::File, edits: &mut Edits<'_>) {
        let modules = || {
            file.items.iter().filter_map(|item| match item {
                syn::Item::Mod(module) => Some((module.ident.to_string(), module.span())),
                _ => None,
            })
        };
        let missing = self.inside.iter().filter(|name| !modules().any(|(there, _)| there == **name));
        let missing = missing.fold(String::new(), |lines, name| lines + "pub mod " + name + ";\n");
        if missing.is_empty() {
            return;
        }
        match modules().next_back() {
            Some((_, span)) => edits.insert_after_line(span.byte_range().end, &missing),
            None => edits.insert_before_items(file, &(missing + "\n")),
        }
    }
}

/// The words of what an item says, comments apart.
fn words_of(item: &Item) -> impl Iterator<Item = &str> {
    item.derives.iter().copied().chain(item.entries.iter().flat_map(|entry| words(&entry.text)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// Additions to a text by where they stand.
struct Edits<'t> {
    text: &'t str,
    /// What takes the place of the bytes from the key to the number.
    edits: BTreeMap<usize, (usize, String)>,
}

impl Edits<'_> {
    fn insert(&mut self, at: usize, text: &str) {
        self.edits.entry(at).or_insert((at, String::new())).1.push_str(text);
    }

    /// What was inserted at the start of the range before stays.
    fn replace(&mut self, range: core::ops::Range<usize>, text: &str) {
        let edit = self.edits.entry(range.start).or_insert((range.start, String::new()));
        edit.0 = range.end;
        edit.1.push_str(text);
    }

    /// After the line that this place is in.
    fn insert_after_line(&mut self, at: usize, text: &str) {
        let rest = self.text.get(at..).unwrap_or_default();
        match rest.find('\n') {
            Some(end) => self.insert(at + end + 1, text),
            None => self.insert(self.text.len(), &format!("\n{text}")),
        }
    }

    /// Before the first item, its comments and attributes included.
    fn insert_before_items(&mut self, file: &syn::File, text: &str) {
        let first = file.items.first().map(|item| item.span().byte_range().start);
        let after_attributes = file.attrs.iter().map(|attribute| attribute.span().byte_range().end).max();
        match (first, after_attributes) {
            (Some(first), _) => self.insert(first, text),
            (None, Some(end)) => self.insert_after_line(end, &format!("\n{text}")),
            (None, None) => self.insert(self.text.len(), text),
        }
    }

    fn apply(self) -> String {
        let (mut text, mut done) = (String::new(), 0);
        for (start, (end, new)) in self.edits {
            text.push_str(self.text.get(done..start).unwrap_or_default());
            text.push_str(&new);
            done = end;
        }
        text + self.text.get(done..).unwrap_or_default()
    }
}

/// Imports of names that are used and not there yet.
fn add_imports(file: &syn::File, words: &BTreeSet<&str>, edits: &mut Edits<'_>) {
    let uses = || {
        file.items.iter().filter_map(|item| match item {
            syn::Item::Use(item) => Some(item),
            _ => None,
        })
    };
    let mut there = BTreeSet::new();
    uses().for_each(|item| names_in(&item.tree, &mut there));
    let mut lines = String::new();
    for (path, names) in IMPORTS {
        let is_missing = |name: &&str| words.contains(name) && !there.contains(*name);
        let missing: Vec<_> = names.iter().copied().filter(is_missing).collect();
        if missing.is_empty() {
            continue;
        }
        // An import of plain names of this path takes in the others.
        let joined = uses().find_map(|item| {
            let range = item.span().byte_range();
            let source = edits.text.get(range.clone())?;
            let own = plain_names(&item.tree, path)?;
            (item.attrs.is_empty() && !source.contains("//") && source.starts_with("use")).then_some((range, own))
        });
        if let Some((range, own)) = joined {
            let mut all: Vec<_> = own.iter().map(|name| &**name).chain(missing).collect();
            all.sort_unstable();
            let line = import(path, &all);
            edits.replace(range, line.trim_end());
            continue;
        }
        // Before the first that comes after it in the alphabet, or after the last.
        let line = import(path, &missing);
        let later = uses().map(|item| item.span().byte_range());
        let later = later.into_iter().find(|range| edits.text.get(range.clone()).is_some_and(|source| *source > *line));
        match (later, uses().next_back()) {
            (Some(later), _) => edits.insert(later.start, &line),
            (None, Some(last)) => edits.insert_after_line(last.span().byte_range().end, &line),
            (None, None) => lines.push_str(&line),
        }
    }
    if !lines.is_empty() {
        match file.items.iter().find(|item| !matches!(item, syn::Item::Mod(_))) {
            Some(first) => edits.insert(first.span().byte_range().start, &(lines + "\n")),
            None => edits.insert(edits.text.len(), &format!("\n{lines}")),
        }
    }
}

fn names_in(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => names_in(&path.tree, names),
        UseTree::Name(name) => {
            names.insert(name.ident.to_string());
        }
        UseTree::Rename(rename) => {
            names.insert(rename.rename.to_string());
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| names_in(tree, names)),
        UseTree::Glob(_) => {}
    }
}

/// The names of an import of nothing but names below this path.
fn plain_names(tree: &UseTree, path: &str) -> Option<Vec<String>> {
    let (first, rest) = path.split_once("::").map_or((path, None), |(first, rest)| (first, Some(rest)));
    let UseTree::Path(own) = tree else { return None };
    if own.ident != first {
        return None;
    }
    if let Some(rest) = rest {
        return plain_names(&own.tree, rest);
    }
    let name = |tree: &UseTree| match tree {
        UseTree::Name(name) => Some(name.ident.to_string()),
        _ => None,
    };
    match &*own.tree {
        UseTree::Group(group) => group.items.iter().map(name).collect(),
        tree => Some(vec![name(tree)?]),
    }
}

/// An item that is there.
struct Known {
    /// Keys of its entries, and where each ends: after its comma.
    entries: Vec<(String, usize)>,
    /// Whether the last entry has a comma.
    has_last_comma: bool,
    /// After the opening brace.
    start: usize,
}

impl Known {
    fn find(file: &syn::File, wanted: &Item) -> Option<Self> {
        for item in &file.items {
            match item {
                syn::Item::Struct(item) if item.ident == wanted.name => {
                    let Fields::Named(fields) = &item.fields else { return Some(Self::closed()) };
                    let start = fields.brace_token.span.open().byte_range().end;
                    let named = &fields.named;
                    return Some(Self::of(start, named, |field| {
                        let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                        key_of_field(&field.attrs, &name)
                    }));
                }
                syn::Item::Enum(item) if item.ident == wanted.name => {
                    let is_union = wanted.derives.contains(&"GraphUnion");
                    let start = item.brace_token.span.open().byte_range().end;
                    let key =
                        |variant: &syn::Variant| key_of_variant(&variant.attrs, &variant.ident.to_string(), is_union);
                    return Some(Self::of(start, &item.variants, key));
                }
                // Something else of the name is the user's.
                syn::Item::Type(item) if item.ident == wanted.name => return Some(Self::closed()),
                _ => {}
            }
        }
        None
    }

    /// One that nothing is added to.
    fn closed() -> Self {
        Self { entries: Vec::new(), has_last_comma: false, start: 0 }
    }

    fn of<T: Spanned>(start: usize, entries: &Punctuated<T, Token![,]>, key: impl Fn(&T) -> String) -> Self {
        let mut known = Vec::new();
        for pair in entries.pairs() {
            let end = pair.punct().map_or_else(|| pair.value().span(), Spanned::span);
            known.push((key(pair.value()), end.byte_range().end));
        }
        Self { entries: known, has_last_comma: entries.trailing_punct(), start }
    }

    /// Adds the entries that are missing, each after the one that comes before it in the metadata.
    fn complete<'m>(&self, item: &'m Item, edits: &mut Edits<'_>, used: &mut BTreeSet<&'m str>) {
        if self.start == 0 {
            return;
        }
        let mut after: Option<usize> = None;
        for entry in &item.entries {
            match self.entries.iter().position(|(key, _)| *key == entry.key) {
                Some(place) => after = Some(place),
                None => {
                    self.insert(entry, after, edits);
                    used.extend(words(&entry.text));
                }
            }
        }
    }

    fn insert(&self, entry: &Entry, after: Option<usize>, edits: &mut Edits<'_>) {
        let source = entry.source();
        let Some((place, (_, end))) = after.and_then(|place| Some((place, self.entries.get(place)?))) else {
            // Before all others; on a line of its own even if nothing stands on lines.
            let rest = edits.text.get(self.start..).unwrap_or_default();
            return match rest.find('\n').filter(|end| rest.get(..*end).is_some_and(|line| line.trim().is_empty())) {
                Some(end) => edits.insert(self.start + end + 1, &source),
                None => edits.insert(self.start, &format!("\n{source}")),
            };
        };
        let is_last = place + 1 == self.entries.len();
        if is_last && !self.has_last_comma && !edits.edits.contains_key(end) {
            edits.insert(*end, ",");
        }
        let rest = edits.text.get(*end..).unwrap_or_default();
        let line_end = rest.find('\n').filter(|end| {
            let line = rest.get(..*end).unwrap_or_default().trim();
            line.is_empty() || line.starts_with("//")
        });
        match line_end {
            Some(line_end) => edits.insert(end + line_end + 1, &source),
            None => edits.insert(*end, &format!("\n{source}")),
        }
    }
}

fn key_of_field(attributes: &[Attribute], name: &str) -> String {
    let options = Options::of(attributes);
    if options.is_rest { REST.to_owned() } else { options.rename.unwrap_or_else(|| names::wire_of_field(name)) }
}

fn key_of_variant(attributes: &[Attribute], name: &str, is_union: bool) -> String {
    let options = Options::of(attributes);
    if options.is_rest {
        REST.to_owned()
    } else if is_union {
        options.odata_type.map_or_else(|| BASE.to_owned(), |(name, _)| name)
    } else {
        options.rename.unwrap_or_else(|| names::wire_of_variant(name))
    }
}
