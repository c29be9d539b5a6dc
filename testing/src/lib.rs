#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod fixtures;

mod clock;
mod embedded;
mod errors;
mod fault;
mod headers;
mod patch;
mod path;
mod query;
mod record;
mod rules;
#[cfg(feature = "server")]
mod server;
mod service;
mod store;
mod view;
mod wire;

pub use self::embedded::EmbeddedGraph;
pub use self::fault::Disconnected;
pub use self::record::{Exchange, RecordedRequest, RecordedResponse};
pub use self::rules::{ComplexUpdate, ETags, OnReadOnly, PatchAnswer, Rules};
#[cfg(feature = "server")]
pub use self::server::GraphServer;
