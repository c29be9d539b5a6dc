//! Readers written by hand: what one writes for a type, written once as a macro for all of them.
//!
//! For each struct a visitor with a `match` over the names, places for the values, and a check that none occurs twice; as
//! serde's derive would, and beyond it what an open type of OData needs: names are borrowed from the text, control
//! information is passed over, a dynamic property that is null is not kept. For each union a visitor that reads the type
//! where it stands first, as Graph writes it, and goes on with the struct of that type.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};

/// A text, borrowed where it can be.
pub(crate) struct Text<'de>(pub(crate) Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        from.deserialize_str(TextVisitor)
    }
}

/// What an `@odata.type` says, without `#` and what is before it.
pub(crate) fn type_name(text: &str) -> &str {
    text.rsplit_once('#').map_or(text, |(_, name)| name)
}

macro_rules! by_hand {
    (struct $name:ident $type:literal {
        $($field:ident $wire:literal $how:ident $(($option:ident))? [$($ty:tt)*];)*
    } $(open $additional:ident)?) => {
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $(pub $field: $($ty)*,)*
            $(pub $additional: serde_json::Map<String, serde_json::Value>,)?
        }

        const _: () = {
            use std::borrow::Cow;
            use std::fmt;

            use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
            use serde_json::{Map, Value};

            use $crate::by_hand::{Text, type_name};

            const OPEN: bool = [$(stringify!($additional),)? ""].len() > 1;

            #[allow(non_camel_case_types, reason = "a key is named as its field")]
            enum Key<'de> {
                $($field,)*
                Type,
                /// The name of a dynamic property.
                Dynamic(Cow<'de, str>),
                Ignored,
            }

            fn key(name: &str) -> Option<Key<'static>> {
                Some(match name {
                    $($wire => Key::$field,)*
                    "@odata.type" => Key::Type,
                    name if !OPEN || name.contains('@') => Key::Ignored,
                    _ => return None,
                })
            }

            struct KeyVisitor;

            impl<'de> Visitor<'de> for KeyVisitor {
                type Value = Key<'de>;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a property name")
                }

                fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Key<'de>, E> {
                    Ok(key(name).unwrap_or(Key::Dynamic(Cow::Borrowed(name))))
                }

                fn visit_str<E>(self, name: &str) -> Result<Key<'de>, E> {
                    Ok(key(name).unwrap_or_else(|| Key::Dynamic(Cow::Owned(name.to_owned()))))
                }
            }

            impl<'de> Deserialize<'de> for Key<'de> {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_identifier(KeyVisitor)
                }
            }

            impl $name {
                #[allow(unused_mut, unused_variables, reason = "a closed type has no dynamic properties")]
                pub(crate) fn read<'de, A: MapAccess<'de>>(mut access: A) -> Result<Self, A::Error> {
                    $(let mut $field: Option<$($ty)*> = None;)*
                    let mut dynamic: Map<String, Value> = Map::new();
                    while let Some(key) = access.next_key()? {
                        match key {
                            $(Key::$field => {
                                if $field.is_some() {
                                    return Err(A::Error::duplicate_field($wire));
                                }
                                $field = Some(access.next_value()?);
                            })*
                            Key::Type if OPEN => {
                                let Text(text) = access.next_value()?;
                                if type_name(&text) != $type {
                                    let name = format!("#{}", type_name(&text));
                                    dynamic.insert("@odata.type".to_owned(), Value::String(name));
                                }
                            }
                            Key::Dynamic(name) => {
                                if let Some(value) = access.next_value::<Option<Value>>()?
                                    && dynamic.insert(name.into_owned(), value).is_some()
                                {
                                    return Err(A::Error::custom("a dynamic property occurs twice"));
                                }
                            }
                            Key::Type | Key::Ignored => {
                                access.next_value::<IgnoredAny>()?;
                            }
                        }
                    }
                    Ok(Self {
                        $($field: by_hand!(@end $how $field $wire A),)*
                        $($additional: dynamic)?
                    })
                }
            }

            struct ObjectVisitor;

            impl<'de> Visitor<'de> for ObjectVisitor {
                type Value = $name;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<$name, A::Error> {
                    $name::read(access)
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_map(ObjectVisitor)
                }
            }
        };
    };
    (@end required $field:ident $wire:literal $access:ident) => {
        $field.ok_or_else(|| $access::Error::missing_field($wire))?
    };
    (@end optional $field:ident $wire:literal $access:ident) => { $field.unwrap_or_default() };
    (enum $name:ident { $($member:ident $wire:literal;)* }) => {
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $($member,)*
            Unknown(String),
        }

        const _: () = {
            use std::fmt;

            use serde::de::{Deserialize, Deserializer, Visitor};
            use serde::ser::{Serialize, Serializer};

            struct MemberVisitor;

            impl Visitor<'_> for MemberVisitor {
                type Value = $name;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the name of a member")
                }

                fn visit_str<E>(self, name: &str) -> Result<$name, E> {
                    Ok(match name {
                        $($wire => $name::$member,)*
                        name => $name::Unknown(name.to_owned()),
                    })
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_str(MemberVisitor)
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    to.serialize_str(match self {
                        $(Self::$member => $wire,)*
                        Self::Unknown(name) => name,
                    })
                }
            }
        };
    };
    (union $name:ident { $($variant:ident $type:literal $payload:ident;)* }) => {
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $($variant($payload),)*
            Unknown(serde_json::Map<String, serde_json::Value>),
        }

        const _: () = {
            use std::fmt;

            use serde::de::value::MapAccessDeserializer;
            use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
            use serde_json::{Map, Value};

            use $crate::by_hand::{Text, type_name};

            struct UnionVisitor;

            impl<'de> Visitor<'de> for UnionVisitor {
                type Value = $name;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<$name, A::Error> {
                    let Some(Text(name)) = access.next_key()? else { return Ok($name::Unknown(Map::new())) };
                    if name == "@odata.type" {
                        let Text(found) = access.next_value()?;
                        $(if type_name(&found) == type_name($type) {
                            return $payload::read(access).map($name::$variant);
                        })*
                        let mut object = Map::deserialize(MapAccessDeserializer::new(access))?;
                        object.insert(name.into_owned(), Value::String(found.into_owned()));
                        return Ok($name::Unknown(object));
                    }
                    // The type comes later, or not at all: the slow way.
                    let value: Value = access.next_value()?;
                    let mut object: Map<String, Value> = Map::deserialize(MapAccessDeserializer::new(access))?;
                    object.insert(name.into_owned(), value);
                    let found = object.get("@odata.type").and_then(Value::as_str).map(type_name);
                    $(if found == Some(type_name($type)) {
                        return $payload::deserialize(object).map($name::$variant).map_err(A::Error::custom);
                    })*
                    Ok($name::Unknown(object))
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_map(UnionVisitor)
                }
            }
        };
    };
}
