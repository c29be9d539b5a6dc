//! Every transport against the embedded Graph on a socket, by one list of tests.

mod blocking;
mod drivers;
mod dropped;
mod list {
    pub(crate) mod answers;
    pub(crate) mod failures;
    pub(crate) mod faults;
    pub(crate) mod requests;
}
mod support;
mod tls;

/// The whole list, for one transport.
macro_rules! list {
    ($name:ident: $driver:ty; $($file:ident { $($test:ident)* })*) => {
        mod $name {
            $($(
                #[test]
                fn $test() {
                    crate::list::$file::$test::<$driver>();
                }
            )*)*
        }
    };
}

macro_rules! transports {
    ($($name:ident: $driver:ty;)*) => {$(
        list! {
            $name: $driver;
            requests {
                each_verb_arrives_as_it_was_built
                bodies_arrive_to_the_byte
                the_spelling_of_a_url_is_kept
                a_record_is_saved_under_its_version
            }
            answers {
                errors_of_the_service_are_told
                redirects_are_not_followed
                a_body_beyond_the_limit_is_refused
                gzip_is_asked_for_and_unpacked_within_the_limit
                an_answer_without_a_body_is_none
                a_wait_that_the_service_asks_for_is_kept
            }
            failures {
                a_body_that_breaks_off_is_told_with_its_head
                a_broken_connection_leaves_open_what_happened
                a_refused_connection_is_known_to_have_sent_nothing
                the_time_for_an_attempt_ends
                the_time_ends_within_a_body
                neither_url_nor_token_is_shown
            }
            faults {
                each_fault_of_each_verb_ends_as_the_table_says
            }
        }
    )*};
}

transports! {
    reqwest: crate::drivers::Async<crate::drivers::Reqwest>;
    hyper: crate::drivers::Async<crate::drivers::Hyper>;
    tower: crate::drivers::Async<crate::drivers::Tower>;
    boxed: crate::drivers::Async<crate::drivers::Boxed>;
    ureq: crate::drivers::Ureq;
}
