//! Where the entities of a type are served.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

use graph_resource_schema::{Index, Member, QualifiedName, Type};

use crate::names::snake;

/// The most segments of a path that nobody asked for.
const LONGEST: usize = 5;

/// A path template that leads to a type.
#[derive(Clone, Debug)]
pub(crate) struct Path<'i> {
    pub(crate) template: String,
    /// What the path leads to; a base of the type that is served there, or that type.
    pub(crate) of_type: Type<'i>,
    /// The property of the key that the last segment is; none where the path is that of one entity.
    pub(crate) key: Option<&'i str>,
    /// The placeholders before the last segment.
    parents: Vec<String>,
}

impl<'i> Path<'i> {
    /// What a root or a relationship of this name leads to.
    fn step(before: Option<&Self>, name: &str, of_type: Type<'i>, is_collection: bool) -> Option<Self> {
        let mut parents = before.map_or(Vec::new(), |before| before.parents.clone());
        let mut template = before.map_or(String::new(), |before| before.template.clone());
        if let Some(before) = before.filter(|before| before.key.is_some()) {
            // The key of an entity on the way is named by the entity.
            let parent = snake(before.of_type.name());
            let count = parents.iter().filter(|other| other.split('_').next() == Some(&parent)).count();
            let parent = if count == 0 { parent } else { format!("{parent}_{}", count + 1) };
            template.truncate(template.rfind('<')?);
            let _ = write!(template, "<{parent}>");
            parents.push(parent);
        }
        template.push('/');
        template.push_str(name);
        let mut key = None;
        if is_collection {
            // Keys of several properties do not occur in Graph.
            key = Some(of_type.key().next()?);
            let name = snake(key?);
            if parents.contains(&name) {
                return None;
            }
            let _ = write!(template, "/<{name}>");
        }
        Some(Self { template, of_type, key, parents })
    }

    fn segments(&self) -> usize {
        self.template.matches('/').count()
    }
}

/// The paths of all types.
pub(crate) struct Paths<'i> {
    contained: BTreeMap<QualifiedName<'i>, Path<'i>>,
    related: BTreeMap<QualifiedName<'i>, Path<'i>>,
}

impl<'i> Paths<'i> {
    pub(crate) fn of(index: &'i Index<'i>) -> Self {
        Self { contained: search(index, true), related: search(index, false) }
    }

    /// The path of a type: where it is served itself, or else where the nearest base of it is. None leads there in
    /// five segments.
    pub(crate) fn to(&self, of_type: Type<'i>) -> Option<&Path<'i>> {
        let name = |one: &Type<'i>| one.qualified_name();
        let bases = of_type.lineage().filter(|one| one.qualified_name() != "microsoft.graph.entity");
        bases.map(|one| name(&one)).find_map(|name| self.contained.get(&name).or_else(|| self.related.get(&name)))
    }
}

/// Breadth first, from entity sets and then from singletons: the path of the fewest steps, and of those the first.
fn search<'i>(index: &'i Index<'i>, only_contained: bool) -> BTreeMap<QualifiedName<'i>, Path<'i>> {
    let mut found: BTreeMap<QualifiedName<'i>, Path<'i>> = BTreeMap::new();
    let mut roots: Vec<_> = index.roots().collect();
    roots.sort_by_key(|root| (root.is_singleton(), root.name()));
    let mut open: VecDeque<_> = roots
        .into_iter()
        .filter_map(|root| Path::step(None, root.name(), root.entity_type()?, !root.is_singleton()))
        .collect();
    while let Some(path) = open.pop_front() {
        let name = path.of_type.qualified_name();
        match found.get(&name) {
            // A path with a key is worth a singleton's of the same length.
            Some(known) if known.key.is_some() || path.key.is_none() || path.segments() > known.segments() + 1 => {
                continue;
            }
            Some(_) => {
                found.insert(name, path);
                continue;
            }
            None => {}
        }
        let relationships = path.of_type.members().filter(Member::is_relationship);
        for member in relationships.filter(|member| member.is_contained() || !only_contained) {
            let Some(of_type) = member.value_type().declared() else { continue };
            let next = Path::step(Some(&path), member.name(), of_type, member.is_collection());
            open.extend(next.filter(|next| next.segments() <= LONGEST));
        }
        found.insert(name, path);
    }
    found
}

#[cfg(test)]
mod tests {
    use graph_resource_schema::v1_0;

    use super::Paths;

    #[test]
    fn paths_are_those_that_graph_documents() {
        let paths = Paths::of(v1_0());
        let path = |name: &str| paths.to(v1_0().find_type(name).unwrap()).map(|path| &*path.template);
        for (name, template) in [
            ("user", Some("/users/<id>")),
            ("group", Some("/groups/<id>")),
            ("callRecords.callRecord", Some("/communications/callRecords/<id>")),
            ("callRecords.session", Some("/communications/callRecords/<call_record>/sessions/<id>")),
            ("message", Some("/users/<user>/messages/<id>")),
            ("driveItem", Some("/drives/<drive>/items/<id>")),
            ("iosCustomConfiguration", Some("/deviceManagement/deviceConfigurations/<id>")),
            ("plannerTaskDetails", Some("/planner/tasks/<planner_task>/details")),
            ("admin", Some("/admin")),
            ("mailboxSettings", None),
        ] {
            assert_eq!(path(&format!("microsoft.graph.{name}")), template, "{name}");
        }
    }

    #[test]
    fn every_path_leads_to_its_type() {
        let paths = Paths::of(v1_0());
        let mut count = 0;
        for path in paths.contained.values().chain(paths.related.values()) {
            let place = v1_0().walk(&path.template).unwrap_or_else(|error| panic!("{}: {error}", path.template));
            assert_eq!(place.declared(), Some(path.of_type), "{}", path.template);
            assert!(!place.is_collection());
            count += 1;
        }
        assert!(count > 500, "{count}");
    }
}
