//! workbookNamedItem: known by its name, with a value that has no type.

use graph_resource::{At, Bytes, GraphResource};
use serde_json::Value;

use crate::files::workbook::WorkbookWorksheet;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A name that a workbook, or a sheet of it, gives to a range or a value.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>", schema = "v1.0")]
#[graph_resource(path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/names/<name>", at = "on_sheet")]
pub struct WorkbookNamedItem {
    /// The name, by which it is addressed.
    #[graph_resource(unchecked)] // by which it is addressed
    pub name: String,
    /// A remark.
    pub comment: Option<String>,
    /// `Workbook` or `Worksheet`; a documented change sends it.
    pub scope: String,
    /// `String`, `Range`, …
    pub r#type: Option<String>,
    /// The formula of a range, a text, a number, a truth value.
    pub value: Option<Value>,
    /// Whether it is shown.
    pub visible: bool,
    /// The sheet that it belongs to.
    #[graph_resource(navigation)]
    pub worksheet: Option<WorkbookWorksheet>,
}

impl Documented for WorkbookNamedItem {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookNamedItem"];
    const REQUIRED: Required = Required { patches: 2, gets: 8, wholes: 0 };
    const BLANK: &'static str = r#"{"name":"0","scope":"","visible":false}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/drive/items/01AB/workbook/names/Rate",
            before: r#"{"name":"Rate","scope":"Workbook","type":"Double","value":0.1,"visible":true,"comment":"VAT",
                "worksheet":{"id":"{1}","name":"Sheet1","position":0,"visibility":"Visible"}}"#,
            patch: r#"{"comment":null,"visible":false}"#,
            answer: r#"{"name":"Rate","scope":"Workbook","type":"Double","value":0.1,"visible":false}"#,
        },
        Own {
            url: "/me/drive/items/01AB/workbook/worksheets/Sheet1/names/Total",
            before: r#"{"name":"Total","scope":"Worksheet","type":"Range","value":"Sheet1!$A$1","visible":true}"#,
            patch: r#"{"value":["=1",2,null,{"a":[]}]}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "drive", "items", item, "workbook", "names", name] => Self::at(item, name),
            ["me", "drive", "items", item, "workbook", "worksheets", sheet, "names", name] => {
                Self::on_sheet(item, sheet, name)
            }
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "drive", "items", item, "workbook", "names"] => page.request(Self::collection(item).list()),
            ["me", "drive", "items", item, "workbook", "worksheets", sheet, "names"] => {
                page.request(Self::on_sheet_collection(item, sheet).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_workbook_named_item() {
    every_example::<WorkbookNamedItem>();
}
