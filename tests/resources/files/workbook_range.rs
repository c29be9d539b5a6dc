//! workbookRange: rows of cells, reached by functions.

use graph_resource::{At, Bytes, Fetched, GraphComplex, GraphFunction, GraphResource};

use crate::files::workbook::{WorkbookTable, WorkbookTableColumn, WorkbookWorksheet};
use crate::files::workbook_cells::{Cell, CellKind, Cells};
use crate::files::workbook_range_format::WorkbookRangeFormat;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// Cells of a sheet, in a rectangle.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range", schema = "v1.0")]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/range(address='<address>')",
    at = "on_sheet"
)]
#[graph_resource(path = "/me/drive/root/workbook/worksheets/<sheet>/range", at = "whole_of_root")]
// Not in the metadata.
#[graph_resource(path = "/drive/root/workbook/worksheets/<sheet>/range", at = "whole_of_shared_root", unchecked)]
pub struct WorkbookRange {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// `Sheet1!A1:B4`: what it is addressed by on a sheet.
    #[graph_resource(unchecked)] // by which it is addressed
    pub address: String,
    /// The same in the language of the user.
    #[graph_resource(read_only)]
    pub address_local: Option<String>,
    /// How many cells there are.
    #[graph_resource(read_only)]
    pub cell_count: i32,
    /// How many columns there are.
    #[graph_resource(read_only)]
    pub column_count: i32,
    /// Whether all columns are hidden.
    pub column_hidden: Option<bool>,
    /// The first column, counted from zero.
    #[graph_resource(read_only)]
    pub column_index: i32,
    /// The formulas.
    pub formulas: Option<Cells<Cell>>,
    /// The formulas in the language of the user.
    pub formulas_local: Option<Cells<Cell>>,
    /// The formulas, other cells named by row and column.
    #[graph_resource(rename = "formulasR1C1")]
    pub formulas_r1c1: Option<Cells<Cell>>,
    /// Whether all cells are hidden.
    #[graph_resource(read_only)]
    pub hidden: Option<bool>,
    /// How numbers are shown.
    pub number_format: Option<Cells<String>>,
    /// How many rows there are.
    #[graph_resource(read_only)]
    pub row_count: i32,
    /// Whether all rows are hidden.
    pub row_hidden: Option<bool>,
    /// The first row, counted from zero.
    #[graph_resource(read_only)]
    pub row_index: i32,
    /// What the cells show.
    #[graph_resource(read_only)]
    pub text: Option<Vec<Vec<Option<String>>>>,
    /// What the cells hold.
    pub values: Option<Cells<Cell>>,
    /// Of which kinds that is.
    #[graph_resource(read_only)]
    pub value_types: Option<Cells<CellKind>>,
    /// How it looks.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookRangeFormat>,
    /// How it is sorted: by functions alone.
    #[graph_resource(navigation)]
    pub sort: Option<WorkbookRangeSort>,
    /// The sheet that it is on.
    #[graph_resource(navigation)]
    pub worksheet: Option<WorkbookWorksheet>,
}

/// Sorts a range; it has no properties.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range/sort", schema = "v1.0")]
pub struct WorkbookRangeSort {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
}

/// Functions that give a range.
macro_rules! functions {
    ($($name:ident of $on:ty: $wire:literal { $($field:ident: $type:ty),* })*) => {$(
        #[derive(Clone, Debug, PartialEq, GraphComplex)]
        struct $name {
            $($field: $type,)*
        }

        impl GraphFunction for $name {
            type On = At<$on>;
            type Output = Fetched<WorkbookRange>;
            const NAME: &'static str = $wire;
        }
    )*};
}

functions! {
    BoundingRect of WorkbookRange: "boundingRect" { another_range: Option<String> }
    CellOf of WorkbookRange: "cell" { row: i32, column: i32 }
    ColumnsAfter of WorkbookRange: "columnsAfter" { count: Option<i32> }
    ColumnsBefore of WorkbookRange: "columnsBefore" { count: Option<i32> }
    EntireColumn of WorkbookRange: "entireColumn" {}
    EntireRow of WorkbookRange: "entireRow" {}
    RowsAbove of WorkbookRange: "rowsAbove" { count: Option<i32> }
    RowsBelow of WorkbookRange: "rowsBelow" { count: Option<i32> }
    UsedRange of WorkbookRange: "usedRange" { values_only: Option<bool> }
    CellOfSheet of WorkbookWorksheet: "cell" { row: i32, column: i32 }
    RangeOfSheet of WorkbookWorksheet: "range" { address: Option<String> }
    RangeOfTable of WorkbookTable: "range" {}
    RangeOfColumn of WorkbookTableColumn: "range" {}
    DataBodyRange of WorkbookTableColumn: "dataBodyRange" {}
    HeaderRowRange of WorkbookTableColumn: "headerRowRange" {}
    TotalRowRange of WorkbookTableColumn: "totalRowRange" {}
}

/// A function of a range.
fn below(range: At<WorkbookRange>, page: &Page, call: &[&str]) -> Option<http::Request<Bytes>> {
    let count = |value: &str| value.parse().ok().map(Some);
    Some(match *call {
        ["boundingRect"] => page.request(range.call(BoundingRect { another_range: None })),
        ["cell(row=,column=)", row, column] => {
            page.request(range.call(CellOf { row: row.parse().ok()?, column: column.parse().ok()? }))
        }
        ["columnsAfter(count=)", value] => page.request(range.call(ColumnsAfter { count: count(value)? })),
        ["columnsBefore(count=)", value] => page.request(range.call(ColumnsBefore { count: count(value)? })),
        ["entireColumn"] => page.request(range.call(EntireColumn {})),
        ["entireRow"] => page.request(range.call(EntireRow {})),
        ["rowsAbove"] => page.request(range.call(RowsAbove { count: None })),
        ["rowsAbove(count=)", value] => page.request(range.call(RowsAbove { count: count(value)? })),
        ["rowsBelow"] => page.request(range.call(RowsBelow { count: None })),
        ["rowsBelow(count=)", value] => page.request(range.call(RowsBelow { count: count(value)? })),
        ["usedRange"] => page.request(range.call(UsedRange { values_only: None })),
        ["usedRange(valuesOnly=)", value] => {
            page.request(range.call(UsedRange { values_only: Some(value.parse().ok()?) }))
        }
        _ => return None,
    })
}

/// What is wrong with the addresses of the older pages.
const CASE: &str = "the function's name begins with a capital, and in the metadata it does not";

impl Documented for WorkbookRange {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookRange"];
    const REQUIRED: Required = Required { patches: 0, gets: 24, wholes: 0 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/range-offsetrange.md#GET1", Check::Line, "lacks the parameters, which are not nullable"),
        ("v1.0/worksheet-cell.md#GET1", Check::Line, "writes `<row>` for a number"),
        ("beta/nameditem-range.md#GET1", Check::Line, CASE),
        ("beta/range-boundingrect.md#GET1", Check::Line, CASE),
        ("beta/range-cell.md#GET1", Check::Line, CASE),
        ("beta/range-entirecolumn.md#GET1", Check::Line, CASE),
        ("beta/range-entirerow.md#GET1", Check::Line, CASE),
        ("beta/range-offsetrange.md#GET1", Check::Line, CASE),
        ("beta/range-usedrange.md#GET1", Check::Line, CASE),
        ("beta/table-range.md#GET1", Check::Line, CASE),
        ("beta/tablecolumn-databodyrange.md#GET1", Check::Line, CASE),
        ("beta/tablecolumn-headerrowrange.md#GET1", Check::Line, CASE),
        ("beta/tablecolumn-range.md#GET1", Check::Line, CASE),
        ("beta/tablecolumn-totalrowrange.md#GET1", Check::Line, CASE),
        ("beta/worksheet-cell.md#GET1", Check::Line, CASE),
        ("beta/worksheet-range.md#GET1", Check::Line, CASE),
    ];
    const BLANK: &'static str = r#"{"id":"0","address":"","cellCount":0,"columnCount":0,"columnIndex":0,"rowCount":0,
        "rowIndex":0}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/drive/items/01AB/workbook/worksheets/It's%20ours/range(address='A1:C2')",
            before: r#"{"id":"7","address":"'It''s ours'!A1:C2","addressLocal":"'It''s ours'!A1:C2","cellCount":6,
                "columnCount":3,"columnHidden":null,"columnIndex":0,"rowCount":2,"rowHidden":false,"rowIndex":0,
                "hidden":false,"text":[["Apples","2.50","TRUE"],["","Pears",null]],
                "values":[["Apples",2.5,true],["","Pears",null]],"formulas":[["Apples",2.5,"=1=1"],["","Pears",""]],
                "formulasR1C1":[["Apples",2.5,"=1=1"],["","=R[-1]C[-1]",""]],
                "numberFormat":[["General","0.00","General"],["General","General","General"]],
                "valueTypes":[["String","Double","Boolean"],["Empty","String","RichValue"]],
                "format":{"id":"8","columnWidth":48},"sort":{"id":"9"}}"#,
            patch: r#"{"values":[[null,9007199254740993,false],["Plums",null,-0.1]],"formulas":[[null,null,"=B1*2"],[]],
                "numberFormat":[[null,"0",null],[null,null,null]],"columnHidden":true,"formulasLocal":null}"#,
            answer: "",
        },
        Own {
            url: "/me/drive/items/01AB/workbook/names/Total/range",
            before: r#"{"id":"7","address":"Sheet1!A1:A2","cellCount":2,"columnCount":1,"columnIndex":0,"rowCount":2,
                "rowIndex":0,"values":[[1],[2]],"numberFormat":[["0"],["0"]]}"#,
            patch: r#"{"values":"n/a","numberFormat":"@"}"#,
            answer: r#"{"id":"7","address":"Sheet1!A1:A2","cellCount":2,"columnCount":1,"columnIndex":0,"rowCount":2,
                "rowIndex":0,"values":[["n/a"],["n/a"]],"numberFormat":[["@"],["@"]],"text":[["n/a"],["n/a"]]}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "drive", "items", item, "workbook", "names", name, "range"] => Self::at(item, name),
            ["me", "drive", "items", item, "workbook", "worksheets", sheet, "range(address='')", address] => {
                Self::on_sheet(item, sheet, address)
            }
            ["me", "drive", "root", "workbook", "worksheets", sheet, "range"] => Self::whole_of_root(sheet),
            ["drive", "root", "workbook", "worksheets", sheet, "range"] => Self::whole_of_shared_root(sheet),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        let path = page.path();
        if let ["me", "drive", "items", item, "workbook", rest @ ..] = &*path {
            let sheet = |sheet: &str| WorkbookWorksheet::at(item, sheet);
            let column = |table: &str, column: &str| WorkbookTableColumn::at(item, table, column);
            match rest {
                ["worksheets", name, "cell(row=,column=)", row, column] => {
                    let call = CellOfSheet { row: row.parse().ok()?, column: column.parse().ok()? };
                    return Some(page.request(sheet(name).call(call)));
                }
                ["worksheets", name, "range"] => {
                    return Some(page.request(sheet(name).call(RangeOfSheet { address: None })));
                }
                ["worksheets", name, "range(address='')", address] => {
                    let call = RangeOfSheet { address: Some((*address).to_owned()) };
                    return Some(page.request(sheet(name).call(call)));
                }
                ["tables", table, "range"] => {
                    return Some(page.request(WorkbookTable::at(item, table).call(RangeOfTable {})));
                }
                ["tables", table, "columns", name, function] => {
                    let column = column(table, name);
                    return Some(match *function {
                        "range" => page.request(column.call(RangeOfColumn {})),
                        "dataBodyRange" => page.request(column.call(DataBodyRange {})),
                        "headerRowRange" => page.request(column.call(HeaderRowRange {})),
                        "totalRowRange" => page.request(column.call(TotalRowRange {})),
                        _ => return None,
                    });
                }
                _ => {}
            }
        }
        if let Some(at) = <Self as Documented>::at(&path) {
            return Some(page.request(at.get()));
        }
        let end = path.iter().position(|segment| *segment == "range")? + 1;
        below(<Self as Documented>::at(&path[..end])?, page, &path[end..])
    }
}

#[test]
fn every_example_of_workbook_range() {
    every_example::<WorkbookRange>();
}
