//! Enumerations: members by name, and the names that this build does not know.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Visitor};
use serde::ser::Serializer;

use crate::codec::context::{ReadContext, Wanted, WriteForm};
use crate::codec::value::{Accept, GraphValue, ItemCodec, Replaced};

/// An OData enumeration type.
///
/// Derived with `#[derive(GraphEnum)]`, beside which come `Display`, `FromStr` and serde's traits. Each member is a unit
/// variant; one variant, marked `unknown`, keeps a name that this build does not know as it came, since Graph adds
/// members without a new version. A number in a string, which OData allows where no name fits, is such a name; a JSON
/// number is an error.
///
/// Several members in one value are a *flags enumeration*: [`FlagSet<Self>`](FlagSet).
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
/// assert_eq!(CallType::ALL, [CallType::GroupCall, CallType::PeerToPeer]);
/// ```
///
/// # Evolvable enumerations
///
/// Most enumerations of Graph have a member `unknownFutureValue`. In an answer it stands for every member that was added
/// after it, so that older clients meet no name that is new to them. Here it is a member like any other: declare it to
/// match on it, or let the `unknown` variant keep it. So are the members after it.
///
/// - A request with the header `Prefer: include-unknown-enum-members` is answered with the real names, for all
///   enumerations in the answer at once; `Preference-Applied` says so. Names that are not declared are kept.
/// - To send a member after `unknownFutureValue` takes the same header; without it the service refuses the body.
/// - `unknownFutureValue` in a `PATCH` says nothing: the service takes the property as absent. In a `POST` or `PUT` it is
///   an error. A value that was read and not changed is not in a difference, so that only copies have to mind.
///
/// Source: OData CSDL 4.0, section 10; OData JSON Format 4.0, section 7.1; Microsoft REST API Guidelines, Graph,
/// "evolvable enums"; Microsoft Graph, "best practices", "handling future members in evolvable enumerations".
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enumeration",
    label = "not an enumeration",
    note = "an enumeration is an enum that derives `GraphEnum`"
)]
pub trait GraphEnum: GraphValue + 'static {
    /// The names of the declared members on the wire, in the order of the variants.
    const MEMBERS: &'static [&'static str];

    /// The declared members, in the order of the variants.
    const ALL: &'static [Self];

    /// The qualified name of the type, without `#`, where the enum states it: `#[graph_resource(odata_type = "…")]`. Only a
    /// filter that asks for it names it.
    const ODATA_TYPE: Option<&'static str> = None;

    /// The codec of a set of members. Found through the member, so that the compiler, where it is of no enumeration, says
    /// that and nothing else.
    #[doc(hidden)]
    type Flags: ItemCodec<Value = FlagSet<Self>, State = FlagSet<Self>>;

    /// The variant of a name that is no declared member.
    fn unknown(name: String) -> Self;

    /// The index of the declared member, or the name of an unknown one.
    #[doc(hidden)]
    fn variant_index(&self) -> Result<usize, &str>;

    /// Whether this is no declared member, but a name that this build does not know.
    ///
    /// A declared `unknownFutureValue` is a declared member.
    fn is_unknown(&self) -> bool {
        self.variant_index().is_err()
    }

    /// The name on the wire: of a declared member as it is declared, of an unknown one as it came.
    fn as_str(&self) -> &str {
        match self.variant_index() {
            Ok(index) => Self::MEMBERS[index],
            Err(name) => name,
        }
    }

    /// The variant of this name; the `unknown` one where no declared member has it.
    ///
    /// Names are compared exactly. One that equals none so, but exactly one declared member when the case of ASCII
    /// letters is ignored, is that member's, because services are not steady in it: it equals the member, and is written
    /// as the member is declared.
    #[must_use]
    fn from_name(name: &str) -> Self {
        let exact = Self::MEMBERS.iter().position(|member| *member == name);
        match exact.or_else(|| in_another_case(Self::MEMBERS, name)) {
            Some(index) => Self::ALL[index].clone(),
            None => Self::unknown(name.to_owned()),
        }
    }
}

/// The one member that has this name but for the case of its letters.
#[cold]
fn in_another_case(members: &[&str], name: &str) -> Option<usize> {
    let mut found = (0..members.len()).filter(|&index| members[index].eq_ignore_ascii_case(name));
    let first = found.next();
    first.filter(|_| found.next().is_none())
}

/// The codec of an enumeration.
pub struct EnumCodec<E>(PhantomData<E>);

impl<E: GraphEnum> Replaced for EnumCodec<E> {
    type Value = E;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<E, D::Error> {
        from.deserialize_str(MemberVisitor { cx, enumeration: PhantomData })
    }

    fn write<S: Serializer>(value: &E, _: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value.as_str())
    }
}

impl<E: GraphEnum> Accept<E> for EnumCodec<E> {
    fn accept(value: E) -> E {
        value
    }
}

struct MemberVisitor<'c, E> {
    cx: ReadContext<'c>,
    enumeration: PhantomData<E>,
}

impl<E: GraphEnum> Visitor<'_> for MemberVisitor<'_, E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Wanted("the name of an enumeration member", self.cx.property()), f)
    }

    fn visit_str<X>(self, name: &str) -> Result<E, X> {
        Ok(E::from_name(name))
    }
}

/// A value of a flags enumeration: a set of members of `E`.
///
/// On the wire it is one string, `"x86,x64"`: the names of the members in the order of their declaration, then those
/// that this build does not know, as they came. It is read in any order, with or without spaces around the commas; a
/// name that occurs twice is there once, and one that is missing (`"x86,,x64"`) is an error.
///
/// Sets are equal if they have the same flags. A setter takes a set, a single member, or an array of members.
///
/// # Examples
///
/// ```
/// use graph_resource::{FlagSet, GraphEnum, GraphResource};
///
/// #[derive(Clone, Debug, PartialEq, GraphEnum)]
/// pub enum WindowsArchitecture {
///     None,
///     X86,
///     X64,
///     Arm,
///     #[graph_resource(unknown)]
///     Unknown(String),
/// }
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/deviceAppManagement/mobileApps/<id>")]
/// pub struct MobileApp {
///     pub id: String,
///     pub applicable_architectures: FlagSet<WindowsArchitecture>,
/// }
///
/// let architectures: FlagSet<WindowsArchitecture> = "x64, x86".parse()?;
/// assert!(architectures.contains(&WindowsArchitecture::X64));
/// assert_eq!(architectures.to_string(), "x86,x64");
///
/// let patch = MobileAppPatch::new().applicable_architectures(architectures | WindowsArchitecture::Arm);
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"applicableArchitectures":"x86,x64,arm"}"#);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// # The set without flags
///
/// An enumeration that declares a member `none` calls the set without flags by it, and so it is written; otherwise it is
/// written as its number, `"0"`, for which OData has no name either. Both, and the empty string, are read as the empty
/// set. So `none` is never among the flags: to insert it changes nothing, and `contains` answers for it whether the set
/// is empty. A member that means the same under another name (`notConfigured`) is a flag like any other.
///
/// # Unknown members
///
/// The name in an `unknown` variant is read as the wire is: one that lists several flags stands for all of them, and one
/// that is a declared member's is that member. Names that are missing in such a list are passed over.
///
/// Source: OData CSDL 4.0, section 10.1.3 (`IsFlags`); OData JSON Format 4.0, section 7.1; OData ABNF, `enumValue`.
// Declared members in the order of declaration, then unknown ones; none twice.
#[derive(Clone)]
pub struct FlagSet<E> {
    pub(crate) flags: Vec<E>,
    /// The places of the flags in the order of their names. Only a set of many flags has it.
    pub(crate) by_name: Option<Box<[usize]>>,
}
