#!/usr/bin/env bash
# Parses queries at random by OData's published grammar. Needs Rust, Node 18 and npm; some minutes. See README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The grammar, with its test cases, is in the package of a parser that is not used here; `apg-js` parses by it.
(cd "$work" && npm install --silent --no-save --no-audit --no-fund --ignore-scripts odata-v4-parser@0.1.29 apg-js@4.4.0)
published="$work/node_modules/odata-v4-parser"

(cd "$here/../.." && QUERIES="$work/queries" cargo test --quiet -p graph-resource-tests --test reading -- \
    --ignored queries_at_random)

NODE_PATH="$work/node_modules" node "$here/check.js" "$published/odata-v4.abnf" "$here/departures.abnf" \
    "$here/names.json" "$published/test/odata-abnf-testcases.xml" "$work/queries"
