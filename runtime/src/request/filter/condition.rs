//! `$filter`: conditions, and how they are joined.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, Not};

use crate::request::filter::term::Term;

/// How tightly a condition holds together: the loosest first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Binding {
    Or,
    And,
    Not,
    Comparison,
    /// A call, or what stands in parentheses.
    Primary,
}

/// A condition on resources, or on complex values, of type `R`: what `$filter` takes.
///
/// It is made of the handles in `R::props()`, and a value without I/O. `&` is *and*, `|` is *or*, `!` is *not*;
/// parentheses are written where they are needed. Values are written as literals of the property's type, quoted and
/// percent-encoded, so that no text in them can change the condition.
///
/// | asked | written |
/// |---|---|
/// | `p.version.eq(7)`, `ne`, `gt`, `ge`, `lt`, `le` | `version eq 7` |
/// | `p.name.is_null()`, `is_not_null()` | `name eq null` |
/// | `p.name.is_one_of(["a", "b"])` | `name in ('a','b')` |
/// | `p.name.starts_with("a")`, `ends_with`, `contains` | `startswith(name,'a')` |
/// | `p.flags.has(Flag::A)` | `flags has 'a'` |
/// | `p.owner.member(Owner::props().id).eq("1")` | `owner/id eq '1'` |
/// | `p.tags.any(item().eq("x"))` | `tags/any(x:x eq 'x')` |
/// | `p.people.any(Person::props().id.eq("1"))` | `people/any(x:x/id eq '1')` |
/// | `p.tags.is_empty()` | `not tags/any()` |
///
/// # Examples
///
/// ```
/// use graph_resource::{DateTimeOffset, Filter, GraphComplex, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/communications/callRecords/<id>")]
/// pub struct CallRecord {
///     pub id: String,
///     pub start_date_time: DateTimeOffset,
///     #[graph_resource(rename = "participants_v2")]
///     pub participants: Vec<Participant>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Participant {
///     pub id: Option<String>,
/// }
///
/// let p = CallRecord::props();
/// let from: DateTimeOffset = "2023-09-25T09:25:00Z".parse()?;
/// let filter = p.start_date_time.ge(from) & p.participants.any(Participant::props().id.eq("821809f5"));
/// let request = CallRecord::collection().list().filter(filter).to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(
///     request.uri().query(),
///     Some("$filter=startDateTime%20ge%202023-09-25T09:25:00Z%20and%20participants_v2/any(x:x/id%20eq%20'821809f5')"),
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// # What only the compiler words
///
/// `&&`, `||` and `==` cannot be given another meaning in Rust: write `&`, `|` and `.eq(…)`. `&` binds tighter than `|`,
/// and both bind looser than a method call, so that `a.eq(1) & b.eq(2) | c.eq(3)` means what it says.
///
/// # Directory objects
///
/// Users, groups, applications, devices and the like need `.eventual()` for `ne`, `!`, `ends_with`, `is_empty` of some
/// collections, and a filter beside `order_by`. A service that was not asked so answers with 400; nothing is guessed here.
///
/// Source: OData URL Conventions 4.01, section 5.1.1; Microsoft Graph, "use the $filter query parameter", "advanced query
/// capabilities on Microsoft Entra ID objects".
#[must_use = "a condition asks for nothing until a request takes it"]
pub struct Filter<R> {
    pub(crate) term: Term,
    binding: Binding,
    of: PhantomData<fn() -> R>,
}

impl<R> Filter<R> {
    pub(crate) fn new(term: Term, binding: Binding) -> Self {
        Self { term, binding, of: PhantomData }
    }

    /// A condition in the words of OData: `Filter::raw("startswith(displayName,'A')")`. It is percent-encoded, and taken as
    /// it is otherwise. Inside of `any(…)`, the item is called `x`; with another `any(…)` inside of that one, `x1`.
    ///
    /// A text from outside goes into it by [`Filter::literal`].
    pub fn raw(text: impl AsRef<str>) -> Self {
        Self::new(Term::raw(text.as_ref()), Binding::Or)
    }

    /// Puts it in parentheses, where it would come apart otherwise.
    fn tighten(&mut self, least: Binding) {
        if self.binding < least {
            self.term.enclose();
        }
    }

    // In place: a condition is some hundred bytes, which are dear to move.
    fn joined(mut self, word: &'static str, binding: Binding, other: &Self) -> Self {
        self.tighten(binding);
        self.term.mark(word);
        if other.binding < binding {
            self.term.mark("(");
            self.term.append(&other.term);
            self.term.mark(")");
        } else {
            self.term.append(&other.term);
        }
        self.binding = binding;
        self
    }
}

impl Filter<()> {
    /// A text as a literal, for [`Filter::raw`]: in quotes, those in it doubled.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::Filter;
    ///
    /// assert_eq!(Filter::literal("O'Neil"), "'O''Neil'");
    /// ```
    ///
    /// Source: OData ABNF, `string`.
    #[must_use]
    pub fn literal(text: impl AsRef<str>) -> String {
        format!("'{}'", text.as_ref().replace('\'', "''"))
    }
}

impl<R> BitAnd for Filter<R> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.joined("%20and%20", Binding::And, &other)
    }
}

impl<R> BitOr for Filter<R> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.joined("%20or%20", Binding::Or, &other)
    }
}

impl<R> Not for Filter<R> {
    type Output = Self;

    fn not(mut self) -> Self {
        self.tighten(Binding::Primary);
        self.term.prefix("not%20");
        self.binding = Binding::Not;
        self
    }
}

impl<R> Clone for Filter<R> {
    fn clone(&self) -> Self {
        Self::new(self.term.clone(), self.binding)
    }
}

impl<R> fmt::Debug for Filter<R> {
    /// Shows none of it: a value in it may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filter").finish_non_exhaustive()
    }
}
