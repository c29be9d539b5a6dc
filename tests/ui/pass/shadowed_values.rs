//! Values of the user's own that have the names of plain ones.

use graph_resource::{GraphComplex, GraphResource};

mod inner {
    #[derive(Clone, Debug, PartialEq, graph_resource::GraphComplex)]
    pub struct Text {
        pub text: Option<std::string::String>,
    }
}

type String = Box<inner::Text>;

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct DateTimeOffset {
    pub moment: Option<String>,
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/things/<key>")]
pub struct Thing {
    pub key: i64,
    pub name: Option<String>,
    pub at: DateTimeOffset,
}

fn main() {
    let text = inner::Text { text: Some("a".into()) };
    let patch = ThingPatch::new().name(inner::TextPatch::new().clear_text()).at(DateTimeOffsetPatch::new().moment(text));
    let body = r#"{"name":{"text":null},"at":{"moment":{"text":"a"}}}"#;
    assert_eq!(serde_json::to_string(&patch).unwrap(), body);
}
