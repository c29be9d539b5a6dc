//! `partially`: a derive of a struct whose fields are optional, which forwards the attributes of the fields.

use super::{Contestant, Patch, plain};
use crate::shapes::{Field, Shape};

/// The crate, with `derive`. It says nothing of how an absent field is left out of a body: `serde_with` does that, and
/// stands before the derives.
pub(super) struct Partially;

impl Contestant for Partially {
    fn label(&self) -> &'static str {
        "partially"
    }

    fn package(&self) -> &'static str {
        "structs-partially"
    }

    fn dependencies(&self) -> String {
        plain::DEPENDENCIES.to_owned()
            + "partially = { version = \"0.2\", features = [\"derive\"] }\n\
               serde_with = { version = \"3\", default-features = false, features = [\"macros\"] }\n"
    }

    fn imports(&self) -> &'static str {
        "use partially::Partial;\nuse serde::{Deserialize, Serialize};\n"
    }

    fn attributes(&self, _: &Shape) -> String {
        "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Partial)]\n\
         #[partially(attribute(serde_with::skip_serializing_none))]\n\
         #[partially(attribute(derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)))]\n\
         #[serde(rename_all = \"camelCase\")]\n\
         #[partially(attribute(serde(rename_all = \"camelCase\")), skip_attributes)]"
            .to_owned()
    }

    fn field_attributes(&self, field: &Field) -> &'static [&'static str] {
        if field.name == "id" {
            return &["#[partially(omit)]"];
        }
        &[]
    }

    fn patch(&self) -> Option<&dyn Patch> {
        Some(self)
    }
}

impl Patch for Partially {
    fn name(&self, shape: &Shape) -> String {
        format!("Partial{}", shape.name)
    }

    fn apply(&self) -> &'static str {
        "partially::Partial::apply_some(&mut value, patch);"
    }
}
