//! The crate of a user who needs one resource: what its build costs, from nothing, and what comes of it.

use std::collections::BTreeSet;
use std::io;
use std::process::Command;

use bench_report::OURS;
use bench_report::results::Table;

use crate::paths;
use crate::rounds::{table, take};
use crate::service::Service;
use crate::workspace::Workspace;

/// A program, one package.
pub(crate) struct Program {
    /// What the rows of the tables call it.
    pub(crate) label: &'static str,
    /// The name of the package, and of the binary.
    pub(crate) package: &'static str,
    /// The lines of `[dependencies]`, and what else the manifest has.
    pub(crate) dependencies: fn() -> String,
    /// `src/main.rs`.
    pub(crate) source: fn() -> String,
    /// What lets it be tried on this machine.
    loopback: &'static [&'static str],
}

/// All of them. By hand first: the baseline.
pub(crate) static ALL: [Program; 4] = [
    Program {
        label: "reqwest by hand",
        package: "program-by-hand",
        dependencies: || {
            "reqwest = { version = \"0.13\", default-features = false, features = [\"rustls\"] }\n\
             serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n"
                .to_owned()
                + TOKIO
        },
        source: || include_str!("../programs/by_hand.rs").to_owned(),
        loopback: &[],
    },
    Program {
        label: OURS,
        package: "program-graph-resource",
        dependencies: || ours("reqwest-rustls"),
        source: || include_str!("../programs/graph_resource.rs").to_owned(),
        loopback: &[],
    },
    Program {
        label: OURS,
        package: "program-by-hyper",
        dependencies: || ours("hyper-rustls"),
        source: || {
            let by_reqwest = include_str!("../programs/graph_resource.rs");
            by_reqwest.replace("ReqwestTransport::new", "HyperTransport::https").replace("Reqwest", "Hyper")
        },
        loopback: &[],
    },
    Program {
        label: "graph-rs-sdk",
        package: "program-graph-rs-sdk",
        dependencies: || {
            "graph-rs-sdk = { version = \"3\", default-features = false, features = [\"rustls-tls\"] }\n\
             serde_json = \"1\"\n"
                .to_owned()
                + TOKIO
                + "\n[features]\nloopback = [\"graph-rs-sdk/test-util\"]\n"
        },
        source: || include_str!("../programs/graph_rs_sdk.rs").to_owned(),
        loopback: &["--features", "loopback"],
    },
];

/// Programs that are compared with each other, all of them with TLS.
pub(crate) struct Comparison {
    /// What the names of the tables end with.
    pub(crate) of: &'static str,
    programs: &'static [&'static Program],
    /// The ratio to reach for clean builds.
    pub(crate) reach: f64,
}

pub(crate) static COMPARISONS: [Comparison; 2] = [
    Comparison { of: "", programs: &[&ALL[0], &ALL[1], &ALL[3]], reach: 1.1 },
    Comparison { of: " by `hyper`", programs: &[&ALL[0], &ALL[2]], reach: 0.6 },
];

fn ours(feature: &str) -> String {
    let library = paths::library();
    format!("graph-resource = {{ path = {library}, features = [{feature:?}] }}\nserde_json = \"1\"\n{TOKIO}")
}

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";

impl Comparison {
    /// Builds each program and runs it against a service on this machine.
    ///
    /// # Panics
    ///
    /// One asks for, sends or prints something else than another.
    pub(crate) fn check(&self, workspace: &Workspace) -> io::Result<()> {
        let mut said = Vec::new();
        for program in self.programs {
            let binary = workspace.build(program, program.loopback, &workspace.trial())?;
            let service = Service::start()?;
            let output = Command::new(binary).args([&service.root(), "token", "81ba513a"]).output()?;
            let printed = String::from_utf8_lossy(&output.stdout).into_owned();
            let requests = service.stop()?;
            assert!(output.status.success(), "{}: {}", program.label, String::from_utf8_lossy(&output.stderr));
            said.push((program.label, printed, requests));
        }
        for (label, printed, requests) in &said {
            assert_eq!(printed, "version 7, 8 participants\nversion 8, at None\n", "{label} prints");
            assert_eq!(*requests, said[0].2, "{label} asks for, beside {}", said[0].0);
        }
        Ok(())
    }

    /// CPU time of clean builds, crates and sizes of binaries, each table given away as soon as it is there. One who is
    /// slow by an order of magnitude is measured once.
    pub(crate) fn tables(
        &self,
        workspace: &Workspace,
        rounds: usize,
        keep: &mut dyn FnMut(Table) -> io::Result<()>,
    ) -> io::Result<()> {
        let Self { of, programs, .. } = self;
        let labels: Vec<&str> = programs.iter().map(|program| program.label).collect();
        let mut binaries = Vec::new();
        for is_release in [false, true] {
            let mut sizes = vec![0.0; programs.len()];
            let mut measure = |index: usize| {
                let (time, size) = workspace.build_clean(programs[index], is_release)?;
                sizes[index] = size as f64 / 1024.0;
                Ok(time.as_secs_f64())
            };
            let mut taken = take(2, rounds, &mut measure)?;
            for index in 2..programs.len() {
                taken.push(vec![measure(index)?]);
            }
            let profile = if is_release { "release" } else { "debug" };
            keep(table(&format!("clean build of a one-resource program{of}, {profile}"), "s", &labels, &taken))?;
            binaries = sizes;
        }
        let single = |values: Vec<f64>| values.into_iter().map(|value| vec![value]).collect::<Vec<_>>();
        let crates = programs.iter().map(|program| Ok(workspace.crates(program)?.len() as f64));
        let crates = single(crates.collect::<io::Result<_>>()?);
        keep(table(&format!("crates in the tree of a one-resource program{of}"), "crates", &labels, &crates))?;
        let binary = format!("binary of a one-resource program{of}, release, stripped");
        keep(table(&binary, "KiB", &labels, &single(binaries)))
    }

    /// The crates that the library adds to those of the program by hand, by name and version.
    pub(crate) fn added(&self, workspace: &Workspace) -> io::Result<Vec<String>> {
        let by_hand: BTreeSet<String> = workspace.crates(self.programs[0])?.into_iter().collect();
        let mut crates = workspace.crates(self.programs[1])?;
        crates.retain(|name| !by_hand.contains(name));
        Ok(crates)
    }
}
