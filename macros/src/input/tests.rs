use super::site::Site;

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

fn options(sites: &[Site]) -> Vec<&'static str> {
    sites.iter().flat_map(|site| site.options()).collect()
}

#[test]
fn each_option_is_a_heading_of_the_documentation() {
    assert_eq!(headings("GraphResource"), options(&[Site::Resource, Site::Field]));
    assert_eq!(headings("GraphComplex"), options(&[Site::Complex]));
    assert_eq!(headings("GraphEnum"), options(&[Site::Enum, Site::Variant]));
    assert_eq!(headings("GraphUnion"), options(&[Site::Union, Site::UnionVariant]));
}
