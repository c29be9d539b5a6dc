//! Mail, calendars, tasks, and what is attached to them.

pub(crate) mod attachments;
pub(crate) mod calendar;
pub(crate) mod calendar_permission;
pub(crate) mod event;
pub(crate) mod event_parts;
mod mailbox_settings;
pub(crate) mod message;
mod message_rule;
pub(crate) mod open_type_extension;
pub(crate) mod outlook;
mod outlook_category;
pub(crate) mod todo_task;
mod todo_task_list;
