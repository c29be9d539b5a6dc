//! Where things are.

use std::path::{Path, PathBuf};

/// The library, as a manifest names it: a path, quoted.
pub(crate) fn library() -> String {
    let this = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = this.ancestors().nth(2).unwrap_or(this).join("runtime");
    format!("{:?}", path.display().to_string())
}

/// The generated workspace. Below `target`, so that it is never committed.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target").join("compile")
}

/// The lock file of the generated workspace, which is committed: the peers stay at the versions that were measured.
pub(crate) fn lock() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("contestants.lock")
}
