//! The facets of an item of a drive: what kind of thing it is, by which members are there at all.

use graph_resource::{DateTimeOffset, GraphComplex};

use crate::common::IdentitySet;

/// Where an item is.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct ItemReference {
    /// The drive.
    pub drive_id: Option<String>,
    /// `personal`, `business`, `documentLibrary`.
    pub drive_type: Option<String>,
    /// The item in the drive.
    pub id: Option<String>,
    /// The name of it.
    pub name: Option<String>,
    /// `/drive/root:/Documents`, percent-encoded.
    pub path: Option<String>,
    /// What `/shares` knows it by.
    pub share_id: Option<String>,
    /// What `SharePoint` knows it by.
    pub sharepoint_ids: Option<SharepointIds>,
    /// The site.
    pub site_id: Option<String>,
}

/// What `SharePoint` knows an item by.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SharepointIds {
    /// The list.
    pub list_id: Option<String>,
    /// The item in the list, a number.
    pub list_item_id: Option<String>,
    /// The item anywhere, a GUID.
    pub list_item_unique_id: Option<String>,
    /// The collection of sites.
    pub site_id: Option<String>,
    /// Where the site is.
    pub site_url: Option<String>,
    /// The organisation.
    pub tenant_id: Option<String>,
    /// The site in the collection.
    pub web_id: Option<String>,
}

/// A sound.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Audio {
    /// The album.
    pub album: Option<String>,
    /// Whose album it is.
    pub album_artist: Option<String>,
    /// Who plays.
    pub artist: Option<String>,
    /// In kbit/s.
    pub bitrate: Option<i64>,
    /// Who wrote it.
    pub composers: Option<String>,
    /// Whose it is.
    pub copyright: Option<String>,
    /// Which disc of the album it is on.
    pub disc: Option<i16>,
    /// How many discs the album has.
    pub disc_count: Option<i16>,
    /// In milliseconds.
    pub duration: Option<i64>,
    /// `Jazz`.
    pub genre: Option<String>,
    /// Whether it is locked.
    pub has_drm: Option<bool>,
    /// Whether the rate differs from part to part.
    pub is_variable_bitrate: Option<bool>,
    /// The title.
    pub title: Option<String>,
    /// Which track of the disc it is.
    pub track: Option<i32>,
    /// How many tracks the disc has.
    pub track_count: Option<i32>,
    /// When it came out.
    pub year: Option<i32>,
}

/// Items that are shared together.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Bundle {
    /// That it is an album of photos.
    pub album: Option<Album>,
    /// How many there are.
    #[graph_resource(read_only)]
    pub child_count: Option<i32>,
}

/// An album of photos.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Album {
    /// The photo on the cover.
    pub cover_image_item_id: Option<String>,
}

/// Something that is deleted.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Deleted {
    /// How.
    pub state: Option<String>,
}

/// A file.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct File {
    /// Sums of the content.
    pub hashes: Option<Hashes>,
    /// `text/plain`.
    pub mime_type: Option<String>,
    /// Whether it is being looked at.
    pub processing_metadata: Option<bool>,
}

/// Sums of a content.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Hashes {
    /// CRC32, of little-endian order, in hexadecimal digits.
    pub crc32_hash: Option<String>,
    /// A sum of Microsoft's own, in base64.
    pub quick_xor_hash: Option<String>,
    /// SHA1, in hexadecimal digits.
    pub sha1_hash: Option<String>,
    /// SHA256, in hexadecimal digits.
    pub sha256_hash: Option<String>,
}

/// What the client's file system says.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct FileSystemInfo {
    /// When it was made.
    pub created_date_time: Option<DateTimeOffset>,
    /// When it was opened.
    pub last_accessed_date_time: Option<DateTimeOffset>,
    /// When it was changed.
    pub last_modified_date_time: Option<DateTimeOffset>,
}

/// A folder.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Folder {
    /// How many items are in it.
    #[graph_resource(read_only)]
    pub child_count: Option<i32>,
    /// How it is to be shown.
    pub view: Option<FolderView>,
}

/// How a folder is to be shown.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct FolderView {
    /// `name`, `size`, …
    pub sort_by: Option<String>,
    /// `ascending` or `descending`.
    pub sort_order: Option<String>,
    /// `details`, `thumbnails`, …
    pub view_type: Option<String>,
}

/// A place on earth.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct GeoCoordinates {
    /// In feet above the sea.
    pub altitude: Option<f64>,
    /// In degrees.
    pub latitude: Option<f64>,
    /// In degrees.
    pub longitude: Option<f64>,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Image {
    /// In pixels.
    pub height: Option<i32>,
    /// In pixels.
    pub width: Option<i32>,
}

/// That something harmful was found.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Malware {
    /// What.
    pub description: Option<String>,
}

/// Many things that are one to the user.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Package {
    /// `oneNote`.
    pub r#type: Option<String>,
}

/// What is not done yet.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PendingOperations {
    /// A new content.
    pub pending_content_update: Option<PendingContentUpdate>,
}

/// A new content that is not there yet.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PendingContentUpdate {
    /// Since when.
    pub queued_date_time: Option<DateTimeOffset>,
}

/// A photo.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Photo {
    /// Who made the camera.
    pub camera_make: Option<String>,
    /// Which camera.
    pub camera_model: Option<String>,
    /// The lower number of the time of exposure.
    pub exposure_denominator: Option<f64>,
    /// The upper number of it.
    pub exposure_numerator: Option<f64>,
    /// The aperture.
    pub f_number: Option<f64>,
    /// In millimetres.
    pub focal_length: Option<f64>,
    /// How sensitive it was.
    pub iso: Option<i32>,
    /// How it was held.
    pub orientation: Option<i16>,
    /// When.
    pub taken_date_time: Option<DateTimeOffset>,
}

/// Whether it is published, and which version.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PublicationFacet {
    /// Who works at it.
    pub checked_out_by: Option<IdentitySet>,
    /// `published` or `checkout`.
    pub level: Option<String>,
    /// The version.
    pub version_id: Option<String>,
}

/// An item of another drive.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct RemoteItem {
    /// Who made it.
    pub created_by: Option<IdentitySet>,
    /// When.
    pub created_date_time: Option<DateTimeOffset>,
    /// That it is a file.
    pub file: Option<File>,
    /// What the client's file system says.
    pub file_system_info: Option<FileSystemInfo>,
    /// That it is a folder.
    pub folder: Option<Folder>,
    /// The id in its drive.
    pub id: Option<String>,
    /// That it is a picture.
    pub image: Option<Image>,
    /// Who changed it.
    pub last_modified_by: Option<IdentitySet>,
    /// When.
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The name.
    pub name: Option<String>,
    /// That it is many things.
    pub package: Option<Package>,
    /// Where it is.
    pub parent_reference: Option<ItemReference>,
    /// That it is shared.
    pub shared: Option<Shared>,
    /// What `SharePoint` knows it by.
    pub sharepoint_ids: Option<SharepointIds>,
    /// In bytes.
    pub size: Option<i64>,
    /// That it is a folder with a meaning.
    pub special_folder: Option<SpecialFolder>,
    /// That it moves.
    pub video: Option<Video>,
    /// The address for `WebDAV`.
    pub web_dav_url: Option<String>,
    /// The address for a browser.
    pub web_url: Option<String>,
}

/// That it is the top of a drive.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Root {}

/// That it was found.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SearchResult {
    /// Whom to tell that somebody clicked on it.
    pub on_click_telemetry_url: Option<String>,
}

/// That it is shared.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Shared {
    /// Whose it is.
    pub owner: Option<IdentitySet>,
    /// `anonymous`, `organization`, `users`.
    pub scope: Option<String>,
    /// Who shared it.
    pub shared_by: Option<IdentitySet>,
    /// When.
    pub shared_date_time: Option<DateTimeOffset>,
}

/// A folder with a meaning.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct SpecialFolder {
    /// `documents`, `photos`, …
    pub name: Option<String>,
}

/// A word that a photo is marked with; beta.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct Tag {
    /// The word.
    pub name: Option<String>,
    /// That a machine chose it.
    pub auto_tagged: Option<AutoTagged>,
}

/// That a machine chose it.
// Beta: v1.0 has no such type.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
pub struct AutoTagged {}

/// A moving picture.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct Video {
    /// Of the sound.
    pub audio_bits_per_sample: Option<i32>,
    /// Of the sound.
    pub audio_channels: Option<i32>,
    /// `AAC`.
    pub audio_format: Option<String>,
    /// Of the sound.
    pub audio_samples_per_second: Option<i32>,
    /// In bit/s.
    pub bitrate: Option<i32>,
    /// In milliseconds.
    pub duration: Option<i64>,
    /// The name of the coding, in four letters.
    #[graph_resource(rename = "fourCC")]
    pub four_cc: Option<String>,
    /// In pictures a second.
    pub frame_rate: Option<f64>,
    /// In pixels.
    pub height: Option<i32>,
    /// In pixels.
    pub width: Option<i32>,
}
