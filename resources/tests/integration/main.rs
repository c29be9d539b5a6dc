//! The resources used as their users do, held to Graph's metadata, and to its documentation where that is at hand: in a
//! folder `shared` beside the checkout, or in the one that `GRAPH_CORPUS` names.

mod corpus;
mod enumerations;
mod metadata;
mod outlook;
mod record;
mod requests;
mod support;
mod unions;
