//! Spans of calls and of their attempts; without the feature `tracing`, none.
//!
//! Nothing of a URL but its host and its template is in them, no header but the ids, and no body.
//!
//! Source: OpenTelemetry, "semantic conventions for HTTP spans".

#[cfg(feature = "tracing")]
mod spans {
    use core::fmt;

    use bytes::Bytes;
    use http::{Method, StatusCode, Uri};
    use tracing::field::{DisplayValue, Empty, display};
    use tracing::{Instrument as _, Span, info_span};

    use crate::client::http_client::HttpClient;
    use crate::client::request_id::RequestId;
    use crate::client::sendable::{Exchanged, Sendable};
    use crate::error::{Error, REQUEST_ID};
    use crate::odata::template::Template;

    /// The span of a call: from the first attempt to the outcome.
    pub(crate) struct CallSpan(Span);

    impl CallSpan {
        pub(crate) fn new<S: Sendable>(source: &S, root: Option<&Uri>) -> Self {
            Self::about(&About::new(source, root))
        }

        /// Of requests whose URL is a secret: nothing of it is in the span.
        pub(crate) fn tokenless(method: &Method) -> Self {
            Self::about(&About::tokenless(method))
        }

        fn about(about: &About<'_>) -> Self {
            Self(info_span!(
                target: "graph_resource",
                "graph.call",
                otel.name = %about,
                otel.kind = "internal",
                otel.status_code = Empty,
                http.request.method = about.method.as_str(),
                url.template = about.template(),
                server.address = about.host(),
                server.port = about.port(),
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                "error.type" = Empty,
            ))
        }

        /// The same future, within the span.
        pub(crate) async fn around(
            &self,
            future: impl Future<Output = Result<Exchanged, Error>>,
        ) -> Result<Exchanged, Error> {
            let outcome = self.within(future).await;
            if let Ok(done) = &outcome {
                self.answered(done.response.status(), done.attempts);
            }
            outcome
        }

        /// Adds the last answer, and how many attempts there were.
        pub(crate) fn answered(&self, status: StatusCode, attempts: u32) {
            resent(&self.0, attempts);
            answered(&self.0, status);
        }

        /// The same as [`around`](Self::around), of whatever outcome: what was answered is to be added.
        pub(crate) fn within<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
            future.instrument(self.0.clone())
        }

        /// Ends the span with the outcome of the call.
        pub(crate) fn ended(self, error: Option<&Error>) {
            let Some(error) = error else { return };
            resent(&self.0, error.attempts());
            match error.status() {
                Some(status) if !status.is_success() => answered(&self.0, status),
                _ if error.is_timeout() => failed(&self.0, "timeout"),
                _ if error.is_connect() => failed(&self.0, "connect"),
                _ => failed(&self.0, &format!("{:?}", error.kind())),
            }
        }
    }

    /// The span of one attempt.
    pub(crate) struct AttemptSpan(Span);

    impl AttemptSpan {
        pub(crate) fn new<S: Sendable>(source: &S, root: Option<&Uri>, number: u32, id: &RequestId) -> Self {
            Self::about(&About::new(source, root), number, id.text().as_deref())
        }

        /// As of [`CallSpan::tokenless`]; such requests have no id.
        pub(crate) fn tokenless(method: &Method, number: u32) -> Self {
            Self::about(&About::tokenless(method), number, None)
        }

        fn about(about: &About<'_>, number: u32, id: Option<&str>) -> Self {
            let span = info_span!(
                target: "graph_resource",
                "graph.attempt",
                otel.name = %about,
                otel.kind = "client",
                otel.status_code = Empty,
                http.request.method = about.method.as_str(),
                url.template = about.template(),
                server.address = about.host(),
                server.port = about.port(),
                http.request.resend_count = Empty,
                "http.request.header.client-request-id" = id,
                "http.response.header.request-id" = Empty,
                http.response.status_code = Empty,
                "error.type" = Empty,
            );
            resent(&span, number);
            Self(span)
        }

        /// The same future, within the span.
        pub(crate) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
            future.instrument(self.0.clone())
        }

        pub(crate) fn ended<T: HttpClient>(self, answer: &Result<http::Response<Bytes>, T::Error>) {
            match answer {
                Ok(answer) => {
                    if let Some(id) = answer.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()) {
                        self.0.record("http.response.header.request-id", id);
                    }
                    answered(&self.0, answer.status());
                }
                Err(error) if T::was_sent(error) == Some(false) => failed(&self.0, "connect"),
                Err(_) => failed(&self.0, "transport"),
            }
        }
    }

    fn resent(span: &Span, attempts: u32) {
        if attempts > 1 {
            span.record("http.request.resend_count", attempts - 1);
        }
    }

    fn answered(span: &Span, status: StatusCode) {
        span.record("http.response.status_code", status.as_u16());
        if status.is_client_error() || status.is_server_error() {
            failed(span, status.as_str());
        }
    }

    fn failed(span: &Span, why: &str) {
        span.record("otel.status_code", "ERROR");
        span.record("error.type", why);
    }

    /// What a span tells of its request: `PATCH /communications/callRecords/{id}`.
    struct About<'s> {
        method: Method,
        template: Option<&'s Template>,
        root: Option<&'s Uri>,
    }

    impl<'s> About<'s> {
        fn new<S: Sendable>(source: &'s S, root: Option<&'s Uri>) -> Self {
            Self { method: source.method(), template: source.template(), root }
        }

        fn tokenless(method: &Method) -> Self {
            Self { method: method.clone(), template: None, root: None }
        }

        fn template(&self) -> Option<DisplayValue<&'s Template>> {
            self.template.map(display)
        }

        fn host(&self) -> Option<&str> {
            self.root?.host()
        }

        fn port(&self) -> Option<u16> {
            let root = self.root?;
            root.port_u16().or_else(|| Some(if root.scheme_str() == Some("http") { 80 } else { 443 }))
        }
    }

    impl fmt::Display for About<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.template {
                Some(template) => write!(f, "{} {template}", self.method),
                None => write!(f, "{}", self.method),
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "there is no span")]
mod spans {
    use bytes::Bytes;
    use http::{Method, StatusCode, Uri};

    use crate::client::http_client::HttpClient;
    use crate::client::request_id::RequestId;
    use crate::client::sendable::Sendable;
    use crate::error::Error;

    pub(crate) struct CallSpan;

    impl CallSpan {
        pub(crate) fn new<S: Sendable>(_: &S, _: Option<&Uri>) -> Self {
            Self
        }

        pub(crate) fn tokenless(_: &Method) -> Self {
            Self
        }

        pub(crate) fn around<F>(&self, future: F) -> F {
            future
        }

        pub(crate) fn within<F>(&self, future: F) -> F {
            future
        }

        pub(crate) fn answered(&self, _: StatusCode, _: u32) {}

        pub(crate) fn ended(self, _: Option<&Error>) {}
    }

    pub(crate) struct AttemptSpan;

    impl AttemptSpan {
        pub(crate) fn new<S: Sendable>(_: &S, _: Option<&Uri>, _: u32, _: &RequestId) -> Self {
            Self
        }

        pub(crate) fn tokenless(_: &Method, _: u32) -> Self {
            Self
        }

        pub(crate) fn around<F>(&self, future: F) -> F {
            future
        }

        pub(crate) fn ended<T: HttpClient>(self, _: &Result<http::Response<Bytes>, T::Error>) {}
    }
}

pub(crate) use self::spans::{AttemptSpan, CallSpan};
