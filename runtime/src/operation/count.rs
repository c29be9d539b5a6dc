//! `GET` of the number of items: `$count`.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use crate::error::{Error, ErrorKind};
use crate::operation::references::Navigation;
use crate::request::answer::Answer;
use crate::request::operation::{Lists, Operation, Sealed};
use crate::request::request::Request;
use crate::resource::address::Collection;
use crate::resource::property::Many;
use crate::resource::traits::GraphResource;

/// `GET` of the number of items of a collection.
pub struct Count<R>(PhantomData<fn() -> R>);

impl<R> Sealed for Count<R> {}

impl<R> Operation for Count<R> {
    type Output = u64;
    const METHOD: Method = Method::GET;
    const ACCEPT: &'static str = "text/plain";

    fn read(self, answer: Answer<'_>) -> Result<u64, Error> {
        answer.check_done()?;
        let text = core::str::from_utf8(&answer.body).unwrap_or_default();
        let digits = text.trim_start_matches('\u{feff}').trim();
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .parse()
            .ok()
            .filter(|_| is_number)
            .ok_or_else(|| Error::new(ErrorKind::Decode, "the service answered with another text than a number"))
    }
}

impl<R> Lists for Count<R> {
    type Item = R;
    const IS_COUNT: bool = true;
}

impl<R: GraphResource> Collection<R> {
    /// Asks how many items there are: `GET` of `$count`. Takes a filter and a search, and of directory objects wants
    /// [`eventual`](Request::eventual).
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
    ///     pub account_enabled: Option<bool>,
    /// }
    ///
    /// let request = User::collection().count().filter(User::props().account_enabled.eq(true)).eventual();
    /// let http = request.to_http("https://graph.microsoft.com/v1.0")?;
    /// assert_eq!(http.uri().path(), "/v1.0/users/$count");
    /// assert_eq!(request.parse(http::Response::new(Bytes::from("893")))?, 893);
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// Source: OData URL Conventions 4.01, section 4.8.
    pub fn count(self) -> Request<Count<R>> {
        let mut path = self.into_path();
        path.push_name("$count");
        Request::new(path, Count(PhantomData))
    }
}

impl<T> Navigation<T, Many> {
    /// Asks how many related entities there are: `GET` of `$count`.
    pub fn count(self) -> Request<Count<T>> {
        let mut path = self.into_path();
        path.push_name("$count");
        Request::related(path, Count(PhantomData))
    }
}

impl<R> Clone for Count<R> {
    fn clone(&self) -> Self {
        Self(PhantomData)
    }
}

impl<R> fmt::Debug for Count<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Count")
    }
}
