//! Types and paths with a word in their names.

use graph_resource_schema::{Index, TypeKind};

use crate::paths::Paths;

/// A line for each type and each operation with this word in its name or its path, in any case: what it is, and where it
/// is served.
///
/// ```
/// let lines = cargo_graph_resource::list(graph_resource_schema::v1_0(), "callrecords/<id>");
/// assert_eq!(lines, ["entity       microsoft.graph.callRecords.callRecord  /communications/callRecords/<id>"]);
/// ```
#[must_use]
pub fn list(index: &Index<'_>, word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let has = |name: &str| name.to_lowercase().contains(&word);
    let paths = Paths::of(index);
    let mut lines = Vec::new();
    for of_type in index.types() {
        let kind = match of_type.kind() {
            TypeKind::Entity => "entity",
            TypeKind::Complex => "complex",
            TypeKind::Enumeration => "enumeration",
            TypeKind::Definition => "definition",
        };
        let path = Some(of_type).filter(|one| one.kind() == TypeKind::Entity).and_then(|one| paths.to(one));
        let path = path.map_or(String::new(), |path| format!("  {}", path.template));
        if !has(&path) && !has(&of_type.qualified_name().to_string()) {
            continue;
        }
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
