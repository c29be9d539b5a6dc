//! What the tests share.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Mutex;

use graph_resource::{Bytes, DateTimeOffset, HttpClient};

pub(crate) const BASE: &str = "https://graph.microsoft.com/v1.0";

pub(crate) fn moment(text: &str) -> DateTimeOffset {
    text.parse().unwrap()
}

pub(crate) fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

/// Links to which no token may go.
pub(crate) const FOREIGN: &[&str] = &[
    "https://graph.microsoft.com.evil.example/v1.0/users",
    "https://evil.example/v1.0/users",
    "http://graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.com:444/v1.0/users",
    "https://user@graph.microsoft.com/v1.0/users",
    "https://",
    "#",
    "http:///v1.0/users",
    "https://graph.microsoft.com:port/v1.0/users",
    "//evil.example/v1.0/users",
];

/// Answers with bodies that were given, and notes what was asked.
#[derive(Default)]
pub(crate) struct Script {
    answers: Mutex<VecDeque<String>>,
    asked: Mutex<Vec<http::Request<Bytes>>>,
}

impl Script {
    pub(crate) fn new<T: Into<String>>(answers: impl IntoIterator<Item = T>) -> Self {
        let answers = answers.into_iter().map(Into::into).collect();
        Self { answers: Mutex::new(answers), asked: Mutex::default() }
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().map(|request| request.uri().to_string()).collect()
    }
}

impl HttpClient for Script {
    type Error = Infallible;

    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Infallible> {
        self.asked.lock().unwrap().push(request);
        let body = self.answers.lock().unwrap().pop_front().expect("an answer for each request");
        Ok(http::Response::new(body.into()))
    }
}
