//! What is there of an item, and the entries that it lacks.

use std::collections::BTreeSet;

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Fields, Token};

use crate::attributes::{Options, derives};
use crate::edits::Edits;
use crate::imports::{name_of, names_in};
use crate::item::{BASE, Entry, Item, REST};
use crate::names::words;

/// What is there of the name of an item.
pub(crate) enum Known {
    Missing,
    /// The item, as the user may have changed it.
    Open(Entries),
    /// Something that the user put there instead: an import, another name for a type, a struct without named fields.
    Kept,
    /// Something that is not of ours, in words.
    Other(&'static str),
}

/// The entries of an item that is there.
pub(crate) struct Entries {
    places: Vec<Place>,
    /// Whether the last entry has a comma.
    has_last_comma: bool,
    /// After the opening brace.
    start: usize,
    rename_all: Option<String>,
}

/// An entry that is there.
struct Place {
    key: String,
    name: String,
    /// After its comma.
    end: usize,
}

impl Known {
    pub(crate) fn find(file: &syn::File, wanted: &Item) -> Self {
        for item in &file.items {
            let (attributes, known) = match item {
                syn::Item::Use(item) => {
                    let mut names = BTreeSet::new();
                    names_in(&item.tree, &mut names);
                    if names.contains(&wanted.name) {
                        return Self::Kept;
                    }
                    continue;
                }
                item if name_of(item).is_none_or(|name| *name != wanted.name) => continue,
                syn::Item::Struct(item) => match &item.fields {
                    Fields::Named(_) if !wanted.is_struct => {
                        return Self::Other("a struct, and an enumeration in Graph");
                    }
                    Fields::Named(fields) => (&item.attrs, Entries::of_fields(&item.attrs, fields)),
                    _ => return Self::Kept,
                },
                syn::Item::Enum(_) if wanted.is_struct => return Self::Other("an enum, and a struct in Graph"),
                syn::Item::Enum(item) => (&item.attrs, Entries::of_variants(item, wanted)),
                _ => return Self::Kept,
            };
            return match derives(attributes) {
                Some(_) => Self::Open(known),
                None => Self::Other("there without a derive of `graph-resource`"),
            };
        }
        Self::Missing
    }
}

impl Entries {
    fn of_fields(attributes: &[Attribute], fields: &syn::FieldsNamed) -> Self {
        let rename_all = Options::of(attributes).rename_all;
        let start = fields.brace_token.span.open().byte_range().end;
        Self::of(start, &fields.named, rename_all, |field, rename_all| {
            let options = Options::of(&field.attrs);
            let key = |ident| if options.is_rest { REST.to_owned() } else { options.wire_of_field(ident, rename_all) };
            field.ident.as_ref().map(|ident| (key(ident), ident.to_string())).unwrap_or_default()
        })
    }

    fn of_variants(item: &syn::ItemEnum, wanted: &Item) -> Self {
        let rename_all = Options::of(&item.attrs).rename_all;
        let start = item.brace_token.span.open().byte_range().end;
        Self::of(start, &item.variants, rename_all, |variant, rename_all| {
            let name = variant.ident.to_string();
            let options = Options::of(&variant.attrs);
            let key = match &options.odata_type {
                _ if options.is_rest => REST.to_owned(),
                Some((of_type, _)) if Some(of_type) != wanted.base.as_ref() => of_type.clone(),
                Some(_) => BASE.to_owned(),
                None if wanted.derives.contains(&"GraphUnion") => BASE.to_owned(),
                None => options.wire_of_variant(&variant.ident, rename_all),
            };
            (key, name)
        })
    }

    fn of<T: Spanned>(
        start: usize,
        entries: &Punctuated<T, Token![,]>,
        rename_all: Option<String>,
        names: impl Fn(&T, Option<&str>) -> (String, String),
    ) -> Self {
        let mut known = Vec::new();
        for pair in entries.pairs() {
            let end = pair.punct().map_or_else(|| pair.value().span(), Spanned::span);
            let (key, name) = names(pair.value(), rename_all.as_deref());
            known.push(Place { key, name, end: end.byte_range().end });
        }
        Self { places: known, has_last_comma: entries.trailing_punct(), start, rename_all }
    }

    /// Adds the entries that are missing, each after the one that comes before it in the metadata.
    pub(crate) fn complete(&self, item: &Item, edits: &mut Edits<'_>, used: &mut BTreeSet<String>) {
        let mut after: Option<usize> = None;
        for entry in &item.entries {
            match self.places.iter().position(|there| there.key == entry.key) {
                Some(place) => after = Some(place),
                None => {
                    self.insert(entry.clone(), after, edits);
                    used.extend(words(&entry.value).map(str::to_owned));
                }
            }
        }
    }

    pub(crate) fn insert(&self, mut entry: Entry, after: Option<usize>, edits: &mut Edits<'_>) {
        // The user may have named something else so.
        while self.places.iter().any(|there| there.name == entry.name) {
            entry.name.push('_');
        }
        let source = entry.source(self.rename_all.as_deref());
        let Some((place, Place { end, .. })) = after.and_then(|place| Some((place, self.places.get(place)?))) else {
            // Before all others.
            return edits.insert_after_line(self.start, &source);
        };
        let is_last = place + 1 == self.places.len();
        if is_last && !self.has_last_comma && !edits.contains(*end) {
            edits.insert(*end, ",");
        }
        edits.insert_after_line(*end, &source);
    }
}
