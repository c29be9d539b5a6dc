//! The link to a next page: what is sent there stays with the service, whatever the link says.
#![no_main]

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use graph_resource::blocking::{Client, HttpClient};
use graph_resource::{BaseUrl, Bytes, GraphResource, http};
use libfuzzer_sys::fuzz_target;

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
}

struct Linking<'d>(Vec<&'d str>, AtomicUsize);

impl HttpClient for Linking<'_> {
    type Error = Infallible;

    fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Infallible> {
        let uri = request.uri();
        assert_eq!(uri.scheme_str(), Some("https"));
        let authority = uri.authority().expect("an absolute URL").as_str().to_ascii_lowercase();
        assert!(matches!(&*authority, "graph.microsoft.com" | "graph.microsoft.com:443"), "{authority}");
        let link = self.0.get(self.1.fetch_add(1, Relaxed));
        Ok(http::Response::new(serde_json::json!({"value": [{"id": "1"}], "@odata.nextLink": link}).to_string().into()))
    }
}

fuzz_target!(|text: &str| {
    let links: Vec<_> = text.split('\n').collect();
    let most = links.len() + 1;
    let client = Client::new(Linking(links, AtomicUsize::new(0)), BaseUrl::graph()).bearer_token("token");
    let client = client.expect("it is a token");
    let pages = client.pages(User::collection().list()).inspect(|page| {
        let Ok(page) = page else { return };
        assert_eq!(page.len(), 1);
        if let Some(link) = page.resume() {
            let kept = serde_json::to_string(&link).expect("a link can be kept");
            serde_json::from_str::<graph_resource::PageLink>(&kept).expect("it can be read again");
        }
    });
    assert!(pages.count() <= most + 1);
});
