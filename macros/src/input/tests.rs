use super::site::Site;

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
