//! namedLocation: a union at a path, its base type not abstract, and in one of its types a collection of a union
//! without one.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::harness::{Documented, Own, Page, Required, every_example, table_of};

/// A type derived from namedLocation: the members of the base type stand before its own.
macro_rules! location {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        $(#[$meta])*
        pub struct $name {
            /// The key, a GUID.
            pub id: String,
            /// When it was deleted.
            #[graph_resource(read_only)]
            pub deleted_date_time: Option<DateTimeOffset>,
            /// When it was made.
            #[graph_resource(read_only)]
            pub created_date_time: Option<DateTimeOffset>,
            /// The name to show.
            pub display_name: String,
            /// When it was changed.
            #[graph_resource(read_only)]
            pub modified_date_time: Option<DateTimeOffset>,
            $($members)*
        }
    };
}

location! {
    /// Of the base type: a location of which nothing more is known.
    #[graph_resource(schema = "v1.0#microsoft.graph.namedLocation")]
    #[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>")]
    pub struct AnyNamedLocation {}
}

location! {
    /// Addresses on the Internet.
    #[graph_resource(schema = "v1.0#microsoft.graph.ipNamedLocation")]
    #[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>")]
    pub struct IpNamedLocation {
        /// The addresses.
        #[graph_resource(default)]
        pub ip_ranges: Vec<IpRange>,
        /// Whether they are trusted.
        pub is_trusted: bool,
    }
}

location! {
    /// Countries.
    #[graph_resource(schema = "v1.0#microsoft.graph.countryNamedLocation")]
    #[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>")]
    pub struct CountryNamedLocation {
        /// By two letters.
        #[graph_resource(default)]
        pub countries_and_regions: Vec<String>,
        /// By what a country is found.
        pub country_lookup_method: Option<CountryLookupMethod>,
        /// Whether an address without a country counts.
        pub include_unknown_countries_and_regions: bool,
    }
}

/// By what a country is found.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.countryLookupMethodType")]
pub enum CountryLookupMethod {
    /// By the address.
    ClientIpAddress,
    /// By where the authenticator is.
    AuthenticatorAppGps,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A place that policies can name.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/identity/conditionalAccess/namedLocations/<id>", schema = "v1.0")]
pub enum NamedLocation {
    /// Of the base type.
    Any(AnyNamedLocation),
    /// By addresses.
    #[graph_resource(odata_type = "microsoft.graph.ipNamedLocation")]
    Ip(IpNamedLocation),
    /// By countries.
    #[graph_resource(odata_type = "microsoft.graph.countryNamedLocation")]
    Country(CountryNamedLocation),
    /// A type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A range of addresses. The base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0")]
pub enum IpRange {
    /// Of the fourth version, by a prefix.
    #[graph_resource(odata_type = "microsoft.graph.iPv4CidrRange")]
    V4Cidr(CidrRange),
    /// Of the sixth version, by a prefix.
    #[graph_resource(odata_type = "microsoft.graph.iPv6CidrRange")]
    V6Cidr(CidrRange6),
    /// Of the fourth version, from one to another.
    #[graph_resource(odata_type = "microsoft.graph.iPv4Range")]
    V4(BoundedRange),
    /// Of the sixth version, from one to another.
    #[graph_resource(odata_type = "microsoft.graph.iPv6Range")]
    V6(BoundedRange6),
    /// A type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Addresses of the fourth version that begin alike.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.iPv4CidrRange")]
pub struct CidrRange {
    /// `10.0.0.0/8`.
    pub cidr_address: String,
}

/// Addresses of the sixth version that begin alike.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.iPv6CidrRange")]
pub struct CidrRange6 {
    /// `2001:db8::/32`.
    pub cidr_address: String,
}

/// Addresses of the fourth version, from one to another.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.iPv4Range")]
pub struct BoundedRange {
    /// The first.
    pub lower_address: String,
    /// The last.
    pub upper_address: String,
}

/// Addresses of the sixth version, from one to another.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.iPv6Range")]
pub struct BoundedRange6 {
    /// The first.
    pub lower_address: String,
    /// The last.
    pub upper_address: String,
}

impl Documented for NamedLocation {
    const TYPES: &'static [&'static str] =
        &["microsoft.graph.namedLocation", "microsoft.graph.ipNamedLocation", "microsoft.graph.countryNamedLocation"];
    const REQUIRED: Required = Required { patches: 2, gets: 12, wholes: 18 };
    const BLANK: &'static str = r#"{"id":"0","displayName":""}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/identity/conditionalAccess/namedLocations/51c3",
            before: r##"{"@odata.type":"#microsoft.graph.ipNamedLocation","id":"51c3","displayName":"Office",
                "isTrusted":true,"modifiedDateTime":"2024-03-01T10:00:00.1234567Z","ipRanges":
                [{"@odata.type":"#microsoft.graph.iPv4CidrRange","cidrAddress":"192.0.2.0/24"},
                {"@odata.type":"#microsoft.graph.iPv6Range","lowerAddress":"2001:db8::1",
                "upperAddress":"2001:db8::9"},{"@odata.type":"#microsoft.graph.iPv8Range","planet":"Mars"}]}"##,
            patch: r##"{"@odata.type":"#microsoft.graph.ipNamedLocation","isTrusted":false,"ipRanges":
                [{"@odata.type":"#microsoft.graph.iPv6CidrRange","cidrAddress":"2001:db8::/32"}]}"##,
            answer: "",
        },
        Own {
            url: "/identity/conditionalAccess/namedLocations/51c4",
            before: r##"{"@odata.type":"#microsoft.graph.countryNamedLocation","id":"51c4","displayName":"Home",
                "countriesAndRegions":["NO"],"includeUnknownCountriesAndRegions":true,
                "countryLookupMethod":"authenticatorAppGps"}"##,
            patch: r##"{"@odata.type":"#microsoft.graph.countryNamedLocation","countriesAndRegions":["NO","SE"],
                "countryLookupMethod":null}"##,
            answer: r##"{"@odata.type":"#microsoft.graph.countryNamedLocation","id":"51c4","displayName":"Home",
                "countriesAndRegions":["NO","SE"],"includeUnknownCountriesAndRegions":true}"##,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["identity", "conditionalAccess", "namedLocations", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["identity", "conditionalAccess", "namedLocations"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }

    fn tables() -> Vec<&'static graph_resource::codec::TypeInfo> {
        vec![table_of::<AnyNamedLocation>(), table_of::<IpNamedLocation>(), table_of::<CountryNamedLocation>()]
    }
}

#[test]
fn every_example_of_named_location() {
    every_example::<NamedLocation>();
}
