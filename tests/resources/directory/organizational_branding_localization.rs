//! organizationalBrandingLocalization: a key that is a language, and texts of which empty, blank and null are three
//! things.

use graph_resource::{At, Bytes, GraphResource};

use crate::directory::organizational_branding::{ContentCustomization, LoginPageLayout, LoginPageTextVisibility};
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// How the pages look where users of one language sign in.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/organization/<organization>/branding/localizations/<id>")]
pub struct OrganizationalBrandingLocalization {
    /// The key, a language: `fr`, `pt-BR`.
    pub id: String,
    /// Shown where the picture is not; `#FFFF33`.
    pub background_color: Option<String>,
    /// The picture, below a server.
    #[graph_resource(read_only)]
    pub background_image_relative_url: Option<String>,
    /// The logo, below a server.
    #[graph_resource(read_only)]
    pub banner_logo_relative_url: Option<String>,
    /// The servers.
    #[graph_resource(read_only)]
    pub cdn_list: Option<Vec<String>>,
    /// Texts of single pages.
    #[graph_resource(merge)]
    pub content_customization: Option<ContentCustomization>,
    /// Where a password is reset.
    pub custom_account_reset_credentials_url: Option<String>,
    /// The text of the link for those who are locked out.
    pub custom_cannot_access_your_account_text: Option<String>,
    /// Where it leads.
    pub custom_cannot_access_your_account_url: Option<String>,
    /// The style sheet, below a server.
    #[graph_resource(rename = "customCSSRelativeUrl", read_only)]
    pub custom_css_relative_url: Option<String>,
    /// The text of the link for a forgotten password.
    pub custom_forgot_my_password_text: Option<String>,
    /// The text of the link to the privacy statement.
    pub custom_privacy_and_cookies_text: Option<String>,
    /// Where it leads.
    pub custom_privacy_and_cookies_url: Option<String>,
    /// The text of the link that resets the password.
    pub custom_reset_it_now_text: Option<String>,
    /// The text of the link to the terms.
    pub custom_terms_of_use_text: Option<String>,
    /// Where it leads.
    pub custom_terms_of_use_url: Option<String>,
    /// The icon, below a server.
    #[graph_resource(read_only)]
    pub favicon_relative_url: Option<String>,
    /// Behind the head of the page.
    pub header_background_color: Option<String>,
    /// The logo in the head, below a server.
    #[graph_resource(read_only)]
    pub header_logo_relative_url: Option<String>,
    /// How the page is laid out.
    #[graph_resource(merge)]
    pub login_page_layout_configuration: Option<LoginPageLayout>,
    /// Which links are hidden.
    #[graph_resource(merge)]
    pub login_page_text_visibility_settings: Option<LoginPageTextVisibility>,
    /// The text at the foot; empty for none.
    pub sign_in_page_text: Option<String>,
    /// The square logo for dark pages, below a server.
    #[graph_resource(read_only)]
    pub square_logo_dark_relative_url: Option<String>,
    /// The square logo, below a server.
    #[graph_resource(read_only)]
    pub square_logo_relative_url: Option<String>,
    /// What stands where the name is to be typed; one space for nothing.
    pub username_hint_text: Option<String>,
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
