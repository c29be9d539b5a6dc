//! Where source is, and how it is written.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use cargo_graph_resource::{AddError, File};

/// The folder of the package around the working directory, seen from there.
pub(crate) fn package() -> Result<PathBuf, String> {
    let here = std::env::current_dir().map_err(|error| format!("the working directory: {error}"))?;
    let mut seen = PathBuf::new();
    for folder in here.ancestors() {
        if let Ok(manifest) = fs::read_to_string(folder.join("Cargo.toml")) {
            let is_package =
                |line: &str| ["[package]", "package."].iter().any(|start| line.trim_start().starts_with(start));
            return if manifest.lines().any(is_package) {
                Ok(seen)
            } else {
                let manifest = seen.join("Cargo.toml");
                Err(format!("{} has no package; run this in the folder of a member", manifest.display()))
            };
        }
        seen.push("..");
    }
    Err("no Cargo.toml is here or above; run this in the folder of a package".to_owned())
}

/// The folder of a module that was named by its folder or by its file.
pub(crate) fn module(out: &Path) -> Result<PathBuf, String> {
    let folder = if out.ends_with("mod.rs") { out.parent().unwrap_or(out) } else { out };
    let is_file = folder.extension().is_some_and(|extension| extension == "rs");
    let folder = if is_file { folder.with_extension("") } else { folder.to_owned() };
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_name = name.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let is_root = is_file && ["lib", "main"].contains(&name)
        || ["lib.rs", "main.rs"].iter().any(|root| folder.join(root).exists());
    if !is_name || is_root {
        return Err(format!("`{}` is no module's folder; name one such as `src/graph`", out.display()));
    }
    Ok(folder)
}

/// What is to be told of a new module that no file around it declares.
pub(crate) fn undeclared(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    let around = folder.parent()?;
    let files = ["lib.rs", "main.rs", "mod.rs"].map(|file| around.join(file));
    let files = files.into_iter().chain([around.with_extension("rs")]).filter(|file| file.is_file());
    let texts: Vec<_> = files.filter_map(|file| fs::read_to_string(file).ok()).collect();
    let is_declared = texts.iter().any(|text| text.contains(&format!("mod {name};")));
    (!is_declared)
        .then(|| format!("declare it by `mod {name};`; it needs the dependencies `graph-resource` and `serde_json`"))
}

/// Writes all files, or none: what is there is replaced by what is written whole beside it, unless somebody else has
/// written it since it was read.
pub(crate) fn write(files: &[File]) -> Result<(), AddError> {
    let mut written = Vec::new();
    let mut outcome = Ok(());
    for File { path, text, before } in files {
        let error = |error| AddError::File { file: path.clone(), error };
        // A link stays one.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let beside = target.with_file_name(format!(".{name}.{}.new", std::process::id()));
        outcome = write_beside(&target, &beside, text).map_err(error);
        written.push((path, before, beside, target));
        if outcome.is_err() {
            break;
        }
    }
    for (path, before, _, target) in &written {
        if outcome.is_ok() && fs::read_to_string(target).ok() != **before {
            let error = io::Error::other("the file has changed in the meantime; run this again");
            outcome = Err(AddError::File { file: (*path).clone(), error });
        }
    }
    for (path, _, beside, target) in written {
        if outcome.is_ok() {
            let error = |error| AddError::File { file: path.clone(), error };
            outcome = fs::rename(&beside, &target).map_err(error);
        }
        if outcome.is_err() {
            let _ = fs::remove_file(&beside);
        }
    }
    outcome
}

fn write_beside(target: &Path, beside: &Path, text: &str) -> io::Result<()> {
    target.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::File::create_new(beside)?.write_all(text.as_bytes())?;
    match fs::metadata(target) {
        Ok(there) if there.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Ok(there) => fs::set_permissions(beside, there.permissions()),
        Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use cargo_graph_resource::File;

    use super::write;

    #[test]
    fn what_somebody_else_has_written_stays() {
        let folder = std::env::temp_dir().join(format!("graph-resource-{}", std::process::id()));
        let file = |name: &str, before: Option<&str>| File {
            path: folder.join(name),
            text: "new".to_owned(),
            before: before.map(str::to_owned),
        };
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.rs"), "old").unwrap();
        fs::write(folder.join("b.rs"), "theirs").unwrap();
        for before in [None, Some("old")] {
            let error = write(&[file("a.rs", Some("old")), file("b.rs", before)]).unwrap_err();
            assert_eq!(error.to_string(), folder.join("b.rs").display().to_string());
        }
        assert_eq!(fs::read_to_string(folder.join("a.rs")).unwrap(), "old");
        assert_eq!(fs::read_to_string(folder.join("b.rs")).unwrap(), "theirs");
        write(&[file("a.rs", Some("old")), file("c.rs", None)]).unwrap();
        assert_eq!(fs::read_to_string(folder.join("a.rs")).unwrap(), "new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3, "nothing is left behind");
        fs::remove_dir_all(&folder).unwrap();
    }
}
