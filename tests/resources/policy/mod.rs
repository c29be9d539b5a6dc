//! What is allowed, what is watched, and what was agreed on.

mod agreement;
#[allow(deprecated, reason = "the older alerts, which pages still show")]
mod alert;
mod authorization_policy;
mod conditional_access_policy;
mod group_lifecycle_policy;
mod identity_provider_base;
mod named_location;
mod subscription;
