//! What the examples print with: colours on a terminal, none elsewhere.

use std::io::IsTerminal as _;

/// A line above what follows.
pub fn heading(text: &str) {
    println!(
        "\n{}\n",
        styled("1", &format!("── {text} {}", "─".repeat(76_usize.saturating_sub(text.chars().count()))))
    );
}

/// What went well.
pub fn good(text: impl std::fmt::Display) {
    println!("  {} {text}", styled("32", "✓"));
}

/// What somebody has to know.
pub fn note(text: impl std::fmt::Display) {
    println!("  {} {text}", styled("33", "!"));
}

fn styled(style: &str, text: &str) -> String {
    if std::io::stdout().is_terminal() { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}
