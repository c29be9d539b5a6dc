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

#[cfg(test)]
mod tests {
    use core::pin::{Pin, pin};
    use core::task::{Context, Poll, Waker};
    use std::sync::Arc;
    use std::time::SystemTime;

    use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
    use time::OffsetDateTime;

    use super::AzureCredential;
    use crate::client::token_provider::TokenProvider as _;
    use crate::policy::token::TokenRequest;

    /// Gives a token of the scopes.
    #[derive(Debug)]
    struct OfScopes;

    impl TokenCredential for OfScopes {
        fn get_token<'life0, 'life1, 'life2, 'life3, 'async_trait>(
            &'life0 self,
            scopes: &'life1 [&'life2 str],
            _: Option<TokenRequestOptions<'life3>>,
        ) -> Pin<Box<dyn Future<Output = azure_core::Result<AccessToken>> + Send + 'async_trait>>
        where
            'life0: 'async_trait,
            'life1: 'async_trait,
            'life2: 'async_trait,
            'life3: 'async_trait,
            Self: 'async_trait,
        {
            let token = AccessToken::new(scopes.join("-"), OffsetDateTime::UNIX_EPOCH);
            Box::pin(core::future::ready(Ok(token)))
        }
    }

    /// The output of a future that does not wait.
    fn output<F: Future>(future: F) -> F::Output {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => output,
            Poll::Pending => panic!("the future waits"),
        }
    }

    #[test]
    fn a_credential_gives_its_token_and_no_claims() {
        let provider = AzureCredential::new(Arc::new(OfScopes));
        let ask = |claims: Option<&str>| {
            output(provider.token(TokenRequest::new(vec!["a".into(), "b".into()], claims.map(str::to_owned))))
        };
        let token = ask(None).unwrap();
        assert_eq!(token.authorization().unwrap(), "Bearer a-b");
        assert_eq!((token.expiry(), token.refresh()), (Some(SystemTime::UNIX_EPOCH), None));
        let refused = ask(Some("{\"s3cret\":1}")).unwrap_err().to_string();
        assert!(refused.contains("azure_core") && !refused.contains("s3cret"), "{refused}");
    }
}
