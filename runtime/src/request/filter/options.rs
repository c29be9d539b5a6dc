//! What is asked about items, as options of a query.

use crate::error::ErrorKind;
use crate::request::filter::term::Term;
use crate::request::query::{QueryOptions, is_closed};

/// Why an option cannot be sent.
pub(crate) type Refused = (ErrorKind, String);

fn refused(why: &str) -> Refused {
    (ErrorKind::Query, why.to_owned())
}

impl QueryOptions {
    /// Adds a condition to those that are asked for.
    pub(crate) fn add_filter(&mut self, term: Term) -> Result<(), Refused> {
        let text = term.finish().map_err(refused)?;
        let text = match self.get("$filter") {
            Some(before) => format!("({before})%20and%20({text})"),
            None => text,
        };
        self.set_encoded("$filter", text);
        Ok(())
    }

    /// Adds a key after those that items are ordered by.
    pub(crate) fn add_order(&mut self, term: Term) -> Result<(), Refused> {
        let text = term.finish().map_err(refused)?;
        let text = match self.get("$orderby") {
            Some(before) => format!("{before},{text}"),
            None => text,
        };
        self.set_encoded("$orderby", text);
        Ok(())
    }

    pub(crate) fn set_search(&mut self, term: Term) -> Result<(), Refused> {
        self.set_encoded("$search", term.finish().map_err(refused)?);
        Ok(())
    }

    pub(crate) fn set_number(&mut self, name: &'static str, number: u32) {
        self.set_encoded(name, number.to_string());
    }

    pub(crate) fn set_count(&mut self) {
        self.set_encoded("$count", "true".to_owned());
    }

    /// Whether the option ends where it should among those of an `$expand`.
    pub(crate) fn check_closed(&self, name: &str) -> Result<(), Refused> {
        match self.get(name) {
            Some(value) if !is_closed(value) => Err(refused(&format!(
                "the value of `{name}` in `$expand` has a `;`, a parenthesis or a quote without its counterpart; put text \
                 in quotes"
            ))),
            _ => Ok(()),
        }
    }
}
