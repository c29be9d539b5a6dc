//! One way to drive them all: a client over each transport, asynchronous or not.

use std::time::Duration;

use bytes::Bytes;
use graph_resource::transport::{
    HyperTransport, ReqwestTransport, TowerTransport, TransportError, TransportErrorKind, UreqTransport,
};
use graph_resource::{
    AccessToken, BaseUrl, BoxError, BoxHttpClient, Client, Error, GraphResource, HttpClient, Operation, Request, Retry,
    Tracked, blocking, token_fn,
};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

pub(crate) const TOKEN: &str = "s3cret-token";

/// What a test asks of a client.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) max_body: usize,
    pub(crate) timeout: Duration,
    pub(crate) retry: Retry,
    /// Whether the token comes from a provider, which can answer a challenge.
    pub(crate) has_provider: bool,
}

impl Default for Settings {
    /// Each request is sent once.
    fn default() -> Self {
        Self { max_body: 64 << 20, timeout: Duration::from_secs(30), retry: Retry::never(), has_provider: false }
    }
}

/// A client over one of the transports.
pub(crate) trait Driver {
    /// Whether the transport unpacks gzip. Over `tower` that is the service's matter.
    const UNPACKS: bool = true;
    /// Whether its time limit holds for the body as well.
    const TIMES_BODIES: bool = true;

    fn new(base: &str, settings: Settings) -> Self;

    fn send<O: Operation>(&self, request: Request<O>) -> Result<O::Output, Error>;

    fn http(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Error>;

    fn save<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error>;

    fn reload<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error>;
}

/// How a transport is made.
pub(crate) trait Make {
    const UNPACKS: bool = true;
    const TIMES_BODIES: bool = true;
    type Transport: HttpClient + 'static;

    fn make(settings: &Settings) -> Self::Transport;
}

pub(crate) struct Reqwest;
pub(crate) struct Hyper;
pub(crate) struct Tower;
pub(crate) struct Boxed;

impl Make for Reqwest {
    type Transport = ReqwestTransport;

    fn make(settings: &Settings) -> ReqwestTransport {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(settings.timeout);
        ReqwestTransport::from(client.no_proxy().build().unwrap()).max_body(settings.max_body)
    }
}

impl Make for Hyper {
    type Transport = HyperTransport<HttpConnector>;

    fn make(settings: &Settings) -> Self::Transport {
        HyperTransport::new(HttpConnector::new()).max_body(settings.max_body).timeout(settings.timeout)
    }
}

type Service = tower::util::BoxCloneService<http::Request<Full<Bytes>>, http::Response<Incoming>, BoxError>;

impl Make for Tower {
    const UNPACKS: bool = false;
    const TIMES_BODIES: bool = false;
    type Transport = TowerTransport<Service>;

    /// A service as its users have one: a client of hyper-util's, with a layer around it.
    fn make(settings: &Settings) -> Self::Transport {
        let client = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build_http();
        let timed = tower::timeout::Timeout::new(client, settings.timeout).map_err(|error| -> BoxError {
            if error.is::<tower::timeout::error::Elapsed>() {
                return TransportError::new(TransportErrorKind::Timeout).because(error).into();
            }
            error
        });
        TowerTransport::new(Service::new(timed)).sleep(tokio::time::sleep).max_body(settings.max_body)
    }
}

impl Make for Boxed {
    type Transport = BoxHttpClient;

    fn make(settings: &Settings) -> BoxHttpClient {
        BoxHttpClient::new(Hyper::make(settings))
    }
}

/// A client whose futures are run to their end.
pub(crate) struct Async<M: Make> {
    runtime: Runtime,
    client: Client<M::Transport>,
}

impl<M: Make> Driver for Async<M> {
    const UNPACKS: bool = M::UNPACKS;
    const TIMES_BODIES: bool = M::TIMES_BODIES;

    fn new(base: &str, settings: Settings) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let transport = runtime.block_on(async { M::make(&settings) });
        let client = Client::new(transport, BaseUrl::loopback(base).unwrap()).bearer_token(TOKEN).unwrap();
        let provider = token_fn(|_| async { Ok::<_, BoxError>(AccessToken::new(TOKEN)) });
        let client = if settings.has_provider { client.token_provider(provider) } else { client };
        Self { runtime, client: client.retry(settings.retry) }
    }

    fn send<O: Operation>(&self, request: Request<O>) -> Result<O::Output, Error> {
        self.runtime.block_on(self.client.send(request))
    }

    fn http(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Error> {
        self.runtime.block_on(self.client.http(request))
    }

    fn save<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error> {
        self.runtime.block_on(record.save(&self.client))
    }

    fn reload<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error> {
        self.runtime.block_on(record.reload(&self.client))
    }
}

/// The client that blocks, over ureq.
pub(crate) struct Ureq(blocking::Client<UreqTransport>);

impl Driver for Ureq {
    fn new(base: &str, settings: Settings) -> Self {
        let agent = ureq::Agent::config_builder().timeout_global(Some(settings.timeout)).build().new_agent();
        let transport = UreqTransport::from(agent).max_body(settings.max_body);
        let client = blocking::Client::new(transport, BaseUrl::loopback(base).unwrap()).bearer_token(TOKEN).unwrap();
        let provider = blocking::token_fn(|_| Ok::<_, BoxError>(AccessToken::new(TOKEN)));
        let client = if settings.has_provider { client.token_provider(provider) } else { client };
        Self(client.retry(settings.retry))
    }

    fn send<O: Operation>(&self, request: Request<O>) -> Result<O::Output, Error> {
        self.0.send(request)
    }

    fn http(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Error> {
        self.0.http(request)
    }

    fn save<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error> {
        self.0.save(record)
    }

    fn reload<R: GraphResource>(&self, record: &mut Tracked<R>) -> Result<(), Error> {
        self.0.reload(record)
    }
}
