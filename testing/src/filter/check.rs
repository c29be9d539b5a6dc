//! Whether every name in an expression exists, before there is an item to try it on.

use super::tree::{Expression, Path, Step};
use crate::errors::Refusal;
use crate::shape::Shape;

/// Refuses names that the resource cannot have, and write-only properties.
pub(crate) fn check(expression: &Expression, of: &Shape<'_>) -> Result<(), Refusal> {
    Check { of, variables: Vec::new() }.expression(expression)
}

struct Check<'s> {
    of: &'s Shape<'s>,
    variables: Vec<Shape<'s>>,
}

impl<'s> Check<'s> {
    fn expression(&mut self, expression: &Expression) -> Result<(), Refusal> {
        match expression {
            Expression::Literal(_) => Ok(()),
            Expression::Path(path) | Expression::Count(path) => self.path(path).map(drop),
            Expression::Not(inner) => self.expression(inner),
            Expression::And(left, right)
            | Expression::Or(left, right)
            | Expression::Compare(_, left, right)
            | Expression::Has(left, right) => {
                self.expression(left)?;
                self.expression(right)
            }
            Expression::In(left, _) => self.expression(left),
            Expression::Call(_, arguments) => arguments.iter().try_for_each(|argument| self.expression(argument)),
            Expression::Lambda(lambda) => {
                let items = self.path(&lambda.over)?;
                let Some(condition) = &lambda.condition else { return Ok(()) };
                self.variables.push(items);
                let checked = self.expression(condition);
                self.variables.pop();
                checked
            }
        }
    }

    fn path(&self, path: &Path) -> Result<Shape<'s>, Refusal> {
        let mut shape = match path.variable {
            None => self.of.clone(),
            Some(variable) => self.variables.get(variable).unwrap_or(self.of).clone(),
        };
        for step in &path.steps {
            if let Step::Member(name) = step {
                shape = shape.member(name)?;
                if shape.is_hidden() {
                    return Err(Refusal::bad_request(format!("the property '{name}' can only be written")));
                }
            }
        }
        Ok(shape)
    }
}
