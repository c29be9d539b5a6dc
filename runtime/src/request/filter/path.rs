//! Paths to what a query is about, and what can be asked of it.

use core::fmt;
use core::marker::PhantomData;

use crate::codec::derived::Structured;
use crate::request::filter::condition::{Binding, Filter};
use crate::request::filter::operand::{
    Comparable, Compare, EnumForm, Enumerated, Flagged, HasMembers, Items, LiteralOut, Operand, Ordered, Phrase,
    Textual,
};
use crate::request::filter::order::Order;
use crate::request::filter::search::Search;
use crate::request::filter::term::Term;
use crate::resource::derived_from::DerivedFrom;
use crate::resource::property::{Many, NavigationProperty, One, Property};

/// A way from an `R` to a value of type `T`, over members of complex values and of related entities: `owner/user/id`.
///
/// What can be asked of a property can be asked of it.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphComplex, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/communications/callRecords/<id>")]
/// pub struct CallRecord {
///     pub id: String,
///     pub organizer: Option<IdentitySet>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct IdentitySet {
///     pub user: Option<Identity>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Identity {
///     pub id: Option<String>,
/// }
///
/// let user = CallRecord::props().organizer.member(IdentitySet::props().user).member(Identity::props().id);
/// let request = CallRecord::collection().list().filter(user.eq("adele")).to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().query(), Some("$filter=organizer/user/id%20eq%20'adele'"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[must_use = "it asks for nothing until a request takes it"]
pub struct Path<R, T> {
    term: Term,
    form: EnumForm,
    of: PhantomData<fn() -> (R, T)>,
}

/// The item of a collection itself, in the condition of an `any` over values without members.
///
/// # Examples
///
/// ```
/// use graph_resource::{GraphResource, item};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/groups/<id>")]
/// pub struct Group {
///     pub id: String,
///     pub group_types: Vec<String>,
/// }
///
/// let unified = Group::props().group_types.any(item().eq("Unified"));
/// let request = Group::collection().list().filter(unified).to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().query(), Some("$filter=groupTypes/any(x:x%20eq%20'Unified')"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
pub fn item<T>() -> Path<T, T> {
    Path::new(Term::item())
}

impl<R, T> Path<R, T> {
    fn new(term: Term) -> Self {
        Self { term, form: EnumForm::Bare, of: PhantomData }
    }

    fn into_path(self) -> Self {
        self
    }

    /// `path op literal`
    fn compared<C: Compare<V>, V>(mut self, operator: &'static str, value: &V) -> Filter<R> {
        self.term.mark(operator);
        C::push(value, self.form, &mut LiteralOut(&mut self.term));
        Filter::new(self.term, Binding::Comparison)
    }

    /// `function(path,'text')`
    fn called(mut self, function: &'static str, text: &str) -> Filter<R> {
        self.term.prefix(function);
        self.term.mark(",");
        self.term.quote(text);
        self.term.mark(")");
        Filter::new(self.term, Binding::Primary)
    }

    pub(crate) fn into_term(self) -> Term {
        self.term
    }
}

impl<R: Structured, T> Property<R, T> {
    pub(crate) fn into_path(self) -> Path<R, T> {
        Path::new(Term::at(self.name()))
    }
}

impl<R: Structured, T> From<Property<R, T>> for Path<R, T> {
    fn from(property: Property<R, T>) -> Self {
        property.into_path()
    }
}

/// Writes the questions, for a property and for a path alike.
macro_rules! questions {
    ($(impl<$R:ident $(: $bound:ident)?, $T:ident> $handle:ident;)*) => {$(
        /// Conditions of `$filter`, keys of `$orderby`, phrases of `$search`: see [`Filter`].
        impl<$R $(: $bound)?, $T> $handle<$R, $T> {
            /// `eq`: the value is this one.
            pub fn eq<V>(self, value: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Comparable<$T>,
                <$T::Codec as Comparable<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Comparable<$T>>::Single, V>("%20eq%20", &value)
            }

            /// `ne`: the value is another one, or null.
            pub fn ne<V>(self, value: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Comparable<$T>,
                <$T::Codec as Comparable<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Comparable<$T>>::Single, V>("%20ne%20", &value)
            }

            /// `gt`: the value is greater.
            pub fn gt<V>(self, value: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Ordered<$T>,
                <$T::Codec as Ordered<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Ordered<$T>>::Single, V>("%20gt%20", &value)
            }

            /// `ge`: the value is greater, or this one.
            pub fn ge<V>(self, value: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Ordered<$T>,
                <$T::Codec as Ordered<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Ordered<$T>>::Single, V>("%20ge%20", &value)
            }

            /// `lt`: the value is less.
            pub fn lt<V>(self, value: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Ordered<$T>,
                <$T::Codec as Ordered<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Ordered<$T>>::Single, V>("%20lt%20", &value)
            }

            /// `le`: the value is less, or this one.
            pub fn le<V>(self, value: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Ordered<$T>,
                <$T::Codec as Ordered<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Ordered<$T>>::Single, V>("%20le%20", &value)
            }

            /// `eq null`.
            pub fn is_null(self) -> Filter<$R> {
                let mut term = self.into_path().term;
                term.mark("%20eq%20null");
                Filter::new(term, Binding::Comparison)
            }

            /// `ne null`.
            pub fn is_not_null(self) -> Filter<$R> {
                let mut term = self.into_path().term;
                term.mark("%20ne%20null");
                Filter::new(term, Binding::Comparison)
            }

            /// `in`: the value is one of these. Of none, it is never one: the condition is `false`, which not every service
            /// takes.
            pub fn is_one_of<V>(self, values: impl IntoIterator<Item = V>) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Comparable<$T>,
                <$T::Codec as Comparable<$T>>::Single: Compare<V>,
            {
                let Path { mut term, form, .. } = self.into_path();
                let mut before = "%20in%20(";
                for value in values {
                    term.mark(before);
                    <<$T::Codec as Comparable<$T>>::Single as Compare<V>>::push(&value, form, &mut LiteralOut(&mut term));
                    before = ",";
                }
                if before == "," {
                    term.mark(")");
                    return Filter::new(term, Binding::Comparison);
                }
                let mut never = Term::new();
                never.mark("false");
                Filter::new(never, Binding::Primary)
            }

            /// `startswith`: the text begins so.
            pub fn starts_with(self, text: impl Phrase) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Textual<$T>,
            {
                self.into_path().called("startswith(", text.text())
            }

            /// `endswith`: the text ends so.
            pub fn ends_with(self, text: impl Phrase) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Textual<$T>,
            {
                self.into_path().called("endswith(", text.text())
            }

            /// `contains`: the text has this in it.
            pub fn contains(self, text: impl Phrase) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Textual<$T>,
            {
                self.into_path().called("contains(", text.text())
            }

            /// `has`: these flags are among those that are set.
            pub fn has<V>(self, flags: V) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Flagged<$T>,
                <$T::Codec as Flagged<$T>>::Single: Compare<V>,
            {
                self.into_path().compared::<<$T::Codec as Flagged<$T>>::Single, V>("%20has%20", &flags)
            }

            /// The same, whose literals name the type of the enumeration: `microsoft.graph.importance'normal'`. Most services
            /// of Graph want them without.
            ///
            /// The enum states the name: `#[graph_resource(odata_type = "microsoft.graph.importance")]`. One that does not
            /// makes [`Request::to_http`](crate::Request::to_http) fail.
            pub fn qualified(self) -> Path<$R, $T>
            where
                $T: Operand,
                $T::Codec: Enumerated<$T>,
            {
                Path { form: EnumForm::Qualified, ..self.into_path() }
            }

            /// `any`: the condition holds for an item of the collection. That of values without members is about
            /// [`item()`].
            pub fn any<S>(self, condition: Filter<S>) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Items<$T>,
                <$T::Codec as Items<$T>>::Item: DerivedFrom<S>,
            {
                let mut term = self.into_path().term;
                term.lambda(&condition.term);
                Filter::new(term, Binding::Primary)
            }

            /// `not …/any()`: the collection has no item.
            pub fn is_empty(self) -> Filter<$R>
            where
                $T: Operand,
                $T::Codec: Items<$T>,
            {
                is_empty(self.into_path().term)
            }

            /// A member of the value, which is a complex one: `owner/id`.
            pub fn member<S: Structured, V>(self, member: Property<S, V>) -> Path<$R, V>
            where
                $T: Operand,
                $T::Codec: HasMembers<$T>,
                <$T::Codec as HasMembers<$T>>::Of: DerivedFrom<S>,
            {
                let mut term = self.into_path().term;
                term.step(member.name());
                Path::new(term)
            }

            /// Orders by it, the least first.
            pub fn ascending(self) -> Order<$R>
            where
                $T: Operand,
                $T::Codec: Ordered<$T>,
            {
                Order::new(self.into_path().into_term())
            }

            /// Orders by it, the greatest first.
            pub fn descending(self) -> Order<$R>
            where
                $T: Operand,
                $T::Codec: Ordered<$T>,
            {
                let mut term = self.into_path().into_term();
                term.mark("%20desc");
                Order::new(term)
            }

            /// Searches for a phrase in it: `"displayName:ada"`.
            pub fn search(self, phrase: impl Phrase) -> Search<$R>
            where
                $T: Operand,
                $T::Codec: Textual<$T>,
            {
                Search::of(&self.into_path().into_term(), phrase.text())
            }
        }
    )*};
}

questions! {
    impl<R: Structured, T> Property;
    impl<R, T> Path;
}

fn is_empty<R>(mut term: Term) -> Filter<R> {
    term.mark("/any()");
    term.prefix("not%20");
    Filter::new(term, Binding::Not)
}

/// A relationship to one entity.
#[diagnostic::on_unimplemented(
    message = "a relationship to many entities has no members",
    label = "leads to a collection",
    note = "a collection is asked by `any(…)`"
)]
pub trait LeadsToOne {}
impl LeadsToOne for One {}

/// A relationship to many entities.
#[diagnostic::on_unimplemented(
    message = "a relationship to one entity is no collection",
    label = "leads to one entity",
    note = "one entity is asked by its members: `.member(…)`"
)]
pub trait LeadsToMany {}
impl LeadsToMany for Many {}

impl<R: Structured, T, K> NavigationProperty<R, T, K> {
    /// `any`: the condition holds for a related entity.
    #[allow(clippy::needless_pass_by_value, reason = "conditions are built for the one question")]
    pub fn any<S>(self, condition: Filter<S>) -> Filter<R>
    where
        K: LeadsToMany,
        T: DerivedFrom<S>,
    {
        let mut term = Term::at(self.name());
        term.lambda(&condition.term);
        Filter::new(term, Binding::Primary)
    }

    /// `not …/any()`: there is no related entity.
    pub fn is_empty(self) -> Filter<R>
    where
        K: LeadsToMany,
    {
        is_empty(Term::at(self.name()))
    }

    /// A property of the related entity: `manager/displayName`.
    pub fn member<S: Structured, V>(self, member: Property<S, V>) -> Path<R, V>
    where
        K: LeadsToOne,
        T: DerivedFrom<S>,
    {
        let mut term = Term::at(self.name());
        term.step(member.name());
        Path::new(term)
    }
}

impl<R, T> Clone for Path<R, T> {
    fn clone(&self) -> Self {
        Self { term: self.term.clone(), form: self.form, of: PhantomData }
    }
}

impl<R, T> fmt::Debug for Path<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Path").field(&self.term.clone().finish().unwrap_or_default()).finish()
    }
}
