//! Entities as answers show them: selected, expanded, filtered, ordered, and page by page.

use std::cmp::Ordering;

use serde_json::{Value, json};

use crate::errors::Refusal;
use crate::expand::Expand;
use crate::filter::{Key, Sorting, holds, is_of_type, sort_key, value_of};
use crate::patch::Object;
use crate::path::encode;
use crate::query::Options;
use crate::relation::{Related, child};
use crate::rules::ETags;
use crate::store::{Found, Store};
use crate::token::seal;
use crate::view::show;

/// Shows what is in the store, with links below `root`.
pub(crate) struct Renderer<'s> {
    pub(crate) store: &'s Store,
    pub(crate) root: &'s str,
}

/// Which part of a collection is shown.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    pub(crate) size: Option<usize>,
    pub(crate) offset: usize,
    /// How many items may still be shown, on all pages.
    pub(crate) limit: Option<usize>,
}

pub(crate) struct Listed {
    pub(crate) items: Vec<Value>,
    /// How many items there are, on all pages.
    pub(crate) total: usize,
    /// Where the next page begins, for its token.
    pub(crate) next: Option<[u64; 2]>,
}

impl Page {
    /// The page that a token leads to.
    pub(crate) fn at([offset, limit]: [u64; 2], size: Option<usize>) -> Self {
        let number = |number| usize::try_from(number).unwrap_or(usize::MAX);
        Self { size, offset: number(offset), limit: (limit != u64::MAX).then(|| number(limit)) }
    }

    /// How many items it has at most.
    pub(crate) fn most(&self) -> usize {
        self.size.into_iter().chain(self.limit).min().unwrap_or(usize::MAX)
    }

    /// Shows the items that are on the page, out of `total`.
    pub(crate) fn show<'i>(
        &self,
        items: impl Iterator<Item = Found<'i>>,
        total: usize,
        show: impl Fn(Found<'i>) -> Result<Value, Refusal>,
    ) -> Result<Listed, Refusal> {
        let items = items.map(show).collect::<Result<Vec<_>, _>>()?;
        let end = self.offset.saturating_add(items.len());
        let limit = self.limit.map(|limit| limit.saturating_sub(items.len()));
        let goes_on = end < total && !items.is_empty() && limit != Some(0);
        let number = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let next = goes_on.then(|| [number(end), limit.map_or(u64::MAX, number)]);
        Ok(Listed { items, total, next })
    }
}

impl Renderer<'_> {
    /// One entity with its tag.
    pub(crate) fn entity(&self, found: Found<'_>, options: &Options) -> Result<Object, Refusal> {
        let rules = self.store.rules_of(found.path);
        let mut shown = show(&found.entity.value, &rules, options.select.as_deref());
        if rules.etags != ETags::Nowhere {
            shown.insert("@odata.etag".to_owned(), found.entity.etag.as_str().into());
        }
        for expand in &options.expand {
            if expand.name == "*" {
                for name in self.store.navigation_names(found.path) {
                    self.expand(&mut shown, found, &Expand { name, ..expand.clone() })?;
                }
            } else {
                self.expand(&mut shown, found, expand)?;
            }
        }
        Ok(shown)
    }

    /// An item of a list: an entity, or a reference to it.
    pub(crate) fn item(&self, found: Found<'_>, options: &Options, as_reference: bool) -> Result<Value, Refusal> {
        if as_reference {
            return Ok(json!({"@odata.id": format!("{}{}", self.root, encode(found.path))}));
        }
        self.entity(found, options).map(Value::Object)
    }

    fn expand(&self, into: &mut Object, found: Found<'_>, expand: &Expand) -> Result<(), Refusal> {
        if expand.for_type.as_ref().is_some_and(|name| !is_of_type(&found.entity.value, name)) {
            return Ok(());
        }
        let options = Options { expand: expand.next(), ..expand.options.clone() };
        let is_wanted =
            |found: &Found<'_>| expand.of_type.as_ref().is_none_or(|name| is_of_type(&found.entity.value, name));
        let show = |found| self.item(found, &options, expand.references);
        let name = &expand.name;
        match self.store.related(found.path, name) {
            None => {}
            Some(Related::One(one)) => {
                into.insert(name.clone(), one.filter(is_wanted).map_or(Ok(Value::Null), show)?);
            }
            Some(Related::Many(many)) => {
                let path = child(found.path, name);
                let many = many.into_iter().filter(is_wanted).collect();
                let size = self.store.rules(&path).page_size;
                let listed =
                    self.list(many, &options, Page { size, offset: options.skip, limit: options.top }, show)?;
                if options.count {
                    into.insert(format!("{name}@odata.count"), listed.total.into());
                }
                if let Some(next) = listed.next {
                    let mut path = encode(&path);
                    if let Some(of_type) = &expand.of_type {
                        path = format!("{path}/{of_type}");
                    }
                    if expand.references {
                        path.push_str("/$ref");
                    }
                    let link = next_link(self.root, &path, &expand.options, next);
                    into.insert(format!("{name}@odata.nextLink"), link.into());
                }
                into.insert(name.clone(), listed.items.into());
            }
        }
        Ok(())
    }

    /// The items that the options leave, in their order.
    pub(crate) fn matching<'i>(&self, all: Vec<Found<'i>>, options: &Options) -> Result<Vec<Found<'i>>, Refusal> {
        let mut matching = Vec::new();
        for found in all {
            let is_found = options
                .search
                .as_ref()
                .is_none_or(|search| search.finds(&found.entity.value, &self.store.rules_of(found.path)));
            if is_found && options.filter.as_ref().map_or(Ok(true), |filter| holds(filter, found, self.store))? {
                matching.push(found);
            }
        }
        self.sort(matching, &options.order)
    }

    /// One page, each item as `show` shows it.
    pub(crate) fn list<'i>(
        &self,
        all: Vec<Found<'i>>,
        options: &Options,
        page: Page,
        show: impl Fn(Found<'i>) -> Result<Value, Refusal>,
    ) -> Result<Listed, Refusal> {
        let matching = self.matching(all, options)?;
        let total = matching.len();
        page.show(matching.into_iter().skip(page.offset).take(page.most()), total, show)
    }

    /// Sorts by each key in turn; items that are equal keep their order. Null comes first, and last where it descends.
    ///
    /// Source: OData Protocol 4.01, section 11.2.6.2 (`$orderby`).
    fn sort<'i>(&self, items: Vec<Found<'i>>, keys: &[Key]) -> Result<Vec<Found<'i>>, Refusal> {
        let mut rows = Vec::new();
        for item in items {
            let mut values = Vec::new();
            for key in keys {
                let value = sort_key(value_of(&key.by, item, self.store)?);
                values.push(value.ok_or_else(|| {
                    Refusal::bad_request("invalid '$orderby': objects and collections have no order")
                })?);
            }
            rows.push((item, values));
        }
        for at in 0..keys.len() {
            Sorting::unify(rows.iter_mut().map(|(_, values)| &mut values[at]));
        }
        rows.sort_by(|(_, left), (_, right)| {
            let orders = keys.iter().zip(left.iter().zip(right)).map(|(key, (left, right))| {
                let order = left.order(right);
                if key.descending { order.reverse() } else { order }
            });
            orders.fold(Ordering::Equal, Ordering::then)
        });
        Ok(rows.into_iter().map(|(item, _)| item).collect())
    }
}

/// What a token of a page is sealed for.
pub(crate) fn sealed_text(path: &str, options: &Options) -> String {
    format!("{path}?{}", options.repeated())
}

/// The link to a page. `path` is encoded, and below the service root.
pub(crate) fn next_link(root: &str, path: &str, options: &Options, next: [u64; 2]) -> String {
    let token = seal(next, &sealed_text(path, options));
    let repeated = options.repeated();
    let and = if repeated.is_empty() { "" } else { "&" };
    format!("{root}{path}?{repeated}{and}$skiptoken={token}")
}
