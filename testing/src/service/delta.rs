//! Deltas: what changed in a collection since a link was given, in rounds of pages.
//!
//! Entries come in the order of their last change, so what changes within a round comes again, at its end.
//!
//! Source: Microsoft Graph, "use delta query to track changes"; OData JSON Format 4.01, section 15.

use bytes::Bytes;
use http::header::LOCATION;
use http::{HeaderValue, Method, Request, StatusCode};
use serde_json::{Value, json};

use super::Service;
use super::reply::Reply;
use crate::errors::Refusal;
use crate::filter::holds;
use crate::headers::{Prefer, Return};
use crate::patch::Object;
use crate::path::{Segment, encode};
use crate::query::{Options, pair};
use crate::relation::child;
use crate::render::Renderer;
use crate::shape::{Shape, item_of};
use crate::store::{Found, Kind, Place};
use crate::token::{open, seal};

/// The links of deltas that were given.
#[derive(Debug, Default)]
pub(crate) struct Deltas {
    /// The options of rounds, which tokens name by their number.
    queries: Vec<String>,
    /// Tokens of an earlier time have expired.
    time: u64,
    code: String,
}

impl Deltas {
    pub(crate) fn expire(&mut self, code: String) {
        self.time += 1;
        self.code = code;
    }

    fn number(&mut self, query: &str) -> u64 {
        let known = self.queries.iter().position(|known| known == query);
        let number = known.unwrap_or_else(|| {
            self.queries.push(query.to_owned());
            self.queries.len() - 1
        });
        u64::try_from(number).unwrap_or(u64::MAX)
    }
}

/// How far a client has come.
#[derive(Clone, Copy)]
struct Position {
    query: u64,
    /// The last change that it was told.
    after: u64,
    /// The last change before its round.
    before: u64,
    /// Whether it knew nothing when the round began.
    is_first: bool,
}

/// Something that a round tells.
enum Entry<'s> {
    Present(Found<'s>),
    Gone { key: &'s str, softly: bool },
}

impl Service {
    /// Answers a request for a delta; `None` where the path is none of a delta.
    pub(super) fn delta(
        &mut self,
        request: &Request<Bytes>,
        segments: &[Segment],
        root: &str,
    ) -> Option<Result<Reply, Refusal>> {
        let (last, collection) = segments.split_last()?;
        let is_delta = matches!(last, Segment::Name(name) if
            matches!(name.as_str(), "delta" | "delta()" | "microsoft.graph.delta" | "microsoft.graph.delta()"));
        let place = self.store.resolve(collection).ok().filter(|place| is_delta && place.kind == Kind::Collection)?;
        if request.method() != Method::GET {
            return Some(Err(Refusal::method_not_allowed("GET")));
        }
        Some(self.changes(request, &place, root))
    }

    fn changes(&mut self, request: &Request<Bytes>, place: &Place, root: &str) -> Result<Reply, Refusal> {
        let base = format!("{}/delta", encode(&place.path));
        let given = Given::of(request.uri().query().unwrap_or_default())?;
        let position = match &given.token {
            Some((name, token)) if !token.is_empty() && token != "latest" => {
                if !given.options.is_empty() {
                    return Err(Refusal::bad_request(
                        "a token holds the options of its round; no others may stand beside it",
                    ));
                }
                self.position(name, token, &base, root)?
            }
            _ => {
                let query = self.deltas.number(&given.options);
                Position { query, after: 0, before: self.store.log.last(), is_first: true }
            }
        };
        let query = self.query_of(position).to_owned();
        let options = Options::parse(&query)?;
        check(&options)?;
        options.check(&Shape::of(&self.store, [item_of(&place.path)]))?;
        let prefer = Prefer::of(request.headers());
        let link = |kind: &str, position: Position| {
            let token = seal(self.numbers(position), &format!("{base}?{kind}"));
            format!("{root}{base}?{kind}={token}")
        };
        let mut body = Object::new();
        let context = format!("{root}/$metadata#{}{}/$delta", place.context, options.context());
        body.insert("@odata.context".to_owned(), context.into());
        let end = self.store.log.last();
        let end = Position { after: end, before: end, is_first: false, ..position };
        if matches!(&given.token, Some((_, token)) if token == "latest") {
            body.insert("value".to_owned(), json!([]));
            body.insert("@odata.deltaLink".to_owned(), link("$deltatoken", end).into());
            return Ok(Reply::new(StatusCode::OK, Some(body.into())));
        }
        let entries = self.entries(place, position);
        let size = [options.top, prefer.page_size, place.rules.page_size].into_iter().flatten().min();
        let size = size.unwrap_or(usize::MAX).max(1);
        let minimal = prefer.content == Some(Return::Minimal) && !position.is_first;
        let mut items = Vec::new();
        for (_, entry) in entries.iter().take(size) {
            items.extend(self.shown(entry, place, &options, position, (root, minimal))?);
        }
        body.insert("value".to_owned(), items.into());
        // A service that repeats steps back by one entry, as long as that is still a step forward.
        let told = &entries[..entries.len().min(size)];
        let step = match told {
            [.., (before, _), _] if place.rules.repeats_in_delta => Some(*before),
            _ => told.last().map(|(change, _)| *change),
        };
        if entries.len() > size {
            let next = Position { after: step.unwrap_or(position.after), ..position };
            body.insert("@odata.nextLink".to_owned(), link("$skiptoken", next).into());
        } else {
            let repeated = step.filter(|_| place.rules.repeats_in_delta && told.len() > 1).unwrap_or(end.after);
            let next = Position { after: repeated, before: repeated, ..end };
            body.insert("@odata.deltaLink".to_owned(), link("$deltatoken", next).into());
        }
        let mut reply = Reply::new(StatusCode::OK, Some(body.into()));
        if let Some(content) = prefer.content.filter(|_| minimal) {
            reply.set(super::PREFERENCE_APPLIED, content.applied());
        }
        Ok(reply)
    }

    fn numbers(&self, position: Position) -> [u64; 5] {
        let Position { query, after, before, is_first } = position;
        [query, self.deltas.time, after, before, u64::from(is_first)]
    }

    fn query_of(&self, position: Position) -> &str {
        let number = usize::try_from(position.query).unwrap_or(usize::MAX);
        self.deltas.queries.get(number).map(String::as_str).unwrap_or_default()
    }

    /// Where a token leads on from; 410 for one that has expired.
    fn position(&self, name: &str, token: &str, base: &str, root: &str) -> Result<Position, Refusal> {
        let numbers = open::<5>(token, &format!("{base}?{name}"));
        let [query, time, after, before, is_first] =
            numbers.ok_or_else(|| Refusal::bad_request(format!("the '{name}' was not made for this request")))?;
        let position = Position { query, after, before, is_first: is_first == 1 };
        if time == self.deltas.time {
            return Ok(position);
        }
        let code = self.deltas.code.clone();
        let message = "the token has expired; a full synchronization is needed";
        if code.eq_ignore_ascii_case("syncStateNotFound") {
            return Err(Refusal::new(StatusCode::BAD_REQUEST, code, message));
        }
        let query = self.query_of(position);
        let and = if query.is_empty() { "" } else { "&" };
        let location = HeaderValue::from_str(&format!("{root}{base}?{query}{and}$deltatoken=")).ok();
        let headers = location.map(|location| (LOCATION, location)).into_iter().collect();
        Err(Refusal { headers, ..Refusal::new(StatusCode::GONE, code, message) })
    }

    /// What changed, in the order of the changes.
    fn entries(&self, place: &Place, position: Position) -> Vec<(u64, Entry<'_>)> {
        let Position { after, before, is_first, .. } = position;
        let present = self.store.list(&place.path).into_iter().filter(|found| found.entity.changed > after);
        let mut entries: Vec<_> = present.map(|found| (found.entity.changed, Entry::Present(found))).collect();
        // Who knew nothing is told of nobody who was gone by then.
        let since = if is_first { after.max(before) } else { after };
        for (path, change, softly) in self.store.log.gone_since(&place.path, since) {
            let key = path.last().map(String::as_str).unwrap_or_default();
            entries.push((change, Entry::Gone { key, softly }));
        }
        entries.sort_by_key(|(change, _)| *change);
        entries
    }

    fn shown(
        &self,
        entry: &Entry<'_>,
        place: &Place,
        options: &Options,
        position: Position,
        (root, minimal): (&str, bool),
    ) -> Result<Option<Value>, Refusal> {
        let key_name = place.rules.key_name().to_owned();
        let found = match entry {
            Entry::Gone { key, softly } => {
                let reason = if *softly { "changed" } else { "deleted" };
                let mut gone = Object::from_iter([(key_name, Value::from(*key))]);
                if place.rules.deleted_facet {
                    gone.insert("deleted".to_owned(), json!({"state": "deleted"}));
                } else {
                    gone.insert("@removed".to_owned(), json!({ "reason": reason }));
                }
                return Ok(Some(gone.into()));
            }
            Entry::Present(found) => *found,
        };
        if !options.filter.as_ref().map_or(Ok(true), |filter| holds(filter, found, &self.store))? {
            return Ok(None);
        }
        let mut shown = Renderer { store: &self.store, root }.entity(found, options)?;
        if minimal {
            let since = |name: &str| found.entity.change_of(name) > position.before;
            shown.retain(|name, _| {
                let property = name.split('@').next().unwrap_or_default();
                property.is_empty() || property == key_name || since(property)
            });
        }
        let gone = found.entity.changes.iter().filter(|(_, change)| **change > position.before && !position.is_first);
        for (name, _) in gone.filter(|(name, _)| !name.contains('@') && !found.entity.value.contains_key(*name)) {
            let is_selected = |paths: &Vec<Vec<String>>| paths.iter().any(|path| path.first() == Some(name));
            if options.select.as_ref().is_none_or(is_selected) && !place.rules.is_write_only(&[name]) {
                shown.insert(name.clone(), Value::Null);
            }
        }
        self.link_changes(found, options, position, &mut shown);
        Ok(Some(shown.into()))
    }

    /// `members@delta`: links that were added and removed.
    fn link_changes(&self, found: Found<'_>, options: &Options, position: Position, shown: &mut Object) {
        let since = if position.is_first { 0 } else { position.before };
        for name in self.store.navigation_names(found.path) {
            let is_selected = |paths: &Vec<Vec<String>>| paths.iter().any(|path| path[..] == [name.clone()]);
            let path = child(found.path, &name);
            let is_many = self.store.relation(&path).is_some_and(|relation| relation.many);
            if !is_many || !options.select.as_ref().is_none_or(is_selected) {
                continue;
            }
            let mut items = Vec::new();
            for (target, link) in self.store.log.links_since(&path, since) {
                if position.is_first && link.removed.is_some() {
                    continue;
                }
                let key = target.last().cloned().unwrap_or_default();
                let mut item = Object::from_iter([(self.store.rules_of(target).key_name().to_owned(), key.into())]);
                if let Some(kind) = self.store.get(target).and_then(|entity| entity.value.get("@odata.type")) {
                    item.insert("@odata.type".to_owned(), kind.clone());
                }
                if let Some(reason) = link.removed {
                    item.insert("@removed".to_owned(), json!({ "reason": reason }));
                }
                items.push(Value::Object(item));
            }
            if !items.is_empty() {
                shown.insert(format!("{name}@delta"), items.into());
            }
        }
    }
}

/// The query of a request, with its token apart.
struct Given {
    options: String,
    token: Option<(&'static str, String)>,
}

impl Given {
    fn of(query: &str) -> Result<Self, Refusal> {
        let mut options = Vec::new();
        let mut token = None;
        for raw in query.split('&').filter(|raw| !raw.is_empty()) {
            let (name, value) = pair(raw)?;
            let name = match name.as_str() {
                "$deltatoken" => "$deltatoken",
                "$skiptoken" => "$skiptoken",
                _ => {
                    options.push(raw);
                    continue;
                }
            };
            if token.replace((name, value)).is_some() {
                return Err(Refusal::bad_request("a delta takes one token"));
            }
        }
        Ok(Self { options: options.join("&"), token })
    }
}

fn check(options: &Options) -> Result<(), Refusal> {
    for (given, name) in [
        (!options.order.is_empty(), "$orderby"),
        (options.search.is_some(), "$search"),
        (options.skip > 0, "$skip"),
        (options.count, "$count"),
    ] {
        if given {
            return Err(Refusal::bad_request(format!("'{name}' is no option of a delta")));
        }
    }
    Ok(())
}
