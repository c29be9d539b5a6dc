use super::{parse, parse_keys};
use crate::filter::tree::Expression;

/// The expression with every operation in parentheses.
fn shape(text: &str) -> String {
    fn show(expression: &Expression) -> String {
        match expression {
            Expression::Literal(_) => "'".to_owned(),
            Expression::Path(path) => {
                format!("{}{}", path.variable.map_or(String::new(), |v| format!("${v}")), path.steps.len())
            }
            Expression::Count(_) => "#".to_owned(),
            Expression::Not(inner) => format!("(not {})", show(inner)),
            Expression::And(left, right) => format!("({} and {})", show(left), show(right)),
            Expression::Or(left, right) => format!("({} or {})", show(left), show(right)),
            Expression::Compare(operator, left, right) => format!("({} {operator:?} {})", show(left), show(right)),
            Expression::Has(left, right) => format!("({} has {})", show(left), show(right)),
            Expression::In(left, list) => format!("({} in {})", show(left), list.len()),
            Expression::Call(function, arguments) => {
                format!("{function:?}({})", arguments.iter().map(show).collect::<Vec<_>>().join(" "))
            }
            Expression::Lambda(lambda) => {
                format!("any{}({})", lambda.over.steps.len(), lambda.condition.as_ref().map_or(String::new(), show))
            }
        }
    }
    show(&parse(text).unwrap_or_else(|error| panic!("{text}: {error}")))
}

#[test]
fn precedence() {
    for (text, expected) in [
        ("a or b and c", "(1 or (1 and 1))"),
        ("a and b or c and d", "((1 and 1) or (1 and 1))"),
        ("(a or b) and c", "((1 or 1) and 1)"),
        ("a and b and c", "((1 and 1) and 1)"),
        ("not a and b", "((not 1) and 1)"),
        ("not (a and b)", "(not (1 and 1))"),
        ("not(a)", "(not 1)"),
        ("not not a", "(not (not 1))"),
        ("not a eq true", "((not 1) Equal ')"),
        ("a gt 1 eq true", "((1 Greater ') Equal ')"),
        ("a eq b gt 1", "(1 Equal (1 Greater '))"),
        ("a eq 1 or b ne 2 and c lt 3", "((1 Equal ') or ((1 NotEqual ') and (1 Less ')))"),
        ("not a in ('x','y')", "(not (1 in 2))"),
        ("a has 'x' and b", "((1 has ') and 1)"),
        ("a has ns.e'x,y'", "(1 has ')"),
        ("notes eq 'a'", "(1 Equal ')"),
        ("order eq 'a' or android eq 'b'", "((1 Equal ') or (1 Equal '))"),
        ("a/b/c eq null", "(3 Equal ')"),
        ("$it/a eq 1", "(1 Equal ')"),
        ("microsoft.graph.user/a eq 1", "(2 Equal ')"),
        ("a/$count gt 1", "(# Greater ')"),
        ("length(a) eq 1", "(Length(1) Equal ')"),
        ("startsWith(tolower(a),'x')", "StartsWith(ToLower(1) ')"),
        ("a/any()", "any1()"),
        ("a/any(x:x eq 1)", "any1(($00 Equal '))"),
        ("a/any(x:x/b/any(y:y eq x/c))", "any1(any1(($10 Equal $01)))"),
        ("a/all(x:x/b or c)", "any1(($01 or 1))"),
        ("a  EQ  1 AND b", "((1 Equal ') and 1)"),
        ("a eq 184efa21-98c3-4e5d-95ab-d07053a96e67", "(1 Equal ')"),
        ("a eq a84efa21-98c3-4e5d-95ab-d07053a96e67", "(1 Equal ')"),
        ("a eq 2023-09-25T09:25:00+02:00", "(1 Equal ')"),
        ("a eq duration'PT1H'", "(1 Equal ')"),
        ("a eq -INF or a eq NaN or a eq -1.5e3", "(((1 Equal ') or (1 Equal ')) or (1 Equal '))"),
        ("a eq 'it''s; (x) or y'", "(1 Equal ')"),
    ] {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_filter() {
    for text in [
        "",
        " ",
        "a eq",
        "eq 1",
        "a eq 'x",
        "a eq 'x' y",
        "a eq 'x'and b",
        "a eq 1and b",
        "a = 1",
        "a == 1",
        "a && b",
        "(a",
        "a)",
        "a eq (",
        "a/",
        "/a",
        "a//b",
        "a/any(",
        "a/any(x)",
        "a/any(x:)",
        "a/any(x x)",
        "a/all()",
        "a/any(x.y:x eq 1)",
        "contains(a)",
        "contains(a,'b','c')",
        "nope(a)",
        "a in ()",
        "a in 'x'",
        "a in (b)",
        "a in ('x' 'y')",
        "a has b",
        "a has 1",
        "'x'",
        "1",
        "length(a)",
        "a/$count",
        "not 1",
        "1 and a",
        "a or 'x'",
        "a eq 1.",
        "a eq 0x1",
        "a eq 2023-13-01",
        "a eq 2023-01-01T00:00:00",
        "a eq duration'x'",
        "a eq date'2023-01-01'",
        "a eq \"x\"",
        "a eq @p",
        "a add 1 eq 2",
        "a eq 1;b",
        "a,b",
        "ns.t eq 1",
        "a..b/c eq 1",
        "a eq tru e",
        "not",
    ] {
        let error = parse(text).map(|tree| format!("{tree:?}")).unwrap_err();
        assert!(error.to_string().starts_with("syntax error at position "), "{text}");
    }
    assert_eq!(
        parse("a eq 'x' y").unwrap_err().to_string(),
        "syntax error at position 9: an operator or the end is expected"
    );
    assert_eq!(
        parse("å eq 'x").unwrap_err().to_string(),
        "syntax error at position 5: the quotation mark is not closed"
    );
}

#[test]
fn depth_is_bounded() {
    let nested = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert!(parse(&nested(60)).is_ok());
    for text in [nested(10_000), "not ".repeat(10_000) + "a", "a/any(x:x/".repeat(10_000)] {
        assert!(parse(&text).unwrap_err().to_string().contains("nested"));
    }
    assert!(parse(&format!("a{}", " or a".repeat(400))).is_ok());
    for operator in [" or a", " and a", " eq a", " lt a", " has 'x'"] {
        let error = parse(&format!("a{}", operator.repeat(10_000))).unwrap_err();
        assert!(error.to_string().ends_with("more than 1000 operators"), "{operator}");
    }
}

#[test]
fn keys_of_an_order() {
    let keys = parse_keys("a desc, b/c asc,length(d)").unwrap();
    assert_eq!(keys.iter().map(|key| key.descending).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(parse_keys("desc").unwrap().len(), 1);
    for text in ["", ",", "a,", "a up", "a desc asc", "'x'", "a/any()", "a eq 1"] {
        assert!(parse_keys(text).is_err(), "{text}");
    }
}
