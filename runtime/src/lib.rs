#![cfg_attr(feature = "derive", doc = include_str!("../README.md"))]
#![cfg_attr(not(feature = "derive"), doc = "Typed Microsoft Graph resources, without the derives.")]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Expansions name the crate as `::graph_resource`; so that the derives can be used in here as well:
extern crate self as graph_resource;

pub mod edm;
pub mod navigation;
pub mod path;
pub mod read;
pub mod request;
pub mod resource;
pub mod response;
pub mod structured;
pub mod transport;
pub mod union;
pub mod value;
pub mod write;

mod base_url;
mod call;
mod client;
mod complex;
mod compound;
mod dictionary;
mod enumeration;
mod error;
mod etag;
mod field;
mod http_client;
mod json_path;
mod object;
mod property;
mod tracked;
mod words;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use bytes::Bytes;
#[cfg(feature = "derive")]
pub use graph_resource_macros::{GraphComplex, GraphEnum, GraphResource, GraphUnion};
pub use http;

pub use self::base_url::{AsBaseUrl, BaseUrl};
pub use self::call::{GraphAction, GraphFunction, ServiceRoot};
pub use self::client::Client;
pub use self::complex::{Change, Complex, GraphComplex, Holds};
pub use self::compound::{Compound, Partial};
pub use self::dictionary::{Dictionary, DictionaryPartial, DictionaryPatch};
pub use self::edm::DateTimeOffset;
pub use self::enumeration::{Enumeration, FlagSet, FlagsEnumeration, GraphEnum, ParseFlagSetError};
pub use self::error::{Error, ErrorKind};
pub use self::etag::ETag;
pub use self::field::Field;
pub use self::http_client::HttpClient;
pub use self::navigation::{Expand, NavigationProperty, Reference};
pub use self::object::ObjectPatch;
pub use self::property::Property;
pub use self::request::{Operation, Request};
pub use self::resource::{At, Collection, GraphResource};
pub use self::response::{Created, Fetched, Page, Updated};
pub use self::structured::{GraphPatch, Structured};
pub use self::tracked::Tracked;
pub use self::union::{GraphUnion, UnionPartial};
pub use self::value::{GraphValue, Related, State};
