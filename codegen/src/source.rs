//! Source files: new ones, and changes to those that are there.
//!
//! What is there stays as it is, to the letter: only what is missing is added.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::TokenStream;
use syn::spanned::Spanned;

use crate::below::types_below;
use crate::edits::Edits;
use crate::imports::{self, Bound, add_imports, is_cfg, words_of};
use crate::item::Item;
use crate::known::Known;

/// The file of a module, with these items in it.
pub(crate) struct Module<'m> {
    /// The comment of a new file.
    pub(crate) docs: String,
    /// The modules inside.
    pub(crate) inside: Vec<&'m str>,
    pub(crate) items: &'m [Item],
    /// Where the modules inside are.
    pub(crate) folder: &'m Path,
}

impl Module<'_> {
    /// The text of the file, which may be there already, and what in it had to be left alone.
    pub(crate) fn text(&self, there: Option<&str>) -> Result<(String, Vec<String>), syn::Error> {
        let Some(there) = there else { return Ok((self.new_text(), Vec::new())) };
        let (head, text) = there.split_at(head_of(there));
        let file = parse(there)?;
        let (changed, notes) = self.changed(text, &file)?;
        Ok((format!("{head}{changed}"), notes))
    }

    fn new_text(&self) -> String {
        let mut parts = vec![format!("//! {}\n", self.docs)];
        let modules = self.inside.iter().map(|module| format!("pub mod {module};\n"));
        parts.push(modules.collect());
        let words: BTreeSet<_> = self.items.iter().flat_map(words_of).collect();
        parts.push(imports::all(&words));
        parts.extend(self.items.iter().map(Item::source));
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    fn changed(&self, text: &str, file: &syn::File) -> Result<(String, Vec<String>), syn::Error> {
        let bound = Bound::in_file(file);
        let mut edits = Edits::of(text);
        let mut notes = Vec::new();
        let mut words = BTreeSet::new();
        let mut added = String::new();
        let below = types_below(&file.items, self.folder);
        let items: Vec<_> = self.items.iter().map(|item| bound.spelled(item)).collect();
        for item in &items {
            match Known::find(file, item) {
                Known::Open(known) if item.completes => known.complete(item, &mut edits, &mut words),
                Known::Other(what) if item.completes => {
                    notes.push(format!("`{}` is {what}: left as it is", item.name));
                }
                Known::Missing if !below.contains(&item.name) => {
                    words.extend(words_of(item).map(str::to_owned));
                    if !added.is_empty() {
                        added.push('\n');
                    }
                    added.push_str(&item.source());
                }
                Known::Open(_) | Known::Kept | Known::Other(_) | Known::Missing => {}
            }
        }
        self.add_modules(file, &mut edits)?;
        add_imports(file, &bound, &words, &mut edits);
        if edits.is_empty() && added.is_empty() {
            return Ok((text.to_owned(), notes));
        }
        if !added.is_empty() {
            // Tests stand last.
            match file.items.last() {
                Some(last @ syn::Item::Mod(tests)) if tests.content.is_some() && is_cfg(&tests.attrs) => {
                    edits.insert_before(last, file, &(added + "\n"));
                }
                _ => {
                    edits.end_line();
                    edits.insert(text.len(), &format!("\n{added}"));
                }
            }
        }
        Ok((edits.apply(), notes))
    }

    fn add_modules(&self, file: &syn::File, edits: &mut Edits<'_>) -> Result<(), syn::Error> {
        let modules = || {
            file.items.iter().filter_map(|item| match item {
                syn::Item::Mod(module) => Some(module),
                _ => None,
            })
        };
        let mut missing = String::new();
        for name in &self.inside {
            match modules().find(|there| there.ident == name) {
                Some(there) if there.content.is_some() => {
                    let message = format!("module `{name}` stands here with its items; move them to a file of its own");
                    return Err(syn::Error::new(there.ident.span(), message));
                }
                Some(_) => {}
                None => missing = missing + "pub mod " + name + ";\n",
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        match modules().rfind(|module| module.content.is_none()) {
            Some(last) => edits.insert_after_line(last.span().byte_range().end, &missing),
            None => edits.insert_before_items(file, file.items.first(), &missing),
        }
        Ok(())
    }
}

/// The items of a file, which count from what follows `head_of`.
pub(crate) fn parse(text: &str) -> Result<syn::File, syn::Error> {
    let text = &text[head_of(text)..];
    syn::parse_file(text).map_err(|error| match text.parse::<TokenStream>() {
        Err(error) => syn::Error::new(error.span(), "a bracket, a quote or a comment has no partner here"),
        Ok(_) => error,
    })
}

/// How many bytes the parser passes over: a byte order mark, and a first line that begins with `#!` and is no attribute.
fn head_of(text: &str) -> usize {
    let body = text.trim_start_matches('\u{feff}');
    let is_script = body.strip_prefix("#!").is_some_and(|rest| !rest.trim_start().starts_with('['));
    let line = if is_script { body.lines().next().map_or(0, str::len) } else { 0 };
    text.len() - body.len() + line
}
