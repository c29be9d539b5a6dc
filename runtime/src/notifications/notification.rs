//! Notifications: what changed, and what became of a subscription.

use core::fmt;

use graph_resource_macros::GraphEnum;
use serde_json::{Map, Value};

use crate::edm::date_time_offset::DateTimeOffset;
use crate::etag::ETag;
use crate::notifications::content::{Content, Member};
use crate::value::enumeration::member::GraphEnum;

/// A notification whose `clientState` is that of its subscription.
///
/// Source: Microsoft Graph v1.0, resource type `changeNotification`.
#[derive(Clone, Debug)]
pub enum Notification {
    /// A resource was created, updated or deleted.
    Change(ChangeNotification),
    /// Something became of the subscription itself.
    Lifecycle(LifecycleNotification),
}

impl Notification {
    pub(crate) fn new(content: Content) -> Self {
        if content.text(Member::LifecycleEvent).is_some() {
            Self::Lifecycle(LifecycleNotification { content })
        } else {
            Self::Change(ChangeNotification { content })
        }
    }

    /// The id of the subscription.
    #[must_use]
    pub fn subscription_id(&self) -> &str {
        match self {
            Self::Change(change) => change.subscription_id(),
            Self::Lifecycle(lifecycle) => lifecycle.subscription_id(),
        }
    }

    /// The id of the tenant that it comes from; `None` where it was left out.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        match self {
            Self::Change(change) => change.tenant_id(),
            Self::Lifecycle(lifecycle) => lifecycle.tenant_id(),
        }
    }
}

/// A resource was created, updated or deleted.
///
/// It names the resource, and not its content: read the resource to see. The same change may be announced more than
/// once, and later changes before earlier ones; [`Seen`](crate::notifications::Seen) tells which version is news.
///
/// # Examples
///
/// ```
/// use graph_resource::notifications::{self, Notification, Received};
/// use graph_resource::{Bytes, GraphResource, http};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/communications/callRecords/<id>")]
/// pub struct CallRecord {
///     pub id: String,
///     pub version: i64,
/// }
///
/// # let body = r##"{"value":[{"subscriptionId":"7","clientState":"s","changeType":"created",
/// #     "resource":"communications/callRecords/1f3a"}]}"##;
/// # let request = http::Request::post("/notify").body(Bytes::from(body)).unwrap();
/// let Ok(Received::Notifications(batch)) = notifications::receive(&request) else { panic!() };
/// for notification in batch.verified(|_subscription_id| Some("s")) {
///     if let Notification::Change(change) = notification
///         && let Some(record) = change.at::<CallRecord>()
///     {
///         assert_eq!(record.path().as_str()?, "/communications/callRecords/1f3a");
///     }
/// }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone)]
pub struct ChangeNotification {
    pub(crate) content: Content,
}

impl ChangeNotification {
    /// The id of the subscription.
    #[must_use]
    pub fn subscription_id(&self) -> &str {
        self.content.text(Member::SubscriptionId).unwrap_or_default()
    }

    /// What happened to the resource. [`ChangeType::Unknown`] with an empty name where it was left out.
    #[must_use]
    pub fn change_type(&self) -> ChangeType {
        ChangeType::from_name(self.content.text(Member::ChangeType).unwrap_or_default())
    }

    /// The path of the resource, as Graph wrote it: `Users('…')/Messages('…')`. [`at`](Self::at) understands it.
    #[must_use]
    pub fn resource(&self) -> Option<&str> {
        self.content.text(Member::Resource)
    }

    /// The id of the resource, from `resourceData`.
    #[must_use]
    pub fn resource_id(&self) -> Option<&str> {
        self.content.text(Member::DataId)
    }

    /// The path of the resource, from `@odata.id` of `resourceData`.
    #[must_use]
    pub fn resource_reference(&self) -> Option<&str> {
        self.content.text(Member::DataReference)
    }

    /// The type of the resource, from `@odata.type` of `resourceData`, such as `#Microsoft.Graph.callrecord`.
    ///
    /// Case and namespace are not those of the metadata, where the same type is
    /// `microsoft.graph.callRecords.callRecord`.
    #[must_use]
    pub fn odata_type(&self) -> Option<&str> {
        self.content.text(Member::DataType)
    }

    /// The version of the resource, where `resourceData` has an `@odata.etag`.
    #[must_use]
    pub fn etag(&self) -> Option<ETag> {
        self.content.text(Member::DataETag).map(ETag::from)
    }

    /// The other members of `resourceData`; `None` where it has none.
    #[must_use]
    pub fn resource_data(&self) -> Option<&Map<String, Value>> {
        self.content.data()
    }

    /// The id of the tenant that it comes from; `None` where it was left out.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        self.content.text(Member::TenantId)
    }

    /// The id of this notification. Most have none.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.content.text(Member::Id)
    }

    /// The moment at which the subscription expires; `None` where that was left out, or is no moment.
    #[must_use]
    pub fn subscription_expires(&self) -> Option<DateTimeOffset> {
        self.content.text(Member::Expiration)?.parse().ok()
    }
}

impl fmt::Debug for ChangeNotification {
    /// Shows no `clientState` and no `resourceData`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChangeNotification")
            .field("subscription_id", &self.subscription_id())
            .field("change_type", &self.change_type())
            .field("resource", &self.resource())
            .finish_non_exhaustive()
    }
}

/// Something became of a subscription: it has neither a resource nor a type of change.
///
/// [`Renewal::notified`](crate::notifications::Renewal::notified) takes it. After
/// [`Missed`](LifecycleEvent::Missed) and after [`SubscriptionRemoved`](LifecycleEvent::SubscriptionRemoved), changes
/// were not announced: see [`Reconciliation`](crate::notifications::Reconciliation).
///
/// Source: Microsoft Graph, "reduce missing change notifications and removed subscriptions".
#[derive(Clone)]
pub struct LifecycleNotification {
    content: Content,
}

impl LifecycleNotification {
    /// The id of the subscription.
    #[must_use]
    pub fn subscription_id(&self) -> &str {
        self.content.text(Member::SubscriptionId).unwrap_or_default()
    }

    /// What became of the subscription.
    #[must_use]
    pub fn event(&self) -> LifecycleEvent {
        LifecycleEvent::from_name(self.content.text(Member::LifecycleEvent).unwrap_or_default())
    }

    /// The id of the tenant that it comes from; `None` where it was left out.
    #[must_use]
    pub fn tenant_id(&self) -> Option<&str> {
        self.content.text(Member::TenantId)
    }

    /// The id of this notification. Most have none.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.content.text(Member::Id)
    }

    /// The moment at which the subscription expires; `None` where that was left out, or is no moment.
    #[must_use]
    pub fn subscription_expires(&self) -> Option<DateTimeOffset> {
        self.content.text(Member::Expiration)?.parse().ok()
    }
}

impl fmt::Debug for LifecycleNotification {
    /// Shows no `clientState`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LifecycleNotification")
            .field("subscription_id", &self.subscription_id())
            .field("event", &self.event())
            .finish_non_exhaustive()
    }
}

/// What happened to a resource.
///
/// Source: Microsoft Graph v1.0, enumeration `changeType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum ChangeType {
    /// It is new.
    Created,
    /// It is another than before. Of users and groups also: it is new, or it can still be restored.
    Updated,
    /// It is gone.
    Deleted,
    /// A type of change that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What became of a subscription.
///
/// Source: Microsoft Graph v1.0, enumeration `lifecycleEventType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
pub enum LifecycleEvent {
    /// Some notifications were not delivered. Outlook alone sends it.
    Missed,
    /// The subscription is gone. Outlook and chat messages alone send it.
    SubscriptionRemoved,
    /// The subscription pauses soon, unless it is reauthorized or renewed.
    ReauthorizationRequired,
    /// An event that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
