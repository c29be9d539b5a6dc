//! Resources of Graph, annotated as a user would, and held to every example that Microsoft's documentation gives of them.
//!
//! A module a resource: its structs, where it is served, what of the documentation is left out and why, and a few bodies
//! of our own, which are run with or without the documentation. What is asked of an example stands in `harness`.

#![allow(clippy::struct_excessive_bools, clippy::struct_field_names, reason = "Graph's types are as they are")]

mod common;
mod harness;

mod administrative_unit;
mod agreement;
mod alert;
mod application;
mod application_parts;
mod authorization_policy;
mod conditional_access_policy;
mod device_configuration;
mod directory_object;
mod domain;
mod group_lifecycle_policy;
mod identity_provider_base;
mod named_location;
mod organizational_branding;
mod organizational_branding_localization;
mod planner_task_details;
mod service_principal;
mod subscription;
mod unified_role_assignment;
mod unified_role_assignment_multiple;
mod unified_role_definition;
mod user;
