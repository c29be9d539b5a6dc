//! The library used as its users do.

mod answers;
mod bad_input;
mod calls;
mod client;
mod dictionaries;
mod differences;
mod end_to_end;
mod enumerations;
mod hygiene;
mod inherited;
mod kinds;
mod laws;
mod lost_notifications;
mod notifications;
mod order;
mod patch;
mod paths;
mod relationships;
mod requests;
mod secrets;
mod strategies;
mod support;
mod tracked;
mod unions;
mod wire;
