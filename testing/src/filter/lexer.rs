//! The text of an expression as tokens.

use super::literal::{Literal, is_guid};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Where it begins: the number of characters before it.
    pub(super) at: usize,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A name, an operator, or a qualified name: `displayName`, `eq`, `microsoft.graph.user`, `$count`.
    Word(String),
    Literal(Literal),
    /// One of `( ) , / :`.
    Mark(char),
}

/// Why a text is no expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Malformed {
    pub(super) at: usize,
    pub(super) what: String,
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "syntax error at position {}: {}", self.at, self.what)
    }
}

pub(super) fn malformed<T>(at: usize, what: impl Into<String>) -> Result<T, Malformed> {
    Err(Malformed { at, what: what.into() })
}

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Malformed> {
    let mut lexer = Lexer { characters: text.chars().collect(), at: 0 };
    let mut tokens = Vec::new();
    loop {
        let before = lexer.at;
        lexer.take_while(|character| matches!(character, ' ' | '\t'));
        let (at, spaced) = (lexer.at, lexer.at > before);
        let Some(first) = lexer.peek() else { return Ok(tokens) };
        let kind = lexer.token(first)?;
        tokens.push(Token { kind, at, spaced });
    }
}

struct Lexer {
    characters: Vec<char>,
    at: usize,
}

impl Lexer {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn take_while(&mut self, is_part: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.peek().is_some_and(&is_part) {
            self.at += 1;
        }
        self.characters[start..self.at].iter().collect()
    }

    fn token(&mut self, first: char) -> Result<Kind, Malformed> {
        let at = self.at;
        if let Some(guid) = self.guid() {
            return Ok(guid);
        }
        match first {
            '(' | ')' | ',' | '/' | ':' => {
                self.at += 1;
                Ok(Kind::Mark(first))
            }
            '\'' => self.quoted().map(|text| Kind::Literal(Literal::Text(text))),
            '-' | '+' | '0'..='9' => {
                let run = self.take_while(|character| {
                    character.is_ascii_alphanumeric() || matches!(character, '.' | ':' | '+' | '-')
                });
                match Literal::bare(&run) {
                    Some(literal) => Ok(Kind::Literal(literal)),
                    None => malformed(at, format!("'{run}' is no literal")),
                }
            }
            '$' | '_' | '@' => Ok(Kind::Word(self.word())),
            letter if letter.is_alphabetic() => {
                let word = self.word();
                if self.peek() == Some('\'') {
                    let text = self.quoted()?;
                    return match Literal::prefixed(&word, &text) {
                        Some(literal) => Ok(Kind::Literal(literal)),
                        None => malformed(at, format!("'{word}' is no prefix of such a literal")),
                    };
                }
                Ok(Literal::word(&word).map_or(Kind::Word(word), Kind::Literal))
            }
            other => malformed(at, format!("the character '{other}' cannot stand here")),
        }
    }

    fn word(&mut self) -> String {
        self.take_while(|character| character.is_alphanumeric() || matches!(character, '_' | '.' | '$' | '@'))
    }

    /// A GUID may begin with a letter, as a name does.
    fn guid(&mut self) -> Option<Kind> {
        let end = self.at + 36;
        if self.characters.get(self.at + 8) != Some(&'-') {
            return None;
        }
        let text: String = self.characters.get(self.at..end)?.iter().collect();
        let goes_on = self.characters.get(end).is_some_and(|next| next.is_alphanumeric() || matches!(next, '-' | '_'));
        if !is_guid(&text) || goes_on {
            return None;
        }
        self.at = end;
        Some(Kind::Literal(Literal::Guid(text.to_ascii_lowercase())))
    }

    /// A text in quotes; a quote inside is doubled.
    fn quoted(&mut self) -> Result<String, Malformed> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        while let Some(character) = self.peek() {
            self.at += 1;
            if character != '\'' {
                text.push(character);
            } else if self.peek() == Some('\'') {
                self.at += 1;
                text.push('\'');
            } else {
                return Ok(text);
            }
        }
        malformed(start, "the quotation mark is not closed")
    }
}
