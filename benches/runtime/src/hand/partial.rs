//! A partial written by hand: what an answer to `$select` says, absent and null kept apart.

use graph_resource::DateTimeOffset;

use super::{CallType, IdentitySet, Modality};

/// Some properties of a callRecord.
macro_rules! partial {
    ($($field:ident $wire:literal [$($ty:tt)*];)*) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        #[allow(clippy::option_option, reason = "absent, null and a value, as it is commonly written")]
        pub struct CallRecordPartial { $(pub $field: Option<$($ty)*>,)* }

        const _: () = {
            use std::fmt;

            use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

            #[allow(non_camel_case_types, reason = "a key is named as its field")]
            enum Key { $($field,)* Ignored }

            struct KeyVisitor;

            impl Visitor<'_> for KeyVisitor {
                type Value = Key;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a property name")
                }

                fn visit_str<E>(self, name: &str) -> Result<Key, E> {
                    Ok(match name {
                        $($wire => Key::$field,)*
                        _ => Key::Ignored,
                    })
                }
            }

            impl<'de> Deserialize<'de> for Key {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_identifier(KeyVisitor)
                }
            }

            struct PartialVisitor;

            impl<'de> Visitor<'de> for PartialVisitor {
                type Value = CallRecordPartial;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<CallRecordPartial, A::Error> {
                    let mut partial = CallRecordPartial::default();
                    while let Some(key) = access.next_key()? {
                        match key {
                            $(Key::$field => {
                                if partial.$field.is_some() {
                                    return Err(A::Error::duplicate_field($wire));
                                }
                                partial.$field = Some(access.next_value()?);
                            })*
                            Key::Ignored => {
                                access.next_value::<IgnoredAny>()?;
                            }
                        }
                    }
                    Ok(partial)
                }
            }

            impl<'de> Deserialize<'de> for CallRecordPartial {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    from.deserialize_map(PartialVisitor)
                }
            }
        };
    };
}

partial! {
    id "id" [String];
    version "version" [i64];
    r#type "type" [CallType];
    modalities "modalities" [Vec<Modality>];
    last_modified_date_time "lastModifiedDateTime" [DateTimeOffset];
    start_date_time "startDateTime" [DateTimeOffset];
    end_date_time "endDateTime" [DateTimeOffset];
    organizer "organizer" [Option<IdentitySet>];
    participants "participants" [Vec<IdentitySet>];
    join_web_url "joinWebUrl" [Option<String>];
}
