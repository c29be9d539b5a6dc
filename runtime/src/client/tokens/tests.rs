//! Tests of the shared refresh: one is driven by hand, one by threads.

use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::error::Error as StdError;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::task::Wake;
use std::thread::{self, Thread};
use std::time::SystemTime;

use http::header::HeaderValue;

use super::{TokenError, Tokens};
use crate::client::token_provider::token_fn;
use crate::policy::token::{AccessToken, BoxError, TokenRequest};

/// A provider that answers when the test says so.
#[derive(Default)]
struct Desk {
    /// What was asked for.
    claims: Mutex<Vec<Option<String>>>,
    answer: Mutex<Option<Result<AccessToken, &'static str>>>,
    waker: Mutex<Option<Waker>>,
    polls: AtomicUsize,
}

impl Desk {
    fn tokens(self: &Arc<Self>) -> Tokens {
        let desk = Arc::clone(self);
        let provider = token_fn(move |request: TokenRequest| {
            desk.claims.lock().unwrap().push(request.claims);
            let desk = Arc::clone(&desk);
            poll_fn(move |context| {
                desk.polls.fetch_add(1, SeqCst);
                *desk.waker.lock().unwrap() = Some(context.waker().clone());
                desk.answer.lock().unwrap().take().map_or(Poll::Pending, Poll::Ready)
            })
        });
        Tokens::new(provider, vec!["https://graph.microsoft.com/.default".to_owned()])
    }

    fn answers(&self, answer: Result<AccessToken, &'static str>) {
        *self.answer.lock().unwrap() = Some(answer);
        let waker = self.waker.lock().unwrap().take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn asked(&self) -> usize {
        self.claims.lock().unwrap().len()
    }
}

/// Counts how often it is woken.
#[derive(Default)]
struct Bell(AtomicUsize);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, SeqCst);
    }
}

fn poll<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

fn now(future: impl Future<Output = Result<HeaderValue, TokenError>>) -> Poll<String> {
    poll(pin!(future)).map(|value| value.unwrap().to_str().unwrap().to_owned())
}

fn good(secret: &str) -> AccessToken {
    AccessToken::new(secret).expires_at(SystemTime::now() + Duration::from_secs(3_600))
}

/// Tokens of which one is held that is still valid, and due.
fn due() -> (Arc<Desk>, Tokens) {
    let desk = Arc::new(Desk::default());
    let tokens = desk.tokens();
    desk.answers(Ok(good("old").refresh_at(SystemTime::UNIX_EPOCH)));
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer old".to_owned()));
    (desk, tokens)
}

#[test]
fn ten_thousand_callers_wait_for_one_refresh() {
    let desk = Arc::new(Desk::default());
    let tokens = desk.tokens();
    let mut callers: Vec<_> = (0..10_000).map(|_| Box::pin(tokens.authorization(None))).collect();
    let bell = Arc::new(Bell::default());
    let waker = Waker::from(Arc::clone(&bell));
    for caller in &mut callers {
        assert!(caller.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    }
    assert_eq!((desk.asked(), desk.polls.load(SeqCst)), (1, 1));
    desk.answers(Ok(good("new")));
    assert_eq!(bell.0.load(SeqCst), 10_000);
    for caller in &mut callers {
        assert_eq!(now(caller.as_mut()), Poll::Ready("Bearer new".to_owned()));
    }
    assert_eq!((desk.asked(), desk.polls.load(SeqCst)), (1, 2));
}

#[test]
fn none_of_ten_thousand_waits_while_the_old_token_is_valid() {
    let (desk, tokens) = due();
    for _ in 0..10_000 {
        assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer old".to_owned()));
        assert_eq!(poll(pin!(tokens.alongside(async { 7 }))), Poll::Ready(7));
    }
    assert_eq!((desk.asked(), desk.polls.load(SeqCst)), (2, 2));
    // A request that is under way is woken for the refresh as well, and drives it.
    let bell = Arc::new(Bell::default());
    let waker = Waker::from(Arc::clone(&bell));
    let mut request = pin!(tokens.alongside(std::future::pending::<()>()));
    assert!(request.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    desk.answers(Ok(good("new")));
    assert_eq!(bell.0.load(SeqCst), 1);
    assert!(request.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer new".to_owned()));
    assert_eq!(desk.asked(), 2);
}

#[test]
fn a_failed_refresh_beside_a_request_is_nobodys_error() {
    let (desk, tokens) = due();
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer old".to_owned()));
    desk.answers(Err("no"));
    assert_eq!(poll(pin!(tokens.alongside(async { 7 }))), Poll::Ready(7));
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer old".to_owned()));
    assert_eq!(desk.asked(), 2);
}

#[test]
fn a_caller_that_is_dropped_hands_over_to_the_next() {
    let desk = Arc::new(Desk::default());
    let tokens = desk.tokens();
    let mut first = Box::pin(tokens.authorization(None));
    assert!(poll(first.as_mut()).is_pending());
    let bell = Arc::new(Bell::default());
    let mut second = Box::pin(tokens.authorization(None));
    assert!(second.as_mut().poll(&mut Context::from_waker(&Waker::from(Arc::clone(&bell)))).is_pending());
    drop(first);
    desk.answers(Ok(good("new")));
    assert_eq!(bell.0.load(SeqCst), 1);
    assert_eq!(now(second.as_mut()), Poll::Ready("Bearer new".to_owned()));
    // The refresh went on where the first had left it.
    assert_eq!(desk.asked(), 1);
    // Where all are dropped, the next one goes on.
    tokens.refuse(&HeaderValue::from_static("Bearer new"));
    assert!(poll(pin!(tokens.authorization(None))).is_pending());
    desk.answers(Ok(good("newer")));
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer newer".to_owned()));
    assert_eq!(desk.asked(), 2);
}

#[test]
fn all_who_wait_share_an_error_and_the_next_asks_again() {
    let desk = Arc::new(Desk::default());
    let tokens = desk.tokens();
    let mut callers: Vec<_> = (0..3).map(|_| Box::pin(tokens.authorization(None))).collect();
    assert!(callers.iter_mut().all(|caller| poll(caller.as_mut()).is_pending()));
    desk.answers(Err("the secret store is closed"));
    for mut caller in callers {
        let Poll::Ready(Err(error)) = poll(caller.as_mut()) else { panic!("it waits") };
        assert_eq!(error.to_string(), "the secret store is closed");
        assert!(error.source().is_none());
    }
    desk.answers(Ok(good("new")));
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer new".to_owned()));
    assert_eq!(desk.asked(), 2);
}

#[test]
fn claims_that_cannot_be_met_fail_those_alone_who_need_them() {
    let desk = Arc::new(Desk::default());
    let tokens = desk.tokens();
    let mut with = Box::pin(tokens.authorization(Some("{}")));
    let mut without = Box::pin(tokens.authorization(None));
    assert!(poll(with.as_mut()).is_pending() && poll(without.as_mut()).is_pending());
    assert_eq!(*desk.claims.lock().unwrap(), [Some("{}".to_owned())]);
    desk.answers(Err("no"));
    assert!(matches!(poll(with.as_mut()), Poll::Ready(Err(_))));
    assert!(poll(without.as_mut()).is_pending());
    desk.answers(Ok(good("new")));
    assert_eq!(now(without.as_mut()), Poll::Ready("Bearer new".to_owned()));
    assert_eq!(*desk.claims.lock().unwrap(), [Some("{}".to_owned()), None]);
}

#[test]
fn a_provider_that_panics_is_asked_again() {
    let calls = AtomicUsize::new(0);
    let provider = token_fn(move |_| {
        let call = calls.fetch_add(1, SeqCst);
        async move { if call == 0 { panic!("a bug of the provider's") } else { Ok::<_, BoxError>(AccessToken::new("a")) } }
    });
    let tokens = Tokens::new(provider, Vec::new());
    let panicked = catch_unwind(AssertUnwindSafe(|| now(tokens.authorization(None))));
    assert!(panicked.is_err());
    assert_eq!(now(tokens.authorization(None)), Poll::Ready("Bearer a".to_owned()));
}

#[test]
fn a_provider_that_yields_does_not_hold_its_caller() {
    let provider = token_fn(|_| {
        let mut left = 3;
        poll_fn(move |context| {
            left -= 1;
            context.waker().wake_by_ref();
            if left == 0 { Poll::Ready(Ok::<_, BoxError>(AccessToken::new("a"))) } else { Poll::Pending }
        })
    });
    let tokens = Tokens::new(provider, Vec::new());
    let bell = Arc::new(Bell::default());
    let waker = Waker::from(Arc::clone(&bell));
    let mut caller = pin!(tokens.authorization(None));
    for polls in 1..3 {
        assert!(caller.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
        assert!(bell.0.load(SeqCst) >= polls);
    }
    assert!(caller.as_mut().poll(&mut Context::from_waker(&waker)).is_ready());
}

#[test]
fn nothing_stays_of_a_client_that_is_dropped() {
    let (desk, tokens) = due();
    assert!(now(tokens.authorization(None)).is_ready());
    assert!(poll(pin!(tokens.alongside(std::future::pending::<()>()))).is_pending());
    // The provider, its future, and the waker that the desk keeps.
    drop(tokens);
    assert_eq!(Arc::strong_count(&desk), 1);
}

/// A caller that comes while another one polls finds nothing to do. If the other is gone afterwards, it is woken.
#[test]
fn who_comes_while_another_polls_is_not_forgotten() {
    type Caller = Pin<Box<dyn Future<Output = Result<HeaderValue, TokenError>> + Send>>;
    let (second, bell) = (Arc::new(Mutex::new(None::<Caller>)), Arc::new(Bell::default()));
    let (comes, rings) = (Arc::clone(&second), Waker::from(Arc::clone(&bell)));
    let provider = token_fn(move |_| {
        let (comes, rings, mut polls) = (Arc::clone(&comes), rings.clone(), 0);
        poll_fn(move |context| {
            polls += 1;
            if polls == 2 {
                return Poll::Ready(Ok::<_, BoxError>(AccessToken::new("a")));
            }
            context.waker().wake_by_ref();
            let mut second = comes.lock().unwrap();
            assert!(second.as_mut().unwrap().as_mut().poll(&mut Context::from_waker(&rings)).is_pending());
            Poll::Pending
        })
    });
    let tokens = Arc::new(Tokens::new(provider, Vec::new()));
    let caller = || -> Caller {
        let tokens = Arc::clone(&tokens);
        Box::pin(async move { tokens.authorization(None).await })
    };
    *second.lock().unwrap() = Some(caller());
    let mut first = caller();
    assert!(poll(first.as_mut()).is_pending());
    drop(first);
    assert_eq!(bell.0.load(SeqCst), 1);
    let mut second = second.lock().unwrap().take().unwrap();
    assert_eq!(now(second.as_mut()), Poll::Ready("Bearer a".to_owned()));
}

/// Runs a future on this thread.
fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[test]
fn no_thread_sleeps_through_the_end_of_a_refresh() {
    for round in 0..200_u32 {
        let calls = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&calls);
        // It needs several polls, and each is asked for by another thread.
        let provider = token_fn(move |_| {
            count.fetch_add(1, SeqCst);
            let mut left = 1 + round % 5;
            poll_fn(move |context| {
                if left == 0 {
                    return Poll::Ready(Ok::<_, BoxError>(AccessToken::new("a")));
                }
                left -= 1;
                let waker = context.waker().clone();
                if round % 2 == 0 {
                    waker.wake();
                } else {
                    thread::spawn(move || waker.wake());
                }
                Poll::Pending
            })
        });
        let tokens = Tokens::new(provider, Vec::new());
        thread::scope(|scope| {
            for caller in 0..8 {
                let tokens = &tokens;
                scope.spawn(move || {
                    if caller % 4 == 0 {
                        // This one gives up after a look.
                        let _ = poll(pin!(tokens.authorization(None)));
                    } else {
                        assert_eq!(block_on(tokens.authorization(None)).unwrap(), "Bearer a");
                    }
                });
            }
        });
        assert_eq!(calls.load(SeqCst), 1);
    }
}
