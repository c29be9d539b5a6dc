//! educationAssignmentSettings: a resource below another one, without a key in its path.

use graph_resource::{At, GraphComplex, GraphResource};

use crate::harness::{Documented, Own, Required, every_example};

/// How the assignments of a class are handled.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/education/classes/<class>/assignmentSettings", schema = "v1.0")]
pub struct EducationAssignmentSettings {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether handing in is celebrated by no animation.
    pub submission_animation_disabled: Option<bool>,
    /// The scheme for assignments that name none.
    #[graph_resource(navigation)]
    pub default_grading_scheme: Option<EducationGradingScheme>,
    /// What grades are made of.
    #[graph_resource(navigation)]
    pub grading_categories: Option<Vec<EducationGradingCategory>>,
    /// The schemes.
    #[graph_resource(navigation)]
    pub grading_schemes: Option<Vec<EducationGradingScheme>>,
}

/// A part of a grade.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/education/classes/<class>/assignmentSettings/gradingCategories/<id>", schema = "v1.0")]
pub struct EducationGradingCategory {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: String,
    /// How much of the grade it is, in hundredths.
    pub percentage_weight: i32,
}

/// How grades follow from points.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/education/classes/<class>/assignmentSettings/gradingSchemes/<id>", schema = "v1.0")]
pub struct EducationGradingScheme {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: String,
    /// The grades.
    pub grades: Vec<EducationGradingSchemeGrade>,
    /// Whether points are hidden while grading.
    pub hide_points_during_grading: bool,
}

/// A grade.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct EducationGradingSchemeGrade {
    /// Which percentage it counts as.
    pub default_percentage: Option<f32>,
    /// The name to show.
    pub display_name: String,
    /// From which percentage on it is given.
    pub min_percentage: f32,
}

impl Documented for EducationAssignmentSettings {
    const TYPES: &'static [&'static str] = &["microsoft.graph.educationAssignmentSettings"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 0 };
    const OWN: &'static [Own] = &[Own {
        url: "/education/classes/acdefc6b/assignmentSettings",
        before: r#"{"id":"acdefc6b","submissionAnimationDisabled":true,"gradingCategories":[{"id":"c","displayName":"Tests",
            "percentageWeight":60}],"defaultGradingScheme":{"id":"s","displayName":"Letters","hidePointsDuringGrading":
            false,"grades":[{"displayName":"A","minPercentage":89.9,"defaultPercentage":95},{"displayName":"F",
            "minPercentage":0,"defaultPercentage":null}]}}"#,
        patch: r#"{"submissionAnimationDisabled":null}"#,
        answer: r#"{"id":"acdefc6b","submissionAnimationDisabled":null}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["education", "classes", class, "assignmentSettings"] => Some(Self::at(class)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_education_assignment_settings() {
    every_example::<EducationAssignmentSettings>();
}
