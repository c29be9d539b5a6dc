//! What stands beside the sets and terms of a term store: groups of sets, relations of terms.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource};

use crate::files::term_store_set::TermStoreSet;
use crate::files::term_store_term::TermStoreTerm;

/// Sets of terms that are kept together.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(path = "/termStore/groups/<id>", unchecked)] // beta
#[graph_resource(path = "/sites/<site>/termStore/groups/<id>", at = "on_site")]
pub struct TermStoreGroup {
    /// The id.
    pub id: String,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// The name.
    pub display_name: Option<String>,
    /// The site that it is of.
    #[graph_resource(read_only)]
    pub parent_site_id: Option<String>,
    /// Where its terms can be used.
    #[graph_resource(read_only)]
    pub scope: Option<TermGroupScope>,
    /// Its sets.
    #[graph_resource(navigation)]
    pub sets: Option<Vec<TermStoreSet>>,
}

/// Where the terms of a group can be used.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum TermGroupScope {
    /// Everywhere.
    Global,
    /// By the service.
    System,
    /// In one collection of sites.
    SiteCollection,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How a term stands in two places.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0#microsoft.graph.termStore.relation")]
#[graph_resource(path = "/termStore/sets/<set_id>/relations/<id>", unchecked)] // beta
pub struct TermStoreRelation {
    /// The id.
    pub id: String,
    /// In which way.
    pub relationship: Option<RelationType>,
    /// The term below which the other one stands.
    #[graph_resource(navigation)]
    pub from_term: Option<Box<TermStoreTerm>>,
    /// The set in which it stands.
    #[graph_resource(navigation)]
    pub set: Option<Box<TermStoreSet>>,
    /// The term that stands in two places.
    #[graph_resource(navigation)]
    pub to_term: Option<Box<TermStoreTerm>>,
}

/// In which way a term stands in two places.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum RelationType {
    /// With the terms below it, which cannot be changed there.
    Pin,
    /// By itself.
    Reuse,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A property that one makes up.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct KeyValue {
    /// The name.
    pub key: Option<String>,
    /// The value.
    pub value: Option<String>,
}
