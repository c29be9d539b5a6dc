#!/usr/bin/env bash
# An empty page in the middle ends the Python PageIterator, and not the JavaScript one.
#
# Versions:  msgraph-sdk 1.65.0, msgraph-core 1.5.2 (PyPI); @microsoft/microsoft-graph-client 3.0.7 (npm)
# Expected:  both iterators follow `@odata.nextLink` until there is none: Graph's page on delta
#            queries says that a page may be empty and have a link all the same.
# Seen:      three pages, the second one empty. Python's iterator returns after the second as if all
#            were done: no error, the items of the third missing. JavaScript's reads all three.
# Matters:   a sync job that compares its store with such a result deletes what was not delivered.
#            Only the missing link ends a walk. A list made with the Python iterator is no oracle.
# Source:    run below. JavaScript had the same fault: microsoftgraph/msgraph-sdk-javascript#129.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile \
    msgraph-sdk==1.65.0 msgraph-core==1.5.2 httpx==0.28.1 \
    microsoft-kiota-abstractions==1.16.0 microsoft-kiota-http==1.16.0 \
    microsoft-kiota-serialization-json==1.16.0
npm install --silent --no-audit --no-fund @microsoft/microsoft-graph-client@3.0.7

cat >pages.json <<'JSON'
{
  "1": { "value": [{ "id": "a" }], "@odata.nextLink": "https://graph.microsoft.com/v1.0/users?$skiptoken=2" },
  "2": { "value": [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/users?$skiptoken=3" },
  "3": { "value": [{ "id": "b" }, { "id": "c" }] }
}
JSON

cat >run.py <<'PY'
import asyncio
import json

import httpx
from kiota_abstractions.authentication import AnonymousAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph_core.tasks.page_iterator import PageIterator

with open("pages.json") as file:
    pages = json.load(file)
asked = []


def service(request):
    page = request.url.params.get("$skiptoken", "1")
    asked.append(page)
    return httpx.Response(200, json=pages[page])


http = httpx.AsyncClient(transport=httpx.MockTransport(service))
adapter = GraphRequestAdapter(AnonymousAuthenticationProvider(), client=http)


async def main():
    first = await GraphServiceClient(request_adapter=adapter).users.get()
    ids = []

    def each(user):
        ids.append(user.id)
        return True

    await PageIterator(first, adapter).iterate(each)
    print(f"Python: pages {' '.join(asked)}, items {' '.join(ids)}")


asyncio.run(main())
PY

cat >run.mjs <<'JS'
import { readFileSync } from "node:fs";
import graph from "@microsoft/microsoft-graph-client";

const pages = JSON.parse(readFileSync("pages.json", "utf8"));
const asked = [];
globalThis.fetch = async (request, options) => {
  const url = new URL(new Request(request, options).url);
  const page = url.searchParams.get("$skiptoken") ?? "1";
  asked.push(page);
  return Response.json(pages[page]);
};
const client = graph.Client.init({ authProvider: (done) => done(null, "token") });
const ids = [];
const first = await client.api("/users").get();
const iterator = new graph.PageIterator(client, first, (user) => {
  ids.push(user.id);
  return true;
});
await iterator.iterate();
console.log(`JavaScript: pages ${asked.join(" ")}, items ${ids.join(" ")}`);
JS

cat >recorded <<'TXT'
Python: pages 1 2, items a
JavaScript: pages 1 2 3, items a b c
TXT

{ venv/bin/python run.py; node run.mjs; } | tee observed
diff recorded observed
echo 'as recorded'
