//! Items that are addressed by their path within a drive: `/me/drive/root:/Reports/May.docx:/content`.
//!
//! Source: Microsoft Graph, "addressing resources in a drive".

use http::Method;
use serde_json::{Value, json};

use crate::errors::Refusal;
use crate::patch::Object;
use crate::path::{decode, encode, parse};
use crate::relation::{child, texts};
use crate::store::Store;

/// The key of the folder in which all others are.
const ROOT: &str = "root";

/// The same path by the item's key; `None` where the path names no item by a path.
///
/// An item that is not there is made where content comes for it.
pub(crate) fn by_key(
    store: &mut Store,
    drives: &[Vec<String>],
    method: &Method,
    path: &str,
) -> Result<Option<String>, Refusal> {
    let Some((drive, below)) = drives.iter().find_map(|drive| Some((drive, below(drive, path)?))) else {
        return Ok(None);
    };
    let mut segments = below.split('/');
    let first = segments.next().unwrap_or_default();
    let mut names = Vec::new();
    if first == "root:" {
        for raw in segments.by_ref() {
            let name = decode(raw.strip_suffix(':').unwrap_or(raw));
            names.push(name.map_err(|error| Refusal::bad_request(error.to_string()))?);
            if raw.ends_with(':') {
                break;
            }
        }
    } else if first != ROOT {
        return Ok(None);
    }
    let rest: Vec<&str> = segments.collect();
    let items = child(drive, "items");
    let makes = match *method {
        Method::PUT => rest == ["content"],
        Method::POST => rest == ["createUploadSession"],
        _ => false,
    };
    let mut key = ROOT.to_owned();
    for (at, name) in names.iter().enumerate() {
        key = match (item(store, &items, &key, name), makes && at + 1 == names.len()) {
            (Some(found), _) => found,
            (None, true) => {
                let place = store.resolve(&parse(&encode(&items)).unwrap_or_default())?;
                let new = json!({"name": name, "parentReference": {"id": key}});
                let path = store.insert(&place, new.as_object().cloned().unwrap_or_default())?;
                path.last().cloned().unwrap_or_default()
            }
            (None, false) => return Err(Refusal::item_not_found(&names.join("/"))),
        };
    }
    let mut found = encode(&child(&items, &key));
    for segment in rest {
        found.push('/');
        found.push_str(segment);
    }
    Ok(Some(found))
}

/// What follows the drive in a path.
fn below<'p>(drive: &[String], path: &'p str) -> Option<&'p str> {
    let mut rest = path.strip_prefix('/').unwrap_or(path);
    for name in drive {
        let (segment, below) = rest.split_once('/')?;
        if texts(&parse(segment).ok()?) != [name.as_str()] {
            return None;
        }
        rest = below;
    }
    Some(rest)
}

/// The key of the item with this name in a folder. Names are the same in either case.
fn item(store: &Store, items: &[String], parent: &str, name: &str) -> Option<String> {
    let text = |value: &Object, name: &str| value.get(name).and_then(Value::as_str).map(str::to_lowercase);
    let is_it = |value: &Object| {
        let of = value.get("parentReference").and_then(|reference| reference.get("id")).and_then(Value::as_str);
        of.unwrap_or(ROOT) == parent && text(value, "name").is_some_and(|other| other == name.to_lowercase())
    };
    let found = store.list(items).into_iter().find(|found| is_it(&found.entity.value))?;
    found.path.last().cloned()
}
