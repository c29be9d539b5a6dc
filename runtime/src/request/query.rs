//! What may stand in a query.

use percent_encoding::{AsciiSet, CONTROLS};

/// Characters that cannot stand in the value of a query option. A plus would be read as a space by some services.
///
/// Source: RFC 3986, section 3.4; OData URL Conventions 4.01, section 2.
pub(crate) const QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');
