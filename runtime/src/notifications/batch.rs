//! The notifications of one delivery, and which of them come from Graph.

use core::fmt;
use core::hint::black_box;
use core::iter::FusedIterator;
use std::vec;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::notifications::content::{Item, ItemSeed, Member};
use crate::notifications::notification::Notification;
use crate::odata::names::VALUE;
use crate::text::cow_str::CowStr;

/// The notifications of one delivery, of which nothing is known yet: anybody can send them.
///
/// They may be of several subscriptions and of several tenants. [`verified`](Self::verified) gives those that Graph sent.
#[derive(Default)]
pub struct Batch {
    items: Vec<Item>,
    states: String,
}

impl Batch {
    /// The number of notifications.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The notifications that know the secret of their subscription: their `clientState` is the one that the subscription
    /// was created with, which `client_state_of` tells by the subscription's id.
    ///
    /// The others are dropped and counted: those with another `clientState` or none, those of a subscription that
    /// `client_state_of` does not know, and those whose subscription has an empty one. The time that a comparison takes
    /// does not depend on how many characters are right.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::collections::HashMap;
    ///
    /// use graph_resource::notifications::{self, Received};
    /// # use graph_resource::{Bytes, http};
    ///
    /// let secrets = HashMap::from([("7f10", "kept secret")]);
    /// # let body = r#"{"value":[{"subscriptionId":"7f10","clientState":"guessed"}]}"#;
    /// # let request = http::Request::post("/notify").body(Bytes::from(body)).unwrap();
    /// if let Ok(Received::Notifications(batch)) = notifications::receive(&request) {
    ///     let verified = batch.verified(|subscription_id| secrets.get(subscription_id));
    ///     println!("{} notifications are not from Graph", verified.dropped());
    /// #   assert_eq!((verified.dropped(), verified.len()), (1, 0));
    ///     for notification in verified {
    ///         println!("{notification:?}");
    ///     }
    /// }
    /// ```
    ///
    /// Source: Microsoft Graph, "receive change notifications through webhooks", "processing the change notification".
    #[must_use]
    pub fn verified<S: AsRef<str>>(self, client_state_of: impl Fn(&str) -> Option<S>) -> Verified {
        let Self { mut items, states } = self;
        let all = items.len();
        items.retain(|item| {
            let given = item.state.of(&states);
            let Some((given, id)) = given.zip(item.content.text(Member::SubscriptionId)) else { return false };
            client_state_of(id).is_some_and(|secret| is_same(secret.as_ref().as_bytes(), given.as_bytes()))
        });
        Verified { dropped: all - items.len(), items: items.into_iter() }
    }
}

impl fmt::Debug for Batch {
    /// Shows how many there are, and no more: they may be anybody's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("len", &self.len()).finish_non_exhaustive()
    }
}

/// Whether both are the same and not empty. Each byte that was given is looked at.
fn is_same(secret: &[u8], given: &[u8]) -> bool {
    let mut difference = usize::from(secret.is_empty()) | (secret.len() ^ given.len());
    for (given, secret) in given.iter().zip(secret.iter().cycle()) {
        difference = black_box(difference | usize::from(given ^ secret));
    }
    difference == 0
}

/// The notifications of one delivery that Graph sent: what [`Batch::verified`] gives.
pub struct Verified {
    items: vec::IntoIter<Item>,
    dropped: usize,
}

impl Verified {
    /// The number of notifications that were dropped, since their `clientState` is not that of their subscription.
    ///
    /// They may be an attack, or of a subscription that was forgotten: worth a line in the log.
    #[must_use]
    pub fn dropped(&self) -> usize {
        self.dropped
    }
}

impl Iterator for Verified {
    type Item = Notification;

    fn next(&mut self) -> Option<Notification> {
        self.items.next().map(|item| Notification::new(item.content))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl ExactSizeIterator for Verified {}
impl FusedIterator for Verified {}

impl fmt::Debug for Verified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified").field("len", &self.len()).field("dropped", &self.dropped).finish_non_exhaustive()
    }
}

/// Reads the body of a delivery.
pub(crate) struct BatchSeed;

impl<'de> DeserializeSeed<'de> for BatchSeed {
    type Value = Batch;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Batch, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for BatchSeed {
    type Value = Batch;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a collection `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Batch, A::Error> {
        let mut batch = None;
        while let Some(name) = map.next_key::<CowStr<'de>>()? {
            if &*name == VALUE {
                batch = Some(map.next_value_seed(ItemsSeed)?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        batch.ok_or_else(|| A::Error::missing_field(VALUE))
    }
}

struct ItemsSeed;

impl<'de> DeserializeSeed<'de> for ItemsSeed {
    type Value = Batch;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Batch, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for ItemsSeed {
    type Value = Batch;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of notifications")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Batch, A::Error> {
        let (mut batch, mut buffer) = (Batch::default(), String::new());
        while let Some(item) = seq.next_element_seed(ItemSeed { buffer: &mut buffer, states: &mut batch.states })? {
            batch.items.push(item);
        }
        Ok(batch)
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn only_the_same_secret_is_the_same() {
        assert!(is_same(b"secret", b"secret"));
        for (secret, given) in [
            ("secret", "secreT"),
            ("secret", "Secret"),
            ("secret", "secretsecret"),
            ("aa", "a"),
            ("a", "aa"),
            ("s", ""),
        ] {
            assert!(!is_same(secret.as_bytes(), given.as_bytes()), "{secret} {given}");
        }
        assert!(!is_same(b"", b"") && !is_same(b"", b"x"));
    }
}
