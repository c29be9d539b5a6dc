//! Conversions that make a union as easy to build as one of its types.

/// For each type of a union: a value of it is a value of the union, and a value or a patch of it is a change of the
/// union, so that a setter takes either without a word more.
macro_rules! variants {
    ($union:ident: $patch:ident { $($variant:ident($value:ty, $value_patch:ty),)* }) => {$(
        impl From<$value> for $union {
            fn from(value: $value) -> Self {
                Self::$variant(value.into())
            }
        }

        impl From<$value> for graph_resource::Change<$union> {
            fn from(value: $value) -> Self {
                Self::Replace(value.into())
            }
        }

        impl From<$value_patch> for graph_resource::Change<$union> {
            fn from(patch: $value_patch) -> Self {
                $patch::from(patch).into()
            }
        }
    )*};
}

pub(crate) use variants;
