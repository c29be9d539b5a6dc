//! workbookRangeFormat: a singleton with singletons and a collection below it.

use graph_resource::{At, GraphResource};

use crate::files::workbook_format_protection::WorkbookFormatProtection;
use crate::files::workbook_range_border::WorkbookRangeBorder;
use crate::files::workbook_range_fill::WorkbookRangeFill;
use crate::files::workbook_range_font::WorkbookRangeFont;
use crate::harness::{Documented, Own, Required, every_example};

/// How a range looks. What is null differs from cell to cell.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range/format", schema = "v1.0")]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/range(address='<address>')/format",
    at = "on_sheet"
)]
pub struct WorkbookRangeFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// In points.
    pub column_width: Option<f64>,
    /// `General`, `Left`, `Center`, …
    pub horizontal_alignment: Option<String>,
    /// In points.
    pub row_height: Option<f64>,
    /// `Top`, `Center`, `Bottom`, …
    pub vertical_alignment: Option<String>,
    /// Whether long texts go on in a second line.
    pub wrap_text: Option<bool>,
    /// The borders.
    #[graph_resource(navigation)]
    pub borders: Option<Vec<WorkbookRangeBorder>>,
    /// The background.
    #[graph_resource(navigation)]
    pub fill: Option<WorkbookRangeFill>,
    /// The font.
    #[graph_resource(navigation)]
    pub font: Option<WorkbookRangeFont>,
    /// What cannot be changed where the sheet is protected.
    #[graph_resource(navigation)]
    pub protection: Option<WorkbookFormatProtection>,
}

impl Documented for WorkbookRangeFormat {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookRangeFormat"];
    const REQUIRED: Required = Required { patches: 6, gets: 2, wholes: 0 };
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/worksheets/Sheet1/range(address='It''s!A1')/format",
        before: r##"{"id":"7","columnWidth":64.5,"rowHeight":null,"horizontalAlignment":"General","wrapText":null,
            "fill":{"id":"8","color":"#FFFFFF"},"font":{"id":"9","bold":false},"borders":[{"id":"EdgeTop"}],
            "protection":{"id":"10","locked":true}}"##,
        patch: r#"{"rowHeight":15,"horizontalAlignment":null,"wrapText":true}"#,
        answer: r#"{"id":"7","columnWidth":64.5,"rowHeight":15,"wrapText":true}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        let ["me", "drive", "items", item, "workbook", range @ .., "format"] = path else { return None };
        Some(match range {
            ["names", name, "range"] => Self::at(item, name),
            ["worksheets", sheet, "range(address='')", address] => Self::on_sheet(item, sheet, address),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_workbook_range_format() {
    every_example::<WorkbookRangeFormat>();
}
