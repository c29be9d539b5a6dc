//! Types that a file has by `use module::*` from modules below it.

use std::collections::BTreeSet;
use std::path::Path;

use syn::{UseTree, Visibility};

use crate::source::parse;

/// The names of those types. `folder` is where the modules of the file are. A module that cannot be read has none: the
/// compiler says why.
pub(crate) fn types_below(items: &[syn::Item], folder: &Path) -> BTreeSet<String> {
    let mut globs = BTreeSet::new();
    for item in items {
        if let syn::Item::Use(item) = item {
            globs_in(&item.tree, &mut globs);
        }
    }
    let mut types = BTreeSet::new();
    for item in items {
        let syn::Item::Mod(module) = item else { continue };
        let name = module.ident.to_string();
        if !globs.contains(&name) {
            continue;
        }
        let folder = folder.join(&name);
        let files = [folder.with_extension("rs"), folder.join("mod.rs")];
        let read = || files.iter().find_map(|file| parse(&std::fs::read_to_string(file).ok()?).ok());
        let inside = match &module.content {
            Some((_, inside)) => inside.clone(),
            None => read().map_or_else(Vec::new, |file| file.items),
        };
        types.extend(inside.iter().filter_map(open_type));
        types.extend(types_below(&inside, &folder));
    }
    types
}

/// The modules that all names are imported of.
fn globs_in(tree: &UseTree, globs: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) if path.ident == "self" => globs_in(&path.tree, globs),
        UseTree::Path(path) if matches!(*path.tree, UseTree::Glob(_)) => {
            globs.insert(path.ident.to_string());
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| globs_in(tree, globs)),
        _ => {}
    }
}

/// The name of a type that others see.
fn open_type(item: &syn::Item) -> Option<String> {
    let (name, visibility) = match item {
        syn::Item::Struct(item) => (&item.ident, &item.vis),
        syn::Item::Enum(item) => (&item.ident, &item.vis),
        syn::Item::Type(item) => (&item.ident, &item.vis),
        _ => return None,
    };
    (!matches!(visibility, Visibility::Inherited)).then(|| name.to_string())
}
