//! Content and properties by their own URLs: `/users/1/photo/$value`, `/users/1/displayName`.
//!
//! Source: OData Protocol 4.01, sections 11.2.4 (individual properties) and 11.2.5 (raw values).

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderValue, Method, Request, StatusCode};
use serde_json::Value;

use super::Service;
use super::call::origin;
use super::reply::Reply;
use crate::clock::Moment;
use crate::errors::Refusal;
use crate::headers::if_match;
use crate::outside::{Resource, outside_of};
use crate::patch::Object;
use crate::path::Segment;
use crate::relation::{child, texts};
use crate::store::Kind;
use crate::view::show;

impl Service {
    /// Answers for content that is stored, or that may be; `None` where the path is none of content.
    pub(super) fn content(
        &mut self,
        request: &Request<Bytes>,
        segments: &[Segment],
        now: Moment,
    ) -> Option<Result<Reply, Refusal>> {
        let (last, parent) = segments.split_last()?;
        let parent = texts(&self.store.follow(parent).ok()?);
        let path = child(&parent, last.text());
        let is_named = matches!(last, Segment::Name(name) if name == "$value" || name == "content");
        let may_be_made = is_named && request.method() == Method::PUT;
        if !may_be_made && !self.store.contents.contains_key(&path) {
            return None;
        }
        Some(match *request.method() {
            Method::GET => self.download(request, &path),
            Method::PUT => self.upload(request, &parent, path, now),
            Method::DELETE => {
                self.store.contents.remove(&path);
                Ok(Reply::new(StatusCode::NO_CONTENT, None))
            }
            _ => Err(Refusal::method_not_allowed("GET, PUT, DELETE")),
        })
    }

    fn download(&mut self, request: &Request<Bytes>, path: &[String]) -> Result<Reply, Refusal> {
        let content = self.store.contents.get(path).cloned().ok_or_else(|| Refusal::unknown_path(&path.join("/")))?;
        let redirects = self.store.owner(path).is_some_and(|owner| self.store.rules_of(&owner).redirects_content);
        if !redirects {
            return Ok(content.reply());
        }
        let name = self.outside.add(Resource::Download(content));
        let mut reply = Reply::new(StatusCode::FOUND, None);
        reply.set(LOCATION, &format!("{}/-/{name}", outside_of(&origin(request))));
        Ok(reply)
    }

    /// Stores a body as it is. The content of an entity is answered with the entity, all other with nothing.
    fn upload(
        &mut self,
        request: &Request<Bytes>,
        parent: &[String],
        path: Vec<String>,
        now: Moment,
    ) -> Result<Reply, Refusal> {
        let owner = self.store.owner(&path).ok_or_else(|| Refusal::item_not_found(&parent.join("/")))?;
        let is_new = !self.store.contents.contains_key(&path);
        let present = self.store.contents.get(&path).and_then(|content| content.etag.clone());
        if let Some(etag) = present.or_else(|| self.store.get(&owner).map(|entity| entity.etag.clone())) {
            if_match(request.headers(), &etag)?;
        }
        let plain = HeaderValue::from_static("application/octet-stream");
        let media_type = request.headers().get(CONTENT_TYPE).cloned().unwrap_or(plain);
        self.store.put_content(path, media_type, request.body().clone());
        let rules = self.store.rules_of(&owner);
        if let Some(value) = self.store.get(&owner).map(|entity| entity.value.clone()) {
            self.store.update(&owner, value, &rules, now);
        }
        if owner != parent {
            return Ok(Reply::new(StatusCode::OK, None));
        }
        let shown = self.store.get(&owner).map(|entity| show(&entity.value, &rules, None));
        let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
        Ok(Reply::new(status, shown.map(Value::Object)))
    }

    /// One property of an entity, or its raw value.
    pub(super) fn property(&self, segments: &[Segment], root: &str, is_raw: bool) -> Result<Reply, Refusal> {
        let segments = self.store.follow(segments)?;
        let path = texts(&segments);
        let unknown = || Refusal::unknown_path(&path.join("/"));
        let owner = self.store.owner(&path).filter(|owner| owner.len() < path.len()).ok_or_else(unknown)?;
        let found = self.store.find(&owner).ok_or_else(unknown)?;
        let shown = show(&found.entity.value, &self.store.rules_of(&owner), None);
        let (first, rest) = path[owner.len()..].split_first().ok_or_else(unknown)?;
        let mut value = shown.get(first).ok_or_else(unknown)?;
        for name in rest {
            value = value.get(name).ok_or_else(unknown)?;
        }
        if value.is_null() {
            return Ok(Reply::new(StatusCode::NO_CONTENT, None));
        }
        if is_raw {
            let text = match value {
                Value::String(text) => text.clone(),
                Value::Object(_) | Value::Array(_) => return Err(unknown()),
                scalar => scalar.to_string(),
            };
            return Ok(Reply::raw(StatusCode::OK, text, HeaderValue::from_static("text/plain")));
        }
        let collection = self.store.resolve(&segments[..owner.len()])?;
        let key = owner.last().map(|key| key.replace('\'', "''")).unwrap_or_default();
        let entity = if collection.kind == Kind::Singleton { String::new() } else { format!("('{key}')") };
        let context = format!("{root}/$metadata#{}{entity}/{}", collection.context, path[owner.len()..].join("/"));
        let mut body = match value {
            Value::Object(members) => members.clone(),
            other => Object::from_iter([("value".to_owned(), other.clone())]),
        };
        body.insert("@odata.context".to_owned(), context.into());
        Ok(Reply::new(StatusCode::OK, Some(body.into())))
    }
}
