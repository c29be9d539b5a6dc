use super::Duration;
use proptest::prelude::*;

fn parse(text: &str) -> Duration {
    text.parse().unwrap()
}

#[test]
fn a_duration_is_written_as_it_was() {
    let long = format!("PT0.{}S", "0123456789".repeat(20));
    for text in [
        "PT1H30M",
        "PT90M",
        "PT0S",
        "-PT0S",
        "P0D",
        "PT0.016S",
        "P12DT23H59M59.999999999999S",
        "-P1D",
        "+PT5M",
        "P007DT00H",
        "PT36H",
        "PT18446744073709551615S",
        "PT0.000S",
        long.as_str(),
    ] {
        assert_eq!(parse(text).to_string(), text);
    }
    assert_eq!(parse("pt1h").as_str(), "PT1H");
}

#[test]
fn what_is_no_duration_is_refused() {
    for (text, why) in [
        ("", "not a duration"),
        ("P", "not a duration"),
        ("-P", "not a duration"),
        ("PT", "not a duration"),
        ("P1DT", "not a duration"),
        ("1H", "not a duration"),
        ("T1H", "not a duration"),
        ("P1H", "not a duration"),
        ("PT1D", "not a duration"),
        ("PT5", "not a duration"),
        ("PT1M1H", "not a duration"),
        ("PT1S1M", "not a duration"),
        ("PT1.5M", "not a duration"),
        ("PT.5S", "not a duration"),
        ("PT5.S", "not a duration"),
        ("PT1.2.3S", "not a duration"),
        ("PT1,5S", "not a duration"),
        ("PT-5S", "not a duration"),
        ("--PT5S", "not a duration"),
        ("PT5S ", "not a duration"),
        ("PTT5S", "not a duration"),
        ("PT1H1H", "not a duration"),
        ("PT５S", "not a duration"),
        ("01:30:00", "not a duration"),
        ("P1Y", "no years, months or weeks"),
        ("P6M", "no years, months or weeks"),
        ("P2W", "no years, months or weeks"),
        ("PT18446744073709551616S", "2^64"),
        ("P213503982334602D", "2^64"),
        ("PT18446744073709551615S1S", "not a duration"),
        ("PT1M18446744073709551615S", "2^64"),
    ] {
        let error = text.parse::<Duration>().unwrap_err().to_string();
        assert!(error.contains(why), "{text}: {error}");
    }
}

#[test]
fn order_is_that_of_lengths_and_agrees_with_equality() {
    let ascending = [
        "-P1D",
        "-PT1.5S",
        "-PT1S",
        "-PT0.001S",
        "-PT0S",
        "P0D",
        "PT0S",
        "PT0.0000000000001S",
        "PT0.9S",
        "PT1S",
        "PT1.0001S",
        "PT1.001S",
        "PT1H",
        "PT60M",
        "P1D",
        "PT24H",
    ];
    for (index, early) in ascending.iter().enumerate() {
        for late in &ascending[index + 1..] {
            assert!(parse(early) < parse(late) && parse(early) != parse(late), "{early} {late}");
        }
    }
    for (one, two) in [("PT90M", "PT1H30M"), ("-PT0S", "P0D"), ("PT1.50S", "PT1.5S"), ("+P1D", "PT24H")] {
        assert!(parse(one).same_length(&parse(two)), "{one} {two}");
    }
    assert!(!parse("PT1S").same_length(&parse("-PT1S")));
    assert!(parse("-PT0.0S").is_zero() && !parse("-PT0.0S").is_negative() && parse("-PT0.1S").is_negative());
    assert_eq!(parse("P1DT1S").whole_seconds(), 86_401);
}

#[test]
fn durations_of_time_and_core_fit_where_nothing_is_lost() {
    let core = |text| core::time::Duration::try_from(&parse(text));
    let time = |text| time::Duration::try_from(&parse(text));
    assert_eq!(core("PT18446744073709551615.999999999S").unwrap(), core::time::Duration::MAX);
    assert_eq!(core("-PT0S").unwrap(), core::time::Duration::ZERO);
    assert!(core("-PT0.1S").unwrap_err().to_string().contains("negative"));
    assert!(core("PT0.0000000001S").unwrap_err().to_string().contains("nanosecond"));
    assert_eq!(core("PT0.0160000000S").unwrap(), core::time::Duration::from_millis(16));
    assert_eq!(time("-PT1.5S").unwrap(), time::Duration::milliseconds(-1_500));
    assert_eq!(time("-PT9223372036854775808.999999999S").unwrap(), time::Duration::MIN);
    assert!(time("PT9223372036854775808S").unwrap_err().to_string().contains("range"));
    for (duration, text) in [
        (time::Duration::ZERO, "PT0S"),
        (time::Duration::DAY, "P1D"),
        (time::Duration::new(-93_784, -500_000_000), "-P1DT2H3M4.5S"),
        (time::Duration::new(60, 10), "PT1M0.00000001S"),
        (time::Duration::new(0, -1), "-PT0.000000001S"),
        (time::Duration::MIN, "-P106751991167300DT15H30M8.999999999S"),
    ] {
        assert_eq!(Duration::from(duration).as_str(), text);
        assert_eq!(time::Duration::try_from(&parse(text)).unwrap(), duration);
    }
}

proptest! {
    #[test]
    fn a_duration_survives_text_and_json(
        text in "-?P([0-9]{1,9}D|([0-9]{1,3}D)?T([0-9]{1,3}H[0-9]{1,5}M([0-9]{1,4}(\\.[0-9]{1,30})?S)?|[0-9]{1,4}\\.[0-9]{1,9}S))",
    ) {
        let duration = parse(&text);
        prop_assert_eq!(duration.as_str(), &text);
        let json = serde_json::to_string(&duration).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Duration>(&json).unwrap(), &duration);
        if let Ok(exact) = time::Duration::try_from(&duration) {
            prop_assert!(Duration::from(exact).same_length(&duration));
        }
    }

    #[test]
    fn a_core_duration_survives(seconds: u64, nanosecond in 0_u32..1_000_000_000) {
        let duration = core::time::Duration::new(seconds, nanosecond);
        let written = Duration::from(duration);
        prop_assert_eq!(core::time::Duration::try_from(&parse(written.as_str())).unwrap(), duration);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,8}|[-+]?P?[0-9DTHMS.]{0,12}") {
        if let Ok(duration) = text.parse::<Duration>() {
            prop_assert_eq!(duration.as_str(), &text);
        }
    }
}
