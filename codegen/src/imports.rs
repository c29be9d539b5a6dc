//! Imports: what names mean in a file, and those that it lacks.

use std::collections::{BTreeMap, BTreeSet};

use syn::spanned::Spanned;
use syn::{Attribute, Ident, UseTree};

use crate::edits::Edits;
use crate::item::{Item, import};
use crate::names::{is_of_name, words};

/// Where names come from that a file has to import, in the order of the imports.
const IMPORTS: [(&str, &[&str]); 3] = [
    ("graph_resource", &["DateTimeOffset", "FlagSet", "GraphComplex", "GraphEnum", "GraphResource", "GraphUnion"]),
    ("graph_resource::edm", &["Binary", "Date", "Decimal", "Duration", "Guid", "TimeOfDay"]),
    ("serde_json", &["Map", "Value"]),
];

/// Imports in the order of the alphabet.
pub(crate) fn sorted(imports: impl Iterator<Item = String>) -> String {
    let mut imports: Vec<_> = imports.collect();
    imports.sort();
    imports.concat()
}

/// The imports of these names in a new file.
pub(crate) fn all(words: &BTreeSet<&str>) -> String {
    sorted(IMPORTS.iter().map(|(path, names)| {
        import(path, &names.iter().filter(|name| words.contains(**name)).copied().collect::<Vec<_>>())
    }))
}

/// The words of what an item says, comments and names apart.
pub(crate) fn words_of(item: &Item) -> impl Iterator<Item = &str> {
    item.derives.iter().copied().chain(item.entries.iter().flat_map(|entry| words(&entry.value)))
}

/// The names that a file has of its own: those that are imported, and those of its items.
pub(crate) struct Bound {
    names: BTreeSet<String>,
    /// Those of `IMPORTS` that mean something else, with the paths to write instead.
    others: BTreeMap<&'static str, String>,
}

impl Bound {
    pub(crate) fn in_file(file: &syn::File) -> Self {
        let (mut names, mut ours) = (BTreeSet::new(), BTreeSet::new());
        for item in &file.items {
            match item {
                syn::Item::Use(item) => {
                    names_in(&item.tree, &mut names);
                    if !is_cfg(&item.attrs) {
                        paths_in(&item.tree, "", &mut ours);
                    }
                }
                item => names.extend(name_of(item).map(ToString::to_string)),
            }
        }
        let mut others = BTreeMap::new();
        for (path, wanted) in IMPORTS {
            for name in wanted.iter().filter(|name| names.contains(**name)) {
                let full = format!("{path}::{name}");
                // A derive of its name is ours, whichever way it came.
                if !ours.contains(&full) && !name.starts_with("Graph") {
                    others.insert(*name, full);
                }
            }
        }
        Self { names, others }
    }

    /// The item with whole paths for the names that mean something else here.
    pub(crate) fn spelled(&self, item: &Item) -> Item {
        let mut item = item.clone();
        for entry in item.entries.iter_mut().filter(|_| !self.others.is_empty()) {
            let mut spelled = String::new();
            for part in entry.value.split_inclusive(|letter| !is_of_name(letter)) {
                let name = part.trim_end_matches(|letter| !is_of_name(letter));
                let path = self.others.get(name).map_or(name, |path| path);
                spelled = spelled + path + &part[name.len()..];
            }
            entry.value = spelled;
        }
        item
    }

    /// Whether a name has to be imported.
    pub(crate) fn lacks(&self, name: &str) -> bool {
        !self.names.contains(name)
    }
}

/// The name of an item among types.
pub(crate) fn name_of(item: &syn::Item) -> Option<&Ident> {
    match item {
        syn::Item::Struct(item) => Some(&item.ident),
        syn::Item::Enum(item) => Some(&item.ident),
        syn::Item::Union(item) => Some(&item.ident),
        syn::Item::Type(item) => Some(&item.ident),
        syn::Item::Trait(item) => Some(&item.ident),
        syn::Item::TraitAlias(item) => Some(&item.ident),
        _ => None,
    }
}

/// Imports of names that are used and not there yet.
pub(crate) fn add_imports(file: &syn::File, bound: &Bound, words: &BTreeSet<String>, edits: &mut Edits<'_>) {
    let uses = || file.items.iter().filter(|item| matches!(item, syn::Item::Use(_)));
    let mut lines = Vec::new();
    for (path, names) in IMPORTS {
        let is_missing = |name: &&str| words.contains(*name) && bound.lacks(name);
        let missing: Vec<_> = names.iter().copied().filter(is_missing).collect();
        if missing.is_empty() {
            continue;
        }
        // An import of plain names of this path takes in the others.
        let joined = uses().find_map(|item| {
            let syn::Item::Use(item) = item else { return None };
            let range = item.span().byte_range();
            let source = edits.text.get(range.clone())?;
            let own = plain_names(&item.tree, path)?;
            let path = if item.leading_colon.is_some() { format!("::{path}") } else { path.to_owned() };
            let is_plain = item.attrs.is_empty() && source.starts_with("use");
            (is_plain && !source.contains("//") && !source.contains("/*")).then_some((range, path, own))
        });
        if let Some((range, path, own)) = joined {
            let mut all: Vec<_> = own.iter().map(|name| &**name).chain(missing).collect();
            all.sort_unstable_by_key(|name| (*name != "self", *name));
            edits.replace(&range, import(&path, &all).trim_end());
            continue;
        }
        // Before the first that comes after it in the alphabet, or after the last.
        let line = import(path, &missing);
        let source = |item: &syn::Item| edits.text.get(item.span().byte_range()).map(str::to_owned);
        let later = uses().find(|item| source(item).is_some_and(|source| source > line));
        match (later, uses().next_back()) {
            (Some(later), _) => edits.insert_before(later, file, &line),
            (None, Some(last)) => edits.insert_after_line(last.span().byte_range().end, &line),
            (None, None) => lines.push(line),
        }
    }
    if !lines.is_empty() {
        let is_other = |item: &&syn::Item| !matches!(item, syn::Item::Mod(module) if module.content.is_none());
        edits.insert_before_items(file, file.items.iter().find(is_other), &sorted(lines.into_iter()));
    }
}

/// The paths of what is imported under its own name.
fn paths_in(tree: &UseTree, before: &str, paths: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => paths_in(&path.tree, &format!("{before}{}::", path.ident), paths),
        UseTree::Name(name) => {
            paths.insert(format!("{before}{}", name.ident));
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| paths_in(tree, before, paths)),
        UseTree::Rename(_) | UseTree::Glob(_) => {}
    }
}

pub(crate) fn names_in(tree: &UseTree, names: &mut BTreeSet<String>) {
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

pub(crate) fn is_cfg(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("cfg"))
}
