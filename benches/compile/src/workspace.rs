//! The generated workspace: a package for each contestant, and cargo's commands in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::contestants::{self, Contestant, Level, source};
use crate::programs::{self, Program};
use crate::{paths, wrapper};

/// What is compiled of a contestant.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    /// How much of it.
    pub(crate) level: Level,
    /// How many structs.
    pub(crate) structs: usize,
    /// Of how many properties.
    pub(crate) properties: usize,
    /// Whether with `--release`.
    pub(crate) is_release: bool,
}

/// The workspace.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes the manifests, and takes the committed lock file.
    pub(crate) fn create() -> io::Result<Self> {
        let this = Self { folder: paths::workspace() };
        let mut members: Vec<&str> = contestants::all().iter().map(|contestant| contestant.package()).collect();
        members.extend(programs::ALL.iter().map(|program| program.package));
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n\
             # Sizes of binaries are compared without symbols.\n[profile.release]\nstrip = \"symbols\"\n"
        );
        write(&this.folder.join("Cargo.toml"), &manifest)?;
        for contestant in contestants::all() {
            let dependencies = contestant.dependencies();
            write(
                &this.package(contestant.package()).join("Cargo.toml"),
                &package(contestant.package(), &dependencies),
            )?;
            let library = this.package(contestant.package()).join("src/lib.rs");
            if !library.exists() {
                write(&library, "")?;
            }
        }
        for program in &programs::ALL {
            let dependencies = (program.dependencies)();
            write(&this.package(program.package).join("Cargo.toml"), &package(program.package, &dependencies))?;
            write(&this.package(program.package).join("src/main.rs"), &(program.source)())?;
        }
        if paths::lock().exists() {
            fs::copy(paths::lock(), this.folder.join("Cargo.lock"))?;
        }
        Ok(this)
    }

    /// Keeps the lock file for the next run, where it is new or was changed.
    pub(crate) fn keep_lock(&self) -> io::Result<()> {
        fs::copy(self.folder.join("Cargo.lock"), paths::lock()).map(|_| ())
    }

    fn package(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A command of cargo, free of what the run of this program has set.
    fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&self.folder).arg(command);
        for name in ["CARGO_INCREMENTAL", "CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            cargo.env_remove(name);
        }
        cargo
    }

    /// The CPU time that the compiler takes for a contestant, its dependencies being there.
    pub(crate) fn compile(&self, contestant: &dyn Contestant, case: Case) -> io::Result<Duration> {
        self.compile_with(contestant, case, None)
    }

    /// The same, by callgrind: instructions. Slow.
    pub(crate) fn count(&self, contestant: &dyn Contestant, case: Case) -> io::Result<u64> {
        let counts = self.folder.join("callgrind.out");
        self.compile_with(contestant, case, Some(&counts))?;
        let text = fs::read_to_string(&counts)?;
        let total = text.lines().rev().find_map(|line| line.strip_prefix("totals: ")?.trim().parse().ok());
        total.ok_or_else(|| io::Error::other("callgrind counted nothing"))
    }

    fn compile_with(&self, contestant: &dyn Contestant, case: Case, counts: Option<&Path>) -> io::Result<Duration> {
        let package = contestant.package();
        let source = source(contestant, case.level, case.structs, case.properties);
        write(&self.package(package).join("src/lib.rs"), &source)?;
        // As for somebody who builds for the first time: nothing of an earlier build is reused, and what the next one
        // would reuse is written.
        self.forget(package, case.is_release)?;
        let notes = self.folder.join("notes");
        let mut cargo = self.cargo("build");
        cargo.args(["--quiet", "-p", package]);
        if case.is_release {
            cargo.arg("--release");
        }
        wrapper::install(&mut cargo, &notes, counts)?;
        run(cargo)?;
        wrapper::noted(&notes)
    }

    fn forget(&self, package: &str, is_release: bool) -> io::Result<()> {
        let profile = if is_release { "release" } else { "debug" };
        let (incremental, start) =
            (self.folder.join("target").join(profile).join("incremental"), format!("{}-", package.replace('-', "_")));
        let Ok(entries) = fs::read_dir(incremental) else { return Ok(()) };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&start) {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }

    /// Writes a program beside the contestant's structs, and gives what it prints.
    pub(crate) fn print(&self, contestant: &dyn Contestant, case: Case, program: &str) -> io::Result<String> {
        let package = contestant.package();
        let source = source(contestant, case.level, case.structs, case.properties);
        write(&self.package(package).join("src/lib.rs"), &source)?;
        let file = self.package(package).join("examples/same.rs");
        write(&file, program)?;
        let mut cargo = self.cargo("run");
        cargo.args(["--quiet", "-p", package, "--example", "same"]);
        let printed = run(cargo);
        fs::remove_file(file)?;
        printed
    }

    /// Builds a program in a folder of its own, for this check or that.
    pub(crate) fn build(&self, program: &Program, options: &[&str], target: &Path) -> io::Result<PathBuf> {
        let mut cargo = self.cargo("build");
        cargo.args(["--quiet", "-p", program.package]).args(options).env("CARGO_TARGET_DIR", target);
        run(cargo)?;
        let profile = if options.contains(&"--release") { "release" } else { "debug" };
        Ok(target.join(profile).join(program.package))
    }

    /// Builds a program and all that it needs, from nothing: CPU time, and bytes of the binary.
    pub(crate) fn build_clean(&self, program: &Program, is_release: bool) -> io::Result<(Duration, u64)> {
        let target = self.folder.join("clean");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let before = wrapper::children()?;
        let binary = self.build(program, if is_release { &["--release"] } else { &[] }, &target)?;
        let taken = wrapper::children()?.saturating_sub(before);
        let size = fs::metadata(binary)?.len();
        fs::remove_dir_all(&target)?;
        Ok((taken, size))
    }

    /// The crates that a program's build compiles, itself not counted.
    pub(crate) fn crates(&self, program: &Program) -> io::Result<Vec<String>> {
        let mut cargo = self.cargo("tree");
        cargo.args([
            "--quiet",
            "-p",
            program.package,
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ]);
        let tree = run(cargo)?;
        // A crate that was shown before has a mark, a macro crate and a path have one as well.
        let names = tree.lines().filter(|line| !line.is_empty());
        let mut names: Vec<String> = names.map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
        names.sort();
        names.dedup();
        names.retain(|name| !name.starts_with(program.package));
        Ok(names)
    }

    /// Where programs are built to be tried.
    pub(crate) fn trial(&self) -> PathBuf {
        self.folder.join("target")
    }
}

fn package(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n{dependencies}"
    )
}

/// Writes a file where it says something else. A source file is always written: that it is newer is why it is compiled.
fn write(file: &Path, text: &str) -> io::Result<()> {
    let is_manifest = file.extension().is_some_and(|extension| extension == "toml");
    if is_manifest && fs::read_to_string(file).is_ok_and(|known| known == text) {
        return Ok(());
    }
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text)
}

/// Runs a command to its end, and gives what it prints.
fn run(mut command: Command) -> io::Result<String> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(io::Error::other(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))))
}
