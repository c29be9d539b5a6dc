//! The examples are beside this file, one a task: `cargo run --example update_call_record`.
