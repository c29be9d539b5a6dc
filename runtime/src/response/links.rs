//! Annotations of properties in an answer: where an expanded collection goes on, how many items it has, and where a stream
//! is read and written. And annotations of the resource itself.
//!
//! They stand beside the property, as `sessions@odata.nextLink`, at any depth. Few answers have one. So the body is read for
//! them, a second time and without types, only where one of the names occurs in the text. For annotations of the resource
//! alone, the values of its properties are passed over.

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::odata::names::{COUNT, MEDIA_EDIT_LINK, MEDIA_READ_LINK, NEXT_LINK, REMOVED, VALUE};
use crate::text::cow_str::CowStr;
use crate::text::json_path;

/// The annotations of properties, at their places in the resource, and those of the resource.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Links {
    /// Each name is kept once, however much lies below it.
    nodes: Vec<Node>,
    of_resource: Vec<(String, Value)>,
}

/// A member or an item that has an annotation, or that has one below it.
#[derive(Clone, PartialEq)]
struct Node {
    /// The index of the node that this one is in, which stands before it; `None` in the resource itself.
    parent: Option<usize>,
    step: Step<String>,
    annotation: Option<Annotation>,
}

#[derive(Clone, Copy, PartialEq)]
enum Step<N> {
    Name(N),
    Index(usize),
}

#[derive(Clone, PartialEq)]
enum Annotation {
    NextLink(String),
    Count(i64),
    ReadLink(String),
    EditLink(String),
}

/// The annotations of each item of a page, in its order.
pub(crate) type LinksOfItems = Vec<Option<Box<Links>>>;

/// The item of a page with this index has `@removed`: it is none any more.
#[derive(Debug)]
pub(crate) struct Removed(pub(crate) usize);

impl fmt::Debug for Links {
    /// Names the properties; never a link, which may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let annotated = (0..self.nodes.len()).filter(|&at| self.nodes[at].annotation.is_some());
        let names = annotated.map(|at| self.path(at)).chain(self.of_resource.iter().map(|(name, _)| name.clone()));
        f.debug_set().entries(names.collect::<BTreeSet<_>>()).finish()
    }
}

impl Links {
    /// Reads the text of an entity; `None` where it has none.
    pub(crate) fn of_entity(text: &str) -> Option<Box<Self>> {
        Self::of_json(Walk::new(may_have(text)?), &mut serde_json::Deserializer::from_str(text))
    }

    /// Reads the text of a page, item by item; empty where no item has any.
    pub(crate) fn of_items(text: &str) -> Result<LinksOfItems, Removed> {
        let mut items = Items { links: Vec::new(), removed: None, depth: Depth::Resource };
        if let Some(depth) = may_have(text) {
            items.depth = depth;
            // The text is read for itself too, and what is wrong with it is told then.
            let _ = serde_json::Deserializer::from_str(text).deserialize_map(&mut items);
        }
        match items.removed {
            Some(index) => Err(Removed(index)),
            None => Ok(items.links),
        }
    }

    /// Nothing is wrong with the text but nesting that only what is passed over may have: the annotations above that are kept.
    fn of_json<'de, D: Deserializer<'de>>(mut walk: Walk<'de>, from: D) -> Option<Box<Self>> {
        let _ = walk.deserialize(from);
        walk.links.boxed()
    }

    pub(crate) fn next_link(&self, path: &str) -> Option<&str> {
        self.find(path, |annotation| match annotation {
            // An empty link is none.
            Annotation::NextLink(link) if !link.trim().is_empty() => Some(link.as_str()),
            _ => None,
        })
    }

    pub(crate) fn count(&self, path: &str) -> Option<i64> {
        self.find(path, |annotation| if let Annotation::Count(count) = annotation { Some(*count) } else { None })
    }

    pub(crate) fn read_link(&self, path: &str) -> Option<&str> {
        self.find(
            path,
            |annotation| if let Annotation::ReadLink(link) = annotation { Some(link.as_str()) } else { None },
        )
    }

    pub(crate) fn edit_link(&self, path: &str) -> Option<&str> {
        self.find(
            path,
            |annotation| if let Annotation::EditLink(link) = annotation { Some(link.as_str()) } else { None },
        )
    }

    /// The annotation of the resource itself.
    pub(crate) fn annotation(&self, name: &str) -> Option<&Value> {
        self.of_resource.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The first of the wanted annotations at a JSON path.
    fn find<'l, T>(&'l self, path: &str, wanted: impl Fn(&'l Annotation) -> Option<T>) -> Option<T> {
        // What is left of the path below each node.
        let mut rests: Vec<Option<&str>> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let above = node.parent.map_or(Some(path), |parent| rests[parent]);
            let rest = above.and_then(|above| node.step.strip(above, node.parent.is_none()));
            if rest == Some("")
                && let Some(found) = node.annotation.as_ref().and_then(&wanted)
            {
                return Some(found);
            }
            rests.push(rest);
        }
        None
    }

    fn path(&self, at: usize) -> String {
        let node = &self.nodes[at];
        let mut path = node.parent.map_or_else(String::new, |parent| self.path(parent));
        node.step.push_to(&mut path);
        path
    }

    fn boxed(self) -> Option<Box<Self>> {
        (!(self.nodes.is_empty() && self.of_resource.is_empty())).then(|| Box::new(self))
    }
}

impl Step<String> {
    /// The rest of a path that begins with this step.
    fn strip<'p>(&self, path: &'p str, is_first: bool) -> Option<&'p str> {
        match self {
            Self::Index(index) => {
                let (number, rest) = path.strip_prefix('[')?.split_once(']')?;
                (number.parse() == Ok(*index)).then_some(rest)
            }
            Self::Name(name) if json_path::is_plain(name) => {
                let path = if is_first { path } else { path.strip_prefix('.')? };
                path.strip_prefix(name.as_str()).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            }
            Self::Name(name) => path.strip_prefix("['")?.strip_prefix(name.as_str())?.strip_prefix("']"),
        }
    }

    fn push_to(&self, path: &mut String) {
        match self {
            Self::Index(index) => json_path::push_index(path, *index),
            Self::Name(name) => json_path::push_name(path, name),
        }
    }
}

/// How deep a text is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Depth {
    /// The annotations of the resource itself.
    Resource,
    /// And those of properties, at any depth.
    Properties,
}

/// How deep the text has to be read: one of the names occurs in it after a property's, or that of an annotation of an
/// object, which may be that of an item that was removed.
fn may_have(text: &str) -> Option<Depth> {
    let mut depth = None;
    let bytes = text.as_bytes();
    for at in memchr::memchr_iter(b'@', bytes) {
        let rest = &bytes[at..];
        if at.checked_sub(1).is_some_and(|before| bytes[before] == b'"') {
            if is_kept(rest) {
                depth = Some(Depth::Resource);
            }
        } else if rest.starts_with(ODATA) {
            let is_name = |name: &str| rest.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.starts_with(b"\""));
            if [NEXT_LINK, COUNT, MEDIA_READ_LINK, MEDIA_EDIT_LINK].into_iter().any(is_name) {
                return Some(Depth::Properties);
            }
        }
    }
    depth
}

/// How names of OData's own annotations begin.
const ODATA: &[u8] = b"@odata.";

/// Whether an annotation of the resource is kept: all but OData's own, of which those are that speak of content.
fn is_kept(name: &[u8]) -> bool {
    name.strip_prefix(ODATA).is_none_or(|rest| rest.starts_with(b"media"))
}

/// Walks through a value, and collects the annotations.
struct Walk<'de> {
    links: Links,
    depth: Depth,
    /// The steps down to the value, and their nodes where an annotation was found below them.
    steps: Vec<(Step<Cow<'de, str>>, Option<usize>)>,
    /// Whether the object itself has `@removed`.
    is_removed: bool,
}

impl Walk<'_> {
    fn new(depth: Depth) -> Self {
        Self { links: Links::default(), depth, steps: Vec::new(), is_removed: false }
    }

    /// Notes an annotation of a property of the object that the steps lead to.
    fn note(&mut self, property: &str, annotation: Annotation) {
        let mut parent = None;
        for (step, node) in &mut self.steps {
            parent = Some(*node.get_or_insert_with(|| {
                let step = match step {
                    Step::Name(name) => Step::Name(name.to_string()),
                    Step::Index(index) => Step::Index(*index),
                };
                self.links.nodes.push(Node { parent, step, annotation: None });
                self.links.nodes.len() - 1
            }));
        }
        self.links.nodes.push(Node { parent, step: Step::Name(property.to_owned()), annotation: Some(annotation) });
    }
}

impl<'de> DeserializeSeed<'de> for &mut Walk<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Walk<'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(CowStr(name)) = map.next_key()? {
            let (property, what) = name.split_at(name.find('@').unwrap_or(name.len()));
            if what.is_empty() && self.depth == Depth::Resource {
                map.next_value::<IgnoredAny>()?;
            } else if what.is_empty() {
                self.steps.push((Step::Name(name), None));
                map.next_value_seed(&mut *self)?;
                self.steps.pop();
            } else if !property.is_empty() && matches!(what, NEXT_LINK | COUNT | MEDIA_READ_LINK | MEDIA_EDIT_LINK) {
                let value: Value = map.next_value()?;
                let text = value.as_str().map(str::to_owned);
                let annotation = match what {
                    NEXT_LINK => text.map(Annotation::NextLink),
                    MEDIA_READ_LINK => text.map(Annotation::ReadLink),
                    MEDIA_EDIT_LINK => text.map(Annotation::EditLink),
                    // An `Int64`, which a service may write as a string.
                    _ => value.as_i64().or_else(|| text?.parse().ok()).map(Annotation::Count),
                };
                if let Some(annotation) = annotation {
                    self.note(property, annotation);
                }
            } else if property.is_empty() && self.steps.is_empty() && is_kept(name.as_bytes()) {
                self.is_removed |= name == REMOVED;
                self.links.of_resource.push((name.into_owned(), map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for index in 0.. {
            self.steps.push((Step::Index(index), None));
            let item = items.next_element_seed(&mut *self)?;
            self.steps.pop();
            if item.is_none() {
                return Ok(());
            }
        }
        Err(A::Error::custom("more items than can be counted"))
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

/// Walks through a page.
struct Items {
    links: LinksOfItems,
    /// The first item that was removed.
    removed: Option<usize>,
    depth: Depth,
}

impl<'de> DeserializeSeed<'de> for &mut Items {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Items {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a page")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<CowStr<'de>>()? {
            if &*name == VALUE {
                map.next_value_seed(&mut *self)?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        loop {
            let mut walk = Walk::new(self.depth);
            let item = items.next_element_seed(&mut walk);
            if let Ok(None) = item {
                return Ok(());
            }
            if walk.is_removed {
                self.removed.get_or_insert(self.links.len());
            }
            self.links.push(walk.links.boxed());
            item?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Links, Step, may_have};

    #[test]
    fn a_body_that_says_nothing_is_not_read_again() {
        for text in [
            r#"{"@odata.nextLink":"x","@odata.count":1}"#,
            r#"{"mail":"a@odata.nextLink.example","b@odata.type":"c"}"#,
            r#"{"note":"@odata.count\""}"#,
            "@",
            "",
        ] {
            assert_eq!(may_have(text), None, "{text}");
        }
    }

    #[test]
    fn annotations_are_found_at_any_depth() {
        let text = r#"{"é":["a@odata.nextLink",true,-1,0.5,{"b b":{"c@odata.count":"7","c@odata.nextLink":null}}],
            "d@odata.nextLink":"link","d":[],"e@odata.count":2,"@odata.count":3}"#;
        let links = Links::of_entity(text).unwrap();
        assert_eq!(format!("{links:?}"), r#"{"['é'][4]['b b'].c", "d", "e"}"#);
        assert_eq!((links.next_link("d"), links.count("d")), (Some("link"), None));
        assert_eq!((links.next_link("e"), links.count("e")), (None, Some(2)));
        assert_eq!(links.count("['é'][4]['b b'].c"), Some(7));
        assert!(Links::of_entity(r#"{"a":"x@odata.nextLink"}"#).is_none(), "a text is no name");
    }

    #[test]
    fn what_a_page_says_is_its_items() {
        let text = r#"{"@odata.count":9,"value":[{"a":1},{"b@odata.count":2,"b":[{"c@odata.nextLink":"x"}]}],"z@odata.count":1}"#;
        let items = Links::of_items(text).unwrap();
        assert!(items[0].is_none());
        let links = items[1].as_ref().unwrap();
        assert_eq!((links.count("b"), links.next_link("b[0].c")), (Some(2), Some("x")));
        assert!(Links::of_items(r#"{"value":[{}]}"#).unwrap().is_empty());
    }

    #[test]
    fn an_item_that_was_removed_is_told() {
        let removed = |text| Links::of_items(text).err().map(|removed| removed.0);
        let text = r#"{"value":[{"id":"1"},{"id":"2","@removed":{"reason":"deleted"}},{"@removed":{}}]}"#;
        assert_eq!(removed(text), Some(1));
        for text in [
            r#"{"value":[{"members@delta":[{"@removed":{}}],"members":[{"@removed":{}}]}],"@removed":{}}"#,
            r#"{"value":[{"a":"@removed"},"@removed"]}"#,
            r#"{"value":null,"x@removed":1}"#,
        ] {
            assert_eq!(removed(text), None, "{text}");
        }
    }

    #[test]
    fn names_above_annotations_are_kept_once() {
        let name = "n".repeat(10_000);
        let items = vec![r#"{"a@odata.count":1}"#; 10_000].join(",");
        let links = Links::of_entity(&format!(r#"{{"{name}":{{"{name}":[{items}]}}}}"#)).unwrap();
        assert_eq!(links.count(&format!("{name}.{name}[9999].a")), Some(1));
        let kept: usize =
            links.nodes.iter().map(|node| if let Step::Name(name) = &node.step { name.len() } else { 0 }).sum();
        assert_eq!(kept, 2 * name.len() + 10_000);
    }

    #[test]
    fn a_path_is_followed_to_its_end() {
        let text =
            r#"{"a":{"b@odata.count":1},"ab@odata.count":2,"a.b":{"c":[[{"d d@odata.count":3}]]},"a@odata.count":4}"#;
        let links = Links::of_entity(text).unwrap();
        let counts = ["a.b", "ab", "['a.b'].c[0][0]['d d']", "a"].map(|path| links.count(path));
        assert_eq!(counts, [Some(1), Some(2), Some(3), Some(4)]);
        for path in ["", "b", ".a", "a.", "a.b.", "a.bb", "a.b.c", "['a.b'].c[0][1]['d d']", "['a.b'].c", "a[0]", "[0]"]
        {
            assert_eq!(links.count(path), None, "{path}");
        }
    }
}
