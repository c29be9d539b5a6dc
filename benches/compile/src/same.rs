//! Before anything is measured: all contestants read the same values, write the same bodies, and patch alike.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use serde_json::{Map, Value, json};

use crate::contestants::{self, Contestant, Level};
use crate::shapes::{Shape, shapes, wire};
use crate::workspace::{Case, Workspace};

const PROPERTIES: usize = 12;

/// Compiles and runs each contestant.
///
/// # Panics
///
/// One says something else than another.
pub(crate) fn check(workspace: &Workspace) -> io::Result<()> {
    let shape = shapes(1, PROPERTIES).remove(0);
    let case = Case { level: Level::Everything, structs: 1, properties: PROPERTIES, is_release: false };
    // What the first that says it, says.
    let mut agreed: BTreeMap<String, (Value, &str)> = BTreeMap::new();
    for contestant in contestants::all() {
        let printed = workspace.print(contestant, case, &program(contestant, &shape))?;
        let expected = if contestant.patch().is_some() { 4 } else { 2 };
        assert_eq!(printed.lines().count(), expected, "{} printed {printed}", contestant.label());
        for line in printed.lines() {
            let (name, text) = line.split_once(": ").unwrap_or((line, ""));
            // A body is compared as JSON, a value in the form of its derived `Debug`, which is the same for all.
            let said = serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()));
            let (known, first) = agreed.entry(name.to_owned()).or_insert_with(|| (said.clone(), contestant.label()));
            assert_eq!(*known, said, "{} by {} and by {}", name, first, contestant.label());
        }
    }
    assert_eq!(agreed["patch"].0, expected_patch(&shape), "the body of the patch");
    Ok(())
}

fn program(contestant: &dyn Contestant, shape: &Shape) -> String {
    let name = contestant.package().replace('-', "_");
    let body = body(shape).to_string();
    let mut out = format!(
        "use {name}::*;\nfn text(bytes: Vec<u8>) -> String {{ String::from_utf8(bytes).unwrap() }}\n\
         #[allow(unused_mut)]\nfn main() {{\n    let mut value = read_0({body:?}).unwrap();\n    {}\n    \
         println!(\"read: {{value:?}}\");\n    println!(\"written: {{}}\", text(write_0(&value).unwrap()));\n",
        contestant.remake()
    );
    if let Some(patch) = contestant.patch() {
        let _ = write!(
            out,
            "    let patch = {};\n    println!(\"patch: {{}}\", text(write_patch_0(&patch).unwrap()));\n    {}\n    \
             println!(\"patched: {{value:?}}\");\n",
            patch.example(shape),
            patch.apply()
        );
    }
    out.push_str("}\n");
    out
}

/// A body that names every property.
fn body(shape: &Shape) -> Value {
    let value = |ty: &str| match ty {
        "i64" | "Option<i32>" => json!(7),
        "Option<bool>" => json!(true),
        "Option<f64>" => json!(0.5),
        "Vec<String>" => json!(["red", "green"]),
        "Option<IdentitySet>" => json!({
            "application": {"id": "1", "displayName": "Planner"},
            "device": {"id": "2", "displayName": "Phone"},
            "user": {"id": "3", "displayName": "Ada"},
        }),
        "Vec<Place>" => json!([{"city": "Oslo", "street": "Karl Johans gate", "latitude": 59.5, "longitude": 10.75}]),
        _ => json!("Breakfast"),
    };
    shape.fields.iter().map(|field| (wire(&field.name), value(field.ty))).collect::<Map<_, _>>().into()
}

fn expected_patch(shape: &Shape) -> Value {
    let name = |index: usize| wire(&shape.fields[index].name);
    let patch = [(name(1), json!("Lunch")), (name(2), json!(8)), (name(3), Value::Null)];
    patch.into_iter().collect::<Map<_, _>>().into()
}
