//! What a request for a collection asks of its items.

use http::header::{HeaderName, HeaderValue};

use crate::request::filter::condition::Filter;
use crate::request::filter::options::Refused;
use crate::request::filter::order_by::OrderBy;
use crate::request::filter::search::SearchBy;
use crate::request::operation::Lists;
use crate::request::request::Request;
use crate::resource::derived_from::DerivedFrom;

const CONSISTENCY_LEVEL: HeaderName = HeaderName::from_static("consistencylevel");

impl<O> Request<O> {
    /// Asks for items of which this holds: `$filter`. A further call asks for items of which both hold.
    ///
    /// See [`Filter`] for what can be asked, and for directory objects, which want [`eventual`](Self::eventual) too.
    ///
    /// Source: Microsoft Graph, "use the $filter query parameter".
    #[doc(alias = "$filter")]
    pub fn filter<B>(mut self, filter: Filter<B>) -> Self
    where
        O: Lists,
        O::Item: DerivedFrom<B>,
    {
        let added = self.options.query.add_filter(filter.term);
        self.or_refused(added)
    }

    /// Orders the items: `$orderby`. A further call adds a key after those before.
    ///
    /// Takes a property or a path, the least first, or one of them with a direction: `p.start_date_time.descending()`. Not
    /// every resource can be ordered.
    ///
    /// Source: Microsoft Graph, "use query parameters", `$orderby`.
    #[doc(alias = "$orderby")]
    pub fn order_by(mut self, by: impl OrderBy<O::Item>) -> Self
    where
        O: Lists,
    {
        let added = self.options.query.add_order(by.into_term().0);
        self.or_refused(added)
    }

    /// Looks for a phrase, or for several: `$search`. See [`Search`](crate::request::Search). Directory objects want
    /// [`eventual`](Self::eventual) too.
    ///
    /// Source: Microsoft Graph, "use the $search query parameter".
    #[doc(alias = "$search")]
    pub fn search(mut self, search: impl SearchBy<O::Item>) -> Self
    where
        O: Lists,
    {
        let set = self.options.query.set_search(search.into_term().0);
        self.or_refused(set)
    }

    /// Asks for so many items a page: `$top`. Most services have a maximum, 999 often; what they do beyond it differs.
    ///
    /// It is the size of a page and no limit: further pages follow.
    ///
    /// Source: Microsoft Graph, "use query parameters", `$top`.
    #[doc(alias = "$top")]
    pub fn top(mut self, items: u32) -> Self
    where
        O: Lists,
    {
        self.options.query.set_number("$top", items);
        self
    }

    /// Leaves out so many items at the beginning: `$skip`. Not every resource takes it.
    ///
    /// Source: Microsoft Graph, "use query parameters", `$skip`.
    pub fn skip(mut self, items: u32) -> Self
    where
        O: Lists,
    {
        self.options.query.set_number("$skip", items);
        self
    }

    /// Asks how many items there are on all pages: `$count=true`. [`Page::count`](crate::Page::count) tells it, for some
    /// resources on the first page alone.
    ///
    /// Source: Microsoft Graph, "use query parameters", `$count`.
    #[doc(alias = "$count")]
    pub fn count(mut self) -> Self
    where
        O: Lists,
    {
        self.options.query.set_count();
        self
    }

    /// Asks a copy of the directory that is behind by a little, and can do more: `ConsistencyLevel: eventual`, and
    /// `$count=true` with it.
    ///
    /// Directory objects (users, groups, applications, service principals, devices, contacts, administrative units) need it
    /// for `$search`, `$count`, `ne`, `not`, `endswith`, and a filter beside an order. It does not go with `$expand`.
    ///
    /// Source: Microsoft Graph, "advanced query capabilities on Microsoft Entra ID objects".
    pub fn eventual(mut self) -> Self
    where
        O: Lists,
    {
        self.options.set_header(CONSISTENCY_LEVEL, HeaderValue::from_static("eventual"));
        if O::IS_COUNT { self } else { self.count() }
    }

    fn or_refused(mut self, set: Result<(), Refused>) -> Self
    where
        O: Lists,
    {
        if let Err((kind, why)) = set {
            self.refuse(kind, why);
        }
        self
    }
}
