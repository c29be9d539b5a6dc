//! The library used as its users do.

mod answers;
mod answers_without_success;
mod bad_input;
mod calls;
mod client;
mod dictionaries;
mod differences;
mod end_to_end;
mod enumerations;
mod foreign_errors;
mod hygiene;
mod inherited;
mod kinds;
mod laws;
mod links;
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
