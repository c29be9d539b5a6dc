//! Subscriptions: the resource, and the requests that create and keep one.

use core::fmt;
use core::ops::BitOr;
use core::time::Duration;

use graph_resource_macros::{GraphComplex, GraphResource};
use serde::ser::{Error as _, Serializer};
use time::OffsetDateTime;

use crate::edm::date_time_offset::DateTimeOffset;
use crate::field::Field;
use crate::notifications::lifetime::Lifetime;
use crate::notifications::notification::ChangeType;
use crate::odata::path::ResourcePath;
use crate::operation::action::{GraphAction, Invoke};
use crate::operation::create::Create;
use crate::operation::update::Update;
use crate::request::request::Request;
use crate::resource::address::{At, Collection};
use crate::resource::traits::{GraphResource, NewResource};
use crate::value::enumeration::member::FlagSet;

/// A subscription: Graph announces changes of a resource to a URL, until the subscription expires.
///
/// # Examples
///
/// ```
/// use graph_resource::notifications::{ChangeTypes, Subscription};
/// use graph_resource::{DateTimeOffset, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/communications/callRecords/<id>")]
/// pub struct CallRecord {
///     pub id: String,
///     pub version: i64,
/// }
///
/// let expires: DateTimeOffset = "2026-03-04T10:00:00Z".parse()?;
/// let request = Subscription::to(&CallRecord::collection())
///     .on(ChangeTypes::CREATED | ChangeTypes::UPDATED)
///     .notify("https://example.com/notify")
///     .lifecycle("https://example.com/lifecycle")
///     .client_state("kept secret")
///     .expires(expires)
///     .create();
/// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
/// assert_eq!(http.uri().path(), "/v1.0/subscriptions");
/// assert!(http.body().starts_with(br#"{"resource":"/communications/callRecords","changeType":"created,updated","#));
///
/// // Later, by the id that Graph gave it:
/// let renewed = Subscription::at("7f105c7d").renew("2026-03-07T08:00:00Z".parse()?);
/// let reauthorized = Subscription::at("7f105c7d").reauthorize();
/// let deleted = Subscription::at("7f105c7d").delete();
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// Source: Microsoft Graph v1.0, resource type `subscription`.
#[derive(Clone, PartialEq, GraphResource)]
#[graph_resource(path = "/subscriptions/<id>", crate = crate)]
pub struct Subscription {
    /// The key.
    pub id: String,
    /// The path of what is subscribed to, below the service root: `/communications/callRecords`.
    #[graph_resource(create_only)]
    pub resource: String,
    /// The changes that are announced.
    #[graph_resource(create_only)]
    pub change_type: FlagSet<ChangeType>,
    /// The URL that changes are announced to; https.
    pub notification_url: String,
    /// The URL that lifecycle events are announced to; https. It cannot be added later.
    #[graph_resource(create_only)]
    pub lifecycle_notification_url: Option<String>,
    /// The secret that comes with each notification; at most 128 characters.
    #[graph_resource(create_only, write_only)]
    pub client_state: Option<String>,
    /// The moment at which the subscription ends. UTC.
    pub expiration_date_time: DateTimeOffset,
    /// The id of the application that created the subscription.
    #[graph_resource(read_only)]
    pub application_id: Option<String>,
    /// The id of the user or the service principal that created the subscription.
    #[graph_resource(read_only)]
    pub creator_id: Option<String>,
    /// The query options that a resource must match, where cloud printing is subscribed to.
    #[graph_resource(create_only)]
    pub notification_query_options: Option<String>,
    /// The latest version of TLS that the endpoint supports: `v1_2`, which is the default, or another.
    #[graph_resource(create_only)]
    pub latest_supported_tls_version: Option<String>,
}

impl Subscription {
    /// Begins a subscription to a collection, to one resource, or to a path below the service root.
    ///
    /// ```
    /// # use graph_resource::notifications::Subscription;
    /// let subscription = Subscription::to("/chats/getAllMessages");
    /// ```
    pub fn to<W: Watched + ?Sized>(watched: &W) -> NewSubscription {
        let (resource, refused) = match watched.path() {
            Ok(path) => (Some(path), None),
            Err(why) => (None, Some(why)),
        };
        NewSubscription { body: SubscriptionPartial { resource, ..SubscriptionPartial::default() }, refused }
    }
}

impl fmt::Debug for Subscription {
    /// Shows neither `clientState` nor a URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription")
            .field("id", &self.id)
            .field("resource", &self.resource)
            .field("change_type", &self.change_type)
            .field("expiration_date_time", &self.expiration_date_time)
            .finish_non_exhaustive()
    }
}

/// What can be subscribed to: a collection, one resource, or a path below the service root as a text.
pub trait Watched: Sealed {
    /// The path below the service root; else why it is none.
    #[doc(hidden)]
    fn path(&self) -> Result<String, String>;
}

/// What can be subscribed to is this crate's to say.
pub trait Sealed {}

fn text(path: &ResourcePath) -> Result<String, String> {
    path.as_str().map(str::to_owned).map_err(|why| why.to_string())
}

impl<R: GraphResource> Sealed for Collection<R> {}
impl<R: GraphResource> Watched for Collection<R> {
    fn path(&self) -> Result<String, String> {
        text(self.path())
    }
}

impl<R: GraphResource> Sealed for At<R> {}
impl<R: GraphResource> Watched for At<R> {
    fn path(&self) -> Result<String, String> {
        text(self.path())
    }
}

impl Sealed for str {}
impl Watched for str {
    fn path(&self) -> Result<String, String> {
        Ok(self.to_owned())
    }
}

/// A subscription that is to be created: what [`Subscription::to`] begins.
///
/// `Subscription::collection().create(…)` takes it as well as [`create`](Self::create) does.
#[derive(Clone)]
#[must_use = "a subscription is created by the request that `create` gives"]
pub struct NewSubscription {
    body: SubscriptionPartial,
    refused: Option<String>,
}

impl NewSubscription {
    /// The changes that are to be announced: `ChangeTypes::CREATED | ChangeTypes::UPDATED`. Required.
    pub fn on(mut self, changes: impl Into<FlagSet<ChangeType>>) -> Self {
        self.body.change_type = Some(changes.into());
        self
    }

    /// The URL that changes are announced to; https. Required. Graph sends a token there before it answers, and expects it
    /// back within 10 seconds: see [`receive`](crate::notifications::receive).
    pub fn notify(mut self, url: impl Into<String>) -> Self {
        self.body.notification_url = Some(url.into());
        self
    }

    /// The URL that lifecycle events are announced to; https; may be the same. It cannot be added later.
    pub fn lifecycle(mut self, url: impl Into<String>) -> Self {
        self.body.lifecycle_notification_url = Field::Value(url.into());
        self
    }

    /// The secret that comes with each notification, by which [`Batch::verified`] tells that Graph sent it; at most 128
    /// characters.
    ///
    /// [`Batch::verified`]: crate::notifications::Batch::verified
    pub fn client_state(mut self, secret: impl Into<String>) -> Self {
        self.body.client_state = Field::Value(secret.into());
        self
    }

    /// The moment at which the subscription ends.
    ///
    /// Without it, the subscription lives as long as [`Lifetime`] says, by the system's clock and less
    /// two minutes, since Graph refuses what is longer by its own; of a resource that is not in the table, an hour.
    pub fn expires(mut self, at: DateTimeOffset) -> Self {
        self.body.expiration_date_time = Some(at);
        self
    }

    /// The request that creates it: `POST`.
    pub fn create(&self) -> Request<Create<Subscription>> {
        Subscription::collection().create(self)
    }
}

/// How far the clocks of this machine and of Graph may be apart.
const CLOCK_SKEW: Duration = Duration::from_secs(120);

/// The life of a subscription to what is in no table: any resource has it.
const SHORTEST: Duration = Duration::from_secs(60 * 60);

impl NewResource<Subscription> for NewSubscription {
    fn write_new<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if let Some(why) = &self.refused {
            return Err(S::Error::custom(why));
        }
        if self.body.expiration_date_time.is_some() {
            return self.body.write_new(to);
        }
        let row = self.body.resource.as_deref().and_then(Lifetime::of);
        let life = row.map_or(SHORTEST, Lifetime::duration).saturating_sub(CLOCK_SKEW);
        let expires = DateTimeOffset::try_from(OffsetDateTime::now_utc() + life).map_err(S::Error::custom)?;
        self.clone().expires(expires).body.write_new(to)
    }
}

impl fmt::Debug for NewSubscription {
    /// Shows neither `clientState` nor a URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewSubscription")
            .field("resource", &self.body.resource)
            .field("change_type", &self.body.change_type)
            .field("expiration_date_time", &self.body.expiration_date_time)
            .finish_non_exhaustive()
    }
}

impl At<Subscription> {
    /// Renews the subscription until this moment: `PATCH`. It is reauthorized by that as well.
    ///
    /// Source: Microsoft Graph, "update subscription".
    pub fn renew(self, expires: DateTimeOffset) -> Request<Update<Subscription>> {
        self.update(SubscriptionPatch::new().expiration_date_time(expires))
    }

    /// Reauthorizes the subscription, which keeps the moment of its end: `POST`.
    ///
    /// Source: Microsoft Graph, "subscription: reauthorize".
    pub fn reauthorize(self) -> Request<Invoke<Reauthorize>> {
        self.invoke(Reauthorize {})
    }
}

/// The action [`At::reauthorize`] invokes.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(crate = crate)]
pub struct Reauthorize {}

impl GraphAction for Reauthorize {
    type On = At<Subscription>;
    type Output = ();
    const NAME: &'static str = "reauthorize";
}

/// A set of types of changes, for [`NewSubscription::on`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ChangeTypes(u8);

impl ChangeTypes {
    /// New resources.
    pub const CREATED: Self = Self(1);
    /// Changed resources. Of users and groups also new ones, and those that can still be restored.
    pub const UPDATED: Self = Self(1 << 1);
    /// Resources that are gone.
    pub const DELETED: Self = Self(1 << 2);

    /// Whether all of `other` are among these.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Both sets together.
impl BitOr for ChangeTypes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl From<ChangeTypes> for FlagSet<ChangeType> {
    fn from(changes: ChangeTypes) -> Self {
        let all = [
            (ChangeTypes::CREATED, ChangeType::Created),
            (ChangeTypes::UPDATED, ChangeType::Updated),
            (ChangeTypes::DELETED, ChangeType::Deleted),
        ];
        all.into_iter().filter(|(change, _)| changes.contains(*change)).map(|(_, change)| change).collect()
    }
}
