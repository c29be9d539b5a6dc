// The first definition of a link counts: in rustdoc, those of the README lead to the guide.
#![cfg_attr(feature = "derive", doc = "[guide]: guide")]
#![cfg_attr(feature = "derive", doc = "[listing]: guide::listing")]
#![cfg_attr(feature = "derive", doc = "[saving]: guide::saving")]
#![cfg_attr(feature = "derive", doc = "[options]: guide::options")]
#![cfg_attr(feature = "derive", doc = "[performance]: guide::performance")]
#![cfg_attr(feature = "derive", doc = "[reliability]: guide::reliability")]
#![cfg_attr(feature = "derive", doc = "")]
#![cfg_attr(feature = "derive", doc = include_str!("../README.md"))]
#![cfg_attr(not(feature = "derive"), doc = "Typed Microsoft Graph resources, without the derives.")]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Expansions name the crate as `::graph_resource`; so that the derives can be used in here as well:
extern crate self as graph_resource;

// The layers, from the lowest to the highest: a file imports from those above its own line, and from no other.

mod text {
    pub(crate) mod cow_str;
    pub(crate) mod half_pairs;
    pub(crate) mod json_path;
    pub(crate) mod percent;
    pub(crate) mod scan;
    pub(crate) mod short;
}

mod etag;
mod field;

mod error;

mod odata {
    pub(crate) mod names;
    pub(crate) mod table;
    pub(crate) mod literal;
    pub(crate) mod path_part;
    pub(crate) mod template;
    pub(crate) mod path;
    #[cfg(feature = "notifications")]
    pub(crate) mod path_keys;
    pub(crate) mod base_url;
    pub(crate) mod cloud;
    pub(crate) mod reference;
}

pub mod codec {
    //! How the values of properties are read, written, compared and merged: what one needs to write a codec by hand.
    //!
    //! Open to change in minor releases.

    pub(crate) mod merging;
    pub(crate) mod aside;
    pub(crate) mod unsent;
    pub(crate) mod context;
    pub(crate) mod decode;
    pub(crate) mod out;
    pub(crate) mod value;
    pub(crate) mod set;
    pub(crate) mod unset;
    pub(crate) mod fill;
    pub(crate) mod slot;
    pub(crate) mod not_null;
    pub(crate) mod inline;
    pub(crate) mod json;
    pub(crate) mod additional;
    pub(crate) mod bindings;
    pub(crate) mod held;
    pub(crate) mod keys;
    pub(crate) mod members;
    pub(crate) mod writer;
    pub(crate) mod compound;
    pub(crate) mod key_text;
    pub(crate) mod entity;
    pub(crate) mod derived;
    pub(crate) mod visit;
    pub(crate) mod merge;
    pub(crate) mod write;
    pub(crate) mod object;

    pub use self::aside::Aside;
    pub use self::context::{ApplyMode, Completion, DiffPart, DiffScope, ReadContext, ReadMode, Wanted, WriteForm};
    pub use self::out::Out;
    pub use self::set::{IntoField, IntoForeignField, IntoValue};
    pub use self::value::{Accept, Codec, CodecOf, GraphValue, ItemCodec, Replaced};
    pub use crate::odata::literal::Literal;
    pub use crate::odata::table::{Flags, PropertyInfo, TypeInfo};
    pub use crate::value::scalar::{ScalarCodec, ScalarValue};
}

mod value {
    pub(crate) mod scalar;
    pub(crate) mod text;
    pub(crate) mod number;
    pub(crate) mod boxed;
    pub(crate) mod vec;
    pub(crate) mod foreign;
    pub(crate) mod secret;
    pub(crate) mod related;
    pub(crate) mod complex;
    pub(crate) mod holder;
    pub(crate) mod dictionary;
    pub(crate) mod untyped;
    pub(crate) mod enumeration {
        pub(crate) mod member;
        pub(crate) mod flag_set;
    }
    pub(crate) mod union {
        pub(crate) mod types;
        pub(crate) mod inherited;
        pub(crate) mod variant;
        pub(crate) mod kept;
        pub(crate) mod discriminator;
        pub(crate) mod steps;
        pub(crate) mod partial;
    }
}

pub mod edm {
    //! The primitive types of OData that Rust has no type for.
    //!
    //! EDM is OData's entity data model. Each type here keeps what came over the wire to the digit, so that a value that
    //! was read and not changed is written as it was.
    //!
    //! | EDM | Rust |
    //! |---|---|
    //! | `Edm.Boolean` | `bool` |
    //! | `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32`, `Edm.Int64` | `u8`, `i8`, `i16`, `i32`, `i64` |
    //! | `Edm.Single`, `Edm.Double` | `f32`, `f64` |
    //! | `Edm.String` | `String` |
    //! | `Edm.Decimal` | [`Decimal`] |
    //! | `Edm.Date`, `Edm.TimeOfDay`, `Edm.DateTimeOffset` | [`Date`], [`TimeOfDay`], [`DateTimeOffset`] |
    //! | `Edm.DateTimeOffset`, or `Edm.String`, where a service writes no offset | [`LocalDateTime`] |
    //! | `Edm.Duration` | [`Duration`] |
    //! | `Edm.Guid` | [`Guid`], which is `uuid::Uuid` |
    //! | `Edm.Binary` | [`Binary`] |
    //! | `Edm.Untyped` | `serde_json::Value` |
    //!
    //! A property of the type `Edm.Stream` has no value in JSON: its content is read and written at a URL of its own.
    //!
    //! # Conversions
    //!
    //! To and from the types of `time` and of the standard library always; to and from those of `chrono`, `jiff` and
    //! `rust_decimal` with the features of these names. A conversion that could lose something is a `TryFrom`, and fails
    //! where it would. One exception: the moment of a [`DateTimeOffset`] is always a `time::OffsetDateTime`.

    #[macro_use]
    mod macros;
    mod convert_error;
    mod cursor;
    mod line;
    mod guid;
    mod binary;
    mod date;
    mod time_of_day;
    pub(crate) mod date_time_offset;
    mod decimal;
    mod duration;
    mod local_date_time;
    mod convert {
        #[cfg(feature = "chrono")]
        mod chrono;
        #[cfg(feature = "jiff")]
        mod jiff;
        #[cfg(feature = "rust_decimal")]
        mod rust_decimal;
    }
    #[cfg(test)]
    mod tests;

    pub use self::binary::{Binary, ParseBinaryError};
    pub use self::convert_error::ConvertValueError;
    pub use self::date::{Date, ParseDateError};
    pub use self::date_time_offset::{DateTimeOffset, ParseDateTimeOffsetError};
    pub use self::decimal::{Decimal, ParseDecimalError};
    pub use self::duration::{Duration, ParseDurationError};
    pub use self::guid::Guid;
    pub use self::local_date_time::{LocalDateTime, ParseLocalDateTimeError};
    pub use self::time_of_day::{ParseTimeOfDayError, TimeOfDay};
}

pub mod resource {
    //! Resources: entities with a path, and where requests to them start.

    pub(crate) mod merge;
    pub(crate) mod traits;
    pub(crate) mod address;
    pub(crate) mod property;
    pub(crate) mod derived_from;

    pub use self::address::{At, Collection};
    pub use self::derived_from::{Declares, DerivedFrom};
    pub use self::merge::{Conflict, Merge, Resolve};
    pub use self::property::Property;
    pub use self::traits::{GraphResource, NewResource, SendResource};
    pub use crate::odata::path::{ParsePathError, ResourcePath};
    pub use crate::odata::path_part::{PathPart, PredicatePart};
}

pub mod navigation {
    //! Relationships between entities, OData's navigation properties: their handles, and how requests name them.

    pub use crate::codec::bindings::{Binding, Bindings};
    pub use crate::odata::reference::Reference;
    pub use crate::request::expand::Expand;
    pub use crate::resource::property::{Many, NavigationProperty, One};
}

pub mod request {
    //! Requests without I/O: a value that builds an `http::Request` and reads the `http::Response` to it.

    pub(crate) mod query;
    pub(crate) mod filter {
        pub(crate) mod term;
        pub(crate) mod literal;
        pub(crate) mod operand;
        pub(crate) mod condition;
        pub(crate) mod order;
        pub(crate) mod search;
        pub(crate) mod path;
        pub(crate) mod order_by;
        pub(crate) mod options;
    }
    pub(crate) mod select;
    pub(crate) mod expand;
    pub(crate) mod options;
    pub(crate) mod sole_member;
    pub(crate) mod answer;
    pub(crate) mod operation;
    pub(crate) mod link;
    pub(crate) mod repeat;
    #[allow(clippy::module_inception, reason = "what the folder is about")]
    pub(crate) mod request;
    pub(crate) mod listing;

    pub use self::expand::Expands;
    pub use self::filter::operand::{
        Comparable, Compare, EnumForm, Enumerated, Flagged, HasMembers, Items, LiteralOut, Operand, Ordered, Phrase,
        Textual,
    };
    pub use self::filter::order::Order;
    pub use self::filter::order_by::{OrderBy, OrderTerm};
    pub use self::filter::path::{LeadsToMany, LeadsToOne, Path};
    pub use self::filter::search::{Search, SearchBy, SearchTerm};
    pub use self::operation::{Conditional, Lists, Operation, Reads, Writes};
    pub use self::request::{Request, RequestParts};
    pub use self::select::{PropertyOf, Selection};
    pub use crate::codec::fill::{AsState, AsValue};
    pub use crate::operation::action::Invoke;
    pub use crate::operation::content::{GetContent, PutContent};
    pub use crate::operation::count::Count;
    pub use crate::operation::create::Create;
    pub use crate::operation::delete::Delete;
    pub use crate::operation::function::Call;
    pub use crate::operation::get::Get;
    pub use crate::operation::list::{List, NextPage};
    pub use crate::operation::references::{AddReference, Navigation, RemoveReference, SetReference};
    pub use crate::operation::update::Update;
}

pub mod response {
    //! Answers: what a body and its headers say, without I/O.

    pub(crate) mod links;
    pub(crate) mod says;
    pub(crate) mod whole;
    pub(crate) mod place;
    pub(crate) mod fetched;
    pub(crate) mod page_link;
    pub(crate) mod page;
    pub(crate) mod page_items;
    pub(crate) mod updated;
    pub(crate) mod created;
    pub(crate) mod reading;
    pub(crate) mod output;
    pub(crate) mod content;

    pub use self::content::Content;
    pub use self::created::Created;
    pub use self::fetched::Fetched;
    pub use self::output::CallOutput;
    pub use self::page::Page;
    pub use self::page_link::PageLink;
    pub use self::says::PropertyHandle;
    pub use self::updated::Updated;
    pub use crate::request::answer::Answer;
}

mod operation {
    pub(crate) mod get;
    pub(crate) mod list;
    pub(crate) mod unsendable;
    pub(crate) mod update;
    pub(crate) mod create;
    pub(crate) mod delete;
    pub(crate) mod references;
    pub(crate) mod count;
    pub(crate) mod content;
    pub(crate) mod call_target;
    pub(crate) mod parameters;
    pub(crate) mod function;
    pub(crate) mod action;
}

pub mod delta {
    //! What changed in a collection since the last time: rounds of changes, and a copy that is kept by them.

    pub(crate) mod link_changes;
    pub(crate) mod round;
    pub(crate) mod read;
    pub(crate) mod store;
    pub(crate) mod resync;
    pub(crate) mod operation;

    pub use self::link_changes::LinkChanges;
    #[doc(hidden)]
    pub use self::link_changes::LinkChangesCodec;
    pub use self::operation::Delta;
    pub use self::resync::{Resync, ResyncHow};
    pub use self::round::{DeltaItem, DeltaLink, Round};
    pub use self::store::{Applied, DeltaStore, Next};
    pub use crate::client::delta::Rounds;
}

// Values without clock, socket and randomness, which a client drives.
mod policy {
    pub(crate) mod paging;
    pub(crate) mod jitter;
    pub(crate) mod repeat;
    pub(crate) mod budget;
    pub(crate) mod retry;
    pub(crate) mod gate;
    pub(crate) mod saving;
    pub(crate) mod turns;
    pub(crate) mod token;
    pub(crate) mod token_cache;
    pub(crate) mod challenge;
}

mod tracked;

// Many requests in one: without a client as well.
mod batch {
    #[allow(clippy::module_inception, reason = "what the folder is about")]
    pub(crate) mod batch;
    pub(crate) mod plan;
    pub(crate) mod envelope;
    pub(crate) mod answers;
    pub(crate) mod dispatch;
}

pub mod sessions {
    //! What takes more than one request: uploads in parts, and operations that go on after their answer. Without I/O; a
    //! [`Client`](crate::Client) drives them.

    pub(crate) mod upload_session;
    pub(crate) mod upload;
    pub(crate) mod monitor;

    pub use self::monitor::{Finished, Monitor};
    pub use self::upload::{Upload, UploadStep, Uploaded};
    pub use self::upload_session::UploadSession;
}

#[cfg(feature = "notifications")]
pub mod notifications {
    //! Change notifications, without I/O: what a subscriber receives, and the subscriptions that it keeps.
    //!
    //! A subscriber does four things:
    //!
    //! - It **subscribes**: [`Subscription::to`] a collection, with a URL of its own and a secret.
    //! - It **receives**: [`receive`] reads each request to this URL, for any web framework; [`Batch::verified`] drops what
    //!   Graph has not sent; [`ChangeNotification::at`] tells which resource changed. [`Seen`] tells whether a version of
    //!   it is news, since the same change may be announced more than once, and late.
    //! - It **keeps** the subscription: [`Renewal`] says when to renew, reauthorize or recreate it.
    //! - It **reconciles**: announcements get lost without a trace, so that [`Reconciliation`] reads the listing now and
    //!   then, and finds what was missed.
    //!
    //! None of them sends anything or waits: requests are values, and moments are parameters.
    //!
    //! Encrypted resource data is left out: call records have none.
    //!
    //! Source: Microsoft Graph, "set up notifications for changes in resource data".

    pub(crate) mod content;
    pub(crate) mod notification;
    pub(crate) mod address;
    pub(crate) mod batch;
    pub(crate) mod receive;
    pub(crate) mod lifetime;
    pub(crate) mod subscription;
    pub(crate) mod renewal;
    pub(crate) mod seen;
    pub(crate) mod reconciliation;

    pub use self::batch::{Batch, Verified};
    pub use self::lifetime::{LIFETIMES, Lifetime};
    pub use self::notification::{ChangeNotification, ChangeType, LifecycleEvent, LifecycleNotification, Notification};
    pub use self::receive::{MAX_BODY, Received, Rejected, ValidationToken, accepted, receive, receive_up_to};
    pub use self::reconciliation::{Reconciliation, missed};
    pub use self::renewal::{Action, Renewal};
    pub use self::seen::Seen;
    pub use self::subscription::{
        ChangeTypes, NewSubscription, Reauthorize, Subscription, SubscriptionPartial, SubscriptionPatch,
        SubscriptionProps, Watched,
    };
}

mod client {
    pub(crate) mod token_provider;
    #[cfg(feature = "azure-core")]
    pub(crate) mod azure_core;
    pub(crate) mod tokens;
    pub(crate) mod http_client;
    pub(crate) mod transport_error;
    pub(crate) mod boxed;
    pub(crate) mod request_id;
    pub(crate) mod shared;
    pub(crate) mod sendable;
    pub(crate) mod trace;
    pub(crate) mod client;
    pub(crate) mod exchange;
    pub(crate) mod tokenless;
    #[cfg(any(feature = "reqwest", feature = "hyper", feature = "tower", feature = "ureq"))]
    pub(crate) mod max_body;
    #[cfg(any(feature = "reqwest", feature = "hyper", feature = "tower"))]
    pub(crate) mod body;
    #[cfg(all(feature = "gzip", feature = "hyper"))]
    pub(crate) mod gzip;
    #[cfg(any(feature = "hyper", feature = "tower"))]
    pub(crate) mod http_body;
    #[cfg(feature = "reqwest")]
    pub(crate) mod reqwest;
    #[cfg(feature = "hyper")]
    pub(crate) mod hyper;
    #[cfg(feature = "tower")]
    pub(crate) mod tower;
    pub(crate) mod tracked;
    pub(crate) mod saving;
    pub(crate) mod batch;
    pub(crate) mod update_all;
    pub(crate) mod sessions;
    pub(crate) mod pages;
    pub(crate) mod download;
    pub(crate) mod delta;
}

#[cfg(feature = "blocking")]
pub mod blocking {
    //! The client for programs without an asynchronous runtime: the same requests and policies, and the thread waits.
    //!
    //! Requests, answers and errors are those of the rest of the crate. A transport is [`HttpClient`]; with the feature
    //! `ureq`, [`UreqTransport`](crate::transport::UreqTransport) is one.

    pub(crate) mod block_on;
    pub(crate) mod http_client;
    pub(crate) mod token_provider;
    pub(crate) mod client;
    pub(crate) mod saving;
    pub(crate) mod pages;
    #[cfg(feature = "ureq")]
    pub(crate) mod ureq;

    pub use self::client::Client;
    pub use self::http_client::HttpClient;
    pub use self::pages::{Items, Pages};
    pub use self::saving::{SaveWithRetry, UpdateAll};
    pub use self::token_provider::{TokenFn, TokenProvider, token_fn};
}

pub mod transport {
    //! Transports: thin adapters from an HTTP library to [`HttpClient`](crate::HttpClient), one feature each; and the
    //! error by which one of your own tells what it knows.

    #[cfg(feature = "ureq")]
    pub use crate::blocking::ureq::UreqTransport;
    pub use crate::client::boxed::{BoxHttpClient, BoxHttpClientError};
    #[cfg(feature = "hyper")]
    pub use crate::client::hyper::HyperTransport;
    #[cfg(feature = "reqwest")]
    pub use crate::client::reqwest::ReqwestTransport;
    #[cfg(feature = "tower")]
    pub use crate::client::tower::TowerTransport;
    pub use crate::client::transport_error::{TransportError, TransportErrorKind};
}

#[cfg(feature = "derive")]
pub mod guide;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1_0;

pub use bytes::Bytes;
#[cfg(feature = "derive")]
pub use graph_resource_macros::{GraphComplex, GraphEnum, GraphResource, GraphUnion};
pub use http;

pub use self::batch::answers::Answers;
pub use self::batch::batch::{Batch, Part};
#[cfg(feature = "azure-core")]
pub use self::client::azure_core::AzureCredential;
pub use self::client::boxed::BoxHttpClient;
pub use self::client::client::Client;
pub use self::client::http_client::HttpClient;
pub use self::client::pages::{Items, Pages};
pub use self::client::saving::SaveWithRetry;
pub use self::client::shared::Attempt;
pub use self::client::token_provider::{TokenFn, TokenProvider, token_fn};
pub use self::client::update_all::{Progress, UpdateAll};
pub use self::codec::compound::{Compound, GraphPatch, Partial};
pub use self::codec::derived::Structured;
pub use self::codec::value::{GraphValue, State};
pub use self::edm::DateTimeOffset;
pub use self::error::{Error, ErrorDetail, ErrorKind, retry_after};
pub use self::etag::ETag;
pub use self::field::Field;
pub use self::odata::base_url::{AsBaseUrl, BaseUrl};
pub use self::odata::cloud::Cloud;
pub use self::odata::reference::Reference;
pub use self::operation::action::GraphAction;
pub use self::operation::call_target::ServiceRoot;
pub use self::operation::function::GraphFunction;
pub use self::policy::retry::Retry;
pub use self::policy::token::{AccessToken, BoxError, TokenRequest};
pub use self::request::expand::Expand;
pub use self::request::filter::condition::Filter;
pub use self::request::filter::path::item;
pub use self::request::repeat::Repeat;
pub use self::request::{Operation, Request};
pub use self::resource::merge::{Conflict, Merge, Resolve};
pub use self::resource::property::NavigationProperty;
pub use self::resource::{At, Collection, GraphResource, Property, SendResource};
pub use self::response::{Content, Created, Fetched, Page, PageLink, Updated};
pub use self::tracked::{Trackable, Tracked};
pub use self::value::complex::{Change, ComplexCodec, GraphComplex};
pub use self::value::dictionary::{DictionaryCodec, DictionaryPartial, DictionaryPatch};
pub use self::value::enumeration::flag_set::{FlagsEnumeration, ParseFlagSetError};
pub use self::value::enumeration::member::{EnumCodec, FlagSet, GraphEnum};
pub use self::value::holder::PatchedBy;
pub use self::value::related::Related;
pub use self::value::secret::{Secret, SecretCodec};
pub use self::value::union::types::{GraphUnion, UnionPartial};
pub use self::value::untyped::ObjectPatch;
