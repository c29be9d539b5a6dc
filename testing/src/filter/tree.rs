//! Expressions as the service evaluates them.

use super::literal::Literal;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    Literal(Literal),
    Path(Path),
    /// The number of items of a collection: `members/$count`.
    Count(Path),
    Not(Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    Compare(Comparison, Box<Expression>, Box<Expression>),
    Has(Box<Expression>, Box<Expression>),
    In(Box<Expression>, Vec<Expression>),
    Call(Function, Vec<Expression>),
    Lambda(Box<Lambda>),
}

/// `tags/any(t:t eq 'x')`. Without a condition, `any()` asks whether there is an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lambda {
    pub(crate) over: Path,
    pub(crate) all: bool,
    pub(crate) condition: Option<Expression>,
}

/// A path from the item that is looked at, or from the variable of a lambda: 0 is the outermost one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Path {
    pub(crate) variable: Option<usize>,
    pub(crate) steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Member(String),
    /// The qualified name of a type, without `#`.
    Cast(String),
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Function {
    Contains,
    StartsWith,
    EndsWith,
    Length,
    ToLower,
    ToUpper,
    Trim,
    Concat,
    IndexOf,
}

impl Function {
    pub(super) const ALL: [(&str, Self, usize); 9] = [
        ("contains", Self::Contains, 2),
        ("startswith", Self::StartsWith, 2),
        ("endswith", Self::EndsWith, 2),
        ("length", Self::Length, 1),
        ("tolower", Self::ToLower, 1),
        ("toupper", Self::ToUpper, 1),
        ("trim", Self::Trim, 1),
        ("concat", Self::Concat, 2),
        ("indexof", Self::IndexOf, 2),
    ];

    pub(crate) fn is_condition(self) -> bool {
        matches!(self, Self::Contains | Self::StartsWith | Self::EndsWith)
    }
}

/// One key of `$orderby`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) by: Expression,
    pub(crate) descending: bool,
}

impl Expression {
    /// Whether the value can be true or false. Of a path, only the data can tell.
    pub(crate) fn can_be_condition(&self) -> bool {
        match self {
            Self::Literal(literal) => matches!(literal, Literal::Boolean(_) | Literal::Null),
            Self::Count(_) => false,
            Self::Call(function, _) => function.is_condition(),
            _ => true,
        }
    }

    /// All expressions in it, itself first.
    pub(crate) fn any(&self, is_wanted: &impl Fn(&Self) -> bool) -> bool {
        is_wanted(self)
            || match self {
                Self::Literal(_) | Self::Path(_) | Self::Count(_) => false,
                Self::Not(inner) => inner.any(is_wanted),
                Self::And(left, right)
                | Self::Or(left, right)
                | Self::Compare(_, left, right)
                | Self::Has(left, right) => left.any(is_wanted) || right.any(is_wanted),
                Self::In(left, list) => left.any(is_wanted) || list.iter().any(|item| item.any(is_wanted)),
                Self::Call(_, arguments) => arguments.iter().any(|argument| argument.any(is_wanted)),
                Self::Lambda(lambda) => lambda.condition.as_ref().is_some_and(|condition| condition.any(is_wanted)),
            }
    }
}
