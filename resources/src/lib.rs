#![doc = include_str!("../README.md")]

pub mod call_records;
pub mod identity;
pub mod outlook;

pub use graph_resource;
