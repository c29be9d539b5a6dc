//! What a test puts in before it starts: collections, entities, relationships, rules.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use serde_json::{Value, json};

use super::{EmbeddedGraph, object, template};
use crate::headers::Token;
use crate::operation::{Invocation, Operation, OperationAnswer, OperationKind};
use crate::path::parse;
use crate::relation::{Relation, texts};
use crate::rules::Rules;
use crate::store::Kind;
use crate::upload::UploadStyle;

impl EmbeddedGraph {
    /// Makes a collection known: `/users`, or `/users/{id}/events`, which every user then has.
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    #[must_use]
    #[track_caller]
    pub fn with_collection(self, path: &str) -> Self {
        self.state().service.store.add_collection(template(path));
        self
    }

    /// Adds an entity to a collection, and makes the collection known. Rules for it come first.
    ///
    /// The value is stored as it is, read-only properties included. Without a key it is given a GUID; an
    /// `@odata.etag` in it becomes its tag. Entities of a relationship that is known by then are put in as entities of
    /// their own: `events` of a user where `/users/{id}/events` is known.
    ///
    /// # Panics
    ///
    /// The value, or one inside it, is no object, its key is neither a text nor a number, or an entity with this key exists.
    #[must_use]
    #[track_caller]
    pub fn with_entity(self, collection: &str, entity: Value) -> Self {
        let is_known = self.place(collection).is_ok_and(|place| place.kind == Kind::Collection);
        let graph = if is_known { self } else { self.with_collection(collection) };
        graph.insert(collection, entity);
        graph
    }

    /// Adds a singleton, such as `/me/mailboxSettings`: a resource without a key, which can be read and updated.
    ///
    /// # Panics
    ///
    /// The path is no path, or the value no object.
    #[must_use]
    #[track_caller]
    pub fn with_singleton(self, path: &str, value: Value) -> Self {
        let segments = parse(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let path: Vec<String> = segments.iter().map(|segment| segment.text().to_owned()).collect();
        let value = object(value);
        let mut state = self.state();
        state.service.store.learn(&path, &value);
        state.service.store.put(path, value, true);
        drop(state);
        self
    }

    /// Makes a relationship known that leads to many entities of other collections: `/groups/{id}/members` to `/users`.
    ///
    /// `GET` lists them, `$ref` adds and removes links, `name@odata.bind` and `$expand` know it. What belongs to an
    /// entity alone, such as `/users/{id}/events`, is a [collection](Self::with_collection) in place of this.
    ///
    /// # Panics
    ///
    /// A path is empty, or no path.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::EmbeddedGraph;
    /// use serde_json::json;
    ///
    /// let graph = EmbeddedGraph::new()
    ///     .with_entity("/users", json!({"id": "1"}))
    ///     .with_entity("/groups", json!({"id": "a"}))
    ///     .with_to_many("/groups/{id}/members", ["/users"]);
    /// let request = http::Request::post("https://graph.microsoft.com/v1.0/groups/a/members/$ref")
    ///     .header("content-type", "application/json")
    ///     .body(Bytes::from(r#"{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/1"}"#))?;
    /// assert_eq!(graph.respond(&request)?.status(), 204);
    /// assert_eq!(graph.links("/groups/a/members"), ["/users/1"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_to_many<P: AsRef<str>>(self, path: &str, targets: impl IntoIterator<Item = P>) -> Self {
        self.with_relation(path, true, targets)
    }

    /// Makes a relationship known that leads to one entity of another collection: `/users/{id}/manager` to `/users`.
    ///
    /// `PUT` and `DELETE` of its `$ref` set and clear it.
    ///
    /// # Panics
    ///
    /// A path is empty, or no path.
    #[must_use]
    #[track_caller]
    pub fn with_to_one<P: AsRef<str>>(self, path: &str, targets: impl IntoIterator<Item = P>) -> Self {
        self.with_relation(path, false, targets)
    }

    #[track_caller]
    fn with_relation<P: AsRef<str>>(self, path: &str, many: bool, targets: impl IntoIterator<Item = P>) -> Self {
        let targets = targets.into_iter().map(|target| template(target.as_ref()).pattern()).collect();
        self.state().service.store.add_relation(Relation { template: template(path), many, targets });
        self
    }

    /// Makes an action known, which is a `POST`: `/users/{id}/sendMail`. The closure answers it.
    ///
    /// The last name of the path is the action's; its qualified form is understood as well. The closure may look into
    /// this service and change it, by [`Invocation::graph`].
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::EmbeddedGraph;
    /// use serde_json::json;
    ///
    /// let graph = EmbeddedGraph::new().with_entity("/users", json!({"id": "1"}));
    /// let graph = graph.with_action("/users/{id}/rename", |call| {
    ///     let path = format!("/users/{}", call.key("id").unwrap());
    ///     call.graph().change(&path, |user| user["displayName"] = call.parameter("name").cloned().unwrap_or_default());
    /// });
    /// let request = http::Request::post("https://graph.microsoft.com/v1.0/users/1/microsoft.graph.rename")
    ///     .header("content-type", "application/json")
    ///     .body(Bytes::from(r#"{"name":"Ada"}"#))?;
    /// assert_eq!(graph.respond(&request)?.status(), 204);
    /// assert_eq!(graph.entity("/users/1").unwrap()["displayName"], json!("Ada"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_action<A: Into<OperationAnswer>>(
        self,
        path: &str,
        answer: impl Fn(&Invocation) -> A + Send + Sync + 'static,
    ) -> Self {
        self.with_operation(path, OperationKind::Action, answer)
    }

    /// Makes a function known, which is a `GET`: `/communications/callRecords/getPstnCalls`. The closure answers it.
    ///
    /// Parameters are read from the parentheses of the URL.
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::EmbeddedGraph;
    /// use serde_json::json;
    ///
    /// let graph = EmbeddedGraph::new()
    ///     .with_collection("/reports")
    ///     .with_function("/reports/getActivity", |call| json!([{"period": call.parameter("period")}]));
    /// let request = http::Request::get("https://graph.microsoft.com/v1.0/reports/getActivity(period='D7')")
    ///     .body(Bytes::new())?;
    /// assert_eq!(graph.respond(&request)?.body(), r#"{"value":[{"period":"D7"}]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_function<A: Into<OperationAnswer>>(
        self,
        path: &str,
        answer: impl Fn(&Invocation) -> A + Send + Sync + 'static,
    ) -> Self {
        self.with_operation(path, OperationKind::Function, answer)
    }

    /// Makes an upload session known: `/drives/{drive}/items/{item}/createUploadSession`. The closure is called when the
    /// whole file has come, by [`Invocation::content`]; its answer is the last one, 201 for JSON.
    ///
    /// Ranges come in their order, each but the last a multiple of 320 KiB; else 400 or 416. The URL takes no token.
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::EmbeddedGraph;
    /// use serde_json::{Value, json};
    ///
    /// let graph = EmbeddedGraph::new()
    ///     .with_entity("/files", json!({"id": "1"}))
    ///     .with_upload_session("/files/{id}/createUploadSession", |call| json!({"size": call.content().len()}));
    /// let begin = http::Request::post("https://graph.microsoft.com/v1.0/files/1/createUploadSession").body(Bytes::new())?;
    /// let session: Value = serde_json::from_slice(graph.respond(&begin)?.body())?;
    /// let put = http::Request::put(session["uploadUrl"].as_str().unwrap())
    ///     .header("content-range", "bytes 0-4/5")
    ///     .body(Bytes::from("hello"))?;
    /// assert_eq!(graph.respond(&put)?.status(), 201);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_upload_session<A: Into<OperationAnswer>>(
        self,
        path: &str,
        answer: impl Fn(&Invocation) -> A + Send + Sync + 'static,
    ) -> Self {
        self.with_operation(path, OperationKind::Upload, answer)
    }

    /// Adds a drive, such as `/me/drive`, whose `items` are addressed by their paths too: `/me/drive/root:/Notes/May.txt`.
    ///
    /// An item is in the folder whose key its `parentReference` has as `id`; without one it is in `root`. Content that comes
    /// for a path, or an upload session, makes an item of that name.
    ///
    /// # Panics
    ///
    /// The path is no path.
    ///
    /// # Examples
    ///
    /// ```
    /// use bytes::Bytes;
    /// use graph_resource_testing::EmbeddedGraph;
    ///
    /// let graph = EmbeddedGraph::new().with_drive("/me/drive");
    /// let url = "https://graph.microsoft.com/v1.0/me/drive/root:/May.txt:/content";
    /// assert_eq!(graph.respond(&http::Request::put(url).body(Bytes::from("Rain."))?)?.status(), 201);
    /// assert_eq!(graph.entities("/me/drive/items")[1]["name"], "May.txt");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[track_caller]
    pub fn with_drive(self, path: &str) -> Self {
        let segments = parse(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        self.state().service.drives.push(texts(&segments));
        self.with_entity(
            &format!("{}/items", path.trim_end_matches('/')),
            json!({"id": "root", "name": "root", "folder": {}}),
        )
    }

    /// Sets how upload sessions write what they expect next.
    #[must_use]
    pub fn with_upload_style(self, style: UploadStyle) -> Self {
        self.state().service.upload_style = style;
        self
    }

    /// Puts content at a path: `/users/1/photo/$value`, `/drives/d/items/i/content`. It goes with its entity.
    ///
    /// `PUT` to such a path, and to any that ends with `$value` or `content` below an entity, stores a body.
    ///
    /// # Panics
    ///
    /// The path is no path, or the media type cannot be sent.
    #[must_use]
    #[track_caller]
    pub fn with_content(self, path: &str, media_type: &str, bytes: impl Into<Bytes>) -> Self {
        let path = texts(&parse(path).unwrap_or_else(|error| panic!("{path}: {error}")));
        let media_type = media_type.parse().unwrap_or_else(|_| panic!("{media_type} is no media type"));
        self.state().service.store.put_content(path, media_type, bytes.into());
        self
    }

    #[track_caller]
    fn with_operation<A: Into<OperationAnswer>>(
        self,
        path: &str,
        kind: OperationKind,
        answer: impl Fn(&Invocation) -> A + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(move |call: &Invocation| answer(call).into());
        self.state().service.operations.push(Operation { template: template(path), kind, answer });
        self
    }

    /// Says how one waits: by the runtime of the code under test, such as `tokio::time::sleep`, or not at all. A late
    /// answer is waited for so in memory, as [`Fault::latency`](crate::Fault::latency) asks for, and so is a repeat by a
    /// client over this transport. The default is that nobody can wait: no answer is late, and nothing is repeated.
    #[must_use]
    pub fn with_sleep<F>(self, sleep: impl Fn(Duration) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.state().sleep = Some(Arc::new(move |delay| Box::pin(sleep(delay))));
        self
    }

    /// Sets how many exchanges are kept, the latest ones. The default is 10,000.
    #[must_use]
    pub fn with_exchange_limit(self, exchanges: usize) -> Self {
        self.state().exchanges.set_limit(exchanges);
        self
    }

    /// Sets the rules for a collection or a singleton, in place of the default ones.
    ///
    /// # Panics
    ///
    /// The path is empty, or no path.
    #[must_use]
    #[track_caller]
    pub fn with_rules(self, path: &str, rules: Rules) -> Self {
        self.state().service.store.add_rules(template(path), rules);
        self
    }

    /// Sets the rules for everything that has none of its own.
    #[must_use]
    pub fn with_default_rules(self, rules: Rules) -> Self {
        self.state().service.store.set_default_rules(rules);
        self
    }

    /// Requires `Authorization: Bearer …` with this token: 401 for any other, and for none.
    #[must_use]
    pub fn with_bearer_token(self, token: impl Into<String>) -> Self {
        self.state().service.token = Some(Token { text: token.into(), claims: None });
        self
    }

    /// Sets the moment of the next request. Fractions of a second are dropped.
    ///
    /// # Panics
    ///
    /// The moment is not within the years 1970 to 9998.
    #[must_use]
    pub fn with_clock(self, moment: SystemTime) -> Self {
        let clock = crate::clock::Clock::at(moment);
        self.state().service.clock = clock;
        self
    }
}
