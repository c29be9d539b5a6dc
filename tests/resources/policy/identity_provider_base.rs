//! identityProviderBase: a union whose base type is abstract, changed without a name of the type, with secrets that
//! come back as asterisks.

use graph_resource::{At, Bytes, FlagSet, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use crate::harness::{Check, Documented, Own, Page, Required, every_example, table_of};

/// A provider that the service brings along.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identity/identityProviders/<id>", schema = "v1.0#microsoft.graph.builtInIdentityProvider")]
pub struct BuiltInIdentityProvider {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// `AADSignup`, `EmailOTP`, …
    pub identity_provider_type: Option<String>,
}

/// A provider that people have accounts with.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identity/identityProviders/<id>", schema = "v1.0#microsoft.graph.socialIdentityProvider")]
pub struct SocialIdentityProvider {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// The id that the tenant has there.
    pub client_id: Option<String>,
    /// The secret that the tenant has there.
    #[graph_resource(write_only)]
    pub client_secret: Option<String>,
    /// `Amazon`, `Facebook`, …
    pub identity_provider_type: Option<String>,
}

/// Apple.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(schema = "v1.0#microsoft.graph.appleManagedIdentityProvider")]
#[graph_resource(path = "/identity/identityProviders/<id>")]
pub struct AppleManagedIdentityProvider {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// The certificate that the tenant has there.
    #[graph_resource(write_only)]
    pub certificate_data: Option<String>,
    /// The id of the developer there.
    pub developer_id: Option<String>,
    /// The id of the key there.
    pub key_id: Option<String>,
    /// The id of the service there.
    pub service_id: Option<String>,
}

/// Of the beta: any provider that speaks OIDC.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identity/identityProviders/<id>")]
pub struct OpenIdConnectIdentityProvider {
    /// The key.
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// What its claims are called here.
    #[graph_resource(merge)]
    pub claims_mapping: Option<ClaimsMapping>,
    /// The id that the tenant has there.
    pub client_id: Option<String>,
    /// The secret that the tenant has there.
    #[graph_resource(write_only)]
    pub client_secret: Option<String>,
    /// What is put before names; empty for nothing.
    pub domain_hint: Option<String>,
    /// Where its metadata are.
    pub metadata_url: Option<String>,
    /// How the answer comes.
    pub response_mode: Option<OpenIdConnectResponseMode>,
    /// What the answer holds.
    pub response_type: Option<FlagSet<OpenIdConnectResponseType>>,
    /// What is asked for.
    pub scope: Option<String>,
}

/// What the claims of a provider are called.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct ClaimsMapping {
    /// The claim that is the name to show.
    pub display_name: Option<String>,
    /// The claim that is the address.
    pub email: Option<String>,
    /// The claim that is the first name.
    pub given_name: Option<String>,
    /// The claim that is the last name.
    pub surname: Option<String>,
    /// The claim that is the key.
    pub user_id: Option<String>,
}

/// How an answer comes.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum OpenIdConnectResponseMode {
    /// As a form.
    #[graph_resource(rename = "form_post")]
    FormPost,
    /// In the URL.
    Query,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// What an answer holds.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum OpenIdConnectResponseType {
    /// A code.
    Code,
    /// A token of the id.
    #[graph_resource(rename = "id_token")]
    IdToken,
    /// A token of access.
    Token,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Somebody who vouches for users. The base type is abstract.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/identity/identityProviders/<id>", schema = "v1.0")]
// Beta.
#[graph_resource(path = "/identity/b2cUserFlows/<flow>/userflowIdentityProviders/<id>", at = "of_b2c_flow", unchecked)]
// As a page writes it.
#[graph_resource(path = "/identity/b2xUserFlows/<flow>/userflowIdentityProviders/<id>", at = "of_b2x_flow", unchecked)]
pub enum IdentityProvider {
    /// Brought along.
    #[graph_resource(odata_type = "microsoft.graph.builtInIdentityProvider")]
    BuiltIn(BuiltInIdentityProvider),
    /// With accounts of its own.
    #[graph_resource(odata_type = "microsoft.graph.socialIdentityProvider")]
    Social(SocialIdentityProvider),
    /// Apple.
    #[graph_resource(odata_type = "microsoft.graph.appleManagedIdentityProvider")]
    Apple(AppleManagedIdentityProvider),
    /// That speaks OIDC.
    #[graph_resource(odata_type = "microsoft.graph.openIdConnectIdentityProvider", unchecked)] // beta
    OpenIdConnect(Box<OpenIdConnectIdentityProvider>),
    /// A type that this build does not know.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

impl Documented for IdentityProvider {
    const TYPES: &'static [&'static str] = &[
        "microsoft.graph.identityProviderBase",
        "microsoft.graph.builtInIdentityProvider",
        "microsoft.graph.socialIdentityProvider",
        "microsoft.graph.openIdConnectIdentityProvider",
        "microsoft.graph.appleManagedIdentityProvider",
    ];
    const REQUIRED: Required = Required { patches: 3, gets: 7, wholes: 18 };
    const MASKED: &'static [&'static str] = &["clientSecret", "certificateData"];
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        (
            "beta/b2cidentityuserflow-userflowidentityproviders-update.md#PATCH1",
            Check::Line,
            "the address of references, and of no provider",
        ),
        (
            "beta/b2xidentityuserflow-list-userflowidentityproviders.md#GET1",
            Check::Read,
            "`name` and `type` are of another type, identityProvider",
        ),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/identity/identityProviders/OIDC-9",
            before: r##"{"@odata.type":"#microsoft.graph.openIdConnectIdentityProvider","id":"OIDC-9",
                "displayName":"Ours","clientId":"c1","clientSecret":"***","scope":"openid","domainHint":"",
                "responseMode":"form_post","responseType":"code,id_token","claimsMapping":{"userId":"sub",
                "email":"mail"}}"##,
            patch: r##"{"@odata.type":"#microsoft.graph.openIdConnectIdentityProvider","clientSecret":"new",
                "domainHint":null,"responseType":"code","responseMode":"query","claimsMapping":{"email":null,
                "surname":"family_name"}}"##,
            answer: "",
        },
        Own {
            url: "/identity/identityProviders/Apple-9",
            before: r##"{"@odata.type":"#microsoft.graph.appleManagedIdentityProvider","id":"Apple-9","keyId":"k1",
                "certificateData":"***"}"##,
            patch: r#"{"keyId":"k2","displayName":"Apple"}"#,
            answer: r##"{"@odata.type":"#microsoft.graph.appleManagedIdentityProvider","id":"Apple-9","keyId":"k2",
                "displayName":"Apple","certificateData":"***"}"##,
        },
        // As the pages write it: the patch names no type, and the answer says nothing.
        Own {
            url: "/identity/identityProviders/Apple-9",
            before: r##"{"@odata.type":"#microsoft.graph.appleManagedIdentityProvider","id":"Apple-9","keyId":"k1"}"##,
            patch: r#"{"keyId":"k2","displayName":"Apple"}"#,
            answer: "",
        },
        Own {
            url: "/identity/b2cUserFlows/B2C_1/userflowIdentityProviders/Later-1",
            before: r##"{"@odata.type":"#microsoft.graph.laterIdentityProvider","id":"Later-1","rank":1,"old":true}"##,
            patch: r##"{"@odata.type":"#microsoft.graph.laterIdentityProvider","rank":2,"old":null}"##,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["identity", "identityProviders", id] => Some(Self::at(id)),
            ["identity", "b2cUserFlows", flow, "userflowIdentityProviders", id] => Some(Self::of_b2c_flow(flow, id)),
            ["identity", "b2xUserFlows", flow, "userflowIdentityProviders", id] => Some(Self::of_b2x_flow(flow, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["identity", "identityProviders"] => page.request(Self::collection().list()),
            ["identity", "b2cUserFlows", flow, "userflowIdentityProviders"] => {
                page.request(Self::of_b2c_flow_collection(flow).list())
            }
            ["identity", "b2xUserFlows", flow, "userflowIdentityProviders"] => {
                page.request(Self::of_b2x_flow_collection(flow).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }

    fn tables() -> Vec<&'static graph_resource::codec::TypeInfo> {
        vec![
            table_of::<BuiltInIdentityProvider>(),
            table_of::<SocialIdentityProvider>(),
            table_of::<AppleManagedIdentityProvider>(),
            table_of::<OpenIdConnectIdentityProvider>(),
        ]
    }
}

#[test]
fn every_example_of_identity_provider_base() {
    every_example::<IdentityProvider>();
}
