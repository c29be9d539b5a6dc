//! The resources used as their users do, and held to Graph's metadata and documentation where these are at hand: in a
//! folder `shared` beside the checkout, or in the one that `GRAPH_CORPUS` names.

mod corpus;
mod enumerations;
mod metadata;
mod record;
mod requests;
mod support;
mod unions;
