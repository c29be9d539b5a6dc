#!/usr/bin/env bash
# Two OData parsers give `and` and `or` one rank, and so err on opposite filters.
#
# Versions:  odata-params 0.4.0 (crates.io); @balena/odata-parser 4.3.5 (npm); odata-query 0.10.0 (PyPI)
# Expected:  `and` binds tighter than `or`, as OData rules.
# Seen:      odata-params groups from the right: `A and B or C` becomes A and (B or C), and a `not`
#            takes all that follows it. @balena/odata-parser groups from the left: `A or B and C`
#            becomes (A or B) and C. Each is right on the filter where the other is wrong, and on all
#            filters of one operator. odata-query is right on both.
# Matters:   neither is an oracle for filters that a client builds, and a service built on them
#            answers other records than Graph for the same text. Brackets around every mixed term
#            are read alike by all three.
# Source:    run below; OData URL Conventions 4.01, the section on operator precedence.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odata-query==0.10.0
npm install --silent --no-audit --no-fund @balena/odata-parser@4.3.5

cat >filters <<'TXT'
enabled eq true and guest eq true or city eq 'Oslo'
city eq 'Oslo' or guest eq true and enabled eq true
not (guest eq true) and enabled eq true
(enabled eq true and guest eq true) or city eq 'Oslo'
TXT

cat >Cargo.toml <<'TOML'
[package]
name = "precedence"
version = "0.0.0"
edition = "2021"

[[bin]]
name = "precedence"
path = "main.rs"

[dependencies]
odata-params = { version = "=0.4.0", default-features = false }
TOML

cat >main.rs <<'RS'
use odata_params::filters::{parse_str, Expr};

fn group(expr: &Expr) -> String {
    match expr {
        Expr::And(left, right) => format!("({} and {})", group(left), group(right)),
        Expr::Or(left, right) => format!("({} or {})", group(left), group(right)),
        Expr::Not(inner) => format!("not {}", group(inner)),
        Expr::Compare(left, _, _) => group(left),
        Expr::Identifier(name) => name.clone(),
        other => format!("{other:?}"),
    }
}

fn main() {
    for filter in include_str!("filters").lines() {
        println!("odata-params: {}", group(&parse_str(filter).expect("a valid filter")));
    }
}
RS

cat >run.mjs <<'JS'
import { readFileSync } from "node:fs";
import parser from "@balena/odata-parser";

const group = (node) => {
  if (!Array.isArray(node)) return node.name;
  const [operator, ...terms] = node;
  if (operator === "not") return `not ${group(terms[0])}`;
  if (operator === "and" || operator === "or") return `(${terms.map(group).join(` ${operator} `)})`;
  return group(terms[0]);
};
for (const filter of readFileSync("filters", "utf8").trim().split("\n")) {
  const { tree } = parser.parse(`/users?$filter=${filter}`);
  console.log(`balena: ${group(tree.options.$filter)}`);
}
JS

cat >run.py <<'PY'
from odata_query import ast
from odata_query.grammar import ODataLexer, ODataParser


def group(node):
    if isinstance(node, ast.BoolOp):
        name = type(node.op).__name__.lower()
        return f"({group(node.left)} {name} {group(node.right)})"
    if isinstance(node, ast.UnaryOp):
        return f"not {group(node.operand)}"
    if isinstance(node, ast.Compare):
        return group(node.left)
    return node.name


with open("filters") as file:
    for line in file:
        tree = ODataParser().parse(ODataLexer().tokenize(line.strip()))
        print(f"odata-query: {group(tree)}")
PY

cat >recorded <<'TXT'
odata-params: (enabled and (guest or city))
odata-params: (city or (guest and enabled))
odata-params: not (guest and enabled)
odata-params: ((enabled and guest) or city)
balena: ((enabled and guest) or city)
balena: ((city or guest) and enabled)
balena: (not guest and enabled)
balena: ((enabled and guest) or city)
odata-query: ((enabled and guest) or city)
odata-query: (city or (guest and enabled))
odata-query: (not guest and enabled)
odata-query: ((enabled and guest) or city)
TXT

CARGO_TARGET_DIR=target cargo build --quiet
{ target/debug/precedence; node run.mjs; venv/bin/python run.py; } | tee observed
diff recorded observed
echo 'as recorded'
