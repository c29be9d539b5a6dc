//! Results as Markdown, put into a page between marks, so that a page has no figure that no run gave.

use std::fmt::Write as _;

use crate::OURS;
use crate::draw::file_name;
use crate::print::grouped;
use crate::results::{Growth, Results, Row, Table};

/// The results of a bench, by the name of their file.
pub type Named = (String, Results);

/// What a file of instruction counts is called, after its bench.
const COUNTED: &str = "-instructions";

/// Fills a page: between `<!-- begin in short -->` and `<!-- end in short -->` what the library took of each table, and so
/// between the marks of `figures` all tables, and of `growth` the plots, which lie beside the page. A page has those of the
/// marks that it wants.
///
/// # Errors
///
/// There is no mark, or one without its end.
pub fn fill(page: &str, results: &[Named]) -> Result<String, String> {
    let timed = || results.iter().filter(|(bench, _)| !bench.ends_with(COUNTED));
    let tables = || timed().flat_map(|(_, results)| &results.tables);
    let counts = || {
        let counts = results.iter().filter(|(bench, _)| bench.ends_with(COUNTED));
        counts.flat_map(|(_, results)| &results.tables)
    };
    let counted = |name: &str| counts().find(|table| table.name == name).and_then(ours);

    let mut short = "| what | aim | time | instructions | allocations, ours and the baseline's |\n".to_owned();
    short.push_str("|---|---|---:|---:|---:|\n");
    for table in tables() {
        let Some(row) = ours(table) else { continue };
        let aim = table.reach.map(|reach| reach.to_string()).unwrap_or_default();
        let instructions = counted(&table.name).map(|row| format!("{:.2}", row.ratio)).unwrap_or_default();
        let allocations = row.allocations.zip(table.rows[0].allocations);
        let allocations = allocations.map(|(ours, theirs)| format!("{ours}, {theirs}")).unwrap_or_default();
        let _ = writeln!(short, "| {} | {aim} | {:.2} | {instructions} | {allocations} |", table.name, row.ratio);
    }

    let figures: String = tables().map(figures_of).collect();
    // What was timed as well stands beside the time, above.
    let is_counted_alone = |table: &&Table| tables().all(|timed| timed.name != table.name);
    let counts: String = counts().filter(is_counted_alone).map(figures_of).collect();
    let plots = timed().flat_map(|(bench, results)| results.growth.iter().map(move |growth| plot(growth, bench)));

    let parts = [("in short", short), ("figures", format!("{figures}{counts}")), ("growth", plots.collect())];
    let wanted: Vec<_> = parts.iter().filter(|(name, _)| page.contains(&begin(name))).collect();
    if wanted.is_empty() {
        return Err(format!("the page has no mark such as `{}`", begin("in short")));
    }
    wanted.into_iter().try_fold(page.to_owned(), |page, (name, text)| replace(&page, name, text))
}

fn begin(name: &str) -> String {
    format!("<!-- begin {name} -->")
}

fn ours(table: &Table) -> Option<&Row> {
    table.rows.iter().find(|row| row.contestant == OURS)
}

fn figures_of(table: &Table) -> String {
    let has_spread = table.rows.iter().any(|row| row.low < row.high);
    let has_allocations = table.rows.iter().any(|row| row.allocations.is_some());
    let mut text = format!("## {}\n\n| contestant | {} | ratio |", capitalised(&table.name), table.unit);
    text.push_str(if has_spread { " quartiles |" } else { "" });
    text.push_str(if has_allocations { " allocations |" } else { "" });
    text.push_str("\n|---|---:|---:|");
    text.push_str(if has_spread { "---|" } else { "" });
    text.push_str(if has_allocations { "---:|" } else { "" });
    text.push('\n');
    for row in &table.rows {
        let _ = write!(text, "| {} | {} | {:.2} |", row.contestant, grouped(row.value), row.ratio);
        if has_spread {
            let _ = write!(text, " {:.2} to {:.2} |", row.low, row.high);
        }
        if has_allocations {
            let _ = write!(text, " {} |", row.allocations.map(|count| count.to_string()).unwrap_or_default());
        }
        text.push('\n');
    }
    text.push('\n');
    text
}

fn plot(growth: &Growth, bench: &str) -> String {
    format!("![{} by {}]({bench}-{}.svg)\n", growth.name, growth.x, file_name(&growth.name))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The page with this text between the marks of this name.
fn replace(page: &str, name: &str, text: &str) -> Result<String, String> {
    let (begin, end) = (begin(name), format!("<!-- end {name} -->"));
    let parts = page.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let (before, after) = parts.ok_or_else(|| format!("the page has no `{begin}` with `{end}` after it"))?;
    Ok(format!("{before}{begin}\n\n{}\n\n{end}{after}", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::OURS;
    use crate::results::{Results, Row, Table};

    const PAGE: &str = "# Title\n\n<!-- begin in short -->old<!-- end in short -->\n\ntext\n\n\
        <!-- begin figures --><!-- end figures -->\n<!-- begin growth --><!-- end growth -->\n";

    fn results() -> Vec<(String, Results)> {
        let row = |contestant: &str, ratio, allocations| Row {
            contestant: contestant.to_owned(),
            value: 1_200.0 * ratio,
            ratio,
            low: ratio,
            high: ratio,
            allocations,
        };
        let of = |ratio, allocations| {
            let rows = vec![row("by hand", 1.0, allocations), row(OURS, ratio, allocations)];
            let (name, unit, baseline) = ("read it".to_owned(), "ns".to_owned(), "by hand".to_owned());
            Results { tables: vec![Table { name, unit, baseline, reach: Some(1.05), rows }], ..Results::here() }
        };
        vec![("runtime".to_owned(), of(1.25, Some(3))), ("runtime-instructions".to_owned(), of(1.125, None))]
    }

    #[test]
    fn a_page_is_filled_between_its_marks_and_again() {
        let once = fill(PAGE, &results()).unwrap();
        assert!(once.contains("| read it | 1.05 | 1.25 | 1.12 | 3, 3 |"), "{once}");
        assert!(once.contains("| graph-resource | 1\u{202f}500 | 1.25 | 3 |"), "{once}");
        assert!(once.contains("text") && !once.contains("old"), "{once}");
        assert_eq!(fill(&once, &results()).unwrap(), once);
    }

    #[test]
    fn a_page_has_those_marks_that_it_wants() {
        let short = fill("<!-- begin in short --><!-- end in short -->", &results()).unwrap();
        assert!(short.contains("| read it | 1.05 |") && !short.contains("1\u{202f}500"), "{short}");
        assert!(fill("# Title", &results()).unwrap_err().contains("begin in short"));
        assert!(fill("<!-- begin growth -->", &results()).unwrap_err().contains("begin growth"));
    }
}
