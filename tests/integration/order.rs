//! Properties in any order: which name means which property does not depend on where it stands.

use graph_resource::GraphComplex;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::{read, write};

/// More properties than are searched for one after the other.
macro_rules! wide {
    ($($name:ident)*) => {
        #[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
        struct Wide {
            $($name: Option<i32>,)*
            #[graph_resource(additional)]
            additional: Map<String, Value>,
        }

        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

wide! {
    a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp
}

proptest! {
    #[test]
    fn properties_are_read_in_any_order(
        order in Just(NAMES.iter().copied().chain(["ab", "toString", "zzz"]).collect::<Vec<_>>()).prop_shuffle(),
        left_out in 0..NAMES.len(),
    ) {
        let members: Vec<_> =
            order[left_out..].iter().enumerate().map(|(place, name)| format!("\"{name}\":{place}")).collect();
        let text = format!("{{{}}}", members.join(","));
        let whole: Wide = read(&text);
        let said: WidePartial = read(&text);
        // What is written is in the order of the struct; as values, the two are the same.
        let expected: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_value(&whole).unwrap(), expected.clone());
        prop_assert_eq!(serde_json::to_value(&said).unwrap(), expected);
        prop_assert_eq!(read::<Wide>(&write(&whole)), whole);
    }
}

#[test]
fn a_name_twice_is_refused_wherever_it_stands() {
    for name in ["a", "pp", "toString"] {
        let mut members: Vec<_> = NAMES.iter().rev().map(|name| format!("\"{name}\":1")).collect();
        members.insert(7, "\"toString\":1".to_owned());
        members.push(format!("\"{name}\":2"));
        let text = format!("{{{}}}", members.join(","));
        for error in [
            serde_json::from_str::<Wide>(&text).unwrap_err(),
            serde_json::from_str::<WidePartial>(&text).unwrap_err(),
            serde_json::from_str::<WidePatch>(&text).unwrap_err(),
        ] {
            assert!(error.to_string().starts_with(&format!("property `{name}` occurs twice")), "{error}");
        }
    }
}

#[test]
fn names_of_any_length_and_with_signs_are_told_apart() {
    let long = "n".repeat(200);
    let body = json!({ "b@odata.type": "#Int32", "a@b": 1, "12345678@odata.type": "#Int32", "12345678": 2, &*long: 3 });
    let whole: Wide = serde_json::from_value(body).unwrap();
    let mut kept: Vec<_> = whole.additional.keys().map(String::as_str).collect();
    kept.sort_unstable();
    // The type of a declared property is known, and no other annotation is a property.
    assert_eq!(kept, ["12345678", "12345678@odata.type", &long]);
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Closed {
    a: Option<i32>,
}

/// A reader of a text gives a name as it stands there, and one with an escape as a copy; a reader of bytes always does.
#[test]
fn a_name_is_kept_however_it_is_read() {
    let plain = r#"{"one":1,"a":2,"two":3,"three":4,"b":5}"#;
    let escaped = r#"{"\u006fne":1,"\u0061":2,"two":3,"thre\u0065":4,"b":5}"#;
    let expected: Value = serde_json::from_str(plain).unwrap();
    for text in [plain, escaped] {
        let whole: [Wide; 2] = [read(text), serde_json::from_reader(text.as_bytes()).unwrap()];
        let said: [WidePartial; 2] = [read(text), serde_json::from_reader(text.as_bytes()).unwrap()];
        for (whole, said) in whole.iter().zip(&said) {
            assert_eq!(serde_json::to_value(whole).unwrap(), expected);
            assert_eq!(serde_json::to_value(said).unwrap(), expected);
        }
    }
    for text in [r#"{"other":1}"#, r#"{"\u006fther":1}"#] {
        let errors = [
            serde_json::from_str::<ClosedPatch>(text).unwrap_err(),
            serde_json::from_reader::<_, ClosedPatch>(text.as_bytes()).unwrap_err(),
        ];
        for error in errors {
            assert!(error.to_string().starts_with("property `other` is not declared by `Closed`"), "{error}");
        }
    }
}
