//! serde's derives, and a patch that is written by hand beside each struct.

use core::fmt::Write as _;

use super::plain::{ATTRIBUTES, DEPENDENCIES};
use super::{Contestant, Patch};
use crate::shapes::Shape;

/// The patch, of one of two kinds.
pub(super) struct ByHand {
    /// Read, composed and made of a difference, too; else it is sent and applied alone.
    pub(super) is_full: bool,
}

impl Contestant for ByHand {
    fn label(&self) -> &'static str {
        if self.is_full { "+ patch by hand, with diff and merge" } else { "+ patch by hand" }
    }

    fn package(&self) -> &'static str {
        if self.is_full { "structs-by-hand-full" } else { "structs-by-hand" }
    }

    fn dependencies(&self) -> String {
        DEPENDENCIES.to_owned()
    }

    fn imports(&self) -> &'static str {
        if self.is_full {
            // Without it, serde reads null as if nothing had been said.
            "use serde::{Deserialize, Deserializer, Serialize};\n\
             fn stated<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {\n    \
                 Option::deserialize(from).map(Some)\n\
             }\n"
        } else {
            "use serde::{Deserialize, Serialize};\n"
        }
    }

    fn attributes(&self, _: &Shape) -> String {
        ATTRIBUTES.to_owned()
    }

    fn beside(&self, shape: &Shape) -> String {
        let name = &shape.name;
        let derives = if self.is_full { "Serialize, Deserialize" } else { "Serialize" };
        let mut out = format!(
            "#[derive(Clone, Debug, Default, PartialEq, {derives})]\n\
             #[serde(rename_all = \"camelCase\")]\n\
             pub struct {name}Patch {{\n"
        );
        // The key is in the URL.
        let fields = &shape.fields[1..];
        for field in fields {
            let reading = match (self.is_full, field.is_optional()) {
                (true, true) => ", default, deserialize_with = \"stated\"",
                _ => "",
            };
            let _ = writeln!(out, "    #[serde(skip_serializing_if = \"Option::is_none\"{reading})]");
            let _ = writeln!(out, "    pub {}: Option<{}>,", field.name, field.ty);
        }
        let _ = writeln!(out, "}}\nimpl {name}Patch {{\n    pub fn apply(self, value: &mut {name}) {{");
        for field in fields {
            let _ = writeln!(out, "        if let Some(new) = self.{0} {{ value.{0} = new; }}", field.name);
        }
        out.push_str("    }\n");
        if self.is_full {
            out.push_str("    pub fn merge(&mut self, later: Self) {\n");
            for field in fields {
                let _ = writeln!(out, "        if later.{0}.is_some() {{ self.{0} = later.{0}; }}", field.name);
            }
            out.push_str("    }\n");
            let _ = writeln!(out, "    pub fn diff(old: &{name}, new: &{name}) -> Self {{\n        Self {{");
            for field in fields {
                let _ = writeln!(out, "            {0}: (old.{0} != new.{0}).then(|| new.{0}.clone()),", field.name);
            }
            out.push_str("        }\n    }\n");
        }
        out.push_str("}\n");
        out
    }

    fn patch(&self) -> Option<&dyn Patch> {
        Some(self)
    }

    fn more(&self, shape: &Shape) -> String {
        if !self.is_full {
            return String::new();
        }
        let Shape { name, number, .. } = shape;
        format!(
            "pub fn read_patch_{number}(text: &str) -> serde_json::Result<{name}Patch> {{ serde_json::from_str(text) }}\n\
             pub fn use_{number}(old: &mut {name}, new: &{name}, mut patch: {name}Patch) {{\n    \
                 patch.merge({name}Patch::diff(old, new));\n    \
                 patch.apply(old);\n\
             }}\n"
        )
    }
}

impl Patch for ByHand {
    fn name(&self, shape: &Shape) -> String {
        format!("{}Patch", shape.name)
    }

    fn apply(&self) -> &'static str {
        "patch.apply(&mut value);"
    }
}
