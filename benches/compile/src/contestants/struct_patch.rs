//! `struct-patch`: a derive of a patch, whose own derives and attributes are named in an option.

use super::{Contestant, Patch, plain};
use crate::shapes::{Field, Shape};

/// The crate, with its default features.
pub(super) struct StructPatch;

impl Contestant for StructPatch {
    fn label(&self) -> &'static str {
        "struct-patch"
    }

    fn package(&self) -> &'static str {
        "structs-struct-patch"
    }

    fn dependencies(&self) -> String {
        plain::DEPENDENCIES.to_owned() + "struct-patch = \"0.14\"\n"
    }

    fn imports(&self) -> &'static str {
        "use serde::{Deserialize, Serialize};\nuse struct_patch::Patch;\n"
    }

    fn attributes(&self, _: &Shape) -> String {
        "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Patch)]\n\
         #[serde(rename_all = \"camelCase\")]\n\
         #[patch(attribute(derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)))]\n\
         #[patch(attribute(serde(rename_all = \"camelCase\")))]"
            .to_owned()
    }

    fn field_attributes(&self, field: &Field) -> &'static [&'static str] {
        if field.name == "id" {
            return &["#[patch(skip)]"];
        }
        &["#[patch(attribute(serde(skip_serializing_if = \"Option::is_none\")))]"]
    }

    fn patch(&self) -> Option<&dyn Patch> {
        Some(self)
    }
}

impl Patch for StructPatch {
    fn name(&self, shape: &Shape) -> String {
        format!("{}Patch", shape.name)
    }

    fn apply(&self) -> &'static str {
        "struct_patch::Patch::apply(&mut value, patch);"
    }
}
