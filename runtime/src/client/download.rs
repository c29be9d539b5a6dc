//! Content that is at another origin than the service.

use bytes::Bytes;
use http::Uri;

use crate::client::client::Client;
use crate::client::http_client::HttpClient;
use crate::error::{Error, ErrorKind};
use crate::operation::content::GetContent;
use crate::request::operation::Operation;
use crate::request::repeat::Repeat;
use crate::request::request::Request;
use crate::response::content::Content;

impl<T: HttpClient> Client<T> {
    /// Reads content wherever it is: where the service answers with a redirect, there, once, without the token.
    ///
    /// Takes the request of [`At::content`](crate::At::content), or a call of a function whose output is a [`Content`].
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send); [`ErrorKind::Path`] where the redirect leads to no URL.
    pub async fn download<O: Operation<Output = Content>>(&self, request: Request<O>) -> Result<Content, Error> {
        let content = self.send(request).await?;
        let Some(location) = content.location() else { return Ok(content) };
        let uri: Uri = location
            .parse()
            .ok()
            .filter(|uri: &Uri| uri.scheme().is_some() && uri.authority().is_some())
            .ok_or_else(|| Error::new(ErrorKind::Path, "the content is at a location that is no URL"))?;
        let mut request = http::Request::new(Bytes::new());
        *request.uri_mut() = uri;
        let answer = self.without_token(&request, Repeat::Safe).await?;
        if answer.status().is_redirection() {
            return Err(Error::of_service(answer.status(), answer.headers(), answer.body()));
        }
        GetContent::read_answer(answer)
    }
}
