//! The service on a loopback socket, for the HTTP client that is used in production.

mod outgoing;

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread::JoinHandle;

use bytes::Bytes;
use http::{Method, Request, Response};
use http_body_util::BodyExt as _;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub(crate) use self::outgoing::ask_blocking;
use crate::embedded::EmbeddedGraph;
use crate::fault::{Disconnected, Outcome, is_truncated};

/// A running server. It stops when this is dropped, and closes its connections.
///
/// It runs on a thread of its own, so that blocking clients and every async runtime can talk to it.
#[derive(Debug)]
pub struct GraphServer {
    address: SocketAddr,
    accepting: AbortHandle,
    thread: Option<JoinHandle<()>>,
}

impl GraphServer {
    /// The service root, without a slash at the end: `http://127.0.0.1:49152/v1.0`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}/v1.0", self.address)
    }

    /// Where the server listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for GraphServer {
    fn drop(&mut self) {
        self.accepting.abort();
        if let Some(thread) = self.thread.take() {
            // A panic of the server has been reported by its own thread.
            let _ = thread.join();
        }
    }
}

impl EmbeddedGraph {
    /// Listens on a free port of 127.0.0.1, HTTP/1.1 without TLS. Data, faults and records are shared with `self`.
    ///
    /// A broken connection is what it says here: the socket is closed without an answer, or in the middle of it.
    ///
    /// # Errors
    ///
    /// The socket or the thread cannot be had.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource_testing::EmbeddedGraph;
    ///
    /// let graph = EmbeddedGraph::with_call_records();
    /// let server = graph.serve()?;
    /// assert!(server.base_url().starts_with("http://127.0.0.1:"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn serve(&self) -> io::Result<GraphServer> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _context = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let task = runtime.spawn(accept(listener, self.clone()));
        let accepting = task.abort_handle();
        // Ends with the runtime.
        drop(runtime.spawn(outgoing::send_all(self.clone())));
        let thread = std::thread::Builder::new().name("embedded-graph".to_owned()).spawn(move || {
            // Ends when the task is aborted; dropping the runtime then closes the connections.
            let _ = runtime.block_on(task);
        })?;
        Ok(GraphServer { address, accepting, thread: Some(thread) })
    }
}

async fn accept(listener: TcpListener, graph: EmbeddedGraph) -> Infallible {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // A connection that was gone before it was accepted, or no file handle left for now.
            tokio::task::yield_now().await;
            continue;
        };
        let graph = graph.clone();
        tokio::spawn(async move {
            let service = service_fn(|request| respond(&graph, request));
            // Queued answers go out as they are: no header is added. A broken connection is not the server's error.
            let connection =
                http1::Builder::new().auto_date_header(false).serve_connection(TokioIo::new(stream), service);
            let _ = connection.await;
        });
    }
}

async fn respond(graph: &EmbeddedGraph, request: Request<Incoming>) -> Result<Response<Answer>, Disconnected> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Disconnected::NEW)?.to_bytes();
    let request = Request::from_parts(head, body);
    let Outcome { response, delay } = if graph.patience().is_some() && !head_only(&request) {
        // It may be that the subscriber is asked first, and that it asks the service before it answers.
        let graph = graph.clone();
        let answer = tokio::task::spawn_blocking(move || graph.exchange(&request));
        answer.await.map_err(|_| Disconnected::NEW)?
    } else {
        graph.exchange(&request)
    };
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let response = response.ok_or(Disconnected::NEW)?;
    let breaks = is_truncated(&response);
    Ok(response.map(|body| Answer { rest: Some(body), breaks, flushed: false }))
}

fn head_only(request: &Request<Bytes>) -> bool {
    matches!(*request.method(), Method::GET | Method::DELETE)
}

/// A body that may break off.
struct Answer {
    rest: Option<Bytes>,
    breaks: bool,
    flushed: bool,
}

impl Body for Answer {
    type Data = Bytes;
    type Error = Disconnected;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Disconnected>>> {
        if let Some(rest) = self.rest.take().filter(|rest| !rest.is_empty()) {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        if !self.breaks {
            return Poll::Ready(None);
        }
        if !self.flushed {
            // What was given so far is written out while this waits once.
            self.flushed = true;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(Disconnected::NEW)))
    }

    fn size_hint(&self) -> SizeHint {
        match &self.rest {
            // The length that was promised stands in the header, and is not this one.
            _ if self.breaks => SizeHint::default(),
            Some(rest) => SizeHint::with_exact(rest.len() as u64),
            None => SizeHint::with_exact(0),
        }
    }
}
