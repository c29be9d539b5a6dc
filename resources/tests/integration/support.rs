//! What the tests share: reading and writing, what is at hand beside the checkout, and what it means to lose nothing.

use std::path::{Path, PathBuf};

use graph_resources::graph_resource::request::Operation;
use graph_resources::graph_resource::{Bytes, Request, http};
use serde_json::Value;

pub(crate) const BASE: &str = "https://graph.microsoft.com/v1.0";

/// Reads a value of JSON.
pub(crate) fn read<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

pub(crate) fn write<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

/// What is written, as a tree. By way of text: numbers of single precision have other digits in a tree.
pub(crate) fn written<T: serde::Serialize + ?Sized>(value: &T) -> Value {
    read(&write(value))
}

/// Method and URL below the base.
pub(crate) fn line_of<O: Operation>(request: &Request<O>) -> String {
    let request = request.to_http(BASE).unwrap();
    format!("{} {}", request.method(), request.uri().to_string().strip_prefix(BASE).unwrap())
}

pub(crate) fn body_of<O: Operation>(request: &Request<O>) -> String {
    String::from_utf8(request.to_http(BASE).unwrap().body().to_vec()).unwrap()
}

pub(crate) fn answer(body: impl Into<Bytes>) -> http::Response<Bytes> {
    http::Response::new(body.into())
}

/// The text of a file beside the checkout; the test says what it does without.
pub(crate) fn beside(file: &str) -> Option<String> {
    let folder = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let folder = std::env::var_os("GRAPH_CORPUS").map_or_else(folder, PathBuf::from);
    let paths = [folder.join(file), folder.join(Path::new(file).file_name()?), folder.join("..").join(file)];
    paths.iter().find_map(|path| std::fs::read_to_string(path).ok())
}

/// What is defaulted where an answer leaves it out, and the default as JSON. Each has a reason in the documentation of its
/// field.
const DEFAULTED: &[(&str, &str)] = &[
    ("modalities", "[]"),
    ("participants", "[]"),
    ("administrativeUnitInfos", "[]"),
    ("media", "[]"),
    ("streams", "[]"),
    ("traceRouteHops", "[]"),
    ("connectionType", "\"unknown\""),
    ("networkTransportProtocol", "\"unknown\""),
    ("wifiBand", "\"unknown\""),
    ("wifiRadioType", "\"unknown\""),
    ("dateTime", "\"\""),
    ("dayOfMonth", "0"),
    ("daysOfWeek", "[]"),
    ("interval", "0"),
    ("month", "0"),
    ("numberOfOccurrences", "0"),
];

/// Whether a property is defaulted where an answer leaves it out.
pub(crate) fn is_defaulted(property: &str) -> bool {
    DEFAULTED.iter().any(|(name, _)| *name == property)
}

/// The declared type of a property, where values of it name their type.
fn declared_type(parent: &str, property: &str) -> &'static str {
    match property {
        "sessions" => "microsoft.graph.callRecords.session",
        "segments" => "microsoft.graph.callRecords.segment",
        "participants_v2" => "microsoft.graph.callRecords.participant",
        "organizer_v2" => "microsoft.graph.callRecords.organizer",
        "caller" | "callee" => "microsoft.graph.callRecords.endpoint",
        "identity" if parent.ends_with(".participant") || parent.ends_with(".organizer") => {
            "microsoft.graph.communicationsIdentitySet"
        }
        "organizer" | "participants" | "identity" => "microsoft.graph.identitySet",
        _ => "microsoft.graph.identity",
    }
}

/// Asserts that what was written is what came, member for member. Annotations do not count, but for `@odata.type`; nor
/// do nulls. Numbers count by value. What came without may be written with: the declared type, and defaults.
pub(crate) fn assert_nothing_lost(at: &str, of_type: &str, came: &Value, written: &Value) {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => {
            let own = |value: &Value| value.as_str().map(|text| text.trim_start_matches('#').to_owned());
            let name = came.get("@odata.type").and_then(own);
            let written_name = written.get("@odata.type").and_then(own);
            match &name {
                Some(_) => assert_eq!(name, written_name, "the type at {at}"),
                None => assert!(written_name.is_none_or(|written| written == of_type), "the type at {at}"),
            }
            let said = |(name, value): &(&String, &Value)| !name.contains('@') && !value.is_null();
            for (member, value) in came.iter().filter(said) {
                let at = format!("{at}.{member}");
                let written = written.get(member).unwrap_or_else(|| panic!("{at} is lost"));
                assert_nothing_lost(&at, declared_type(name.as_deref().unwrap_or(of_type), member), value, written);
            }
            let is_new = |(name, _): &(&String, &Value)| came.get(*name).is_none_or(Value::is_null);
            for (member, value) in written.iter().filter(said).filter(is_new) {
                let default = DEFAULTED.iter().find(|(name, _)| name == member).map(|(_, default)| read(default));
                assert_eq!(Some(value), default.as_ref(), "{at}.{member} came from nowhere");
            }
        }
        (Value::Array(came), Value::Array(written)) => {
            assert_eq!(came.len(), written.len(), "{at}");
            for (index, (came, written)) in came.iter().zip(written).enumerate() {
                assert_nothing_lost(&format!("{at}[{index}]"), of_type, came, written);
            }
        }
        (Value::Number(came), Value::Number(written)) if !(came.is_i64() && written.is_i64()) => {
            assert_eq!(came.as_f64(), written.as_f64(), "{at}");
        }
        _ => assert_eq!(came, written, "{at}"),
    }
}

/// Tells of what was left out. The macros of the standard library would tell it to a test that passes, and nobody else.
pub(crate) fn tell(text: core::fmt::Arguments<'_>) {
    let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{text}\n"));
}
