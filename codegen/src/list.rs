//! Types and paths with a word in their names.

use graph_resource_schema::{Index, TypeKind};

use crate::paths::Paths;

/// A line for each type and each operation whose name has this word in it, in any case: what it is, and where it is
/// served.
#[must_use]
pub fn list(index: &Index<'_>, word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let has = |name: &str| name.to_lowercase().contains(&word);
    let paths = Paths::of(index);
    let mut lines = Vec::new();
    for of_type in index.types().filter(|one| has(&one.qualified_name().to_string())) {
        let kind = match of_type.kind() {
            TypeKind::Entity => "entity",
            TypeKind::Complex => "complex",
            TypeKind::Enumeration => "enumeration",
            TypeKind::Definition => "definition",
        };
        let path = Some(of_type).filter(|one| one.kind() == TypeKind::Entity).and_then(|one| paths.to(one));
        let path = path.map_or(String::new(), |path| format!("  {}", path.template));
        let note = of_type.deprecation().map_or(String::new(), |note| format!("  ({note})"));
        lines.push(format!("{kind:<11}  {}{path}{note}", of_type.qualified_name()));
    }
    for operation in index.operations().filter(|one| has(one.name())) {
        let kind = if operation.is_action() { "action" } else { "function" };
        let on = operation.binding().map_or(String::new(), |binding| format!("  on {binding}"));
        lines.push(format!("{kind:<11}  {}{on}", operation.qualified_name()));
    }
    lines
}
