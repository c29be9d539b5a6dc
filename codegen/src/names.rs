//! Rust names of Graph's names.

use std::collections::{BTreeMap, BTreeSet};

use graph_resource_schema::{Index, QualifiedName, Type, TypeKind};

/// `lastModifiedDateTime` → `last_modified_date_time`.
pub(crate) fn snake(wire: &str) -> String {
    let letters: Vec<char> = wire.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect();
    let mut name = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied().unwrap_or('_');
        let after = letters.get(at + 1).copied().unwrap_or('_');
        let begins = letter.is_uppercase() && (before.is_lowercase() || before.is_numeric())
            || letter.is_uppercase() && before.is_uppercase() && after.is_lowercase();
        if begins {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    let name = name.trim_matches('_');
    if name.is_empty() { "unnamed".to_owned() } else { name.to_owned() }
}

/// `callRecord` → `CallRecord`, `v10_0` → `V100`.
pub(crate) fn pascal(wire: &str) -> String {
    let words = wire.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.map(with_capital).collect();
    if name.starts_with(|first: char| first.is_alphabetic()) { name } else { format!("N{name}") }
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether the letter may stand in a name.
pub(crate) fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The names in a text of Rust, and its numbers.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_of_name(letter))
}

/// The wire name that the derive makes of a field, by the type's `rename_all`.
pub(crate) fn wire_of_field(field: &str, rename_all: Option<&str>) -> String {
    let words = field.strip_prefix("r#").unwrap_or(field).split('_').filter(|word| !word.is_empty());
    joined(words, rename_all)
}

/// The wire name that the derive makes of a variant: a word begins with each capital.
pub(crate) fn wire_of_variant(variant: &str, rename_all: Option<&str>) -> String {
    let variant = variant.strip_prefix("r#").unwrap_or(variant);
    let starts = variant.char_indices().filter(|&(at, letter)| at == 0 || letter.is_uppercase()).map(|(at, _)| at);
    let starts: Vec<_> = starts.chain([variant.len()]).collect();
    joined(starts.windows(2).filter_map(|bounds| variant.get(bounds[0]..bounds[1])), rename_all)
}

fn joined<'w>(words: impl Iterator<Item = &'w str>, rename_all: Option<&str>) -> String {
    let words = words.enumerate().map(|(number, word)| match rename_all {
        Some("PascalCase") => with_capital(word),
        Some("snake_case" | "kebab-case" | "lowercase") => word.to_lowercase(),
        Some("SCREAMING_SNAKE_CASE" | "UPPERCASE") => word.to_uppercase(),
        _ if number == 0 => with_small_letter(word),
        _ => with_capital(word),
    });
    let between = match rename_all {
        Some("snake_case" | "SCREAMING_SNAKE_CASE") => "_",
        Some("kebab-case") => "-",
        _ => "",
    };
    words.collect::<Vec<_>>().join(between)
}

fn with_small_letter(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Words that cannot name a field without `r#`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The field of a property.
pub(crate) fn field(wire: &str) -> String {
    let name = snake(wire);
    // The first three cannot be raw; of the last, the patch has a function.
    if ["self", "super", "crate", "new"].contains(&&*name) {
        format!("{name}_")
    } else if KEYWORDS.contains(&&*name) {
        format!("r#{name}")
    } else if name.starts_with(|first: char| first.is_numeric()) {
        format!("_{name}")
    } else {
        name
    }
}

/// The module of a namespace; none for `microsoft.graph` itself, whose types stand in the module around the others.
pub(crate) fn module(namespace: &str) -> Option<String> {
    let own = namespace.strip_prefix("microsoft.graph").unwrap_or(namespace);
    let own = own.trim_start_matches('.');
    if own.is_empty() { None } else { Some(own.split('.').map(snake).collect::<Vec<_>>().join("_")) }
}

/// Names that a file already has, by the prelude or by what is imported.
const TAKEN: &[&str] = &[
    "Binary",
    "Box",
    "Clone",
    "Date",
    "DateTimeOffset",
    "Debug",
    "Decimal",
    "Default",
    "Duration",
    "Err",
    "FlagSet",
    "GraphComplex",
    "GraphEnum",
    "GraphResource",
    "GraphUnion",
    "Guid",
    "Json",
    "Map",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Some",
    "String",
    "TimeOfDay",
    "Value",
    "Vec",
];

/// What the derives make beside a type.
const BESIDE: &[&str] = &["Partial", "Patch", "Props"];

/// The Rust names of all types of an index: they don't depend on what is asked for.
pub(crate) struct Names<'i> {
    types: BTreeMap<QualifiedName<'i>, String>,
    unions: BTreeMap<QualifiedName<'i>, String>,
}

impl<'i> Names<'i> {
    pub(crate) fn of(index: &'i Index<'i>) -> Self {
        let mut taken: BTreeSet<(Option<String>, String)> = BTreeSet::new();
        let mut claim = |of_type: Type<'_>, name: String, beside: &[&str]| {
            let module = module(of_type.namespace());
            let is_free = |taken: &BTreeSet<(Option<String>, String)>, name: &str| {
                let names = beside.iter().map(|end| format!("{name}{end}")).chain([name.to_owned()]);
                !TAKEN.contains(&name) && names.into_iter().all(|name| !taken.contains(&(module.clone(), name)))
            };
            let mut chosen = name.clone();
            let mut number = 2;
            while !is_free(&taken, &chosen) {
                chosen = if number == 2 { format!("{name}Type") } else { format!("{name}Type{number}") };
                number += 1;
            }
            let names = beside.iter().map(|end| format!("{chosen}{end}")).chain([chosen.clone()]);
            taken.extend(names.map(|name| (module.clone(), name)));
            chosen
        };
        let beside = |of_type: Type<'_>| if of_type.kind() == TypeKind::Enumeration { &[] } else { BESIDE };
        let types =
            index.types().map(|one| (one.qualified_name(), claim(one, pascal(one.name()), beside(one)))).collect();
        let with_derived = index.types().filter(|one| one.is_structured() && one.derived().next().is_some());
        let unions = with_derived
            .map(|one| (one.qualified_name(), claim(one, format!("Any{}", pascal(one.name())), BESIDE)))
            .collect();
        Self { types, unions }
    }

    pub(crate) fn of_type(&self, of_type: Type<'i>) -> &str {
        self.types.get(&of_type.qualified_name()).map_or("", |name| name)
    }

    /// The union of a type and of those that derive from it.
    pub(crate) fn of_union(&self, base: Type<'i>) -> Option<&str> {
        self.unions.get(&base.qualified_name()).map(|name| &**name)
    }
}

#[cfg(test)]
mod tests {
    use super::{field, module, pascal, snake, wire_of_field, wire_of_variant};

    #[test]
    fn names_are_those_that_a_person_would_write() {
        for (wire, name) in [
            ("id", "id"),
            ("displayName", "display_name"),
            ("lastModifiedDateTime", "last_modified_date_time"),
            ("organizer_v2", "organizer_v2"),
            ("hasMFA", "has_mfa"),
            ("iOSVersion", "i_os_version"),
            ("URLPath", "url_path"),
            ("type", "r#type"),
            ("self", "self_"),
            ("365Days", "_365_days"),
            ("new", "new_"),
            ("request-id", "request_id"),
        ] {
            assert_eq!(field(wire), name, "{wire}");
        }
        assert_eq!(snake("callRecord"), "call_record");
        for (wire, name) in [("groupCall", "GroupCall"), ("v10_0", "V100"), ("_2G", "N2G"), ("h264", "H264")] {
            assert_eq!(pascal(wire), name, "{wire}");
        }
    }

    #[test]
    fn the_derive_makes_wire_names_of_names() {
        assert_eq!(wire_of_field("join_web_url", None), "joinWebUrl");
        assert_eq!(wire_of_field("r#type", None), "type");
        assert_eq!(wire_of_field("self_", None), "self");
        assert_eq!(wire_of_field("has_mfa", None), "hasMfa");
        assert_eq!(wire_of_variant("GroupCall", None), "groupCall");
        assert_eq!(wire_of_variant("r#try", None), "try");
        for (rule, field, variant) in [
            ("camelCase", "joinWebUrl", "iOSDevice"),
            ("PascalCase", "JoinWebUrl", "IOSDevice"),
            ("snake_case", "join_web_url", "i_o_s_device"),
            ("SCREAMING_SNAKE_CASE", "JOIN_WEB_URL", "I_O_S_DEVICE"),
            ("kebab-case", "join-web-url", "i-o-s-device"),
            ("lowercase", "joinweburl", "iosdevice"),
            ("UPPERCASE", "JOINWEBURL", "IOSDEVICE"),
        ] {
            assert_eq!(wire_of_field("join_web_url", Some(rule)), field);
            assert_eq!(wire_of_variant("IOSDevice", Some(rule)), variant);
        }
    }

    #[test]
    fn namespaces_are_modules() {
        assert_eq!(module("microsoft.graph"), None);
        assert_eq!(module("microsoft.graph.callRecords").as_deref(), Some("call_records"));
        assert_eq!(module("microsoft.graph.partners.billing").as_deref(), Some("partners_billing"));
    }
}
