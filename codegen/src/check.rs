//! The structs of a crate against an index: what is wrong by the metadata, and what has changed in it.

use std::fmt;
use std::path::{Path, PathBuf};

use graph_resource_schema::{Index, Member, Permission, Primitive, Type, TypeKind, ValueType};
use syn::spanned::Spanned;

use crate::attributes::{Options, derives};
use crate::error::AddError;
use crate::names::{self, Names};
use crate::plan::keys_of;

/// Something that the metadata says otherwise.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// Whether it cannot work, or only may not.
    pub level: Level,
    /// What it is, in words.
    pub message: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// It cannot work: Graph has no such thing.
    Error,
    /// It may not work, or not for ever.
    Warning,
    /// Something of the metadata that the source does not have.
    New,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::New => "new",
        };
        write!(f, "{}:{}:{}: {level}: {}", self.file.display(), self.line, self.column, self.message)
    }
}

/// Compares a source file with the metadata.
///
/// A type is known by its `odata_type`, by its path, or by its name in the module of its namespace, as `add` writes it;
/// others are passed over. Fields marked `unchecked`, `skip`, `etag`, `annotation` or `additional` are too.
///
/// # Errors
/// If the text is no Rust.
pub fn check(index: &Index<'_>, file: &Path, text: &str) -> Result<Vec<Finding>, AddError> {
    let source = syn::parse_file(text).map_err(|error| AddError::Source { file: file.to_owned(), error })?;
    let mut check = Check { index, names: Names::of(index), file, findings: Vec::new() };
    let module = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    check.items(&source.items, module.as_deref());
    Ok(check.findings)
}

struct Check<'i> {
    index: &'i Index<'i>,
    names: Names<'i>,
    file: &'i Path,
    findings: Vec<Finding>,
}

impl<'i> Check<'i> {
    fn tell(&mut self, at: &impl Spanned, level: Level, message: String) {
        let start = at.span().start();
        let file = self.file.to_owned();
        self.findings.push(Finding { file, line: start.line, column: start.column + 1, level, message });
    }

    fn items(&mut self, items: &[syn::Item], module: Option<&str>) {
        for item in items {
            match item {
                syn::Item::Struct(item) if derives(&item.attrs).is_some() => self.structure(item, module),
                syn::Item::Enum(item) => match derives(&item.attrs).as_deref() {
                    Some("GraphEnum") => self.enumeration(item, module),
                    Some(_) => self.union(item, module),
                    None => {}
                },
                syn::Item::Mod(item) => {
                    let name = item.ident.to_string();
                    self.items(item.content.as_ref().map_or(&[], |(_, items)| items), Some(&name));
                }
                _ => {}
            }
        }
    }

    /// The type of the metadata that an item is.
    fn type_of(&mut self, ident: &syn::Ident, options: &Options, module: Option<&str>) -> Option<Type<'i>> {
        let mut found = None;
        for (path, span) in &options.paths {
            match self.index.walk(path) {
                Ok(place) => found = found.or(place.declared()),
                Err(error) => {
                    let message = format!("`{path}`: {error}");
                    self.tell(span, Level::Error, message);
                }
            }
        }
        if let Some((name, span)) = &options.odata_type {
            return self.named(name, span);
        }
        let name = ident.to_string();
        found.or_else(|| {
            let is_it = |one: &Type<'i>| {
                let own = names::module(one.namespace());
                let is_here = own.as_deref() == module || own.is_none() && matches!(module, Some("graph" | "mod"));
                is_here && (self.names.of_type(*one) == name || self.names.of_union(*one) == Some(&name))
            };
            self.index.types().find(is_it)
        })
    }

    fn named(&mut self, name: &str, span: &impl Spanned) -> Option<Type<'i>> {
        let found = self.index.find_type(name);
        if found.is_none() {
            let near = self.index.near_type(name).map(|near| near.qualified_name().to_string());
            self.tell(span, Level::Error, format!("Graph has no type `{name}`{}", asked(near.as_deref())));
        }
        found
    }

    fn structure(&mut self, item: &syn::ItemStruct, module: Option<&str>) {
        let container = Options::of(&item.attrs);
        let found = self.type_of(&item.ident, &container, module).filter(Type::is_structured);
        let Some(of_type) = found else { return };
        let keys: Vec<_> = container.paths.iter().flat_map(|(path, _)| keys_of(path)).collect();
        self.deprecated(&item.ident, &of_type.qualified_name().to_string(), of_type.deprecation());
        let mut there = Vec::new();
        for field in &item.fields {
            let Some(ident) = &field.ident else { continue };
            let options = Options::of(&field.attrs);
            if options.is_apart {
                continue;
            }
            let wire = options.rename.clone().unwrap_or_else(|| names::wire_of_field(&ident.to_string()));
            match of_type.member(&wire) {
                Some(member) => self.field(field, member, &options, keys.contains(&&*names::snake(&wire))),
                None => {
                    let near = of_type.near_member(&wire).map(|near| near.name());
                    let name = of_type.qualified_name();
                    let derived = of_type.derived_member(&wire).map(|member| member.owner().qualified_name());
                    let hint = derived.map_or_else(
                        || asked(near),
                        |derived| format!("; `{derived}`, which derives from it, has: state it as `odata_type`"),
                    );
                    self.tell(ident, Level::Error, format!("`{name}` has no property `{wire}`{hint}"));
                }
            }
            there.push(wire);
        }
        let new = of_type.members().filter(|member| !member.is_relationship()).map(|member| member.name());
        self.new_names(&item.ident, of_type, new.filter(|name| !there.iter().any(|wire| wire == name)));
    }

    fn new_names<'n>(&mut self, at: &syn::Ident, of_type: Type<'_>, names: impl Iterator<Item = &'n str>) {
        let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
        if !names.is_empty() {
            let message = format!("`{}` also has {}", of_type.qualified_name(), names.join(", "));
            self.tell(at, Level::New, message);
        }
    }

    fn deprecated(&mut self, at: &syn::Ident, name: &str, note: Option<graph_resource_schema::Deprecation<'_>>) {
        if let Some(note) = note {
            self.tell(at, Level::Warning, format!("`{name}` is {note}"));
        }
    }

    fn field(&mut self, field: &syn::Field, member: Member<'i>, options: &Options, is_key: bool) {
        let Some(ident) = &field.ident else { return };
        let name = member.name();
        self.deprecated(ident, name, member.deprecation());
        match (member.is_relationship(), options.has("navigation")) {
            (true, false) => {
                self.tell(ident, Level::Error, format!("`{name}` is a relationship; mark it `navigation`"));
            }
            (false, true) => {
                self.tell(ident, Level::Error, format!("`{name}` is no relationship; remove `navigation`"));
            }
            _ => {}
        }
        let shape = Shape::of(&field.ty);
        if options.has("with") || options.has("opaque") || shape.is_dictionary() {
            return;
        }
        if shape.is_vec != member.is_collection() {
            let what = if member.is_collection() { "a collection" } else { "one value" };
            self.tell(&field.ty, Level::Error, format!("`{name}` is {what}, `{}`", member.type_use()));
        } else if !shape.fits(member.value_type()) {
            self.tell(&field.ty, Level::Error, format!("`{name}` is `{}`", member.type_use()));
        } else if !(shape.is_option || is_key || member.is_collection() || member.is_relationship())
            && member.is_nullable()
        {
            self.tell(&field.ty, Level::Warning, format!("`{name}` may be null; write `Option<…>`"));
        } else if options.has("not_null") && member.is_nullable() {
            self.tell(ident, Level::Warning, format!("`{name}` may be null; remove `not_null`"));
        }
        let is_read_only = options.has("read_only");
        if (member.is_computed() || member.permission() == Some(Permission::Read)) && !is_read_only {
            self.tell(ident, Level::Warning, format!("the service makes `{name}`; mark it `read_only`"));
        } else if member.is_immutable() && !is_read_only && !options.has("create_only") {
            self.tell(ident, Level::Warning, format!("`{name}` never changes; mark it `create_only`"));
        }
    }

    fn enumeration(&mut self, item: &syn::ItemEnum, module: Option<&str>) {
        let options = Options::of(&item.attrs);
        let found = self.type_of(&item.ident, &options, module);
        let Some(of_type) = found.filter(|one| one.kind() == TypeKind::Enumeration) else { return };
        self.deprecated(&item.ident, &of_type.qualified_name().to_string(), of_type.deprecation());
        let mut there = Vec::new();
        for variant in &item.variants {
            let options = Options::of(&variant.attrs);
            if options.is_apart {
                continue;
            }
            let wire = options.rename.unwrap_or_else(|| names::wire_of_variant(&variant.ident.to_string()));
            match of_type.enum_member(&wire) {
                Some(member) => self.deprecated(&variant.ident, &wire, member.deprecation()),
                None => {
                    let near = of_type.near_enum_member(&wire).map(|near| near.name());
                    let name = of_type.qualified_name();
                    self.tell(&variant.ident, Level::Error, format!("`{name}` has no member `{wire}`{}", asked(near)));
                }
            }
            there.push(wire);
        }
        let new = of_type.enum_members().map(|member| member.name()).filter(|name| *name != "unknownFutureValue");
        self.new_names(&item.ident, of_type, new.filter(|name| !there.iter().any(|wire| wire == name)));
    }

    fn union(&mut self, item: &syn::ItemEnum, module: Option<&str>) {
        let base = self.type_of(&item.ident, &Options::of(&item.attrs), module);
        for variant in &item.variants {
            let options = Options::of(&variant.attrs);
            let Some((name, span)) = &options.odata_type else { continue };
            let Some(of_type) = self.named(name, span) else { continue };
            if let Some(base) = base.filter(|base| !of_type.is_a(*base)) {
                let message = format!("`{name}` does not derive from `{}`", base.qualified_name());
                self.tell(span, Level::Error, message);
            }
        }
    }
}

/// `; did you mean …?`
fn asked(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// What the spelling of a type says.
struct Shape {
    is_option: bool,
    is_vec: bool,
    /// The last name of what is left.
    name: String,
}

impl Shape {
    fn of(mut of_type: &syn::Type) -> Self {
        let mut shape = Self { is_option: false, is_vec: false, name: String::new() };
        while let syn::Type::Path(path) = of_type {
            let Some(last) = path.path.segments.last() else { break };
            shape.name = last.ident.to_string();
            let inner = match &last.arguments {
                syn::PathArguments::AngleBracketed(arguments) => arguments.args.first(),
                _ => None,
            };
            match (&*shape.name, inner) {
                ("Option", Some(syn::GenericArgument::Type(inner))) => (shape.is_option, of_type) = (true, inner),
                ("Vec", Some(syn::GenericArgument::Type(inner))) => (shape.is_vec, of_type) = (true, inner),
                ("Box", Some(syn::GenericArgument::Type(inner))) => of_type = inner,
                _ => break,
            }
        }
        shape
    }

    fn is_dictionary(&self) -> bool {
        ["BTreeMap", "HashMap", "Map", "Value"].contains(&&*self.name)
    }

    /// Whether the name can be of the type; one that is not known can.
    fn fits(&self, of_type: ValueType<'_>) -> bool {
        let fitting: &[Primitive] = match &*self.name {
            "bool" => &[Primitive::Boolean],
            "u8" => &[Primitive::Byte],
            "i8" => &[Primitive::SByte],
            "i16" => &[Primitive::Int16, Primitive::Byte, Primitive::SByte],
            "i32" | "u32" | "u16" => &[Primitive::Int32, Primitive::Int16, Primitive::Byte, Primitive::SByte],
            "i64" | "u64" => &[Primitive::Int64, Primitive::Int32, Primitive::Int16, Primitive::Byte, Primitive::SByte],
            "f32" => &[Primitive::Single],
            "f64" => &[Primitive::Double, Primitive::Single],
            "Decimal" => &[Primitive::Decimal, Primitive::Double, Primitive::Single],
            "Date" => &[Primitive::Date],
            "TimeOfDay" => &[Primitive::TimeOfDay],
            "DateTimeOffset" => &[Primitive::DateTimeOffset],
            "Duration" => &[Primitive::Duration],
            "Guid" => &[Primitive::Guid, Primitive::String],
            "Binary" => &[Primitive::Binary],
            // These are strings on the wire.
            "String" => {
                return match of_type {
                    ValueType::Declared(of_type) => of_type.kind() == TypeKind::Enumeration,
                    ValueType::Primitive(primitive) => matches!(
                        primitive,
                        Primitive::String
                            | Primitive::Guid
                            | Primitive::Date
                            | Primitive::TimeOfDay
                            | Primitive::DateTimeOffset
                            | Primitive::Duration
                            | Primitive::Binary
                    ),
                };
            }
            _ => return true,
        };
        match of_type {
            ValueType::Primitive(Primitive::Untyped) => true,
            ValueType::Primitive(primitive) => fitting.contains(&primitive),
            ValueType::Declared(of_type) => of_type
                .underlying()
                .is_some_and(|under| of_type.kind() == TypeKind::Definition && fitting.contains(&under)),
        }
    }
}
