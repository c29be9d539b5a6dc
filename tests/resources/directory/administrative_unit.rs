//! administrativeUnit: an open entity whose extensions have names of their own, in five places.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphFunction, GraphResource};
use serde_json::{Map, Value};

use crate::common::Identity;
use crate::directory::directory_object::{DirectoryObject, DirectoryObjectDelta};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// A part of a directory that has administrators of its own.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directory/administrativeUnits/<id>", schema = "v1.0")]
#[graph_resource(path = "/administrativeUnits/<id>", at = "in_beta", collection = "all_in_beta", unchecked)] // beta
#[graph_resource(path = "/education/schools/<school>/administrativeUnit", at = "of_school")]
#[graph_resource(
    path = "/education/classes/<class>/members/<member>/schools/<school>/administrativeUnit",
    at = "of_school_of_member"
)]
pub struct AdministrativeUnit {
    /// The key, a GUID.
    pub id: String,
    /// When it was deleted.
    #[graph_resource(read_only)]
    pub deleted_date_time: Option<DateTimeOffset>,
    /// What it is for.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Whether only its own administrators may change its members.
    #[graph_resource(create_only)]
    pub is_member_management_restricted: Option<bool>,
    /// Who is in it, as a rule.
    pub membership_rule: Option<String>,
    /// `On` or `Paused`.
    pub membership_rule_processing_state: Option<String>,
    /// `Dynamic` or `Assigned`.
    pub membership_type: Option<String>,
    /// `HiddenMembership`, or public.
    pub visibility: Option<String>,
    /// Who is in it.
    #[graph_resource(navigation)]
    pub members: Option<Vec<DirectoryObject>>,
    /// Who administers it.
    #[graph_resource(navigation)]
    pub scoped_role_members: Option<Vec<ScopedRoleMembership>>,
    /// Extensions of the schema.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A role that somebody has in a unit.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directory/administrativeUnits/<unit>/scopedRoleMembers/<id>", schema = "v1.0")]
pub struct ScopedRoleMembership {
    /// The key.
    pub id: String,
    /// The unit.
    pub administrative_unit_id: String,
    /// The role.
    pub role_id: String,
    /// Who has it.
    pub role_member_info: Identity,
}

/// What changed of units since the last time.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct AdministrativeUnitDelta {}

impl GraphFunction for AdministrativeUnitDelta {
    type On = graph_resource::Collection<AdministrativeUnit>;
    type Output = graph_resource::Page<AdministrativeUnit>;
    const NAME: &'static str = "delta";
}

impl Documented for AdministrativeUnit {
    const TYPES: &'static [&'static str] = &["microsoft.graph.administrativeUnit"];
    const REQUIRED: Required = Required { patches: 2, gets: 9, wholes: 14 };
    const DECLARED: &'static [&'static str] = &["microsoft.graph.administrativeUnit"];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] =
        &[("v1.0/educationschool-list-administrativeunit.md#GET1", Check::Read, "a placeholder where a date must be")];
    const OWN: &'static [Own] = &[
        Own {
            url: "/directory/administrativeUnits/4d7b",
            before: r##"{"id":"4d7b","displayName":"North","visibility":"Public","extension_a1_School":"7",
                "extension_a1_Rooms@odata.type":"#Collection(Int32)","extension_a1_Rooms":[1,2],"members":
                [{"@odata.type":"#microsoft.graph.group","id":"g1","mailEnabled":false}],"scopedRoleMembers":
                [{"id":"s1","administrativeUnitId":"4d7b","roleId":"r1","roleMemberInfo":{"id":"u1"}}]}"##,
            patch: r##"{"visibility":null,"extension_a1_School":null,
                "extension_a1_Rooms@odata.type":"#Collection(Int32)","extension_a1_Rooms":[],"extension_a1_New":
                {"deep":[null]}}"##,
            answer: "",
        },
        Own {
            url: "/education/schools/5a/administrativeUnit",
            before: r#"{"id":"4d7b","displayName":"North","membershipType":"Dynamic","membershipRule":"a"}"#,
            patch: r#"{"membershipType":"Assigned","membershipRule":null}"#,
            answer: r#"{"id":"4d7b","membershipType":"Assigned","membershipRule":null}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["directory", "administrativeUnits", id] => Self::at(id),
            ["administrativeUnits", id] => Self::in_beta(id),
            ["education", "schools", school, "administrativeUnit"] => Self::of_school(school),
            ["education", "classes", class, "members", member, "schools", school, "administrativeUnit"] => {
                Self::of_school_of_member(class, member, school)
            }
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["directory", "administrativeUnits"] => page.request(Self::collection().list()),
            ["administrativeUnits"] => page.request(Self::all_in_beta().list()),
            ["administrativeUnits", "delta"] => page.request(Self::all_in_beta().call(AdministrativeUnitDelta {})),
            ["directoryObjects", "delta"] => page.request(DirectoryObject::collection().call(DirectoryObjectDelta {})),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_administrative_unit() {
    every_example::<AdministrativeUnit>();
}
