//! What is asked for: entities, collections, counts and references.

use http::{HeaderValue, StatusCode};

use super::call::Call;
use super::reply::Reply;
use super::{PREFERENCE_APPLIED, Service};
use crate::errors::Refusal;
use crate::filter::{Expression, is_of_type};
use crate::headers::is_eventual;
use crate::patch::Object;
use crate::path::encode;
use crate::query::Options;
use crate::render::{Page, Renderer, next_link, sealed_text};
use crate::shape::{Shape, item_of};
use crate::store::{Found, Kind};
use crate::token::open;

impl Service {
    fn found(&self, call: &Call<'_>) -> Result<Found<'_>, Refusal> {
        let key = call.place.path.last().map(String::as_str).unwrap_or_default();
        let found = self.store.find(&call.place.path).ok_or_else(|| Refusal::item_not_found(key))?;
        match &call.of_type {
            Some(name) if !is_of_type(&found.entity.value, name) => Err(Refusal::item_not_found(key)),
            _ => Ok(found),
        }
    }

    pub(super) fn get(&self, call: &Call<'_>) -> Result<Reply, Refusal> {
        let options = call.options()?;
        for (given, name) in [
            (options.filter.is_some(), "$filter"),
            (!options.order.is_empty(), "$orderby"),
            (options.search.is_some(), "$search"),
            (options.top.is_some(), "$top"),
            (options.skip > 0 || options.skip_token.is_some(), "$skip"),
            (options.count, "$count"),
        ] {
            if given {
                return Err(Refusal::bad_request(format!(
                    "'{name}' is an option of collections, and this is an entity"
                )));
            }
        }
        options.check(&Shape::of(&self.store, [call.place.path.clone()]))?;
        let found = self.found(call)?;
        let shown = Renderer { store: &self.store, root: &call.root }.entity(found, &options)?;
        Ok(call.one(StatusCode::OK, shown, &found.entity.etag, &options.context()))
    }

    /// The entities of a collection or a relationship.
    fn members(&self, call: &Call<'_>) -> Vec<Found<'_>> {
        let mut all = match call.place.kind {
            Kind::Links => self.store.linked(&call.place.path),
            _ => self.store.list(&call.place.path),
        };
        if let Some(name) = &call.of_type {
            all.retain(|found| is_of_type(&found.entity.value, name));
        }
        all
    }

    /// The options of a request for a collection, checked.
    fn list_options(&self, call: &Call<'_>) -> Result<Options, Refusal> {
        let options = call.options()?;
        let entities = match self.store.relation(&call.place.path) {
            Some(relation) if call.place.kind == Kind::Links => relation.targets.iter().map(|t| item_of(t)).collect(),
            _ => vec![item_of(&call.place.path)],
        };
        options.check(&Shape::of(&self.store, entities))?;
        let eventual = is_eventual(call.request.headers());
        if options.search.is_some() && !eventual {
            return Err(Refusal::unsupported_query("'$search' needs the header 'ConsistencyLevel: eventual'"));
        }
        if call.place.rules.advanced && is_advanced(&options, call) && !(eventual && options.count) {
            return Err(Refusal::unsupported_query(
                "this query needs the header 'ConsistencyLevel: eventual' and the option '$count=true'",
            ));
        }
        Ok(options)
    }

    pub(super) fn list(&self, call: &Call<'_>, references: bool) -> Result<Reply, Refusal> {
        let Call { place, prefer, .. } = call;
        let options = self.list_options(call)?;
        let sizes = [options.top, prefer.page_size, place.rules.page_size];
        let size = sizes.into_iter().flatten().min();
        let path = canonical_path(call, references);
        let page = match &options.skip_token {
            None => Page { size, offset: options.skip, limit: None },
            Some(_) if options.skip > 0 => {
                return Err(Refusal::bad_request("'$skip' cannot stand beside '$skiptoken'"));
            }
            Some(token) => {
                let numbers = open(token, &sealed_text(&path, &options))
                    .ok_or_else(|| Refusal::bad_request("the '$skiptoken' was not made for this request"))?;
                Page::at(numbers, size)
            }
        };
        let renderer = Renderer { store: &self.store, root: &call.root };
        let show = |found| renderer.item(found, &options, references);
        let listed = if call.is_whole(&options) {
            let part = self.store.part(&place.path, page.offset, page.most());
            page.show(part.into_iter(), self.store.count(&place.path), show)?
        } else {
            renderer.list(self.members(call), &options, page, show)?
        };
        let mut body = Object::new();
        let shown = format!("{}{}", place.context, options.context());
        let context = if references { "Collection($ref)" } else { &shown };
        body.insert("@odata.context".to_owned(), format!("{}/$metadata#{context}", call.root).into());
        if options.count {
            body.insert("@odata.count".to_owned(), listed.total.into());
        }
        if let Some(next) = listed.next {
            body.insert("@odata.nextLink".to_owned(), next_link(&call.root, &path, &options, next).into());
        }
        body.insert("value".to_owned(), listed.items.into());
        let mut reply = Reply::new(StatusCode::OK, Some(body.into()));
        if let Some(size) = prefer.page_size.filter(|wanted| Some(*wanted) == size) {
            reply.set(PREFERENCE_APPLIED, &format!("odata.maxpagesize={size}"));
        }
        Ok(reply)
    }

    /// The number of items, as text.
    ///
    /// Source: OData Protocol 4.01, section 11.2.10 (`/$count`).
    pub(super) fn count(&self, call: &Call<'_>) -> Result<Reply, Refusal> {
        let options = self.list_options(call)?;
        if call.place.rules.advanced && !is_eventual(call.request.headers()) {
            return Err(Refusal::unsupported_query("'$count' needs the header 'ConsistencyLevel: eventual'"));
        }
        let renderer = Renderer { store: &self.store, root: &call.root };
        let number = renderer.matching(self.members(call), &options)?.len();
        let media_type = HeaderValue::from_static("text/plain");
        Ok(Reply::raw(StatusCode::OK, number.to_string(), media_type))
    }
}

impl Call<'_> {
    /// Whether all entities of a collection are asked for, in the order in which they were made.
    fn is_whole(&self, options: &Options) -> bool {
        let is_narrowed = options.filter.is_some() || options.search.is_some() || self.of_type.is_some();
        self.place.kind == Kind::Collection && !is_narrowed && options.order.is_empty()
    }
}

/// The path below the service root by which a collection's tokens are sealed: the same for every spelling of it.
fn canonical_path(call: &Call<'_>, references: bool) -> String {
    let of_type = call.of_type.iter().map(|name| format!("/{name}"));
    let references = references.then(|| "/$ref".to_owned());
    [encode(&call.place.path)].into_iter().chain(of_type).chain(references).collect()
}

fn is_advanced(options: &Options, call: &Call<'_>) -> bool {
    use crate::filter::{Comparison, Function};

    let needs = |expression: &Expression| {
        matches!(
            expression,
            Expression::Not(_)
                | Expression::Count(_)
                | Expression::Compare(Comparison::NotEqual, ..)
                | Expression::Call(Function::EndsWith, _)
        )
    };
    let is_cast_with_option = call.of_type.is_some() && (options.filter.is_some() || !options.order.is_empty());
    is_cast_with_option || options.filter.as_ref().is_some_and(|filter| !options.order.is_empty() || filter.any(&needs))
}
