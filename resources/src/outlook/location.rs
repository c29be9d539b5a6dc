//! Places.

use graph_resource::{GraphComplex, GraphEnum};

/// Where an event takes place.
///
/// Source: Microsoft Graph v1.0, resource type `location`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Location {
    /// The postal address.
    pub address: Option<PhysicalAddress>,
    /// The place on Earth.
    pub coordinates: Option<OutlookGeoCoordinates>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The address of electronic mail, of a room that can be invited.
    pub location_email_address: Option<String>,
    /// The kind of place.
    pub location_type: Option<LocationType>,
    /// A link to the place, or to a page about it.
    pub location_uri: Option<String>,
    /// An id of the service, for its own use.
    pub unique_id: Option<String>,
    /// What the id belongs to, for the service's own use.
    pub unique_id_type: Option<LocationUniqueIdType>,
}

/// A postal address.
///
/// Source: Microsoft Graph v1.0, resource type `physicalAddress`.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq, GraphComplex)]
pub struct PhysicalAddress {
    /// The town.
    pub city: Option<String>,
    /// The country or region, in any language and form: `United States`, `US`.
    pub country_or_region: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The state or province.
    pub state: Option<String>,
    /// The street, with the number.
    pub street: Option<String>,
}

/// A place on Earth, and how exactly it is known.
///
/// Source: Microsoft Graph v1.0, resource type `outlookGeoCoordinates`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct OutlookGeoCoordinates {
    /// How exact latitude and longitude are, in metres.
    pub accuracy: Option<f64>,
    /// The altitude, in metres.
    pub altitude: Option<f64>,
    /// How exact the altitude is, in metres.
    pub altitude_accuracy: Option<f64>,
    /// The latitude, in degrees; north is positive.
    pub latitude: Option<f64>,
    /// The longitude, in degrees; east is positive.
    pub longitude: Option<f64>,
}

/// The kind of a place.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.locationType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum LocationType {
    /// No kind in particular.
    Default,
    /// A room for meetings.
    ConferenceRoom,
    /// A home.
    HomeAddress,
    /// A place of work.
    BusinessAddress,
    /// A point on Earth.
    GeoCoordinates,
    /// A house in a street.
    StreetAddress,
    /// A hotel.
    Hotel,
    /// A restaurant.
    Restaurant,
    /// A shop, or another business nearby.
    LocalBusiness,
    /// An address for letters.
    PostalAddress,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What the id of a place belongs to. The service's own `unknown` is kept in `Unknown`, as every other name.
///
/// Source: Microsoft Graph v1.0, metadata, enumeration `microsoft.graph.locationUniqueIdType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum LocationUniqueIdType {
    /// A store of places.
    LocationStore,
    /// The directory of the organisation.
    Directory,
    /// One person alone.
    Private,
    /// Bing.
    Bing,
    /// Any other name, as it came.
    #[graph_resource(unknown)]
    Unknown(String),
}
