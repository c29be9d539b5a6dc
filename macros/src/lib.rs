//! The derives of `graph-resource`. Use them through that crate, which re-exports them and documents the traits that
//! they implement.

mod check;
mod diagnostic;
mod errors;
mod expand;
mod input;
mod suggest;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Derives `GraphResource` for a struct: an OData entity type and the path where it is served.
///
/// The struct has named fields, one for each property that it cares for, and derives `Clone`, `Debug` and `PartialEq`
/// beside. An `Option<…>`, written literally, is a nullable property. The struct itself is left as it is.
///
/// ```
/// use graph_resource::GraphResource;
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<user>/events/<id>", odata_type = "microsoft.graph.event")]
/// pub struct Event {
///     pub id: String,
///     pub subject: Option<String>,
///     #[graph_resource(read_only)]
///     pub web_link: Option<String>,
/// }
///
/// let patch = EventPatch::new().subject("Lunch");
/// let request = Event::at("ada", "AAMk").update(patch).to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().path(), "/v1.0/users/ada/events/AAMk");
/// assert_eq!(request.body(), r##"{"@odata.type":"#microsoft.graph.event","subject":"Lunch"}"##);
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Generated beside the struct, with its visibility:
///
/// - `EventPartial`, each property optional: what an answer says;
/// - `EventPatch`, with a setter for each property that may be changed: `subject(value)`, and for a nullable one also
///   `set_subject(value)`, which takes an `Option` or a `Field`, and `clear_subject()`; and with `names()`, the wire names
///   that it says;
/// - `EventProps`, the handles of the properties by name and type, which `Event::props()` gives;
/// - `Event::at(…)` and `Event::collection(…)`, where requests start;
/// - the implementations of `GraphResource` and of serde's traits for the local form.
///
/// # Options of the struct
///
/// ### `path`
///
/// The path below the version segment, as a string. Required. Each placeholder, `<name>`, is a parameter of `at`, in path
/// order; those before the last segment are parameters of `collection`. One in the last segment names a field: the key.
/// Where the last segment has none, the resource is a singleton and has no `collection`.
///
/// A placeholder is a whole segment, or a whole value in the parentheses of a segment: in quotes, `('<id>')` or
/// `(appId='<app_id>')`, for strings, and without, `(number=<number>)`, for numbers and GUIDs. Of several, `(a='<a>',b=<b>)`,
/// each names a field and is a part of the key. The collection is the path without the parentheses.
///
/// Files and sites are addressed by a path within the path too: `<path..>` is any number of segments, which the parameter
/// gives in one text, divided by slashes. It stands after a segment that ends in a colon, and a colon closes it where
/// segments follow. Each of its segments is encoded; one that is empty, `.` or `..`, a slash at its beginning or end, and
/// a colon are refused when the request is built. It names no field, and is no key: a path that ends in it has no `collection`.
/// A placeholder may open such a path, as in `/sites/<host>:/<path..>`.
///
/// ```
/// # use graph_resource::GraphResource;
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/drives/<drive>/items/<id>")]
/// #[graph_resource(path = "/drives/<drive>/root:/<path..>:", at = "by_path")]
/// pub struct DriveItem {
///     pub id: String,
/// }
///
/// let request = DriveItem::by_path("b!1", "Reports/May 1.docx").get().to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().path(), "/v1.0/drives/b%211/root:/Reports/May%201.docx:");
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// A qualified type name after the key is a cast, and no singleton: `/deviceConfigurations/<id>/microsoft.graph.x` has a
/// collection, `/deviceConfigurations/microsoft.graph.x`.
///
/// ```
/// # use graph_resource::GraphResource;
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/me")]
/// pub struct Me {
///     pub display_name: Option<String>,
/// }
///
/// let request = Me::at().get();
/// ```
///
/// A resource that is served in several places has a path for each, in an attribute of its own, which names its functions.
/// The first path is the primary one: `GraphResource::PATH`. The key is that of the first path that ends in one; what a
/// further path ends in names a field as well, which stays a property like any other.
///
/// ```
/// # use graph_resource::GraphResource;
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/applications/<id>", odata_type = "microsoft.graph.application")]
/// #[graph_resource(path = "/applications(appId='<app_id>')", at = "by_app_id")]
/// #[graph_resource(path = "/me/ownedObjects/<id>/microsoft.graph.application", at = "at_mine", collection = "mine")]
/// pub struct Application {
///     pub id: String,
///     pub app_id: String,
/// }
///
/// let base = "https://graph.microsoft.com/v1.0";
/// let request = Application::by_app_id("00000003").get().to_http(base)?;
/// assert_eq!(request.uri().path(), "/v1.0/applications(appId='00000003')");
/// let request = Application::mine().list().to_http(base)?;
/// assert_eq!(request.uri().path(), "/v1.0/me/ownedObjects/microsoft.graph.application");
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// What was read at a path is saved there, items of lists included. An attribute without a path speaks of the first.
///
/// The key is not nullable, has a type that implements `Display`, and takes none of `write_only`, `merge`, `navigation`,
/// `create_only`, `default` and `etag`.
///
/// ### `odata_type`
///
/// The qualified OData name, as a string, with or without a leading `#`: it is sent as `"@odata.type"` in bodies.
/// Default: nothing is sent. Example: `odata_type = "microsoft.graph.user"`.
///
/// ### `rename_all`
///
/// The rule that makes wire names of field names, as a string: `camelCase`, `PascalCase`, `snake_case`,
/// `SCREAMING_SNAKE_CASE`, `kebab-case`, `lowercase` or `UPPERCASE`. Default: `camelCase`, which is Graph's. A field's own
/// `rename` goes first.
///
/// ### `partial`
///
/// The name of the partial, as a string. Default: the struct's name and `Partial`. Example: `partial = "EventAnswer"`.
///
/// ### `patch`
///
/// The name of the patch, as a string. Default: the struct's name and `Patch`. Example: `patch = "EventChange"`.
///
/// ### `props`
///
/// The name of the struct of property handles, as a string. Default: the struct's name and `Props`. The function
/// `props()` keeps its name. Example: `props = "EventFields"`.
///
/// ### `at`
///
/// The name of the function that addresses one resource, as a string, for structs that have one of this name already.
/// Default: `at`. Required of a further path, in the attribute of the path. Example: `at = "one"`.
///
/// ### `collection`
///
/// The name of the function that addresses the collection, as a string. Default: `collection`; of a further path, what its
/// `at` says and `_collection`, as in `at_user_collection`. A singleton has none, and takes no such option. Example:
/// `collection = "all"`.
///
/// ### `schema`
///
/// Compares the declaration with the metadata of Microsoft Graph while it compiles: `schema = "v1.0"`. Needs the feature
/// `schema` of `graph-resource`. Default: nothing is compared.
///
/// An error, each at its place: a path, a type, a property or a member that Graph does not have, with the name that may
/// have been meant; another primitive type; one value for a collection and the reverse; a relationship without
/// `navigation`; a key that is none. A warning, of the lint `deprecated`, where `#[allow(deprecated)]` silences it: what
/// Graph has deprecated, with the date; a property that may be null and is no `Option`; one that the service makes, or that
/// never changes, without `read_only` or `create_only`.
///
/// The type is the one of `odata_type`, or the one that `path` leads to, or else the one type with the name of the Rust
/// type. `schema = "v1.0#microsoft.graph.emailAddress"` names it without sending it.
///
/// ```compile_fail
/// # use graph_resource::GraphResource;
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>", schema = "v1.0")]
/// struct User {
///     id: String,
///     dispaly_name: Option<String>, // `microsoft.graph.user` has no property `dispalyName`; did you mean `displayName`?
/// }
/// ```
///
/// ### `cloud`
///
/// The national cloud where the type is used, as a string: `china`, `usgov` or `usgovdod`. With `schema`, what that cloud
/// lacks is a warning, if the index has its metadata; the one that ships has that of the global cloud alone.
///
/// ### `unchecked`
///
/// With `schema`: leaves the path of the same attribute out of the comparison, for one that the metadata does not have.
/// Takes no value. Example: `#[graph_resource(path = "/me/calendarview/<id>", at = "in_view", unchecked)]`.
///
/// ### `crate`
///
/// Where the crate `graph_resource` is found, as a path, bare or in a string: for those who rename or re-export it.
/// Default: `::graph_resource`.
///
/// ```
/// mod sdk {
///     pub use graph_resource;
/// }
///
/// #[derive(Clone, Debug, PartialEq, sdk::graph_resource::GraphResource)]
/// #[graph_resource(path = "/users/<id>", crate = crate::sdk::graph_resource)]
/// pub struct User {
///     pub id: String,
/// }
/// # fn main() {}
/// ```
///
/// # Options of a field
///
/// ### `rename`
///
/// The name on the wire, as a string, where the rule gives another. Default: by `rename_all`. Not with `etag`, `annotation`
/// and `additional`, whose names are given. A name stands in paths and in `$select` too: what would end or split it there,
/// such as `/`, `&` or a comma, is refused, and so is `@`. Example:
/// `#[graph_resource(rename = "hasMFA")] has_mfa: Option<bool>`.
///
/// ### `alias`
///
/// A further spelling of the name, as a string, that is read as the name itself: some services write `NextExpectedRanges` for
/// `nextExpectedRanges`. May be given more than once. The name itself is what is written. Two spellings in one object are
/// one property that occurs twice: an error. Links beside an expanded collection, as of `next_link_of`, keep the
/// answer's spelling. Not with `annotation`, `etag` and `additional`.
///
/// ```
/// # use graph_resource::GraphComplex;
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct UploadSession {
///     #[graph_resource(alias = "NextExpectedRanges")]
///     pub next_expected_ranges: Vec<String>,
/// }
///
/// let session: UploadSession = serde_json::from_str(r#"{"NextExpectedRanges":["0-"]}"#)?;
/// assert_eq!(serde_json::to_string(&session)?, r#"{"nextExpectedRanges":["0-"]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// ### `annotation`
///
/// Holds an annotation of the object, named with its `@`, as a string: `@microsoft.graph.downloadUrl`. The field is an
/// `Option` of any value; an annotation that an answer lacks is `None`. It is read, kept and merged from answers, is in no
/// body and in no `$select`, and is never a change. With `default`, `with` and `opaque` alone, and not on the key.
/// `@odata.etag` has an option of its own, `etag`.
///
/// ```
/// # use graph_resource::{Bytes, GraphResource, http};
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/me/drive/items/<id>")]
/// pub struct Item {
///     pub id: String,
///     #[graph_resource(annotation = "@microsoft.graph.downloadUrl")]
///     pub download_url: Option<String>,
/// }
///
/// let body = r#"{"id":"1","@microsoft.graph.downloadUrl":"https://contoso.example/1"}"#;
/// let item = Item::at("1").get().parse(http::Response::new(Bytes::from(body)))?;
/// assert_eq!(item.download_url.as_deref(), Some("https://contoso.example/1"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// ### `read_only`
///
/// Set by the service alone (OData *Computed*): read, kept and merged from answers; in no patch and no body of a
/// creation. Takes no value. Not with `create_only`, `write_only`, `merge`, `navigation`, `annotation`, `etag` and
/// `additional`.
///
/// ### `create_only`
///
/// Set at creation alone (OData *Immutable*): in the body of a creation, in no patch. Takes no value. Not with
/// `read_only`, `merge`, `navigation`, `annotation`, `etag` and `additional`, nor on the key.
///
/// ### `write_only`
///
/// Sent and never shown again: a password. What an answer says of it (null, or a mask) is not merged into the local
/// copy. Takes no value; implies `default`. Not with `read_only`, `navigation`, `annotation`, `etag` and `additional`, nor on
/// the key.
///
/// ### `not_null`
///
/// A property that answers may leave out and that is never null: `birthday` of a user, which comes only where it is asked
/// for. The field is an `Option`. Absent, it is `None`; null is an error, of a collection too; `None` is in no body. The
/// patch has `birthday(value)` alone, and the partial an `Option`. That the value is gone is nothing that a patch
/// could say. Takes no value. Not with `navigation`, `annotation`, `etag` and `additional`, nor on the key.
///
/// ```
/// # use graph_resource::GraphResource;
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     #[graph_resource(not_null)]
///     pub my_site: Option<String>,
/// }
///
/// let user: User = serde_json::from_str(r#"{"id":"1"}"#)?;
/// assert_eq!(user.my_site, None);
/// assert!(serde_json::from_str::<User>(r#"{"id":"1","mySite":null}"#).is_err());
/// assert_eq!(serde_json::to_string(&UserPatch::new().my_site("https://a.example"))?, r#"{"mySite":"https://a.example"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// `Debug` of a partial, a patch and a tracked resource hides the value, and no error message quotes it. **The struct's own
/// `Debug` and `Serialize` show it**, as they are the user's: for a value that belongs in no log, the field is a
/// `Secret<T>`.
///
/// ### `merge`
///
/// For a property of a complex type: `diff`, and so `Tracked::save`, names the changed members of the value instead of the
/// whole of it. Takes no value. Default: a changed value is sent as a whole. Not with `read_only`, `create_only`,
/// `navigation`, `annotation`, `opaque`, `with`, `etag` and `additional`, nor on the key, a scalar or a collection.
///
/// ```
/// # use graph_resource::{GraphComplex, GraphResource};
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Address {
///     pub city: Option<String>,
///     pub street: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/places/<id>")]
/// pub struct Place {
///     pub id: String,
///     #[graph_resource(merge)]
///     pub address: Option<Address>,
/// }
///
/// let old = Place { id: "1".into(), address: Some(Address { city: Some("Oslo".into()), street: None }) };
/// let mut new = old.clone();
/// new.address = Some(Address { city: Some("Bergen".into()), street: None });
/// assert_eq!(serde_json::to_string(&old.diff(&new))?, r#"{"address":{"city":"Bergen"}}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// ### `navigation`
///
/// A relationship (OData *navigation property*): an `Option` of an entity, or of a `Vec` of entities, which only `$expand`
/// fills. It is in no patch and in no `$select`; in the body of a creation it stands where it was set (OData *deep
/// insert*). Takes no value; implies `default`. With `rename`, `alias` and `inline` alone, and not on the key.
///
/// A tracked resource whose relationship was set by hand is not saved: `ErrorKind::Unsendable` names it. In the creation of
/// a record, a related entity that has a key is refused too, since it is there already. A partial may hold one, and may
/// bind: `GroupPartial { members: Field::Value(vec![member.into()]), .. }`, where `member` is a partial with its own
/// `bind_manager(…)`, creates a member that is related to somebody.
///
/// `props()` holds a handle of it for `expand` and for [`At::navigation`], and the patch and the partial of a resource
/// have setters for `@odata.bind`: `bind_manager(reference)` and `unbind_manager()`, or `bind_members(references)`, which
/// adds. A relationship of a complex type is read alone. An entity that nests itself is boxed, as in `Option<Box<User>>`.
///
/// A partial says of a related entity what the answer says, member by member, be it one or one of many; an entity that
/// was expanded with a `$select` of its own, or that answers show without its key, is read there. A whole resource has
/// whole entities: what is missing of one is an error that names the path, as in `members[0].id`. A type whose key the
/// expanded answers leave out, such as `thumbnailSet`, is a struct with `GraphComplex`, its `id` an `Option`.
///
/// [`At::navigation`]: https://docs.rs/graph-resource/latest/graph_resource/resource/struct.At.html#method.navigation
///
/// ```
/// # use graph_resource::GraphResource;
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     #[graph_resource(navigation)]
///     pub manager: Option<Box<User>>,
/// }
///
/// let request = User::at("87d349ed").get().expand(User::props().manager).to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(request.uri().query(), Some("$expand=manager"));
///
/// let patch = UserPatch::new().bind_manager(User::at("6ea91a8d"));
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"manager@odata.bind":"users/6ea91a8d"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ### `inline`
///
/// Beside `navigation`: the related entities may stand in a patch too, as Graph documents it of the extended properties of
/// a message. The patch has a setter that takes the field's type, without its `Option`; `diff` names the field where its entities
/// differ. Each entity is written as in the body of a creation, its key included, and the service takes them for all there
/// are or adds them, as it documents. `None` is in no body. What is said of `navigation` holds otherwise: `$expand`
/// fills it, and it may be bound. Takes no value.
///
/// ```
/// # use graph_resource::{GraphComplex, GraphResource};
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct ExtendedProperty {
///     pub id: String,
///     pub value: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/me/messages/<id>")]
/// pub struct Message {
///     pub id: String,
///     #[graph_resource(navigation, inline)]
///     pub single_value_extended_properties: Option<Vec<ExtendedProperty>>,
/// }
///
/// let color = ExtendedProperty { id: "String {66f5a359} Name Color".into(), value: Some("Green".into()) };
/// let patch = MessagePatch::new().single_value_extended_properties(vec![color]);
/// let body = r#"{"singleValueExtendedProperties":[{"id":"String {66f5a359} Name Color","value":"Green"}]}"#;
/// assert_eq!(serde_json::to_string(&patch)?, body);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// ### `additional`
///
/// Holds the properties that the type does not name: those of an open type, and those that came to the API later. They
/// are kept, compared, and patched one by one. Takes no value. The field is a `serde_json::Map<String, serde_json::Value>`,
/// one a struct. With no other option.
///
/// ### `etag`
///
/// Holds `@odata.etag`; never sent in a body. Takes no value. The field is an `Option<ETag>`, one a resource. With no
/// other option.
///
/// ### `default`
///
/// Where an answer does not name the property, it has the default of its type, instead of being an error. Takes no
/// value. An `Option` needs it not: it is `None`. Not with `navigation`, `etag` and `additional`, nor on the key.
///
/// ### `with`
///
/// A module with the functions `serialize` and `deserialize`, as a string, which read and write a foreign type, as for
/// serde's option of the name. They know nothing of absent and null: an `Option` is taken care of. Not with `opaque`,
/// `merge`, `navigation`, `etag` and `additional`.
///
/// ```
/// # use graph_resource::GraphResource;
/// mod percent {
///     use serde::{Deserialize, Deserializer, Serializer};
///
///     pub fn serialize<S: Serializer>(value: &u8, to: S) -> Result<S::Ok, S::Error> {
///         to.serialize_str(&format!("{value}%"))
///     }
///
///     pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
///         let text = String::deserialize(from)?;
///         text.trim_end_matches('%').parse().map_err(serde::de::Error::custom)
///     }
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/tasks/<id>")]
/// pub struct Task {
///     pub id: String,
///     #[graph_resource(with = "percent")]
///     pub complete: Option<u8>,
/// }
///
/// assert_eq!(serde_json::to_string(&TaskPatch::new().complete(50))?, r#"{"complete":"50%"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// ### `opaque`
///
/// A foreign type with serde implementations of its own, replaced as a whole: `url::Url`, `serde_json::Value`. Takes no
/// value. Not with `with`, `merge`, `navigation`, `etag` and `additional`.
///
/// ### `unchecked`
///
/// With `schema`: leaves the field out of the comparison, for what the metadata does not have. Takes no value.
#[proc_macro_derive(GraphResource, attributes(graph_resource, serde))]
pub fn derive_graph_resource(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::structure(&input, input::Kind::Resource).into()
}

/// Derives `GraphComplex` for a struct: an OData complex type, the value of a property.
///
/// The struct has named fields, one for each property that it cares for, and derives `Clone`, `Debug` and `PartialEq`
/// beside. Its fields take the options of a resource's, `etag` excepted: see `GraphResource`.
///
/// ```
/// use graph_resource::GraphComplex;
///
/// #[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
/// #[graph_resource(odata_type = "microsoft.graph.identity")]
/// pub struct Identity {
///     pub id: Option<String>,
///     pub display_name: Option<String>,
///     #[graph_resource(additional)]
///     pub additional: serde_json::Map<String, serde_json::Value>,
/// }
///
/// let patch = IdentityPatch::new().clear_display_name();
/// ```
///
/// Generated beside the struct, with its visibility: `IdentityPartial`, each property optional; `IdentityPatch`, which a
/// setter of the resource takes; and the implementations of `GraphComplex`, `GraphValue` and serde's traits.
///
/// # Options of the struct
///
/// ### `odata_type`
///
/// The qualified OData name, as a string, with or without a leading `#`: it is sent as `"@odata.type"` with the value.
/// Default: nothing is sent. Example: `odata_type = "microsoft.graph.identity"`.
///
/// ### `rename_all`
///
/// The rule that makes wire names of field names, as a string: `camelCase`, `PascalCase`, `snake_case`,
/// `SCREAMING_SNAKE_CASE`, `kebab-case`, `lowercase` or `UPPERCASE`. Default: `camelCase`. A field's own `rename` goes first.
///
/// ### `partial`
///
/// The name of the partial, as a string. Default: the struct's name and `Partial`. Example: `partial = "SomeIdentity"`.
///
/// ### `patch`
///
/// The name of the patch, as a string. Default: the struct's name and `Patch`. Example: `patch = "IdentityChange"`.
///
/// ### `props`
///
/// The name of the struct of property handles, as a string. Default: the struct's name and `Props`. The function
/// `props()` keeps its name.
///
/// ### `schema`
///
/// Compares the declaration with the metadata of Microsoft Graph, as for `GraphResource`. Example: `schema = "v1.0"`.
///
/// ### `cloud`
///
/// The national cloud where the type is used, as for `GraphResource`.
///
/// ### `crate`
///
/// Where the crate `graph_resource` is found, as a path, bare or in a string. Default: `::graph_resource`.
#[proc_macro_derive(GraphComplex, attributes(graph_resource, serde))]
pub fn derive_graph_complex(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::structure(&input, input::Kind::Complex).into()
}

/// Derives `GraphEnum` for an enum: an OData enumeration type.
///
/// Each member is a variant without data, and one variant keeps the names that this build does not know. The enum
/// derives `Clone`, `Debug` and `PartialEq` beside.
///
/// ```
/// use graph_resource::GraphEnum;
///
/// #[derive(Clone, Debug, PartialEq, GraphEnum)]
/// pub enum Importance {
///     Low,
///     Normal,
///     High,
///     #[graph_resource(unknown)]
///     Unknown(String),
/// }
///
/// assert_eq!(Importance::from_name("high"), Importance::High);
/// assert_eq!(Importance::from_name("urgent").as_str(), "urgent");
/// assert_eq!(Importance::ALL, [Importance::Low, Importance::Normal, Importance::High]);
/// ```
///
/// Generated: the implementations of `GraphEnum`, `GraphValue`, `Display`, `FromStr` (which keeps a name that is unknown,
/// and never fails) and serde's traits. A property that holds several members at once, a flags enumeration, has the type
/// `FlagSet<Importance>`.
///
/// # Options of the enum
///
/// ### `odata_type`
///
/// The qualified OData name, with or without `#`, as a string: for `schema`, and for the literals of a filter that asks for
/// it, `p.importance.qualified().eq(…)`. It is in no body. Example: `odata_type = "microsoft.graph.importance"`.
///
/// ### `rename_all`
///
/// The rule that makes wire names of the variants' names, as a string: `camelCase`, `PascalCase`, `snake_case`,
/// `SCREAMING_SNAKE_CASE`, `kebab-case`, `lowercase` or `UPPERCASE`. Default: `camelCase`. A variant's own `rename` goes
/// first.
///
/// ### `schema`
///
/// Compares the declaration with the metadata of Microsoft Graph, as for `GraphResource`. Example: `schema = "v1.0"`.
///
/// ### `cloud`
///
/// The national cloud where the type is used, as for `GraphResource`.
///
/// ### `crate`
///
/// Where the crate `graph_resource` is found, as a path, bare or in a string. Default: `::graph_resource`.
///
/// # Options of a variant
///
/// ### `rename`
///
/// The name on the wire, as a string, where the rule gives another; without a comma, which stands between the members of
/// flags. Default: by `rename_all`. Not with `unknown`. Example: `#[graph_resource(rename = "iOS")] Ios`.
///
/// ### `unknown`
///
/// Keeps a name that is no declared member's, as it came: the variant is written `Unknown(String)`, under whatever name.
/// Takes no value. Required, of one variant: Graph adds members without a new version. Not with `rename`.
///
/// ### `unchecked`
///
/// With `schema`: leaves the variant out of the comparison, for what the metadata does not have. Takes no value.
#[proc_macro_derive(GraphEnum, attributes(graph_resource, serde))]
pub fn derive_graph_enum(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::enumeration(&input).into()
}

/// Derives `GraphUnion` for an enum: a base type and the types derived from it, told apart by `@odata.type`.
///
/// Each variant holds the value of one type, a struct with `GraphComplex` or `GraphResource`, in a `Box` if that is wished.
/// One variant keeps the types that this build does not know. The enum derives `Clone`, `Debug` and `PartialEq` beside.
///
/// ```
/// use graph_resource::{GraphComplex, GraphUnion};
/// use serde_json::{Map, Value};
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Identity {
///     pub display_name: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct UserIdentity {
///     pub display_name: Option<String>,
///     pub user_principal_name: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphUnion)]
/// pub enum AnyIdentity {
///     Identity(Identity),
///     #[graph_resource(odata_type = "microsoft.graph.userIdentity")]
///     User(UserIdentity),
///     #[graph_resource(unknown)]
///     Unknown(Map<String, Value>),
/// }
///
/// let patch = AnyIdentityPatch::from(UserIdentityPatch::new().clear_display_name());
/// let body = r##"{"@odata.type":"#microsoft.graph.userIdentity","displayName":null}"##;
/// assert_eq!(serde_json::to_string(&patch)?, body);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Generated beside the enum, with its visibility: `AnyIdentityPartial`, an enum of what an answer says of a value of each
/// type; `AnyIdentityPatch`, made of the patch of one of the types; `From` for the struct of each variant; and the
/// implementations of `GraphUnion`, `GraphComplex`, `GraphValue` and serde's traits.
///
/// # Values of one type
///
/// The struct of a variant converts into the union, in the variant's `Box` or not, and a setter takes it, or its patch, as
/// it is:
///
/// ```
/// # use graph_resource::{GraphComplex, GraphUnion};
/// # use serde_json::{Map, Value};
/// # #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// # pub struct UserIdentity {
/// #     pub user_principal_name: Option<String>,
/// # }
/// # #[derive(Clone, Debug, PartialEq, GraphUnion)]
/// # pub enum AnyIdentity {
/// #     #[graph_resource(odata_type = "microsoft.graph.userIdentity")]
/// #     User(Box<UserIdentity>),
/// #     #[graph_resource(unknown)]
/// #     Unknown(Map<String, Value>),
/// # }
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// pub struct Task {
///     pub assigned_to: Option<AnyIdentity>,
/// }
///
/// let ada = UserIdentity { user_principal_name: Some("ada".into()) };
/// let task = Task { assigned_to: Some(ada.clone().into()) };
/// assert_eq!(task.assigned_to, Some(AnyIdentity::User(Box::new(ada.clone()))));
///
/// let patch = TaskPatch::new().assigned_to(ada);
/// let body = r##"{"assignedTo":{"@odata.type":"#microsoft.graph.userIdentity","userPrincipalName":"ada"}}"##;
/// assert_eq!(serde_json::to_string(&patch)?, body);
///
/// let patch = TaskPatch::new().assigned_to(UserIdentityPatch::new().clear_user_principal_name());
/// let body = r##"{"assignedTo":{"@odata.type":"#microsoft.graph.userIdentity","userPrincipalName":null}}"##;
/// assert_eq!(serde_json::to_string(&patch)?, body);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A struct that several variants hold does not say which one is meant, and converts into none; nor does one with a type
/// parameter of the union that might be that of another variant. An object converts neither: `serde_json::from_value`
/// finds out whether its type is known.
///
/// # Patches of one type
///
/// The patch of a derived type is sent with the name of the type. It changes a value of this type; one of another type it
/// replaces by a new one if the type can start empty, and leaves alone if it cannot.
///
/// The patch of the base type, here `IdentityPatch`, speaks of members that all types inherit, where the struct of the base
/// has an `odata_type`. It changes a value of any type, and is sent without `@odata.type`: a service may take another type
/// than the value's for an order to change it. A whole value of the base type is sent with it; without an `odata_type` the
/// two could not be told apart, and so a patch of the base type then means a value of the base type. A service that wants a type in each body is sent the patch of
/// the value's own type. Where the base type is abstract, and no variant is of it, an `ObjectPatch` without `@odata.type`
/// is such a patch.
///
/// ```
/// # use graph_resource::{GraphComplex, GraphUnion};
/// # use serde_json::{Map, Value};
/// #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// #[graph_resource(odata_type = "microsoft.graph.identity")]
/// pub struct Identity {
///     pub display_name: Option<String>,
/// }
///
/// # #[derive(Clone, Debug, PartialEq, GraphComplex)]
/// # pub struct UserIdentity {
/// #     pub display_name: Option<String>,
/// #     pub user_principal_name: Option<String>,
/// # }
/// # #[derive(Clone, Debug, PartialEq, GraphUnion)]
/// # pub enum AnyIdentity {
/// #     Identity(Identity),
/// #     #[graph_resource(odata_type = "microsoft.graph.userIdentity")]
/// #     User(UserIdentity),
/// #     #[graph_resource(unknown)]
/// #     Unknown(Map<String, Value>),
/// # }
/// let mut identity = AnyIdentity::User(UserIdentity { display_name: None, user_principal_name: Some("ada".into()) });
/// let patch = AnyIdentityPatch::from(IdentityPatch::new().display_name("Ada"));
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"displayName":"Ada"}"#);
///
/// identity.apply(patch);
/// let AnyIdentity::User(user) = identity else { panic!("a patch of the base type changes no type") };
/// assert_eq!(user.display_name.as_deref(), Some("Ada"));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// What the struct of the derived type neither declares nor keeps in `additional` is not applied to it. Nor is what it
/// declares otherwise and cannot hold, such as null where it is not nullable; of such a pair of structs alone, a composed
/// patch may end otherwise than its parts in a row.
///
/// # Options of the enum
///
/// ### `path`
///
/// The path below the version segment, as a string: the union is a resource, and is addressed as one. As for
/// `GraphResource`, with further paths in attributes of their own; each variant then holds a struct with `GraphResource`,
/// whose key is the union's. Default: the union is a value of properties, as a complex type is.
///
/// ```
/// # use graph_resource::{GraphResource, GraphUnion};
/// # use serde_json::{Map, Value};
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>")]
/// pub struct IosCustomConfiguration {
///     pub id: String,
///     pub payload_name: Option<String>,
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphUnion)]
/// #[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>")]
/// pub enum DeviceConfiguration {
///     #[graph_resource(odata_type = "microsoft.graph.iosCustomConfiguration")]
///     IosCustom(IosCustomConfiguration),
///     #[graph_resource(unknown)]
///     Unknown(Map<String, Value>),
/// }
///
/// let patch = IosCustomConfigurationPatch::new().payload_name("Wi-Fi");
/// let request = DeviceConfiguration::at("42").update(patch.into());
/// let request = request.to_http("https://graph.microsoft.com/v1.0")?;
/// let body = r##"{"@odata.type":"#microsoft.graph.iosCustomConfiguration","payloadName":"Wi-Fi"}"##;
/// assert_eq!(request.body(), body);
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// ### `odata_type`
///
/// The qualified OData name of the base type, as a string, for `schema`. It is not sent.
///
/// ### `partial`
///
/// The name of the partial, as a string. Default: the enum's name and `Partial`. Example: `partial = "SomeIdentity"`.
///
/// ### `patch`
///
/// The name of the patch, as a string. Default: the enum's name and `Patch`. Example: `patch = "IdentityChange"`.
///
/// ### `base`
///
/// The struct of the base type, as a path, where no variant is of it: the base is abstract, or its values are of no
/// interest. `props()` of the union then gives the handles of its properties, to select, filter and order by. Default: the
/// type of the variant without `odata_type`, where there is one. Example: `base = DirectoryObject`.
///
/// ### `at`
///
/// The name of the function that addresses one resource, as for `GraphResource`. Only with `path`.
///
/// ### `collection`
///
/// The name of the function that addresses the collection, as for `GraphResource`. Only with `path`.
///
/// ### `schema`
///
/// Compares the declaration with the metadata of Microsoft Graph, as for `GraphResource`. Example: `schema = "v1.0"`.
///
/// ### `cloud`
///
/// The national cloud where the type is used, as for `GraphResource`.
///
/// ### `unchecked`
///
/// With `schema`: leaves the path of the same attribute out of the comparison, as for `GraphResource`. Takes no value.
///
/// ### `crate`
///
/// Where the crate `graph_resource` is found, as a path, bare or in a string. Default: `::graph_resource`.
///
/// # Options of a variant
///
/// ### `odata_type`
///
/// The qualified OData name of the variant's type, as a string, with or without a leading `#`: a value with this
/// `@odata.type` is of this variant, and is written with it. The one variant without this option is the base type: an
/// object without `@odata.type` is of it, and the struct's own `odata_type` is what a whole value of it is sent with.
/// Without such a variant, the base type is abstract. Not with `unknown`.
///
/// ### `unknown`
///
/// Keeps an object of a type that has no variant, whole, with its `@odata.type`: the variant is written
/// `Unknown(serde_json::Map<String, serde_json::Value>)`, under whatever name. Takes no value. Required, of one variant:
/// Graph adds derived types without a new version.
///
/// ### `unchecked`
///
/// With `schema`: leaves the variant out of the comparison, for what the metadata does not have. Takes no value.
#[proc_macro_derive(GraphUnion, attributes(graph_resource, serde))]
pub fn derive_graph_union(input: TokenStream) -> TokenStream {
    let input = input::self_type::named(parse_macro_input!(input as DeriveInput));
    expand::union(&input).into()
}
