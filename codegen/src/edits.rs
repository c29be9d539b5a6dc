//! Changes of a text, each at its place: what is there stays, to the letter.

use std::collections::BTreeMap;
use std::ops::Range;

use syn::spanned::Spanned;

/// Additions to a text by where they stand.
pub(crate) struct Edits<'t> {
    pub(crate) text: &'t str,
    edits: BTreeMap<usize, Edit>,
}

/// What is inserted at a place, and what takes the place of the bytes from there on.
#[derive(Default)]
struct Edit {
    before: String,
    instead: Option<(usize, String)>,
}

impl<'t> Edits<'t> {
    pub(crate) const fn of(text: &'t str) -> Self {
        Self { text, edits: BTreeMap::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Whether something is inserted at this place.
    pub(crate) fn contains(&self, at: usize) -> bool {
        self.edits.contains_key(&at)
    }

    pub(crate) fn insert(&mut self, at: usize, text: &str) {
        self.edits.entry(at).or_default().before.push_str(text);
    }

    pub(crate) fn replace(&mut self, range: &Range<usize>, text: &str) {
        self.edits.entry(range.start).or_default().instead = Some((range.end, text.to_owned()));
    }

    /// The end of the line of this place, with the comments that begin on it. `None` where code follows.
    fn end_of_line(&self, mut at: usize) -> Option<usize> {
        loop {
            let rest = self.text.get(at..)?;
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
            let rest = self.text.get(at..)?;
            if rest.starts_with('\n') {
                return Some(at + 1);
            }
            at += match rest {
                "" => return Some(at),
                // The documentation of what follows.
                docs if is_docs(docs) => return None,
                line if line.starts_with("//") => line.find('\n').unwrap_or(line.len()),
                block if block.starts_with("/*") => end_of_comment(block)?,
                _ => return None,
            };
        }
    }

    /// After the line that this place is in, or where code follows on it, on a line between.
    pub(crate) fn insert_after_line(&mut self, at: usize, text: &str) {
        match self.end_of_line(at) {
            Some(end) => {
                if end == self.text.len() {
                    self.end_line();
                }
                self.insert(end, text);
            }
            // What was inserted here before ends its line.
            None if self.edits.get(&at).is_some_and(|edit| edit.before.ends_with('\n')) => self.insert(at, text),
            None => self.insert(at, &format!("\n{text}")),
        }
    }

    /// Ends the last line of the text, if nothing does.
    pub(crate) fn end_line(&mut self) {
        let is_open = !self.text.is_empty() && !self.text.ends_with('\n');
        if is_open && !self.edits.contains_key(&self.text.len()) {
            self.insert(self.text.len(), "\n");
        }
    }

    /// Before an item with its attributes and the comments that stand right above it. A comment that begins the file
    /// is the file's.
    pub(crate) fn insert_before(&mut self, item: &syn::Item, file: &syn::File, text: &str) {
        let start = item.span().byte_range().start;
        let ends = file.attrs.iter().map(Spanned::span).chain(file.items.iter().map(Spanned::span));
        let ends = ends.map(|span| span.byte_range().end).filter(|end| *end <= start);
        let above = ends.max().unwrap_or(0);
        let at = start_of_comments(self.text.get(above..start).unwrap_or_default(), above == 0);
        self.insert(at.map_or(start, |at| above + at), text);
    }

    /// Before this item, or after all, with an empty line between.
    pub(crate) fn insert_before_items(&mut self, file: &syn::File, first: Option<&syn::Item>, text: &str) {
        match first {
            Some(first) => self.insert_before(first, file, &format!("{text}\n")),
            None => {
                let is_empty = self.text.trim().is_empty() && self.edits.is_empty();
                self.end_line();
                self.insert(self.text.len(), &if is_empty { text.to_owned() } else { format!("\n{text}") });
            }
        }
    }

    /// The text with the changes, whose lines end as those of the text do.
    pub(crate) fn apply(self) -> String {
        let end = self.text.find('\n').map_or(0, |end| end.saturating_sub(1));
        let is_windows = self.text.get(end..).is_some_and(|rest| rest.starts_with("\r\n"));
        let lines = |new: &str| if is_windows { new.replace('\n', "\r\n") } else { new.to_owned() };
        let (mut text, mut done) = (String::new(), 0);
        for (start, Edit { before, instead }) in self.edits {
            text.push_str(self.text.get(done..start).unwrap_or_default());
            text.push_str(&lines(&before));
            done = start;
            if let Some((end, new)) = instead {
                text.push_str(&lines(&new));
                done = end;
            }
        }
        text + self.text.get(done..).unwrap_or_default()
    }
}

/// Where the line begins that an item stands on, or that the comments right above it begin on. `None` where something
/// else begins the line.
fn start_of_comments(above: &str, begins_file: bool) -> Option<usize> {
    let (mut at, mut line) = (0, begins_file.then_some(0));
    // Where the comments begin that no empty line follows.
    let mut comments = None;
    let mut is_empty = true;
    while let Some(rest) = above.get(at..).filter(|rest| !rest.is_empty()) {
        let comment = match rest {
            line if line.starts_with("//") => line.find('\n').unwrap_or(line.len()),
            block if block.starts_with("/*") => end_of_comment(block)?,
            _ => {
                let letter = rest.chars().next()?;
                at += letter.len_utf8();
                if letter == '\n' {
                    comments = comments.filter(|_| !is_empty);
                    (line, is_empty) = (Some(at), true);
                }
                continue;
            }
        };
        comments = comments.or(line);
        is_empty = false;
        at += comment;
    }
    match comments {
        Some(comments) if comments > 0 => Some(comments),
        _ => line.filter(|_| is_empty),
    }
}

/// Whether a text begins with documentation.
fn is_docs(text: &str) -> bool {
    let is_line = text.starts_with("///") && !text.starts_with("////");
    is_line || text.starts_with("/**") && !["/***", "/**/"].iter().any(|start| text.starts_with(start))
}

/// How long the comment is that this text begins with; others may be in it.
fn end_of_comment(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0, 0);
    loop {
        let rest = text.get(at..)?;
        let next = rest.find(['/', '*'])?;
        at += next;
        match text.get(at..at + 2) {
            Some("/*") => (depth, at) = (depth + 1, at + 2),
            Some("*/") if depth == 1 => return Some(at + 2),
            Some("*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
}
