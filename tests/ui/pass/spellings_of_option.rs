//! `Option` by its paths, in parentheses, and of items of a collection.

use graph_resource::GraphComplex;

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Address {
    pub city: Option<String>,
    pub street: std::option::Option<String>,
    pub zip: ::core::option::Option<String>,
    #[rustfmt::skip]
    #[allow(unused_parens)]
    pub country: (Option<String>),
    pub lines: Vec<Option<String>>,
    pub floors: Option<Vec<i64>>,
}

fn main() {
    let patch = AddressPatch::new().clear_city().clear_street().clear_zip().clear_country().clear_floors();
    let _ = patch.lines(vec![None, Some("a".into())]);
}
