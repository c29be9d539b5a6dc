//! What everybody writes: serde's derives.

use super::Contestant;
use crate::shapes::Shape;

/// The attributes of a struct that is read and written.
pub(super) const ATTRIBUTES: &str =
    "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]\n#[serde(rename_all = \"camelCase\")]";

/// What it takes.
pub(super) const DEPENDENCIES: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

/// The derives, and nothing else.
pub(super) struct Plain;

impl Contestant for Plain {
    fn label(&self) -> &'static str {
        "Serialize, Deserialize"
    }

    fn package(&self) -> &'static str {
        "structs-plain"
    }

    fn dependencies(&self) -> String {
        DEPENDENCIES.to_owned()
    }

    fn imports(&self) -> &'static str {
        "use serde::{Deserialize, Serialize};\n"
    }

    fn attributes(&self, _: &Shape) -> String {
        ATTRIBUTES.to_owned()
    }
}
