//! What is allowed, what is watched, and what was agreed on.

mod agreement;
mod alert;
mod authorization_policy;
mod conditional_access_policy;
mod group_lifecycle_policy;
mod identity_provider_base;
mod named_location;
mod subscription;
