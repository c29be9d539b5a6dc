//! People, groups, applications and roles of a directory.

mod administrative_unit;
mod application;
pub(crate) mod application_parts;
pub(crate) mod directory_object;
mod domain;
pub(crate) mod group;
pub(crate) mod group_parts;
pub(crate) mod organizational_branding;
pub(crate) mod organizational_branding_localization;
mod service_principal;
pub(crate) mod unified_role_assignment;
mod unified_role_assignment_multiple;
pub(crate) mod unified_role_definition;
pub(crate) mod user;
