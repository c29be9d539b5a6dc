//! What a service does beyond the general rules: which properties it guards, and how it answers a PATCH.
//!
//! Graph is many services behind one host, and they differ here. The rules are stated by whoever writes the test, not
//! taken from the structs under test: only so can the service disagree with them.

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
#[must_use = "rules do nothing until a service has them"]
pub struct Rules {
    key: String,
    read_only: Vec<Pattern>,
    create_only: Vec<Pattern>,
    write_only: Vec<Pattern>,
    not_null: Vec<Pattern>,
    computed: Vec<String>,
    shapes: Vec<Shape>,
    pub(crate) on_read_only: OnReadOnly,
    pub(crate) complex_update: ComplexUpdate,
    pub(crate) patch_answer: PatchAnswer,
    pub(crate) etags: ETags,
    pub(crate) page_size: Option<usize>,
}

/// What happens to a request body that names a read-only property.
///
/// Source: OData Protocol 4.01, section 11.4.3, asks services to ignore it; several Graph services answer 400.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum OnReadOnly {
    /// 400, and nothing is changed. The default, because it shows the mistake.
    #[default]
    Refuse,
    /// The property is passed over, the others are written.
    Ignore,
}

/// What a PATCH does to a complex value that it names.
///
/// A patch that names every member, null for those without a value, means the same to both.
///
/// Source: OData Protocol 4.01, section 11.4.3 (merging); some Graph services are known to replace.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum ComplexUpdate {
    /// Members that the patch does not name keep their values, at every depth.
    #[default]
    Merge,
    /// Members that the patch does not name are gone, unless they are read-only.
    Replace,
}

/// What a PATCH that states no preference is answered with.
///
/// `Prefer: return=representation` always gives [`Representation`](Self::Representation), and `return=minimal` always
/// gives [`NoContent`](Self::NoContent).
///
/// Source: OData Protocol 4.01, section 11.4.3. Of Graph's update pages, most name 200, some 204.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum PatchAnswer {
    /// 200, and the whole resource.
    #[default]
    Representation,
    /// 200, and the properties that the patch named or the service changed; the key always.
    Changed,
    /// 200, and no body at all.
    Empty,
    /// 204.
    NoContent,
}

/// Where entity tags are shown.
///
/// Source: OData Protocol 4.01, section 8.3.1. Most Graph resources document no tag.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum ETags {
    /// In the header `ETag` of every answer about one resource, and as `@odata.etag` in bodies.
    #[default]
    Everywhere,
    /// The same, but answers without a body have no header: the client has to read the new tag before it can use it.
    InBodies,
    /// Nowhere, and `If-Match` is not looked at.
    Nowhere,
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
            shapes: Vec::new(),
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
        (parent.is_empty() && name == self.key)
            || self.shape_at(parent).is_none_or(|shape| shape.open || shape.declares(name))
    }

    fn shape_at(&self, path: &[&str]) -> Option<&Shape> {
        self.shapes.iter().rev().find(|shape| shape.at.matches(path))
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
