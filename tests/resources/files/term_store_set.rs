//! termStore.set: beta on its page, addressed in several ways, with names in languages.

use graph_resource::{At, DateTimeOffset, GraphComplex, GraphResource};

use crate::files::term_store_group::{KeyValue, TermStoreGroup, TermStoreRelation};
use crate::files::term_store_term::TermStoreTerm;
use crate::harness::{Documented, Own, Required, every_example};

/// Terms that are chosen from.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(path = "/termStore/sets/<id>", unchecked)] // beta
#[graph_resource(path = "/sites/<site>/termStore/sets/<id>", at = "on_site")]
pub struct TermStoreSet {
    /// The id.
    pub id: String,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// The name, in each language.
    #[graph_resource(default)]
    pub localized_names: Vec<LocalizedName>,
    /// Properties that one makes up.
    #[graph_resource(default)]
    pub properties: Vec<KeyValue>,
    /// The terms at the top.
    #[graph_resource(navigation)]
    pub children: Option<Vec<TermStoreTerm>>,
    /// The group that it is kept in.
    #[graph_resource(navigation)]
    pub parent_group: Option<Box<TermStoreGroup>>,
    /// Which terms stand in two places.
    #[graph_resource(navigation)]
    pub relations: Option<Vec<TermStoreRelation>>,
    /// All terms.
    #[graph_resource(navigation)]
    pub terms: Option<Vec<TermStoreTerm>>,
}

/// The name of a set in one language.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct LocalizedName {
    /// `en-US`.
    pub language_tag: Option<String>,
    /// The name.
    pub name: Option<String>,
}

impl Documented for TermStoreSet {
    const TYPES: &'static [&'static str] = &["microsoft.graph.termStore.set"];
    const REQUIRED: Required = Required { patches: 1, gets: 2, wholes: 2 };
    const OWN: &'static [Own] = &[Own {
        url: "/sites/contoso.sharepoint.com,01,02/termStore/sets/5b",
        before: r#"{"id":"5b","description":"Fruit","createdDateTime":"2024-02-29T10:00:00Z","localizedNames":
            [{"languageTag":"de-DE","name":"Obst"},{"languageTag":"en-US","name":"Fruit"}],"properties":
            [{"key":"a","value":null}],"parentGroup":{"id":"6c","scope":"global","displayName":"Food"},"children":
            [{"id":"7d","descriptions":[],"labels":[{"name":"Apple"}],"properties":[],"set":{"id":"5b","localizedNames":[],
            "properties":[]},"relations":[{"id":"8e","relationship":"pin"}]}],"terms":[]}"#,
        patch: r#"{"description":null,"localizedNames":[{"languageTag":"nb-NO","name":"Frukt"}],"properties":[]}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["termStore", "sets", set] => Self::at(set),
            ["sites", site, "termStore", "sets", set] => Self::on_site(site, set),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_term_store_set() {
    every_example::<TermStoreSet>();
}
