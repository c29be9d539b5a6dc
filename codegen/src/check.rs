//! The structs of a crate against an index: what is wrong by the metadata, and what has changed in it.

use std::fmt;
use std::path::{Path, PathBuf};

use graph_resource_schema::{Field, Index, Mark, Part, Rules, Type};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::attributes::{Options, derives};
use crate::error::AddError;
use crate::names::{self, Names};
use crate::plan::keys_of;
use crate::source::parse;

/// The options of a field that the rules know.
const MARKS: [(&str, Mark); 5] = [
    ("navigation", Mark::Navigation),
    ("read_only", Mark::ReadOnly),
    ("create_only", Mark::CreateOnly),
    ("write_only", Mark::WriteOnly),
    ("not_null", Mark::NotNull),
];

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
/// A type is known by its `odata_type`, by its path, by the line of documentation that `add` writes, or by its name in the
/// module of its namespace; others are passed over. Paths marked `unchecked`, and fields marked `unchecked`, `skip`,
/// `etag`, `annotation` or `additional`, are too.
///
/// # Errors
/// If the text is no Rust.
pub fn check(index: &Index<'_>, file: &Path, text: &str) -> Result<Vec<Finding>, AddError> {
    let source = parse(text).map_err(|error| AddError::Source { file: file.to_owned(), error })?;
    let mut check = Check { index, rules: Rules::new(index), names: Names::of(index), file, findings: Vec::new() };
    let is_inside = file.file_stem().is_some_and(|stem| stem == "mod");
    let module = if is_inside { file.parent().and_then(Path::file_name) } else { file.file_stem() };
    let module = module.map(|name| name.to_string_lossy().into_owned());
    check.items(&source.items, module.as_deref());
    Ok(check.findings)
}

struct Check<'i> {
    index: &'i Index<'i>,
    rules: Rules<'i>,
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
        let mut places = Vec::new();
        for route in options.paths.iter().filter(|route| !route.is_unchecked) {
            match self.rules.path(&route.path) {
                Ok(place) => places.push((route, place)),
                Err(finding) => self.place(finding, &route.span, &route.span),
            }
        }
        if let Some((name, span)) = &options.odata_type {
            let of_type = self.named(name, span)?;
            for (route, place) in &places {
                if let Some(finding) = self.rules.place(of_type, place, &route.path) {
                    self.place(finding, &route.span, &route.span);
                }
            }
            return Some(of_type);
        }
        let name = ident.to_string();
        let found = places.iter().find_map(|(_, place)| place.declared());
        found.or_else(|| self.index.find_type(options.documented.as_deref()?)).or_else(|| {
            let is_it = |one: &Type<'i>| {
                let own = names::module(one.namespace());
                let is_here = own.as_deref() == module || own.is_none() && module == Some("graph");
                is_here && (self.names.of_type(*one) == name || self.names.of_union(*one) == Some(&name))
            };
            self.index.types().find(is_it)
        })
    }

    fn named(&mut self, name: &str, span: &impl Spanned) -> Option<Type<'i>> {
        self.rules.type_named(name).map_err(|finding| self.place(finding, span, span)).ok()
    }

    /// Notes what a rule found: at the name, or at the type.
    fn place(&mut self, finding: graph_resource_schema::Finding, name: &impl Spanned, of_type: &impl Spanned) {
        let level = match finding.level {
            graph_resource_schema::Level::Error => Level::Error,
            graph_resource_schema::Level::Warning => Level::Warning,
        };
        match finding.part {
            Part::Name => self.tell(name, level, finding.message),
            Part::Type => self.tell(of_type, level, finding.message),
        }
    }

    fn structure(&mut self, item: &syn::ItemStruct, module: Option<&str>) {
        let container = Options::of(&item.attrs);
        let Some(of_type) = self.type_of(&item.ident, &container, module) else { return };
        if let Some(finding) = self.rules.kind(of_type, false) {
            return self.place(finding, &item.ident, &item.ident);
        }
        let rename_all = container.rename_all.as_deref();
        let keys: Vec<_> = container.paths.iter().flat_map(|route| keys_of(&route.path)).collect();
        for finding in self.rules.of_type(of_type) {
            self.place(finding, &item.ident, &item.ident);
        }
        let mut there = Vec::new();
        for field in &item.fields {
            let Some(ident) = &field.ident else { continue };
            let options = Options::of(&field.attrs);
            if options.is_apart {
                continue;
            }
            let wire = options.wire_of_field(ident, rename_all);
            let shape = Shape::of(&field.ty);
            let is_foreign = options.has("with") || options.has("opaque");
            let is_key = keys.iter().any(|key| ident.unraw() == key);
            let marks = MARKS.into_iter().filter(|(name, _)| options.has(name)).map(|(_, mark)| mark);
            let declared = Field {
                wire: &wire,
                marks: marks.chain(is_key.then_some(Mark::Key)).collect(),
                shape: (!is_foreign).then(|| shape.seen()),
            };
            for finding in self.rules.field(of_type, &declared) {
                self.place(finding, ident, &field.ty);
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

    fn enumeration(&mut self, item: &syn::ItemEnum, module: Option<&str>) {
        let container = Options::of(&item.attrs);
        let rename_all = container.rename_all.as_deref();
        let Some(of_type) = self.type_of(&item.ident, &container, module) else { return };
        if let Some(finding) = self.rules.kind(of_type, true) {
            return self.place(finding, &item.ident, &item.ident);
        }
        for finding in self.rules.of_type(of_type) {
            self.place(finding, &item.ident, &item.ident);
        }
        let mut there = Vec::new();
        for variant in &item.variants {
            let options = Options::of(&variant.attrs);
            if options.is_apart {
                continue;
            }
            let wire = options.wire_of_variant(&variant.ident, rename_all);
            for finding in self.rules.enum_member(of_type, &wire) {
                self.place(finding, &variant.ident, &variant.ident);
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
            if options.is_apart {
                continue;
            }
            let Some((name, span)) = &options.odata_type else {
                if let Some(finding) = base.and_then(|base| self.rules.base(base)) {
                    self.place(finding, &variant.ident, &variant.ident);
                }
                continue;
            };
            let Some(of_type) = self.named(name, span) else { continue };
            if let Some(finding) = base.and_then(|base| self.rules.variant(of_type, base)) {
                self.place(finding, span, span);
            }
        }
    }
}

/// The type of a field, as far as its spelling tells.
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

    fn seen(&self) -> graph_resource_schema::Shape<'_> {
        graph_resource_schema::Shape { is_option: self.is_option, is_vec: self.is_vec, name: &self.name }
    }
}
