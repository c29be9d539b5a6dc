//! The kinds of error.

/// Which step failed.
///
/// | kinds | was anything sent? | did the service do it? |
/// |---|---|---|
/// | [`Path`](Self::Path), [`BaseUrl`](Self::BaseUrl), [`EmptyPatch`](Self::EmptyPatch), [`Header`](Self::Header), [`Query`](Self::Query), [`Encode`](Self::Encode), [`Unsendable`](Self::Unsendable), [`Batch`](Self::Batch), [`ForeignOrigin`](Self::ForeignOrigin), [`Token`](Self::Token), [`Throttled`](Self::Throttled) | no | no |
/// | [`Transport`](Self::Transport) | [`Error::was_sent`](crate::Error::was_sent) | unknown, where it was sent |
/// | [`Service`](Self::Service) | yes | no, by the service's own word; after 5xx it may have |
/// | [`Unanswered`](Self::Unanswered) | yes | unknown |
/// | [`Accepted`](Self::Accepted) | yes | not yet |
/// | [`Unconfirmed`](Self::Unconfirmed) | yes | perhaps, or in part |
/// | [`Decode`](Self::Decode), [`NoContent`](Self::NoContent), [`BodyLost`](Self::BodyLost), [`TooLarge`](Self::TooLarge) | yes | what [`Error::status`](crate::Error::status) says |
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A key cannot stand in a path. Nothing was sent.
    Path,
    /// The base URL cannot be used. Nothing was sent.
    BaseUrl,
    /// The patch is empty, and there is no portable request for "no change". Nothing was sent.
    EmptyPatch,
    /// A header cannot be sent. Nothing was sent.
    Header,
    /// A query option has no place in the request, or contradicts another one. Nothing was sent.
    Query,
    /// The body, or a parameter, cannot be written. Nothing was sent.
    Encode,
    /// A change that no patch can say: of a key, a read-only property, a relationship. Nothing was sent.
    Unsendable,
    /// A batch that Graph would not take: of requests that belong together in another way than Graph knows, or a part that
    /// is of another batch. Nothing was sent.
    Batch,
    /// The URL is of another origin than the base URL, and the token does not go there. Nothing was sent.
    ForeignOrigin,
    /// No token could be had. Nothing was sent.
    Token,
    /// The service has asked for a wait, and it is longer than the client waits. Nothing was sent.
    Throttled,
    /// The transport failed before an answer arrived. [`Error::was_sent`](crate::Error::was_sent) tells whether the
    /// service may have seen the request.
    Transport,
    /// The status and the headers of an answer arrived, and its body broke off.
    /// [`Error::status`](crate::Error::status) is the service's answer all the same.
    BodyLost,
    /// The body of the answer is larger than the transport takes.
    TooLarge,
    /// The service answered with an error.
    Service,
    /// The answer to a batch has none to this request. The service may have carried it out.
    Unanswered,
    /// 202: the service accepted the request and has not carried it out yet. [`Error::location`](crate::Error::location)
    /// is where to ask for the outcome, where the service says so.
    Accepted,
    /// 206 or 207 to a change: a part of it was done, or each part has an outcome of its own.
    Unconfirmed,
    /// The answer succeeded, and its body is not what was expected.
    Decode,
    /// The answer succeeded without the content that was asked for.
    NoContent,
}
