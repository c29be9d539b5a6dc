//! Resources of Graph, annotated as a user would, and held to every example that Microsoft's documentation gives of them.
//!
//! A module a resource: its structs, where it is served, what of the documentation is left out and why, and a few bodies
//! of our own, which are run with or without the documentation. What is asked of an example stands in `harness`.

#![allow(clippy::struct_excessive_bools, clippy::struct_field_names, reason = "Graph's types are as they are")]

mod common;
mod harness;

mod attachments;
mod booking_customer;
mod booking_staff_member;
mod calendar;
mod calendar_permission;
mod channel;
mod chat_message;
mod chat_message_values;
mod device_configuration;
mod drive;
mod drive_facets;
mod drive_item;
mod education_assignment_settings;
mod education_class;
mod education_user;
mod event;
mod event_message_call;
mod event_message_detail;
mod event_parts;
mod field_value_set;
mod group;
mod group_parts;
mod mailbox_settings;
mod message;
mod message_rule;
mod online_meeting;
mod online_meeting_parts;
mod online_meeting_reports;
mod open_shift;
mod open_type_extension;
mod outlook;
mod outlook_category;
mod permission;
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
mod term_store_group;
mod term_store_set;
mod term_store_store;
mod term_store_term;
mod todo_task;
mod todo_task_list;
mod user;
mod workbook;
mod workbook_cells;
mod workbook_chart;
mod workbook_chart_axis;
mod workbook_chart_parts;
mod workbook_format_protection;
mod workbook_named_item;
mod workbook_range;
mod workbook_range_border;
mod workbook_range_fill;
mod workbook_range_font;
mod workbook_range_format;
mod workbook_table_row;
mod workforce_integration;
