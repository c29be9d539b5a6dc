//! What `$expand` asks for: related entities, and options of their own for each.

use core::fmt;
use core::marker::PhantomData;

use crate::codec::compound::Compound;
use crate::codec::derived::Structured;
use crate::error::{Error, ErrorKind};
use crate::request::filter::condition::Filter;
use crate::request::filter::options::Refused;
use crate::request::filter::order_by::OrderBy;
use crate::request::filter::search::SearchBy;
use crate::request::query::{QueryOptions, entries, is_closed, is_same_option};
use crate::request::select::{PropertyOf, Selection, select_declared};
use crate::resource::derived_from::{Declares, DerivedFrom};
use crate::resource::property::NavigationProperty;

/// A navigation property of `R` to be expanded into entities of type `T`, with options of its own.
///
/// Where there are none, the handle of the property does.
///
/// # Examples
///
/// ```
/// use graph_resource::{Expand, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub display_name: Option<String>,
///     #[graph_resource(navigation)]
///     pub manager: Option<Box<User>>,
///     #[graph_resource(navigation)]
///     pub direct_reports: Option<Vec<User>>,
/// }
///
/// let user = User::props();
/// let reports = Expand::of(user.direct_reports).select(user.display_name).expand(user.manager).top(5);
/// let request = User::at("87d349ed").get().expand(reports).to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(
///     request.uri().query(),
///     Some("$expand=directReports($select=id,displayName;$expand=manager;$top=5)"),
/// );
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: OData URL Conventions 4.01, section 5.1.3; Microsoft Graph, "use query parameters", `$expand`.
#[must_use = "it asks for nothing until a request takes it"]
pub struct Expand<R, T> {
    pub(crate) expansion: Expansion,
    of: PhantomData<fn() -> (R, T)>,
}

impl<R: Structured, T> Expand<R, T> {
    /// Expands this property.
    pub fn of<K>(property: NavigationProperty<R, T, K>) -> Self {
        let expansion = Expansion { name: property.name(), ..Expansion::default() };
        Self { expansion, of: PhantomData }
    }
}

impl<R, T> Expand<R, T> {
    /// Asks for this property of the related entities, the key, and others that are asked for, alone. The type of the
    /// field is still to be made of it: what is neither asked for nor nullable needs `default`.
    pub fn select(mut self, property: impl PropertyOf<T>) -> Self {
        let Expansion { select, query, .. } = &mut self.expansion;
        let is_first = select.is_empty();
        property.add_to(&mut Selection { select, query }, is_first);
        self
    }

    /// Asks for the properties that the struct of the related entities declares, and no others. Of a union, for those of its
    /// base, and by the names of their types for those of its variants.
    ///
    /// A struct with a field `additional` cannot be selected by its fields: [`Request::to_http`] says so.
    ///
    /// [`Request::to_http`]: crate::Request::to_http
    pub fn select_declared(mut self) -> Self
    where
        T: Compound,
    {
        let Expansion { select, query, .. } = &mut self.expansion;
        if let Err(why) = select_declared::<T>(&mut Selection { select, query }) {
            self.expansion.refuse(ErrorKind::Encode, why);
        }
        self
    }

    /// Expands a navigation property of the related entities. Not every service goes as deep.
    pub fn expand(mut self, expand: impl Expands<T>) -> Self {
        expand.expansion().0.add_to(&mut self.expansion.expand);
        self
    }

    /// Asks for related entities of which this holds, of a collection: `$filter`. A further call asks for those of which
    /// both hold. Directory objects take no options in `$expand`.
    pub fn filter<B>(mut self, filter: Filter<B>) -> Self
    where
        T: DerivedFrom<B>,
    {
        let added = self.expansion.query.add_filter(filter.term);
        let added = added.and_then(|()| self.expansion.query.check_closed("$filter"));
        self.or_refused(added)
    }

    /// Orders the related entities: `$orderby`. A further call adds a key after those before.
    pub fn order_by(mut self, by: impl OrderBy<T>) -> Self {
        let added = self.expansion.query.add_order(by.into_term().0);
        self.or_refused(added)
    }

    /// Looks for a phrase, or for several, among the related entities: `$search`.
    pub fn search(mut self, search: impl SearchBy<T>) -> Self {
        let set = self.expansion.query.set_search(search.into_term().0);
        self.or_refused(set)
    }

    /// Asks for so many related entities: `$top`. Where there are more, the answer has a link to them.
    pub fn top(mut self, items: u32) -> Self {
        self.expansion.query.set_number("$top", items);
        self
    }

    /// Leaves out so many related entities at the beginning: `$skip`.
    pub fn skip(mut self, items: u32) -> Self {
        self.expansion.query.set_number("$skip", items);
        self
    }

    /// Asks how many related entities there are: `$count=true`. [`Fetched::count_of`](crate::Fetched::count_of) tells it.
    pub fn count(mut self) -> Self {
        self.expansion.query.set_count();
        self
    }

    fn or_refused(mut self, set: Result<(), Refused>) -> Self {
        if let Err((kind, why)) = set {
            self.expansion.refuse(kind, why);
        }
        self
    }

    /// Adds another query option for the related entities: `.query("$levels", 2)`. The value is percent-encoded. One that was
    /// added before under the same name is replaced; `$select` and `$expand` name more than the methods of these names.
    ///
    /// A value that would end the options, by a parenthesis or a semicolon outside of quotes, makes
    /// [`Request::to_http`](crate::Request::to_http) fail.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        let value = value.to_string();
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"$@_-.".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_name) {
            self.expansion.refuse(ErrorKind::Query, "an option in `$expand` has a name that cannot be sent".to_owned());
        } else if is_closed(&value) {
            self.expansion.query.set(name, &value);
        } else {
            let why = format!(
                "the value of `{name}` in `$expand` has a `;`, a parenthesis or a quote without its counterpart; put text \
                 in quotes"
            );
            self.expansion.refuse(ErrorKind::Query, why);
        }
        self
    }
}

/// What can be expanded of an `R`: a navigation property, or an [`Expand`] of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be expanded of a `{R}`",
    label = "neither a navigation property of a `{R}` nor an `Expand` of one",
    note = "a relationship is a field marked `navigation`; other properties are selected"
)]
pub trait Expands<R> {
    #[doc(hidden)]
    fn expansion(self) -> ExpansionOut;
}

/// An expansion on its way into a request.
pub struct ExpansionOut(pub(crate) Expansion);

#[diagnostic::do_not_recommend]
impl<R: Declares<B>, B, T> Expands<R> for Expand<B, T> {
    fn expansion(self) -> ExpansionOut {
        ExpansionOut(self.expansion.of_type(R::qualifier()))
    }
}

#[diagnostic::do_not_recommend]
impl<R: Declares<B>, B: Structured, T, K> Expands<R> for NavigationProperty<B, T, K> {
    fn expansion(self) -> ExpansionOut {
        Expands::<R>::expansion(Expand::of(self))
    }
}

impl<R: Structured, T, K> From<NavigationProperty<R, T, K>> for Expand<R, T> {
    fn from(property: NavigationProperty<R, T, K>) -> Self {
        Self::of(property)
    }
}

impl<R, T> Clone for Expand<R, T> {
    fn clone(&self) -> Self {
        Self { expansion: self.expansion.clone(), of: PhantomData }
    }
}

impl<R, T> fmt::Debug for Expand<R, T> {
    /// Names the property; shows no option's value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expand").field(&self.expansion.name).finish()
    }
}

/// The same without types.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Expansion {
    /// The type that declares the property, where not all are of it.
    of: Option<&'static str>,
    name: &'static str,
    select: Vec<&'static str>,
    expand: Vec<Self>,
    query: QueryOptions,
    /// Why nothing can be asked for.
    refused: Option<(ErrorKind, String)>,
}

impl Expansion {
    fn refuse(&mut self, kind: ErrorKind, why: String) {
        self.refused.get_or_insert((kind, why));
    }

    /// Of a property that only values of this type have.
    pub(crate) fn of_type(self, of: Option<&'static str>) -> Self {
        Self { of, ..self }
    }

    /// Whether it is written so: `manager`, `microsoft.graph.user/manager`.
    fn is_called(&self, name: &str) -> bool {
        match self.of.map(|of| of.trim_start_matches('#')) {
            None => self.name == name,
            Some(of) => name.strip_prefix(of).and_then(|rest| rest.strip_prefix('/')) == Some(self.name),
        }
    }

    /// Adds this one; one of the same property is replaced, since none may be named twice.
    pub(crate) fn add_to(self, expansions: &mut Vec<Self>) {
        match expansions.iter_mut().find(|other| (other.of, other.name) == (self.of, self.name)) {
            Some(other) => *other = self,
            None => expansions.push(self),
        }
    }

    /// Writes them in a row: `manager,sessions($select=id;$expand=segments)`.
    pub(crate) fn write_all(expansions: &[Self], to: &mut String) -> Result<(), Error> {
        for (index, expansion) in expansions.iter().enumerate() {
            if index > 0 {
                to.push(',');
            }
            expansion.write(to)?;
        }
        Ok(())
    }

    fn write(&self, to: &mut String) -> Result<(), Error> {
        if let Some((kind, why)) = &self.refused {
            return Err(Error::new(*kind, why.clone()));
        }
        if let Some(of) = self.of {
            to.push_str(of.trim_start_matches('#'));
            to.push('/');
        }
        to.push_str(self.name);
        if write_options(&self.select, &self.expand, &self.query, ['(', ';'], to)? {
            to.push(')');
        }
        Ok(())
    }
}

/// Writes the options of a query, and says whether there are any. The first character stands before the first option, the
/// second between two of them. No option occurs twice: what the text of an option names goes with what is named already.
pub(crate) fn write_options(
    select: &[&'static str],
    expand: &[Expansion],
    query: &QueryOptions,
    [begin, between]: [char; 2],
    to: &mut String,
) -> Result<bool, Error> {
    let mut separator = begin;
    for (index, name) in select.iter().enumerate() {
        if index == 0 {
            to.push(separator);
            to.push_str("$select=");
        } else {
            to.push(',');
        }
        to.push_str(name);
        separator = between;
    }
    if !select.is_empty() {
        let more = query.get("$select").unwrap_or_default();
        for name in more.split(',').filter(|name| !name.is_empty() && !select.contains(name)) {
            to.push(',');
            to.push_str(name);
        }
    }
    if !expand.is_empty() {
        to.push(separator);
        to.push_str("$expand=");
        Expansion::write_all(expand, to)?;
        write_further(expand, query.get("$expand").unwrap_or_default(), to)?;
        separator = between;
    }
    for (name, value) in query.iter() {
        let is_written = (!select.is_empty() && is_same_option(name, "$select"))
            || (!expand.is_empty() && is_same_option(name, "$expand"));
        if !is_written {
            to.push(separator);
            to.push_str(name);
            to.push('=');
            to.push_str(value);
            separator = between;
        }
    }
    Ok(separator == between)
}

/// Writes what the text of an `$expand` names beside these expansions.
fn write_further(expansions: &[Expansion], more: &str, to: &mut String) -> Result<(), Error> {
    for entry in entries(more).into_iter().filter(|entry| !entry.is_empty()) {
        let name = entry.split('(').next().unwrap_or_default();
        let Some(same) = expansions.iter().find(|expansion| expansion.is_called(name)) else {
            to.push(',');
            to.push_str(entry);
            continue;
        };
        let mut text = String::new();
        same.write(&mut text)?;
        if text != entry {
            let why = format!("`$expand` names `{name}` twice, with different options; give all options at one place");
            return Err(Error::new(ErrorKind::Query, why));
        }
    }
    Ok(())
}
