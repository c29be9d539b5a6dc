//! educationUser: nested values of many kinds, GUIDs and dates, and a password that is sent alone.

use graph_resource::edm::{Date, Guid};
use graph_resource::{At, Bytes, Collection, DateTimeOffset, GraphComplex, GraphEnum, GraphFunction, GraphResource};

use crate::common::{IdentitySet, PhysicalAddress};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};
use crate::work::education_class::{EducationClass, EducationExternalSource};

/// A person of a school.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/education/users/<id>", schema = "v1.0")]
#[graph_resource(path = "/education/classes/<class>/members/<id>", at = "member_of")]
#[graph_resource(path = "/education/classes/<class>/teachers/<id>", at = "teacher_of")]
#[graph_resource(path = "/education/schools/<school>/users/<id>", at = "in_school")]
pub struct EducationUser {
    /// The key.
    pub id: String,
    /// Whether the account may sign in.
    pub account_enabled: Option<bool>,
    /// The licences.
    #[graph_resource(default)]
    pub assigned_licenses: Vec<AssignedLicense>,
    /// What the licences allow.
    #[graph_resource(read_only, default)]
    pub assigned_plans: Vec<AssignedPlan>,
    /// At most one can be set.
    #[graph_resource(default)]
    pub business_phones: Vec<String>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// The department.
    pub department: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Where the person comes from.
    pub external_source: Option<EducationExternalSource>,
    /// The name of that system.
    pub external_source_detail: Option<String>,
    /// The first name.
    pub given_name: Option<String>,
    /// The address of electronic mail.
    pub mail: Option<String>,
    /// Where letters go.
    #[graph_resource(merge)]
    pub mailing_address: Option<PhysicalAddress>,
    /// The part of the address before the `@`.
    pub mail_nickname: Option<String>,
    /// The name between the others.
    pub middle_name: Option<String>,
    /// The telephone that is carried about.
    pub mobile_phone: Option<String>,
    /// The place of work.
    pub office_location: Option<String>,
    /// How it is known to a directory elsewhere.
    pub on_premises_info: Option<EducationOnPremisesInfo>,
    /// Which rules the password need not obey.
    pub password_policies: Option<String>,
    /// A new password.
    #[graph_resource(merge)]
    pub password_profile: Option<PasswordProfile>,
    /// `en-US`.
    pub preferred_language: Option<String>,
    /// What the person is first of all.
    #[graph_resource(default)]
    pub primary_role: EducationUserRole,
    /// What was set up.
    #[graph_resource(read_only, default)]
    pub provisioned_plans: Vec<ProvisionedPlan>,
    /// Tokens from before are not valid.
    #[graph_resource(read_only)]
    pub refresh_tokens_valid_from_date_time: Option<DateTimeOffset>,
    /// Parents and others.
    #[graph_resource(default)]
    pub related_contacts: Vec<RelatedContact>,
    /// Where the person lives.
    #[graph_resource(merge)]
    pub residence_address: Option<PhysicalAddress>,
    /// Whether the list of addresses shows the person.
    pub show_in_address_list: Option<bool>,
    /// What a student has.
    #[graph_resource(merge)]
    pub student: Option<EducationStudent>,
    /// The last name.
    pub surname: Option<String>,
    /// What a teacher has.
    #[graph_resource(merge)]
    pub teacher: Option<EducationTeacher>,
    /// The country, in two letters.
    pub usage_location: Option<String>,
    /// The name to sign in with.
    pub user_principal_name: Option<String>,
    /// Whether it is a member or a guest.
    pub user_type: Option<String>,
    /// The classes that the person is in.
    #[graph_resource(navigation)]
    pub classes: Option<Vec<EducationClass>>,
    /// The classes that the person teaches.
    #[graph_resource(navigation)]
    pub taught_classes: Option<Vec<EducationClass>>,
    /// The person in the directory.
    #[graph_resource(navigation)]
    pub user: Option<Box<crate::directory::user::User>>,
}

/// A licence of somebody.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AssignedLicense {
    /// What it does not allow.
    #[graph_resource(default)]
    pub disabled_plans: Vec<Guid>,
    /// Which one it is.
    pub sku_id: Option<Guid>,
}

/// Something that a licence allows.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AssignedPlan {
    /// Since when.
    pub assigned_date_time: Option<DateTimeOffset>,
    /// Whether it works.
    pub capability_status: Option<String>,
    /// The service.
    pub service: Option<String>,
    /// Which plan it is.
    pub service_plan_id: Option<Guid>,
}

/// Something that was set up.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ProvisionedPlan {
    /// Whether it works.
    pub capability_status: Option<String>,
    /// Whether it was set up.
    pub provisioning_status: Option<String>,
    /// The service.
    pub service: Option<String>,
}

/// How a person is known to a directory elsewhere.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct EducationOnPremisesInfo {
    /// The id there.
    pub immutable_id: Option<String>,
}

/// A new password.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PasswordProfile {
    /// Whether it must be changed at once.
    pub force_change_password_next_sign_in: Option<bool>,
    /// Likewise, after a second proof.
    pub force_change_password_next_sign_in_with_mfa: Option<bool>,
    /// The password.
    #[graph_resource(write_only)]
    pub password: Option<String>,
}

/// A parent, or somebody else who cares.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RelatedContact {
    /// Whether they may see the student's data.
    pub access_consent: Option<bool>,
    /// The name to show.
    pub display_name: String,
    /// The address of electronic mail.
    pub email_address: String,
    /// The telephone that is carried about.
    pub mobile_phone: Option<String>,
    /// What they are to the student.
    pub relationship: ContactRelationship,
}

/// What a student has.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct EducationStudent {
    /// The day of birth.
    pub birth_date: Option<Date>,
    /// The id in the system of the school.
    pub external_id: Option<String>,
    /// The gender.
    pub gender: Option<EducationGender>,
    /// The grade.
    pub grade: Option<String>,
    /// The year of the end of school.
    pub graduation_year: Option<String>,
    /// The number.
    pub student_number: Option<String>,
}

/// What a teacher has.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct EducationTeacher {
    /// The id in the system of the school.
    pub external_id: Option<String>,
    /// The number.
    pub teacher_number: Option<String>,
}

/// What a contact is to a student.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ContactRelationship {
    /// Mother or father.
    Parent,
    /// Of the family.
    Relative,
    /// Somebody who helps.
    Aide,
    /// A doctor.
    Doctor,
    /// Who has the care.
    Guardian,
    /// A child.
    Child,
    /// Something else.
    Other,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A gender.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum EducationGender {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Another one.
    Other,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What a person of a school is.
#[derive(Clone, Debug, Default, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum EducationUserRole {
    /// One who learns.
    Student,
    /// One who teaches.
    Teacher,
    /// Neither.
    #[default]
    None,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What changed among the people.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Delta {}

impl GraphFunction for Delta {
    type On = Collection<EducationUser>;
    type Output = graph_resource::Page<EducationUser>;
    const NAME: &'static str = "delta";
}

const DATE: &str = "a date is written with a time: `birthDate`";
const PLACEHOLDER: &str = "placeholders: `Boolean` for a boolean, `String (timestamp)` for a date and time";

impl Documented for EducationUser {
    const TYPES: &'static [&'static str] = &["microsoft.graph.educationUser"];
    const REQUIRED: Required = Required { patches: 1, gets: 7, wholes: 10 };
    const DECLARED: &'static [&'static str] = &[
        "microsoft.graph.assignedLicense",
        "microsoft.graph.assignedPlan",
        "microsoft.graph.educationOnPremisesInfo",
        "microsoft.graph.educationStudent",
        "microsoft.graph.educationTeacher",
        "microsoft.graph.educationUser",
        "microsoft.graph.identitySet",
        "microsoft.graph.passwordProfile",
        "microsoft.graph.physicalAddress",
        "microsoft.graph.provisionedPlan",
    ];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/educationuser-update.md#PATCH1", Check::State, DATE),
        ("beta/educationuser-update.md#PATCH1", Check::State, DATE),
        ("v1.0/educationclass-list-members.md#GET1", Check::Read, DATE),
        (
            "beta/educationclass-list-members.md#GET1",
            Check::Read,
            "the members of `student` and `teacher` stand beside them, where the type has none such",
        ),
        ("v1.0/educationuser-delta.md#GET1", Check::Read, PLACEHOLDER),
        ("v1.0/educationuser-get.md#GET1", Check::Read, PLACEHOLDER),
        ("v1.0/educationuser-list.md#GET1", Check::Read, PLACEHOLDER),
    ];
    const RECASED: &'static [(&'static str, &'static str)] = &[
        ("v1.0/educationclass-list-teachers.md#GET1", "primaryRole"),
        ("beta/educationclass-list-teachers.md#GET1", "primaryRole"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/education/users/13020",
            before: r#"{"id":"13020","displayName":"Ida","primaryRole":"student","student":{"birthDate":"2009-02-28",
                "gender":"other","grade":"6"},"assignedLicenses":[{"disabledPlans":["8c6ad0d0-7a2c-4b0e-9d0b-8a6d5a4f0c11"],
                "skuId":"c7df2760-2c81-4ef7-b578-5b5392b571df"}],"mailingAddress":{"city":"Oslo","postalCode":"0150"},
                "relatedContacts":[],"taughtClasses":[{"id":"1","displayName":"Pomology","mailNickname":"p"}]}"#,
            patch: r#"{"student":{"birthDate":"2009-03-01","grade":null},"mailingAddress":{"city":"Bergen"},
                "passwordProfile":{"password":"x","forceChangePasswordNextSignIn":true},"relatedContacts":[{"displayName":
                "Nils","emailAddress":"nils@orchard.example","relationship":"guardian"}]}"#,
            answer: "",
        },
        Own {
            url: "/education/users/14006",
            before: r#"{"id":"14006","primaryRole":"teacher","teacher":{"teacherNumber":"8802"},"accountEnabled":true,
                "refreshTokensValidFromDateTime":"2021-01-01T00:00:00Z","provisionedPlans":[{"service":"exchange"}]}"#,
            patch: r#"{"teacher":null,"accountEnabled":false,"primaryRole":"none","businessPhones":["1"]}"#,
            answer: r#"{"id":"14006","primaryRole":"none","teacher":null,"accountEnabled":false,"businessPhones":["1"]}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["education", "users", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["education", "users"] => page.request(Self::collection().list()),
            ["education", "users", "delta"] => page.request(Self::collection().call(Delta {})),
            ["education", "classes", class, "members"] => page.request(Self::member_of_collection(class).list()),
            ["education", "classes", class, "teachers"] => page.request(Self::teacher_of_collection(class).list()),
            ["education", "schools", school, "users"] => page.request(Self::in_school_collection(school).list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_education_user() {
    every_example::<EducationUser>();
}
