//! References to entities: what a relationship is set to.

use core::fmt;

use serde::ser::{Error as _, Serialize, Serializer};

use crate::error::{Error, ErrorKind};
use crate::odata::base_url::is_absolute;
use crate::odata::path::ParsePathError;

/// The name of a relative reference, for the writer of a body.
pub(crate) const RELATIVE: &str = "$graph_resource::RelativeReference";

/// The URL of an entity, absolute or relative to the service root.
///
/// A slash at the beginning is left out: `/users/87d349ed` is below the service root too. Requests write it absolute, as
/// Graph's own samples have it, since they know the service root; a patch that is written by itself has it as it is.
/// Whether a key can stand in the URL is told where the request is built.
///
/// # Examples
///
/// ```
/// use graph_resource::{BaseUrl, GraphResource, Reference};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/users/<id>")]
/// pub struct User {
///     pub id: String,
///     #[graph_resource(navigation)]
///     pub manager: Option<Box<User>>,
/// }
///
/// let ada = User::at("87d349ed");
/// assert_eq!(Reference::from(&ada), Reference::from("users/87d349ed"));
///
/// let request = User::at("6ea91a8d").update(UserPatch::new().bind_manager(&ada)).to_http(&BaseUrl::graph())?;
/// assert_eq!(request.body(), r#"{"manager@odata.bind":"https://graph.microsoft.com/v1.0/users/87d349ed"}"#);
///
/// // For those who write the body themselves:
/// let patch = UserPatch::new().bind_manager(Reference::absolute(&BaseUrl::graph(), &ada));
/// assert!(serde_json::to_string(&patch).is_ok_and(|json| json.contains("https://graph.microsoft.com/v1.0/users/87d349ed")));
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Source: OData Protocol 4.0, sections 4.2 and 11.4.2.1.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reference(pub(crate) Result<String, Refused>);

#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Refused {
    Empty,
    Key(ParsePathError),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the reference is empty; write the URL of an entity"),
            Self::Key(error) => error.fmt(f),
        }
    }
}

impl Reference {
    /// The URL as it was given.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Path`]: it is empty, or has a key that cannot stand in a path.
    pub fn as_str(&self) -> Result<&str, Error> {
        self.0.as_deref().map_err(|refused| Error::new(ErrorKind::Path, refused.to_string()))
    }

    /// The absolute URL, where `base` is the service root.
    pub(crate) fn resolved(&self, base: &str) -> Result<String, Error> {
        let url = self.as_str()?;
        Ok(if is_absolute(url) { url.to_owned() } else { format!("{base}/{url}") })
    }
}

impl From<String> for Reference {
    fn from(url: String) -> Self {
        let relative = url.trim_start_matches('/');
        Self(match relative {
            "" => Err(Refused::Empty),
            relative if relative.len() < url.len() => Ok(relative.to_owned()),
            _ => Ok(url),
        })
    }
}

impl From<&str> for Reference {
    fn from(url: &str) -> Self {
        Self::from(url.to_owned())
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(url) if is_absolute(url) => to.serialize_str(url),
            // The body of a request puts the service root before it.
            Ok(url) => to.serialize_newtype_struct(RELATIVE, url),
            Err(refused) => Err(S::Error::custom(refused)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn a_relative_reference_is_below_the_service_root() {
        let base = "https://graph.microsoft.com/v1.0";
        let resolved = |url: &str| Reference::from(url).resolved(base).map_err(|error| error.to_string());
        for url in ["users/1", "/users/1", "https://graph.microsoft.com/v1.0/users/1"] {
            assert_eq!(resolved(url).unwrap(), "https://graph.microsoft.com/v1.0/users/1");
        }
        // A relative URL may have one in its query.
        assert_eq!(resolved("users?a=x://y").unwrap(), "https://graph.microsoft.com/v1.0/users?a=x://y");
        for url in ["", "/"] {
            assert_eq!(resolved(url).unwrap_err(), "the reference is empty; write the URL of an entity");
        }
    }
}
