#![doc = include_str!("README.md")]

pub mod terminal;

/// The source of an example, to be read in the documentation.
macro_rules! shown {
    ($($(#[$about:meta])* $name:ident: $($file:literal),+;)*) => {
        $(
            $(#[$about])*
            $(
                #[doc = concat!("\n\n`", $file, "`:\n\n~~~~rust,ignore\n", include_str!($file), "\n~~~~")]
            )+
            pub mod $name {}
        )*
    };
}

shown! {
    /// A service that shares a client, with a patch as the body of its requests.
    axum_service: "axum_service.rs";
    /// 5,000 records changed in batches, throttled now and then.
    bulk_update: "bulk_update.rs";
    /// A series of events that is moved, renamed and cancelled, by two people at once.
    calendar: "calendar.rs";
    /// A file by its path, a rename, an upload in parts over a line that breaks, a download.
    files: "files.rs";
    /// Members of a group as a union: users, groups, devices, and what is new.
    group_members: "group_members.rs";
    /// Device configurations of several types, as a union.
    intune: "intune.rs";
    /// The call records of a time, page by page.
    list_call_records: "list_call_records.rs";
    /// Call records as they are announced, over axum, with all that can go wrong on the way.
    receive_call_records:
        "receive_call_records/main.rs", "receive_call_records/subscriber.rs", "receive_call_records/service.rs";
    /// A copy of all users on disk, kept by what changed.
    sync_users: "sync_users.rs";
    /// The main job: a call record read, changed and saved, and a lost update prevented.
    update_call_record: "update_call_record.rs";
}
