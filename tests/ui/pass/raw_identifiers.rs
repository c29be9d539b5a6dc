//! Keywords for names of properties, of types and of variants; names in another case than Rust's.

#![deny(warnings)]

use graph_resource::{GraphComplex, GraphEnum, GraphResource};

#[allow(non_snake_case)]
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/things/<type>")]
pub struct r#Thing {
    pub r#type: String,
    pub r#async: Option<bool>,
    pub r#move: Option<r#struct>,
    #[graph_resource(rename = "self")]
    pub self_: Option<String>,
    pub hasMFA: Option<bool>,
}

#[allow(non_camel_case_types)]
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct r#struct {
    pub r#fn: Option<String>,
}

#[allow(non_camel_case_types)]
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum r#enum {
    r#fn,
    #[graph_resource(unknown)]
    Unknown(String),
}

fn main() {
    let patch = ThingPatch::new().r#async(true).clear_async().r#move(structPatch::new().r#fn("x")).clear_self_();
    let patch = serde_json::to_value(patch).unwrap();
    assert!(patch["self"].is_null() && patch["move"]["fn"] == "x");
    assert_eq!(Thing::at("a").get().to_http("https://x/v1.0").unwrap().uri().path(), "/v1.0/things/a");
    assert_eq!(r#enum::r#fn.as_str(), "fn");
}
