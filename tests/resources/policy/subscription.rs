//! subscription: most of it is given once, and then shown by each answer.

use graph_resource::{At, Bytes, DateTimeOffset, GraphResource};

use crate::harness::{Documented, Own, Page, Required, every_example};

/// That changes are told to an address.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/subscriptions/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/drive/root/subscriptions/<id>", at = "of_my_drive")]
pub struct Subscription {
    /// The key.
    pub id: String,
    /// The application that made it.
    #[graph_resource(read_only)]
    pub application_id: Option<String>,
    /// `created`, `updated`, `deleted`, with commas between.
    #[graph_resource(create_only)]
    pub change_type: String,
    /// What each notice repeats.
    #[graph_resource(create_only)]
    pub client_state: Option<String>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub creator_id: Option<String>,
    /// The certificate that encrypts what is told.
    #[graph_resource(create_only)]
    pub encryption_certificate: Option<String>,
    /// Its id, of the owner's choice.
    #[graph_resource(create_only)]
    pub encryption_certificate_id: Option<String>,
    /// When it ends.
    pub expiration_date_time: DateTimeOffset,
    /// Whether notices hold the data.
    #[graph_resource(create_only)]
    pub include_resource_data: Option<bool>,
    /// `v1_2`, …
    #[graph_resource(create_only)]
    pub latest_supported_tls_version: Option<String>,
    /// Where its own fate is told.
    #[graph_resource(create_only)]
    pub lifecycle_notification_url: Option<String>,
    /// Of the beta: the type of the notices.
    #[graph_resource(create_only, unchecked)] // on pages alone
    pub notification_content_type: Option<String>,
    /// What the data in a notice are.
    #[graph_resource(create_only)]
    pub notification_query_options: Option<String>,
    /// Where changes are told.
    pub notification_url: String,
    /// The application behind that address.
    #[graph_resource(create_only)]
    pub notification_url_app_id: Option<String>,
    /// What is watched.
    #[graph_resource(create_only)]
    pub resource: String,
}

impl Documented for Subscription {
    const TYPES: &'static [&'static str] = &["microsoft.graph.subscription"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 4 };
    const BLANK: &'static str =
        r#"{"id":"0","changeType":"","expirationDateTime":"0001-01-01T00:00:00Z","notificationUrl":"","resource":""}"#;
    const OWN: &'static [Own] = &[
        Own {
            url: "/subscriptions/0a9c",
            before: r#"{"id":"0a9c","resource":"/me/events","changeType":"created,deleted","clientState":"",
                "notificationUrl":"https://hook.example/a","expirationDateTime":"2031-01-01T00:00:00.0000000Z",
                "includeResourceData":false,"latestSupportedTlsVersion":"v1_3","applicationId":"a1"}"#,
            patch: r#"{"expirationDateTime":"9999-12-31T23:59:59.9999999+02:00",
                "notificationUrl":"https://hook.example/b"}"#,
            answer: r#"{"id":"0a9c","expirationDateTime":"9999-12-31T21:59:59.9999999Z","clientState":null}"#,
        },
        Own {
            url: "/me/drive/root/subscriptions/socketIo",
            before: r#"{"id":"q7","notificationUrl":"https://push.example/c"}"#,
            patch: r#"{"expirationDateTime":"2031-01-01T00:00:00Z"}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["subscriptions", id] => Some(Self::at(id)),
            ["me", "drive", "root", "subscriptions", id] => Some(Self::of_my_drive(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["subscriptions"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_subscription() {
    every_example::<Subscription>();
}
