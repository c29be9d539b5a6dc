//! user: an open entity with nested values, a relationship to itself, and many places where it is served.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphResource};
use serde_json::{Map, Value};

use crate::harness::{Documented, Own, Page, Required, every_example};

/// A person in a directory.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user", schema = "v1.0")]
#[graph_resource(path = "/me", at = "me")]
#[graph_resource(path = "/users/<user>/manager", at = "manager_of")]
#[graph_resource(path = "/contacts/<contact>/manager", at = "manager_of_contact")]
#[graph_resource(path = "/directory/administrativeUnits/<unit>/members/<id>", at = "in_unit")]
#[graph_resource(path = "/administrativeUnits/<unit>/members/<id>", at = "in_unit_of_beta", unchecked)] // beta
#[graph_resource(path = "/groups/<group>/transitiveMembers/<id>/microsoft.graph.user", at = "below_group")]
pub struct User {
    /// The key, a GUID.
    pub id: String,
    /// Whether the account may sign in.
    pub account_enabled: Option<bool>,
    /// At most one can be set.
    #[graph_resource(default)]
    pub business_phones: Vec<String>,
    /// The company.
    pub company_name: Option<String>,
    /// When the account was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// How many devices may be enrolled.
    pub device_enrollment_limit: Option<i32>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The first name.
    pub given_name: Option<String>,
    /// The position.
    pub job_title: Option<String>,
    /// The address of electronic mail.
    pub mail: Option<String>,
    /// The part of the address before the `@`.
    pub mail_nickname: Option<String>,
    /// The telephone that is carried about.
    pub mobile_phone: Option<String>,
    /// The place of work.
    pub office_location: Option<String>,
    /// Sent at creation, and to reset the password.
    #[graph_resource(write_only, merge)]
    pub password_profile: Option<PasswordProfile>,
    /// `en-US`.
    pub preferred_language: Option<String>,
    /// The last name.
    pub surname: Option<String>,
    /// The name to sign in with.
    pub user_principal_name: Option<String>,
    /// Who is above in the chart.
    #[graph_resource(navigation)]
    pub manager: Option<Box<User>>,
    /// Extensions of the schema, and what came later.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A new password.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PasswordProfile {
    /// Whether it must be changed at once.
    pub force_change_password_next_sign_in: Option<bool>,
    /// The password.
    #[graph_resource(write_only)]
    pub password: Option<String>,
}

impl Documented for User {
    const TYPES: &'static [&'static str] = &["microsoft.graph.user"];
    const REQUIRED: Required = Required { patches: 3, gets: 18, wholes: 16 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.user"];
    const OWN: &'static [Own] = &[Own {
        url: "/users/87d349ed",
        before: r#"{"id":"87d349ed","displayName":"Adele","businessPhones":["1"],"jobTitle":"Auditor","ext1":{"a":1},
            "manager":{"id":"6ea91a8d","displayName":"Alex"}}"#,
        patch: r#"{"jobTitle":null,"businessPhones":[],"passwordProfile":{"password":"x"},"ext1":null}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["users", id] => Self::at(id),
            ["me"] => Self::me(),
            ["users", user, "manager"] => Self::manager_of(user),
            ["contacts", contact, "manager"] => Self::manager_of_contact(contact),
            ["directory", "administrativeUnits", unit, "members", id] => Self::in_unit(unit, id),
            ["administrativeUnits", unit, "members", id] => Self::in_unit_of_beta(unit, id),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["users"] => page.request(Self::collection().list()),
            ["groups", group, "transitiveMembers", "microsoft.graph.user"] => {
                page.request(Self::below_group_collection(group).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_user() {
    every_example::<User>();
}
