//! deviceConfiguration: an abstract entity type, served at one path, with many types derived from it. Four of them are
//! declared; the others are kept whole.

mod android_custom;
mod base;
mod edition_upgrade;
mod ios_device_features;
mod ios_update;
mod rules;
mod windows_update;

use graph_resource::codec::TypeInfo;
use graph_resource::{At, Bytes, GraphUnion};
use serde_json::{Map, Value};

use self::android_custom::AndroidCustomConfiguration;
use self::edition_upgrade::EditionUpgradeConfiguration;
use self::ios_device_features::IosDeviceFeaturesConfiguration;
use self::ios_update::IosUpdateConfiguration;
use self::windows_update::WindowsUpdateForBusinessConfiguration;
use crate::harness::{Documented, Own, Page, Required, every_example, table_of};

/// What devices of one platform are told.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/deviceManagement/deviceConfigurations/<id>", schema = "v1.0")]
pub enum DeviceConfiguration {
    /// Settings of Android by their address.
    #[graph_resource(odata_type = "microsoft.graph.androidCustomConfiguration")]
    AndroidCustom(AndroidCustomConfiguration),
    /// Another edition of Windows.
    #[graph_resource(odata_type = "microsoft.graph.editionUpgradeConfiguration")]
    EditionUpgrade(EditionUpgradeConfiguration),
    /// The screens of iOS.
    #[graph_resource(odata_type = "microsoft.graph.iosDeviceFeaturesConfiguration")]
    IosDeviceFeatures(Box<IosDeviceFeaturesConfiguration>),
    /// When iOS is brought up to date.
    #[graph_resource(odata_type = "microsoft.graph.iosUpdateConfiguration")]
    IosUpdate(Box<IosUpdateConfiguration>),
    /// How Windows is brought up to date.
    #[graph_resource(odata_type = "microsoft.graph.windowsUpdateForBusinessConfiguration")]
    WindowsUpdate(Box<WindowsUpdateForBusinessConfiguration>),
    /// A type that is not declared here.
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

impl Documented for DeviceConfiguration {
    const TYPES: &'static [&'static str] = &[
        "microsoft.graph.deviceConfiguration",
        "microsoft.graph.androidCustomConfiguration",
        "microsoft.graph.editionUpgradeConfiguration",
        "microsoft.graph.iosDeviceFeaturesConfiguration",
        "microsoft.graph.iosUpdateConfiguration",
        "microsoft.graph.windowsUpdateForBusinessConfiguration",
    ];
    const REQUIRED: Required = Required { patches: 10, gets: 110, wholes: 110 };
    const BLANK: &'static str = r##"{"@odata.type":"#nothing","id":"0"}"##;
    const OWN: &'static [Own] = &[
        Own {
            url: "/deviceManagement/deviceConfigurations/619b5e6d",
            before: r##"{"@odata.type":"#microsoft.graph.androidCustomConfiguration","id":"619b5e6d","version":1,
                "displayName":"Wi-Fi","createdDateTime":"2017-01-01T00:02:43.5775965-08:00","omaSettings":[
                {"@odata.type":"#microsoft.graph.omaSettingInteger","displayName":"A","omaUri":"./a","value":5},
                {"@odata.type":"#microsoft.graph.omaSettingNew","displayName":"B","omaUri":"./b","digits":[1]}]}"##,
            patch: r##"{"@odata.type":"#microsoft.graph.androidCustomConfiguration","description":null,"omaSettings":[
                {"@odata.type":"#microsoft.graph.omaSettingString","displayName":"C","omaUri":"./c","value":"x"}]}"##,
            answer: "",
        },
        Own {
            url: "/deviceManagement/deviceConfigurations/7",
            before: r##"{"@odata.type":"#microsoft.graph.somethingNew","id":"7","limits":[[1,null],[]]}"##,
            patch: r##"{"@odata.type":"#microsoft.graph.somethingNew","limits":[[2]]}"##,
            answer: r##"{"@odata.type":"#microsoft.graph.somethingNew","id":"7","limits":[[2]],"version":2}"##,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["deviceManagement", "deviceConfigurations", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["deviceManagement", "deviceConfigurations"] => Some(page.request(Self::collection().list())),
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }

    fn tables() -> Vec<&'static TypeInfo> {
        vec![
            table_of::<AndroidCustomConfiguration>(),
            table_of::<EditionUpgradeConfiguration>(),
            table_of::<IosDeviceFeaturesConfiguration>(),
            table_of::<IosUpdateConfiguration>(),
            table_of::<WindowsUpdateForBusinessConfiguration>(),
        ]
    }
}

#[test]
fn every_example_of_device_configuration() {
    every_example::<DeviceConfiguration>();
}
