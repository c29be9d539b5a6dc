//! Graph's own metadata, where it is there: what a struct leaves to `additional` must not be a property that its type
//! declares.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::check::tell;
use super::corpus::folder;

/// The declared properties of a type and of its base types; `None` where the metadata, or the type, is not there.
pub(crate) fn declared(qualified: &str) -> Option<BTreeSet<&'static str>> {
    let types = types()?;
    let mut names = BTreeSet::new();
    let mut next = Some(qualified);
    while let Some(name) = next {
        let known = types.get(name)?;
        names.extend(known.properties.iter().map(String::as_str));
        next = known.base.as_deref();
    }
    Some(names)
}

struct Type {
    base: Option<String>,
    properties: Vec<String>,
}

fn types() -> Option<&'static BTreeMap<String, Type>> {
    static TYPES: OnceLock<Option<BTreeMap<String, Type>>> = OnceLock::new();
    TYPES.get_or_init(load).as_ref()
}

fn load() -> Option<BTreeMap<String, Type>> {
    let text = std::fs::read_to_string(folder().join("schema/graph-v1.0.csdl.xml")).ok()?;
    let document = roxmltree::Document::parse(&text).expect("the metadata is XML");
    let is = |node: &roxmltree::Node<'_, '_>, names: &[&str]| names.contains(&node.tag_name().name());
    let schemas = document.descendants().filter(|node| is(node, &["Schema"]));
    let types = schemas.flat_map(|schema| {
        let namespace = schema.attribute("Namespace").unwrap_or_default();
        let alias = schema.attribute("Alias").map(|alias| format!("{alias}."));
        schema.children().filter(|node| is(node, &["EntityType", "ComplexType"])).map(move |node| {
            let name = format!("{namespace}.{}", node.attribute("Name").unwrap_or_default());
            let full = |base: &str| match alias.as_deref().and_then(|alias| base.strip_prefix(alias)) {
                Some(local) => format!("{namespace}.{local}"),
                None => base.replacen("graph.", "microsoft.graph.", usize::from(base.starts_with("graph."))),
            };
            let members = node.children().filter(|node| is(node, &["Property", "NavigationProperty"]));
            let properties = members.filter_map(|node| node.attribute("Name")).map(str::to_owned).collect();
            (name, Type { base: node.attribute("BaseType").map(full), properties })
        })
    });
    Some(types.collect())
}

#[test]
fn the_properties_of_a_type_are_those_of_its_bases_too() {
    let Some(properties) = declared("microsoft.graph.callRecords.participantEndpoint") else {
        tell(format_args!("the metadata was left out: there is no folder `shared` with a schema"));
        return;
    };
    assert!(properties.contains("userAgent") && properties.contains("cpuName"), "{properties:?}");
}
