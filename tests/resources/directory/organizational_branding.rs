//! organizationalBranding: a singleton, of which the pictures are streams and no properties of the JSON.

use graph_resource::{At, GraphComplex, GraphEnum, GraphResource};

use crate::directory::application_parts::KeyValue;
use crate::directory::organizational_branding_localization::OrganizationalBrandingLocalization;
use crate::harness::{Check, Documented, Own, Required, every_example};

/// The members that the branding has for all languages and for each.
macro_rules! branding {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(schema = "v1.0")]
        $(#[$meta])*
        pub struct $name {
            $($members)*
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
    };
}

pub(super) use branding;

branding! {
    /// How the pages look where users sign in.
    #[graph_resource(path = "/organization/<organization>/branding")]
    pub struct OrganizationalBranding {
        /// The language; `0` or `und` for each.
        #[graph_resource(read_only)]
        pub id: String,
        /// The same in single languages.
        #[graph_resource(navigation)]
        pub localizations: Option<Vec<OrganizationalBrandingLocalization>>,
    }
}

/// Texts of single pages.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ContentCustomization {
    /// Of the page that asks for attributes.
    #[graph_resource(default)]
    pub attribute_collection: Vec<KeyValue>,
    /// All of them, below a server.
    #[graph_resource(read_only)]
    pub attribute_collection_relative_url: Option<String>,
    /// Of the page that asks to register.
    #[graph_resource(default)]
    pub registration_campaign: Vec<KeyValue>,
    /// All of them, below a server.
    #[graph_resource(read_only)]
    pub registration_campaign_relative_url: Option<String>,
}

/// How a page is laid out.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.loginPageLayoutConfiguration")]
pub struct LoginPageLayout {
    /// Whether it has a foot.
    pub is_footer_shown: Option<bool>,
    /// Whether it has a head.
    pub is_header_shown: Option<bool>,
    /// From which template.
    pub layout_template_type: Option<LayoutTemplate>,
}

/// A template for pages.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.layoutTemplateType")]
pub enum LayoutTemplate {
    /// With the box in the middle.
    Default,
    /// With the box at the side.
    VerticalSplit,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Which links are hidden.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0#microsoft.graph.loginPageTextVisibilitySettings")]
pub struct LoginPageTextVisibility {
    /// To reset a password.
    pub hide_account_reset_credentials: Option<bool>,
    /// For those who are locked out.
    pub hide_cannot_access_your_account: Option<bool>,
    /// For a forgotten password.
    pub hide_forgot_my_password: Option<bool>,
    /// To the privacy statement.
    pub hide_privacy_and_cookies: Option<bool>,
    /// That resets the password.
    pub hide_reset_it_now: Option<bool>,
    /// To the terms.
    pub hide_terms_of_use: Option<bool>,
}

impl Documented for OrganizationalBranding {
    const TYPES: &'static [&'static str] =
        &["microsoft.graph.organizationalBranding", "microsoft.graph.organizationalBrandingProperties"];
    const REQUIRED: Required = Required { patches: 4, gets: 4, wholes: 4 };
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("v1.0/organizationalbrandingproperties-update.md#PATCH2", Check::Line, "the address of a stream"),
        ("v1.0/organizationalbrandingproperties-update.md#PATCH2", Check::Body, "a picture, and no JSON"),
        ("v1.0/organizationalbrandingproperties-update.md#PATCH2", Check::State, "a picture, and no JSON"),
        ("v1.0/organizationalbrandingproperties-get.md#GET4", Check::Line, "the address of a stream"),
        ("beta/organizationalbrandingproperties-update.md#PATCH2", Check::Line, "the address of a stream"),
        ("beta/organizationalbrandingproperties-update.md#PATCH2", Check::Body, "a picture, and no JSON"),
        ("beta/organizationalbrandingproperties-update.md#PATCH2", Check::State, "a picture, and no JSON"),
        ("beta/organizationalbrandingproperties-get.md#GET4", Check::Line, "the address of a stream"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/organization/3e8f/branding",
            before: r##"{"id":"0","backgroundColor":"#010203","signInPageText":"Welcome",
                "usernameHintText":"name@a.example","cdnList":["cdn.example"],
                "bannerLogo@odata.mediaReadLink":"https://graph.example/logo","loginPageLayoutConfiguration":
                {"layoutTemplateType":"default","isHeaderShown":true},"loginPageTextVisibilitySettings":
                {"hideTermsOfUse":true},"localizations":[{"id":"nb-NO","signInPageText":""}]}"##,
            patch: r#"{"signInPageText":"","usernameHintText":null,"loginPageLayoutConfiguration":
                {"layoutTemplateType":"verticalSplit"},"loginPageTextVisibilitySettings":null}"#,
            answer: "",
        },
        Own {
            url: "/organization/3e8f/branding",
            before: r#"{"id":"und","contentCustomization":{"attributeCollection":[{"key":"a","value":""}]}}"#,
            patch: r#"{"contentCustomization":{"attributeCollection":[]},"customTermsOfUseText":" "}"#,
            answer: r#"{"id":"und","contentCustomization":{"attributeCollection":[]},"customTermsOfUseText":null}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["organization", organization, "branding"] => Some(Self::at(organization)),
            _ => None,
        }
    }
}

#[test]
fn every_example_of_organizational_branding() {
    every_example::<OrganizationalBranding>();
}
