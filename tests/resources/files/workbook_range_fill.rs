//! workbookRangeFill: a singleton below others, and below a function with a parameter.

use graph_resource::{At, GraphResource};

use crate::harness::{Documented, Own, Required, every_example};

/// The background of a range.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range/format/fill", schema = "v1.0")]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/range(address='<address>')/format/fill",
    at = "on_sheet"
)]
pub struct WorkbookRangeFill {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// `#RRGGBB`, or the name of a colour of HTML.
    pub color: Option<String>,
}

impl Documented for WorkbookRangeFill {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookRangeFill"];
    const REQUIRED: Required = Required { patches: 8, gets: 2, wholes: 0 };
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/worksheets/It's%20ours/range(address='A1:B2')/format/fill",
        before: r##"{"id":"7","color":"#FFA500"}"##,
        patch: r#"{"color":null}"#,
        answer: r#"{"id":"7","color":""}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        let ["me", "drive", "items", item, "workbook", range @ .., "format", "fill"] = path else { return None };
        Some(match range {
            ["names", name, "range"] => Self::at(item, name),
            ["worksheets", sheet, "range(address='')", address] => Self::on_sheet(item, sheet, address),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_workbook_range_fill() {
    every_example::<WorkbookRangeFill>();
}
