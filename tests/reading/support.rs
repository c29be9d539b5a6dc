//! What the tests share.

use graph_resource::DateTimeOffset;

pub(crate) const BASE: &str = "https://graph.microsoft.com/v1.0";

pub(crate) fn moment(text: &str) -> DateTimeOffset {
    text.parse().unwrap()
}

pub(crate) fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}
