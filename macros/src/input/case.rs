//! The rules that make wire names of the names of fields and variants.

/// A rule of `rename_all`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Case {
    #[default]
    Camel,
    Pascal,
    Snake,
    ScreamingSnake,
    Kebab,
    Lower,
    Upper,
}

impl Case {
    const ALL: [(&'static str, Case); 7] = [
        ("camelCase", Case::Camel),
        ("PascalCase", Case::Pascal),
        ("snake_case", Case::Snake),
        ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
        ("kebab-case", Case::Kebab),
        ("lowercase", Case::Lower),
        ("UPPERCASE", Case::Upper),
    ];

    /// The names of the rules.
    pub(crate) const NAMES: [&'static str; 7] = {
        let (mut names, mut index) = ([""; 7], 0);
        while index < names.len() {
            names[index] = Self::ALL[index].0;
            index += 1;
        }
        names
    };

    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(spelling, _)| *spelling == name).map(|&(_, case)| case)
    }

    /// The wire name of a field.
    pub(crate) fn of_field(self, name: &str) -> String {
        let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
        self.join(&words)
    }

    /// The wire name of a variant.
    pub(crate) fn of_variant(self, name: &str) -> String {
        let mut words = Vec::new();
        let mut start = 0;
        let bounds = name.char_indices().skip(1).filter(|&(_, letter)| letter.is_uppercase()).map(|(at, _)| at);
        for at in bounds.chain([name.len()]) {
            words.push(&name[start..at]);
            start = at;
        }
        self.join(&words)
    }

    fn join(self, words: &[&str]) -> String {
        let separator = match self {
            Self::Snake | Self::ScreamingSnake => "_",
            Self::Kebab => "-",
            Self::Camel | Self::Pascal | Self::Lower | Self::Upper => "",
        };
        let words = words.iter().enumerate().map(|(index, word)| match self {
            Self::Camel if index == 0 => with_first(word, |letter| letter.to_lowercase().collect()),
            Self::Camel | Self::Pascal => with_first(word, |letter| letter.to_uppercase().collect()),
            Self::Snake | Self::Kebab | Self::Lower => word.to_lowercase(),
            Self::ScreamingSnake | Self::Upper => word.to_uppercase(),
        });
        words.collect::<Vec<_>>().join(separator)
    }
}

fn with_first(word: &str, f: impl FnOnce(char) -> String) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| f(first) + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn fields_are_camel_case_on_the_wire() {
        for (rust, wire) in [
            ("id", "id"),
            ("join_web_url", "joinWebUrl"),
            ("type", "type"),
            ("type_", "type"),
            ("last_modified_date_time", "lastModifiedDateTime"),
            ("ipv4_address", "ipv4Address"),
            ("wifi80211_n", "wifi80211N"),
        ] {
            assert_eq!(Case::Camel.of_field(rust), wire);
        }
    }

    #[test]
    fn the_other_rules() {
        let all: Vec<String> = Case::ALL.iter().map(|(_, case)| case.of_field("join_web_url")).collect();
        let wire =
            ["joinWebUrl", "JoinWebUrl", "join_web_url", "JOIN_WEB_URL", "join-web-url", "joinweburl", "JOINWEBURL"];
        assert_eq!(all, wire);
    }

    #[test]
    fn variants_split_at_capitals() {
        assert_eq!(Case::Camel.of_variant("GroupCall"), "groupCall");
        assert_eq!(Case::Camel.of_variant("IOS"), "iOS");
        assert_eq!(Case::Pascal.of_variant("GroupCall"), "GroupCall");
        assert_eq!(Case::Snake.of_variant("GroupCall"), "group_call");
        assert_eq!(Case::Upper.of_variant("GroupCall"), "GROUPCALL");
    }
}
