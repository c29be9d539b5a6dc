//! What an answer says beside a property: where an expanded collection goes on, how many items it has, and where a stream
//! is read and written; and beside all of them, in annotations of the resource.
//!
//! It stands beside the property, as `sessions@odata.nextLink`, at any depth. Few answers say it, so that a body is read
//! for it, a second time and without types, only where one of the names occurs in the text. For annotations, what the
//! properties hold is passed over.

use core::fmt;
use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::odata::names::{COUNT, MEDIA_EDIT_LINK, MEDIA_READ_LINK, NEXT_LINK, REMOVED, VALUE};
use crate::text::cow_str::CowStr;
use crate::text::json_path;

/// What is said about properties, at their places in the resource. Each name is kept once, however much is said below it.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Links {
    nodes: Vec<Node>,
    /// The annotations of the resource itself.
    annotations: Vec<(String, Value)>,
}

/// A member or an item of which something is said, or below which something is.
#[derive(Clone, PartialEq)]
struct Node {
    /// The index of the node that this one is in, which stands before it; `None` in the resource itself.
    parent: Option<usize>,
    step: Step<String>,
    said: Option<Said>,
}

#[derive(Clone, Copy, PartialEq)]
enum Step<N> {
    Name(N),
    Index(usize),
}

#[derive(Clone, PartialEq)]
enum Said {
    NextLink(String),
    Count(i64),
    ReadLink(String),
    EditLink(String),
}

/// What is said of each item of a page, in its order.
pub(crate) type LinksOfItems = Vec<Option<Box<Links>>>;

/// The item of a page with this index has `@removed`: it is none any more.
#[derive(Debug)]
pub(crate) struct Removed(pub(crate) usize);

impl fmt::Debug for Links {
    /// Names the properties; never a link, which may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = (0..self.nodes.len()).filter(|&at| self.nodes[at].said.is_some());
        let said = said.map(|at| self.path(at)).chain(self.annotations.iter().map(|(name, _)| name.clone()));
        f.debug_set().entries(said.collect::<BTreeSet<_>>()).finish()
    }
}

impl Links {
    /// Of the text of an entity; `None` where it says nothing.
    pub(crate) fn of_entity(text: &str) -> Option<Box<Self>> {
        let walk = Walk::for_what(may_say(text)?);
        Self::of_json(walk, &mut serde_json::Deserializer::from_str(text))
    }

    /// Of the text of a page, for each of its items; without any, where nothing is said of one.
    pub(crate) fn of_items(text: &str) -> Result<LinksOfItems, Removed> {
        let mut items = Items { links: Vec::new(), removed: None, wanted: Wanted::Annotations };
        if let Some(wanted) = may_say(text) {
            items.wanted = wanted;
            // The text is read for itself too, and what is wrong with it is told then.
            let _ = serde_json::Deserializer::from_str(text).deserialize_map(&mut items);
        }
        match items.removed {
            Some(index) => Err(Removed(index)),
            None => Ok(items.links),
        }
    }

    /// Nothing is wrong with the text but nesting that only what is passed over may have: what is said above that is kept.
    fn of_json<'de, D: Deserializer<'de>>(mut walk: Walk<'de>, from: D) -> Option<Box<Self>> {
        let _ = walk.deserialize(from);
        walk.links.boxed()
    }

    pub(crate) fn next_link(&self, path: &str) -> Option<&str> {
        self.find(path, |said| match said {
            // An empty link is none.
            Said::NextLink(link) if !link.trim().is_empty() => Some(link.as_str()),
            _ => None,
        })
    }

    pub(crate) fn count(&self, path: &str) -> Option<i64> {
        self.find(path, |said| if let Said::Count(count) = said { Some(*count) } else { None })
    }

    pub(crate) fn read_link(&self, path: &str) -> Option<&str> {
        self.find(path, |said| if let Said::ReadLink(link) = said { Some(link.as_str()) } else { None })
    }

    pub(crate) fn edit_link(&self, path: &str) -> Option<&str> {
        self.find(path, |said| if let Said::EditLink(link) = said { Some(link.as_str()) } else { None })
    }

    pub(crate) fn annotation(&self, name: &str) -> Option<&Value> {
        self.annotations.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The first of the wanted things that are said at a JSON path.
    fn find<'l, T>(&'l self, path: &str, wanted: impl Fn(&'l Said) -> Option<T>) -> Option<T> {
        // What is left of the path below each node.
        let mut rests: Vec<Option<&str>> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let above = node.parent.map_or(Some(path), |parent| rests[parent]);
            let rest = above.and_then(|above| node.step.strip(above, node.parent.is_none()));
            if rest == Some("")
                && let Some(found) = node.said.as_ref().and_then(&wanted)
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
        (!(self.nodes.is_empty() && self.annotations.is_empty())).then(|| Box::new(self))
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

/// What a text is read for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Wanted {
    /// What is said of the resource itself.
    Annotations,
    /// And of the properties in it, at any depth.
    Links,
}

/// What the text may say: one of the names occurs in it, after a property's; or that of an annotation, or of an item that
/// was removed.
fn may_say(text: &str) -> Option<Wanted> {
    let mut wanted = None;
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let (before, rest) = text.split_at(at);
        if before.ends_with('"') {
            if !rest.starts_with(OF_ODATA) || rest.starts_with(OF_MEDIA) {
                wanted = Some(Wanted::Annotations);
            }
            continue;
        }
        let is_name = |name: &str| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('"'));
        if [NEXT_LINK, COUNT, MEDIA_READ_LINK, MEDIA_EDIT_LINK].into_iter().any(is_name) {
            return Some(Wanted::Links);
        }
    }
    wanted
}

/// How the control information of OData's own begins, and that of it which says something of the content.
const OF_ODATA: &str = "@odata.";
const OF_MEDIA: &str = "@odata.media";

/// Walks through a value, and collects what is said.
struct Walk<'de> {
    links: Links,
    wanted: Wanted,
    /// The steps down to the value, and their nodes where something was said below them.
    steps: Vec<(Step<Cow<'de, str>>, Option<usize>)>,
    /// Whether the object itself has `@removed`.
    is_removed: bool,
}

impl Walk<'_> {
    fn for_what(wanted: Wanted) -> Self {
        Self { links: Links::default(), wanted, steps: Vec::new(), is_removed: false }
    }
}

impl Walk<'_> {
    /// Notes what is said of a property of the object that the steps lead to.
    fn note(&mut self, property: &str, said: Said) {
        let mut parent = None;
        for (step, node) in &mut self.steps {
            parent = Some(*node.get_or_insert_with(|| {
                let step = match step {
                    Step::Name(name) => Step::Name(name.to_string()),
                    Step::Index(index) => Step::Index(*index),
                };
                self.links.nodes.push(Node { parent, step, said: None });
                self.links.nodes.len() - 1
            }));
        }
        self.links.nodes.push(Node { parent, step: Step::Name(property.to_owned()), said: Some(said) });
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
            if what.is_empty() && self.wanted == Wanted::Annotations {
                map.next_value::<IgnoredAny>()?;
            } else if what.is_empty() {
                self.steps.push((Step::Name(name), None));
                map.next_value_seed(&mut *self)?;
                self.steps.pop();
            } else if !property.is_empty() && matches!(what, NEXT_LINK | COUNT | MEDIA_READ_LINK | MEDIA_EDIT_LINK) {
                let value: Value = map.next_value()?;
                let text = value.as_str().map(str::to_owned);
                let said = match what {
                    NEXT_LINK => text.map(Said::NextLink),
                    MEDIA_READ_LINK => text.map(Said::ReadLink),
                    MEDIA_EDIT_LINK => text.map(Said::EditLink),
                    // An `Int64`, which a service may write as a string.
                    _ => value.as_i64().or_else(|| text?.parse().ok()).map(Said::Count),
                };
                if let Some(said) = said {
                    self.note(property, said);
                }
            } else if property.is_empty()
                && self.steps.is_empty()
                && (!what.starts_with(OF_ODATA) || what.starts_with(OF_MEDIA))
            {
                self.is_removed |= name == REMOVED;
                self.links.annotations.push((name.into_owned(), map.next_value()?));
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
    wanted: Wanted,
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
            let mut walk = Walk::for_what(self.wanted);
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
    use super::{Links, Step, may_say};

    #[test]
    fn a_body_that_says_nothing_is_not_read_again() {
        for text in [
            r#"{"@odata.nextLink":"x","@odata.count":1}"#,
            r#"{"mail":"a@odata.nextLink.example","b@odata.type":"c"}"#,
            r#"{"note":"@odata.count\""}"#,
            "@",
            "",
        ] {
            assert_eq!(may_say(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_said_is_found_at_any_depth() {
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
    fn names_above_what_is_said_are_kept_once() {
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
