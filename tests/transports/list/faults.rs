//! Each fault for each verb: the table of `docs/reliability.md` says how it ends, and the service what was sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use graph_resource::{At, Error, ErrorKind, GraphAction, GraphComplex, Retry};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule, GraphServer};
use serde_json::{Value, json};

use crate::drivers::{Driver, Settings, TOKEN};
use crate::support::{Flat, FlatPatch, deserted};

const DOCUMENT: &str = include_str!("../../../docs/reliability.md");
const ATTEMPTS: u32 = 3;
const PHOTO: &str = "/flats/1/photo/$value";

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Ring {
    times: i32,
}

impl GraphAction for Ring {
    type On = At<Flat>;
    type Output = Value;
    const NAME: &'static str = "ring";
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Verb {
    Get,
    Patch,
    ConditionalPatch,
    Put,
    Delete,
    Create,
    Action,
}

const VERBS: [(&str, Verb); 7] = [
    ("`GET`", Verb::Get),
    ("`PATCH`", Verb::Patch),
    ("`PATCH` with `If-Match`", Verb::ConditionalPatch),
    ("`PUT` of content", Verb::Put),
    ("`DELETE`", Verb::Delete),
    ("`POST` of a new one", Verb::Create),
    ("`POST` of an action", Verb::Action),
];

/// How a call ends, as the table writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    /// Sent again, and done then.
    Again,
    /// Sent once, and done.
    Done,
    /// Sent once, and an error.
    Error,
}

/// What the error says, where there is one.
#[derive(Clone, Copy)]
enum Tells {
    Status(u16),
    NoAnswer,
    Unreadable,
    /// There is no error.
    Nothing,
}

struct Row {
    name: &'static str,
    fault: Fault,
    tells: Tells,
    /// Whether the service does what is asked.
    has_effect: bool,
}

fn rows() -> Vec<Row> {
    let before = |name, fault, tells| Row { name, fault, tells, has_effect: false };
    let after = |name, fault, tells| Row { name, fault, tells, has_effect: true };
    let status = |name, status| before(name, Fault::status(status), Tells::Status(status));
    let told = |name, status| before(name, Fault::status(status).retry_after("0.002"), Tells::Status(status));
    let challenge = Fault::status(401).header("www-authenticate", "Bearer error=\"x\", claims=\"eyJhIjoxfQ==\"");
    vec![
        status("429", 429),
        told("429, `Retry-After`", 429),
        status("503", 503),
        told("503, `Retry-After`", 503),
        status("504 before the effect", 504),
        told("504, `Retry-After`", 504),
        after("504 after the effect", Fault::status(504).after_effect(), Tells::Status(504)),
        status("500", 500),
        after("500 after the effect", Fault::status(500).after_effect(), Tells::Status(500)),
        status("502", 502),
        before("broken before the effect", Fault::disconnect(), Tells::NoAnswer),
        after("broken after the effect", Fault::lose_answer(), Tells::NoAnswer),
        after("broken after the head", Fault::cut_answer(0), Tells::NoAnswer),
        after("broken within the body", Fault::cut_answer(5), Tells::NoAnswer),
        after("broken before the last byte", Fault::cut_answer(usize::MAX), Tells::NoAnswer),
        after("a body cut short", Fault::shorten_answer(5), Tells::Unreadable),
        after("garbage for a body", Fault::garbage(), Tells::Unreadable),
        before("302", Fault::redirect(302, "https://elsewhere.example/"), Tells::Status(302)),
        before("308", Fault::redirect(308, "/v1.0/flats/2"), Tells::Status(308)),
        after("another writer before", Fault::touch(), Tells::Status(412)),
        before("a claims challenge", challenge, Tells::Status(401)),
        after("an answer that comes late", Fault::latency(Duration::from_millis(5)), Tells::Nothing),
    ]
}

/// A service to which all the same happens again and again.
struct Stage<D> {
    graph: EmbeddedGraph,
    _server: GraphServer,
    client: D,
    rung: Arc<AtomicUsize>,
}

impl<D: Driver> Stage<D> {
    fn new() -> Self {
        let rung = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&rung);
        let graph = EmbeddedGraph::new()
            .with_collection("/flats")
            .with_bearer_token(TOKEN)
            .with_action("/flats/{id}/ring", move |_| json!({"value": counted.fetch_add(1, SeqCst)}));
        let server = graph.serve().unwrap();
        let client = D::new(&server.base_url(), settings());
        Self { graph, _server: server, client, rung }
    }

    /// The state before a call.
    fn reset(&self) {
        self.graph.clear_faults();
        for flat in self.graph.entities("/flats") {
            self.graph.remove(&format!("/flats/{}", flat["id"].as_str().unwrap()));
        }
        self.graph.insert("/flats", json!({"id": "1", "name": "old"}));
        self.rung.store(0, SeqCst);
        // The call uses a connection that is open.
        self.client.send(Flat::at("1").get()).unwrap();
        self.graph.clear_requests();
    }

    fn call(&self, verb: Verb) -> Result<(), Error> {
        call(&self.client, verb, &self.graph.etag("/flats/1").unwrap())
    }

    /// How often the service did what was asked: never, or once. It is never done by half.
    fn effects(&self, verb: Verb) -> usize {
        let name = self.graph.entity("/flats/1").map(|flat| flat["name"].clone());
        let is_old = name == Some("old".into());
        match verb {
            Verb::Get => 0,
            Verb::Patch | Verb::ConditionalPatch => {
                assert!(is_old || name == Some("new".into()), "{name:?}");
                usize::from(!is_old)
            }
            Verb::Put => {
                let content = self.graph.content(PHOTO);
                assert!(content.as_ref().is_none_or(|(_, bytes)| bytes == "photo"), "{content:?}");
                usize::from(content.is_some())
            }
            Verb::Delete => {
                assert!(is_old || name.is_none());
                usize::from(name.is_none())
            }
            Verb::Create => self.graph.entities("/flats").len() - 1,
            Verb::Action => self.rung.load(SeqCst),
        }
    }
}

fn settings() -> Settings {
    let retry = Retry::new().attempts(ATTEMPTS).backoff(Duration::from_millis(1), Duration::from_millis(1));
    Settings { retry, has_provider: true, ..Settings::default() }
}

fn call<D: Driver>(client: &D, verb: Verb, tag: &str) -> Result<(), Error> {
    let (flat, patch) = (Flat::at("1"), FlatPatch::new().name("new"));
    match verb {
        Verb::Get => client.send(flat.get()).map(drop),
        Verb::Patch => client.send(flat.update(patch)).map(drop),
        Verb::ConditionalPatch => client.send(flat.update(patch).if_match(tag)).map(drop),
        Verb::Put => client.send(flat.put_content("photo/$value", "image/png", "photo")).map(drop),
        Verb::Delete => client.send(flat.delete()),
        Verb::Create => client.send(Flat::collection().create(&Flat::named("3", "three"))).map(drop),
        Verb::Action => client.send(flat.invoke(Ring { times: 1 })).map(drop),
    }
}

/// The cells of a row of the table, in the order of the verbs.
fn documented(name: &str) -> [End; 7] {
    let header = VERBS.map(|(verb, _)| verb).join(" | ");
    assert!(DOCUMENT.contains(&format!("| fault | {header} |")), "the head of the table: {header}");
    let line = DOCUMENT.lines().find_map(|line| line.strip_prefix(&format!("| {name} | "))).unwrap_or_else(|| {
        panic!("the table has no row `{name}`");
    });
    let cells = line.trim_end_matches([' ', '|']).split(" | ").map(|cell| match cell {
        "again" => End::Again,
        "done" => End::Done,
        "error" => End::Error,
        other => panic!("{name}: {other}"),
    });
    cells.collect::<Vec<_>>().try_into().unwrap_or_else(|cells: Vec<_>| panic!("{name}: {} cells", cells.len()))
}

fn assert_tells(error: &Error, tells: Tells, case: &str) {
    let status = error.status().map(|status| status.as_u16());
    match tells {
        Tells::Status(expected) => assert_eq!(status, Some(expected), "{case}"),
        Tells::NoAnswer => {
            assert!(matches!(error.kind(), ErrorKind::Transport | ErrorKind::BodyLost), "{case}: {error:?}");
            assert_ne!(error.was_sent(), Some(false), "{case}");
        }
        Tells::Unreadable => {
            assert_eq!(error.kind(), ErrorKind::Decode, "{case}: {error:?}");
            assert!(status.is_some_and(|status| status < 300), "{case}");
        }
        Tells::Nothing => panic!("{case}: {error:?}"),
    }
}

pub(crate) fn each_fault_of_each_verb_ends_as_the_table_says<D: Driver>() {
    for row in rows() {
        let stage = Stage::<D>::new();
        for ((_, verb), end) in VERBS.into_iter().zip(documented(row.name)) {
            let case = format!("{verb:?}, {}", row.name);
            let reads = verb == Verb::Get;

            // It happens once.
            stage.reset();
            stage.graph.fault_next(row.fault.clone());
            let outcome = stage.call(verb);
            let sent = stage.graph.take_requests().len();
            let is_refused = matches!(row.tells, Tells::Status(412)) && end == End::Error;
            let effects = stage.effects(verb);
            assert_eq!((sent, outcome.is_ok()), (if end == End::Again { 2 } else { 1 }, end != End::Error), "{case}");
            let is_done = outcome.is_ok() || (row.has_effect && !is_refused);
            assert_eq!(effects, usize::from(is_done && !reads), "{case}");
            if let Err(error) = outcome {
                assert_tells(&error, row.tells, &case);
                assert_eq!(error.attempts(), 1, "{case}");
            }

            // It happens each time.
            stage.reset();
            stage.graph.add_fault(FaultRule::new(row.fault.clone()));
            let outcome = stage.call(verb);
            let most = if row.name == "a claims challenge" { 2 } else { ATTEMPTS };
            let expected = if end == End::Again { most } else { 1 };
            assert_eq!(stage.graph.take_requests().len(), expected as usize, "{case}, each time");
            assert_eq!(outcome.is_ok(), end == End::Done, "{case}, each time");
            assert!(stage.effects(verb) <= 1, "{case}, each time");
            if let Err(error) = outcome {
                assert_tells(&error, row.tells, &case);
                assert_eq!(error.attempts(), expected, "{case}, each time");
            }
        }
    }
    // Nobody listens.
    let client = D::new(&deserted(), settings());
    for ((_, verb), end) in VERBS.into_iter().zip(documented("not sent")) {
        let error = call(&client, verb, "*").unwrap_err();
        assert_eq!((error.was_sent(), end), (Some(false), End::Again), "{verb:?}");
        assert_eq!(error.attempts(), ATTEMPTS, "{verb:?}");
    }
}
