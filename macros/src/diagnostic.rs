//! Every mistake that the derives report. `Display` is the only home of message text: what is wrong, a semicolon,
//! what to do.

mod path;

use core::fmt;

pub(crate) use self::path::PathMistake;

/// A mistake in the input of a derive.
pub(crate) enum Diagnostic {
    // Shape of the input.
    NeedsNamedFields {
        derive: &'static str,
        name: String,
        shape: &'static str,
    },
    NeedsEnum {
        name: String,
        shape: &'static str,
    },
    NeedsUnion {
        name: String,
        shape: &'static str,
    },
    VariantWithoutType {
        name: String,
    },
    Lifetime,
    VariantWithFields {
        name: String,
    },

    // Options as such.
    BareAttribute,
    AttributeWithValue,
    MissingComma,
    NotAnOption,
    PathWithoutName,
    UnknownOption {
        place: &'static str,
        name: String,
        near: Option<&'static str>,
        choices: Vec<&'static str>,
    },
    OptionElsewhere {
        name: String,
        place: &'static str,
        home: String,
    },
    OptionTwice {
        name: &'static str,
    },
    NeedsValue {
        name: &'static str,
        example: &'static str,
    },
    TakesNoValue {
        name: &'static str,
    },
    OptionsInVariant,
    /// `ours` is our option with the same meaning.
    SerdeAttribute {
        ours: Option<String>,
    },
    UnknownCase {
        text: String,
        near: Option<&'static str>,
        choices: &'static [&'static str],
    },
    NotAnIdentifier {
        name: &'static str,
        text: String,
    },
    NotAModule {
        text: String,
    },
    NotAnODataType {
        text: String,
    },

    // Names.
    EmptyWireName,
    WireNameWithAt {
        text: String,
    },
    WireNameCharacter {
        letter: char,
    },
    WireNameReserved {
        text: String,
    },
    NotAnAnnotation {
        text: String,
    },
    AnnotationKnown {
        text: String,
    },
    AliasOfItself {
        wire: String,
    },
    WireNameTwice {
        wire: String,
        first: String,
        what: &'static str,
    },
    WireNameFirst {
        wire: String,
        what: &'static str,
    },
    GeneratedNameTwice {
        name: String,
        option: &'static str,
        other: String,
    },
    SetterClash {
        setter: String,
        other: String,
    },

    // Combinations.
    Conflict {
        second: &'static str,
        first: &'static str,
        why: &'static str,
    },
    KeyWith {
        option: &'static str,
        why: &'static str,
    },
    KeyNullable,
    SecondOfKind {
        option: &'static str,
    },
    NotNullable {
        option: &'static str,
        wanted: &'static str,
    },
    Nullable {
        option: &'static str,
        wanted: &'static str,
    },
    NotNullWithoutOption,
    InlineWithoutNavigation,
    DoubleOption,
    TypeOfStd {
        name: &'static str,
        instead: &'static str,
    },
    NullableEntity,
    SingletonCollection,
    UnknownMissing {
        name: String,
    },
    UnknownTwice,
    UnknownShape,
    UnknownObjectMissing {
        name: String,
    },
    UnknownObjectShape,
    SecondBase {
        first: String,
    },

    // Path.
    PathMissing {
        name: String,
    },
    Path(PathMistake),
    FurtherPathWithoutName {
        example: String,
    },
    Unbound {
        placeholder: String,
        segment: usize,
        near: Option<String>,
    },

    // Metadata.
    #[cfg(not(feature = "schema"))]
    NoSchema,
    #[cfg(feature = "schema")]
    OtherSchema {
        text: String,
    },
    #[cfg(feature = "schema")]
    SchemaWithoutType {
        name: String,
        found: Vec<String>,
        /// A type that may be meant.
        near: Option<String>,
    },
    #[cfg(feature = "schema")]
    Metadata(String),
}

impl fmt::Display for Diagnostic {
    #[allow(clippy::too_many_lines, reason = "one arm a message: a table, read from top to bottom")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeedsNamedFields { derive, name, shape } => {
                write!(f, "`{derive}` needs a struct with named fields; `{name}` is {shape}")
            }
            Self::NeedsEnum { name, shape } => {
                write!(f, "`GraphEnum` needs an enum; `{name}` is {shape}, for which there is `GraphComplex`")
            }
            Self::NeedsUnion { name, shape } => {
                write!(f, "`GraphUnion` needs an enum; `{name}` is {shape}, for which there is `GraphComplex`")
            }
            Self::VariantWithoutType { name } => {
                write!(f, "a variant of a union holds one value; write it like `{name}(SomeType)`")
            }
            Self::Lifetime => {
                f.write_str("a Graph type owns its data; remove the lifetime and use owned types such as `String`")
            }
            Self::VariantWithFields { name } => write!(
                f,
                "a member of an enumeration has no data; remove the fields of `{name}`, or mark it \
                 `#[graph_resource(unknown)]`"
            ),

            Self::BareAttribute => f.write_str("`#[graph_resource]` is empty; remove it or name an option"),
            Self::AttributeWithValue => f.write_str("options stand in parentheses; write `#[graph_resource(…)]`"),
            Self::MissingComma => f.write_str("options are separated by commas; add a `,` before this"),
            Self::PathWithoutName => f.write_str("a path is given by name; write `path = ` before it"),
            Self::NotAnOption => f.write_str("an option is a word such as `read_only`; write it without quotes"),
            Self::UnknownOption { place, name, near: Some(near), .. } => {
                write!(f, "unknown {place} option `{name}`; did you mean `{near}`?")
            }
            Self::UnknownOption { place, name, near: None, choices } => {
                write!(f, "unknown {place} option `{name}`; expected ")?;
                listed(f, choices)
            }
            Self::OptionElsewhere { name, place, home } => {
                write!(f, "`{name}` is an option of {home}, not of {place}; remove it here")
            }
            Self::OptionTwice { name } => write!(f, "`{name}` is given twice; remove one"),
            Self::NeedsValue { name, example } => write!(f, "`{name}` needs a value; write `{name} = {example}`"),
            Self::TakesNoValue { name } => write!(f, "`{name}` takes no value; write `{name}` alone"),
            Self::SerdeAttribute { ours: Some(ours) } => write!(
                f,
                "the derive implements serde's traits; remove serde's derives, and write this as \
                 `#[graph_resource({ours})]`"
            ),
            Self::SerdeAttribute { ours: None } => {
                f.write_str("the derive implements serde's traits; remove serde's derives, and this attribute")
            }
            Self::OptionsInVariant => f.write_str("options stand on the variant; move this before its name"),
            Self::UnknownCase { text, near, choices } => {
                write!(f, "unknown case `{text}`; ")?;
                match near {
                    Some(near) => write!(f, "did you mean `{near}`?"),
                    None => {
                        f.write_str("expected ")?;
                        listed(f, choices)
                    }
                }
            }
            Self::NotAnIdentifier { name, text } => {
                write!(f, "`{name} = \"{text}\"` is no Rust name; write an identifier that is no keyword")
            }
            Self::NotAModule { text } => {
                write!(
                    f,
                    "`{text}` is no path; name a module with `serialize` and `deserialize`, as for serde's `with`"
                )
            }
            Self::NotAnODataType { text } => {
                write!(f, "`{text}` is no qualified OData name; write it like `microsoft.graph.user`")
            }

            Self::EmptyWireName => f.write_str("a wire name is not empty; write the name as it stands in JSON"),
            Self::WireNameWithAt { text } if text == "@odata.etag" => {
                write!(f, "`{text}` is no property; mark the field `#[graph_resource(etag)]` instead")
            }
            Self::WireNameWithAt { text } => {
                write!(f, "`{text}` is an annotation, which no property can hold; remove the field")
            }
            Self::WireNameCharacter { letter: ' ' } => {
                f.write_str("a wire name does not begin or end with a space; write the name as it stands in JSON")
            }
            Self::WireNameCharacter { letter } => {
                let shown = if letter.is_control() { letter.escape_default().to_string() } else { letter.to_string() };
                write!(f, "a wire name cannot hold `{shown}`; write the name as it stands in JSON")
            }
            Self::WireNameReserved { text } => {
                write!(f, "`{text}` would be read as no name in a URL; write the name as it stands in JSON")
            }
            Self::NotAnAnnotation { text } => write!(
                f,
                "`{}` is no annotation of an object; write it like `@microsoft.graph.downloadUrl`",
                text.escape_debug()
            ),
            Self::AnnotationKnown { text } if text == "@odata.etag" => {
                write!(f, "`{text}` has an option of its own; mark the field `#[graph_resource(etag)]` instead")
            }
            Self::AnnotationKnown { text } => {
                write!(
                    f,
                    "`{text}` is kept in the field marked `additional`, where it says something; remove this field"
                )
            }
            Self::AliasOfItself { wire } => write!(f, "`{wire}` is a name of this property already; remove the alias"),
            Self::WireNameTwice { wire, first, what } => {
                write!(f, "{what} `{wire}` is already bound by `{first}`; rename one")
            }
            Self::WireNameFirst { wire, what } => write!(f, "{what} `{wire}` is first bound here"),
            Self::GeneratedNameTwice { name, option, other } => {
                write!(f, "`{name}` is already the name of {other}; choose another with `{option} = \"…\"`")
            }
            Self::SetterClash { setter, other } => write!(
                f,
                "the setter `{setter}` of this field clashes with {other}; rename the field, and keep the wire name with \
                 `rename`"
            ),

            Self::Conflict { second, first, why } => {
                write!(f, "`{second}` cannot be combined with `{first}`: {why}; remove one")
            }
            Self::KeyWith { option, why } => {
                write!(f, "the key cannot be marked `{option}`: {why}; remove it")
            }
            Self::KeyNullable => f.write_str("the key is never null; write its type without `Option`"),
            Self::SecondOfKind { option } => write!(f, "only one field can be marked `{option}`; remove one"),
            Self::NotNullable { option, wanted } => {
                write!(f, "a field marked `{option}` is no `Option`; write its type as `{wanted}`")
            }
            Self::Nullable { option, wanted } => {
                write!(f, "a field marked `{option}` may be absent; write its type as `{wanted}`")
            }
            Self::NotNullWithoutOption => {
                f.write_str("only an `Option` can be marked `not_null`, any other type is never null; remove it")
            }
            Self::InlineWithoutNavigation => {
                f.write_str("only a relationship can be marked `inline`; add `navigation`, or remove it")
            }
            Self::DoubleOption => f.write_str(
                "a doubled `Option` says no more than one; write one, and absent stays apart from null in the patch",
            ),
            Self::TypeOfStd { name, instead } => {
                write!(f, "a Graph property is no `{name}`; write `{instead}`, or mark the field `opaque` or `with`")
            }
            Self::NullableEntity => f.write_str("a related entity is never null; write `Option<Vec<…>>`"),
            Self::SingletonCollection => f.write_str(
                "a singleton is in no collection; remove `collection`, or end the path in a placeholder such as `<id>`",
            ),
            Self::UnknownMissing { name } => write!(
                f,
                "`{name}` has no variant for members that Graph adds later; add \
                 `#[graph_resource(unknown)] Unknown(String)`"
            ),
            Self::UnknownTwice => f.write_str("only one variant can be marked `unknown`; remove one"),
            Self::UnknownShape => {
                f.write_str("the `unknown` variant keeps the member's name; write it as `Unknown(String)`")
            }

            Self::UnknownObjectMissing { name } => write!(
                f,
                "`{name}` has no variant for types that Graph adds later; add \
                 `#[graph_resource(unknown)] Unknown(serde_json::Map<String, serde_json::Value>)`"
            ),
            Self::UnknownObjectShape => f.write_str(
                "the `unknown` variant keeps the whole object; write it as \
                 `Unknown(serde_json::Map<String, serde_json::Value>)`",
            ),
            Self::SecondBase { first } => write!(
                f,
                "a variant without `odata_type` is the base type, which is `{first}` already; add \
                 `#[graph_resource(odata_type = \"microsoft.graph.…\")]`"
            ),

            Self::PathMissing { name } => {
                write!(f, "`{name}` has no path; add `#[graph_resource(path = \"/…/<id>\")]`")
            }
            Self::Path(mistake) => mistake.fmt(f),
            Self::FurtherPathWithoutName { example } => {
                write!(
                    f,
                    "a further path needs a function of its own; name it with `at = \"{example}\"`, in the same attribute"
                )
            }
            Self::Unbound { placeholder, segment, near } => {
                write!(f, "placeholder `<{placeholder}>` (segment {segment} of the path) names no field; ")?;
                match near {
                    Some(near) => write!(f, "did you mean `<{near}>`?"),
                    None => write!(f, "add a field `{placeholder}`"),
                }
            }

            #[cfg(not(feature = "schema"))]
            Self::NoSchema => f.write_str(
                "the metadata is not there to check against; enable the feature `schema` of `graph-resource`",
            ),
            #[cfg(feature = "schema")]
            Self::OtherSchema { text } => {
                write!(f, "there is no metadata of `{text}` to check against; write `schema = \"v1.0\"`")
            }
            #[cfg(feature = "schema")]
            Self::SchemaWithoutType { name, found, near } => {
                match &found[..] {
                    [] => write!(f, "Graph has no type `{name}`")?,
                    found => write!(f, "`{name}` may be `{}`", found.join("` or `"))?,
                }
                let example = found.first().or(near.as_ref()).map_or("microsoft.graph.user", |name| name);
                write!(f, "; name the type, as in `schema = \"v1.0#{example}\"`")
            }
            #[cfg(feature = "schema")]
            Self::Metadata(message) => f.write_str(message),
        }
    }
}

impl Diagnostic {
    /// The option that the message suggests for a misspelt one.
    pub(crate) fn suggestion(&self) -> Option<&'static str> {
        match self {
            Self::UnknownOption { near, .. } => *near,
            _ => None,
        }
    }
}

/// The choices, sorted, each in backticks.
fn listed(f: &mut fmt::Formatter<'_>, choices: &[&str]) -> fmt::Result {
    let mut sorted = choices.to_vec();
    sorted.sort_unstable();
    if let [only] = sorted[..] {
        return write!(f, "`{only}`");
    }
    f.write_str("one of ")?;
    for (index, choice) in sorted.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        write!(f, "{comma}`{choice}`")?;
    }
    Ok(())
}
