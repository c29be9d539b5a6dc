//! The names of control information and annotations.

use crate::text::scan::{equal, is_found};

/// The control information that says which type a value really has.
pub const TYPE_KEY: &str = "@odata.type";
/// The same of a property, behind the property's name.
pub(crate) const TYPE_SUFFIX: &str = TYPE_KEY;
pub(crate) const ETAG_KEY: &str = "@odata.etag";
pub(crate) const BIND_SUFFIX: &str = "@odata.bind";
pub(crate) const COUNT: &str = "@odata.count";
pub(crate) const NEXT_LINK: &str = "@odata.nextLink";
pub(crate) const MEDIA_READ_LINK: &str = "@odata.mediaReadLink";
pub(crate) const MEDIA_EDIT_LINK: &str = "@odata.mediaEditLink";
pub(crate) const ID: &str = "@odata.id";
/// The entry of a delta with it is there no more.
pub(crate) const REMOVED: &str = "@removed";
/// The member that holds the items of a collection, and a value that is no object.
pub(crate) const VALUE: &str = "value";

/// The qualified name in an `@odata.type`: with or without `#`, or as the end of an absolute URI.
///
/// Source: OData JSON Format 4.0, section 4.5.3.
pub(crate) fn type_name(text: &str) -> &str {
    text.rsplit_once('#').map_or(text, |(_, name)| name)
}

/// The same of a type that is declared: behind its `#`.
pub(crate) fn declared_name(odata_type: &str) -> &str {
    odata_type.strip_prefix('#').unwrap_or(odata_type)
}

/// The place of the first `@`, if there is one, which is seldom.
pub(crate) fn position_of_at(name: &str) -> Option<usize> {
    let is_at = |byte| byte == b'@';
    let has_one = is_found(name.as_bytes(), |word| equal(word, b'@'), is_at);
    has_one.then(|| name.bytes().position(is_at))?
}

/// Whether this is an annotation of an object in a namespace of the service's own: data, such as
/// `@microsoft.graph.conflictBehavior`, and no control information.
pub(crate) fn is_own_annotation(name: &str) -> bool {
    let Some(term) = name.strip_prefix('@') else { return false };
    let is_qualified = term.split_once('.').is_some_and(|(space, rest)| !space.is_empty() && !rest.is_empty());
    is_qualified && !term.starts_with("odata.") && position_of_at(term).is_none()
}

#[cfg(test)]
mod tests {
    use super::{is_own_annotation, type_name};

    #[test]
    fn annotations_of_a_service_are_told_from_control_information() {
        for own in ["@microsoft.graph.conflictBehavior", "@content.tags", "@odataish.a"] {
            assert!(is_own_annotation(own), "{own}");
        }
        for other in ["@odata.id", "@removed", "@", "@.", "@.a", "@a.", "a@b.c", "a.b", "@a.b@odata.type", ""] {
            assert!(!is_own_annotation(other), "{other}");
        }
    }

    #[test]
    fn a_type_name_is_read_in_three_spellings() {
        for text in [
            "microsoft.graph.user",
            "#microsoft.graph.user",
            "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.user",
        ] {
            assert_eq!(type_name(text), "microsoft.graph.user");
        }
    }
}
