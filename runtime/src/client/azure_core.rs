//! Tokens of the credentials of Azure's own libraries.

use core::fmt;
use std::sync::Arc;

use azure_core::credentials::TokenCredential;

use crate::client::token_provider::TokenProvider;
use crate::policy::token::{AccessToken, BoxError, TokenRequest};

/// A [`TokenProvider`] of a credential of `azure_core` 1: those of `azure_identity`, for one.
///
/// Such a credential cannot be asked for claims. Where the service asks for some, the request fails with an error of the
/// kind [`Token`](crate::ErrorKind::Token) that says so.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use azure_core::credentials::TokenCredential;
/// use graph_resource::{AzureCredential, Client, Cloud, HttpClient};
///
/// fn client<T: HttpClient>(transport: T, credential: Arc<dyn TokenCredential>) -> Client<T> {
///     Client::new(transport, Cloud::Global).token_provider(AzureCredential::new(credential))
/// }
/// ```
#[derive(Clone)]
pub struct AzureCredential(Arc<dyn TokenCredential>);

impl AzureCredential {
    /// A provider of this credential's tokens.
    #[must_use]
    pub fn new(credential: Arc<dyn TokenCredential>) -> Self {
        Self(credential)
    }
}

impl TokenProvider for AzureCredential {
    async fn token(&self, request: TokenRequest) -> Result<AccessToken, BoxError> {
        if request.claims.is_some() {
            return Err("the service asks for claims, which `azure_core` 1 cannot ask its credential for; \
                        use a provider of your own, as `token_fn` makes"
                .into());
        }
        let scopes: Vec<&str> = request.scopes.iter().map(String::as_str).collect();
        let token = self.0.get_token(&scopes, None).await?;
        Ok(AccessToken::new(token.token.secret()).expires_at(token.expires_on.into()))
    }
}

impl fmt::Debug for AzureCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AzureCredential")
    }
}
