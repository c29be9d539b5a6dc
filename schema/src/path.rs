//! Paths: where a template leads to.

use core::fmt;

use crate::container::Root;
use crate::edm::{TypeUse, ValueType};
use crate::index::Index;
use crate::keys::AlternateKey;
use crate::members::Member;
use crate::near::Near;
use crate::operations::Operation;
use crate::types::{Type, TypeKind};

/// Where a path leads to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Place<'i> {
    /// The type of what is there, or of the items of the collection that is there.
    pub type_use: TypeUse<'i>,
    /// What the last segment is.
    pub step: Step<'i>,
}

impl<'i> Place<'i> {
    /// The declared type of what is there, or of the items; `None` for `Edm.String` and its like.
    #[must_use]
    pub const fn declared(&self) -> Option<Type<'i>> {
        self.type_use.value.declared()
    }

    /// Whether a collection is there, not one value.
    #[must_use]
    pub const fn is_collection(&self) -> bool {
        self.type_use.is_collection
    }
}

/// What a segment of a path is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Step<'i> {
    /// An entity set, or a singleton.
    Root(Root<'i>),
    /// The key of an entity, as a segment or in parentheses.
    Key,
    /// An alternate key, in parentheses.
    AlternateKey(AlternateKey<'i>),
    /// A property or a relationship.
    Member(Member<'i>),
    /// A qualified type name.
    Cast(Type<'i>),
    /// A path of its own, between colons: `root:/<path..>:`.
    Path,
    /// A function or an action, with what it gives.
    Operation(Operation<'i>),
}

/// A segment that leads nowhere.
#[derive(Clone, Copy, Debug)]
pub struct PathError<'i, 'p> {
    /// The number of the segment, counted from 1.
    pub number: usize,
    /// The segment as it is written.
    pub segment: &'p str,
    /// What is wrong with it.
    pub kind: PathErrorKind<'i>,
    index: &'i Index<'i>,
}

/// Why a segment leads nowhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PathErrorKind<'i> {
    /// Nothing is written there.
    Empty,
    /// No entity set and no singleton has this name.
    NoRoot,
    /// The type has no such member, and no operation is bound to it.
    NoMember(Type<'i>),
    /// A placeholder stands where one value is, which takes no key.
    NoKeyHere(TypeUse<'i>),
    /// The names in parentheses are those of no key.
    OtherKey(Type<'i>),
    /// No type has this qualified name.
    NoType,
    /// The type derives from another one than what is there.
    OtherType(Type<'i>),
    /// A property of a type without members comes before it.
    AfterValue(TypeUse<'i>),
    /// The operation gives nothing.
    NoResult(Operation<'i>),
    /// A segment of OData's own, such as `$value`.
    System,
    /// A `:` begins a path of its own below a type that has none.
    NoPathHere(TypeUse<'i>),
}

impl<'i> PathError<'i, '_> {
    /// A name that the segment may have been meant to be. It looks at all names that could stand there.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'i str> {
        let (name, _) = split(self.segment);
        match self.kind {
            PathErrorKind::NoRoot => {
                let mut near = Near::new(name);
                self.index.roots().for_each(|root| near.look_at(root.name(), false, root.name()));
                near.nearest()
            }
            PathErrorKind::NoMember(of_type) => of_type.near_member(name).map(|member| member.name()),
            _ => None,
        }
    }
}

impl fmt::Display for PathError<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, segment, .. } = self;
        match self.kind {
            PathErrorKind::Empty => write!(f, "segment {number} of the path is empty"),
            PathErrorKind::NoRoot => write!(f, "Graph has no `/{segment}`"),
            PathErrorKind::NoMember(of) => write!(f, "`{}` has no `{segment}`", of.qualified_name()),
            PathErrorKind::NoKeyHere(there) => {
                write!(f, "`{segment}` is a key, and one `{there}` is there, no collection")
            }
            PathErrorKind::OtherKey(of) => write!(f, "`{}` has no key as in `{segment}`", of.qualified_name()),
            PathErrorKind::NoType => write!(f, "Graph has no type `{segment}`"),
            PathErrorKind::OtherType(there) => {
                write!(f, "`{segment}` does not derive from `{}`", there.qualified_name())
            }
            PathErrorKind::AfterValue(there) => write!(f, "`{segment}` follows `{there}`, which has no members"),
            PathErrorKind::NoResult(_) => write!(f, "`{segment}` gives no value"),
            PathErrorKind::System => write!(f, "`{segment}` is no resource"),
            PathErrorKind::NoPathHere(there) => {
                write!(f, "`{segment}` begins a path of its own, which `{there}` has none of")
            }
        }?;
        self.suggestion().map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
    }
}

impl core::error::Error for PathError<'_, '_> {}

/// The name of a segment, and what stands in its parentheses.
fn split(segment: &str) -> (&str, Option<&str>) {
    match segment.split_once('(') {
        Some((name, rest)) => (name, Some(rest.strip_suffix(')').unwrap_or(rest))),
        None => (segment, None),
    }
}

/// The names in parentheses, without their values; an empty name is a value without one.
fn names_in(inside: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(inside).filter(|inside| !inside.is_empty());
    core::iter::from_fn(move || {
        let text = rest?;
        let mut quoted = false;
        let end = text.find(|letter| {
            quoted ^= letter == '\'';
            letter == ',' && !quoted
        });
        let (part, after) = end.map_or((text, None), |end| (&text[..end], text.get(end + 1..)));
        rest = after;
        match part.split_once('=') {
            Some((name, _)) if !name.contains(['\'', '<']) => Some(name),
            _ => Some(""),
        }
    })
}

/// Whether the names in parentheses are these, in any order.
fn has_names<'n>(inside: &str, names: impl Iterator<Item = &'n str>) -> bool {
    let mut count = 0;
    let mut names = names.inspect(|_| count += 1);
    names.all(|name| names_in(inside).any(|other| other == name)) && names_in(inside).count() == count
}

impl Index<'_> {
    /// Where a path below the version leads to: `/users/<id>/messages`.
    ///
    /// What follows a collection is a key, be it a placeholder such as `<id>` or a known one such as `inbox`, unless it is
    /// a qualified type name, or an operation that is bound to the collection. Alternate keys, casts, complex
    /// properties and functions are understood; so are relationships, contained or not; and paths of their own below items
    /// of drives and sites, from `root:` to the next segment that ends in `:`. Case counts.
    ///
    /// ```
    /// let graph = graph_resource_schema::v1_0();
    /// let place = graph.walk("/communications/callRecords/<id>").unwrap();
    /// assert_eq!(place.declared().unwrap().qualified_name(), "microsoft.graph.callRecords.callRecord");
    /// assert!(!place.is_collection());
    ///
    /// let error = graph.walk("/communications/callRecord/<id>").unwrap_err();
    /// assert_eq!(error.suggestion(), Some("callRecords"));
    /// ```
    ///
    /// # Errors
    /// The first segment that leads nowhere.
    pub fn walk<'i, 'p>(&'i self, path: &'p str) -> Result<Place<'i>, PathError<'i, 'p>> {
        let mut place: Option<Place<'i>> = None;
        // Whether a path of its own goes on.
        let mut inside = false;
        for (position, segment) in path.strip_prefix('/').unwrap_or(path).split('/').enumerate() {
            let name = segment.strip_suffix(':');
            let has_colon = name.is_some();
            let name = name.unwrap_or(segment);
            let next = match place {
                None => self.begin(name),
                Some(_) if inside && name.is_empty() => Err(PathErrorKind::Empty),
                Some(place) if inside => Ok(Place { step: Step::Path, ..place }),
                Some(place) => self.step(place, name),
            };
            let opens = has_colon && !inside;
            let next = next.and_then(|next| {
                let there = next.type_use;
                if opens && !has_paths(there) { Err(PathErrorKind::NoPathHere(there)) } else { Ok(next) }
            });
            inside ^= has_colon;
            place = Some(next.map_err(|kind| PathError { number: position + 1, segment, kind, index: self })?);
        }
        // Splitting gives one segment at least.
        place.ok_or(PathError { number: 1, segment: path, kind: PathErrorKind::Empty, index: self })
    }

    fn begin<'i>(&'i self, segment: &str) -> Result<Place<'i>, PathErrorKind<'i>> {
        if segment.is_empty() {
            return Err(PathErrorKind::Empty);
        }
        let (name, inside) = split(segment);
        let root = self.find_root(name).ok_or(PathErrorKind::NoRoot)?;
        let of_type = root.entity_type().ok_or(PathErrorKind::NoRoot)?;
        let type_use = TypeUse { value: ValueType::Declared(of_type), is_collection: !root.is_singleton() };
        keyed(Place { type_use, step: Step::Root(root) }, inside)
    }

    fn step<'i>(&'i self, place: Place<'i>, segment: &str) -> Result<Place<'i>, PathErrorKind<'i>> {
        let (name, inside) = split(segment);
        match name {
            "" => return Err(PathErrorKind::Empty),
            "$value" | "$count" | "$ref" => return Err(PathErrorKind::System),
            _ => {}
        }
        let there = place.type_use;
        let Some(of_type) = there.value.declared().filter(Type::is_structured) else {
            return Err(PathErrorKind::AfterValue(there));
        };
        if let Some(operation) = self.operation(of_type, there.is_collection, name, inside.unwrap_or_default()) {
            let type_use = operation.result().ok_or(PathErrorKind::NoResult(operation))?;
            return Ok(Place { type_use, step: Step::Operation(operation) });
        }
        if let Some((namespace, _)) = name.rsplit_once('.')
            && self.has_namespace(namespace)
        {
            let cast = self.find_type(name).ok_or(PathErrorKind::NoType)?;
            if !cast.is_a(of_type) && !of_type.is_a(cast) {
                return Err(PathErrorKind::OtherType(of_type));
            }
            let type_use = TypeUse { value: ValueType::Declared(cast), ..there };
            return keyed(Place { type_use, step: Step::Cast(cast) }, inside);
        }
        if there.is_collection {
            let is_set = of_type.kind() == TypeKind::Entity;
            let one = TypeUse { is_collection: false, ..there };
            return if is_set {
                Ok(Place { type_use: one, step: Step::Key })
            } else {
                Err(PathErrorKind::AfterValue(there))
            };
        }
        if name.starts_with('<') {
            return Err(PathErrorKind::NoKeyHere(there));
        }
        let member = of_type.member(name).ok_or(PathErrorKind::NoMember(of_type))?;
        keyed(Place { type_use: member.type_use(), step: Step::Member(member) }, inside)
    }

    /// The operation of this name, which may be qualified, that is bound to what is there. Of several, the best fit.
    fn operation<'i>(
        &'i self,
        of_type: Type<'i>,
        on_collection: bool,
        name: &str,
        inside: &str,
    ) -> Option<Operation<'i>> {
        let (namespace, short) = name.rsplit_once('.').map_or((None, name), |(space, name)| (Some(space), name));
        let is_meant = |operation: &Operation<'_>| {
            let own = operation.qualified_name().namespace;
            let is_of = |(of, alias): (&str, Option<&str>), meant| of == own && (of == meant || alias == Some(meant));
            namespace.is_none_or(|meant| self.namespaces().any(|namespace| is_of(namespace, meant)))
                && operation.is_bound_to(of_type, on_collection)
        };
        // Parameters count first, and then how near the type is that it is bound to.
        let fit = |operation: &Operation<'_>| {
            let binding = operation.binding().and_then(|binding| binding.value.declared());
            let distance = of_type.lineage().position(|one| Some(one) == binding);
            (!has_names(inside, operation.parameters().map(|parameter| parameter.name())), distance)
        };
        self.operations_called(short).filter(is_meant).min_by_key(fit)
    }
}

/// Whether what is there has others below it that are addressed by their path: of files, and of sites.
///
/// Source: Microsoft Graph, "path-based addressing" of `driveItem`; "get a site by server-relative URL".
fn has_paths(there: TypeUse<'_>) -> bool {
    let of_type = there.value.declared().filter(|_| !there.is_collection);
    of_type.is_some_and(|of_type| {
        let name = of_type.qualified_name();
        name.namespace == "microsoft.graph" && ["driveItem", "site"].contains(&name.name)
    })
}

/// The entity of a collection that the parentheses pick.
fn keyed<'i>(place: Place<'i>, inside: Option<&str>) -> Result<Place<'i>, PathErrorKind<'i>> {
    let Some(inside) = inside else { return Ok(place) };
    let there = place.type_use;
    let of_type = there.value.declared().filter(|of_type| of_type.kind() == TypeKind::Entity && there.is_collection);
    let of_type = of_type.ok_or(PathErrorKind::NoKeyHere(there))?;
    let mut names = names_in(inside);
    let is_key = match (names.next(), names.next()) {
        (None, _) => return Err(PathErrorKind::OtherKey(of_type)),
        (Some(""), None) => true,
        _ => has_names(inside, of_type.key()),
    };
    let alternate = || {
        let has_these = |key: &AlternateKey<'_>| has_names(inside, key.parts().map(|(name, _)| name));
        of_type.alternate_keys().find(has_these).map(Step::AlternateKey)
    };
    let step = if is_key { Some(Step::Key) } else { alternate() };
    let step = step.ok_or(PathErrorKind::OtherKey(of_type))?;
    Ok(Place { type_use: TypeUse { is_collection: false, ..there }, step })
}
