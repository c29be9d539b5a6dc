//! Enumerations: members by name, and the names that this build does not know.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Visitor};
use serde::ser::Serializer;

use crate::read::{ReadContext, Wanted};
use crate::value::{Accept, GraphValue, Whole};
use crate::write::Form;

/// An OData enumeration type.
///
/// Derived with `#[derive(GraphEnum)]`. Each member is a unit variant; one variant, marked `unknown`, keeps a name that
/// this build does not know as it came, since Graph adds members without a new version.
///
/// # Examples
///
/// ```
/// use graph_resource::GraphEnum;
///
/// #[derive(Clone, Debug, PartialEq, GraphEnum)]
/// pub enum CallType {
///     GroupCall,
///     PeerToPeer,
///     #[graph_resource(unknown)]
///     Unknown(String),
/// }
///
/// assert_eq!(CallType::GroupCall.as_str(), "groupCall");
/// assert_eq!(CallType::from_name("peerToPeer"), CallType::PeerToPeer);
/// assert_eq!(CallType::from_name("huddle"), CallType::Unknown("huddle".into()));
/// ```
///
/// Source: OData JSON Format 4.0, section 7.1; Microsoft REST API Guidelines, Graph, "evolvable enums".
pub trait GraphEnum: GraphValue {
    /// The names of the declared members on the wire, in the order of the variants.
    const MEMBERS: &'static [&'static str];

    /// The variant of the member at `index`; `None` past the last.
    #[doc(hidden)]
    fn member(index: usize) -> Option<Self>;

    /// The variant of a name that is no declared member.
    fn unknown(name: String) -> Self;

    /// The index of the declared member, or the name of an unknown one.
    #[doc(hidden)]
    fn place(&self) -> Result<usize, &str>;

    /// The name on the wire.
    fn as_str(&self) -> &str {
        match self.place() {
            Ok(index) => Self::MEMBERS[index],
            Err(name) => name,
        }
    }

    /// The variant of this name. Case-sensitive: a name in another case is kept as an unknown one.
    #[must_use]
    fn from_name(name: &str) -> Self {
        let index = Self::MEMBERS.iter().position(|member| *member == name);
        index.and_then(Self::member).unwrap_or_else(|| Self::unknown(name.to_owned()))
    }
}

/// The codec of an enumeration.
pub struct Enumeration<E>(PhantomData<E>);

impl<E: GraphEnum> Whole for Enumeration<E> {
    type Value = E;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext) -> Result<E, D::Error> {
        from.deserialize_str(MemberVisitor { cx, enumeration: PhantomData })
    }

    fn write<S: Serializer>(value: &E, _: Form, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value.as_str())
    }
}

impl<E: GraphEnum> Accept<E> for Enumeration<E> {
    fn accept(value: E) -> E {
        value
    }
}

struct MemberVisitor<E> {
    cx: ReadContext,
    enumeration: PhantomData<E>,
}

impl<E: GraphEnum> Visitor<'_> for MemberVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("the name of an enumeration member", self.cx.property), f)
    }

    fn visit_str<X>(self, name: &str) -> Result<E, X> {
        Ok(E::from_name(name))
    }
}
