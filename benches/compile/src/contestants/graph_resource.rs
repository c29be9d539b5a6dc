//! The library.

use super::{Contestant, Patch};
use crate::paths;
use crate::shapes::{Field, Shape};

/// The derives. Nothing of serde's is named.
pub(super) struct GraphResource;

impl Contestant for GraphResource {
    fn label(&self) -> &'static str {
        "graph-resource"
    }

    fn package(&self) -> &'static str {
        "structs-graph-resource"
    }

    fn dependencies(&self) -> String {
        format!("graph-resource = {{ path = {} }}\nserde_json = \"1\"\n", paths::library())
    }

    fn imports(&self) -> &'static str {
        "use graph_resource::{GraphComplex, GraphResource};\n"
    }

    fn attributes(&self, shape: &Shape) -> String {
        format!(
            "#[derive(Clone, Debug, PartialEq, GraphResource)]\n#[graph_resource(path = \"/resources{}/<id>\")]",
            shape.number
        )
    }

    fn complex_attributes(&self) -> &'static str {
        "#[derive(Clone, Debug, PartialEq, GraphComplex)]"
    }

    fn patch(&self) -> Option<&dyn Patch> {
        Some(self)
    }

    fn more(&self, shape: &Shape) -> String {
        let Shape { name, number, .. } = shape;
        format!(
            "pub fn read_patch_{number}(text: &str) -> serde_json::Result<{name}Patch> {{ serde_json::from_str(text) }}\n\
             pub fn use_{number}(old: &mut {name}, new: &{name}, mut patch: {name}Patch) {{\n    \
                 patch.merge(old.diff(new));\n    \
                 old.apply(patch);\n\
             }}\n"
        )
    }
}

impl Patch for GraphResource {
    fn name(&self, shape: &Shape) -> String {
        format!("{}Patch", shape.name)
    }

    fn example(&self, shape: &Shape) -> String {
        let [_, Field { name: text, .. }, Field { name: number, .. }, Field { name: cleared, .. }, ..] = &*shape.fields
        else {
            unreachable!("a struct has four properties")
        };
        format!("{}Patch::new().{text}(\"Lunch\").{number}(8).clear_{cleared}()", shape.name)
    }

    fn apply(&self) -> &'static str {
        "graph_resource::GraphResource::apply(&mut value, patch);"
    }
}
