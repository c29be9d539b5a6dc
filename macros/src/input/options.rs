//! `#[graph_resource(...)]` on a field.

use syn::{Attribute, LitStr};

use super::{FIELD, Slot, read_all};
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// What stands on a field.
pub(crate) struct FieldOptions {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) read_only: Slot<()>,
    pub(crate) create_only: Slot<()>,
    pub(crate) write_only: Slot<()>,
    pub(crate) merge: Slot<()>,
    pub(crate) navigation: Slot<()>,
    pub(crate) additional: Slot<()>,
    pub(crate) etag: Slot<()>,
    pub(crate) default: Slot<()>,
    pub(crate) with: Slot<LitStr>,
    /// The module that `with` names.
    pub(crate) module: Option<syn::Path>,
    pub(crate) opaque: Slot<()>,
}

impl FieldOptions {
    pub(crate) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut options = Self {
            rename: Slot::new("rename"),
            read_only: Slot::new("read_only"),
            create_only: Slot::new("create_only"),
            write_only: Slot::new("write_only"),
            merge: Slot::new("merge"),
            navigation: Slot::new("navigation"),
            additional: Slot::new("additional"),
            etag: Slot::new("etag"),
            default: Slot::new("default"),
            with: Slot::new("with"),
            module: None,
            opaque: Slot::new("opaque"),
        };
        read_all(attributes, FIELD, errors, |name, meta, errors| {
            match name {
                "rename" => options.rename.value(meta, "\"wireName\"", errors)?,
                "with" => options.with.value(meta, "\"module\"", errors)?,
                "read_only" => options.read_only.flag(meta, errors)?,
                "create_only" => options.create_only.flag(meta, errors)?,
                "write_only" => options.write_only.flag(meta, errors)?,
                "merge" => options.merge.flag(meta, errors)?,
                "navigation" => options.navigation.flag(meta, errors)?,
                "additional" => options.additional.flag(meta, errors)?,
                "etag" => options.etag.flag(meta, errors)?,
                "default" => options.default.flag(meta, errors)?,
                "opaque" => options.opaque.flag(meta, errors)?,
                _ => return Ok(false),
            }
            Ok(true)
        });
        if let Some(text) = options.with.get() {
            options.module = text.parse_with(syn::Path::parse_mod_style).ok();
            if options.module.is_none() {
                errors.push(text, Diagnostic::NotAModule { text: text.value() });
            }
        }
        options
    }
}
