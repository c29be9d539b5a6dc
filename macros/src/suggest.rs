//! Suggestions for misspelt names.

/// The choice that `name` is most likely a misspelling of. Case and underscores do not count. Of the longer name, a third
/// of the letters may differ, or one letter.
pub(crate) fn nearest<'c>(name: &str, choices: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let folded = fold(name);
    choices
        .into_iter()
        .map(|choice| {
            let candidate = fold(choice);
            let most = (folded.len().max(candidate.len()) / 3).max(1);
            (strsim::damerau_levenshtein(&folded, &candidate), most, choice)
        })
        .filter(|&(distance, most, _)| distance <= most)
        .min_by_key(|&(distance, ..)| distance)
        .map(|(.., choice)| choice)
}

/// The choice that is meant by a word of serde, OData or other libraries.
pub(crate) fn meant<'c>(name: &str, choices: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let ours = match fold(name).as_str() {
        "type" | "odata" => "odata_type",
        "url" | "uri" | "route" | "endpoint" => "path",
        "computed" => "read_only",
        "immutable" => "create_only",
        "relation" | "relationship" | "expand" => "navigation",
        "flatten" | "open" => "additional",
        "ignore" | "local" => "skip",
        "jsonname" | "wirename" => "rename",
        _ => return None,
    };
    choices.into_iter().find(|&choice| choice == ours)
}

fn fold(name: &str) -> String {
    name.chars().filter(|&letter| letter != '_').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{meant, nearest};

    #[test]
    fn words_of_others_are_understood_where_there_is_such_an_option() {
        assert_eq!(meant("type", ["path", "odata_type"]), Some("odata_type"));
        assert_eq!(meant("wireName", ["rename"]), Some("rename"));
        assert_eq!(meant("type", ["rename"]), None);
        assert_eq!(meant("required", ["default"]), None);
    }

    const OPTIONS: [&str; 6] = ["read_only", "create_only", "write_only", "rename", "with", "merge"];

    #[test]
    fn slips_are_found() {
        assert_eq!(nearest("read_onyl", OPTIONS), Some("read_only"));
        assert_eq!(nearest("readOnly", OPTIONS), Some("read_only"));
        assert_eq!(nearest("writeonly", OPTIONS), Some("write_only"));
        assert_eq!(nearest("renam", OPTIONS), Some("rename"));
        assert_eq!(nearest("wiht", OPTIONS), Some("with"));
    }

    #[test]
    fn what_is_far_is_not_suggested() {
        assert_eq!(nearest("foo", OPTIONS), None);
        assert_eq!(nearest("required", OPTIONS), None);
        assert_eq!(nearest("state", ["startDateTime", "joinWebUrl"]), None);
    }
}
