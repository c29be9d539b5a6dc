//! Resources of Graph, annotated as a user would, and held to every example that Microsoft's documentation gives of them.
//!
//! A module a resource: its structs, where it is served, what of the documentation is left out and why, and a few bodies
//! of our own, which are run with or without the documentation. What is asked of an example stands in `harness`.

#![allow(clippy::struct_excessive_bools, clippy::struct_field_names, reason = "Graph's types are as they are")]
#![allow(clippy::duplicated_attributes, reason = "each attribute speaks of its own path")]
#![allow(unreachable_pub, reason = "types are public as a library's are")]

mod common;
mod harness;

mod device_configuration;
mod directory;
mod files;
mod mail;
mod policy;
mod teams;
mod work;
