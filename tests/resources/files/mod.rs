//! Files, lists, terms and workbooks.

pub(crate) mod drive;
pub(crate) mod drive_facets;
pub(crate) mod drive_item;
pub(crate) mod field_value_set;
pub(crate) mod permission;
pub(crate) mod term_store_group;
pub(crate) mod term_store_set;
mod term_store_store;
pub(crate) mod term_store_term;
pub(crate) mod workbook;
pub(crate) mod workbook_cells;
pub(crate) mod workbook_chart;
pub(crate) mod workbook_chart_axis;
pub(crate) mod workbook_chart_parts;
pub(crate) mod workbook_format_protection;
pub(crate) mod workbook_named_item;
mod workbook_range;
pub(crate) mod workbook_range_border;
pub(crate) mod workbook_range_fill;
pub(crate) mod workbook_range_font;
pub(crate) mod workbook_range_format;
pub(crate) mod workbook_table_row;
