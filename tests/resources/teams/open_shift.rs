//! openShift: complex values that cannot start empty, with a collection below, one of which is cleared.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};

use crate::common::IdentitySet;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A shift that nobody has yet.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<team>/schedule/openShifts/<id>", schema = "v1.0")]
pub struct OpenShift {
    /// The key.
    pub id: String,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    /// What managers alone see.
    pub draft_open_shift: Option<OpenShiftItem>,
    /// Whether it goes when the schedule is shared.
    pub is_staged_for_deletion: Option<bool>,
    /// Who changed it.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// For which group.
    pub scheduling_group_id: Option<String>,
    /// What everybody sees.
    pub shared_open_shift: Option<OpenShiftItem>,
}

/// What is said of an open shift.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct OpenShiftItem {
    /// The parts of it.
    #[graph_resource(default)]
    pub activities: Vec<ShiftActivity>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it ends.
    pub end_date_time: Option<DateTimeOffset>,
    /// What there is to know.
    pub notes: Option<String>,
    /// How many are wanted.
    pub open_slot_count: i32,
    /// When it begins.
    pub start_date_time: Option<DateTimeOffset>,
    /// The colour.
    pub theme: ScheduleEntityTheme,
}

/// A part of a shift.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ShiftActivity {
    /// A code for it.
    pub code: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// When it ends.
    pub end_date_time: Option<DateTimeOffset>,
    /// Whether it is paid.
    pub is_paid: Option<bool>,
    /// When it begins.
    pub start_date_time: Option<DateTimeOffset>,
    /// The colour, which the service has a default for: bodies leave it out.
    pub theme: Option<ScheduleEntityTheme>,
}

/// A colour.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum ScheduleEntityTheme {
    /// White.
    White,
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Purple.
    Purple,
    /// Pink.
    Pink,
    /// Yellow.
    Yellow,
    /// Grey.
    Gray,
    /// Dark blue.
    DarkBlue,
    /// Dark green.
    DarkGreen,
    /// Dark purple.
    DarkPurple,
    /// Dark pink.
    DarkPink,
    /// Dark yellow.
    DarkYellow,
    /// Dark red.
    DarkRed,
    /// Of cranberries.
    Cranberry,
    /// Dark orange.
    DarkOrange,
    /// Of bronze.
    Bronze,
    /// Of peaches.
    Peach,
    /// Of gold.
    Gold,
    /// Of limes.
    Lime,
    /// Of woods.
    Forest,
    /// Light green.
    LightGreen,
    /// Of jade.
    Jade,
    /// Light teal.
    LightTeal,
    /// Dark teal.
    DarkTeal,
    /// Of steel.
    Steel,
    /// Of the sky.
    SkyBlue,
    /// Blue and grey.
    BlueGray,
    /// Of lavender.
    Lavender,
    /// Of lilac.
    Lilac,
    /// Of plums.
    Plum,
    /// Magenta.
    Magenta,
    /// Dark brown.
    DarkBrown,
    /// Beige.
    Beige,
    /// Of charcoal.
    Charcoal,
    /// Of silver.
    Silver,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for OpenShift {
    const TYPES: &'static [&'static str] = &["microsoft.graph.openShift"];
    const REQUIRED: Required = Required { patches: 1, gets: 4, wholes: 4 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/teams/02bd9fd6/schedule/openShifts/OPNSHFT_1",
            before: r#"{"id":"OPNSHFT_1","schedulingGroupId":"TAG_1","isStagedForDeletion":false,"sharedOpenShift":null,
                "draftOpenShift":{"openSlotCount":2,"theme":"skyBlue","displayName":"Night","notes":null,"activities":[
                {"isPaid":false,"code":"T","startDateTime":"2021-10-04T23:00:00+02:00","theme":"darkTeal"}]}}"#,
            patch: r#"{"draftOpenShift":{"openSlotCount":3,"theme":"plum","notes":"Bring a torch","displayName":null,
                "activities":[]},"schedulingGroupId":null}"#,
            answer: "",
        },
        Own {
            url: "/teams/02bd9fd6/schedule/openShifts/OPNSHFT_2",
            before: r#"{"id":"OPNSHFT_2","draftOpenShift":{"openSlotCount":1,"theme":"white"},"sharedOpenShift":null}"#,
            patch: r#"{"draftOpenShift":null,"sharedOpenShift":{"openSlotCount":1,"theme":"ultraviolet"}}"#,
            answer: r#"{"id":"OPNSHFT_2","draftOpenShift":null,"sharedOpenShift":{"openSlotCount":1,"theme":"ultraviolet",
                "activities":[]},"lastModifiedBy":{"user":{"id":"87d349ed"},"conversation":null}}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["teams", team, "schedule", "openShifts", id] => Some(Self::at(team, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["teams", team, "schedule", "openShifts"] => Some(page.request(Self::collection(team).list())),
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_open_shift() {
    every_example::<OpenShift>();
}
