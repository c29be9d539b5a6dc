//! `#[graph_resource(...)]` on a variant.

use syn::{Attribute, LitStr};

use super::{Slot, VARIANT, read_all};
use crate::errors::Errors;

/// What stands on a variant.
pub(crate) struct VariantOptions {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) unknown: Slot<()>,
}

impl VariantOptions {
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut options = Self { rename: Slot::new("rename"), unknown: Slot::new("unknown") };
        read_all(attributes, VARIANT, errors, |name, meta, errors| {
            match name {
                "rename" => options.rename.value(meta, "\"wireName\"", errors)?,
                "unknown" => options.unknown.flag(meta, errors)?,
                _ => return Ok(false),
            }
            Ok(true)
        });
        options
    }
}
