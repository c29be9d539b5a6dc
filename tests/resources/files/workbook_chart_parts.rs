//! The parts of a chart, which `$expand` fills, and parts of them.

use graph_resource::GraphComplex;
use serde_json::Value;

use crate::files::workbook_chart_axis::WorkbookChartAxis;

/// The axes of a chart. Which there are depends on its kind.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartAxes {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// That of the categories.
    #[graph_resource(navigation)]
    pub category_axis: Option<WorkbookChartAxis>,
    /// That of the series, in a chart of three dimensions.
    #[graph_resource(navigation)]
    pub series_axis: Option<WorkbookChartAxis>,
    /// That of the values.
    #[graph_resource(navigation)]
    pub value_axis: Option<WorkbookChartAxis>,
}

/// How an axis looks.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartAxisFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The font.
    #[graph_resource(navigation)]
    pub font: Option<WorkbookChartFont>,
    /// The line.
    #[graph_resource(navigation)]
    pub line: Option<WorkbookChartLineFormat>,
}

/// What is written at an axis.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartAxisTitle {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The text.
    pub text: Option<String>,
    /// Whether it is shown.
    pub visible: bool,
    /// How it looks.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartTextFormat>,
}

/// The lines at the marks of an axis.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartGridlines {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether they are shown.
    pub visible: bool,
    /// How they look.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartStrokeFormat>,
}

/// What is written above a chart.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartTitle {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether it lies on the chart.
    pub overlay: Option<bool>,
    /// The text.
    pub text: Option<String>,
    /// Whether it is shown.
    pub visible: bool,
    /// How it looks.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartAreaFormat>,
}

/// What the colours of a chart mean.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartLegend {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether it lies on the chart.
    pub overlay: Option<bool>,
    /// `Top`, `Right`, `Corner`, …
    pub position: Option<String>,
    /// Whether it is shown.
    pub visible: bool,
    /// How it looks.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartAreaFormat>,
}

/// What is written at the points of a chart.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartDataLabels {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// `Center`, `OutsideEnd`, …
    pub position: Option<String>,
    /// What stands between two parts.
    pub separator: Option<String>,
    /// Whether the size of a bubble is shown.
    pub show_bubble_size: Option<bool>,
    /// Whether the category is.
    pub show_category_name: Option<bool>,
    /// Whether the colour is.
    pub show_legend_key: Option<bool>,
    /// Whether the share is.
    pub show_percentage: Option<bool>,
    /// Whether the series is.
    pub show_series_name: Option<bool>,
    /// Whether the value is.
    pub show_value: Option<bool>,
    /// How they look.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartAreaFormat>,
}

/// A row of numbers that a chart draws.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartSeries {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The name.
    pub name: Option<String>,
    /// How it looks.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartSeriesFormat>,
    /// The numbers.
    #[graph_resource(navigation)]
    pub points: Option<Vec<WorkbookChartPoint>>,
}

/// How a series looks.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartSeriesFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The background.
    #[graph_resource(navigation)]
    pub fill: Option<WorkbookChartFill>,
    /// The line.
    #[graph_resource(navigation)]
    pub line: Option<WorkbookChartLineFormat>,
}

/// One number of a series.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartPoint {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The number.
    #[graph_resource(read_only)]
    pub value: Option<Value>,
    /// How it looks.
    #[graph_resource(navigation)]
    pub format: Option<WorkbookChartPointFormat>,
}

/// How a point looks.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartPointFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The background.
    #[graph_resource(navigation)]
    pub fill: Option<WorkbookChartFill>,
}

/// How a part of a chart with a text looks.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartAreaFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The background.
    #[graph_resource(navigation)]
    pub fill: Option<WorkbookChartFill>,
    /// The font.
    #[graph_resource(navigation)]
    pub font: Option<WorkbookChartFont>,
}

/// How the title of an axis looks.
// For several types of the metadata, which are the same.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct WorkbookChartTextFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The font.
    #[graph_resource(navigation)]
    pub font: Option<WorkbookChartFont>,
}

/// How lines look.
// For several types of the metadata, which are the same.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct WorkbookChartStrokeFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// The line.
    #[graph_resource(navigation)]
    pub line: Option<WorkbookChartLineFormat>,
}

/// A background; it is set by functions alone.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartFill {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
}

/// A line.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartLineFormat {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// `#RRGGBB`.
    pub color: Option<String>,
}

/// The font of a part of a chart.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct WorkbookChartFont {
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
    /// `None` or `Single`.
    pub underline: Option<String>,
}
