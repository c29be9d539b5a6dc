//! The nearest of some names, where one is near.

/// Looks for the name that a slip of the pen turned into another: at most a third of the longer name, and at least one
/// letter, may differ once case and underscores are put aside.
pub(crate) struct Near<T> {
    wanted: Vec<char>,
    folded: Vec<char>,
    rows: [Vec<usize>; 3],
    best: Option<((usize, bool), T)>,
}

impl<T> Near<T> {
    pub(crate) fn new(wanted: &str) -> Self {
        let mut folded = Vec::new();
        fold(wanted, &mut folded);
        Self { wanted: folded, folded: Vec::new(), rows: Default::default(), best: None }
    }

    /// Looks at a choice. Of choices as near, one that is not `elsewhere` is taken, and of those the first.
    pub(crate) fn look_at(&mut self, name: &str, elsewhere: bool, choice: T) {
        fold(name, &mut self.folded);
        let most = (self.wanted.len().max(self.folded.len()) / 3).max(1);
        if self.wanted.len().abs_diff(self.folded.len()) > most {
            return;
        }
        let distance = distance(&self.wanted, &self.folded, &mut self.rows);
        let is_better = self.best.as_ref().is_none_or(|(best, _)| (distance, elsewhere) < *best);
        if distance <= most && is_better {
            self.best = Some(((distance, elsewhere), choice));
        }
    }

    pub(crate) fn nearest(self) -> Option<T> {
        self.best.map(|(_, choice)| choice)
    }
}

fn fold(name: &str, into: &mut Vec<char>) {
    into.clear();
    into.extend(name.chars().filter(|&letter| letter != '_').flat_map(char::to_lowercase));
}

/// Letters inserted, left out, replaced, or swapped with their neighbour, that lie between two words.
fn distance(one: &[char], other: &[char], [before, last, next]: &mut [Vec<usize>; 3]) -> usize {
    before.clear();
    last.clear();
    last.extend(0..=other.len());
    let mut one_before = None;
    for (row, letter) in one.iter().enumerate() {
        next.clear();
        next.push(row + 1);
        let (mut diagonal, mut left, mut other_before) = (row, row + 1, None);
        for (column, with) in other.iter().enumerate() {
            let above = last.get(column + 1).copied().unwrap_or_default();
            let mut least = (diagonal + usize::from(letter != with)).min(left + 1).min(above + 1);
            if one_before == Some(with) && other_before == Some(letter) {
                let swapped = column.checked_sub(1).and_then(|column| before.get(column));
                least = swapped.map_or(least, |swapped| least.min(swapped + 1));
            }
            next.push(least);
            (diagonal, left, other_before) = (above, least, Some(with));
        }
        one_before = Some(letter);
        core::mem::swap(before, last);
        core::mem::swap(last, next);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Near, distance};

    fn nearest<'c>(name: &str, choices: &[&'c str]) -> Option<&'c str> {
        let mut near = Near::new(name);
        for choice in choices {
            near.look_at(choice, false, *choice);
        }
        near.nearest()
    }

    #[test]
    fn distances_are_counted_in_letters() {
        for (one, other, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("ab", "ba", 1),
            ("abcd", "abd", 1),
            ("kitten", "sitting", 3),
            ("xabc", "xacbd", 2),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let rows = &mut <[Vec<usize>; 3]>::default();
            assert_eq!(distance(&letters(one), &letters(other), rows), expected, "{one} {other}");
        }
    }

    #[test]
    fn slips_are_found_and_what_is_far_is_not() {
        let names = ["displayName", "startDateTime", "joinWebUrl", "mail"];
        assert_eq!(nearest("dispalyName", &names), Some("displayName"));
        assert_eq!(nearest("DisplayName", &names), Some("displayName"));
        assert_eq!(nearest("display_name", &names), Some("displayName"));
        assert_eq!(nearest("mial", &names), Some("mail"));
        assert_eq!(nearest("state", &names), None);
        assert_eq!(nearest("owner", &names), None);
    }
}
