use syn::parse_quote;

use super::site::Site;
use super::types::of_std;

/// The headings of the documentation of a derive.
fn headings(documentation: &'static str) -> Vec<&'static str> {
    documentation
        .lines()
        .filter_map(|line| line.strip_prefix("### `"))
        .map(|heading| heading.strip_suffix('`').unwrap())
        .collect()
}

fn options(sites: &[Site]) -> Vec<&'static str> {
    sites.iter().flat_map(|site| site.options()).collect()
}

#[test]
fn each_option_is_a_heading_of_the_documentation() {
    assert_eq!(headings(include_str!("../../docs/resource.md")), options(&[Site::Resource, Site::Field]));
    assert_eq!(headings(include_str!("../../docs/complex.md")), options(&[Site::Complex]));
    assert_eq!(headings(include_str!("../../docs/enumeration.md")), options(&[Site::Enum, Site::Variant]));
    assert_eq!(headings(include_str!("../../docs/union.md")), options(&[Site::Union, Site::UnionVariant]));
}

#[test]
fn a_type_of_the_standard_library_is_known_by_its_shape() {
    let named = |ty: syn::Type| of_std(&ty).map(|(_, name, _)| name);
    assert_eq!(named(parse_quote!(Option<Cow<'static, str>>)), Some("Cow"));
    assert_eq!(named(parse_quote!(std::collections::HashMap<String, i32>)), Some("HashMap"));
    assert_eq!(named(parse_quote!(Vec<std::time::SystemTime>)), Some("SystemTime"));
    // Of the user's own.
    for own in [parse_quote!(Cow), parse_quote!(farm::Cow), parse_quote!(HashMap), parse_quote!(HashMap<Tile>)] {
        assert_eq!(named(own), None);
    }
    assert_eq!(named(parse_quote!(SystemTime)), None);
    assert_eq!(named(parse_quote!(Vec<clock::SystemTime>)), None);
}
