#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod fixtures;

mod batch;
mod clock;
mod content;
mod deep;
mod drive;
mod embedded;
mod errors;
mod expand;
mod fault;
mod filter;
mod headers;
mod log;
mod operation;
mod outside;
mod patch;
mod path;
mod query;
mod record;
mod relation;
mod render;
mod rules;
mod search;
mod sender;
#[cfg(feature = "server")]
mod server;
mod service;
mod shape;
mod store;
mod subscription;
mod token;
mod upload;
mod view;
mod wire;

pub use self::embedded::EmbeddedGraph;
pub use self::fault::{DateForm, Disconnected, Fault, FaultRule};
pub use self::operation::{Invocation, OperationAnswer};
pub use self::record::{Exchange, RecordedRequest, RecordedResponse};
pub use self::rules::{ComplexUpdate, ETags, OnReadOnly, PatchAnswer, Rules};
pub use self::sender::{Deliveries, Fate};
#[cfg(feature = "server")]
pub use self::server::GraphServer;
pub use self::upload::UploadStyle;
