//! The documentation's examples, where a folder `shared` beside the checkout, or the one that `GRAPH_CORPUS` names, holds
//! them. They are read and never copied.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;

/// An example of a page: a request, and the answer to it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) url: String,
    /// Of a `GET`: `entity`, `collection`, `wrapped_entity`, `unparsed`.
    pub(crate) shape: String,
    pub(crate) resource_type: Option<String>,
    /// The body of the request; where the page has a slip in it that can be mended, the mended one.
    pub(crate) body: Option<Value>,
    pub(crate) status: Option<u16>,
    answer: Option<Value>,
}

impl Example {
    /// A line of the documentation's examples.
    fn documented(line: &Value) -> Self {
        let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        let body = |name: &str| {
            let repaired = format!("{name}_repaired");
            [name, &repaired].iter().map(|name| &line[*name]).find(|body| !body.is_null()).cloned()
        };
        Self {
            id: text("id"),
            version: text("version"),
            url: text("url"),
            shape: text("shape"),
            resource_type: line["resource_type"].as_str().map(str::to_owned),
            body: body("request_body"),
            status: line["response_status"].as_u64().and_then(|status| status.try_into().ok()),
            answer: body("response_body"),
        }
    }

    /// An example of our own.
    pub(crate) fn own(url: &str, body: Option<Value>, answer: Option<Value>) -> Self {
        let status = Some(if answer.is_some() { 200 } else { 204 });
        let (id, url, version) = (format!("our own {url}"), url.to_owned(), "v1.0".to_owned());
        Self { id, version, url, shape: "entity".to_owned(), resource_type: None, body, status, answer }
    }

    /// The body of the answer. One without content has none, whatever the page shows.
    pub(crate) fn answer(&self) -> Option<&Value> {
        self.answer.as_ref().filter(|_| self.status != Some(204))
    }

    /// The records that the answer to a `GET` shows.
    pub(crate) fn records(&self) -> Option<Vec<&Value>> {
        let body = self.answer()?;
        match &*self.shape {
            "collection" => body["value"].as_array().map(|items| items.iter().collect()),
            "wrapped_entity" => Some(vec![&body["value"]]),
            _ => Some(vec![body]),
        }
    }
}

/// All examples that are there.
pub(crate) struct Corpus {
    pub(crate) patches: Vec<Example>,
    pub(crate) gets: Vec<Example>,
}

/// The folder that the documentation is looked for in.
pub(crate) fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    std::env::var_os("GRAPH_CORPUS").map_or_else(beside, PathBuf::from)
}

/// The documentation's examples; `None` where there are none.
pub(crate) fn corpus() -> Option<&'static Corpus> {
    static CORPUS: OnceLock<Option<Corpus>> = OnceLock::new();
    let load = || Some(Corpus { patches: examples("patch.dev.jsonl")?, gets: examples("get.dev.jsonl")? });
    CORPUS.get_or_init(load).as_ref()
}

fn examples(file: &str) -> Option<Vec<Example>> {
    let folders = [folder().join("corpus"), folder()];
    let text = folders.iter().find_map(|folder| std::fs::read_to_string(folder.join(file)).ok())?;
    let parsed = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {file}: {line}"));
    Some(text.lines().map(|line| Example::documented(&parsed(line))).collect())
}
