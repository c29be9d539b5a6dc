//! Content of a resource: `GET` and `PUT` of bytes.

use http::Method;
use http::header::HeaderValue;

use bytes::Bytes;

use crate::error::{Error, ErrorKind};
use crate::request::answer::Answer;
use crate::request::operation::{Conditional, Operation, Sealed};
use crate::request::request::Request;
use crate::resource::address::At;
use crate::resource::traits::GraphResource;
use crate::response::content::Content;
use crate::response::output::CallOutput;

/// Any media type.
pub(crate) const ANY: &str = "*/*";

/// `GET` of content.
#[derive(Clone, Debug)]
pub struct GetContent(());

impl Sealed for GetContent {}

impl Operation for GetContent {
    type Output = Content;
    const METHOD: Method = Method::GET;
    const ACCEPT: &'static str = ANY;
    const TAKES_REDIRECT: bool = true;

    fn read(self, answer: Answer<'_>) -> Result<Content, Error> {
        answer.raw_content()
    }
}

impl GetContent {
    /// Reads an answer to a request that was sent otherwise.
    pub(crate) fn read_answer(answer: http::Response<Bytes>) -> Result<Content, Error> {
        Request::follow(String::new(), Self(())).parse(answer)
    }
}

/// `PUT` of content.
#[derive(Clone)]
pub struct PutContent {
    body: Bytes,
    content_type: HeaderValue,
}

impl core::fmt::Debug for PutContent {
    /// Shows no content.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("PutContent").field("length", &self.body.len()).finish_non_exhaustive()
    }
}

impl Sealed for PutContent {}

impl Operation for PutContent {
    /// What the service answered: nothing, or the item that has the content, as JSON.
    type Output = Content;
    const METHOD: Method = Method::PUT;

    fn content_type(&self) -> HeaderValue {
        self.content_type.clone()
    }

    fn body_room(&self) -> usize {
        self.body.len()
    }

    fn write_body(&self, _: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        to.extend_from_slice(&self.body);
        Ok(())
    }

    fn read(self, answer: Answer<'_>) -> Result<Content, Error> {
        answer.raw_content()
    }
}

impl Conditional for PutContent {}

impl CallOutput for Content {
    const ACCEPT: &'static str = ANY;
    const TAKES_REDIRECT: bool = true;

    fn read(answer: Answer<'_>) -> Result<Self, Error> {
        answer.raw_content()
    }
}

impl<R: GraphResource> At<R> {
    /// Reads content of the resource, below its path: `GET` of `photo/$value`, of `content`, or, by the path of a file, of
    /// `root:/Documents/plan.docx:/content`. The text is percent-encoded, but for `/`, `:` and `$`.
    ///
    /// A service may answer with a redirect: [`Content::location`] then tells where the content is, and
    /// [`Client::download`](crate::Client::download) reads it there.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::{Bytes, GraphResource, http};
    ///
    /// #[derive(Clone, Debug, PartialEq, GraphResource)]
    /// #[graph_resource(path = "/users/<id>")]
    /// pub struct User {
    ///     pub id: String,
    /// }
    ///
    /// let request = User::at("87d349ed").content("photo/$value");
    /// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!(http.uri().path(), "/v1.0/users/87d349ed/photo/$value");
    /// let answer = http::Response::builder().header("content-type", "image/jpeg").body(Bytes::from("…")).unwrap();
    /// let photo = request.parse(answer)?;
    /// assert_eq!((photo.content_type(), photo.bytes().len()), (Some("image/jpeg"), 3));
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// Source: OData URL Conventions 4.01, section 4.14; Microsoft Graph, "Get profilePhoto", "Download driveItem content".
    pub fn content(self, below: &str) -> Request<GetContent> {
        self.below(below, GetContent(()))
    }

    /// Writes content of the resource, below its path: `PUT`, for small content, of at most 4 MB on most services. An empty
    /// one is sent as well.
    ///
    /// What it answers is the item that has the content, as JSON, or nothing.
    ///
    /// Source: Microsoft Graph, "Update profilePhoto", "Upload small files".
    pub fn put_content(self, below: &str, content_type: &str, content: impl Into<Bytes>) -> Request<PutContent> {
        let (name, body) = (HeaderValue::from_str(content_type), content.into());
        let is_refused = name.is_err();
        let content_type = name.unwrap_or_else(|_| HeaderValue::from_static(ANY));
        let mut request = self.below(below, PutContent { body, content_type });
        if is_refused {
            request.refuse(ErrorKind::Header, "the media type of the content cannot be sent".to_owned());
        }
        request
    }

    fn below<O: Operation>(self, below: &str, operation: O) -> Request<O> {
        let mut path = self.into_path();
        path.push_below(below);
        let mut request = Request::new(path, operation);
        if below.split('/').any(|segment| matches!(segment, "" | "." | "..")) {
            let why = "a segment of the path to the content is empty, `.` or `..`".to_owned();
            request.refuse(ErrorKind::Path, why);
        }
        request
    }
}
