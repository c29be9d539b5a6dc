//! What options stand on.

/// What options stand on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Site {
    Resource,
    Complex,
    Union,
    Enum,
    Field,
    Variant,
    UnionVariant,
}
