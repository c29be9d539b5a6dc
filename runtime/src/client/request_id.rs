//! The id that a client gives each request.

use core::hash::BuildHasher as _;
use std::collections::hash_map::RandomState;

use http::header::{Entry, HeaderMap, HeaderValue};
use uuid::{Builder, Uuid};

use crate::error::{CLIENT_REQUEST_ID, Error, ErrorKind};

/// A GUID that no other request of this process has.
///
/// Support finds a request by it, and it is no secret: the standard library's hash suffices, whose 128-bit key comes from
/// the system once a thread, and is another one for each state. A process that forks goes on with the ids of its parent.
fn new_request_id() -> Uuid {
    let state = RandomState::new();
    let (high, low) = (u128::from(state.hash_one(0_u8)), u128::from(state.hash_one(1_u8)));
    Builder::from_random_bytes((high << 64 | low).to_be_bytes()).into_uuid()
}

/// The `client-request-id` of a request, which only an error tells again.
pub(crate) enum RequestId {
    /// The caller's.
    Given(HeaderValue),
    Own(Uuid),
}

impl RequestId {
    /// Adds an id, unless the caller gave one, and gives it back.
    pub(crate) fn add(headers: &mut HeaderMap) -> Result<Self, Error> {
        match headers.entry(CLIENT_REQUEST_ID) {
            Entry::Occupied(given) => Ok(Self::Given(given.get().clone())),
            Entry::Vacant(place) => {
                let id = new_request_id();
                let text = HeaderValue::from_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
                place.insert(
                    text.map_err(|error| Error::because(ErrorKind::Header, "the request id cannot be sent", error))?,
                );
                Ok(Self::Own(id))
            }
        }
    }

    pub(crate) fn text(&self) -> Option<String> {
        match self {
            Self::Given(id) => id.to_str().ok().map(str::to_owned),
            Self::Own(id) => Some(id.to_string()),
        }
    }
}

/// Any number, each as likely as the others. Nothing that matters hangs on it.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(0_u8)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::thread;

    use uuid::{Variant, Version};

    use super::new_request_id;

    #[test]
    fn each_request_has_an_id_of_its_own() {
        let some = || (0..500).map(|_| new_request_id()).collect::<Vec<_>>();
        let threads: Vec<_> = (0..4).map(|_| thread::spawn(some)).collect();
        let ids: BTreeSet<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        assert_eq!(ids.len(), 2_000);
        for id in ids {
            assert_eq!((id.get_version(), id.get_variant()), (Some(Version::Random), Variant::RFC4122));
        }
    }
}
