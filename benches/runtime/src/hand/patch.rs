//! A patch written by hand: every property optional, a nullable one twice.

use graph_resource::DateTimeOffset;

use super::{CallRecord, CallType, IdentitySet, Modality};

/// What is to change of a [`CallRecord`].
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(clippy::option_option, reason = "absent, null and a value, as it is commonly written")]
pub struct CallRecordPatch {
    pub version: Option<i64>,
    pub r#type: Option<CallType>,
    pub modalities: Option<Vec<Modality>>,
    pub start_date_time: Option<DateTimeOffset>,
    pub end_date_time: Option<DateTimeOffset>,
    pub organizer: Option<Option<IdentitySet>>,
    pub participants: Option<Vec<IdentitySet>>,
    pub join_web_url: Option<Option<String>>,
}

/// For each property that a patch may change.
macro_rules! each_property {
    ($each:ident) => {
        $each!(version);
        $each!(r#type);
        $each!(modalities);
        $each!(start_date_time);
        $each!(end_date_time);
        $each!(organizer);
        $each!(participants);
        $each!(join_web_url);
    };
}

impl CallRecordPatch {
    /// Changes a record.
    pub fn apply(self, record: &mut CallRecord) {
        macro_rules! apply {
            ($property:ident) => {
                if let Some(value) = self.$property {
                    record.$property = value;
                }
            };
        }
        each_property!(apply);
    }

    /// What changes one record into another.
    #[must_use]
    pub fn diff(old: &CallRecord, new: &CallRecord) -> Self {
        let mut patch = Self::default();
        macro_rules! diff {
            ($property:ident) => {
                if old.$property != new.$property {
                    patch.$property = Some(new.$property.clone());
                }
            };
        }
        each_property!(diff);
        patch
    }

    /// This patch, then the later one.
    pub fn merge(&mut self, later: Self) {
        macro_rules! merge {
            ($property:ident) => {
                if later.$property.is_some() {
                    self.$property = later.$property;
                }
            };
        }
        each_property!(merge);
    }
}
