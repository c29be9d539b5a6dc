use super::{COMPLEX, ENUM, FIELD, Place, RESOURCE, UNION, UNION_VARIANT, VARIANT};

/// The headings of the documentation of a derive.
fn headings(derive: &str) -> Vec<&'static str> {
    let source = include_str!("../lib.rs");
    let end = source.find(&format!("#[proc_macro_derive({derive},")).unwrap();
    let documentation = source[..end].rsplit("\n\n").next().unwrap();
    documentation
        .lines()
        .filter_map(|line| line.strip_prefix("/// ### `"))
        .map(|heading| heading.strip_suffix('`').unwrap())
        .collect()
}

fn options(places: &[Place]) -> Vec<&'static str> {
    places.iter().flat_map(|place| place.options).copied().collect()
}

#[test]
fn each_option_is_a_heading_of_the_documentation() {
    assert_eq!(headings("GraphResource"), options(&[RESOURCE, FIELD]));
    assert_eq!(headings("GraphComplex"), options(&[COMPLEX]));
    assert_eq!(headings("GraphEnum"), options(&[ENUM, VARIANT]));
    assert_eq!(headings("GraphUnion"), options(&[UNION, UNION_VARIANT]));
}
