//! workbookTableRow: rows of cells, of which one may be null.

use graph_resource::{At, Bytes, GraphResource};

use crate::files::workbook_cells::{Cell, Cells};
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A row of a table.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/tables/<table>/rows/<id>", schema = "v1.0")]
pub struct WorkbookTableRow {
    /// The id; the index does as well.
    pub id: String,
    /// Where it stands, counted from zero; a documented change sends it.
    pub index: i32,
    /// The values of the cells.
    pub values: Option<Cells<Cell>>,
}

impl Documented for WorkbookTableRow {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookTableRow"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 0 };
    const BLANK: &'static str = r#"{"id":"0","index":0}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/tables/Orders/rows/4",
        before: r#"{"id":"4","index":4,"values":[["Apples",2.5,true,"",null]]}"#,
        patch: r#"{"values":[[null,9007199254740993,false,"=B1*2",-0.1]]}"#,
        answer: r#"{"id":"4","index":4,"values":[["Apples",9007199254740993,false,18014398509481986,-0.1]]}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "drive", "items", item, "workbook", "tables", table, "rows", row] => {
                Some(Self::at(item, table, row))
            }
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "drive", "items", item, "workbook", "tables", table, "rows"] => {
                page.request(Self::collection(item, table).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_workbook_table_row() {
    every_example::<WorkbookTableRow>();
}
