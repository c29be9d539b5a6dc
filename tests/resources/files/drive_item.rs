//! driveItem: an open entity of facets, served in many places, with relationships to itself.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphFunction, GraphResource, Page as PageOf};
use serde_json::{Map, Value};

use crate::common::IdentitySet;
use crate::directory::user::User;
use crate::files::drive::{Drive, DriveItemVersion, ItemRetentionLabel, ListItem, ThumbnailSet};
use crate::files::drive_facets::{
    Audio, Bundle, Deleted, File, FileSystemInfo, Folder, GeoCoordinates, Image, ItemReference, Malware, Package,
    PendingOperations, Photo, PublicationFacet, RemoteItem, Root, SearchResult, Shared, SharepointIds, SpecialFolder,
    Tag, Video,
};
use crate::files::permission::Permission;
use crate::files::workbook::Workbook;
use crate::harness::{Check, Documented, Own, Page, Required, every_example};

/// A file, a folder, or whatever else is in a drive.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<id>", schema = "v1.0")]
#[graph_resource(path = "/me/drive/root", at = "root")]
#[graph_resource(path = "/me/drive/items/<parent>/children/<id>", at = "child", collection = "children")]
#[graph_resource(path = "/me/drive/following/<id>", at = "followed", collection = "following")]
#[graph_resource(path = "/drive/items/<id>", at = "in_drive", unchecked)] // not in the metadata
#[graph_resource(path = "/drive/bundles/<id>", at = "bundle", collection = "bundles", unchecked)] // not in the metadata
#[graph_resource(path = "/shares/<share>/driveItem", at = "behind")]
#[graph_resource(path = "/teams/<team>/channels/<channel>/filesFolder", at = "folder_of")]
pub struct DriveItem {
    /// The id.
    pub id: String,
    /// That it is a sound.
    #[graph_resource(read_only)]
    pub audio: Option<Audio>,
    /// That it is a bundle.
    #[graph_resource(create_only)]
    pub bundle: Option<Bundle>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub created_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub created_date_time: DateTimeOffset,
    /// The version of the content.
    #[graph_resource(read_only)]
    pub c_tag: Option<String>,
    /// That it is deleted.
    #[graph_resource(read_only)]
    pub deleted: Option<Deleted>,
    /// What it is for.
    pub description: Option<String>,
    /// The version, metadata included.
    #[graph_resource(read_only)]
    pub e_tag: Option<String>,
    /// That it is a file.
    #[graph_resource(create_only)]
    pub file: Option<File>,
    /// What the client's file system says.
    #[graph_resource(merge)]
    pub file_system_info: Option<FileSystemInfo>,
    /// That it is a folder.
    #[graph_resource(create_only)]
    pub folder: Option<Folder>,
    /// That it is a picture.
    #[graph_resource(read_only)]
    pub image: Option<Image>,
    /// Who changed it.
    #[graph_resource(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    /// When.
    #[graph_resource(read_only)]
    pub last_modified_date_time: DateTimeOffset,
    /// Where on earth it was made.
    #[graph_resource(read_only)]
    pub location: Option<GeoCoordinates>,
    /// That something harmful was found in it.
    #[graph_resource(read_only)]
    pub malware: Option<Malware>,
    /// The name, with the ending.
    pub name: Option<String>,
    /// That it is many things.
    #[graph_resource(read_only)]
    pub package: Option<Package>,
    /// The folder that it is in: another one moves it.
    #[graph_resource(merge)]
    pub parent_reference: Option<ItemReference>,
    /// What is not done yet.
    #[graph_resource(read_only)]
    pub pending_operations: Option<PendingOperations>,
    /// That it is a photo.
    #[graph_resource(read_only)]
    pub photo: Option<Photo>,
    /// Whether it is published.
    #[graph_resource(read_only)]
    pub publication: Option<PublicationFacet>,
    /// That it is in another drive.
    #[graph_resource(create_only)]
    pub remote_item: Option<RemoteItem>,
    /// That it is the top of the drive.
    #[graph_resource(read_only)]
    pub root: Option<Root>,
    /// That it was found.
    #[graph_resource(read_only)]
    pub search_result: Option<SearchResult>,
    /// That it is shared.
    #[graph_resource(read_only)]
    pub shared: Option<Shared>,
    /// What `SharePoint` knows it by.
    #[graph_resource(read_only)]
    pub sharepoint_ids: Option<SharepointIds>,
    /// In bytes.
    #[graph_resource(read_only)]
    pub size: Option<i64>,
    /// That it is a folder with a meaning.
    #[graph_resource(read_only)]
    pub special_folder: Option<SpecialFolder>,
    /// What a photo is marked with; beta.
    #[graph_resource(read_only, default, unchecked)] // beta
    pub tags: Vec<Tag>,
    /// That it moves.
    #[graph_resource(read_only)]
    pub video: Option<Video>,
    /// The address for `WebDAV`.
    #[graph_resource(read_only)]
    pub web_dav_url: Option<String>,
    /// The address for a browser.
    #[graph_resource(read_only)]
    pub web_url: Option<String>,
    /// The items in it.
    #[graph_resource(navigation)]
    pub children: Option<Vec<DriveItem>>,
    /// Who made it.
    #[graph_resource(navigation)]
    pub created_by_user: Option<Box<User>>,
    /// Who changed it.
    #[graph_resource(navigation)]
    pub last_modified_by_user: Option<Box<User>>,
    /// The same as an item of a list.
    #[graph_resource(navigation)]
    pub list_item: Option<Box<ListItem>>,
    /// Who may do what.
    #[graph_resource(navigation)]
    pub permissions: Option<Vec<Permission>>,
    /// How long it must be kept.
    #[graph_resource(navigation)]
    pub retention_label: Option<Box<ItemRetentionLabel>>,
    /// Small pictures of it.
    #[graph_resource(navigation)]
    pub thumbnails: Option<Vec<ThumbnailSet>>,
    /// What it was before.
    #[graph_resource(navigation)]
    pub versions: Option<Vec<DriveItemVersion>>,
    /// What is in it, where it is a file of Excel.
    #[graph_resource(navigation)]
    pub workbook: Option<Box<Workbook>>,
    /// What the type does not name: it is open.
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

/// What changed below an item, since a moment that the token stands for.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Delta {
    token: Option<String>,
}

impl GraphFunction for Delta {
    type On = At<DriveItem>;
    type Output = PageOf<DriveItem>;
    const NAME: &'static str = "delta";
}

/// What there is below an item that these words are in.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Search {
    q: String,
}

impl GraphFunction for Search {
    type On = At<DriveItem>;
    type Output = PageOf<DriveItem>;
    const NAME: &'static str = "search";
}

/// The same, with what others share.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct SearchOfDrive {
    q: String,
}

impl GraphFunction for SearchOfDrive {
    type On = At<Drive>;
    type Output = PageOf<DriveItem>;
    const NAME: &'static str = "search";
}

impl Documented for DriveItem {
    const TYPES: &'static [&'static str] = &["microsoft.graph.driveItem"];
    const REQUIRED: Required = Required { patches: 5, gets: 24, wholes: 4 };
    const BLANK: &'static str = r#"{"id":"0","createdDateTime":"0001-01-01T00:00:00Z",
        "lastModifiedDateTime":"0001-01-01T00:00:00Z"}"#;
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[
        ("beta/bundle-get.md#GET1", Check::Read, "writes `datetime` for a moment"),
        ("beta/driveitem-search.md#GET2", Check::Read, "has `driveId` in `remoteItem`, whose type has no such member"),
    ];
    const OWN: &'static [Own] = &[
        Own {
            url: "/me/drive/items/01AB!2",
            before: r#"{"id":"01AB!2","createdDateTime":"2024-02-29T10:00:00Z","lastModifiedDateTime":"2024-03-01T10:00:00.5Z",
                "name":"Øya 1.jpg","size":9007199254740993,"eTag":"\"{1},2\"","cTag":"\"c:{1},2\"","file":{"mimeType":
                "image/jpeg","hashes":{"quickXorHash":"YJ8=","sha1Hash":"00FF","crc32Hash":"E1"}},"image":{"width":4032,
                "height":3024},"photo":{"cameraMake":"K","exposureDenominator":2500,"fNumber":1.8,"iso":20,
                "orientation":1,"takenDateTime":"2024-02-29T09:59:59Z"},"location":{"altitude":15.4,"latitude":59.9,
                "longitude":-0.1},"parentReference":{"driveId":"b!1","driveType":"business","id":"01AB!1",
                "path":"/drive/root:/%C3%98ya","siteId":"2"},"fileSystemInfo":{"createdDateTime":"2024-02-29T09:59:59Z",
                "lastModifiedDateTime":null},"shared":{"scope":"users","owner":{"user":{"id":"3"}}},
                "video":{"fourCC":"H264","frameRate":29.97},"publication":{"level":"published","versionId":"1.0"},
                "source":{"application":"teams"},"tags":[{"name":"sea","autoTagged":{}}]}"#,
            patch: r#"{"name":"Øya.jpg","description":null,"parentReference":{"id":"01AB!9"},"fileSystemInfo":
                {"lastModifiedDateTime":"2024-03-02T10:00:00Z"},"source":null}"#,
            answer: r#"{"id":"01AB!2","name":"Øya.jpg","parentReference":{"driveId":"b!1","id":"01AB!9"}}"#,
        },
        Own {
            url: "/me/drive/root",
            before: r#"{"id":"01AB!0","createdDateTime":"2024-02-29T10:00:00Z","lastModifiedDateTime":"2024-03-01T10:00:00Z",
                "name":"root","root":{},"folder":{"childCount":2,"view":{"viewType":"thumbnails","sortBy":"name"}},
                "children":[{"id":"01AB!1","createdDateTime":"2024-02-29T10:00:00Z","lastModifiedDateTime":
                "2024-03-01T10:00:00Z","name":"a","folder":{},"tags":[],"children":[]}],"thumbnails":[{"id":"0","small":{"width":96,
                "height":48,"url":"https://contoso.com/t"},"c300x400_crop":{"height":400}}],"permissions":[{"id":"7",
                "roles":["owner"],"grantedToIdentities":[],"grantedToIdentitiesV2":[]}],"versions":[{"id":"1.0","size":0}],"listItem":{"id":"4","createdDateTime":
                "2024-02-29T10:00:00Z","lastModifiedDateTime":"2024-03-01T10:00:00Z","fields":{"id":"4","Title":"a"}},
                "retentionLabel":{"id":"8","retentionSettings":{"behaviorDuringRetentionPeriod":"retainAsRecord"}}}"#,
            patch: r#"{"description":"All of it"}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["me", "drive", "items", item] => Self::at(item),
            ["me", "drive", "root"] => Self::root(),
            ["drive", "items", item] => Self::in_drive(item),
            ["drive", "bundles", bundle] => Self::bundle(bundle),
            ["shares", share, "driveItem"] => Self::behind(share),
            ["teams", team, "channels", channel, "filesFolder"] => Self::folder_of(team, channel),
            _ => return None,
        })
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Some(match &*page.path() {
            ["me", "drive", "following"] => page.request(Self::following().list()),
            ["me", "drive", "items", item, "children"] => page.request(Self::children(item).list()),
            ["drive", "bundles"] => page.request(Self::bundles().list()),
            ["me", "drive", "root", "delta"] => page.request(Self::root().call(Delta { token: None })),
            ["me", "drive", "root", "delta(token='')", token] => {
                page.request(Self::root().call(Delta { token: Some((*token).to_owned()) }))
            }
            ["me", "drive", "root", "search(q='')", q] => {
                page.request(Self::root().call(Search { q: (*q).to_owned() }))
            }
            ["me", "drive", "search(q='')", q] => page.request(Drive::at().call(SearchOfDrive { q: (*q).to_owned() })),
            path => page.request(<Self as Documented>::at(path)?.get()),
        })
    }
}

#[test]
fn every_example_of_drive_item() {
    every_example::<DriveItem>();
}
