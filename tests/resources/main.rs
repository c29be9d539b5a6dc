//! Resources of Graph, annotated as a user would, and held to every example that Microsoft's documentation gives of them.
//!
//! A module a resource: its structs, where it is served, what of the documentation is left out and why, and a few bodies
//! of our own, which are run with or without the documentation. What is asked of an example stands in `harness`.

#![allow(clippy::struct_excessive_bools, clippy::struct_field_names, reason = "Graph's types are as they are")]

mod common;
mod harness;

mod attachments;
mod calendar;
mod calendar_permission;
mod device_configuration;
mod event;
mod event_parts;
mod group;
mod group_parts;
mod mailbox_settings;
mod message;
mod message_rule;
mod online_meeting;
mod online_meeting_parts;
mod online_meeting_reports;
mod open_type_extension;
mod outlook;
mod outlook_category;
mod planner_task_details;
mod todo_task;
mod todo_task_list;
mod user;
