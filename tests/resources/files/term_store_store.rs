//! termStore.store: a singleton at the root, and on a site.

use graph_resource::{At, GraphResource};

use crate::files::term_store_group::TermStoreGroup;
use crate::files::term_store_set::TermStoreSet;
use crate::harness::{Documented, Own, Required, every_example};

/// Where the terms of an organisation, or of a site, are kept.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(path = "/termStore", unchecked)] // beta
#[graph_resource(path = "/sites/<site>/termStore", at = "on_site")]
pub struct TermStore {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The language of terms that say none.
    pub default_language_tag: String,
    /// The languages that there can be terms in.
    pub language_tags: Vec<String>,
    /// The groups of sets.
    #[graph_resource(navigation)]
    pub groups: Option<Vec<TermStoreGroup>>,
    /// The sets of all groups.
    #[graph_resource(navigation)]
    pub sets: Option<Vec<TermStoreSet>>,
}

impl Documented for TermStore {
    const TYPES: &'static [&'static str] = &["microsoft.graph.termStore.store"];
    const REQUIRED: Required = Required { patches: 1, gets: 2, wholes: 2 };
    const BLANK: &'static str = r#"{"id":"0","defaultLanguageTag":"","languageTags":[]}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/sites/contoso.sharepoint.com,01,02/termStore",
        before: r#"{"id":"4a","defaultLanguageTag":"nb-NO","languageTags":["nb-NO","se-NO"],"groups":[{"id":"6c",
            "scope":"siteCollection","sets":[{"id":"5b","localizedNames":
            [],"properties":[]}]}]}"#,
        patch: r#"{"languageTags":["nb-NO","nn-NO","se-NO"]}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["termStore"] => Self::at(),
            ["sites", site, "termStore"] => Self::on_site(site),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_term_store_store() {
    every_example::<TermStore>();
}
