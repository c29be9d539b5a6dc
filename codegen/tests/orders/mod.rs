//! Orders in words, carried out in folders of their own.

use std::path::{Path, PathBuf};

use cargo_graph_resource::{Order, add};
use graph_resource_schema::v1_0;

/// An order in the words of the command line.
pub(crate) fn order(words: &str) -> Order {
    let mut order = Order::default();
    let names = |names: &str| names.split(',').map(str::to_owned).collect();
    let mut words = words.split(' ');
    while let Some(word) = words.next() {
        match word {
            "--select" => order.select = names(words.next().unwrap()),
            "--expand" => order.expand = names(words.next().unwrap()),
            "--path" => order.path = words.next().map(str::to_owned),
            "--no-union" => order.no_union = true,
            "--required" => order.required = true,
            "--schema" => order.schema = true,
            name => order.types.push(name.to_owned()),
        }
    }
    order
}

/// A folder of its own for each test, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("graph")).unwrap();
    folder.join("graph")
}

/// Carries out an order, and gives the files with their texts.
pub(crate) fn write(words: &str, folder: &Path) -> Vec<(PathBuf, String)> {
    let files = add(v1_0(), &order(words), None, folder).unwrap_or_else(|error| panic!("{words}: {error}")).files;
    for file in &files {
        std::fs::write(&file.path, &file.text).unwrap();
    }
    files.into_iter().map(|file| (file.path, file.text)).collect()
}

/// Writes types into a file that says this, and gives what it says then.
pub(crate) fn added_to(name: &str, there: &str, words: &str) -> String {
    let folder = folder(name);
    std::fs::write(folder.with_extension("rs"), there).unwrap();
    write(words, &folder);
    std::fs::read_to_string(folder.with_extension("rs")).unwrap()
}
