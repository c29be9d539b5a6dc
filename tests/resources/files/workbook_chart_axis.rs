//! workbookChartAxis: one type in three places, with bounds that have no type.

use graph_resource::{At, GraphResource};
use serde_json::Value;

use crate::files::workbook_chart_parts::{WorkbookChartAxisFormat, WorkbookChartAxisTitle, WorkbookChartGridlines};
use crate::harness::{Check, Documented, Own, Required, every_example};

/// An axis of a chart.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0")]
#[graph_resource(path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/charts/<chart>/axes/valueAxis")]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/charts/<chart>/axes/categoryAxis",
    at = "of_categories"
)]
#[graph_resource(
    path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/charts/<chart>/axes/seriesAxis",
    at = "of_series"
)]
pub struct WorkbookChartAxis {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The step of the greater marks: a number, or an empty text where the service chooses.
    pub major_unit: Option<Value>,
    /// The upper bound, likewise.
    pub maximum: Option<Value>,
    /// The lower bound, likewise.
    pub minimum: Option<Value>,
    /// The step of the lesser marks, likewise.
    pub minor_unit: Option<Value>,
    /// Lines and font.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartAxisFormat>,
    /// The lines at the greater marks.
    #[graph_resource(navigation)]
    pub major_gridlines: Option<WorkbookChartGridlines>,
    /// The lines at the lesser marks.
    #[graph_resource(navigation)]
    pub minor_gridlines: Option<WorkbookChartGridlines>,
    /// What is written at it.
    #[graph_resource(navigation)]
    pub title: Option<WorkbookChartAxisTitle>,
}

impl Documented for WorkbookChartAxis {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookChartAxis"];
    const REQUIRED: Required = Required { patches: 1, gets: 1, wholes: 0 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("beta/chartaxis-update.md#PATCH1", Check::Line, "writes `valueaxis` for `valueAxis`"),
        ("beta/chartaxis-get.md#GET1", Check::Line, "writes `valueaxis` for `valueAxis`"),
    ];
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/worksheets/Sheet1/charts/Sales/axes/categoryAxis",
        before: r##"{"id":"7","majorUnit":"","maximum":12.5,"minimum":0,"minorUnit":null,"title":
            {"id":"8","text":"Months","visible":true},"majorGridlines":{"id":"9","visible":false},"format":{"id":"10",
            "line":{"id":"11","color":"#000000"},"font":{"id":"12","size":9.5}}}"##,
        patch: r#"{"majorUnit":5,"maximum":"","minimum":null}"#,
        answer: r#"{"id":"7","majorUnit":5,"maximum":"","minimum":0}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "drive", "items", item, "workbook", "worksheets", sheet, "charts", chart, "axes", axis] => {
                Some(match *axis {
                    "categoryAxis" => Self::of_categories(item, sheet, chart),
                    "seriesAxis" => Self::of_series(item, sheet, chart),
                    _ => Self::at(item, sheet, chart),
                })
            }
            _ => None,
        }
    }
}

#[test]
fn every_example_of_workbook_chart_axis() {
    every_example::<WorkbookChartAxis>();
}
