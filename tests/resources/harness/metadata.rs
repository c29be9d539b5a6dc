//! Graph's own metadata: what a struct leaves to `additional` must not be a property that its type declares.

use std::collections::BTreeSet;

use graph_resource_schema::v1_0;

/// The declared properties of a type and of its base types; `None` where Graph v1.0 has no such type.
pub(crate) fn declared(qualified: &str) -> Option<BTreeSet<&'static str>> {
    Some(v1_0().find_type(qualified)?.members().map(|member| member.name()).collect())
}

#[test]
fn the_properties_of_a_type_are_those_of_its_bases_too() {
    let properties = declared("microsoft.graph.callRecords.participantEndpoint").unwrap();
    assert!(properties.contains("userAgent") && properties.contains("cpuName"), "{properties:?}");
}
