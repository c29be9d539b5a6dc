//! What is asked for, and which items that takes.

use std::collections::{BTreeMap, BTreeSet};

use graph_resource_schema::{Index, Member, Primitive, QualifiedName, Type, TypeKind};

use crate::docs::Docs;
use crate::error::AddError;
use crate::item::Item;
use crate::names::{self, Names};
use crate::paths::Paths;

/// What is asked for.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command")]
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// Names of types, with their namespaces; `microsoft.graph.` may be left out.
    pub types: Vec<String>,
    /// Wire names of properties and relationships; all properties where this is empty.
    pub select: Vec<String>,
    /// Wire names of relationships.
    pub expand: Vec<String>,
    /// Where the entities are served; found in the metadata where this is `None`.
    pub path: Option<String>,
    /// The cloud to leave out what is missing of.
    pub cloud: Option<String>,
    /// Whether a type with derived ones is taken as its struct alone.
    pub no_union: bool,
    /// Every type of the metadata, with all relationships.
    pub all: bool,
    /// Whether properties that are never null are no `Option`s: an answer that leaves one out is an error then.
    pub required: bool,
    /// Whether the derives are to check what is written against the metadata, by their option `schema`.
    pub schema: bool,
}

/// The items by the modules that they stand in; `None` is the module around the others.
pub(crate) type Modules = BTreeMap<Option<String>, Vec<Item>>;

/// What all items are made with.
pub(crate) struct Plan<'i, 'o> {
    pub(crate) index: &'i Index<'i>,
    pub(crate) order: &'o Order,
    pub(crate) docs: &'o Docs,
    pub(crate) names: Names<'i>,
    pub(crate) paths: Paths<'i>,
    /// The types that are named in the order.
    requested: BTreeSet<QualifiedName<'i>>,
    /// The types to write, and whether with the union of what derives from them.
    wanted: BTreeSet<QualifiedName<'i>>,
    unions: BTreeSet<QualifiedName<'i>>,
}

impl<'i, 'o> Plan<'i, 'o> {
    pub(crate) fn of(index: &'i Index<'i>, order: &'o Order, docs: &'o Docs) -> Result<Self, AddError> {
        if let Some(cloud) = &order.cloud
            && !index.clouds().any(|known| known == cloud)
        {
            return Err(AddError::NoCloud(cloud.clone()));
        }
        let mut plan = Self {
            index,
            order,
            docs,
            names: Names::of(index),
            paths: Paths::of(index),
            requested: BTreeSet::new(),
            wanted: BTreeSet::new(),
            unions: BTreeSet::new(),
        };
        let mut requested = Vec::new();
        for name in &order.types {
            requested.push(find_type(index, name)?);
        }
        for name in order.select.iter().chain(&order.expand) {
            let has = |of_type: &Type<'_>| of_type.member(name).is_some();
            if !requested.iter().any(has) {
                let near = requested.iter().find_map(|of_type| of_type.near_member(name));
                let near = near.map(|member| member.name().to_owned());
                return Err(AddError::NoMember { name: name.clone(), types: order.types.join("`, `"), near });
            }
        }
        for name in &order.expand {
            let mut members = requested.iter().filter_map(|of_type| of_type.member(name));
            if !members.any(|member| member.is_relationship()) {
                return Err(AddError::NoRelationship(name.clone()));
            }
        }
        if order.all {
            requested.extend(index.types().filter(|of_type| of_type.in_cloud(plan.cloud()) != Some(false)));
        }
        plan.requested = requested.iter().map(Type::qualified_name).collect();
        for of_type in requested {
            if of_type.in_cloud(plan.cloud()) == Some(false) {
                return Err(AddError::NotInCloud {
                    name: of_type.qualified_name().to_string(),
                    cloud: plan.cloud().to_owned(),
                });
            }
            plan.want(of_type);
            plan.want_union(of_type);
        }
        plan.check_path()?;
        Ok(plan)
    }

    /// The cloud to write for. Of others than those that it names, an index denies nothing.
    pub(crate) fn cloud(&self) -> &str {
        self.order.cloud.as_deref().unwrap_or_default()
    }

    /// Whether the type was asked for, or derives from one that was: what was picked of the one counts for the other.
    pub(crate) fn is_requested(&self, of_type: Type<'i>) -> bool {
        of_type.lineage().any(|one| self.requested.contains(&one.qualified_name()))
    }

    /// The path that was asked for has to lead to the one type that was asked for, and to name its key.
    fn check_path(&self) -> Result<(), AddError> {
        let Some(path) = &self.order.path else { return Ok(()) };
        let [name] = &self.order.types[..] else { return Err(AddError::PathOfOne) };
        let of_type = find_type(self.index, name)?;
        if let Some(mistake) = mistake_in(path) {
            return Err(AddError::Path(mistake));
        }
        let place = self.index.walk(path);
        let place = place.map_err(|error| AddError::Path(format!("the path leads nowhere: {error}")))?;
        match place.declared() {
            Some(there) if !place.is_collection() && (of_type.is_a(there) || there.is_a(of_type)) => {}
            _ => return Err(AddError::PathElsewhere { path: path.clone(), leads_to: place.type_use.to_string() }),
        }
        for placeholder in keys_of(path) {
            let is_field = |member: Member<'_>| names::snake(member.name()) == placeholder;
            if !of_type.members().any(is_field) {
                let is_meant = |member: &Member<'_>| names::snake(member.name()) == names::snake(placeholder);
                let meant = of_type.members().find(is_meant).map(|member| member.name());
                let key = meant.or(of_type.key().next()).map_or_else(String::new, names::snake);
                return Err(AddError::PathKey { placeholder: placeholder.to_owned(), key });
            }
        }
        Ok(())
    }

    /// Whether references to a type are to its union.
    pub(crate) fn is_union(&self, of_type: Type<'i>) -> bool {
        !self.order.no_union
            && of_type.qualified_name() != "microsoft.graph.entity"
            && self.names.of_union(of_type).is_some()
            && self.variants(of_type).next().is_some()
    }

    /// The types that a value of the union can be of, the base first.
    pub(crate) fn variants(&self, base: Type<'i>) -> impl Iterator<Item = Type<'i>> + '_ {
        let all = core::iter::once(base).chain(base.derived());
        all.filter(|one| !one.is_abstract() && one.in_cloud(self.cloud()) != Some(false))
    }

    /// The members of a type that are written.
    pub(crate) fn members(&self, of_type: Type<'i>) -> Vec<Member<'i>> {
        let is_requested = self.is_requested(of_type);
        let Order { select, expand, .. } = self.order;
        let has = |names: &[String], name: &str| names.iter().any(|other| other == name);
        let mut members: Vec<Member<'i>> = Vec::new();
        for member in of_type.members().filter(|member| member.in_cloud(self.cloud()) != Some(false)) {
            let is_taken = if member.is_relationship() {
                self.order.all || is_requested && (has(select, member.name()) || has(expand, member.name()))
            } else {
                !is_requested
                    || select.is_empty()
                    || has(select, member.name())
                    || member.is_key()
                    || of_type.key().any(|key| key == member.name())
                    || self
                        .order
                        .path
                        .as_deref()
                        .is_some_and(|path| keys_of(path).contains(&&*names::snake(member.name())))
            };
            // The content of a stream is no value.
            let is_stream = member.value_type().primitive() == Some(Primitive::Stream);
            // A type may declare anew what its base declares.
            members.retain(|other| other.name() != member.name() || !is_taken);
            if is_taken && !is_stream {
                members.push(member);
            }
        }
        members
    }

    /// Whether the type keeps what it does not declare: one that is open, unless properties were picked.
    pub(crate) fn keeps_rest(&self, of_type: Type<'i>) -> bool {
        let is_picked = self.is_requested(of_type) && !self.order.select.is_empty();
        of_type.is_open() && !is_picked || of_type.qualified_name() == "microsoft.graph.entity"
    }

    /// A type that is written as it is, with what it takes.
    fn want(&mut self, of_type: Type<'i>) {
        if is_json(of_type) || !self.wanted.insert(of_type.qualified_name()) || !of_type.is_structured() {
            return;
        }
        for member in self.members(of_type) {
            if let Some(used) = member.value_type().declared() {
                self.want_reference(used);
            }
        }
    }

    fn want_reference(&mut self, of_type: Type<'i>) {
        if self.is_union(of_type) { self.want_union(of_type) } else { self.want(of_type) }
    }

    fn want_union(&mut self, base: Type<'i>) {
        if !self.is_union(base) || !self.unions.insert(base.qualified_name()) {
            return;
        }
        for variant in self.variants(base).collect::<Vec<_>>() {
            self.want(variant);
        }
    }

    /// What was decided of the types that were asked for.
    pub(crate) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let requested = self.requested.iter().filter_map(|name| self.index.find_type(&name.to_string()));
        for of_type in requested.filter(|_| !self.order.all) {
            let name = of_type.qualified_name();
            let is_served = self.order.path.is_some() || self.paths.to(of_type).is_some();
            if of_type.kind() == TypeKind::Entity && !is_served {
                notes
                    .push(format!("no path of five segments leads to `{name}`: it is a `GraphComplex`; give `--path`"));
            }
            let select = &self.order.select;
            let streams = of_type.members().filter(|one| {
                let is_stream = one.value_type().primitive() == Some(Primitive::Stream);
                is_stream && (select.is_empty() || select.iter().any(|name| name == one.name()))
            });
            for stream in streams {
                notes.push(format!("`{}` of `{name}` is a stream, which is not in JSON: left out", stream.name()));
            }
        }
        notes
    }

    /// The items, each in its module: those that were asked for first, and then by name.
    pub(crate) fn items(&self) -> Modules {
        let mut modules = Modules::new();
        let mut names: Vec<_> = self.wanted.union(&self.unions).collect();
        let rank = |of_type: Type<'i>| match of_type.kind() {
            TypeKind::Entity => 0,
            TypeKind::Complex => 1,
            TypeKind::Enumeration | TypeKind::Definition => 2,
        };
        let find = |name: &QualifiedName<'i>| self.index.find_type(&name.to_string());
        names.sort_by_key(|name| {
            let of_type = find(name);
            (!self.requested.contains(name), of_type.map(rank), **name)
        });
        for name in names {
            let Some(of_type) = find(name) else { continue };
            let items = modules.entry(names::module(of_type.namespace())).or_default();
            if self.unions.contains(name) {
                items.push(self.union(of_type));
            }
            if self.wanted.contains(name) {
                match of_type.kind() {
                    TypeKind::Entity | TypeKind::Complex => {
                        let is_written = !of_type.is_abstract() || !self.unions.contains(name);
                        items.extend(is_written.then(|| self.structure(of_type)));
                    }
                    TypeKind::Enumeration => items.push(self.enumeration(of_type)),
                    // Another name for a primitive type is written as that type.
                    TypeKind::Definition => {}
                }
            }
        }
        // The outer module names the others.
        modules.entry(None).or_default();
        modules
    }
}

/// Graph's name for any JSON.
pub(crate) fn is_json(of_type: Type<'_>) -> bool {
    of_type.qualified_name() == "microsoft.graph.Json"
}

/// The placeholders of the last segment.
pub(crate) fn keys_of(path: &str) -> Vec<&str> {
    let mut segments = path.rsplit('/');
    let last = segments.next().unwrap_or_default();
    // A cast may follow the key.
    let last = if last.contains('<') || !last.contains('.') { last } else { segments.next().unwrap_or_default() };
    // What stands before a colon is no key: a path of its own, or what such a path begins after.
    if last.ends_with(':') || last.contains("..>") {
        return Vec::new();
    }
    last.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name).collect()
}

/// The type of a name, which stands without its namespace where no other type has it.
pub(crate) fn find_type<'i>(index: &'i Index<'i>, name: &str) -> Result<Type<'i>, AddError> {
    let name = name.strip_prefix('#').unwrap_or(name);
    let below = format!("microsoft.graph.{name}");
    if let Some(found) = index.find_type(name).or_else(|| index.find_type(&below)) {
        return Ok(found);
    }
    let called: Vec<_> = index.types_called(name).collect();
    match called[..] {
        [found] => Ok(found),
        [] => {
            let near = index.near_type(name).map(|of_type| of_type.qualified_name().to_string());
            Err(AddError::NoType { name: name.to_owned(), near })
        }
        _ => {
            let names = called.iter().map(|of_type| of_type.qualified_name().to_string());
            Err(AddError::ManyTypes { name: name.to_owned(), names: names.collect() })
        }
    }
}

/// What is wrong with the text of a path: what the derives refuse, or read otherwise.
fn mistake_in(path: &str) -> Option<String> {
    if path.contains("://") {
        return Some("the path is a whole URL; write what follows the version, like `/users/<id>`".to_owned());
    }
    let Some(below) = path.strip_prefix('/') else {
        return Some("the path does not begin with `/`; add one".to_owned());
    };
    if let Some(letter) = path.chars().find(|letter| "{}".contains(*letter)) {
        return Some(format!("the path holds `{letter}`; write a placeholder as `<id>`"));
    }
    if let Some(letter) = path.chars().find(|&letter| letter.is_whitespace() || "\"\\%?#".contains(letter)) {
        return Some(format!("the path holds `{letter}`; remove it"));
    }
    if below.ends_with('/') {
        return Some("the path ends in `/`; remove it".to_owned());
    }
    let is_whole = |segment: &str| segment.matches('<').count() == segment.matches('>').count();
    if let Some(segment) = below.split('/').find(|segment| !is_whole(segment)) {
        return Some(format!("a `<` or `>` in `{segment}` has no partner; write a placeholder as `<id>`"));
    }
    let version = below.split('/').next().filter(|first| ["v1.0", "beta"].contains(first));
    version.map(|version| format!("the path begins with the version; leave `/{version}` out"))
}
