//! Resources of Graph, annotated as a user would, and held to every example that Microsoft's documentation gives of them.
//!
//! A module a resource: its structs, where it is served, what of the documentation is left out and why, and a few bodies
//! of our own, which are run with or without the documentation. What is asked of an example stands in `harness`.

#![allow(clippy::struct_field_names, reason = "Graph names `userPrincipalName` of a user so")]

mod common;
mod harness;

mod booking_customer;
mod booking_staff_member;
mod channel;
mod chat_message;
mod chat_message_values;
mod education_assignment_settings;
mod education_class;
mod education_user;
mod event_message_call;
mod event_message_detail;
mod open_shift;
mod planner_plan;
mod planner_task;
mod planner_task_details;
mod print_job;
mod print_values;
mod printer;
mod printer_state;
mod team;
mod teams_identity;
mod teams_tab;
mod user;
mod workforce_integration;
