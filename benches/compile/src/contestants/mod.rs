//! The contestants: each writes the same structs in its own way, and, where it can, patches of them.

mod bon;
mod by_hand;
mod graph_resource;
mod optional_struct;
mod partially;
mod plain;
mod struct_patch;

use core::fmt::Write as _;

use crate::shapes::{Field, Shape, complex, shapes};

/// A way to write a struct.
pub(crate) trait Contestant: Sync {
    /// What the rows of the tables call it.
    fn label(&self) -> &'static str;

    /// The name of the generated package.
    fn package(&self) -> &'static str;

    /// The lines of `[dependencies]`.
    fn dependencies(&self) -> String;

    /// The imports of the generated file.
    fn imports(&self) -> &'static str;

    /// The attributes of a resource.
    fn attributes(&self, shape: &Shape) -> String;

    /// The attributes of a complex type.
    fn complex_attributes(&self) -> &'static str {
        "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]\n#[serde(rename_all = \"camelCase\")]"
    }

    /// The attributes of a resource's field, one a line.
    fn field_attributes(&self, _field: &Field) -> &'static [&'static str] {
        &[]
    }

    /// What is written beside the struct.
    fn beside(&self, _shape: &Shape) -> String {
        String::new()
    }

    /// How it patches, if it does.
    fn patch(&self) -> Option<&dyn Patch> {
        None
    }

    /// Functions beyond those that read, write and patch, which use what else there is.
    fn more(&self, _shape: &Shape) -> String {
        String::new()
    }

    /// A statement that makes `value` once more, by what else there is.
    fn remake(&self) -> &'static str {
        ""
    }
}

/// A contestant that makes patches.
pub(crate) trait Patch {
    /// The type of the patch.
    fn name(&self, shape: &Shape) -> String;

    /// An expression: a patch that sets the first property after the key to `Lunch` and the next to 8, and clears the
    /// one after it.
    fn example(&self, shape: &Shape) -> String {
        let [_, text, number, cleared, ..] = &*shape.fields else { unreachable!("a struct has four properties") };
        format!(
            "{} {{ {}: Some(Some(\"Lunch\".to_owned())), {}: Some(8), {}: Some(None), ..Default::default() }}",
            self.name(shape),
            text.name,
            number.name,
            cleared.name
        )
    }

    /// A statement that applies `patch` to `value`.
    fn apply(&self) -> &'static str;
}

/// Those that do nothing but read and write, and those that make patches. The library is beside what it is measured by: a
/// round takes minutes, and a machine that others load is another one by its end.
pub(crate) fn all() -> [&'static dyn Contestant; 8] {
    [
        &plain::Plain,
        &graph_resource::GraphResource,
        &by_hand::ByHand { is_full: false },
        &by_hand::ByHand { is_full: true },
        &struct_patch::StructPatch,
        &partially::Partially,
        &optional_struct::OptionalStruct,
        &bon::Bon,
    ]
}

/// Without a patch of any kind: what the others are measured by.
pub(crate) fn plain() -> &'static dyn Contestant {
    &plain::Plain
}

/// A patch by hand, with all that a derived one does.
pub(crate) fn by_hand_full() -> &'static dyn Contestant {
    &by_hand::ByHand { is_full: true }
}

/// A patch by hand, and no more than is sent and applied.
pub(crate) fn by_hand() -> &'static dyn Contestant {
    &by_hand::ByHand { is_full: false }
}

/// The library.
pub(crate) fn graph_resource() -> &'static dyn Contestant {
    &graph_resource::GraphResource
}

/// What the generated file does with the structs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Level {
    /// Nothing.
    Types,
    /// For each struct, functions that read it and write it, and that write its patch.
    ReadersAndWriters,
    /// These, and functions for all else that the contestant offers.
    Everything,
}

/// The generated file.
pub(crate) fn source(contestant: &dyn Contestant, level: Level, structs: usize, properties: usize) -> String {
    let mut out = String::from(contestant.imports());
    out.push('\n');
    for (name, fields) in complex() {
        write_struct(&mut out, contestant.complex_attributes(), name, &fields, |_| &[]);
    }
    for shape in shapes(structs, properties) {
        let attributes = contestant.attributes(&shape);
        write_struct(&mut out, &attributes, &shape.name, &shape.fields, |field| contestant.field_attributes(field));
        out += &contestant.beside(&shape);
        if level != Level::Types {
            out += &functions(contestant, &shape);
        }
        if level == Level::Everything {
            out += &contestant.more(&shape);
        }
    }
    out
}

fn write_struct(
    out: &mut String,
    attributes: &str,
    name: &str,
    fields: &[Field],
    of_field: impl Fn(&Field) -> &'static [&'static str],
) {
    let _ = writeln!(out, "{attributes}\npub struct {name} {{");
    for field in fields {
        for attribute in of_field(field) {
            let _ = writeln!(out, "    {attribute}");
        }
        let _ = writeln!(out, "    pub {}: {},", field.name, field.ty);
    }
    out.push_str("}\n");
}

/// Not generic, and public: what they call is compiled.
fn functions(contestant: &dyn Contestant, shape: &Shape) -> String {
    let Shape { name, number, .. } = shape;
    let mut out = format!(
        "pub fn read_{number}(text: &str) -> serde_json::Result<{name}> {{ serde_json::from_str(text) }}\n\
         pub fn write_{number}(value: &{name}) -> serde_json::Result<Vec<u8>> {{ serde_json::to_vec(value) }}\n"
    );
    if let Some(patch) = contestant.patch() {
        let patch = patch.name(shape);
        let _ = writeln!(
            out,
            "pub fn write_patch_{number}(patch: &{patch}) -> serde_json::Result<Vec<u8>> {{ serde_json::to_vec(patch) }}"
        );
    }
    out
}
