//! workbookRangeBorder: an entity of a collection below a singleton.

use graph_resource::{At, Bytes, GraphResource};

use crate::harness::{Documented, Own, Page, Required, every_example};

/// A border of a range: one of its edges, a diagonal, or the lines inside of it.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range/format/borders/<id>", schema = "v1.0")]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/range(address='<address>')/format/borders/<id>",
    at = "on_sheet"
)]
pub struct WorkbookRangeBorder {
    /// The side again: `EdgeTop`.
    pub id: String,
    /// `#RRGGBB`.
    pub color: Option<String>,
    /// `EdgeTop`, `InsideVertical`, `DiagonalDown`, …; a documented change sends it.
    pub side_index: Option<String>,
    /// `None`, `Continuous`, `Dash`, …
    pub style: Option<String>,
    /// `Hairline`, `Thin`, `Medium`, `Thick`.
    pub weight: Option<String>,
}

impl Documented for WorkbookRangeBorder {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookRangeBorder"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 6 };
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/worksheets/Sheet1/range(address='A1:B2')/format/borders/EdgeTop",
        before: r##"{"id":"EdgeTop","sideIndex":"EdgeTop","color":"#000000","style":"Continuous","weight":"Thin"}"##,
        patch: r##"{"color":"#FFA500","weight":"Medium"}"##,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        let ["me", "drive", "items", item, "workbook", range @ .., "format", "borders", side] = path else {
            return None;
        };
        Some(match range {
            ["names", name, "range"] => Self::at(item, name, side),
            ["worksheets", sheet, "range(address='')", address] => Self::on_sheet(item, sheet, address, side),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "drive", "items", item, "workbook", "names", name, "range", "format", "borders"] => {
                page.request(Self::collection(item, name).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_workbook_range_border() {
    every_example::<WorkbookRangeBorder>();
}
