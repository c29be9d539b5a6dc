//! Recursive descent over the tokens, one function for each level of precedence.
//!
//! From the loosest to the tightest: `or`, `and`, `eq ne`, `gt ge lt le`, `not`, then `has` and `in`.
//!
//! Source: OData URL Conventions 4.01, section 5.1.1.16 (operator precedence).

use super::lexer::{Kind, Malformed, Token, malformed, tokens};
use super::literal::Literal;
use super::tree::{Comparison, Expression, Function, Key, Lambda, Path, Step};

/// Parentheses, lambdas and negations within each other; more would be an attack on the stack.
const DEPTH: usize = 60;

/// Operators of one expression.
const OPERATORS: usize = 1_000;

/// Reads a whole `$filter`.
pub(crate) fn parse(text: &str) -> Result<Expression, Malformed> {
    let mut parser = Parser::new(text)?;
    let expression = parser.or()?;
    parser.end()?;
    condition(expression, 0)
}

/// Reads a whole `$orderby`: `displayName desc,address/city`.
pub(crate) fn parse_keys(text: &str) -> Result<Vec<Key>, Malformed> {
    let mut parser = Parser::new(text)?;
    let mut keys = Vec::new();
    loop {
        let at = parser.at();
        let by = parser.unary()?;
        if matches!(by, Expression::Literal(_) | Expression::Lambda(_)) {
            return malformed(at, "items cannot be ordered by this");
        }
        let descending = parser.word("desc");
        if !descending {
            parser.word("asc");
        }
        keys.push(Key { by, descending });
        if !parser.mark(',') {
            parser.end()?;
            return Ok(keys);
        }
    }
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    end: usize,
    variables: Vec<String>,
    depth: usize,
    operators: usize,
}

impl Parser {
    fn new(text: &str) -> Result<Self, Malformed> {
        let tokens = tokens(text)?;
        Ok(Self { tokens, next: 0, end: text.chars().count(), variables: Vec::new(), depth: 0, operators: 0 })
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |token| token.at)
    }

    fn kind(&self) -> Option<&Kind> {
        self.tokens.get(self.next).map(|token| &token.kind)
    }

    fn mark(&mut self, mark: char) -> bool {
        let is_next = self.kind() == Some(&Kind::Mark(mark));
        self.next += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, mark: char) -> Result<(), Malformed> {
        if self.mark(mark) {
            return Ok(());
        }
        malformed(self.at(), format!("'{mark}' is expected"))
    }

    /// Takes an operator. Its case says nothing; white space must stand before it, unless a parenthesis does.
    fn word(&mut self, word: &str) -> bool {
        let Some(Token { kind: Kind::Word(found), spaced, .. }) = self.tokens.get(self.next) else { return false };
        let after = self.next.checked_sub(1).and_then(|before| self.tokens.get(before)).map(|token| &token.kind);
        let stands_alone = *spaced || matches!(after, None | Some(Kind::Mark('(' | ')' | ',' | ':')));
        let is_next = stands_alone && found.eq_ignore_ascii_case(word);
        self.next += usize::from(is_next);
        is_next
    }

    fn end(&self) -> Result<(), Malformed> {
        match self.kind() {
            None => Ok(()),
            Some(Kind::Word(word)) if is_arithmetic(word) => {
                malformed(self.at(), format!("the embedded Graph has no operator '{word}'"))
            }
            Some(_) => malformed(self.at(), "an operator or the end is expected"),
        }
    }

    fn deeper<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T, Malformed>) -> Result<T, Malformed> {
        if self.depth == DEPTH {
            return malformed(self.at(), format!("the expression is nested more than {DEPTH} levels deep"));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn one_more(&mut self) -> Result<(), Malformed> {
        self.operators += 1;
        if self.operators > OPERATORS {
            return malformed(self.at(), format!("the expression has more than {OPERATORS} operators"));
        }
        Ok(())
    }

    fn or(&mut self) -> Result<Expression, Malformed> {
        self.chain("or", Self::and, Expression::Or)
    }

    fn and(&mut self) -> Result<Expression, Malformed> {
        self.chain("and", Self::equality, Expression::And)
    }

    fn chain(
        &mut self,
        operator: &str,
        operand: fn(&mut Self) -> Result<Expression, Malformed>,
        join: fn(Box<Expression>, Box<Expression>) -> Expression,
    ) -> Result<Expression, Malformed> {
        let at = self.at();
        let mut left = operand(self)?;
        while self.word(operator) {
            self.one_more()?;
            left = condition(left, at)?;
            let at = self.at();
            let right = operand(self)?;
            left = join(Box::new(left), Box::new(condition(right, at)?));
        }
        Ok(left)
    }

    fn equality(&mut self) -> Result<Expression, Malformed> {
        const OPERATORS: [(&str, Comparison); 2] = [("eq", Comparison::Equal), ("ne", Comparison::NotEqual)];
        self.comparison(&OPERATORS, Self::relation)
    }

    fn relation(&mut self) -> Result<Expression, Malformed> {
        const OPERATORS: [(&str, Comparison); 4] = [
            ("gt", Comparison::Greater),
            ("ge", Comparison::GreaterOrEqual),
            ("lt", Comparison::Less),
            ("le", Comparison::LessOrEqual),
        ];
        self.comparison(&OPERATORS, Self::unary)
    }

    fn comparison(
        &mut self,
        operators: &[(&str, Comparison)],
        operand: fn(&mut Self) -> Result<Expression, Malformed>,
    ) -> Result<Expression, Malformed> {
        let mut left = operand(self)?;
        while let Some((_, operator)) = operators.iter().find(|(word, _)| self.word(word)) {
            self.one_more()?;
            let right = operand(self)?;
            left = Expression::Compare(*operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expression, Malformed> {
        if self.word("not") {
            let at = self.at();
            let inner = self.deeper(Self::unary)?;
            return Ok(Expression::Not(Box::new(condition(inner, at)?)));
        }
        let mut left = self.primary()?;
        loop {
            if self.word("has") {
                self.one_more()?;
                let at = self.at();
                let right = self.primary()?;
                if !matches!(right, Expression::Literal(Literal::Text(_) | Literal::Members(_) | Literal::Null)) {
                    return malformed(at, "the members of an enumeration are expected after 'has'");
                }
                left = Expression::Has(Box::new(left), Box::new(right));
            } else if self.word("in") {
                self.one_more()?;
                left = Expression::In(Box::new(left), self.list()?);
            } else {
                return Ok(left);
            }
        }
    }

    /// `('a','b')`.
    fn list(&mut self) -> Result<Vec<Expression>, Malformed> {
        self.expect('(')?;
        let mut items = Vec::new();
        loop {
            let at = self.at();
            match self.primary()? {
                item @ Expression::Literal(_) => items.push(item),
                _ => return malformed(at, "a literal is expected in the list of 'in'"),
            }
            if !self.mark(',') {
                self.expect(')')?;
                return Ok(items);
            }
        }
    }

    fn primary(&mut self) -> Result<Expression, Malformed> {
        let at = self.at();
        if self.mark('(') {
            let inner = self.deeper(Self::or)?;
            self.expect(')')?;
            return Ok(inner);
        }
        match self.kind().cloned() {
            Some(Kind::Literal(literal)) => {
                self.next += 1;
                Ok(Expression::Literal(literal))
            }
            Some(Kind::Word(word)) => {
                self.next += 1;
                if self.kind() == Some(&Kind::Mark('(')) {
                    return self.deeper(|parser| parser.call(&word, at));
                }
                self.path(word, at)
            }
            _ => malformed(at, "a property, a literal or a function is expected"),
        }
    }

    fn call(&mut self, name: &str, at: usize) -> Result<Expression, Malformed> {
        let found = Function::ALL.iter().find(|(word, ..)| word.eq_ignore_ascii_case(name));
        let Some((_, function, arity)) = found else {
            return malformed(at, format!("the embedded Graph has no function '{name}'"));
        };
        self.expect('(')?;
        let mut arguments = Vec::new();
        loop {
            arguments.push(self.or()?);
            if !self.mark(',') {
                break;
            }
        }
        self.expect(')')?;
        if arguments.len() != *arity {
            return malformed(at, format!("the function '{name}' has {arity} parameters, not {}", arguments.len()));
        }
        Ok(Expression::Call(*function, arguments))
    }

    fn path(&mut self, first: String, at: usize) -> Result<Expression, Malformed> {
        let variable = self.variables.iter().rposition(|variable| *variable == first);
        let mut path = Path { variable, steps: Vec::new() };
        if variable.is_none() && first != "$it" {
            path.steps.push(step(first, at)?);
        }
        while self.mark('/') {
            let at = self.at();
            let Some(Kind::Word(word)) = self.kind().cloned() else {
                return malformed(at, "a name is expected after '/'");
            };
            self.next += 1;
            match word.as_str() {
                "$count" => return Ok(Expression::Count(path)),
                "any" | "all" if self.kind() == Some(&Kind::Mark('(')) => {
                    return self.deeper(|parser| parser.lambda(path, word == "all"));
                }
                _ => path.steps.push(step(word, at)?),
            }
        }
        if matches!(path.steps.last(), Some(Step::Cast(_))) {
            return malformed(at, "a path cannot end with a type");
        }
        Ok(Expression::Path(path))
    }

    fn lambda(&mut self, over: Path, all: bool) -> Result<Expression, Malformed> {
        self.expect('(')?;
        if self.mark(')') {
            if all {
                return malformed(self.at(), "'all' needs a condition");
            }
            return Ok(Expression::Lambda(Box::new(Lambda { over, all, condition: None })));
        }
        let at = self.at();
        let Some(Kind::Word(variable)) = self.kind().cloned() else {
            return malformed(at, "the name of a variable is expected");
        };
        if variable.contains(['.', '$', '@']) {
            return malformed(at, format!("'{variable}' cannot be the name of a variable"));
        }
        self.next += 1;
        self.expect(':')?;
        self.variables.push(variable);
        let at = self.at();
        let body = self.or()?;
        let condition = condition(body, at)?;
        self.variables.pop();
        self.expect(')')?;
        Ok(Expression::Lambda(Box::new(Lambda { over, all, condition: Some(condition) })))
    }
}

fn condition(expression: Expression, at: usize) -> Result<Expression, Malformed> {
    if expression.can_be_condition() {
        return Ok(expression);
    }
    malformed(at, "a condition is expected, which is true or false")
}

fn step(word: String, at: usize) -> Result<Step, Malformed> {
    if word.contains(['$', '@']) {
        return malformed(at, format!("'{word}' is no property"));
    }
    if !word.contains('.') {
        return Ok(Step::Member(word));
    }
    if word.split('.').any(str::is_empty) {
        return malformed(at, format!("'{word}' is no name of a type"));
    }
    Ok(Step::Cast(word))
}

fn is_arithmetic(word: &str) -> bool {
    ["add", "sub", "mul", "div", "divby", "mod"].contains(&word)
}

#[cfg(test)]
mod tests;
