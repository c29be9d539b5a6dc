//! What a service does beyond the general rules: which properties it guards, and how it answers a PATCH.
//!
//! Graph is many services behind one host, and they differ here. The rules are stated by whoever writes the test, not
//! taken from the structs under test: only so can the service disagree with them.

mod choices;

use std::collections::BTreeSet;

use serde_json::Value;

pub use self::choices::{ComplexUpdate, ETags, OnReadOnly, PatchAnswer};
use crate::patch::Object;

/// How a service treats one collection or singleton.
///
/// Properties are named as in `$select`: `jobTitle`, or `organizer/user` for a member of a complex value. `*` stands
/// for any name, and items of a collection are named like the collection: `participants/*/id`. Names are
/// case-sensitive.
///
/// # Examples
///
/// ```
/// use graph_resource_testing::{PatchAnswer, Rules};
///
/// let rules = Rules::new()
///     .read_only(["createdDateTime", "passwordProfile/changedDateTime"])
///     .not_null(["accountEnabled"])
///     .computed(["lastModifiedDateTime"])
///     .patch_answer(PatchAnswer::NoContent);
/// # let _ = rules;
/// ```
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[must_use = "rules do nothing until a service has them"]
pub struct Rules {
    key: String,
    read_only: Vec<Pattern>,
    create_only: Vec<Pattern>,
    write_only: Vec<Pattern>,
    not_null: Vec<Pattern>,
    computed: Vec<String>,
    inline: Vec<String>,
    shapes: Vec<Shape>,
    /// Where it is set, the names that are known from data.
    seen: Option<BTreeSet<Vec<String>>>,
    pub(crate) advanced: bool,
    pub(crate) redirects_content: bool,
    pub(crate) deleted_facet: bool,
    pub(crate) repeats_in_delta: bool,
    pub(crate) on_read_only: OnReadOnly,
    pub(crate) complex_update: ComplexUpdate,
    pub(crate) patch_answer: PatchAnswer,
    pub(crate) etags: ETags,
    pub(crate) page_size: Option<usize>,
}

#[derive(Clone, Debug)]
struct Shape {
    at: Pattern,
    declared: Vec<String>,
    open: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self::new()
    }
}

impl Rules {
    /// The key is `id`; every property is writable and nullable, and no name is unknown.
    pub fn new() -> Self {
        Self {
            key: "id".to_owned(),
            read_only: Vec::new(),
            create_only: Vec::new(),
            write_only: Vec::new(),
            not_null: Vec::new(),
            computed: Vec::new(),
            inline: Vec::new(),
            shapes: Vec::new(),
            seen: None,
            advanced: false,
            redirects_content: false,
            deleted_facet: false,
            repeats_in_delta: false,
            on_read_only: OnReadOnly::default(),
            complex_update: ComplexUpdate::default(),
            patch_answer: PatchAnswer::default(),
            etags: ETags::default(),
            page_size: None,
        }
    }

    /// Sets the name of the key property. The default is `id`.
    pub fn key(mut self, name: impl Into<String>) -> Self {
        self.key = name.into();
        self
    }

    /// Adds properties that no request body may set.
    pub fn read_only<N: AsRef<str>>(mut self, properties: impl IntoIterator<Item = N>) -> Self {
        self.read_only.extend(patterns(properties));
        self
    }

    /// Adds properties that a POST may set, and no PATCH.
    pub fn create_only<N: AsRef<str>>(mut self, properties: impl IntoIterator<Item = N>) -> Self {
        self.create_only.extend(patterns(properties));
        self
    }

    /// Adds properties that are stored and never shown.
    pub fn write_only<N: AsRef<str>>(mut self, properties: impl IntoIterator<Item = N>) -> Self {
        self.write_only.extend(patterns(properties));
        self
    }

    /// Adds properties that are never null: 400 for a body that says so.
    pub fn not_null<N: AsRef<str>>(mut self, properties: impl IntoIterator<Item = N>) -> Self {
        self.not_null.extend(patterns(properties));
        self
    }

    /// Adds properties of the entity itself that every write sets to the moment of the write: UTC, whole seconds, such
    /// as `2026-01-01T00:00:01Z`. They are read-only as well.
    pub fn computed<N: Into<String>>(mut self, properties: impl IntoIterator<Item = N>) -> Self {
        self.computed.extend(properties.into_iter().map(Into::into));
        self
    }

    /// Adds relationships whose entities a PATCH may hold, as it may `singleValueExtendedProperties`: one with a key that is
    /// there is updated, all others are made. For every other relationship, a PATCH with entities inside is a 400.
    ///
    /// The relationship is a [collection](crate::EmbeddedGraph::with_collection) below the entity.
    pub fn inline<N: Into<String>>(mut self, relationships: impl IntoIterator<Item = N>) -> Self {
        self.inline.extend(relationships.into_iter().map(Into::into));
        self
    }

    /// Declares the value at `path` open: it takes any member, and null removes the ones that are not `declared`.
    ///
    /// The entity itself is at `""`. A dictionary, such as a planner task's `assignments`, declares nothing. What was
    /// said of the same path before is forgotten.
    ///
    /// Source: OData CSDL 4.01, section 6.3; OData Protocol 4.01, section 11.4.3 (null and dynamic properties).
    pub fn open<N: Into<String>>(self, path: &str, declared: impl IntoIterator<Item = N>) -> Self {
        self.shape(path, declared, true)
    }

    /// Declares the value at `path` closed: 400 for a body, or a `$select`, with a name that is not `declared`.
    ///
    /// The entity itself is at `""`; its key need not be among the names. What was said of the same path before is
    /// forgotten.
    pub fn closed<N: Into<String>>(self, path: &str, declared: impl IntoIterator<Item = N>) -> Self {
        self.shape(path, declared, false)
    }

    /// Refuses names that nobody has named: 400 for a body, a `$select`, a `$filter` or a `$orderby`.
    ///
    /// Known are the names of the entities that the test itself puts in, at every depth, and the names in these rules.
    /// So a slip such as `mail_nick_name` is no new property. What is declared [`open`](Self::open) stays open.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::{EmbeddedGraph, Rules};
    /// use serde_json::json;
    ///
    /// let graph = EmbeddedGraph::new()
    ///     .with_rules("/users", Rules::new().strict())
    ///     .with_entity("/users", json!({"id": "1", "mailNickname": "ada"}));
    /// let request = http::Request::patch("https://graph.microsoft.com/v1.0/users/1")
    ///     .header("content-type", "application/json")
    ///     .body(Bytes::from(r#"{"mail_nick_name":"bao"}"#))?;
    /// assert_eq!(graph.respond(&request)?.status(), 400);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn strict(mut self) -> Self {
        self.seen.get_or_insert_default();
        self
    }

    /// Asks for `ConsistencyLevel: eventual` and `$count=true` where directory objects do: for `ne`, `not`, `endsWith`
    /// and `$count` in a `$filter`, for `$filter` with `$orderby`, and for a type in the path with another option.
    ///
    /// Source: Microsoft Graph, "advanced query capabilities on Microsoft Entra ID objects".
    pub fn advanced_queries(mut self) -> Self {
        self.advanced = true;
        self
    }

    /// Answers a request for content of the entities with 302 to a URL on another host, which takes no token.
    pub fn redirect_content(mut self) -> Self {
        self.redirects_content = true;
        self
    }

    /// Lets a delta tell what is gone by `"deleted":{"state":"deleted"}`, as `driveItem` does, in place of `@removed`.
    pub fn deleted_facet(mut self) -> Self {
        self.deleted_facet = true;
        self
    }

    /// Lets each page of a delta, and each round, begin with the last entry of the one before. A client has to take that.
    pub fn repeat_in_delta(mut self) -> Self {
        self.repeats_in_delta = true;
        self
    }

    fn shape<N: Into<String>>(mut self, path: &str, declared: impl IntoIterator<Item = N>, open: bool) -> Self {
        let at = Pattern::new(path);
        self.shapes.retain(|shape| shape.at != at);
        self.shapes.push(Shape { at, declared: declared.into_iter().map(Into::into).collect(), open });
        self
    }

    /// Sets what happens to a body that names a read-only property.
    pub fn on_read_only(mut self, reaction: OnReadOnly) -> Self {
        self.on_read_only = reaction;
        self
    }

    /// Sets what a PATCH does to complex values.
    pub fn complex_update(mut self, update: ComplexUpdate) -> Self {
        self.complex_update = update;
        self
    }

    /// Sets what a PATCH is answered with.
    pub fn patch_answer(mut self, answer: PatchAnswer) -> Self {
        self.patch_answer = answer;
        self
    }

    /// Sets where entity tags are shown.
    pub fn etags(mut self, etags: ETags) -> Self {
        self.etags = etags;
        self
    }

    /// Sets how many items a page of a collection holds at most, whatever `$top` asks for. The default is no limit.
    ///
    /// # Panics
    ///
    /// `items` is 0: such pages would have no end.
    pub fn page_size(mut self, items: usize) -> Self {
        assert!(items > 0, "a page without items would lead to itself");
        self.page_size = Some(items);
        self
    }

    pub(crate) fn key_name(&self) -> &str {
        &self.key
    }

    pub(crate) fn inline_names(&self) -> &[String] {
        &self.inline
    }

    pub(crate) fn computed_names(&self) -> &[String] {
        &self.computed
    }

    pub(crate) fn is_read_only(&self, path: &[&str]) -> bool {
        matches!(path, [name] if self.computed.iter().any(|computed| computed == name)) || any(&self.read_only, path)
    }

    pub(crate) fn is_create_only(&self, path: &[&str]) -> bool {
        any(&self.create_only, path)
    }

    pub(crate) fn is_write_only(&self, path: &[&str]) -> bool {
        any(&self.write_only, path)
    }

    pub(crate) fn is_not_null(&self, path: &[&str]) -> bool {
        any(&self.not_null, path)
    }

    /// Whether `name` is a dynamic member of the value at `parent`: null is then its absence.
    pub(crate) fn is_dynamic(&self, parent: &[&str], name: &str) -> bool {
        self.shape_at(parent).is_some_and(|shape| shape.open && !shape.declares(name))
    }

    /// Whether the value at `parent` can have a member called `name`.
    pub(crate) fn is_known(&self, parent: &[&str], name: &str) -> bool {
        if parent.is_empty() && name == self.key {
            return true;
        }
        let shape = self.shape_at(parent);
        let is_declared = |shape: &Shape| shape.open || shape.declares(name);
        let Some(seen) = &self.seen else { return shape.is_none_or(is_declared) };
        let path: Vec<&str> = parent.iter().copied().chain([name]).collect();
        shape.is_some_and(is_declared) || seen.iter().any(|seen| seen == &path) || self.names(&path)
    }

    /// Whether a rule names the property.
    fn names(&self, path: &[&str]) -> bool {
        self.is_read_only(path) || self.is_create_only(path) || self.is_write_only(path) || self.is_not_null(path)
    }

    pub(crate) fn is_strict(&self) -> bool {
        self.seen.is_some()
    }

    /// Takes all names in a value as known.
    pub(crate) fn learn(&mut self, value: &Object) {
        if let Some(seen) = &mut self.seen {
            members(value, &mut Vec::new(), seen);
        }
    }

    fn shape_at(&self, path: &[&str]) -> Option<&Shape> {
        self.shapes.iter().rev().find(|shape| shape.at.matches(path))
    }
}

fn members(object: &Object, path: &mut Vec<String>, seen: &mut BTreeSet<Vec<String>>) {
    for (name, value) in object.iter().filter(|(name, _)| !name.contains('@')) {
        path.push(name.clone());
        seen.insert(path.clone());
        items(value, path, seen);
        path.pop();
    }
}

fn items(value: &Value, path: &mut Vec<String>, seen: &mut BTreeSet<Vec<String>>) {
    match value {
        Value::Object(object) => members(object, path, seen),
        Value::Array(all) => all.iter().for_each(|item| items(item, path, seen)),
        _ => {}
    }
}

impl Shape {
    fn declares(&self, name: &str) -> bool {
        self.declared.iter().any(|declared| declared == name)
    }
}

/// A property path in which `*` is any name.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Pattern(Vec<String>);

impl Pattern {
    fn new(path: &str) -> Self {
        Self(path.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect())
    }

    fn matches(&self, path: &[&str]) -> bool {
        self.0.len() == path.len() && self.0.iter().zip(path).all(|(part, name)| part == "*" || part == name)
    }
}

fn patterns<N: AsRef<str>>(paths: impl IntoIterator<Item = N>) -> impl Iterator<Item = Pattern> {
    paths.into_iter().map(|path| Pattern::new(path.as_ref()))
}

fn any(patterns: &[Pattern], path: &[&str]) -> bool {
    patterns.iter().any(|pattern| pattern.matches(path))
}

#[cfg(test)]
mod tests {
    use super::Rules;

    #[test]
    fn paths_are_matched_whole() {
        let rules = Rules::new().read_only(["a", "b/*/c"]).computed(["d"]);
        assert!(rules.is_read_only(&["a"]));
        assert!(rules.is_read_only(&["b", "x", "c"]));
        assert!(rules.is_read_only(&["d"]));
        assert!(!rules.is_read_only(&["b", "x"]));
        assert!(!rules.is_read_only(&["x", "a"]));
        assert!(!rules.is_read_only(&["x", "d"]));
    }

    #[test]
    fn open_and_closed_values() {
        let rules = Rules::new().closed("", ["a"]).open("a", ["x"]);
        assert!(rules.is_known(&[], "id") && rules.is_known(&[], "a") && !rules.is_known(&[], "b"));
        assert!(rules.is_dynamic(&["a"], "y") && !rules.is_dynamic(&["a"], "x"));
        assert!(rules.is_known(&["a"], "y"));
        assert!(rules.open("", [""; 0]).is_known(&[], "b"));
    }
}
