//! Which outcomes of a request allow to send it again.

use core::time::Duration;

use http::StatusCode;

use crate::request::repeat::Repeat;

/// How one sending of a request ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// The request did not leave this machine.
    NotSent,
    /// There was no answer, and the service may have seen the request.
    Unknown,
    /// There was an answer, with what its `Retry-After` says.
    Answered(StatusCode, Option<Duration>),
}

impl Outcome {
    /// How long the service asks to wait.
    pub(crate) fn retry_after(self) -> Option<Duration> {
        match self {
            Self::Answered(_, retry_after) => retry_after,
            Self::NotSent | Self::Unknown => None,
        }
    }

    /// Whether the service had too many requests.
    pub(crate) fn is_throttled(self) -> bool {
        matches!(self, Self::Answered(StatusCode::TOO_MANY_REQUESTS, _))
    }
}

impl Repeat {
    /// Whether a request may be sent again after this outcome.
    pub(crate) fn allows(self, outcome: Outcome) -> bool {
        let is_told = outcome.retry_after().is_some();
        match outcome {
            Outcome::NotSent => true,
            Outcome::Unknown => matches!(self, Self::Safe | Self::Idempotent),
            Outcome::Answered(status, _) => match status {
                StatusCode::TOO_MANY_REQUESTS => true,
                StatusCode::SERVICE_UNAVAILABLE => is_told || self != Self::Once,
                StatusCode::GATEWAY_TIMEOUT => matches!(self, Self::Safe | Self::Idempotent),
                StatusCode::INTERNAL_SERVER_ERROR | StatusCode::BAD_GATEWAY => self == Self::Safe,
                _ => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use http::header::{HeaderMap, HeaderValue, IF_MATCH, IF_NONE_MATCH};
    use http::{Method, StatusCode};

    use super::Outcome;
    use crate::request::repeat::Repeat::{self, Conditional, Idempotent, Once, Safe};

    fn answered(status: u16) -> Outcome {
        Outcome::Answered(StatusCode::from_u16(status).unwrap(), None)
    }

    #[test]
    fn the_table_decides() {
        let told = Outcome::Answered(StatusCode::SERVICE_UNAVAILABLE, Some(Duration::ZERO));
        let table = [
            (answered(429), [true, true, true, true]),
            (answered(503), [true, true, true, false]),
            (told, [true, true, true, true]),
            (answered(504), [true, true, false, false]),
            (answered(500), [true, false, false, false]),
            (answered(502), [true, false, false, false]),
            (Outcome::NotSent, [true, true, true, true]),
            (Outcome::Unknown, [true, true, false, false]),
            (answered(412), [false, false, false, false]),
        ];
        assert!(answered(429).is_throttled() && !answered(503).is_throttled() && !told.is_throttled());
        for (outcome, expected) in table {
            let found = [Safe, Idempotent, Conditional, Once].map(|repeat| repeat.allows(outcome));
            assert_eq!(found, expected, "{outcome:?}");
        }
    }

    #[test]
    fn no_other_status_is_repeated() {
        for status in (100..600).filter(|status| ![429, 500, 502, 503, 504].contains(status)) {
            let told = Outcome::Answered(StatusCode::from_u16(status).unwrap(), Some(Duration::ZERO));
            for repeat in [Safe, Idempotent, Conditional, Once] {
                assert!(!repeat.allows(answered(status)) && !repeat.allows(told), "{status}");
            }
        }
    }

    #[test]
    fn method_and_headers_say_what_twice_does() {
        let none = HeaderMap::new();
        let with = |name| HeaderMap::from_iter([(name, HeaderValue::from_static("*"))]);
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            assert_eq!(Repeat::of(&method, &none), Safe);
            assert_eq!(Repeat::of(&method, &with(IF_NONE_MATCH)), Safe);
        }
        for method in [Method::PATCH, Method::PUT, Method::DELETE] {
            assert_eq!(Repeat::of(&method, &none), Idempotent);
            assert_eq!(Repeat::of(&method, &with(IF_MATCH)), Conditional);
            assert_eq!(Repeat::of(&method, &with(IF_NONE_MATCH)), Conditional);
        }
        for method in [Method::POST, Method::CONNECT, "MERGE".parse().unwrap()] {
            assert_eq!(Repeat::of(&method, &none), Once);
            assert_eq!(Repeat::of(&method, &with(IF_MATCH)), Once);
        }
    }
    #[cfg(feature = "derive")]
    #[test]
    fn a_request_says_what_twice_does() {
        use graph_resource::GraphResource;

        use crate::request::operation::Operation;
        use crate::request::request::Request;

        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/users/<id>")]
        struct User {
            id: String,
            job_title: Option<String>,
        }

        fn repeats<O: Operation>(request: &Request<O>) -> Repeat {
            let http = request.to_http("https://graph.microsoft.com/v1.0").unwrap();
            request.repeats(http.method(), http.headers())
        }
        let (user, patch) = (|| User::at("1"), || UserPatch::new().job_title("Auditor"));
        assert_eq!(repeats(&user().get()), Safe);
        assert_eq!(repeats(&User::collection().list()), Safe);
        assert_eq!(repeats(&user().update(patch())), Idempotent);
        assert_eq!(repeats(&user().update(patch()).if_match("\"7\"")), Conditional);
        assert_eq!(repeats(&user().delete()), Idempotent);
        // The caller's own setting wins, and stays when a request becomes another.
        assert_eq!(repeats(&user().update(patch()).repeat(Once)), Once);
        assert_eq!(repeats(&user().get().repeat(Once).select(User::props().job_title)), Once);
    }
}
