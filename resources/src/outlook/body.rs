//! The text of a message, an event or a post.

use graph_resource::{GraphComplex, GraphEnum};

/// The text of a message, an event or a post.
///
/// Source: Microsoft Graph v1.0, resource type `itemBody`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct ItemBody {
    /// The text.
    pub content: Option<String>,
    /// Its format. A request for messages has HTML answered as plain text by `Prefer: outlook.body-content-type="text"`.
    pub content_type: Option<BodyType>,
}

impl ItemBody {
    /// Plain text.
    pub fn text(content: impl Into<String>) -> Self {
        Self { content: Some(content.into()), content_type: Some(BodyType::Text) }
    }

    /// HTML.
    pub fn html(content: impl Into<String>) -> Self {
        Self { content: Some(content.into()), content_type: Some(BodyType::Html) }
    }
}

/// The format of a text.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.bodyType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum BodyType {
    /// Plain text.
    Text,
    /// HTML.
    Html,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}
