//! `#[graph_resource(...)]` on a variant.

use syn::{Attribute, LitStr};

use super::container::qualified_name;
use super::{Slot, UNION_VARIANT, VARIANT, read_all};
use crate::errors::Errors;

/// What stands on a variant of an enumeration.
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

/// What stands on a variant of a union.
pub(crate) struct UnionVariantOptions {
    /// With a leading `#`, and where it is written.
    pub(crate) odata_type: Option<(String, LitStr)>,
    pub(crate) names_type: bool,
    pub(crate) unknown: Slot<()>,
}

impl UnionVariantOptions {
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut odata_type = Slot::<LitStr>::new("odata_type");
        let mut unknown = Slot::new("unknown");
        read_all(attributes, UNION_VARIANT, errors, |name, meta, errors| {
            match name {
                "odata_type" => odata_type.value(meta, "\"microsoft.graph.user\"", errors)?,
                "unknown" => unknown.flag(meta, errors)?,
                _ => return Ok(false),
            }
            Ok(true)
        });
        if let (Some((one, first, _)), Some((other, second, span))) = (odata_type.given(), unknown.given()) {
            let (second, first) = if one < other { (second, first) } else { (first, second) };
            let why = "it keeps the types that have no variant";
            errors.push_at(span, crate::diagnostic::Diagnostic::Conflict { second, first, why });
        }
        let names_type = odata_type.is_named();
        let odata_type = odata_type.get().and_then(|text| Some((qualified_name(text, errors)?, text.clone())));
        Self { odata_type, names_type, unknown }
    }
}
