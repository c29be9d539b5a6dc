//! bookingCustomer: collections of addresses and of telephones, below a key that is an address of mail.

use graph_resource::{At, Bytes, DateTimeOffset, GraphResource};

use crate::common::{Phone, PhysicalAddress};
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A customer of a business.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0#microsoft.graph.bookingCustomer")]
#[graph_resource(path = "/solutions/bookingBusinesses/<business>/customers/<id>")]
#[graph_resource(path = "/bookingBusinesses/<business>/customers/<id>", at = "in_beta", unchecked)] // beta
pub struct BookingCustomer {
    /// The key.
    pub id: String,
    /// Where they live and work.
    #[graph_resource(default)]
    pub addresses: Vec<PhysicalAddress>,
    /// When they were added.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// The name to show.
    pub display_name: String,
    /// The address of electronic mail.
    pub email_address: Option<String>,
    /// When they were changed.
    #[graph_resource(read_only)]
    pub last_updated_date_time: Option<DateTimeOffset>,
    /// How to call them.
    #[graph_resource(default)]
    pub phones: Vec<Phone>,
}

impl Documented for BookingCustomer {
    const TYPES: &'static [&'static str] = &["microsoft.graph.bookingCustomer"];
    const REQUIRED: Required = Required { patches: 1, gets: 2, wholes: 5 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.bookingCustomer"];
    const BLANK: &'static str = r#"{"id":"0","displayName":""}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/solutions/bookingBusinesses/orchard@example.com/customers/829e3cb5",
        before: r##"{"@odata.type":"#microsoft.graph.bookingCustomer","id":"829e3cb5","displayName":"Bob","emailAddress":
            "bob@orchard.example","addresses":[{"city":"Oslo","street":"1 Apple Lane"},{"state":null}],"phones":[{"number":
            "47 55","type":"mobile"}],"createdDateTime":"2021-05-01T08:00:00.1234567Z"}"##,
        patch: r#"{"displayName":"Bob B.","emailAddress":null,"addresses":[],"phones":[{"number":"47 56","type":"pager",
            "region":"NO"},{"type":"carrierPigeon"}]}"#,
        answer: r#"{"id":"829e3cb5","displayName":"Bob B.","emailAddress":null,"addresses":[],"phones":[{"number":"47 56",
            "type":"pager","region":"NO","language":null},{"type":"carrierPigeon"}]}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["solutions", "bookingBusinesses", business, "customers", id] => Some(Self::at(business, id)),
            ["bookingBusinesses", business, "customers", id] => Some(Self::in_beta(business, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["bookingBusinesses", business, "customers"] => {
                Some(page.request(Self::in_beta_collection(business).list()))
            }
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_booking_customer() {
    every_example::<BookingCustomer>();
}
