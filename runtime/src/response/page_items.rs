//! A page item by item: where one cannot be read, the others can.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::value::RawValue;

use crate::error::{Error, ErrorKind};
use crate::odata::names::VALUE;
use crate::request::operation::Operation;
use crate::request::request::Request;
use crate::response::page::Page;

/// Who is told of an item that cannot be read: its place in the page, and why.
pub(crate) type BadItems<'b> = dyn FnMut(usize, &Error) + Send + 'b;

/// Reads a page. An item that cannot be read is told with its place, and left out.
pub(crate) fn parse_page<O, T>(
    request: Request<O>,
    response: http::Response<Bytes>,
    bad: Option<&mut BadItems<'_>>,
) -> Result<Page<T>, Error>
where
    O: Operation<Output = Page<T>> + Clone,
{
    let Some(bad) = bad else { return request.parse(response) };
    match request.clone().parse(response.clone()) {
        Err(error) if error.kind() == ErrorKind::Decode => by_item(&request, &response, bad).unwrap_or(Err(error)),
        read => read,
    }
}

/// `None` where the body is no page, whatever its items are.
fn by_item<O, T>(
    request: &Request<O>,
    response: &http::Response<Bytes>,
    bad: &mut BadItems<'_>,
) -> Option<Result<Page<T>, Error>>
where
    O: Operation<Output = Page<T>> + Clone,
{
    let mut members: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_slice(response.body()).ok()?;
    let items: Vec<&RawValue> = serde_json::from_str(members.remove(VALUE)?.get()).ok()?;
    let parse = |body: String| {
        let (head, _) = response.clone().into_parts();
        request.clone().parse(http::Response::from_parts(head, body.into()))
    };
    let others = members.iter().map(|(name, value)| Some(format!(",{}:{value}", serde_json::to_string(name).ok()?)));
    let others: String = others.collect::<Option<_>>()?;
    let mut page = match parse(format!("{{\"{VALUE}\":[]{others}}}")) {
        Ok(page) => page,
        Err(error) => return Some(Err(error)),
    };
    for (index, item) in items.into_iter().enumerate() {
        match parse(format!("{{\"{VALUE}\":[{item}]}}")) {
            Ok(one) => page.items.extend(one.items),
            Err(error) => {
                let path = error.path().unwrap_or_default();
                let below = path.strip_prefix("value[0]").unwrap_or_default();
                let path = format!("{VALUE}[{index}]{below}");
                bad(index, &error.at(path));
            }
        }
    }
    Some(Ok(page))
}
