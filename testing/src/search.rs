//! `$search` over directory objects: `"displayName:ada" AND ("mail:x" OR "jobTitle:y")`.
//!
//! A phrase is found where a property contains it, in any case. Without a property, every text is looked at.
//!
//! Source: Microsoft Graph, "use the $search query parameter".

use serde_json::Value;

use crate::errors::Refusal;
use crate::patch::Object;
use crate::rules::Rules;
use crate::shape::Shape;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Search {
    /// The text is in lower case.
    Phrase {
        property: Option<String>,
        text: String,
    },
    And(Box<Search>, Box<Search>),
    Or(Box<Search>, Box<Search>),
    Not(Box<Search>),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Phrase(Search),
    Word(String),
    Mark(char),
}

const DEPTH: usize = 60;
const TOKENS: usize = 1_000;

impl Search {
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let tokens = tokens(text)?;
        if tokens.len() > TOKENS {
            return Err(refuse("it has too many parts"));
        }
        let mut parser = Parser { tokens, next: 0, depth: 0 };
        let search = parser.or()?;
        if parser.next < parser.tokens.len() {
            return Err(refuse("an operator or the end is expected"));
        }
        Ok(search)
    }

    pub(crate) fn check(&self, shape: &Shape<'_>) -> Result<(), Refusal> {
        match self {
            Self::Phrase { property: None, .. } => Ok(()),
            Self::Phrase { property: Some(name), .. } => match shape.member(name)? {
                hidden if hidden.is_hidden() => Err(refuse(&format!("the property '{name}' can only be written"))),
                _ => Ok(()),
            },
            Self::And(left, right) | Self::Or(left, right) => {
                left.check(shape)?;
                right.check(shape)
            }
            Self::Not(inner) => inner.check(shape),
        }
    }

    pub(crate) fn finds(&self, entity: &Object, rules: &Rules) -> bool {
        match self {
            Self::Phrase { property: Some(name), text } => entity.get(name).is_some_and(|value| contains(value, text)),
            Self::Phrase { property: None, text } => entity
                .iter()
                .any(|(name, value)| !name.contains('@') && !rules.is_write_only(&[name]) && contains(value, text)),
            Self::And(left, right) => left.finds(entity, rules) && right.finds(entity, rules),
            Self::Or(left, right) => left.finds(entity, rules) || right.finds(entity, rules),
            Self::Not(inner) => !inner.finds(entity, rules),
        }
    }
}

fn contains(value: &Value, text: &str) -> bool {
    match value {
        Value::String(value) => value.to_lowercase().contains(text),
        Value::Array(items) => items.iter().any(|item| contains(item, text)),
        _ => false,
    }
}

fn refuse(what: &str) -> Refusal {
    Refusal::bad_request(format!("invalid '$search': {what}"))
}

fn tokens(text: &str) -> Result<Vec<Token>, Refusal> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            ' ' => {}
            '(' | ')' => tokens.push(Token::Mark(character)),
            '"' => {
                let mut phrase = String::new();
                loop {
                    match rest.next() {
                        None => return Err(refuse("the quotation mark is not closed")),
                        Some('"') => break,
                        Some('\\') => phrase.extend(rest.next()),
                        Some(other) => phrase.push(other),
                    }
                }
                tokens.push(Token::Phrase(clause(&phrase)?));
            }
            other => {
                let mut word = String::from(other);
                while let Some(next) = rest.next_if(|next| !matches!(next, ' ' | '(' | ')' | '"')) {
                    word.push(next);
                }
                if word.contains(':') {
                    return Err(refuse("a clause with a property must stand in double quotes"));
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    Ok(tokens)
}

/// `displayName:ada`, or a phrase for every property.
fn clause(phrase: &str) -> Result<Search, Refusal> {
    let (property, text) = match phrase.split_once(':') {
        Some((name, text)) if !name.is_empty() && name.chars().all(char::is_alphanumeric) => {
            (Some(name.to_owned()), text)
        }
        _ => (None, phrase),
    };
    if text.trim().is_empty() {
        return Err(refuse("there is nothing to look for"));
    }
    Ok(Search::Phrase { property, text: text.trim().to_lowercase() })
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

impl Parser {
    fn take(&mut self, token: &Token) -> bool {
        let is_next = self.tokens.get(self.next) == Some(token);
        self.next += usize::from(is_next);
        is_next
    }

    fn word(&mut self, word: &str) -> bool {
        self.take(&Token::Word(word.to_owned()))
    }

    fn or(&mut self) -> Result<Search, Refusal> {
        let mut left = self.and()?;
        while self.word("OR") {
            left = Search::Or(Box::new(left), Box::new(self.and()?));
        }
        Ok(left)
    }

    /// Two phrases side by side must both be found.
    fn and(&mut self) -> Result<Search, Refusal> {
        let mut left = self.not()?;
        while self.word("AND") || self.begins() {
            left = Search::And(Box::new(left), Box::new(self.not()?));
        }
        Ok(left)
    }

    fn begins(&self) -> bool {
        match self.tokens.get(self.next) {
            Some(Token::Word(word)) => word != "OR",
            Some(Token::Phrase(_) | Token::Mark('(')) => true,
            _ => false,
        }
    }

    fn not(&mut self) -> Result<Search, Refusal> {
        if self.word("NOT") {
            return Ok(Search::Not(Box::new(self.primary()?)));
        }
        self.primary()
    }

    fn primary(&mut self) -> Result<Search, Refusal> {
        if self.take(&Token::Mark('(')) {
            if self.depth == DEPTH {
                return Err(refuse("it is nested too deep"));
            }
            self.depth += 1;
            let inner = self.or()?;
            self.depth -= 1;
            if !self.take(&Token::Mark(')')) {
                return Err(refuse("')' is expected"));
            }
            return Ok(inner);
        }
        let token = self.tokens.get(self.next).cloned();
        self.next += 1;
        match token {
            Some(Token::Phrase(phrase)) => Ok(phrase),
            Some(Token::Word(word)) if !["AND", "OR", "NOT"].contains(&word.as_str()) => {
                Ok(Search::Phrase { property: None, text: word.to_lowercase() })
            }
            _ => Err(refuse("a phrase is expected")),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Search;
    use crate::rules::Rules;

    fn finds(text: &str) -> bool {
        let Value::Object(entity) = json!({"displayName": "Ada Nyström", "mail": "ada@x.com", "p": "secret"}) else {
            unreachable!()
        };
        Search::parse(text).unwrap().finds(&entity, &Rules::new().write_only(["p"]))
    }

    #[test]
    fn phrases_and_operators() {
        assert!(finds("\"displayName:nyst\""));
        assert!(finds("\"displayName:ADA\" AND \"mail:x.com\""));
        assert!(!finds("\"displayName:bao\" OR \"mail:y\""));
        assert!(finds("\"displayName:bao\" OR \"mail:x\" AND \"mail:ada\""));
        assert!(!finds("(\"displayName:bao\" OR \"mail:x\") AND \"mail:b\""));
        assert!(finds("ada") && finds("NOT bao") && !finds("secret"));
        assert!(!finds("\"a\\\"b\""));
    }

    #[test]
    fn what_is_no_search() {
        for text in
            ["", "\"", "\"a:b", "displayName:ada", "\"a\" AND", "OR \"a\"", "(\"a\"", "\"a\")", "\"\"", "\"a:\""]
        {
            assert!(Search::parse(text).is_err(), "{text}");
        }
    }
}
