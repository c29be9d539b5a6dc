//! What a user said of the quality of a call.

use graph_resource::GraphComplex;
use serde_json::{Map, Value};

use super::UserFeedbackRating;

/// What a user said of the quality of a call.
///
/// Source: Microsoft Graph v1.0, resource type `userFeedback`.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct UserFeedback {
    /// The mark that the user gave.
    pub rating: UserFeedbackRating,
    /// The user's words.
    pub text: Option<String>,
    /// The faults that the user could tick.
    pub tokens: Option<FeedbackTokenSet>,
}

/// The faults that a user could tick, by name: `"Echo"`, `"NoSound"`.
///
/// The names are dynamic and in `PascalCase`; Graph warns that they change.
///
/// Source: Microsoft Graph v1.0, resource type `feedbackTokenSet`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct FeedbackTokenSet {
    /// The tokens, true where ticked.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

impl FeedbackTokenSet {
    /// Whether the fault of this name was ticked; `None` where the user was not asked for it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<bool> {
        self.additional.get(name)?.as_bool()
    }

    /// The names of the faults that were ticked.
    pub fn ticked(&self) -> impl Iterator<Item = &str> {
        self.additional.iter().filter(|(_, value)| value.as_bool() == Some(true)).map(|(name, _)| &**name)
    }
}
