//! groupLifecyclePolicy: a small flat entity, of which the answer to a change shows all.

use graph_resource::{At, Bytes, GraphResource};

use crate::harness::{Documented, Own, Page, Required, every_example};

/// When groups that nobody renews are deleted.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groupLifecyclePolicies/<id>", schema = "v1.0")]
pub struct GroupLifecyclePolicy {
    /// The key, a GUID.
    pub id: String,
    /// Who hears of groups without an owner, with semicolons between.
    pub alternate_notification_emails: Option<String>,
    /// How long a group lives, in days.
    pub group_lifetime_in_days: Option<i32>,
    /// `All`, `Selected` or `None`.
    pub managed_group_types: Option<String>,
}

impl Documented for GroupLifecyclePolicy {
    const TYPES: &'static [&'static str] = &["microsoft.graph.groupLifecyclePolicy"];
    const REQUIRED: Required = Required { patches: 2, gets: 4, wholes: 4 };
    const OWN: &'static [Own] = &[Own {
        url: "/groupLifecyclePolicies/33aa",
        before: r#"{"id":"33aa","groupLifetimeInDays":365,"managedGroupTypes":"All",
            "alternateNotificationEmails":"a@b.example"}"#,
        patch: r#"{"groupLifetimeInDays":30,"alternateNotificationEmails":null}"#,
        answer: r#"{"id":"33aa","groupLifetimeInDays":31,"managedGroupTypes":"All",
            "alternateNotificationEmails":null}"#,
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["groupLifecyclePolicies", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["groupLifecyclePolicies"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_group_lifecycle_policy() {
    every_example::<GroupLifecyclePolicy>();
}
