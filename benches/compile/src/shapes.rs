//! The structs to compile, before any contestant has written them: names, and types of fields.

/// A struct.
pub(crate) struct Shape {
    /// `Resource7`.
    pub(crate) name: String,
    /// `7`, the end of the names of its functions.
    pub(crate) number: usize,
    /// The key first.
    pub(crate) fields: Vec<Field>,
}

/// A field.
pub(crate) struct Field {
    /// `quiet_river`.
    pub(crate) name: String,
    /// As it is written.
    pub(crate) ty: &'static str,
}

impl Field {
    /// Whether the type is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        self.ty.starts_with("Option<")
    }
}

/// The types of the fields after the key, over and over: scalars of each kind, and two complex values.
const TYPES: [&str; 11] = [
    "Option<String>",
    "i64",
    "Option<String>",
    "Option<bool>",
    "String",
    "Option<i32>",
    "Vec<String>",
    "Option<IdentitySet>",
    "Option<String>",
    "Vec<Place>",
    "Option<f64>",
];

const FIRST: [&str; 32] = [
    "able", "brave", "calm", "deep", "early", "fair", "glad", "high", "idle", "just", "keen", "late", "mild", "neat",
    "open", "plain", "quiet", "rare", "safe", "tall", "used", "vast", "warm", "young", "zeal", "blue", "cold", "dry",
    "even", "fast", "grey", "half",
];

const LAST: [&str; 32] = [
    "arrow", "basin", "cabin", "delta", "engine", "field", "garden", "harbor", "island", "jacket", "kettle", "ladder",
    "market", "needle", "office", "parcel", "quarry", "river", "signal", "table", "uplink", "valley", "window", "yard",
    "zone", "bridge", "canal", "drawer", "easel", "ferry", "gate", "house",
];

/// So many structs, of so many properties each. No two neighbours have the same names of fields.
///
/// # Panics
///
/// A struct has more properties than there are names.
pub(crate) fn shapes(structs: usize, properties: usize) -> Vec<Shape> {
    let names = FIRST.len() * LAST.len();
    assert!(properties <= names, "a struct has at most {names} properties");
    let shape = |number: usize| {
        let key = Field { name: "id".to_owned(), ty: "String" };
        let others = (1..properties).map(|index| {
            let name = (number * properties + index) % names;
            let (first, last) = (FIRST[name / LAST.len()], LAST[name % LAST.len()]);
            Field { name: format!("{first}_{last}"), ty: TYPES[(index - 1) % TYPES.len()] }
        });
        Shape { name: format!("Resource{number}"), number, fields: core::iter::once(key).chain(others).collect() }
    };
    (0..structs).map(shape).collect()
}

/// The complex types that the structs share: names, and fields.
pub(crate) fn complex() -> [(&'static str, Vec<Field>); 3] {
    let fields = |fields: &[(&str, &'static str)]| {
        fields.iter().map(|&(name, ty)| Field { name: name.to_owned(), ty }).collect()
    };
    [
        ("Identity", fields(&[("id", "Option<String>"), ("display_name", "Option<String>")])),
        (
            "IdentitySet",
            fields(&[
                ("application", "Option<Identity>"),
                ("device", "Option<Identity>"),
                ("user", "Option<Identity>"),
            ]),
        ),
        (
            "Place",
            fields(&[
                ("city", "Option<String>"),
                ("street", "Option<String>"),
                ("latitude", "Option<f64>"),
                ("longitude", "Option<f64>"),
            ]),
        ),
    ]
}

/// The wire name of a field: camelCase.
pub(crate) fn wire(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_ascii_uppercase() + &word[1..])
}
