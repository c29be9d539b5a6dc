#!/usr/bin/env bash
# The Python Graph SDK has change tracking, and sends every property all the same.
#
# Versions:  msgraph-sdk 1.65.0, msgraph-core 1.5.2, microsoft-kiota-* 1.16.0 (PyPI)
# Expected:  the models stand on Kiota's backing store, which the client switches on by itself. A
#            user that was read, changed in one property and sent back gives a body of that one.
# Seen:      the whole record goes out: the key, read-only properties, and a `createdDateTime` whose
#            seventh fraction digit is lost on the way. Without any change the body is the same.
#            The store knows what changed; the serialiser reads the attributes beside it.
# Matters:   a lost update in one call, a 400 for a read-only property, permissions for properties
#            that nobody touched. "As the other SDKs do" is no description: the TypeScript one, from
#            the same generator, sends the changed property alone once its store is on.
# Source:    run below; microsoftgraph/msgraph-sdk-python#550 asks what the store does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile \
    msgraph-sdk==1.65.0 msgraph-core==1.5.2 httpx==0.28.1 \
    microsoft-kiota-abstractions==1.16.0 microsoft-kiota-http==1.16.0 \
    microsoft-kiota-serialization-json==1.16.0

cat >run.py <<'PY'
import asyncio
import json

import httpx
from kiota_abstractions.authentication import AnonymousAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient

stored = {
    "id": "1",
    "accountEnabled": True,
    "createdDateTime": "2020-02-25T18:52:21.2169889Z",
    "jobTitle": "Clerk",
}
bodies = []


def service(request):
    if request.method == "GET":
        return httpx.Response(200, json=stored)
    bodies.append(json.loads(request.read()))
    return httpx.Response(204)


http = httpx.AsyncClient(transport=httpx.MockTransport(service))
graph = GraphServiceClient(
    request_adapter=GraphRequestAdapter(AnonymousAuthenticationProvider(), client=http)
)


async def patch(title, change):
    user = await graph.users.by_user_id("1").get()
    change(user)
    changed = dict(stored_changes(user))
    await graph.users.by_user_id("1").patch(user)
    print(f"{title}")
    print(f"  the store calls changed: {json.dumps(changed)}")
    print(f"  the body: {json.dumps(bodies[-1], sort_keys=True)}")


def stored_changes(user):
    user.backing_store.return_only_changed_values = True
    changes = user.backing_store.enumerate_()
    user.backing_store.return_only_changed_values = False
    return changes


async def main():
    await patch("no change", lambda user: None)
    await patch("one change", lambda user: setattr(user, "job_title", "Manager"))


asyncio.run(main())
PY

cat >recorded <<'TXT'
no change
  the store calls changed: {}
  the body: {"@odata.type": "#microsoft.graph.user", "accountEnabled": true, "createdDateTime": "2020-02-25T18:52:21.216988+00:00", "id": "1", "jobTitle": "Clerk"}
one change
  the store calls changed: {"job_title": "Manager"}
  the body: {"@odata.type": "#microsoft.graph.user", "accountEnabled": true, "createdDateTime": "2020-02-25T18:52:21.216988+00:00", "id": "1", "jobTitle": "Manager"}
TXT

venv/bin/python run.py | tee observed
diff recorded observed
echo 'as recorded'
