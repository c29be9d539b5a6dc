//! Reconciliation: finding what was never announced.

use core::time::Duration;

use time::{OffsetDateTime, UtcOffset};

use crate::edm::date_time_offset::DateTimeOffset;
use crate::notifications::seen::Seen;
use crate::response::fetched::Fetched;
use crate::response::page::Page;

/// Finds resources whose announcement got lost, by reading the listing of those that began lately.
///
/// A notification that Graph cannot deliver is dropped after 4 hours, and none is sent while a subscription is gone. Graph
/// tells of it for Outlook alone: for call records, `missed` is never sent. So a listing is read now and then, from a
/// *watermark* on: the moment before which nothing is missing. What [`Seen`] does not know of it was missed.
///
/// A record is listed by the moment at which it began, and appears when it is complete: a call record at the end of the
/// call (meetings last up to 30 hours) and up to 150 minutes later. So the watermark stays behind each round by the
/// *look-back*. [`Seen`] should have room for as many resources as begin within that.
///
/// # Examples
///
/// ```
/// use graph_resource::notifications::{Reconciliation, Seen, missed};
/// use graph_resource::{Client, DateTimeOffset, Error, GraphResource, HttpClient};
///
/// #[derive(Clone, Debug, PartialEq, GraphResource)]
/// #[graph_resource(path = "/communications/callRecords/<id>")]
/// pub struct CallRecord {
///     pub id: String,
///     pub version: i64,
///     pub start_date_time: DateTimeOffset,
/// }
///
/// async fn reconcile<T: HttpClient>(
///     client: &Client<T>,
///     reconciliation: &mut Reconciliation,
///     seen: &mut Seen,
///     now: DateTimeOffset,
/// ) -> Result<(), Error> {
///     let filter = reconciliation.filter("startDateTime");
///     let mut page = client.send(CallRecord::collection().list().query("$filter", filter)).await?;
///     loop {
///         let next = page.next_page();
///         for record in missed(page, seen, |record| (&record.id, record.version)) {
///             // The record is stored. Then:
///             seen.insert(&record.id, record.version);
///         }
///         match next {
///             Some(next) => page = client.send(next).await?,
///             None => break,
///         }
///     }
///     // The whole listing was read; otherwise the next round begins where this one did. The watermark is stored.
///     reconciliation.finish(now);
///     Ok(())
/// }
///
/// let mut reconciliation = Reconciliation::since("2026-03-01T00:00:00Z".parse()?);
/// assert_eq!(reconciliation.filter("startDateTime"), "startDateTime ge 2026-03-01T00:00:00Z");
/// reconciliation.finish("2026-03-09T12:00:00Z".parse::<DateTimeOffset>()?);
/// assert_eq!(reconciliation.watermark().to_string(), "2026-03-08T00:00:00Z");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// Source: Microsoft Graph, "set up notifications for changes in resource data", "latency"; "reduce missing change
/// notifications and removed subscriptions"; "list callRecords".
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reconciliation {
    watermark: DateTimeOffset,
    look_back: Duration,
}

/// A meeting of 30 hours, the latency of 150 minutes, and some more.
const LOOK_BACK: Duration = Duration::from_secs(36 * 60 * 60);

impl Reconciliation {
    /// Nothing that began before this moment is missing: the watermark as it was stored, or, at first, the moment from
    /// which on records are wanted.
    #[must_use]
    pub const fn since(watermark: DateTimeOffset) -> Self {
        Self { watermark, look_back: LOOK_BACK }
    }

    /// How long after its beginning a record may appear, or change for the last time. Default: 36 hours.
    #[must_use]
    pub const fn look_back(mut self, time: Duration) -> Self {
        self.look_back = time;
        self
    }

    /// The moment before which nothing is missing: what is to be stored after each round.
    #[must_use]
    pub const fn watermark(&self) -> DateTimeOffset {
        self.watermark
    }

    /// The `$filter` of the listing, by the wire name of the property that says when a record began: `startDateTime`.
    #[must_use]
    pub fn filter(&self, property: &str) -> String {
        format!("{property} ge {}", self.watermark)
    }

    /// All pages of a listing were read that was asked for at this moment: the watermark follows. It never goes back.
    pub fn finish(&mut self, began: impl Into<OffsetDateTime>) {
        let behind = self.look_back.try_into().ok().and_then(|time| began.into().checked_sub(time));
        let moment = behind.and_then(|moment| moment.to_offset(UtcOffset::UTC).try_into().ok());
        self.watermark = moment.map_or(self.watermark, |moment| self.watermark.max(moment));
    }
}

/// The items of a page whose version was not seen yet, by what tells the id and the version of one.
///
/// [`insert`](Seen::insert) each into `seen` once it is stored.
#[must_use]
pub fn missed<T>(page: Page<T>, seen: &Seen, version_of: impl Fn(&T) -> (&str, i64)) -> Vec<Fetched<T>> {
    let is_news = |item: &Fetched<T>| {
        let (id, version) = version_of(item);
        seen.is_news(id, version)
    };
    page.into_iter().filter(is_news).collect()
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::Reconciliation;
    use crate::edm::date_time_offset::DateTimeOffset;

    fn moment(text: &str) -> DateTimeOffset {
        text.parse().unwrap()
    }

    #[test]
    fn the_watermark_follows_and_never_goes_back() {
        let mut rounds = Reconciliation::since(moment("2026-03-01T00:00:00Z")).look_back(Duration::from_secs(7_200));
        for (began, watermark) in [
            ("2026-03-01T01:00:00Z", "2026-03-01T00:00:00Z"),
            ("2026-03-01T03:00:00.5+00:00", "2026-03-01T01:00:00.5Z"),
            ("2026-03-01T05:00:00+01:00", "2026-03-01T02:00:00Z"),
            ("2026-03-01T03:30:00Z", "2026-03-01T02:00:00Z"),
            ("0001-01-01T00:00:00Z", "2026-03-01T02:00:00Z"),
        ] {
            rounds.finish(moment(began));
            assert_eq!(rounds.watermark().to_string(), watermark, "{began}");
        }
        let mut endless = Reconciliation::since(moment("2026-03-01T00:00:00Z")).look_back(Duration::MAX);
        endless.finish(moment("9999-12-31T23:59:59Z"));
        assert_eq!(endless.watermark(), moment("2026-03-01T00:00:00Z"));
    }
}
