//! `optional_struct`: an attribute that writes a second struct with the derives of the first.

use super::{Contestant, Patch, plain};
use crate::shapes::{Field, Shape};

/// The crate.
pub(super) struct OptionalStruct;

impl Contestant for OptionalStruct {
    fn label(&self) -> &'static str {
        "optional_struct"
    }

    fn package(&self) -> &'static str {
        "structs-optional-struct"
    }

    fn dependencies(&self) -> String {
        plain::DEPENDENCIES.to_owned() + "optional_struct = \"0.5\"\n"
    }

    fn imports(&self) -> &'static str {
        "use optional_struct::*;\nuse serde::{Deserialize, Serialize};\n"
    }

    fn attributes(&self, _: &Shape) -> String {
        format!("#[optional_struct]\n{}", plain::ATTRIBUTES)
    }

    fn field_attributes(&self, field: &Field) -> &'static [&'static str] {
        // An `Option` is not wrapped once more unless it is asked for; without it, nothing can be cleared.
        if field.is_optional() {
            return &["#[optional_wrap]", "#[optional_serde_skip_none]"];
        }
        &["#[optional_serde_skip_none]"]
    }

    fn patch(&self) -> Option<&dyn Patch> {
        Some(self)
    }
}

impl Patch for OptionalStruct {
    fn name(&self, shape: &Shape) -> String {
        format!("Optional{}", shape.name)
    }

    fn apply(&self) -> &'static str {
        "optional_struct::Applicable::apply_to(patch, &mut value);"
    }
}
