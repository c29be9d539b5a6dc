//! iosDeviceFeaturesConfiguration: unions in collections in collections.

use graph_resource::edm::Binary;
use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource, GraphUnion};
use serde_json::{Map, Value};

use super::base::configuration;
use super::rules::{DeviceModeRule, OsEditionRule, OsVersionRule};

configuration! {
    /// The screens of iOS.
    #[graph_resource(schema = "v1.0#microsoft.graph.iosDeviceFeaturesConfiguration")]
    pub struct IosDeviceFeaturesConfiguration {
        /// Printers.
        #[graph_resource(unchecked)] // beta
        pub air_print_destinations: Option<Vec<AirPrintDestination>>,
        /// The line about whose device it is.
        pub asset_tag_template: Option<String>,
        /// Which sites may be seen.
        #[graph_resource(unchecked)] // beta
        pub content_filter_settings: Option<AnyContentFilter>,
        /// The line at the foot of the locked screen.
        pub lock_screen_footnote: Option<String>,
        /// What is in the dock.
        pub home_screen_dock_icons: Option<Vec<AnyHomeScreenItem>>,
        /// The pages.
        pub home_screen_pages: Option<Vec<HomeScreenPage>>,
        /// How programs may draw attention.
        pub notification_settings: Option<Vec<NotificationSettings>>,
        /// How one signs in once.
        #[graph_resource(unchecked)] // beta
        pub single_sign_on_settings: Option<SingleSignOnSettings>,
        /// Where the picture is shown.
        #[graph_resource(unchecked)] // beta
        pub wallpaper_display_location: Option<WallpaperDisplayLocation>,
        /// The picture.
        #[graph_resource(unchecked)] // beta
        pub wallpaper_image: Option<MimeContent>,
        /// A program that signs in.
        #[graph_resource(unchecked)] // beta
        pub single_sign_on_extension: Option<AnySingleSignOnExtension>,
        /// The same under its newer name.
        #[graph_resource(unchecked)] // beta
        pub ios_single_sign_on_extension: Option<AnySingleSignOnExtension>,
    }
}

/// A printer.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.airPrintDestination")]
pub struct AirPrintDestination {
    /// The address.
    pub ip_address: String,
    /// The path.
    pub resource_path: String,
    /// The port.
    pub port: Option<i32>,
    /// Whether the connection is encrypted.
    pub force_tls: Option<bool>,
}

/// Which sites may be seen.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnyContentFilter {
    /// Those that are named.
    #[graph_resource(odata_type = "microsoft.graph.iosWebContentFilterSpecificWebsitesAccess")]
    SpecificWebsites(SpecificWebsitesAccess),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Sites that may be seen.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct SpecificWebsitesAccess {
    /// The sites, under the older name.
    pub specific_websites_only: Option<Vec<Bookmark>>,
    /// The sites.
    pub website_list: Option<Vec<Bookmark>>,
}

/// A site.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosBookmark")]
pub struct Bookmark {
    /// The address.
    pub url: Option<String>,
    /// The folder.
    pub bookmark_folder: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
}

/// What stands on a screen.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(schema = "v1.0#microsoft.graph.iosHomeScreenItem")]
pub enum AnyHomeScreenItem {
    /// A program.
    #[graph_resource(odata_type = "microsoft.graph.iosHomeScreenApp")]
    App(HomeScreenApp),
    /// A folder.
    #[graph_resource(odata_type = "microsoft.graph.iosHomeScreenFolder")]
    Folder(HomeScreenFolder),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// A program.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosHomeScreenApp", schema = "v1.0")]
pub struct HomeScreenApp {
    /// The name to show.
    pub display_name: Option<String>,
    /// Its name in the store.
    #[graph_resource(rename = "bundleID")]
    pub bundle_id: String,
    /// Whether it is a site.
    #[graph_resource(unchecked)] // beta
    pub is_web_clip: Option<bool>,
}

/// A folder.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosHomeScreenFolder", schema = "v1.0")]
pub struct HomeScreenFolder {
    /// The name to show.
    pub display_name: Option<String>,
    /// Its pages.
    pub pages: Vec<HomeScreenFolderPage>,
}

/// A page of a folder.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosHomeScreenFolderPage", schema = "v1.0")]
pub struct HomeScreenFolderPage {
    /// The name to show.
    pub display_name: Option<String>,
    /// What stands on it.
    pub apps: Vec<HomeScreenApp>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosHomeScreenPage", schema = "v1.0")]
pub struct HomeScreenPage {
    /// The name to show.
    pub display_name: Option<String>,
    /// What stands on it.
    pub icons: Vec<AnyHomeScreenItem>,
}

/// How a program may draw attention.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosNotificationSettings", schema = "v1.0")]
pub struct NotificationSettings {
    /// Its name in the store.
    #[graph_resource(rename = "bundleID")]
    pub bundle_id: String,
    /// Its name.
    pub app_name: Option<String>,
    /// Who made it.
    pub publisher: Option<String>,
    /// Whether it may at all.
    pub enabled: Option<bool>,
    /// Whether in the centre.
    pub show_in_notification_center: Option<bool>,
    /// Whether on the locked screen.
    pub show_on_lock_screen: Option<bool>,
    /// How.
    pub alert_type: NotificationAlertType,
    /// Whether by a number.
    pub badges_enabled: Option<bool>,
    /// Whether by a sound.
    pub sounds_enabled: Option<bool>,
    /// When the text is shown.
    #[graph_resource(unchecked)] // beta
    pub preview_visibility: Option<PreviewVisibility>,
}

/// How attention is drawn.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0#microsoft.graph.iosNotificationAlertType")]
pub enum NotificationAlertType {
    /// As by default.
    DeviceDefault,
    /// By a banner.
    Banner,
    /// By a window.
    Modal,
    /// Not at all.
    None,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// When a text is shown.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum PreviewVisibility {
    /// As by default.
    NotConfigured,
    /// Always.
    AlwaysShow,
    /// Not on the locked screen.
    HideWhenLocked,
    /// Never.
    NeverShow,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How one signs in once.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.iosSingleSignOnSettings")]
pub struct SingleSignOnSettings {
    /// For which programs.
    pub allowed_apps_list: Option<Vec<AppListItem>>,
    /// For which addresses.
    pub allowed_urls: Option<Vec<String>>,
    /// The name to show.
    pub display_name: Option<String>,
    /// The name in Kerberos.
    pub kerberos_principal_name: Option<String>,
    /// The realm.
    pub kerberos_realm: Option<String>,
}

/// A program.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.appListItem", schema = "v1.0")]
pub struct AppListItem {
    /// Its name.
    pub name: Option<String>,
    /// Who made it.
    pub publisher: Option<String>,
    /// Its address in the store.
    pub app_store_url: Option<String>,
    /// Its id.
    pub app_id: Option<String>,
}

/// Where a picture is shown.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub enum WallpaperDisplayLocation {
    /// Nowhere.
    NotConfigured,
    /// On the locked screen.
    LockScreen,
    /// On the first page.
    HomeScreen,
    /// On both.
    LockAndHomeScreens,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Bytes and their type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.mimeContent", schema = "v1.0")]
pub struct MimeContent {
    /// The type, `image/png`.
    pub r#type: Option<String>,
    /// The bytes.
    pub value: Option<Binary>,
}

/// A program that signs in.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
pub enum AnySingleSignOnExtension {
    /// By Kerberos.
    #[graph_resource(odata_type = "microsoft.graph.iosKerberosSingleSignOnExtension")]
    Kerberos(Box<KerberosSingleSignOnExtension>),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// Signing in by Kerberos.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct KerberosSingleSignOnExtension {
    /// Realm.
    pub realm: Option<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Block automatic login.
    pub block_automatic_login: Option<bool>,
    /// Cache name.
    pub cache_name: Option<String>,
    /// Credential bundle id access control list.
    pub credential_bundle_id_access_control_list: Vec<String>,
    /// Domain realms.
    pub domain_realms: Vec<String>,
    /// Is default realm.
    pub is_default_realm: Option<bool>,
    /// Password block modification.
    pub password_block_modification: Option<bool>,
    /// Password expiration days.
    pub password_expiration_days: Option<i32>,
    /// Password expiration notification days.
    pub password_expiration_notification_days: Option<i32>,
    /// User principal name.
    pub user_principal_name: Option<String>,
    /// Password require active directory complexity.
    pub password_require_active_directory_complexity: Option<bool>,
    /// Password previous password block count.
    pub password_previous_password_block_count: Option<i32>,
    /// Password minimum length.
    pub password_minimum_length: Option<i32>,
    /// Password minimum age days.
    pub password_minimum_age_days: Option<i32>,
    /// Password requirements description.
    pub password_requirements_description: Option<String>,
    /// Require user presence.
    pub require_user_presence: Option<bool>,
    /// Active directory site code.
    pub active_directory_site_code: Option<String>,
    /// Password enable local sync.
    pub password_enable_local_sync: Option<bool>,
    /// Block active directory site auto discovery.
    pub block_active_directory_site_auto_discovery: Option<bool>,
    /// Password change url.
    pub password_change_url: Option<String>,
}
