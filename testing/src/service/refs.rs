//! `$ref`: links between entities, added, replaced and removed.
//!
//! Source: OData Protocol 4.01, section 11.4.6 (modifying relationships).

use bytes::Bytes;
use http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use super::Service;
use super::call::{json_object, origin};
use super::reply::Reply;
use crate::errors::Refusal;
use crate::headers::require_json;
use crate::path::{Segment, encode};
use crate::query::pair;
use crate::relation::{Relation, child, texts};

/// The relationship that a `$ref` is about, and the key of one of its entities.
struct Reference {
    path: Vec<String>,
    relation: Relation,
    key: Option<String>,
}

impl Service {
    /// Answers a request for a relationship's links; `None` where the path is that of a collection of its own.
    pub(super) fn references(
        &mut self,
        request: &Request<Bytes>,
        segments: &[Segment],
        root: &str,
    ) -> Option<Result<Reply, Refusal>> {
        match self.relationship(segments) {
            Ok(reference) => self.change_links(request, &reference?, root),
            Err(refusal) => Some(Err(refusal)),
        }
    }

    fn relationship(&self, segments: &[Segment]) -> Result<Option<Reference>, Refusal> {
        let Some((last, parent)) = segments.split_last() else { return Ok(None) };
        let parent = texts(&self.store.follow(parent)?);
        let whole = child(&parent, last.text());
        let found = if let (Some(relation), Segment::Name(_)) = (self.store.relation(&whole), last) {
            Reference { relation: relation.clone(), path: whole, key: None }
        } else if let Some(relation) = self.store.relation(&parent) {
            Reference { relation: relation.clone(), path: parent, key: Some(last.text().to_owned()) }
        } else {
            return Ok(None);
        };
        self.store.require_parents(&child(&found.path, ""))?;
        Ok(Some(found))
    }

    fn change_links(
        &mut self,
        request: &Request<Bytes>,
        reference: &Reference,
        root: &str,
    ) -> Option<Result<Reply, Refusal>> {
        let Reference { path, relation, key } = reference;
        let done = || Reply::new(StatusCode::NO_CONTENT, None);
        Some(match (request.method(), relation.many, key) {
            (&Method::GET, true, None) => return None,
            (&Method::GET, false, None) => match self.store.linked(path).first() {
                None => Err(Refusal::item_not_found(path.last().map(String::as_str).unwrap_or_default())),
                Some(found) => Ok(Reply::new(
                    StatusCode::OK,
                    Some(json!({
                        "@odata.context": format!("{root}/$metadata#$ref"),
                        "@odata.id": format!("{root}{}", encode(found.path)),
                    })),
                )),
            },
            (&Method::POST, true, None) | (&Method::PUT, false, None) => {
                self.body_reference(request, relation).map(|to| {
                    self.store.link(path, &to);
                    done()
                })
            }
            (&Method::DELETE, ..) => self.named(request, reference).and_then(|target| {
                let key = target.as_ref().unwrap_or(path).last().cloned().unwrap_or_default();
                if self.store.unlink(path, target.as_deref()) { Ok(done()) } else { Err(Refusal::item_not_found(&key)) }
            }),
            (_, _, Some(_)) => Err(Refusal::method_not_allowed("DELETE")),
            (_, true, _) => Err(Refusal::method_not_allowed("GET, POST, DELETE")),
            (_, false, _) => Err(Refusal::method_not_allowed("GET, PUT, DELETE")),
        })
    }

    fn body_reference(&self, request: &Request<Bytes>, relation: &Relation) -> Result<Vec<String>, Refusal> {
        require_json(request.headers())?;
        let body = json_object(request.body())?;
        let url = body.get("@odata.id").ok_or_else(|| Refusal::bad_request("the body has no '@odata.id'"))?;
        self.store.reference(url, relation, &origin(request))
    }

    /// The entity that a DELETE names: by the key in the path, by `$id`, or the only one.
    fn named(&self, request: &Request<Bytes>, reference: &Reference) -> Result<Option<Vec<String>>, Refusal> {
        let Reference { path, relation, key } = reference;
        let mut id = None;
        for raw in request.uri().query().unwrap_or_default().split('&').filter(|raw| !raw.is_empty()) {
            match pair(raw)? {
                (name, url) if name == "$id" => id = Some(Value::String(url)),
                (name, _) => return Err(Refusal::bad_request(format!("'{name}' is no option of removing a link"))),
            }
        }
        match (key, id) {
            (None, None) if !relation.many => Ok(None),
            (Some(key), None) if relation.many => {
                let linked = self.store.linked(path).into_iter().map(|found| found.path);
                let found = linked.into_iter().find(|target| target.last() == Some(key));
                found.map(|target| Some(target.to_vec())).ok_or_else(|| Refusal::item_not_found(key))
            }
            (None, Some(url)) => self.store.reference(&url, relation, &origin(request)).map(Some),
            (None, None) => Err(Refusal::bad_request("which link is to be removed? name its key, or its URL by '$id'")),
            (Some(_), _) => Err(Refusal::bad_request("a link is named by its key or by '$id', not by both")),
        }
    }
}
