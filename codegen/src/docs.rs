//! What a CSDL file of the user's says of types and members, for documentation.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

/// Descriptions by target: `microsoft.graph.user`, `microsoft.graph.user/displayName`.
#[derive(Debug, Default)]
pub(crate) struct Docs(BTreeMap<String, String>);

impl Docs {
    /// The descriptions of a file.
    pub(crate) fn of(csdl: &str) -> Result<Self, roxmltree::Error> {
        let document = Document::parse(csdl.trim_start_matches('\u{feff}'))?;
        let is = |node: &Node<'_, '_>, tag| node.tag_name().name() == tag;
        let mut docs = BTreeMap::new();
        for schema in document.descendants().filter(|node| is(node, "Schema")) {
            let namespace = schema.attribute("Namespace").unwrap_or_default();
            let alias = schema.attribute("Alias").unwrap_or(namespace);
            for annotation in schema.descendants().filter(|node| is(node, "Annotation")) {
                let term = annotation.attribute("Term").unwrap_or_default();
                let text = annotation.attribute("String").or_else(|| annotation.text()).map(str::trim);
                let (true, Some(text)) = (term.ends_with("Core.V1.Description"), text) else { continue };
                let Some(parent) = annotation.parent() else { continue };
                // The target is named, or stands around the annotation: a type, or a member in its type.
                let names = annotation.ancestors().filter_map(|node| node.attribute("Name"));
                let target = match parent.attribute("Target") {
                    Some(target) => match target.strip_prefix(alias).filter(|rest| rest.starts_with('.')) {
                        Some(rest) => format!("{namespace}{rest}"),
                        None => target.to_owned(),
                    },
                    None => {
                        let mut names: Vec<_> = names.collect();
                        names.reverse();
                        format!("{namespace}.{}", names.join("/"))
                    }
                };
                docs.entry(target).or_insert_with(|| sentence(text));
            }
        }
        Ok(Self(docs))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said of a type, or of its member.
    pub(crate) fn get(&self, of_type: impl std::fmt::Display, member: Option<&str>) -> Option<&str> {
        let target = member.map_or_else(|| of_type.to_string(), |member| format!("{of_type}/{member}"));
        self.0.get(&target).map(|text| &**text).filter(|text| !text.is_empty())
    }
}

/// A text as a sentence of Markdown: brackets and the like stand for themselves, and addresses are links.
fn sentence(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let Some(start) = word.find("http://").or_else(|| word.find("https://")) else { return escaped(word) };
        let (before, address) = word.split_at(start);
        let end = address.trim_end_matches(['.', ',', ')', ';', '"', '\'', ']', '>']);
        format!("{}<{end}>{}", escaped(before), escaped(&address[end.len()..]))
    });
    let text = words.collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.ends_with(['.', '!', '?', ':']) { text } else { text + "." }
}

fn escaped(word: &str) -> String {
    let mut escaped = String::new();
    for letter in word.chars() {
        if "[]<>*_`\\".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::Docs;

    #[test]
    fn descriptions_are_found_where_they_stand() {
        let docs = Docs::of(
            r#"<Edmx><Schema Namespace="microsoft.graph" Alias="graph">
                <ComplexType Name="place">
                    <Annotation Term="Org.OData.Core.V1.Description" String="Where it is"/>
                    <Property Name="city"><Annotation Term="Org.OData.Core.V1.Description" String="A [city]"/></Property>
                </ComplexType>
                <Annotations Target="graph.user/mail">
                    <Annotation Term="Org.OData.Core.V1.Description" String="See  https://example.com (or [http://example.net])."/>
                    <Annotation Term="Org.OData.Core.V1.LongDescription" String="Longer"/>
                </Annotations>
            </Schema></Edmx>"#,
        )
        .unwrap();
        assert_eq!(docs.get("microsoft.graph.place", None), Some("Where it is."));
        assert_eq!(docs.get("microsoft.graph.place", Some("city")), Some("A \\[city\\]."));
        assert_eq!(
            docs.get("microsoft.graph.user", Some("mail")),
            Some(r"See <https://example.com> (or \[<http://example.net>\]).")
        );
        assert_eq!(docs.get("microsoft.graph.user", None), None);
    }
}
