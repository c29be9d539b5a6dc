//! Results as text, for the terminal.

use std::fmt::Write as _;

use crate::OURS;
use crate::results::{Growth, Table};

/// A table.
#[must_use]
pub fn table(results: &Table) -> String {
    let width = results.rows.iter().map(|row| row.contestant.chars().count()).max().unwrap_or_default();
    let mut text = format!("\n{}\n", results.name);
    for row in &results.rows {
        let _ = write!(text, "  {:width$}  {:>14} {}", row.contestant, grouped(row.value), results.unit);
        let _ = write!(text, "  ×{:<6.3}", row.ratio);
        if row.low < row.high {
            let _ = write!(text, " [{:.3}, {:.3}]", row.low, row.high);
        }
        if let Some(allocations) = row.allocations {
            let _ = write!(text, "  {allocations} allocations");
        }
        if let Some(at_most) = results.reach.filter(|_| row.contestant == OURS) {
            let judged = if row.ratio <= at_most { "reached" } else { "MISSED" };
            let _ = write!(text, "  ≤ {at_most}: {judged}");
        }
        text.push('\n');
    }
    text
}

/// Work in growing sizes, with how it grows.
#[must_use]
pub fn growth(results: &Growth) -> String {
    let mut text = format!("\n{} by {} ({})\n", results.name, results.x, results.y);
    for series in &results.series {
        let _ = write!(text, "  {}:", series.name);
        for [x, y] in &series.points {
            let _ = write!(text, " {x}→{}", grouped(*y));
        }
        if let Some(exponent) = exponent(&series.points) {
            let _ = write!(text, "  (grows as x^{exponent:.2})");
        }
        text.push('\n');
    }
    text
}

/// The exponent with which the upper half of the points grows: 1 is linear.
fn exponent(points: &[[f64; 2]]) -> Option<f64> {
    let [from, to] = [points.get(points.len() / 2)?, points.last()?];
    let exponent = (to[1] / from[1]).ln() / (to[0] / from[0]).ln();
    exponent.is_finite().then_some(exponent)
}

/// With a thin gap every three digits; a digit after the point below 100.
pub(crate) fn grouped(value: f64) -> String {
    if value < 100.0 {
        return format!("{value:.1}");
    }
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{exponent, grouped};

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(grouped(1_234_567.0), "1\u{202f}234\u{202f}567");
        assert_eq!(grouped(123.0), "123");
        assert_eq!(grouped(9.87), "9.9");
    }

    #[test]
    fn a_parabola_grows_with_exponent_two() {
        let points: Vec<_> = [1.0, 2.0, 4.0, 8.0].map(|x: f64| [x, 3.0 * x * x]).into();
        assert!((exponent(&points).unwrap() - 2.0).abs() < 1e-9);
    }
}
