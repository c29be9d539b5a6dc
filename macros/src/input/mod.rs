//! Reads the input of a derive into a tree of our own. The tree keeps the syn nodes, so that spans survive.

pub(crate) mod case;
pub(crate) mod flags;
pub(crate) mod options;
pub(crate) mod path;
pub(crate) mod self_type;
pub(crate) mod serde;
pub(crate) mod types;

mod attr;
mod container;
mod enumeration;
mod names;
mod route;
mod site;
mod structure;
mod union;

#[cfg(test)]
mod tests;

pub(crate) use self::attr::Given;
#[cfg(feature = "schema")]
pub(crate) use self::container::Container;
pub(crate) use self::enumeration::{Enumeration, Member};
pub(crate) use self::route::Route;
pub(crate) use self::structure::{Codec, Kind, Property, Structure};
pub(crate) use self::union::{Union, UnionVariant};
