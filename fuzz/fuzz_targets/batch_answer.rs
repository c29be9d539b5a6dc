//! The answer to a batch: each request has an outcome of its own, once.
#![no_main]

use std::convert::Infallible;

use graph_resource::blocking::{Client, HttpClient};
use graph_resource::{BaseUrl, Batch, Bytes, GraphResource, Retry, http};
use libfuzzer_sys::fuzz_target;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    name: Option<String>,
}

struct Answering<'d>(&'d [u8]);

impl HttpClient for Answering<'_> {
    type Error = Infallible;

    fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, Infallible> {
        Ok(http::Response::new(Bytes::copy_from_slice(self.0)))
    }
}

fuzz_target!(|data: &[u8]| {
    let client = Client::new(Answering(data), BaseUrl::graph()).retry(Retry::never());
    let mut batch = Batch::new();
    let read = batch.add(User::at("1").get());
    let list = batch.add(User::collection().list());
    let update = batch.add(User::at("1").update(UserPatch::new().name("Ada")));
    let delete = batch.add(User::at("2").delete());
    batch.after(&delete, &update);
    let Ok(mut answers) = client.send_batch(batch) else { return };
    let shown = format!("{answers:?}");
    let outcomes = [
        answers.take(read).map(drop).err(),
        answers.take(list).map(drop).err(),
        answers.take(update).map(drop).err(),
        answers.take(delete).err(),
    ];
    assert_eq!(shown.matches(',').count() + 1, outcomes.len(), "{shown}");
});
