use std::time::Duration;

use serde_json::{Value, json};

use super::{Deliveries, Fate, Next, Sender};

const SECOND: Duration = Duration::from_secs(1);

fn at(seconds: u32) -> Duration {
    SECOND * seconds
}

/// A sender that was told of so many changes, with these fates.
fn sender(how: Deliveries, fates: &[Fate]) -> Sender {
    let mut sender = Sender::new(how);
    sender.fates.extend(fates);
    for number in 1..=fates.len() {
        sender.announce("http://localhost/notify", json!(number));
    }
    sender
}

/// All that is sent from a moment on, with the second at which it is: `0:1,2` is one request with two notifications.
fn run(sender: &mut Sender, mut now: Duration, taken: impl Fn(u32) -> bool) -> String {
    let (mut told, mut requests) = (Vec::new(), 0);
    loop {
        match sender.next(now) {
            Next::Send(delivery) => {
                let body: Value = serde_json::from_slice(delivery.request().unwrap().body()).unwrap();
                let items = body["value"].as_array().unwrap().iter().map(Value::to_string).collect::<Vec<_>>();
                told.push(format!("{}:{}", now.as_secs(), items.join(",")));
                requests += 1;
                sender.answered(delivery, taken(requests), now);
            }
            Next::Wait(until) => {
                assert!(until > now, "it waits for what is past");
                now = until;
            }
            Next::Nothing => return told.join(" "),
        }
    }
}

#[test]
fn notifications_are_sent_in_their_order_and_then_it_is_quiet() {
    let mut sender = sender(Deliveries::new(), &[Fate::Sent; 3]);
    assert_eq!(sender.pending(), 3);
    assert_eq!(run(&mut sender, at(5), |_| true), "5:1 5:2 5:3");
    assert_eq!(sender.pending(), 0);
}

#[test]
fn each_fate_has_its_effect() {
    for (fates, sent) in [
        ([Fate::Twice, Fate::Sent, Fate::Sent], "0:1 0:1 0:2 0:3"),
        ([Fate::Late(at(7)), Fate::Sent, Fate::Sent], "0:2 0:3 7:1"),
        ([Fate::Sent, Fate::Behind, Fate::Sent], "0:1 0:3 0:2"),
        ([Fate::Behind, Fate::Behind, Fate::Sent], "0:3 0:1 0:2"),
        // Nothing comes after it.
        ([Fate::Sent, Fate::Sent, Fate::Behind], "0:1 0:2 1:3"),
        ([Fate::Lost, Fate::Sent, Fate::Lost], "0:2"),
    ] {
        let mut sender = sender(Deliveries::new(), &fates);
        assert_eq!(run(&mut sender, at(0), |_| true), sent, "{fates:?}");
        assert_eq!(sender.pending(), 0);
    }
}

#[test]
fn what_is_not_taken_is_repeated_later_and_later_and_given_up_at_last() {
    let mut repeated = sender(Deliveries::new(), &[Fate::Sent, Fate::Sent]);
    assert_eq!(run(&mut repeated, at(0), |request| request > 3), "0:1 0:2 10:1 10:2 30:1");
    let how = Deliveries::new().first_repeat(at(1)).give_up_after(at(10));
    let mut sender = sender(how, &[Fate::Sent]);
    assert_eq!(run(&mut sender, at(0), |_| false), "0:1 1:1 3:1 7:1");
    assert_eq!(sender.pending(), 0);
}

#[test]
fn notifications_share_a_request_where_they_have_one_url() {
    let mut sender = sender(Deliveries::new().per_request(2), &[Fate::Sent; 2]);
    sender.announce("http://localhost/other", json!(8));
    sender.announce("http://localhost/notify", json!(9));
    assert_eq!(run(&mut sender, at(0), |request| request > 1), "0:1,2 0:8 0:9 10:1,2");
}

#[test]
fn chances_are_what_they_say_and_the_same_in_each_run() {
    let how = Deliveries::new().twice(0.25).lost(0.25).late(0.25, at(1)).seed(3);
    let fates: Vec<Fate> = (1..=4_000).map(|number| how.fate(number)).collect();
    for fate in [Fate::Twice, Fate::Lost, Fate::Late(at(1)), Fate::Sent] {
        let times = fates.iter().filter(|other| **other == fate).count();
        assert!((900..1_100).contains(&times), "{fate:?} {times} times");
    }
    assert_eq!(fates, (1..=4_000).map(|number| how.fate(number)).collect::<Vec<_>>());
    assert_ne!(fates, (1..=4_000).map(|number| how.clone().seed(4).fate(number)).collect::<Vec<_>>());
}
