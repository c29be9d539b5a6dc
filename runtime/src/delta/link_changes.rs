//! Which entities a relationship leads to, as a delta tells it.

use std::collections::BTreeMap;
use std::mem;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::Serializer;
use serde_json::{Map, Value};

use crate::codec::context::{ApplyMode, Completion, DiffScope, ReadContext, WriteForm};
use crate::codec::out::Out;
use crate::codec::value::{Codec, GraphValue, ItemCodec};
use crate::odata::names::{REMOVED, TYPE_KEY, type_name};

/// Which entities were linked to another one, and which are linked no more: the value of `members@delta`.
///
/// It is the type of a field with the option `annotation`. A round may tell it in parts, on several pages, each with
/// others: parts that are merged add up, the later wins. So in a copy that began with a round that tells everything, `added`
/// holds all entities that are linked now.
///
/// `removed` holds all that were ever unlinked and not linked again, so that in a stored copy it only grows. Call
/// [`take_removed`](Self::take_removed) once you have acted on it.
///
/// Where properties are selected, a service tells it only if the relationship is selected by its name too:
/// `.query("$select", "members")`.
///
/// # Examples
///
/// ```
/// use graph_resource::delta::{LinkChanges, Round};
/// use graph_resource::{Bytes, Field, GraphResource, http};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/groups/<id>")]
/// pub struct Group {
///     pub id: String,
///     #[graph_resource(annotation = "members@delta")]
///     pub member_changes: Option<LinkChanges>,
/// }
///
/// let body = r##"{"value":[{"id":"1","members@delta":[{"@odata.type":"#microsoft.graph.user","id":"a"},
///     {"id":"b","@removed":{"reason":"deleted"}}]}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/x"}"##;
/// let round = Group::collection().delta().parse(http::Response::new(Bytes::from(body)))?;
/// let Round::End(items, _) = round else { panic!("there is no further page") };
/// let graph_resource::delta::DeltaItem::Entry(group) = &items[0] else { panic!("it is there") };
/// let Field::Value(changes) = &group.member_changes else { panic!("members changed") };
/// assert_eq!(changes.added["a"].as_deref(), Some("microsoft.graph.user"));
/// assert_eq!(changes.removed["b"].as_deref(), Some("deleted"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: Microsoft Graph, "get incremental changes for groups"; OData JSON Format 4.01, section 15.3.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct LinkChanges {
    /// The keys of the entities that were linked, each with the qualified name of its type, where that is told.
    pub added: BTreeMap<String, Option<String>>,
    /// The keys of those that are linked no more, each with the reason, where one is given: `changed`, the link was removed;
    /// `deleted`, the entity itself.
    pub removed: BTreeMap<String, Option<String>>,
}

impl LinkChanges {
    /// Returns which entities are linked no more, and forgets them; `added` stays.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::delta::LinkChanges;
    ///
    /// let mut changes = LinkChanges::default();
    /// changes.removed.insert("b".to_owned(), Some("deleted".to_owned()));
    ///
    /// let removed = changes.take_removed();
    /// assert_eq!(removed["b"].as_deref(), Some("deleted"));
    /// assert!(changes.removed.is_empty());
    /// ```
    #[must_use = "they are forgotten in here; to drop them, clear `removed`"]
    pub fn take_removed(&mut self) -> BTreeMap<String, Option<String>> {
        mem::take(&mut self.removed)
    }

    /// Adds what was told later.
    fn fold(&mut self, later: Self) {
        for (key, of) in later.added {
            self.add(key, of);
        }
        for (key, reason) in later.removed {
            self.remove(key, reason);
        }
    }

    fn add(&mut self, key: String, of: Option<String>) {
        self.removed.remove(&key);
        self.added.insert(key, of);
    }

    fn remove(&mut self, key: String, reason: Option<String>) {
        self.added.remove(&key);
        self.removed.insert(key, reason);
    }
}

/// How [`LinkChanges`] are read, written and merged.
pub struct LinkChangesCodec(());

impl GraphValue for LinkChanges {
    type Codec = LinkChangesCodec;
}

type Link = Map<String, Value>;

const ID: &str = "id";
const REASON: &str = "reason";

fn read<'de, D: Deserializer<'de>>(from: D) -> Result<LinkChanges, D::Error> {
    let mut changes = LinkChanges::default();
    for mut link in Vec::<Link>::deserialize(from)? {
        let key = match link.remove(ID) {
            Some(Value::String(key)) => key,
            Some(Value::Number(key)) => key.to_string(),
            _ => return Err(D::Error::missing_field(ID)),
        };
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        match link.get(REMOVED) {
            Some(how) => changes.remove(key, text(how.get(REASON))),
            None => changes.add(key, text(link.get(TYPE_KEY)).map(|of| type_name(&of).to_owned())),
        }
    }
    Ok(changes)
}

/// Writes the changes as they are read.
fn write<S: Serializer>(changes: &LinkChanges, to: S) -> Result<S::Ok, S::Error> {
    let added = changes.added.iter().map(|(key, of)| {
        let of = of.iter().map(|of| (TYPE_KEY, Value::from(format!("#{of}"))));
        of.chain([(ID, Value::from(&**key))]).collect::<BTreeMap<_, _>>()
    });
    let removed = changes.removed.iter().map(|(key, reason)| {
        let how: Link = reason.iter().map(|reason| (REASON.to_owned(), Value::from(&**reason))).collect();
        BTreeMap::from([(ID, Value::from(&**key)), (REMOVED, Value::from(how))])
    });
    to.collect_seq(added.chain(removed))
}

/// A state is what changed: it is added to what was told before, and never takes its place.
impl Codec for LinkChangesCodec {
    type Value = LinkChanges;
    type State = LinkChanges;

    fn read_into<'de, D: Deserializer<'de>>(
        from: D,
        _: ReadContext<'_>,
        out: &mut Option<LinkChanges>,
    ) -> Result<(), D::Error> {
        *out = Some(read(from)?);
        Ok(())
    }

    fn read_state_into<'de, D: Deserializer<'de>, P: Out<LinkChanges>>(
        from: D,
        _: ReadContext<'_>,
        out: &mut P,
    ) -> Result<(), D::Error> {
        out.fill(read(from)?);
        Ok(())
    }

    fn write<S: Serializer>(value: &LinkChanges, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        write(value, to)
    }

    fn write_state<S: Serializer>(state: &LinkChanges, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        write(state, to)
    }

    fn complete(state: LinkChanges, _: &mut Completion) -> Option<LinkChanges> {
        Some(state)
    }

    fn whole(value: &LinkChanges) -> LinkChanges {
        value.clone()
    }

    fn diff(old: &LinkChanges, new: &LinkChanges, scope: DiffScope<'_>) -> Option<LinkChanges> {
        scope.says(|| old != new).then(|| new.clone())
    }

    fn is_whole(_: &LinkChanges) -> bool {
        false
    }

    fn apply(value: &mut LinkChanges, state: LinkChanges, _: ApplyMode) {
        value.fold(state);
    }

    fn start(state: LinkChanges, _: ApplyMode) -> Option<LinkChanges> {
        Some(state)
    }

    fn merge(state: &mut LinkChanges, later: LinkChanges) {
        state.fold(later);
    }

    fn merge_onto_null(later: LinkChanges) -> Option<LinkChanges> {
        Some(later)
    }
}

impl ItemCodec for LinkChangesCodec {
    type Item = LinkChanges;

    fn read_item_into<'de, D: Deserializer<'de>>(
        from: D,
        cx: ReadContext<'_>,
        out: &mut Option<LinkChanges>,
    ) -> Result<(), D::Error> {
        Self::read_into(from, cx, out)
    }

    fn write_item<S: Serializer>(item: &LinkChanges, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        Self::write(item, form, to)
    }

    fn complete_item(item: LinkChanges, _: &mut Completion) -> Option<LinkChanges> {
        Some(item)
    }

    fn item(value: LinkChanges) -> LinkChanges {
        value
    }
}
