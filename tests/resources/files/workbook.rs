//! What a workbook consists of: sheets and tables.

use graph_resource::{GraphComplex, GraphResource};

use crate::files::workbook_cells::{Cell, Cells};
use crate::files::workbook_chart::WorkbookChart;
use crate::files::workbook_named_item::WorkbookNamedItem;
use crate::files::workbook_table_row::WorkbookTableRow;

/// A workbook: a file of a drive, opened.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook", schema = "v1.0")]
pub struct Workbook {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The names that it gives.
    #[graph_resource(navigation)]
    pub names: Option<Vec<WorkbookNamedItem>>,
    /// The tables of all sheets.
    #[graph_resource(navigation)]
    pub tables: Option<Vec<WorkbookTable>>,
    /// The sheets.
    #[graph_resource(navigation)]
    pub worksheets: Option<Vec<WorkbookWorksheet>>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/worksheets/<id>", schema = "v1.0")]
pub struct WorkbookWorksheet {
    /// The id; the name does as well.
    pub id: String,
    /// The name.
    pub name: Option<String>,
    /// Where it stands, counted from zero.
    pub position: i32,
    /// `Visible`, `Hidden`, `VeryHidden`.
    pub visibility: String,
    /// The charts.
    #[graph_resource(navigation)]
    pub charts: Option<Vec<WorkbookChart>>,
    /// The names that it gives.
    #[graph_resource(navigation)]
    pub names: Option<Vec<WorkbookNamedItem>>,
    /// The tables that turn and sum up others.
    #[graph_resource(navigation)]
    pub pivot_tables: Option<Vec<WorkbookPivotTable>>,
    /// What cannot be changed.
    #[graph_resource(navigation)]
    pub protection: Option<WorkbookWorksheetProtection>,
    /// The tables.
    #[graph_resource(navigation)]
    pub tables: Option<Vec<WorkbookTable>>,
}

/// A table that turns and sums up another one.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/pivotTables/<id>", schema = "v1.0")]
pub struct WorkbookPivotTable {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Option<String>,
    /// The sheet that it is on.
    #[graph_resource(navigation)]
    pub worksheet: Option<Box<WorkbookWorksheet>>,
}

/// Whether a sheet is protected.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/protection", schema = "v1.0")]
pub struct WorkbookWorksheetProtection {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// What is allowed all the same.
    #[graph_resource(read_only)]
    pub options: Option<WorkbookWorksheetProtectionOptions>,
    /// Whether it is.
    #[graph_resource(read_only)]
    pub protected: bool,
}

/// What is allowed on a sheet that is protected.
#[allow(clippy::struct_excessive_bools, reason = "Graph has one for each")]
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookWorksheetProtectionOptions {
    /// To filter.
    pub allow_auto_filter: bool,
    /// To delete columns.
    pub allow_delete_columns: bool,
    /// To delete rows.
    pub allow_delete_rows: bool,
    /// To format cells.
    pub allow_format_cells: bool,
    /// To format columns.
    pub allow_format_columns: bool,
    /// To format rows.
    pub allow_format_rows: bool,
    /// To insert columns.
    pub allow_insert_columns: bool,
    /// To insert links.
    pub allow_insert_hyperlinks: bool,
    /// To insert rows.
    pub allow_insert_rows: bool,
    /// To use tables that turn others.
    pub allow_pivot_tables: bool,
    /// To sort.
    pub allow_sort: bool,
}

/// A table on a sheet.
#[allow(clippy::struct_excessive_bools, reason = "Graph has one for each")]
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/tables/<id>", schema = "v1.0")]
pub struct WorkbookTable {
    /// The id; the name does as well.
    pub id: String,
    /// Whether the first column stands out.
    pub highlight_first_column: bool,
    /// Whether the last column stands out.
    pub highlight_last_column: bool,
    /// The id in versions of long ago.
    #[graph_resource(read_only)]
    pub legacy_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// Whether every other column has another background.
    pub show_banded_columns: bool,
    /// Whether every other row has.
    pub show_banded_rows: bool,
    /// Whether there are buttons to filter.
    pub show_filter_button: bool,
    /// Whether there is a row of headers.
    pub show_headers: bool,
    /// Whether there is a row of sums.
    pub show_totals: bool,
    /// `TableStyleLight1`, …
    pub style: Option<String>,
    /// The columns.
    #[graph_resource(navigation)]
    pub columns: Option<Vec<WorkbookTableColumn>>,
    /// The rows.
    #[graph_resource(navigation)]
    pub rows: Option<Vec<WorkbookTableRow>>,
    /// The sheet that it is on.
    #[graph_resource(navigation)]
    pub worksheet: Option<Box<WorkbookWorksheet>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/tables/<table>/columns/<id>", schema = "v1.0")]
pub struct WorkbookTableColumn {
    /// The id; the name does as well.
    pub id: String,
    /// Where it stands, counted from zero.
    #[graph_resource(read_only)]
    pub index: i32,
    /// The name.
    pub name: Option<String>,
    /// The values of the cells.
    pub values: Option<Cells<Cell>>,
}
