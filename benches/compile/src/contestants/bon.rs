//! `bon`: a derive of a builder. It makes no patch; it is what people add to a struct of this kind.

use core::fmt::Write as _;

use super::{Contestant, plain};
use crate::shapes::Shape;

/// The crate, with its default features.
pub(super) struct Bon;

impl Contestant for Bon {
    fn label(&self) -> &'static str {
        "bon (no patch)"
    }

    fn package(&self) -> &'static str {
        "structs-bon"
    }

    fn dependencies(&self) -> String {
        plain::DEPENDENCIES.to_owned() + "bon = \"3\"\n"
    }

    fn imports(&self) -> &'static str {
        "use bon::Builder;\nuse serde::{Deserialize, Serialize};\n"
    }

    fn attributes(&self, _: &Shape) -> String {
        "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Builder)]\n#[serde(rename_all = \"camelCase\")]"
            .to_owned()
    }

    fn more(&self, shape: &Shape) -> String {
        let Shape { name, number, fields } = shape;
        let mut out = format!("pub fn build_{number}(value: {name}) -> {name} {{\n    {name}::builder()");
        for field in fields {
            let maybe = if field.is_optional() { "maybe_" } else { "" };
            let _ = write!(out, ".{maybe}{0}(value.{0})", field.name);
        }
        out.push_str(".build()\n}\n");
        out
    }

    fn remake(&self) -> &'static str {
        "value = build_0(value);"
    }
}
