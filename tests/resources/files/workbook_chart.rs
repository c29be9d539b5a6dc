//! workbookChart: numbers that are never null, and parts of parts.

use graph_resource::{At, Bytes, GraphResource};

use crate::files::workbook::WorkbookWorksheet;
use crate::files::workbook_chart_parts::{
    WorkbookChartAreaFormat, WorkbookChartAxes, WorkbookChartDataLabels, WorkbookChartLegend, WorkbookChartSeries,
    WorkbookChartTitle,
};
use crate::harness::{Documented, Own, Page, Required, every_example};

/// A chart on a sheet.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/worksheets/<sheet>/charts/<id>", schema = "v1.0")]
pub struct WorkbookChart {
    /// The id; the name does as well.
    pub id: String,
    /// In points.
    pub height: f64,
    /// From the left edge of the sheet, in points.
    pub left: f64,
    /// The name.
    pub name: Option<String>,
    /// From the top edge of the sheet, in points.
    pub top: f64,
    /// In points.
    pub width: f64,
    /// The axes.
    #[graph_resource(navigation)]
    pub axes: Option<WorkbookChartAxes>,
    /// What is written at the points.
    #[graph_resource(navigation)]
    pub data_labels: Option<WorkbookChartDataLabels>,
    /// Background and font.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartAreaFormat>,
    /// What the colours mean.
    #[graph_resource(navigation)]
    pub legend: Option<WorkbookChartLegend>,
    /// The rows of numbers that are drawn.
    #[graph_resource(navigation)]
    pub series: Option<Vec<WorkbookChartSeries>>,
    /// What is written above.
    #[graph_resource(navigation)]
    pub title: Option<WorkbookChartTitle>,
    /// The sheet that it is on.
    #[graph_resource(navigation)]
    pub worksheet: Option<WorkbookWorksheet>,
}

impl Documented for WorkbookChart {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookChart"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 0 };
    const BLANK: &'static str = r#"{"id":"0","height":0,"left":0,"top":0,"width":0}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/worksheets/Sheet1/charts/Sales",
        before: r#"{"id":"{7}","name":"Sales","height":216,"left":10.25,"top":0,"width":360.5,"title":{"id":"8",
            "text":"Sales","overlay":null,"visible":true},"series":[{"id":"9","name":"2024","points":[{"id":"10",
            "value":3.5},{"id":"11","value":null}]}],"axes":{"id":"12","valueAxis":{"id":"13","maximum":100}},
            "legend":{"id":"14","position":"Top","visible":true,"format":{"id":"15","font":{"id":"16","bold":true}}},
            "worksheet":{"id":"{1}","name":"Sheet1","position":0,"visibility":"Visible","charts":[]}}"#,
        patch: r#"{"name":"Revenue","left":0.1,"top":12}"#,
        answer: r#"{"id":"{7}","name":"Revenue","height":216.0,"left":0.1,"top":12.0,"width":360.5}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "drive", "items", item, "workbook", "worksheets", sheet, "charts", chart] => {
                Some(Self::at(item, sheet, chart))
            }
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "drive", "items", item, "workbook", "worksheets", sheet, "charts"] => {
                page.request(Self::collection(item, sheet).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_workbook_chart() {
    every_example::<WorkbookChart>();
}
