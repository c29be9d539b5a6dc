//! Writes types of many properties, in our form and for the visitors written by hand: no macro makes names of numbers.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// Properties per type. No type of Graph has more than 213.
const SIZES: [usize; 6] = [10, 25, 50, 100, 150, 213];

/// The types of properties, by turns.
const TYPES: [&str; 4] = ["String", "i64", "bool", "DateTimeOffset"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let (mut ours, mut by_hand) = (String::new(), String::new());
    for size in SIZES {
        let _ = write!(
            ours,
            "/// A type of {size} properties.\n\
             #[derive(Clone, Debug, PartialEq, graph_resource::GraphResource)]\n\
             #[graph_resource(path = \"/wide/<id>\")]\n\
             pub struct Wide{size} {{\n/// The key.\npub id: String,\n"
        );
        let _ = write!(by_hand, "by_hand! {{ struct Wide{size} \"\" {{ id \"id\" required [String]; ");
        for (index, ty) in (1..size).zip(TYPES.into_iter().cycle()) {
            let _ = writeln!(ours, "/// A property.\npub property_{index}: Option<{ty}>,");
            let _ = write!(by_hand, "property_{index} \"property{index}\" optional [Option<{ty}>]; ");
        }
        ours.push_str("}\n");
        by_hand.push_str("} }\n");
    }
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    let folder = Path::new(&folder);
    fs::write(folder.join("wide_ours.rs"), ours).expect("the folder is there");
    fs::write(folder.join("wide_by_hand.rs"), by_hand).expect("the folder is there");
}
