//! agreement: durations, related files, and an answer to a change that shows a part of the record.

use graph_resource::edm::{Binary, Duration};
use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphEnum, GraphResource};

use crate::harness::{Documented, Own, Page, Required, every_example};

/// Terms of use that users accept.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identityGovernance/termsOfUse/agreements/<id>", schema = "v1.0")]
pub struct Agreement {
    /// The key, a GUID.
    pub id: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// Whether they are accepted on each device.
    pub is_per_device_acceptance_required: Option<bool>,
    /// Whether they must be opened before.
    pub is_viewing_before_acceptance_required: Option<bool>,
    /// When acceptance ends for all.
    pub terms_expiration: Option<TermsExpiration>,
    /// How long acceptance holds.
    pub user_reaccept_required_frequency: Option<Duration>,
    /// Who accepted them.
    #[graph_resource(navigation)]
    pub acceptances: Option<Vec<AgreementAcceptance>>,
    /// The default file.
    #[graph_resource(navigation)]
    pub file: Option<AgreementFile>,
    /// A file for each language.
    #[graph_resource(navigation)]
    pub files: Option<Vec<AgreementFileLocalization>>,
}

/// When acceptance ends for all.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct TermsExpiration {
    /// How long it holds from then on.
    pub frequency: Option<Duration>,
    /// When it first ends.
    pub start_date_time: Option<DateTimeOffset>,
}

/// A type derived from agreementFileProperties: the members of the base type stand before its own.
macro_rules! agreement_file {
    ($(#[$meta:meta])* pub struct $name:ident { $($members:tt)* }) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(schema = "v1.0")]
        $(#[$meta])*
        pub struct $name {
            /// The key.
            pub id: String,
            /// When it was made.
            #[graph_resource(read_only)]
            pub created_date_time: Option<DateTimeOffset>,
            /// The name to show.
            pub display_name: Option<String>,
            /// The content.
            pub file_data: Option<AgreementFileData>,
            /// The name of the file.
            pub file_name: Option<String>,
            /// Whether it is shown where none is of the user's language.
            pub is_default: Option<bool>,
            /// Whether users must accept again.
            pub is_major_version: Option<bool>,
            /// `en`, `pt-BR`, …
            pub language: Option<String>,
            $($members)*
        }
    };
}

agreement_file! {
    /// The default file.
    #[graph_resource(path = "/identityGovernance/termsOfUse/agreements/<agreement>/file")]
    pub struct AgreementFile {
        /// The files of other languages.
        #[graph_resource(navigation)]
        pub localizations: Option<Vec<AgreementFileLocalization>>,
    }
}

agreement_file! {
    /// A file in one language.
    #[graph_resource(path = "/identityGovernance/termsOfUse/agreements/<agreement>/files/<id>")]
    pub struct AgreementFileLocalization {
        /// What it was before.
        #[graph_resource(navigation)]
        pub versions: Option<Vec<AgreementFileVersion>>,
    }
}

agreement_file! {
    /// What a file once was.
    #[graph_resource(path = "/identityGovernance/termsOfUse/agreements/<agreement>/files/<file>/versions/<id>")]
    pub struct AgreementFileVersion {}
}

/// The content of a file.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct AgreementFileData {
    /// The bytes, of a PDF.
    pub data: Option<Binary>,
}

/// That somebody accepted, or did not.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/identityGovernance/termsOfUse/agreements/<agreement>/acceptances/<id>", schema = "v1.0")]
pub struct AgreementAcceptance {
    /// The key.
    pub id: String,
    /// The file.
    pub agreement_file_id: Option<String>,
    /// The agreement.
    pub agreement_id: Option<String>,
    /// The device.
    pub device_display_name: Option<String>,
    /// Its id.
    pub device_id: Option<String>,
    /// Its system.
    #[graph_resource(rename = "deviceOSType")]
    pub device_os_type: Option<String>,
    /// The version of that.
    #[graph_resource(rename = "deviceOSVersion")]
    pub device_os_version: Option<String>,
    /// When it ends.
    pub expiration_date_time: Option<DateTimeOffset>,
    /// When it was.
    pub recorded_date_time: Option<DateTimeOffset>,
    /// Whether the user accepted.
    pub state: Option<AgreementAcceptanceState>,
    /// The user.
    pub user_display_name: Option<String>,
    /// The address of the user.
    pub user_email: Option<String>,
    /// The id of the user.
    pub user_id: Option<String>,
    /// The name that the user signs in with.
    pub user_principal_name: Option<String>,
}

/// Whether a user accepted.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum AgreementAcceptanceState {
    /// The user did.
    Accepted,
    /// The user did not.
    Declined,
    /// A member that this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

impl Documented for Agreement {
    const TYPES: &'static [&'static str] = &["microsoft.graph.agreement"];
    const REQUIRED: Required = Required { patches: 2, gets: 4, wholes: 4 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/identityGovernance/termsOfUse/agreements/6b20",
            before: r#"{"id":"6b20","displayName":"House rules","isPerDeviceAcceptanceRequired":false,
                "userReacceptRequiredFrequency":"P90D","termsExpiration":{"startDateTime":"2025-01-01T00:00:00Z",
                "frequency":"PT2160H"},"file":{"id":"f0","fileName":"a.pdf","localizations":[{"id":"f1",
                "language":"nb"}]},"files":[{"id":"f1","language":"nb","isDefault":true,"fileData":
                {"data":"JVBERi0="},"versions":[{"id":"v1"}]}],"acceptances":[{"id":"a1","deviceOSType":"x",
                "state":"declined"}]}"#,
            patch: r#"{"userReacceptRequiredFrequency":null,"isPerDeviceAcceptanceRequired":true,
                "termsExpiration":{"frequency":"P365D"}}"#,
            answer: "",
        },
        Own {
            url: "/identityGovernance/termsOfUse/agreements/6b21",
            before: r#"{"id":"6b21","displayName":"House rules","isViewingBeforeAcceptanceRequired":true}"#,
            patch: r#"{"displayName":"Rules of the house","userReacceptRequiredFrequency":"P31D"}"#,
            answer: r#"{"id":"6b21","userReacceptRequiredFrequency":"P30D"}"#,
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["identityGovernance", "termsOfUse", "agreements", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["identityGovernance", "termsOfUse", "agreements"] => page.request(Self::collection().list()),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_agreement() {
    every_example::<Agreement>();
}
