//! Options of a query that are stated in more than one way: once, or refused.

use graph_resource::{ErrorKind, Expand, GraphResource};

use crate::support::{BASE, line_of};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    name: Option<String>,
    #[graph_resource(navigation)]
    manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    reports: Option<Vec<User>>,
}

#[test]
fn expansions_by_method_and_by_text_stand_in_one_option() {
    let user = User::props();
    let request = || User::at("1").get().expand(user.manager);
    assert_eq!(
        line_of(&request().query("$expand", "reports($top=1;$select=id,name)")),
        "GET /users/1?$expand=manager,reports($top=1;$select=id,name)"
    );
    assert_eq!(
        line_of(&request().query("$expand", "manager")),
        "GET /users/1?$expand=manager",
        "the same is there once"
    );
    assert_eq!(
        line_of(&request().query("expand", "reports")),
        "GET /users/1?$expand=manager,reports",
        "another spelling"
    );
    let error = request().query("$expand", "manager($select=id)").to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Query);
    assert_eq!(
        error.to_string(),
        "`$expand` names `manager` twice, with different options; give all options at one place"
    );
    let selected = User::at("1").get().select(user.name).expand(user.manager).query("$select", "name,mail");
    assert_eq!(line_of(&selected), "GET /users/1?$select=id,name,mail&$expand=manager");
}

#[test]
fn an_option_of_an_expansion_occurs_once() {
    let user = User::props();
    let expanded = |reports: Expand<User, User>| User::at("1").get().expand(reports);
    let reports = || Expand::of(user.reports);
    let of = |reports| line_of(&expanded(reports)).split_once("reports").unwrap().1.to_owned();
    assert_eq!(of(reports().query("$top", 5).query("$top", 6).query("Top", 7)), "(Top=7)");
    assert_eq!(of(reports().select(user.name).query("$select", "id,mail")), "($select=id,name,mail)");
    assert_eq!(of(reports().expand(user.manager).query("$expand", "reports")), "($expand=manager,reports)");
}

#[test]
fn a_value_does_not_end_the_options_around_it() {
    let reports = |name: &str, value: &str| {
        let reports = Expand::of(User::props().reports).query(name, value);
        User::at("1").get().expand(reports).to_http(BASE)
    };
    for value in ["5)", "5;$select=id", "a(b", "'a", "a)('b'", "\"a"] {
        let error = reports("$filter", value).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Query, "{value}");
        assert!(
            error.to_string().starts_with("the value of `$filter` in `$expand` has a `;`, a parenthesis or a quote"),
            "{error}"
        );
    }
    for name in ["", "$top=5;$select", "a(b", "a)"] {
        assert_eq!(reports(name, "1").unwrap_err().kind(), ErrorKind::Query, "{name}");
    }
    for value in ["startsWith(name,'a;b)')", "name eq 'it''s'", "a(b(c;d);e)", "\"O'Brien;\""] {
        assert!(reports("$filter", value).is_ok(), "{value}");
    }
}
