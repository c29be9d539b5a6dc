//! The address of the resource that a notification is about.

use core::fmt::Display;

use uuid::Uuid;

use crate::notifications::notification::ChangeNotification;
use crate::odata::names::type_name;
use crate::odata::path_keys::path_keys;
use crate::odata::path_part::{PathPart, split};
use crate::resource::address::At;
use crate::resource::traits::GraphResource;

impl ChangeNotification {
    /// The resource that changed; `None` where it is no `R`.
    ///
    /// Its keys are those in [`resource`](Self::resource), read by [`GraphResource::PATH`], in each form that Graph writes:
    /// `communications/callRecords/{id}`, `Users('{id}')/Messages('{id}')`, `users/{id}@{tenant}/messages/{id}`. The
    /// tenant is no part of the key. Names are compared without case. Where `resource` is no such path, `@odata.id` is
    /// read. To the path of a collection, the `id` of `resourceData` is added. A resource with one key is found by this
    /// `id` alone where its type has the name in `@odata.type`.
    #[must_use]
    pub fn at<R: GraphResource>(&self) -> Option<At<R>> {
        let paths = [self.resource(), self.resource_reference()];
        paths.into_iter().flatten().find_map(|path| self.at_path(path)).or_else(|| self.at_id())
    }

    /// The resource at this path, or the one with the notification's id in this collection.
    fn at_path<R: GraphResource>(&self, path: &str) -> Option<At<R>> {
        let keys = path_keys(R::PATH, path).or_else(|| {
            let (collection, [PathPart::Key(_), ..]) = split(R::PATH) else { return None };
            let mut keys = path_keys(collection, path)?;
            keys.push(self.resource_id()?.into());
            Some(keys)
        })?;
        let keys: Vec<_> = keys.iter().map(|key| without_tenant(key, self.tenant_id())).collect();
        at(&keys)
    }

    /// The resource with the notification's id, where its type has the name that the notification says.
    fn at_id<R: GraphResource>(&self) -> Option<At<R>> {
        let (collection, [PathPart::Key(_), ..]) = split(R::PATH) else { return None };
        let is_only_key = collection.iter().all(|part| matches!(part, PathPart::Literal(_)));
        let (own, said) = (R::table()?.odata_type?, self.odata_type()?);
        let is_of_type = simple_name(own).eq_ignore_ascii_case(simple_name(said));
        at(&[self.resource_id().filter(|_| is_only_key && is_of_type)?])
    }
}

/// The resource with these keys; `None` where its path takes others.
fn at<R: GraphResource>(keys: &[&str]) -> Option<At<R>> {
    let keys: Vec<&dyn Display> = keys.iter().map(|key| key as _).collect();
    let at = At::new(&keys);
    at.path().as_str().is_ok().then_some(at)
}

/// The name of a type without its namespace.
fn simple_name(name: &str) -> &str {
    let name = type_name(name);
    name.rsplit_once('.').map_or(name, |(_, name)| name)
}

/// The key in `{key}@{tenant}`. A user principal name stays as it is.
fn without_tenant<'k>(key: &'k str, tenant: Option<&str>) -> &'k str {
    let Some((id, end)) = key.rsplit_once('@') else { return key };
    let is_guid = |text| Uuid::try_parse(text).is_ok();
    let is_tenant = tenant.is_some_and(|tenant| end.eq_ignore_ascii_case(tenant)) || is_guid(end);
    if is_tenant && !id.is_empty() { id } else { key }
}
