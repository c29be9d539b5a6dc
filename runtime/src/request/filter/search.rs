//! `$search`: phrases, and how they are joined.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr};

use crate::request::filter::term::Term;
use crate::resource::derived_from::DerivedFrom;

/// What `$search` looks for among resources of type `R`: a phrase, or several of them.
///
/// A text is one phrase: `.search("pizza")` asks for `"pizza"`, in the words of the service (KQL, for mail). A phrase in a
/// property is `p.display_name.search("ada")`; `&` and `|` join phrases.
///
/// # Examples
///
/// ```
/// use graph_resource::GraphResource;
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     pub display_name: Option<String>,
///     pub mail: Option<String>,
/// }
///
/// let p = User::props();
/// let request = User::collection().list().search(p.display_name.search("ada") | p.mail.search("ada")).eventual();
/// let request = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(
///     request.uri().query(),
///     Some("$search=%22displayName:ada%22%20OR%20%22mail:ada%22&$count=true"),
/// );
/// assert_eq!(request.headers()["consistencylevel"], "eventual");
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: Microsoft Graph, "use the $search query parameter"; OData URL Conventions 4.01, section 5.1.7.
#[must_use = "it looks for nothing until a request takes it"]
pub struct Search<R> {
    pub(crate) term: Term,
    is_or: bool,
    of: PhantomData<fn() -> R>,
}

impl<R> Search<R> {
    fn new(term: Term, is_or: bool) -> Self {
        Self { term, is_or, of: PhantomData }
    }

    /// A phrase in a property.
    pub(crate) fn of(property: &Term, phrase: &str) -> Self {
        let mut term = Term::new();
        term.push("\"");
        term.append(property);
        term.mark(":");
        term.inside_phrase(phrase);
        term.push("\"");
        Self::new(term, false)
    }

    /// A search in the words of the service, quotes included. It is percent-encoded, and taken as it is otherwise.
    pub fn raw(text: impl AsRef<str>) -> Self {
        Self::new(Term::raw(text.as_ref()), true)
    }

    fn closed(mut self) -> Term {
        if self.is_or {
            self.term.enclose();
        }
        self.term
    }
}

/// What can be searched for among items of type `R`: a phrase, or a [`Search`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be searched for among resources of type `{R}`",
    label = "neither a text nor a `Search`"
)]
pub trait SearchBy<R> {
    #[doc(hidden)]
    fn into_term(self) -> SearchTerm;
}

/// A search on its way into a request.
pub struct SearchTerm(pub(crate) Term);

#[diagnostic::do_not_recommend]
impl<R: DerivedFrom<B>, B> SearchBy<R> for Search<B> {
    fn into_term(self) -> SearchTerm {
        SearchTerm(self.term)
    }
}

impl<R> SearchBy<R> for &str {
    fn into_term(self) -> SearchTerm {
        let mut term = Term::new();
        term.push("\"");
        term.inside_phrase(self);
        term.push("\"");
        SearchTerm(term)
    }
}

impl<R> SearchBy<R> for String {
    fn into_term(self) -> SearchTerm {
        <&str as SearchBy<R>>::into_term(&self)
    }
}

impl<R> SearchBy<R> for &String {
    fn into_term(self) -> SearchTerm {
        <&str as SearchBy<R>>::into_term(self)
    }
}

impl<R> BitAnd for Search<R> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        let mut term = self.closed();
        term.mark("%20AND%20");
        term.append(&other.closed());
        Self::new(term, false)
    }
}

impl<R> BitOr for Search<R> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        let mut term = self.term;
        term.mark("%20OR%20");
        term.append(&other.term);
        Self::new(term, true)
    }
}

impl<R> Clone for Search<R> {
    fn clone(&self) -> Self {
        Self::new(self.term.clone(), self.is_or)
    }
}

impl<R> fmt::Debug for Search<R> {
    /// Shows none of it: a phrase may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Search").finish_non_exhaustive()
    }
}
