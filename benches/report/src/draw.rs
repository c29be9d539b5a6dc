//! Results as SVG: bars for a table, lines for a growth.

use std::error::Error;
use std::path::{Path, PathBuf};

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::OURS;
use crate::results::{Growth, Results, Table};

type Drawn = Result<(), Box<dyn Error>>;
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
const GREY: RGBColor = RGBColor(0x80, 0x80, 0x80);
/// Colours that stay apart for colour-blind readers (Okabe and Ito).
const COLOURS: [RGBColor; 6] = [
    RGBColor(0x00, 0x72, 0xb2),
    RGBColor(0xd5, 0x5e, 0x00),
    RGBColor(0x00, 0x9e, 0x73),
    RGBColor(0xcc, 0x79, 0xa7),
    RGBColor(0xe6, 0x9f, 0x00),
    RGBColor(0x56, 0xb4, 0xe9),
];

/// Draws each table and each growth into `<bench>-<name>.svg`, and gives the files.
///
/// # Errors
///
/// A file cannot be written.
pub fn results(results: &Results, folder: &Path, bench: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for table in &results.tables {
        let file = folder.join(format!("{bench}-{}.svg", file_name(&table.name)));
        draw_table(table, &file)?;
        files.push(file);
    }
    for growth in &results.growth {
        let file = folder.join(format!("{bench}-{}.svg", file_name(&growth.name)));
        draw_growth(growth, &file)?;
        files.push(file);
    }
    Ok(files)
}

/// Words, joined by hyphens.
pub(crate) fn file_name(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

fn text(size: u32, colour: RGBColor, horizontal: HPos) -> TextStyle<'static> {
    let mut style = TextStyle::from(("sans-serif", size));
    style.color = colour.to_backend_color();
    style.pos(Pos::new(horizontal, VPos::Center))
}

/// A bar for each contestant, as long as its ratio, with a whisker from quartile to quartile and a line at 1.
fn draw_table(table: &Table, file: &Path) -> Drawn {
    let rows = i32::try_from(table.rows.len())?;
    let (left, right, top, step) = (270, 250, 46, 30);
    let (width, height) = (860, top + rows * step + 14);
    let root = SVGBackend::new(file, (u32::try_from(width)?, u32::try_from(height)?)).into_drawing_area();
    root.fill(&WHITE)?;
    let title = format!("{} (ratio to “{}”; shorter is better)", table.name, table.baseline);
    root.draw_text(&title, &text(15, INK, HPos::Left), (12, 20))?;
    // A bar that would dwarf all others is cut off; its figure stands beside it.
    let longest = table.rows.iter().map(|row| row.high.max(row.ratio)).fold(1.0, f64::max).min(6.0);
    let at = |ratio: f64| left + pixels(ratio.min(longest) / longest * f64::from(width - left - right));
    for (row, y) in table.rows.iter().zip((top..).step_by(usize::try_from(step)?)) {
        let middle = y + step / 2 - 3;
        let colour = if row.contestant.starts_with(OURS) { COLOURS[0] } else { RGBColor(0xb8, 0xc4, 0xce) };
        root.draw(&Rectangle::new([(left, y), (at(row.ratio), y + step - 8)], colour.filled()))?;
        if row.low < row.high {
            root.draw(&PathElement::new([(at(row.low), middle), (at(row.high), middle)], INK.stroke_width(2)))?;
        }
        root.draw_text(&row.contestant, &text(13, INK, HPos::Right), (left - 8, middle))?;
        let allocations = row.allocations.map_or(String::new(), |count| format!(", {count} allocations"));
        let figure = format!("×{:.2}  {}{allocations}", row.ratio, with_unit(row.value, &table.unit));
        root.draw_text(&figure, &text(12, GREY, HPos::Left), (at(row.high.max(row.ratio)) + 8, middle))?;
    }
    root.draw(&PathElement::new([(at(1.0), top - 6), (at(1.0), height - 8)], INK.stroke_width(1)))?;
    Ok(root.present()?)
}

#[allow(clippy::cast_possible_truncation, reason = "within the width of a drawing")]
fn pixels(length: f64) -> i32 {
    length.round() as i32
}

fn with_unit(value: f64, unit: &str) -> String {
    match unit {
        "ns" if value >= 1e9 => format!("{:.2} s", value / 1e9),
        "ns" if value >= 1e6 => format!("{:.2} ms", value / 1e6),
        "ns" if value >= 1e3 => format!("{:.2} µs", value / 1e3),
        "bytes" if value >= 1e6 => format!("{:.1} MB", value / 1e6),
        _ => format!("{value:.0} {unit}"),
    }
}

/// A line for each contestant.
fn draw_growth(growth: &Growth, file: &Path) -> Drawn {
    let root: Area<'_> = SVGBackend::new(file, (860, 420)).into_drawing_area();
    root.fill(&WHITE)?;
    let points = || growth.series.iter().flat_map(|series| &series.points);
    let widest = points().map(|[x, _]| *x).fold(1.0, f64::max);
    let highest = points().map(|[_, y]| *y).fold(1.0, f64::max);
    let (divisor, unit) = match (&*growth.y, highest) {
        ("ns", 1e6..) => (1e6, "ms"),
        ("ns", 1e4..) => (1e3, "µs"),
        (unit, _) => (1.0, unit),
    };
    let mut chart = ChartBuilder::on(&root)
        .caption(&growth.name, text(16, INK, HPos::Left))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(70)
        .build_cartesian_2d(0.0..widest * 1.02, 0.0..highest / divisor * 1.05)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(RGBColor(0xe4, 0xe4, 0xe4))
        .x_desc(&growth.x)
        .y_desc(unit)
        .x_label_formatter(&|x| format!("{x}"))
        .draw()?;
    for (series, colour) in growth.series.iter().zip(COLOURS.into_iter().cycle()) {
        let points = || series.points.iter().map(|[x, y]| (*x, *y / divisor));
        chart
            .draw_series(LineSeries::new(points(), colour.stroke_width(2)))?
            .label(&series.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
        chart.draw_series(points().map(|point| Circle::new(point, 3, colour.filled())))?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .label_font(("sans-serif", 13))
        .background_style(WHITE.mix(0.85))
        .draw()?;
    Ok(root.present()?)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_name_is_words_and_hyphens() {
        assert_eq!(file_name("read 100 sessions × 3 segments, expanded"), "read-100-sessions-3-segments-expanded");
    }
}
