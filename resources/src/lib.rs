#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod call_records;
pub mod identity;

pub use graph_resource;
