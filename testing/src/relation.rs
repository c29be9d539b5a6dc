//! Relationships: what belongs to an entity, and links from one entity to others.

use serde_json::Value;

use crate::errors::Refusal;
use crate::path::{Segment, Template, parse};
use crate::service::DEFAULT_ORIGIN;
use crate::shape::item_of;
use crate::store::{Found, Store};

/// A relationship whose entities live elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub(crate) template: Template,
    pub(crate) many: bool,
    /// The collections that its entities are in.
    pub(crate) targets: Vec<Vec<String>>,
}

/// Where a relationship leads, known without an entity.
pub(crate) struct Navigation {
    pub(crate) many: bool,
    /// Whether its entities live elsewhere.
    pub(crate) linked: bool,
    /// The paths of what it leads to, with unknown keys.
    pub(crate) entities: Vec<Vec<String>>,
}

/// What a relationship of an entity leads to.
pub(crate) enum Related<'s> {
    One(Option<Found<'s>>),
    Many(Vec<Found<'s>>),
}

impl Store {
    pub(crate) fn add_relation(&mut self, relation: Relation) {
        self.relations.push(relation);
    }

    /// The relation that has exactly this path.
    pub(crate) fn relation(&self, path: &[String]) -> Option<&Relation> {
        self.relations.iter().rev().find(|relation| relation.template.matches_text(path))
    }

    /// The relationship of an entity with this name; `None` where the name is no relationship's.
    pub(crate) fn navigation(&self, entity: &[String], name: &str) -> Option<Navigation> {
        let path = child(entity, name);
        if let Some(relation) = self.relation(&path) {
            let entities = relation.targets.iter().map(|target| item_of(target)).collect();
            return Some(Navigation { many: relation.many, linked: true, entities });
        }
        if self.is_collection(&path) {
            return Some(Navigation { many: true, linked: false, entities: vec![item_of(&path)] });
        }
        self.is_singleton(&path).then(|| Navigation { many: false, linked: false, entities: vec![path] })
    }

    /// What a relationship of an entity leads to; `None` where the name is no relationship's.
    pub(crate) fn related(&self, entity: &[String], name: &str) -> Option<Related<'_>> {
        let navigation = self.navigation(entity, name)?;
        let path = child(entity, name);
        let many = if navigation.linked {
            self.linked(&path)
        } else if navigation.many {
            self.list(&path)
        } else {
            self.find(&path).into_iter().collect()
        };
        Some(if navigation.many { Related::Many(many) } else { Related::One(many.first().copied()) })
    }

    /// The entities that are linked, in the order in which they were.
    pub(crate) fn linked(&self, path: &[String]) -> Vec<Found<'_>> {
        self.links.get(path).into_iter().flatten().filter_map(|target| self.find(target)).collect()
    }

    /// Links an entity. A relationship to one entity then leads to this one alone.
    pub(crate) fn link(&mut self, path: &[String], target: &[String]) {
        let many = self.relation(path).is_some_and(|relation| relation.many);
        let links = self.links.entry(path.to_vec()).or_default();
        if links.iter().any(|link| link == target) && (many || links.len() == 1) {
            return;
        }
        let replaced = if many { Vec::new() } else { core::mem::take(links) };
        links.push(target.to_vec());
        for other in replaced {
            self.linked_anew(path, &other, Some("changed"));
        }
        self.linked_anew(path, target, None);
    }

    /// Keeps a change of a link, which is a change of its entity too.
    fn linked_anew(&mut self, path: &[String], target: &[String], removed: Option<&'static str>) {
        let change = self.log.linked(path, target, removed);
        if let Some((_, entity)) = path.split_last() {
            self.mark(entity, change);
        }
    }

    /// Takes a link away, or all of them. Gives whether there was one.
    pub(crate) fn unlink(&mut self, path: &[String], target: Option<&[String]>) -> bool {
        let Some(links) = self.links.get_mut(path) else { return false };
        let is_meant = |link: &mut Vec<String>| target.is_none_or(|target| link == target);
        let removed: Vec<Vec<String>> = links.extract_if(.., is_meant).collect();
        for link in &removed {
            self.linked_anew(path, link, Some("changed"));
        }
        !removed.is_empty()
    }

    /// No link leads from, or to, what was at `path` and below.
    pub(super) fn forget_links(&mut self, path: &[String]) {
        self.links.retain(|from, _| !from.starts_with(path));
        let mut gone = Vec::new();
        for (from, links) in &mut self.links {
            gone.extend(links.extract_if(.., |target| target.starts_with(path)).map(|target| (from.clone(), target)));
        }
        for (from, target) in gone {
            self.linked_anew(&from, &target, Some("deleted"));
        }
    }

    /// Follows links, so that one entity has one path: `/groups/1/members/2` becomes `/users/2`.
    pub(crate) fn follow(&self, segments: &[Segment]) -> Result<Vec<Segment>, Refusal> {
        let mut done: Vec<Segment> = Vec::new();
        let mut rest = segments.iter();
        while let Some(segment) = rest.next() {
            done.push(segment.clone());
            let path = texts(&done);
            let Some(relation) = self.relation(&path) else { continue };
            if !matches!(segment, Segment::Name(_)) {
                continue;
            }
            let links = self.links.get(&path);
            let target = if relation.many {
                let Some(key) = rest.next() else { break };
                let named = |target: &&Vec<String>| target.last().is_some_and(|last| last == key.text());
                links.and_then(|links| links.iter().find(named)).ok_or_else(|| Refusal::item_not_found(key.text()))
            } else {
                links.and_then(|links| links.first()).ok_or_else(|| Refusal::item_not_found(segment.text()))
            };
            self.require_parents(&path)?;
            done = target?.iter().map(|text| plain(text)).collect();
        }
        Ok(done)
    }

    /// The entity that a reference names: a URL below a service root, absolute or relative to it.
    ///
    /// `directoryObjects/{id}` finds an entity by its key wherever the relationship may lead.
    pub(crate) fn reference(&self, url: &Value, relation: &Relation, origin: &str) -> Result<Vec<String>, Refusal> {
        let url =
            url.as_str().ok_or_else(|| Refusal::bad_request("a reference must be a text, the URL of an entity"))?;
        let path = below_root(url, origin).ok_or_else(|| {
            Refusal::bad_request("a reference must be a URL of this service, below '/v1.0' or '/beta'")
        })?;
        let segments = parse(path).map_err(|error| Refusal::bad_request(error.to_string()))?;
        let names = texts(&segments);
        let is_target = |path: &[String]| {
            path.split_last().is_some_and(|(_, collection)| {
                relation.targets.iter().any(|target| crate::store::matches_any(target, collection))
            })
        };
        let found = match &names[..] {
            [root, key] if root == "directoryObjects" && !self.is_collection(&names[..1]) => {
                let candidates = relation.targets.iter().map(|target| child(target, key));
                candidates.into_iter().find(|candidate| self.get(candidate).is_some())
            }
            _ => self.follow(&segments).ok().map(|segments| texts(&segments)).filter(|path| self.get(path).is_some()),
        };
        match found {
            None => Err(Refusal::item_not_found(names.last().map(String::as_str).unwrap_or_default())),
            Some(path) if !is_target(&path) => Err(Refusal::bad_request(
                "the reference leads to an entity of another collection than the relationship",
            )),
            Some(path) => Ok(path),
        }
    }
}

/// The path below the service root.
fn below_root<'u>(url: &'u str, origin: &str) -> Option<&'u str> {
    if !url.contains("://") {
        let url = url.strip_prefix('/').unwrap_or(url);
        return Some(["v1.0/", "beta/"].iter().find_map(|version| url.strip_prefix(version)).unwrap_or(url));
    }
    let path = [origin, DEFAULT_ORIGIN].iter().find_map(|origin| url.strip_prefix(origin))?;
    ["/v1.0/", "/beta/"].iter().find_map(|version| path.strip_prefix(version))
}

/// A decoded segment that is found again where it is resolved.
fn plain(text: &str) -> Segment {
    if text.starts_with('$') {
        return Segment::Key { name: None, value: text.to_owned() };
    }
    Segment::Name(text.to_owned())
}

pub(crate) fn texts(segments: &[Segment]) -> Vec<String> {
    segments.iter().map(|segment| segment.text().to_owned()).collect()
}

pub(crate) fn child(path: &[String], name: &str) -> Vec<String> {
    let mut path = path.to_vec();
    path.push(name.to_owned());
    path
}
