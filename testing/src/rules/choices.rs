//! What services differ in, as choices of a test.

/// What happens to a request body that names a read-only property.
///
/// Source: OData Protocol 4.01, section 11.4.3, asks services to ignore it; several Graph services answer 400.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum OnReadOnly {
    /// 400, and nothing is changed. The default, because it shows the mistake.
    #[default]
    Refuse,
    /// The property is passed over, the others are written.
    Ignore,
}

/// What a PATCH does to a complex value that it names.
///
/// A patch that names every member, null for those without a value, means the same to both. One that names another type
/// than the value has makes a new value of it, whatever the rule: nothing of the old one stays.
///
/// Source: OData Protocol 4.01, section 11.4.3 (merging); some Graph services are known to replace.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum ComplexUpdate {
    /// Members that the patch does not name keep their values, at every depth.
    #[default]
    Merge,
    /// Members that the patch does not name are gone, unless they are read-only.
    Replace,
}

/// What a PATCH that states no preference is answered with.
///
/// `Prefer: return=representation` always gives [`Representation`](Self::Representation), and `return=minimal` always
/// gives [`NoContent`](Self::NoContent).
///
/// Source: OData Protocol 4.01, section 11.4.3. Of Graph's update pages, most name 200, some 204.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum PatchAnswer {
    /// 200, and the whole resource.
    #[default]
    Representation,
    /// 200, and the properties that the patch named or the service changed; the key always.
    Changed,
    /// 200, and no body at all.
    Empty,
    /// 204.
    NoContent,
}

/// Where entity tags are shown.
///
/// Source: OData Protocol 4.01, section 8.3.1. Most Graph resources document no tag.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum ETags {
    /// In the header `ETag` of every answer about one resource, and as `@odata.etag` in bodies.
    #[default]
    Everywhere,
    /// The same, but answers without a body have no header: the client has to read the new tag before it can use it.
    InBodies,
    /// Nowhere, and `If-Match` is not looked at.
    Nowhere,
}
