//! Teams, chats, meetings and shifts.

pub(crate) mod channel;
mod chat_message;
pub(crate) mod chat_message_values;
pub(crate) mod event_message_call;
pub(crate) mod event_message_detail;
mod online_meeting;
pub(crate) mod online_meeting_parts;
pub(crate) mod online_meeting_reports;
mod open_shift;
mod team;
pub(crate) mod teams_identity;
mod teams_tab;
mod workforce_integration;
