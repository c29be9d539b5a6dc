//! The body of a patch, with serde, and without.

use std::io::Write as _;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{CallRecordPatch, Identity, IdentitySet};

impl Serialize for CallRecordPatch {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("@odata.type", "#microsoft.graph.callRecords.callRecord")?;
        if let Some(version) = self.version {
            map.serialize_entry("version", &version)?;
        }
        if let Some(r#type) = &self.r#type {
            map.serialize_entry("type", r#type)?;
        }
        if let Some(modalities) = &self.modalities {
            map.serialize_entry("modalities", modalities)?;
        }
        if let Some(start) = &self.start_date_time {
            map.serialize_entry("startDateTime", start)?;
        }
        if let Some(end) = &self.end_date_time {
            map.serialize_entry("endDateTime", end)?;
        }
        if let Some(organizer) = &self.organizer {
            let organizer = organizer.as_ref().map(|set| WrittenSet { set, with_nulls: true });
            map.serialize_entry("organizer", &organizer)?;
        }
        if let Some(participants) = &self.participants {
            map.serialize_entry("participants", &WrittenSets(participants))?;
        }
        if let Some(url) = &self.join_web_url {
            map.serialize_entry("joinWebUrl", url)?;
        }
        map.end()
    }
}

/// A value that is replaced says null where it has nothing; an item of a collection says nothing.
struct WrittenSet<'v> {
    set: &'v IdentitySet,
    with_nulls: bool,
}

impl Serialize for WrittenSet<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { set, with_nulls } = self;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("@odata.type", "#microsoft.graph.identitySet")?;
        for (name, identity) in [("application", &set.application), ("device", &set.device), ("user", &set.user)] {
            if identity.is_some() || *with_nulls {
                let identity = identity.as_ref().map(|identity| WrittenIdentity { identity, with_nulls: *with_nulls });
                map.serialize_entry(name, &identity)?;
            }
        }
        for (name, value) in &set.additional {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

struct WrittenSets<'v>(&'v [IdentitySet]);

impl Serialize for WrittenSets<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut items = to.serialize_seq(Some(self.0.len()))?;
        for set in self.0 {
            items.serialize_element(&WrittenSet { set, with_nulls: false })?;
        }
        items.end()
    }
}

struct WrittenIdentity<'v> {
    identity: &'v Identity,
    with_nulls: bool,
}

impl Serialize for WrittenIdentity<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("@odata.type", "#microsoft.graph.identity")?;
        for (name, text) in [("id", &self.identity.id), ("displayName", &self.identity.display_name)] {
            if text.is_some() || self.with_nulls {
                map.serialize_entry(name, text)?;
            }
        }
        for (name, value) in &self.identity.additional {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Writes the properties of a patch that are single values as bytes. The limit: names are in one piece with what is
/// around them, and no writer is asked in between.
pub fn write_bytes(patch: &CallRecordPatch, to: &mut Vec<u8>) {
    to.extend_from_slice(br##"{"@odata.type":"#microsoft.graph.callRecords.callRecord""##);
    if let Some(version) = patch.version {
        to.extend_from_slice(br#","version":"#);
        to.extend_from_slice(itoa::Buffer::new().format(version).as_bytes());
    }
    if let Some(start) = &patch.start_date_time {
        to.extend_from_slice(br#","startDateTime":""#);
        let _ = write!(to, "{start}\"");
    }
    if let Some(end) = &patch.end_date_time {
        to.extend_from_slice(br#","endDateTime":""#);
        let _ = write!(to, "{end}\"");
    }
    match &patch.join_web_url {
        None => {}
        Some(None) => to.extend_from_slice(br#","joinWebUrl":null"#),
        Some(Some(url)) => {
            to.extend_from_slice(br#","joinWebUrl":"#);
            write_text(url, to);
        }
    }
    to.push(b'}');
}

fn write_text(text: &str, to: &mut Vec<u8>) {
    if text.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        // Writing into a `Vec` does not fail.
        let _ = serde_json::to_writer(to, text);
        return;
    }
    to.push(b'"');
    to.extend_from_slice(text.as_bytes());
    to.push(b'"');
}
