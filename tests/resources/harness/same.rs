//! Whether two bodies say the same: member for member, whatever the order of members and the spelling of types.

use std::collections::BTreeSet;

use serde_json::{Map, Number, Value};

/// What may differ.
#[derive(Clone, Copy)]
pub(crate) struct Comparison<'c> {
    /// The example, for the list below.
    pub(crate) example: &'c str,
    /// In a patch null is an order; in a record it is the same as absence.
    pub(crate) null_is_absent: bool,
    /// Whether ours may say more: properties with a default, and what was there before.
    pub(crate) may_say_more: bool,
    /// See [`Documented::DECLARED`](super::Documented::DECLARED).
    pub(crate) declared: &'c [&'c str],
    /// See [`Documented::MASKED`](super::Documented::MASKED).
    pub(crate) masked: &'c [&'c str],
    /// See [`Documented::RECASED`](super::Documented::RECASED).
    pub(crate) recased: &'c [(&'c str, &'c str)],
}

impl Comparison<'_> {
    /// The differences between what the page says and what we say, each with its place.
    pub(crate) fn differences(&self, page: &Value, ours: &Value) -> Vec<String> {
        let mut found = Vec::new();
        self.compare(page, ours, "", &mut found);
        found
    }

    fn compare(&self, page: &Value, ours: &Value, at: &str, found: &mut Vec<String>) {
        match (page, ours) {
            _ if self.masked.contains(&at) => {}
            (Value::Object(page), Value::Object(ours)) => self.objects(page, ours, at, found),
            (Value::Array(page), Value::Array(ours)) if page.len() == ours.len() => {
                for (index, (page, ours)) in page.iter().zip(ours).enumerate() {
                    self.compare(page, ours, &format!("{at}[{index}]"), found);
                }
            }
            (Value::Number(page), Value::Number(ours)) if same_number(page, ours) => {}
            (Value::String(page), Value::String(ours)) if page == ours || self.is_recased(page, ours, at) => {}
            // A collection is never null.
            (Value::Null, Value::Array(ours)) if self.null_is_absent && ours.is_empty() => {}
            _ if page == ours => {}
            _ => found.push(format!("`{at}`: the page says {page}, we say {ours}")),
        }
    }

    fn objects(&self, page: &Map<String, Value>, ours: &Map<String, Value>, at: &str, found: &mut Vec<String>) {
        let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        for (name, value) in page.iter().filter(|(name, _)| is_data(name)) {
            match ours.get(name) {
                Some(ours) if name.ends_with("@odata.type") => {
                    if type_name(value) != type_name(ours) {
                        found.push(format!("`{}`: the page says {value}, we say {ours}", below(name)));
                    }
                }
                Some(ours) => self.compare(value, ours, &below(name), found),
                None if name.ends_with("@odata.type") && self.is_declared(value) => {}
                None if value.is_null() && self.null_is_absent => {}
                None if self.masked.contains(&&*below(name)) => {}
                None => found.push(format!("`{}`: the page says {value}, we say nothing", below(name))),
            }
        }
        for (name, value) in ours.iter().filter(|(name, _)| is_data(name) && !page.contains_key(*name)) {
            let is_type = name.ends_with("@odata.type");
            // A collection is never null: an empty one is what there is where nothing is said.
            let says_nothing = self.null_is_absent && (value.is_null() || value.as_array().is_some_and(Vec::is_empty));
            if !(says_nothing || is_type && self.is_declared(value) || !is_type && self.may_say_more) {
                found.push(format!("`{}`: the page says nothing, we say {value}", below(name)));
            }
        }
    }

    fn is_declared(&self, name: &Value) -> bool {
        type_name(name).is_some_and(|name| self.declared.contains(&name))
    }

    fn is_recased(&self, page: &str, ours: &str, at: &str) -> bool {
        members(page) == members(ours) && self.recased.contains(&(self.example, at))
    }
}

/// Annotations are no data, but for the name of a type and what a relationship is bound to.
fn is_data(name: &str) -> bool {
    !name.contains('@') || name.ends_with("@odata.type") || name.ends_with("@odata.bind")
}

/// The members of an enumeration's value. Several of them are a set: their order says nothing.
fn members(value: &str) -> BTreeSet<String> {
    value.split(',').map(|member| member.trim().to_ascii_lowercase()).collect()
}

fn type_name(value: &Value) -> Option<&str> {
    value.as_str().map(|text| text.rsplit_once('#').map_or(text, |(_, name)| name))
}

/// By value: `5` and `5.0` are one number.
fn same_number(page: &Number, ours: &Number) -> bool {
    page == ours || !(page.is_i64() && ours.is_i64()) && page.as_f64() == ours.as_f64()
}

#[test]
fn nothing_but_the_spelling_may_differ() {
    let comparison = Comparison {
        example: "e",
        null_is_absent: false,
        may_say_more: false,
        declared: &["g.user"],
        masked: &["key.secret"],
        recased: &[("e", "kind"), ("e", "flags")],
    };
    let differences = |page: &str, ours: &str| {
        comparison.differences(&serde_json::from_str(page).unwrap(), &serde_json::from_str(ours).unwrap()).len()
    };
    for (page, ours) in [
        (r#"{"a":5,"b":[1]}"#, r#"{"b":[1.0],"a":5}"#),
        (r##"{"@odata.type":"#g.admin"}"##, r#"{"@odata.type":"g.admin"}"#),
        (r##"{"@odata.type":"#g.user"}"##, "{}"),
        (r#"{"kind":"High","a@odata.etag":"x"}"#, r#"{"kind":"high"}"#),
        (r#"{"flags":"B, A"}"#, r#"{"flags":"a,b"}"#),
        (r#"{"key":{"secret":null}}"#, r#"{"key":{"secret":"1"}}"#),
    ] {
        assert_eq!((differences(page, ours), differences(ours, page)), (0, 0), "{page} {ours}");
    }
    for (page, ours) in [
        (r#"{"a":null}"#, "{}"),
        (r#"{"a":[]}"#, "{}"),
        (r#"{"a":"High"}"#, r#"{"a":"high"}"#),
        (r#"{"flags":"a,b"}"#, r#"{"flags":"a,b,c"}"#),
        (r#"{"a":[1,2]}"#, r#"{"a":[1]}"#),
        (r#"{"a":9007199254740993}"#, r#"{"a":9007199254740992}"#),
        (r##"{"@odata.type":"#g.admin"}"##, "{}"),
        (r#"{"m@odata.bind":["x"]}"#, "{}"),
    ] {
        assert_eq!((differences(page, ours), differences(ours, page)), (1, 1), "{page} {ours}");
    }
}
