//! The clouds that Graph is served in.

use crate::odata::base_url::BaseUrl;

/// A cloud that Graph is served in. A token of one is not valid in another.
///
/// # Examples
///
/// ```
/// use graph_resource::{BaseUrl, Cloud};
///
/// assert_eq!(BaseUrl::from(Cloud::UsGov).as_str(), "https://graph.microsoft.us/v1.0");
/// assert_eq!(Cloud::UsGov.authority(), "https://login.microsoftonline.us");
/// assert_eq!(Cloud::UsGov.default_scope(), "https://graph.microsoft.us/.default");
/// ```
///
/// Source: Microsoft Graph, "national cloud deployments".
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Cloud {
    /// The global service, and US Government GCC.
    #[default]
    Global,
    /// US Government L4, also called GCC High.
    UsGov,
    /// US Government L5, of the Department of Defense.
    UsGovDod,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// The service root of version 1.0.
    #[must_use]
    pub fn base_url(self) -> BaseUrl {
        BaseUrl::v1(self.host())
    }

    /// The URL of the service that gives tokens, without a slash at its end.
    #[must_use]
    pub fn authority(self) -> &'static str {
        match self {
            Self::Global => "https://login.microsoftonline.com",
            Self::UsGov | Self::UsGovDod => "https://login.microsoftonline.us",
            Self::China => "https://login.chinacloudapi.cn",
        }
    }

    /// The scope that a token is asked for with: all that the application was granted in Graph.
    #[must_use]
    pub fn default_scope(self) -> &'static str {
        match self {
            Self::Global => "https://graph.microsoft.com/.default",
            Self::UsGov => "https://graph.microsoft.us/.default",
            Self::UsGovDod => "https://dod-graph.microsoft.us/.default",
            Self::China => "https://microsoftgraph.chinacloudapi.cn/.default",
        }
    }

    fn host(self) -> &'static str {
        match self {
            Self::Global => "graph.microsoft.com",
            Self::UsGov => "graph.microsoft.us",
            Self::UsGovDod => "dod-graph.microsoft.us",
            Self::China => "microsoftgraph.chinacloudapi.cn",
        }
    }
}

impl From<Cloud> for BaseUrl {
    fn from(cloud: Cloud) -> Self {
        cloud.base_url()
    }
}

#[cfg(test)]
mod tests {
    use super::Cloud;
    use crate::odata::base_url::BaseUrl;

    #[test]
    fn each_cloud_has_its_own_root_and_scope() {
        assert_eq!(Cloud::default().base_url(), BaseUrl::graph());
        for cloud in [Cloud::Global, Cloud::UsGov, Cloud::UsGovDod, Cloud::China] {
            let base = cloud.base_url();
            assert_eq!(BaseUrl::parse(base.as_str()).unwrap(), base);
            assert_eq!(base.default_scope(), cloud.default_scope());
            assert!(cloud.authority().starts_with("https://login."));
        }
        assert_eq!(
            BaseUrl::loopback("http://127.0.0.1:80/v1.0").unwrap().default_scope(),
            "http://127.0.0.1:80/.default"
        );
    }
}
