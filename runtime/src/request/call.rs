//! The two operations that call something: a function, an action.

use core::fmt;
use core::marker::PhantomData;

use http::Method;

use super::sealed::Sealed;
use super::{Operation, Request};
use crate::call::{GraphAction, GraphFunction};
use crate::error::{Error, ErrorKind};
use crate::response::{Answer, CallOutput};
use crate::write::body::body;
use crate::write::{Form, write_whole};

/// `GET` of what a function gives.
pub struct Call<F> {
    function: PhantomData<fn() -> F>,
}

/// `POST` to an action.
pub struct Invoke<A> {
    body: Option<Vec<u8>>,
    action: PhantomData<fn() -> A>,
}

impl<F: GraphFunction> Call<F> {
    pub(crate) fn new() -> Self {
        Self { function: PhantomData }
    }
}

impl<A: GraphAction> Invoke<A> {
    pub(crate) fn new(action: &A) -> Result<Self, serde_json::Error> {
        // Where there is nothing to say, a body would say that there is.
        if A::TYPE.properties.is_empty() && !A::TYPE.open {
            return Ok(Self::empty());
        }
        let body = body(|to| write_whole(action, Form::Create, to))?;
        Ok(Self { body: Some(body), action: PhantomData })
    }

    pub(crate) fn empty() -> Self {
        Self { body: None, action: PhantomData }
    }
}

impl<O: Operation> Request<O> {
    /// A request whose parameters cannot be written.
    #[cold]
    pub(crate) fn unwritten(mut self, why: &serde_json::Error) -> Self {
        self.refuse(ErrorKind::Encode, why.to_string());
        self
    }
}

impl<F: GraphFunction> Operation for Call<F> {
    type Output = F::Output;
    const METHOD: Method = Method::GET;

    fn read(self, answer: Answer<'_>) -> Result<F::Output, Error> {
        F::Output::read(answer)
    }
}

impl<A: GraphAction> Operation for Invoke<A> {
    type Output = A::Output;
    const METHOD: Method = Method::POST;

    fn body_room(&self) -> usize {
        self.body.as_ref().map_or(0, Vec::len)
    }

    fn write_body(&self, _: &str, to: &mut Vec<u8>) -> Result<(), Error> {
        to.extend_from_slice(self.body.as_deref().unwrap_or_default());
        Ok(())
    }

    fn read(self, answer: Answer<'_>) -> Result<A::Output, Error> {
        A::Output::read(answer)
    }
}

impl<F: GraphFunction> Sealed for Call<F> {}
impl<A: GraphAction> Sealed for Invoke<A> {}

impl<F> Clone for Call<F> {
    fn clone(&self) -> Self {
        Self { function: PhantomData }
    }
}

impl<A> Clone for Invoke<A> {
    fn clone(&self) -> Self {
        Self { body: self.body.clone(), action: PhantomData }
    }
}

impl<F: GraphFunction> fmt::Debug for Call<F> {
    /// Names the function, and shows no parameter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("function", &F::NAME).finish_non_exhaustive()
    }
}

impl<A: GraphAction> fmt::Debug for Invoke<A> {
    /// Names the action, and shows no parameter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invoke").field("action", &A::NAME).finish_non_exhaustive()
    }
}
