//! drive, and what an item of it leads to.

use graph_resource::{DateTimeOffset, GraphComplex, GraphEnum, GraphResource};
use serde_json::{Map, Value};

use crate::common::IdentitySet;
use crate::files::drive_facets::{Deleted, ItemReference, PublicationFacet, SharepointIds};
use crate::files::drive_item::DriveItem;
use crate::files::field_value_set::FieldValueSet;
use crate::files::permission::Permission;

/// Where a user or a site keeps files.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive", schema = "v1.0")]
pub struct Drive {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// When it was made.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// What it is for.
    pub description: Option<String>,
    /// `personal`, `business`, `documentLibrary`.
    #[graph_resource(read_only)]
    pub drive_type: Option<String>,
    /// When it was changed.
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    /// The name.
    pub name: Option<String>,
    /// Whose it is.
    #[graph_resource(read_only)]
    pub owner: Option<IdentitySet>,
    /// How much there may be in it.
    #[graph_resource(read_only)]
    pub quota: Option<Quota>,
    /// The address for a browser.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
    /// The top.
    #[graph_resource(navigation)]
    pub root: Option<Box<DriveItem>>,
}

/// How much there may be in a drive, in bytes.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Quota {
    /// In the bin.
    pub deleted: Option<i64>,
    /// Free.
    pub remaining: Option<i64>,
    /// `normal`, `nearing`, …
    pub state: Option<String>,
    /// In all.
    pub total: Option<i64>,
    /// In use.
    pub used: Option<i64>,
}

/// Small pictures of an item.
///
/// An entity in truth, of which expanded answers leave out the key: and so a complex type here.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ThumbnailSet {
    /// `0`.
    pub id: Option<String>,
    /// The largest.
    pub large: Option<Thumbnail>,
    /// The one between.
    pub medium: Option<Thumbnail>,
    /// The smallest.
    pub small: Option<Thumbnail>,
    /// That of which the others are made.
    pub source: Option<Thumbnail>,
    /// Sizes of one's own, `c300x400_crop`.
    #[graph_resource(additional)]
    pub custom: Map<String, Value>,
}

/// A small picture.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Thumbnail {
    /// In pixels.
    pub height: Option<i32>,
    /// The item that it is of.
    pub source_item_id: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// In pixels.
    pub width: Option<i32>,
}

/// An item as it was.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/versions/<id>", schema = "v1.0")]
pub struct DriveItemVersion {
    /// `1.0`.
    pub id: String,
    /// Who made it so.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// Whether it is published.
    #[graph_resource(read_only)]
    pub publication: Option<PublicationFacet>,
    /// In bytes.
    #[graph_resource(read_only)]
    pub size: Option<i64>,
}

/// A file or a folder as an item of a list of `SharePoint`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/sites/<site>/lists/<list>/items/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/drive/items/<drive_item>/listItem", at = "of_drive_item")]
pub struct ListItem {
    /// The id.
    pub id: String,
    /// Which columns it has.
    pub content_type: Option<ContentTypeInfo>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// That it is deleted.
    #[graph_resource(read_only)]
    pub deleted: Option<Deleted>,
    /// What it is for.
    pub description: Option<String>,
    /// The version, metadata included.
    #[graph_resource(read_only)]
    pub e_tag: Option<String>,
    /// Who changed it.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    /// The name.
    pub name: Option<String>,
    /// Where it is.
    #[graph_resource(read_only)]
    pub parent_reference: Option<ItemReference>,
    /// What `SharePoint` knows it by.
    #[graph_resource(read_only)]
    pub sharepoint_ids: Option<SharepointIds>,
    /// The address for a browser.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
    /// The file or the folder.
    #[graph_resource(navigation)]
    pub drive_item: Option<Box<DriveItem>>,
    /// The values in the columns of the list.
    #[graph_resource(navigation)]
    pub fields: Option<FieldValueSet>,
    /// Who may do what.
    #[graph_resource(navigation)]
    pub permissions: Option<Vec<Permission>>,
}

/// Which columns an item has.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ContentTypeInfo {
    /// The id.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// How long an item must be kept.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<item>/retentionLabel", schema = "v1.0")]
pub struct ItemRetentionLabel {
    /// The id.
    #[graph_resource(read_only)]
    pub id: String,
    /// Whether somebody said so.
    #[graph_resource(read_only)]
    pub is_label_applied_explicitly: Option<bool>,
    /// Who.
    #[graph_resource(read_only)]
    pub label_applied_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub label_applied_date_time: Option<DateTimeOffset>,
    /// The name.
    pub name: Option<String>,
    /// What it means.
    #[graph_resource(merge)]
    pub retention_settings: Option<RetentionLabelSettings>,
}

/// What a label of retention means.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RetentionLabelSettings {
    /// In what state it is kept.
    pub behavior_during_retention_period: Option<BehaviorDuringRetentionPeriod>,
    /// Whether the content may change.
    pub is_content_update_allowed: Option<bool>,
    /// Whether it may be deleted.
    pub is_delete_allowed: Option<bool>,
    /// Whether the label may change.
    pub is_label_update_allowed: Option<bool>,
    /// Whether the name and the columns may change.
    pub is_metadata_update_allowed: Option<bool>,
    /// Whether it is a record that is locked.
    pub is_record_locked: Option<bool>,
}

/// In what state an item is kept.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum BehaviorDuringRetentionPeriod {
    /// In none.
    DoNotRetain,
    /// As it is.
    Retain,
    /// As a record.
    RetainAsRecord,
    /// As a record that the law demands.
    RetainAsRegulatoryRecord,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}
