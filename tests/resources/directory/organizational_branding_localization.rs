//! organizationalBrandingLocalization: a key that is a language, and texts of which empty, blank and null are three
//! things.

use graph_resource::{At, Bytes, GraphResource};

use crate::directory::organizational_branding::{
    ContentCustomization, LoginPageLayout, LoginPageTextVisibility, branding,
};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

branding! {
    /// How the pages look where users of one language sign in.
    #[graph_resource(path = "/organization/<organization>/branding/localizations/<id>")]
    pub struct OrganizationalBrandingLocalization {
        /// The key, a language: `fr`, `pt-BR`.
        pub id: String,
    }
}

impl Documented for OrganizationalBrandingLocalization {
    const TYPES: &'static [&'static str] = &["microsoft.graph.organizationalBrandingLocalization"];
    const REQUIRED: Required = Required { patches: 4, gets: 2, wholes: 2 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        (
            "v1.0/organizationalbrandingpropertieslocalization-get.md#GET2",
            Check::Read,
            "`values` for the `value` of a list",
        ),
        (
            "beta/organizationalbrandingpropertieslocalization-get.md#GET2",
            Check::Read,
            "`values` for the `value` of a list",
        ),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/organization/3e8f/branding/localizations/nb-NO",
            before: r#"{"id":"nb-NO","signInPageText":"","usernameHintText":" ","backgroundColor":null,
                "squareLogo@odata.mediaReadLink":null}"#,
            patch: r#"{"signInPageText":null,"usernameHintText":"","customResetItNowText":" "}"#,
            answer: "",
        },
        Own {
            url: "/organization/3e8f/branding/localizations/fr",
            before: r#"{"id":"fr","signInPageText":"Bonjour","usernameHintText":null}"#,
            patch: r#"{"signInPageText":""}"#,
            answer: r#"{"id":"fr","signInPageText":"","usernameHintText":null}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["organization", organization, "branding", "localizations", id] => Some(Self::at(organization, id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["organization", organization, "branding", "localizations"] => {
                page.request(Self::collection(organization).list())
            }
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_organizational_branding_localization() {
    every_example::<OrganizationalBrandingLocalization>();
}
