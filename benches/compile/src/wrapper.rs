//! This program in another role: cargo calls it in place of the compiler, for the packages of the generated workspace
//! alone, and it notes the CPU time of each call.
//!
//! So cargo's own work is in no figure, nor is that of the dependencies.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

/// Names the file that the times are noted in; its presence is what tells the two roles apart.
const NOTES: &str = "BENCH_COMPILE_NOTES";

/// What valgrind is told, where instructions are counted: the file that callgrind writes.
const COUNTS: &str = "BENCH_COMPILE_COUNTS";

/// Plays the role, if it was given.
pub(crate) fn play() -> Option<io::Result<ExitCode>> {
    let notes = env::var_os(NOTES)?;
    Some(compile(Path::new(&notes)))
}

fn compile(notes: &Path) -> io::Result<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next().ok_or_else(|| io::Error::other("cargo names the compiler"))?;
    let arguments: Vec<_> = arguments.collect();
    // Cargo also asks the compiler for its version and its targets.
    let is_compilation = arguments.iter().any(|argument| argument == "--emit" || starts_with(argument, "--emit="));
    let mut command = match env::var_os(COUNTS) {
        Some(file) if is_compilation => {
            let mut command = Command::new("valgrind");
            let mut option = std::ffi::OsString::from("--callgrind-out-file=");
            option.push(file);
            command.args(["--tool=callgrind", "--error-exitcode=0", "--quiet"]).arg(option).arg(&rustc);
            command
        }
        _ => Command::new(&rustc),
    };
    let status = command.args(&arguments).status()?;
    if is_compilation {
        let mut file = OpenOptions::new().create(true).append(true).open(notes)?;
        writeln!(file, "{}", children()?.as_micros())?;
    }
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn starts_with(argument: &std::ffi::OsStr, start: &str) -> bool {
    argument.to_str().is_some_and(|argument| argument.starts_with(start))
}

/// The CPU time of all children that have ended, user and system.
pub(crate) fn children() -> io::Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(micros.try_into().unwrap_or_default()))
}

/// Has this program called in place of the compiler. Notes go to the file, counts to the other one.
pub(crate) fn install(cargo: &mut Command, notes: &Path, counts: Option<&Path>) -> io::Result<()> {
    let _ = fs::remove_file(notes);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", env::current_exe()?).env(NOTES, notes);
    if let Some(counts) = counts {
        cargo.env(COUNTS, counts);
    }
    Ok(())
}

/// The CPU time of the one compilation that was noted.
pub(crate) fn noted(notes: &Path) -> io::Result<Duration> {
    let text = fs::read_to_string(notes)?;
    let mut lines = text.lines();
    match (lines.next().and_then(|line| line.parse().ok()), lines.next()) {
        (Some(micros), None) => Ok(Duration::from_micros(micros)),
        _ => Err(io::Error::other(format!("one compilation was expected, and these were noted: {text:?}"))),
    }
}
