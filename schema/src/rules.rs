//! Rules: what a declaration in Rust may say of the metadata, and where it contradicts it.
//!
//! They know nothing of syntax. The derives and `cargo graph-resource check` bring what they read, and place the findings.

use core::fmt;

use crate::annotations::{Deprecation, Permission};
use crate::edm::{Primitive, ValueType};
use crate::index::Index;
use crate::members::Member;
use crate::path::Place;
use crate::types::{Type, TypeKind};

/// A contradiction between a declaration and the metadata.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    /// How much it weighs.
    pub level: Level,
    /// Where in the declaration it is.
    pub part: Part,
    /// What is wrong, and what to do: lowercase, without a final stop.
    pub message: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// It cannot work: Graph has no such thing.
    Error,
    /// It may not work, or not for ever.
    Warning,
}

/// A part of a declaration.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// The name: of the type, the field or the variant, or the text of the option.
    Name,
    /// The type of the field.
    Type,
}

/// A field that is declared for a property.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// The name on the wire.
    pub wire: &'a str,
    /// How it is marked.
    pub marks: Vec<Mark>,
    /// The type; `None` where the wire form is the user's own.
    pub shape: Option<Shape<'a>>,
}

/// A mark of a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mark {
    /// The key, by the path.
    Key,
    /// A relationship.
    Navigation,
    /// Never sent.
    ReadOnly,
    /// Sent at creation only.
    CreateOnly,
    /// Never read.
    WriteOnly,
    /// It may be absent, and is never null.
    NotNull,
}

impl Field<'_> {
    fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}

/// The type of a field, as far as its spelling tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shape<'a> {
    /// Whether there is an `Option` around it.
    pub is_option: bool,
    /// Whether it is a `Vec`.
    pub is_vec: bool,
    /// The last segment of the innermost type's path: `String`, `DateTimeOffset`, `User`.
    pub name: &'a str,
}

/// The national clouds of Microsoft Graph.
const CLOUDS: [&str; 3] = ["china", "usgov", "usgovdod"];

/// The rules of one index, for one cloud or for all.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'i> {
    index: &'i Index<'i>,
    cloud: Option<&'i str>,
}

impl<'i> Rules<'i> {
    /// The rules for a declaration that may be used in any cloud.
    #[must_use]
    pub const fn new(index: &'i Index<'i>) -> Self {
        Self { index, cloud: None }
    }

    /// The same for a national cloud, such as `china`: what that cloud lacks is found.
    ///
    /// # Errors
    /// If the index knows nothing of the cloud: a warning for a cloud that there is, an error for any other.
    pub fn in_cloud(self, cloud: &str) -> Result<Self, Finding> {
        if let Some(cloud) = self.index.clouds().find(|name| *name == cloud) {
            return Ok(Self { cloud: Some(cloud), ..self });
        }
        if CLOUDS.contains(&cloud) {
            let message =
                format!("the metadata of the cloud `{cloud}` is not in the index; nothing is compared with it");
            return Err(warning(Part::Name, message));
        }
        let clouds: Vec<_> = CLOUDS.iter().map(|name| format!("`{name}`")).collect();
        Err(error(Part::Name, format!("there is no cloud `{cloud}`; expected one of {}", clouds.join(", "))))
    }

    /// The place that a path leads to.
    ///
    /// # Errors
    /// If Graph has no such path, or a collection there.
    pub fn path(&self, path: &str) -> Result<Place<'i>, Finding> {
        let place = self.index.walk(path).map_err(|mistake| error(Part::Name, mistake.to_string()))?;
        if place.is_collection() {
            let key = place.declared().and_then(|of_type| of_type.key().next()).unwrap_or("id");
            let there = place.type_use;
            return Err(error(Part::Name, format!("`{path}` leads to `{there}`; add the key, as in `{path}/<{key}>`")));
        }
        Ok(place)
    }

    /// The name of a type that may have been meant by this one.
    #[must_use]
    pub fn type_near(&self, name: &str) -> Option<String> {
        self.index.near_type(name).map(|near| near.qualified_name().to_string())
    }

    /// The type of this qualified name, with or without a leading `#`.
    ///
    /// # Errors
    /// If Graph has no such type.
    pub fn type_named(&self, name: &str) -> Result<Type<'i>, Finding> {
        let name = name.strip_prefix('#').unwrap_or(name);
        self.index.find_type(name).ok_or_else(|| {
            let near = self.type_near(name);
            error(Part::Name, format!("Graph has no type `{name}`{}", asked(near.as_deref())))
        })
    }

    /// All types of this name, in whatever namespace. Case counts.
    #[must_use]
    pub fn types_called(&self, name: &str) -> Vec<Type<'i>> {
        self.index.types_called(name).collect()
    }

    /// Whether a type may be declared by a struct, or else by an enumeration.
    #[must_use]
    pub fn kind(&self, of_type: Type<'_>, is_enumeration: bool) -> Option<Finding> {
        let found = match of_type.kind() {
            TypeKind::Enumeration if !is_enumeration => "an enumeration; declare it by `GraphEnum`",
            kind if is_enumeration && kind != TypeKind::Enumeration => "no enumeration; declare it by another derive",
            _ => return None,
        };
        Some(error(Part::Name, format!("`{}` is {found}", of_type.qualified_name())))
    }

    /// Whether a type can be at a place: as the type that is there, or as one derived from it.
    #[must_use]
    pub fn place(&self, of_type: Type<'_>, place: &Place<'_>, path: &str) -> Option<Finding> {
        let there = place.declared().filter(|there| !of_type.is_a(*there))?;
        let (name, there) = (of_type.qualified_name(), there.qualified_name());
        Some(error(Part::Name, format!("`{path}` leads to `{there}`, and `{name}` does not derive from it")))
    }

    /// Whether a type can be a variant of a union.
    #[must_use]
    pub fn variant(&self, of_type: Type<'_>, base: Type<'_>) -> Option<Finding> {
        let (name, base_name) = (of_type.qualified_name(), base.qualified_name());
        (!of_type.is_a(base)).then(|| error(Part::Name, format!("`{name}` does not derive from `{base_name}`")))
    }

    /// Whether a union has a variant for a base of which there are no values.
    #[must_use]
    pub fn base(&self, base: Type<'_>) -> Option<Finding> {
        let name = base.qualified_name();
        base.is_abstract().then(|| {
            error(
                Part::Name,
                format!("`{name}` is abstract, so that no value is of it; state the variant's `odata_type`"),
            )
        })
    }

    /// What is to be known about a type before it is used.
    #[must_use]
    pub fn of_type(&self, of_type: Type<'_>) -> Vec<Finding> {
        let name = of_type.qualified_name().to_string();
        self.used(&name, of_type.deprecation(), |cloud| of_type.in_cloud(cloud))
    }

    /// A field of a struct that declares a type.
    #[must_use]
    pub fn field(&self, of_type: Type<'_>, field: &Field<'_>) -> Vec<Finding> {
        let Some(member) = of_type.member(field.wire) else { return vec![no_property(of_type, field.wire)] };
        let name = member.name();
        let mut found = self.used(name, member.deprecation(), |cloud| member.in_cloud(cloud));
        if member.is_relationship() != field.has(Mark::Navigation) {
            let what = if member.is_relationship() {
                "a relationship; mark it `navigation`"
            } else {
                "no relationship; remove `navigation`"
            };
            found.push(error(Part::Name, format!("`{name}` is {what}")));
            return found;
        }
        if field.has(Mark::Key) && !is_key(of_type, &member) {
            let keys: Vec<_> = of_type.key().map(|key| format!("`{key}`")).collect();
            let key = if keys.is_empty() { "it has none".to_owned() } else { format!("that is {}", keys.join(", ")) };
            let message = format!("`{name}` is no key of `{}`; {key}", of_type.qualified_name());
            found.push(error(Part::Name, message));
        }
        found.extend(field.shape.and_then(|shape| of_shape(&member, field, shape)));
        found.extend(of_marks(&member, field));
        found
    }

    /// A member of an enumeration.
    #[must_use]
    pub fn enum_member(&self, of_type: Type<'_>, wire: &str) -> Vec<Finding> {
        let Some(member) = of_type.enum_member(wire) else {
            let near = of_type.near_enum_member(wire).map(|near| near.name());
            let name = of_type.qualified_name();
            return vec![error(Part::Name, format!("`{name}` has no member `{wire}`{}", asked_or_removed(near)))];
        };
        self.used(wire, member.deprecation(), |cloud| member.in_cloud(cloud))
    }

    fn used(
        &self,
        name: &str,
        deprecation: Option<Deprecation<'_>>,
        in_cloud: impl FnOnce(&str) -> Option<bool>,
    ) -> Vec<Finding> {
        let deprecated = deprecation.map(|note| warning(Part::Name, format!("`{name}` is {note}")));
        let absent = self.cloud.filter(|cloud| in_cloud(cloud) == Some(false));
        let absent = absent.map(|cloud| warning(Part::Name, format!("the cloud `{cloud}` has no `{name}`")));
        deprecated.into_iter().chain(absent).collect()
    }
}

/// `; did you mean …?`
fn asked(near: Option<&str>) -> impl fmt::Display {
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The same, or what else to do.
fn asked_or_removed(near: Option<&str>) -> impl fmt::Display {
    match near {
        Some(_) => asked(near).to_string(),
        None => "; remove it, or mark it `unchecked`".to_owned(),
    }
}

fn error(part: Part, message: String) -> Finding {
    Finding { level: Level::Error, part, message }
}

fn warning(part: Part, message: String) -> Finding {
    Finding { level: Level::Warning, part, message }
}

fn no_property(of_type: Type<'_>, wire: &str) -> Finding {
    let name = of_type.qualified_name();
    let derived = of_type.derived_member(wire).map(|member| member.owner().qualified_name());
    let hint = match derived {
        Some(derived) => format!("; `{derived}`, which derives from it, has: state that as `odata_type`"),
        None => asked_or_removed(of_type.near_member(wire).map(|near| near.name())).to_string(),
    };
    error(Part::Name, format!("`{name}` has no property `{wire}`{hint}"))
}

/// Whether the member is in the type's key, or in one of its alternate keys.
fn is_key(of_type: Type<'_>, member: &Member<'_>) -> bool {
    let is_alternate = |(_, property)| property == member.name();
    member.is_key() || of_type.alternate_keys().any(|key| key.parts().any(is_alternate))
}

fn of_shape(member: &Member<'_>, field: &Field<'_>, shape: Shape<'_>) -> Option<Finding> {
    let name = member.name();
    if shape.is_untyped() || matches!(member.value_type(), ValueType::Primitive(Primitive::Untyped)) {
        return None;
    }
    if shape.is_vec != member.is_collection() {
        let what = if member.is_collection() { ("a collection", "write") } else { ("one value", "write no") };
        let message = format!("`{name}` is {}, `{}`; {} `Vec<…>`", what.0, member.type_use(), what.1);
        return Some(error(Part::Type, message));
    }
    if !shape.fits(member.value_type()) {
        let wanted = member.value_type().primitive().and_then(Primitive::rust_type);
        let declared = member.value_type().declared().map(|of_type| match of_type.kind() {
            TypeKind::Enumeration => "an enum with `GraphEnum`",
            _ => "a struct with `GraphComplex`",
        });
        let wanted = wanted.map(|wanted| format!("; write `{wanted}`"));
        let wanted = wanted.or_else(|| declared.map(|declared| format!("; write {declared}"))).unwrap_or_default();
        return Some(error(Part::Type, format!("`{name}` is `{}`{wanted}", member.type_use())));
    }
    let may_be_null = member.is_nullable() && !(member.is_collection() || member.is_relationship());
    let is_stricter = may_be_null && !(shape.is_option || field.has(Mark::Key) || field.has(Mark::WriteOnly));
    if is_stricter {
        return Some(warning(Part::Type, format!("`{name}` may be null; write `Option<…>`")));
    }
    let is_never = may_be_null && field.has(Mark::NotNull);
    is_never.then(|| warning(Part::Name, format!("`{name}` may be null; remove `not_null`")))
}

fn of_marks(member: &Member<'_>, field: &Field<'_>) -> Option<Finding> {
    let name = member.name();
    // The key is in no patch anyway, and a relationship in no body.
    if field.has(Mark::ReadOnly) || field.has(Mark::Key) || field.has(Mark::Navigation) {
        return None;
    }
    if member.is_computed() || member.permission() == Some(Permission::Read) {
        return Some(warning(Part::Name, format!("the service makes `{name}`; mark it `read_only`")));
    }
    let is_fixed = member.is_immutable() && !field.has(Mark::CreateOnly);
    is_fixed.then(|| warning(Part::Name, format!("`{name}` never changes; mark it `create_only`")))
}

impl Shape<'_> {
    /// Whether it takes any JSON, or any object.
    fn is_untyped(self) -> bool {
        ["BTreeMap", "HashMap", "Map", "Value"].contains(&self.name)
    }

    /// Whether a type of this name can hold the values. A name that is not known can.
    fn fits(self, of_type: ValueType<'_>) -> bool {
        use Primitive::{
            Binary, Boolean, Byte, Date, DateTimeOffset, Decimal, Double, Duration, Guid, Int16, Int32, Int64, SByte,
            Single, String, TimeOfDay,
        };
        let fitting: &[Primitive] = match self.name {
            "bool" => &[Boolean],
            "u8" => &[Byte],
            "i8" => &[SByte],
            "i16" | "u16" => &[Int16, Byte, SByte],
            "i32" | "u32" => &[Int32, Int16, Byte, SByte],
            "i64" | "u64" => &[Int64, Int32, Int16, Byte, SByte],
            "f32" => &[Single],
            "f64" => &[Double, Single],
            "Decimal" => &[Decimal, Double, Single],
            "Date" => &[Date],
            "TimeOfDay" => &[TimeOfDay],
            // Without an offset, as some services write it.
            "DateTimeOffset" | "LocalDateTime" => &[DateTimeOffset, String],
            "Duration" => &[Duration],
            "Guid" => &[Guid, String],
            "Binary" => &[Binary],
            // These are strings on the wire.
            "String" => &[String, Guid, Date, TimeOfDay, DateTimeOffset, Duration, Binary],
            _ => return true,
        };
        match of_type {
            ValueType::Primitive(primitive) => fitting.contains(&primitive),
            ValueType::Declared(of_type) => match of_type.kind() {
                TypeKind::Enumeration => self.name == "String",
                TypeKind::Definition => of_type.underlying().is_some_and(|under| fitting.contains(&under)),
                _ => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Level, Mark, Part, Rules, Shape};
    use crate::v1_0;

    fn named(wire: &str) -> Field<'_> {
        Field { wire, marks: Vec::new(), shape: None }
    }

    fn shaped<'a>(wire: &'a str, is_option: bool, is_vec: bool, name: &'a str) -> Field<'a> {
        Field { shape: Some(Shape { is_option, is_vec, name }), ..named(wire) }
    }

    fn messages(of_type: &str, field: &Field<'_>) -> Vec<(Level, Part, String)> {
        let rules = Rules::new(v1_0());
        let found = rules.field(rules.type_named(of_type).unwrap(), field);
        found.into_iter().map(|finding| (finding.level, finding.part, finding.message)).collect()
    }

    #[test]
    fn what_the_metadata_says_too_is_no_finding() {
        let user = "microsoft.graph.user";
        for field in [
            shaped("displayName", true, false, "String"),
            shaped("businessPhones", false, true, "String"),
            shaped("createdDateTime", true, false, "DateTimeOffset"),
            shaped("createdDateTime", true, false, "MyOwnTime"),
            shaped("accountEnabled", true, false, "Value"),
            Field { marks: vec![Mark::Key], ..shaped("id", false, false, "String") },
            Field { marks: vec![Mark::Navigation], ..shaped("manager", true, false, "DirectoryObject") },
            Field { marks: vec![Mark::WriteOnly], ..shaped("passwordPolicies", false, false, "String") },
        ] {
            assert_eq!(messages(user, &field), [], "{field:?}");
        }
        // Part of an alternate key.
        let upn = Field { marks: vec![Mark::Key], ..shaped("userPrincipalName", false, false, "String") };
        assert_eq!(messages(user, &upn), []);
        // Any JSON.
        let text = shaped("text", true, true, "String");
        assert_eq!(messages("microsoft.graph.workbookRange", &text), []);
    }

    #[test]
    fn each_contradiction_is_found() {
        let user = "microsoft.graph.user";
        let error = |part, message: &str| vec![(Level::Error, part, message.to_owned())];
        let warning = |part, message: &str| vec![(Level::Warning, part, message.to_owned())];
        for (field, wanted) in [
            (
                named("somethingElse"),
                error(
                    Part::Name,
                    "`microsoft.graph.user` has no property `somethingElse`; remove it, or mark it `unchecked`",
                ),
            ),
            (
                named("dispalyName"),
                error(Part::Name, "`microsoft.graph.user` has no property `dispalyName`; did you mean `displayName`?"),
            ),
            (
                shaped("accountEnabled", true, false, "String"),
                error(Part::Type, "`accountEnabled` is `Edm.Boolean`; write `bool`"),
            ),
            (
                shaped("businessPhones", true, false, "String"),
                error(Part::Type, "`businessPhones` is a collection, `Collection(Edm.String)`; write `Vec<…>`"),
            ),
            (
                shaped("displayName", false, true, "String"),
                error(Part::Type, "`displayName` is one value, `Edm.String`; write no `Vec<…>`"),
            ),
            (
                shaped("passwordProfile", true, false, "String"),
                error(
                    Part::Type,
                    "`passwordProfile` is `microsoft.graph.passwordProfile`; write a struct with `GraphComplex`",
                ),
            ),
            (
                shaped("displayName", false, false, "String"),
                warning(Part::Type, "`displayName` may be null; write `Option<…>`"),
            ),
            (
                Field { marks: vec![Mark::NotNull], ..shaped("displayName", true, false, "String") },
                warning(Part::Name, "`displayName` may be null; remove `not_null`"),
            ),
            (named("manager"), error(Part::Name, "`manager` is a relationship; mark it `navigation`")),
            (
                Field { marks: vec![Mark::Navigation], ..named("displayName") },
                error(Part::Name, "`displayName` is no relationship; remove `navigation`"),
            ),
            (
                Field { marks: vec![Mark::Key], ..shaped("displayName", false, false, "String") },
                error(Part::Name, "`displayName` is no key of `microsoft.graph.user`; that is `id`"),
            ),
        ] {
            assert_eq!(messages(user, &field), wanted, "{field:?}");
        }
        assert_eq!(
            messages("microsoft.graph.directoryObject", &named("displayName"))[0].2.split("; ").next(),
            Some("`microsoft.graph.directoryObject` has no property `displayName`")
        );
    }

    #[test]
    fn types_paths_and_clouds_that_are_not_there_are_found() {
        let rules = Rules::new(v1_0());
        let message = |finding: super::Finding| finding.message;
        assert_eq!(
            rules.type_named("microsoft.graph.usr").map_err(message),
            Err("Graph has no type `microsoft.graph.usr`; did you mean `microsoft.graph.user`?".to_owned())
        );
        assert_eq!(
            rules.path("/user/<id>").map(|_| ()).map_err(message),
            Err("Graph has no `/user`; did you mean `users`?".to_owned())
        );
        assert_eq!(
            rules.path("/users").map(|_| ()).map_err(message),
            Err("`/users` leads to `Collection(microsoft.graph.user)`; add the key, as in `/users/<id>`".to_owned())
        );
        assert_eq!(
            rules.in_cloud("mars").map(|_| ()).map_err(message),
            Err("there is no cloud `mars`; expected one of `china`, `usgov`, `usgovdod`".to_owned())
        );
        let [user, group] = ["user", "group"].map(|name| rules.type_named(&format!("microsoft.graph.{name}")).unwrap());
        let users = rules.path("/users/<id>").unwrap();
        assert_eq!(rules.place(user, &users, "/users/<id>"), None);
        assert_eq!(
            rules.place(group, &users, "/users/<id>").map(message),
            Some(
                "`/users/<id>` leads to `microsoft.graph.user`, and `microsoft.graph.group` does not derive from it"
                    .to_owned()
            )
        );
        assert_eq!(
            rules.kind(user, true).map(message),
            Some("`microsoft.graph.user` is no enumeration; declare it by another derive".to_owned())
        );
    }
}
