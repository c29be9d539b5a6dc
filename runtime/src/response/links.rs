//! What an answer says beside a property: where an expanded collection goes on, how many items it has, and where a stream
//! is read and written.
//!
//! It stands beside the property, as `sessions@odata.nextLink`, at any depth. Few answers say it, so that a body is read
//! for it, a second time and without types, only where one of the names occurs in the text.

use core::fmt;
use std::collections::BTreeMap;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::odata::names::{COUNT, MEDIA_EDIT_LINK, MEDIA_READ_LINK, NEXT_LINK};
use crate::text::cow_str::CowStr;
use crate::text::json_path;

/// What is said about properties, by the JSON paths of the properties.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Links(BTreeMap<String, Said>);

#[derive(Clone, Default, PartialEq)]
struct Said {
    next_link: Option<String>,
    count: Option<i64>,
    read_link: Option<String>,
    edit_link: Option<String>,
}

impl fmt::Debug for Links {
    /// Names the properties; never a link, which may hold a token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Links {
    /// Of the text of an entity; `None` where it says nothing.
    pub(crate) fn of_entity(text: &str) -> Option<Box<Self>> {
        if !may_say(text) {
            return None;
        }
        let mut links = Self::default();
        collect(text, &mut links);
        links.boxed()
    }

    /// Of the text of a page, for each of its items.
    pub(crate) fn of_items(text: &str, items: usize) -> Vec<Option<Box<Self>>> {
        let mut all = Vec::new();
        if may_say(text) {
            let mut links = Self::default();
            collect(text, &mut links);
            all.resize_with(items, Self::default);
            for (path, said) in links.0 {
                let of_item = path.strip_prefix("value[").and_then(|rest| rest.split_once(']'));
                if let Some((index, path)) = of_item
                    && let Some(links) = index.parse().ok().and_then(|index: usize| all.get_mut(index))
                {
                    links.0.insert(path.strip_prefix('.').unwrap_or(path).to_owned(), said);
                }
            }
        }
        all.into_iter().map(Self::boxed).collect()
    }

    pub(crate) fn next_link(&self, path: &str) -> Option<&str> {
        self.0.get(path)?.next_link.as_deref()
    }

    pub(crate) fn count(&self, path: &str) -> Option<i64> {
        self.0.get(path)?.count
    }

    pub(crate) fn read_link(&self, path: &str) -> Option<&str> {
        self.0.get(path)?.read_link.as_deref()
    }

    pub(crate) fn edit_link(&self, path: &str) -> Option<&str> {
        self.0.get(path)?.edit_link.as_deref()
    }

    fn boxed(self) -> Option<Box<Self>> {
        (!self.0.is_empty()).then(|| Box::new(self))
    }
}

/// Whether one of the names, after a property's, occurs in the text.
fn may_say(text: &str) -> bool {
    memchr::memchr_iter(b'@', text.as_bytes()).any(|at| {
        let (before, rest) = text.split_at(at);
        let is_name = |name: &str| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('"'));
        !before.ends_with('"') && [NEXT_LINK, COUNT, MEDIA_READ_LINK, MEDIA_EDIT_LINK].into_iter().any(is_name)
    })
}

/// The text was read before, so that nothing is wrong with it but nesting that only what is passed over may have: what
/// is said above that is kept.
fn collect(text: &str, links: &mut Links) {
    let mut path = String::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let _ = Walk { path: &mut path, links }.deserialize(&mut json);
}

/// Walks through a value at a path.
struct Walk<'w> {
    path: &'w mut String,
    links: &'w mut Links,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mark = self.path.len();
        while let Some(CowStr(name)) = map.next_key()? {
            let (property, what) = name.split_at(name.find('@').unwrap_or(name.len()));
            if what.is_empty() {
                json_path::push_name(self.path, property);
                map.next_value_seed(Walk { path: self.path, links: self.links })?;
            } else if !property.is_empty() && matches!(what, NEXT_LINK | COUNT | MEDIA_READ_LINK | MEDIA_EDIT_LINK) {
                json_path::push_name(self.path, property);
                let said = self.links.0.entry(self.path.clone()).or_default();
                let value: Value = map.next_value()?;
                let text = value.as_str().map(str::to_owned);
                match what {
                    NEXT_LINK => said.next_link = text,
                    MEDIA_READ_LINK => said.read_link = text,
                    MEDIA_EDIT_LINK => said.edit_link = text,
                    // An `Int64`, which a service may write as a string.
                    _ => said.count = value.as_i64().or_else(|| text?.parse().ok()),
                }
            } else {
                map.next_value::<IgnoredAny>()?;
            }
            self.path.truncate(mark);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mark = self.path.len();
        for index in 0.. {
            json_path::push_index(self.path, index);
            let item = items.next_element_seed(Walk { path: self.path, links: self.links })?;
            self.path.truncate(mark);
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

#[cfg(test)]
mod tests {
    use super::{Links, may_say};

    #[test]
    fn a_body_that_says_nothing_is_not_read_again() {
        for text in [
            r#"{"@odata.nextLink":"x","@odata.count":1}"#,
            r#"{"mail":"a@odata.nextLink.example","b@odata.type":"c"}"#,
            r#"{"note":"@odata.count\""}"#,
            "@",
            "",
        ] {
            assert!(!may_say(text), "{text}");
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
        let items = Links::of_items(text, 2);
        assert!(items[0].is_none());
        let links = items[1].as_ref().unwrap();
        assert_eq!((links.count("b"), links.next_link("b[0].c")), (Some(2), Some("x")));
        assert!(Links::of_items(r#"{"value":[{}]}"#, 1).is_empty());
    }
}
