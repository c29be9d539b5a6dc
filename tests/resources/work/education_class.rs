//! educationClass: read in several places and by a function, with enumeration members that nobody declared.

use graph_resource::edm::Date;
use graph_resource::{At, Bytes, Collection, GraphComplex, GraphEnum, GraphFunction, GraphResource};

use crate::common::IdentitySet;
use crate::harness::{Documented, Own, Page, Required, every_example};
use crate::work::education_assignment_settings::EducationAssignmentSettings;
use crate::work::education_user::EducationUser;

/// A class of a school.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/education/classes/<id>", schema = "v1.0")]
#[graph_resource(path = "/education/schools/<school>/classes/<id>", at = "in_school")]
#[graph_resource(path = "/education/me/classes/<id>", at = "of_mine")]
pub struct EducationClass {
    /// The key.
    pub id: String,
    /// What the school calls it.
    pub class_code: Option<String>,
    /// What it teaches.
    pub course: Option<EducationCourse>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// What it is about.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: String,
    /// The id in the system that it comes from.
    pub external_id: Option<String>,
    /// The name there.
    pub external_name: Option<String>,
    /// Where it comes from.
    pub external_source: Option<EducationExternalSource>,
    /// The name of that system.
    pub external_source_detail: Option<String>,
    /// The grade.
    pub grade: Option<String>,
    /// The part of its address before the `@`.
    pub mail_nickname: String,
    /// When it is taught.
    pub term: Option<EducationTerm>,
    /// How its assignments are handled.
    #[graph_resource(navigation)]
    pub assignment_settings: Option<EducationAssignmentSettings>,
    /// Everybody in it.
    #[graph_resource(navigation)]
    pub members: Option<Vec<EducationUser>>,
    /// Who teaches it.
    #[graph_resource(navigation)]
    pub teachers: Option<Vec<EducationUser>>,
}

/// What a class teaches.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct EducationCourse {
    /// The number.
    pub course_number: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id in the system that it comes from.
    pub external_id: Option<String>,
    /// The subject.
    pub subject: Option<String>,
}

/// When a class is taught.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct EducationTerm {
    /// The name to show.
    pub display_name: Option<String>,
    /// The last day.
    pub end_date: Option<Date>,
    /// The id in the system that it comes from.
    pub external_id: Option<String>,
    /// The first day.
    pub start_date: Option<Date>,
}

/// Where a class, or a person, comes from.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum EducationExternalSource {
    /// The system of the school.
    Sis,
    /// Somebody's hand.
    Manual,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What changed among the classes.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Delta {}

impl GraphFunction for Delta {
    type On = Collection<EducationClass>;
    type Output = graph_resource::Page<EducationClass>;
    const NAME: &'static str = "delta";
}

impl Documented for EducationClass {
    const TYPES: &'static [&'static str] = &["microsoft.graph.educationClass"];
    const REQUIRED: Required = Required { patches: 2, gets: 9, wholes: 9 };
    const DECLARED: &'static [&'static str] = &[
        "microsoft.graph.educationClass",
        "microsoft.graph.educationCourse",
        "microsoft.graph.educationTerm",
        "microsoft.graph.identitySet",
    ];
    const BLANK: &'static str = r#"{"id":"0","displayName":"","mailNickname":""}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/education/classes/11014",
        before: r#"{"id":"11014","displayName":"Pomology","mailNickname":"pomology","externalSource":"sis","grade":"9",
            "term":{"displayName":"Autumn","startDate":"2021-08-30","endDate":"2021-12-17"},"course":{"subject":"Apples"},
            "teachers":[{"id":"14006","primaryRole":"teacher"}],"assignmentSettings":{"id":"11014",
            "submissionAnimationDisabled":true}}"#,
        patch: r#"{"displayName":"Pomology 2","externalSource":"manual","grade":null,"course":{"courseNumber":"7"},
            "term":{"endDate":null,"externalId":"t1"}}"#,
        answer: r#"{"id":"11014","displayName":"Pomology 2","mailNickname":"pomology","externalSource":"manual",
            "grade":null,"createdBy":{"user":{"id":"14012"}}}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["education", "classes", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["education", "classes"] => page.request(Self::collection().list()),
            ["education", "classes", "delta"] => page.request(Self::collection().call(Delta {})),
            ["education", "schools", school, "classes"] => page.request(Self::in_school_collection(school).list()),
            ["education", "me", "classes"] => page.request(Self::of_mine_collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_education_class() {
    every_example::<EducationClass>();
}
