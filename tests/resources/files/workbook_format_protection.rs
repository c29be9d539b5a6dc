//! workbookFormatProtection: a singleton of two truth values.

use graph_resource::{At, GraphResource};

use crate::harness::{Documented, Own, Required, every_example};

/// What cannot be changed, or seen, where the sheet is protected. What is null differs from cell to cell.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/workbook/names/<name>/range/format/protection", schema = "v1.0")]
pub struct WorkbookFormatProtection {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether the formulas are hidden.
    pub formula_hidden: Option<bool>,
    /// Whether the cells are locked.
    pub locked: Option<bool>,
}

impl Documented for WorkbookFormatProtection {
    const TYPES: &'static [&'static str] = &["microsoft.graph.workbookFormatProtection"];
    const REQUIRED: Required = Required { patches: 2, gets: 2, wholes: 0 };
    const OWN: &'static [Own] = &[Own {
        url: "/me/drive/items/01AB/workbook/names/Total/range/format/protection",
        before: r#"{"id":"7","locked":true,"formulaHidden":null}"#,
        patch: r#"{"formulaHidden":false}"#,
        answer: r#"{"id":"7","locked":true,"formulaHidden":false}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["me", "drive", "items", item, "workbook", "names", name, "range", "format", "protection"] => {
                Some(Self::at(item, name))
            }
            _ => None,
        }
    }
}

#[test]
fn every_example_of_workbook_format_protection() {
    every_example::<WorkbookFormatProtection>();
}
