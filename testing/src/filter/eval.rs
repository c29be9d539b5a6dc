//! An expression applied to one item.
//!
//! Conditions have three values: what is said of null is null, and `not` leaves it so. An item is in the result where
//! the whole is true.

use std::borrow::Cow;

use serde_json::Value;

use super::compare::{Datum, compare, has};
use super::literal::Literal;
use super::number::Number;
use super::tree::{Comparison, Expression, Function, Lambda, Path, Step};
use crate::errors::Refusal;
use crate::patch::Object;
use crate::relation::Related;
use crate::store::{Found, Store};

/// Whether the item is in the result.
pub(crate) fn holds(expression: &Expression, item: Found<'_>, store: &Store) -> Result<bool, Refusal> {
    let mut evaluation = Evaluation { store, item, variables: Vec::new() };
    Ok(evaluation.condition(expression)? == Some(true))
}

/// The value of an expression for an item.
pub(crate) fn value_of<'s>(
    expression: &'s Expression,
    item: Found<'s>,
    store: &'s Store,
) -> Result<Datum<'s>, Refusal> {
    Evaluation { store, item, variables: Vec::new() }.value(expression)
}

/// Where a path leads.
#[derive(Clone)]
enum Node<'s> {
    Null,
    Value(&'s Value),
    Entity(Found<'s>),
    Many(Vec<Node<'s>>),
}

struct Evaluation<'s> {
    store: &'s Store,
    item: Found<'s>,
    variables: Vec<Node<'s>>,
}

impl<'s> Evaluation<'s> {
    fn condition(&mut self, expression: &'s Expression) -> Result<Option<bool>, Refusal> {
        match expression {
            Expression::Not(inner) => Ok(self.condition(inner)?.map(|value| !value)),
            Expression::And(left, right) => Ok(match (self.condition(left)?, self.condition(right)?) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            }),
            Expression::Or(left, right) => Ok(match (self.condition(left)?, self.condition(right)?) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            }),
            Expression::Compare(operator, left, right) => {
                compare(*operator, &self.value(left)?, &self.value(right)?).map(Some)
            }
            Expression::Has(left, right) => has(&self.value(left)?, &self.value(right)?),
            Expression::In(left, list) => {
                let left = self.value(left)?;
                for item in list {
                    if compare(Comparison::Equal, &left, &self.value(item)?)? {
                        return Ok(Some(true));
                    }
                }
                Ok(Some(false))
            }
            Expression::Lambda(lambda) => self.lambda(lambda).map(Some),
            Expression::Literal(_) | Expression::Path(_) | Expression::Count(_) | Expression::Call(..) => {
                match self.value(expression)? {
                    Datum::Null => Ok(None),
                    Datum::Boolean(value) => Ok(Some(value)),
                    other => {
                        let what = other.what();
                        Err(Refusal::bad_request(format!("a condition is expected, and {what} is none")))
                    }
                }
            }
        }
    }

    fn value(&mut self, expression: &'s Expression) -> Result<Datum<'s>, Refusal> {
        match expression {
            Expression::Literal(literal) => Ok(Datum::of_literal(literal)),
            Expression::Path(path) => Ok(match self.node(path)? {
                Node::Null => Datum::Null,
                Node::Value(value) => Datum::of(value),
                Node::Entity(_) => Datum::Object,
                Node::Many(_) => Datum::Collection,
            }),
            Expression::Count(path) => Ok(Datum::Number(Number::from(self.items(path)?.len()))),
            Expression::Call(function, arguments) => self.call(*function, arguments),
            _ => Ok(self.condition(expression)?.map_or(Datum::Null, Datum::Boolean)),
        }
    }

    fn call(&mut self, function: Function, arguments: &'s [Expression]) -> Result<Datum<'s>, Refusal> {
        let mut texts = Vec::new();
        for argument in arguments {
            match self.value(argument)? {
                Datum::Null => return Ok(Datum::Null),
                Datum::Data(text) => texts.push(text),
                Datum::Literal(Literal::Text(text)) => texts.push(Cow::Borrowed(text.as_str())),
                other => {
                    let what = other.what();
                    return Err(Refusal::bad_request(format!("the function '{function:?}' takes texts, not {what}")));
                }
            }
        }
        let first = texts.first().map(Cow::as_ref).unwrap_or_default();
        let second = texts.get(1).map(Cow::as_ref).unwrap_or_default();
        Ok(match function {
            Function::Contains => Datum::Boolean(first.contains(second)),
            Function::StartsWith => Datum::Boolean(first.starts_with(second)),
            Function::EndsWith => Datum::Boolean(first.ends_with(second)),
            Function::Length => Datum::Number(Number::from(first.chars().count())),
            Function::ToLower => Datum::Data(Cow::Owned(first.to_lowercase())),
            Function::ToUpper => Datum::Data(Cow::Owned(first.to_uppercase())),
            Function::Trim => Datum::Data(Cow::Owned(first.trim().to_owned())),
            Function::Concat => Datum::Data(Cow::Owned(format!("{first}{second}"))),
            Function::IndexOf => Datum::Number(match first.find(second) {
                Some(at) => Number::from(first[..at].chars().count()),
                None => Number::parse("-1").unwrap_or(Number::NaN),
            }),
        })
    }

    fn lambda(&mut self, lambda: &'s Lambda) -> Result<bool, Refusal> {
        let items = self.items(&lambda.over)?;
        let Some(condition) = &lambda.condition else { return Ok(!items.is_empty()) };
        for item in items {
            self.variables.push(item);
            let holds = self.condition(condition);
            self.variables.pop();
            if (holds? == Some(true)) != lambda.all {
                return Ok(!lambda.all);
            }
        }
        Ok(lambda.all)
    }

    /// The items of a collection. Null, and a collection that is not there, have none.
    fn items(&self, path: &Path) -> Result<Vec<Node<'s>>, Refusal> {
        match self.node(path)? {
            Node::Null | Node::Value(Value::Null) => Ok(Vec::new()),
            Node::Many(items) => Ok(items),
            Node::Value(Value::Array(items)) => Ok(items.iter().map(Node::Value).collect()),
            Node::Value(_) | Node::Entity(_) => {
                Err(Refusal::bad_request("'any', 'all' and '$count' need a collection"))
            }
        }
    }

    fn node(&self, path: &Path) -> Result<Node<'s>, Refusal> {
        let mut node = match path.variable {
            None => Node::Entity(self.item),
            Some(variable) => self.variables.get(variable).cloned().unwrap_or(Node::Null),
        };
        for step in &path.steps {
            node = match step {
                Step::Member(name) => self.member(&node, name)?,
                Step::Cast(type_name) => cast(node, type_name),
            };
        }
        Ok(node)
    }

    fn member(&self, node: &Node<'s>, name: &str) -> Result<Node<'s>, Refusal> {
        let of_object = |object: &'s Object| object.get(name).map_or(Node::Null, Node::Value);
        match node {
            Node::Null | Node::Value(Value::Null) => Ok(Node::Null),
            Node::Value(Value::Object(object)) => Ok(of_object(object)),
            Node::Entity(found) => Ok(match self.store.related(found.path, name) {
                None => of_object(&found.entity.value),
                Some(Related::One(one)) => one.map_or(Node::Null, Node::Entity),
                Some(Related::Many(many)) => Node::Many(many.into_iter().map(Node::Entity).collect()),
            }),
            Node::Many(_) | Node::Value(Value::Array(_)) => {
                Err(Refusal::bad_request(format!("'{name}' is asked of a collection; use 'any' or 'all'")))
            }
            Node::Value(_) => Err(Refusal::bad_request(format!("a simple value has no member '{name}'"))),
        }
    }
}

/// What is of another type is null; of a collection, the items of the type stay.
fn cast<'s>(node: Node<'s>, type_name: &str) -> Node<'s> {
    let is_of_type = |node: &Node<'s>| match node {
        Node::Value(Value::Object(object)) => is_of_type(object, type_name),
        Node::Entity(found) => is_of_type(&found.entity.value, type_name),
        _ => false,
    };
    match node {
        Node::Many(items) => Node::Many(items.into_iter().filter(is_of_type).collect()),
        Node::Value(Value::Array(items)) => Node::Many(items.iter().map(Node::Value).filter(is_of_type).collect()),
        one if is_of_type(&one) => one,
        _ => Node::Null,
    }
}

/// Whether an object says that it is of the type with this qualified name.
pub(crate) fn is_of_type(object: &Object, type_name: &str) -> bool {
    let said = object.get("@odata.type").and_then(Value::as_str);
    said.is_some_and(|said| said.rsplit('#').next() == Some(type_name))
}
