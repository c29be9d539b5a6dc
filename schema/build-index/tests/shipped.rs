//! The index that ships, against the file that it was built from, where a folder `shared` beside the checkout holds it.

use std::path::Path;

use graph_resource_schema::{Member, Type, v1_0};
use graph_resource_schema_build::{Source, build};
use roxmltree::{Document, Node};

/// The CSDL file; the test says what it does without.
fn csdl() -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/schema/graph-v1.0.csdl.xml");
    let text = std::fs::read_to_string(file).ok();
    if text.is_none() {
        let text = "the index was not compared with its source: there is no folder `shared` with a schema\n";
        let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
    }
    text
}

#[test]
fn building_it_anew_gives_the_same_bytes() {
    let Some(csdl) = csdl() else { return };
    let date = v1_0().date().unwrap();
    let built = build(&Source { csdl: &csdl, version: v1_0().version(), date, clouds: Vec::new() }).unwrap();
    let shipped = include_bytes!("../../graph-v1.0.index");
    assert!(built.index == shipped, "build the index anew, as the README says");
    assert_eq!(built.unplaced, [""; 0]);
}

/// A name of the file, as OData writes it, with its namespace written out.
fn qualified(node: Node<'_, '_>, name: &str) -> String {
    let (open, inner) = name.strip_prefix("Collection(").map_or(("", name), |inner| ("Collection(", inner));
    let (space, short) = inner.rsplit_once('.').unwrap();
    let by_alias = schemas(node.document()).find(|schema| schema.attribute("Alias") == Some(space));
    let namespace = by_alias.and_then(|schema| schema.attribute("Namespace")).unwrap_or(space);
    format!("{open}{namespace}.{short}")
}

fn schemas<'a, 'i>(document: &'a Document<'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let services = children(document.root_element(), &["DataServices"]);
    services.flat_map(|services| children(services, &["Schema"]))
}

fn children<'a, 'i>(node: Node<'a, 'i>, tags: &'static [&str]) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(|child| tags.contains(&child.tag_name().name()))
}

fn compare_member(member: &Member<'_>, node: Node<'_, '_>) {
    let is = |attribute: &str, by_default: bool| node.attribute(attribute).map_or(by_default, |value| value == "true");
    assert_eq!(node.attribute("Name"), Some(member.name()));
    assert_eq!(qualified(node, node.attribute("Type").unwrap()), member.type_use().to_string(), "{member:?}");
    assert_eq!(is("Nullable", true), member.is_nullable(), "{member:?}");
    assert_eq!(node.has_attribute("Nullable"), member.states_nullability(), "{member:?}");
    assert_eq!(node.tag_name().name() == "NavigationProperty", member.is_relationship(), "{member:?}");
    assert_eq!(is("ContainsTarget", false), member.is_contained(), "{member:?}");
}

fn compare_type(of_type: Type<'_>, node: Node<'_, '_>) {
    let base = of_type.base().map(|base| base.qualified_name().to_string());
    assert_eq!(node.attribute("BaseType").map(|base| qualified(node, base)), base, "{of_type:?}");
    assert_eq!(node.attribute("Abstract") == Some("true"), of_type.is_abstract(), "{of_type:?}");
    let members: Vec<_> = children(node, &["Property", "NavigationProperty"]).collect();
    assert_eq!(members.len(), of_type.own_members().count(), "{of_type:?}");
    of_type.own_members().zip(members).for_each(|(member, node)| compare_member(&member, node));
    let values = children(node, &["Member"])
        .map(|node| (node.attribute("Name").unwrap(), node.attribute("Value").unwrap().parse().unwrap()));
    assert!(of_type.enum_members().map(|member| (member.name(), member.value())).eq(values), "{of_type:?}");
}

#[test]
fn every_type_is_as_the_file_declares_it() {
    let Some(csdl) = csdl() else { return };
    let document = Document::parse(csdl.trim_start_matches('\u{feff}')).unwrap();
    let mut count = 0;
    for schema in schemas(&document) {
        let namespace = schema.attribute("Namespace").unwrap();
        for node in children(schema, &["EntityType", "ComplexType", "EnumType"]) {
            let name = format!("{namespace}.{}", node.attribute("Name").unwrap());
            compare_type(v1_0().find_type(&name).unwrap_or_else(|| panic!("{name}")), node);
            count += 1;
        }
    }
    assert_eq!(count, v1_0().types().count());
    let tagged = |term: &str| document.descendants().filter(|node| node.attribute("Term") == Some(term)).count();
    let members = || v1_0().types().flat_map(|of_type| of_type.own_members());
    assert_eq!(members().filter(Member::is_computed).count(), tagged("Org.OData.Core.V1.Computed"));
    assert_eq!(members().filter(Member::is_immutable).count(), tagged("Org.OData.Core.V1.Immutable"));
    assert_eq!(members().filter(|one| one.permission().is_some()).count(), tagged("Org.OData.Core.V1.Permissions"));
    let deprecated = v1_0().types().filter(|one| one.deprecation().is_some()).count()
        + members().filter(|one| one.deprecation().is_some()).count()
        + v1_0().operations().filter(|one| one.deprecation().is_some()).count();
    assert_eq!(deprecated, tagged("Org.OData.Core.V1.Revisions"));
}
