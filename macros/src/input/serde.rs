//! serde's own attributes. Our derives implement serde's traits, and do not read these attributes.

use syn::{Attribute, Data, DeriveInput, Ident, Meta, Token};

use super::site::Site;
use crate::diagnostic::Diagnostic;
use crate::errors::Errors;

/// serde's names of options, and ours.
const OURS: [(&str, &str); 4] = [
    ("flatten", "additional"),
    ("other", "unknown"),
    ("skip_deserializing", "write_only"),
    ("skip_serializing", "read_only"),
];

/// Whether the attribute is one of serde's.
pub(super) fn is_serdes(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

/// Reports `#[serde(rename = "x")]`, and names our option with that meaning if there is one.
pub(super) fn report(attribute: &Attribute, site: Site, errors: &mut Errors) {
    let first = match &attribute.meta {
        Meta::List(list) => list.parse_args_with(|input: syn::parse::ParseStream<'_>| {
            let name = input.call(<Ident as syn::ext::IdentExt>::parse_any)?;
            let has_value = input.peek(Token![=]);
            input.parse::<proc_macro2::TokenStream>()?;
            Ok((name.to_string(), has_value))
        }),
        meta => Err(syn::Error::new_spanned(meta, "no list")),
    };
    let ours = first.ok().and_then(|(name, has_value)| {
        let name = OURS.iter().find(|(serdes, _)| *serdes == name).map_or(&*name, |(_, ours)| ours);
        let ours = site.options().find(|option| *option == name)?;
        Some(if has_value { format!("{ours} = …") } else { ours.to_owned() })
    });
    errors.push(&attribute.meta, Diagnostic::SerdeAttribute { ours });
}

/// Whether serde's attributes stand on the type, or on a field or variant of it.
pub(crate) fn has_serde_attributes(input: &DeriveInput) -> bool {
    let mut of_parts: Vec<&Attribute> = input.attrs.iter().collect();
    match &input.data {
        Data::Struct(data) => of_parts.extend(data.fields.iter().flat_map(|field| &field.attrs)),
        Data::Enum(data) => of_parts.extend(data.variants.iter().flat_map(|variant| &variant.attrs)),
        Data::Union(_) => {}
    }
    of_parts.into_iter().any(is_serdes)
}
