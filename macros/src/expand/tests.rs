use proc_macro2::{TokenStream, TokenTree};
use syn::parse_str;

use crate::input::Kind;

fn count(tokens: TokenStream) -> usize {
    let of = |token| match token {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    };
    tokens.into_iter().map(of).sum()
}

/// A resource of so many fields, of the kinds that Graph's have on average.
fn resource(fields: usize) -> String {
    let types = ["Option<String>", "i64", "Vec<String>", "Option<Address>", "Kind", "Option<DateTimeOffset>"];
    let fields = (0..fields).map(|index| format!("pub field_{index}: {},", types[index % types.len()]));
    format!(
        "#[graph_resource(path = \"/users/<id>\")] pub struct User {{ pub id: String, {} }}",
        fields.collect::<String>()
    )
}

/// Users derive hundreds of resources: what the compiler has to read grows with each token here. Where a change is worth
/// more, raise the bound with it.
#[test]
fn an_expansion_stays_small() {
    let size = |fields| {
        let input = parse_str(&resource(fields)).unwrap();
        count(super::structure(&input, Kind::Resource))
    };
    let (twelve, twenty_four) = (size(12), size(24));
    let of_a_field = (twenty_four - twelve) / 12;
    let of_a_struct = twelve - 12 * of_a_field;
    assert!(of_a_field <= FIELD, "{of_a_field} tokens a field");
    assert!(of_a_struct <= STRUCT, "{of_a_struct} tokens a struct");
}

const FIELD: usize = 517;
const STRUCT: usize = 2500;

/// A union of so many types beside the unknown ones, each in a `Box`.
fn union(types: usize) -> String {
    let variants =
        (0..types).map(|index| format!("#[graph_resource(odata_type = \"a.b{index}\")] V{index}(Box<B{index}>),"));
    format!("pub enum Union {{ {} #[graph_resource(unknown)] Unknown(Map) }}", variants.collect::<String>())
}

#[test]
fn an_expansion_of_a_union_stays_small() {
    let size = |types| count(super::union(&parse_str(&union(types)).unwrap()));
    let (four, eight) = (size(4), size(8));
    let of_a_variant = (eight - four) / 4;
    let of_a_union = four - 4 * of_a_variant;
    assert!(of_a_variant <= VARIANT, "{of_a_variant} tokens a variant");
    assert!(of_a_union <= UNION, "{of_a_union} tokens a union");
}

const VARIANT: usize = 970;
const UNION: usize = 3320;

/// Whatever the input, the macro ends in tokens.
#[test]
fn a_mistake_never_panics() {
    for text in [
        "struct X;",
        "struct X();",
        "struct X {}",
        "union X { a: u8 }",
        "enum X {}",
        "enum X { A(u8), B { c: u8 } }",
        "struct X<'a, T: 'a, const N: usize>(&'a T);",
        "#[graph_resource] struct X { #[graph_resource] a: u8 }",
        "#[graph_resource(path)] struct X { a: u8 }",
        "#[graph_resource(path = \"\")] struct X { a: u8 }",
        "#[graph_resource(path = \"/\\u{e9}/<\\u{e9}>/{\\u{e9}\")] struct X { a: u8 }",
        "#[graph_resource(path = \"://\")] struct X { a: u8 }",
        "#[graph_resource(path = \"/<_>/<r#type>/<type>\")] struct X { r#type: u8 }",
        "#[graph_resource(path = \"/a/<id>\", at = \"\", partial = \"fn\")] struct X { id: u8 }",
        "#[graph_resource(rename_all = \"\", odata_type = \"#\", crate = \"\")] struct X { a: u8 }",
        "struct X { #[graph_resource(rename = \"\", with = \"\", foo = , ,)] a: u8 }",
        "struct X { #[graph_resource(,)] a: u8 }",
        "struct X { _a_: Option<()>, __: [u8; 3], r#fn: fn(), d: dyn A, e: impl B, f: !, g: _, h: m!() }",
        "struct X { #[graph_resource(navigation)] a: Vec<Box<Vec>>, bind_a: u8, unbind_a: u8 }",
        "#[graph_resource(path = \"/<a>\")] struct X { #[graph_resource(navigation, etag)] a: Option<Vec<Vec<T>>>, bind_a: () }",
        "enum X { A(A), B(Box<A>), C(A, A), D { a: A }, #[graph_resource(unknown)] E, #[graph_resource(odata_type = \"\")] F(fn()) }",
        "#[graph_resource(path = \"/<a>\", at = \"at\", partial = \"X\")] enum X<'a, T> { #[graph_resource(unknown)] A(Map), B(&'a T) }",
        "struct X { a: Option<Option<Option<u8>>>, b: Option, c: Option<'a>, d: Option<u8, u8> }",
    ] {
        let Ok(input) = parse_str(text) else { panic!("{text}") };
        for kind in [Kind::Resource, Kind::Complex] {
            super::structure(&input, kind);
        }
        super::enumeration(&input);
        super::union(&input);
    }
}
