//! termStore.term: an entity below others, which leads to itself.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphResource};

use crate::files::term_store_group::{KeyValue, TermStoreRelation};
use crate::files::term_store_set::TermStoreSet;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A word that things are marked with.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(path = "/termStore/sets/<set_id>/terms/<id>", unchecked)] // beta
#[graph_resource(path = "/termStore/sets/<set_id>/children/<id>", at = "at_top_of_set", unchecked)] // beta
#[graph_resource(path = "/termStore/groups/<group>/sets/<set_id>/terms/<id>", at = "in_group", unchecked)] // beta
#[graph_resource(path = "/sites/<site>/termStore/groups/<group>/sets/<set_id>/terms/<id>", at = "on_site")]
pub struct TermStoreTerm {
    /// The id.
    pub id: String,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it means, in each language.
    #[graph_resource(default)]
    pub descriptions: Vec<LocalizedDescription>,
    /// The word, in each language.
    #[graph_resource(default)]
    pub labels: Vec<LocalizedLabel>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Properties that one makes up.
    #[graph_resource(default)]
    pub properties: Vec<KeyValue>,
    /// The terms below it.
    #[graph_resource(navigation)]
    pub children: Option<Vec<TermStoreTerm>>,
    /// How it stands elsewhere.
    #[graph_resource(navigation)]
    pub relations: Option<Vec<TermStoreRelation>>,
    /// The set that it is of.
    #[graph_resource(navigation)]
    pub set: Option<Box<TermStoreSet>>,
}

/// What a term means, in one language.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct LocalizedDescription {
    /// The text.
    pub description: Option<String>,
    /// `en-US`.
    pub language_tag: Option<String>,
}

/// A word of one language.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct LocalizedLabel {
    /// Whether it goes before others of the language.
    pub is_default: Option<bool>,
    /// `en-US`.
    pub language_tag: Option<String>,
    /// The word.
    pub name: Option<String>,
}

impl Documented for TermStoreTerm {
    const TYPES: &'static [&'static str] = &["microsoft.graph.termStore.term"];
    const REQUIRED: Required = Required { patches: 1, gets: 3, wholes: 3 };
    const OWN: &'static [Own] = &[Own {
        url: "/termStore/sets/5b/terms/7d",
        before: r#"{"id":"7d","createdDateTime":"2024-02-29T10:00:00.1234567Z","descriptions":[{"description":"Round",
            "languageTag":"en-US"}],"labels":[{"name":"Apple","languageTag":"en-US","isDefault":true}],
            "children":[{"id":"8e","descriptions":[],"labels":[{"name":"Boskoop"}],"properties":[],"children":[]}],"set":{"id":"5b"}}"#,
        patch: r#"{"labels":[{"name":"Apfel","languageTag":"de-DE","isDefault":true},{"name":"Apple"}],
            "descriptions":[],"properties":[{"key":"colour","value":"red"}]}"#,
        answer: r#"{"id":"7d","lastModifiedDateTime":"2024-03-01T10:00:00Z","labels":[{"name":"Apfel",
            "languageTag":"de-DE","isDefault":true},{"name":"Apple","languageTag":"en-US","isDefault":false}]}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["termStore", "sets", set, "terms", term] => Self::at(set, term),
            ["termStore", "sets", set, "children", term] => Self::at_top_of_set(set, term),
            ["termStore", "groups", group, "sets", set, "terms", term] => Self::in_group(group, set, term),
            ["sites", site, "termStore", "groups", group, "sets", set, "terms", term] => {
                Self::on_site(site, group, set, term)
            }
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["termStore", "sets", set, "children"] => page.request(Self::at_top_of_set_collection(set).list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_term_store_term() {
    every_example::<TermStoreTerm>();
}
