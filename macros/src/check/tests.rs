//! The messages that the derives give for an input, in the order in which they are found. Where they point is tested from
//! outside.

use syn::parse_str;

use crate::errors::Errors;
use crate::input::{Enumeration, Kind, Structure};

fn of_struct(kind: Kind, text: &str) -> Vec<String> {
    let input = parse_str(text).unwrap();
    let mut errors = Errors::new();
    let model = Structure::read(&input, kind, &mut errors);
    super::structure(&model, &mut errors);
    errors.messages()
}

fn of_resource(fields: &str) -> Vec<String> {
    let text = format!("#[graph_resource(path = \"/users/<id>\")] struct User {{ id: String, {fields} }}");
    of_struct(Kind::Resource, &text)
}

fn of_enum(text: &str) -> Vec<String> {
    let input = parse_str(text).unwrap();
    let mut errors = Errors::new();
    if let Some(model) = Enumeration::read(&input, &mut errors) {
        super::enumeration(&model, &mut errors);
    }
    errors.messages()
}

#[test]
fn what_is_right_is_not_blamed() {
    let none: [&str; 0] = [];
    assert_eq!(of_resource("#[graph_resource(read_only, default)] tags: Vec<String>,"), none);
    assert_eq!(of_resource("#[graph_resource(create_only, write_only)] password: Option<String>,"), none);
    assert_eq!(of_resource("#[graph_resource(merge, default)] home: Address,"), none);
    assert_eq!(of_resource("#[graph_resource(etag)] etag: Option<ETag>,"), none);
    assert_eq!(of_resource("#[graph_resource(navigation, rename = \"boss\")] manager: Option<Box<User>>,"), none);
    // What has no setter clashes with none, and a complex type binds nothing.
    let fields = "#[graph_resource(navigation)] a: Option<Vec<User>>, #[graph_resource(read_only)] bind_a: String, unbind_a: i64,";
    assert_eq!(of_resource(fields), none);
    let complex = "struct Place { #[graph_resource(navigation)] a: Option<User>, bind_a: i64, unbind_a: i64 }";
    assert_eq!(of_struct(Kind::Complex, complex), none);
    assert_eq!(of_resource("#[graph_resource(additional)] rest: Map<String, Value>,"), none);
    assert_eq!(of_resource("clear_color: String, color: String, set_color: String,"), none);
    assert_eq!(of_struct(Kind::Complex, "struct Address { default: Option<String>, clone: i64 }"), none);
    assert_eq!(of_enum("enum Kind { Member, #[graph_resource(unknown)] Other(String) }"), none);
}

#[test]
fn the_key_is_a_field() {
    let of = |path: &str, field: &str| {
        of_struct(Kind::Resource, &format!("#[graph_resource(path = {path:?})] struct User {{ {field}: String }}"))
    };
    assert_eq!(
        of("/users/<id>", "key"),
        ["placeholder `<id>` (segment 2 of the path) names no field; add a field `id`"]
    );
    assert_eq!(
        of("/users/<userId>", "user_id"),
        ["placeholder `<userId>` (segment 2 of the path) names no field; did you mean `<user_id>`?"]
    );
    // Earlier placeholders need no field.
    assert!(of("/groups/<group>/users/<id>", "id").is_empty());
}

#[test]
fn each_path_has_functions_of_its_own() {
    let of = |attributes: &str| {
        of_struct(Kind::Resource, &format!("{attributes} struct Event {{ id: String, app_id: String }}"))
    };
    let first = "#[graph_resource(path = \"/me/events/<id>\")]";
    let further = |options: &str| of(&format!("{first} #[graph_resource({options})]"));
    assert!(further("path = \"/users/<user>/events/<id>\", at = \"at_user\"").is_empty());
    assert!(further("at = \"one\", collection = \"all\"").is_empty());
    // The suggestion is made of what tells the path from the first.
    for (path, example) in [
        ("/users/<user>/events/<id>", "at_users"),
        ("/events(appId='<app_id>')", "at_app_id"),
        ("/callRecords-new/<id>", "at_callrecords_new"),
    ] {
        assert_eq!(
            further(&format!("path = {path:?}")),
            [format!(
                "a further path needs a function of its own; name it with `at = \"{example}\"`, in the same attribute"
            )]
        );
    }
    // Of two paths of one name, the name is the mistake, and the collections' defaults are none.
    let twice = ["/a/<id>", "/b/<id>"].map(|path| format!("#[graph_resource(path = {path:?}, at = \"other\")]"));
    assert_eq!(of(&format!("{first} {}", twice.concat())).len(), 1);
}

#[test]
fn two_options_at_odds() {
    assert_eq!(
        of_resource("#[graph_resource(read_only, create_only)] kind: String,"),
        ["`create_only` cannot be combined with `read_only`: one is never sent, the other at creation; remove one"]
    );
    // The error names the option that stands second.
    assert_eq!(
        of_resource("#[graph_resource(create_only)] #[graph_resource(read_only)] kind: String,"),
        ["`read_only` cannot be combined with `create_only`: one is never sent, the other at creation; remove one"]
    );
    // Three options that exclude each other give an error for each pair.
    assert_eq!(of_resource("#[graph_resource(read_only, create_only, merge)] home: Address,").len(), 3);
}

#[test]
fn one_wire_name_of_two_fields() {
    assert_eq!(
        of_resource("#[graph_resource(rename = \"id\")] key: String,"),
        ["property `id` is already bound by `id`; rename one", "property `id` is first bound here"]
    );
    assert_eq!(
        of_enum("enum Kind { A, #[graph_resource(rename = \"a\")] B, #[graph_resource(unknown)] U(String) }"),
        ["member `a` is already bound by `A`; rename one", "member `a` is first bound here"]
    );
}

#[test]
fn setters_that_clash() {
    assert_eq!(
        of_resource("new: bool,"),
        [
            "the setter `new` of this field clashes with the constructor `new`; rename the field, and keep the wire name \
          with `rename`"
        ]
    );
    assert_eq!(
        of_resource("clear_color: String, color: Option<String>,"),
        [
            "the setter `clear_color` of this field clashes with field `clear_color`; rename the field, and keep the wire \
          name with `rename`"
        ]
    );
    assert_eq!(
        of_resource("color: Option<String>, set_color: String,"),
        ["the setter `set_color` of this field clashes with field `color`; rename the field, and keep the wire name \
          with `rename`"]
    );
    // One that is in no patch has no setter.
    assert!(of_resource("#[graph_resource(read_only)] new: bool,").is_empty());
}

#[test]
fn generated_names_that_clash() {
    let of = |options: &str| {
        let text = format!("#[graph_resource(path = \"/users/<id>\", {options})] struct User {{ id: String }}");
        of_struct(Kind::Resource, &text)
    };
    assert_eq!(
        of("patch = \"UserPartial\""),
        ["`UserPartial` is already the name of the partial; choose another with `patch = \"…\"`"]
    );
    // The error is at the name that the user chose, though the default name comes later.
    assert_eq!(
        of("partial = \"UserPatch\""),
        ["`UserPatch` is already the name of the patch; choose another with `partial = \"…\"`"]
    );
    // Names may change places.
    assert!(of("partial = \"UserPatch\", patch = \"UserPartial\"").is_empty());
    assert!(of("at = \"collection\", collection = \"at\"").is_empty());
}

#[test]
fn shapes() {
    let needs = |shape| format!("`GraphComplex` needs a struct with named fields; `X` is {shape}");
    for (text, shape) in [
        ("struct X(String);", "a tuple struct"),
        ("struct X;", "a unit struct"),
        ("enum X { A }", "an enum"),
        ("union X { a: u8 }", "a union"),
    ] {
        assert_eq!(of_struct(Kind::Complex, text), [needs(shape)]);
    }
    assert_eq!(
        of_enum("struct X { a: u8 }"),
        ["`GraphEnum` needs an enum; `X` is a struct, for which there is `GraphComplex`"]
    );
    assert_eq!(
        of_struct(Kind::Complex, "struct X<'a, 'b> { a: &'a str, b: &'b str }"),
        ["a Graph type owns its data; remove the lifetime and use owned types such as `String`"; 2]
    );
}

#[test]
fn an_enum_keeps_what_is_unknown() {
    assert_eq!(
        of_enum("enum Kind { A }"),
        ["`Kind` has no variant for members that Graph adds later; add `#[graph_resource(unknown)] Unknown(String)`"]
    );
    let shape = ["the `unknown` variant keeps the member's name; write it as `Unknown(String)`"];
    for variant in ["U", "U(u8)", "U(String, u8)", "U { name: String }", "U()"] {
        assert_eq!(of_enum(&format!("enum Kind {{ #[graph_resource(unknown)] {variant} }}")), shape, "{variant}");
    }
    // The variant with data may be meant to be `unknown`: the error names it, and no second error reports a missing one.
    assert_eq!(
        of_enum("enum Kind { A, Unknown(String) }"),
        ["a member of an enumeration has no data; remove the fields of `Unknown`, or mark it \
          `#[graph_resource(unknown)]`"]
    );
}

#[test]
fn a_doubled_option_is_one_mistake() {
    for ty in ["Option<Option<String>>", "Option<std::option::Option<Option<String>>>"] {
        assert_eq!(of_resource(&format!("name: {ty},")).len(), 1);
    }
    assert!(of_resource("names: Vec<Option<String>>, other: Option<Vec<Option<String>>>,").is_empty());
}

#[test]
fn options_are_read_to_the_end() {
    let found =
        of_resource("#[graph_resource(foo, read_only = true, rename = 5, bar(1, 2), default, default)] a: i64,");
    let beginnings =
        ["unknown field option `foo`", "`read_only` takes", "`rename` needs", "unknown field option `bar`"];
    assert_eq!(found.len(), 5);
    for (message, beginning) in found.iter().zip(beginnings) {
        assert!(message.starts_with(beginning), "{message}");
    }
}

/// Style: lower case or code at the beginning, no full stop, no more than a sentence and 160 characters.
#[test]
fn messages_have_one_style() {
    let mut messages = Vec::new();
    for options in ["foo", "", "path", "with = \"a b\"", "\"x\"", "a b", "etag, rename = \"@x\"", "rename = \"\""] {
        messages.extend(of_resource(&format!("#[graph_resource({options})] a: String,")));
    }
    for path in ["", "x://y", "users/", "/a?b", "/<", "/{id}", "/x<id>", "/<>", "/<a-b>", "/..", "/v1.0", "/a b", "/%"]
    {
        let text = format!("#[graph_resource(path = {path:?})] struct User {{ a: String }}");
        messages.extend(of_struct(Kind::Resource, &text));
    }
    assert!(messages.len() > 20);
    for message in messages {
        assert!(message.chars().count() <= 180, "{message}");
        assert!(!message.ends_with('.'), "{message}");
        assert!(!message.starts_with(char::is_uppercase), "{message}");
        assert!(message.contains([';', '?']) || message.starts_with("property"), "{message}");
    }
}
