#!/usr/bin/env bash
# The Python Graph SDK clears a property under its Python name.
#
# Versions:  msgraph-sdk 1.65.0, msgraph-core 1.5.2, microsoft-kiota-* 1.16.0 (PyPI)
# Expected:  `user.job_title = None` before a PATCH sends {"jobTitle": null}.
# Seen:      {"job_title": null}. The wire name is never written. A name of one word (`city`) is
#            the same in both spellings, so a trial with `city` works and hides the fault.
#            `User(job_title=None)` sends nothing at all. `additional_data` sends the right name.
# Matters:   a body that looks like a clear is none. Users saw 204 and the old value. Look at the
#            bytes, not at the model, when comparing a client with this one.
# Source:    run below. Likely the complaint in microsoftgraph/msgraph-sdk-python#262, closed in 2023.
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
from msgraph.generated.models.user import User

bodies = []


def service(request):
    bodies.append(json.loads(request.read()))
    return httpx.Response(204)


http = httpx.AsyncClient(transport=httpx.MockTransport(service))
graph = GraphServiceClient(
    request_adapter=GraphRequestAdapter(AnonymousAuthenticationProvider(), client=http)
)


async def patch(title, user):
    await graph.users.by_user_id("1").patch(user)
    bodies[-1].pop("@odata.type")
    print(f"{title}: {json.dumps(bodies[-1])}")


async def main():
    user = User()
    user.job_title = None
    await patch("job_title = None", user)
    user = User()
    user.city = None
    await patch("city = None", user)
    await patch("User(job_title=None)", User(job_title=None))
    await patch("additional_data", User(additional_data={"jobTitle": None}))


asyncio.run(main())
PY

cat >recorded <<'TXT'
job_title = None: {"job_title": null}
city = None: {"city": null}
User(job_title=None): {}
additional_data: {"jobTitle": null}
TXT

venv/bin/python run.py | tee observed
diff recorded observed
echo 'as recorded'
