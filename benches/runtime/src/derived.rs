//! The same types by serde's derives, as its documentation says: `flatten` for what a type does not name, `tag` for what
//! its `@odata.type` tells apart, an `untagged` variant for what is not known.
#![allow(missing_docs, reason = "the list of properties is in `shapes`, and Graph documents them")]
#![allow(clippy::large_enum_variant, reason = "the same shape for each contestant, the simplest one")]

use graph_resource::DateTimeOffset;
use graph_resource::edm::Duration;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use struct_patch::Patch;

macro_rules! define {
    (struct CallRecord $type:literal { $($field:ident $wire:literal $how:ident [$($ty:tt)*];)* }) => {
        /// With struct-patch's derive beside serde's.
        #[derive(Clone, Debug, Deserialize, Patch, PartialEq)]
        #[patch(attribute(derive(Clone, Debug, Default, PartialEq, Serialize)))]
        #[patch(attribute(serde(tag = "@odata.type", rename = "#microsoft.graph.callRecords.callRecord")))]
        pub struct CallRecord {
            $(
                #[serde(rename = $wire)]
                #[patch(attribute(serde(rename = $wire, skip_serializing_if = "Option::is_none")))]
                pub $field: $($ty)*,
            )*
        }
    };
    (struct $name:ident $type:literal {
        $($field:ident $wire:literal $how:ident $(($option:ident))? [$($ty:tt)*];)*
    } $(open $additional:ident)?) => {
        #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
        pub struct $name {
            $(#[serde(rename = $wire)] pub $field: $($ty)*,)*
            $(#[serde(flatten)] pub $additional: Map<String, Value>,)?
        }
    };
    (enum $name:ident { $($member:ident $wire:literal;)* }) => {
        #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
        pub enum $name {
            $(#[serde(rename = $wire)] $member,)*
            #[serde(untagged)]
            Unknown(String),
        }
    };
    (union $name:ident { $($variant:ident $type:literal $payload:ident;)* }) => {
        #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
        #[serde(tag = "@odata.type")]
        pub enum $name {
            $(#[serde(rename = $type)] $variant($payload),)*
        }
    };
}

call_record!(define);
sessions!(define);

/// Takes out of what `flatten` caught what is no data: control information, and nulls.
pub(crate) trait Tidy {
    /// Takes it out.
    fn tidy(&mut self);
}

impl Tidy for Identity {
    fn tidy(&mut self) {
        self.additional.retain(|name, value| !name.starts_with('@') && !value.is_null());
    }
}

impl Tidy for IdentitySet {
    fn tidy(&mut self) {
        self.additional.retain(|name, value| !name.starts_with('@') && !value.is_null());
        for identity in [&mut self.application, &mut self.device, &mut self.user].into_iter().flatten() {
            identity.tidy();
        }
    }
}

impl Tidy for CallRecord {
    fn tidy(&mut self) {
        self.organizer.iter_mut().chain(&mut self.participants).for_each(Tidy::tidy);
    }
}

impl Tidy for Endpoint {
    fn tidy(&mut self) {
        if let Self::Participant(ParticipantEndpoint { identity: Some(identity), .. }) = self {
            identity.tidy();
        }
    }
}

impl Tidy for ExpandedCallRecord {
    fn tidy(&mut self) {
        self.organizer.iter_mut().chain(&mut self.participants).for_each(Tidy::tidy);
        for session in self.sessions.iter_mut().flatten() {
            session.caller.iter_mut().chain(&mut session.callee).for_each(Tidy::tidy);
            for segment in session.segments.iter_mut().flatten() {
                segment.caller.iter_mut().chain(&mut segment.callee).for_each(Tidy::tidy);
            }
        }
    }
}
