//! workbookRangeFont: a singleton with numbers of double precision.

use graph_resource::{At, GraphResource};

use crate::harness::{Documented, Own, Required, every_example};

/// The font of a range. What is null differs from cell to cell.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range/format/font", schema = "v1.0")]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/range(address='<address>')/format/font",
    at = "on_sheet"
)]
pub struct WorkbookRangeFont {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether it is bold.
    pub bold: Option<bool>,
    /// `#RRGGBB`.
    pub color: Option<String>,
    /// Whether it is italic.
    pub italic: Option<bool>,
    /// The name of the family.
    pub name: Option<String>,
    /// In points.
    pub size: Option<f64>,
    /// `None`, `Single`, `Double`, …
    pub underline: Option<String>,
}

impl Documented for WorkbookRangeFont {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookRangeFont"];
    const REQUIRED: Required = Required { patches: 6, gets: 0, wholes: 0 };
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/names/Total/range/format/font",
        before: r##"{"id":"7","bold":null,"color":"#000000","italic":false,"name":"Arial","size":10.5,"underline":"None"}"##,
        patch: r#"{"bold":true,"size":12,"underline":"SingleAccountant"}"#,
        answer: r##"{"id":"7","bold":true,"color":"#000000","italic":false,"name":"Arial","size":12.0,
            "underline":"SingleAccountant"}"##,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        let ["me", "drive", "items", item, "workbook", range @ .., "format", "font"] = path else { return None };
        Some(match range {
            ["names", name, "range"] => Self::at(item, name),
            ["worksheets", sheet, "range(address='')", address] => Self::on_sheet(item, sheet, address),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_workbook_range_font() {
    every_example::<WorkbookRangeFont>();
}
