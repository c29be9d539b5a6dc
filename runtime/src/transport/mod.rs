//! Transports: thin adapters from an HTTP library to [`HttpClient`](crate::HttpClient), one feature each.

#[cfg(feature = "reqwest")]
mod reqwest;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
