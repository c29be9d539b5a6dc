//! The contestants: each as its own documentation says, with the same request and the same answer.

mod by_hand;
mod others;
mod ours;

use std::fmt::Debug;

pub use self::by_hand::{HyperUtil, Reqwest};
pub(crate) use self::by_hand::{client, connector};
pub use self::others::{AzureCore, GraphRsSdk, Octocrab};
pub(crate) use self::ours::plain;
pub use self::ours::{GraphResource, GraphResourceOverHyper, WithPolicies, WithoutPolicies};

/// Changes the record, and gives what the service answered.
pub trait Client {
    /// The name in tables.
    const NAME: &'static str;

    /// What the answer is read as.
    type Answer: Debug;

    /// A client for the service with this root, such as `http://127.0.0.1:8080/v1.0`.
    fn new(base: &str) -> Self;

    /// Sends the request.
    fn patch(&self) -> impl Future<Output = Self::Answer>;

    /// The record that the answer led to, as `Debug` shows it.
    fn shown(&self, answer: Self::Answer) -> String {
        format!("{answer:?}")
    }
}
