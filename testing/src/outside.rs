//! URLs on another host that are good by themselves: downloads, upload sessions, monitors. They refuse a token.
//!
//! Source: Microsoft Graph, "download driveItem content", "driveItem: createUploadSession", "working with long running
//! actions".

use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::{AUTHORIZATION, LOCATION, RETRY_AFTER};
use http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::content::Content;
use crate::errors::Refusal;
use crate::operation::Called;
use crate::service::Reply;
use crate::token::mix;
use crate::upload::{Received, Upload};

/// What such a URL leads to.
#[derive(Debug)]
pub(crate) enum Resource {
    Download(Content),
    Upload(Box<Upload>),
    Monitor(Monitor),
}

/// A long-running operation.
#[derive(Debug)]
pub(crate) struct Monitor {
    /// How many requests find it running.
    pub(crate) polls: usize,
    pub(crate) polled: usize,
    pub(crate) end: End,
    pub(crate) retry_after: Option<String>,
    /// The service root, for a resource at the end.
    pub(crate) root: String,
}

/// What a monitor answers at last.
#[derive(Clone, Debug)]
pub(crate) enum End {
    Value(Value),
    /// A path below the service root.
    Resource(String),
}

#[derive(Debug, Default)]
pub(crate) struct Outside {
    resources: BTreeMap<String, Resource>,
    made: u64,
}

/// What a request to such a URL leads to.
pub(crate) enum Reached {
    Reply(Reply),
    /// The upload is complete.
    Uploaded(Box<Called>),
}

impl Outside {
    /// Gives a resource its name, which cannot be guessed.
    pub(crate) fn add(&mut self, resource: Resource) -> String {
        self.made += 1;
        let name = format!("{:016x}{:016x}", mix(self.made), mix(!self.made));
        self.resources.insert(name.clone(), resource);
        name
    }

    /// No URL leads anywhere from now on.
    pub(crate) fn expire(&mut self) {
        self.resources.clear();
    }

    pub(crate) fn answer(&mut self, request: &Request<Bytes>, name: &str) -> Result<Reached, Refusal> {
        if request.headers().contains_key(AUTHORIZATION) {
            return Err(Refusal::new(StatusCode::UNAUTHORIZED, "unauthenticated", "this URL takes no access token"));
        }
        let gone = || Refusal::item_not_found(name);
        match self.resources.get_mut(name).ok_or_else(gone)? {
            Resource::Download(content) if request.method() == Method::GET => Ok(Reached::Reply(content.reply())),
            Resource::Monitor(monitor) if request.method() == Method::GET => Ok(Reached::Reply(monitor.answer())),
            Resource::Download(_) | Resource::Monitor(_) => Err(Refusal::method_not_allowed("GET")),
            Resource::Upload(upload) => match upload.answer(request)? {
                Received::Reply(reply) => Ok(Reached::Reply(reply)),
                Received::Cancelled => {
                    self.resources.remove(name);
                    Ok(Reached::Reply(Reply::new(StatusCode::NO_CONTENT, None)))
                }
                Received::Complete(called) => {
                    self.resources.remove(name);
                    Ok(Reached::Uploaded(called))
                }
            },
        }
    }
}

impl Monitor {
    fn answer(&mut self) -> Reply {
        if self.polled < self.polls {
            self.polled += 1;
            #[allow(clippy::cast_precision_loss, reason = "a share of few polls")]
            let share = 100.0 * (self.polled as f64) / (self.polls as f64 + 1.0);
            let body = json!({"status": "inProgress", "percentageComplete": share});
            let mut reply = Reply::new(StatusCode::ACCEPTED, Some(body));
            if let Some(value) = &self.retry_after {
                reply.set(RETRY_AFTER, value);
            }
            return reply;
        }
        match &self.end {
            End::Value(value) => Reply::new(StatusCode::OK, Some(value.clone())),
            End::Resource(path) => {
                let mut reply = Reply::new(StatusCode::SEE_OTHER, None);
                reply.set(LOCATION, &format!("{}/{}", self.root, path.trim_start_matches('/')));
                reply
            }
        }
    }
}

/// Another origin that leads to the same service: on a socket, the other name of this machine.
pub(crate) fn outside_of(origin: &str) -> String {
    let names = [("http://127.0.0.1:", "http://localhost:"), ("http://localhost:", "http://127.0.0.1:")];
    let other = names.iter().find_map(|(from, to)| origin.strip_prefix(from).map(|port| format!("{to}{port}")));
    other.unwrap_or_else(|| "https://storage.example.com".to_owned())
}
