//! permission: who may do what; most of it set by the service, with open sets of identities.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphResource};
use serde_json::{Map, Value};

use crate::common::{Identity, IdentitySet};
use crate::files::drive_facets::ItemReference;
use crate::harness::{Documented, Own, Page, Required, every_example};

/// What somebody may do with an item or a site.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/permissions/<id>", schema = "v1.0")]
#[graph_resource(path = "/sites/<site>/permissions/<id>", at = "on_site")]
pub struct Permission {
    /// The id.
    pub id: String,
    /// When it ends.
    pub expiration_date_time: Option<DateTimeOffset>,
    /// Who has it.
    #[graph_resource(read_only)]
    #[allow(deprecated, reason = "pages still show it")]
    pub granted_to: Option<IdentitySet>,
    /// Who has it, where a link gives it to several.
    #[graph_resource(create_only, default)]
    #[allow(deprecated, reason = "pages still show it")]
    pub granted_to_identities: Vec<IdentitySet>,
    /// The same, with those whom `SharePoint` alone knows.
    #[graph_resource(create_only, default)]
    pub granted_to_identities_v2: Vec<SharePointIdentitySet>,
    /// Who has it, with those whom `SharePoint` alone knows.
    #[graph_resource(create_only)]
    pub granted_to_v2: Option<SharePointIdentitySet>,
    /// Whether a password is asked for.
    #[graph_resource(read_only)]
    pub has_password: Option<bool>,
    /// The folder above that gives it.
    #[graph_resource(read_only)]
    pub inherited_from: Option<ItemReference>,
    /// To whom it was sent.
    #[graph_resource(read_only)]
    pub invitation: Option<SharingInvitation>,
    /// The link that gives it.
    #[graph_resource(read_only)]
    pub link: Option<SharingLink>,
    /// `read`, `write`, `owner`, …
    #[graph_resource(default)]
    pub roles: Vec<String>,
    /// What `/shares` knows the item by.
    #[graph_resource(read_only)]
    pub share_id: Option<String>,
}

/// Who has a permission, with those whom `SharePoint` alone knows.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SharePointIdentitySet {
    /// The application.
    pub application: Option<Identity>,
    /// The device.
    pub device: Option<Identity>,
    /// The user.
    pub user: Option<Identity>,
    /// The group.
    pub group: Option<Identity>,
    /// The group of `SharePoint`.
    pub share_point_group: Option<SharePointGroupIdentity>,
    /// The group of a site.
    pub site_group: Option<SharePointIdentity>,
    /// The user of a site.
    pub site_user: Option<SharePointIdentity>,
    /// Parties that the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A user or a group of a site.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SharePointIdentity {
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// The name to sign in with.
    pub login_name: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// A group of `SharePoint`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SharePointGroupIdentity {
    /// The name to show.
    pub display_name: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// The id among users and groups.
    pub principal_id: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// What the type does not name.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// To whom a permission was sent.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SharingInvitation {
    /// The address.
    pub email: Option<String>,
    /// Who sent it.
    pub invited_by: Option<IdentitySet>,
    /// Who made use of it.
    pub redeemed_by: Option<String>,
    /// Whether one has to sign in.
    pub sign_in_required: Option<bool>,
}

/// A link that gives a permission.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SharingLink {
    /// The application that it is for.
    pub application: Option<Identity>,
    /// Whether the item can be looked at alone.
    pub prevents_download: Option<bool>,
    /// `anonymous`, `organization`, …
    pub scope: Option<String>,
    /// `view`, `edit`, `embed`.
    pub r#type: Option<String>,
    /// A frame for a page.
    pub web_html: Option<String>,
    /// The address.
    pub web_url: Option<String>,
}

impl Documented for Permission {
    const TYPES: &'static [&'static str] = &["microsoft.graph.permission"];
    const REQUIRED: Required = Required { patches: 2, gets: 6, wholes: 8 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/drive/items/01AB/permissions/aTowIy5m",
            before: r#"{"id":"aTowIy5m","roles":["write"],"expirationDateTime":"2024-02-29T10:00:00+01:00","shareId":"s!1",
                "link":{"type":"edit","scope":"users","webUrl":"https://contoso.com/s!1","preventsDownload":false},
                "hasPassword":false,"grantedToV2":{"user":{"id":"87d3","displayName":"Adele","tenantId":"1"},
                "siteUser":{"id":"4","loginName":"i:0#.f|adele"},"sharePointGroup":{"title":"Readers"},"phone":{"id":"5"}},
                "grantedToIdentitiesV2":[{"group":{"id":"6"}}],"inheritedFrom":{"driveId":"b!2","path":"/drive/root:"},
                "invitation":{"email":"adele@contoso.com","signInRequired":true}}"#,
            patch: r#"{"roles":["read"],"expirationDateTime":null}"#,
            answer: r#"{"id":"aTowIy5m","roles":["read"],"hasPassword":false}"#,
        },
        Own {
            url: "/sites/contoso.sharepoint.com,01,02/permissions/1",
            before: r#"{"id":"1","roles":["read"],"grantedToIdentities":[{"application":{"id":"89ea"}}]}"#,
            patch: r#"{"roles":["read","write"]}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "drive", "items", item, "permissions", permission] => Self::at(item, permission),
            ["sites", site, "permissions", permission] => Self::on_site(site, permission),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["sites", site, "permissions"] => page.request(Self::on_site_collection(site).list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_permission() {
    every_example::<Permission>();
}
