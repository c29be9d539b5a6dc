use super::{PathMistake, Piece, Segment, parse};

fn mistakes(text: &str) -> Vec<PathMistake> {
    parse(text).1
}

#[test]
fn a_template_has_literals_and_placeholders() {
    let literal = |text: &str| Segment::Literal(text.to_owned());
    let placeholder = |text: &str| Segment::Placeholder(text.to_owned());
    let segments = |text| match parse(text) {
        (template, mistakes) if mistakes.is_empty() => template.segments,
        (_, mistakes) => panic!("{mistakes:?}"),
    };
    assert_eq!(
        segments("/users/<user_id>/events/<id>"),
        [literal("users"), placeholder("user_id"), literal("events"), placeholder("id")]
    );
}

/// The template without the mistakes that it must not have.
fn sound(text: &str) -> super::Template {
    let (template, mistakes) = parse(text);
    assert_eq!(mistakes, [], "{text}");
    assert_eq!(template.to_string(), text);
    template
}

#[test]
fn placeholders_stand_in_parentheses() {
    let text = |text: &str| Piece::Text(text.to_owned());
    let quoted = |name: &str| Piece::Quoted(name.to_owned());
    let bare = |name: &str| Piece::Bare(name.to_owned());
    for (path, name, pieces) in [
        ("/applications(appId='<app_id>')", "applications", vec![text("(appId="), quoted("app_id"), text(")")]),
        ("/users('<id>')", "users", vec![text("("), quoted("id"), text(")")]),
        ("/versions(number=<number>)", "versions", vec![text("(number="), bare("number"), text(")")]),
        ("/x(a='<a>',b=<b>)", "x", vec![text("(a="), quoted("a"), text(",b="), bare("b"), text(")")]),
        ("/x(a='it''s,(it)',b=<b>)", "x", vec![text("(a='it''s,(it)',b="), bare("b"), text(")")]),
    ] {
        assert_eq!(sound(path).segments, [Segment::Predicate(name.to_owned(), pieces)]);
    }
    // Without a placeholder, it is text: the parameters of a function.
    for path in ["/me/range(address='A1:B2')", "/me/range(a='x(',b=(1,2))"] {
        assert!(matches!(&sound(path).segments[1], Segment::Literal(text) if *text == path[4..]));
    }
}

#[test]
fn the_key_is_last_but_for_a_cast() {
    for (path, key, number) in [
        ("/users/<user_id>/events/<id>", vec!["id"], Some(4)),
        ("/applications(appId='<app_id>')", vec!["app_id"], Some(1)),
        ("/x/<p>/y(a='<a>',b=<b>)", vec!["a", "b"], Some(3)),
        ("/configurations/<id>/microsoft.graph.android", vec!["id"], Some(2)),
        ("/configurations('<id>')/microsoft.graph.android", vec!["id"], Some(1)),
        // A cast of a collection, a property, and a number with a dot are none of a resource.
        ("/groups/<id>/members/microsoft.graph.user", vec![], None),
        ("/users/<id>/mailboxSettings", vec![], None),
        ("/users/<id>/v1.0", vec![], None),
        ("/users/<id>/microsoft.graph.user/manager", vec![], None),
        ("/x(a='b')/microsoft.graph.user", vec![], None),
        ("/me", vec![], None),
    ] {
        let template = sound(path);
        assert_eq!(template.key().collect::<Vec<_>>(), key, "{path}");
        assert_eq!(template.key_segment(), number, "{path}");
    }
}

#[test]
fn each_mistake_in_parentheses_is_told() {
    assert_eq!(mistakes("/users/('<id>')"), [PathMistake::NothingBefore(2)]);
    assert_eq!(mistakes("/users('<id>'"), [PathMistake::Parenthesis(1)]);
    assert_eq!(mistakes("/users(('<id>')"), [PathMistake::Parenthesis(1)]);
    assert_eq!(mistakes("/users)"), [PathMistake::Parenthesis(1)]);
    assert_eq!(mistakes("/users('<id>')x"), [PathMistake::AfterParenthesis(1)]);
    assert_eq!(mistakes("/users('<id>'))"), [PathMistake::AfterParenthesis(1)]);
    assert_eq!(mistakes("/users('<id>)"), [PathMistake::Quote(1)]);
    assert_eq!(mistakes("/users(<id>')"), [PathMistake::Quote(1)]);
    for text in ["/users()", "/users('')", "/users(id=)", "/users(id='')", "/users('<id>',)"] {
        assert_eq!(mistakes(text), [PathMistake::NoValue(1)], "{text}");
    }
    for text in ["/users('x<id>')", "/users(id='<id>x')", "/users(<a><b>)", "/users(a=(<b>))", "/users('<id>'x)"] {
        assert_eq!(mistakes(text), [PathMistake::PartOfValue(1)], "{text}");
    }
    assert_eq!(mistakes("/users(id='<id')"), [PathMistake::Unclosed(1)]);
    assert_eq!(mistakes("/users(id='{id}')"), [PathMistake::Foreign(1, "{id}".into(), "id".into())]);
    assert_eq!(mistakes("/users(id='<>')"), [PathMistake::NoName(1)]);
    assert_eq!(mistakes("/users(id='<user-id>')"), [PathMistake::NotAName(1, "user-id".into(), "user_id".into())]);
    assert_eq!(mistakes("/x/<id>/y(id='<id>')"), [PathMistake::Twice(3, "id".into())]);
    assert_eq!(mistakes("/x(a='<a>',b='<a>')"), [PathMistake::Twice(1, "a".into())]);
    assert_eq!(mistakes("/x(a='<a>',b='ä')"), [PathMistake::Character(1, 'ä')]);
    assert_eq!(mistakes("/x<a>(b='<b>')"), [PathMistake::PartOfSegment(1)]);
}

#[test]
fn each_mistake_is_told() {
    assert_eq!(mistakes(""), [PathMistake::Empty]);
    assert_eq!(mistakes("https://graph.microsoft.com/users"), [PathMistake::Absolute]);
    assert_eq!(mistakes("users/<id>"), [PathMistake::NoLeadingSlash]);
    assert_eq!(mistakes("/users/<id>/"), [PathMistake::TrailingSlash]);
    assert_eq!(mistakes("/users//<id>"), [PathMistake::EmptySegment(2)]);
    assert_eq!(mistakes("/users?$top=1"), [PathMistake::Query('?')]);
    assert_eq!(mistakes("/my users"), [PathMistake::Character(1, ' ')]);
    assert_eq!(mistakes("/users/{id}"), [PathMistake::Foreign(2, "{id}".into(), "id".into())]);
    assert_eq!(mistakes("/users/<id"), [PathMistake::Unclosed(2)]);
    assert_eq!(mistakes("/users/x<id>"), [PathMistake::PartOfSegment(2)]);
    assert_eq!(mistakes("/users/<>"), [PathMistake::NoName(2)]);
    assert_eq!(mistakes("/users/<user-id>"), [PathMistake::NotAName(2, "user-id".into(), "user_id".into())]);
    assert_eq!(mistakes("/users/<id>/x/<id>"), [PathMistake::Twice(4, "id".into())]);
    assert_eq!(mistakes("/users/.."), [PathMistake::Dots(2, "..".into())]);
    assert_eq!(mistakes("/v1.0/users/<id>"), [PathMistake::Version("v1.0".into())]);
    assert_eq!(
        mistakes("https://graph.microsoft.com/v1.0/users/<id>?x"),
        [PathMistake::Absolute, PathMistake::Query('?')]
    );
    assert_eq!(
        mistakes("users//<>/"),
        [PathMistake::NoLeadingSlash, PathMistake::TrailingSlash, PathMistake::EmptySegment(2), PathMistake::NoName(3),]
    );
}

/// Otherwise a slip in the path were an error at each call of `at`.
#[test]
fn a_path_with_mistakes_keeps_its_parameters() {
    for (text, count) in [
        ("https://graph.microsoft.com/v1.0/users/<id>", 1),
        ("/users/<id>?$select=id", 1),
        ("/users/{user}/events/{id}", 2),
        ("/users/<user-id>", 1),
        ("/users/<id", 1),
        ("/users(x<id>)", 1),
        ("/x(a='{a}',b='{b}')", 2),
        ("/x(a='<a>',b='<a>'", 2),
        ("/users/<>", 1),
        ("/users/<id>/events/<id>", 2),
        ("/users/", 0),
    ] {
        let (template, mistakes) = parse(text);
        assert!(!mistakes.is_empty(), "{text}");
        assert_eq!(template.placeholders().count(), count, "{text}");
    }
}

/// Each text, and the placeholder to write for it.
#[test]
fn placeholders_of_other_libraries_are_told() {
    for (written, name) in [
        (":id", "id"),
        (":userId", "user_id"),
        ("$id", "id"),
        ("${id}", "id"),
        ("{user-id}", "user_id"),
        ("{id | userPrincipalName}", "id"),
        ("{id:guid}", "id"),
        ("{*rest}", "rest"),
        ("{}", "id"),
        ("*", "id"),
        ("**", "id"),
        ("[id]", "id"),
        ("[...slug]", "slug"),
        ("%s", "id"),
    ] {
        let mistake = PathMistake::Foreign(2, written.into(), name.into());
        let (template, mistakes) = parse(&format!("/users/{written}"));
        assert_eq!(mistakes, [mistake], "{written}");
        assert_eq!(template.key().collect::<Vec<_>>(), [name], "{written}");
    }
    let mistake = |written: &str| PathMistake::Foreign(1, written.into(), "id".into());
    assert_eq!(mistakes("/users(:id)"), [mistake(":id")]);
    assert_eq!(mistakes("/users(id=$id)"), [mistake("$id")]);
    assert_eq!(mistakes("/items/{id}:/content"), [PathMistake::Foreign(2, "{id}".into(), "id".into())]);
    for sound in ["/users/<id>/photo/$value", "/users/$count", "/search(q='*')", "/range(address=':A')", "/root:/a:b:"]
    {
        assert_eq!(mistakes(sound), [], "{sound}");
    }
}
