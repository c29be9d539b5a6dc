//! How long subscriptions live at most.

use core::time::Duration;

/// The longest life of a subscription to resources of a type.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Lifetime {
    /// The name of the type in the metadata, without a namespace: `callRecord`.
    pub resource_type: &'static str,
    /// In minutes.
    pub minutes: u32,
    /// The paths that can be subscribed to, `*` for a key: `/users/*/messages`.
    pub paths: &'static [&'static str],
}

impl Lifetime {
    /// The longest life of a subscription to this path; `None` where it is in no row of [`LIFETIMES`].
    ///
    /// The path is the one in [`Subscription::resource`](crate::notifications::Subscription). Names are compared without
    /// case, keys may stand in parentheses, and a query is passed over.
    ///
    /// # Examples
    ///
    /// ```
    /// use graph_resource::notifications::Lifetime;
    ///
    /// let life = Lifetime::of("/communications/callRecords").unwrap();
    /// assert_eq!(life.minutes, 4_230);
    /// assert_eq!(Lifetime::of("me/mailFolders('inbox')/messages?$filter=hasAttachments eq true"), Lifetime::of("me/messages"));
    /// ```
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        LIFETIMES.iter().copied().find(|row| row.paths.iter().any(|pattern| is_like(path, pattern)))
    }

    /// The same as a duration.
    #[must_use]
    pub fn duration(self) -> Duration {
        Duration::from_secs(u64::from(self.minutes) * 60)
    }
}

fn is_like(path: &str, pattern: &str) -> bool {
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let mut names = path.split(['/', '(', ')']).filter(|name| !name.is_empty());
    let mut patterns = pattern.split('/').skip(1);
    let is_prefix =
        patterns.all(|wanted| names.next().is_some_and(|name| wanted == "*" || name.eq_ignore_ascii_case(wanted)));
    is_prefix && names.next().is_none()
}

const fn row(resource_type: &'static str, minutes: u32, paths: &'static [&'static str]) -> Lifetime {
    Lifetime { resource_type, minutes, paths }
}

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;
/// Below three days.
const SHORT: u32 = 4_230;

/// The longest life of subscriptions, by the type and the path of what is subscribed to.
///
/// Graph refuses a longer one, and takes one below 45 minutes for 45 minutes. A subscription to resources of Teams that is
/// to live for more than an hour needs a URL for lifecycle notifications. Where documents differ, the shorter life is here.
///
/// Source: Microsoft Graph, "set up notifications for changes in resource data", "supported resources" and "subscription
/// lifetime", as of December 2024.
pub const LIFETIMES: &[Lifetime] = &[
    row("callRecord", SHORT, &["/communications/callRecords"]),
    row(
        "message",
        SHORT,
        &["/users/*/messages", "/users/*/mailFolders/*/messages", "/me/messages", "/me/mailFolders/*/messages"],
    ),
    row("event", SHORT, &["/users/*/events", "/me/events"]),
    row("contact", SHORT, &["/users/*/contacts", "/me/contacts"]),
    row("conversation", SHORT, &["/groups/*/conversations"]),
    row("user", 29 * DAY, &["/users", "/users/*"]),
    row("group", 29 * DAY, &["/groups", "/groups/*", "/groups/*/owners", "/groups/*/members"]),
    row("driveItem", 42_300, &["/drives/*/root", "/users/*/drive/root", "/me/drive/root"]),
    row("list", 42_300, &["/sites/*/lists/*"]),
    row("alert", 30 * DAY, &["/security/alerts", "/security/alerts/*"]),
    row(
        "chatMessage",
        3 * DAY,
        &[
            "/teams/getAllMessages",
            "/teams/*/channels/*/messages",
            "/chats/getAllMessages",
            "/chats/*/messages",
            "/users/*/chats/getAllMessages",
            "/me/chats/getAllMessages",
            "/appCatalogs/teamsApps/*/installedToChats/getAllMessages",
        ],
    ),
    row("channel", 3 * DAY, &["/teams/getAllChannels", "/teams/*/channels"]),
    row(
        "conversationMember",
        3 * DAY,
        &[
            "/teams/getAllMembers",
            "/teams/*/members",
            "/teams/*/channels/getAllMembers",
            "/chats/getAllMembers",
            "/chats/*/members",
            "/appCatalogs/teamsApps/*/installedToChats/getAllMembers",
        ],
    ),
    // After those whose paths have a name where these have a key.
    row("chat", 3 * DAY, &["/chats", "/chats/*", "/appCatalogs/teamsApps/*/installedToChats"]),
    row("team", 3 * DAY, &["/teams", "/teams/*"]),
    row(
        "callRecording",
        3 * DAY,
        &[
            "/communications/onlineMeetings/getAllRecordings",
            "/communications/onlineMeetings/*/recordings",
            "/users/*/onlineMeetings/getAllRecordings",
        ],
    ),
    row(
        "callTranscript",
        3 * DAY,
        &[
            "/communications/onlineMeetings/getAllTranscripts",
            "/communications/onlineMeetings/*/transcripts",
            "/users/*/onlineMeetings/getAllTranscripts",
        ],
    ),
    row("onlineMeeting", SHORT, &["/communications/onlineMeetings"]),
    row("presence", HOUR, &["/communications/presences", "/communications/presences/*"]),
    row("printer", SHORT, &["/print/printers/*/jobs"]),
    row("printTaskDefinition", SHORT, &["/print/taskDefinitions/*/tasks", "/print/printTaskDefinition/*/tasks"]),
    row("todoTask", SHORT, &["/me/todo/lists/*/tasks", "/users/*/todo/lists/*/tasks"]),
];

#[cfg(test)]
mod tests {
    use super::{LIFETIMES, Lifetime};

    #[test]
    fn a_path_is_in_one_row() {
        let kind = |path: &str| Lifetime::of(path).map(|row| row.resource_type);
        for (path, wanted) in [
            ("/communications/callRecords", Some("callRecord")),
            ("communications/callrecords/", Some("callRecord")),
            ("Users('ada')/Messages", Some("message")),
            ("chats/getAllMessages", Some("chatMessage")),
            ("chats/19:x/messages", Some("chatMessage")),
            ("chats/19:x", Some("chat")),
            ("teams/getAllMembers", Some("conversationMember")),
            ("teams/getAllChannels()", Some("channel")),
            ("/communications/presences?$filter=id in ('1/2')", Some("presence")),
            ("communications/callRecords/1", None),
            ("communications", None),
            ("", None),
        ] {
            assert_eq!(kind(path), wanted, "{path}");
        }
        for row in LIFETIMES {
            for path in row.paths {
                assert_eq!(kind(&path.replace('*', "1")), Some(row.resource_type), "{path}");
            }
        }
    }
}
