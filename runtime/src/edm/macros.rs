//! What the types here have in common, written once.

/// Makes a value of Graph of a `ScalarValue`, and gives it serde's traits.
macro_rules! serde_value {
    ($type:ident) => {
        impl $crate::codec::value::GraphValue for $type {
            type Codec = $crate::value::scalar::ScalarCodec<Self>;
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::value::scalar::ScalarValue::write(self, to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let cx = $crate::codec::context::ReadContext::root($crate::codec::context::ReadMode::Local);
                $crate::value::scalar::ScalarValue::read(from, cx)
            }
        }
    };
}

/// The same for a value that stands in a string, as a method gives it, and that is shown to developers so as well.
macro_rules! text_value {
    ($type:ident, $literal:ident, $text:ident, $wanted:literal) => {
        impl $crate::value::scalar::ScalarValue for $type {
            const LITERAL: $crate::odata::literal::Literal = $crate::odata::literal::Literal::$literal;

            fn read<'de, D>(from: D, cx: $crate::codec::context::ReadContext<'_>) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                $crate::value::text::read_text(from, cx, $wanted, |text| text.parse().ok())
            }

            fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.$text())
            }
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self, f)
            }
        }

        serde_value!($type);
    };
}

/// Makes an error of a struct that holds its message.
macro_rules! worded_error {
    ($type:ident) => {
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.0)
            }
        }

        impl ::core::error::Error for $type {}
    };
}
